"""What a craft's page shows."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.views.body import Body
from catalog.views.card import Shelf, product_shelf, village_shelf
from catalog.views.cover import DrawnCover, craft_cover, craft_image
from catalog.views.edition import Edition, Prose, Words
from catalog.views.image import Image
from catalog.views.source import SourceView, maybe_source
from catalog.views.summary import compose, holdings, written


@dataclass(frozen=True, slots=True)
class CraftView:
    """One craft."""

    name: Words
    aliases: tuple[str, ...]
    cover: DrawnCover
    """Its plate, else its pattern."""
    band: Image | None
    """Its pattern as a band between sections; `None`: the cover is the pattern already."""
    summary: Prose | None
    """What the vocabulary says about the craft."""
    counts: Prose
    """How many villages and products the catalog has."""
    note: Prose | None
    villages: Shelf | None
    products: Shelf | None
    source: SourceView | None


def craft_body(edition: Edition, slug: str) -> Body:
    """Make the page of one craft."""
    catalog = edition.catalog
    craft = catalog.vocabulary.crafts[slug]
    villages = catalog.villages_by_craft.get(slug, ())
    products = catalog.products_by_craft.get(slug, ())
    name = edition.words(craft.name)
    counts = compose(
        edition,
        "craft.counts" if villages or products else "craft.nothing_yet",
        name=name,
        holdings=holdings(edition, village=len(villages), product=len(products)),
    )
    cover = craft_cover(edition, slug, name)
    view = CraftView(
        name=name,
        aliases=craft.aliases,
        cover=cover,
        band=craft_image(slug) if cover.plate else None,
        summary=edition.maybe_prose(craft.summary),
        counts=counts.prose,
        note=edition.maybe_prose(craft.note),
        villages=village_shelf(edition, villages),
        products=product_shelf(edition, products),
        source=maybe_source(edition, craft.source),
    )
    description = f"{written(edition, craft.summary).plain} {counts.plain}" if craft.summary else counts.plain
    return Body(name.text, description, view)
