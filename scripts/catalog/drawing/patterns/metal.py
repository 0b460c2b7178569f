"""Covers of metal: bronze, silver, gold leaf, iron."""

from __future__ import annotations

from functools import partial

from catalog.drawing.motifs.animal import heron
from catalog.drawing.motifs.tool import hammer, knife, sickle, spark
from catalog.drawing.outline import Points, oval, petal, polar, spiral
from catalog.drawing.patterns.layout import HEIGHT, MIDDLE, WIDTH, half_drop
from catalog.drawing.pigment import (
    AMBER,
    BARK,
    CINNABAR,
    CREAM,
    CRIMSON,
    INDIGO,
    INK,
    MIST,
    MOSS,
    NIGHT,
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
from catalog.drawing.woodcut import Block


def duc_dong(b: Block) -> None:
    """Draw the face of a bronze drum: the star of rays, rings of circles and combs, the flying birds."""
    ground, bronze, light = b.dice.pick(
        ((MOSS, TIMBER, STRAW), (BARK, AMBER, CREAM), (VERDIGRIS, SAGE, CREAM), (NIGHT, TIMBER, SOPHORA))
    )
    rays = b.dice.pick((12, 14, 16))
    b.ground(ground)

    def face() -> None:
        b.disc(0, 0, 214, bronze, 1.3)
        for r, w in ((206, 0.6), (186, 0.6), (168, 0.9), (112, 0.9), (94, 0.6), (76, 0.9)):
            b.raw(f'<circle r="{r}" fill="none" stroke="{INK}" stroke-width="{w * 2.6:.1f}"/>')
        b.beading(0, 0, 196, 84, 14, length=2.2)
        for r, count, size in ((177, 40, 5.4), (103, 26, 5.4), (85, 20, 5.4)):
            b.beading(0, 0, r, count, size * 2)
            b.beading(0, 0, r, count, size * 1.24, bronze)
            b.beading(0, 0, r, count, size * 0.5)
        star: Points = []
        for step in range(rays):
            tip, dip = polar(0, 0, 71, 360 * step / rays), polar(0, 0, 27, 360 * (step + 0.5) / rays)
            star += [tip, tip, dip, dip]
        b.shape(star, light, 0.8)
        b.disc(0, 0, 13, bronze, 0.8)
        b.threads(
            [
                [
                    polar(0, 0, 62 - 7 * k, 360 * (s + 0.5) / rays - 6 + 1.2 * k),
                    polar(0, 0, 52 - 7 * k, 360 * (s + 0.5) / rays),
                    polar(0, 0, 62 - 7 * k, 360 * (s + 0.5) / rays + 6 - 1.2 * k),
                ]
                for s in range(rays)
                for k in (0, 1)
            ],
            0.5,
        )

    drum = b.symbol(face)
    bird = b.symbol(lambda: heron(b, colour=light))
    count = b.dice.pick((6, 8))
    turn = b.dice.between(0, 30)
    x, y = MIDDLE
    for cx, cy in ((x, y), (x - 380, y - 250), (x + 380, y - 250), (x - 380, y + 250), (x + 380, y + 250)):
        b.stamp(drum, cx, cy, turn=turn)
        for step in range(count):
            px, py = polar(cx, cy, 140, 360 * step / count + turn)
            if -60 < px < WIDTH + 60 and -60 < py < HEIGHT + 60:
                b.stamp(bird, px, py, turn=360 * step / count + turn + 90, scale=0.54 if count == 6 else 0.44)


def cham_bac(b: Block) -> None:
    """Draw chased silver: filigree rosettes joined by chains."""
    ground, silver, shade = b.dice.pick(
        ((NIGHT, STONE, MIST), (CRIMSON, STONE, SHELL), (INK, STONE, SKY), (MOSS, SHELL, STONE))
    )
    accent = b.dice.pick((CINNABAR, SOPHORA, INDIGO))
    petals = b.dice.pick((8, 10, 12))
    b.ground(ground)

    def leaf() -> None:
        b.shape(petal(26, 0, 62, 560 / petals * 0.66, 0, blunt=0.6), silver, 0.9)
        b.line(spiral(62, -6, 2, 9, 1.4, 90), 0.8)
        b.lines([[(36, 3), (48, 5), (62, 11)], [(34, -3), (46, -8), (54, -14)]], 0.6)

    blade = b.symbol(leaf)

    def rose() -> None:
        b.beading(0, 0, 94, petals * 2, 12)
        b.beading(0, 0, 94, petals * 2, 8.4, shade)
        for step in range(petals):
            b.stamp(blade, 0, 0, turn=360 * step / petals)
        b.disc(0, 0, 32, shade, 1)
        b.dots([polar(0, 0, 25, 30 * s) for s in range(12)], 3.4)
        b.disc(0, 0, 17, accent, 0.9)
        b.line([(-8, -4), (-4, -9), (3, -10)], 1, ink=SHELL)

    def link() -> None:
        b.shape(oval(0, 0, 21, 12, count=10), silver, 0.8)
        b.shape(oval(0, 0, 12, 5, count=8), ground, 0.6)

    whole, ring = b.symbol(rose), b.symbol(link)
    across, down = 208.0, 236.0

    def chain() -> None:
        for step in range(4):
            b.stamp(ring, 20 * step - 30, 0)

    links = b.symbol(chain)
    for x, y, _, _ in half_drop(across, down, margin=200):
        for lean in (1, -1):
            if x + across / 2 < WIDTH + 50:
                b.stamp(links, x + across / 2, y + lean * down / 4, turn=29.6 * lean)
    for x, y, column, row in half_drop(across, down, margin=110):
        b.stamp(
            whole,
            x,
            y,
            turn=360 / petals / 2 if (column + row) % 2 else 0,
            scale=1.04 if (column, row) == (0, 0) else 0.86,
        )


def quy_vang(b: Block) -> None:
    """Draw squares of beaten leaf laid edge over edge on red lacquer, creased and torn."""
    ground, one, two = b.dice.pick(
        ((CRIMSON, SOPHORA, AMBER), (VERMILION, SOPHORA, STRAW), (INK, SOPHORA, STRAW), (CRIMSON, SOPHORA, STONE))
    )
    b.ground(ground)
    b.flecks(0, 0, WIDTH, HEIGHT, 70, one)
    side = 62.0

    def leaf(colour: str) -> None:
        light, dark = mix(colour, SHELL, 0.45), mix(colour, WOOD, 0.35)
        edge: Points = []
        for ax, ay, bx, by in ((-1, -1, 1, -1), (1, -1, 1, 1), (1, 1, -1, 1), (-1, 1, -1, -1)):
            for step in range(5):
                t = step / 5
                point = (side * (ax + (bx - ax) * t) + b.dice.off(3.4), side * (ay + (by - ay) * t) + b.dice.off(3.4))
                edge += [point, point]
        b.shape(edge, colour, 0.9)
        px, py = b.dice.off(24), b.dice.off(24)
        rim = [edge[i] for i in (0, 8, 16, 24, 32)]
        b.fill([(px, py), rim[0], rim[1]], light, soft=False)
        b.fill([(px, py), rim[2], rim[3]], dark, soft=False)
        b.lines(
            [[(px, py), (p[0] * 0.6 + px * 0.2, p[1] * 0.6 + py * 0.2 + 4), (p[0] * 0.94, p[1] * 0.94)] for p in rim],
            0.6,
        )
        b.threads([[(px * 0.3 + d, py - 30), (px * 0.3 + d + 8, py - 12)] for d in (-20, 6, 26)], 0.4, ink=light)

    cuts = [b.symbol(partial(leaf, c)) for c in (one, two, one)]
    pitch = b.dice.between(108, 116)
    tilt = b.dice.pick((0, 45))
    for i in range(-5, 6):
        for j in range(-5, 6):
            x, y = i * pitch, j * pitch
            if tilt:
                x, y = (i - j) * pitch * 0.72, (i + j) * pitch * 0.72
            if (i, j) != (0, 0) and abs(x) < 400 and abs(y) < 310:
                b.stamp(
                    cuts[(i + 2 * j) % 3], MIDDLE[0] + x, MIDDLE[1] + y, turn=tilt + 90 * ((i + j) % 4) + b.dice.off(7)
                )
    b.stamp(cuts[0], *MIDDLE, turn=tilt + 12, scale=1.7)


def ren(b: Block) -> None:
    """Draw knives, sickles and hammers round the sparks of the anvil."""
    ground, steel = b.dice.pick(((SOOT, SHELL), (CRIMSON, STONE), (NIGHT, SHELL), (CINNABAR, SHELL)))
    b.ground(ground)
    grip = b.dice.pick((WOOD, TIMBER))
    blade = b.symbol(lambda: knife(b, steel=steel, grip=grip))
    hook = b.symbol(lambda: sickle(b, steel=steel, grip=grip))
    maul = b.symbol(lambda: hammer(b, steel=mix(steel, INK, 0.45), grip=grip))
    flash = b.symbol(lambda: spark(b, 20, colour=SOPHORA if ground != CINNABAR else CREAM))
    turn = b.dice.pick((-38, 38))
    for px, py, column, row in half_drop(190, 250, margin=140):
        if column % 2 == 0:
            b.stamp(blade, px, py - 44, turn=turn, scale=0.84)
            b.stamp(blade, px, py + 52, turn=turn + 180, scale=0.84)
        else:
            b.stamp(hook if (column // 2 + row) % 2 else maul, px, py, turn=-turn * 0.5, scale=0.92)
    for _ in range(16):
        b.stamp(
            flash,
            b.dice.between(0, WIDTH),
            b.dice.between(0, HEIGHT),
            scale=b.dice.between(0.3, 0.75),
            turn=b.dice.between(0, 45),
        )
