"""Plates of plaited and sewn leaf, cane and fibre: hats, rattan, sedge, fibres, brooms."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.bamboo import grove, lath, stem
from catalog.drawing.motifs.basket import basket, broom, trap
from catalog.drawing.motifs.cloud import cloud, ripples
from catalog.drawing.motifs.figure import KNEELING, SITTING, STRIDING, figure, stool
from catalog.drawing.motifs.hat import hat, hat_above
from catalog.drawing.motifs.house import banana, boat, house
from catalog.drawing.motifs.leaf import palm_leaf, reed
from catalog.drawing.outline import arc, bend, oval, points, polar
from catalog.drawing.pigment import (
    AMBER,
    BLUSH,
    CINNABAR,
    CREAM,
    DEW,
    INDIGO,
    LEAF,
    MIST,
    MOSS,
    SAGE,
    SHELL,
    SKY,
    SOPHORA,
    STRAW,
    TIMBER,
    VERDIGRIS,
    VERMILION,
    WOOD,
)
from catalog.drawing.plates.sheet import LEFT, RIGHT, begin, earth, end, far_hills, red_sun, water
from catalog.drawing.woodcut import Block


def non_la() -> str:
    """Compose a woman sewing a hat among finished hats and palm leaves."""
    b = begin("non-la", SAGE)
    frond = b.symbol(lambda: palm_leaf(b, colour=LEAF), 2.1)
    dark = b.symbol(lambda: palm_leaf(b, colour=VERDIGRIS), 2.4)
    for x, y, turn, cut in (
        (200, 440, -20, dark),
        (460, 340, 6, frond),
        (760, 420, -8, dark),
        (1060, 330, 10, frond),
        (1370, 430, 22, dark),
    ):
        b.stamp(cut, x, y, turn=turn)
    earth(b, 640, STRAW, marks=20)
    with b.at(500, 1040, scale=3.0):
        stool(b)
        figure(b, SITTING, coat=VERMILION, trousers=INDIGO, hat=None)
    with b.at(840, 850, turn=-14, scale=1.9):
        b.shape(
            points("-104,30 -104,30 -4,-74 0,-80 4,-74 104,30 104,30 56,42 0,46 -56,42"),
            SHELL,
            1.2,
        )
        b.threads(
            [
                bend((-100 + 15.6 * s, 28 - 16 * s), (0, 57 - 20.5 * s), (100 - 15.6 * s, 28 - 16 * s), 6)
                for s in range(6)
            ],
            0.7,
            ink=WOOD,
        )
        for x in (-70, -46, -22):
            b.shape([(0, -80), (0, -80), (x * 0.6, -20), (x, 38), (x + 22, 44), (x * 0.5 + 14, -14)], LEAF, 0.8)
    above = b.symbol(lambda: hat_above(b, rings=8, lean=-8), 1.45)
    for x, y in ((1190, 760), (1390, 940), (1130, 1010)):
        b.stamp(above, x, y)
    side = b.symbol(lambda: hat(b), 1.3)
    for x, y in ((220, 900), (250, 1030)):
        b.stamp(side, x, y)
    return end(b, VERDIGRIS, "petals", SOPHORA)


def may_tre_dan() -> str:
    """Compose a weaver plaiting a great basket under bamboo, finished baskets about."""
    b = begin("may-tre-dan", CREAM)
    red_sun(b, 1340, 230, 60)
    with b.at(150, 690):
        grove(b, 420, 520, count=3)
    with b.at(1130, 640, scale=1.25):
        house(b, 400, wall=DEW, roof=TIMBER)
    earth(b, 640, DEW, marks=24)
    with b.at(440, 1050, scale=2.8):
        figure(b, KNEELING, coat=VERDIGRIS, sash=VERMILION)
    with b.at(840, 900, scale=1.75):
        for x in range(-84, 85, 28):
            b.line(bend((x * 0.6, 40), (x * 1.3, -40), (x * 1.5, -118 - abs(x) * 0.2), 4), 2, ends=(0.9, 0.4))
            b.line(bend((x * 0.6, 40), (x * 1.3, -40), (x * 1.5, -118 - abs(x) * 0.2), 5), 1, ink=LEAF, ends=(0.9, 0.4))
        basket(b, handle=False)
    with b.at(1230, 800, scale=1.25):
        basket(b, colour=CREAM, dark=CINNABAR)
    with b.at(1320, 1000, scale=1.2):
        trap(b)
    for step in range(7):
        strip = b.once(f"lath{step % 2}", partial(lath, b, 260, colour=(STRAW, SAGE)[step % 2]))
        b.stamp(strip, 150 + step * 30, 1070 - step * 9, turn=-4 + b.dice.off(5))
    with b.at(1010, 1030, scale=1):
        b.shape(oval(0, 0, 120, 46, count=14), TIMBER, 1.2)
        b.shape(oval(0, -4, 102, 36, count=14), STRAW, 1)
        b.threads(
            [[(x - 12, -38 + abs(x) * 0.12), (x + 20, 30 - abs(x) * 0.12)] for x in range(-80, 81, 32)]
            + [[(x + 12, -38 + abs(x) * 0.12), (x - 20, 30 - abs(x) * 0.12)] for x in range(-80, 81, 32)],
            0.6,
            ink=WOOD,
        )
    return end(b, VERDIGRIS, "fret", SOPHORA)


def coi() -> str:
    """Compose a sedge field by the water, a reaper carrying sheaves, rolled and spread mats."""
    b = begin("coi", BLUSH)
    red_sun(b, 300, 260, 80)
    with b.at(1120, 260, scale=1.1):
        cloud(b, colour=SHELL)
    far_hills(b, 470, shades=(SKY, MIST, SAGE))
    b.raw(f'<path d="M{LEFT} 468H{RIGHT}V700H{LEFT}z" fill="{SAGE}"/>')
    blade = b.symbol(
        lambda: b.lines(
            [
                bend((x, 0), (x + 4, -80), (x + d, -160 - abs(d)), 5)
                for x, d in ((-44, -18), (-30, 6), (-16, -8), (0, 12), (14, -6), (28, 16), (42, 6))
            ],
            1.8,
            ink=MOSS,
            ends=(1, 0.1),
        )
    )
    light = b.symbol(
        lambda: b.lines(
            [
                bend((x, 0), (x - 4, -70), (x + d, -140 - abs(d)), 5)
                for x, d in ((-38, 14), (-20, -10), (-6, 8), (10, -12), (24, 10), (38, -6))
            ],
            1.8,
            ink=LEAF,
            ends=(1, 0.1),
        )
    )
    for row, y in enumerate((560, 620, 680)):
        for step in range(16):
            b.stamp((blade, light)[(step + row) % 2], 130 + step * 92 - row * 24, y, scale=0.9 + 0.12 * row)
    earth(b, 672, STRAW, marks=14)
    with b.at(380, 1010, scale=2.5):
        b.line([(-110, -150), (10, -172), (124, -150)], 2.6, ink=WOOD, ends=(1, 1))
        for x in (-96, 108):
            b.shape([(x - 18, -150), (x - 26, -60), (x - 40, 6), (x + 40, 6), (x + 26, -60), (x + 18, -150)], LEAF, 1.1)
            b.threads([[(x + k * 14, -140), (x + k * 34, 0)] for k in (-0.7, -0.3, 0.1, 0.5, 0.8)], 0.6)
            b.line([(x - 22, -84), (x, -78), (x + 22, -84)], 2, ink=VERMILION, ends=(0.8, 0.8))
        figure(b, STRIDING, coat=VERMILION)
    b.board([(800, 770), (1380, 770), (1470, 1060), (720, 1060)], CREAM, 1.3)
    for row in range(5):
        t = (row + 0.5) / 5
        level = 770 + 290 * t
        left, right = 800 - 80 * t, 1380 + 90 * t
        for column in range(5):
            middle = left + (right - left) * (column + 0.5) / 5
            w, h = (right - left) / 12, 25
            colour = (VERMILION, VERDIGRIS)[(row + column) % 2]
            b.fill(
                [(middle - w, level), (middle, level - h), (middle + w, level), (middle, level + h)], colour, soft=False
            )
            b.fill(
                [
                    (middle - w * 0.5, level),
                    (middle, level - h * 0.5),
                    (middle + w * 0.5, level),
                    (middle, level + h * 0.5),
                ],
                SOPHORA,
                soft=False,
            )
    b.threads(
        [[(800 - 80 * t, 770 + 290 * t), (1380 + 90 * t, 770 + 290 * t)] for t in (s / 29 for s in range(1, 29))],
        0.4,
        ink=TIMBER,
        soft=False,
    )
    for x, colour in ((760, VERMILION), (1440, VERDIGRIS)):
        with b.at(x, 760, scale=1.0):
            b.board([(-34, -220), (34, -220), (34, 30), (-34, 30)], CREAM, 1.1)
            b.lines(
                [[(-30, y), (0, y + 8), (30, y)] for y in (-190, -150, -110, -70, -30, 10)],
                2,
                ink=colour,
                ends=(0.9, 0.9),
            )
            b.shape(oval(0, -220, 34, 13), STRAW, 1)
            b.line(arc(0, -220, 18, 7, 0, 330, 8), 0.7)
    return end(b, VERDIGRIS, "brocade", VERMILION)


def dan_soi() -> str:
    """Compose a river of water hyacinth, a woman plaiting, baskets and coiled mats."""
    b = begin("dan-soi", DEW)
    with b.at(260, 430, scale=1.0):
        banana(b)
    with b.at(520, 420, scale=0.9):
        house(b, 320, wall=CREAM, roof=STRAW)
    water(b, 420, SKY, rows=5)
    with b.at(1060, 520, scale=1.05):
        boat(b, colour=WOOD, sail=None)
        for x in (-60, -10, 40):
            b.shape(oval(x, -40, 40, 30, count=9), LEAF, 1)

    def clump() -> None:
        for x, y, r in ((-40, 0, 26), (0, -14, 30), (42, 0, 26), (-16, 12, 24), (22, 14, 24)):
            b.shape(oval(x, y, r, r * 0.62, count=9), VERDIGRIS, 0.9)
            b.line([(x - r * 0.5, y), (x + r * 0.5, y - 2)], 0.5)
        b.lines([[(0, -16), (2, -60)]], 1.2, ink=VERDIGRIS)
        for x, y in ((-8, -62), (8, -66), (0, -80), (-10, -78), (11, -82)):
            b.dots([(x, y)], 9, INDIGO)
            b.dots([(x, y)], 3, BLUSH)

    plant = b.symbol(clump, 1.15)
    for x, y in ((210, 540), (420, 590), (650, 560), (850, 610), (1280, 590), (1440, 540)):
        b.stamp(plant, x, y)
    earth(b, 660, STRAW, marks=16)
    with b.at(430, 1050, scale=2.75):
        stool(b)
        figure(b, SITTING, coat=INDIGO, trousers=WOOD)
    strand = b.symbol(lambda: b.shape(points("-8,-12 -8,-12 14,-4 20,12 8,24 -6,14"), TIMBER, 0.9), 1.3)
    for step in range(7):
        b.stamp(strand, 650 + step * 4, 880 + step * 26, flip=True)
        b.stamp(strand, 650 + step * 4, 896 + step * 26)

    def mat() -> None:
        for r in (100, 82, 64, 46, 28):
            b.disc(0, 0, r, CINNABAR if r == 82 else CREAM, 1)
            count = max(10, round(r / 2.4))
            b.threads(
                [[polar(0, 0, r - 3, 360 * s / count), polar(0, 0, r - 15, 360 * s / count + 9)] for s in range(count)],
                0.6,
                ink=WOOD,
            )
        b.disc(0, 0, 10, VERDIGRIS, 0.8)

    coil = b.symbol(mat, 1.3)
    b.stamp(coil, 1010, 800)
    b.stamp(coil, 1330, 960, scale=0.9)
    with b.at(1060, 990, scale=1.1):
        basket(b, colour=CREAM, dark=VERDIGRIS)
    with b.at(830, 1020, scale=0.72):
        basket(b, colour=STRAW, dark=TIMBER, handle=False)
    with b.at(220, 900, scale=1):
        for step in range(5):
            b.shape(
                [(-50 + 16 * step, -170), (-40 + 12 * step, 0), (-26 + 12 * step, 0), (-30 + 18 * step, -174)],
                LEAF,
                0.9,
            )
        b.line([(-50, -70), (0, -62), (44, -70)], 2.4, ink=VERMILION, ends=(0.8, 0.8))
    ripples(b, [(300, 480, 40), (760, 470, 60), (1350, 480, 50)])
    return end(b, VERDIGRIS, "waves", CINNABAR)


def choi() -> str:
    """Compose hills of tiger grass, brooms hanging from a pole, a woman binding one."""
    b = begin("choi", BLUSH)
    far_hills(b, 560, shades=(SAGE, DEW, SKY))
    red_sun(b, 1180, 250, 60)
    plume = b.symbol(lambda: reed(b, plume=CREAM, stalk=MOSS), 1.5)
    for step in range(13):
        b.stamp(plume, 130 + step * 106, 640 + b.dice.off(16), turn=b.dice.off(9), flip=step % 3 == 0)
    earth(b, 620, LEAF, marks=26)
    with b.at(600, 300):
        stem(b, 900, 26, colour=TIMBER, joints=7)
    hung = b.symbol(lambda: broom(b, plume=STRAW, grip=AMBER), 1.25)
    other = b.symbol(lambda: broom(b, plume=CREAM, grip=CINNABAR, tie=VERDIGRIS), 1.25)
    for step in range(5):
        b.line([(700 + 170 * step, 300), (700 + 170 * step, 352)], 1.2, ends=(0.9, 0.9))
        b.stamp((hung, other)[step % 2], 700 + 170 * step, 530, turn=b.dice.off(3))
    with b.at(440, 1050, scale=2.85):
        stool(b)
        figure(b, SITTING, coat=VERMILION, trousers=INDIGO)
    with b.at(770, 900, turn=-70, scale=1.5):
        broom(b, plume=STRAW, grip=AMBER)
    sheaf = b.symbol(lambda: _sheaf(b), 1.5)
    for x, y in ((1090, 1040), (1290, 1000), (1440, 1050)):
        b.stamp(sheaf, x, y, turn=b.dice.off(4))
    b.stamp(sheaf, 200, 1040, turn=4)
    return end(b, VERDIGRIS, "petals", SOPHORA)


def _sheaf(b: Block) -> None:
    tassel = b.symbol(lambda: reed(b, plume=STRAW, stalk=MOSS), 0.86)
    b.lines([[(0, -30), (x, 34)] for x in (-30, -18, -6, 6, 18, 30)], 1.6, ink=MOSS, ends=(0.9, 0.9))
    for turn in (-62, -46, -30, -14, 2, 16, -38, -22, -6):
        b.stamp(tassel, 0, -10, turn=turn, scale=0.86 if turn in (-38, -22, -6) else 1)
    b.line([(-17, -22), (0, -15), (17, -22)], 3.2, ink=VERMILION, ends=(0.9, 0.9))
