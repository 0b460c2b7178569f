"""Plates of what is eaten and drunk: fish sauce, rice paper, food, tea, spirits; and of leather."""

from __future__ import annotations

from catalog.drawing.motifs.animal import small_fish
from catalog.drawing.motifs.basket import basket, drying_frame
from catalog.drawing.motifs.cake import rice_cake
from catalog.drawing.motifs.cloud import cloud, smoke, waves
from catalog.drawing.motifs.figure import BENDING, SITTING, STANDING, figure, stool
from catalog.drawing.motifs.flower import lotus
from catalog.drawing.motifs.house import areca, banana, boat, house
from catalog.drawing.motifs.jar import bowl, cup, gourd, jar, teapot, wine_jar
from catalog.drawing.motifs.leaf import rice_ear, tea_sprig
from catalog.drawing.motifs.leatherware import bag, shoe
from catalog.drawing.outline import arc, bend, lathe, oval, petal, points
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    BLUSH,
    CINNABAR,
    CLAY,
    CREAM,
    CRIMSON,
    DEW,
    INDIGO,
    LEAF,
    MIST,
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
)
from catalog.drawing.plates.sheet import LEFT, RIGHT, begin, earth, end, far_hills, red_sun, table
from catalog.drawing.woodcut import Block


def nuoc_mam() -> str:
    """Compose jars of fish sauce in rows by the sea, a boat coming in, amber running from a barrel."""
    b = begin("nuoc-mam", STRAW)
    red_sun(b, 1240, 290, 96, rays=True)
    with b.at(330, 260, scale=1.0):
        cloud(b, colour=SHELL)
    waves(b, LEFT, 470, RIGHT - LEFT, rows=4, pitch=110, colour=SKY)
    with b.at(620, 500, scale=1.2):
        boat(b, colour=WOOD)
    with b.at(980, 470, scale=0.7, flip=True):
        boat(b, colour=TIMBER, sail=SHELL)
    earth(b, 640, CREAM, marks=18)
    small = b.symbol(lambda: jar(b, colour=CLAY), 0.95)
    large = b.symbol(lambda: jar(b, colour=CLAY), 1.3)
    for step in range(6):
        b.stamp(small, 210 + step * 150, 740)
    for step in range(3):
        b.stamp(large, 200 + step * 232, 960)
    with b.at(1170, 900, scale=1.75):
        b.shape(
            points("-92,-130 -92,-130 -110,-40 -108,40 -96,100 -96,100 96,100 96,100 108,40 110,-40 92,-130 92,-130"),
            TIMBER,
            1.3,
        )
        b.lines([[(x * 0.86, -128), (x, -10), (x * 0.9, 98)] for x in (-72, -36, 0, 36, 72)], 0.8)
        for y, w in ((-96, 100), (-20, 110), (66, 103)):
            b.line([(-w, y), (0, y + 16), (w, y)], 2.6, ink=BARK, ends=(0.9, 0.9))
        b.shape(oval(0, -130, 92, 20, count=14), WOOD, 1.1)
        for x, y, turn in ((-40, -132, 8), (10, -136, -6), (46, -128, 12)):
            with b.at(x, y, turn=turn, scale=0.5):
                small_fish(b)
        b.board([(-122, 62), (-96, 62), (-96, 74), (-122, 74)], WOOD, 1)
        b.line([(-120, 72), (-126, 84), (-126, 100)], 1.6, ink=CINNABAR, ends=(0.9, 0.9))
    with b.at(944, 1056, scale=0.95):
        bowl(b, filling=CINNABAR)
    with b.at(1400, 1030, scale=0.85):
        jar(b, colour=CINNABAR)
    return end(b, INDIGO, "waves", AMBER)


