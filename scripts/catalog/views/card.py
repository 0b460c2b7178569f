"""Cards: a village, a maker or a product among others, and shelves of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.model import Maker, Product, Village
from catalog.reads import note, reading, unnoted
from catalog.repository import Entry
from catalog.views.address import short_address
from catalog.views.cover import cover_image
from catalog.views.edition import Card, Edition, Words
from catalog.views.honours import best_award, best_title, short_state
from catalog.views.stamp import award_stamp

CARD = "card"
"""How `reads` names a product's card, before a hyphen and the language of its edition."""
SHELF = 60
"""Most cards on one page; a longer shelf says how many more there are and where."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Cards of one kind, in order."""

    cards: tuple[Card, ...]
    more: str | None
    """How many more there are; `None`: these are all."""
    more_uri: str | None
    """Where the others stand, relative to the site's root."""


def village_card(edition: Edition, village: Entry[Village]) -> Card:
    """Show a village among others."""
    title = best_title(edition, village.value)
    return Card(
        kind="village",
        name=edition.words(village.value.name),
        uri=edition.uri("village", village.id),
        overline=edition.craft(village.value.crafts[0]).words,
        text=Words(short_address(edition, village.value.place), None),
        honour=title.line if title else None,
        stamp=title.stamp if title else None,
        cover=cover_image(edition, village),
    )


def maker_card(edition: Edition, maker: Entry[Maker]) -> Card:
    """Show a maker among others."""
    type_ = maker.value.type
    return Card(
        kind="maker",
        name=edition.words(maker.value.name),
        uri=edition.uri("maker", maker.id),
        overline=edition.name(edition.maker_types, type_) if type_ else None,
        text=Words(short_address(edition, maker.value.place), None),
        honour=None,
        stamp=None,
        cover=cover_image(edition, maker),
    )


def product_card(edition: Edition, product: Entry[Product]) -> Card:
    """Show a product among others. A product stands on many pages, so its card is made once for each edition.

    Whoever asks for it reads the card, not what it is made of: most edits of a record leave its card as it was.
    """
    note(f"{CARD}-{edition.language}/{product.id}")
    known = edition.cards.get(product.id)
    if known is None:
        with unnoted(), reading() as reads:
            card = _product_card(edition, product)
        known = edition.cards[product.id] = card, frozenset(reads)
        edition.cards_made.append(product.id)
    return known[0]


def _product_card(edition: Edition, product: Entry[Product]) -> Card:
    value = product.value
    craft = edition.catalog.craft_of(product)
    group = value.group or value.ocop_group
    maker = edition.catalog.maker_of(product)
    award = best_award(edition, value)
    return Card(
        kind="product",
        name=edition.words(value.name),
        uri=edition.uri("product", product.id),
        overline=edition.craft(craft).words if craft else edition.name(edition.groups, group) if group else None,
        text=edition.words(maker.value.name) if maker else Words(short_address(edition, value.place), None),
        honour=short_state(edition, award) if award else None,
        stamp=award_stamp(award, edition.catalog.state_of(award)) if award else None,
        cover=cover_image(edition, product),
    )


def shelf(edition: Edition, cards: Sequence[Card], left_out: int, kind: str) -> Shelf:
    """Put cards in a row.

    Args:
        edition: The edition.
        cards: The cards to show, at most `SHELF`.
        left_out: How many more there are.
        kind: Page kind of the list where the others stand, for example `products`.

    """
    return Shelf(
        tuple(cards),
        edition.t.count(f"more.{kind}", left_out) if left_out > 0 else None,
        edition.uri(kind) if left_out > 0 and edition.has(kind) else None,
    )


def product_shelf(edition: Edition, products: Sequence[Entry[Product]], limit: int = SHELF) -> Shelf | None:
    """Show products; `None` where there are none."""
    if not products:
        return None
    cards = [product_card(edition, product) for product in products[:limit]]
    return shelf(edition, cards, len(products) - limit, "products")


def village_shelf(edition: Edition, villages: Sequence[Entry[Village]], limit: int = SHELF) -> Shelf | None:
    """Show villages; `None` where there are none."""
    if not villages:
        return None
    cards = [village_card(edition, village) for village in villages[:limit]]
    return shelf(edition, cards, len(villages) - limit, "villages")


def maker_shelf(edition: Edition, makers: Sequence[Entry[Maker]], limit: int = SHELF) -> Shelf | None:
    """Show makers; `None` where there are none."""
    if not makers:
        return None
    cards = [maker_card(edition, maker) for maker in makers[:limit]]
    return shelf(edition, cards, len(makers) - limit, "makers")
