"""The square cake of the New Year."""

from __future__ import annotations

from catalog.drawing.pigment import (
    LEAF,
    MOSS,
    STRAW,
    VERDIGRIS,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def rice_cake(b: Block, *, leaf: str = VERDIGRIS, tie: str = STRAW) -> None:
    """Draw a bánh chưng seen slantwise: the square green parcel with its bamboo ties; 170 wide, 130 high."""
    top = [(0, -62), (86, -20), (0, 24), (-86, -20)]
    b.board([(-86, -20), (0, 24), (0, 66), (-86, 20)], MOSS, 1.1)
    b.board([(86, -20), (0, 24), (0, 66), (86, 20)], leaf, 1.1)
    b.board(top, LEAF, 1.1)
    b.threads([[(-70, -22), (4, 14)], [(-30, -40), (46, -2)], [(64, -24), (10, 4)]], 0.4)
    for a, c in (((-57, -34), (29, 10)), ((-29, -48), (57, -4))):
        b.line([a, c, (c[0], c[1] + 42)], 1.9, ink=tie, ends=(0.9, 0.9))
    for a, c in (((57, -34), (-29, 10)), ((29, -48), (-57, -4))):
        b.line([a, c, (c[0], c[1] + 42)], 1.9, ink=tie, ends=(0.9, 0.9))
