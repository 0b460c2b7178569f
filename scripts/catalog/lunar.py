"""On which solar day a day of the lunar calendar falls in Việt Nam, and the only door to lunar-vn.

It answers for one lunar year at a time and says `None` for a day that the year does not have. What a festival's rule is
called in words is the views' question.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from lunar_vn import SUPPORTED_YEAR_RANGE, LunarDate, lunar_to_solar, solar_to_lunar


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