def banh_trang_bun() -> str:
    """Compose a yard of drying frames, a woman carrying one, a steaming pot."""
    b = begin("banh-trang-bun", DEW)
    with b.at(360, 470, scale=1.15):
        house(b, 420, wall=STRAW)
    with b.at(1340, 500, scale=1.25):
        banana(b)
    red_sun(b, 1000, 240, 66, rays=True)
    earth(b, 450, SAGE, marks=18)
    rack = b.symbol(lambda: drying_frame(b, columns=4, rows=2, size=76))
    for row, (y, shift) in enumerate(((560, 0), (756, 60))):
        for step in range(4):
            x = 290 + step * 352 + shift
            if not (row == 1 and step in (1, 2)):
                b.stamp(rack, x, y, turn=b.dice.off(1.5), scale=0.94)
    with b.at(760, 1050, scale=2.75):
        figure(b, STANDING, coat=VERMILION)
    with b.at(960, 760, turn=-6, scale=1.1):
        b.stamp(rack, 0, 0)
    with b.at(270, 990, scale=1.1):
        b.shape(lathe([(92, -60), (112, 10), (104, 70), (0, 78)]), CLAY, 1.3)
        b.shape(points("-40,76 -40,76 -36,24 0,8 36,24 40,76 40,76"), CRIMSON, 1)
        b.shape(points("-22,76 -22,76 -14,44 0,22 14,44 22,76 22,76"), SOPHORA, 0.8)
        b.shape(oval(0, -62, 96, 26, count=14), SHELL, 1.2)
        b.shape(oval(0, -64, 74, 16, count=12), CREAM, 0.7)
    for x, flip in ((220, False), (320, True)):
        with b.at(x, 900, flip=flip, scale=1.0):
            smoke(b, 170, ink=SHELL, width=2)
    for x, y, flip in ((1200, 1010, False), (1330, 1030, False), (1440, 1000, True)):
        with b.at(x, y, scale=1.3, flip=flip):
            rice_ear(b)
    with b.at(1100, 1040, scale=0.85):
        basket(b, handle=False)
    return end(b, VERDIGRIS, "petals", SOPHORA)


def che_bien_thuc_pham() -> str:
    """Compose a New Year table: green cakes, fruit, a fish, bowls, gourds."""
    b = begin("che-bien-thuc-pham", BLUSH)
    b.disc(800, 520, 360, STRAW, 0)
    b.beading(800, 520, 360, 52, 12, VERMILION)
    table(b, 850, top=VERMILION, edge=WOOD)
    b.lines(
        [bend((104 + 174 * s, 886), (191 + 174 * s, 970), (278 + 174 * s, 886), 7) for s in range(8)], 1.5, ink=SOPHORA
    )
    b.shape(oval(800, 790, 560, 66, count=20), SOPHORA, 1.4)
    b.shape(oval(800, 776, 520, 48, count=20), AMBER, 1)
    cake = b.symbol(lambda: rice_cake(b, tie=CREAM), 1.5)
    for x, y in ((672, 610), (928, 610), (800, 672), (800, 486)):
        b.stamp(cake, x, y)
    for x, filling in ((420, LEAF), (590, CREAM), (1190, VERMILION)):
        with b.at(x, 726, scale=1.05):
            bowl(b, filling=filling)
    with b.at(985, 752, scale=0.9):
        b.shape(oval(0, 10, 150, 34, count=14), SHELL, 1.1)
        b.shape(oval(0, 4, 118, 20, count=12), MIST, 0.7, ink=INDIGO)
        with b.at(-4, -12, scale=1.5):
            small_fish(b, colour=CINNABAR, belly=STRAW)
    with b.at(240, 720, scale=1.35):
        gourd(b, colour=LEAF)
    with b.at(1400, 726, scale=1.2):
        jar(b, colour=CLAY)

    def chilli() -> None:
        b.shape(points("-40,8 -20,-10 10,-12 44,6 44,6 12,6 -18,14"), VERMILION, 0.9)
        b.shape([(-38, 10), (-44, -2), (-34, -6), (-28, 2)], VERDIGRIS, 0.8)

    pod = b.symbol(chilli, 1.15)
    for x, y, turn in ((330, 826, 10), (1290, 820, -14), (1340, 836, 8)):
        b.stamp(pod, x, y, turn=turn)
    for x, flip in ((420, False), (1180, True)):
        b.line(
            bend((x, 850), (x + (-40 if not flip else 40), 420), (x + (60 if not flip else -60), 180), 8),
            2.6,
            ink=WOOD,
            ends=(1, 0.4),
        )
        for y, dx in ((560, -24), (480, -4), (400, 8), (320, 26), (250, 40), (520, -44), (360, -10)):
            cx = x + (dx if not flip else -dx)
            for step in range(5):
                b.fill(petal(cx, y, 24, 18, 72 * step - 90, blunt=0.8), ROSE if y % 80 else VERMILION)
            b.dots([(cx, y)], 6, SOPHORA)
    with b.at(800, 1030, scale=1.0):
        for x in (-420, 420):
            with b.at(x, 0, scale=0.9):
                lotus(b, colour=SOPHORA, inner=CREAM)
    return end(b, VERMILION, "fret")


