"""Covers of carved, joined and lacquered wood: carving, lacquer, mother-of-pearl, drums, instruments."""

from __future__ import annotations

from catalog.drawing.motifs.animal import butterfly
from catalog.drawing.motifs.cloud import scroll
from catalog.drawing.motifs.drum import drum_side, drum_top
from catalog.drawing.motifs.flower import lotus, rosette
from catalog.drawing.motifs.leaf import bamboo_spray
from catalog.drawing.motifs.lute import guitar, moon_lute
from catalog.drawing.motifs.shell import eggshell_round
from catalog.drawing.outline import bend, oval, petal, polar
from catalog.drawing.patterns.layout import HEIGHT, MIDDLE, WIDTH, cover, half_drop
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    CINNABAR,
    CREAM,
    CRIMSON,
    DEW,
    INDIGO,
    INK,
    MOSS,
    NIGHT,
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
from catalog.drawing.woodcut import Block


def go_my_nghe(b: Block) -> None:
    """Draw carved scrollwork: rolling leaves in pairs round a carved flower, the chisel's marks in the ground."""
    ground, high, low = b.dice.pick(
        ((WOOD, TIMBER, AMBER), (BARK, TIMBER, CINNABAR), (WOOD, STRAW, TIMBER), (CRIMSON, AMBER, SOPHORA))
    )
    b.ground(ground)
    chisel = [
        [(6.0, 10.0), (24.0, 9.0)],
        [(32.0, 31.0), (50.0, 32.0)],
        [(62.0, 12.0), (80.0, 11.0)],
        [(86.0, 33.0), (103.0, 32.0)],
    ]
    cover(b, b.tile(108, 42, lambda: b.threads(chisel, 0.7, ink=mix(ground, INK, 0.5), soft=False)))
    roll = b.symbol(lambda: scroll(b, colour=high))
    petals = b.dice.pick((6, 7))
    heart = b.symbol(lambda: rosette(b, [(62, low), (38, high)], petals=petals, heart=ground))
    bead = b.symbol(lambda: b.shape(oval(0, 0, 15, 20, count=8), low, 0.9))
    size = b.dice.between(0.92, 1.04)
    for x, y, column, _ in half_drop(216 * size, 268 * size, margin=170):
        with b.at(x, y, scale=size):
            if column % 2 == 0:
                for turn in (0, 180):
                    with b.at(turn=turn):
                        b.stamp(roll, 96, -72, scale=0.86, flip=True, turn=8)
                        b.stamp(roll, -96, -72, scale=0.86, turn=-8)
                        b.stamp(bead, 0, -112)
                b.stamp(heart, 0, 0)
            else:
                b.stamp(heart, 0, 0, scale=0.6, turn=22)
                for turn in (0, 90, 180, 270):
                    with b.at(turn=turn):
                        b.stamp(bead, 0, -58, scale=0.8)


def son_mai(b: Block) -> None:
    """Draw polished lacquer: layers rubbed through in rings, an eggshell moon, gold bamboo over it."""
    ground, layers = b.dice.pick(
        (
            (INK, (CRIMSON, VERMILION, AMBER)),
            (CRIMSON, (INK, VERMILION, SOPHORA)),
            (NIGHT, (CRIMSON, CINNABAR, SOPHORA)),
        )
    )
    b.ground(ground)
    deep = mix(layers[0], ground, 0.55)
    for left, level, reach in ((40, 420, 190), (600, 60, 190), (590, 460, 130), (40, 40, 130)):
        base = [polar(0, 0, 1 + b.dice.off(0.14), 40 * s) for s in range(9)]
        for r, colour in (
            (1.0, deep),
            (0.92, ground),
            (0.74, layers[0]),
            (0.66, ground),
            (0.5, layers[1]),
            (0.44, ground),
            (0.24, layers[2]),
        ):
            b.fill([(left + px * r * reach * 1.2, level + py * r * reach * 0.8) for px, py in base], colour, rough=2.5)
    b.flecks(0, 0, WIDTH, HEIGHT, 36, layers[2])
    x, y = MIDDLE
    b.fill(oval(x, y, 156, count=18), SOPHORA)
    b.fill(oval(x, y, 150, count=18), ground)
    eggshell_round(b, x, y, 146, b.dice.between(28, 31), b.dice.pick((SHELL, CREAM)))
    leaf, dark = b.dice.pick(((SOPHORA, AMBER), (CINNABAR, VERMILION), (VERDIGRIS, MOSS)))
    flip = b.dice.chance(0.5)
    with b.at(x, y, flip=flip):
        b.line(bend((-190, 210), (-40, 40), (170, -190), 9), 2.6, ink=ground, ends=(1, 0.5))
        b.line(bend((-190, 210), (-40, 40), (170, -190), 9), 1.3, ink=leaf, ends=(1, 0.5))
        spray = b.symbol(lambda: bamboo_spray(b, colour=leaf, dark=dark))
        b.stamp(spray, -70, 66, turn=-8, scale=0.98)
        b.stamp(spray, 14, -18, turn=-30, scale=1.05)
        b.stamp(spray, -30, 30, turn=160, scale=0.8)
        b.stamp(spray, 96, -112, turn=-62, scale=0.8)


