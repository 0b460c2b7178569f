"""Stringed instruments: moon lute and guitar."""

from __future__ import annotations

from catalog.drawing.outline import lathe, oval, petal, points, spiral
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    CREAM,
    SOPHORA,
    STRAW,
    VERMILION,
    WOOD,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def moon_lute(b: Block, *, face: str = STRAW, wood: str = WOOD) -> None:
    """Draw a đàn nguyệt upright: round body, long neck; 130 wide, 330 high."""
    for y in (-196, -172):
        b.board([(-44, y - 5), (44, y - 5), (44, y + 5), (-44, y + 5)], CREAM, 0.9)
    b.shape(
        points("-11,-30 -11,-30 -9,-180 -16,-212 -8,-232 -22,-250 0,-246 22,-250 8,-232 16,-212 9,-180 11,-30 11,-30"),
        wood,
        1,
    )
    b.disc(0, 34, 80, wood, 1.15)
    b.disc(0, 34, 71, face, 0.8)
    b.shape(points("-11,-20 -11,-20 -10,-60 10,-60 11,-20 11,-20 9,4 -9,4"), wood, 0.8)
    b.threads([[(-9, y), (9, y)] for y in range(-150, -20, 26)], 1.1, ink=CREAM)
    for step in range(6):
        b.fill(petal(0, 34, 26, 14, 60 * step, blunt=0.7), VERMILION)
    b.dots([(0, 34)], 6, SOPHORA)
    b.board([(-24, 74), (24, 74), (19, 86), (-19, 86)], wood, 0.9)
    b.threads([[(-4, -204), (-6, 78)], [(4, -204), (6, 78)]], 0.5, soft=False)
    b.lines([spiral(-46, 40, 2, 12, 1.3, 60), spiral(46, 40, 2, 12, -1.3, 120)], 0.7)


def guitar(b: Block, *, face: str = AMBER, wood: str = WOOD) -> None:
    """Draw a guitar upright; 140 wide, 330 high."""
    b.board([(-9, -180), (9, -180), (10, 0), (-10, 0)], wood, 1)
    b.board([(-14, -222), (14, -222), (11, -178), (-11, -178)], BARK, 1)
    b.dots([(x, y) for x in (-19, 19) for y in (-212, -200, -188)], 4, CREAM)
    b.shape(lathe(points("8,-62 34,-60 48,-36 38,-4 48,22 68,56 58,96 22,108 0,109")), face, 1.15)
    b.disc(0, 10, 20, BARK, 0.9)
    b.shape(oval(0, 10, 26, count=12), None, 0.5)
    b.board([(-26, 66), (26, 66), (24, 76), (-24, 76)], BARK, 0.9)
    b.threads([[(x * 0.8, -206), (x, 68)] for x in (-6, -2, 2, 6)], 0.4, soft=False)
    b.threads([[(-9, y), (9, y)] for y in range(-160, -64, 20)], 0.5)
