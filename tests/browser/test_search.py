"""Search in a real browser: nothing before it is asked for, keys and ears are enough, no text can break it."""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog.search.words import bare, words_of
from catalog.text import fold
from tests.browser.test_pages import DESKTOP, PHONE, is_elsewhere, visiting, wider_than_the_screen
from tests.queries.rules import read_queries
from tests.search_quality import BARS, ask_all, by_class, share

pytestmark = pytest.mark.browser

TEXTS = [
    "",
    "  Lụa  Vạn Phúc, HÀ ĐÔNG ",
    "Hoà Thuỷ Hòa Thủy khoẻ khỏe",
    unicodedata.normalize("NFD", "Hương Quảng Phú Cầu, đèn lồng"),
    "M’nông M'nông Buôn Dơng Bắk",
    "Ð ð Ɖ Đ đ ß İ Ⅳ ① ﬁ Ａ１",
    "43° 3,9 km (2021)",
    "QUẢNG phú\u00a0cầu\u200b đồng\u00adhồ",
    "x\u0302\u0301 n\u0303 ç ñ é",
    "gốm_sứ gốm-sứ gốm/sứ <b>gốm</b> “gốm”",
    "陶器 керамика 도자기",
]
HOSTILE = [
    "<script>window.broken = 1</script>",
    '"><img src=x onerror="window.broken = 1">',
    "%E0%A4%A",
    "%",
    "a" * 5000,
    "ă " * 2000,
    "\u202e\u0000\ufffd\ud7ff",
    "constructor __proto__ hasOwnProperty toString",
    "' OR 1=1 --",
    "..",
    "{query} {{7*7}} ${7*7}",
    "👩‍🌾🏺",
    "(((((((((((((((((((((",
]


def found(page: Page) -> list[str]:
    """The names that the search page shows."""
    return page.locator("[data-cat-found] .cat-found__name").all_inner_texts()


def test_words_are_the_same_in_python_and_in_the_browser(browser: Browser, site_url: str) -> None:
    """What the index calls a word, the browser calls a word; folding is the catalog's own."""
    names = [query.asked for query in read_queries()] + TEXTS
    with visiting(browser, site_url + "tim-kiem/", DESKTOP) as visit:
        ours = visit.page.evaluate(
            """async ([module, texts]) => {
              const { bare, fold, wordsOf } = await import(module)
              return texts.map((text) => [wordsOf(text), wordsOf(text).map(bare), fold(text)])
            }""",
            [site_url + "assets/javascripts/search/words.js", names],
        )

    assert ours == [[words_of(name), [bare(word) for word in words_of(name)], fold(name)] for name in names]


TELEX = {
    "huowng": "hương",
    "huongw": "hương",
    "quangr": "quảng",
    "ddoongf": "đồng",
    "dongd": "đong",
    "luaj": "lụa",
    "nuwowcs": "nước",
    "giaays": "giấy",
    "tuwf": "từ",
    "muaw": "mưa",
    "huong": None,
    "incense": None,
    "silk": None,
    "2021": None,
}
"""Keys → the word they stand for; `None`: nothing but the letters themselves."""


def test_keys_of_telex_are_read(browser: Browser, site_url: str) -> None:
    """What Telex left as letters is read as the marks it stands for; other words stay what they are."""
    with visiting(browser, site_url + "tim-kiem/", DESKTOP) as visit:
        read = visit.page.evaluate(
            "async ([module, words]) => { const { fromTelex } = await import(module); return words.map(fromTelex) }",
            [site_url + "assets/javascripts/search/words.js", list(TELEX)],
        )

    assert read == [words_of(meant)[0] if meant else None for meant in TELEX.values()]


def test_the_right_record_is_found(browser: Browser, site_url: str) -> None:
    """Exact names come first; marked or not, 98 of 100 queries have their record among the first three."""
    with visiting(browser, site_url, DESKTOP) as visit:
        classes = by_class(ask_all(visit.page, site_url, read_queries()))

    assert sum(map(len, classes.values())) >= 200
    judged = {kind: (share(classes[kind], 1), share(classes[kind], 3)) for kind in BARS}
    assert [kind for kind, (first, three) in BARS.items() if judged[kind][0] < first or judged[kind][1] < three] == []


