"""Silk cocoons."""

from __future__ import annotations

from catalog.drawing.outline import arc, points
from catalog.drawing.pigment import (
    SOPHORA,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def cocoon(b: Block, *, colour: str = SOPHORA) -> None:
    """Draw a silk cocoon; 70 wide, 44 high."""
    b.shape(
        points("-34,0 -28,-17 -4,-16 8,-15 28,-18 36,0 28,18 8,15 -4,16 -28,17"),
        colour,
        1,
    )
    b.threads([arc(-16 + 9 * s, 0, 8, 12, 120, 240, 4) for s in range(5)], 0.5)
