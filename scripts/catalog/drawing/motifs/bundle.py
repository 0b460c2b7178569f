"""Bundles of incense sticks: fanned out and seen from above, standing and seen from the side, tied and lying."""

from __future__ import annotations

from catalog.drawing.outline import Points, bend, lathe, oval, points, polar
from catalog.drawing.pigment import CREAM, CRIMSON, INK, ROSE, STRAW, VERMILION, mix
from catalog.drawing.woodcut import Block


def bundle_above(b: Block, *, colour: str = VERMILION, foot: str = STRAW, sticks: int = 30) -> None:
    """Draw a fanned bundle from above, like a flower; radius 100."""
    dark, light = mix(colour, INK, 0.42), mix(colour, CREAM, 0.42)
    rim: Points = []
    for step in range(sticks):
        angle = 360 * step / sticks
        reach = 99 + b.dice.off(6)
        rim += [polar(0, 0, reach, angle - 50 / sticks), polar(0, 0, reach, angle + 50 / sticks)]
        rim.append(polar(0, 0, 76 + b.dice.off(3), angle + 180 / sticks))
    b.shape(rim, colour, 1.1, rough=0.4)
    rays = []
    for step in range(sticks):
        angle = 360 * step / sticks + 180 / sticks
        rays.append([polar(0, 0, 26, angle), polar(0, 0, 80, angle)])
    b.threads(rays, 0.75, ink=dark, soft=False)
    glints = [[polar(0, 0, 44, 360 * s / sticks), polar(0, 0, 92, 360 * s / sticks)] for s in range(sticks)]
    b.threads(glints, 0.6, ink=light, soft=False)
    b.shape(oval(0, 0, 30, count=10), dark, 1)
    b.shape(oval(0, 0, 19, count=8), foot, 0.8)
    b.dots([polar(0, 0, 10, 60 * s) for s in range(6)] + [(0.0, 0.0)], 2.6)


def bundle_standing(b: Block, *, colour: str = VERMILION, foot: str = STRAW, sticks: int = 15) -> None:
    """Draw a fanned bundle from the side: red above, bare bamboo below, a tie at the waist; 200 wide, 200 high."""
    dark, light = mix(colour, INK, 0.42), mix(colour, CREAM, 0.42)
    b.shape(lathe(points("16,-10 24,40 44,84 46,96 0,101")), foot, 1)
    b.threads([[(x * 15, 4), (x * 22, 40), (x * 42, 92)] for x in (-0.75, -0.45, -0.15, 0.15, 0.45, 0.75)], 0.5)
    crown: Points = []
    for step in range(sticks):
        angle = -168 + 156 * step / (sticks - 1)
        crown.append(polar(0, 2, 103 + b.dice.off(5), angle))
        if step < sticks - 1:
            crown.append(polar(0, 2, 90, angle + 78 / (sticks - 1)))
    b.shape([(17, 8), (17, 8), (-17, 8), (-17, 8), *crown], colour, 1.1, rough=0.4)
    ways = [bend((x * 15, 4), (x * 24, -18), polar(0, 2, 86, -90 + 74 * x), 4) for x in _steps(sticks - 1)]
    b.threads(ways, 0.75, ink=dark)
    b.threads([[(w[1][0] + 3, w[1][1]), w[-1]] for w in ways[::2]], 0.55, ink=light)
    b.shape(lathe([(19, -4), (20, 4), (19, 13)]), dark, 0.9)
    b.line([(-18, 5), (0, 8), (18, 5)], 0.7, ink=light)


def bundle_tied(
    b: Block, *, colour: str = VERMILION, body: str = STRAW, length: float = 200, thick: float = 46, share: float = 0.4
) -> None:
    """Draw a straight bundle lying along the x axis from 0; `share` of its length is dyed."""
    half, dyed = thick / 2, length * share
    b.board([(0, -half), (length, -half), (length, half), (0, half)], body, 1.1)
    b.fill(
        [(0, -half), (0, -half), (dyed, -half), (dyed, -half), (dyed, half), (dyed, half), (0, half), (0, half)], colour
    )
    b.board([(0, -half), (length, -half), (length, half), (0, half)], None, 1.1)
    rows = [half * (-0.68 + 0.34 * s) for s in range(5)]
    b.threads([[(4, y), (length - 4, y + b.dice.off(1.5))] for y in rows], 0.45)
    for place in (0.22, 0.78):
        x = length * place
        b.board([(x - 5, -half - 2), (x + 5, -half - 2), (x + 5, half + 2), (x - 5, half + 2)], CRIMSON, 0.8)
    b.shape(oval(length, 0, thick * 0.16, half, count=10), CREAM, 0.9)
    b.dots([(length + b.dice.off(3), half * y) for y in (-0.6, -0.3, 0, 0.3, 0.6)], 1.6)


def stick(b: Block, length: float = 150, *, body: str = INK, foot: str = ROSE) -> None:
    """Draw one incense stick along the x axis."""
    b.line([(0, 0), (length * 0.3, 0)], 1, ink=foot, ends=(1, 1))
    b.line([(length * 0.28, 0), (length, 0)], 2, ink=body, ends=(1, 0.7))


def _steps(count: int) -> list[float]:
    return [-1 + 2 * (step + 0.5) / count for step in range(count)]
