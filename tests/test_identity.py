"""What stands round every page: its letters, its mark and icons, its colours, and nothing of the theme's."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFont

from catalog.fonts import lacking
from catalog.images import mark
from catalog.strings import DEFAULT_LANGUAGE, read_strings
from tests.test_tokens import colours

ROOT = Path(__file__).parents[1]
OVERRIDES = ROOT / "overrides"
FRAME = (OVERRIDES / "main.html").read_text(encoding="utf-8")
FONTS = (OVERRIDES / "assets/stylesheets/fonts.css").read_text(encoding="utf-8")
LETTERS = (ROOT / "scripts/catalog/fonts/letters.txt").read_text(encoding="utf-8")
MANIFEST = json.loads((OVERRIDES / "manifest.webmanifest").read_text(encoding="utf-8"))

HEAVIEST_FONTS = 75_000
"""Bytes of all letters together: what a phone on slow 4G (1.6 Mbit/s) fetches in 0.4 s."""


def font_files() -> list[Path]:
    """Return the files that the stylesheet names."""
    folder = OVERRIDES / "assets" / "stylesheets"
    return [(folder / name).resolve() for name in re.findall(r'url\("(.+?)"\)', FONTS)]


def declared() -> set[int]:
    """Return the code points that `letters.txt` asks the files to hold."""
    ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", LETTERS)
    return {code for first, last in ranges for code in range(int(first, 16), int(last or first, 16) + 1)}


def test_letters_are_light() -> None:
    """All letters of the site together stay below the budget."""
    assert len(font_files()) == 2
    assert sum(file.stat().st_size for file in font_files()) <= HEAVIEST_FONTS


def test_letters_are_asked_for_at_once() -> None:
    """Every file of letters is preloaded by every page: `optional` letters that come late are not shown."""
    loop = re.search(r"{% for weight in (\[.+?\]) %}", FRAME)
    assert loop
    preloaded = {f"be-vietnam-pro-1.002-{weight}.woff2" for weight in json.loads(loop[1])}

    assert {file.name for file in font_files()} == preloaded
    assert FONTS.count("font-display: optional") == FONTS.count("@font-face") == len(preloaded)


def test_letters_are_all_there() -> None:
    """Each file draws every letter of `letters.txt` that Be Vietnam Pro has."""
    letters = [letter for letter in map(chr, sorted(declared())) if letter.isprintable() and not lacking(letter)]

    assert len(letters) > 300
    for file in font_files():
        font = ImageFont.truetype(file, 40)
        nothing = bytes(font.getmask("\uffff"))
        assert [letter for letter in letters if bytes(font.getmask(letter)) == nothing] == [" "]


@pytest.mark.parametrize("folder", ["products", "scripts/catalog/strings"])
def test_no_letter_is_lacking(folder: str) -> None:
    """Every letter of our words and of every record is in the font, so no name is set in two of them."""
    known = declared()
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / folder).rglob("*.yml"))}

    assert texts
    unknown = {
        path.name: {letter for letter in text if letter >= " " and ord(letter) not in known}
        for path, text in texts.items()
    }
    missing = {name: letters for name, letters in unknown.items() if letters}
    assert missing == {}
    assert lacking("".join(texts.values()).replace("\n", "")) == ""


@pytest.mark.parametrize(("name", "side"), [(name, side) for name, sides in mark.ICONS.items() for side in sides])
def test_an_icon_is_its_drawing(name: str, side: int) -> None:
    """Every icon shows the drawing beside it as it is today; `python -m catalog.images.mark` renews them."""
    with (
        Image.open(mark.FOLDER / f"{name}-{side}.png") as kept,
        Image.open(BytesIO(mark.icon(mark.FOLDER / f"{name}.svg", side))) as drawn,
    ):
        assert kept.size == (side, side)
        difference = ImageChops.difference(kept.convert("RGBA"), drawn.convert("RGBA"))
        assert max(high for _, high in difference.getextrema()) <= 16  # type: ignore[misc]  # four channels, four pairs


def test_the_manifest_fits_the_site() -> None:
    """Whoever puts the catalog on a home screen sees its name, its icons and its paper."""
    paper = colours("day")["paper"]

    assert MANIFEST["name"] == read_strings(DEFAULT_LANGUAGE)("site.name")
    assert MANIFEST["lang"] == DEFAULT_LANGUAGE
    assert MANIFEST["theme_color"] == MANIFEST["background_color"] == paper
    assert [icon["src"] for icon in MANIFEST["icons"] if not (OVERRIDES / icon["src"]).is_file()] == []
    assert {icon["sizes"] for icon in MANIFEST["icons"] if icon.get("purpose") == "maskable"} == {"192x192", "512x512"}


def test_the_browser_wears_the_paper_of_each_scheme() -> None:
    """The bar of a phone's browser has the colour of the page below it, by day and by lamplight."""
    said = re.findall(r'name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)"', FRAME)

    assert said == [(colours("day")["paper"], "light"), (colours("lamp")["paper"], "dark")]


def test_nothing_of_the_theme_is_published_but_its_style(built_site: Path) -> None:
    """No script, worker, map or icon of the theme is in the site, and one stylesheet holds its style and ours."""
    names = [path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()]
    sheets = [name for name in names if name.endswith(".css") and "/vendor/" not in name]

    assert [name for name in names if re.search(r"\.map$|bundle\.|lunr|/workers/|palette", name)] == []
    assert sheets == ["assets/stylesheets/catalog.css"]
    assert "sourceMappingURL" not in (built_site / sheets[0]).read_text(encoding="utf-8")


def test_a_page_has_one_inline_script(built_site: Path) -> None:
    """Every page runs the same one line in its head, which a content policy can name by its hash; the rest are data."""
    lines = {
        script
        for page in built_site.rglob("*.html")
        for script in re.findall(r"<script>(.*?)</script>", page.read_text(encoding="utf-8"), re.DOTALL)
    }

    assert len(lines) == 1
    assert len(lines.pop()) < 200


@pytest.mark.parametrize(
    ("uri", "current"),
    [
        ("lang-nghe/index.html", [("page", "Làng nghề")]),
        ("lang-nghe/quang-phu-cau/index.html", [("true", "Làng nghề")]),
        ("en/villages/quang-phu-cau/index.html", [("true", "Villages")]),
        ("gioi-thieu/index.html", [("page", "Giới thiệu")]),
        ("404.html", []),
    ],
)
def test_the_menu_tells_where_one_is(built_site: Path, uri: str, current: list[tuple[str, str]]) -> None:
    """The menu stands once on a page and marks the list that the page belongs to."""
    html = (built_site / uri).read_text(encoding="utf-8")

    assert html.count('id="menu"') == 1
    assert re.findall(r'class="cat-menu__link"[^>]* aria-current="(\w+)">([^<]+)<', html) == current
