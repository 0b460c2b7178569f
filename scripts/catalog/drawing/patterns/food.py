"""Covers of what is eaten and drunk: fish sauce, rice paper, food, tea, rice spirits; and of leather."""

from __future__ import annotations

from catalog.drawing.motifs.animal import small_fish
from catalog.drawing.motifs.basket import drying_frame
from catalog.drawing.motifs.cake import rice_cake
from catalog.drawing.motifs.jar import bowl, cup, drop, gourd, jar, teapot, wine_jar
from catalog.drawing.motifs.leaf import rice_ear, tea_sprig
from catalog.drawing.motifs.leatherware import bag, shoe
from catalog.drawing.outline import petal, points, polar
from catalog.drawing.patterns.layout import HEIGHT, WIDTH, half_drop
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
    MOSS,
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
    mix,
)
from catalog.drawing.woodcut import Block


def nuoc_mam(b: Block) -> None:
    """Draw rows of earthen jars under straw lids, anchovies swimming between, amber drops falling."""
    ground = b.dice.pick((STRAW, CREAM, MIST, BLUSH))
    body, lid = b.dice.pick(((CLAY, STRAW), (WOOD, STRAW), (CINNABAR, CREAM), (AMBER, CREAM)))
    b.ground(ground)
    b.brushed(10, light=mix(ground, SHELL, 0.5), dark=mix(ground, AMBER, 0.2))
    pot = b.symbol(lambda: jar(b, colour=body, lid=lid if lid != ground else CREAM))
    fish = b.symbol(lambda: small_fish(b, colour=b.dice.pick((INDIGO, VERDIGRIS))))
    tear = b.symbol(lambda: drop(b, colour=AMBER if ground != STRAW else VERMILION))
    size = b.dice.between(0.9, 1.02)
    for x, y, column, row in half_drop(186 * size, 264 * size, margin=150):
        middle = (column, row) == (0, 0)
        b.stamp(pot, x, y + 14, scale=size * (1.06 if middle else 0.84))
        b.stamp(fish, x + 4, y + 136 * size, scale=0.92, flip=column % 2 == 1, turn=b.dice.off(6))
        b.stamp(tear, x + 93 * size, y + 66 * size, scale=0.8)


def banh_trang_bun(b: Block) -> None:
    """Draw rounds of rice paper drying on bamboo frames, seen from above, ears of rice between."""
    ground = b.dice.pick((SAGE, LEAF, CLAY, SKY))
    cane = b.dice.pick((TIMBER, WOOD))
    b.ground(ground)
    b.brushed(10, light=mix(ground, SHELL, 0.25), dark=mix(ground, MOSS, 0.25))
    columns, rows = b.dice.pick(((3, 2), (2, 2), (3, 3)))
    rack = b.symbol(lambda: drying_frame(b, columns=columns, rows=rows, cane=cane, size=70))
    ear = b.symbol(lambda: rice_ear(b, grains=6))
    across = columns * 70 + 64
    for x, y, column, _ in half_drop(across, rows * 70 + 76, margin=180):
        b.stamp(rack, x, y, turn=b.dice.off(3))
        b.stamp(ear, x - 20, y + 108, turn=90, scale=0.62, flip=column % 2 == 1)


def che_bien_thuc_pham(b: Block) -> None:
    """Draw square cakes in green leaves, full bowls and red chillies."""
    ground = b.dice.pick((CREAM, STRAW, MIST, BLUSH))
    b.ground(ground)
    b.brushed(10, light=mix(ground, SHELL, 0.5), dark=mix(ground, AMBER, 0.16))
    cake = b.symbol(lambda: rice_cake(b, tie=CREAM))
    dish = b.symbol(lambda: bowl(b, filling=b.dice.pick((LEAF, CREAM, AMBER)), paint=b.dice.pick((INDIGO, VERMILION))))

    def chilli() -> None:
        b.shape(points("-40,8 -20,-10 10,-12 44,6 44,6 12,6 -18,14"), VERMILION, 0.9)
        b.shape([(-38, 10), (-44, -2), (-34, -6), (-28, 2)], VERDIGRIS, 0.8)
        b.line([(-42, 0), (-52, -4), (-58, -14)], 1.1, ink=VERDIGRIS)

    pod = b.symbol(chilli)
    swap = b.dice.chance(0.4)
    for x, y, column, row in half_drop(178, 216, margin=110):
        middle = (column, row) == (0, 0)
        b.stamp(cake if (column % 2 == 0) != swap else dish, x, y, scale=1.26 if middle else 0.98)
        b.stamp(pod, x + 4, y + 110, turn=b.dice.pick((-16, 18)), flip=column % 2 == 1, scale=0.86)


