"""What a product's page shows."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model import Product
from catalog.repository import Entry
from catalog.text import format_date, format_money
from catalog.views.address import Address, address_view
from catalog.views.body import Body
from catalog.views.card import Shelf, product_shelf
from catalog.views.cover import DrawnCover, drawn_cover
from catalog.views.edition import Edition, Link, Prose, Words
from catalog.views.honours import AwardView, award_view
from catalog.views.picture import GalleryView, gallery_view
from catalog.views.source import Sources, sources_view
from catalog.views.summary import product_summary

BESIDE = 6
"""Most other products shown on a product's page."""


@dataclass(frozen=True, slots=True)
class Related:
    """Products that have something in common with this one."""

    id: str
    """What they have in common: `maker`, `village` or `craft`; an anchor in the page."""
    title: str
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class ProductView:
    """One product."""

    name: Words
    aliases: tuple[str, ...]
    summary: Prose
    gallery: GalleryView | None
    cover: DrawnCover | None
    """Its drawn cover; `None`: there is a gallery."""
    story: Prose | None
    awards: tuple[AwardView, ...]
    """In the record's order."""
    maker: Link | None
    maker_unknown: bool
    """The sources name no maker, and that is said."""
    maker_note: Words | None
    village: Link | None
    craft: Link | None
    groups: tuple[Words, ...]
    is_set: bool
    address: Address
    materials: tuple[Words, ...]
    specs: tuple[Words, ...]
    price: str | None
    """With the day on which it was seen."""
    related: tuple[Related, ...]
    """Other products of the same maker, village and craft, at most `BESIDE` in all."""
    note: Prose | None
    uncertain: tuple[Words, ...]
    sources: Sources


def product_body(edition: Edition, slug: str) -> Body:
    """Make the page of one product."""
    product = edition.catalog.products[slug]
    value = product.value
    catalog = edition.catalog
    maker, village, craft = catalog.maker_of(product), catalog.village_of(product), catalog.craft_of(product)
    summary = product_summary(edition, product)
    sources = sources_view(edition, value.sources)
    view = ProductView(
        name=edition.words(value.name),
        aliases=value.aliases,
        summary=summary.prose,
        gallery=gallery_view(edition, product),
        cover=drawn_cover(edition, product),
        story=edition.maybe_prose(value.description),
        awards=tuple([award_view(edition, award, sources) for award in value.awards]),
        maker=edition.link("maker", maker.id, edition.words(maker.value.name)) if maker else None,
        maker_unknown=value.maker_unknown and maker is None,
        maker_note=edition.note(value.maker_note),
        village=edition.link("village", village.id, edition.words(village.value.name)) if village else None,
        craft=edition.craft(craft) if craft else None,
        groups=tuple([edition.name(edition.groups, id_) for id_ in (value.group, value.ocop_group) if id_]),
        is_set=value.is_set,
        address=address_view(edition, value.place),
        materials=edition.items(value.materials),
        specs=edition.items(value.specs),
        price=_price(edition, value),
        related=_related(edition, product),
        note=edition.maybe_prose(value.note),
        uncertain=edition.items(value.uncertain),
        sources=sources,
    )
    return Body(view.name.text, summary.plain, view, product.file)


def _price(edition: Edition, product: Product) -> str | None:
    price = product.price
    if price is None:
        return None
    money = format_money(price.amount, edition.language)
    date = format_date(price.checked, edition.language)
    if price.unit is None:
        return edition.t("product.price_line", money=money, date=date)
    return edition.t("product.price_line_unit", money=money, unit=edition.words(price.unit), date=date)


def _related(edition: Edition, product: Entry[Product]) -> tuple[Related, ...]:
    catalog = edition.catalog
    maker, village, craft = catalog.maker_of(product), catalog.village_of(product), catalog.craft_of(product)
    choices = (
        ("maker", catalog.products_by_maker.get(maker.id, ()) if maker else ()),
        ("village", catalog.products_by_village.get(village.id, ()) if village else ()),
        ("craft", catalog.products_by_craft.get(craft, ()) if craft else ()),
    )
    shown, related = {product.id}, []
    for shared, products in choices:
        room = BESIDE + 1 - len(shown)
        # As many more than there is room for as may be shown already: a long list is not gone through for every page.
        others = [other for other in products[: BESIDE + 1] if other.id not in shown][:room]
        shelf = product_shelf(edition, others)
        if shelf is not None:
            shown |= {other.id for other in others}
            related.append(Related(shared, edition.t(f"product.same_{shared}"), shelf))
    return tuple(related)
