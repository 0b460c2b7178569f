"""Covers of spun and woven thread: silk, embroidery, brocade, hemp batik."""

from __future__ import annotations

from catalog.drawing.motifs.cocoon import cocoon
from catalog.drawing.motifs.leaf import broad_leaf
from catalog.drawing.outline import oval, petal, polar, spiral
from catalog.drawing.patterns.layout import HEIGHT, MIDDLE, WIDTH, half_drop, woven
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
    NIGHT,
    PAPER,
    ROSE,
    SHELL,
    SKY,
    SOPHORA,
    STRAW,
    TIMBER,
    VERDIGRIS,
    VERMILION,
    mix,
)
from catalog.drawing.woodcut import Block


def lua_to_tam(b: Block) -> None:
    """Draw lengths of silk flowing in waves, with mulberry leaves and golden cocoons."""
    bands = b.dice.pick(
        (
            (BLUSH, STRAW, ROSE, CREAM),
            (DEW, STRAW, LEAF, CREAM),
            (MIST, CREAM, SKY, BLUSH),
            (STRAW, CINNABAR, CREAM, AMBER),
        )
    )
    b.ground(bands[1])
    swell, phase = b.dice.between(34, 52), b.dice.between(0, 200)
    pitch = 68.0

    def way(level: float) -> list[tuple[float, float]]:
        return [
            (x - phase, level + (swell if at % 4 == 1 else -swell if at % 4 == 3 else 0))
            for at, x in enumerate(range(-80, 1001, 90))
        ]

    def folds() -> None:
        b.threads([way(pitch * k) for k in (0.25, 0.5, 0.75)], 0.35, ink=mix(bands[0], INK, 0.5))
        b.line(way(0), 1.3, ends=(1, 1))

    fold = b.symbol(folds)
    for step in range(9):
        level = -60 + pitch * step
        b.fill([*way(level), *reversed(way(level + pitch))], bands[step % 4])
        b.stamp(fold, 0, level)
    leaf = b.symbol(lambda: broad_leaf(b, 118, -90, colour=b.dice.pick((VERDIGRIS, LEAF)), veins=CREAM))
    grub = b.symbol(lambda: cocoon(b, colour=b.dice.pick((SOPHORA, SHELL))))
    for x, y, column, _ in half_drop(206, 236, margin=100):
        if column % 2 == 0:
            b.stamp(leaf, x - 12, y + 16, turn=-52, scale=1.15)
            b.stamp(leaf, x + 12, y + 16, turn=52, scale=1.15)
            b.stamp(grub, x, y + 26, turn=-14, scale=1.2)
            b.stamp(grub, x + 10, y - 22, turn=22, scale=1.05)
        else:
            b.stamp(grub, x - 18, y, turn=28)
            b.stamp(grub, x + 22, y + 18, turn=-30)


def theu(b: Block) -> None:
    """Draw flowers laid stitch by stitch in long and short satin stitch, a hoop round the middle one."""
    cloth, weave = b.dice.pick(((PAPER, CREAM), (MIST, SHELL), (DEW, SHELL), (NIGHT, INDIGO)))
    threads = b.dice.pick(((VERMILION, ROSE, BLUSH), (CINNABAR, AMBER, STRAW), (ROSE, BLUSH, SHELL)))
    b.ground(cloth)
    b.threads([[(0, y), (WIDTH, y)] for y in range(4, HEIGHT, 9)], 0.25, ink=weave, soft=False)
    b.threads([[(x, 0), (x, HEIGHT)] for x in range(4, WIDTH, 9)], 0.25, ink=weave, soft=False)

    def satin(length: float, width: float, shades: tuple[str, ...]) -> None:
        b.fill(petal(0, 0, length * 1.02, width * 1.06, 0, blunt=0.7), mix(shades[0], INK, 0.5))
        for depth, shade in enumerate(shades):
            inner, outer = 0.92 - depth * 0.3, 1.0 - depth * 0.3
            ways = []
            for step in range(11):
                lean = (step - 5) / 5.4
                reach = length * outer * (1 - 0.34 * lean * lean)
                start = length * max(0.06, inner - 0.42)
                ways.append(
                    [
                        (start + b.dice.off(3), lean * width * 0.5 * (start / length) ** 0.5),
                        (reach - b.dice.between(0, 7), lean * width * 0.42 * min(1, outer + 0.1)),
                    ]
                )
            b.threads(ways, 0.85, ink=shade, soft=False)

    large = b.symbol(lambda: satin(66, 50, threads))
    leaf = b.symbol(lambda: satin(62, 24, (VERDIGRIS, LEAF)))

    def flower() -> None:
        for angle in (24, 86, 150, 214, 268, 330):
            b.stamp(leaf, *polar(0, 0, 46, angle), turn=angle)
        for step in range(6):
            b.stamp(large, *polar(0, 0, 6, 60 * step), turn=60 * step)
        b.dots([polar(0, 0, 12, 51.4 * s) for s in range(7)] + [(0, 0)], 4.4, SOPHORA)
        b.dots([polar(0, 0, 12, 51.4 * s) for s in range(7)] + [(0, 0)], 1.4, CRIMSON)

    bloom = b.symbol(flower)
    x, y = MIDDLE
    size = b.dice.between(0.82, 0.95)
    for px, py, column, row in half_drop(204, 236, margin=100):
        if (column, row) != (0, 0):
            b.stamp(
                bloom,
                px + (30 if column > 0 else -30 if column < 0 else 0),
                py + (26 if row > 0 else -26 if row < 0 and not column else 0),
                turn=b.dice.between(0, 60),
                scale=size * 0.82,
            )
    b.shape(oval(x, y, 142, count=18), cloth, 1.2)
    b.shape(oval(x, y, 142, count=18), None, 3.4, ink=TIMBER)
    b.shape(oval(x, y, 142, count=18), None, 0.8)
    b.shape(oval(x, y, 130, count=18), None, 0.8)
    b.board([(x - 13, y - 154), (x + 13, y - 154), (x + 13, y - 134), (x - 13, y - 134)], SOPHORA, 1)
    b.stamp(bloom, x, y, turn=b.dice.between(0, 60), scale=1.06)


