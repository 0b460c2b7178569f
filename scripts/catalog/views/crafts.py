"""Every craft with its villages and products counted."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.text import sort_key
from catalog.views.body import Body
from catalog.views.cover import craft_image
from catalog.views.edition import Edition, Link, Words
from catalog.views.image import Image


@dataclass(frozen=True, slots=True)
class CraftRow:
    """One craft."""

    id: str
    """Its id; pictures and patterns are named by it."""
    link: Link
    cover: Image
    """Its pattern."""
    summary: Words | None
    counts: str
    """For example “3 villages, 12 products”."""


@dataclass(frozen=True, slots=True)
class CraftsView:
    """The list of crafts."""

    title: str
    lead: str
    crafts: tuple[CraftRow, ...]


def crafts_body(edition: Edition) -> Body:
    """Make the list of crafts."""
    t = edition.t
    rows = craft_rows(edition)
    total = t.count("count.craft", len(rows))
    return Body(
        title=t("crafts.title"),
        description=t("crafts.description", total=total),
        view=CraftsView(title=t("crafts.title"), lead=t("crafts.lead", total=total), crafts=rows),
    )


def craft_rows(edition: Edition) -> tuple[CraftRow, ...]:
    """Return every craft in alphabetical order of its name."""
    catalog = edition.catalog
    rows = [
        CraftRow(
            id=craft.id,
            link=edition.craft(craft.id),
            cover=craft_image(craft.id),
            summary=edition.maybe(craft.summary),
            counts=members(
                edition,
                len(catalog.villages_by_craft.get(craft.id, ())),
                len(catalog.products_by_craft.get(craft.id, ())),
            ),
        )
        for craft in catalog.vocabulary.crafts.values()
    ]
    return tuple(sorted(rows, key=lambda row: sort_key(row.link.words.text)))


def members(edition: Edition, villages: int, products: int, makers: int = 0) -> str:
    """Return what a craft or a province has in the catalog, in words; what there is none of goes unsaid."""
    t = edition.t
    kinds = (("village", villages), ("product", products), ("maker", makers))
    found = [t.count(f"count.{noun}", number) for noun, number in kinds if number]
    return ", ".join(found) or t("list.none_yet")
