"""Promises of the pages that count: home, crafts, provinces, awards, statistics, programme."""

from __future__ import annotations

import dataclasses

import pytest

from catalog.views import KINDS, page_of
from catalog.views.home import FIRST_VILLAGE, featured_villages
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


def test_quang_phu_cau_comes_first() -> None:
    """The front page begins with the village that the idea came from, then shows each craft once."""
    chosen = featured_villages(real_catalog())

    assert chosen[0].id == FIRST_VILLAGE
    crafts = [village.value.crafts[0] for village in chosen]
    assert len(crafts) == len(set(crafts))


def test_every_province_is_named() -> None:
    """All 34 provinces and cities stand on the page, those without records too."""
    catalog = real_catalog()
    view = page_of(edition_of(catalog), "provinces").view

    assert len(view.present) + len(view.absent) == len(catalog.vocabulary.provinces) == 34
    empty = page_of(edition_of(dataclasses.replace(catalog, villages={}, makers={}, products={})), "provinces").view
    assert (len(empty.present), len(empty.absent)) == (0, 34)
    assert empty.invitation


def test_every_round_stands_in_the_table_of_awards() -> None:
    """Each award round of the catalog stands in the table once, under its year, newest year first."""
    catalog = real_catalog()
    edition = edition_of(catalog)
    years = page_of(edition, "awards").view.years

    assert [row.link.uri for year in years for row in year.rounds] == [
        edition.uri("award", round_.id) for round_ in catalog.rounds
    ]
    assert [year.year for year in years] == sorted({str(round_.year) for round_ in catalog.rounds}, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_and_tables_agree(language: str) -> None:
    """Each chart of the statistics says the same numbers as the table under it, row by row."""
    view = page_of(edition_of(real_catalog(), language), "statistics").view

    assert len(view.statistics) == 7
    for statistic in view.statistics:
        assert [(bar.label, bar.words) for bar in statistic.chart.bars] == [
            (row.head.words.text, row.cells[0]) for row in statistic.rows
        ]
        assert all(len(row.cells) == len(statistic.columns) - 1 for row in statistic.rows)


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
        assert report.chart is not None
        assert [bar.words for bar in report.chart.bars] == ["57", "11", nearly, "245", "5"]
        assert len(report.rows) == 8
