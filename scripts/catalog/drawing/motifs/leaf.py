"""Leaves and sprays: bamboo, mulberry, palm, tea, rice ears, reeds."""

from __future__ import annotations

from catalog.drawing.outline import bend, petal, points, polar
from catalog.drawing.pigment import CREAM, INK, LEAF, MOSS, SOPHORA, STRAW, VERDIGRIS
from catalog.drawing.woodcut import Block


def blade(
    b: Block, length: float, width: float, angle: float = 0, *, colour: str = VERDIGRIS, x: float = 0, y: float = 0
) -> None:
    """Draw a narrow leaf with a middle vein, growing from (x, y)."""
    b.shape(petal(x, y, length, width, angle, blunt=0), colour, 0.9)
    b.line([polar(x, y, length * 0.08, angle), polar(x, y, length * 0.8, angle)], 0.55)


def broad_leaf(b: Block, size: float = 100, angle: float = -90, *, colour: str = VERDIGRIS, veins: str = INK) -> None:
    """Draw a mulberry leaf growing from the origin."""
    with b.at(turn=angle):
        half = points("4,10 10,34 30,46 46,38 58,42 72,28 84,26")
        outline = [(x, -y) for x, y in half] + [(104.0, 0.0), (104.0, 0.0)] + list(reversed(half))
        with b.at(scale=size / 104):
            b.shape(outline, colour, 1)
            b.line([(-16, 0), (40, 1), (94, 0)], 1, ink=veins)
            b.lines(
                [
                    [(at, 0), (at + 14, side * 18), (at + 26, side * (32 - at * 0.2))]
                    for at in (16, 38, 58)
                    for side in (-1, 1)
                ],
                0.6,
                ink=veins,
            )


def bamboo_spray(b: Block, *, colour: str = VERDIGRIS, dark: str = MOSS) -> None:
    """Draw bamboo leaves hanging from a twig that runs from the origin to the right; about 150 long."""
    b.line([(0, 0), (50, -10), (110, -8), (140, 4)], 1)
    for x, y, length, angle, shade in (
        (30, -7, 64, 96, dark),
        (44, -9, 78, 62, colour),
        (62, -10, 60, -34, colour),
        (84, -10, 74, 84, colour),
        (96, -9, 70, 46, dark),
        (120, -4, 58, -18, dark),
        (138, 3, 62, 24, colour),
    ):
        b.shape(petal(x, y, length, 17, angle, blunt=0), shade, 0.8)


def palm_leaf(b: Block, *, colour: str = LEAF, ribs: int = 11) -> None:
    """Draw a fan palm leaf opening upwards from the origin; radius 100."""
    outline = []
    for step in range(ribs):
        angle = -168 + 156 * step / (ribs - 1)
        outline += [polar(0, 0, 102, angle), polar(0, 0, 102, angle)]
        if step < ribs - 1:
            outline.append(polar(0, 0, 72, angle + 78 / (ribs - 1)))
    b.line([(0, 70), (2, 30), (0, 0)], 1.6)
    b.shape([(0, 6), (0, 6), *outline], colour, 1)
    b.threads([[(0, 0), polar(0, 0, 92, -168 + 156 * s / (ribs - 1))] for s in range(ribs)], 0.6)


def tea_sprig(b: Block, *, colour: str = VERDIGRIS, tender: str = LEAF) -> None:
    """Draw one bud and two leaves of tea on a stalk rising through the origin; about 180 high."""
    b.line([(0, 92), (-4, 50), (0, 0), (2, -20)], 1.7, ends=(0.9, 0.5))
    for x, y, length, width, angle, shade in (
        (-2, 52, 88, 42, -152, colour),
        (0, 24, 96, 42, -24, colour),
        (0, -14, 64, 30, -136, tender),
        (2, -16, 88, 22, -82, tender),
    ):
        b.shape(petal(x, y, length, width, angle, blunt=0.1), shade, 1)
        b.line([(x, y), polar(x, y, length * 0.82, angle)], 0.7)
        if width > 35:
            ways = []
            for at in (0.3, 0.5, 0.68):
                px, py = polar(x, y, length * at, angle)
                ways += [[(px, py), polar(px, py, 17, angle + 42)], [(px, py), polar(px, py, 17, angle - 42)]]
            b.threads(ways, 0.4)


def rice_ear(b: Block, *, grain: str = SOPHORA, stalk: str = VERDIGRIS, grains: int = 7) -> None:
    """Draw an ear of rice bowing to the right from a stalk at the origin; about 110 by 120."""
    way = bend((0, 60), (4, -60), (84, -34), grains + 3)
    b.line(way, 1.2, ink=stalk, ends=(0.8, 0.6))
    kernel = b.once(f"grain{grain}", lambda: b.shape(petal(0, 0, 26, 11, 0, blunt=0.2), grain, 0.7))
    for at, (x, y) in enumerate(way[3:]):
        angle = -40 + at * 14
        b.stamp(kernel, x, y, turn=angle - 42)
        b.stamp(kernel, x, y, turn=angle + 52)


def reed(b: Block, *, plume: str = CREAM, stalk: str = STRAW) -> None:
    """Draw a panicle of tiger grass leaning right, rooted at the origin; 190 high."""
    way = bend((0, 0), (4, -100), (34, -150), 6)
    b.line(way, 1.3, ink=stalk, ends=(1, 0.5))
    x, y = way[-1]
    hairs = []
    for step in range(8):
        px, py = polar(x - 4, y + 26, 16 + 9 * step, -62)
        hairs += [[(px, py), polar(px, py, 30 - step * 2, -62 + side * 34)] for side in (-1, 1)]
    b.threads(hairs, 1.5)
    b.threads(hairs, 0.9, ink=plume)
    b.shape(petal(x - 4, y + 26, 96, 26, -62, blunt=0.2), plume, 0.9)
    b.threads([[(x, y + 14), polar(x - 4, y + 26, 78, -62 + turn)] for turn in (-6, 1, 8)], 0.45)
