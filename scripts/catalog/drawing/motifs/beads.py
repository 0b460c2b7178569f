"""Strings of beads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from catalog.drawing.outline import arc, polar
from catalog.drawing.pigment import (
    CREAM,
    SOPHORA,
    TIMBER,
    VERMILION,
    WOOD,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def beads(
    b: Block, *, radius: float = 74, count: int = 18, colours: Sequence[str] = (WOOD, TIMBER), tassel: str = VERMILION
) -> None:
    """Draw a string of agarwood beads with a tassel below."""
    b.threads([[(x, radius + 26), (x * 1.3, radius + 74)] for x in (-8, -4, 0, 4, 8)], 0.9, ink=tassel)
    size = radius * 3.1 / count

    def bead(colour: str) -> None:
        b.disc(0, 0, size, colour, 1)
        b.line(arc(0, 0, size * 0.52, size * 0.52, 190, 280, 4), 0.9, ink=CREAM)

    cuts = [b.symbol(partial(bead, c)) for c in colours]
    for step in range(count):
        b.stamp(cuts[step % len(cuts)], *polar(0, 0, radius, 360 * step / count + 90))
    b.disc(0, radius + 18, 12, SOPHORA, 1)
