"""Covers of what is burnt for its scent: incense and agarwood."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.beads import beads
from catalog.drawing.motifs.bundle import bundle_above, bundle_standing
from catalog.drawing.motifs.cloud import smoke
from catalog.drawing.outline import oval, points
from catalog.drawing.patterns.layout import MIDDLE, half_drop
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    CINNABAR,
    CREAM,
    CRIMSON,
    INK,
    PAPER,
    ROSE,
    SOPHORA,
    STRAW,
    TIMBER,
    VERMILION,
    WOOD,
)
from catalog.drawing.woodcut import Block


def huong(b: Block) -> None:
    """Draw red bundles of incense fanned out to dry, like flowers seen from above."""
    ground = b.dice.pick((PAPER, CREAM, PAPER))
    b.ground(ground)
    b.brushed(9)
    size = b.dice.between(0.8, 0.98)
    shades = b.dice.pick(
        (
            (VERMILION, VERMILION, CINNABAR),
            (VERMILION, ROSE, VERMILION),
            (CINNABAR, SOPHORA, CINNABAR),
            (CRIMSON, VERMILION, CINNABAR),
        )
    )
    above = [b.symbol(partial(bundle_above, b, colour=c, sticks=17)) for c in shades[:2]]
    standing = b.symbol(lambda: bundle_standing(b, colour=shades[2], sticks=10))
    across, down = 196 * size, 222 * size
    for x, y, column, row in half_drop(across, down, margin=110):
        if (x, y) == MIDDLE or (column + row) % 3 or not column % 2:
            b.stamp(above[(column + 2 * row) % 2 if column % 2 == 0 else 0], x, y, turn=b.dice.off(10), scale=size)
        else:
            b.stamp(standing, x, y, scale=size * 0.94, turn=b.dice.off(6))
    b.dots([(x + across * 0.68, y) for x, y, c, _ in half_drop(across, down)][::3], 5, AMBER)


def tram_huong(b: Block) -> None:
    """Draw strings of agarwood beads, chips and curling smoke on the grain of the wood."""
    dark = b.dice.chance(0.5)
    ground, grain = (TIMBER, WOOD) if not dark else (BARK, WOOD)
    b.ground(ground)
    for x, y in ((80.0, 60.0), (560.0, 420.0), (600.0, 40.0), (40.0, 440.0)):
        for r in range(4):
            b.shape(
                [
                    (px + b.dice.off(3), py + b.dice.off(3))
                    for px, py in oval(x, y, 22 + r * 34, 12 + r * 24, turn=-24, count=9)
                ],
                None,
                0.55,
                ink=grain,
            )
    size = b.dice.between(0.94, 1.08)
    pair = b.dice.pick(((WOOD, AMBER), (CRIMSON, TIMBER), (WOOD, STRAW)))
    string = b.symbol(lambda: beads(b, count=16, colours=pair, tassel=b.dice.pick((VERMILION, SOPHORA))))
    curl = b.symbol(lambda: smoke(b, 150, ink=CREAM if dark else PAPER, width=1.5))

    def chip() -> None:
        b.board(points("-40,-12 -8,-18 34,-10 44,8 6,16 -30,12"), pair[1], 1)
        b.lines([[(-28, -4), (4, -8), (30, -2)], [(-20, 6), (6, 6), (24, 6)]], 0.6, ink=INK)

    shard = b.symbol(chip)
    for x, y, column, _ in half_drop(178 * size, 268 * size, margin=150):
        if column % 2 == 0:
            b.stamp(string, x, y - 22, turn=b.dice.off(8), scale=1.26 * size)
            b.stamp(curl, x - 4, y + 28, scale=0.62)
        else:
            for px, py, turn in ((-22, 66, 12), (24, 58, -28), (0, 84, 4)):
                b.stamp(shard, x + px, y + py, turn=turn + b.dice.off(10), scale=0.95)
            b.stamp(curl, x, y + 44, scale=0.95, flip=column % 4 == 1)