def tho_cam(b: Block) -> None:
    """Draw brocade: stepped lozenges with hooks between bands of triangles, stitch by stitch."""
    ground, one, two, three = b.dice.pick(
        (
            (INK, VERMILION, SOPHORA, PAPER),
            (NIGHT, CINNABAR, STRAW, SKY),
            (CRIMSON, SOPHORA, PAPER, INDIGO),
            (INK, SOPHORA, VERMILION, LEAF),
        )
    )
    hook = int(b.dice.between(0, 3))
    b.ground(ground)

    def lozenge(i: int, j: int) -> str | None:
        x, y = abs(i - 11), abs(j - 11)
        d = x + y
        if d <= 1:
            return three
        if d in (3, 4):
            return one
        if d == 6 and (hook or x % 2 == 0):
            return two
        if d in (8, 9):
            return three if hook == 2 and x in (4, 5) else one
        if d == 11:
            return two
        if d >= 14 and x >= 6 and y >= 6:
            return three if d in (14, 18, 19) else one if d in (16, 21, 22) else None
        return None

    def triangles(i: int, j: int) -> str | None:
        if j in (0, 8):
            return two
        x = abs(i % 8 - 4)
        return one if x + abs(j - 4) < 4 and (x + j) % 5 else three if x + abs(j - 4) in (4,) else None

    cell = 10.0
    big = b.symbol(lambda: woven(b, 23, 23, cell, lozenge))
    band = b.symbol(lambda: woven(b, 24, 9, cell * 0.8, triangles))
    x, y = MIDDLE
    for column in range(-2, 3):
        b.stamp(big, x + 230 * column, y)
        for side in (-1, 1):
            b.stamp(big, x + 230 * column + 115, y + side * 322)
    for column in range(-2, 3):
        for side in (-1, 1):
            b.stamp(band, x + 192 * column, y + side * 166)
    b.threads([[(0, v), (WIDTH, v)] for v in range(5, HEIGHT, 10)], 0.22, ink=ground, soft=False)
    b.threads([[(h, 0), (h, HEIGHT)] for h in range(5, WIDTH, 10)], 0.22, ink=ground, soft=False)


def det_lanh(b: Block) -> None:
    """Draw hemp batik: wax lines on indigo, squares of snail spirals and crosses, zigzag borders."""
    dye, wax = b.dice.pick(((INDIGO, SHELL), (NIGHT, MIST), (mix(INDIGO, INK, 0.25), PAPER)))
    accent = b.dice.pick((VERMILION, SOPHORA, CINNABAR))
    b.ground(dye)
    b.flecks(0, 0, WIDTH, HEIGHT, 60, mix(dye, SKY, 0.4))
    side = 100.0
    turns = b.dice.pick((1.6, 2.1))

    def snails() -> None:
        for turn in range(4):
            with b.at(turn=90 * turn):
                b.line([(0, 0), (18, -18), *spiral(44, -44, 29, 3, turns, 135, 36)], 1.7, ink=wax, ends=(1, 0.9))
        b.board([(-13, 0), (0, -13), (13, 0), (0, 13)], accent, 0)

    def cross() -> None:
        for turn in range(4):
            with b.at(turn=90 * turn):
                b.lines(
                    [
                        [(0, -12), (0, -70)],
                        [(0, -36), (22, -58)],
                        [(0, -36), (-22, -58)],
                        [(0, -56), (14, -72)],
                        [(0, -56), (-14, -72)],
                    ],
                    1.5,
                    ink=wax,
                    ends=(1, 1),
                )
                b.line(spiral(50, -50, 17, 3, -1.4, 135, 40), 1.5, ink=wax, ends=(0.9, 0.9))
        b.board([(-18, 0), (0, -18), (18, 0), (0, 18)], None, 1.4, ink=wax)
        b.board([(-9, 0), (0, -9), (9, 0), (0, 9)], accent, 0)

    def frame() -> None:
        for turn in range(4):
            with b.at(turn=90 * turn):
                b.line([(-side, -side), (0, -side), (side, -side)], 1.2, ink=wax, ends=(1, 1))
                b.line([(-82, -82), (0, -82), (82, -82)], 0.9, ink=wax, ends=(1, 1))
                b.threads([[(-92 + 11.5 * s, -86 if s % 2 else -96) for s in range(17)]], 0.8, ink=wax, soft=False)

    border = b.symbol(frame)
    fills = [b.symbol(snails), b.symbol(cross)]
    first = int(b.dice.between(0, 2))
    for column in range(-2, 3):
        for row in range(-1, 2):
            x, y = MIDDLE[0] + column * 2 * side, MIDDLE[1] + row * 2 * side
            b.stamp(border, x, y)
            b.stamp(fills[(column + row + first) % 2], x, y)
