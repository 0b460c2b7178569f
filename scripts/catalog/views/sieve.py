"""What the lists of products and villages can be filtered by, and what their downloads hold.

A sieve goes through a list in its order, Vietnamese alphabetical order of names: what each record is by every facet.
Facets of honours (programme, level, year) belong together: whoever asks for OCOP and 2021 means one award. An honour
that was revoked or only proposed is no reason to find a record by it.

What one record is by every facet, a `SieveEntry` says; a sieve is put together from those, without the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from catalog.model import Award, Place, Product, Village
from catalog.repository import Entry
from catalog.text import slug, sort_key
from catalog.views.address import unit_name
from catalog.views.edition import Edition
from catalog.views.honours import short_state
from catalog.views.provinces import short_name

STARS = "{}-sao"
"""Value of the facet of levels for OCOP stars."""


class SieveEntry(NamedTuple):
    """What one record is to the filters of its list: plain texts and numbers."""

    crafts: tuple[str, ...]
    groups: tuple[str, ...]
    province: str
    former: str
    """Name of the province that it was in before 1 July 2025; the empty text: not known."""
    has_photo: bool
    honours: tuple[tuple[str | int, ...], ...]
    """Its value in each facet of honours (the empty text: not known), and how high it is."""
    cells: tuple[str, ...]
    """Its row of the download; the last cell is the address relative to the site's root."""

    @classmethod
    def of(
        cls,
        crafts: Iterable[str],
        groups: Iterable[str],
        province: str,
        former: str,
        has_photo: bool,
        honours: Iterable[Iterable[str | int]],
        cells: Iterable[str],
    ) -> SieveEntry:
        """Return an entry of lists, as JSON gives them."""
        return cls(tuple(crafts), tuple(groups), province, former, has_photo, tuple(map(tuple, honours)), tuple(cells))


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by."""

    id: str
    """Its word in addresses, the same for the same list in every build."""
    label: str
    values: tuple[tuple[str, str], ...]
    """Value in addresses and its name, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """All facets of one list."""

    kind: str
    """Kind of its entries: `product` or `village`."""
    facets: tuple[Facet, ...]
    of: tuple[tuple[tuple[int, ...], ...], ...]
    """For each facet, for each record: which values it has."""
    honour_facets: tuple[Facet, ...]
    """Programme, level, year (of villages: title, year)."""
    honours: tuple[tuple[int, ...], ...]
    """Every different honour: its value in each facet of honours (−1: not known), and how high it is."""
    honours_of: tuple[tuple[int, ...], ...]
    """For each record: which honours."""
    columns: tuple[str, ...]
    """Headings of the download."""
    rows: tuple[tuple[str, ...], ...]
    """Rows of the download."""


def sieve_entry(edition: Edition, kind: str, slug: str) -> SieveEntry | None:
    """Say what a record is to the filters of its list; `None`: its list has none."""
    if kind == "product":
        return _product(edition, edition.catalog.products[slug])
    return _village(edition, edition.catalog.villages[slug]) if kind == "village" else None


def sieves(edition: Edition, entries: Iterable[tuple[str, SieveEntry | None]]) -> tuple[Sieve, ...]:
    """Return the sieves of an edition's lists.

    Args:
        edition: The catalog in one language.
        entries: Kind of each record and what it is to the filters, in the order of the lists.

    """
    found: dict[str, list[SieveEntry]] = {}
    for kind, entry in entries:
        if entry is not None:
            found.setdefault(kind, []).append(entry)
    made = (("products", "product", _products), ("villages", "village", _villages))
    return tuple([make(edition, found.get(kind, ())) for page, kind, make in made if edition.has(page)])


def _products(edition: Edition, entries: Sequence[SieveEntry]) -> Sieve:
    t = edition.t
    levels = {id_: words.text for id_, words in edition.levels.items()}
    stars = {STARS.format(number): t("browse.stars", stars=number) for number in range(5, 0, -1)}
    return _sieve(
        edition,
        "product",
        entries,
        {
            "craft": ([entry.crafts for entry in entries], _crafts(edition)),
            "group": ([entry.groups for entry in entries], {id_: words.text for id_, words in edition.groups.items()}),
        },
        {
            "programme": {id_: p.short for id_, p in edition.catalog.vocabulary.programmes.items()},
            "level": dict(reversed(levels.items())) | stars,
            "year": {},
        },
        ("name", "craft", "group", "maker", "village", "commune", "province", "former", "honours", "address"),
    )


def _villages(edition: Edition, entries: Sequence[SieveEntry]) -> Sieve:
    recognitions = edition.catalog.vocabulary.recognitions
    return _sieve(
        edition,
        "village",
        entries,
        {"craft": ([entry.crafts for entry in entries], _crafts(edition))},
        {"title": {id_: edition.words(word.name).text for id_, word in recognitions.items()}, "year": {}},
        ("name", "craft", "commune", "province", "former", "titles", "address"),
    )


def _crafts(edition: Edition) -> dict[str, str]:
    return {id_: link.words.text for id_, link in edition.crafts.items()}


