"""Plates of spun and woven thread: silk, embroidery, brocade, hemp."""

from __future__ import annotations

from catalog.drawing.motifs.animal import butterfly
from catalog.drawing.motifs.bamboo import stem
from catalog.drawing.motifs.cocoon import cocoon
from catalog.drawing.motifs.figure import KNEELING, SITTING, figure, stool
from catalog.drawing.motifs.flower import lotus, lotus_leaf, peony
from catalog.drawing.motifs.leaf import broad_leaf
from catalog.drawing.motifs.tool import scissors, spool
from catalog.drawing.outline import Points, arc, bend, oval, points, polar, spiral
from catalog.drawing.patterns.layout import woven
from catalog.drawing.pigment import (
    AMBER,
    BLUSH,
    CINNABAR,
    CREAM,
    CRIMSON,
    DEW,
    INDIGO,
    INK,
    LEAF,
    MIST,
    MOSS,
    NIGHT,
    PAPER,
    ROSE,
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
from catalog.drawing.plates.sheet import LEFT, RIGHT, begin, earth, end, far_hills, red_sun
from catalog.drawing.woodcut import Block


def lua_to_tam() -> str:
    """Compose lengths of silk drying in the wind, a woman reeling, a tray of cocoons under mulberry leaves."""
    b = begin("lua-to-tam", MIST)
    red_sun(b, 1310, 770, 100)
    with b.at(LEFT - 40, 236):
        stem(b, 1500, 26, colour=VERDIGRIS, joints=9)
    for step, (colour, fold) in enumerate(
        ((VERMILION, CRIMSON), (SOPHORA, AMBER), (ROSE, VERMILION), (SAGE, VERDIGRIS), (CREAM, STRAW))
    ):
        _length(b, 470 + step * 190, 246, 430 - (step % 2) * 60, colour, fold)
    earth(b, 800, SAGE, marks=22)
    with b.at(400, 1010, scale=2.6):
        stool(b)
        figure(b, SITTING, coat=VERMILION, trousers=INK, hat=None)
    with b.at(790, 850):
        for angle in range(0, 180, 30):
            b.line([polar(0, 0, 136, angle), (0, 0), polar(0, 0, 136, angle + 180)], 2, ink=WOOD, ends=(1, 1))
        for r in (128, 116, 104):
            b.shape(oval(0, 0, r, count=12), None, 0.8, ink=AMBER)
        b.disc(0, 0, 20, TIMBER, 1)
        b.board([(-14, 10), (14, 10), (40, 210), (-40, 210)], WOOD, 1)
    b.threads([[(600, 862), (660, 850), (690, 780)], [(600, 868), (670, 870), (720, 740)]], 0.6, ink=AMBER)
    with b.at(1220, 980):
        b.shape(oval(0, 0, 230, 84, count=16), TIMBER, 1.3)
        b.shape(oval(0, -8, 206, 66, count=16), STRAW, 1)
        b.threads(
            [
                [(x, -8 - 60 * (1 - (x / 206) ** 2) ** 0.5), (x, -8 + 60 * (1 - (x / 206) ** 2) ** 0.5)]
                for x in range(-180, 181, 30)
            ],
            0.5,
            ink=WOOD,
        )
        grub, pale = b.symbol(lambda: cocoon(b), 1.2), b.symbol(lambda: cocoon(b, colour=SHELL), 1.2)
        for x, y, turn in (
            (-130, -14, 20),
            (-60, -40, -30),
            (10, -30, 10),
            (90, -36, 40),
            (-84, 14, -12),
            (-6, 14, 34),
            (70, 10, -20),
            (140, -10, 8),
            (30, 34, 0),
            (-50, 40, 24),
        ):
            b.stamp(grub if x % 4 else pale, x, y, turn=turn)
    for angle, size in ((-150, 150), (-100, 170), (-52, 140)):
        with b.at(1330, 900):
            broad_leaf(b, size, angle, colour=VERDIGRIS if size != 170 else LEAF)
    return end(b, VERMILION, "blossoms")


def _length(b: Block, x: float, y: float, drop: float, colour: str, fold: str) -> None:
    half, sway = 76, b.dice.between(24, 44)
    left: Points = [
        (x - half, y),
        (x - half, y),
        (x - half + sway, y + drop * 0.3),
        (x - half - sway * 0.6, y + drop * 0.65),
        (x - half + sway * 0.5, y + drop),
        (x - half + sway * 0.5, y + drop),
    ]
    right: Points = [(px + 2 * half - 6, py + (14 if at > 3 else 0)) for at, (px, py) in enumerate(left)]
    b.shape([*left, *reversed(right)], colour, 1.1)
    for share in (0.2, 0.42, 0.68, 0.86):
        b.line([(px + 2 * half * share, py - 8) for px, py in left[1:5]], 0.9, ink=fold, ends=(0.3, 0.1))
    flower = [(x + sway * 0.2, y + drop * 0.36), (x - sway * 0.3, y + drop * 0.7)]
    for fx, fy in flower:
        b.dots([polar(fx, fy, 15, 72 * s) for s in range(5)], 8, fold)
        b.dots([(fx, fy)], 6, colour)


def theu() -> str:
    """Compose an embroidery frame with lotus and butterfly half done, the needlewoman at its side."""
    b = begin("theu", BLUSH)
    earth(b, 930, CINNABAR, marks=14)
    b.board([(620, 190), (1440, 190), (1440, 860), (620, 860)], TIMBER, 1.4)
    b.board([(668, 238), (1392, 238), (1392, 812), (668, 812)], SHELL, 1.1)
    b.threads(
        [[(640, 250 + 28 * s), (666, 256 + 28 * s)] for s in range(20)]
        + [[(1394, 250 + 28 * s), (1420, 256 + 28 * s)] for s in range(20)],
        0.7,
    )
    for x in (700, 1360):
        b.board([(x - 18, 860), (x + 18, 860), (x + 30, 1050), (x - 30, 1050)], WOOD, 1.1)
    for x, y, size in ((860, 720, 1.15), (1190, 740, 1.3), (1010, 560, 0.8)):
        with b.at(x, y, scale=size):
            lotus_leaf(b, colour=VERDIGRIS)
    for x, y, size, lead in ((930, 520, 1.35, 960), (1240, 470, 1.1, 1220), (790, 640, 0.8, 800)):
        b.line(bend((lead, 770), ((x + lead) / 2, (y + 770) / 2), (x, y), 6), 1.8, ink=VERDIGRIS)
        with b.at(x, y, scale=size):
            lotus(b, colour=ROSE if size != 1.1 else VERMILION, inner=BLUSH)
    for x, y, turn, colour in ((790, 380, -20, SOPHORA), (1100, 320, 24, SKY), (1310, 620, 10, SOPHORA)):
        with b.at(x, y, turn=turn, scale=0.95):
            butterfly(b, colour=colour)
    stitches = []
    for step in range(54):
        left, level = b.dice.between(690, 1370), 790 - abs(b.dice.off(14))
        stitches.append([(left, level), (left + 16, level - b.dice.off(4))])
        if step % 3 == 0:
            stitches.append([(left, level - 18), (left + 12, level - 16)])
    b.threads(stitches, 0.7, ink=SKY)
    with b.at(400, 1050, scale=2.75):
        stool(b)
        figure(b, SITTING, coat=INDIGO, trousers=INK, hat=None, sash=SOPHORA)
    b.line([(620, 900), (650, 780), (740, 650)], 0.7, ink=VERMILION, ends=(0.6, 0.6))
    for x, colour in ((880, VERMILION), (980, SOPHORA), (1080, VERDIGRIS)):
        with b.at(x, 1020, scale=0.85):
            spool(b, thread=colour)
    with b.at(1220, 1000, scale=0.9, turn=24):
        scissors(b)
    for x, y, r in ((270, 310, 118), (480, 420, 84)):
        b.disc(x, y, r, SHELL, 1.2)
        b.shape(oval(x, y, r, count=16), None, 3, ink=TIMBER)
        b.shape(oval(x, y, r - 14, count=16), None, 0.7)
        with b.at(x, y + r * 0.06, scale=r / 112):
            leaf = b.once("hoop leaf", lambda: broad_leaf(b, 88, 0, colour=VERDIGRIS))
            for angle in (150, 30, 90):
                b.stamp(leaf, 0, 0, turn=angle)
            peony(b)
    return end(b, VERMILION, "blossoms")


def tho_cam() -> str:
    """Compose a weaver at her loom before a great hanging brocade."""
    b = begin("tho-cam", CREAM)
    with b.at(LEFT - 30, 190):
        stem(b, 1500, 30, colour=LEAF, joints=8)

    def cloth(i: int, j: int) -> str | None:
        band = j % 22
        if band in (0, 9, 11, 20):
            return SOPHORA
        if band in (10, 21):
            return VERMILION
        x = abs(i % 18 - 9)
        if band < 9:
            d = x + abs(band - 4)
            return (
                VERMILION
                if d <= 1
                else None
                if d == 2
                else SOPHORA
                if d in (3, 4)
                else PAPER
                if d == 6
                else VERMILION
                if d in (8, 9)
                else None
            )
        d = abs((i % 9) - 4) + abs(band - 16)
        return PAPER if d in (0, 3) else CINNABAR if d == 1 else SKY if d == 5 else None

    for x, width, height in ((420, 36, 42), (1220, 36, 42)):
        w, h = width * 14, height * 14
        b.board(
            [(x - w / 2, 196), (x + w / 2, 196), (x + w / 2, 196 + h), (x - w / 2, 196 + h)],
            INK if x < 800 else NIGHT,
            1,
        )
        b.raw(f'<g transform="translate({x} {196 + h // 2})">')
        woven(b, width, height, 14, cloth)
        b.raw("</g>")
        b.threads(
            [[(x - w / 2 + 10 * s, 198 + h), (x - w / 2 + 10 * s + 3, 236 + h)] for s in range(w // 10 + 1)],
            0.8,
            ink=VERMILION,
        )
    earth(b, 900, TIMBER, marks=18)
    b.board([(560, 640), (590, 640), (600, 1060), (570, 1060)], WOOD, 1.1)
    b.board([(1020, 560), (1050, 560), (1060, 1060), (1030, 1060)], WOOD, 1.1)
    b.board([(540, 660), (1090, 590), (1090, 612), (540, 684)], TIMBER, 1)
    b.shape(
        points("700,880 700,880 1036,640 1036,640 1046,700 1046,700 740,930 740,930"),
        VERMILION,
        1.1,
    )
    b.threads([[(706 + 4 * s, 884 + 6 * s), (1038 + s, 646 + 7 * s)] for s in range(8)], 0.6, ink=SOPHORA, soft=False)
    b.lines(
        [[(800 + 60 * s, 812 - 43 * s), (838 + 60 * s, 856 - 40 * s)] for s in range(4)], 1.4, ink=INK, ends=(0.8, 0.8)
    )
    with b.at(560, 1040, scale=2.7):
        stool(b)
        figure(b, SITTING, coat=INDIGO, trousers=VERMILION, hat=None, sash=SOPHORA)
    b.board([(690, 860), (770, 930), (758, 946), (676, 876)], WOOD, 1)
    for x, y, colour in ((1180, 1030, VERMILION), (1270, 1010, SOPHORA), (1360, 1036, VERDIGRIS)):
        b.disc(x, y, 44, colour, 1)
        b.lines([arc(x, y, r, r * 0.6, 200, 340, 5) for r in (36, 26)] + [arc(x, y, 28, 38, -60, 60, 5)], 0.7)
    return end(b, INK, "brocade", VERMILION)


def det_lanh() -> str:
    """Compose highland terraces, a woman drawing with wax, indigo cloth hung to dry."""
    b = begin("det-lanh", DEW)
    far_hills(b, 520, shades=(SKY, SAGE, MIST))
    red_sun(b, 760, 230, 60)
    for step in range(6):
        y = 520 + step * 44
        b.shape(
            [
                (LEFT - 20, y + 20),
                (LEFT - 20, y + 20),
                (420, y - 22 + step * 4),
                (760, y + 16),
                (1160, y - 18),
                (RIGHT + 20, y + 14),
                (RIGHT + 20, y + 14),
                (RIGHT + 20, 820),
                (RIGHT + 20, 820),
                (LEFT - 20, 820),
                (LEFT - 20, 820),
            ],
            (LEAF, SAGE, SOPHORA)[step % 3],
            0.9,
        )
    earth(b, 780, CREAM, marks=12)
    with b.at(820, 380, turn=2):
        stem(b, 740, 24, colour=TIMBER, joints=6)
    for x, width in ((930, 206), (1160, 206), (1390, 206)):
        b.board(
            [(x - width / 2, 396), (x + width / 2, 400), (x + width / 2 + 4, 830), (x - width / 2 - 4, 824)],
            INDIGO if x != 1160 else NIGHT,
            1.1,
        )
        side = width / 2

        def square(side: float = side) -> None:
            k = side / 100
            for turn in range(4):
                with b.at(turn=90 * turn, scale=k):
                    b.line([(0, 0), (18, -18), *spiral(46, -46, 30, 4, 1.7, 135, 36)], 1.5, ink=SHELL, ends=(1, 0.9))
                    b.line([(-92, -92), (0, -92), (92, -92)], 1, ink=SHELL, ends=(1, 1))
            b.board([(-14, 0), (0, -14), (14, 0), (0, 14)], VERMILION, 0)

        cut = b.symbol(square)
        for row in range(int(420 / width)):
            b.stamp(cut, x, 400 + side + row * width + 4)
    with b.at(460, 1050, scale=2.75):
        figure(b, KNEELING, coat=INDIGO, trousers=NIGHT, hat=None, sash=VERMILION)
    b.board([(560, 950), (1040, 950), (1100, 1060), (600, 1060)], SHELL, 1.2)
    for x, y in ((690, 1006), (800, 1006), (910, 1006)):
        b.line(spiral(x, y, 4, 36, 2.0, 0, 36), 1.1, ink=INDIGO, ends=(0.4, 0.8))
    b.lines([[(600, 970), (830, 966), (1040, 970)], [(630, 1046), (850, 1044), (1070, 1046)]], 0.9, ink=INDIGO)
    b.line([(664, 940), (690, 970), (706, 996)], 1.8, ink=WOOD, ends=(1, 0.4))
    with b.at(1280, 990, scale=1.0):
        b.shape(points("-100,-40 -92,40 -50,66 50,66 92,40 100,-40"), WOOD, 1.2)
        b.shape(oval(0, -42, 100, 30, count=14), INDIGO, 1.1)
        b.threads([arc(-10, -42, 60, 14, 20, 160, 6)], 0.8, ink=SKY)
    for x, size in ((170, 1.0), (250, 1.2), (330, 0.9)):
        b.line([(x, 790), (x - 4, 660), (x + 4, 790 - 280 * size)], 1.2, ink=MOSS)
        for step in range(6):
            level = 760 - step * 42 * size
            for side in (-1, 1):
                b.lines(
                    [
                        bend((x, level), (x + side * 30, level - 40), (x + side * 58, level - 20), 5),
                        bend((x, level), (x + side * 20, level - 46), (x + side * 34, level - 62), 5),
                    ],
                    2.4,
                    ink=VERDIGRIS,
                    ends=(0.4, 0.1),
                )
    return end(b, INDIGO, "brocade", CINNABAR)
