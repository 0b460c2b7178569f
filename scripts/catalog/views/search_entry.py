"""What search knows of a page: its names, the facts a visitor may type, its text, and the line that is shown of it.

One entry for each record, craft, province and award round, in each language. Names and facts are given in both
languages and in both addresses: whoever knows only the old district or the English word still finds the page. How
they are cut into words and ranked is the matter of `search`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import get_args

from catalog.index import Round
from catalog.model import Award, Maker, Place, Product, Record, Strict, Text, Village
from catalog.prose import to_plain
from catalog.repository import Entry
from catalog.strings import DEFAULT_LANGUAGE, read_strings
from catalog.text import spelling
from catalog.views.address import short_address
from catalog.views.cover import cover_image, craft_image
from catalog.views.edition import Edition, Words
from catalog.views.honours import best_award, best_title, round_name, short_state
from catalog.views.provinces import short_name
from catalog.views.stamp import Stamp, award_stamp
from catalog.views.summary import holdings

ENTRY_KINDS = ("village", "product", "craft", "maker", "province", "award", "page")
"""Kinds of entries; of two that fit a query equally well the earlier kind is shown first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One page as search knows it."""

    kind: str
    """One of `ENTRY_KINDS`."""
    uri: str
    """Relative to the site's root."""
    title: Words
    """Its name in the language of the edition."""
    names: tuple[str, ...]
    """Every name it goes by, in any language; the title first."""
    facts: tuple[str, ...]
    """Short texts it is looked for by: places old and new, crafts, makers, awards; in both languages."""
    text: str
    """The rest of what the page says, in the language of the edition."""
    line: str
    """Where it is, or what it is: shown below the name."""
    honour: str | None
    """Its best award or title with its year, never as current when it is not."""
    stamp: Stamp | None = None
    """The stamp of that honour."""
    picture: str = ""
    """Address of a small picture of it, relative to the site's root; the empty text: it has none."""

    @classmethod
    def of_written(cls, uri: str, title: str, description: str, text: str) -> SearchEntry:
        """Return the entry of a page that people wrote, or of an overview."""
        words = Words(title, None)
        return cls(
            kind="page", uri=uri, title=words, names=(title,), facts=(), text=text, line=description, honour=None
        )


def search_entries(edition: Edition) -> Iterator[SearchEntry]:
    """Give the entries of one edition, in the order of `entry_places`."""
    return (search_entry(edition, kind, slug) for kind, slug in entry_places(edition))


