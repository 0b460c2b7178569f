"""What the villages do about now: festivals to come, what is in season, markets of the next days.

“Now” is the catalog's day, and the page says so: a page that was built in November still says November in May. Solar
dates are computed from lunar rules; what has no day to count from stands on the page of festivals only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from catalog.lunar import lunar_day, next_days
from catalog.model import Festival, MarketDays, MonthDay, Village
from catalog.repository import Entry
from catalog.text import format_date
from catalog.views.calendar import market_days_line, month_day, season_line
from catalog.views.edition import Edition, Link, Words, capitalised

FESTIVALS = 4
MARKETS = 3
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of the tear-off calendar that hangs in every Vietnamese house."""

    day: str
    month: str
    """Month and year: “Tháng 11/2026”."""
    lunar: str | None
    """The same day by the lunar calendar; `None`: not said here."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A festival or a market to come."""

    leaf: Leaf
    """Its first solar day."""
    name: Words
    village: Link
    rule: str
    """Its rule in words."""


@dataclass(frozen=True, slots=True)
class InSeason:
    """A village that is busy now."""

    village: Link
    line: str
    note: Words | None


@dataclass(frozen=True, slots=True)
class ThisMonthView:
    """About now."""

    title: str
    today: Leaf
    computed: str
    """From which day all this was reckoned."""
    festivals_said: str
    festivals: tuple[Coming, ...]
    """Those of the rest of this month, and if they are few the next ones."""
    seasons: tuple[InSeason, ...]
    markets: tuple[Coming, ...]
    all_festivals: Link


def this_month(edition: Edition) -> ThisMonthView:
    """Tell what the villages do about the catalog's day."""
    t, today = edition.t, edition.catalog.as_of
    month = _month(today, t.language)
    coming = sorted(_festivals(edition), key=lambda found: found[0])
    soon = [found for day, found in coming if (day.year, day.month) <= (today.year, today.month)]
    return ThisMonthView(
        title=t("month.title"),
        today=leaf_of(edition, today),
        computed=t("month.computed", date=format_date(today.isoformat(), t.language)),
        festivals_said=t("month.festivals" if soon else "month.no_festivals", month=month),
        festivals=tuple(found for _, found in coming[: max(FESTIVALS, len(soon))]),
        seasons=tuple(_seasons(edition)),
        markets=tuple(found for _, found in sorted(_markets(edition), key=lambda found: found[0])[:MARKETS]),
        all_festivals=edition.link("festivals", "", Words(t("month.all"), None)),
    )


def leaf_of(edition: Edition, day: date, *, lunar: bool = True) -> Leaf:
    """Return the calendar leaf of a solar day."""
    found = lunar_day(day)
    said = capitalised(Words(month_day(edition, MonthDay(month=found.month, day=found.day), "lunar"), None)).text
    if found.leap:
        said = edition.t("month.leap", day=said)
    month = capitalised(Words(_month(day, edition.language), None)).text
    return Leaf(str(day.day), month, said if lunar else None)


def next_day(festival: Festival, today: date) -> date | None:
    """Return the first day of the festival's next time; one that has begun and not yet ended counts."""
    rule = festival.lunar or festival.solar
    if rule is None or rule.day is None:
        return None
    earliest = today - timedelta(days=(rule.day_end or rule.day) - rule.day)
    if festival.lunar:
        return next(iter(next_days(rule.day, rule.month, earliest - timedelta(days=1), 1)), None)
    for year in range(earliest.year, earliest.year + 9):  # a 29 February may be eight years away
        try:
            day = date(year, rule.month, rule.day)
        except ValueError:
            continue
        if day >= earliest:
            return day
    return None


def _month(day: date, language: str) -> str:
    return format_date(f"{day:%Y-%m}", language)


def _festivals(edition: Edition) -> Iterator[tuple[date, Coming]]:
    for village in edition.catalog.villages.values():
        for festival in village.value.festivals:
            day = next_day(festival, edition.catalog.as_of)
            if day is not None:
                rule, calendar = (festival.lunar, "lunar") if festival.lunar else (festival.solar, "solar")
                said = month_day(edition, rule, calendar) if rule else ""
                yield day, _coming(edition, day, edition.words(festival.name), village, said)


def _seasons(edition: Edition) -> Iterator[InSeason]:
    month = lunar_day(edition.catalog.as_of).month
    for village in edition.catalog.villages.values():
        season = village.value.season
        if season is not None and month in season.lunar_months:
            yield InSeason(
                _village_link(edition, village), season_line(edition, season) or "", edition.note(season.note)
            )


def _markets(edition: Edition) -> Iterator[tuple[date, Coming]]:
    today = edition.catalog.as_of
    for village in edition.catalog.villages.values():
        market = village.value.market_days
        if market is None:
            continue
        days = (today + timedelta(days=ahead) for ahead in range(2 * LONGEST_MONTH))
        day = next((day for day in days if _is_market_day(market, day)), None)
        if day is not None:
            name = Words(edition.t("month.market"), None)
            yield day, _coming(edition, day, name, village, market_days_line(edition, market))


def _is_market_day(market: MarketDays, day: date) -> bool:
    return (lunar_day(day).day if market.calendar == "lunar" else day.day) in market.days


def _coming(edition: Edition, day: date, name: Words, village: Entry[Village], rule: str) -> Coming:
    return Coming(leaf_of(edition, day, lunar=False), name, _village_link(edition, village), rule)


def _village_link(edition: Edition, village: Entry[Village]) -> Link:
    return edition.link("village", village.id, edition.words(village.value.name))
