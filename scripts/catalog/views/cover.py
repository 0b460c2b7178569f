"""The face of a record: its first photo, else the pattern of its craft. What the pattern looks like is `drawing`'s.

A craft's pattern is drawn in a fixed number of variations, of which a record's id chooses one. So the number of covers
does not grow with the catalog, and a visitor who has seen one list has most covers of the next.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from catalog.drawing.patterns.layout import HEIGHT, WIDTH
from catalog.images.plan import Picture
from catalog.index import Catalog
from catalog.model import Maker, Product, Record, Village
from catalog.reads import unnoted
from catalog.repository import PHOTOS_FOLDER, Entry
from catalog.views.edition import Edition, Words, inside
from catalog.views.image import PLATES_FOLDER, Image, image_of

COVERS_FOLDER = "assets/covers"
"""Folder of the site that holds the drawn covers."""
PLATE_SIZE = (1600, 1200)
VARIATIONS = 24
"""Covers drawn of each craft."""
QUIET = "lang-le"
"""What the covers without a pattern of their own are called."""
CARD_WIDTH = 640
"""Pixels that a card's picture needs at most: some 320 of them, twice as fine on a good screen."""

GROUP_PATTERNS = {
    "che-bien-nong-lam-thuy-san": "che-bien-thuc-pham",
    "ocop-thuc-pham": "che-bien-thuc-pham",
    "ocop-thuc-pham-2019": "che-bien-thuc-pham",
}
"""Product group → the pattern of its products that name no craft; the other groups share the quiet one."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A cover to be drawn."""

    uri: str
    """Where it goes, relative to the site's root."""
    pattern: str | None
    """Craft whose pattern it is; `None`: the quiet one."""
    seed: str
    """What makes it unlike the other variations."""


@dataclass(frozen=True, slots=True)
class DrawnCover:
    """A drawn cover on its record's own page."""

    image: Image
    words: Words
    """That it is an illustration, and of what."""
    plate: bool = False
    """It is a composed picture, to be shown whole, not a pattern."""


def cover_image(edition: Edition, entry: Entry[Record]) -> Image:
    """Return what a card shows of a record."""
    picture = first_picture(entry, edition.pictures)
    return _drawn(drawing_of(edition.catalog, entry)) if picture is None else image_of(picture, CARD_WIDTH)


def drawn_cover(edition: Edition, entry: Entry[Record]) -> DrawnCover | None:
    """Return the drawn cover for a record's own page; `None`: it has a photo."""
    if first_picture(entry, edition.pictures) is not None:
        return None
    return DrawnCover(_drawn(drawing_of(edition.catalog, entry)), _pattern_words(edition, entry))


def craft_image(craft: str) -> Image:
    """Return what a tile shows of a craft."""
    return _drawn(drawing_of_craft(craft))


def craft_cover(edition: Edition, craft: str, name: Words) -> DrawnCover:
    """Return what a craft's own page shows: its plate, else its pattern."""
    if craft not in edition.plates:
        return DrawnCover(_drawn(drawing_of_craft(craft)), _said(edition, "cover.pattern", name))
    image = Image((), f"{PLATES_FOLDER}/{craft}.svg", *PLATE_SIZE, "")
    return DrawnCover(image, _said(edition, "cover.plate", name), plate=True)


def drawings(catalog: Catalog, pictures: Mapping[str, Picture]) -> tuple[Drawing, ...]:
    """Return every cover that must be drawn, each once: of records without a photo, and of crafts."""
    wanted = {drawing_of_craft(craft) for craft in catalog.vocabulary.crafts}
    with unnoted():
        for entries in (catalog.villages, catalog.makers, catalog.products):
            for entry in entries.values():
                if not entry.gist.photos or first_picture(entry, pictures) is None:
                    wanted.add(drawing_of(catalog, entry))
    return tuple(sorted(wanted, key=lambda drawing: drawing.uri))


def drawing_of(catalog: Catalog, entry: Entry[Record]) -> Drawing:
    """Return the cover that stands for a record."""
    return _variation(pattern_of(catalog, entry), zlib.crc32(entry.id.encode()) % VARIATIONS)


def drawing_of_craft(craft: str) -> Drawing:
    """Return the cover that stands for a craft."""
    return _variation(craft, 0)


def first_picture(entry: Entry[Record], pictures: Mapping[str, Picture]) -> Picture | None:
    """Return the first of a record's photos that could be made."""
    for photo in entry.value.photos_by_cover:
        picture = pictures.get(f"{entry.home}/{PHOTOS_FOLDER}/{photo.file}")
        if picture is not None:
            return picture
    return None


def pattern_of(catalog: Catalog, entry: Entry[Record]) -> str | None:
    """Return the craft whose pattern stands for a record; `None`: the quiet pattern."""
    craft = craft_of(catalog, entry)
    return craft or GROUP_PATTERNS.get(_group_of(catalog, entry) or "")


def craft_of(catalog: Catalog, entry: Entry[Record]) -> str | None:
    """Return the craft of any record: a village's first, a product's, that of a maker's first product or village."""
    if entry.kind is Village:
        return entry.brief.crafts[0]
    if entry.kind is Product:
        return catalog.craft_of(cast(Entry[Product], entry))
    for product in catalog.products_by_maker.get(entry.id, ()):
        craft = catalog.craft_of(product)
        if craft is not None:
            return craft
    village = catalog.village_of_maker(cast(Entry[Maker], entry))
    return village.brief.crafts[0] if village else None


def _group_of(catalog: Catalog, entry: Entry[Record]) -> str | None:
    """Return the group of a product, or of a maker's first product, that has a pattern."""
    if entry.kind is Village:
        return None
    own = (cast(Entry[Product], entry),) if entry.kind is Product else None
    for product in own or catalog.products_by_maker.get(entry.id, ()):
        for group in product.brief.groups:
            if group in GROUP_PATTERNS:
                return group
    return None


def kind_of(record: Record) -> str:
    """Return a record's kind of page."""
    return "village" if isinstance(record, Village) else "maker" if isinstance(record, Maker) else "product"


def _pattern_words(edition: Edition, entry: Entry[Record]) -> Words:
    craft = craft_of(edition.catalog, entry)
    if craft is not None:
        return _said(edition, "cover.pattern", edition.craft(craft).words)
    group = _group_of(edition.catalog, entry)
    if group is not None:
        return Words(edition.t("cover.group", group=inside(edition.name(edition.groups, group))), None)
    return Words(edition.t("cover.quiet"), None)


def _said(edition: Edition, key: str, craft: Words) -> Words:
    return Words(edition.t(key, craft=inside(craft)), None)


@lru_cache(4096)
def _drawn(drawing: Drawing) -> Image:
    return Image((), drawing.uri, WIDTH, HEIGHT, "")


@lru_cache(4096)
def _variation(pattern: str | None, number: int) -> Drawing:
    return Drawing(f"{COVERS_FOLDER}/{pattern or QUIET}-{number}.svg", pattern, str(number))
