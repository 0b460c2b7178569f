"""Every award round by year, with how many products of the catalog were honoured in it.

The numbers count what the catalog holds, never how many products a round honoured in all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.index import Honour, Round
from catalog.text import format_number
from catalog.views.body import Body
from catalog.views.edition import Edition, Link, Words
from catalog.views.ways import honoured, short_round


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One award round."""

    link: Link
    number: str
    """Products of the catalog honoured in it."""


@dataclass(frozen=True, slots=True)
class YearOfAwards:
    """The rounds of one year."""

    year: str
    rounds: tuple[RoundRow, ...]


@dataclass(frozen=True, slots=True)
class AwardsView:
    """The table of rounds."""

    title: str
    lead: str
    years: tuple[YearOfAwards, ...]
    """Newest first."""


def awards_body(edition: Edition) -> Body:
    """Make the table of award rounds."""
    t = edition.t
    years: dict[int, list[RoundRow]] = {}
    for round_, honours in edition.catalog.rounds.items():
        years.setdefault(round_.year, []).append(_row(edition, round_, honours))
    total = t.count("count.round", len(edition.catalog.rounds))
    return Body(
        title=t("awards.title"),
        description=t("awards.description", total=total),
        view=AwardsView(
            title=t("awards.title"),
            lead=t("awards.lead", total=total),
            years=tuple(YearOfAwards(str(year), tuple(rows)) for year, rows in years.items()),
        ),
    )


def _row(edition: Edition, round_: Round, honours: Sequence[Honour]) -> RoundRow:
    return RoundRow(
        link=edition.link("award", round_.id, Words(short_round(edition, round_), None)),
        number=format_number(honoured(honours), edition.language),
    )
