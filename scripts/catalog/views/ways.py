"""Ways in: links to crafts, provinces and award rounds with how much stands behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.index import Honour, Round
from catalog.text import sort_key
from catalog.views.edition import Edition, Link, Words


@dataclass(frozen=True, slots=True)
class Way:
    """A link with what stands behind it."""

    link: Link
    count: str
    """For example “43 products”."""


def craft_ways(edition: Edition, members: Mapping[str, Sequence[object]], noun: str) -> tuple[Way, ...]:
    """Return a way to each craft that has members, in alphabetical order; `noun` counts what stands behind it."""
    return _ways(edition, edition.crafts, members, noun)


def province_ways(edition: Edition, members: Mapping[str, Sequence[object]], noun: str) -> tuple[Way, ...]:
    """Return a way to each province that has members, in alphabetical order; `noun` counts what stands behind it."""
    return _ways(edition, edition.provinces, members, noun)


def award_ways(edition: Edition, limit: int | None = None) -> tuple[Way, ...]:
    """Return a way to each award round, newest first."""
    rounds = list(edition.catalog.rounds.items())[:limit]
    return tuple(
        Way(
            edition.link("award", round_.id, Words(short_round(edition, round_), None)),
            edition.t.count("count.product", honoured(honours)),
        )
        for round_, honours in rounds
    )


def short_round(edition: Edition, round_: Round) -> str:
    """Return the short name of a round: “CNNT cấp quốc gia 2021”."""
    return edition.t("awards.short", name=short_level(edition, round_), year=round_.year)


def short_level(edition: Edition, round_: Round) -> str:
    """Return a round's programme and level in short, the level where the records know it: “CNNT cấp quốc gia”."""
    programme = edition.catalog.vocabulary.programmes.get(round_.programme)
    short = programme.short if programme else round_.programme
    level = edition.levels.get(round_.level)
    return edition.t("award.name_level", award=short, level=level.text) if level else short


def honoured(honours: Sequence[Honour]) -> int:
    """Count products, not awards: one product may be honoured twice in a round."""
    return len({honour.product.id for honour in honours})


def _ways(
    edition: Edition, links: Mapping[str, Link], members: Mapping[str, Sequence[object]], noun: str
) -> tuple[Way, ...]:
    ways = [
        Way(links[id_], edition.t.count(f"count.{noun}", len(found))) for id_, found in members.items() if id_ in links
    ]
    return tuple(sorted(ways, key=lambda way: sort_key(way.link.words.text)))
