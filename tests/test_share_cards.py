"""Promises of the pictures that shared links show: every word fits and can be read, nothing is drawn twice."""

from __future__ import annotations

import hashlib
import io
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from catalog import fonts
from catalog.images.cache import Cache
from catalog.images.card import HEIGHT, WIDTH, Card, Seal, check_letters, key_of, name_of
from catalog.images.fit import fit
from catalog.images.gate import examine
from catalog.images.paint import HEAVIEST, PANEL, paint_card, paint_pattern, tools_version
from catalog.images.press import print_all
from catalog.publish import FolderWriter
from catalog.views import share_cards
from tests.editions import LANGUAGES, edition_of, real_catalog
from tests.photos import photo

CARD = Card(
    file="products/ha-noi/bat-trang/village.yml",
    overline="Gốm sứ",
    name="Làng gốm Bát Tràng",
    lines=("xã Bát Tràng, Hà Nội",),
    seal=Seal("OCOP 5 sao", "2024", current=True),
    site="Danh mục làng nghề",
    craft="gom-su",
    seed="bat-trang",
)


def monospaced(text: str, /, size: int) -> float:
    """Measure letters that are all as wide as half their size."""
    return len(text) * size / 2


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("Bát Tràng", 40, ("Bát Tràng",)),
        ("Làng gốm Bát Tràng", 40, ("Làng gốm", "Bát Tràng")),
        ("Làng đan lát Thọ Đơn", 40, ("Làng đan lát", "Thọ Đơn")),  # the name stays whole
        ("Dệt thổ cẩm Mai Châu", 40, ("Dệt thổ cẩm", "Mai Châu")),
        ("HTX dịch vụ mắm và nước mắm Tân Thành", 40, ("HTX dịch vụ", "mắm và nước", "mắm Tân Thành")),
        ("một hai ba bốn năm sáu bảy tám chín mười mười một mười hai", 20, None),
    ],
)
def test_a_text_falls_into_lines(text: str, size: int, lines: tuple[str, ...] | None) -> None:
    """A text is as large as three lines allow, and a proper name is not torn apart."""
    fitted = fit(text, monospaced, width=280, sizes=(40, 30, 20), most=3)

    assert fitted.size == size
    assert lines is None or fitted.lines == lines
    assert not fitted.cut


@given(
    st.lists(st.text("aBcđẪỵ", min_size=1, max_size=30), min_size=1, max_size=30).map(" ".join),
    st.integers(1, 4),
    st.integers(40, 400),
)
@settings(deadline=None)
def test_nothing_leaves_its_place(text: str, most: int, height: int) -> None:
    """Whatever the text, there are no more lines than asked, no word is lost unless an ellipsis says so."""
    fitted = fit(text, monospaced, width=300, sizes=(40, 30, 20), most=most, height=height)

    assert 1 <= len(fitted.lines) <= most
    assert fitted.height <= max(height, 26)
    if fitted.cut:
        assert fitted.lines[-1].endswith("…")
        assert monospaced(fitted.lines[-1], fitted.size) <= 300
    else:
        assert " ".join(fitted.lines) == text
        assert all(monospaced(line, fitted.size) <= 300 for line in fitted.lines)


def test_fonts_are_those_taken_over() -> None:
    """The letters are the published files, byte for byte, with their licence beside them."""
    assert {name: hashlib.sha256((fonts.FOLDER / name).read_bytes()).hexdigest() for name in fonts.DIGESTS} == (
        fonts.DIGESTS
    )
    assert "SIL Open Font License, Version 1.1" in (fonts.FOLDER / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Ưỡn Ẫm Ệ Ộ Ự Ỵ đĐ ước nguyện", ""),
        ("10 kg – 3 m², “gốm” 50°N ½", ""),
        ("Gốm 陶 sứ", "陶"),
        ("′→′", "′→"),
    ],
)
def test_letters_that_are_lacking(text: str, lacking: str) -> None:
    """All of Vietnamese can be shown; what cannot is known by name."""
    assert fonts.lacking(text) == lacking


