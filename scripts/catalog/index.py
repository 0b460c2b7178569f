"""The catalog: every record in order, with the look-ups that pages and checks need; read-only from here on.

It is the only door of a view to the records, and it notes what is read (`reads`): a look-up of one record or one group
by its id, of everything by `*`, an answer about one record by its name, for example `craft_of/lua-van-phuc`. What
each such fact is worth now, `families` says. The vocabularies are not noted one by one: a word concerns every page.
Indexes are made of the briefs alone, so no model is built for them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from catalog.model import (
    Award,
    Craft,
    Featured,
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
from catalog.reads import ALL, Noted, digest_of_lines, note, plain
from catalog.repository import Entry, Repository
from catalog.validity import AwardState, Grounds, span_of, state_of

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
    featured: tuple[Featured, ...] = ()


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
    position: int
    """Index of the award in the product's record."""

    @property
    def award(self) -> Award:
        """The award, as the record states it."""
        return self.product.value.awards[self.position]


FOLLOWS = {"state_of": f"as_of/{ALL}"}
"""Family of facts → the fact that must change before any of them does, the vocabularies apart."""

Groups = Mapping[str, tuple[Entry[R], ...]]
"""Id → members, in the catalog's order."""


@dataclass(frozen=True)
class Catalog:
    """All records of one day. Mappings keep Vietnamese alphabetical order of names."""

    villages: Mapping[str, Entry[Village]]
    makers: Mapping[str, Entry[Maker]]
    products: Mapping[str, Entry[Product]]
    vocabulary: Vocabulary
    day: date
    """As `as_of`, for those who read it on behalf of nobody."""
    built: list[Entry[Record]] = field(default_factory=list, repr=False, compare=False)
    """The records whose models have been built and not been forgotten since."""

    @property
    def as_of(self) -> date:
        """The day that awards are judged by and that nothing may lie after."""
        note(f"as_of/{ALL}")
        return self.day

    def maker_of(self, product: Entry[Product]) -> Entry[Maker] | None:
        """Return who makes a product: the maker it names, else the one whose folder it stands in."""
        note(f"maker_of/{product.id}")
        return self._maker_of(product)

    def village_of(self, product: Entry[Product]) -> Entry[Village] | None:
        """Return the village a product comes from: named by it, its folder's, or its maker's."""
        note(f"village_of/{product.id}")
        return self._village_of(product)

    def village_of_maker(self, maker: Entry[Maker]) -> Entry[Village] | None:
        """Return the village that a maker says it works in."""
        note(f"village_of_maker/{maker.id}")
        return self._village_of_maker(maker)

    def craft_of(self, product: Entry[Product]) -> str | None:
        """Return a product's craft id: its own, else its village's main one."""
        note(f"craft_of/{product.id}")
        return self._craft_of(product)

    def state_of(self, award: Award) -> AwardState:
        """Tell what an award of the catalog is worth on the catalog's day; worked out once for all like it."""
        grounds = Grounds.of(award)
        known = self._states.get(grounds)
        if known is None:
            state = state_of(award, self.vocabulary.programmes.get(award.programme), self.day)
            known = self._states[grounds] = f"state_of/{json.dumps(grounds)}", state
        note(known[0])
        return known[1]

    @property
    def products_by_maker(self) -> Groups[Product]:
        """Maker id → its products."""
        found: Groups[Product] = self._groups["products_by_maker"]
        return found

    @property
    def products_by_village(self) -> Groups[Product]:
        """Village id → products from it."""
        found: Groups[Product] = self._groups["products_by_village"]
        return found

    @property
    def products_by_craft(self) -> Groups[Product]:
        """Craft id → products of it."""
        found: Groups[Product] = self._groups["products_by_craft"]
        return found

    @property
    def products_by_province(self) -> Groups[Product]:
        """Province id → products made there."""
        found: Groups[Product] = self._groups["products_by_province"]
        return found

    @property
    def products_by_group(self) -> Groups[Product]:
        """Product group id → products in it; a product may be in one of each programme."""
        found: Groups[Product] = self._groups["products_by_group"]
        return found

    @property
    def makers_by_village(self) -> Groups[Maker]:
        """Village id → makers that work there or make products from there."""
        found: Groups[Maker] = self._groups["makers_by_village"]
        return found

    @property
    def makers_by_province(self) -> Groups[Maker]:
        """Province id → makers there."""
        found: Groups[Maker] = self._groups["makers_by_province"]
        return found

    @property
    def villages_by_craft(self) -> Groups[Village]:
        """Craft id → villages that practise it."""
        found: Groups[Village] = self._groups["villages_by_craft"]
        return found

    @property
    def villages_by_province(self) -> Groups[Village]:
        """Province id → villages there."""
        found: Groups[Village] = self._groups["villages_by_province"]
        return found

    @property
    def rounds(self) -> Mapping[Round, tuple[Honour, ...]]:
        """Award round → what was honoured in it, newest year first, then by programme and falling level."""
        note(f"rounds/{ALL}")
        return self._rounds

    def round_of(self, award: Award) -> Round:
        """Return the round of an award whose year is known."""
        if award.year is None:
            raise ValueError("an award without a year belongs to no round")
        return Round(award.year, award.programme, award.level or "chua-ro")

    @property
    def featured_now(self) -> tuple[Featured, ...]:
        """Return what the front page is asked to show on the catalog's day, in the order of the file."""
        return tuple(
            [
                featured
                for featured in self.vocabulary.featured
                if span_of(featured.since).first <= self.as_of <= span_of(featured.until).last
            ]
        )

    @cached_property
    def by_home(self) -> tuple[tuple[str, str], ...]:
        """Kind and id of every record, those of one home together: what stands side by side is made together."""
        entries = (*plain(self.villages).values(), *plain(self.makers).values(), *plain(self.products).values())
        return tuple([(_kind_of(entry), entry.id) for entry in sorted(entries, key=lambda entry: entry.folder)])

    def families(self) -> dict[str, Callable[[str], str]]:
        """Return, by the name before its `/`, what tells the worth of a fact: the same text, the same answer.

        A fact about `*` is worth its members in their order.
        """
        villages, makers, products = plain(self.villages), plain(self.makers), plain(self.products)
        return {
            "village": _version_of(villages),
            "maker": _version_of(makers),
            "product": _version_of(products),
            "as_of": lambda _: self.day.isoformat(),
            "maker_of": lambda id_: _id_of(self._maker_of(products[id_])) if id_ in products else "",
            "village_of": lambda id_: _id_of(self._village_of(products[id_])) if id_ in products else "",
            "village_of_maker": lambda id_: _id_of(self._village_of_maker(makers[id_])) if id_ in makers else "",
            "craft_of": lambda id_: (self._craft_of(products[id_]) or "") if id_ in products else "",
            "state_of": self._worth_of_state,
            "rounds": lambda _: self._worth_of_rounds(),
            **{name: _worth_of_groups(plain(groups)) for name, groups in self._groups.items()},
        }

    def forget(self) -> None:
        """Let go of every model that was built; they are built again when somebody asks."""
        while self.built:
            self.built.pop().forget()

    def _maker_of(self, product: Entry[Product]) -> Entry[Maker] | None:
        return plain(self.makers).get(product.gist.maker or "") or self._maker_at.get(product.folder)

    def _village_of(self, product: Entry[Product]) -> Entry[Village] | None:
        if product.gist.village is not None:
            return plain(self.villages).get(product.gist.village)
        maker = self._maker_of(product)
        return self._village_at.get(product.folder) or (self._village_of_maker(maker) if maker else None)

    def _village_of_maker(self, maker: Entry[Maker]) -> Entry[Village] | None:
        return plain(self.villages).get(maker.gist.village or "")

    def _craft_of(self, product: Entry[Product]) -> str | None:
        village = None if product.gist.crafts else self._village_of(product)
        return product.gist.crafts[0] if product.gist.crafts else village.gist.crafts[0] if village else None

    def _worth_of_state(self, grounds: str) -> str:
        stated = Grounds(*json.loads(grounds)).award()
        return str(state_of(stated, self.vocabulary.programmes.get(stated.programme), self.day))

    def _worth_of_rounds(self) -> str:
        return digest_of_lines(
            f"{round_.id}: {' '.join([f'{honour.product.id}/{honour.position}' for honour in honours])}"
            for round_, honours in self._rounds.items()
        )

    @cached_property
    def _groups(self) -> dict[str, Any]:
        villages, makers = plain(self.villages).values(), plain(self.makers).values()
        products = plain(self.products).values()
        products_by_maker = _grouped(products, lambda p: [m.id] if (m := self._maker_of(p)) else [])
        found: dict[str, Mapping[str, tuple[Entry[Any], ...]]] = {
            "products_by_maker": products_by_maker,
            "products_by_village": _grouped(products, lambda p: [v.id] if (v := self._village_of(p)) else []),
            "products_by_craft": _grouped(products, lambda p: [c] if (c := self._craft_of(p)) else []),
            "products_by_province": _grouped(products, lambda p: [p.gist.province]),
            "products_by_group": _grouped(products, lambda p: p.gist.groups),
            "makers_by_village": _grouped(
                makers,
                lambda m: sorted(
                    ({m.gist.village} if m.gist.village else set())
                    | {v.id for p in products_by_maker.get(m.id, ()) if (v := self._village_of(p))}
                ),
            ),
            "makers_by_province": _grouped(makers, lambda m: [m.gist.province]),
            "villages_by_craft": _grouped(villages, lambda v: v.gist.crafts),
            "villages_by_province": _grouped(villages, lambda v: [v.gist.province]),
        }
        return {name: Noted(name, groups) for name, groups in found.items()}

    @cached_property
    def _rounds(self) -> Mapping[Round, tuple[Honour, ...]]:
        found: dict[Round, list[Honour]] = defaultdict(list)
        for product in plain(self.products).values():
            for position, year, programme, level in product.gist.rewards:
                found[Round(year, programme, level or "chua-ro")].append(Honour(product, position))
        ranks = {level.id: level.rank for level in self.vocabulary.levels.values()}
        order = sorted(found, key=lambda r: (-r.year, r.programme, -ranks.get(r.level, -1), r.level))
        return {round_: tuple(found[round_]) for round_ in order}

    @cached_property
    def _states(self) -> dict[Grounds, tuple[str, AwardState]]:
        return {}

    @cached_property
    def _maker_at(self) -> Mapping[str, Entry[Maker]]:
        return {maker.folder: maker for maker in plain(self.makers).values()}

    @cached_property
    def _village_at(self) -> Mapping[str, Entry[Village]]:
        return {village.folder: village for village in plain(self.villages).values()}


