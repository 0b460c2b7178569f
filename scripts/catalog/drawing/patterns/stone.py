"""Cover of carved stone."""

from __future__ import annotations

from catalog.drawing.motifs.flower import rosette
from catalog.drawing.outline import oval, points, polar, spiral
from catalog.drawing.patterns.layout import HEIGHT, MIDDLE, WIDTH, cover, half_drop
from catalog.drawing.pigment import ASH, DEW, INK, MIST, PAPER, SAGE, SHELL, SKY, STONE, STRAW, mix
from catalog.drawing.woodcut import Block


def da_my_nghe(b: Block) -> None:
    """Draw the curls of a stone lion's mane in rings on chiselled ground."""
    ground, high = b.dice.pick(((ASH, STONE), (SAGE, DEW), (SKY, MIST), (mix(ASH, STRAW, 0.4), mix(STONE, STRAW, 0.3))))
    b.ground(ground)
    chisel = [
        [(4.0, 6.0), (15.0, 17.0)],
        [(25.0, 31.0), (36.0, 43.0)],
        [(46.0, 5.0), (58.0, 16.0)],
        [(66.0, 32.0), (76.0, 42.0)],
    ]
    cover(b, b.tile(84, 50, lambda: b.threads(chisel, 0.6, ink=mix(ground, INK, 0.4), soft=False)))
    b.flecks(0, 0, WIDTH, HEIGHT, 40, SHELL)

    def lock() -> None:
        b.shape(
            points("26,4 20,-20 -4,-27 -26,-12 -25,14 -6,27 14,24 40,30 40,30 28,16"),
            high,
            1,
        )
        b.line([*spiral(-2, 0, 3, 19, 1.7, 30), (26, 22)], 1, ends=(0.4, 0.6))

    curl = b.symbol(lock)
    petals = b.dice.pick((8, 6))
    heart = b.symbol(lambda: rosette(b, [(58, high), (36, SHELL)], petals=petals, heart=ground))

    def mane() -> None:
        b.shape(oval(0, 0, 104, count=16), mix(ground, INK, 0.45), 0.8)
        for step in range(11):
            angle = 360 * step / 11
            b.stamp(curl, *polar(0, 0, 82, angle), turn=angle + 60)
        b.stamp(heart, 0, 0)

    lion = b.symbol(mane)
    size = b.dice.between(1.0, 1.12)
    for x, y, column, row in half_drop(200 * size, 240 * size, margin=130):
        b.stamp(
            lion,
            x,
            y,
            turn=b.dice.between(0, 30),
            scale=size * (1.02 if (column, row) == (0, 0) else 0.86),
            flip=column % 2 == 1,
        )
    for x, y, _, _ in half_drop(200 * size, 240 * size, margin=130):
        b.stamp(curl, x, y + 122 * size, turn=90, scale=0.7)
    b.dots([(MIDDLE[0], MIDDLE[1])], 4, PAPER)
