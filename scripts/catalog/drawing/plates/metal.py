"""Plates of metal and stone: bronze, silver, gold leaf, iron, carved stone."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.animal import heron
from catalog.drawing.motifs.cloud import cloud, smoke
from catalog.drawing.motifs.figure import DIPPING, SITTING, STRIKING, figure, stool
from catalog.drawing.motifs.flower import lotus, rosette
from catalog.drawing.motifs.tool import anvil, hammer, knife, sickle, spark
from catalog.drawing.outline import Points, arc, bend, lathe, oval, petal, points, polar, spiral
from catalog.drawing.pigment import (
    AMBER,
    ASH,
    CINNABAR,
    CREAM,
    CRIMSON,
    DEW,
    INDIGO,
    INK,
    MIST,
    MOSS,
    NIGHT,
    ROSE,
    SAGE,
    SHELL,
    SKY,
    SOOT,
    SOPHORA,
    STONE,
    STRAW,
    TIMBER,
    VERDIGRIS,
    VERMILION,
    WOOD,
    mix,
)
from catalog.drawing.plates.sheet import LEFT, RIGHT, begin, earth, end, far_hills, red_sun
from catalog.drawing.woodcut import Block


def duc_dong() -> str:
    """Compose the face of a great bronze drum risen like a sun, two founders pouring before it."""
    b = begin("duc-dong", STRAW)
    with b.at(800, 500):
        _drum_face(b)
    earth(b, 860, CINNABAR, marks=16)
    for x, flip, coat in ((400, False, INDIGO), (1200, True, VERDIGRIS)):
        with b.at(x, 1050, scale=2.6, flip=flip):
            figure(b, DIPPING, coat=coat, hat=None, sash=SOPHORA)
    b.line([(640, 790), (800, 776), (960, 790)], 3, ink=WOOD, ends=(1, 1))
    with b.at(800, 850):
        b.shape(lathe(points("92,-60 98,-50 84,30 50,62 0,68")), SOOT, 1.3)
        b.shape(oval(0, -60, 92, 20, count=14), SOPHORA, 1)
        b.shape(oval(6, -62, 60, 10, count=12), CREAM, 0.4)
    b.shape(points("780,906 780,906 792,960 790,1010 812,1010 812,960 822,906 822,906"), SOPHORA, 0.9)
    b.shape(
        points("640,1096 640,1096 672,1004 760,1000 840,1000 928,1004 960,1096 960,1096"),
        TIMBER,
        1.3,
    )
    b.shape(oval(800, 1006, 44, 12, count=10), SOPHORA, 1)
    flash = b.symbol(lambda: spark(b, 22))
    for x, y, size in (
        (700, 960, 0.9),
        (880, 940, 1.1),
        (740, 920, 0.6),
        (920, 990, 0.7),
        (860, 985, 0.5),
        (690, 1000, 0.6),
    ):
        b.stamp(flash, x, y, scale=size)
    with b.at(220, 980, scale=1.1):
        _bell(b)
    with b.at(1390, 990, scale=1.0):
        _bell(b)
    return end(b, VERDIGRIS, "fret", AMBER)


def _drum_face(b: Block) -> None:
    b.disc(0, 0, 372, AMBER, 1.6)
    b.disc(0, 0, 300, TIMBER, 0.8)
    b.disc(0, 0, 196, AMBER, 0.8)
    for r in (356, 318, 286, 214, 180, 142):
        b.raw(f'<circle cx="800" cy="500" r="{r}" fill="none" stroke="{INK}" stroke-width="3.4"/>')
    b.beading(0, 0, 337, 110, 28, length=4)
    for r, count, size in ((302, 54, 9), (198, 36, 9), (161, 30, 9)):
        b.beading(0, 0, r, count, size * 2)
        b.beading(0, 0, r, count, size * 1.2, AMBER)
        b.beading(0, 0, r, count, size * 0.5)
    star: Points = []
    for step in range(14):
        tip, dip = polar(0, 0, 136, 360 * step / 14), polar(0, 0, 50, 360 * (step + 0.5) / 14)
        star += [tip, tip, dip, dip]
    b.shape(star, CREAM, 1)
    b.disc(0, 0, 24, AMBER, 1)
    b.threads(
        [
            [
                polar(0, 0, 118 - 14 * k, 360 * (s + 0.5) / 14 - 6),
                polar(0, 0, 98 - 14 * k, 360 * (s + 0.5) / 14),
                polar(0, 0, 118 - 14 * k, 360 * (s + 0.5) / 14 + 6),
            ]
            for s in range(14)
            for k in (0, 1)
        ],
        0.7,
    )
    bird = b.symbol(lambda: heron(b, colour=CREAM), 0.74)
    for step in range(8):
        b.stamp(bird, *polar(0, 0, 250, 45 * step + 22), turn=45 * step + 112)


def _bell(b: Block) -> None:
    b.line(arc(0, -150, 30, 34, 180, 360, 9), 3, ends=(0.9, 0.9))
    b.shape(lathe(points("16,-128 56,-112 72,-40 78,40 94,76 0,84")), MOSS, 1.2)
    b.lines(
        [[(-64, -80), (0, -66), (64, -80)], [(-72, -30), (0, -14), (72, -30)], [(-78, 34), (0, 54), (78, 34)]],
        1,
        ink=AMBER,
        ends=(0.8, 0.8),
    )
    b.lines([[(0, -116), (0, -66)], [(-40, -108), (-46, -76)], [(40, -108), (46, -76)]], 0.8, ink=AMBER)
    b.disc(0, 12, 15, AMBER, 1)


def cham_bac() -> str:
    """Compose silver laid out on indigo cloth: collar with pendants, bracelets, hairpins, combs."""
    b = begin("cham-bac", NIGHT)
    b.threads([[(LEFT, y), (RIGHT, y)] for y in range(120, 1096, 16)], 0.25, ink=INDIGO, soft=False)
    b.beading(800, 600, 530, 64, 12, INDIGO)
    for r, w, colour in ((318, 62, STONE), (318, 44, MIST)):
        way = arc(800, 480, r, r, -48, 228, 21)
        b.line(way, w / 4.2, ink=INK if w == 62 else MIST, ends=(0.5, 0.5))
        if w == 62:
            b.line(way, 52 / 4.2, ink=colour, ends=(0.46, 0.46))
    b.lines([arc(800, 480, 318, 318, -40, 220, 15), arc(800, 480, 306, 306, -40, 220, 15)], 0.7)
    curl = b.symbol(lambda: b.line(spiral(0, 0, 3, 17, 1.7, 90), 1))
    for step in range(15):
        angle = -24 + 228 * step / 14
        b.stamp(curl, *polar(800, 480, 318, angle), turn=angle)
    for side in (-1, 1):
        x, y = polar(800, 480, 318, -52 if side > 0 else 232)
        b.line(spiral(x, y, 5, 40, 2.0 * side, 90 - side * 40), 3, ink=INK, ends=(0.8, 0.8))
        b.line(spiral(x, y, 5, 40, 2.0 * side, 90 - side * 40), 2, ink=STONE, ends=(0.8, 0.8))
    with b.at(800, 870, scale=1.25):
        rosette(b, [(112, STONE), (80, SHELL), (50, MIST)], petals=10, heart=CINNABAR)
    drop = b.symbol(lambda: _pendant(b))
    for x, y in ((540, 812), (640, 880), (960, 880), (1060, 812)):
        b.stamp(drop, x, y)
    for x, y, r in ((300, 320, 104), (1300, 320, 104)):
        b.disc(x, y, r, STONE, 1.3)
        b.disc(x, y, r - 38, NIGHT, 1.1)
        b.beading(x, y, r - 19, 22, 14)
        b.beading(x, y, r - 19, 22, 10, SHELL)
        b.threads([[polar(x, y, r - 6, 15 * s), polar(x, y, r - 2, 15 * s + 5)] for s in range(24)], 0.8)
    for x, flip in ((250, False), (1350, True)):
        with b.at(x, 740, turn=10 if not flip else -10, scale=1.1):
            b.board([(-7, -40), (7, -40), (3, 260), (-3, 260)], STONE, 1)
            for step in range(7):
                b.shape(petal(0, -70, 76, 40, 360 * step / 7 - 90, blunt=0.7), STONE if step % 2 else SHELL, 1)
            b.disc(0, -70, 20, CINNABAR, 1)
            for k in (-34, 0, 34):
                b.threads([[(k, -20), (k * 1.2, 40)]], 0.7, ink=STONE)
                b.disc(k * 1.2, 50, 9, SHELL, 0.9)
    with b.at(800, 430, scale=1.05):
        b.shape(points("-130,30 -130,30 -96,-60 0,-96 96,-60 130,30 130,30 0,4"), STONE, 1.2)
        b.threads(
            [[(x, 26 - (1 - (x / 130) ** 2) * 22), (x * 1.04, 104)] for x in range(-120, 121, 15)], 1.6, ink=STONE
        )
        b.lines(
            [
                spiral(x, y, 3, 18, 1.6 * s, 90)
                for x, y, s in ((-62, -12, 1), (62, -12, -1), (-24, -40, -1), (24, -40, 1))
            ],
            1,
        )
        b.dots([(0, -10)], 10, CINNABAR)
    return end(b, INDIGO, "scrolls", CINNABAR)


def _pendant(b: Block) -> None:
    b.threads([[(0, -60), (0, 0)]], 1, ink=STONE)
    b.shape(points("0,-4 0,-4 26,30 22,62 0,74 -22,62 -26,30"), STONE, 1.1)
    b.line(spiral(0, 40, 3, 13, 1.6, 90), 0.9)
    for x in (-16, 0, 16):
        b.threads([[(x, 68), (x, 96)]], 0.7, ink=STONE)
        b.disc(x, 104, 8, SHELL, 0.8)


def quy_vang() -> str:
    """Compose a goldbeater at his block, squares of leaf drifting off like petals."""
    b = begin("quy-vang", VERMILION)
    b.disc(1080, 440, 236, CINNABAR, 0)
    with b.at(1080, 470, scale=2.0):
        lotus(b, colour=SOPHORA, inner=STRAW)
    earth(b, 900, CRIMSON, marks=8)
    with b.at(480, 1050, scale=3.0):
        stool(b, colour=TIMBER)
        figure(b, SITTING, coat=INDIGO, trousers=INK, hat=None, sash=SOPHORA)
    b.board([(690, 900), (930, 900), (960, 1060), (660, 1060)], WOOD, 1.3)
    b.board([(680, 872), (940, 872), (940, 904), (680, 904)], TIMBER, 1.2)
    b.board([(740, 836), (880, 836), (880, 872), (740, 872)], CREAM, 1.1)
    b.threads([[(746, y), (874, y)] for y in (845, 854, 863)], 0.6)
    with b.at(786, 730, turn=52, scale=0.95):
        hammer(b, steel=SOOT, grip=STRAW)
    cuts = [b.symbol(partial(_leaf, b, c)) for c in (SOPHORA, STRAW, AMBER)]
    for at, (x, y, size, turn) in enumerate(
        (
            (210, 230, 1.1, 12),
            (420, 300, 0.8, -24),
            (620, 210, 1.0, 30),
            (300, 480, 0.7, 40),
            (760, 360, 0.7, -10),
            (1380, 240, 1.1, -16),
            (1400, 540, 0.9, 24),
            (820, 560, 0.6, 50),
            (1290, 740, 0.75, -32),
            (1050, 790, 0.6, 18),
            (180, 700, 0.85, -12),
        )
    ):
        b.stamp(cuts[at % 3], x, y, scale=size, turn=turn)
    for row in range(3):
        for column in range(3):
            b.stamp(
                cuts[(row + column) % 2], 1130 + column * 116 - row * 10, 960 + row * 52, scale=0.62, turn=b.dice.off(8)
            )
    b.flecks(LEFT, 140, RIGHT - LEFT, 740, 90, SOPHORA)
    return end(b, CRIMSON, "petals")


def _leaf(b: Block, colour: str) -> None:
    edge: Points = []
    for ax, ay, bx, by in ((-1, -1, 1, -1), (1, -1, 1, 1), (1, 1, -1, 1), (-1, 1, -1, -1)):
        for step in range(5):
            t = step / 5
            point = (70 * (ax + (bx - ax) * t) + b.dice.off(4), 70 * (ay + (by - ay) * t) + b.dice.off(4))
            edge += [point, point]
    b.shape(edge, colour, 1)
    rim = [edge[i] for i in (0, 8, 16, 24, 32)]
    b.fill([(6, -8), rim[0], rim[1]], mix(colour, SHELL, 0.45), soft=False)
    b.fill([(6, -8), rim[2], rim[3]], mix(colour, WOOD, 0.3), soft=False)
    b.lines([[(6, -8), (p[0] * 0.6, p[1] * 0.6 + 4), (p[0] * 0.94, p[1] * 0.94)] for p in rim], 0.6)


def ren() -> str:
    """Compose a smithy: hammer raised over the anvil, the fire, finished blades on the wall."""
    b = begin("ren", STRAW)
    b.board([(LEFT - 20, 140), (RIGHT + 20, 140), (RIGHT + 20, 170), (LEFT - 20, 170)], WOOD, 1.1)
    blade = b.symbol(lambda: knife(b, steel=SHELL), 0.95)
    hook = b.symbol(lambda: sickle(b, steel=SHELL), 0.95)
    for step in range(6):
        x = 560 + step * 165
        b.line([(x, 170), (x, 196)], 1.2, ends=(1, 1))
        if step % 2:
            b.stamp(hook, x, 290)
        else:
            b.stamp(blade, x, 296, turn=90)
    earth(b, 900, TIMBER, marks=12)
    b.shape(
        points("1120,920 1120,920 1140,620 1180,560 1400,560 1440,620 1460,920 1460,920"),
        CLAYEY,
        1.4,
    )
    b.shape(points("1170,880 1170,880 1180,700 1290,620 1400,700 1410,880 1410,880"), CRIMSON, 1.2)
    for half, top, colour in ((92, 660, VERMILION), (64, 700, SOPHORA), (36, 756, CREAM)):
        b.shape(
            [
                (1290 - half, 876),
                (1290 - half, 876),
                (1290 - half, 800),
                (1290 - half * 0.5, 770),
                (1290 - half * 0.3, top + 20),
                (1290, top),
                (1290, top),
                (1290 + half * 0.3, top + 60),
                (1290 + half * 0.6, 780),
                (1290 + half, 810),
                (1290 + half, 876),
                (1290 + half, 876),
            ],
            colour,
            0.9,
        )
    b.threads(
        [[(1130, 600 + 46 * s), (1168, 596 + 46 * s)] for s in range(7)]
        + [[(1412, 600 + 46 * s), (1450, 604 + 46 * s)] for s in range(7)],
        0.8,
    )
    with b.at(1290, 560, scale=1.2):
        smoke(b, 200, ink=CRIMSON, width=1.6)
    with b.at(810, 1050, scale=1.35):
        anvil(b, steel=SOOT)
    b.board([(700, 796), (960, 788), (960, 808), (700, 816)], VERMILION, 1.1)
    b.board([(860, 790), (960, 788), (960, 808), (860, 811)], SOPHORA, 0.8)
    with b.at(520, 1050, scale=3.0):
        figure(b, STRIKING, coat=INDIGO, trousers=INK, hat=None, sash=VERMILION)
        with b.at(30, -226, turn=68, scale=0.62):
            hammer(b, steel=SOOT, grip=STRAW)
    flash = b.symbol(lambda: spark(b, 26, colour=CREAM))
    for x, y, size in (
        (900, 720, 1.4),
        (820, 700, 0.8),
        (980, 690, 0.9),
        (1010, 760, 0.7),
        (860, 640, 0.6),
        (950, 610, 0.5),
        (770, 730, 0.6),
    ):
        b.stamp(flash, x, y, scale=size, turn=b.dice.between(0, 45))
    with b.at(240, 1000, scale=1.0, turn=-6):
        knife(b)
    with b.at(300, 1060, scale=0.9, turn=4):
        knife(b, steel=STONE)
    return end(b, INK, "fret", VERMILION)


CLAYEY = mix(CINNABAR, STRAW, 0.4)
"""The bricks of the forge."""


def da_my_nghe() -> str:
    """Compose a stone lion with its curled mane, a carver at its feet, mountains behind."""
    b = begin("da-my-nghe", MIST)
    far_hills(b, 620, shades=(SAGE, SKY, DEW))
    red_sun(b, 280, 260, 76)
    with b.at(1240, 260, scale=1.1):
        cloud(b, colour=SHELL)
    earth(b, 640, CREAM, marks=26)
    b.board([(690, 960), (1340, 960), (1380, 1070), (650, 1070)], ASH, 1.4)
    b.lines([arc(700 + 110 * s, 1062, 52, 60, 180, 360, 7) for s in range(1, 6)], 1)
    _lion(b)
    with b.at(380, 1050, scale=2.75):
        stool(b)
        figure(b, SITTING, coat=INDIGO, trousers=WOOD, hat=CREAM)
    with b.at(612, 896, turn=-14):
        b.board([(-20, -8), (96, -6), (96, 6), (-20, 8)], SOOT, 1)
    with b.at(566, 830, turn=-46, scale=0.8):
        hammer(b, steel=SOOT, grip=STRAW)
    chips = []
    for _ in range(24):
        x, y, s = b.dice.between(520, 1400), b.dice.between(1040, 1090), b.dice.between(6, 14)
        chips.append([(x, y), (x + s, y - s), (x + 2 * s, y + s * 0.4)])
    b.chips(chips, STONE)
    return end(b, INDIGO, "scrolls", SAGE)


def _lion(b: Block) -> None:
    light, dark = STONE, ASH
    b.shape(
        points("1230,720 1330,640 1300,540 1370,600 1400,520 1420,640 1390,760 1290,860"),
        dark,
        1.3,
    )
    b.lines([spiral(1352, 640, 5, 34, 1.6, 40), spiral(1330, 740, 5, 28, -1.6, 200)], 1.3)
    b.shape(
        points(
            "900,560 1060,560 1210,640 1290,780 1290,900 1330,930 1330,962 1330,962 1130,962 1130,962 "
            "1090,900 960,880 880,760"
        ),
        light,
        1.5,
    )
    b.lines([bend((1120, 720), (1240, 760), (1210, 920), 7), spiral(1190, 800, 8, 62, 1.5, 120)], 1.5)
    for x in (830, 960):
        b.shape(
            [
                (x, 760),
                (x, 760),
                (x - 14, 880),
                (x - 46, 930),
                (x - 50, 962),
                (x - 50, 962),
                (x + 78, 962),
                (x + 78, 962),
                (x + 74, 900),
                (x + 86, 760),
                (x + 86, 760),
            ],
            light,
            1.4,
        )
        b.lines([[(x - 20, 940), (x - 22, 958)], [(x + 10, 938), (x + 10, 958)], [(x + 40, 940), (x + 42, 958)]], 1.1)
    lock = b.symbol(lambda: _curl(b, light), 1.9)
    for x, y in (
        (1010, 420),
        (1060, 500),
        (1080, 590),
        (1050, 680),
        (980, 740),
        (900, 770),
        (820, 740),
        (950, 360),
        (870, 330),
        (790, 330),
    ):
        b.stamp(lock, x, y, turn=b.dice.off(20))
    b.shape(
        points("690,480 700,400 780,350 890,350 970,420 990,530 950,630 850,680 740,670 660,620 650,550"),
        light,
        1.5,
    )
    b.shape(points("662,590 700,612 790,616 850,590 850,590 838,650 760,672 690,650"), CRIMSON, 1.2)
    b.chips([[(690 + 30 * s, 608), (712 + 30 * s, 610), (702 + 30 * s, 632)] for s in range(5)], SHELL)
    b.shape(points("636,540 660,500 710,500 730,540 706,572 654,574"), dark, 1.2)
    b.dots([(664, 548), (700, 548)], 7)
    for x, r in ((712, 25), (812, 30)):
        b.disc(x, 452, r, SHELL, 1.2)
        b.dots([(x - 5, 454)], r * 0.42)
        b.line(arc(x, 436, r * 1.5, r * 1.1, 200, 340, 7), 2.4, ends=(0.4, 0.3))
    b.shape(petal(930, 440, 110, 66, -24, blunt=0.4), light, 1.3)
    b.lines([spiral(880, 560, 5, 34, 1.7, 0), [(740, 380), (790, 372), (850, 380)]], 1.3)
    b.disc(800, 800, 40, ROSE, 1.2)
    b.lines([arc(800, 800, 24, 24, 200, 320, 5)], 1)
    b.line(bend((720, 690), (790, 800), (890, 720), 8), 3.4, ink=VERMILION, ends=(0.9, 0.9))


def _curl(b: Block, colour: str) -> None:
    b.shape(points("26,4 20,-20 -4,-27 -26,-12 -25,14 -6,27 14,24"), colour, 0.9)
    b.line(spiral(-2, 0, 3, 19, 1.7, 30), 0.9, ends=(0.4, 0.6))