def che() -> str:
    """Compose hills of tea in rows, pickers among them, pot and cups in front."""
    b = begin("che", CREAM)
    red_sun(b, 300, 240, 70)
    with b.at(1200, 240, scale=1.1):
        cloud(b, colour=SHELL)
    far_hills(b, 440, shades=(SKY, MIST, SAGE))
    bush = b.symbol(lambda: _bush(b))
    for row in range(6):
        y = 450 + row * 74
        size = 0.66 + row * 0.1
        b.shape(
            [
                (LEFT - 20, y + 10),
                (LEFT - 20, y + 10),
                (500, y - 26),
                (900, y + 10),
                (1250, y - 20),
                (RIGHT + 20, y + 6),
                (RIGHT + 20, y + 6),
                (RIGHT + 20, y + 130),
                (RIGHT + 20, y + 130),
                (LEFT - 20, y + 130),
                (LEFT - 20, y + 130),
            ],
            (SAGE, LEAF)[row % 2],
            0.9,
        )
        count = round(15 / size * 0.72)
        for step in range(count + 1):
            x = LEFT + (RIGHT - LEFT) * (step + (0.5 if row % 2 else 0)) / count
            b.stamp(bush, x, y + 26, scale=size)
        if row == 2:
            with b.at(1130, y + 110, scale=1.75, flip=True):
                figure(b, BENDING, coat=INDIGO)
        if row == 3:
            with b.at(420, y + 150, scale=2.1):
                figure(b, BENDING, coat=VERMILION)
                with b.at(-26, -112, scale=0.42):
                    basket(b, handle=False)
    table(b, 930, top=CINNABAR, edge=WOOD)
    with b.at(800, 860, scale=1.55):
        teapot(b)
    small = b.symbol(lambda: cup(b, tea=AMBER), 1.25)
    for x in (560, 1050, 1160):
        b.stamp(small, x, 908)
    for x, turn, flip in ((300, -14, False), (1370, 14, True)):
        with b.at(x, 850, turn=turn, scale=1.35, flip=flip):
            tea_sprig(b)
    with b.at(820, 750):
        smoke(b, 130, ink=PAPER, width=1.6)
    return end(b, VERDIGRIS, "petals", SOPHORA)


def _bush(b: Block) -> None:
    b.shape(points("-62,30 -58,-6 -34,-26 0,-34 34,-26 58,-6 62,30"), VERDIGRIS, 1)
    b.lines(
        [[(x, y), (x + 7, y - 14)] for x, y in ((-42, 8), (-22, -8), (0, -12), (20, -6), (38, 10), (-10, 12), (14, 14))]
        + [[(x + 14, y), (x + 7, y - 14)] for x, y in ((-42, 8), (-22, -8), (0, -12), (20, -6), (38, 10))],
        0.9,
        ink=LEAF,
    )


def ruou() -> str:
    """Compose people drinking from a great jar through long straws, before a house, rice ears about."""
    b = begin("ruou", CLAY)
    b.disc(800, 420, 280, SOPHORA, 1.1)
    with b.at(240, 640, scale=1.1):
        banana(b)
    with b.at(1370, 640):
        areca(b, height=420)
    earth(b, 620, STRAW, marks=24)
    with b.at(410, 1050, scale=2.75):
        stool(b)
        figure(b, SITTING, coat=INDIGO, trousers=SOOT, hat=None, sash=VERMILION)
    with b.at(1190, 1050, scale=2.75, flip=True):
        stool(b)
        figure(b, SITTING, coat=VERMILION, trousers=INDIGO, hat=None, sash=SOPHORA)
    with b.at(800, 860, scale=1.75):
        for side in (-1, 1):
            way = bend((side * 8, -80), (side * 10, -190), (side * 158, -134), 8)
            b.line(way, 2.4, ends=(0.9, 0.7))
            b.line(way, 1.3, ink=STRAW, ends=(0.9, 0.7))
        wine_jar(b, straws=2)
    for x, colour in ((560, AMBER), (1040, LEAF)):
        with b.at(x, 1010, scale=0.85):
            gourd(b, colour=colour)
    ear = b.symbol(lambda: rice_ear(b), 1.35)
    for x, y, flip in ((190, 1010, True), (1420, 1010, False), (230, 880, True), (1380, 900, False)):
        b.stamp(ear, x, y, flip=flip)
    with b.at(680, 1050, scale=0.7):
        bowl(b, filling=SHELL)
    with b.at(930, 1050, scale=0.7):
        bowl(b, filling=SHELL)
    b.beading(800, 420, 240, 40, 12, VERMILION)
    return end(b, WOOD, "brocade", SOPHORA)


