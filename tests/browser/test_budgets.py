"""What a page may cost and must keep, on every kind of page in both languages: bytes, requests, stillness, access.

Each page is opened once at each width, and everything is measured on that visit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.kinds import pages_of_every_kind
from tests.browser.server import packed
from tests.browser.test_pages import DESKTOP, PHONE, is_elsewhere, wider_than_the_screen

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

KB = 1024
HTML = 14 * KB
"""Most bytes of a page, gzipped: what a server sends before it waits for the first answer (10 packets, RFC 6928)."""
CODE = 70 * KB
"""Most bytes of stylesheets and scripts together, gzipped, before search or gallery are opened."""
FONTS = 75 * KB
REQUESTS = 12
"""Most requests before pictures, the page itself among them."""
STILL = 0.0005
"""Layout shift that nobody can see: half a thousandth of the screen, moved by its own height."""
LARGE = 2
"""Text twice as large as usual (WCAG 2.2, 1.4.4)."""
WIDTHS = {"phone": PHONE, "desktop": DESKTOP}

WATCH = """
window.shifted = 0
window.movers = []
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    window.shifted += entry.value
    window.movers.push(...entry.sources.map(source => source.node?.className || source.node?.nodeName))
  }
}).observe({type: "layout-shift", buffered: true})
"""
"""Sum up how far things move by themselves."""

SCROLL = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y)
    await new Promise(done => requestAnimationFrame(done))
  }
  scrollTo(0, 0)
  await new Promise(done => requestAnimationFrame(done))
}"""
"""Go down the page as a reader does, so that everything loads."""

OVERLAPS = """() => {
  const shown = element => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each)
      if (["fixed", "sticky"].includes(style.position)) return false
      if (style.visibility === "hidden" || style.opacity === "0" || style.clipPath !== "none") return false
      const box = each.getBoundingClientRect()
      if (style.overflow !== "visible" && (box.width <= 2 || box.height <= 2)) return false
      if (each.closest("details:not([open]) > :not(summary)")) return false
    }
    return true
  }
  const lines = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement
    if (!text.data.trim() || parent.closest("script, style, svg, noscript, select, template")) continue
    if (!shown(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const box of range.getClientRects())
      if (box.width > 2 && box.height > 2) lines.push({box, parent, text: text.data.trim()})
  }
  lines.sort((a, b) => a.box.top - b.box.top)
  const found = []
  for (let i = 0; i < lines.length; i++) {
    const a = lines[i]
    for (let j = i + 1; j < lines.length && lines[j].box.top < a.box.bottom; j++) {
      const b = lines[j]
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
      // Boxes of lines are taller than letters; a third of a line is where letters meet.
      if (across > 2 && down > Math.min(a.box.height, b.box.height) / 3)
        found.push(`${a.text.slice(0, 30)} | ${b.text.slice(0, 30)}`)
    }
  }
  return found.slice(0, 5)
}"""
"""Lines of text that stand on one another."""


@dataclass(frozen=True)
class Measured:
    """One page at one width, as the browser saw it."""

    name: str
    """Kind, language and width."""
    requests: tuple[tuple[str, str], ...]
    """Kind of thing and address, in order, until the page was there."""
    shift: float
    movers: tuple[str, ...]
    findings: tuple[str, ...]
    """Of axe-core, in the light scheme and, for what colours do, in the dark one."""
    overlaps: tuple[str, ...]
    """At twice the size of text."""
    wide: tuple[str, ...]
    """What makes the page scroll sideways then."""


@pytest.fixture(scope="module")
def places(built_site: Path) -> dict[tuple[str, str], str]:
    """Kind and language → address of the page with the most bytes."""
    return pages_of_every_kind(built_site)


@pytest.fixture(scope="module")
def measured(
    browser: Browser,
    site_url: str,
    places: dict[tuple[str, str], str],
    problems: Callable[..., list[str]],
) -> list[Measured]:
    """Every kind of page in both languages, on a phone and on a desktop."""
    found = []
    for width, viewport in WIDTHS.items():
        context = browser.new_context(viewport={"width": viewport["width"], "height": viewport["height"]})
        context.add_init_script(WATCH)
        page = context.new_page()
        for (kind, language), uri in places.items():
            # A colour is the same in every language.
            schemes: tuple[Scheme, ...] = ("light", "dark") if language == "vi" else ("light",)
            found.append(measure(page, site_url + uri, f"{kind} {language} {width}", schemes, problems))
        context.close()
    return found


