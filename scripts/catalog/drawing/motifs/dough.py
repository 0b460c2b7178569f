"""Tò he figurines on their sticks: cock, rose, fish."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.drawing.outline import bend, limb, petal, points, polar, spiral
from catalog.drawing.pigment import (
    BLUSH,
    INDIGO,
    LEAF,
    PAPER,
    ROSE,
    SOPHORA,
    TIMBER,
    VERDIGRIS,
    VERMILION,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def dough_cock(b: Block) -> None:
    """Draw a tò he cock on its stick; about 130 wide, 220 high."""
    b.line([(0, 40), (0, 130)], 2.4, ink=TIMBER, ends=(1, 0.8))
    for angle, shade in ((-80, VERDIGRIS), (-54, SOPHORA), (-28, INDIGO)):
        b.shape(limb(bend((30, 10), polar(30, -10, 60, angle - 26), polar(36, 4, 74, angle), 5), 20, 8), shade, 1)
    b.shape(points("-44,-30 -30,-38 -16,-14 20,-6 46,2 44,32 10,48 -26,38 -42,6"), ROSE, 1.1)
    b.shape(points("-8,6 20,0 40,14 24,30 2,26"), SOPHORA, 0.9)
    b.dots(points("4,12 14,10 24,12 10,20 22,20"), 2.6, VERMILION)
    b.disc(-40, -44, 20, ROSE, 1)
    for x, y in ((-54, -62), (-42, -68), (-29, -64)):
        b.disc(x, y, 8, VERMILION, 0.9)
    b.shape([(-58, -48), (-58, -48), (-76, -40), (-58, -36)], SOPHORA, 0.8)
    b.disc(-52, -26, 6, VERMILION, 0.7)
    b.dots([(-45, -47)], 4, PAPER)
    b.dots([(-46, -47)], 2.2)
    b.line(spiral(10, 40, 2, 9, 1.4, 0), 0.7)


def dough_flower(b: Block, *, colours: Sequence[str] = (VERMILION, BLUSH, SOPHORA)) -> None:
    """Draw a tò he rose on its stick; 110 wide, 200 high."""
    b.line([(0, 30), (0, 130)], 2.4, ink=TIMBER, ends=(1, 0.8))
    b.shape(petal(0, 60, 60, 30, -30, blunt=0.3), LEAF, 1)
    b.shape(petal(0, 70, 54, 28, -152, blunt=0.3), VERDIGRIS, 1)
    outer, inner = (
        b.symbol(lambda: b.disc(0, 0, 24, colours[0], 1)),
        b.symbol(lambda: b.disc(0, 0, 16, colours[1], 0.9)),
    )
    for step in range(6):
        b.stamp(outer, *polar(0, -10, 36, 60 * step))
    for step in range(5):
        b.stamp(inner, *polar(0, -10, 18, 72 * step + 20))
    b.line(spiral(0, -10, 3, 14, 1.8, 0), 1.1)
    b.dots([polar(0, -10, 42, 60 * s + 30) for s in range(6)], 3, colours[2])


def dough_fish(b: Block) -> None:
    """Draw a tò he fish on its stick; 150 wide, 180 high."""
    b.line([(0, 30), (0, 130)], 2.4, ink=TIMBER, ends=(1, 0.8))
    b.shape(points("40,-4 74,-36 80,-14 70,0 82,18 72,36 40,8"), SOPHORA, 1)
    b.shape(points("-72,0 -50,-30 -4,-40 40,-16 50,0 38,16 -4,38 -50,28"), INDIGO, 1.1)
    for column in range(3):
        for row in (-1, 0, 1):
            b.disc(-14 + 18 * column, row * (15 - 3 * column), 7, (SOPHORA, PAPER, ROSE)[column], 0.7)
    b.shape([(-16, -38), (6, -58), (24, -46), (22, -32)], VERMILION, 0.9)
    b.disc(-46, -6, 10, PAPER, 0.8)
    b.dots([(-47, -6)], 4.4)
    b.line([(-68, 8), (-58, 12), (-50, 10)], 0.8)