def test_nothing_is_loaded_before_it_is_wanted(browser: Browser, site_url: str) -> None:
    """A visitor who does not search pays for three kilobytes of script and nothing else."""
    with visiting(browser, site_url, DESKTOP) as visit:
        assert [url for url in visit.requests if "/assets/search/" in url or "/javascripts/search/" in url] == []
        with visit.page.expect_response("**/assets/search/vi.json"):
            visit.page.locator("[data-cat-search=box] input").focus()
        assert [url for url in visit.requests if is_elsewhere(url, site_url)] == []


def test_the_loader_is_small(built_site: Path) -> None:
    """What every page loads, for search and all else, stays below two kilobytes on the wire."""
    assert len(gzip.compress((built_site / "assets/javascripts/catalog.js").read_bytes(), mtime=0)) < 2000


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_keys_are_enough(browser: Browser, site_url: str, viewport: dict[str, int]) -> None:
    """`/` opens the box, arrows choose, Enter goes there, Esc closes; nothing needs a mouse."""
    with visiting(browser, site_url, viewport) as visit:
        page = visit.page
        page.keyboard.press("/")
        box = page.locator("[data-cat-search=box] input")
        expect(box).to_be_focused()
        page.keyboard.type("lua van phuc")
        expect(box).to_have_attribute("aria-expanded", "true")
        expect(page.locator("[data-cat-search=box] [role=status]")).to_contain_text("trang")
        page.keyboard.press("ArrowDown")
        chosen = page.locator("[role=option][aria-selected=true]")
        expect(chosen).to_contain_text("Làng lụa Vạn Phúc")
        assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        page.keyboard.press("Escape")
        expect(box).to_have_attribute("aria-expanded", "false")
        expect(box).to_have_value("lua van phuc")
        page.keyboard.press("Escape")
        expect(box).to_have_value("")
        page.keyboard.type("lua van phuc")
        expect(box).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/lang-nghe/van-phuc/")
        assert visit.complaints == []


def test_enter_goes_to_the_search_page(browser: Browser, site_url: str) -> None:
    """Enter without a choice opens every result on a page that has an address."""
    with visiting(browser, site_url + "en/", DESKTOP) as visit:
        page = visit.page
        page.locator("[data-cat-search=box] input").focus()
        page.keyboard.type("incense")
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/search/?q=incense")
        expect(page.locator("[data-cat-found] .cat-found__name").first).to_have_text("Incense making")


def test_the_address_says_what_is_shown(browser: Browser, site_url: str) -> None:
    """`?q=` shows results at once; a search makes an address, and Back returns to the one before."""
    with visiting(browser, site_url + "tim-kiem/?q=gom+bat+trang", DESKTOP) as visit:
        page = visit.page
        expect(page.locator("[data-cat-found] .cat-found__name").first).to_have_text("Làng gốm Bát Tràng")
        assert "gom bat trang" in page.title()
        page.locator("#cat-q").fill("lụa vạn phúc")
        page.keyboard.press("Enter")
        expect(page.locator("[data-cat-found] .cat-found__name").first).to_have_text("Làng lụa Vạn Phúc")
        page.go_back()
        expect(page.locator("#cat-q")).to_have_value("gom bat trang")
        expect(page.locator("[data-cat-found] .cat-found__name").first).to_have_text("Làng gốm Bát Tràng")


def test_more_results_come_when_asked(browser: Browser, site_url: str) -> None:
    """Ten results at a time; the focus goes to the first new one."""
    with visiting(browser, site_url + "tim-kiem/?q=ocop", DESKTOP) as visit:
        page = visit.page
        expect(page.locator("[data-cat-found] > li")).to_have_count(10)
        page.locator("[data-cat-more]").press("Enter")
        expect(page.locator("[data-cat-found] > li")).to_have_count(20)
        expect(page.locator("[data-cat-found] > li:nth-child(11) a")).to_be_focused()


