"""What stands round every page, as visitors use it: by keyboard, without scripts, in the dark, with large letters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import DESKTOP, PHONE, wider_than_the_screen

pytestmark = pytest.mark.browser

VILLAGE = "lang-nghe/quang-phu-cau/"
LAMPLIGHT, DAY = "rgb(31, 27, 24)", "rgb(247, 240, 225)"
"""The paper of each scheme, as browsers say it."""


@contextmanager
def visitor(browser: Browser, **settings: Any) -> Iterator[Page]:
    """Open a page as somebody who has never been here; `settings` as Playwright's `new_context` knows them."""
    context = browser.new_context(**{"viewport": DESKTOP, **settings})
    try:
        yield context.new_page()
    finally:
        context.close()


def paper(page: Page) -> str:
    """Return the colour below the words."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_the_menu_opens_by_keyboard(browser: Browser, site_url: str, scripts: bool) -> None:
    """On a phone the menu waits behind a button, opens and closes by keys, and its first link is the next stop."""
    with visitor(browser, viewport=PHONE, java_script_enabled=scripts) as page:
        page.goto(site_url + VILLAGE)
        link = page.get_by_role("link", name="Sản phẩm", exact=True).first
        expect(link).to_be_hidden()

        page.locator(".cat-header__menu").focus()
        page.keyboard.press("Enter")
        expect(link).to_be_visible()
        page.keyboard.press("Escape")
        expect(link).to_be_hidden()

        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(site_url)


def test_the_menu_is_a_row_on_a_wide_screen(browser: Browser, site_url: str) -> None:
    """All entries stand in one line of their own, without a button to open them."""
    with visitor(browser) as page:
        page.goto(site_url + VILLAGE)

        expect(page.locator(".cat-header__menu")).to_be_hidden()
        tops = page.locator(".cat-menu__link:visible").evaluate_all(
            "links => links.map(link => Math.round(link.getBoundingClientRect().top))"
        )
        assert len(tops) == 12
        assert len(set(tops)) == 1


@pytest.mark.parametrize(("device", "paper_of_device"), [("light", DAY), ("dark", LAMPLIGHT)])
def test_a_page_follows_the_device(browser: Browser, site_url: str, device: str, paper_of_device: str) -> None:
    """Whose device is dark reads by lamplight, without scripts too; there is no switch then."""
    with visitor(browser, color_scheme=device, java_script_enabled=False) as page:
        page.goto(site_url + VILLAGE)

        # Without scripts Playwright still asks the browser itself.
        expect(page.locator("body")).to_have_css("background-color", paper_of_device)
        expect(page.locator("[data-cat-scheme]")).to_be_hidden()


def test_a_choice_of_light_or_dark_is_remembered(browser: Browser, site_url: str) -> None:
    """Who switches sees the same paper on the next page, from its first moment; switching back follows the device."""
    with visitor(browser, color_scheme="light") as page:
        page.goto(site_url + VILLAGE)
        switch = page.locator("[data-cat-scheme]")
        expect(switch).to_have_attribute("aria-pressed", "false")
        switch.click()
        assert paper(page) == LAMPLIGHT
        expect(switch).to_have_attribute("aria-pressed", "true")

        page.goto(site_url + "en/", wait_until="commit")
        page.wait_for_function("document.body !== null")
        assert paper(page) == LAMPLIGHT

        page.locator("[data-cat-scheme]").click()
        assert paper(page) == DAY
        assert page.evaluate("localStorage.length") == 0


def test_the_skip_link_leads_past_the_head(browser: Browser, site_url: str) -> None:
    """The first Tab shows a way to the content, and who takes it has left the menu behind."""
    with visitor(browser) as page:
        page.goto(site_url + VILLAGE)
        page.keyboard.press("Tab")
        skip = page.locator(".cat-skip")
        expect(skip).to_be_focused()
        assert skip.evaluate("link => getComputedStyle(link).clipPath") == "none"

        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_what_has_the_focus_is_framed(browser: Browser, site_url: str) -> None:
    """Every stop of the Tab key in the head and the foot of a page shows that it is one."""
    with visitor(browser) as page:
        page.goto(site_url + "gioi-thieu/")
        unframed = []
        for _ in range(40):
            page.keyboard.press("Tab")
            stop = page.evaluate(
                """() => {
                  const stop = document.activeElement, style = getComputedStyle(stop)
                  if (stop === document.body) return null
                  return [stop.outerHTML.slice(0, 80), style.outlineStyle !== "none" && parseFloat(style.outlineWidth)]
                }"""
            )
            if stop is None:
                break
            if not stop[1] or stop[1] < 2:
                unframed.append(stop[0])

        assert unframed == []


@pytest.mark.parametrize("uri", ["", VILLAGE, "en/products/", "dong-gop/"])
@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_letters_twice_as_large_fit(browser: Browser, site_url: str, width: int, uri: str) -> None:
    """With letters at 200 % nothing is wider than the screen, and nothing in the head lies over something else."""
    with visitor(browser, viewport={"width": width, "height": 900}) as page:
        page.goto(site_url + uri)
        page.evaluate(
            "document.documentElement.style.setProperty('font-size', '250%', 'important')"
        )  # the theme's 125 %, doubled
        page.wait_for_timeout(50)

        assert wider_than_the_screen(page) == []
        overlapping = page.evaluate(
            """() => {
              const parts = document.querySelectorAll(
                ".cat-header__bar :is(img, form, .cat-header__name, .cat-header__button, .cat-languages__link)")
              const seen = [...parts].filter(part => part.checkVisibility())
              const boxes = seen.map(part => [part, part.getBoundingClientRect()])
              const meet = (a, b) => a.right > b.left + 1 && b.right > a.left + 1
                && a.bottom > b.top + 1 && b.bottom > a.top + 1
              return boxes.flatMap(([part, a], at) => boxes.slice(at + 1).filter(([, b]) => meet(a, b))
                .map(([other]) => `${part.className} / ${other.className}`))
            }"""
        )
        assert overlapping == []


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("uri", ["", VILLAGE, "gioi-thieu/"])
def test_nothing_moves_while_a_page_loads(browser: Browser, site_url: str, uri: str, viewport: dict[str, int]) -> None:
    """The layout shift of a first visit is 0, letters and pictures included."""
    with visitor(browser, viewport=viewport) as page:
        page.goto(site_url + uri, wait_until="networkidle")
        shift = page.evaluate(
            """() => new Promise(done => {
              new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
                .observe({ type: "layout-shift", buffered: true })
              setTimeout(() => done(0), 300)
            })"""
        )
        assert shift == 0


def test_a_half_header_is_not_shown(browser: Browser, site_url: str) -> None:
    """A page that arrives in pieces shows its header once it is whole: the rest would push aside what is there."""
    with visitor(browser) as page:
        page.goto(site_url + VILLAGE)
        header = page.locator(".cat-header")
        expect(header).to_be_visible()

        header.evaluate("header => { while (header.nextElementSibling) header.nextElementSibling.remove() }")
        expect(header).to_be_hidden()
