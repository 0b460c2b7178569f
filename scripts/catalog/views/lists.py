"""The long lists: products, villages, makers, forty-eight cards a page, and the way from page to page.

The order is the catalog's own: Vietnamese alphabetical order of names. To find by words is the search's job.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.index import Catalog
from catalog.repository import Entry
from catalog.strings import Strings
from catalog.text import format_number
from catalog.views.body import Body
from catalog.views.card import maker_card, product_card, village_card
from catalog.views.edition import Card, Edition
from catalog.views.ways import Way, award_ways, craft_ways, province_ways

SIEVED = ("products", "villages")
"""Lists with filters."""
PAGE_SIZE = 48
"""Cards on one page: full rows for two, three and four columns."""


@dataclass(frozen=True, slots=True)
class Step:
    """One page in the pager."""

    label: str
    """Its number, as it is read."""
    spoken: str
    """The same for those who hear the page: “Page 3”."""
    uri: str
    """Relative to the site's root."""
    current: bool


@dataclass(frozen=True, slots=True)
class Pager:
    """The way from page to page of one list."""

    said: str
    """Where the reader is: “Page 2 of 7”."""
    first: str | None
    """Address of the first page; `None`: this is it."""
    previous: str | None
    next: str | None
    last: str | None
    runs: tuple[tuple[Step, ...], ...]
    """Numbered pages in runs; between two runs pages are left out."""


