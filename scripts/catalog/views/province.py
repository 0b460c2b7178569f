"""What a province's page shows: all 34, also those nobody has written about yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from catalog.text import join_list
from catalog.views.address import unit_name
from catalog.views.body import Body
from catalog.views.card import Shelf, maker_shelf, product_shelf, village_shelf
from catalog.views.cover import craft_image
from catalog.views.edition import Edition, Link, Prose, Words
from catalog.views.image import Image
from catalog.views.source import SourceView, maybe_source
from catalog.views.summary import compose, holdings


@dataclass(frozen=True, slots=True)
class CraftLink:
    """A craft of the province, with how much of it is here."""

    link: Link
    pattern: Image
    count: str


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """One province or city since 1 July 2025."""

    name: Words
    kind: str
    """Province or city, in the page's language."""
    aliases: tuple[str, ...]
    formed_from: str
    """Which former provinces it came from, in a sentence."""
    counts: Prose
    crafts: tuple[CraftLink, ...]
    """Crafts of its villages and products, in the vocabulary's order."""
    villages: Shelf | None
    makers: Shelf | None
    products: Shelf | None
    invitation: Link | None
    """Where to learn how to contribute; `None`: there are records, or no such page."""
    note: Prose | None
    source: SourceView | None


def province_body(edition: Edition, slug: str) -> Body:
    """Make the page of one province."""
    t, catalog = edition.t, edition.catalog
    province = catalog.vocabulary.provinces[slug]
    villages = catalog.villages_by_province.get(slug, ())
    makers = catalog.makers_by_province.get(slug, ())
    products = catalog.products_by_province.get(slug, ())
    name = edition.words(province.name)
    empty = not (villages or makers or products)
    counts = compose(
        edition,
        "province.nothing_yet" if empty else "province.counts",
        name=name,
        holdings=holdings(edition, village=len(villages), maker=len(makers), product=len(products)),
    )
    former = [unit_name(t, former.name) for former in province.formed_from]
    joined = join_list(former, edition.language)
    view = ProvinceView(
        name=name,
        kind=t(f"province.kind.{province.kind}"),
        aliases=province.aliases,
        formed_from=t.count("province.formed_from", len(former), name=name, former=joined),
        counts=counts.prose,
        crafts=_crafts(edition, slug),
        villages=village_shelf(edition, villages),
        makers=maker_shelf(edition, makers),
        products=product_shelf(edition, products),
        invitation=edition.link("contribute", "", Words(t("province.invitation"), None))
        if empty and edition.has("contribute")
        else None,
        note=edition.maybe_prose(province.note),
        source=maybe_source(edition, province.source),
    )
    return Body(name.text, f"{counts.plain} {view.formed_from}", view)


def _crafts(edition: Edition, province: str) -> tuple[CraftLink, ...]:
    catalog = edition.catalog
    found: Counter[str] = Counter()
    for village in catalog.villages_by_province.get(province, ()):
        found.update(village.value.crafts)
    for product in catalog.products_by_province.get(province, ()):
        if craft := catalog.craft_of(product):
            found[craft] += 1
    return tuple(
        [
            CraftLink(edition.craft(craft), craft_image(craft), edition.t.count("count.record", found[craft]))
            for craft in catalog.vocabulary.crafts
            if craft in found
        ]
    )
