"""The sheet a plate is printed on: ground colour, earth and water, and the border with its small ornament."""

from __future__ import annotations

from collections.abc import Callable

from catalog.drawing import svg
from catalog.drawing.motifs.house import hill, sun
from catalog.drawing.outline import Points, arc, petal, points, spiral
from catalog.drawing.pigment import (
    CINNABAR,
    CREAM,
    DEW,
    INDIGO,
    INK,
    MIST,
    PAPER,
    SAGE,
    SHELL,
    SKY,
    SOPHORA,
    STRAW,
    VERMILION,
    mix,
)
from catalog.drawing.woodcut import Block

WIDTH, HEIGHT = 1600, 1200
LEFT, TOP, RIGHT, BOTTOM = 104, 104, 1496, 1096
"""The printed field inside the border."""


def begin(craft: str, ground: str = PAPER) -> Block:
    """Take a sheet with its ground colour brushed on."""
    b = Block(f"plate/{craft}", WIDTH, HEIGHT, key=4.2)
    b.ground(PAPER)
    b.raw(svg.element("path", d=f"M{LEFT} {TOP}H{RIGHT}V{BOTTOM}H{LEFT}z", fill=ground))
    pale = int(ground[3:5], 16) > 150
    b.brushed(26 if pale else 18, light=mix(ground, SHELL, 0.55 if pale else 0.08), dark=mix(ground, INK, 0.06))
    return b


