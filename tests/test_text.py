"""Promises of `catalog.text`."""

from __future__ import annotations

import random
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from catalog.model.base import Slug
from catalog.text import (
    NO_BREAK_SPACE,
    SLUG_LENGTH,
    fold,
    format_date,
    format_distance,
    format_money,
    format_number,
    format_percent,
    format_range,
    join_list,
    nearest,
    nfc,
    same_spelling,
    slug,
    sort_key,
    spelling,
)

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậ AĐÊÔƠƯ 0129-’", max_size=30)
ANYTHING = st.one_of(VIETNAMESE, st.text(max_size=30))


# --- comparing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng Xâm", "dong xam"),
        ("ĐẮK LẮK", "dak lak"),
        ("Ðông Hồ", "dong ho"),  # U+00D0, eth
        ("Ɖông Hồ", "dong ho"),  # U+0189, African d
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        (" Quảng\u00a0Phú \n Cầu ", "quang phu cau"),
        ("Ươm tơ", "uom to"),
        ("ﬁ２", "fi2"),
        ("đa\u200bo", "dao"),
        ("", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(ANYTHING)
def test_fold_is_final(text: str) -> None:
    """Folding a folded text changes nothing."""
    assert fold(fold(text)) == fold(text)


@given(ANYTHING)
def test_composition_never_matters(text: str) -> None:
    """A name typed on a Mac (NFD) and on a phone (NFC) is one name."""
    for form in ("NFC", "NFD"):
        other = unicodedata.normalize(form, text)
        assert fold(other) == fold(text)
        assert sort_key(other) == sort_key(text)
        assert same_spelling(other, text)
        assert nfc(other) == nfc(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hòa Bình", "Hoà Bình", True),
        ("Thủy Xuân", "Thuỷ xuân", True),
        ("khỏe", "khoẻ", True),
        ("quý", "qúy", True),
        ("Đồng  Kỵ", "đồng kỵ", True),
        ("Mường Chanh", "Mương Chanh", False),
        ("Lý", "Lỵ", False),
        ("đá", "dá", False),
        ("mùa", "múa", False),
        ("hoà bình", "hoa bình", False),
        ("hòa binh", "hoa bình", False),
    ],
)
def test_same_spelling(one: str, other: str, same: bool) -> None:
    """Old and new tone placement are one spelling; another letter, another tone or another word's tone is not."""
    assert same_spelling(one, other) is same
    assert (spelling(one) == spelling(other)) is same


# --- addresses -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng Kỵ", "dong-ky"),
        ("Ðồ gỗ", "do-go"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("TP. Hồ Chí Minh", "tp-ho-chi-minh"),
        ("người M’nông Rlăm", "nguoi-mnong-rlam"),
        ("K' Tung", "k-tung"),
        ("Nước mắm 40°", "nuoc-mam-40"),
        ("--Gốm--", "gom"),
        ("chu " * 40, "chu-" * 19 + "chu"),
        ("x" * 100, "x" * SLUG_LENGTH),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["", "  ", "—", "陶瓷", "…!"])
def test_slug_is_never_empty(text: str) -> None:
    """A name without a Latin letter or digit has no address of its own, and that is said aloud."""
    with pytest.raises(ValueError, match="no letter or digit"):
        slug(text)


@given(ANYTHING)
def test_slug_fits_the_model(text: str) -> None:
    """Every slug is one that records may use, and is its own slug."""
    try:
        word = slug(text)
    except ValueError:
        assert re.search(r"[a-z0-9]", fold(text)) is None
        return
    assert TypeAdapter(Slug).validate_python(word) == word
    assert slug(word) == word


# --- order ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "in_order",
    [
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        ["ma", "mà", "mả", "mã", "má", "mạ", "man", "mă", "mâ"],
        ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai"],
        ["Hà Nội", "Hà Tĩnh", "Hải Phòng", "Hồ Chí Minh", "Huế", "Hưng Yên"],
        ["Thái Nguyên", "Thanh Hóa"],
        ["bà chúa", "ba vì", "bà vì", "bả vì"],  # the letters of the whole text before any tone
        ["2 sao", "3 sao", "10 sao", "chè"],
        ["Nước mắm 5", "Nước mắm 35", "Nước mắm 043", "Nước mắm Ba"],
        ["hoa", "hoà", "hòa", "hoả", "hỏa", "họa", "hoa lá"],
        ["“An”", "Bình", "(Cói)"],
        ["zz", "мастер", "陶"],
        ["an", "An", "án"],
    ],
)
def test_order(in_order: list[str]) -> None:
    """Lists read as in a Vietnamese dictionary."""
    shuffled = in_order[:]
    random.Random(7).shuffle(shuffled)
    ranks = [sort_key(text) for text in sorted(shuffled, key=sort_key)]
    assert ranks == sorted(map(sort_key, in_order))
    assert [text.lower() for text in sorted(shuffled, key=sort_key)] == [text.lower() for text in in_order]


@given(st.lists(ANYTHING, max_size=6))
def test_order_is_total(texts: list[str]) -> None:
    """Two texts share a key only when they are one text, so every list has one order."""
    keys = sorted(map(sort_key, texts))
    assert all(one <= other for one, other in pairwise(keys))
    assert len(set(keys)) == len({nfc(text) for text in texts})


