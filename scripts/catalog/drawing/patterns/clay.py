"""Covers of fired clay: glazed ware, bricks and tiles."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.flower import rosette
from catalog.drawing.motifs.jar import bowl, plate, vase
from catalog.drawing.outline import arc, polar
from catalog.drawing.patterns.layout import MIDDLE, crackle, half_drop
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    CINNABAR,
    CLAY,
    CREAM,
    CRIMSON,
    DEW,
    INDIGO,
    MIST,
    ROSE,
    SAGE,
    SHELL,
    SOPHORA,
    TIMBER,
    VERDIGRIS,
    VERMILION,
    WOOD,
    mix,
)
from catalog.drawing.woodcut import Block


def gom_su(b: Block) -> None:
    """Draw plates with brush rings and painted hearts on crackled celadon, vases between them."""
    glaze, crack = b.dice.pick(((DEW, SAGE), (MIST, mix(INDIGO, MIST, 0.6)), (CREAM, TIMBER)))
    paint = b.dice.pick((INDIGO, INDIGO, VERDIGRIS)) if glaze != CREAM else b.dice.pick((WOOD, INDIGO))
    b.ground(glaze)
    crackle(b, b.dice.between(64, 74), crack)
    kind = int(b.dice.between(0, 3))
    dish = b.symbol(lambda: plate(b, paint=paint, kind=kind))
    pot = (
        b.symbol(lambda: vase(b, paint=paint, flower=kind + 1))
        if b.dice.chance(0.6)
        else b.symbol(lambda: bowl(b, paint=paint))
    )
    size = b.dice.between(0.98, 1.1)
    for x, y, column, _ in half_drop(188 * size, 250 * size, margin=120):
        if column % 2 == 0:
            b.stamp(dish, x, y, scale=1.06 * size, turn=b.dice.between(0, 40))
        else:
            b.stamp(pot, x, y, scale=0.92 * size, flip=column % 4 == 1)


def gach_ngoi(b: Block) -> None:
    """Draw a roof of fish-scale tiles in the reds of the kiln, an ornamental brick in its middle."""
    shades = b.dice.pick(
        ((CLAY, CINNABAR, AMBER, CLAY), (CINNABAR, VERMILION, CLAY, CLAY), (CLAY, ROSE, TIMBER, CINNABAR))
    )
    b.ground(CRIMSON)
    pitch = b.dice.between(110, 120)
    half = pitch / 2

    def tile(colour: str) -> None:
        edge = [
            (-half * 0.97, -pitch * 0.75),
            (-half * 0.97, -pitch * 0.75),
            (-half * 0.97, 0),
            (-half * 0.8, half * 0.5),
            (0, half * 1.16),
            (0, half * 1.16),
        ]
        b.shape([*edge, *[(-x, y) for x, y in reversed(edge)]], colour, 1)
        b.lines(
            [
                [(-half * 0.62, -4), (-half * 0.5, half * 0.34), (0, half * 0.76)],
                [(half * 0.62, -4), (half * 0.5, half * 0.34), (0, half * 0.76)],
            ],
            0.6,
        )

    cuts = [b.symbol(partial(tile, c)) for c in shades]
    rows = int(480 / (pitch * 0.56)) + 3
    for row in range(rows - 1, -2, -1):
        for column in range(-1, int(640 / pitch) + 2):
            x = MIDDLE[0] + (column - int(320 / pitch)) * pitch + (half if row % 2 else 0)
            b.stamp(b.dice.pick(cuts), x, row * pitch * 0.56)
    x, y = MIDDLE
    side = 92
    with b.at(x, y, turn=b.dice.pick((0, 45)), scale=0.95):
        b.board(
            [(-side, -side), (side, -side), (side, side), (-side, side)], shades[2] if shades[2] != ROSE else CLAY, 1.4
        )
        b.board(
            [(-side + 14, -side + 14), (side - 14, -side + 14), (side - 14, side - 14), (-side + 14, side - 14)],
            BARK,
            0.8,
        )
        for turn in range(4):
            with b.at(turn=90 * turn):
                b.shape([polar(0, 0, 106, 45)] * 2 + arc(44, 44, 30, 30, -60, 150, 5), shades[0], 0.8)
        rosette(b, [(74, shades[1]), (46, SOPHORA if b.dice.chance(0.5) else SHELL)], petals=8, heart=shades[0])
