"""Promises of `index`: Vietnamese order, who belongs to whom, award rounds."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from catalog.index import Catalog, Round, build_catalog
from catalog.model import Award
from catalog.repository import read_repository
from catalog.text import sort_key

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
AS_OF = date(2026, 11, 23)


@pytest.fixture(scope="module")
def real() -> Catalog:
    """Give the catalog of the real records."""
    return build_catalog(read_repository(ROOT), AS_OF)


@pytest.fixture
def small(tmp_path: Path) -> Catalog:
    """Give a village, a maker in it, a product of each."""
    shutil.copytree(GOLDEN / "vocabulary", tmp_path / "products" / "vocabulary")
    shutil.copytree(GOLDEN / "check" / "all_well" / "products", tmp_path / "products", dirs_exist_ok=True)
    return build_catalog(read_repository(tmp_path), AS_OF)


def test_order_is_vietnamese(real: Catalog) -> None:
    """Every list of records is in Vietnamese alphabetical order of names."""
    for entries in (real.villages, real.makers, real.products):
        keys = [sort_key(entry.value.name.vi) for entry in entries.values()]
        assert keys == sorted(keys)


def test_order_of_words_is_the_files(real: Catalog) -> None:
    """Vocabularies keep the order of their files."""
    assert list(real.vocabulary.levels) == ["huyen", "xa", "tinh", "khu-vuc", "quoc-gia"]


def test_belonging(small: Catalog) -> None:
    """A product belongs to its folder's village or maker; through its maker to the maker's village."""
    at_village, at_maker = small.products["huong-tram"], small.products["huong-que"]

    assert small.maker_of(at_village) is None
    assert small.village_of(at_village) is small.villages["quang-phu-cau"]
    assert small.maker_of(at_maker) is small.makers["htx-huong"]
    assert small.village_of(at_maker) is small.villages["quang-phu-cau"]
    assert [p.id for p in small.products_by_village["quang-phu-cau"]] == ["huong-que", "huong-tram"]
    assert [p.id for p in small.products_by_maker["htx-huong"]] == ["huong-que"]
    assert [m.id for m in small.makers_by_village["quang-phu-cau"]] == ["htx-huong"]


def test_every_product_is_found_everywhere(real: Catalog) -> None:
    """The look-ups by province, maker, village and craft hold each product once, and only where it belongs."""
    by_province = [product.id for products in real.products_by_province.values() for product in products]

    assert sorted(by_province) == sorted(real.products)
    assert all(real.maker_of(p) is real.makers[m] for m, products in real.products_by_maker.items() for p in products)
    assert all(
        real.village_of(p) is real.villages[v] for v, products in real.products_by_village.items() for p in products
    )
    assert all(real.craft_of(p) == craft for craft, products in real.products_by_craft.items() for p in products)


def test_rounds_are_newest_first(real: Catalog) -> None:
    """Award rounds run from the newest year; each holds every dated award of its programme and level."""
    years = [round_.year for round_ in real.rounds]
    honours = [award for product in real.products.values() for award in product.value.awards]
    dated = [award for award in honours if award.year is not None and award.status in ("awarded", "selected")]

    assert all(newer >= older for newer, older in pairwise(years))
    assert sum(map(len, real.rounds.values())) == len(dated)
    assert len({round_.id for round_ in real.rounds}) == len(real.rounds)


def test_a_round_needs_a_year(real: Catalog) -> None:
    """An award without a year belongs to no round; one without a level says so in its address."""
    with pytest.raises(ValueError, match="without a year"):
        real.round_of(Award(programme="cnnt", level="tinh"))
    assert real.round_of(Award(programme="ocop", year=2023)) == Round(2023, "ocop", "chua-ro")
    assert Round(2021, "cnnt", "quoc-gia").id == "cnnt-2021-quoc-gia"


def test_of_two_with_one_id_the_first_stands(tmp_path: Path) -> None:
    """Duplicates do not stop the catalog; `checks` names them."""
    shutil.copytree(GOLDEN / "vocabulary", tmp_path / "products" / "vocabulary")
    shutil.copytree(GOLDEN / "check" / "id_taken" / "products", tmp_path / "products", dirs_exist_ok=True)
    catalog = build_catalog(read_repository(tmp_path), AS_OF)

    assert catalog.products["huong-tram"].home == "products/ha-noi/quang-phu-cau"
