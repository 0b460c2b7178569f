"""A page in the results of a search engine: the title of its link, and the snippet below it.

Both are short enough to be shown whole, and no two pages share one. What shared links show is `share`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from catalog.index import Round
from catalog.prose import shorten
from catalog.strings import Strings
from catalog.views.edition import Edition, Words, capitalised, inside
from catalog.views.honours import round_name
from catalog.views.ways import short_round

TITLE = 60
"""Characters of a title that search engines show; longer ones lose their end."""
SHORTEST, LONGEST = 70, 160
"""Characters of a description: less says too little, more is cut off."""
RECORDS = ("product", "village", "maker")
_SENTENCE_END = re.compile(r"(?:(?P<end>[.!?])|;)(?=\s)")
"""What follows a semicolon is a sentence of its own, and what stands before it can be one."""


def link_title(edition: Edition, kind: str, slug: str, title: str) -> str:
    """Return the title of a page: the longest of its forms that fits, else the shortest of them.

    Args:
        edition: The edition.
        kind: Its kind of page.
        slug: Id of the record; the empty text for a page of which there is one.
        title: What its heading says.

    """
    return _fitting(_forms(edition, kind, slug, title))


def written_title(t: Strings, title: str) -> str:
    """Return the title of a page that people wrote, or of which there is one; likewise.

    Args:
        t: Words of the page's language.
        title: What its heading says.

    """
    return _fitting((t("snippet.overview", title=title, site=t("snippet.site")), title))


def description(edition: Edition, kind: str, text: str) -> str:
    """Return the description of a page: as many whole sentences of `text` as fit; of a long one, its beginning."""
    if len(text) < SHORTEST and kind in RECORDS:
        text = f"{text} {edition.t('snippet.record')}"
    if len(text) <= LONGEST:
        return text
    fitting = [match for match in _SENTENCE_END.finditer(text) if SHORTEST <= match.end() <= LONGEST]
    if not fitting:
        return shorten(text, LONGEST)
    return text[: fitting[-1].start()] + (fitting[-1]["end"] or ".")


def _fitting(forms: Iterable[str]) -> str:
    form = ""
    for form in forms:
        if len(form) <= TITLE:
            break
    return form


def _forms(edition: Edition, kind: str, slug: str, title: str) -> Iterator[str]:
    """Yield the forms of a title, from long to short; each is unlike those of all other pages."""
    t, catalog = edition.t, edition.catalog
    if kind == "product":
        yield from _product_forms(edition, slug, title)
    elif kind in ("village", "maker"):
        place = (catalog.villages if kind == "village" else catalog.makers)[slug].value.place
        yield t("snippet.in_province", name=title, province=_province(edition, place.since_2025.province))
    elif kind == "craft":
        yield capitalised(Words(t("snippet.craft", name=inside(Words(title, None))), None)).text
    elif kind == "province":
        yield t("snippet.province", name=title)
    elif kind == "award":
        round_ = _round(edition, slug)
        page = title.removeprefix(round_name(edition, round_))  # nothing, or which page of a large round
        yield t("snippet.award", round=short_round(edition, round_)) + page
    elif kind == "home":
        yield title
    else:
        yield written_title(t, title)


def _product_forms(edition: Edition, slug: str, title: str) -> Iterator[str]:
    catalog = edition.catalog
    product = catalog.products[slug]
    province = _province(edition, product.value.place.since_2025.province)
    maker, village = catalog.maker_of(product), catalog.village_of(product)
    for origin in (
        edition.words(maker.value.name).text if maker else "",
        inside(edition.words(village.value.name)).text if village else "",
    ):
        if origin:
            made = edition.t("snippet.made_by", name=title, origin=origin)
            yield f"{made}, {province}"
            yield made
    yield edition.t("snippet.made_in", name=title, province=province)
    yield edition.t("snippet.in_province", name=title, province=province)


def _province(edition: Edition, id_: str) -> str:
    return edition.province(id_).words.text


def _round(edition: Edition, slug: str) -> Round:
    """Return the round of a page: `cnnt-2025-tinh-2` is a page of `cnnt-2025-tinh`."""
    return max((found for found in edition.catalog.rounds if f"{slug}-".startswith(f"{found.id}-")), key=_length_of_id)


def _length_of_id(round_: Round) -> int:
    return len(round_.id)
