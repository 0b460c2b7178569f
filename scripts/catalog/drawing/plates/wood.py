"""Plates of carved, lacquered and joined wood: carving, lacquer, mother-of-pearl, drums, instruments."""

from __future__ import annotations

from catalog.drawing.motifs.animal import butterfly, carp, heron
from catalog.drawing.motifs.cloud import cloud, scroll, waves
from catalog.drawing.motifs.drum import drum_side, drum_top
from catalog.drawing.motifs.figure import SITTING, STRIKING, figure, stool
from catalog.drawing.motifs.flower import lotus, lotus_leaf, peony, rosette
from catalog.drawing.motifs.house import communal_house
from catalog.drawing.motifs.jar import bowl, vase
from catalog.drawing.motifs.leaf import bamboo_spray
from catalog.drawing.motifs.lute import guitar, moon_lute
from catalog.drawing.motifs.shell import eggshell_round
from catalog.drawing.motifs.tool import hammer
from catalog.drawing.outline import arc, bend, oval, petal, points
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    BLUSH,
    CINNABAR,
    CREAM,
    CRIMSON,
    DEW,
    INDIGO,
    INK,
    MIST,
    PEARL,
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
    mix,
)
from catalog.drawing.plates.sheet import LEFT, RIGHT, begin, earth, end
from catalog.drawing.woodcut import Block


def go_my_nghe() -> str:
    """Compose a carver at a great panel of scrolls and flowers."""
    b = begin("go-my-nghe", CREAM)
    earth(b, 930, STRAW, marks=10)
    b.board([(600, 180), (1450, 180), (1450, 900), (600, 900)], WOOD, 1.5)
    b.board([(644, 224), (1406, 224), (1406, 856), (644, 856)], BARK, 1.1)
    for x, reach in ((190, 150), (250, 170), (310, 140), (370, 160)):
        b.board([(x - 11, 250), (x + 11, 250), (x + 8, 330), (x - 8, 330)], AMBER, 1)
        b.board([(x - 8, 330), (x + 8, 330), (x + 12, 250 + reach + 40), (x - 12, 250 + reach + 40)], SHELL, 1)
    b.board([(150, 276), (410, 276), (410, 300), (150, 300)], WOOD, 1.1)
    b.threads(
        [
            [(670 + 34 * c + (17 if r % 2 else 0), 250 + 30 * r), (684 + 34 * c + (17 if r % 2 else 0), 250 + 30 * r)]
            for r in range(20)
            for c in range(21)
        ],
        0.6,
        ink=mix(BARK, INK, 0.6),
        soft=False,
    )
    roll = b.symbol(lambda: scroll(b, colour=TIMBER), 1.55)
    small = b.symbol(lambda: scroll(b, colour=AMBER), 0.95)
    for turn in (0, 180):
        with b.at(1025, 540, turn=turn):
            b.stamp(roll, 205, -176, flip=True, turn=6)
            b.stamp(roll, -205, -176, turn=-6)
            b.stamp(small, 276, -48, turn=70, flip=True)
            b.stamp(small, -276, -48, turn=-70)
            b.shape(petal(0, -150, 130, 90, -90, blunt=0.4), AMBER, 1.1)
            b.lines([bend((0, -160), (-24, -210), (-4, -256), 5), bend((0, -160), (24, -210), (4, -256), 5)], 0.8)
    with b.at(1025, 540, scale=1.75):
        rosette(b, [(94, CINNABAR), (66, TIMBER), (42, SOPHORA)], petals=8, heart=WOOD)
    with b.at(380, 1050, scale=2.8):
        stool(b)
        figure(b, SITTING, coat=INDIGO, trousers=WOOD, hat=None, sash=VERMILION)
    with b.at(600, 884, turn=-24):
        b.board([(0, -9), (86, -7), (86, 7), (0, 9)], SHELL, 1)
        b.board([(-60, -13), (0, -11), (0, 11), (-60, 13)], AMBER, 1)
    with b.at(556, 820, turn=-40, scale=0.9):
        hammer(b, steel=TIMBER, grip=STRAW)
    for _ in range(16):
        left, level = b.dice.between(560, 1350), b.dice.between(950, 1070)
        b.line(
            arc(left, level, 22, 12, b.dice.between(0, 200), b.dice.between(280, 420), 6),
            2.2,
            ink=TIMBER,
            ends=(0.6, 0.3),
        )
    return end(b, WOOD, "scrolls")


