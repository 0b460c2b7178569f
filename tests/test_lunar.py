"""Promises of `lunar`: Vietnamese lunar dates on the right solar day, and no day that a year does not have."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunar_vn import solar_to_lunar

from catalog.lunar import days_within, lunar_day, month_span, next_days, solar_day


@pytest.mark.parametrize(
    ("day", "month", "year", "expected"),
    [
        (1, 1, 2024, date(2024, 2, 10)),
        (1, 1, 2025, date(2025, 1, 29)),
        (1, 1, 2026, date(2026, 2, 17)),
        (1, 1, 2027, date(2027, 2, 6)),
        (10, 3, 2025, date(2025, 4, 7)),  # Giỗ Tổ Hùng Vương
        (10, 3, 2026, date(2026, 4, 26)),
        (15, 8, 2025, date(2025, 10, 6)),  # Trung thu
        (1, 1, 1985, date(1985, 1, 21)),  # a month before China's
        (1, 1, 2007, date(2007, 2, 17)),
        (1, 1, 2030, date(2030, 2, 2)),
        (1, 6, 2025, date(2025, 6, 25)),  # the first of two sixth months
    ],
)
def test_known_days(day: int, month: int, year: int, expected: date) -> None:
    assert solar_day(day, month, year) == expected


@given(st.integers(1, 30), st.integers(1, 12), st.integers(1950, 2080))
def test_round_trip(day: int, month: int, year: int) -> None:
    """A day that is returned is that lunar day, in an ordinary month; a day that is not there is `None`."""
    found = solar_day(day, month, year)

    if found is None:
        assert day == 30
    else:
        back = solar_to_lunar(found)
        assert (back.day, back.month, back.year, back.leap) == (day, month, year, False)


@pytest.mark.parametrize("year", [0, 1, 9999])
def test_out_of_range(year: int) -> None:
    """A year that nobody can compute has no days."""
    assert solar_day(1, 1, year) is None


@pytest.mark.parametrize(
    ("day", "month", "after", "expected"),
    [
        (10, 3, date(2026, 4, 25), (date(2026, 4, 26), date(2027, 4, 16))),
        (10, 3, date(2026, 4, 26), (date(2027, 4, 16), date(2028, 4, 4))),
        # The twelfth month of a lunar year falls in the next solar one.
        (25, 12, date(2026, 1, 1), (date(2026, 2, 12), date(2027, 2, 1))),
    ],
)
def test_next_days(day: int, month: int, after: date, expected: tuple[date, ...]) -> None:
    assert next_days(day, month, after, count=2) == expected


@given(st.integers(1, 29), st.integers(1, 12), st.dates(date(1990, 1, 1), date(2080, 1, 1)))
def test_next_days_follow(day: int, month: int, after: date) -> None:
    """The next times come after the day, in order, about a year apart, the first of them within thirteen months."""
    first, second = next_days(day, month, after, count=2)

    assert 0 < (first - after).days <= 385
    assert 353 <= (second - first).days <= 386


@given(st.dates(date(1950, 1, 1), date(2080, 12, 31)))
def test_lunar_and_solar_agree(day: date) -> None:
    """The lunar day of a solar one leads back to it, and lies in the span of its month."""
    lunar = lunar_day(day)
    span = month_span(lunar.month, lunar.year)

    assert lunar.leap or solar_day(lunar.day, lunar.month, lunar.year) == day
    assert span is not None
    assert span[0] <= day <= span[1]


@given(st.integers(1950, 2080))
def test_months_fill_the_year(year: int) -> None:
    """The twelve months of a lunar year follow each other without a gap, leap month included."""
    spans = [month_span(month, year) for month in range(1, 13)]

    assert all(span is not None for span in spans)
    for before, after in pairwise(span for span in spans if span is not None):
        assert (after[0] - before[1]).days == 1


def test_a_day_about_tet_may_come_twice_or_not_at_all() -> None:
    """A solar year holds most lunar days once; one near its end of a short year may fall in twice, or never."""
    assert days_within(25, 12, 2027) == (date(2027, 2, 1),)
    found = [len(days_within(1, 12, year)) for year in range(2000, 2040)]
    assert set(found) == {0, 1, 2}
