"""The front page: what the catalog is, how much it holds, ways in, and a few villages to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.index import Catalog
from catalog.model import Product, Village
from catalog.repository import Entry
from catalog.text import format_number, sort_key
from catalog.views.body import Body
from catalog.views.card import product_card, village_card
from catalog.views.crafts import craft_rows
from catalog.views.edition import Card, Edition, Link, Words
from catalog.views.ways import Way, award_ways

FIRST_VILLAGE = "quang-phu-cau"
"""The village the idea of this catalog comes from: its incense yards stood in the report of 16 May 2024."""
FEATURED_VILLAGES = 8
FEATURED_PRODUCTS = 8
NEWEST_ROUNDS = 6
SEVERAL_SOURCES = 3
"""A featured record rests on at least so many sources."""


@dataclass(frozen=True, slots=True)
class Count:
    """One number of the front page."""

    number: str
    link: Link


@dataclass(frozen=True, slots=True)
class WayIn:
    """One way into the catalog."""

    link: Link
    text: str
    """What one finds there."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    title: str
    lead: str
    counts: tuple[Count, ...]
    villages: tuple[Card, ...]
    crafts: tuple[Way, ...]
    """Only those that have records."""
    products: tuple[Card, ...]
    rounds: tuple[Way, ...]
    ways: tuple[WayIn, ...]
    all_villages: str
    """Addresses of the whole lists, relative to the site's root."""
    all_products: str
    all_crafts: str
    all_awards: str


def home_body(edition: Edition) -> Body:
    """Make the front page."""
    t, catalog = edition.t, edition.catalog
    practised = {*catalog.villages_by_craft, *catalog.products_by_craft}
    return Body(
        title=t("home.title"),
        description=t("home.description"),
        view=HomeView(
            title=t("home.title"),
            lead=t("home.lead"),
            counts=_counts(edition, len(practised & catalog.vocabulary.crafts.keys())),
            villages=tuple(village_card(edition, village) for village in featured_villages(catalog)),
            crafts=tuple(Way(row.link, row.counts) for row in craft_rows(edition) if row.id in practised),
            products=tuple(product_card(edition, product) for product in _featured_products(catalog)),
            rounds=award_ways(edition, NEWEST_ROUNDS),
            ways=tuple(
                WayIn(Link(Words(t(f"{kind}.title"), None), edition.uri(kind)), t(f"home.way.{kind}"))
                for kind in ("provinces", "makers", "festivals", "statistics", "programme")
            ),
            all_villages=edition.uri("villages"),
            all_products=edition.uri("products"),
            all_crafts=edition.uri("crafts"),
            all_awards=edition.uri("awards"),
        ),
    )


def featured_villages(catalog: Catalog) -> tuple[Entry[Village], ...]:
    """Choose villages for the front page: the first one, then one for each craft, those with most sources first.

    The choice depends on the records alone: the same records show the same villages, whoever builds them and when.
    """
    chosen = [catalog.villages[FIRST_VILLAGE]] if FIRST_VILLAGE in catalog.villages else []
    crafts = {village.value.crafts[0] for village in chosen}
    for village in sorted(catalog.villages.values(), key=_merit):
        if len(chosen) == FEATURED_VILLAGES:
            break
        if village.value.crafts[0] not in crafts and len(village.value.sources) >= SEVERAL_SOURCES:
            chosen.append(village)
            crafts.add(village.value.crafts[0])
    return tuple(chosen)


def _merit(village: Entry[Village]) -> tuple[int, str, str]:
    return (-len(village.value.sources), sort_key(village.value.name.vi), village.id)


def _featured_products(catalog: Catalog) -> list[Entry[Product]]:
    """Choose products honoured in the newest rounds, one of each province, those with most sources first."""
    chosen: list[Entry[Product]] = []
    provinces: set[str] = set()
    for honours in catalog.rounds.values():
        found = {honour.product.id: honour.product for honour in honours}
        for product in sorted(found.values(), key=lambda p: (-len(p.value.sources), sort_key(p.value.name.vi), p.id)):
            province = product.value.place.since_2025.province
            if province not in provinces and len(chosen) < FEATURED_PRODUCTS:
                chosen.append(product)
                provinces.add(province)
    return chosen


def _counts(edition: Edition, crafts: int) -> tuple[Count, ...]:
    t, catalog = edition.t, edition.catalog
    provinces = {
        *catalog.villages_by_province,
        *catalog.products_by_province,
        *catalog.makers_by_province,
    } & catalog.vocabulary.provinces.keys()
    numbers = (
        ("villages", "village", len(catalog.villages)),
        ("products", "product", len(catalog.products)),
        ("makers", "maker", len(catalog.makers)),
        ("crafts", "craft", crafts),
        ("provinces", "province", len(provinces)),
    )
    return tuple(
        Count(
            format_number(number, t.language),
            Link(Words(t(f"home.noun.{noun}.{'one' if number == 1 else 'other'}"), None), edition.uri(kind)),
        )
        for kind, noun, number in numbers
    )
