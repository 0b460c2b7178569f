"""Promises of the pages that count: home, crafts, provinces, awards, statistics, programme."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from catalog.index import Catalog
from catalog.model import Featured, Text
from catalog.views import KINDS, page_of
from catalog.views.cover import craft_image
from catalog.views.home import PRODUCTS, VILLAGES, products_shown, villages_shown
from tests.editions import LANGUAGES, edition_of, real_catalog

SINGLE = ("home", "crafts", "provinces", "awards", "festivals", "statistics", "programme")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SINGLE)
def test_there_is_one_of_each(kind: str, language: str) -> None:
    """Each has one page with a title and a description of a sentence or two."""
    page = page_of(edition_of(real_catalog(), language), kind)

    assert KINDS[kind].slugs(real_catalog()) == ("",)
    assert page.title
    assert 40 <= len(page.description) <= 200


@pytest.mark.parametrize("kind", SINGLE)
def test_an_empty_catalog_has_these_pages_too(kind: str) -> None:
    """Before the first record is written every overview can be made and says so kindly."""
    empty = dataclasses.replace(real_catalog(), villages={}, makers={}, products={})

    assert page_of(edition_of(empty), kind).title


def featuring(*entries: Featured, as_of: date = date(2026, 11, 23)) -> Catalog:
    """Return the real catalog with these entries for its front page."""
    catalog = real_catalog()
    return dataclasses.replace(catalog, vocabulary=dataclasses.replace(catalog.vocabulary, featured=entries), day=as_of)


def entry(since: str, until: str, village: str | None = None, product: str | None = None) -> Featured:
    return Featured(village=village, product=product, since=since, until=until, reason=Text(vi=f"{village or product}"))


def test_the_front_page_begins_with_quang_phu_cau() -> None:
    """Today the village that the idea came from gives the opening picture, and the record says why."""
    opening = page_of(edition_of(real_catalog()), "home").view.opening

    assert opening.village.words.text == "Làng hương (tăm hương) Quảng Phú Cầu"
    assert opening.reason is not None
    assert opening.illustration


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [
        (date(2026, 10, 31), ["van-phuc"]),
        (date(2026, 11, 1), ["bat-trang", "van-phuc"]),
        (date(2026, 12, 31), ["bat-trang", "van-phuc"]),  # `2026-12` lasts to the end of December
        (date(2027, 1, 1), ["van-phuc"]),
    ],
)
def test_what_is_chosen_is_shown_from_its_first_day_to_its_last(as_of: date, shown: list[str]) -> None:
    """An entry stands on the front page on its first and last day and all between, in the order of the file."""
    catalog = featuring(entry("2026-11-01", "2026-12", "bat-trang"), entry("2026", "2027", "van-phuc"), as_of=as_of)

    assert [village.id for village, reason in villages_shown(catalog) if reason is not None] == shown


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (entry("2025", "2025", "bat-trang"), entry("2025", "2025", product="huong-tram-tu-bi-huong")),
        (entry("2026", "2026", "bat-trang"), entry("2026", "2026", "khong-co")),
        (entry("2026", "2026", "bat-trang"), entry("2026", "2026", "bat-trang")),
    ],
)
def test_the_front_page_is_full_whatever_is_chosen(entries: tuple[Featured, ...]) -> None:
    """Where too little is chosen, or all has run out, well-sourced records fill up, each craft and province once."""
    catalog = featuring(*entries)
    villages = [village for village, _ in villages_shown(catalog)]
    products = [product for product, _ in products_shown(catalog)]

    assert len({village.id for village in villages}) == len(villages) == VILLAGES
    assert len({product.id for product in products}) == len(products) == PRODUCTS
    assert len({village.value.crafts[0] for village in villages}) == VILLAGES
    assert len({product.value.place.since_2025.province for product in products}) == PRODUCTS


def test_every_province_is_named() -> None:
    """All 34 provinces and cities stand on the page, those without records too."""
    catalog = real_catalog()
    view = page_of(edition_of(catalog), "provinces").view

    assert len(view.present) + len(view.absent) == len(catalog.vocabulary.provinces) == 34
    empty = page_of(edition_of(dataclasses.replace(catalog, villages={}, makers={}, products={})), "provinces").view
    assert (len(empty.present), len(empty.absent)) == (0, 34)
    assert empty.invitation


def test_a_province_shows_the_patterns_of_its_own_crafts() -> None:
    """Beside a province stand at most four patterns, all of crafts that its villages practise, the commonest first."""
    catalog = real_catalog()
    view = page_of(edition_of(catalog), "provinces").view
    ha_noi = next(row for row in view.present if row.link.words.text == "Hà Nội")
    practised = {craft for village in catalog.villages_by_province["ha-noi"] for craft in village.value.crafts}

    assert len(ha_noi.patterns) == 4
    assert {image.uri for image in ha_noi.patterns} <= {craft_image(craft).uri for craft in practised}
    assert [row.link.words.text for row in view.present if len(row.patterns) > 4] == []


def test_every_round_stands_in_the_table_of_awards() -> None:
    """Each award round of the catalog stands in the table once, under its year, newest year first."""
    catalog = real_catalog()
    edition = edition_of(catalog)
    view = page_of(edition, "awards").view
    years = view.years

    assert [row.link.uri for year in years for rounds in year.cells for row in rounds] == [
        edition.uri("award", round_.id) for round_ in catalog.rounds
    ]
    assert all(len(year.cells) == len(view.programmes) for year in years)
    assert [year.year for year in years] == sorted({str(round_.year) for round_ in catalog.rounds}, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_say_what_and_when(language: str) -> None:
    """Every table of the statistics says that it counts the catalog's own records, and on which day; none is ragged."""
    view = page_of(edition_of(real_catalog(), language), "statistics").view

    assert len(view.statistics) == 7
    for statistic in view.statistics:
        assert "2026" in statistic.caption
        assert all(len(row.cells) == len(statistic.columns) - 1 for row in statistic.rows)
        assert statistic.rows[0].bar.width == "100%" or statistic.id == "honours-by-year"


