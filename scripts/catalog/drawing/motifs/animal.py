"""The animals of Đông Hồ prints: carp, the yin-yang pig, hen and chicks, cock, and birds, buffalo, butterfly."""

from __future__ import annotations

from catalog.drawing.outline import Points, arc, bend, oval, petal, points, spiral
from catalog.drawing.pigment import (
    AMBER,
    CREAM,
    INDIGO,
    INK,
    PAPER,
    ROSE,
    SHELL,
    SOOT,
    SOPHORA,
    STRAW,
    VERDIGRIS,
    VERMILION,
)
from catalog.drawing.woodcut import Block


def carp(b: Block, *, colour: str = VERMILION, belly: str = STRAW, fin: str = SOPHORA, ink: str = INK) -> None:
    """Draw a leaping carp, head to the left, tail up right; about 220 wide, 150 high."""
    b.shape(
        points("62,-22 62,-22 88,-64 124,-74 124,-74 112,-44 114,-36 114,-36 134,-18 130,8 130,8 98,-2 70,4 70,4"),
        fin,
        1,
        ink=ink,
    )
    b.threads(
        [
            bend((72, -14), (96, -40), (116, -66), 4),
            bend((74, -10), (100, -32), (108, -46), 4),
            bend((76, -4), (104, -16), (126, 0), 4),
        ],
        0.5,
        ink=ink,
    )
    b.shape(points("-44,-40 -44,-40 -30,-76 6,-80 40,-56 40,-56 30,-26 -10,-30"), fin, 1, ink=ink)
    b.threads([[(-30 + 14 * s, -38 + s * 2), (-22 + 13 * s, -66 + 2 * s)] for s in range(5)], 0.5, ink=ink)
    b.shape(points("-18,40 -18,40 -4,70 24,76 24,76 20,50 14,36"), fin, 0.9, ink=ink)
    body: Points = points("-112,2 -112,2 -100,-22 -66,-44 -18,-50 34,-40 76,-18 82,-8 74,4 38,26 -14,44 -66,42 -100,22")
    b.shape(body, colour, 1.1, ink=ink)
    b.fill(points("-104,12 -60,22 -10,22 40,12 66,2 36,22 -14,40 -66,38 -98,20"), belly)
    scales = []
    for column in range(7):
        x = -46 + 17 * column
        reach = 32 - column * 4
        for row in range(-2, 3):
            y = -4 - column * 1.6 + row * reach * 0.36 + (reach * 0.18 if column % 2 else 0)
            scales.append(arc(x, y, 8, reach * 0.2, -80, 80, 4))
    b.lines(scales, 0.7, ink=ink, ends=(0.4, 0.4))
    b.line([(-60, -44), (-48, -20), (-48, 10), (-60, 40)], 1.2, ink=ink, ends=(0.4, 0.4))
    b.shape(points("-46,12 -46,12 -26,14 -12,28 -22,34 -40,26"), fin, 0.8, ink=ink)
    b.disc(-84, -8, 11, SHELL, 0.9, ink=ink)
    b.dots([(-85, -8)], 4.6, ink)
    b.line([(-110, 4), (-100, 10), (-90, 10)], 0.9, ink=ink)
    b.lines([bend((-104, 12), (-118, 24), (-110, 34), 4), bend((-96, 18), (-104, 32), (-94, 40), 4)], 0.7, ink=ink)


