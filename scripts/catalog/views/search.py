"""What the search page shows before anything was asked, and the words that the browser says while one searches."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.strings import Strings
from catalog.views.body import Body
from catalog.views.edition import Edition, Link, Words

SPOKEN = (
    "search.found.one",
    "search.found.other",
    "search.more.one",
    "search.more.other",
    "search.none",
    "search.near",
    "search.slip",
    "search.all",
    "search.kind.village",
    "search.kind.product",
    "search.kind.craft",
    "search.kind.maker",
    "search.kind.province",
    "search.kind.award",
    "search.kind.page",
    "browse.shown",
    "browse.loading",
    "browse.nothing",
    "browse.unknown",
    "browse.and_more",
    "browse.failed",
    "browse.copied",
    "browse.not_copied",
    "browse.chosen",
    "browse.clear",
    "browse.copy",
    "browse.csv",
    "browse.json",
    "browse.more.one",
    "browse.more.other",
    "browse.sort",
    "browse.sort_name",
    "browse.sort_newest",
    "browse.sort_highest",
    "browse.view",
    "browse.cards",
    "browse.table",
    "browse.link_column",
    "browse.found.product.one",
    "browse.found.product.other",
    "browse.found.village.one",
    "browse.found.village.other",
    "browse.column.name",
    "browse.column.craft",
    "browse.column.province",
    "browse.column.honours",
    "browse.column.titles",
    "browse.parameter.sort",
    "browse.parameter.view",
    "browse.value.newest",
    "browse.value.highest",
    "browse.value.table",
    "browse.file.product",
    "browse.file.village",
)
"""Keys of the words that the browser says."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page."""

    ways: tuple[Link, ...]
    """Lists to look through instead."""


def search_body(edition: Edition) -> Body:
    """Make the search page."""
    t = edition.t
    kinds = ("villages", "products", "crafts", "makers", "provinces", "awards")
    ways = tuple([edition.link(kind, "", Words(t(f"{kind}.title"), None)) for kind in kinds if edition.has(kind)])
    return Body(t("search.title"), t("search.description"), SearchView(ways))


def spoken(t: Strings) -> dict[str, str]:
    """Return the words that the browser says, by key."""
    return {key: t.words[key] for key in SPOKEN}
