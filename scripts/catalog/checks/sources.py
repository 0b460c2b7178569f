"""Sources: each can be found again, none twice; and web addresses of every kind."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.diagnostics import Diagnostic
from catalog.model import Record
from catalog.prose import safe_url
from catalog.repository import Entry
from catalog.source import Document
from catalog.source import Path as ValuePath


def check_sources(entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield sources of a record without an address, and sources named twice."""
    seen: dict[str, int] = {}
    for position, source in enumerate(entry.value.sources):
        path = ("sources", position)
        if source.url is None:
            yield entry.document.diagnose("source-without-address", path, title=source.title)
            continue
        if source.url in seen:
            line = entry.document.at(("sources", seen[source.url])).line
            yield entry.document.diagnose("source-twice", (*path, "url"), line=line)
        seen.setdefault(source.url, position)


def check_address(document: Document, path: ValuePath, url: str) -> Iterator[Diagnostic]:
    """Yield what keeps an address from being a link to a web page."""
    if safe_url(url) is None or not url.startswith(("https://", "http://")):
        bare = url.strip()
        guess = f"https://{bare}" if "://" not in bare and " " not in bare else None
        suggestion = guess if guess is not None and safe_url(guess) else None
        yield document.diagnose("address-form", path, suggestion=suggestion, url=url)