def build_catalog(repository: Repository, as_of: date) -> Catalog:
    """Order what was read. Of two records with one id the first stands; `checks` names the other."""
    return Catalog(
        villages=Noted("village", _in_order(repository.villages)),
        makers=Noted("maker", _in_order(repository.makers)),
        products=Noted("product", _in_order(repository.products)),
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
            featured=tuple(cast(Featured, entry.value) for entry in repository.vocabulary.get("featured", ())),
        ),
        day=as_of,
        built=repository.built,
    )


def _kind_of(entry: Entry[Record]) -> str:
    return entry.fact.partition("/")[0]


def _id_of(entry: Entry[R] | None) -> str:
    return entry.id if entry else ""


def _version_of(entries: Mapping[str, Entry[R]]) -> Callable[[str], str]:
    def version(id_: str) -> str:
        if id_ == ALL:
            return digest_of_lines(entries)
        return entry.version if (entry := entries.get(id_)) else ""

    return version


def _worth_of_groups(groups: Mapping[str, tuple[Entry[R], ...]]) -> Callable[[str], str]:
    def worth(id_: str) -> str:
        if id_ == ALL:
            return digest_of_lines(f"{name}: {' '.join([each.id for each in found])}" for name, found in groups.items())
        return digest_of_lines([entry.id for entry in groups.get(id_, ())])

    return worth


def _words(repository: Repository, name: str) -> dict[str, V]:
    words: dict[str, V] = {}
    for entry in repository.vocabulary.get(name, ()):
        words.setdefault(getattr(entry.value, "id"), cast(V, entry.value))  # noqa: B009 - every word has an id
    return words


def _in_order(entries: Iterable[Entry[R]]) -> dict[str, Entry[R]]:
    ordered: dict[str, Entry[R]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.gist.order, entry.id)):
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
