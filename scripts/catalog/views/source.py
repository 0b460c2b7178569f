"""Where facts were read, as pages show it: a title, a host a reader can judge, a date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

from catalog.model import Source
from catalog.prose import safe_url
from catalog.text import format_date
from catalog.views.edition import Edition, Words


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source."""

    title: str
    url: str | None
    """A safe address; `None`: the record has none, or none that may stand in a link."""
    where: str
    """Host and date, for example `vca.org.vn, 2021`; empty: neither is known."""
    note: Words | None
    number: int | None = None
    """Its place among the sources of the record; `None`: it stands for itself."""


def source_view(edition: Edition, source: Source) -> SourceView:
    """Show one source."""
    url = safe_url(source.url) if source.url else None
    host = _host(url) if url else ""
    date = format_date(source.date, edition.language) if source.date else None
    where = ", ".join([part for part in (host, date) if part])
    return SourceView(source.title, url, where, edition.note(source.note))


@lru_cache(8192)
def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources of a record."""

    items: tuple[SourceView, ...]
    summary: str
    """How many there are, for the fold that holds them."""
    count_line: str | None
    """Said where everything rests on one source."""

    def number(self, source: SourceView) -> int | None:
        """Return the place of a source among these; `None`: it is not one of them."""
        for number, item in enumerate(self.items, start=1):
            if item.url == source.url and (item.url is not None or item.title == source.title):
                return number
        return None


def sources_view(edition: Edition, sources: tuple[Source, ...]) -> Sources:
    """Show the sources of a record in its order."""
    return Sources(
        tuple([source_view(edition, source) for source in sources]),
        edition.t.count("sources.fold", len(sources)),
        edition.t("sources.only_one") if len(sources) == 1 else None,
    )


def maybe_source(edition: Edition, source: Source | None, among: Sources | None = None) -> SourceView | None:
    """Show the source of one fact, which may be missing.

    Args:
        edition: The edition.
        source: The source.
        among: All sources of the record; one of them is told by its number.

    """
    if source is None:
        return None
    view = source_view(edition, source)
    return replace(view, number=among.number(view)) if among else view
