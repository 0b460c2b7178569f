"""What the lists of products and villages can be filtered by, and what their downloads hold.

A sieve goes through a list in its order, Vietnamese alphabetical order of names: what each record is by every facet.
Facets of honours (programme, level, year) belong together: whoever asks for OCOP and 2021 means one award. An honour
that was revoked or only proposed is no reason to find a record by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from catalog.model import Award, Place, Product, Record, Village
from catalog.repository import Entry
from catalog.text import slug, sort_key
from catalog.views.address import unit_name
from catalog.views.edition import Edition
from catalog.views.honours import short_state
from catalog.views.provinces import short_name

STARS = "{}-sao"
"""Value of the facet of levels for OCOP stars."""


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
    rows: Callable[[], Iterable[tuple[str, ...]]]
    """Make the rows of the download; the last cell is the address relative to the site's root."""


def sieves(edition: Edition) -> tuple[Sieve, ...]:
    """Return the sieves of an edition's lists."""
    made = (("products", _products), ("villages", _villages))
    return tuple([make(edition) for kind, make in made if edition.has(kind)])


def _products(edition: Edition) -> Sieve:
    catalog, t = edition.catalog, edition.t
    products = tuple(catalog.products.values())
    crafts = [(craft,) if (craft := catalog.craft_of(product)) else () for product in products]
    groups = [tuple([id_ for id_ in (p.value.group, p.value.ocop_group) if id_]) for p in products]
    honours = _Honours(edition, ("programme", "level", "year"))
    for product in products:
        honours.add(
            [
                (
                    award.programme,
                    STARS.format(award.stars) if award.stars is not None else award.level or "",
                    str(award.year or ""),
                    _height(edition, award),
                )
                for award in product.value.awards
                if award.status in ("awarded", "selected")
            ]
        )
    levels = {id_: words.text for id_, words in edition.levels.items()}
    stars = {STARS.format(number): t("browse.stars", stars=number) for number in range(5, 0, -1)}
    return _sieve(
        edition,
        "product",
        products,
        {
            "craft": (crafts, {id_: link.words.text for id_, link in edition.crafts.items()}),
            "group": (groups, {id_: words.text for id_, words in edition.groups.items()}),
        },
        honours,
        {
            "programme": {id_: p.short for id_, p in catalog.vocabulary.programmes.items()},
            "level": dict(reversed(levels.items())) | stars,
        },
        lambda entry: _product_row(edition, entry),
        ("name", "craft", "group", "maker", "village", "commune", "province", "former", "honours", "address"),
    )


def _villages(edition: Edition) -> Sieve:
    catalog = edition.catalog
    villages = tuple(catalog.villages.values())
    honours = _Honours(edition, ("title", "year"))
    for village in villages:
        honours.add([(title.type, str(title.year or ""), 0) for title in village.value.recognitions])
    return _sieve(
        edition,
        "village",
        villages,
        {
            "craft": (
                [village.value.crafts for village in villages],
                {id_: link.words.text for id_, link in edition.crafts.items()},
            )
        },
        honours,
        {"title": {id_: edition.words(word.name).text for id_, word in catalog.vocabulary.recognitions.items()}},
        lambda entry: _village_row(edition, entry),
        ("name", "craft", "commune", "province", "former", "titles", "address"),
    )


class _Honours:
    """Collects the different honours of a list."""

    def __init__(self, edition: Edition, facets: tuple[str, ...]) -> None:
        self.edition = edition
        self.facets = facets
        self.different: dict[tuple[str | int, ...], int] = {}
        self.of: list[tuple[int, ...]] = []

    def add(self, honours: Iterable[tuple[str | int, ...]]) -> None:
        """Add the honours of the next record."""
        numbers = {self.different.setdefault(honour, len(self.different)) for honour in honours}
        self.of.append(tuple(sorted(numbers)))


