"""Vessels turned on the wheel: jars, bowls, plates, vases, teapots, the wine jar with its straws."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.drawing.outline import arc, bend, lathe, oval, petal, points, polar
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    CLAY,
    CREAM,
    DEW,
    INDIGO,
    INK,
    SHELL,
    SKY,
    SOPHORA,
    STRAW,
    TIMBER,
    VERMILION,
    WOOD,
)
from catalog.drawing.svg import Point
from catalog.drawing.woodcut import Block

JAR: Sequence[Point] = points("36,-92 40,-82 34,-72 70,-50 84,-8 74,50 50,92 46,98 0,100")
VASE: Sequence[Point] = points("30,-100 24,-86 20,-58 46,-28 58,8 44,58 26,86 34,100 0,103")


def jar(b: Block, *, colour: str = CLAY, bands: bool = True, lid: str | None = STRAW) -> None:
    """Draw a bellied earthen jar; 170 wide, 200 high; `lid` is the colour of its conical straw lid."""
    b.shape(lathe(JAR), colour, 1.15)
    b.lines([bend((68, -40), (84, 10), (56, 70), 5), bend((58, -34), (72, 10), (50, 54), 5)], 0.8)
    if bands:
        b.line([(-72, -34), (0, -18), (72, -34)], 0.8, ends=(0.7, 0.7))
        b.line([(-78, -22), (0, -5), (78, -22)], 0.6, ends=(0.7, 0.7))
        b.threads([[(x, 6 + 0.002 * (70 * 70 - x * x)), (x + 12, 20), (x + 24, 6)] for x in (-58, -34, -10, 14)], 0.5)
    if lid:
        b.shape(points("-62,-82 -62,-82 0,-92 62,-82 62,-82 22,-112 0,-134 -22,-112"), lid, 1.1)
        b.threads([[(0, -132), (x, -85)] for x in (-42, -21, 0, 21, 42)], 0.5)
    else:
        b.shape(oval(0, -90, 37, 9), INK, 0.6)


def vase(b: Block, *, colour: str = SHELL, paint: str = INDIGO, flower: int = 0) -> None:
    """Draw a glazed vase with brush painting; 116 wide, 200 high."""
    b.shape(lathe(VASE), colour, 1.1)
    b.shape(oval(0, -99, 30, 7), paint, 0.6)
    for y, w in ((-64, 18), (-54, 20), (-38, 36), (52, 46), (60, 42), (90, 28)):
        b.line([(-w, y), (0, y + 7), (w, y)], 0.9, ink=paint, ends=(0.6, 0.6))
    if flower == 0:
        for step in range(8):
            b.fill(petal(0, 8, 30, 16, 45 * step, blunt=0.8), paint)
        b.dots([(0, 8)], 7, SHELL)
        b.dots([(0, 8)], 3, paint)
        for side in (-1, 1):
            b.line([(side * 30, 24), (side * 44, 4), (side * 34, -16)], 0.9, ink=paint)
            b.fill(petal(side * 42, 4, 15, 9, -90 - side * 40), paint)
    elif flower == 1:
        b.line([(-20, 44), (-8, 10), (10, -24)], 1.2, ink=paint)
        for x, y, angle in ((-14, 26, 200), (-10, 14, -20), (-4, 0, 190), (2, -8, 0), (8, -18, -70), (-16, 34, 10)):
            b.fill(petal(x, y, 32, 9, angle, blunt=0), paint)
    else:
        b.line(points("-46,34 -24,14 -8,30 10,2 24,22 46,12"), 1.1, ink=paint)
        b.line([(-40, 40), (0, 44), (40, 40)], 0.7, ink=paint)
        b.dots([(20, -18)], 8, paint)
        b.lines([[(-24, -12), (-18, -17), (-12, -12)], [(-10, -22), (-5, -26), (0, -22)]], 0.6, ink=paint)


def plate(b: Block, *, colour: str = SHELL, paint: str = INDIGO, kind: int = 0) -> None:
    """Draw a glazed plate from above with brush rings and a painted heart; radius 100."""
    b.disc(0, 0, 100, colour, 1.1)
    for r, w in ((92, 1.2), (86, 0.5), (60, 0.6), (54, 1.2)):
        b.shape(oval(0, 0, r, count=14), None, w, ink=paint)
    if kind % 2:
        for step in range(12):
            x, y = polar(0, 0, 72, 30 * step)
            b.line([polar(x, y, 9, 30 * step + 150), (x, y), polar(x, y, 9, 30 * step + 30)], 1.1, ink=paint)
        b.dots([polar(0, 0, 76, 30 * s + 15) for s in range(12)], 2.6, paint)
    else:

        def sprig() -> None:
            b.fill(petal(66, 0, 17, 11, 50, blunt=0.2), paint)
            b.fill(petal(66, 0, 15, 8, -60, blunt=0.2), paint)

        cut = b.once(f"sprig{paint}", sprig)
        for step in range(10):
            b.stamp(cut, 0, 0, turn=36 * step)
    if kind == 2:
        b.fill(
            points("-34,2 -34,2 -12,-16 18,-12 30,0 46,-14 46,-14 40,2 46,18 46,18 28,6 12,16 -14,14"),
            paint,
        )
        b.dots([(-18, -2)], 3.4, colour)
        b.dots([(-19, -2)], 1.6, paint)
        b.threads([arc(-6 + 9 * s, 1, 4, 9, -70, 70, 4) for s in range(4)], 0.5, ink=colour)
    else:
        for step in range(9):
            b.fill(petal(0, 0, 44, 21, 40 * step, blunt=0.7), paint)
        b.threads([[polar(0, 0, 17, 40 * s), polar(0, 0, 36, 40 * s)] for s in range(9)], 0.6, ink=colour)
        b.disc(0, 0, 14, colour, 0.8, ink=paint)
        b.dots([(0, 0)], 5, paint)


def bowl(b: Block, *, colour: str = SHELL, paint: str = INDIGO, filling: str | None = None) -> None:
    """Draw a footed bowl from the side; 160 wide, 90 high."""
    b.shape(lathe(points("80,-40 80,-40 74,-8 50,26 28,36 28,48 0,50")), colour, 1.1)
    b.shape(oval(0, -40, 80, 17, count=14), filling or DEW, 1)
    b.line([(-74, -14), (0, 6), (74, -14)], 1.1, ink=paint, ends=(0.7, 0.7))
    b.line([(-68, -4), (0, 15), (68, -4)], 0.5, ink=paint, ends=(0.7, 0.7))
    for x in (-40, -13, 14, 41):
        b.fill(petal(x, 24 - abs(x) * 0.16, 15, 11, -90, blunt=0.8), paint)


def teapot(b: Block, *, colour: str = SHELL, paint: str = INDIGO) -> None:
    """Draw a teapot with its spout to the right; 190 wide, 130 high."""
    b.shape(points("48,10 48,10 74,-2 84,-34 98,-38 98,-38 92,2 62,38 46,34"), colour, 1)
    b.line(arc(-62, 4, 34, 34, 70, 292, 9), 3, ends=(0.7, 0.7))
    b.line(arc(-62, 4, 34, 34, 74, 288, 9), 1.5, ink=colour, ends=(0.7, 0.7))
    b.shape(lathe(points("30,-36 56,-20 66,10 54,44 34,56 0,58")), colour, 1.1)
    b.shape(lathe(points("6,-66 10,-58 4,-52 28,-44 34,-36 0,-32")), colour, 1)
    b.line([(-52, -16), (0, -6), (52, -16)], 0.8, ink=paint, ends=(0.7, 0.7))
    for step in range(7):
        b.fill(petal(0, 20, 22, 13, 360 * step / 7 - 90, blunt=0.7), paint)
    b.dots([(0, 20)], 5, colour)


def cup(b: Block, *, colour: str = SHELL, paint: str = INDIGO, tea: str = SOPHORA) -> None:
    """Draw a small tea cup; 60 wide, 46 high."""
    b.shape(lathe(points("30,-20 30,-20 26,4 14,20 14,25 0,26")), colour, 1)
    b.shape(oval(0, -20, 30, 8), tea, 0.9)
    b.line([(-25, 0), (0, 7), (25, 0)], 0.8, ink=paint)


def wine_jar(b: Block, *, colour: str = WOOD, straws: int = 3) -> None:
    """Draw a jar of rice wine with its long bent straws; 150 wide, 330 high with them."""
    for step in range(straws):
        x = -10 + 10 * step
        side = -1 if step % 2 else 1
        b.line(
            bend((x, -70), (x + side * 4, -190), (x + side * (70 + 14 * step), -214 + 16 * step), 7),
            2.4,
            ends=(0.9, 0.7),
        )
        b.line(bend((x, -70), (x + side * 4, -190), (x + side * (70 + 14 * step), -214 + 16 * step), 7), 1.2, ink=STRAW)
    b.shape(
        lathe(points("34,-92 40,-82 30,-66 62,-44 74,0 60,60 40,90 44,100 0,103")),
        colour,
        1.15,
    )
    b.shape(oval(0, -90, 34, 8), BARK, 0.8)
    for side in (-1, 1):
        b.line(arc(side * 56, -42, 13, 16, 90, 90 - side * 250, 7), 1.5, ends=(0.9, 0.9))
    b.line([(-60, -30), (0, -14), (60, -30)], 0.9, ink=STRAW, ends=(0.7, 0.7))
    b.line([(-70, 20), (0, 38), (70, 20)], 0.9, ink=STRAW, ends=(0.7, 0.7))
    b.lines(
        [
            [(x, 8 - abs(x) * 0.1), (x + 10, -10 - abs(x) * 0.1), (x + 20, 8 - abs(x + 20) * 0.1)]
            for x in (-60, -40, -20, 0, 20, 40)
        ],
        0.7,
        ink=STRAW,
    )
    b.line(bend((56, -38), (74, 4), (44, 76), 5), 1, ink=TIMBER)
    leaves = [(-22, -84, -150), (4, -86, -80), (24, -84, -30)]
    for x, y, angle in leaves:
        b.shape(petal(x, y, 32, 13, angle, blunt=0), CREAM, 0.7)


def gourd(b: Block, *, colour: str = AMBER, tie: str = VERMILION) -> None:
    """Draw a bottle gourd with a cord; 100 wide, 180 high."""
    b.shape(lathe(points("7,-96 9,-80 26,-66 32,-44 16,-20 42,8 52,44 40,74 0,84")), colour, 1.1)
    b.board([(-8, -106), (8, -106), (8, -92), (-8, -92)], WOOD, 0.9)
    b.line([(-17, -21), (0, -15), (17, -21)], 2.2, ink=tie, ends=(0.8, 0.8))
    b.line(bend((17, -18), (44, -4), (36, 30), 5), 1.1, ink=tie)
    b.lines([bend((34, 20), (42, 44), (26, 66), 5), bend((20, -58), (26, -46), (18, -32), 4)], 0.8)


def drop(b: Block, *, colour: str = AMBER, ink: str = INK) -> None:
    """Draw a falling drop, 40 high."""
    b.shape(points("0,-22 0,-22 10,-4 14,8 8,19 -8,19 -14,8 -10,-4"), colour, 0.9, ink=ink)
    b.line([(7, 2), (8, 9), (3, 14)], 0.6, ink=SKY)
