"""Plaited things: basket, fish trap, broom, the frame on which rice paper dries."""

from __future__ import annotations

from catalog.drawing.outline import Points, arc, lathe, oval, points
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    INK,
    SHELL,
    STRAW,
    TIMBER,
    VERMILION,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def basket(b: Block, *, colour: str = STRAW, dark: str = TIMBER, handle: bool = True) -> None:
    """Draw a woven basket; 190 wide, 130 high, its handle 100 more."""
    if handle:
        b.line(arc(0, -40, 70, 104, 180, 360, 11), 2.6, ends=(1, 1))
        b.line(arc(0, -40, 70, 104, 180, 360, 11), 1.4, ink=dark, ends=(1, 1))
    b.shape(lathe(points("90,-40 92,-34 86,10 66,60 40,70 0,72")), colour, 1.1)
    over = []
    for row in range(6):
        y = -22 + 15 * row
        w = 88 - (row * row) * 1.1
        count = 9
        for at in range(count):
            if (at + row) % 2 == 0:
                x0, x1 = -w + 2 * w * at / count, -w + 2 * w * (at + 1) / count
                over.append(
                    [(x0 + 1, y + 3 - abs(x0) * 0.05), ((x0 + x1) / 2, y - 5), (x1 - 1, y + 3 - abs(x1) * 0.05)]
                )
    b.lines(over, 1.9, ink=dark, ends=(0.7, 0.7))
    b.threads([[(x, -30), (x * 0.95, 14), (x * 0.72, 66 - abs(x) * 0.06)] for x in (-68, -44, -22, 0, 22, 44, 68)], 0.5)
    b.shape(oval(0, -40, 92, 16, count=14), dark, 1)
    b.shape(oval(0, -39, 80, 10, count=12), BARK, 0.6)


def trap(b: Block, *, colour: str = STRAW) -> None:
    """Draw a bottle-shaped bamboo fish trap lying down; 240 wide, 110 high."""
    profile = points("10,-116 14,-104 20,-84 48,-40 54,10 46,70 54,104")
    with b.at(turn=90):
        b.shape(lathe(profile), colour, 1.1)
        b.threads(
            [
                [(x * 0.3, -110), (x * 0.9, -38), (x, 10), (x * 0.85, 70), (x, 104)]
                for x in (-44, -30, -15, 0, 15, 30, 44)
            ],
            0.5,
        )
        for w, y in ((20, -84), (37, -60), (50, -28), (54, 6), (50, 40), (47, 72)):
            b.line([(-w, y), (0, y + 8), (w, y)], 1, ink=BARK, ends=(0.8, 0.8))
        b.shape(oval(0, 104, 54, 14), TIMBER, 1)
        b.shape(oval(0, 105, 40, 9), INK, 0.5)


def broom(b: Block, *, plume: str = STRAW, grip: str = AMBER, tie: str = VERMILION) -> None:
    """Draw a tiger-grass broom hanging head down; 130 wide, 300 high."""
    b.shape(lathe([(9, -150), (11, -140), (10, -60), (15, -16)]), grip, 1.1)
    b.threads([[(-9, y), (0, y + 7), (9, y)] for y in range(-132, -24, 13)], 0.6)
    outline: Points = [(-16, -22), (-16, -22), (-38, 30), (-62, 108)]
    tips = 11
    for step in range(tips):
        x = -62 + 124 * (step + 0.5) / tips
        outline += [(x - 4, 138 - abs(x) * 0.34 + b.dice.off(5)), (x + 4, 120 - abs(x) * 0.3)]
    outline += [(62, 108), (38, 30), (16, -22), (16, -22)]
    b.shape(outline, plume, 1.1)
    b.threads([[(x * 0.24, -16), (x * 0.62, 40), (x, 118 - abs(x) * 0.3)] for x in range(-50, 51, 10)], 0.5)
    for y, w in ((-18, 17), (-4, 22), (12, 28)):
        b.line([(-w, y), (0, y + 7), (w, y)], 1.8, ink=tie, ends=(0.9, 0.9))


def drying_frame(
    b: Block, *, columns: int = 3, rows: int = 2, sheet: str = SHELL, cane: str = TIMBER, size: float = 60
) -> None:
    """Draw a bamboo frame with rounds of rice paper, from above; `size` is the pitch of the rounds."""
    w, h = columns * size / 2 + 10, rows * size / 2 + 10
    b.board([(-w, -h), (w, -h), (w, h), (-w, h)], STRAW, 1)
    mesh = []
    for step in range(1, int((w + h) * 2 / 17) + 1):
        c = -w - h + 17 * step
        left, right = max(-w, c - h), min(w, c + h)
        mesh.append([(left, c - left), (right, c - right)])
    b.threads(mesh + [[(-x, y) for x, y in way] for way in mesh], 0.5, ink=cane, soft=False)

    def round_() -> None:
        b.disc(0, 0, size * 0.44, sheet, 0.8)
        ring = size * 0.3
        b.threads([arc(0, 0, ring, ring, 200, 290, 4), arc(0, 0, ring, ring, 30, 80, 4)], 0.35, ink=cane)

    cut = b.symbol(round_)
    for row in range(rows):
        for column in range(columns):
            b.stamp(cut, (column - (columns - 1) / 2) * size, (row - (rows - 1) / 2) * size)
    for side in (-1, 1):
        b.board(
            [(-w - 12, side * h - 5), (w + 12, side * h - 5), (w + 12, side * h + 5), (-w - 12, side * h + 5)],
            cane,
            0.9,
        )
