"""Promises of `views.lists`: every record once, in order, and a way from page to page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.text import sort_key
from catalog.views import KINDS, page_of
from catalog.views.lists import PAGE_SIZE, ListView, further_pages, list_address, numbered, page_count, pager_of
from tests.editions import edition_of, real_catalog

KINDS_OF_LISTS = {"products": "product", "villages": "village", "makers": "maker"}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", KINDS_OF_LISTS)
def test_every_record_stands_in_the_list_once(kind: str, language: str) -> None:
    """All pages of a list together show every record exactly once, in Vietnamese alphabetical order."""
    edition = edition_of(real_catalog(), language)
    slugs = ["", *KINDS[f"{kind}-page"].slugs(edition.catalog)]
    views: list[ListView] = [page_of(edition, f"{kind}-page" if slug else kind, slug).view for slug in slugs]

    shown = [card.uri for view in views for card in view.cards]
    entries = getattr(edition.catalog, kind)
    assert shown == [edition.uri(KINDS_OF_LISTS[kind], entry) for entry in entries]
    assert len(shown) == len(set(shown))
    assert list(entries) == sorted(entries, key=lambda id_: (sort_key(entries[id_].value.name.vi), id_))
    assert all(len(view.cards) == PAGE_SIZE for view in views[:-1])
    assert views[-1].cards


@pytest.mark.parametrize("kind", KINDS_OF_LISTS)
def test_the_pager_leads_to_every_page(kind: str) -> None:
    """Pressing “next” from the first page visits every page and ends at the last; “previous” leads back."""
    edition = edition_of(real_catalog())
    pages = page_count(len(getattr(edition.catalog, kind)))
    addresses = [edition.uri(kind)] + [edition.uri(f"{kind}-page", slug) for slug in further_pages(pages * PAGE_SIZE)]

    pagers = [
        pager_of(edition.t, lambda number: list_address(edition, kind, number), page, pages)
        for page in range(1, pages + 1)
    ]
    assert [pager and pager.next for pager in pagers] == [*addresses[1:], None]
    assert [pager and pager.previous for pager in pagers] == [None, *addresses[:-1]]
    for address, pager in zip(addresses, pagers, strict=True):
        assert pager is not None
        current = [step for run in pager.runs for step in run if step.current]
        assert [step.uri for step in current] == [address]


def test_one_page_needs_no_pager() -> None:
    """A list that fits one page has no pager."""
    assert pager_of(edition_of(real_catalog()).t, str, 1, 1) is None


@pytest.mark.parametrize(
    ("page", "pages", "expected"),
    [
        (1, 1, ((1,),)),
        (1, 2, ((1, 2),)),
        (1, 7, ((1, 2), (7,))),
        (3, 7, ((1, 2, 3, 4), (7,))),  # a single page left out would save nothing
        (4, 7, ((1, 2, 3, 4, 5, 6, 7),)),
        (5, 9, ((1,), (4, 5, 6), (9,))),
        (9, 9, ((1,), (8, 9))),
    ],
)
def test_numbered(page: int, pages: int, expected: tuple[tuple[int, ...], ...]) -> None:
    assert numbered(page, pages) == expected


@given(st.integers(1, 500).flatmap(lambda pages: st.tuples(st.integers(1, pages), st.just(pages))))
def test_numbered_pages_are_few_and_in_order(place: tuple[int, int]) -> None:
    """A pager names the first, the last and this page, in order, never more than nine, and leaves out at least two."""
    page, pages = place
    runs = numbered(page, pages)

    named = [number for run in runs for number in run]
    assert named == sorted(set(named))
    assert {1, page, pages} <= set(named)
    assert len(named) <= 9
    assert all(after[0] - before[-1] > 2 for before, after in pairwise(runs))


def test_other_ways_in_stand_on_the_first_page_only() -> None:
    """The first page of products leads by craft, province and award round; the others do not repeat it."""
    edition = edition_of(real_catalog())

    first: ListView = page_of(edition, "products").view
    second: ListView = page_of(edition, "products-page", "2").view
    assert [len(block.ways) > 0 for block in first.ways] == [True, True, True]
    assert second.ways == ()
    assert page_of(edition, "products").title != page_of(edition, "products-page", "2").title
