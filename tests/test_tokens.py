"""The colours of the site are legible: contrast reckoned from `tokens.css` itself, by WCAG 2.2's formula."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parent.parent / "overrides/assets/stylesheets/tokens.css").read_text(encoding="utf-8")

SURFACES = ("paper", "paper-deep", "card", "wash")
TEXTS = ("ink", "quiet", "vermilion", "indigo", "green")
ON_THEIR_OWN_GROUND = (
    ("on-vermilion", "vermilion"),
    ("on-yellow", "yellow"),
    ("on-foot", "foot"),
    ("quiet-on-foot", "foot"),
)
"""Text that stands on one ground only."""

AA_TEXT = 4.5
"""WCAG 2.2, success criterion 1.4.3: the least contrast of text of any size."""


def colours(scheme: str) -> dict[str, str]:
    """Return each colour token of a scheme, `day` or `lamp`, as `#rrggbb`."""
    one = dict(re.findall(r"--cat-([a-z-]+): (#[0-9a-f]{6});", TOKENS))
    both = re.findall(r"--cat-([a-z-]+): var\(--day, (#[0-9a-f]{6})\) var\(--lamp, (#[0-9a-f]{6})\);", TOKENS)
    return one | {name: day if scheme == "day" else lamp for name, day, lamp in both}


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, “relative luminance”)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["day", "lamp"])
@pytest.mark.parametrize(("text", "ground"), [*product(TEXTS, SURFACES), *ON_THEIR_OWN_GROUND])
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    """Every colour of text passes AA on every surface that it may stand on, in both schemes."""
    known = colours(scheme)

    assert contrast(known[text], known[ground]) >= AA_TEXT


def test_contrast_is_reckoned_as_wcag_does() -> None:
    """Black on white is 21 to 1, and a grey at the threshold is what others reckon too."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_a_colour_has_both_schemes() -> None:
    """No colour of a surface, of text or of a line was given to one scheme only, save those that both share."""
    shared = {"yellow", "on-yellow"}
    named = set(re.findall(r"--cat-([a-z-]+): (?:var\(--day, )?#", TOKENS))

    assert colours("day").keys() == colours("lamp").keys() == named
    assert {name for name in named if colours("day")[name] == colours("lamp")[name]} == shared
