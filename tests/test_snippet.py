"""Every page of the site in the results of a search engine: told apart, said in sentences, short enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from catalog.views import KINDS, Page, page_of
from catalog.views.snippet import LONGEST, SHORTEST, TITLE, description
from tests.editions import LANGUAGES, edition_of, real_catalog

ALLOWED = 0.06
"""Share of titles that may be too long: those whose names leave no room."""


@cache
def pages() -> tuple[Page, ...]:
    """Every filled page of the real catalog."""
    return tuple(_pages())


def _pages() -> Iterator[Page]:
    catalog = real_catalog()
    for language in LANGUAGES:
        edition = edition_of(catalog, language)
        for kind, maker in KINDS.items():
            for slug in maker.slugs(catalog):
                yield page_of(edition, kind, slug)


def test_no_two_pages_share_a_title() -> None:
    """Whoever sees two results can tell them apart, whatever the language."""
    assert [title for title, times in Counter(page.link_title for page in pages()).items() if times > 1] == []


def test_no_two_pages_share_a_description() -> None:
    """Each page says something of its own."""
    assert [text for text, times in Counter(page.description for page in pages()).items() if times > 1] == []


def test_titles_are_short_where_names_allow() -> None:
    """A title that is too long is no longer than its name with its place."""
    long = [page for page in pages() if len(page.link_title) > TITLE]

    assert [page.link_title for page in long if page.kind not in ("product", "village", "maker")] == []
    assert [page.link_title for page in long if len(page.link_title) > len(page.title) + 20] == []
    assert len(long) <= ALLOWED * len(pages())


def test_a_title_names_its_page() -> None:
    """The name of a record stands first in its title."""
    records = [page for page in pages() if page.kind in ("product", "village", "maker")]

    assert [page.link_title for page in records if not page.link_title.startswith(page.title)] == []


def test_descriptions_are_sentences_of_a_good_length() -> None:
    """A description is neither too short to say anything nor cut off by the search engine."""
    assert [p.description for p in pages() if not SHORTEST <= len(p.description) <= LONGEST] == []
    assert [p.description for p in pages() if p.description[-1] not in ".!?…" or p.description[0].islower()] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngắn.", "Ngắn. Có địa chỉ và nguồn để kiểm lại."),
        ("A" * 80 + ". " + "b" * 90 + ".", "A" * 80 + "."),
        ("A" * 80 + "; " + "b" * 90 + ".", "A" * 80 + "."),
        ("A" * 20 + ". " + "b " * 90 + "c.", "A" * 20 + ". " + ("b " * 69)[:-1] + "…"),
        ("A" * 70 + ". " + "B" * 30 + ". " + "c" * 90 + ".", "A" * 70 + ". " + "B" * 30 + "."),
    ],
    ids=["short", "sentence", "semicolon", "no-end", "two-sentences"],
)
def test_description(text: str, expected: str) -> None:
    """Whole sentences are kept while they fit; a sentence too long loses its end, a short text gets one more."""
    assert description(edition_of(real_catalog()), "village", text) == expected