def che(b: Block) -> None:
    """Draw tea sprigs, one bud and two leaves, round a pot and its cups."""
    ground, leaf, tender = b.dice.pick(
        ((DEW, VERDIGRIS, LEAF), (CREAM, VERDIGRIS, LEAF), (STRAW, VERDIGRIS, LEAF), (BLUSH, VERDIGRIS, SAGE))
    )
    b.ground(ground)
    b.brushed(10, light=mix(ground, SHELL, 0.5), dark=mix(ground, VERDIGRIS, 0.16))
    sprig = b.symbol(lambda: tea_sprig(b, colour=leaf, tender=tender))
    clay = b.dice.pick((SHELL, CLAY, SAGE))
    pot = b.symbol(lambda: teapot(b, colour=clay, paint=INDIGO if clay == SHELL else WOOD))
    small = b.symbol(lambda: cup(b, tea=AMBER))
    for x, y, column, row in half_drop(184, 244, margin=120):
        if column % 2 == 0 and (column // 2 + row) % 2 == 0:
            b.stamp(pot, x, y - 10, scale=1.2 if (column, row) == (0, 0) else 0.92, flip=column % 4 == 2)
            b.stamp(small, x - 46, y + 92)
            b.stamp(small, x + 46, y + 92)
        else:
            b.stamp(sprig, x, y, turn=b.dice.off(14), flip=b.dice.chance(0.5), scale=1.14)


def ruou(b: Block) -> None:
    """Draw jars of rice wine with bent straws, gourds and ears of rice."""
    ground = b.dice.pick((CREAM, SAGE, CINNABAR, STRAW))
    b.ground(ground)
    b.brushed(10, light=mix(ground, SHELL, 0.4), dark=mix(ground, WOOD, 0.16))
    body = b.dice.pick((WOOD, TIMBER, CRIMSON))
    pot = b.symbol(lambda: wine_jar(b, colour=body if ground != CINNABAR else WOOD))
    flask = b.symbol(lambda: gourd(b, colour=b.dice.pick((AMBER, SOPHORA, LEAF))))
    ear = b.symbol(lambda: rice_ear(b, grains=6))
    for x, y, column, row in half_drop(168, 304, margin=160):
        if column % 2 == 0:
            b.stamp(pot, x, y + 48, scale=1.06 if (column, row) == (0, 0) else 0.94, flip=(column // 2) % 2 == 1)
            b.stamp(ear, x - 92, y - 60, scale=0.6)
        else:
            b.stamp(flask, x, y + 10, turn=b.dice.off(10), scale=0.98)
            b.stamp(ear, x - 10, y + 146, scale=0.7, flip=True)


def da_thuoc(b: Block) -> None:
    """Draw shoes and satchels on stitched hides."""
    ground, stitch = b.dice.pick(((TIMBER, CREAM), (STRAW, WOOD), (SAGE, MOSS), (CLAY, CREAM)))
    b.ground(ground)
    pitch = 128
    ways = []
    for step in range(-6, 12):
        ways += [
            [(step * pitch, 0), (step * pitch + HEIGHT, HEIGHT)],
            [(step * pitch, 0), (step * pitch - HEIGHT, HEIGHT)],
        ]
    b.raw(
        f'<path d="{"".join(f"M{a[0]} {a[1]}L{c[0]} {c[1]}" for a, c in ways)}" fill="none" stroke="{stitch}" '
        f'stroke-width="2.6" stroke-dasharray="11 8" stroke-linecap="round"/>'
    )
    leather = b.dice.pick((WOOD, CRIMSON, CINNABAR, VERDIGRIS) if ground != SAGE else (WOOD, CINNABAR, AMBER))
    boot = b.symbol(lambda: shoe(b, colour=leather))
    case = b.symbol(lambda: bag(b, colour=AMBER if leather != AMBER else CLAY, flap=leather))
    swap = b.dice.chance(0.5)
    for x, y, column, row in half_drop(192, 228, margin=120):
        middle = (column, row) == (0, 0)
        if (column % 2 == 0) != swap:
            b.stamp(boot, x, y, scale=1.14 if middle else 0.84, flip=row % 2 == 1)
        else:
            b.stamp(case, x, y + 22, scale=1.14 if middle else 0.84)


def quiet(b: Block) -> None:
    """Draw the sheet of a craft without a pattern of its own: brushed shell paper, a lattice of lotus stamps."""
    ground = b.dice.pick((PAPER, CREAM, mix(PAPER, BLUSH, 0.5), mix(PAPER, DEW, 0.6)))
    ink, second = b.dice.pick(((VERMILION, AMBER), (INDIGO, SKY), (VERDIGRIS, SAGE), (CINNABAR, ROSE)))
    b.ground(ground)
    b.brushed(34, light=mix(ground, SHELL, 0.8), dark=mix(ground, AMBER, 0.14))

    def seal() -> None:
        b.board([(-40, -40), (40, -40), (40, 40), (-40, 40)], ink, 0, rough=4)
        b.board([(-33, -33), (33, -33), (33, 33), (-33, 33)], None, 0.8, ink=ground)
        for angle, length, width in ((-90, 46, 22), (-128, 40, 17), (-52, 40, 17), (-162, 30, 12), (-18, 30, 12)):
            b.fill(petal(0, 14, length, width, angle, blunt=0.3), ground)
            b.line([polar(0, 14, 12, angle), polar(0, 14, length * 0.76, angle)], 0.9, ink=ink)
        b.lines([[(-26, 20), (-8, 25), (12, 20), (26, 24)]], 1.2, ink=ground)
        b.flecks(-40, -40, 80, 80, 12, ground)

    def sprig() -> None:
        for angle in (-90, -132, -48):
            b.fill(petal(0, 14, 40, 12, angle, blunt=0), second)

    mark, leaves = b.symbol(seal), b.symbol(sprig)
    for x, y, column, row in half_drop(106, 176, margin=70):
        if column % 2 == 0:
            b.stamp(mark, x, y, scale=1.5 if (column, row) == (0, 0) else 0.72, turn=b.dice.off(4))
        else:
            b.stamp(leaves, x, y, turn=b.dice.off(14))
    b.flecks(0, 0, WIDTH, HEIGHT, 30, mix(ground, ink, 0.3))
