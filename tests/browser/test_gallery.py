"""Pictures in a real browser: by mouse, touch and keys, with an address each, light, and nothing on the page jumps."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.test_pages import DESKTOP, PHONE

pytestmark = pytest.mark.browser

VILLAGE = {"vi": "lang-nghe/quang-phu-cau/", "en": "en/villages/quang-phu-cau/"}
PICTURE = "#anh-05-se-huong-den"
"""Address of one picture of the village, in its page."""
NAMES = {"vi": "Xem hình lớn", "en": "Pictures, large"}
FIRST_BYTES = 40_000
"""Most bytes of the first picture of a page on a phone 360 pixels wide."""
STEADY = """() => {
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) window.shifts.push([shift.value,
      ...shift.sources.map(({ node }) => node ? `${node.nodeName}.${node.className ?? ""}` : "gone")])
  }).observe({ type: "layout-shift", buffered: true })
}"""


@dataclass
class Visitor:
    """A visitor, the page that is open, and what came over the wire."""

    page: Page
    answers: list[Response] = field(default_factory=list)

    def asked(self, part: str) -> list[str]:
        """Return the addresses asked for that hold a text."""
        return [answer.url for answer in self.answers if part in answer.url]


@contextmanager
def visiting(browser: Browser, viewport: dict[str, int], **more: Any) -> Iterator[Visitor]:
    """Come as a new visitor; no animation, so that no test waits for one."""
    context = browser.new_context(
        viewport={"width": viewport["width"], "height": viewport["height"]}, reduced_motion="reduce", **more
    )
    try:
        visitor = Visitor(context.new_page())
        visitor.page.on("response", lambda answer: visitor.answers.append(answer))
        yield visitor
    finally:
        context.close()


def opened(page: Page) -> Any:
    """Return the viewer."""
    return page.locator(".pswp--open")


def links(page: Page) -> Any:
    """Return the links of the gallery."""
    return page.locator("[data-cat-gallery] a[data-pswp-width]")


def address(page: Page, position: int) -> str:
    """Return what the address of the page ends with while one picture is shown."""
    id_ = links(page).nth(position).evaluate("link => link.closest('figure').id")
    assert id_.startswith("anh-")
    return f"#{id_}"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_by_mouse(browser: Browser, site_url: str, language: str) -> None:
    """The viewer is fetched by the first click only; it has a name, shows words, and gives focus back."""
    with visiting(browser, DESKTOP) as visitor:
        page = visitor.page
        page.goto(site_url + VILLAGE[language], wait_until="networkidle")
        assert len(visitor.asked("photoswipe-lightbox")) == 1
        assert visitor.asked("photoswipe.esm") == visitor.asked("photoswipe.css") == []

        links(page).nth(1).click()

        expect(opened(page)).to_have_attribute("aria-label", NAMES[language])
        expect(opened(page)).to_have_attribute("role", "dialog")
        expect(opened(page)).to_have_attribute("aria-modal", "true")
        words = page.locator(".pswp__words")
        expect(words).to_contain_text("Hình minh hoạ" if language == "vi" else "Illustration")
        expect(words).to_contain_text("CC BY 4.0")
        assert page.url.endswith(address(page, 1))
        page.locator(".pswp__button--arrow--next").click()
        assert page.url.endswith(address(page, 2))
        page.locator(".pswp__button--close").click()

        expect(opened(page)).to_have_count(0)
        expect(page).to_have_url(site_url + VILLAGE[language])
        expect(links(page).nth(2)).to_be_focused()


def test_by_keys(browser: Browser, site_url: str) -> None:
    """Enter opens, arrows turn, Tab stays inside, Esc closes and returns to where the visitor was."""
    with visiting(browser, DESKTOP) as visitor:
        page = visitor.page
        page.goto(site_url + VILLAGE["vi"], wait_until="networkidle")
        links(page).nth(0).focus()
        page.keyboard.press("Enter")
        expect(opened(page)).to_be_visible()
        expect(page.locator(".pswp__words")).not_to_be_empty()
        for _ in range(12):
            page.keyboard.press("Tab")
            # Between its last button and its first lies the browser's own bar; the page behind is never reached.
            assert page.evaluate("document.activeElement.matches('body, .pswp, .pswp *')")
        page.keyboard.press("ArrowRight")
        assert page.url.endswith(address(page, 1))
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Escape")
        expect(opened(page)).to_have_count(0)
        expect(links(page).nth(0)).to_be_focused()
        expect(page).to_have_url(site_url + VILLAGE["vi"])


def test_by_touch(browser: Browser, site_url: str) -> None:
    """A tap opens, a swipe turns, and the phone loads a file that fits its screen."""
    with visiting(browser, PHONE, has_touch=True, is_mobile=True, device_scale_factor=2) as visitor:
        page = visitor.page
        page.goto(site_url + VILLAGE["vi"], wait_until="networkidle")
        links(page).nth(0).tap()
        expect(opened(page)).to_be_visible()
        expect(page.locator(".pswp__item[aria-hidden=false] .pswp__img:not(.pswp__img--placeholder)")).to_be_visible()
        touch = page.context.new_cdp_session(page)
        for kind, x in [("touchStart", 300), *[("touchMove", 300 - step) for step in range(20, 221, 20)]]:
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 400}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_function("wanted => location.hash === wanted", arg=address(page, 1))
        shown = page.locator(".pswp__item[aria-hidden=false] .pswp__img:not(.pswp__img--placeholder)")
        expect(shown).to_be_visible()
        assert shown.evaluate("image => image.naturalWidth") <= 960


def test_an_address_opens_its_picture(browser: Browser, site_url: str) -> None:
    """Whoever is sent `#anh-05-se-huong-den` sees that picture; closing leaves the page, at that picture."""
    with visiting(browser, PHONE) as visitor:
        page = visitor.page
        page.goto(site_url + VILLAGE["vi"] + PICTURE, wait_until="networkidle")
        expect(opened(page)).to_be_visible()
        expect(page.locator(".pswp__words")).to_contain_text(
            page.locator(PICTURE).locator("figcaption > span").first.inner_text()
        )
        page.keyboard.press("Escape")
        expect(opened(page)).to_have_count(0)
        expect(page.locator(f"{PICTURE} > a")).to_be_focused()
        expect(page.locator(f"{PICTURE} > a")).to_be_in_viewport()
        expect(page).to_have_url(site_url + VILLAGE["vi"])


def test_back_closes(browser: Browser, site_url: str) -> None:
    """Back closes the viewer and stays on the page; forward opens the picture again; the history grows by one only."""
    with visiting(browser, DESKTOP) as visitor:
        page = visitor.page
        page.goto(site_url, wait_until="networkidle")
        page.goto(site_url + VILLAGE["vi"], wait_until="networkidle")
        links(page).nth(0).click()
        expect(opened(page)).to_be_visible()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("wanted => location.hash === wanted", arg=address(page, 2))
        page.evaluate("history.back()")
        expect(opened(page)).to_have_count(0)
        expect(page).to_have_url(site_url + VILLAGE["vi"])
        page.evaluate("history.forward()")
        expect(opened(page)).to_be_visible()
        page.evaluate("history.back()")
        expect(opened(page)).to_have_count(0)
        page.go_back()
        assert page.url == site_url


def test_without_scripts(browser: Browser, site_url: str) -> None:
    """Each picture is a plain link to its largest file, and an address leads to its place on the page."""
    with visiting(browser, PHONE, java_script_enabled=False) as visitor:
        page = visitor.page
        page.goto(site_url + VILLAGE["vi"] + PICTURE)
        link = page.locator(f"{PICTURE} > a")
        expect(link).to_be_in_viewport()
        file = link.get_attribute("href")
        assert file is not None
        link.click()
        page.wait_for_url("**/assets/pictures/*/*.jpg")
        assert page.url.endswith(file.rpartition("/")[2])


def test_a_lost_viewer_leaves_the_link(browser: Browser, site_url: str) -> None:
    """On a network that breaks, a picture opens as the plain file."""
    with visiting(browser, PHONE) as visitor:
        page = visitor.page
        page.route("**/photoswipe.esm.min.js", lambda route: route.abort())
        page.goto(site_url + VILLAGE["vi"], wait_until="networkidle")
        links(page).nth(1).click()
        page.wait_for_url("**/assets/pictures/*/*.jpg")


PAGES = {
    "village with pictures": VILLAGE["vi"],
    "village with a pattern": "en/villages/bat-trang/",
    "product": "san-pham/",
    "craft": "nghe/huong/",
    "list": "lang-nghe/",
    "home": "",
}


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("uri", PAGES.values(), ids=list(PAGES))
def test_nothing_jumps(browser: Browser, site_url: str, uri: str, viewport: dict[str, int]) -> None:
    """Cumulative layout shift is 0 while a page loads and is read to its end."""
    with visiting(browser, viewport) as visitor:
        page = visitor.page
        page.add_init_script(f"({STEADY})()")
        page.goto(site_url + uri, wait_until="networkidle")
        if uri == "san-pham/":
            page.goto(page.locator(".cat-card__link").first.evaluate("link => link.href"), wait_until="networkidle")
        for _ in range(40):
            page.mouse.wheel(0, viewport["height"])
            page.wait_for_timeout(30)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.shifts") == []


@pytest.mark.parametrize("uri", PAGES.values(), ids=list(PAGES))
def test_the_first_picture_is_light(browser: Browser, site_url: str, uri: str) -> None:
    """On a phone 360 pixels wide the first picture of a page comes at once and weighs less than 40 KB."""
    with visiting(browser, PHONE) as visitor:
        page = visitor.page
        page.goto(site_url + uri, wait_until="networkidle")
        if uri == "san-pham/":
            page.goto(page.locator(".cat-card__link").first.evaluate("link => link.href"), wait_until="networkidle")
        first = page.locator("img.cat-picture").first
        assert first.get_attribute("fetchpriority") == "high"
        assert first.get_attribute("loading") is None
        shown = first.evaluate("image => image.currentSrc")
        body = next(answer for answer in reversed(visitor.answers) if answer.url == shown).body()
        # A drawing is text, which every host of static sites sends compressed; this little server does not.
        assert 0 < len(gzip.compress(body) if shown.endswith(".svg") else body) < FIRST_BYTES
