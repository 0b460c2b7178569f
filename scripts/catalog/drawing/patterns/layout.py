"""How motifs are set out over a cover: half-drop lattices, rows of runs, crackle.

The middle always holds a whole motif.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalog.drawing import svg
from catalog.drawing.outline import Points
from catalog.drawing.svg import Point
from catalog.drawing.woodcut import Block

WIDTH, HEIGHT = 640, 480
"""A cover is 4:3; cards cut it to 16:9 or 1:1 about its middle."""
MIDDLE = (WIDTH / 2, HEIGHT / 2)


def half_drop(
    across: float, down: float, *, margin: float = 90, shift: float = 0.5
) -> Iterator[tuple[float, float, int, int]]:
    """Walk a lattice whose odd columns stand `shift` of a step lower: (x, y, column, row); (0, 0) is the middle."""
    columns, rows = int((WIDTH / 2 + margin) / across) + 1, int((HEIGHT / 2 + margin) / down) + 2
    for column in range(-columns, columns + 1):
        for row in range(-rows, rows + 1):
            x = MIDDLE[0] + column * across
            y = MIDDLE[1] + row * down + (shift * down if column % 2 else 0)
            if -margin < x < WIDTH + margin and -margin < y < HEIGHT + margin:
                yield x, y, column, row


def cover(b: Block, colour: str) -> None:
    """Spread a colour or a tile over the whole sheet."""
    b.raw(svg.element("path", d=f"M0 0h{WIDTH}v{HEIGHT}H0z", fill=colour))


def woven(b: Block, width: int, height: int, cell: float, shade: Callable[[int, int], str | None]) -> None:
    """Colour a grid of square stitches, equal neighbours in a row as one stroke; the grid's middle is the origin."""
    runs: dict[str, list[str]] = {}
    x0, y0 = -width * cell / 2, -height * cell / 2
    for row in range(height):
        at = 0
        while at < width:
            colour = shade(at, row)
            end = at + 1
            while end < width and shade(end, row) == colour:
                end += 1
            if colour:
                x, y, reach = (
                    svg.number(x0 + at * cell),
                    svg.number(y0 + (row + 0.5) * cell),
                    svg.number((end - at) * cell),
                )
                runs.setdefault(colour, []).append(f"M{x} {y}h{reach}")
            at = end
    for colour, ways in runs.items():
        b.raw(svg.element("path", d="".join(ways), stroke=colour, stroke_width=cell, fill="none"))


def crackle(b: Block, cell: float, ink: str, width: float = 0.4) -> None:
    """Cover the sheet with the fine cracks of a glaze: a shaken honeycomb."""
    columns, rows = int(WIDTH / cell) + 2, int(HEIGHT / cell) + 2
    nodes: list[list[Point]] = [
        [
            ((i - 0.5) * cell + b.dice.off(cell * 0.36), (j - 0.5) * cell + b.dice.off(cell * 0.4))
            for i in range(columns)
        ]
        for j in range(rows)
    ]
    ways: list[Points] = [list(row) for row in nodes]
    ways += [[nodes[j][i], nodes[j + 1][i]] for j in range(rows - 1) for i in range(columns) if (i + j) % 2]
    b.threads(ways, width, ink=ink, soft=False)