@dataclass(frozen=True, slots=True)
class WaysBlock:
    """A group of ways into a list."""

    title: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of a list."""

    title: str
    lead: str
    empty: str | None
    """What is said instead of cards; `None`: there are cards."""
    shown: str
    """Which part of the list this is: “49–96 of 322”."""
    ways: tuple[WaysBlock, ...]
    """Other ways in; on the first page only."""
    sieve: str | None
    """Kind of records that the browser can filter here, on the first page only; `None`: nothing to filter."""
    cards: tuple[Card, ...]
    pager: Pager | None
    """`None`: the list fits one page."""


@dataclass(frozen=True, slots=True)
class _List:
    """What is special about one list."""

    kind: str
    """Its kind of page; pages from the second on are `<kind>-page`."""
    noun: str
    """Section of the counted words."""
    entries: Callable[[Catalog], Mapping[str, Entry[Any]]]
    card: Callable[[Edition, Entry[Any]], Card]
    ways: Callable[[Edition], Sequence[WaysBlock]]


def page_count(number: int) -> int:
    """Return how many pages a list of so many entries has; an empty list has one.

    >>> page_count(0), page_count(48), page_count(49)
    (1, 1, 2)
    """
    return max(1, -(-number // PAGE_SIZE))


def further_pages(number: int) -> tuple[str, ...]:
    """Return the slugs of the pages after the first.

    >>> further_pages(100)
    ('2', '3')
    """
    return tuple(str(page) for page in range(2, page_count(number) + 1))


def products_body(edition: Edition, slug: str) -> Body:
    """Make one page of the list of products."""
    return _body(edition, _PRODUCTS, slug)


def villages_body(edition: Edition, slug: str) -> Body:
    """Make one page of the list of villages."""
    return _body(edition, _VILLAGES, slug)


def makers_body(edition: Edition, slug: str) -> Body:
    """Make one page of the list of makers."""
    return _body(edition, _MAKERS, slug)


def list_address(edition: Edition, kind: str, number: int) -> str:
    """Return the address of a page of a list."""
    return edition.uri(kind) if number == 1 else edition.uri(f"{kind}-page", str(number))


def pager_of(t: Strings, at: Callable[[int], str], page: int, pages: int) -> Pager | None:
    """Return the pager of one page of many; `None` when there is nothing to turn to.

    Args:
        t: Words of the page's language.
        at: Tells the address of a page by its number.
        page: The number of this one, from 1.
        pages: How many there are.

    """
    if pages == 1:
        return None

    def step(number: int) -> Step:
        label = format_number(number, t.language)
        return Step(label, t("list.page", number=label), at(number), number == page)

    return Pager(
        said=t("list.page_of", number=format_number(page, t.language), last=format_number(pages, t.language)),
        first=at(1) if page > 1 else None,
        previous=at(page - 1) if page > 1 else None,
        next=at(page + 1) if page < pages else None,
        last=at(pages) if page < pages else None,
        runs=tuple(tuple(step(number) for number in run) for run in numbered(page, pages)),
    )


def numbered(page: int, pages: int) -> tuple[tuple[int, ...], ...]:
    """Return the pages a pager names: the first, the last and the neighbours, in unbroken runs.

    >>> numbered(5, 9)
    ((1,), (4, 5, 6), (9,))
    >>> numbered(2, 4)
    ((1, 2, 3, 4),)
    """
    named = sorted({1, page - 1, page, page + 1, pages} & set(range(1, pages + 1)))
    runs: list[list[int]] = []
    for number in named:
        if runs and number - runs[-1][-1] <= 2:  # a gap of one page is shorter written out than left out
            runs[-1].extend(range(runs[-1][-1] + 1, number + 1))
        else:
            runs.append([number])
    return tuple(tuple(run) for run in runs)


def _body(edition: Edition, listing: _List, slug: str) -> Body:
    t = edition.t
    entries = tuple(listing.entries(edition.catalog).values())
    pages = page_count(len(entries))
    page = int(slug or "1")
    start = (page - 1) * PAGE_SIZE
    part = entries[start : start + PAGE_SIZE]
    total = t.count(f"count.{listing.noun}", len(entries))
    title = t(f"{listing.kind}.title")
    said = t("list.page", number=format_number(page, t.language))
    description = t(f"{listing.kind}.description", total=total)
    return Body(
        title=title if page == 1 else f"{title} – {said}",
        description=description if page == 1 else f"{description} {said}.",
        view=ListView(
            title=title,
            lead=t(f"{listing.kind}.lead", total=total),
            empty=None if entries else t("list.empty"),
            shown=t(
                "list.shown",
                first=format_number(start + 1, t.language),
                last=format_number(start + len(part), t.language),
                total=total,
            ),
            ways=tuple(listing.ways(edition)) if page == 1 else (),
            sieve=listing.noun if page == 1 and listing.kind in SIEVED else None,
            cards=tuple(listing.card(edition, entry) for entry in part),
            pager=pager_of(t, lambda number: list_address(edition, listing.kind, number), page, pages),
        ),
    )


def _product_ways(edition: Edition) -> Sequence[WaysBlock]:
    catalog, t = edition.catalog, edition.t
    return (
        WaysBlock(t("list.by_craft"), craft_ways(edition, catalog.products_by_craft, "product")),
        WaysBlock(t("list.by_province"), province_ways(edition, catalog.products_by_province, "product")),
        WaysBlock(t("list.by_award"), award_ways(edition)),
    )


def _village_ways(edition: Edition) -> Sequence[WaysBlock]:
    catalog, t = edition.catalog, edition.t
    return (
        WaysBlock(t("list.by_craft"), craft_ways(edition, catalog.villages_by_craft, "village")),
        WaysBlock(t("list.by_province"), province_ways(edition, catalog.villages_by_province, "village")),
    )


def _maker_ways(edition: Edition) -> Sequence[WaysBlock]:
    ways = province_ways(edition, edition.catalog.makers_by_province, "maker")
    return (WaysBlock(edition.t("list.by_province"), ways),)


_PRODUCTS = _List("products", "product", lambda catalog: catalog.products, product_card, _product_ways)
_VILLAGES = _List("villages", "village", lambda catalog: catalog.villages, village_card, _village_ways)
_MAKERS = _List("makers", "maker", lambda catalog: catalog.makers, maker_card, _maker_ways)
