"""Which lunar day a solar day is in Việt Nam, and the reverse; the only door to lunar-vn.

It says `None` for a day that a lunar year does not have. What a festival's rule is called in words is the views'
question.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from lunar_vn import SUPPORTED_YEAR_RANGE, LunarDate, lunar_to_solar, solar_to_lunar


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar."""

    day: int
    month: int
    year: int
    """Number of the solar year in which the lunar one begins."""
    leap: bool
    """It lies in the second of two months with the same number."""


def lunar_day(solar: date) -> LunarDay:
    """Return the lunar day of a solar date.

    >>> lunar_day(date(2026, 11, 23))
    LunarDay(day=15, month=10, year=2026, leap=False)
    """
    found = solar_to_lunar(solar)
    return LunarDay(found.day, found.month, found.year, found.leap)


@cache
def solar_day(day: int, month: int, year: int) -> date | None:
    """Return the solar date of a lunar day; `None`: the lunar year has no such day, or is out of range.

    A year whose month comes twice counts the first one, as village festivals do.

    >>> solar_day(10, 3, 2026)
    datetime.date(2026, 4, 26)
    """
    if not SUPPORTED_YEAR_RANGE[0] < year < SUPPORTED_YEAR_RANGE[1]:
        return None
    wanted = LunarDate(day, month, year, False)
    try:
        found = lunar_to_solar(wanted)
    except ValueError:
        return None
    # lunar-vn 1.4.0 counts on into the next month for day 30 of a month of 29 days: only a round trip is an answer.
    return found if solar_to_lunar(found) == wanted else None


def next_days(day: int, month: int, after: date, count: int) -> tuple[date, ...]:
    """Return the first `count` solar dates of a lunar day later than `after`, in order.

    A day that some years lack (the 30th of a short month) is left out for those years.
    """
    # A lunar year begins in January or February, so its twelfth month may fall in the next solar year.
    years = range(after.year - 1, after.year + count + 1)
    found = [solar for year in years if (solar := solar_day(day, month, year)) is not None and solar > after]
    return tuple(sorted(found)[:count])


def days_within(day: int, month: int, year: int) -> tuple[date, ...]:
    """Return the solar dates of a lunar day in one solar year, in order: mostly one, of a day about Tết none or two.

    >>> days_within(25, 12, 2027)
    (datetime.date(2027, 2, 1),)
    """
    found = [solar_day(day, month, lunar_year) for lunar_year in (year - 1, year)]
    return tuple(solar for solar in found if solar is not None and solar.year == year)


def month_span(month: int, year: int) -> tuple[date, date] | None:
    """Return the first and the last solar day of a month of a lunar year, its leap month included.

    `None`: the year is out of range.

    >>> month_span(12, 2026)
    (datetime.date(2027, 1, 8), datetime.date(2027, 2, 5))
    """
    first = solar_day(1, month, year)
    after = solar_day(1, month + 1, year) if month < 12 else solar_day(1, 1, year + 1)
    return None if first is None or after is None else (first, after - timedelta(days=1))
