"""Promises of `views.festivals`: every festival once, by lunar month, with dates that are said to be computed."""

from __future__ import annotations

import pytest

from catalog.model import Festival, MonthDay, Text
from catalog.views import page_of
from catalog.views.festivals import FestivalsView, dates_ahead
from tests.editions import edition_of, real_catalog


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_festival_stands_on_the_page_once(language: str) -> None:
    """No festival and no market of any village is left out or told twice."""
    catalog = real_catalog()
    view: FestivalsView = page_of(edition_of(catalog, language), "festivals").view

    villages = catalog.villages.values()
    assert sum(len(month.festivals) for month in view.months) == sum(len(v.value.festivals) for v in villages)
    assert len(view.markets) == sum(v.value.market_days is not None for v in villages)


def test_months_stand_in_the_order_of_the_year() -> None:
    """The lunar months come first, in order; then the solar calendar; last what has no fixed day."""
    order = [*(f"thang-{month}" for month in range(1, 13)), "duong-lich", "khong-co-dinh"]
    view: FestivalsView = page_of(edition_of(real_catalog()), "festivals").view

    places = [order.index(month.id) for month in view.months]
    assert places == sorted(places)
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("rule", "language", "expected"),
    [
        (MonthDay(month=3, day=10), "vi", "Tính ra dương lịch: 16/4/2027 và 4/4/2028"),
        (MonthDay(month=3, day=10), "en", "Computed solar dates: 16 April 2027 and 4 April 2028"),
        (MonthDay(month=3, day=10, day_end=12), "vi", "Tính ra dương lịch, ngày đầu: 16/4/2027 và 4/4/2028"),
        (MonthDay(month=3), "vi", None),  # a month has no first day worth travelling for
    ],
)
def test_dates_ahead(rule: MonthDay, language: str, expected: str | None) -> None:
    festival = Festival(name=Text(vi="Hội làng"), lunar=rule)

    assert dates_ahead(edition_of(real_catalog(), language), festival) == expected


def test_a_solar_festival_needs_no_computing() -> None:
    """Nothing is computed for a festival of the solar calendar or without a rule."""
    edition = edition_of(real_catalog())

    assert dates_ahead(edition, Festival(name=Text(vi="Hội"), solar=MonthDay(month=4, day=30))) is None
    assert dates_ahead(edition, Festival(name=Text(vi="Hội"), when=Text(vi="đầu xuân"))) is None
