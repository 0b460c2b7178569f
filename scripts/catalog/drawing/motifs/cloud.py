"""Clouds, waves, curls and smoke: what fills the air and the water of a print."""

from __future__ import annotations

import math

from catalog.drawing.outline import Points, oval, points, spiral
from catalog.drawing.pigment import INDIGO, INK, PAPER, SKY
from catalog.drawing.woodcut import Block


def cloud(b: Block, *, colour: str = PAPER, ink: str = INK, curl: float = 0.9) -> None:
    """Draw a scrolled cloud with a tail to the right; about 220 wide, 90 high."""
    b.shape(
        points(
"-96,34 -116,18 -108,-8 -84,-12 -84,-12 -74,-42 -40,-50 -16,-32 -16,-32 6,-58 46,-52 "
"54,-20 54,-20 76,-26 96,-8 88,10 120,20 156,16 156,16 126,36 60,34 -20,38"
),
        colour,
        1,
        ink=ink,
    )  # fmt: skip
    b.lines(
        [
            spiral(-88, 10, 3, 17, curl * 1.3, 120),
            spiral(-42, -20, 3, 20, curl * 1.4, 100),
            spiral(24, -20, 3, 23, curl * 1.5, 60),
            [(-60, 26), (0, 22), (60, 24), (104, 24)],
        ],
        0.8,
        ink=ink,
    )


def curl(b: Block, *, colour: str | None = None, ink: str = INK, turns: float = 2.2, width: float = 1.3) -> None:
    """Draw one curl of a lion's mane or a carved scroll, radius about 50."""
    if colour:
        b.shape(oval(0, 0, 50, count=12), colour, 1, ink=ink)
    b.line(spiral(0, 0, 3, 40, turns, 90), width, ink=ink, ends=(0.4, 0.8))


def scroll(b: Block, *, colour: str, ink: str = INK) -> None:
    """Draw a carved leaf scroll that rolls to the left, 200 wide, 110 high; put it beside its mirror image."""
    b.shape(
        points(
"96,44 30,52 -40,46 -86,22 -92,-22 -62,-52 -22,-46 -6,-16 -22,8 -46,8 -56,-10 -44,-24 "
"-34,-20 -36,-10 -26,-8 -20,-20 -32,-36 -56,-36 -72,-14 -62,14 -26,26 14,20 34,-8 26,-44 "
"50,-58 72,-36 62,-6 96,6"
),
        colour,
        1,
        ink=ink,
    )  # fmt: skip
    b.lines([[(-70, 26), (-20, 40), (60, 36)], [(46, -42), (48, -14), (34, 10)]], 0.8, ink=ink)


def waves(
    b: Block,
    x: float,
    y: float,
    width: float,
    *,
    rows: int = 3,
    pitch: float = 60,
    colour: str = SKY,
    ink: str = INDIGO,
) -> None:
    """Draw rows of round waves like fish scales, from (x, y) downwards."""

    def crest() -> None:
        half: Points = [(-pitch * 0.52, pitch * 0.3)] * 2 + [(-pitch * 0.46, -pitch * 0.06), (0, -pitch * 0.32)]
        half += [(pitch * 0.46, -pitch * 0.06), (pitch * 0.52, pitch * 0.3), (pitch * 0.52, pitch * 0.3)]
        b.shape(half, colour, 0.8, ink=ink)
        inner = []
        for k in (0.14, 0.28):
            side, top = pitch * (0.12 - k * 0.5), pitch * (0.1 - k * 0.62)
            low = pitch * 0.22
            inner.append(
                [(-pitch * k, low), (-pitch * k * 0.8, side), (0, top), (pitch * k * 0.8, side), (pitch * k, low)]
            )
        b.threads(inner, 0.5, ink=ink)

    cut = b.once(f"wave{pitch}{colour}", crest)
    for row in range(rows):
        for step in range(math.ceil(width / pitch) + 1):
            b.stamp(cut, x + step * pitch - (pitch / 2 if row % 2 else 0), y + row * pitch * 0.3)


def ripples(b: Block, places: list[tuple[float, float, float]], *, ink: str = INDIGO) -> None:
    """Draw short still-water lines at (x, y, half width)."""
    b.lines([[(x - w, y), (x - w * 0.3, y - 2), (x + w * 0.3, y + 2), (x + w, y)] for x, y, w in places], 0.7, ink=ink)


def smoke(b: Block, height: float = 160, *, ink: str = INK, width: float = 0.9) -> None:
    """Draw a thread of smoke rising from the origin and curling at its end."""
    rise = [(math.sin(step * 1.1) * (4 + step * 2.4), -height * step / 9) for step in range(8)]
    x, y = rise[-1]
    tail = [(x + px, y - 16 + py) for px, py in spiral(0, 0, 22, 3, 1.4, 90)]
    b.line([*rise, *tail], width, ink=ink, ends=(0.3, 0.3))
