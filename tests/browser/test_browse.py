"""Filters of the lists in a real browser: the address holds all, keys are enough, downloads hold what is shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import DESKTOP, PHONE, visiting, wider_than_the_screen
from tests.editions import real_catalog

pytestmark = pytest.mark.browser

LISTS = {
    "product": {"vi": "san-pham/", "en": "en/products/"},
    "village": {"vi": "lang-nghe/", "en": "en/villages/"},
}


def names(page: Page) -> list[str]:
    """The names that the filtered list shows."""
    return page.locator(".cat-browse__results .cat-card__name").all_inner_texts()


def box(page: Page, facet: str, value: str) -> None:
    """Tick or clear a box with keys alone."""
    fold = page.locator(".cat-browse__facet", has=page.locator(f"[role=group][aria-label='{facet}']"))
    if fold.get_attribute("open") is None:
        fold.locator("summary").press("Enter")
    fold.get_by_text(value, exact=True).locator("xpath=..").locator("input").press("Space")


def test_keys_are_enough(browser: Browser, site_url: str) -> None:
    """The filters open, narrow the list, and Back undoes each step; every step has its address."""
    with visiting(browser, site_url + "san-pham/", DESKTOP) as visit:
        page = visit.page
        assert [url for url in visit.requests if "/assets/search/" in url] == []
        page.locator(".cat-browse__summary").press("Enter")
        box(page, "Nghề", "Gốm sứ")
        expect(page).to_have_url(site_url + "san-pham/?nghe=gom-su")
        wanted = {p.value.name.vi for p in real_catalog().products_by_craft["gom-su"]}
        expect(page.locator(".cat-browse__said")).to_have_text(f"{len(wanted)} sản phẩm")
        expect(page.locator(".cat-browse__results .cat-card")).to_have_count(12)
        page.locator(".cat-browse__results > button").press("Enter")
        expect(page.locator(".cat-browse__results .cat-card")).to_have_count(len(wanted))
        assert set(names(page)) == wanted
        box(page, "Năm", "2025")
        expect(page).to_have_url(site_url + "san-pham/?nghe=gom-su&nam=2025")
        expect(page.locator(".cat-browse__said")).not_to_have_text(f"{len(wanted)} sản phẩm")
        page.go_back()
        expect(page.locator(".cat-browse__said")).to_have_text(f"{len(wanted)} sản phẩm")
        page.go_back()
        expect(page.locator("[data-cat-list]")).to_be_visible()
        expect(page.locator(".cat-browse__results")).to_be_hidden()
        assert visit.complaints == []


def test_counts_keep_their_word(browser: Browser, site_url: str) -> None:
    """The number beside a choice is what choosing it shows; what would show nothing cannot be chosen."""
    with visiting(browser, site_url + "san-pham/?nghe=gom-su&chuong-trinh=ocop", DESKTOP) as visit:
        page = visit.page
        expect(page.locator(".cat-browse__value").first).to_be_attached()
        lines = page.locator(".cat-browse__value")
        read = page.evaluate(
            """() => [...document.querySelectorAll(".cat-browse__value")].map((line, at) => {
              const box = line.querySelector("input")
              return [at, box.checked, box.disabled, Number(line.querySelector(".cat-browse__count").textContent)]
            })"""
        )
        assert all(disabled == (number == 0) for _, checked, disabled, number in read if not checked)
        own = [at for at, checked, disabled, _ in read if not checked and not disabled][-4:]
        for at in own:  # years: each alone
            line = lines.nth(at)
            number = int(line.locator(".cat-browse__count").inner_text() or 0) if line.is_visible() else read[at][3]
            page.evaluate("(at) => document.querySelectorAll('.cat-browse__value input')[at].click()", at)
            said = page.locator(".cat-browse__said").inner_text()
            assert said == f"{number} sản phẩm"
            page.evaluate("(at) => document.querySelectorAll('.cat-browse__value input')[at].click()", at)


@pytest.mark.parametrize(
    ("way", "first"),
    [
        ("san-pham/?xep=cao-nhat", "5 sao"),
        ("san-pham/?xep=moi-nhat", "2025"),
        ("en/products/?sort=highest", "5 stars"),
    ],
)
def test_order(browser: Browser, site_url: str, way: str, first: str) -> None:
    """The highest award or the newest comes first."""
    with visiting(browser, site_url + way, DESKTOP) as visit:
        expect(visit.page.locator(".cat-browse__results .cat-card__honour").first).to_contain_text(first)


def test_names_stand_in_vietnamese_order(browser: Browser, site_url: str) -> None:
    """Filtered records keep the Vietnamese alphabetical order of the catalog."""
    with visiting(browser, site_url + "lang-nghe/?tinh=ha-noi", DESKTOP) as visit:
        expect(visit.page.locator(".cat-browse__results .cat-card").first).to_be_visible()
        villages = real_catalog().villages_by_province["ha-noi"]
        assert names(visit.page) == [village.value.name.vi for village in villages][:12]


@pytest.mark.parametrize("former", ["quang-nam", "ha-nam"])
def test_former_provinces_are_found(browser: Browser, site_url: str, former: str) -> None:
    """Whoever knows the province before July 2025 finds its villages."""
    with visiting(browser, site_url + f"lang-nghe/?tinh-cu={former}", DESKTOP) as visit:
        expect(visit.page.locator(".cat-browse__results .cat-card").first).to_be_visible()


@pytest.mark.parametrize(
    "query",
    [
        "nghe=<script>window.broken=1</script>",
        "nghe=gom-su,khong-co&nam=9999&xep=lung-tung&xem=%E0%A4%A",
        "nghe=" + "a" * 4000,
        "nghe=" + ",".join(f"x{n}" for n in range(500)),
        "__proto__=1&constructor=2&nghe=__proto__",
        "%",
        "utm_source=elsewhere",
    ],
    ids=["markup", "unknown", "long", "many", "prototype", "broken", "foreign"],
)
def test_strange_addresses_are_only_text(browser: Browser, site_url: str, query: str) -> None:
    """Unknown values are left aside and named; nothing breaks, nothing is executed, nothing overflows."""
    with visiting(browser, site_url + "san-pham/?" + query, PHONE) as visit:
        page = visit.page
        expect(page.locator(".cat-browse__value").first).to_be_attached()
        assert page.evaluate("window.broken") is None
        assert visit.complaints == []
        assert wider_than_the_screen(page) == []
        told = page.locator(".cat-browse__unknown")
        if query.startswith("nghe="):
            expect(told).to_contain_text("“")
            assert len(told.inner_text()) < 600
        elif not query.startswith("__"):
            expect(told).to_be_hidden()


def test_downloads_hold_what_is_shown(browser: Browser, site_url: str, tmp_path: Path) -> None:
    """CSV and JSON have the filtered records in the order shown, with full addresses."""
    with visiting(browser, site_url + "san-pham/?nghe=gom-su&xep=cao-nhat", DESKTOP) as visit:
        page = visit.page
        expect(page.locator(".cat-browse__results .cat-card").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        shown = names(page)
        with page.expect_download() as saved:
            page.get_by_text("Tải danh sách này (CSV)").press("Enter")
        saved.value.save_as(tmp_path / "list.csv")
        with page.expect_download() as also:
            page.get_by_text("Tải danh sách này (JSON)").press("Enter")
        also.value.save_as(tmp_path / "list.json")

    text = (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["Tên"] for row in rows][: len(shown)] == shown
    assert all(row["Địa chỉ trang"].startswith(site_url + "san-pham/") for row in rows)
    assert json.loads((tmp_path / "list.json").read_text(encoding="utf-8")) == rows
    assert saved.value.suggested_filename == "san-pham.csv"


CELLS = {
    "=1+1": "'=1+1",
    "+84": "'+84",
    "-5": "'-5",
    "@SUM(A1)": "'@SUM(A1)",
    "  =1": "'  =1",
    "\t=1": '"\'\t=1"',
    'gốm "cổ", đẹp': '"gốm ""cổ"", đẹp"',
    "dòng\nmới": '"dòng\nmới"',
    "Làng gốm": "Làng gốm",
}
"""What a record says → the cell it becomes."""


def test_no_cell_is_a_formula(browser: Browser, site_url: str) -> None:
    """A spreadsheet computes nothing that a record says."""
    with visiting(browser, site_url + "tim-kiem/", DESKTOP) as visit:
        text = visit.page.evaluate(
            "async ([module, rows]) => (await import(module)).toCsv(['a'], rows)",
            [site_url + "assets/javascripts/browse/table.js", [[cell] for cell in CELLS]],
        )

    assert text == "\ufeff" + "".join(f"{cell}\r\n" for cell in ("a", *CELLS.values()))


def test_the_address_can_be_copied(browser: Browser, site_url: str) -> None:
    """One button copies the address of the list as it is shown."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site_url + "lang-nghe/?nghe=gom-su&xem=bang", wait_until="networkidle")
    page.get_by_text("Chép địa chỉ danh sách này").press("Enter")
    expect(page.locator(".cat-browse__told")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(page.locator(".cat-browse__results table tbody tr").first).to_be_visible()
    context.close()


def test_without_scripts_the_lists_do(browser: Browser, site_url: str) -> None:
    """Where scripts are off, no dead filter is shown, and the list stands as it was written."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "san-pham/?nghe=gom-su")
    expect(page.locator(".cat-browse")).to_be_hidden()
    expect(page.locator("[data-cat-list] .cat-card").first).to_be_visible()
    page.goto(site_url + "tim-kiem/?q=gom")
    expect(page.locator("noscript")).to_have_count(1)
    assert "JavaScript" in page.locator("noscript").inner_text()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("kind", LISTS)
def test_filters_are_accessible(
    browser: Browser,
    site_url: str,
    problems: Callable[[Page], list[str]],
    kind: str,
    viewport: dict[str, int],
    scheme: str,
) -> None:
    """axe-core finds nothing on a filtered list, in cards and in a table, with every facet unfolded."""
    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for way in (LISTS[kind]["vi"] + "?nghe=gom-su,xx", LISTS[kind]["en"] + "?craft=gom-su&view=table"):
        page.goto(site_url + way, wait_until="networkidle")
        expect(page.locator(".cat-browse__results a").first).to_be_visible()
        page.evaluate("document.querySelectorAll('.cat-browse__facet').forEach((fold) => { fold.open = true })")
        assert problems(page) == []
        assert wider_than_the_screen(page) == []
    context.close()