def da_thuoc() -> str:
    """Compose a shoemaker at the last, hides stretched on frames, shoes and satchel."""
    b = begin("da-thuoc", SAGE)
    b.board([(LEFT - 20, 150), (RIGHT + 20, 150), (RIGHT + 20, 178), (LEFT - 20, 178)], WOOD, 1.1)
    for x, colour in ((850, TIMBER), (1270, AMBER)):
        b.board([(x - 180, 200), (x + 180, 200), (x + 180, 690), (x - 180, 690)], None, 3, ink=WOOD)
        b.shape(
            [
                (x - 60, 250),
                (x, 262),
                (x + 60, 250),
                (x + 128, 246),
                (x + 110, 330),
                (x + 84, 420),
                (x + 108, 540),
                (x + 140, 640),
                (x + 60, 628),
                (x, 654),
                (x - 60, 628),
                (x - 140, 640),
                (x - 108, 540),
                (x - 84, 420),
                (x - 110, 330),
                (x - 128, 246),
            ],
            colour,
            1.3,
        )
        b.threads(
            [
                [(x - 168, 216), (x - 122, 252)],
                [(x + 168, 216), (x + 122, 252)],
                [(x - 168, 676), (x - 132, 634)],
                [(x + 168, 676), (x + 132, 634)],
                [(x - 168, 420), (x - 90, 420)],
                [(x + 168, 420), (x + 90, 420)],
                [(x - 168, 540), (x - 110, 540)],
                [(x + 168, 540), (x + 110, 540)],
            ],
            0.8,
        )
        b.lines(
            [
                bend((x, 290), (x - 14, 450), (x, 610), 6),
                bend((x - 50, 330), (x - 30, 450), (x - 60, 580), 6),
                bend((x + 50, 330), (x + 30, 450), (x + 60, 580), 6),
            ],
            0.7,
        )
    earth(b, 790, TIMBER, marks=12)
    with b.at(400, 1050, scale=2.85):
        stool(b, colour=STRAW)
        figure(b, SITTING, coat=INDIGO, trousers=SOOT, hat=None, sash=VERMILION)
    with b.at(690, 870, turn=-14, scale=0.85, flip=True):
        shoe(b, colour=CINNABAR)
    b.line(bend((600, 880), (560, 820), (680, 830), 7), 0.8, ink=PAPER, ends=(0.8, 0.8))
    b.board([(860, 900), (1470, 900), (1470, 936), (860, 936)], WOOD, 1.2)
    for x in (900, 1420):
        b.board([(x - 18, 936), (x + 18, 936), (x + 18, 1080), (x - 18, 1080)], WOOD, 1.1)
    for x, colour, flip in ((990, VERDIGRIS, False), (1190, CRIMSON, True)):
        with b.at(x, 850, scale=0.82, flip=flip):
            shoe(b, colour=colour)
    with b.at(1380, 830, scale=0.98):
        bag(b)
    with b.at(1150, 1030):
        for step in range(3):
            b.shape(oval(-120 + 110 * step, 0, 46, 40, count=12), (AMBER, CINNABAR, CLAY)[step], 1.1)
            b.line(arc(-120 + 110 * step, 0, 24, 20, 0, 300, 8), 0.9)
    b.line([(330, 178), (330, 240)], 1.4, ends=(1, 1))
    with b.at(330, 340, scale=1.15):
        bag(b, colour=AMBER, flap=CRIMSON)
    return end(b, WOOD, "fret", CINNABAR)
