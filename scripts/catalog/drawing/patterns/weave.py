"""Covers of plaited and sewn leaf, cane and fibre: rattan, sedge, fibres, leaf hats, brooms."""

from __future__ import annotations

from catalog.drawing.motifs.basket import broom
from catalog.drawing.motifs.hat import hat_above
from catalog.drawing.motifs.leaf import palm_leaf, reed
from catalog.drawing.outline import oval, points, polar
from catalog.drawing.patterns.layout import HEIGHT, MIDDLE, WIDTH, cover, half_drop, woven
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    CINNABAR,
    CREAM,
    DEW,
    INK,
    LEAF,
    MOSS,
    PAPER,
    SAGE,
    SKY,
    SOPHORA,
    STRAW,
    TIMBER,
    VERDIGRIS,
    VERMILION,
    WOOD,
    mix,
)
from catalog.drawing.svg import Point
from catalog.drawing.woodcut import Block


def may_tre_dan(b: Block) -> None:
    """Draw a real over-and-under weave of split cane, a round tray woven the other way in its middle."""
    warp, weft = b.dice.pick(((STRAW, TIMBER), (CREAM, AMBER), (STRAW, LEAF), (TIMBER, WOOD)))
    inner = b.dice.pick(((CREAM, CINNABAR), (STRAW, WOOD), (CREAM, MOSS)))
    turn = b.dice.pick((45, 45, 0))
    cover(b, b.tile(64, 64, lambda: _plain_weave(b, warp, weft), turn=turn, scale=b.dice.between(0.8, 1.05)))
    x, y = MIDDLE
    net = b.tile(64, 64, lambda: _plain_weave(b, *inner), turn=45 - turn, scale=0.52)
    b.shape(oval(x, y, 188, count=20), BARK, 1.2)
    b.shape(oval(x, y, 182, count=20), TIMBER, 0.8)
    b.shape(oval(x, y, 160, count=20), net, 1.4)
    b.threads(
        [[polar(x, y, 163, 7.5 * s), polar(x, y, 181, 7.5 * s + 5)] for s in range(48)], 0.9, ink=WOOD, soft=False
    )
    b.shape(oval(x, y, 72, count=16), None, 1.2, ink=inner[1])
    b.shape(oval(x, y, 60, count=16), None, 0.8, ink=INK)


def _plain_weave(b: Block, warp: str, weft: str) -> None:
    b.raw(f'<path d="M0 0h64v64H0z" fill="{BARK}"/>')
    for x, y in ((0, 0), (32, 32)):
        b.board([(x + 3, y - 1), (x + 29, y - 1), (x + 29, y + 33), (x + 3, y + 33)], warp, 0.6, rough=0.3)
        b.threads([[(x + 11, y + 2), (x + 11, y + 30)], [(x + 20, y + 3), (x + 20, y + 29)]], 0.35, soft=False)
    for x, y in ((32, 0), (0, 32)):
        b.board([(x - 1, y + 3), (x + 33, y + 3), (x + 33, y + 29), (x - 1, y + 29)], weft, 0.6, rough=0.3)
        b.threads([[(x + 2, y + 11), (x + 30, y + 11)], [(x + 3, y + 20), (x + 29, y + 20)]], 0.35, soft=False)


def coi(b: Block) -> None:
    """Draw a sedge mat: stepped lozenges dyed into the weft, the warp showing as fine lines."""
    one, two, three = b.dice.pick(
        (
            (VERMILION, VERDIGRIS, SOPHORA),
            (VERDIGRIS, VERMILION, AMBER),
            (CINNABAR, SKY, STRAW),
            (WOOD, VERMILION, SAGE),
        )
    )
    b.ground(CREAM)
    phase = int(b.dice.between(0, 3))

    def lozenge(i: int, j: int) -> str | None:
        d = abs(i - 13) + abs(j - 13)
        if d <= 2:
            return three
        if d in (4, 5, 10):
            return one
        if d in (7 + phase % 2, 12):
            return two
        return None

    big = b.symbol(lambda: woven(b, 27, 27, 8, lozenge))
    for x, y, column, _ in half_drop(112, 224, margin=120):
        b.stamp(big, x, y, scale=1 if column % 2 == 0 else 0.5)
    for side, edge in ((-1, 0), (1, HEIGHT)):
        for step, colour in enumerate((one, CREAM, two, CREAM, one)):
            y = edge - side * (6 + 9 * step)
            b.threads([[(0, y), (WIDTH, y)]], 3, ink=colour, soft=False)
    b.threads([[(0, y), (WIDTH, y)] for y in range(4, HEIGHT, 8)], 0.3, ink=mix(STRAW, INK, 0.25), soft=False)
    b.threads([[(x, 0), (x, HEIGHT)] for x in range(10, WIDTH, 20)], 0.4, ink=CREAM, soft=False)
    b.threads([[(x + 2, 0), (x + 2, HEIGHT)] for x in range(10, WIDTH, 20)], 0.2, ink=TIMBER, soft=False)


