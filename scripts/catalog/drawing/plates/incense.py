"""Plates of what is burnt for its scent: incense, agarwood."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.beads import beads
from catalog.drawing.motifs.bundle import bundle_standing
from catalog.drawing.motifs.cloud import cloud, smoke
from catalog.drawing.motifs.figure import BENDING, KNEELING, figure
from catalog.drawing.motifs.flower import lotus
from catalog.drawing.motifs.house import areca, communal_house
from catalog.drawing.motifs.leaf import bamboo_spray
from catalog.drawing.outline import arc, bend, lathe, oval, points, spiral
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    BLUSH,
    CINNABAR,
    CREAM,
    CRIMSON,
    INDIGO,
    ROSE,
    SHELL,
    SOPHORA,
    STRAW,
    TIMBER,
    VERDIGRIS,
    VERMILION,
    WOOD,
)
from catalog.drawing.plates.sheet import begin, earth, end, red_sun, table
from catalog.drawing.woodcut import Block


def huong() -> str:
    """Compose a yard of red bundles before the communal house, two women setting them out."""
    b = begin("huong", CREAM)
    red_sun(b, 1270, 250, 84, rays=True)
    with b.at(430, 270, scale=1.05):
        cloud(b, colour=SHELL)
    with b.at(220, 640):
        areca(b, height=360)
    with b.at(770, 640, scale=1.18):
        communal_house(b, 500)
    earth(b, 636, STRAW, marks=16)
    rows = ((700, 0.62, 9, VERMILION), (800, 0.78, 8, CINNABAR), (930, 0.98, 6, VERMILION))
    for at, (y, size, count, colour) in enumerate(rows):
        cut = b.symbol(partial(_scaled, b, size, colour))
        for step in range(count):
            x = 104 + 1392 * (step + (0.5 if at % 2 == 0 else 0.1)) / (count - (0 if at % 2 == 0 else 0.8))
            b.stamp(cut, x, y - 30, flip=b.dice.chance(0.5))
        if at == 1:
            with b.at(400, 960, scale=2.05):
                figure(b, BENDING, coat=INDIGO)
    with b.at(1230, 1010, scale=2.1, flip=True):
        figure(b, KNEELING, coat=VERDIGRIS)
    front = b.symbol(lambda: _scaled(b, 1.3, VERMILION))
    for x in (170, 480, 800, 1010, 1440):
        b.stamp(front, x, 1056 + b.dice.off(14))
    return end(b, VERMILION, "petals")


def _scaled(b: Block, size: float, colour: str) -> None:
    with b.at(scale=size):
        bundle_standing(b, colour=colour, sticks=12)


def tram_huong() -> str:
    """Compose a censer whose smoke fills the sheet, beads and a lotus beside it."""
    b = begin("tram-huong", BLUSH)
    spray = b.symbol(lambda: bamboo_spray(b))
    for x, flip in ((280, False), (1320, True)):
        b.board([(x - 122, 150), (x + 122, 150), (x + 122, 690), (x - 122, 690)], CRIMSON, 1.3)
        b.board([(x - 100, 176), (x + 100, 176), (x + 100, 664), (x - 100, 664)], STRAW, 0.9)
        b.board([(x - 138, 136), (x + 138, 136), (x + 138, 158), (x - 138, 158)], WOOD, 1)
        b.board([(x - 138, 682), (x + 138, 682), (x + 138, 704), (x - 138, 704)], WOOD, 1)
        with b.at(x, 0, flip=flip):
            b.line(bend((-40, 650), (-30, 400), (30, 200), 8), 1.8, ink=VERDIGRIS, ends=(1, 0.5))
            for px, py, turn, mirrored in (
                (-28, 470, 4, False),
                (-34, 560, 10, True),
                (2, 330, -14, False),
                (16, 270, 20, True),
            ):
                b.stamp(spray, px, py, turn=turn, flip=mirrored, scale=0.5)
    b.disc(800, 400, 240, CINNABAR, 0)
    b.beading(800, 400, 214, 36, 12, SOPHORA)
    for x, y, scale, flip in ((690, 520, 2.5, False), (910, 520, 2.5, True), (800, 420, 1.6, False)):
        with b.at(x, y, scale=scale, flip=flip):
            smoke(b, 130, ink=CREAM, width=2.4)
    table(b, 900, top=CINNABAR, edge=WOOD)
    b.lines(
        [bend((104 + 232 * s, 936), (220 + 232 * s, 1050), (336 + 232 * s, 936), 7) for s in range(6)], 1.6, ink=SOPHORA
    )
    with b.at(800, 708, scale=1.84):
        for side in (-1, 1):
            b.shape(
                [
                    (side * 40, 70),
                    (side * 40, 70),
                    (side * 76, 70),
                    (side * 76, 70),
                    (side * 70, 104),
                    (side * 54, 104),
                ],
                TIMBER,
                1,
            )
            b.line(arc(side * 118, -30, 34, 44, 90, 90 - side * 290, 9), 3.4, ends=(1, 1))
            b.line(arc(side * 118, -30, 34, 44, 90, 90 - side * 290, 9), 1.8, ink=AMBER, ends=(1, 1))
        b.shape(lathe(points("96,-62 112,-52 104,-36 122,0 112,46 76,74 0,80")), AMBER, 1.15)
        b.lines([[(-104, -34), (0, -20), (104, -34)], [(-108, 44), (0, 62), (108, 44)]], 1, ends=(0.8, 0.8))
        b.lines([spiral(x, 10, 4, 24, 1.7 * s, 90) for x, s in ((-56, 1), (0, 1), (56, -1))], 1.2)
        b.shape(oval(0, -62, 96, 16), BARK, 1)
        b.shape(lathe(points("8,-150 14,-132 10,-118 50,-104 84,-70 0,-60")), TIMBER, 1.1)
        b.dots([(-44, -84), (-16, -94), (16, -94), (44, -84)], 6)
    with b.at(470, 800, scale=1.4, turn=-10):
        beads(b, count=20, radius=70, colours=(WOOD, TIMBER))
    with b.at(1250, 892, scale=1.25):
        b.shape(
            points("-150,0 -130,-52 -64,-76 -10,-54 40,-92 112,-66 150,-20 148,0 148,0 -150,0"),
            WOOD,
            1.1,
        )
        b.lines(
            [
                bend((-130, -12), (-60, -52), (20, -16), 6),
                bend((-60, -6), (30, -62), (120, -30), 6),
                bend((30, -8), (80, -40), (134, -12), 5),
                bend((-100, -40), (-60, -64), (-20, -46), 5),
            ],
            1,
            ink=AMBER,
        )
    with b.at(1260, 800, scale=1.3):
        lotus(b, colour=ROSE, inner=SHELL)
    for x, y in ((560, 890), (610, 884), (1040, 890)):
        with b.at(x, y):
            b.shape(points("0,-70 0,-70 16,-20 22,0 -22,0 -16,-20"), CRIMSON, 1)
    return end(b, CRIMSON, "scrolls")
