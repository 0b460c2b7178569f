"""The strict policy in a real browser: with the headers that a host would send, nothing a visitor does breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from catalog.headers import HEADERS_FILE
from tests.browser.test_pages import DESKTOP

pytestmark = pytest.mark.browser

LISTEN = """
window.violations = []
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
})
"""
NOWHERE = "khong-co-trang-nay/"
"""An address that leads nowhere."""
VILLAGE = "lang-nghe/quang-phu-cau/"
"""A page with pictures."""


def headers_for(rules: str, path: str) -> Iterator[tuple[str, str]]:
    """Yield the headers that a host sends with a file: `*` is anything, `:name` one part of the way.

    >>> list(headers_for("/*\\n  A: 1\\n\\n/s/:x/*\\n  B: 2\\n", "/s/vi.json"))
    [('A', '1')]
    """
    applies = False
    for line in rules.splitlines():
        if line.startswith("/"):
            applies = re.fullmatch(re.sub(r":\\w+", "[^/]+", line.replace("*", ".*")), path) is not None
        elif applies and line.strip():
            name, _, value = line.strip().partition(": ")
            yield name, value


@contextmanager
def visiting(browser: Browser, site: Path) -> Iterator[tuple[Page, list[str]]]:
    """Come as a visitor of a host that reads `_headers`; give the page, and what was broken on every page since."""
    rules = (site / HEADERS_FILE).read_text(encoding="utf-8")
    broken: list[str] = []

    def as_the_host_would(route: Route) -> None:
        answer = route.fetch()
        headers = answer.headers | dict(headers_for(rules, urlsplit(route.request.url).path))
        route.fulfill(response=answer, headers=headers)

    context = browser.new_context(
        viewport={"width": DESKTOP["width"], "height": DESKTOP["height"]}, reduced_motion="reduce"
    )
    try:
        context.route("**/*", as_the_host_would)
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on(
            "console",
            lambda said: broken.append(said.text) if said.type == "error" and "404" not in said.text else None,
        )
        yield page, broken
    finally:
        context.unroute_all(behavior="ignoreErrors")
        context.close()


def one_page_of_each_folder(site: Path) -> list[str]:
    """Return the address of one page of each folder of the site."""
    found: dict[Path, str] = {}
    for page in sorted(site.rglob("index.html")):
        uri = page.parent.relative_to(site).as_posix()
        found.setdefault(page.parent.parent, "" if uri == "." else f"{uri}/")
    return list(found.values())


def test_no_kind_of_page_breaks_the_policy(browser: Browser, site_url: str, built_site: Path) -> None:
    """One page of every folder, and the page for an address that leads nowhere, come with the policy and keep it."""
    with visiting(browser, built_site) as (page, broken):
        for uri in (*one_page_of_each_folder(built_site), NOWHERE):
            answer = page.goto(site_url + uri, wait_until="load")
            assert answer is not None
            assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert page.evaluate("window.violations") == [], uri
            assert broken == [], uri


def test_search_filters_and_gallery_keep_the_policy(browser: Browser, site_url: str, built_site: Path) -> None:
    """A visitor searches, chooses a filter, takes the list along, and looks at pictures, large."""
    with visiting(browser, built_site) as (page, broken):
        page.goto(site_url + "tim-kiem/?q=gom+bat+trang")
        expect(page.locator("main a[href*='bat-trang']").first).to_be_visible()
        assert page.evaluate("window.violations") == []

        page.goto(site_url + "san-pham/")
        page.click(".cat-browse__summary")
        page.wait_for_selector(".cat-browse__value", state="attached")
        page.locator(".cat-browse__facet").first.evaluate("(fold) => { fold.open = true }")
        page.locator(".cat-browse__value input").first.check(force=True)
        expect(page.locator(".cat-browse__results .cat-card__name").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        with page.expect_download():
            page.get_by_text("Tải danh sách này (CSV)").press("Enter")
        assert page.evaluate("window.violations") == []

        page.goto(site_url + VILLAGE, wait_until="networkidle")
        page.locator("[data-pswp-width]").first.click()
        expect(page.locator(".pswp__words")).not_to_be_empty()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Escape")
        expect(page.locator(".pswp")).to_have_count(0)
        assert page.evaluate("window.violations") == []
        assert broken == []


def test_a_script_that_nobody_named_stays_dead(browser: Browser, site_url: str) -> None:
    """Without any header the page's own policy is heard: text that became a script by mistake does not run."""
    page = browser.new_page()
    try:
        page.add_init_script(LISTEN)
        page.goto(site_url)
        page.evaluate(
            """() => {
              const script = document.createElement("script")
              script.textContent = "window.ran = true"
              document.body.append(script)
            }"""
        )
        page.wait_for_function("window.violations.length > 0")
        assert page.evaluate("window.ran") is None
    finally:
        page.close()
