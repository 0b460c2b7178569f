"""Home, overviews and the page for a wrong address, as visitors meet them: calm, light, in large letters."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import packed
from tests.browser.test_pages import DESKTOP, PHONE, wider_than_the_screen

pytestmark = pytest.mark.browser

OVERVIEWS = ("", "nghe/", "tinh-thanh/", "giai-thuong/", "le-hoi/", "thong-ke/", "san-pham/", "tim-kiem/")
FIRST_PICTURE_BYTES = 63_000
"""Most that a phone with a fine screen fetches before the opening picture is there."""
HTML_BYTES = 14_000
"""A page, compressed: what fits the first flight of packets of a new connection (RFC 6928)."""
SHIFTS = """
  window.shifted = 0
  new PerformanceObserver((seen) => {
    for (const entry of seen.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value
  }).observe({ type: "layout-shift", buffered: true })
"""


@pytest.mark.parametrize(
    ("language", "button", "address"), [("vi", "Tìm", "tim-kiem/"), ("en", "Search", "en/search/")]
)
def test_a_wrong_address_has_a_search_without_scripts(
    browser: Browser, site_url: str, language: str, button: str, address: str
) -> None:
    """Whoever followed a broken link can search at once, in either language, with scripts switched off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "lang-nghe/khong-co-lang-nay/")
    form = page.locator(".cat-lost form", has=page.get_by_role("button", name=button, exact=True))
    form.locator("input").fill("gốm")
    form.get_by_role("button").click()
    page.wait_for_url(f"**/{address}?q=g%E1%BB%91m")
    assert page.locator("html").get_attribute("lang") == language
    context.close()


def test_the_front_page_searches_where_one_looks(browser: Browser, site_url: str) -> None:
    """The opening picture holds the only search of the front page; it finds as one types and works without scripts."""
    for scripts in (True, False):
        context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(site_url)
        box = page.get_by_role("search")
        expect(box).to_have_count(1)
        box.locator("input").fill("gom bat trang")
        if scripts:
            expect(page.get_by_role("option").first).to_contain_text("Làng gốm Bát Tràng")
        box.get_by_role("button").click()
        page.wait_for_url("**/tim-kiem/?q=gom+bat+trang")
        context.close()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("address", OVERVIEWS)
def test_nothing_jumps(browser: Browser, site_url: str, address: str, viewport: dict[str, int]) -> None:
    """While a page loads and is scrolled to its end, nothing moves under the visitor's eyes."""
    context = browser.new_context(viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(site_url + address, wait_until="networkidle")
    for _ in range(12):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(20)
    assert page.evaluate("window.shifted") == 0
    context.close()


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_large_letters_fit(browser: Browser, site_url: str, width: int) -> None:
    """With letters twice as large no overview has to be pushed sideways."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    found: dict[str, Any] = {}
    for address in OVERVIEWS:
        page.goto(site_url + address)
        page.evaluate("document.documentElement.style.setProperty('font-size', '250%', 'important')")
        found[address] = wider_than_the_screen(page)
    assert {address: wide for address, wide in found.items() if wide} == {}
    context.close()


def test_the_opening_picture_is_light(browser: Browser, site_url: str, built_site: Path) -> None:
    """A phone with a fine screen fetches one size of the opening picture, first of all pictures, and it is small."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2)  # type: ignore[arg-type]
    page = context.new_page()
    large: list[str] = []
    page.on("request", lambda asked: large.append(asked.url) if re.search("/(pictures|plates)/", asked.url) else None)
    page.goto(site_url, wait_until="networkidle")
    assert len(large) == 1
    assert len(packed(built_site / large[0].removeprefix(site_url))) <= FIRST_PICTURE_BYTES
    first = page.locator("main img").first
    expect(first).to_have_attribute("fetchpriority", "high")
    expect(page.locator('main img[loading="lazy"]').first).to_be_attached()
    context.close()


@pytest.mark.parametrize("address", [*OVERVIEWS, "en/", "co-so/", "chuong-trinh/"])
def test_overviews_are_light(built_site: Path, address: str) -> None:
    """The HTML of an overview arrives with the first packets."""
    assert len(gzip.compress((built_site / address / "index.html").read_bytes())) <= HTML_BYTES
