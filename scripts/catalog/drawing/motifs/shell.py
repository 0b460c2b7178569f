"""Eggshell laid in lacquer: shards with dark joints."""

from __future__ import annotations

from catalog.drawing.outline import Points
from catalog.drawing.pigment import SHELL
from catalog.drawing.svg import Point
from catalog.drawing.woodcut import Block


def eggshell_round(b: Block, x: float, y: float, radius: float, cell: float, colour: str = SHELL) -> None:
    """Lay a round of shards, each about `cell` wide."""
    shards: list[Points] = []
    count = int(radius / cell) + 1
    nodes: dict[tuple[int, int], Point] = {}
    for i in range(-count, count + 2):
        for j in range(-count, count + 2):
            nodes[i, j] = ((i + 0.5 * (j % 2)) * cell + b.dice.off(cell * 0.3), j * cell + b.dice.off(cell * 0.3))
    for (i, j), (px, py) in nodes.items():
        if (px * px + py * py) ** 0.5 > radius - cell * 0.8 or (i + 1, j + 1) not in nodes:
            continue
        corners = [nodes[i, j], nodes[i + 1, j], nodes[i + 1, j + 1], nodes[i, j + 1]]
        mx, my = sum(c[0] for c in corners) / 4, sum(c[1] for c in corners) / 4
        if (mx * mx + my * my) ** 0.5 < radius - cell * 0.4:
            shards.append([(x + mx + (cx - mx) * 0.84, y + my + (cy - my) * 0.84) for cx, cy in corners])
    b.chips(shards, colour)
