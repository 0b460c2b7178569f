"""Buildings and what stands by them: tiled house, communal house, kiln, banana tree, banyan hill, sun, boat."""

from __future__ import annotations

from itertools import pairwise

from catalog.drawing.outline import arc, bend, lathe, oval, petal, points, polar
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    CINNABAR,
    CLAY,
    CREAM,
    CRIMSON,
    LEAF,
    SOOT,
    SOPHORA,
    STRAW,
    TIMBER,
    VERDIGRIS,
    VERMILION,
    WOOD,
)
from catalog.drawing.woodcut import Block


def house(b: Block, width: float = 300, *, wall: str = CREAM, roof: str = CLAY) -> None:
    """Draw a low house of three bays with a tiled roof, standing on y = 0; about half as high as wide."""
    w, h = width / 2, width * 0.24
    b.board([(-w, 0), (w, 0), (w, -h), (-w, -h)], wall, 1)
    for step in range(3):
        x = -w * 0.62 + w * 0.62 * step
        b.board([(x - w * 0.2, 0), (x + w * 0.2, 0), (x + w * 0.2, -h * 0.8), (x - w * 0.2, -h * 0.8)], WOOD, 0.9)
        b.threads([[(x + w * k, -h * 0.76), (x + w * k, -3)] for k in (-0.1, 0, 0.1)], 0.5, ink=BARK)
    b.board([(-w * 1.12, -h), (w * 1.12, -h), (w * 0.92, -h * 2.05), (-w * 0.92, -h * 2.05)], roof, 1.1)
    rows = []
    for row in range(4):
        y = -h * (1.14 + 0.24 * row)
        reach = w * (1.08 - 0.05 * row)
        count = round(width / 22)
        pitch = 2 * reach / count
        rows.append([(-reach + pitch * at / 2, y + (6 if at % 2 else 0)) for at in range(2 * count + 1)])
    b.threads(rows, 0.5)
    b.board([(-w * 0.96, -h * 2.02), (w * 0.96, -h * 2.02), (w * 0.96, -h * 2.18), (-w * 0.96, -h * 2.18)], SOOT, 0.8)


def communal_house(b: Block, width: float = 420, *, roof: str = CINNABAR) -> None:
    """Draw a communal house with its swept-up eaves, standing on y = 0; about 0.55 as high as wide."""
    w, h = width / 2, width * 0.2
    b.board([(-w * 0.96, 0), (w * 0.96, 0), (w * 0.96, -h * 0.16), (-w * 0.96, -h * 0.16)], CREAM, 1)
    b.board([(-w * 0.8, -h * 0.16), (w * 0.8, -h * 0.16), (w * 0.8, -h * 1.1), (-w * 0.8, -h * 1.1)], BARK, 0.9)
    for step in range(6):
        x = -w * 0.76 + w * 1.52 * step / 5
        b.board(
            [
                (x - w * 0.035, -h * 0.16),
                (x + w * 0.035, -h * 0.16),
                (x + w * 0.035, -h * 1.1),
                (x - w * 0.035, -h * 1.1),
            ],
            VERMILION,
            0.8,
        )
    left = [
        (-w * 1.16, -h * 1.34),
        (-w * 1.16, -h * 1.34),
        (-w * 0.98, -h * 1.12),
        (-w * 0.6, -h * 0.98),
        (0, -h * 0.94),
    ]
    top = [(-w * 0.6, -h * 2.3), (-w * 0.6, -h * 2.3)]
    outline = [
        *left,
        *[(-x, y) for x, y in reversed(left[:-1])],
        *[(-x, y) for x, y in top],
        *top,
        (-w * 0.82, -h * 1.62),
    ]
    outline.insert(len(outline) - 5, (w * 0.82, -h * 1.62))
    b.shape(outline, roof, 1.1)
    rows = []
    for row in range(5):
        y, reach = -h * (1.16 + 0.24 * row), w * (0.92 - 0.08 * row)
        count = round(reach / 10)
        rows.append([(-reach + reach * at / count, y + (5 if at % 2 else 0)) for at in range(2 * count + 1)])
    b.threads(rows, 0.5)
    b.board([(-w * 0.62, -h * 2.28), (w * 0.62, -h * 2.28), (w * 0.62, -h * 2.42), (-w * 0.62, -h * 2.42)], SOOT, 0.8)
    for side in (-1, 1):
        x = side * w * 0.62
        b.line(
            [(x, -h * 2.36), (x + side * 12, -h * 2.5), (x + side * 8, -h * 2.74), (x - side * 4, -h * 2.66)],
            1.4,
            ends=(0.9, 0.3),
        )
    b.shape(oval(0, -h * 2.52, h * 0.14, count=8), SOPHORA, 0.8)


