"""Bamboo: standing stems, poles lying down, laths, a grove, a bamboo pole rack."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.leaf import bamboo_spray
from catalog.drawing.outline import bend, oval
from catalog.drawing.pigment import CREAM, LEAF, MOSS, SAGE, STRAW, VERDIGRIS
from catalog.drawing.woodcut import Block


def stem(
    b: Block, length: float = 300, thick: float = 22, *, colour: str = VERDIGRIS, joints: int = 4, cut: bool = True
) -> None:
    """Draw a bamboo pole along the x axis from the origin, with its nodes and, if `cut`, its hollow end."""
    half, part = thick / 2, length / joints
    for step in range(joints):
        x = step * part
        end, waist, wide = x + part, half * 0.84, half * 0.94
        upper = [(x, -wide), (x, -wide), (x + part / 2, -waist), (end, -wide), (end, -wide)]
        b.shape([*upper, *[(px, -py) for px, py in reversed(upper)]], colour, 0.95)
        b.line([(x + 6, half * 0.42), (x + part - 8, half * 0.45)], 0.5)
        if step:
            b.shape(
                [(x - 3, -half - 2), (x + 3, -half - 2), (x + 4, 0), (x + 3, half + 2), (x - 3, half + 2), (x - 4, 0)],
                colour,
                0.8,
            )
    if cut:
        b.shape(oval(length, 0, thick * 0.2, half, count=8), CREAM, 0.9)
        b.shape(oval(length, 0, thick * 0.09, half * 0.55, count=8), MOSS, 0.5)


def culm(b: Block, height: float = 400, thick: float = 24, *, colour: str = VERDIGRIS, sprays: int = 3) -> None:
    """Draw a growing bamboo, rooted at the origin, with sprays of leaves."""
    with b.at(turn=-90 + b.dice.off(3)):
        stem(b, height, thick, colour=colour, joints=max(3, round(height / 95)), cut=False)
    for step in range(sprays):
        y = -height * (0.42 + 0.5 * step / sprays)
        flip = step % 2 == 1
        shade = b.dice.pick((VERDIGRIS, LEAF))
        spray = b.once(f"spray{shade}", partial(bamboo_spray, b, colour=shade))
        turn = b.dice.between(-16, 10) * (-1 if flip else 1)
        b.stamp(spray, -6 if flip else 6, y, scale=0.9, turn=turn, flip=flip)


def grove(b: Block, width: float, height: float, *, count: int = 5) -> None:
    """Draw a row of bamboos rooted along y = 0."""
    for step in range(count):
        with b.at(width * (step + 0.5) / count + b.dice.off(width * 0.05), b.dice.off(8)):
            culm(b, height * b.dice.between(0.8, 1.05), 20, colour=b.dice.pick((VERDIGRIS, SAGE, LEAF)), sprays=3)


def lath(b: Block, length: float = 220, *, colour: str = STRAW, sag: float = 0) -> None:
    """Draw one split lath along the x axis."""
    way = bend((0, 0), (length / 2, sag), (length, 0), 5)
    b.line(way, 2.6, ends=(0.9, 0.6))
    b.line(way, 1.4, ink=colour, ends=(0.9, 0.5))
