"""Promises of `views.this_month`: what is near, reckoned from the catalog's day, and honest about it."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from catalog.model import Festival, MonthDay, Text
from catalog.views.this_month import FESTIVALS, ThisMonthView, next_day, this_month
from tests.editions import LANGUAGES, edition_of, real_catalog


def month_at(as_of: date, language: str = "vi") -> ThisMonthView:
    return this_month(edition_of(dataclasses.replace(real_catalog(), day=as_of), language))


def test_the_leaf_shows_both_calendars() -> None:
    """The leaf of the day has its solar and its lunar date."""
    leaf = month_at(date(2026, 11, 23)).today

    assert (leaf.day, leaf.month, leaf.lunar) == ("23", "Tháng 11/2026", "Ngày 15 tháng 10 âm lịch")
    assert month_at(date(2025, 8, 1)).today.lunar == "Ngày mồng 8 tháng 6 âm lịch (tháng nhuận)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_without_festivals_says_so(language: str) -> None:
    """In late November no festival is on record: the page says that, and names the next ones in order."""
    view = month_at(date(2026, 11, 23), language)

    assert view.festivals_said.startswith(
        {"vi": "Từ nay đến hết tháng 11/2026 danh mục chưa ghi", "en": "The catalog"}[language]
    )
    assert [coming.leaf.day for coming in view.festivals] == ["1", "9", "12", "14"]
    assert "2026" in view.computed


def test_all_festivals_of_a_month_are_shown() -> None:
    """In the first lunar month more villages celebrate than a short list holds; none is left out."""
    view = month_at(date(2026, 2, 17))

    assert len(view.festivals) > FESTIVALS
    assert view.festivals_said == "Ngày hội trong tháng 2/2026 và sắp tới"


def test_seasons_follow_the_lunar_month() -> None:
    """A village is in season in the lunar months that its record names, and in no other."""
    assert [one.village.words.text for one in month_at(date(2026, 11, 23)).seasons] == ["Làng bánh tráng Mỹ Lồng"]
    assert [one.village.words.text for one in month_at(date(2026, 11, 8)).seasons] == []


@pytest.mark.parametrize(
    ("festival", "today", "expected"),
    [
        ({"lunar": MonthDay(month=3, day=10)}, date(2026, 4, 26), date(2026, 4, 26)),  # today counts
        ({"lunar": MonthDay(month=3, day=10)}, date(2026, 4, 27), date(2027, 4, 16)),
        ({"lunar": MonthDay(month=2, day=14, day_end=16)}, date(2026, 4, 3), date(2026, 4, 1)),  # its last day
        ({"lunar": MonthDay(month=2, day=14, day_end=16)}, date(2026, 4, 4), date(2027, 3, 21)),
        ({"lunar": MonthDay(month=12, day=25)}, date(2027, 1, 1), date(2027, 2, 1)),  # of the lunar year before
        ({"solar": MonthDay(month=4, day=30)}, date(2026, 4, 30), date(2026, 4, 30)),
        ({"solar": MonthDay(month=2, day=29)}, date(2026, 3, 1), date(2028, 2, 29)),
        ({"solar": MonthDay(month=12, day=30, day_end=31)}, date(2027, 1, 1), date(2027, 12, 30)),
        ({"lunar": MonthDay(month=1)}, date(2026, 1, 1), None),
        ({"when": Text(vi="đầu xuân")}, date(2026, 1, 1), None),
    ],
)
def test_next_day(festival: dict[str, MonthDay | Text], today: date, expected: date | None) -> None:
    assert next_day(Festival.model_validate({"name": Text(vi="Hội"), **festival}), today) == expected


def test_markets_fall_on_their_days() -> None:
    """The next market of Chuông is on a lunar day that its record names."""
    (market,) = month_at(date(2026, 11, 23)).markets

    assert (market.leaf.day, market.leaf.month) == ("28", "Tháng 11/2026")
    assert month_at(date(2026, 11, 28)).markets[0].leaf.day == "28"
