"""Pictures drawn by code: complete, always the same, safe to inline, small."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.drawing import svg
from catalog.drawing.__main__ import write_all
from catalog.drawing.dice import Dice
from catalog.drawing.patterns import PATTERNS, pattern
from catalog.drawing.pigment import INK, PAPER, mix
from catalog.drawing.plates import PLATES, plate, quang_phu_cau

PROJECT = Path(__file__).resolve().parents[1]
COMMITTED = PROJECT / "overrides" / "assets" / "plates"
CRAFTS = re.findall(
    r"^- id: (\S+)$", (PROJECT / "products" / "vocabulary" / "crafts.yml").read_text(encoding="utf-8"), re.MULTILINE
)
"""Craft ids of the vocabulary."""
PRINTED = {
    "quang-phu-cau-04-phoi-tam": "bc8e6aa6ed2f271c89e73cfe9127f8038584ed5ad00fd2ad3dc42a682d2323ff",
}
"""Plate of an illustration, `<village>-<file>` → SHA-256 of the photo that was printed from it."""
SEEDS = ("quang-phu-cau", "van-phuc")
ALLOWED = {
    "svg": {"viewBox", "preserveAspectRatio"},
    "defs": set(),
    "g": {"id", "transform"},
    "use": {"href", "x", "y", "transform"},
    "pattern": {"id", "width", "height", "patternUnits", "patternTransform"},
    "path": {"d", "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray"},
    "circle": {"cx", "cy", "r", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray"},
}
"""All elements and attributes our pictures may hold; nothing here runs, loads or styles anything."""


@pytest.mark.parametrize("craft", [*CRAFTS, None, "nghe-chua-co"])
class TestPattern:
    """Promises of the cover of a record without a photo."""

    def test_is_small(self, craft: str | None) -> None:
        """A cover costs a page less than 12 kB, uncompressed, whatever the record is called."""
        sizes = {seed: len(pattern(craft, seed).encode()) for seed in (*SEEDS, *map(str, range(10)))}
        assert {seed: size for seed, size in sizes.items() if size >= 12_000} == {}

    def test_is_always_the_same(self, craft: str | None) -> None:
        """The same record gets the same cover, byte for byte."""
        assert pattern(craft, "bat-trang") == pattern(craft, "bat-trang")

    def test_two_records_are_no_twins(self, craft: str | None) -> None:
        """Two records of one craft get different covers."""
        assert pattern(craft, "bat-trang") != pattern(craft, "phu-lang")

    def test_is_safe(self, craft: str | None) -> None:
        """Well-formed, and only elements and attributes that cannot act."""
        assert offences(pattern(craft, "bat-trang")) == []

    def test_is_four_by_three(self, craft: str | None) -> None:
        """It can be cut to any card about its middle."""
        root = ET.fromstring(pattern(craft, "bat-trang"))  # noqa: S314 - our own text
        assert (root.get("viewBox"), root.get("preserveAspectRatio")) == ("0 0 640 480", "xMidYMid slice")


@pytest.mark.parametrize("craft", CRAFTS)
class TestPlate:
    """Promises of the composed picture of a craft."""

    def test_is_small(self, craft: str) -> None:
        """A plate is less than 60 kB, uncompressed."""
        assert len(plate(craft).encode()) < 60_000

    def test_is_safe(self, craft: str) -> None:
        """Well-formed, and only elements and attributes that cannot act."""
        assert offences(plate(craft)) == []

    def test_committed_file_is_what_the_code_draws(self, craft: str) -> None:
        """The file in overrides/ is the drawing, byte for byte; `python -m catalog.drawing` renews it."""
        assert (COMMITTED / f"{craft}.svg").read_text(encoding="utf-8") == plate(craft)


def test_every_craft_is_drawn_and_nothing_else() -> None:
    """Patterns and plates follow the vocabulary; a new craft must not be forgotten here."""
    assert list(PATTERNS) == CRAFTS
    assert list(PLATES) == CRAFTS
    assert sorted(path.stem for path in COMMITTED.iterdir()) == sorted([*CRAFTS, *PRINTED])


def test_crafts_look_different() -> None:
    """No two crafts share a cover."""
    covers = [pattern(craft, "x") for craft in (*CRAFTS, None)]
    assert len(set(covers)) == len(covers)


def test_inlined_pictures_do_not_collide() -> None:
    """Ids of one picture never mean something in another on the same page."""
    texts = [pattern(craft, seed) for craft in CRAFTS for seed in SEEDS]
    ids = [name for text in texts for name in re.findall(r'\bid="([^"]+)"', text)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("one", quang_phu_cau.PLATES, ids=lambda one: one.name)
def test_quang_phu_cau(one: quang_phu_cau.Plate) -> None:
    """Each plate of the series is safe and described in both languages."""
    assert offences(one.draw()) == []
    assert all(text.endswith(".") for text in (*one.alt, *one.caption))
    assert re.fullmatch(r"0[1-6](-[a-z]+)+", one.name)


@pytest.mark.parametrize(("name", "digest"), PRINTED.items())
def test_a_page_shows_the_plate_of_its_photo(name: str, digest: str) -> None:
    """A plate stands for the photo printed from it; who puts another photo in its place takes the plate away."""
    (one,) = (one for one in quang_phu_cau.PLATES if name == f"quang-phu-cau-{one.name}")
    (photo,) = (PROJECT / "products").glob(f"*/quang-phu-cau/photos/{one.name}.*")

    assert (COMMITTED / f"{name}.svg").read_text(encoding="utf-8") == one.draw()
    assert hashlib.sha256(photo.read_bytes()).hexdigest() == digest


def test_a_strange_name_stays_out_of_the_picture() -> None:
    """Neither craft nor seed is written into the SVG."""
    assert "<script" not in pattern("<script>", "\"><script>alert('x')</script>")


def test_another_process_draws_the_same() -> None:
    """Neither the hash seed of Python nor the order of drawing changes a picture."""
    code = "from catalog.drawing.patterns import pattern; print(pattern('gom-su', 'bat-trang'), end='')"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": str(PROJECT / "scripts"), "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"},
    )
    assert told.stdout.decode() == pattern("gom-su", "bat-trang")


def test_write_all(tmp_path: Path) -> None:
    """`python -m catalog.drawing` writes plates, series, patterns and a page that shows them."""
    write_all(tmp_path)

    assert (tmp_path / "plates" / "huong.svg").read_text(encoding="utf-8") == plate("huong")
    assert len(list((tmp_path / "quang-phu-cau").iterdir())) == 6
    assert "patterns/khac-van-phuc.svg" in (tmp_path / "sheet.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0"), (3, "3"), (-3, "-3"), (0.5, ".5"), (-0.5, "-.5"), (12.34, "12.3"), (-0.04, "0"), (100, "100")],
)
def test_number(value: float, expected: str) -> None:
    assert svg.number(value) == expected


@pytest.mark.parametrize(
    ("points", "closed", "expected"),
    [
        ([(0, 0), (10, 0)], False, "M0 0l10 0"),
        ([(0, 0), (10, 0), (10, 10)], True, "M5 0q5 0 5 5t-5 0 0-5z"),
    ],
)
def test_spline(points: list[svg.Point], closed: bool, expected: str) -> None:
    """Middles between the points are joined; the points lead."""
    assert svg.spline(points, closed=closed) == expected


@pytest.mark.parametrize(("share", "expected"), [(0, PAPER), (1, INK), (0.5, "#8C877E")])
def test_mix(share: float, expected: str) -> None:
    assert mix(PAPER, INK, share) == expected


@given(st.text())
@settings(max_examples=50)
def test_dice_are_fair_enough(name: str) -> None:
    """Any name gives numbers from 0 up to 1, and they change."""
    dice = Dice(name)
    thrown = [dice.unit() for _ in range(20)]
    assert all(0 <= one < 1 for one in thrown)
    assert all(one != other for one, other in pairwise(thrown))


def offences(text: str) -> list[str]:
    """List what a picture holds that it must not, or that points outside or nowhere."""
    root = ET.fromstring(text)  # noqa: S314 - our own text
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    found = []
    for element in root.iter():
        tag = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        found += [f"<{tag}>"] if tag not in ALLOWED else []
        found += [f"<{tag} {name}>" for name in element.attrib if name not in ALLOWED.get(tag, set())]
        links = (
            re.findall(r"url\(#([^)]*)\)|^#([\w-]+)$", f"{element.get('fill')}")
            if "url" in f"{element.get('fill')}"
            else []
        )
        links += re.findall(r"^#(.*)()$", element.get("href", "#")) if tag == "use" else []
        found += [f"#{link[0]}" for link in links if link[0] not in ids]
    return found
