"""Drums, from the side and from above."""

from __future__ import annotations

from catalog.drawing.outline import arc, bend, oval, points
from catalog.drawing.pigment import (
    CREAM,
    INK,
    SOPHORA,
    VERMILION,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def drum_side(b: Block, *, colour: str = VERMILION, skin: str = CREAM) -> None:
    """Draw a barrel drum from the side; 200 wide, 170 high."""
    b.shape(
        points(
            "-74,-70 -74,-70 -98,-30 -102,10 -92,50 -74,76 -74,76 0,88 74,76 74,76 92,50 102,10 98,-30 74,-70 74,-70"
        ),
        colour,
        1.15,
    )
    b.lines(
        [
            bend((-44, -62), (-66, 6), (-44, 80), 6),
            bend((44, -62), (66, 6), (44, 80), 6),
            [(0, -56), (0, 84)],
            bend((-74, -60), (-100, 6), (-74, 70), 6),
            bend((74, -60), (100, 6), (74, 70), 6),
        ],
        0.6,
    )
    b.line([(-90, -44), (0, -28), (90, -44)], 3, ink=SOPHORA, ends=(0.9, 0.9))
    b.line([(-86, 56), (0, 72), (86, 56)], 3, ink=SOPHORA, ends=(0.9, 0.9))
    b.dots([(x, -45 + 14 * (1 - (x / 84) ** 2)) for x in range(-78, 79, 26)], 4)
    b.dots([(x, 57 + 13 * (1 - (x / 80) ** 2)) for x in range(-78, 79, 26)], 4)
    b.shape(oval(0, -70, 78, 20, count=14), skin, 1.1)
    b.shape(oval(0, -71, 30, 8, count=10), None, 0.5)
    b.line(arc(0, 18, 15, 15, 0, 360, 9), 1.2, ink=SOPHORA, ends=(1, 1))


def drum_top(b: Block, *, colour: str = VERMILION, skin: str = CREAM) -> None:
    """Draw a drum from above: hide, ring of nails, yin-yang heart; radius 100."""
    b.disc(0, 0, 100, colour, 1.1)
    b.disc(0, 0, 86, skin, 0.9)
    b.beading(0, 0, 93, 30, 6.4)
    b.shape(oval(0, 0, 70, count=14), None, 0.5)
    b.disc(0, 0, 40, colour, 0.9)
    half = [
        (0, -40),
        (0, -40),
        *arc(0, 0, 39, 39, -60, 90, 7),
        *arc(0, 20, 20, 20, 130, 230, 4),
        *arc(0, -20, 20, 20, 50, -50, 4),
    ]
    b.fill(half, INK, rough=0.4)
    b.dots([(-2, -20)], 6)
    b.dots([(2, 20)], 6, skin)
    b.threads([arc(0, 0, 56, 56, 30 + 90 * s, 60 + 90 * s, 4) for s in range(4)], 0.7)
