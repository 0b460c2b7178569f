"""What every visitor is promised on every page: nothing breaks, nothing leaves the site, nothing overflows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}

HOMES = {"vi": "", "en": "en/"}
KINDS = {
    "village": {"vi": "lang-nghe/*/index.html", "en": "en/villages/*/index.html"},
    "product": {"vi": "san-pham/*/index.html", "en": "en/products/*/index.html"},
}
"""Kind of record → where its pages are in the built site, by language."""


@dataclass
class Visit:
    """One opened page and what the browser noticed while loading it."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    """Messages of the console at level error, and exceptions of scripts."""
    requests: list[str] = field(default_factory=list)
    """Addresses asked for, in order."""


@contextmanager
def visiting(browser: Browser, url: str, viewport: dict[str, int]) -> Iterator[Visit]:
    """Open one page as a new visitor and wait until it is quiet."""
    context = browser.new_context(viewport={"width": viewport["width"], "height": viewport["height"]})
    try:
        visit = Visit(context.new_page())
        visit.page.on("console", lambda said: visit.complaints.append(said.text) if said.type == "error" else None)
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on("request", lambda request: visit.requests.append(request.url))
        visit.page.goto(url, wait_until="networkidle")
        yield visit
    finally:
        context.close()


@pytest.fixture(scope="session")
def addresses(built_site: Path) -> dict[tuple[str, str], str]:
    """Kind and language → an address in the site; of each kind the page with the most bytes, the one that can break."""
    found = {("home", language): path for language, path in HOMES.items()}
    for kind, patterns in KINDS.items():
        for language, pattern in patterns.items():
            pages = sorted(built_site.glob(pattern), key=lambda page: (page.stat().st_size, page))
            found[kind, language] = pages[-1].parent.relative_to(built_site).as_posix() + "/"
    return found


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ["home", *KINDS])
def test_a_page_is_whole(
    browser: Browser,
    site_url: str,
    addresses: dict[tuple[str, str], str],
    kind: str,
    language: str,
    viewport: dict[str, int],
) -> None:
    """No error in the console, no request to another host, nothing wider than the screen, the language named."""
    with visiting(browser, site_url + addresses[kind, language], viewport) as visit:
        assert visit.complaints == []
        assert [url for url in visit.requests if is_elsewhere(url, site_url)] == []
        assert wider_than_the_screen(visit.page) == []
        assert visit.page.locator("html").get_attribute("lang") == language


def is_elsewhere(url: str, site_url: str) -> bool:
    """Tell whether an address leads to another host; `data:` and `blob:` lead nowhere.

    >>> is_elsewhere("https://fonts.example/a.woff2", "http://127.0.0.1:8000/")
    True
    >>> is_elsewhere("data:image/png;base64,", "http://127.0.0.1:8000/")
    False
    """
    return urlsplit(url).netloc not in {"", urlsplit(site_url).netloc}


def wider_than_the_screen(page: Page) -> list[str]:
    """Name what makes the page scroll sideways; empty when it does not."""
    culprits: list[str] = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth
          if (document.documentElement.scrollWidth <= width) return []
          const all = [...document.body.querySelectorAll("*")]
          const wide = all.filter(e => e.getBoundingClientRect().right > width + 0.5)
          return ["page", ...wide.slice(0, 5).map(e => `${e.tagName.toLowerCase()}.${e.className}`)]
        }"""
    )
    return culprits