def _sieve(
    edition: Edition,
    kind: str,
    entries: Sequence[SieveEntry],
    own: dict[str, tuple[Sequence[tuple[str, ...]], dict[str, str]]],
    honour_names: dict[str, dict[str, str]],
    columns: tuple[str, ...],
) -> Sieve:
    t = edition.t
    photo = t("browse.value.photo")
    provinces = {id_: link.words.text for id_, link in edition.provinces.items()}
    former = {name: slug(name) for name in {entry.former for entry in entries} if name}
    known = own | {
        "province": ([(entry.province,) for entry in entries], _in_order(provinces)),
        "former": (
            [(former[entry.former],) if entry.former else () for entry in entries],
            _in_order({value: name for name, value in sorted(former.items())}),
        ),
        "photo": ([(photo,) if entry.has_photo else () for entry in entries], {photo: t("browse.with_photo")}),
    }
    facets, of = [], []
    for name, (values, names) in known.items():
        facet, numbers = _facet(edition, name, names, {value for each in set(values) for value in each})
        facets.append(facet)
        of.append(tuple([tuple([numbers[value] for value in each]) for each in values]))
    different = {honour: number for number, honour in enumerate(dict.fromkeys(h for e in entries for h in e.honours))}
    honour_facets: list[Facet] = []
    honours: list[list[int]] = [[] for _ in different]
    for place, (name, vocabulary) in enumerate(honour_names.items()):
        used = {str(honour[place]) for honour in different if honour[place]}
        facet, numbers = _facet(edition, name, vocabulary or {each: each for each in sorted(used, reverse=True)}, used)
        honour_facets.append(facet)
        for found, honour in zip(honours, different, strict=True):
            found.append(numbers.get(str(honour[place]), -1))
    for found, honour in zip(honours, different, strict=True):
        found.append(int(honour[-1]))
    return Sieve(
        kind=kind,
        facets=tuple(facets),
        of=tuple(of),
        honour_facets=tuple(honour_facets),
        honours=tuple([tuple(found) for found in honours]),
        honours_of=tuple([tuple(sorted({different[honour] for honour in entry.honours})) for entry in entries]),
        columns=tuple([t(f"browse.column.{name}") for name in columns]),
        rows=tuple([entry.cells for entry in entries]),
    )


def _facet(edition: Edition, name: str, names: dict[str, str], used: set[str]) -> tuple[Facet, dict[str, int]]:
    """Return a facet with the values that occur; one that no vocabulary knows is shown as it is written, at the end."""
    shown = [(value, label) for value, label in names.items() if value in used]
    shown += [(value, value) for value in sorted(used - names.keys())]
    facet = Facet(edition.t(f"browse.parameter.{name}"), edition.t(f"browse.facet.{name}"), tuple(shown))
    return facet, {value: number for number, (value, _) in enumerate(shown)}


def _in_order(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda item: sort_key(item[1])))


def _former_province(place: Place) -> str | None:
    if place.before_2025 is None:
        return None
    name = short_name(place.before_2025.province)
    for kind in ("tỉnh ", "thành phố ", "TP ", "TP. "):
        name = name.removeprefix(kind)
    return name


def _height(edition: Edition, award: Award) -> int:
    """Return how high an award is: its level first, then its stars."""
    level = edition.catalog.vocabulary.levels.get(award.level or "")
    return 10 * (level.rank if level else 0) + (award.stars or 0)


def _product(edition: Edition, product: Entry[Product]) -> SieveEntry:
    value, catalog = product.value, edition.catalog
    craft, maker, village = catalog.craft_of(product), catalog.maker_of(product), catalog.village_of(product)
    groups = tuple([id_ for id_ in (value.group, value.ocop_group) if id_])
    honours = [
        (
            award.programme,
            STARS.format(award.stars) if award.stars is not None else award.level or "",
            str(award.year or ""),
            _height(edition, award),
        )
        for award in value.awards
        if award.status in ("awarded", "selected")
    ]
    cells = (
        edition.words(value.name).text,
        edition.craft(craft).words.text if craft else "",
        "; ".join([edition.name(edition.groups, id_).text for id_ in groups]),
        edition.words(maker.value.name).text if maker else "",
        edition.words(village.value.name).text if village else "",
        *_place_cells(edition, value.place),
        "; ".join([short_state(edition, award) for award in value.awards]),
        edition.uri("product", product.id),
    )
    return _entry(value, (craft,) if craft else (), groups, honours, cells)


def _village(edition: Edition, village: Entry[Village]) -> SieveEntry:
    value = village.value
    titles = []
    for title in value.recognitions:
        word = edition.catalog.vocabulary.recognitions.get(title.type)
        said = edition.words(title.title or word.name).text if title.title or word else title.type  # type: ignore[union-attr]
        titles.append(f"{said} ({title.year})" if title.year else said)
    honours = [(title.type, str(title.year or ""), 0) for title in value.recognitions]
    cells = (
        edition.words(value.name).text,
        "; ".join([edition.craft(craft).words.text for craft in value.crafts]),
        *_place_cells(edition, value.place),
        "; ".join(titles),
        edition.uri("village", village.id),
    )
    return _entry(value, value.crafts, (), honours, cells)


def _entry(
    record: Product | Village,
    crafts: tuple[str, ...],
    groups: tuple[str, ...],
    honours: Iterable[tuple[str | int, ...]],
    cells: tuple[str, ...],
) -> SieveEntry:
    place = record.place
    former, has_photo = _former_province(place), any(photo.kind == "photo" for photo in record.photos)
    return SieveEntry(crafts, groups, place.since_2025.province, former or "", has_photo, tuple(honours), cells)


def _place_cells(edition: Edition, place: Place) -> tuple[str, str, str]:
    before, since = place.before_2025, place.since_2025
    parts = (before.hamlet, before.commune, before.district, before.province) if before else ()
    return (
        unit_name(edition.t, since.commune) if since.commune else "",
        edition.province(since.province).words.text,
        ", ".join([unit_name(edition.t, part) for part in parts if part]),
    )
