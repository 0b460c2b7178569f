"""Six plates that tell how incense is made at Quảng Phú Cầu, in the order of the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from catalog.drawing.motifs.bamboo import grove, lath, stem
from catalog.drawing.motifs.basket import basket
from catalog.drawing.motifs.bundle import bundle_above, bundle_standing, bundle_tied, stick
from catalog.drawing.motifs.cloud import ripples
from catalog.drawing.motifs.figure import BENDING, DIPPING, KNEELING, SITTING, STANDING, figure, stool
from catalog.drawing.motifs.hat import hat_above
from catalog.drawing.motifs.house import areca, banana, communal_house, house
from catalog.drawing.motifs.jar import jar
from catalog.drawing.outline import arc, lathe, oval, points, polar
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
    INK,
    LEAF,
    MIST,
    PAPER,
    ROSE,
    SAGE,
    SHELL,
    SKIN,
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
from catalog.drawing.plates.sheet import BOTTOM, LEFT, RIGHT, TOP, begin, earth, end, far_hills, red_sun, water
from catalog.drawing.woodcut import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """One plate of the series."""

    name: str
    """Its file name without the ending."""
    alt: tuple[str, str]
    """What it shows, for those who cannot see it: Vietnamese, English."""
    caption: tuple[str, str]
    """The step of the work: Vietnamese, English."""
    draw: Callable[[], str]
    """Draws it, as SVG."""


def soaking() -> str:
    """Compose the soaking: green bamboo under water, two people pressing it down, lotus at the edge."""
    b = begin("quang-phu-cau/1", CREAM)
    far_hills(b, 400)
    red_sun(b, 1180, 216, 66)
    with b.at(1270, 480, scale=0.9):
        house(b, 330)
    with b.at(190, 486):
        grove(b, 420, 330, count=5)
    with b.at(1046, 486, scale=0.8):
        banana(b)
    b.board([(LEFT - 20, 470), (RIGHT + 20, 470), (RIGHT + 20, 520), (LEFT - 20, 520)], SAGE, 1)
    water(b, 516, SKY, rows=10)
    pole = b.symbol(lambda: stem(b, 700, 34, colour=LEAF, joints=6))
    dark = b.symbol(lambda: stem(b, 640, 34, colour=VERDIGRIS, joints=5))
    for row in range(6):
        y = 640 + row * 44
        b.stamp(pole if row % 2 else dark, 420 + b.dice.off(40) - row * 16, y, turn=b.dice.off(1.6))
    for row in range(4):
        b.stamp(dark if row % 2 else pole, 220 + b.dice.off(30), 930 + row * 42, turn=-4 + b.dice.off(1))
    with b.at(520, 860, scale=2.35):
        figure(b, BENDING, coat=VERMILION)
    with b.at(1190, 900, scale=2.3, flip=True):
        figure(b, STANDING, coat=INDIGO, sash=SOPHORA)
        b.line([(60, -200), (58, -100), (54, 10)], 2, ink=TIMBER, ends=(1, 0.9))
    for x, y, reach in ((510, 850, 150), (1170, 892, 150)):
        b.fill(oval(x, y, reach, 42, count=16), SKY, rough=3)
        b.line(arc(x, y - 6, reach * 0.8, 26, 196, 344, 9), 1, ink=INDIGO)
        b.line(arc(x, y, reach * 0.9, 30, 20, 160, 9), 0.8, ink=INDIGO)
    ripples(b, [(900, 960, 100), (760, 1060, 90), (1240, 960, 70)])
    for step in range(3):
        b.stamp(pole if step % 2 else dark, 980, 1000 + 44 * step, turn=3)
    return end(b, INDIGO, "waves", VERMILION)


def splitting() -> str:
    """Compose the splitting: a man with a cleaver, a woman shaving cores, laths and coils of sticks round them."""
    b = begin("quang-phu-cau/2", DEW)
    with b.at(800, 486, scale=1.9):
        house(b, 560, wall=CREAM, roof=CINNABAR)
    with b.at(180, 560):
        grove(b, 250, 420, count=3)
    with b.at(1400, 600):
        areca(b, height=430)
    earth(b, 560, STRAW, marks=26)
    lean = b.symbol(lambda: stem(b, 620, 30, colour=SAGE, joints=6))
    for step in range(5):
        b.stamp(lean, 1220 + step * 34, 900 - step * 6, turn=-96 - step * 3)
    with b.at(480, 940, scale=2.6):
        stool(b)
        figure(b, SITTING, coat=INDIGO, hat=None, sash=VERMILION)
        with b.at(84, -66, turn=-58):
            b.board([(0, -4), (18, -4), (18, 4), (0, 4)], WOOD, 0.9)
            b.board([(18, -9), (62, -9), (62, 8), (18, 6)], SHELL, 0.9)
    with b.at(688, 884, turn=88):
        b.board([(-140, -24), (0, -24), (0, 24), (-140, 24)], LEAF, 1.2)
        for side in (-1, 1):
            b.shape(
                [
                    (-300, side * 66),
                    (-300, side * 66),
                    (-200, side * 40),
                    (-138, side * 24),
                    (-138, side * 24),
                    (-138, 0),
                    (-138, 0),
                    (-210, side * 14),
                    (-300, side * 38),
                    (-300, side * 38),
                ],
                SAGE,
                1.1,
            )
        b.lines([[(-130, -8), (-60, -6), (-6, -8)]], 0.8)
        b.board([(0, -30), (8, -30), (8, 30), (0, 30)], LEAF, 0.9)
    with b.at(1060, 950, scale=2.45, flip=True):
        stool(b, colour=TIMBER)
        figure(b, SITTING, coat=VERMILION)
        with b.at(96, -62, turn=-160):
            lath(b, 120, colour=STRAW)
    for _ in range(26):
        x, y = b.dice.between(560, 960), b.dice.between(940, 1070)
        with b.at(x, y, turn=b.dice.off(36)):
            lath(b, b.dice.between(90, 190), colour=b.dice.pick((CREAM, SAGE, STRAW)), sag=b.dice.off(20))
    tied = b.symbol(lambda: bundle_tied(b, colour=CREAM, body=CREAM, length=250, thick=62))
    for x, y in ((140, 1040), (190, 980), (150, 920), (1190, 1050), (1240, 990)):
        b.stamp(tied, x, y, turn=b.dice.off(3))
    return end(b, VERDIGRIS, "fret")


def dyeing() -> str:
    """Compose the dyeing: the feet of the bundles dipped into vats of red, wet bundles standing in rows."""
    b = begin("quang-phu-cau/3", CREAM)
    b.board([(LEFT - 20, 250), (RIGHT + 20, 250), (RIGHT + 20, 268), (LEFT - 20, 268)], TIMBER, 1)
    hung = b.symbol(lambda: _hung(b))
    for step in range(9):
        b.stamp(hung, 170 + step * 158, 262, turn=b.dice.off(2))
    earth(b, 660, BLUSH, marks=12)
    row = b.symbol(lambda: _standing(b, 0.9, VERMILION))
    for step in range(8):
        b.stamp(row, 180 + step * 178, 640 + (18 if step % 2 else 0))
    for x, colour, mouth in ((800, CLAY, VERMILION), (1190, WOOD, ROSE)):
        with b.at(x, 940, scale=1.9):
            b.shape(lathe(points("104,-76 108,-66 100,20 84,66 0,74")), colour, 1.15)
            b.lines(
                [[(-103, -30), (0, -8), (103, -30)], [(-98, 24), (0, 44), (98, 24)]], 1.5, ink=SOPHORA, ends=(0.8, 0.8)
            )
            b.shape(oval(0, -76, 106, 27, count=16), BARK, 1.1)
            b.shape(oval(0, -73, 94, 21, count=16), mouth, 0.8)
            b.threads([arc(-20, -73, 50, 11, 20, 150, 6), arc(30, -76, 36, 7, 200, 330, 6)], 0.7, ink=CREAM)
    with b.at(1150, 780, turn=90, scale=1.05):
        bundle_tied(b, colour=STRAW, body=STRAW, length=200, thick=64)
    with b.at(1240, 760, turn=94, scale=1.05):
        bundle_tied(b, colour=STRAW, body=STRAW, length=210, thick=64)
    with b.at(748, 836, turn=-86, scale=1.25):
        bundle_tied(b, colour=VERMILION, body=STRAW, length=214, thick=66, share=0.42)
    b.shape(oval(752, 832, 62, 17, count=10), VERMILION, 0.8)
    with b.at(450, 1050, scale=2.75):
        figure(b, DIPPING, coat=INDIGO, sash=VERMILION)
    wet = b.symbol(lambda: _standing(b, 1.2, CINNABAR))
    for x, y in ((220, 1000), (1420, 1000), (250, 840)):
        b.stamp(wet, x, y)
    b.dots(points("640,1010 664,1040 612,1046 980,1010 1010,1044 1040,1020"), 9, VERMILION)
    return end(b, VERMILION, "petals")


def _hung(b: Block) -> None:
    with b.at(0, 0, turn=90, scale=1.15):
        bundle_tied(b, colour=VERMILION, body=STRAW, length=210, thick=58, share=0.45)


def _standing(b: Block, size: float, colour: str) -> None:
    with b.at(scale=size):
        bundle_standing(b, colour=colour, sticks=13)


def drying() -> str:
    """Compose the drying yard from above: rounds of red packed like flowers, hats moving between them."""
    b = begin("quang-phu-cau/4", STRAW)
    tile = b.tile(
        92, 92, lambda: b.threads([[(0, 0), (92, 0)], [(0, 0), (0, 92)]], 0.6, ink=mix(STRAW, WOOD, 0.4), soft=False)
    )
    b.raw(f'<path d="M{LEFT} {TOP}H{RIGHT}V{BOTTOM}H{LEFT}z" fill="{tile}"/>')
    shades = (VERMILION, CINNABAR, CRIMSON, ROSE, SOPHORA)
    cuts = {shade: b.symbol(partial(bundle_above, b, colour=shade, foot=CREAM, sticks=26)) for shade in shades}
    across, down = 176.0, 153.0
    free = {(0, 0), (1, 0), (-2, -1), (-1, -1), (2, 2), (3, 2), (-3, 2), (-2, 2)}
    for row in range(-4, 5):
        for column in range(-5, 6):
            x = 800 + column * across + (across / 2 if row % 2 else 0)
            y = 600 + row * down
            if (column, row) in free:
                continue
            far = max(abs(x - 800) / 700, abs(y - 600) / 500)
            shade = (
                SOPHORA
                if (column * 2 + row * 3) % 11 == 5
                else ROSE
                if (column + row * 2) % 7 == 3
                else VERMILION
                if far < 0.6
                else CINNABAR
            )
            b.stamp(cuts[shade], x + b.dice.off(4), y + b.dice.off(4), turn=b.dice.between(0, 13), scale=0.88)
    for x, y, coat, turn in (
        (560, 447, INDIGO, 6),
        (970, 600, VERDIGRIS, 176),
        (1318, 906, INDIGO, 186),
        (290, 906, VERDIGRIS, -4),
    ):
        with b.at(x, y, turn=turn):
            for side in (-1, 1):
                b.shape(
                    [
                        (20, side * 40),
                        (60, side * 58),
                        (112, side * 34),
                        (118, side * 18),
                        (96, side * 20),
                        (50, side * 22),
                    ],
                    coat,
                    1.1,
                )
                b.shape(oval(122, side * 25, 13, count=8), SKIN, 1)
            b.shape(oval(-4, 0, 50, 74, count=12), coat, 1.1)
        with b.at(x, y, scale=0.82):
            hat_above(b, colour=CREAM, rings=6, lean=-8)
        with b.at(x, y, turn=turn), b.at(150, 0, turn=10, scale=0.46):
            bundle_above(b, colour=VERMILION, foot=CREAM, sticks=18)
    return end(b, VERMILION, "petals")


def rolling() -> str:
    """Compose the rolling of black incense at Xà Cầu: resin and charcoal, a board, rows of black sticks."""
    b = begin("quang-phu-cau/5", STRAW)
    with b.at(330, 560, scale=1.0):
        areca(b, height=340)
    with b.at(820, 560, scale=1.05):
        communal_house(b, 480, roof=CLAY)
    red_sun(b, 1320, 240, 70)
    earth(b, 552, CREAM, marks=14)
    rack = b.symbol(lambda: _rack(b))
    for x, y in ((300, 610), (1290, 610)):
        b.stamp(rack, x, y)
    b.board([(600, 900), (1010, 900), (1080, 1000), (530, 1000)], TIMBER, 1.2)
    b.board([(530, 1000), (1080, 1000), (1080, 1034), (530, 1034)], WOOD, 1.1)
    b.lines([[(590, 930), (800, 926), (1020, 932)], [(560, 966), (800, 960), (1050, 968)]], 0.7)
    for step in range(6):
        with b.at(650 + step * 14, 912 + step * 14, turn=-2):
            stick(b, 250, foot=VERMILION)
    b.shape(points("900,930 930,896 980,890 1010,920 990,948 930,952"), INK, 1)
    b.line([(930, 916), (956, 906), (980, 914)], 0.9, ink=PAPER)
    with b.at(440, 1000, scale=2.55):
        figure(b, KNEELING, coat=VERMILION, trousers=SOOT)
    with b.at(1170, 1000, scale=2.55, flip=True):
        figure(b, KNEELING, coat=INDIGO, trousers=SOOT, sash=SOPHORA)
    with b.at(800, 742, scale=0.95):
        b.shape(oval(0, 30, 120, 34, count=14), WOOD, 1.1)
        b.shape(oval(0, 22, 112, 28, count=14), STRAW, 1)
        b.shape(points("-92,20 -50,-24 -8,-40 30,-22 84,16 0,36"), INK, 1)
        b.lines([[(-44, -8), (-20, -20), (0, -22)], [(18, -4), (40, 2), (54, 12)]], 0.9, ink=PAPER)
    with b.at(800, 610, scale=0.62):
        jar(b, colour=AMBER, lid=None)
    for x, y, count in ((128, 1066, 5), (1336, 1066, 5)):
        for step in range(count):
            with b.at(x + step * 6, y - step * 15, turn=b.dice.off(2)):
                stick(b, 132, foot=VERMILION)
    return end(b, INK, "scrolls", VERMILION)


def _rack(b: Block) -> None:
    for x in (-130, 130):
        b.board([(x - 8, -60), (x + 8, -60), (x + 8, 130), (x - 8, 130)], TIMBER, 1)
    for level in (-50, 30):
        b.board([(-150, level), (150, level), (150, level + 12), (-150, level + 12)], TIMBER, 1)
        for step in range(17):
            x = -128 + 16 * step
            b.line([(x, level), (x + 2, level - 70)], 1.7, ink=INK, ends=(1, 0.8))
            b.line([(x, level + 10), (x, level - 16)], 0.9, ink=VERMILION, ends=(1, 1))


def packing() -> str:
    """Compose the packing: a woman tying bundles at a table, parcels in red paper, baskets ready for the road."""
    b = begin("quang-phu-cau/6", MIST)
    b.board([(LEFT - 20, TOP - 20), (RIGHT + 20, TOP - 20), (RIGHT + 20, 190), (LEFT - 20, 190)], WOOD, 1)
    for x in (250, 1350):
        b.board([(x - 26, 180), (x + 26, 180), (x + 26, 800), (x - 26, 800)], CINNABAR, 1.1)
        b.lines([[(x - 8, 200), (x - 10, 480), (x - 6, 780)]], 0.8)
    b.board([(330, 350), (1270, 350), (1270, 372), (330, 372)], TIMBER, 1)
    b.board([(330, 540), (1270, 540), (1270, 562), (330, 562)], TIMBER, 1)
    red = b.symbol(lambda: _parcel(b, VERMILION, SOPHORA))
    gold = b.symbol(lambda: _parcel(b, SOPHORA, VERMILION))
    green = b.symbol(lambda: _parcel(b, VERDIGRIS, CREAM))
    for step in range(11):
        b.stamp((red, gold, red, green)[step % 4], 384 + step * 83, 540)
        if step not in (3, 4, 9):
            b.stamp((gold, red, green, red)[step % 4], 384 + step * 83, 350)
    earth(b, 790, STRAW, marks=14)
    with b.at(560, 1040, scale=2.75):
        stool(b)
        figure(b, SITTING, coat=VERDIGRIS, sash=VERMILION)
    with b.at(1180, 1040, scale=2.55, flip=True):
        figure(b, STANDING, coat=INDIGO, hat=None, sash=SOPHORA)
    b.board([(690, 860), (1080, 860), (1110, 900), (660, 900)], TIMBER, 1.2)
    b.board([(690, 900), (716, 900), (716, 1050), (690, 1050)], WOOD, 1)
    b.board([(1050, 900), (1076, 900), (1076, 1050), (1050, 1050)], WOOD, 1)
    with b.at(745, 846, scale=1.05):
        bundle_tied(b, colour=VERMILION, body=INK, length=250, thick=66, share=0.34)
    with b.at(780, 784, scale=1.0):
        bundle_tied(b, colour=VERMILION, body=AMBER, length=210, thick=54, share=0.34)
    with b.at(310, 960, scale=1.35):
        for x in (-48, -16, 16, 48):
            with b.at(x, -40, turn=-90 + x * 0.2):
                bundle_tied(b, colour=VERMILION, body=STRAW, length=130, thick=34, share=0.3)
        basket(b, handle=False)
    with b.at(1390, 1010, scale=1.0):
        basket(b, dark=CINNABAR, handle=False)
    with b.at(880, 1060, scale=1.0):
        b.stamp(red, 0, 0)
        b.stamp(gold, 86, 4)
        b.stamp(red, -84, 2)
    return end(b, VERMILION, "fret", INDIGO)


def _parcel(b: Block, colour: str, band: str) -> None:
    b.board([(-34, -128), (34, -128), (34, 0), (-34, 0)], colour, 1)
    b.board([(-34, -86), (34, -86), (34, -42), (-34, -42)], band, 0.8)
    for angle in range(0, 360, 60):
        b.dots([polar(0, -64, 10, angle)], 4.6, colour)
    b.lines([[(-18, -126), (-20, -108), (-18, -88)], [(18, -126), (20, -108), (18, -88)]], 0.6)


PLATES: tuple[Plate, ...] = (
    Plate(
        name="01-ngam-tre",
        alt=(
            (
                "Tranh vẽ: cây vầu, tre xanh ngâm thành lớp dưới nước, hai người "
                "đội nón dìm cây xuống; xa là lũy tre và mái nhà."
            ),
            (
                "Drawing: layers of green bamboo lie in water while two people in "
                "conical hats push them under; a bamboo grove and a roof behind."
            ),
        ),
        caption=(
            (
                "Ngâm vầu, tre một đến hai tháng rồi rửa sạch. "
                "Tranh vẽ theo lời kể ngâm dưới ao; có nơi ghi ngâm trong bể."
            ),
            (
                "The bamboo is soaked for one to two months, then washed. "
                "Drawn after accounts of a pond; another source speaks of a bath."
            ),
        ),
        draw=soaking,
    ),
    Plate(
        name="02-che-tam",
        alt=(
            "Tranh vẽ: người đàn ông cầm dao chẻ ống tre, người phụ nữ vót tăm, quanh họ là nan tre và những bó tăm.",
            (
                "Drawing: a man splits a bamboo stem with a knife, a woman pares "
                "the cores; laths and tied bundles lie around them."
            ),
        ),
        caption=(
            "Pha thanh, phơi khô rồi chẻ thành tăm.",
            "Cut into laths and dried, the bamboo is split into cores.",
        ),
        draw=splitting,
    ),
    Plate(
        name="03-nhuom-chan-huong",
        alt=(
            "Tranh vẽ: một người cúi nhúng chân bó tăm vào chum phẩm đỏ, sau lưng là hàng bó tăm đỏ treo và dựng.",
            (
                "Drawing: a worker dips the foot of a bundle into a vat of red "
                "dye; rows of red bundles hang and stand behind."
            ),
        ),
        caption=("Nhuộm chân hương đỏ hoặc hồng.", "The foot of the sticks is dyed red or pink."),
        draw=dyeing,
    ),
    Plate(
        name="04-phoi-tam",
        alt=(
            "Tranh vẽ: sân phơi nhìn từ trên cao, những bó tăm đỏ xòe tròn như hoa, bốn người đội nón đi giữa các bó.",
            (
                "Drawing: the drying yard from above, red bundles fanned out like "
                "flowers and four people in conical hats among them."
            ),
        ),
        caption=(
            "Phơi nắng, bó tăm xòe tròn trên sân.",
            "The bundles are fanned out in the yard to dry in the sun.",
        ),
        draw=drying,
    ),
    Plate(
        name="05-se-huong-den",
        alt=(
            (
                "Tranh vẽ: hai người quỳ bên tấm ván se những nén hương đen, giữa họ "
                "là mẹt than và hũ nhựa trám, phía sau là giá phơi hương."
            ),
            (
                "Drawing: two people kneel at a board rolling black sticks, a tray of "
                "charcoal and a jar of resin between them, drying racks behind."
            ),
        ),
        caption=(
            "Xà Cầu: trộn nhựa trám với than rồi se thành hương đen.",
            "At Xà Cầu canarium resin is mixed with charcoal and rolled into black incense.",
        ),
        draw=rolling,
    ),
    Plate(
        name="06-dong-goi",
        alt=(
            (
                "Tranh vẽ: một người ngồi bó hương bên bàn, một người đứng giúp, "
                "trên giá xếp những gói hương giấy đỏ, vàng, xanh."
            ),
            (
                "Drawing: one person sits tying bundles at a table, another helps; "
                "shelves hold parcels of incense in red, yellow and green paper."
            ),
        ),
        caption=("Đóng gói hương thành phẩm.", "The finished incense is packed."),
        draw=packing,
    ),
)
"""The series, in the order of the work."""
