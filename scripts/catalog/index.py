"""The catalog: every record in order, with the look-ups that pages and checks need; read-only from here on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from catalog.model import (
    Award,
    Craft,
    Group,
    Level,
    Licence,
    Maker,
    MakerType,
    Metric,
    Product,
    Programme,
    Province,
    RecognitionType,
    Record,
    Region,
    Report,
    Strict,
    UnfitHost,
    Village,
)
from catalog.repository import Entry, Repository
from catalog.text import sort_key
from catalog.validity import AwardState, state_of

V = TypeVar("V", bound=Strict)
R = TypeVar("R", bound=Record)
Name = TypeVar("Name")


@dataclass(frozen=True)
class Vocabulary:
    """The words that records choose from, each list in the order of its file, by id."""

    crafts: Mapping[str, Craft]
    provinces: Mapping[str, Province]
    programmes: Mapping[str, Programme]
    levels: Mapping[str, Level]
    regions: Mapping[str, Region]
    groups: Mapping[str, Group]
    recognitions: Mapping[str, RecognitionType]
    marks: Mapping[str, RecognitionType]
    maker_types: Mapping[str, MakerType]
    metrics: Mapping[str, Metric]
    licences: Mapping[str, Licence]
    reports: Mapping[str, Report]
    unfit_hosts: tuple[UnfitHost, ...]


@dataclass(frozen=True, slots=True, order=True)
class Round:
    """One award round: a programme, the year of its decision, a level."""

    year: int
    programme: str
    level: str
    """Level id; `chua-ro` where the records do not know it."""

    @property
    def id(self) -> str:
        """Return the round's address, for example `cnnt-2021-quoc-gia`."""
        return f"{self.programme}-{self.year}-{self.level}"


@dataclass(frozen=True, slots=True)
class Honour:
    """One award of one product."""

    product: Entry[Product]
    award: Award


