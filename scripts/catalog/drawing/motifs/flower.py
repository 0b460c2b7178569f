"""Flowers: lotus from the side, rosettes, peony, paper flowers."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.drawing.outline import bend, lathe, oval, petal, points, polar
from catalog.drawing.pigment import BLUSH, CRIMSON, INK, LEAF, ROSE, SOPHORA, VERDIGRIS, VERMILION, mix
from catalog.drawing.woodcut import Block


def lotus(b: Block, *, colour: str = ROSE, inner: str = BLUSH, ink: str = INK) -> None:
    """Draw an open lotus from the side; 200 wide, 130 high, its stalk at the origin."""
    for angle, length, width, shade in (
        (-164, 92, 34, colour),
        (-16, 92, 34, colour),
        (-140, 108, 44, colour),
        (-40, 108, 44, colour),
        (-116, 116, 50, inner),
        (-64, 116, 50, inner),
        (-90, 120, 56, inner),
    ):

        def long(length: float = length, width: float = width, shade: str = shade) -> None:
            b.shape(petal(0, 0, length, width, 0, blunt=0.25), shade, 0.95, ink=ink)
            ways = [[polar(0, 0, length * 0.5, t), polar(0, 0, length * 0.84, t * 0.6)] for t in (-5, 0, 5)]
            b.threads(ways, 0.38, ink=ink)

        b.stamp(b.once(f"lotus{length}{shade}{ink}", long), 0, 0, turn=angle)
    low = b.once(f"lotus{colour}{ink}", lambda: b.shape(petal(0, 0, 66, 40, 0, blunt=0.3), colour, 0.95, ink=ink))
    for angle in (-152, -28, -118, -62, -90):
        b.stamp(low, 0, 4, turn=angle)


def rosette(
    b: Block, layers: Sequence[tuple[float, str]], *, petals: int = 8, heart: str = SOPHORA, ink: str = INK
) -> None:
    """Draw a flower from above: layers of petals, outermost first, as (radius, colour)."""
    for depth, (radius, colour) in enumerate(layers):

        def one(radius: float = radius, colour: str = colour) -> None:
            b.shape(petal(0, 0, radius, radius * 5.6 / petals, 0, blunt=0.9), colour, 0.9, ink=ink)
            b.line([(radius * 0.5, 0), (radius * 0.82, 0)], 0.6, ink=ink)

        cut = b.once(f"rosette{radius}{colour}{petals}", one)
        for step in range(petals):
            b.stamp(cut, 0, 0, turn=360 * (step + depth / 2) / petals)
    r = layers[-1][0] * 0.4
    b.shape(oval(0, 0, r, count=8), heart, 0.9, ink=ink)
    b.dots([polar(0, 0, r * 0.5, 72 * s) for s in range(5)], r * 0.13, ink)


def peony(b: Block, *, colour: str = VERMILION, light: str = ROSE, ink: str = INK) -> None:
    """Draw a full peony from above; radius about 70."""
    for count, radius, size, shade in ((9, 44, 30, colour), (7, 28, 24, light), (5, 13, 16, colour)):

        def one(size: float = size, shade: str = shade) -> None:
            b.shape(oval(0, 0, size, size * 0.86, count=8), shade, 0.9, ink=ink)
            b.line([(size * 0.2, 0), (size * 0.75, 0)], 0.6, ink=ink)

        cut = b.once(f"peony{size}{shade}{ink}", one)
        for step in range(count):
            angle = 360 * step / count + radius
            b.stamp(cut, *polar(0, 0, radius, angle), turn=angle)
    b.shape(oval(0, 0, 11, count=8), SOPHORA, 0.8, ink=ink)
    b.dots([polar(0, 0, 5, 90 * s) for s in range(4)], 1.5, ink)


def paper_flower(b: Block, colours: Sequence[str], *, petals: int = 12) -> None:
    """Draw a flower of cut and fringed paper from above: rings of notched strips; radius 100."""
    size = 100.0
    wide = 150 / petals
    for depth, colour in enumerate(colours):

        def one(size: float = size, colour: str = colour) -> None:
            ends = [(size, wide * 0.85), (size * 1.01, wide * 0.5), (size * 0.87, 0.0), (size * 0.87, 0.0)]
            half = [(size * 0.1, wide), (size * 0.6, wide * 1.05), *ends]
            b.shape(
                [polar(0, 0, r, a) for r, a in half] + [polar(0, 0, r, -a) for r, a in reversed(half)], colour, 0.95
            )
            b.line([(size * 0.5, 0), (size * 0.8, 0)], 0.7, ink=mix(colour, INK, 0.55))

        cut = b.symbol(one)
        for step in range(petals):
            b.stamp(cut, 0, 0, turn=360 * (step + depth / 2) / petals)
        size *= 0.68
    b.shape(oval(0, 0, size * 0.62, count=8), SOPHORA, 0.9)
    b.dots([polar(0, 0, size * 0.3, 72 * s) for s in range(5)], size * 0.07)


def lotus_leaf(b: Block, *, colour: str = VERDIGRIS, light: str = LEAF) -> None:
    """Draw a lotus leaf seen slantwise; 200 wide, 90 high."""

    def pad() -> None:
        rim = [(x + b.dice.off(4), y + b.dice.off(4)) for x, y in oval(0, 0, 100, 44, count=16)]
        b.shape(rim, colour, 1)
        b.shape(oval(4, 2, 12, 6, count=8), light, 0.6)
        b.threads([bend((4, 2), (x * 0.5, y * 0.4), (x * 0.88, y * 0.88), 4) for x, y in rim], 0.5)

    b.stamp(b.once(f"pad{colour}{light}", pad), 0, 0)


def bud(b: Block, *, colour: str = CRIMSON) -> None:
    """Draw a closed lotus bud above the origin; 80 high."""
    b.shape(lathe(points("0,-84 0,-84 16,-58 24,-34 18,-10 0,-2")), colour, 1)
    b.lines([bend((0, -6), (-16, -34), (-2, -74), 5), bend((2, -6), (14, -34), (2, -74), 5)], 0.6)