def pig(b: Block, *, colour: str = ROSE, swirl: str = SHELL, band: str = VERDIGRIS) -> None:
    """Draw the fat pig with its two yin-yang swirls, head to the left; about 230 wide, 140 high."""
    for x, lean in ((-44, -4), (-16, 2), (52, 2), (80, 8)):
        b.shape(
            [
                (x, 20),
                (x - 2, 56),
                (x - 8 + lean, 66),
                (x - 8 + lean, 66),
                (x + 18 + lean, 66),
                (x + 18 + lean, 66),
                (x + 22, 50),
                (x + 26, 20),
            ],
            colour,
            1,
        )
    b.line(spiral(112, -22, 3, 13, 1.6, 200), 1.2, ends=(0.5, 0.9))
    b.shape(
        points(
"-104,30 -114,20 -108,2 -92,-12 -78,-34 -46,-44 -8,-40 34,-54 78,-50 106,-24 108,14 86,42 "
"40,52 -14,52 -54,44 -78,40 -90,30"
),
        colour,
        1.15,
    )  # fmt: skip
    for x, y, r in ((-10, 4, 29), (62, 0, 34)):
        b.disc(x, y, r, swirl, 0.9)
        drop = [(x, y - r), (x, y - r), *arc(x, y, r * 0.98, r * 0.98, -60, 90, 6)]
        drop += [*arc(x, y + r / 2, r / 2, r / 2, 120, 240, 4), *arc(x, y - r / 2, r / 2, r / 2, 60, -60, 4)]
        b.fill(drop, INK, rough=0.4)
        b.dots([(x - 2, y - r * 0.46)], r * 0.12)
        b.dots([(x + 4, y + r * 0.42)], r * 0.12, swirl)
    b.shape(petal(-66, -34, 40, 30, 158, blunt=0.5), band, 0.9)
    b.line(bend((-48, -40), (-34, 0), (-46, 42), 6), 1.3, ink=band, ends=(0.7, 0.7))
    b.dots([(-86, -6)], 3.4)
    b.line([(-94, -12), (-86, -13), (-78, -8)], 0.7)
    b.shape(oval(-108, 14, 9, 13, turn=12, count=8), VERMILION, 0.9)
    b.dots([(-110, 11), (-109, 18)], 1.8)
    b.line([(-102, 28), (-92, 26), (-84, 20)], 0.8)


def hen(b: Block, *, colour: str = AMBER, wing: str = VERMILION, tail: str = VERDIGRIS) -> None:
    """Draw a hen standing, head to the left; about 190 wide, 170 high."""
    b.lines([[(0, 50), (-2, 70), (-4, 82)], [(24, 50), (26, 70), (24, 82)]], 1.4, ends=(0.8, 0.8))
    b.lines([[(-4, 80), (-22, 86)], [(-4, 80), (8, 87)], [(24, 80), (6, 87)], [(24, 80), (38, 87)]], 1)
    for angle, shade in ((-64, INK), (-48, tail), (-33, wing), (-19, tail), (-6, INK)):
        b.shape(petal(44, 10, 78, 24, angle, blunt=0.8), shade, 0.9)
    b.shape(
        points("-66,-66 -50,-74 -36,-62 -28,-34 10,-18 50,-12 76,4 64,38 26,58 -22,54 -52,28 -58,-12 -66,-44"),
        colour,
        1.1,
    )
    b.shape(
        points("-18,0 16,-12 50,-2 74,22 74,22 50,20 56,34 56,34 36,30 36,42 36,42 4,38 -16,22"),
        wing,
        1,
    )
    b.lines([arc(4, 16, 18, 16, 110, 250, 5), arc(22, 16, 18, 16, 110, 250, 5), arc(40, 18, 16, 14, 120, 240, 5)], 0.7)
    b.lines(
        [arc(-46 + 4 * s, -36 + 16 * s, 8, 6, 20, 160, 4) for s in range(4)]
        + [arc(-32 + 6 * s, -24 + 14 * s, 7, 6, 20, 160, 4) for s in range(4)],
        0.6,
    )
    b.shape(points("-66,-68 -68,-80 -60,-78 -56,-88 -48,-80 -40,-84 -40,-70 -50,-72"), VERMILION, 0.8)
    b.shape(points("-66,-60 -66,-60 -84,-54 -84,-54 -65,-50"), SOPHORA, 0.8)
    b.shape(oval(-62, -40, 5, 9, count=8), VERMILION, 0.7)
    b.disc(-54, -60, 5.5, SHELL, 0.6)
    b.dots([(-55, -60)], 2.4)