def test_home_leads_to_the_years_of_the_awards() -> None:
    """Each year of the front page leads to its own place on the page of awards, with the same number of honours."""
    edition = edition_of(real_catalog())
    home, awards = page_of(edition, "home").view, page_of(edition, "awards").view

    assert [year.uri for year in home.years] == [f"{edition.uri('awards')}#{year.id}" for year in awards.years]
    assert [int(year.number) for year in home.years] == [
        sum(int(row.number) for rounds in year.cells for row in rounds) for year in awards.years
    ]


def test_every_product_is_counted_in_its_province() -> None:
    """The numbers by province add up to the whole catalog."""
    catalog = real_catalog()
    view = page_of(edition_of(catalog), "statistics").view

    by_province = next(statistic for statistic in view.statistics if statistic.id == "products-by-province")
    assert sum(int(row.cells[0].replace(".", "")) for row in by_province.rows) == len(catalog.products)


def test_the_conference_of_may_2024_is_told_with_its_source() -> None:
    """The page about the programmes has the figures of 16 May 2024, “nearly 300” as nearly 300, and their source."""
    for language, nearly in (("vi", "gần 300"), ("en", "nearly 300")):
        view = page_of(edition_of(real_catalog(), language), "programme").view
        report = next(report for report in view.reports if report.id == "hoi-nghi-khuyen-cong-2024")

        assert report.source is not None
        assert report.source.url == (
            "https://kinhtedothi.vn/tiep-suc-cho-doanh-nghiep-san-pham-cong-nghiep-nong-thon-phat-trien.html"
        )
        drawn = [row.number.text.split("\u00a0")[0] for row in report.rows if row.bar is not None]
        assert drawn == ["57", "11", nearly, "245", "5"]
        assert len(report.rows) == 8