def son_mai() -> str:
    """Compose a folding screen of black lacquer: moon of eggshell, lotus pond, golden carp."""
    b = begin("son-mai", CINNABAR)
    for step in range(4):
        x = 190 + step * 305
        tilt = 26 if step % 2 else -26
        b.board([(x, 210 - tilt), (x + 300, 210 + tilt), (x + 300, 930 + tilt), (x, 930 - tilt)], INK, 1.6)
        b.board(
            [(x + 16, 230 - tilt), (x + 284, 230 + tilt), (x + 284, 906 + tilt), (x + 16, 906 - tilt)],
            None,
            1,
            ink=SOPHORA,
        )
        for foot in (x + 10, x + 262):
            b.board([(foot, 930), (foot + 26, 930), (foot + 22, 984), (foot + 4, 984)], INK, 1)
    b.fill(oval(1180, 400, 108, count=18), SOPHORA)
    b.fill(oval(1180, 400, 102, count=18), INK)
    eggshell_round(b, 1180, 400, 106, 23)
    b.line(bend((230, 860), (420, 560), (560, 250), 8), 2.6, ink=SOPHORA, ends=(1, 0.5))
    spray = b.symbol(lambda: bamboo_spray(b, colour=SOPHORA, dark=AMBER), 1.35)
    for x, y, turn, flip in (
        (450, 480, -10, False),
        (380, 590, 6, True),
        (520, 330, -40, False),
        (300, 720, 10, False),
    ):
        b.stamp(spray, x, y, turn=turn, flip=flip)
    pad = b.symbol(lambda: lotus_leaf(b, colour=VERDIGRIS, light=SAGE), 1.25)
    for x, y in ((790, 850), (1040, 866), (1300, 820)):
        b.stamp(pad, x, y)
    for x, y, size, shade in ((760, 660, 1.25, CINNABAR), (1020, 620, 1.5, VERMILION), (1290, 640, 1.05, ROSE)):
        b.line(bend((x - 10, 830), (x - 20, 740), (x, y), 6), 1.8, ink=SAGE)
        with b.at(x, y, scale=size):
            lotus(b, colour=shade, inner=BLUSH)
    with b.at(560, 800, scale=0.86, turn=-10, flip=True):
        carp(b, colour=SOPHORA, belly=CREAM, fin=CINNABAR)
    b.lines(
        [[(420 + 30 * s, 874 + 12 * s), (520, 880 + 12 * s), (650 - 20 * s, 874 + 12 * s)] for s in range(2)],
        0.9,
        ink=AMBER,
    )
    with b.at(860, 360, scale=1.2):
        heron(b, colour=SHELL)
    with b.at(700, 300, scale=0.8):
        heron(b, colour=CREAM)
    b.board([(LEFT - 20, 984), (RIGHT + 20, 984), (RIGHT + 20, 1120), (LEFT - 20, 1120)], CRIMSON, 1.1)
    b.lines([[(LEFT, 1006), (800, 1010), (RIGHT, 1006)]], 1, ink=SOPHORA, ends=(1, 1))
    with b.at(180, 930, scale=0.85):
        bowl(b, colour=INK, paint=SOPHORA, filling=VERMILION)
    with b.at(1440, 880, scale=1.05):
        vase(b, colour=INK, paint=SOPHORA, flower=1)
    return end(b, INK, "scrolls", SOPHORA)


