"""What hands work with: knife, sickle, hammer, anvil and its sparks, spool, scissors."""

from __future__ import annotations

from catalog.drawing.outline import Points, arc, points, polar
from catalog.drawing.pigment import (
    CRIMSON,
    INDIGO,
    INK,
    PAPER,
    SHELL,
    SOPHORA,
    STRAW,
    TIMBER,
    VERMILION,
    WOOD,
)  # fmt: skip
from catalog.drawing.woodcut import Block


def knife(b: Block, *, steel: str = SHELL, grip: str = WOOD) -> None:
    """Draw a broad kitchen knife, point to the right; 230 wide, 60 high."""
    b.shape(
        points("-16,-24 -16,-24 60,-26 106,-18 128,4 128,4 100,26 40,32 -12,30 -12,30"),
        steel,
        1.1,
    )
    b.line([(-4, 21), (50, 23), (98, 16), (118, 5)], 0.7)
    b.lines([[(10, -14), (40, -15)], [(52, -15), (72, -14)]], 0.7)
    b.board([(-26, -12), (-14, -12), (-14, 12), (-26, 12)], SOPHORA, 0.9)
    b.shape(
        points("-26,-10 -26,-10 -70,-14 -98,-12 -104,0 -98,12 -70,12 -26,10 -26,10"),
        grip,
        1.1,
    )
    b.dots([(-46, 0), (-78, 0)], 3, SOPHORA)


def sickle(b: Block, *, steel: str = SHELL, grip: str = WOOD) -> None:
    """Draw a rice sickle; 150 wide, 190 high."""
    b.shape(
        points("-6,26 -6,26 -40,-10 -36,-56 2,-88 52,-84 84,-54 84,-54 50,-66 10,-60 -10,-34 -6,-6 8,20 8,20"),
        steel,
        1.1,
    )
    b.threads([[polar(20, -22, 38, a), polar(20, -22, 46, a + 3)] for a in range(150, 310, 12)], 0.6)
    b.board([(-9, 22), (11, 22), (11, 34), (-9, 34)], SOPHORA, 0.9)
    b.shape(points("-8,34 -8,34 10,34 10,34 14,80 12,104 -8,104 -12,80"), grip, 1.1)


def hammer(b: Block, *, steel: str = INDIGO, grip: str = TIMBER) -> None:
    """Draw a smith's hammer, its head up; 110 wide, 200 high."""
    b.shape(points("-7,-50 -7,-50 7,-50 7,-50 10,30 12,110 -12,110 -10,30"), grip, 1)
    b.board(points("-44,-86 28,-86 56,-62 56,-54 28,-44 -44,-44"), steel, 1.1)
    b.board([(-56, -90), (-40, -90), (-40, -40), (-56, -40)], steel, 1)
    b.line([(-32, -76), (20, -76)], 0.8, ink=PAPER)


def spark(b: Block, radius: float = 30, *, colour: str = SOPHORA, ink: str = INK) -> None:
    """Draw a flying spark."""
    star: Points = []
    for step in range(8):
        p = polar(0, 0, radius if step % 2 == 0 else radius * 0.34, 45 * step)
        star += [p, p]
    b.shape(star, colour, 0.7, ink=ink)


def anvil(b: Block, *, steel: str = INDIGO) -> None:
    """Draw an anvil on its block, standing on y = 0; 200 wide, 180 high."""
    b.shape(
        points("-70,0 -70,0 -62,-50 -64,-92 -64,-92 64,-92 64,-92 62,-50 70,0 70,0"),
        TIMBER,
        1.1,
    )
    b.lines(
        [[(-40, -84), (-42, -40), (-44, -6)], [(-8, -84), (-6, -44), (-10, -6)], [(30, -84), (34, -40), (32, -6)]], 0.7
    )
    b.shape(
        points(
            "-100,-172 -100,-172 62,-172 62,-172 108,-164 62,-146 38,-136 30,-116 52,-92 52,-92 "
            "-56,-92 -56,-92 -36,-116 -46,-136 -100,-146 -100,-146"
        ),
        steel,
        1.15,
    )
    b.line([(-90, -164), (56, -164)], 0.8, ink=PAPER)


def spool(b: Block, *, thread: str = VERMILION) -> None:
    """Draw a spool of thread; 80 wide, 110 high."""
    b.board([(-30, -34), (30, -34), (34, 34), (-34, 34)], thread, 1)
    b.threads([[(-31, y), (0, y + 5), (31, y)] for y in range(-24, 34, 10)], 0.6)
    b.board([(-40, -50), (40, -50), (40, -34), (-40, -34)], STRAW, 1)
    b.board([(-40, 34), (40, 34), (40, 50), (-40, 50)], STRAW, 1)


def scissors(b: Block) -> None:
    """Draw scissors, open, points up; 90 wide, 170 high."""
    for side in (-1, 1):
        with b.at(turn=14 * side, flip=side < 0):
            b.shape(points("-4,10 -4,10 -7,-60 0,-96 0,-96 6,-60 6,10 6,10"), SHELL, 1)
            b.line(arc(6, 44, 20, 32, -100, 250, 11), 2, ink=CRIMSON, ends=(1, 1))
    b.dots([(0, 0)], 4, SOPHORA)
