"""Plates of fired clay: ceramics, bricks and tiles."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.cloud import cloud, smoke
from catalog.drawing.motifs.figure import SITTING, STRIDING, figure, stool
from catalog.drawing.motifs.house import areca, banana, boat, kiln
from catalog.drawing.motifs.jar import bowl, cup, jar, plate, teapot, vase
from catalog.drawing.outline import arc, lathe, oval, points
from catalog.drawing.pigment import (
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
    SKY,
    STRAW,
    TIMBER,
    VERMILION,
    WOOD,
)
from catalog.drawing.plates.sheet import LEFT, RIGHT, begin, earth, end, red_sun, water


def gom_su() -> str:
    """Compose a potter at the wheel before shelves of blue-painted ware."""
    b = begin("gom-su", DEW)
    for y in (330, 560):
        b.board([(LEFT - 20, y), (RIGHT + 20, y), (RIGHT + 20, y + 22), (LEFT - 20, y + 22)], TIMBER, 1)
    dishes = [b.symbol(partial(plate, b, kind=kind)) for kind in (0, 2)]
    for step in range(5):
        b.stamp(dishes[step % 2], 230 + 290 * step, 226, turn=step % 2 * 4)
    vases = [b.symbol(partial(vase, b, flower=kind)) for kind in (0, 1)]
    for x, kind in ((190, 0), (350, 1), (1240, 1), (1400, 0)):
        b.stamp(vases[kind], x, 456)
    dish = b.symbol(lambda: bowl(b), 1.02)
    for x in (540, 740):
        b.stamp(dish, x, 506)
    with b.at(980, 494, scale=1.1):
        teapot(b)
    earth(b, 900, TIMBER, marks=18)
    with b.at(560, 1010, scale=2.7):
        stool(b, colour=STRAW)
        figure(b, SITTING, coat=INDIGO, trousers=WOOD, hat=None, sash=VERMILION)
    with b.at(868, 860, scale=1.7):
        b.shape(lathe([(26, 56), (22, 82), (64, 96), (0, 100)]), WOOD, 1.1)
        b.shape(oval(0, 50, 112, 22, count=14), WOOD, 1.1)
        b.shape(oval(0, 42, 112, 20, count=14), TIMBER, 1)
        b.shape(lathe(points("40,-58 34,-44 62,-14 66,14 46,40 0,44")), CLAY, 1.15)
        b.shape(oval(0, -58, 40, 9), CRIMSON, 0.9)
        b.lines([[(-58, -8), (0, 4), (58, -8)], [(-64, 12), (0, 24), (64, 12)], arc(0, 42, 90, 12, 20, 160, 6)], 0.8)
    with b.at(1270, 920, scale=1.75):
        vase(b, flower=0)
    with b.at(1080, 1024, scale=1.2):
        cup(b)
    with b.at(250, 960, scale=1.2):
        jar(b, colour=CLAY, lid=None)
    return end(b, INDIGO, "waves", SKY)


def gach_ngoi() -> str:
    """Compose brick kilns on a canal, stacks of bricks and a boat that carries them."""
    b = begin("gach-ngoi", CREAM)
    red_sun(b, 1300, 250, 80)
    with b.at(300, 250, scale=1.1):
        cloud(b, colour=SHELL)
    with b.at(1010, 330, scale=0.9, flip=True):
        cloud(b, colour=SHELL)
    for x, scale in ((420, 1.5), (700, 1.72), (980, 1.5)):
        with b.at(x, 770 - 258 * scale, scale=scale):
            smoke(b, 90, ink=CRIMSON, width=1.6)
        with b.at(x, 780, scale=scale):
            kiln(b, colour=CLAY if x != 700 else CINNABAR, courses=8)
    with b.at(200, 790, scale=1.1):
        banana(b, height=180)
    with b.at(1330, 790):
        areca(b, height=400)
    earth(b, 772, SAGE, marks=14)
    with b.at(1130, 830):
        brick = b.symbol(lambda: b.board([(0, 0), (62, 0), (62, 25), (0, 25)], CINNABAR, 0.8))
        pale = b.symbol(lambda: b.board([(0, 0), (62, 0), (62, 25), (0, 25)], ROSE, 0.8))
        for row in range(6):
            for column in range(5):
                b.stamp(
                    pale if (row * 3 + column) % 4 == 0 else brick,
                    column * 64 + (16 if row % 2 else 0) - 20,
                    -40 + row * 27 - 60,
                )
    with b.at(250, 980, scale=1.9):
        figure(b, STRIDING, coat=INDIGO)
        b.line([(-78, -162), (10, -172), (92, -156)], 2.6, ink=WOOD, ends=(1, 1))
        for x in (-74, 88):
            b.threads([[(x, -158), (x - 22, -96)], [(x, -158), (x + 22, -96)]], 0.6)
            for row in range(3):
                b.board(
                    [
                        (x - 30, -96 + 15 * row),
                        (x + 30, -96 + 15 * row),
                        (x + 30, -82 + 15 * row),
                        (x - 30, -82 + 15 * row),
                    ],
                    CINNABAR,
                    0.8,
                )
    water(b, 990, MIST, rows=5)
    with b.at(900, 1010, scale=1.5):
        boat(b, colour=WOOD, sail=None)
        for row in range(2):
            for column in range(4 - row):
                b.board(
                    [
                        (-66 + 34 * column + 17 * row, -32 - 18 * row),
                        (-34 + 34 * column + 17 * row, -32 - 18 * row),
                        (-34 + 34 * column + 17 * row, -15 - 18 * row),
                        (-66 + 34 * column + 17 * row, -15 - 18 * row),
                    ],
                    VERMILION,
                    0.8,
                )
    return end(b, CINNABAR, "fret")
