"""Take a picture of every kind of page: `python -m tests.browser.screenshots [--site DIR] [--out .screenshots]`.

At 360, 768, 1280 and 1920 pixels, light and dark, in both languages, from top to bottom with all pictures loaded.
`index.html` in the folder shows all of them side by side. Git ignores the folder.
"""

from __future__ import annotations

import argparse
import sys
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import PROJECT, find_chromium, sandbox_works
from tests.browser.kinds import pages_of_every_kind
from tests.browser.server import serving
from tests.browser.sites import built

OUT = PROJECT / ".screenshots"
WIDTHS = {360: 780, 768: 1024, 1280: 800, 1920: 1080}
"""Pixels across → pixels that are seen at once."""
SCHEMES = ("light", "dark")
TALLEST = 12_000
"""Pixels of the longest picture; what is below is cut off (graphics processors end at 16,384)."""

SETTLE = """async () => {
  for (const image of document.images) image.loading = "eager"
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y)
    await new Promise(done => requestAnimationFrame(done))
  }
  scrollTo(0, 0)
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
  await document.fonts.ready
}"""
"""Load every picture, those below too."""


def main() -> int:
    """Take all pictures; 0 when they are there."""
    parser = argparse.ArgumentParser(description="Take a picture of every kind of page of the site.")
    parser.add_argument("--site", type=Path, help="a built site; else one is built")
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the pictures")
    parser.add_argument("--kinds", default="", help="kinds of page, by comma; else all")
    parser.add_argument("--widths", default=",".join(map(str, WIDTHS)), help="pixels across, by comma")
    parser.add_argument("--schemes", default=",".join(SCHEMES), help="light, dark")
    options = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        print("no Chromium: run `python -m tests.browser.chromium`", file=sys.stderr)
        return 1
    wanted = set(filter(None, options.kinds.split(",")))
    shots: list[Path] = []
    with built(options.site) as site, serving(site) as url, sync_playwright() as playwright:
        places = {place: uri for place, uri in pages_of_every_kind(site).items() if not wanted or place[0] in wanted}
        switches = [] if sandbox_works() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu", *switches])
        for width in map(int, options.widths.split(",")):
            for scheme in options.schemes.split(","):
                shots += shoot(browser, url, places, width, scheme, options.out)
                print(f"{width} {scheme}: {len(places)}", flush=True)
        browser.close()
    sheet = options.out / "index.html"
    sheet.write_text(contact_sheet([shot.relative_to(options.out).as_posix() for shot in shots]), encoding="utf-8")
    print(sheet)
    return 0


def shoot(
    browser: Browser, url: str, places: dict[tuple[str, str], str], width: int, scheme: str, out: Path
) -> list[Path]:
    """Take the pictures of one width and scheme, and return them.

    Args:
        browser: The browser.
        url: Address of the site.
        places: Kind and language → address of the page, relative to the site's.
        width: Pixels across.
        scheme: `light` or `dark`.
        out: Folder of the pictures; each kind gets one of its own.

    """
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS.get(width, 800)},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    taken = []
    for (kind, language), uri in sorted(places.items()):
        page = context.new_page()
        page.goto(url + uri, wait_until="load")
        page.evaluate(SETTLE)
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        taken.append(out / kind / f"{width}-{scheme}-{language}.png")
        taken[-1].parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=taken[-1], full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
        page.close()
    context.close()
    return taken


def contact_sheet(shots: list[str]) -> str:
    """Return a page that shows all pictures, kind by kind."""
    kinds: dict[str, list[str]] = {}
    for shot in sorted(shots):
        name = escape(Path(shot).stem)
        figure = f'<a href="{escape(shot)}"><img src="{escape(shot)}" alt="" loading="lazy"><br>{name}</a>'
        kinds.setdefault(shot.split("/")[0], []).append(figure)
    rows = "\n".join(f"<h2>{escape(kind)}</h2>\n<div>{''.join(figures)}</div>" for kind, figures in kinds.items())
    return (
        "<!doctype html>\n<meta charset='utf-8'>\n<title>Screenshots</title>\n<style>body{font:14px sans-serif}"
        "div{display:flex;gap:1rem;overflow-x:auto;align-items:start}img{width:240px;border:1px solid}</style>\n"
        f"{rows}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