def chick(b: Block, *, colour: str = SOPHORA) -> None:
    """Draw a chick, head to the left; about 60 wide, 60 high."""
    b.lines([[(0, 18), (-1, 30)], [(9, 18), (10, 30)], [(-1, 30), (-8, 32)], [(10, 30), (3, 32)]], 0.8, ends=(0.9, 0.9))
    b.shape(
        points("-24,-22 -12,-28 -4,-16 12,-10 30,-14 30,-14 24,10 6,22 -12,16 -18,0 -24,-8"),
        colour,
        1,
    )
    b.line(arc(8, 2, 11, 8, 0, 190, 5), 0.7)
    b.shape(points("-25,-17 -25,-17 -34,-13 -34,-13 -25,-11"), VERMILION, 0.6)
    b.dots([(-17, -18)], 2.2)


def cock(b: Block, *, colour: str = VERMILION, mane: str = SOPHORA, tail: str = VERDIGRIS, dark: str = INDIGO) -> None:
    """Draw a proud cock, head to the left; about 200 wide, 210 high."""
    b.lines([[(-4, 60), (-4, 84), (-8, 96)], [(22, 58), (24, 84), (22, 96)]], 1.7, ends=(0.8, 0.8))
    b.lines([[(-8, 94), (-26, 101)], [(-8, 94), (6, 102)], [(22, 94), (6, 102)], [(22, 94), (40, 101)]], 1.1)
    for lead, end, width, shade in (
        ((60, -110), (112, -64), 24, tail),
        ((84, -92), (118, -24), 24, dark),
        ((92, -54), (112, 16), 22, mane),
        ((88, -20), (98, 44), 20, tail),
        ((44, -118), (84, -100), 22, dark),
    ):
        way = bend((38, 12), lead, end, 6)
        left = [
            (x - width * 0.5 * w, y - width * 0.3 * w) for (x, y), w in zip(way, (0.4, 0.8, 1, 1, 0.7, 0), strict=True)
        ]
        right = [
            (x + width * 0.5 * w, y + width * 0.3 * w) for (x, y), w in zip(way, (0.4, 0.8, 1, 1, 0.7, 0), strict=True)
        ]
        b.shape([*left, *reversed(right)], shade, 0.9)
    b.shape(
        points("-58,-78 -44,-88 -30,-74 -24,-40 6,-14 44,-8 62,12 48,46 14,66 -26,58 -50,24 -52,-20 -60,-54"),
        colour,
        1.1,
    )
    b.shape(
        points(
            "-30,-70 -20,-44 -2,-22 -2,-22 -14,-18 -10,-4 -10,-4 -28,-8 -32,8 -32,8 -46,-6 -54,4 "
            "-54,4 -54,-30 -56,-56 -44,-66"
        ),
        mane,
        1,
    )
    b.lines(
        [
            bend((-42, -60), (-44, -30), (-46, -10), 4),
            bend((-34, -60), (-30, -34), (-30, -6), 4),
            bend((-30, -58), (-18, -36), (-12, -20), 4),
        ],
        0.6,
    )
    b.shape(
        points("-12,6 18,-8 48,6 66,30 66,30 44,28 48,44 48,44 24,38 2,40 -14,24"),
        dark,
        1,
    )
    b.lines([arc(6, 20, 16, 14, 110, 250, 5), arc(24, 22, 16, 14, 110, 250, 5)], 0.8, ink=PAPER)
    b.shape(
        points("-58,-78 -66,-94 -56,-92 -54,-106 -44,-96 -36,-106 -34,-92 -24,-92 -30,-76 -44,-84"),
        VERMILION,
        0.9,
    )
    b.shape(points("-60,-70 -60,-70 -80,-62 -80,-62 -60,-60"), SOPHORA, 0.8)
    b.shape(oval(-56, -48, 6, 12, count=8), VERMILION, 0.8)
    b.disc(-48, -72, 5.5, SHELL, 0.6)
    b.dots([(-49, -72)], 2.4)