def measure(page: Page, url: str, name: str, schemes: Sequence[Scheme], problems: Callable[..., list[str]]) -> Measured:
    """Open one page and measure everything.

    Args:
        page: A tab; its context runs `WATCH` first.
        url: Address of the page.
        name: What to call it in a finding.
        schemes: The first is judged by all rules of axe-core, the others by what colours do.
        problems: Judges a page as axe-core does.

    """
    requests: list[tuple[str, str]] = []

    def note(request: Request) -> None:
        requests.append((request.resource_type, request.url))

    page.on("request", note)
    page.emulate_media(color_scheme=schemes[0])
    page.goto(url, wait_until="load")
    loaded = tuple(requests)
    page.evaluate(SCROLL)
    shift, movers = page.evaluate("[window.shifted, window.movers]")
    findings = problems(page)
    for scheme in schemes[1:]:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour half way
        findings += [f"{scheme}: {finding}" for finding in problems(page, only="color-contrast")]
    _enlarge(page)
    page.remove_listener("request", note)
    return Measured(
        name,
        loaded,
        shift,
        tuple(map(str, movers)),
        tuple(findings),
        tuple(page.evaluate(OVERLAPS)),
        tuple(wider_than_the_screen(page)),
    )


def _enlarge(page: Page) -> None:
    """Make text larger as the browser's own setting does: the size that everything else is measured by."""
    page.evaluate(
        """times => {
          const root = document.documentElement
          root.style.fontSize = parseFloat(getComputedStyle(root).fontSize) * times + "px"
        }""",
        LARGE,
    )


def _over(measured: list[Measured], cost: Callable[[Measured], int], budget: int) -> dict[str, int]:
    return {page.name: cost(page) for page in measured if cost(page) > budget}


def _bytes(site: Path, site_url: str, page: Measured, kinds: tuple[str, ...]) -> int:
    """Bytes of what a page loads, as they are sent."""
    ways = dict.fromkeys(url for kind, url in page.requests if kind in kinds)
    return sum(len(packed(site / urlsplit(url).path.lstrip("/"))) for url in ways if url.startswith(site_url))


def test_no_page_is_heavy(built_site: Path) -> None:
    """Every page of the site, not only the largest of its kind, arrives in the first breath of a slow network."""
    sizes = {path.relative_to(built_site).as_posix(): len(packed(path)) for path in built_site.rglob("*.html")}

    assert {uri: size for uri, size in sizes.items() if size > HTML} == {}


def test_code_is_light(measured: list[Measured], built_site: Path, site_url: str) -> None:
    """Stylesheets and scripts cost little before somebody searches or opens a picture."""
    assert _over(measured, lambda page: _bytes(built_site, site_url, page, ("stylesheet", "script")), CODE) == {}


def test_fonts_are_light(measured: list[Measured], built_site: Path, site_url: str) -> None:
    """Letters cost little, and Vietnamese ones no more."""
    assert _over(measured, lambda page: _bytes(built_site, site_url, page, ("font",)), FONTS) == {}


def test_requests_are_few(measured: list[Measured]) -> None:
    """Before pictures a page asks for a dozen things at most."""
    assert _over(measured, lambda page: sum(kind != "image" for kind, _ in page.requests), REQUESTS) == {}


def test_nothing_is_asked_of_others(measured: list[Measured], site_url: str) -> None:
    """No kind of page tells another host who is reading."""
    assert [(p.name, url) for p in measured for _, url in p.requests if is_elsewhere(url, site_url)] == []


def test_nothing_moves_by_itself(measured: list[Measured]) -> None:
    """What somebody is about to touch stays where it is, from the first paint to the end of the page."""
    assert {page.name: (page.shift, page.movers) for page in measured if page.shift > STILL} == {}


def test_every_page_is_accessible(measured: list[Measured]) -> None:
    """axe-core finds nothing on any kind of page, light or dark."""
    assert {page.name: page.findings for page in measured if page.findings} == {}


def test_large_text_fits(measured: list[Measured]) -> None:
    """With text twice as large no line stands on another and nothing is wider than the screen."""
    assert {page.name: (page.overlaps, page.wide) for page in measured if page.overlaps or page.wide} == {}


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A browser whose visitor has switched JavaScript off."""
    context = browser.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]}, java_script_enabled=False
    )
    yield context
    context.close()


def test_every_page_reads_without_javascript(
    plain: BrowserContext, site_url: str, places: dict[tuple[str, str], str]
) -> None:
    """The heading is seen, the words are there, and ways lead on: to the sections and to the other language."""
    page = plain.new_page()
    mute = []
    for (kind, language), uri in places.items():
        page.goto(site_url + uri, wait_until="domcontentloaded")
        heading, main = page.locator("h1").first, page.locator("main")
        links = main.locator("a[href]:visible").count()
        other = page.locator(f"a[hreflang]:not([hreflang={language}])").count()
        if not (heading.is_visible() and len(main.inner_text()) > 100 and links and (other or kind == "missing")):
            mute.append((kind, language, heading.is_visible(), len(main.inner_text()), links, other))
    page.close()

    assert mute == []
