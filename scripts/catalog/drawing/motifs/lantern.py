"""Hanging lanterns of four shapes."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.drawing.outline import Points, lathe, points
from catalog.drawing.pigment import (
    AMBER,
    SOPHORA,
    VERMILION,
    WOOD,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def lantern(b: Block, *, kind: int = 0, colour: str = VERMILION, tassel: str = SOPHORA, glow: str = AMBER) -> None:
    """Draw a hanging lantern: 0 globe, 1 garlic bulb, 2 diamond, 3 long drum; 120 wide, 240 high with tassel."""
    profiles: Sequence[Sequence[tuple[float, float]]] = (
        points("18,-62 44,-50 62,-12 58,22 36,50 16,58"),
        points("12,-76 18,-60 56,-30 66,4 44,42 16,56"),
        points("16,-64 16,-64 68,0 68,0 16,60 16,60"),
        points("20,-74 36,-66 44,-30 44,30 36,62 20,70"),
    )
    profile = profiles[kind % 4]
    top, low = profile[0][1], profile[-1][1]
    b.line([(0, top - 44), (1, top - 20), (0, top)], 0.9, ends=(0.8, 0.8))
    b.threads([[(x, low + 6), (x * 1.15, low + 40), (x * 1.3, low + 62)] for x in (-9, -5, 0, 5, 9)], 0.8, ink=tassel)
    b.disc(0, low + 18, 8, tassel, 0.7)
    b.shape(lathe(profile), colour, 1.1)
    b.fill(lathe([(w * 0.34, y * 0.86) for w, y in profile]), glow)
    ribs: list[Points] = [[(w * k, y) for w, y in profile] for k in (-0.66, -0.33, 0.0, 0.33, 0.66)]
    b.threads(ribs, 0.55)
    b.board([(-20, top - 7), (20, top - 7), (20, top + 4), (-20, top + 4)], WOOD, 0.9)
    b.board([(-18, low - 3), (18, low - 3), (18, low + 8), (-18, low + 8)], WOOD, 0.9)