def test_no_result_says_what_to_try(browser: Browser, site_url: str) -> None:
    """Where not every word is found, the nearest pages are shown and advice is given."""
    with visiting(browser, site_url + "tim-kiem/?q=gom+bat+trang+zzzzqq", DESKTOP) as visit:
        expect(visit.page.locator("[data-cat-said]")).to_contain_text("Gần nhất")
        assert "Làng gốm Bát Tràng" in found(visit.page)[:3]
        expect(visit.page.locator("[data-cat-advice]")).to_be_visible()


def test_without_the_index_the_visitor_is_told(browser: Browser, site_url: str) -> None:
    """Where the index cannot be fetched, that is said, and Enter still leads to the search page with its lists."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/assets/search/**", lambda route: route.abort())
    page.goto(site_url, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("gom")
    expect(page.locator("[data-cat-search=box] [role=status]")).to_contain_text("Chưa tải được")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=gom")
    expect(page.locator("[data-cat-said]")).to_contain_text("Chưa tải được")
    expect(page.locator("[data-cat-advice] a").first).to_be_visible()
    page.unroute("**/assets/search/**")
    page.locator("#cat-q").fill("gom bat trang")  # the network is back
    expect(page.locator("[data-cat-found] .cat-found__name").first).to_have_text("Làng gốm Bát Tràng")
    context.close()


def test_the_page_for_lost_visitors_has_the_box(browser: Browser, site_url: str) -> None:
    """Search works where nothing else is: on the page for an address that leads nowhere."""
    with visiting(browser, site_url + "khong/co/trang/nay/", DESKTOP) as visit:
        page = visit.page
        page.keyboard.press("/")
        page.keyboard.type("lua van phuc")
        expect(page.locator("[role=option]").first).to_contain_text("Làng lụa Vạn Phúc")
        page.locator("[role=option]").first.click()
        page.wait_for_url("**/lang-nghe/van-phuc/")


@pytest.mark.parametrize("query", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_any_text_is_only_text(browser: Browser, site_url: str, query: str) -> None:
    """No query breaks the page or is taken for markup, typed or in the address."""
    raw = (
        site_url + "tim-kiem/?q=" + (query if query.isascii() and " " not in query else quote(query, errors="replace"))
    )
    with visiting(browser, raw, DESKTOP) as visit:
        page = visit.page
        page.locator("#cat-q").fill(query.replace("\0", ""))
        expect(page.locator("[data-cat-said]")).not_to_be_empty()
        page.locator("[data-cat-search=box] input").fill(query.replace("\0", ""))
        expect(page.locator("[data-cat-search=box] [role=status]")).not_to_be_empty()
        assert page.evaluate("window.broken") is None
        strange = ("[data-cat-said] *", "[data-cat-found] script", "[data-cat-found] img:not(.cat-found__picture)")
        assert page.locator(", ".join(strange)).count() == 0
        assert visit.complaints == []
        assert wider_than_the_screen(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("way", ["tim-kiem/?q=lua", "en/search/?q=nothingtobefound"])
def test_search_is_accessible(
    browser: Browser,
    site_url: str,
    problems: Callable[[Page], list[str]],
    way: str,
    viewport: dict[str, int],
    scheme: str,
) -> None:
    """axe-core finds nothing on the search page, and nothing in the open box."""
    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site_url + way, wait_until="networkidle")
    assert problems(page) == []
    page.goto(site_url + ("en/" if way.startswith("en/") else ""), wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("gom")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert problems(page) == []
    assert wider_than_the_screen(page) == []
    context.close()


def test_what_the_index_says_is_what_the_pages_are(built_site: Path) -> None:
    """Every address in the index is a page of the site, and no page made from a record is missing from it."""
    for language in ("vi", "en"):
        head = json.loads((built_site / f"assets/search/{language}.json").read_text(encoding="utf-8"))
        folder = built_site / "assets/search" / head["folder"]
        blocks = [
            json.loads((folder / f"b{number}.json").read_bytes()) for number in range(len(list(folder.glob("b*.json"))))
        ]
        ends = [line[1] if len(line) > 1 else "" for block in blocks for line in block]
        digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        uris = [head["prefixes"][digits.index(kind)] + end for kind, end in zip(head["kind"], ends, strict=True)]
        assert len(uris) == len(set(uris)) > 600
        assert [uri for uri in uris if not (built_site / uri / "index.html").is_file()] == []