def kham_trai() -> str:
    """Compose a carved cabinet whose doors carry lotus, peony and butterflies in mother-of-pearl."""
    b = begin("kham-trai", DEW)
    earth(b, 960, CINNABAR, marks=0)
    b.lines([[(LEFT, 1000), (800, 1006), (RIGHT, 1000)], [(LEFT, 1050), (800, 1056), (RIGHT, 1050)]], 0.7)
    edge = mix(BARK, INK, 0.6)
    rose, teal = mix(ROSE, SHELL, 0.4), mix(SKY, SHELL, 0.3)
    b.shape(
        points("260,300 260,300 300,236 420,226 640,196 800,176 960,196 1180,226 1300,236 1340,300 1340,300"),
        WOOD,
        1.4,
    )
    vine = b.symbol(lambda: _vine(b, edge, (PEARL, rose, teal)), 1.0)
    b.stamp(vine, 800, 246)
    b.board([(240, 300), (1360, 300), (1360, 340), (240, 340)], BARK, 1.2)
    b.board([(270, 340), (1330, 340), (1330, 900), (270, 900)], WOOD, 1.4)
    for x0, x1 in ((300, 560), (580, 1020), (1040, 1300)):
        b.board([(x0, 370), (x1, 370), (x1, 870), (x0, 870)], INK, 1.3)
        b.board([(x0 + 16, 386), (x1 - 16, 386), (x1 - 16, 854), (x0 + 16, 854)], None, 0.7, ink=PEARL)
    for x in (290, 1270):
        b.shape(
            [
                (x, 900),
                (x, 900),
                (x + 44, 900),
                (x + 44, 900),
                (x + 36, 960),
                (x + 56, 1000),
                (x - 12, 1000),
                (x + 8, 960),
            ],
            BARK,
            1.2,
        )
    b.board([(334, 900), (1266, 900), (1266, 932), (334, 932)], BARK, 1)

    def door() -> None:
        x, shade, light = 0, PEARL, rose
        b.line(bend((x, 840), (x - 24, 700), (x, 590), 6), 1.8, ink=PEARL)
        with b.at(x, 560, scale=1.05):
            peony(b, colour=shade, light=light, ink=edge)
        for dx, dy, angle in ((-10, 700, -150), (-8, 740, -24), (-8, 780, -160), (0, 660, -20)):
            b.shape(petal(x + dx, dy, 76, 34, angle, blunt=0.2), teal if angle < -100 else PEARL, 0.9, ink=edge)
        with b.at(x + 16, 440, turn=14, scale=0.8):
            butterfly(b, colour=PEARL, spots=teal, ink=edge)

    panel = b.symbol(door)
    b.stamp(panel, 430, 0)
    b.stamp(panel, 1170, 0, flip=True)
    for x, y, size, shade in ((800, 640, 1.5, rose), (690, 740, 0.8, PEARL), (920, 730, 0.85, teal)):
        b.line(bend((800, 840), ((x + 800) / 2, 800), (x, y), 6), 1.6, ink=PEARL)
        with b.at(x, y, scale=size):
            lotus(b, colour=shade, inner=SHELL, ink=edge)
    for x, flip in ((700, False), (905, True)):
        with b.at(x, 450, scale=0.95, turn=-16 if flip else 16, flip=flip):
            butterfly(b, colour=PEARL, spots=teal, ink=edge)
    b.beading(800, 620, 205, 40, 7, PEARL)
    for x in (568, 1030):
        b.disc(x, 620, 11, SOPHORA, 1)
    with b.at(180, 820, scale=1.55):
        vase(b, flower=0)
    with b.at(1430, 860, scale=1.15):
        vase(b, flower=1)
    return end(b, BARK, "blossoms", TIMBER)


def _vine(b: Block, edge: str, hues: tuple[str, ...]) -> None:
    for side in (-1, 1):
        b.line(bend((0, 10), (side * 160, 66), (side * 380, 20), 8), 1.5, ink=hues[0])
        for at in range(7):
            x, y = side * (50 + 48 * at), 36 - at * 2.4
            b.shape(
                petal(x, y, 40, 18, (-50 if at % 2 else 60) if side > 0 else (230 if at % 2 else 120), blunt=0.1),
                hues[at % 3],
                0.8,
                ink=edge,
            )
    for step in range(6):
        b.shape(petal(0, 10, 42, 26, 60 * step, blunt=0.8), hues[1], 0.8, ink=edge)
    b.dots([(0, 10)], 9, hues[2])