def entry_places(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return kind and slug of all that has an entry, kind by kind, each in Vietnamese alphabetical order."""
    catalog = edition.catalog
    slugs: dict[str, Iterable[str]] = {
        "village": catalog.villages,
        "product": catalog.products,
        "craft": [id_ for id_ in catalog.vocabulary.crafts if _is_practised(edition, id_)],
        "maker": catalog.makers,
        "province": catalog.vocabulary.provinces,
        "award": [round_.id for round_ in catalog.rounds],
    }
    return tuple([(kind, slug) for kind, found in slugs.items() if edition.has(kind) for slug in found])


def search_entry(edition: Edition, kind: str, slug: str) -> SearchEntry:
    """Return the entry of one page: kind and slug as in `entry_places`."""
    catalog = edition.catalog
    if kind == "product":
        return _product(edition, catalog.products[slug])
    if kind == "village":
        return _village(edition, catalog.villages[slug])
    if kind == "maker":
        return _maker(edition, catalog.makers[slug])
    if kind == "craft":
        return _craft(edition, slug)
    if kind == "province":
        return _province(edition, slug)
    return _round(edition, next(round_ for round_ in catalog.rounds if round_.id == slug))


def _village(edition: Edition, village: Entry[Village]) -> SearchEntry:
    value, vocabulary = village.value, edition.catalog.vocabulary
    facts = [
        *_kind_words(edition, "village.kind"),
        *_craft_words(edition, value.crafts),
        *_both(value.craft_words, value.earlier_craft),
        *_place_words(edition, value.place),
        *[hamlet.name for hamlet in value.hamlets],
        *[mention.name for mention in value.makers],
        *[artisan.name for artisan in value.artisans],
        *[festival.name.vi for festival in value.festivals],
    ]
    for titles, known in ((value.recognitions, vocabulary.recognitions), (value.marks, vocabulary.marks)):
        for title in titles:
            word = known.get(title.type)
            facts += [*_both(title.title, word.name if word else None), str(title.year or "")]
    best = best_title(edition, value)
    return _entry(
        edition,
        "village",
        village,
        facts,
        line=short_address(edition, value.place),
        honour=best.line if best else None,
        stamp=best.stamp if best else None,
    )


def _product(edition: Edition, product: Entry[Product]) -> SearchEntry:
    value, catalog = product.value, edition.catalog
    maker, village, craft = catalog.maker_of(product), catalog.village_of(product), catalog.craft_of(product)
    groups = [catalog.vocabulary.groups.get(id_ or "") for id_ in (value.group, value.ocop_group)]
    facts = [
        *([*_both(maker.value.name), *maker.value.aliases] if maker else ()),
        *([*_both(village.value.name), *village.value.aliases] if village else ()),
        *_craft_words(edition, (craft,) if craft else ()),
        *[word for group in groups if group for word in (*_both(group.name), *group.aliases)],
        *_place_words(edition, value.place),
        *[word for award in value.awards for word in _award_words(edition, award)],
    ]
    award = best_award(edition, value)
    return _entry(
        edition,
        "product",
        product,
        facts,
        line="; ".join(
            [*([edition.words(maker.value.name).text] if maker else ()), short_address(edition, value.place)]
        ),
        honour=short_state(edition, award) if award else None,
        stamp=award_stamp(award, catalog.state_of(award)) if award else None,
    )


def _maker(edition: Edition, maker: Entry[Maker]) -> SearchEntry:
    value = maker.value
    type_ = edition.catalog.vocabulary.maker_types.get(value.type or "")
    village = edition.catalog.village_of_maker(maker)
    facts = [
        *([*_both(type_.name), *type_.aliases] if type_ else ()),
        *([*_both(village.value.name), *village.value.aliases] if village else ()),
        *_place_words(edition, value.place),
    ]
    kind = [edition.name(edition.maker_types, value.type).text] if value.type else []
    return _entry(edition, "maker", maker, facts, line="; ".join([*kind, short_address(edition, value.place)]))


def _craft(edition: Edition, id_: str) -> SearchEntry:
    catalog = edition.catalog
    craft = catalog.vocabulary.crafts[id_]
    villages, products = len(catalog.villages_by_craft.get(id_, ())), len(catalog.products_by_craft.get(id_, ()))
    return SearchEntry(
        kind="craft",
        uri=edition.uri("craft", id_),
        title=edition.words(craft.name),
        names=_names(edition, craft.name, craft.aliases),
        facts=tuple(_kind_words(edition, "craft.kind")),
        text=" ".join([edition.words(text).text for text in (craft.summary, craft.note) if text]),
        line=holdings(edition, village=villages, product=products),
        honour=None,
        picture=craft_image(id_).uri,
    )


def _is_practised(edition: Edition, craft: str) -> bool:
    """Tell whether any record is of a craft; one that nobody has written of yet answers nothing."""
    return craft in edition.catalog.villages_by_craft or craft in edition.catalog.products_by_craft


def _province(edition: Edition, id_: str) -> SearchEntry:
    t = edition.t
    province = edition.catalog.vocabulary.provinces[id_]
    former = [short_name(unit.name) for unit in province.formed_from]
    others = [name for name in former if name != province.name.vi]
    return SearchEntry(
        kind="province",
        uri=edition.uri("province", id_),
        title=edition.words(province.name),
        names=_names(edition, province.name, (*province.aliases, *former)),
        facts=tuple([unit.name for unit in province.formed_from]),
        text=edition.words(province.note).text if province.note else "",
        line=t("provinces.formed_from", names=", ".join(former)) if others else "",
        honour=None,
    )


def _round(edition: Edition, round_: Round) -> SearchEntry:
    programme = edition.catalog.vocabulary.programmes.get(round_.programme)
    name = round_name(edition, round_)
    award = Award(
        programme=round_.programme,
        level=round_.level if round_.level in edition.catalog.vocabulary.levels else None,
        year=round_.year,
    )
    honoured = len({honour.product.id for honour in edition.catalog.rounds[round_]})
    return SearchEntry(
        kind="award",
        uri=edition.uri("award", round_.id),
        title=Words(name, None),
        names=(name,),
        facts=tuple(_award_words(edition, award)),
        text=edition.words(programme.note).text if programme and programme.note else "",
        line=edition.t.count("count.product", honoured),
        honour=None,
    )


def _entry(
    edition: Edition,
    kind: str,
    entry: Entry[Village] | Entry[Maker] | Entry[Product],
    facts: Iterable[str],
    *,
    line: str,
    honour: str | None = None,
    stamp: Stamp | None = None,
) -> SearchEntry:
    value: Record = entry.value
    return SearchEntry(
        kind=kind,
        uri=edition.uri(kind, entry.id),
        title=edition.words(value.name),
        names=_names(edition, value.name, value.aliases),
        facts=tuple(dict.fromkeys([fact for fact in facts if fact])),
        text=" ".join(_texts(value, edition.language)),
        line=line,
        honour=honour,
        stamp=stamp,
        picture=_picture(edition, entry),
    )


def _picture(edition: Edition, entry: Entry[Village] | Entry[Maker] | Entry[Product]) -> str:
    """Return the smallest file of a record's first photo, else its drawn cover."""
    image = cover_image(edition, entry)
    webp = [source.files[0].uri for source in image.sources if source.mime == "image/webp" and source.files]
    return webp[0] if webp else image.uri


def _names(edition: Edition, name: Text, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return every name once, the title of the edition first."""
    names: dict[str, str] = {}
    for each in (edition.words(name).text, *_both(name), *aliases):
        names.setdefault(_spelling(each), each)
    return tuple(names.values())


_spelling = lru_cache(1024)(spelling)
"""The names of a record are asked for in every language, one after the other."""


def _both(*texts: Text | None) -> Iterator[str]:
    for text in texts:
        if text is not None:
            yield text.vi
            if text.en and text.en != text.vi:
                yield text.en


def _kind_words(edition: Edition, key: str) -> Iterator[str]:
    yield from [read_strings(language)(key) for language in edition.plan.languages]


def _craft_words(edition: Edition, ids: Iterable[str]) -> Iterator[str]:
    for id_ in ids:
        craft = edition.catalog.vocabulary.crafts.get(id_)
        if craft is not None:
            yield from _both(craft.name)
            yield from craft.aliases


def _place_words(edition: Edition, place: Place) -> Iterator[str]:
    before, since = place.before_2025, place.since_2025
    province = edition.catalog.vocabulary.provinces.get(since.province)
    if before is not None:
        yield from [part for part in (before.hamlet, before.commune, before.district, before.province) if part]
    yield from [part for part in (since.commune, since.published) if part]
    if province is not None:
        yield from _both(province.name)
        yield from province.aliases


def _award_words(edition: Edition, award: Award) -> Iterator[str]:
    vocabulary = edition.catalog.vocabulary
    programme = vocabulary.programmes.get(award.programme)
    level, region = vocabulary.levels.get(award.level or ""), vocabulary.regions.get(award.region or "")
    if programme is not None:
        yield programme.short
        yield from _both(programme.title)
    yield from _both(level.name if level else None, region.name if region else None)
    if award.stars is not None:
        yield f"{award.stars} sao"
        yield f"{award.stars} stars"
    yield str(award.year or "")
    if award.prize:
        yield edition.t("award.prize", prize=award.prize)


_ADDRESSES = frozenset({"sources", "source", "photos", "name", "aliases", "place", "contact", "coordinates"})
"""Fields that are names and facts already, or that say where something was read."""


def _texts(value: Strict, language: str) -> Iterator[str]:
    """Yield every text of a record in one language, with Vietnamese where it is missing."""
    for name in _fields_with_texts(type(value)):
        found = getattr(value, name)
        if found is not None:
            yield from _said(found, language)


def _said(found: object, language: str) -> Iterator[str]:
    if isinstance(found, Text):
        yield to_plain(getattr(found, language, None) or getattr(found, DEFAULT_LANGUAGE))
    elif isinstance(found, Strict):
        yield from _texts(found, language)
    elif isinstance(found, tuple):
        for each in found:
            yield from _said(each, language)


@cache
def _fields_with_texts(model: type[Strict]) -> tuple[str, ...]:
    """Return the fields of a model in which a text may stand, however deep."""
    return tuple(
        [
            name
            for name, field in model.model_fields.items()
            if name not in _ADDRESSES and _may_hold_text(field.annotation)
        ]
    )


def _may_hold_text(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return issubclass(annotation, Text) or bool(_fields_with_texts(annotation))
    return any(_may_hold_text(part) for part in get_args(annotation))
