"""Flute kites."""

from __future__ import annotations

from catalog.drawing.outline import bend, points
from catalog.drawing.pigment import (
    CINNABAR,
    SOPHORA,
    STRAW,
    WOOD,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def kite(b: Block, *, colour: str = CINNABAR, wing: str = SOPHORA, flutes: int = 3) -> None:
    """Draw a flute kite: a crescent-leaf sail with a row of bamboo flutes; 240 wide, 150 high."""
    b.shape(
        points("-122,-6 -122,-6 -70,-36 0,-48 70,-36 122,-6 122,-6 70,30 0,44 -70,30"),
        colour,
        1.1,
    )
    b.fill(points("-70,-4 -70,-4 -34,-24 0,-30 34,-24 70,-4 70,-4 34,16 0,26 -34,16"), wing)
    b.lines(
        [
            [(-120, -6), (-40, -4), (40, -4), (120, -6)],
            [(0, -47), (0, 43)],
            bend((-62, -36), (-74, 0), (-62, 30), 5),
            bend((62, -36), (74, 0), (62, 30), 5),
        ],
        0.8,
    )
    b.dots([(-92, -6), (92, -6)], 8, wing)
    b.line([(0, 44), (0, 20), (0, -90)], 1.6, ends=(0.9, 0.9))
    for step in range(flutes):
        y, w = -56 - 17 * step, 40 - 9 * step
        b.board([(-w, y - 6), (w, y - 6), (w, y + 6), (-w, y + 6)], STRAW, 0.9)
        b.board([(-w - 7, y - 8), (-w, y - 8), (-w, y + 8), (-w - 7, y + 8)], WOOD, 0.7)
        b.board([(w, y - 8), (w + 7, y - 8), (w + 7, y + 8), (w, y + 8)], WOOD, 0.7)
        b.line([(-w * 0.5, y), (w * 0.5, y)], 0.5)
