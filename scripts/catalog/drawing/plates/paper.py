"""Plates of paper and play: folk prints, paper flowers, kites, lanterns, dough figurines."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.animal import buffalo, butterfly, carp, chick, cock, hen, pig
from catalog.drawing.motifs.cloud import cloud, ripples
from catalog.drawing.motifs.dough import dough_cock, dough_fish, dough_flower
from catalog.drawing.motifs.figure import SITTING, STANDING, figure, stool
from catalog.drawing.motifs.flower import bud, lotus, paper_flower
from catalog.drawing.motifs.house import boat, house, tree
from catalog.drawing.motifs.jar import vase
from catalog.drawing.motifs.kite import kite
from catalog.drawing.motifs.lantern import lantern
from catalog.drawing.motifs.leaf import blade
from catalog.drawing.outline import bend, lathe, oval, points
from catalog.drawing.pigment import (
    AMBER,
    BLUSH,
    CINNABAR,
    CLAY,
    CREAM,
    CRIMSON,
    DEW,
    INDIGO,
    LEAF,
    MIST,
    NIGHT,
    PAPER,
    ROSE,
    SAGE,
    SHELL,
    SKY,
    SOOT,
    SOPHORA,
    STRAW,
    TIMBER,
    VERDIGRIS,
    VERMILION,
    WOOD,
    mix,
)
from catalog.drawing.plates.sheet import LEFT, RIGHT, begin, earth, end, far_hills, red_sun, table, water


def tranh_dan_gian() -> str:
    """Compose prints hung on a line to dry, the printer with brush and block below."""
    b = begin("tranh-dan-gian", STRAW)
    b.line([(LEFT - 10, 210), (800, 240), (RIGHT + 10, 210)], 1.5, ends=(1, 1))
    for x, paper, draw, scale in (
        (300, CINNABAR, partial(pig, b, colour=ROSE), 1.18),
        (640, PAPER, partial(carp, b), 1.12),
        (980, BLUSH, partial(hen, b), 1.2),
        (1310, PAPER, partial(cock, b), 1.08),
    ):
        b.stamp(b.once("sheet", lambda: b.board([(-148, 0), (148, 0), (150, 374), (-150, 374)], PAPER, 1.1)), x, 236)
        b.board(
            [(x - 130, 256), (x + 130, 256), (x + 132, 590), (x - 132, 590)], paper if paper != PAPER else CREAM, 0.8
        )
        for peg in (x - 110, x + 110):
            b.stamp(b.once("peg", lambda: b.board([(-8, 0), (8, 0), (8, 48), (-8, 48)], TIMBER, 0.9)), peg, 214)
        with b.at(x, 430, scale=scale):
            draw()
    with b.at(1040, 556):
        chick(b)
    earth(b, 820, CINNABAR, marks=10)
    with b.at(400, 1060, scale=2.6):
        stool(b)
        figure(b, SITTING, coat=INDIGO, trousers=SOOT, hat=None, sash=SOPHORA)
    b.board([(620, 900), (1160, 900), (1210, 1000), (580, 1000)], TIMBER, 1.3)
    b.board([(580, 1000), (1210, 1000), (1210, 1030), (580, 1030)], WOOD, 1.1)
    b.board([(700, 880), (960, 880), (984, 964), (686, 964)], AMBER, 1.2)
    with b.at(832, 924, scale=0.72):
        butterfly(b, colour=AMBER, spots=WOOD)
    for x, colour in ((1050, VERMILION), (1120, INDIGO)):
        with b.at(x, 930):
            b.shape(lathe([(36, -20), (30, 14), (20, 24), (0, 26)]), SHELL, 1)
            b.shape(oval(0, -20, 36, 10), colour, 0.9)
    with b.at(1380, 1000):
        for x, colour in ((-70, SOPHORA), (30, VERDIGRIS)):
            b.shape(lathe([(52, -40), (60, 10), (44, 50), (0, 56)], x), CLAY, 1.2)
            b.shape(oval(x, -40, 52, 15), colour, 1)
        b.line([(20, -50), (44, -110), (60, -150)], 2.2, ink=WOOD)
    with b.at(640, 856, turn=-60):
        b.board([(-10, -8), (90, -6), (90, 6), (-10, 8)], WOOD, 1)
        b.shape([(-10, -22), (-60, -26), (-60, 26), (-10, 22)], SOOT, 1)
    return end(b, VERMILION, "petals", VERDIGRIS)


def hoa_giay() -> str:
    """Compose a vase of paper flowers on the altar table, between two candles."""
    b = begin("hoa-giay", CRIMSON)
    b.disc(800, 500, 390, mix(CRIMSON, VERMILION, 0.7), 0)
    b.beading(800, 500, 390, 60, 12, SOPHORA)
    sets = (
        (VERMILION, SOPHORA, SHELL),
        (ROSE, SHELL, VERMILION),
        (SOPHORA, CINNABAR, CREAM),
        (SKY, SHELL, INDIGO),
        (SHELL, ROSE, SOPHORA),
    )
    places = (
        (800, 330, 1.25, 0),
        (570, 420, 1.0, 1),
        (1030, 420, 1.0, 2),
        (650, 610, 0.95, 3),
        (950, 610, 0.95, 4),
        (470, 620, 0.74, 2),
        (1130, 620, 0.74, 1),
        (800, 560, 0.8, 2),
        (660, 230, 0.66, 4),
        (940, 230, 0.66, 3),
    )
    for x, y, _, _ in places:
        b.line(bend((800, 860), ((x + 800) / 2 + (x - 800) * 0.1, 700), (x, y), 7), 2, ink=VERDIGRIS)
    for x, y, angle in (
        (480, 520, -160),
        (1120, 520, -20),
        (560, 740, 160),
        (1040, 740, 20),
        (560, 300, -150),
        (1040, 300, -30),
        (720, 440, -110),
        (880, 440, -70),
        (420, 700, 150),
        (1180, 700, 30),
    ):
        with b.at(x, y):
            blade(b, 130, 50, angle, colour=LEAF if x % 40 else VERDIGRIS)
    blooms = [b.symbol(partial(paper_flower, b, s, petals=11)) for s in sets]
    for x, y, size, kind in places:
        b.stamp(blooms[kind], x, y, scale=size, turn=b.dice.off(14))
    table(b, 990, top=VERMILION, edge=WOOD)
    with b.at(800, 850, scale=1.5):
        vase(b, flower=0)
    for side in (-1, 1):
        x = 800 + side * 520
        with b.at(x, 990):
            b.shape(lathe(points("36,-170 20,-150 16,-80 34,-30 58,-6 0,2")), AMBER, 1.2)
            b.board([(-22, -420), (22, -420), (22, -168), (-22, -168)], VERMILION, 1.1)
            b.lines([[(-22, -260), (0, -240), (22, -262)], [(-22, -330), (0, -308), (22, -332)]], 1.4, ink=SOPHORA)
            b.shape(points("0,-520 0,-520 18,-470 20,-446 0,-424 -20,-446 -16,-474"), SOPHORA, 1)
            b.shape(points("0,-480 0,-480 9,-450 0,-432 -9,-450"), CREAM, 0.4)
        with b.at(800 + side * 330, 985, scale=0.95):
            lotus(b, colour=ROSE)
        with b.at(800 + side * 640, 985, scale=0.9):
            bud(b, colour=ROSE)
    return end(b, VERMILION, "blossoms")


def dieu() -> str:
    """Compose flute kites over a dyke, two people on their lines, a buffalo grazing."""
    b = begin("dieu", SKY)
    puff = b.symbol(lambda: cloud(b, colour=SHELL))
    for x, y, size, flip in (
        (300, 330, 1.2, False),
        (1320, 250, 1.0, True),
        (800, 560, 1.0, False),
        (1240, 600, 0.9, True),
    ):
        b.stamp(puff, x, y, scale=size, flip=flip)
    far_hills(b, 810, shades=(SAGE, DEW, SAGE))
    earth(b, 800, LEAF, swell=40, marks=36)
    ways = (
        ((620, 330), (560, 620), (520, 826)),
        ((1080, 420), (900, 660), (640, 830)),
        ((330, 560), (420, 700), (496, 812)),
    )
    for start, lead, tail in ways:
        b.line(bend(start, lead, tail, 9), 0.8, ends=(0.8, 0.8))
    red = b.symbol(lambda: kite(b, colour=CINNABAR, wing=SOPHORA), 1.75)
    white = b.symbol(lambda: kite(b, colour=VERMILION, wing=SHELL), 1.6)
    b.stamp(red, 620, 290, turn=-14)
    b.stamp(white, 1080, 400, turn=8)
    b.stamp(red, 330, 540, turn=-20, scale=0.55)
    for x, coat, size in ((440, VERMILION, 2.0), (560, INDIGO, 1.7)):
        with b.at(x, 1030 if x == 440 else 1000, scale=size):
            figure(b, STANDING, coat=coat, hat=CREAM if x == 440 else None)
    with b.at(1150, 950, scale=1.5):
        buffalo(b)
    with b.at(1390, 880, scale=1.0):
        tree(b)
    with b.at(230, 900):
        b.lines(
            [bend((x, 0), (x + d * 0.4, -30), (x + d, -56), 4) for x, d in ((-30, -16), (-10, 4), (8, -6), (24, 18))],
            1.2,
        )
    return end(b, INDIGO, "waves", CINNABAR)


def long_den() -> str:
    """Compose an evening street of lanterns, their light on the river."""
    b = begin("long-den", NIGHT)
    b.disc(1250, 260, 84, CREAM, 1)
    b.dots([(b.dice.between(LEFT, RIGHT), b.dice.between(120, 480)) for _ in range(50)], 3, STRAW)
    for x, width, wall, roof in ((330, 470, SOPHORA, WOOD), (1270, 470, AMBER, WOOD), (800, 420, STRAW, CRIMSON)):
        with b.at(x, 800, scale=1.25):
            house(b, width * 0.86, wall=wall, roof=roof)
    b.board([(LEFT - 20, 800), (RIGHT + 20, 800), (RIGHT + 20, 846), (LEFT - 20, 846)], TIMBER, 1.2)
    water(b, 846, INDIGO, ink=SKY, rows=6)
    b.line([(LEFT - 10, 200), (500, 300), (800, 250), (1100, 300), (RIGHT + 10, 190)], 1.2, ink=STRAW, ends=(1, 1))
    b.line([(LEFT - 10, 440), (460, 540), (800, 500), (1140, 540), (RIGHT + 10, 440)], 1.2, ink=STRAW, ends=(1, 1))
    cuts = [
        b.symbol(partial(lantern, b, kind=k, colour=c, glow=CREAM if c == SOPHORA else SOPHORA), 1.0)
        for k, c in ((0, VERMILION), (1, SOPHORA), (2, CINNABAR), (3, ROSE))
    ]
    for at, (x, y, size) in enumerate(
        (
            (210, 356, 1.15),
            (400, 400, 1.0),
            (610, 400, 1.3),
            (800, 370, 1.1),
            (1000, 404, 1.3),
            (1200, 404, 1.0),
            (1390, 356, 1.15),
            (300, 610, 1.0),
            (530, 640, 0.9),
            (800, 620, 1.2),
            (1070, 640, 0.9),
            (1300, 610, 1.0),
        )
    ):
        b.stamp(cuts[at % 4], x, y, scale=size)
    for x, colour in ((300, SOPHORA), (530, CINNABAR), (800, VERMILION), (1070, SOPHORA), (1300, ROSE)):
        for step in range(5):
            w = 40 - step * 5
            b.line([(x - w, 900 + 36 * step), (x, 904 + 36 * step), (x + w, 900 + 36 * step)], 2.2, ink=colour)
    with b.at(640, 990, scale=1.35):
        boat(b, colour=WOOD, sail=None)
        for x in (-50, 0, 50):
            with b.at(x, -46, scale=0.42):
                lantern(b, kind=0, colour=VERMILION, glow=SOPHORA)
        b.line([(110, -120), (96, -20), (70, 40)], 1.8, ink=STRAW)
    flower = b.symbol(lambda: lotus(b, colour=ROSE, inner=SOPHORA), 0.42)
    for x, y in ((1010, 960), (1180, 1020), (1380, 960), (220, 1010), (1280, 1070), (330, 1060)):
        b.stamp(flower, x, y)
    ripples(b, [(1010, 968, 60), (1180, 1028, 60), (1380, 968, 60), (220, 1018, 60)], ink=SKY)
    return end(b, VERMILION, "petals")


def to_he() -> str:
    """Compose a maker of dough toys with her straw post of figures, two children looking on."""
    b = begin("to-he", MIST)
    with b.at(1200, 644, scale=1.1):
        house(b, 420)
    red_sun(b, 300, 280, 74)
    earth(b, 640, STRAW, marks=18)
    b.board([(786, 380), (814, 380), (822, 1060), (778, 1060)], WOOD, 1.2)
    b.shape(lathe(points("40,300 78,330 84,480 70,620 30,650"), 800), TIMBER, 1.3)
    b.threads([[(800 - 80, y), (800, y + 18), (800 + 80, y)] for y in range(350, 620, 44)], 0.8, ink=WOOD)
    cuts = [
        b.symbol(lambda: dough_cock(b), 0.92),
        b.symbol(lambda: dough_flower(b), 0.88),
        b.symbol(lambda: dough_fish(b), 0.92),
    ]
    for x, y, turn, kind, flip in (
        (800, 200, 0, 1, False),
        (660, 260, -34, 0, False),
        (940, 260, 34, 0, True),
        (620, 400, -58, 1, False),
        (980, 400, 58, 2, True),
        (640, 560, -80, 2, False),
        (960, 560, 80, 1, False),
    ):
        b.stamp(cuts[kind], x, y, turn=turn, flip=flip)
    with b.at(470, 1060, scale=2.8):
        stool(b)
        figure(b, SITTING, coat=VERMILION, trousers=SOOT)
    b.stamp(cuts[0], 705, 800)
    for x, coat, size, hat in ((1120, INDIGO, 1.75, None), (1290, VERDIGRIS, 1.95, CREAM)):
        with b.at(x, 1050, scale=size, flip=True):
            figure(b, STANDING, coat=coat, trousers=CREAM if x == 1120 else SOOT, hat=hat)
    b.stamp(cuts[2], 1004, 800, scale=0.7)
    with b.at(640, 1000):
        b.board([(-20, 0), (120, 0), (120, 60), (-20, 60)], WOOD, 1.2)
        for step, colour in enumerate((VERMILION, SOPHORA, VERDIGRIS, SHELL, INDIGO)):
            b.disc(0 + 25 * step, -8, 17, colour, 1)
    return end(b, VERMILION, "blossoms", VERDIGRIS)