def buffalo(b: Block, *, colour: str = SOOT) -> None:
    """Draw a buffalo walking, head to the left; about 230 wide, 140 high."""
    for x in (-52, -26, 50, 78):
        b.shape(
            [(x, 16), (x - 2, 48), (x - 6, 70), (x - 6, 70), (x + 16, 70), (x + 16, 70), (x + 18, 46), (x + 24, 16)],
            colour,
            1,
        )
    b.line(bend((102, -24), (122, 10), (110, 50), 6), 1.3)
    b.shape(
        points("-84,-8 -70,-34 -30,-44 20,-38 70,-44 104,-24 108,8 84,32 20,38 -40,36 -70,24"),
        colour,
        1.1,
    )
    b.shape(points("-82,-30 -70,-14 -78,10 -92,30 -108,28 -112,14 -104,-12 -98,-28"), colour, 1.1)
    for side, tip in ((-1, (-128, -56)), (1, (-46, -68))):
        root = (-90 + side * 8, -28)
        b.shape(
            [
                root,
                root,
                bend(root, (root[0] + side * 34, -28), tip, 3)[1],
                tip,
                tip,
                (root[0] + side * 20, -46),
                (root[0] - side * 3, -34),
            ],
            CREAM,
            0.9,
        )
    b.shape(petal(-76, -20, 22, 13, 16), colour, 0.9)
    b.dots([(-96, -6)], 3, PAPER)
    b.dots([(-106, 20)], 2, PAPER)
    b.lines([bend((-60, -28), (-50, 0), (-60, 24), 5), bend((72, -34), (60, 0), (74, 26), 5)], 0.8, ink=PAPER)


def small_fish(b: Block, *, colour: str = INDIGO, belly: str = SHELL) -> None:
    """Draw an anchovy, head to the left; 120 wide, 30 high."""
    b.shape(points("44,0 44,0 62,-13 62,-13 58,0 62,13 62,13"), colour, 0.8)
    b.shape(points("-58,2 -58,2 -40,-10 0,-13 36,-6 48,0 36,6 0,12 -38,12"), belly, 0.9)
    b.fill(points("-56,1 -40,-9 0,-12 36,-5 46,0 0,-2 -38,1"), colour)
    b.dots([(-44, -2)], 2.6)
    b.line(arc(-34, 1, 5, 9, -70, 70, 4), 0.7)


def heron(b: Block, *, colour: str = SHELL, ink: str = INK) -> None:
    """Draw a Lạc bird of the bronze drums flying left, long beak and crest; about 200 wide, 80 high."""
    b.shape(points("-46,-12 -46,-12 -22,-32 2,-34 2,-34 -14,-20 -28,-4"), colour, 0.8, ink=ink)
    b.shape(
        points("34,4 34,4 96,-16 96,-16 84,0 100,8 100,8 86,14 94,26 94,26 34,16"),
        colour,
        0.8,
        ink=ink,
    )
    b.shape(
        points("-104,2 -104,2 -60,-10 -44,-14 -32,-6 -14,0 20,-4 44,6 34,18 0,22 -24,14 -40,2 -60,0"),
        colour,
        0.9,
        ink=ink,
    )
    b.shape(
        points("-18,4 -18,4 -10,-40 26,-56 26,-56 22,-34 38,-32 38,-32 30,-16 42,-10 42,-10 22,6"),
        colour,
        0.9,
        ink=ink,
    )
    b.lines([[(-2, -26), (6, -2)], [(10, -30), (14, 0)], [(24, -22), (22, 2)]], 0.6, ink=ink)
    b.dots([(-44, -6)], 2.8, ink)


def butterfly(b: Block, *, colour: str = SOPHORA, spots: str = VERMILION, ink: str = INK) -> None:
    """Draw a butterfly with open wings; 120 wide, 100 high."""

    def half() -> None:
        b.shape(points("2,-6 14,-38 44,-48 60,-30 50,-8 20,2"), colour, 0.9, ink=ink)
        b.shape(points("2,0 26,0 44,14 38,38 20,42 6,20"), colour, 0.9, ink=ink)
        b.dots([(42, -30), (28, 22)], 6, spots)
        b.lines([[(6, -8), (24, -26), (34, -38)], [(8, -4), (30, -14), (44, -16)]], 0.5, ink=ink)
        b.line(bend((1, -18), (6, -40), (20, -54), 4), 0.6, ink=ink)

    wing = b.once(f"wing{colour}{spots}{ink}", half)
    b.stamp(wing, 0, 0)
    b.stamp(wing, 0, 0, flip=True)
    b.shape(oval(0, 0, 5, 22, count=8), ink, 0.4, ink=ink)