def end(b: Block, colour: str = VERMILION, ornament: str = "petals", second: str = SOPHORA) -> str:
    """Cover what ran over the edge, print the border, finish."""
    b.raw(
        svg.element(
            "path",
            d=f"M0 0h{WIDTH}v{HEIGHT}H0zM{LEFT} {TOP}V{BOTTOM}H{RIGHT}V{TOP}z",
            fill=PAPER,
            fill_rule="evenodd",
        )
    )
    unit = b.symbol(lambda: _ORNAMENTS[ornament](b, colour, second))
    inner, pitch = 76, 58
    across, down = round((RIGHT - LEFT) / pitch), round((BOTTOM - TOP) / pitch)

    def row(count: int, length: float) -> None:
        for step in range(count):
            b.stamp(unit, length * ((step + 0.5) / count - 0.5), 0)

    middle = (LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2
    lying = b.symbol(lambda: row(across, RIGHT - LEFT))
    b.stamp(lying, middle[0], inner)
    b.stamp(lying, middle[0], HEIGHT - inner, turn=180)
    upright = b.symbol(lambda: row(down, BOTTOM - TOP))
    b.stamp(upright, inner, middle[1], turn=270)
    b.stamp(upright, WIDTH - inner, middle[1], turn=90)
    for x in (inner, WIDTH - inner):
        for y in (inner, HEIGHT - inner):
            b.board([(x, y - 19), (x + 19, y), (x, y + 19), (x - 19, y)], colour, 0.8)
            b.dots([(x, y)], 6, second)
    for inset, width in ((46, 1.5), (LEFT - 2, 1.5), (LEFT + 9, 0.5)):
        _rule(b, inset, width)
    return b.text()


def _rule(b: Block, inset: float, width: float) -> None:
    right, low = WIDTH - inset, HEIGHT - inset
    for (ax, ay), (bx, by) in (
        ((inset, inset), (right, inset)),
        ((right, inset), (right, low)),
        ((right, low), (inset, low)),
        ((inset, low), (inset, inset)),
    ):
        way: Points = [(ax + (bx - ax) * s / 9, ay + (by - ay) * s / 9) for s in range(10)]
        b.line(way, width, ends=(1, 1))


def _petals(b: Block, colour: str, second: str) -> None:
    b.shape(petal(0, 20, 38, 34, -90, blunt=0.6), colour, 0.7)
    b.shape(petal(0, 20, 22, 18, -90, blunt=0.6), second, 0.5)
    b.dots([(29, 8)], 4, colour)


def _fret(b: Block, colour: str, second: str) -> None:
    b.threads(
        [points("-25,16 -25,-16 19,-16 19,8 -10,8 -10,-3 6,-3"), [(-25, 16), (29, 16)]],
        1.1,
        ink=colour,
        soft=False,
    )
    b.dots([(27, -14)], 3.4, second)


def _brocade(b: Block, colour: str, second: str) -> None:
    b.fill([(-27, 18), (0, -16), (27, 18)], colour, soft=False)
    b.fill([(-11, 18), (0, 3), (11, 18)], second, soft=False)
    b.fill([(17, -16), (29, -1), (41, -16)], second, soft=False)


def _waves(b: Block, colour: str, second: str) -> None:
    b.threads([arc(0, 18, r, r, 180, 360, 7) for r in (27, 18, 9)], 0.9, ink=colour)
    b.dots([(29, -8)], 4, second)


def _scrolls(b: Block, colour: str, second: str) -> None:
    b.line([*spiral(-10, -2, 2, 13, 1.6, 120), (6, 14), (27, 12)], 0.9, ink=colour, ends=(0.4, 0.6))
    b.fill(petal(8, 10, 24, 12, -60, blunt=0.4), second)


def _blossoms(b: Block, colour: str, second: str) -> None:
    for step in range(5):
        b.fill(petal(0, 0, 20, 15, 72 * step - 90, blunt=0.8), colour)
    b.dots([(0, 0)], 5.5, second)
    b.dots([(29, -10), (29, 10)], 3, colour)


_ORNAMENTS: dict[str, Callable[[Block, str, str], None]] = {
    "petals": _petals,
    "fret": _fret,
    "brocade": _brocade,
    "waves": _waves,
    "scrolls": _scrolls,
    "blossoms": _blossoms,
}


def earth(b: Block, level: float, colour: str, *, swell: float = 12, marks: int = 30) -> None:
    """Lay the ground from `level` down, with short cuts of the knife in it."""
    top: Points = [
        (LEFT - 20 + 160 * s, level + (swell if s % 2 else -swell) * 0.5 + b.dice.off(swell * 0.5)) for s in range(10)
    ]
    b.shape(
        [
            (LEFT - 30, level),
            (LEFT - 30, level),
            *top,
            (RIGHT + 30, level),
            (RIGHT + 30, level),
            (RIGHT + 30, BOTTOM + 30),
            (RIGHT + 30, BOTTOM + 30),
            (LEFT - 30, BOTTOM + 30),
            (LEFT - 30, BOTTOM + 30),
        ],
        colour,
        0.9,
    )
    ink = mix(colour, INK, 0.4)
    ways = []
    for _ in range(marks):
        x, y, reach = b.dice.between(LEFT, RIGHT), b.dice.between(level + 24, BOTTOM), b.dice.between(12, 40)
        ways.append([(x - reach, y), (x, y - 3), (x + reach, y)])
    if ways:
        b.threads(ways, 0.45, ink=ink)


def far_hills(b: Block, level: float, *, shades: tuple[str, ...] = (SKY, SAGE, DEW)) -> None:
    """Set a row of hills on the horizon."""
    for x, width, height, shade in ((260, 560, 190, 0), (660, 700, 250, 1), (1130, 620, 210, 2), (1420, 480, 260, 0)):
        with b.at(x, level):
            hill(b, width, height, shades[shade % len(shades)])


def red_sun(b: Block, x: float, y: float, radius: float = 74, *, colour: str = CINNABAR, rays: bool = False) -> None:
    """Set the sun in the sky."""
    with b.at(x, y):
        sun(b, colour=colour, radius=radius, rays=rays)


def water(b: Block, level: float, colour: str = MIST, *, ink: str = INDIGO, rows: int = 9) -> None:
    """Lay still water from `level` down."""
    b.raw(svg.element("path", d=f"M{LEFT} {svg.number(level)}H{RIGHT}V{BOTTOM}H{LEFT}z", fill=colour))
    ways = []
    for row in range(rows):
        y = level + 22 + row * (BOTTOM - level - 20) / rows
        for _ in range(4):
            x, reach = b.dice.between(LEFT, RIGHT), b.dice.between(30, 96)
            ways.append([(x - reach, y), (x - reach * 0.4, y - 5), (x + reach * 0.3, y + 4), (x + reach, y)])
    b.lines(ways, 0.7, ink=ink)


def table(
    b: Block, y: float, *, x0: float = LEFT, x1: float = RIGHT, thick: float = 34, top: str = CREAM, edge: str = STRAW
) -> None:
    """Draw a table edge to stand things on."""
    b.board([(x0 - 20, y), (x1 + 20, y), (x1 + 20, y + thick), (x0 - 20, y + thick)], edge, 1.1)
    b.lines([[(x0, y + thick * 0.4), ((x0 + x1) / 2, y + thick * 0.5), (x1, y + thick * 0.4)]], 0.5)
    b.board([(x0 - 20, y + thick), (x1 + 20, y + thick), (x1 + 20, BOTTOM + 40), (x0 - 20, BOTTOM + 40)], top, 1)
