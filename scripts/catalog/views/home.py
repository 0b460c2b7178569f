"""The front page: one picture and one sentence, search, what is worth a look now, and the ways in.

What it shows is chosen in `products/vocabulary/featured.yml`, each entry for a time; where that is not enough, the
records decide by themselves: the same records show the same villages, whoever builds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.index import Catalog
from catalog.model import Product, Text, Village
from catalog.repository import Entry
from catalog.text import format_number, sort_key
from catalog.views.awards import year_anchor
from catalog.views.body import Body
from catalog.views.card import product_card, village_card
from catalog.views.charts import Bar, bar
from catalog.views.cover import craft_cover
from catalog.views.crafts import CraftRow, craft_rows
from catalog.views.edition import Card, Edition, Link, Words
from catalog.views.image import Image
from catalog.views.picture import Licence, cover_picture
from catalog.views.statistics import Total, totals
from catalog.views.this_month import ThisMonthView, this_month
from catalog.views.ways import honoured

VILLAGES = 5
"""That of the opening picture; below it a large one and three small ones."""
PRODUCTS = 4
SEVERAL_SOURCES = 3
"""A record that nobody chose rests on at least so many sources."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The picture that the page begins with."""

    image: Image
    alt: Words
    village: Link
    reason: Words | None
    illustration: bool
    """Drawn, not taken; the page says so."""
    credit: str | None
    licence: Licence | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A record on the front page."""

    card: Card
    reason: Words | None
    """Why now; `None`: nobody chose it."""


@dataclass(frozen=True, slots=True)
class AwardYear:
    """What the catalog holds of one year's awards."""

    year: str
    uri: str
    """Its place on the page of awards, relative to the site's root."""
    number: str
    """Honours of products that the catalog holds."""
    bar: Bar


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    title: str
    lead: str
    search: str
    """Address of the search page, relative to the site's root; empty: the site has none."""
    opening: Opening | None
    """`None`: there is no village yet."""
    totals: tuple[Total, ...]
    month: ThisMonthView
    villages: tuple[Shown, ...]
    crafts: tuple[CraftRow, ...]
    """Only those that have records."""
    products: tuple[Shown, ...]
    years: tuple[AwardYear, ...]
    """Newest first."""
    all_villages: str
    """Addresses of the whole lists, relative to the site's root."""
    all_products: str
    all_crafts: str
    all_awards: str
    contribute: Link
    sources: Link


def home_body(edition: Edition) -> Body:
    """Make the front page."""
    t, catalog = edition.t, edition.catalog
    villages = list(villages_shown(catalog))
    first = next((at for at, (village, _) in enumerate(villages) if cover_picture(edition, village)), 0)
    opening = _opening(edition, *villages.pop(first)) if villages else None
    practised = {*catalog.villages_by_craft, *catalog.products_by_craft}
    return Body(
        title=t("home.title"),
        description=t("home.description"),
        view=HomeView(
            title=t("home.heading"),
            lead=t("home.lead"),
            search=edition.uri("search") if edition.has("search") else "",
            opening=opening,
            totals=totals(edition),
            month=this_month(edition),
            villages=tuple(
                Shown(village_card(edition, village), edition.maybe(reason)) for village, reason in villages
            ),
            crafts=tuple(row for row in craft_rows(edition) if row.id in practised),
            products=tuple(
                Shown(product_card(edition, product), edition.maybe(reason))
                for product, reason in products_shown(catalog)
            ),
            years=_years(edition),
            all_villages=edition.uri("villages"),
            all_products=edition.uri("products"),
            all_crafts=edition.uri("crafts"),
            all_awards=edition.uri("awards"),
            contribute=edition.link("contribute", "", Words(t("home.join.how"), None)),
            sources=edition.link("sources", "", Words(t("home.join.sources"), None)),
        ),
    )


def villages_shown(catalog: Catalog) -> Iterator[tuple[Entry[Village], Text | None]]:
    """Yield the villages of the front page: those chosen for today, then one of each other craft by merit."""
    left, crafts, shown = VILLAGES, set(), set()
    for featured in catalog.featured_now:
        village = catalog.villages.get(featured.village or "")
        if village is not None and village.id not in shown and left:
            yield village, featured.reason
            left -= 1
            shown.add(village.id)
            crafts.add(village.value.crafts[0])
    for village in sorted(catalog.villages.values(), key=_merit):
        if left and village.value.crafts[0] not in crafts and len(village.value.sources) >= SEVERAL_SOURCES:
            yield village, None
            left -= 1
            crafts.add(village.value.crafts[0])


def products_shown(catalog: Catalog) -> Iterator[tuple[Entry[Product], Text | None]]:
    """Yield the products of the front page: those chosen for today, then one of each other province, newest first."""
    left, provinces, shown = PRODUCTS, set(), set()
    for featured in catalog.featured_now:
        product = catalog.products.get(featured.product or "")
        if product is not None and product.id not in shown and left:
            yield product, featured.reason
            left -= 1
            shown.add(product.id)
            provinces.add(product.value.place.since_2025.province)
    for product in _by_round(catalog):
        if not left:  # older rounds are not even looked at
            return
        province = product.value.place.since_2025.province
        if province not in provinces:
            yield product, None
            left -= 1
            provinces.add(province)


def _by_round(catalog: Catalog) -> Iterator[Entry[Product]]:
    for honours in catalog.rounds.values():
        found = {honour.product.id: honour.product for honour in honours}
        yield from sorted(found.values(), key=_merit)


def _merit(entry: Entry[Village] | Entry[Product]) -> tuple[int, str, str]:
    return (-len(entry.value.sources), sort_key(entry.value.name.vi), entry.id)


def _opening(edition: Edition, village: Entry[Village], reason: Text | None) -> Opening:
    """Show a village's picture, else the plate of its craft."""
    link = edition.link("village", village.id, edition.words(village.value.name))
    said = edition.maybe(reason)
    picture = cover_picture(edition, village)
    if picture is None:
        craft = village.value.crafts[0]
        plate = craft_cover(edition, craft, edition.craft(craft).words)
        return Opening(plate.image, plate.words, link, said, illustration=True, credit=None, licence=None)
    return Opening(
        picture.image, picture.alt, link, said, picture.illustration, credit=picture.credit, licence=picture.licence
    )


def _years(edition: Edition) -> tuple[AwardYear, ...]:
    years: dict[int, int] = {}
    for round_, honours in edition.catalog.rounds.items():
        years[round_.year] = years.get(round_.year, 0) + honoured(honours)
    greatest = max(years.values(), default=0)
    return tuple(
        AwardYear(
            str(year),
            f"{edition.uri('awards')}#{year_anchor(str(year))}",
            format_number(number, edition.language),
            bar(number, greatest),
        )
        for year, number in years.items()
    )
