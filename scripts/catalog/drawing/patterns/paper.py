"""Covers of paper and play: folk prints, paper flowers, kites, lanterns, dough figurines."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.animal import carp, chick, cock, hen, pig
from catalog.drawing.motifs.cloud import cloud
from catalog.drawing.motifs.dough import dough_cock, dough_fish, dough_flower
from catalog.drawing.motifs.flower import paper_flower
from catalog.drawing.motifs.kite import kite
from catalog.drawing.motifs.lantern import lantern
from catalog.drawing.motifs.leaf import blade
from catalog.drawing.patterns.layout import HEIGHT, MIDDLE, WIDTH, half_drop
from catalog.drawing.pigment import (
    AMBER,
    BLUSH,
    CINNABAR,
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
    SOPHORA,
    STRAW,
    VERDIGRIS,
    VERMILION,
    mix,
)
from catalog.drawing.woodcut import Block


def tranh_dan_gian(b: Block) -> None:
    """Draw the beloved animals of Đông Hồ: the pig with its swirls, or the carp, or hen and chicks."""
    ground = b.dice.pick((PAPER, CREAM, BLUSH, STRAW))
    b.ground(ground)
    b.brushed(14, light=mix(ground, SHELL, 0.6), dark=mix(ground, AMBER, 0.12))
    which = b.dice.pick(("pig", "carp", "hen", "cock"))
    if which == "pig":
        skin = b.dice.pick((ROSE, CINNABAR, STRAW)) if ground == PAPER else CINNABAR
        main = b.symbol(lambda: pig(b, colour=skin))
    elif which == "carp":
        main = b.symbol(lambda: carp(b, colour=b.dice.pick((VERMILION, INDIGO))))
    elif which == "hen":
        main = b.symbol(lambda: hen(b, colour=b.dice.pick((AMBER, SOPHORA)) if ground != STRAW else CINNABAR))
    else:
        main = b.symbol(lambda: cock(b))

    def filling() -> None:
        if which in ("hen", "cock"):
            chick(b, colour=SOPHORA if ground != STRAW else SHELL)
        else:
            for angle, shade in ((-150, VERDIGRIS), (-30, LEAF), (-90, VERDIGRIS)):
                blade(b, 42, 15, angle, colour=shade)

    small = b.symbol(filling)
    for x, y, column, row in half_drop(212, 258, margin=130):
        middle = (column, row) == (0, 0)
        b.stamp(main, x, y, scale=1.2 if middle else 0.86, flip=column % 2 == 1)
    for x, y, column, _ in half_drop(212, 258, margin=130):
        b.stamp(small, x + 6, y + 134, scale=1, flip=column % 4 == 0)


def hoa_giay(b: Block) -> None:
    """Draw paper flowers of Thanh Tiên: fringed rounds in many colours, lotuses between them."""
    ground = b.dice.pick((VERDIGRIS, DEW, CREAM, MIST))
    sets = b.dice.pick(
        (
            ((VERMILION, SOPHORA, SHELL), (SOPHORA, CINNABAR, CREAM)),
            ((ROSE, SHELL, VERMILION), (INDIGO, SKY, SHELL)),
            ((CINNABAR, STRAW, VERMILION), (ROSE, BLUSH, SHELL)),
        )
    )
    b.ground(ground)
    b.brushed(3, light=mix(ground, SHELL, 0.3), dark=mix(ground, INDIGO, 0.12))
    petals = b.dice.pick((8, 9, 10))
    blooms = [b.symbol(partial(paper_flower, b, s, petals=petals)) for s in sets]
    single = b.symbol(lambda: blade(b, 124, 46, colour=LEAF))

    def three() -> None:
        for turn in (-150, -30, 90):
            b.stamp(single, 0, 0, turn=turn)

    leaf = b.symbol(three)
    size = b.dice.between(0.96, 1.08)
    for x, y, _, _ in half_drop(196 * size, 232 * size, margin=100):
        b.stamp(leaf, x, y, scale=size, turn=b.dice.off(12))
    for x, y, column, row in half_drop(196 * size, 232 * size, margin=90):
        b.stamp(blooms[column % 2], x, y, scale=size * (1.04 if (column, row) == (0, 0) else 0.84), turn=b.dice.off(14))


def dieu(b: Block) -> None:
    """Draw kites with their rows of flutes among scrolled clouds."""
    sky = b.dice.pick((SKY, MIST, STRAW, SAGE))
    pair = b.dice.pick(((CINNABAR, SOPHORA), (VERMILION, SHELL), (INDIGO, SOPHORA), (AMBER, VERMILION)))
    b.ground(sky)
    b.brushed(10, light=mix(sky, SHELL, 0.35), dark=mix(sky, INDIGO, 0.12))
    puff = b.symbol(lambda: cloud(b, colour=SHELL))
    flyer = b.symbol(lambda: kite(b, colour=pair[0], wing=pair[1]))
    tilt = b.dice.pick((-12, 10, -20))
    for x, y, column, _ in half_drop(232, 232, margin=160):
        b.stamp(puff, x + 8, y + 116, scale=0.62, flip=column % 2 == 0)
    for x, y, column, row in half_drop(232, 232, margin=150):
        if (column, row) != (0, 0):
            b.stamp(flyer, x, y + 14, turn=tilt + b.dice.off(5), scale=0.76)
    b.stamp(flyer, MIDDLE[0], MIDDLE[1] + 26, turn=tilt, scale=1.14)
    b.line([(320, 290), (300, 380), (350, 440), (330, HEIGHT + 10)], 0.8)


def long_den(b: Block) -> None:
    """Draw silk lanterns of several shapes hanging in the evening."""
    night = b.dice.pick((NIGHT, INDIGO, CRIMSON, mix(VERDIGRIS, NIGHT, 0.6)))
    colours = b.dice.pick(((VERMILION, SOPHORA), (CINNABAR, SKY), (SOPHORA, VERMILION), (ROSE, SOPHORA)))
    if night == CRIMSON:
        colours = (SOPHORA, CREAM)
    b.ground(night)
    b.dots([(b.dice.between(0, WIDTH), b.dice.between(0, HEIGHT)) for _ in range(46)], 1.8, STRAW)
    first = int(b.dice.between(0, 4))
    cuts = [
        b.symbol(partial(lantern, b, kind=first + k, colour=c, glow=CREAM if c == SOPHORA else AMBER))
        for k, c in ((0, colours[0]), (1, colours[1]))
    ]
    b.threads(
        [[(x, 0), (x, HEIGHT)] for x in {round(x) for x, _, _, _ in half_drop(138, 280, margin=10)}],
        0.5,
        ink=mix(night, STRAW, 0.5),
    )
    for x, y, column, row in half_drop(138, 280, margin=150):
        b.stamp(cuts[column % 2], x, y - 12, scale=1.22 if (column, row) == (0, 0) else 1.05)


def to_he(b: Block) -> None:
    """Draw dough figurines on their sticks: cock, fish and rose."""
    ground = b.dice.pick((CREAM, MIST, DEW, BLUSH))
    b.ground(ground)
    b.brushed(12, light=mix(ground, SHELL, 0.6), dark=mix(ground, AMBER, 0.14))
    toys = [dough_cock, dough_fish]
    first = int(b.dice.between(0, 2))
    one = b.symbol(lambda: toys[first](b))
    rose = b.symbol(
        lambda: dough_flower(
            b, colours=b.dice.pick(((VERMILION, BLUSH, SOPHORA), (SOPHORA, CREAM, VERMILION), (INDIGO, SKY, SOPHORA)))
        )
    )
    size = b.dice.between(0.98, 1.1)
    for x, y, column, row in half_drop(158 * size, 246 * size, margin=140):
        turn = b.dice.off(7)
        if column % 2 == 0:
            b.stamp(
                one,
                x,
                y - 14,
                turn=turn,
                scale=size * (1.3 if (column, row) == (0, 0) else 1.06),
                flip=(column // 2 + row) % 2 == 1,
            )
        else:
            b.stamp(rose, x, y - 30, turn=turn, scale=size)