def kiln(b: Block, *, colour: str = CLAY, courses: int = 8) -> None:
    """Draw a beehive brick kiln standing on y = 0; 220 wide, 260 high."""
    profile = points("20,-262 34,-256 44,-236 78,-190 102,-120 110,-50 112,0")
    b.shape([*lathe(profile)[:7], (112, 0), (-112, 0), *lathe(profile)[7:]], colour, 1.2)
    rows, ticks = [], []
    for step in range(courses):
        y = -22 - 27 * step
        w = _width(profile, y)
        rows.append([(-w, y - 4), (0, y + 6), (w, y - 4)])
        for at in range(int(w / 17)):
            x = -w + 22 + at * 34 + (17 if step % 2 else 0)
            if x < w - 6:
                ticks.append([(x, y - 22), (x, y + 2)])
    b.threads([*rows, *ticks], 0.55)
    b.shape(points("-36,0 -36,0 -36,-50 0,-86 36,-50 36,0 36,0"), CRIMSON, 1)
    b.fill(points("-22,0 -22,0 -22,-30 -8,-40 0,-62 10,-40 22,-30 22,0 22,0"), AMBER)
    b.fill(points("-11,0 -11,0 -8,-18 0,-36 8,-18 11,0 11,0"), CREAM)
    b.shape(oval(0, -260, 20, 5, count=8), BARK, 0.6)


def _width(profile: list[tuple[float, float]], y: float) -> float:
    for (w0, y0), (w1, y1) in pairwise(profile):
        if y0 <= y <= y1:
            return w0 + (w1 - w0) * (y - y0) / (y1 - y0)
    return profile[-1][0]


def banana(b: Block, *, height: float = 200, colour: str = LEAF) -> None:
    """Draw a banana plant rooted at the origin."""
    b.shape(
        [(-15, 0), (-15, 0), (-11, -height * 0.5), (-5, -height), (7, -height), (11, -height * 0.5), (16, 0), (16, 0)],
        colour,
        1,
    )
    for angle, length, shade in (
        (-168, 150, VERDIGRIS),
        (-12, 150, VERDIGRIS),
        (-140, 170, colour),
        (-42, 170, colour),
        (-104, 160, VERDIGRIS),
        (-74, 168, colour),
    ):
        tip = polar(0, -height, length, angle)
        lead = polar(0, -height - 30, length * 0.6, angle - 8 if angle < -90 else angle + 8)
        way = bend((0, -height), (lead[0], lead[1] - 46), (tip[0], tip[1] + 34), 7)
        wide = [6.0, 22.0, 28.0, 28.0, 24.0, 15.0, 0.0]
        up = [(x - (y + height) * 0.001, y - w * 0.75) for (x, y), w in zip(way, wide, strict=True)]
        down = [(x, y + w * 0.75) for (x, y), w in zip(way, wide, strict=True)]
        b.shape([*up, *reversed(down)], shade, 1)
        b.line(way, 0.8)
        b.threads([[way[s], (way[s][0], way[s][1] + wide[s] * 0.6)] for s in (1, 2, 3, 4)], 0.5)


