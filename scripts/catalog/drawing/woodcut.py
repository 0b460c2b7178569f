"""How a block is cut and printed: lines that swell and taper, colour a little beside its line, paper showing through.

A `Block` is one picture in the making. Motifs draw on it in their own small coordinates; `at` says where they land, how
large and how turned. Every drawing method takes outlines as lists of points (module `outline`).
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from catalog.drawing import svg
from catalog.drawing.dice import Dice
from catalog.drawing.outline import Points, oval
from catalog.drawing.pigment import GRAIN, INK, PAPER, SHELL
from catalog.drawing.svg import Point


class Block:
    """A picture in the making; what is drawn first is printed first."""

    def __init__(self, name: str, width: int, height: int, *, key: float = 3.2) -> None:
        """Begin a picture: `name` decides every chance in it, `key` is the usual width of its lines."""
        self.dice = Dice(name)
        self.width, self.height = width, height
        self.key = key
        self._prefix = "d" + hashlib.sha256(name.encode()).hexdigest()[:5]
        self._parts: list[str] = []
        self._symbols: list[str] = []
        self._known: dict[str, str] = {}
        self._place = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self._scale = 1.0
        slip = self.dice.between(150, 390)
        self._slip = (key * 0.5 * math.cos(math.radians(slip)), key * 0.5 * math.sin(math.radians(slip)))

    # Where

    @contextmanager
    def at(
        self, x: float = 0, y: float = 0, *, turn: float = 0, scale: float = 1, flip: bool = False
    ) -> Iterator[None]:
        """Draw what follows around (x, y), turned clockwise, scaled, and mirrored left to right if `flip`."""
        before = self._place, self._scale
        cos, sin = scale * math.cos(math.radians(turn)), scale * math.sin(math.radians(turn))
        own = (-cos if flip else cos, -sin if flip else sin, -sin, cos, x, y)
        a, b, c, d, e, f = self._place
        self._place = (
            a * own[0] + c * own[1],
            b * own[0] + d * own[1],
            a * own[2] + c * own[3],
            b * own[2] + d * own[3],
            a * own[4] + c * own[5] + e,
            b * own[4] + d * own[5] + f,
        )
        self._scale *= scale
        yield
        self._place, self._scale = before

    # Colour and line

    def shape(
        self, outline: Sequence[Point], colour: str | None, width: float = 1, *, ink: str = INK, rough: float = 1
    ) -> None:
        """Print a soft closed form: its colour, slightly beside, then the line that holds it."""
        points = self._cut(outline, rough)
        if colour:
            self._parts.append(svg.element("path", d=svg.spline(self._slipped(points), closed=True), fill=colour))
        if width:
            rings = svg.spline(points, closed=True) + svg.spline(self._inside(points, width), closed=True)
            self._parts.append(svg.element("path", d=rings, fill=ink, fill_rule="evenodd"))

    def board(
        self, corners: Sequence[Point], colour: str | None, width: float = 1, *, ink: str = INK, rough: float = 1
    ) -> None:
        """Print a form with corners and nearly straight sides."""
        points: Points = []
        for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
            points += [(ax, ay), (ax, ay), (ax * 0.68 + bx * 0.32, ay * 0.68 + by * 0.32)]
            points.append((ax * 0.32 + bx * 0.68, ay * 0.32 + by * 0.68))
        self.shape(points, colour, width, ink=ink, rough=rough)

    def fill(self, outline: Sequence[Point], colour: str, *, soft: bool = True, rough: float = 1) -> None:
        """Print colour without a line."""
        points = self._slipped(self._cut(outline, rough))
        data = svg.spline(points, closed=True) if soft else svg.polyline(points, closed=True)
        self._parts.append(svg.element("path", d=data, fill=colour))

    def line(
        self, way: Sequence[Point], width: float = 1, *, ink: str = INK, ends: tuple[float, float] = (0.25, 0.12)
    ) -> None:
        """Cut a line that swells in its middle; `ends` are the widths it begins and ends with."""
        self._parts.append(svg.element("path", d=self._swelling(way, width, ends), fill=ink))

    def lines(
        self,
        ways: Iterable[Sequence[Point]],
        width: float = 1,
        *,
        ink: str = INK,
        ends: tuple[float, float] = (0.25, 0.12),
    ) -> None:
        """Cut many such lines at once."""
        data = "".join(self._swelling(way, width, ends) for way in ways)
        self._parts.append(svg.element("path", d=data, fill=ink))

    def threads(
        self, ways: Iterable[Sequence[Point]], width: float = 0.5, *, ink: str = INK, soft: bool = True
    ) -> None:
        """Draw many lines of one even width: cheap in bytes, for hatching, weave and fringe."""
        write = svg.spline if soft else svg.polyline
        data = "".join(write(self._cut(way, 0.5), closed=False) for way in ways)
        self._parts.append(
            svg.element("path", d=data, fill="none", stroke=ink, stroke_width=self._pen(width), stroke_linecap="round")
        )

    def dots(self, centres: Iterable[Point], radius: float, colour: str = INK) -> None:
        """Print round dots; the radius is in the motif's own measure."""
        placed = [self._to(point) for point in centres]
        self._parts.append(
            svg.element(
                "path",
                d=svg.spots(placed),
                fill="none",
                stroke=colour,
                stroke_width=2 * radius * self._scale,
                stroke_linecap="round",
            )
        )

    def beading(
        self, x: float, y: float, radius: float, count: int, width: float, colour: str = INK, *, length: float = 0
    ) -> None:
        """Print `count` dots, `width` across, evenly round a circle; with a `length`, dashes along it."""
        px, py = self._to((x, y))
        step = 2 * math.pi * radius * self._scale / count
        dash = f"{length * self._scale:.2f} {step - length * self._scale:.2f}"
        self._parts.append(
            svg.element(
                "circle",
                cx=px,
                cy=py,
                r=radius * self._scale,
                fill="none",
                stroke=colour,
                stroke_width=width * self._scale,
                stroke_dasharray=dash,
                stroke_linecap=None if length else "round",
            )
        )

    def flecks(self, x: float, y: float, width: float, height: float, count: int, colour: str = PAPER) -> None:
        """Leave small chips uninked in a rectangle, as a baren does that pressed too little."""
        dice = self.dice
        chips = []
        for _ in range(count):
            px, py = x + width * dice.unit(), y + height * dice.unit()
            size = dice.between(0.5, 1.6) * self.key
            a, b = self._to((px, py))
            chip = [(a, b), (a + dice.off(size), b + size * 0.7), (a + size, b + dice.off(size * 0.6))]
            chips.append(svg.polyline(chip, closed=True))
        self._parts.append(svg.element("path", d="".join(chips), fill=colour))

    def chips(self, shards: Iterable[Sequence[Point]], colour: str) -> None:
        """Lay many small straight-sided pieces of one colour."""
        data = "".join(svg.polyline(self._cut(shard, 0), closed=True) for shard in shards)
        self._parts.append(svg.element("path", d=data, fill=colour))

    # Repeats

    def symbol(self, draw: Callable[[], None], scale: float = 1) -> str:
        """Cut a small block once, `scale` large, to be stamped many times; answers its name."""
        held = self._parts, self._place, self._scale
        self._parts, self._place, self._scale = [], (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 1.0
        with self.at(scale=scale):
            draw()
        name = f"{self._prefix}-{len(self._symbols)}"
        self._symbols.append(f'<g id="{name}">{"".join(self._parts)}</g>')
        self._parts, self._place, self._scale = held
        return name

    def once(self, name: str, draw: Callable[[], None]) -> str:
        """Cut a block the first time its name is asked for; later, answer the one that is there."""
        if name not in self._known:
            self._known[name] = self.symbol(draw)
        return self._known[name]

    def stamp(self, name: str, x: float, y: float, *, turn: float = 0, scale: float = 1, flip: bool = False) -> None:
        """Press the small block down at a place."""
        with self.at(x, y, turn=turn, scale=scale, flip=flip):
            a, b, c, d, e, f = self._place
        if (b, c) == (0, 0) and a == d == 1:
            where = f'x="{svg.number(e)}" y="{svg.number(f)}"'
        else:
            turned = " ".join(_short(part) for part in (a, b, c, d))
            where = f'transform="matrix({turned} {svg.number(e)} {svg.number(f)})"'
        self._parts.append(f'<use href="#{name}" {where}/>')

    def tile(self, width: float, height: float, draw: Callable[[], None], *, turn: float = 0, scale: float = 1) -> str:
        """Cut a block that repeats without end, its corner in the picture's middle; answers a colour for `shape`."""
        held = self._parts, self._place, self._scale
        self._parts, self._place, self._scale = [], (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 1.0
        draw()
        name = f"{self._prefix}-{len(self._symbols)}"
        where = f"translate({svg.number(self.width / 2)} {svg.number(self.height / 2)})"
        self._symbols.append(
            f'<pattern id="{name}" width="{svg.number(width)}" height="{svg.number(height)}" '
            f'patternUnits="userSpaceOnUse" patternTransform="{where}rotate({svg.number(turn)})scale({scale:.2f})">'
            f"{''.join(self._parts)}</pattern>"
        )
        self._parts, self._place, self._scale = held
        return f"url(#{name})"

    # The sheet

    def ground(self, colour: str = PAPER) -> None:
        """Lay the sheet."""
        self._parts.append(svg.element("path", d=f"M0 0h{self.width}v{self.height}H0z", fill=colour))

    def brushed(self, count: int = 16, *, light: str = SHELL, dark: str = GRAIN) -> None:
        """Show the sweeps of the pine-needle brush that carried the shell powder over the paper."""
        for colour, number in ((dark, count // 2), (light, count)):
            ways = []
            for _ in range(number):
                y = self.dice.between(-10, self.height + 10)
                x = self.dice.between(-0.2, 0.8) * self.width
                reach = self.dice.between(0.2, 0.7) * self.width
                sag = self.dice.off(self.height * 0.02)
                ways.append([(x, y), (x + reach * 0.3, y + sag), (x + reach * 0.7, y + sag), (x + reach, y)])
            self.threads(ways, 0.45, ink=colour)

    def text(self) -> str:
        """Finish: the picture as SVG."""
        symbols = f"<defs>{''.join(self._symbols)}</defs>" if self._symbols else ""
        return svg.document(self.width, self.height, symbols + "".join(self._parts))

    def raw(self, part: str) -> None:
        """Add a finished element, in the measure of the whole picture."""
        self._parts.append(part)

    # How it is done

    def disc(self, x: float, y: float, r: float, colour: str | None, width: float = 1, *, ink: str = INK) -> None:
        """Print a round."""
        self.shape(oval(x, y, r, count=10 if r * self._scale < 40 else 14), colour, width, ink=ink)

    def _to(self, point: Point) -> Point:
        a, b, c, d, e, f = self._place
        x, y = point
        return (a * x + c * y + e, b * x + d * y + f)

    def _pen(self, width: float) -> float:
        return max(0.3, width * self.key * math.pow(self._scale, 0.55))

    def _cut(self, outline: Sequence[Point], rough: float) -> Points:
        reach = rough * self.key * 0.12
        a, b, c, d, e, f = self._place
        off = self.dice.off
        cut: Points = []
        before: Point | None = None
        for point in outline:
            if point == before:  # a corner stays a corner
                cut.append(cut[-1])
            else:
                x, y = before = point
                cut.append((a * x + c * y + e + off(reach), b * x + d * y + f + off(reach)))
        return cut

    def _slipped(self, points: Points) -> Points:
        dx, dy = self._slip
        return [(x + dx, y + dy) for x, y in points]

    def _inside(self, points: Points, width: float) -> Points:
        """Follow an outline on its inner side, further in where the knife came from the upper left."""
        pen = self._pen(width)
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))
        side = 1.0 if area > 0 else -1.0
        count = len(points)
        inner = []
        for at, point in enumerate(points):
            before, after = points[at - 1], points[(at + 1) % count]
            if before == point:
                before = points[at - 2]
            if after == point:
                after = points[(at + 2) % count]
            dx, dy = after[0] - before[0], after[1] - before[1]
            length = math.hypot(dx, dy) or 1.0
            nx, ny = -dy / length * side, dx / length * side
            reach = pen * (0.92 - 0.42 * (0.5 * nx + 0.86 * ny))
            inner.append((point[0] + nx * reach, point[1] + ny * reach))
        return inner

    def _swelling(self, way: Sequence[Point], width: float, ends: tuple[float, float]) -> str:
        points = self._cut(way, 0.5)
        if len(points) == 2:
            (ax, ay), (bx, by) = points
            points = [(ax, ay), (ax * 0.5 + bx * 0.5, ay * 0.5 + by * 0.5), (bx, by)]
        pen = self._pen(width) / 2
        last = len(points) - 1
        left, right = [], []
        for at, (x, y) in enumerate(points):
            ax, ay = points[max(at - 1, 0)]
            bx, by = points[min(at + 1, last)]
            dx, dy = bx - ax, by - ay
            length = math.hypot(dx, dy) or 1.0
            t = at / last
            edge = ends[0] if t < 0.5 else ends[1]
            half = pen * (edge + (1 - edge) * (1 - abs(2 * t - 1) ** 2.2))
            nx, ny = -dy / length * half, dx / length * half
            left.append((x + nx, y + ny))
            right.append((x - nx, y - ny))
        ring = [left[0], *left, left[-1], right[-1], *reversed(right), right[0]]
        return svg.spline(ring, closed=True)


def _short(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return {"-0": "0"}.get(text, text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text)
