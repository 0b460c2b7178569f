"""Every award round by year, with how many products of the catalog were honoured in it.

The numbers count what the catalog holds, never how many products a round honoured in all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.index import Honour, Round
from catalog.text import format_number
from catalog.views.body import Body
from catalog.views.charts import Bar, bar
from catalog.views.edition import Edition, Link, Words, capitalised
from catalog.views.ways import honoured, short_round


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One award round."""

    link: Link
    """Its level, for example “Cấp tỉnh”: programme and year stand at the head of column and row."""
    name: str
    """Its whole name, for those who hear the link alone."""
    number: str
    """Products of the catalog honoured in it."""
    bar: Bar


@dataclass(frozen=True, slots=True)
class YearOfAwards:
    """The rounds of one year."""

    year: str
    id: str
    """Anchor."""
    cells: tuple[tuple[RoundRow, ...], ...]
    """For each programme its rounds, the highest level first; often none."""


@dataclass(frozen=True, slots=True)
class AwardsView:
    """The table of rounds: a row for each year, a column for each programme."""

    title: str
    lead: str
    programmes: tuple[str, ...]
    """Short names, one for each column."""
    years: tuple[YearOfAwards, ...]
    """Newest first."""


def awards_body(edition: Edition) -> Body:
    """Make the table of award rounds."""
    t = edition.t
    rounds = edition.catalog.rounds
    known = list(edition.catalog.vocabulary.programmes)
    found = {round_.programme for round_ in rounds}
    programmes = [id_ for id_ in known if id_ in found] + sorted(found - set(known))
    greatest = max((honoured(honours) for honours in rounds.values()), default=0)
    years: dict[int, dict[str, list[RoundRow]]] = {}
    for round_, honours in rounds.items():
        cells = years.setdefault(round_.year, {programme: [] for programme in programmes})
        cells[round_.programme].append(_row(edition, round_, honours, greatest))
    total = t.count("count.round", len(edition.catalog.rounds))
    return Body(
        title=t("awards.title"),
        description=t("awards.description", total=total),
        view=AwardsView(
            title=t("awards.title"),
            lead=t("awards.lead", total=total),
            programmes=tuple(_short(edition, programme) for programme in programmes),
            years=tuple(
                YearOfAwards(str(year), year_anchor(str(year)), tuple(tuple(rows) for rows in cells.values()))
                for year, cells in years.items()
            ),
        ),
    )


def year_anchor(year: str) -> str:
    """Return the anchor of a year on this page.

    >>> year_anchor("2021")
    'nam-2021'
    """
    return f"nam-{year}"


def _row(edition: Edition, round_: Round, honours: Sequence[Honour], greatest: int) -> RoundRow:
    level = edition.levels.get(round_.level)
    number = honoured(honours)
    return RoundRow(
        link=edition.link(
            "award", round_.id, capitalised(level) if level else Words(edition.t("awards.level_unknown"), None)
        ),
        name=short_round(edition, round_),
        number=format_number(number, edition.language),
        bar=bar(number, greatest),
    )


def _short(edition: Edition, programme: str) -> str:
    known = edition.catalog.vocabulary.programmes.get(programme)
    return known.short if known else programme
