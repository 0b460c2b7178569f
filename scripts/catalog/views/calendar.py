"""Days of the lunar and the solar year in words: festivals, market days, seasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.model import Festival, MarketDays, MonthDay, Season
from catalog.text import format_date, join_list
from catalog.views.edition import Edition, Words
from catalog.views.source import Sources, SourceView, maybe_source


@dataclass(frozen=True, slots=True)
class FestivalView:
    """One festival."""

    name: Words
    when: tuple[Words, ...]
    """Its rule in words, lunar before solar, then what the record adds; empty: not known."""
    examples: str | None
    """Days on which it was held, in a sentence."""
    note: Words | None
    source: SourceView | None


def festival_view(edition: Edition, festival: Festival, sources: Sources | None = None) -> FestivalView:
    """Show one festival; `sources`: those of its village."""
    when = [
        Words(month_day(edition, day, calendar), None)
        for day, calendar in ((festival.lunar, "lunar"), (festival.solar, "solar"))
        if day
    ]
    if festival.when:
        when.append(edition.words(festival.when))
    return FestivalView(
        name=edition.words(festival.name),
        when=tuple(when),
        examples=_examples(edition, festival.examples),
        note=edition.note(festival.note),
        source=maybe_source(edition, festival.source, sources),
    )


def _examples(edition: Edition, days: Sequence[str]) -> str | None:
    """Say on which days it was held; a record writes several days of one month as `2017-03-11/13`."""
    said = []
    for day in days:
        span = re.fullmatch(r"(\d{4}-\d{2})-(\d{2})/(\d{2})", day)
        if span:
            month, first, last = span.groups()
            said.append(f"{int(first)}–{format_date(f'{month}-{last}', edition.language)}")
        else:
            said.append(format_date(day, edition.language) if re.fullmatch(r"\d{4}(-\d{2}){0,2}", day) else day)
    return edition.t("festival.held", days="; ".join(said)) if said else None


def month_day(edition: Edition, rule: MonthDay, calendar: str) -> str:
    """Say a rule: `mồng 4 tháng 2 âm lịch`, `the 4th day of the 2nd lunar month`.

    Args:
        edition: The edition.
        rule: The days.
        calendar: `lunar` or `solar`.

    """
    t = edition.t
    month = t(f"calendar.{calendar}.month.m{rule.month}")
    if rule.day is None:
        return t(f"calendar.{calendar}.in_month", month=month)
    first = _day(edition, rule.day, calendar)
    if rule.day_end is None or rule.day_end == rule.day:
        return t(f"calendar.{calendar}.on_day", day=first, month=month)
    last = _day(edition, rule.day_end, calendar)
    return t(f"calendar.{calendar}.on_days", first=first, last=last, month=month)


def market_days_line(edition: Edition, market: MarketDays) -> str:
    """Say on which days of each month a market is held."""
    days = join_list([str(day) for day in market.days], edition.language)
    return edition.t(f"market.{market.calendar}", days=days)


def season_line(edition: Edition, season: Season) -> str | None:
    """Say which lunar months are meant; `None`: the record names none."""
    if not season.lunar_months:
        return None
    months = months_phrase(edition, season.lunar_months)
    return edition.t.count("season.lunar_months", len(season.lunar_months), months=months)


def months_phrase(edition: Edition, months: Sequence[int]) -> str:
    """Return lunar months as a list in words."""
    return join_list([edition.t(f"calendar.lunar.month.m{month}") for month in months], edition.language)


def _day(edition: Edition, day: int, calendar: str) -> str:
    if calendar == "lunar" and day <= 10:
        return edition.t("calendar.lunar.early_day", day=day)
    return str(day)