@given(ANYTHING, st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_sort_by_size(text: str, one: int, other: int) -> None:
    """What ends in a greater number comes later."""
    first, second = f"{text} {one}", f"{text} {other}"
    assert (sort_key(first) < sort_key(second)) is (one < other)


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("hunog", ["huong", "go-my-nghe"], "huong"),
        ("Gốm sứ", ["son-mai", "gom-su"], "gom-su"),
        ("mo_ta", ["mo-ta"], "mo-ta"),
        ("prise", ["price", "prize", "place"], "price"),
        ("hanoi", ["ha-nam", "ha-noi"], "ha-noi"),
        ("xyz", ["huong", "gom-su"], None),
        ("", ["huong"], None),
        ("huong", [], None),
    ],
)
def test_nearest(word: str, candidates: list[str], expected: str | None) -> None:
    assert nearest(word, candidates) == expected


# --- numbers, money, dates -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1234, "1.234", "1,234"),
        (1234567.5, "1.234.567,5", "1,234,567.5"),
        (-1234.5, "−1.234,5", "−1,234.5"),
        (-0.5, "−0,5", "−0.5"),
        (-0.0, "0", "0"),
        (0.1 + 0.2, "0,3", "0.3"),
        (4.87, "4,87", "4.87"),
        (3.0, "3", "3"),
        (100.0, "100", "100"),
        (0.0000001, "0", "0"),
        (1e21, "1" + ".000" * 7, "1" + ",000" * 7),
        (12345678901234567890, "12.345.678.901.234.567.890", "12,345,678,901,234,567,890"),
    ],
)
def test_format_number(value: float, vi: str, en: str) -> None:
    assert (format_number(value, "vi"), format_number(value, "en")) == (vi, en)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_only_finite_numbers_are_written(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        format_number(value, "vi")


@given(st.floats(-1e12, 1e12), st.sampled_from(["vi", "en"]))
def test_numbers_read_back(value: float, language: str) -> None:
    """A written number is the number, to six decimals."""
    group, decimal = (".", ",") if language == "vi" else (",", ".")
    written = format_number(value, language).replace(group, "").replace(decimal, ".").replace("−", "-")
    assert float(written) == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("low", "high", "vi", "en"),
    [
        (60, 70, "60–70", "60–70"),
        (1000, 1500, "1.000–1.500", "1,000–1,500"),
        (7, 7, "7", "7"),
        (60, None, "từ 60", "from 60"),
        (None, 70, "đến 70", "up to 70"),
        (-5, 3, "−5 – 3", "−5 – 3"),
    ],
)
def test_format_range(low: float | None, high: float | None, vi: str, en: str) -> None:
    assert (format_range(low, high, "vi"), format_range(low, high, "en")) == (vi, en)


def test_a_range_has_an_end() -> None:
    with pytest.raises(ValueError, match="at least one end"):
        format_range(None, None, "vi")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (format_money(50000, "vi"), "50.000 đồng"),
        (format_money(50000, "en"), "50,000 VND"),
        (format_distance(35, "vi"), "35 km"),
        (format_distance(3.9, "vi"), "3,9 km"),
        (format_distance(3.9, "en"), "3.9 km"),
        (format_distance(0.25, "vi"), "250 m"),
        (format_distance(0, "vi"), "0 km"),
    ],
)
def test_number_and_unit_stay_on_one_line(written: str, expected: str) -> None:
    assert written == expected.replace(" ", NO_BREAK_SPACE)


def test_format_percent() -> None:
    assert (format_percent(153.7, "vi"), format_percent(153.7, "en")) == ("153,7%", "153.7%")


@pytest.mark.parametrize(
    ("date", "vi", "en"),
    [
        ("2021-08-23", "23/8/2021", "23 August 2021"),
        ("2018-01-01", "1/1/2018", "1 January 2018"),
        ("2021-08", "tháng 8/2021", "August 2021"),
        ("2021", "2021", "2021"),
    ],
)
def test_format_date(date: str, vi: str, en: str) -> None:
    """A date is written as far as it is known, never further."""
    assert (format_date(date, "vi"), format_date(date, "en")) == (vi, en)


@pytest.mark.parametrize("date", ["", "21", "2021-13", "2021-8-3", "23/8/2021", "２０２１"])
def test_other_dates_are_refused(date: str) -> None:
    with pytest.raises(ValueError, match="not YYYY"):
        format_date(date, "vi")


@pytest.mark.parametrize(
    ("items", "vi", "en"),
    [
        ([], "", ""),
        (["tre"], "tre", "tre"),
        (["tre", "nứa"], "tre và nứa", "tre and nứa"),
        (["tre", "nứa", "vầu"], "tre, nứa và vầu", "tre, nứa and vầu"),
    ],
)
def test_join_list(items: list[str], vi: str, en: str) -> None:
    assert (join_list(items, "vi"), join_list(items, "en")) == (vi, en)


def test_a_third_language_needs_no_code() -> None:
    """A language without habits of its own here gets signs that nobody reads wrongly."""
    assert format_number(-1234567.5, "ko") == "−1\u202f234\u202f567.5"
    assert format_money(50000, "ko") == "50\u202f000\u00a0VND"
    assert format_date("2021-08-23", "ko") == "2021-08-23"
    assert format_date("2021-08", "ko") == "2021-08"
    assert format_range(60, None, "ko") == "≥\u00a060"
    assert join_list(["a", "b", "c"], "ko") == "a, b, c"