def dan_soi(b: Block) -> None:
    """Draw coiled mats of plaited fibre, braids running between them."""
    ground, coil, rim = b.dice.pick(
        ((LEAF, STRAW, TIMBER), (DEW, TIMBER, MOSS), (TIMBER, CREAM, VERDIGRIS), (SAGE, CREAM, CINNABAR))
    )
    b.ground(ground)

    def braid() -> None:
        strand = b.symbol(lambda: b.shape(points("-8,-12 -8,-12 14,-4 20,12 8,24 -6,14"), coil, 0.9))
        for step in range(12):
            b.stamp(strand, 0, 26 * step, flip=True)
            b.stamp(strand, 0, 26 * step + 13)

    def mat() -> None:
        for r in (96, 78, 60, 42, 24):
            b.disc(0, 0, r, rim if r in (78,) else coil, 0.9)
            count = max(10, round(r / 2.6))
            b.threads(
                [[polar(0, 0, r - 3, 360 * s / count), polar(0, 0, r - 14, 360 * s / count + 9)] for s in range(count)],
                0.6,
                ink=BARK,
            )
        b.disc(0, 0, 9, rim, 0.8)

    rope, round_ = b.symbol(braid), b.symbol(mat)
    size = b.dice.between(1.0, 1.14)
    across = 150 * size
    for column in (-3, -1, 1, 3):
        x = MIDDLE[0] + column * across / 2
        for top in (-14, 292):
            b.stamp(rope, x, top)
    for x, y, column, _ in half_drop(across, 224 * size, margin=120):
        b.stamp(round_, x, y, scale=(1.02 if column % 2 == 0 else 0.72) * size, turn=b.dice.between(0, 90))


def non_la(b: Block) -> None:
    """Draw conical hats from above among palm leaves."""
    ground, leaf = b.dice.pick(((VERDIGRIS, LEAF), (LEAF, VERDIGRIS), (SAGE, MOSS), (CINNABAR, VERDIGRIS)))
    b.ground(ground)
    frond = b.symbol(lambda: palm_leaf(b, colour=leaf))
    lean = b.dice.between(-14, 14)
    shade = b.dice.pick((CREAM, STRAW, PAPER))
    hat = b.symbol(lambda: hat_above(b, colour=shade, lean=lean, rings=6))
    size = b.dice.between(0.92, 1.05)
    for x, y, _, _ in half_drop(184 * size, 216 * size, margin=130):
        for turn in (90, 210, 330):
            b.stamp(frond, *polar(x, y, 56 * size, turn + 30), turn=turn + 120, scale=0.74 * size)
    for x, y, column, row in half_drop(184 * size, 216 * size, margin=110):
        b.stamp(hat, x, y, scale=(0.98 if (column, row) == (0, 0) else 0.84) * size, flip=(column + row) % 2 == 1)


def choi(b: Block) -> None:
    """Draw brooms of tiger grass, heads up and heads down, with loose panicles."""
    ground = b.dice.pick((DEW, CREAM, SKY, PAPER))
    plumes = b.dice.pick(((STRAW, AMBER), (CREAM, TIMBER), (SAGE, WOOD)))
    b.ground(ground)
    b.brushed(10)
    ties = b.dice.pick((VERMILION, VERDIGRIS))
    cut = b.symbol(lambda: broom(b, plume=plumes[0], grip=plumes[1], tie=ties))
    grass = b.symbol(lambda: reed(b, plume=plumes[0], stalk=MOSS))
    tilt = b.dice.pick((0, 10, -10))
    places: list[Point] = []
    for x, y, column, row in half_drop(136, 330, margin=160, shift=0):
        b.stamp(
            cut,
            x,
            y + (10 if column % 2 == 0 else -6),
            turn=(180 if column % 2 else 0) + tilt,
            scale=1.12 if (column, row) == (0, 0) else 1.02,
        )
        places.append((x + 68, y))
    for x, y in places:
        b.stamp(grass, x, y + 90 + 165, scale=0.66, flip=b.dice.chance(0.5))
