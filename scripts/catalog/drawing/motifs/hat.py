"""Conical leaf hats, from above and from the side."""

from __future__ import annotations

from catalog.drawing.outline import bend, oval, points, polar
from catalog.drawing.pigment import (
    CREAM,
    VERMILION,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def hat_above(b: Block, *, colour: str = CREAM, rings: int = 7, lean: float = 0, tip: str = VERMILION) -> None:
    """Draw a conical leaf hat from above, hoops round its point; radius 100; `lean` moves the point."""
    b.disc(0, 0, 100, colour, 1.1)
    b.threads([[polar(lean, -lean, 12, 18 * s), polar(0, 0, 96, 18 * s + 4)] for s in range(20)], 0.4)
    for step in range(1, rings + 1):
        share = step / (rings + 1)
        b.shape(oval(lean * (1 - share), -lean * (1 - share), 100 * share, count=14), None, 0.5)
    b.shape(oval(0, 0, 95, count=14), None, 0.5, ink=tip)
    b.disc(lean, -lean, 7, tip, 0.7)


def hat(b: Block, *, colour: str = CREAM, strap: str = VERMILION) -> None:
    """Draw a conical hat from the side; 200 wide, 110 high, with its silk strap."""
    b.line(bend((-56, 30), (-40, 130), (34, 96), 9), 2.6, ink=strap, ends=(0.9, 0.9))
    b.line(bend((62, 28), (60, 110), (26, 92), 7), 2.6, ink=strap, ends=(0.9, 0.9))
    b.shape(
        points("-104,30 -104,30 -4,-74 0,-80 4,-74 104,30 104,30 56,42 0,46 -56,42"),
        colour,
        1.1,
    )
    b.threads([[(0, -76), (x * 0.55, -20), (x, 40 - abs(x) * 0.1)] for x in (-78, -52, -26, 0, 26, 52, 78)], 0.42)
    b.threads(
        [bend((-100 + 15.6 * s, 28 - 16 * s), (0, 57 - 20.5 * s), (100 - 15.6 * s, 28 - 16 * s), 6) for s in range(6)],
        0.5,
    )