def _sieve(
    edition: Edition,
    kind: str,
    entries: Sequence[Entry[Product]] | Sequence[Entry[Village]],
    own: dict[str, tuple[Sequence[tuple[str, ...]], dict[str, str]]],
    honours: _Honours,
    honour_names: dict[str, dict[str, str]],
    row: Callable[..., tuple[str, ...]],
    columns: tuple[str, ...],
) -> Sieve:
    t = edition.t
    photo = t("browse.value.photo")
    places = [entry.value.place for entry in entries]
    provinces = {id_: link.words.text for id_, link in edition.provinces.items()}
    former = {slug(name): name for place in places if (name := _former_province(place))}
    known = own | {
        "province": ([(place.since_2025.province,) for place in places], _in_order(provinces)),
        "former": ([(slug(name),) if (name := _former_province(place)) else () for place in places], _in_order(former)),
        "photo": ([(photo,) if _has_photo(entry.value) else () for entry in entries], {photo: t("browse.with_photo")}),
    }
    facets, of = [], []
    for name, (values, names) in known.items():
        facet, numbers = _facet(edition, name, names, {value for each in values for value in each})
        facets.append(facet)
        of.append(tuple([tuple([numbers[value] for value in each]) for each in values]))
    honour_facets, tuples = [], [[] for _ in honours.different]  # type: ignore[var-annotated]
    for place, name in enumerate(honours.facets):
        used = {str(honour[place]) for honour in honours.different if honour[place]}
        names = honour_names.get(name) or {year: year for year in sorted(used, reverse=True)}
        facet, numbers = _facet(edition, name, names, used)
        honour_facets.append(facet)
        for found, honour in zip(tuples, honours.different, strict=True):
            found.append(numbers.get(str(honour[place]), -1))
    for found, honour in zip(tuples, honours.different, strict=True):
        found.append(int(honour[-1]))
    return Sieve(
        kind=kind,
        facets=tuple(facets),
        of=tuple(of),
        honour_facets=tuple(honour_facets),
        honours=tuple([tuple(found) for found in tuples]),
        honours_of=tuple(honours.of),
        columns=tuple([t(f"browse.column.{name}") for name in columns]),
        rows=lambda: (row(entry) for entry in entries),
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


def _has_photo(record: Record) -> bool:
    return any(photo.kind == "photo" for photo in record.photos)


def _height(edition: Edition, award: Award) -> int:
    """Return how high an award is: its level first, then its stars."""
    level = edition.catalog.vocabulary.levels.get(award.level or "")
    return 10 * (level.rank if level else 0) + (award.stars or 0)


def _product_row(edition: Edition, product: Entry[Product]) -> tuple[str, ...]:
    value, catalog = product.value, edition.catalog
    craft, maker, village = catalog.craft_of(product), catalog.maker_of(product), catalog.village_of(product)
    groups = [edition.name(edition.groups, id_).text for id_ in (value.group, value.ocop_group) if id_]
    return (
        edition.words(value.name).text,
        edition.craft(craft).words.text if craft else "",
        "; ".join(groups),
        edition.words(maker.value.name).text if maker else "",
        edition.words(village.value.name).text if village else "",
        *_place_cells(edition, value.place),
        "; ".join([short_state(edition, award) for award in value.awards]),
        edition.uri("product", product.id),
    )


def _village_row(edition: Edition, village: Entry[Village]) -> tuple[str, ...]:
    value = village.value
    titles = []
    for title in value.recognitions:
        word = edition.catalog.vocabulary.recognitions.get(title.type)
        said = edition.words(title.title or word.name).text if title.title or word else title.type  # type: ignore[union-attr]
        titles.append(f"{said} ({title.year})" if title.year else said)
    return (
        edition.words(value.name).text,
        "; ".join([edition.craft(craft).words.text for craft in value.crafts]),
        *_place_cells(edition, value.place),
        "; ".join(titles),
        edition.uri("village", village.id),
    )


def _place_cells(edition: Edition, place: Place) -> tuple[str, str, str]:
    before, since = place.before_2025, place.since_2025
    parts = (before.hamlet, before.commune, before.district, before.province) if before else ()
    return (
        unit_name(edition.t, since.commune) if since.commune else "",
        edition.province(since.province).words.text,
        ", ".join([unit_name(edition.t, part) for part in parts if part]),
    )