def trong() -> str:
    """Compose a festival drum on its stand, a drummer mid-stroke, the communal house behind."""
    b = begin("trong", STRAW)
    with b.at(800, 600, scale=1.5):
        communal_house(b, 520)
    for x in (190, 1410):
        b.line([(x, 860), (x, 500), (x + 4, 190)], 2.4, ink=WOOD, ends=(1, 0.7))
        b.board(
            [(x, 200), (x + (90 if x < 800 else -90), 200), (x + (90 if x < 800 else -90), 420), (x, 420)],
            VERMILION,
            1.1,
        )
        b.board(
            [(x, 226), (x + (64 if x < 800 else -64), 226), (x + (64 if x < 800 else -64), 394), (x, 394)], SOPHORA, 0.8
        )
        b.board(
            [(x, 256), (x + (36 if x < 800 else -36), 256), (x + (36 if x < 800 else -36), 364), (x, 364)],
            VERDIGRIS,
            0.8,
        )
    earth(b, 600, CREAM, marks=24)
    for x in (780, 1180):
        b.board(
            [(x - 22, 760), (x + 22, 760), (x + 60, 1050), (x + 16, 1050)]
            if x > 900
            else [(x - 22, 760), (x + 22, 760), (x - 16, 1050), (x - 60, 1050)],
            WOOD,
            1.2,
        )
    b.board([(740, 960), (1220, 960), (1220, 990), (740, 990)], TIMBER, 1.1)
    with b.at(980, 740, scale=2.5):
        drum_top(b)
    with b.at(980, 740, scale=2.5):
        b.shape(oval(0, 0, 108, count=20), None, 1.6, ink=CRIMSON)
    with b.at(520, 1050, scale=2.9):
        figure(b, STRIKING, coat=VERMILION, trousers=CREAM, hat=None, sash=SOPHORA)
        b.line([(10, -224), (50, -236), (88, -216)], 2, ink=WOOD, ends=(0.8, 1))
        b.disc(90, -214, 7, VERMILION, 0.9)
    with b.at(250, 980, scale=0.95):
        drum_side(b)
    with b.at(1380, 980, scale=1.05):
        drum_side(b, colour=CINNABAR)
    b.lines(
        [arc(980, 740, 290 + 26 * s, 290 + 26 * s, -52 + 4 * s, -14 - 4 * s, 6) for s in range(3)], 1.6, ink=VERMILION
    )
    return end(b, VERMILION, "fret")


def nhac_cu() -> str:
    """Compose a moon lute and a guitar under a full moon, a player seated between."""
    b = begin("nhac-cu", SKY)
    b.disc(1130, 380, 210, CREAM, 1.2)
    with b.at(420, 280, scale=1.25):
        cloud(b, colour=SHELL)
    with b.at(1280, 520, scale=1.1, flip=True):
        cloud(b, colour=SHELL)
    waves(b, LEFT, 820, RIGHT - LEFT, rows=4, pitch=120, colour=MIST)
    earth(b, 900, TIMBER, marks=10)
    lute = b.symbol(lambda: moon_lute(b), 1.35)
    b.stamp(lute, 300, 690, scale=1.15, turn=-8)
    with b.at(1330, 800, scale=1.45, turn=12):
        guitar(b, face=CINNABAR)
    with b.at(700, 1060, scale=3.0):
        stool(b)
        figure(b, SITTING, coat=VERMILION, trousers=INDIGO, hat=None, sash=SOPHORA)
    b.stamp(lute, 838, 850, turn=62)
    with b.at(902, 812, scale=1.0):
        b.shape(oval(0, 0, 26, count=8), mix(CREAM, ROSE, 0.4), 1)
    for x, y, size, flip in ((560, 540, 0.9, False), (640, 430, 0.8, True), (540, 360, 0.65, False)):
        with b.at(x, y, scale=size, flip=flip):
            b.line(bend((0, 0), (30, -60), (0, -110), 6), 1.6, ink=CRIMSON)
            b.shape(petal(0, 0, 46, 28, 200, blunt=0.7), CRIMSON, 0.9)
    with b.at(1010, 1020, scale=0.9):
        lotus(b)
    b.dots([(x, y) for x, y in ((230, 190), (640, 200), (820, 170), (1420, 200), (1400, 340))], 5, SHELL)
    return end(b, INDIGO, "waves", SOPHORA)
