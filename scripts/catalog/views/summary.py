"""The first sentence of a page, composed from facts where nobody has written one.

Sentences say only what the record says; an award is told as something that was given, never as something that holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model import Award, Maker, Product, Text, Village
from catalog.prose import to_plain
from catalog.repository import Entry
from catalog.text import join_list
from catalog.views.address import short_address
from catalog.views.edition import Edition, Prose, Words, inside
from catalog.views.honours import award_short, best_award, title_at_level


@dataclass(frozen=True, slots=True)
class Summary:
    """One or two sentences about a page."""

    prose: Prose
    """For the page."""
    plain: str
    """For search results, without marks."""


def product_summary(edition: Edition, product: Entry[Product]) -> Summary:
    """Return a product's summary: its own, else who makes it, where, and its best award."""
    if product.value.summary is not None:
        return written(edition, product.value.summary)
    catalog, value = edition.catalog, product.value
    facts: dict[str, Words | str] = {
        "name": edition.words(value.name),
        "province": edition.province(value.place.since_2025.province).words,
    }
    maker, village = catalog.maker_of(product), catalog.village_of(product)
    if maker is not None:
        who = "summary.product.maker"
        facts["maker"] = edition.words(maker.value.name)
    elif village is not None:
        who = "summary.product.village"
        facts["village"] = edition.words(village.value.name)
    else:
        who = "summary.product.place"
    award = best_award(edition, value)
    if award is None:
        return _composed(edition, who, "summary.product.recorded", **facts)
    facts |= _award_facts(edition, award)
    when = "year" if award.year is not None else "no_year"
    how = "stars" if award.stars is not None else "title"
    return _composed(edition, who, f"summary.product.{award.status}.{how}_{when}", **facts)


def village_summary(edition: Edition, village: Entry[Village]) -> Summary:
    """Return a village's summary: its own, else its main craft and where it is."""
    if village.value.summary is not None:
        return written(edition, village.value.summary)
    return _composed(
        edition,
        "summary.village",
        name=edition.words(village.value.name),
        craft=inside(edition.craft(village.value.crafts[0]).words),
        place=short_address(edition, village.value.place),
    )


def maker_summary(edition: Edition, maker: Entry[Maker]) -> Summary:
    """Return a maker's summary: its own, else what kind of maker it is, where, and how many products are recorded."""
    if maker.value.summary is not None:
        return written(edition, maker.value.summary)
    facts: dict[str, Words | str] = {
        "name": edition.words(maker.value.name),
        "place": short_address(edition, maker.value.place),
        "products": edition.t.count("count.product", len(edition.catalog.products_by_maker.get(maker.id, ()))),
    }
    if maker.value.type:
        facts["type"] = inside(edition.name(edition.maker_types, maker.value.type))
        return _composed(edition, "summary.maker.typed", **facts)
    return _composed(edition, "summary.maker.untyped", **facts)


def compose(edition: Edition, key: str, **facts: Words | str) -> Summary:
    """Fill a sentence of the site's words with facts."""
    return _composed(edition, key, **facts)


def written(edition: Edition, text: Text) -> Summary:
    """Return a text that somebody wrote."""
    return Summary(edition.prose(text), to_plain(edition.words(text).text))


def holdings(edition: Edition, **counts: int) -> str:
    """Return how much there is of each, leaving out what there is none of: `1 làng nghề và 3 sản phẩm`.

    Args:
        edition: The edition.
        **counts: How many, by noun: `village`, `maker`, `product`.

    """
    return join_list(
        [edition.t.count(f"count.{noun}", number) for noun, number in counts.items() if number], edition.language
    )


def _award_facts(edition: Edition, award: Award) -> dict[str, Words | str]:
    if award.stars is not None:
        return {"award": award_short(edition, award), "year": str(award.year)}
    return {"award": title_at_level(edition, award.programme, award.level), "year": str(award.year)}


def _composed(edition: Edition, *keys: str, **facts: Words | str) -> Summary:
    return Summary(edition.sentence(*keys, **facts), edition.plain(*keys, **facts))