def test_a_lacking_letter_is_an_error() -> None:
    """A character that would be a box is an error that names it, its text and its record."""
    (finding,) = check_letters(replace(CARD, name="Gốm 陶 Bát Tràng"))

    assert finding.severity == "error"
    assert finding.at.file == CARD.file
    assert "陶 (U+9676)" in finding.sentence("vi")
    assert "Gốm 陶 Bát Tràng" in finding.sentence("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_card(language: str) -> None:
    """Each village, maker and product of the catalog has a card whose every letter can be shown."""
    edition = edition_of(real_catalog(), language)

    cards = dict(share_cards(edition, {}))

    catalog = edition.catalog
    assert len(cards) == 1 + len(catalog.villages) + len(catalog.makers) + len(catalog.products)
    assert [finding for card in cards.values() for finding in check_letters(card)] == []
    assert len({key_of(card, "tools") for card in cards.values()}) == len(cards)


def test_a_stamp_promises_nothing() -> None:
    """Only what was awarded is stamped; red only while it is certainly in force."""
    edition = edition_of(real_catalog(), "vi")
    for (kind, slug), card in share_cards(edition, {}):
        if kind == "product" and card.seal:
            awards = edition.catalog.products[slug].value.awards
            assert any(award.status == "awarded" for award in awards)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Bát Tràng"},
        {"seal": None},
        {"seed": "phu-lang"},
        {"craft": None},
        {"lines": ("Hà Nội",)},
    ],
)
def test_a_name_stands_for_one_picture(change: dict[str, Any]) -> None:
    """What changes the picture changes its name; where the record's file stands does not."""
    assert key_of(replace(CARD, **change), "tools") != key_of(CARD, "tools")
    assert key_of(CARD, "other tools") != key_of(CARD, "tools")
    assert key_of(replace(CARD, file="elsewhere.yml"), "tools") == key_of(CARD, "tools")


def test_a_card_is_painted() -> None:
    """A card is a light JPEG of the size that chat programs ask for: cover left, words right, a red stamp below."""
    data = paint_card(CARD, paint_pattern(CARD.craft, CARD.seed))

    with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
        assert image.size == (WIDTH, HEIGHT)
        assert len(data) <= HEAVIEST
        assert not image.getexif()
        words = image.crop((PANEL + 20, 0, WIDTH, HEIGHT)).convert("RGB")
        ink = sum(red < 80 for red, _, _ in _pixels(words))
        vermilion = sum(red > 130 and green < 90 for red, green, _ in _pixels(words.crop((420, 400, 676, 630))))
        assert 5_000 < ink < 60_000
        assert vermilion > 2_000


class Idle(Executor):
    """Does nothing, and says so when asked."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        raise AssertionError("there was nothing to do")


def test_what_was_printed_is_kept(tmp_path: Path) -> None:
    """A second build draws nothing; cards of one record share a cover, a photo takes the place of the pattern."""
    (tmp_path / "san.jpg").write_bytes(photo(1600, 1200, orientation=6))
    original, _ = examine(tmp_path, "san.jpg")
    cards = [CARD, replace(CARD, name="Bát Tràng pottery village"), replace(CARD, photo=original, credit="Ảnh: An")]
    cache = Cache(tmp_path / "cache")

    with ThreadPoolExecutor(1) as executor:
        first = print_all(
            cards, root=tmp_path, cache=cache, writer=FolderWriter(tmp_path), folder="one", executor=executor
        )
    second = print_all(cards, root=tmp_path, cache=cache, writer=FolderWriter(tmp_path), folder="two", executor=Idle())

    names = sorted(name_of(key_of(card, tools_version())) for card in cards)
    assert (first.printed, first.findings) == (3, ())
    assert (second.printed, second.findings) == (0, ())
    assert sorted(path.relative_to(tmp_path / "one").as_posix() for path in (tmp_path / "one").rglob("*.jpg")) == names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def _pixels(image: Image.Image) -> list[tuple[int, int, int]]:
    data = image.tobytes()
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))
