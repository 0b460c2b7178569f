"""Every kind of page in a built site, found by the front matter of `content/`, for screenshots and budgets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

CONTENT = Path(__file__).resolve().parents[2] / "content"
LANGUAGES = ("vi", "en")
_SLUG = "[slug]"
_KIND = re.compile(r"^(?:catalog|page): *([a-z-]+) *$", re.MULTILINE)
MISSING = "missing"
"""The page for an address that leads nowhere."""


def pages_of_every_kind(site: Path) -> dict[tuple[str, str], str]:
    """Return kind and language → an address of the site: of each kind the page with the most bytes breaks first."""
    found = {place: max(pages, key=lambda uri: (_size(site, uri), uri)) for place, pages in _pages(site) if pages}
    return found | {(MISSING, LANGUAGES[0]): "404.html"}


def _pages(site: Path) -> Iterator[tuple[tuple[str, str], list[str]]]:
    for path in sorted(CONTENT.rglob("*.md")):
        match = _KIND.search(path.read_text(encoding="utf-8"))
        if match is None:
            continue
        place = path.relative_to(CONTENT)
        language = place.parts[0] if place.parts[0] in LANGUAGES else LANGUAGES[0]
        folder = place.parent if place.stem in ("index", _SLUG) else place.with_suffix("")
        folders = (
            sorted((site / folder).iterdir()) if place.stem == _SLUG and (site / folder).is_dir() else [site / folder]
        )
        uris = [each.relative_to(site).as_posix() for each in folders if (each / "index.html").is_file()]
        yield (match[1], language), ["" if uri == "." else f"{uri}/" for uri in uris]


def _size(site: Path, uri: str) -> int:
    return (site / uri / "index.html").stat().st_size
