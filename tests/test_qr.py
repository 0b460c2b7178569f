"""Promises of `qr`: the code on a printed page is the page's own full address."""

from __future__ import annotations

import re
from pathlib import Path

import segno
from hypothesis import given
from hypothesis import strategies as st

from catalog.qr import MARGIN, MASK, Code, code_of
from catalog.site import open_site
from tests.editions import edition_of, real_catalog

ROOT = Path(__file__).parents[1]
SITE = "https://lang-nghe.example/"


def modules(code: Code) -> list[list[int]]:
    """Draw a path as a reader sees it: 1 for black, margin included."""
    drawn = [[0] * code.size for _ in range(code.size)]
    x, y = 0, 0
    for step in re.findall(r"M\d+ \d+\.5|m-?\d+ \d|h\d+", code.path):
        numbers = [int(number) for number in re.findall(r"-?\d+", step)]
        if step[0] == "M":
            x, y = numbers[0], numbers[1]
        elif step[0] == "m":
            x, y = x + numbers[0], y + numbers[1]
        else:
            drawn[y][x : x + numbers[0]] = [1] * numbers[0]
            x += numbers[0]
    return drawn


@given(st.from_regex(r"https://[a-z]{1,20}\.vn/[a-z0-9-]{1,60}/", fullmatch=True))
def test_the_path_is_the_code(address: str) -> None:
    """The strokes of the path are the black modules of the address, and white surrounds them."""
    code = code_of(address)
    expected = segno.make(address, error="l", mask=MASK, boost_error=False, micro=False).matrix_iter(border=MARGIN)
    assert modules(code) == [[int(module) for module in row] for row in expected]


def test_a_record_prints_its_address() -> None:
    """The page of a record bears its full address as a code and in letters; a site without an address bears none."""
    for site_url in (SITE, ""):
        plan = edition_of(real_catalog()).plan
        site = open_site(real_catalog(), plan, ROOT / "overrides", site_url=site_url, edit_base="")
        for kind, slug in (("village", "quang-phu-cau"), ("product", "huong-bo-ket-tu-bi-huong")):
            page = site.page(kind, "vi", slug)
            body = site.renderer.body(page)
            assert (code_of(f"{SITE}vi/{kind}/{slug}/").path in body) == bool(site_url)
            assert (f"<strong>{SITE}vi/{kind}/{slug}/</strong>" in body) == bool(site_url)
