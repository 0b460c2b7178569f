"""Shoes and satchels."""

from __future__ import annotations

from catalog.drawing.outline import arc, bend, points
from catalog.drawing.pigment import (
    BARK,
    CLAY,
    CREAM,
    SOPHORA,
    TIMBER,
    WOOD,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def shoe(b: Block, *, colour: str = TIMBER, sole: str = BARK) -> None:
    """Draw a laced leather shoe, toe to the left; 200 wide, 110 high."""
    b.shape(
        points("-100,40 -100,40 -100,54 -100,54 -10,52 30,52 34,62 34,62 96,62 96,62 96,40 96,40"),
        sole,
        1,
    )
    b.shape(
        points("-102,38 -98,12 -64,0 -30,-12 -6,-42 4,-56 4,-56 40,-48 84,-58 84,-58 98,-10 98,42 98,42 -102,42"),
        colour,
        1.15,
    )
    b.shape(points("-2,-54 40,-62 82,-58 44,-46 14,-44"), sole, 0.7)
    b.lines([bend((-62, 2), (-48, 20), (-58, 38), 5), bend((40, -46), (30, 0), (44, 38), 5)], 0.8)
    b.threads([[(-56 + 9 * s, 2 - 3.5 * s + 0.0), (-50 + 9 * s, 0 - 3.5 * s)] for s in range(5)], 0.8, ink=CREAM)
    b.threads([[(52 + 8 * s, -42 - s), (56 + 8 * s, -42 - s)] for s in range(5)], 0.8, ink=CREAM)
    b.lines([[(-24, -14), (-6, -4)], [(-14, -26), (6, -16)], [(-5, -40), (16, -30)]], 1.4, ink=CREAM, ends=(0.8, 0.8))
    b.dots([(-90 + 12 * s, 47) for s in range(16)], 1.4, CREAM)


def bag(b: Block, *, colour: str = CLAY, flap: str = WOOD) -> None:
    """Draw a satchel; 170 wide, 150 high."""
    b.line(arc(0, -40, 56, 74, 180, 360, 11), 2.2, ink=flap, ends=(1, 1))
    b.shape(points("-80,-44 -80,-44 80,-44 80,-44 86,50 70,66 -70,66 -86,50"), colour, 1.1)
    b.shape(points("-84,-48 -84,-48 84,-48 84,-48 80,-4 40,18 -40,18 -80,-4"), flap, 1.1)
    b.threads([bend((-74, -8), (0, 28), (74, -8), 9)[s : s + 2] for s in range(0, 8, 1)], 0.01, ink=flap)
    b.dots([(-70 + 10 * s, 2 + 0.0) if abs(-70 + 10 * s) > 50 else (-70 + 10 * s, 10) for s in range(15)], 1.6, CREAM)
    b.board([(-13, 8), (13, 8), (13, 34), (-13, 34)], SOPHORA, 1)
    b.dots([(0, 22)], 3)