def kham_trai(b: Block) -> None:
    """Draw mother-of-pearl set in dark wood: lotus and butterflies whose shell changes colour piece by piece."""
    ground, grain = b.dice.pick(((BARK, WOOD), (INK, BARK), (mix(CRIMSON, INK, 0.5), CRIMSON)))
    hues = b.dice.pick(
        (
            (PEARL, SHELL, mix(ROSE, SHELL, 0.35)),
            (mix(SKY, SHELL, 0.2), mix(ROSE, SHELL, 0.5), SHELL),
            (mix(SAGE, SHELL, 0.25), SHELL, mix(SKY, SHELL, 0.3)),
            (mix(ROSE, SHELL, 0.4), PEARL, mix(STRAW, SHELL, 0.4)),
        )
    )
    b.ground(ground)
    b.threads(
        [
            [(0, y + b.dice.off(4)), (200, y + b.dice.off(9)), (430, y + b.dice.off(9)), (WIDTH, y + b.dice.off(4))]
            for y in range(8, HEIGHT, 40)
        ],
        0.5,
        ink=grain,
    )
    edge = mix(ground, INK, 0.4)
    bloom = b.symbol(lambda: lotus(b, colour=hues[0], inner=hues[1], ink=edge))
    wing = b.symbol(lambda: butterfly(b, colour=hues[2], spots=hues[0], ink=edge))
    vine = b.symbol(lambda: _vine(b, hues, edge))
    for x, y, column, row in half_drop(206, 250, margin=150):
        if column % 2 == 0:
            flip = (column // 2 + row) % 2 == 1
            b.stamp(vine, x, y + 52, scale=1.04, flip=flip)
            b.stamp(bloom, x, y + 46, scale=1.02, flip=flip)
        else:
            b.stamp(wing, x, y - 10, scale=1.05, turn=b.dice.off(26))


def _vine(b: Block, hues: tuple[str, ...], edge: str) -> None:
    def half() -> None:
        b.line(bend((0, 10), (60, 66), (128, 14), 6), 1.7, ink=hues[1])
        for at, (x, y, angle) in enumerate(((40, 36, 100), (74, 38, -40), (98, 30, 80), (124, 16, -30))):
            b.shape(petal(x, y, 40, 19, angle, blunt=0.1), hues[at % 3], 0.7, ink=edge)

    cut = b.symbol(half)
    b.stamp(cut, 0, 0)
    b.stamp(cut, 0, 0, flip=True)
    b.shape(oval(0, 36, 13, 16, count=8), hues[2], 0.7, ink=edge)
    b.dots([(0, 64), (-12, 74), (12, 74)], 5, hues[0])


def trong(b: Block) -> None:
    """Draw drums: hides with their ring of nails from above, red barrels from the side."""
    ground = b.dice.pick((STRAW, CREAM, SAGE, AMBER))
    body = b.dice.pick((VERMILION, VERMILION, CINNABAR, CRIMSON))
    b.ground(ground)
    b.brushed(10, light=mix(ground, SHELL, 0.4), dark=mix(ground, INK, 0.12))
    top = b.symbol(lambda: drum_top(b, colour=body))
    side = b.symbol(lambda: drum_side(b, colour=body))

    def beater() -> None:
        b.line([(-60, 0), (0, -2), (50, 0)], 2.6, ink=WOOD, ends=(0.8, 0.9))
        b.disc(56, 0, 11, VERMILION, 0.9)

    stick = b.symbol(beater)
    size = b.dice.between(0.98, 1.1)
    swap = b.dice.chance(0.4)
    for x, y, column, row in half_drop(196 * size, 238 * size, margin=120):
        if (column % 2 == 0) != swap:
            b.stamp(top, x, y, scale=1.04 * size, turn=b.dice.between(0, 180))
        else:
            b.stamp(side, x, y, scale=0.94 * size)
        b.stamp(stick, x, y + 119 * size, turn=24 if (column + row) % 2 else -24, scale=0.8)


def nhac_cu(b: Block) -> None:
    """Draw lutes and guitars leaning over rings of sound."""
    ground, ring = b.dice.pick(((CREAM, STRAW), (DEW, SAGE), (ROSE, CINNABAR), (SKY, INDIGO)))
    b.ground(ground)
    tilt = b.dice.pick((18, -18, 26))
    echo = b.symbol(
        lambda: b.raw(
            "".join(f'<circle r="{r}" fill="none" stroke="{ring}" stroke-width="2.4"/>' for r in (44, 72, 100))
        )
    )
    for x, y, _, _ in half_drop(176, 330, margin=100):
        b.stamp(echo, x, y + 30)
    first, second = (
        b.symbol(lambda: moon_lute(b, face=b.dice.pick((STRAW, CREAM)))),
        b.symbol(lambda: guitar(b, face=b.dice.pick((AMBER, CINNABAR, TIMBER)))),
    )
    if b.dice.chance(0.5):
        first, second = second, first
    for x, y, column, row in half_drop(176, 330, margin=170):
        b.stamp(
            first if column % 2 == 0 else second,
            x - 16 * (1 if tilt > 0 else -1),
            y + 44,
            turn=tilt if column % 2 == 0 else -tilt,
            scale=1.02 if (column, row) == (0, 0) else 0.9,
        )
