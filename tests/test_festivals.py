"""Promises of `views.festivals`: every festival once, by lunar month, with dates that are said to be computed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalog.index import build_catalog
from catalog.model import Festival, MonthDay, Text
from catalog.repository import read_repository
from catalog.views import page_of
from catalog.views.festivals import MOST, FestivalsView, dates_of
from tests.editions import AS_OF, ROOT, edition_of, real_catalog

VILLAGE = """
name: Làng
crafts: [huong]
place: {since_2025: {commune: Xã Ứng Thiên, province: ha-noi}}
festivals: [{name: Hội làng, lunar: {month: 3, day: 10}}]
market_days: {calendar: lunar, days: [4]}
sources: [{title: Báo}]
"""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_festival_stands_on_the_page_once(language: str) -> None:
    """No festival and no market of any village is left out or told twice, as long as a month has not too many."""
    catalog = real_catalog()
    view: FestivalsView = page_of(edition_of(catalog, language), "festivals").view

    villages = catalog.villages.values()
    assert sum(len(month.festivals) for month in view.months) == sum(len(v.value.festivals) for v in villages)
    assert len(view.markets) == sum(v.value.market_days is not None for v in villages)
    assert all(month.more is None for month in view.months)


def test_the_page_does_not_grow_with_the_catalog(tmp_path: Path) -> None:
    """Of a month with too many festivals, and of too many markets, it says how many more there are."""
    shutil.copytree(ROOT / "products" / "vocabulary", tmp_path / "products" / "vocabulary")
    for number in range(MOST + 2):
        village = tmp_path / "products" / "ha-noi" / f"lang-{number}"
        village.mkdir(parents=True)
        (village / "village.yml").write_text(VILLAGE, encoding="utf-8")
    edition = edition_of(build_catalog(read_repository(tmp_path), AS_OF), "en")

    view: FestivalsView = page_of(edition, "festivals").view

    (month,) = view.months
    assert (len(month.festivals), len(view.markets)) == (MOST, MOST)
    assert month.more is not None
    assert str(month.more.words) == "2 more festivals; see the page of each village"
    assert view.more_markets is not None
    assert view.more_markets.uri == edition.uri("villages")


def test_months_stand_in_the_order_of_the_year() -> None:
    """The lunar months come first, in order; then the solar calendar; last what has no fixed day."""
    order = [*(f"thang-{month}" for month in range(1, 13)), "duong-lich", "khong-co-dinh"]
    view: FestivalsView = page_of(edition_of(real_catalog()), "festivals").view

    places = [order.index(month.id) for month in view.months]
    assert places == sorted(places)
    assert len(places) == len(set(places))


def test_the_year_has_twelve_months_and_one_today() -> None:
    """All twelve lunar months are drawn with their solar days; the one that runs on the catalog's day is marked."""
    view: FestivalsView = page_of(edition_of(real_catalog()), "festivals").view

    assert [month.name for month in view.year if month.current] == ["Tháng 10"]
    assert len(view.year) == 12
    assert (view.year[0].span, view.year[11].span) == ("17/2 – 18/3", "8/1 – 5/2")
    anchors = {month.id for month in view.months}
    assert {month.anchor for month in view.year if month.anchor} <= anchors
    assert sum(month.festivals for month in view.year) == sum(
        len(month.festivals) for month in view.months if month.id.startswith("thang-")
    )


@pytest.mark.parametrize(
    ("rule", "language", "expected"),
    [
        (MonthDay(month=3, day=10), "vi", [("2026", "26/4", True), ("2027", "16/4", False)]),
        (MonthDay(month=3, day=10), "en", [("2026", "26 Apr", True), ("2027", "16 Apr", False)]),
        (MonthDay(month=12, day=25), "vi", [("2026", "12/2", True), ("2027", "1/2", False)]),
        (MonthDay(month=3), "vi", []),  # a month has no first day worth travelling for
    ],
)
def test_dates_of_this_year_and_the_next(rule: MonthDay, language: str, expected: list[tuple[str, str, bool]]) -> None:
    """A lunar festival has its solar dates of both years, past ones marked so."""
    festival = Festival(name=Text(vi="Hội làng"), lunar=rule)

    assert [
        (each.year, each.days, each.over) for each in dates_of(edition_of(real_catalog(), language), festival)
    ] == expected


def test_a_solar_festival_needs_no_computing() -> None:
    """Nothing is computed for a festival of the solar calendar or without a rule."""
    edition = edition_of(real_catalog())

    assert not list(dates_of(edition, Festival(name=Text(vi="Hội"), solar=MonthDay(month=4, day=30))))
    assert not list(dates_of(edition, Festival(name=Text(vi="Hội"), when=Text(vi="đầu xuân"))))