@dataclass(frozen=True)
class Catalog:
    """All records of one day. Mappings keep Vietnamese alphabetical order of names."""

    villages: Mapping[str, Entry[Village]]
    makers: Mapping[str, Entry[Maker]]
    products: Mapping[str, Entry[Product]]
    vocabulary: Vocabulary
    as_of: date
    """The day that awards are judged by and that nothing may lie after."""

    def maker_of(self, product: Entry[Product]) -> Entry[Maker] | None:
        """Return who makes a product: the maker it names, else the one whose folder it stands in."""
        return self.makers.get(product.value.maker or "") or self._maker_at.get(product.home)

    def village_of(self, product: Entry[Product]) -> Entry[Village] | None:
        """Return the village a product comes from: named by it, its folder's, or its maker's."""
        if product.value.village is not None:
            return self.villages.get(product.value.village)
        maker = self.maker_of(product)
        return self._village_at.get(product.home) or (self.village_of_maker(maker) if maker else None)

    def village_of_maker(self, maker: Entry[Maker]) -> Entry[Village] | None:
        """Return the village that a maker says it works in."""
        return self.villages.get(maker.value.village or "")

    def craft_of(self, product: Entry[Product]) -> str | None:
        """Return a product's craft id: its own, else its village's main one."""
        village = self.village_of(product)
        return product.value.craft or (village.value.crafts[0] if village else None)

    def state_of(self, award: Award) -> AwardState:
        """Tell what an award of the catalog is worth on the catalog's day; worked out once for each."""
        state = self._states.get(id(award))
        if state is None:
            programme = self.vocabulary.programmes.get(award.programme)
            state = self._states[id(award)] = state_of(award, programme, self.as_of)
        return state

    @cached_property
    def products_by_maker(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        """Maker id → its products."""
        return _grouped(self.products.values(), lambda p: [m.id] if (m := self.maker_of(p)) else [])

    @cached_property
    def products_by_village(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        """Village id → products from it."""
        return _grouped(self.products.values(), lambda p: [v.id] if (v := self.village_of(p)) else [])

    @cached_property
    def products_by_craft(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        """Craft id → products of it."""
        return _grouped(self.products.values(), lambda p: [c] if (c := self.craft_of(p)) else [])

    @cached_property
    def products_by_province(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        """Province id → products made there."""
        return _grouped(self.products.values(), lambda p: [p.value.place.since_2025.province])

    @cached_property
    def makers_by_village(self) -> Mapping[str, tuple[Entry[Maker], ...]]:
        """Village id → makers that work there or make products from there."""
        return _grouped(
            self.makers.values(),
            lambda m: sorted(
                ({m.value.village} if m.value.village else set())
                | {v.id for p in self.products_by_maker.get(m.id, ()) if (v := self.village_of(p))}
            ),
        )

    @cached_property
    def makers_by_province(self) -> Mapping[str, tuple[Entry[Maker], ...]]:
        """Province id → makers there."""
        return _grouped(self.makers.values(), lambda m: [m.value.place.since_2025.province])

    @cached_property
    def villages_by_craft(self) -> Mapping[str, tuple[Entry[Village], ...]]:
        """Craft id → villages that practise it."""
        return _grouped(self.villages.values(), lambda v: list(v.value.crafts))

    @cached_property
    def villages_by_province(self) -> Mapping[str, tuple[Entry[Village], ...]]:
        """Province id → villages there."""
        return _grouped(self.villages.values(), lambda v: [v.value.place.since_2025.province])

    @cached_property
    def rounds(self) -> Mapping[Round, tuple[Honour, ...]]:
        """Award round → what was honoured in it, newest year first, then by programme and falling level."""
        found: dict[Round, list[Honour]] = defaultdict(list)
        for product in self.products.values():
            for award in product.value.awards:
                if award.year is not None and award.status in ("awarded", "selected"):
                    found[self.round_of(award)].append(Honour(product, award))
        ranks = {level.id: level.rank for level in self.vocabulary.levels.values()}
        order = sorted(found, key=lambda r: (-r.year, r.programme, -ranks.get(r.level, -1), r.level))
        return {round_: tuple(found[round_]) for round_ in order}

    def round_of(self, award: Award) -> Round:
        """Return the round of an award whose year is known."""
        if award.year is None:
            raise ValueError("an award without a year belongs to no round")
        return Round(award.year, award.programme, award.level or "chua-ro")

    @cached_property
    def _states(self) -> dict[int, AwardState]:
        return {}

    @cached_property
    def _maker_at(self) -> Mapping[str, Entry[Maker]]:
        return {maker.home: maker for maker in self.makers.values()}

    @cached_property
    def _village_at(self) -> Mapping[str, Entry[Village]]:
        return {village.home: village for village in self.villages.values()}


def build_catalog(repository: Repository, as_of: date) -> Catalog:
    """Order what was read. Of two records with one id the first stands; `checks` names the other."""
    return Catalog(
        villages=_in_order(repository.villages),
        makers=_in_order(repository.makers),
        products=_in_order(repository.products),
        vocabulary=Vocabulary(
            crafts=_words(repository, "crafts"),
            provinces=_words(repository, "provinces"),
            programmes=_words(repository, "programmes"),
            levels=_words(repository, "levels"),
            regions=_words(repository, "regions"),
            groups=_words(repository, "groups"),
            recognitions=_words(repository, "recognitions"),
            marks=_words(repository, "marks"),
            maker_types=_words(repository, "maker-types"),
            metrics=_words(repository, "metrics"),
            licences=_words(repository, "licences"),
            reports=_words(repository, "reports"),
            unfit_hosts=tuple(cast(UnfitHost, entry.value) for entry in repository.vocabulary.get("unfit-hosts", ())),
        ),
        as_of=as_of,
    )


def _words(repository: Repository, name: str) -> dict[str, V]:
    words: dict[str, V] = {}
    for entry in repository.vocabulary.get(name, ()):
        words.setdefault(getattr(entry.value, "id"), cast(V, entry.value))  # noqa: B009 - every word has an id
    return words


def _in_order(entries: Iterable[Entry[R]]) -> dict[str, Entry[R]]:
    ordered: dict[str, Entry[R]] = {}
    for entry in sorted(entries, key=lambda entry: (sort_key(entry.value.name.vi), entry.id)):
        ordered.setdefault(entry.id, entry)
    return ordered


def _grouped(
    entries: Iterable[Entry[R]], names: Callable[[Entry[R]], Iterable[str]]
) -> Mapping[str, tuple[Entry[R], ...]]:
    found: dict[str, list[Entry[R]]] = defaultdict(list)
    for entry in entries:
        for name in names(entry):
            found[name].append(entry)
    return {name: tuple(members) for name, members in found.items()}
