"""A record's pictures as its page shows them: large and small, told in words, whom to thank, what is allowed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalog.images.plan import Picture
from catalog.model import Photo, Record
from catalog.prose import safe_url
from catalog.repository import PHOTOS_FOLDER, Entry
from catalog.text import slug
from catalog.views.edition import Edition, Words
from catalog.views.image import PICTURES_FOLDER, PLATES_FOLDER, Image, image_of

ANCHOR = "anh-"
"""What the address of one picture in its page begins with."""
MOST_PRODUCTS = 60
"""Products whose pictures their village shows at most."""
THUMBNAIL_WIDTH = 640
"""Pixels that a picture in the grid needs at most."""


@dataclass(frozen=True, slots=True)
class Licence:
    """What may be done with a picture."""

    name: str
    """Short, for example `CC BY 4.0`."""
    lang: str | None
    """As in `Words`."""
    uri: str | None
    """Its text; `None`: it has none."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """One picture of a gallery."""

    id: str
    """Its address in the page, made from the file's name: it stays the same whatever is added before or behind."""
    image: Image
    largest: str
    """Where the plain link leads: address of the largest file."""
    alt: Words
    caption: Words | None
    illustration: bool
    """Drawn, not taken; the page says so."""
    credit: str | None
    """Who made it, in words; `None`: said once for the whole gallery."""
    licence: Licence | None
    """`None`: said once for the whole gallery."""
    step: int | None
    """Which step of the village's work it shows, counted from 1; `None`: none of them."""


@dataclass(frozen=True, slots=True)
class GalleryView:
    """All pictures of a record; there is at least one."""

    count: str
    """For example “6 pictures”."""
    items: tuple[PictureView, ...]
    credit: str | None
    """Who made all of them, in words; `None`: each picture names its own."""
    licence: Licence | None
    """The licence of all of them, together with `credit`."""

    @property
    def face(self) -> PictureView:
        """The picture that the page opens with."""
        return self.items[0]

    @property
    def others(self) -> tuple[PictureView, ...]:
        """The pictures after the first."""
        return self.items[1:]


def cover_picture(edition: Edition, entry: Entry[Record]) -> PictureView | None:
    """Return the first picture of a record, with whom to thank for it; `None`: it has none."""
    return next(_items(edition, entry), None) if edition.pictures else None


def gallery_view(edition: Edition, entry: Entry[Record]) -> GalleryView | None:
    """Show the pictures of a record; `None` where there are none."""
    if not entry.value.photos or not edition.pictures:
        return None
    items = list(_items(edition, entry))
    if not items:
        return None
    shared = len(items) > 1 and len({(item.credit, item.licence) for item in items}) == 1
    first = items[0]
    return GalleryView(
        count=edition.t.count("gallery.count", len(items)),
        items=tuple(replace(item, credit=None, licence=None) for item in items) if shared else tuple(items),
        credit=first.credit if shared else None,
        licence=first.licence if shared else None,
    )


def anchors(names: Sequence[str]) -> tuple[str, ...]:
    """Return the address of each picture in its page; of files that differ in their endings only, the first is short.

    >>> anchors(["01 Ngâm tre.jpg", "san-phoi.jpg", "san-phoi.png"])
    ('anh-01-ngam-tre', 'anh-san-phoi', 'anh-san-phoi-png')
    """
    given: list[str] = []
    for name in names:
        stem, _, ending = name.rpartition(".")
        candidates = (_slug(stem or ending), _slug(name), _digest(name))
        given.append(next(anchor for each in candidates if (anchor := ANCHOR + each) not in given))
    return tuple(given)


def _items(edition: Edition, entry: Entry[Record]) -> Iterator[PictureView]:
    # Addresses are given to all files, so that a picture that could not be made this time changes no other's.
    names = list(dict.fromkeys(photo.file for photo in entry.value.photos))
    ids = dict(zip(names, anchors(names), strict=True))
    for position, (_, photo, picture) in enumerate(_pictures(edition, entry)):
        yield PictureView(
            id=ids[photo.file],
            image=image_of(picture, drawing=_drawing(edition, entry, photo)) if position == 0 else _small(picture),
            largest=f"{PICTURES_FOLDER}/{picture.largest.name}",
            alt=edition.words(photo.alt),
            caption=edition.note(photo.caption),
            illustration=photo.kind == "illustration",
            credit=edition.t(f"gallery.credit.{photo.kind}", name=photo.credit),
            licence=_licence(edition, photo.licence),
            step=photo.step,
        )


def _small(picture: Picture) -> Image:
    """Return a picture of the grid; far down the page, it needs nothing to stand for it while it loads."""
    return replace(image_of(picture, THUMBNAIL_WIDTH, viewer=True), placeholder="")


def _drawing(edition: Edition, entry: Entry[Record], photo: Photo) -> str:
    """Return the address of the plate that an illustration was printed from, `<record>-<name>.svg`; empty: none."""
    name = f"{entry.id}-{photo.file.rpartition('.')[0]}"
    return f"{PLATES_FOLDER}/{name}.svg" if photo.kind == "illustration" and name in edition.plates else ""


def _pictures(edition: Edition, entry: Entry[Record]) -> Iterator[tuple[str, Photo, Picture]]:
    """Yield the photos of a record that could be made, with their files."""
    seen = set()
    for photo in entry.value.photos_by_cover:
        file = f"{entry.home}/{PHOTOS_FOLDER}/{photo.file}"
        picture = edition.pictures.get(file)
        if picture is not None and file not in seen:  # named twice, shown once
            seen.add(file)
            yield file, photo, picture


def _licence(edition: Edition, id_: str) -> Licence:
    licence = edition.catalog.vocabulary.licences.get(id_)
    if licence is None:
        return Licence(id_, None, None)
    uri = safe_url(licence.url) if licence.url else None
    # Licences that everybody knows go by their short name, which the vocabulary gives first.
    if uri and licence.aliases:
        return Licence(licence.aliases[0], None, uri)
    name = edition.words(licence.name)
    return Licence(name.text, name.lang, uri)


def _slug(text: str) -> str:
    try:
        return slug(text)
    except ValueError:  # a name without a Latin letter or digit
        return _digest(text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