def areca(b: Block, *, height: float = 420) -> None:
    """Draw an areca palm rooted at the origin."""
    b.shape(
        [(-10, 0), (-10, 0), (-7, -height * 0.5), (-6, -height), (6, -height), (7, -height * 0.5), (10, 0), (10, 0)],
        STRAW,
        1,
    )
    b.threads([[(-8, -y), (0, -y + 3), (8, -y)] for y in range(24, int(height), 30)], 0.5)
    for angle in (-172, -8, -146, -34, -118, -62, -90):
        way = bend((0, -height), polar(0, -height - 40, 60, angle), polar(0, -height + 20, 112, angle), 6)
        left = [(x, y - w) for (x, y), w in zip(way, (2, 11, 14, 13, 9, 0), strict=True)]
        right = [(x, y + w) for (x, y), w in zip(way, (2, 11, 14, 13, 9, 0), strict=True)]
        b.shape([*left, *reversed(right)], VERDIGRIS, 0.9)
        b.line(way, 0.6)
    b.dots(
        [(-12, -height + 16), (0, -height + 22), (12, -height + 16), (-6, -height + 30), (6, -height + 30)], 7, AMBER
    )


def sun(b: Block, *, colour: str = CINNABAR, radius: float = 60, rays: bool = True) -> None:
    """Draw the sun."""
    if rays:
        b.lines(
            [
                [polar(0, 0, radius * 1.18, 15 * s), polar(0, 0, radius * (1.55 if s % 2 else 1.36), 15 * s)]
                for s in range(24)
            ],
            1,
            ink=colour,
        )
    b.disc(0, 0, radius, colour, 1)


def boat(b: Block, *, colour: str = TIMBER, sail: str | None = CINNABAR) -> None:
    """Draw a sampan with a batten sail; 260 wide, 260 high, the water at y = 0."""
    if sail:
        b.line([(0, 0), (2, -120), (4, -226)], 1.8, ends=(1, 0.6))
        b.shape(
            points("10,-222 10,-222 74,-196 110,-120 104,-40 104,-40 56,-30 8,-34 8,-34 24,-120"),
            sail,
            1.1,
        )
        b.lines(
            [
                [(19, -70), (64, -66), (108, -76)],
                [(23, -110), (64, -108), (109, -116)],
                [(23, -150), (60, -150), (100, -156)],
                [(18, -188), (50, -188), (84, -188)],
            ],
            0.8,
        )
    b.shape(
        points("-132,-30 -132,-30 -70,-8 40,-8 134,-34 134,-34 104,14 40,24 -50,24 -108,10"),
        colour,
        1.1,
    )
    b.lines([[(-118, -8), (-40, 10), (60, 8), (116, -8)]], 0.8)


def hill(b: Block, width: float, height: float, colour: str) -> None:
    """Draw a rounded hill on y = 0 with brush lines."""
    b.shape(
        [
            (-width / 2, 0),
            (-width / 2, 0),
            (-width * 0.3, -height * 0.6),
            (-width * 0.06, -height * 1.04),
            (width * 0.16, -height * 0.86),
            (width * 0.34, -height * 0.4),
            (width / 2, 0),
            (width / 2, 0),
        ],
        colour,
        0.9,
    )
    b.lines(
        [
            bend((-width * 0.1, -height * 0.84), (-width * 0.24, -height * 0.5), (-width * 0.3, -height * 0.16), 5),
            bend((width * 0.06, -height * 0.8), (width * 0.04, -height * 0.5), (-width * 0.04, -height * 0.26), 5),
            bend((width * 0.2, -height * 0.66), (width * 0.28, -height * 0.4), (width * 0.26, -height * 0.16), 5),
        ],
        0.7,
    )


def tree(b: Block, *, crown: str = VERDIGRIS, light: str = LEAF) -> None:
    """Draw a round tree rooted at the origin; 220 wide, 260 high."""
    b.shape(points("-18,0 -18,0 -8,-60 -26,-120 0,-130 26,-124 10,-60 22,0 22,0"), WOOD, 1)
    for x, y, r, shade in (
        (-62, -140, 46, crown),
        (62, -146, 48, crown),
        (0, -200, 54, crown),
        (-24, -158, 48, light),
        (34, -172, 44, light),
    ):
        b.shape([(px + b.dice.off(5), py + b.dice.off(5)) for px, py in oval(x, y, r, r * 0.84, count=9)], shade, 1)
        b.lines([arc(x + dx, y + dy, 9, 7, 200, 340, 4) for dx, dy in ((-18, -8), (6, -16), (14, 6), (-8, 12))], 0.6)
    b.shape(petal(0, 0, 30, 12, -150, blunt=0), light, 0.7)
