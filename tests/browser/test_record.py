"""A record's page in a real browser: on paper, passed on, and on the way back to the list it was found in."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

VILLAGE = "lang-nghe/quang-phu-cau/"
PAGES = (VILLAGE, "en/villages/quang-phu-cau/", "lang-nghe/bat-trang/", "san-pham/huong-bo-ket-tu-bi-huong/")


@pytest.mark.parametrize("uri", PAGES)
def test_a_record_is_one_sheet(browser: Browser, site_url: str, uri: str) -> None:
    """A village or a product prints as one page of A4, however much its record says."""
    page = browser.new_page()
    page.goto(site_url + uri, wait_until="networkidle")
    printed = page.pdf(format="A4")
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_no_line_is_cut_on_paper(browser: Browser, site_url: str) -> None:
    """What is on the sheet is there whole: a section that does not fit stays away."""
    page = browser.new_page(viewport={"width": 703, "height": 1030})
    page.goto(site_url + VILLAGE, wait_until="networkidle")
    page.emulate_media(media="print")
    sheet, parts = page.evaluate(
        """() => {
          const box = (element) => { const { left, right, bottom, height } = element.getBoundingClientRect()
            return { left, right, bottom, height } }
          const sheet = document.querySelector(".cat-record")
          return [box(sheet), [...sheet.children].map(box).filter(({ height }) => height > 0)]
        }"""
    )
    page.close()
    shown = [part for part in parts if part["left"] < sheet["right"]]
    assert len(shown) >= 3
    assert [part for part in shown if part["bottom"] > sheet["bottom"] + 1 or part["right"] > sheet["right"] + 1] == []


def test_copying_by_keyboard(browser: Browser, site_url: str) -> None:
    """The button copies the page's address, without the anchor, and says so to eyes and ears."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site_url}{VILLAGE}#process", wait_until="networkidle")
    page.get_by_role("button", name="Chép liên kết").press("Enter")
    expect(page.locator(".cat-acts [role=status]")).to_have_text("Đã chép liên kết của trang này.")
    assert page.evaluate("navigator.clipboard.readText()") == site_url + VILLAGE
    context.close()


def test_sharing_by_keyboard(browser: Browser, site_url: str) -> None:
    """A device that can share is offered to, and is given name and address; another one is not."""
    page = browser.new_page()
    page.add_init_script("navigator.canShare = () => true; navigator.share = async (what) => { window.shared = what }")
    page.goto(site_url + VILLAGE, wait_until="networkidle")
    page.get_by_role("button", name="Chia sẻ").press("Enter")
    assert page.evaluate("window.shared.url") == site_url + VILLAGE
    assert "Quảng Phú Cầu" in page.evaluate("window.shared.title")
    page.close()
    page = browser.new_page()
    page.add_init_script("navigator.canShare = undefined")
    page.goto(site_url + VILLAGE, wait_until="networkidle")
    expect(page.get_by_role("button", name="Chia sẻ")).to_be_hidden()
    page.close()


def test_back_to_the_list(browser: Browser, site_url: str) -> None:
    """Whoever came from a search goes back to it with one tap, words and filters kept; others go to the bare list."""
    page = browser.new_page()
    page.goto(f"{site_url}tim-kiem/?q=huong", wait_until="networkidle")
    searched = page.url
    page.locator("[data-cat-found] a").first.click()
    back = page.locator(".cat-trail a").last
    expect(back).to_have_text("Về danh sách vừa xem")
    assert back.evaluate("link => link.href") == searched
    page.goto(site_url + VILLAGE, wait_until="networkidle")
    expect(page.locator(".cat-trail a").last).to_have_text("Làng nghề")
    page.close()


def test_a_number_opens_the_sources(browser: Browser, site_url: str) -> None:
    """The number of a source leads to it, though all sources are folded away."""
    page = browser.new_page()
    page.goto(site_url + VILLAGE, wait_until="networkidle")
    number = page.locator(".cat-source__number:visible").first
    number.click()
    expect(page.locator(page.url[page.url.index("#") :])).to_be_in_viewport()
    page.close()


def test_without_scripts_nothing_is_offered(browser: Browser, site_url: str) -> None:
    """Buttons that need a script are not shown without one, and everything else reads on."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + VILLAGE)
    expect(page.locator(".cat-acts")).to_be_hidden()
    page.locator("#sources ~ * summary").click()
    expect(page.locator(".cat-sources > li").first).to_be_visible()
    context.close()
