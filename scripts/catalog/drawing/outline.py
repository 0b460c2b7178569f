"""Outlines as lists of points: rounds, petals, leaves, turned bodies, spirals. Plain geometry, not yet cut or inked.

Angles are in degrees, clockwise from the right, as the y axis of a picture points down.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

from catalog.drawing.svg import Point

Points = list[Point]


@functools.cache
def _parsed(text: str) -> tuple[Point, ...]:
    pairs = (pair.split(",") for pair in text.split())
    return tuple((float(x), float(y)) for x, y in pairs)


def points(text: str) -> Points:
    """Read an outline written as SVG writes it: `"0,0 10,-5.5"`. A point given twice is a corner."""
    return list(_parsed(text))


def polar(x: float, y: float, radius: float, angle: float) -> Point:
    """Go `radius` from (x, y) in a direction."""
    turn = math.radians(angle)
    return (x + radius * math.cos(turn), y + radius * math.sin(turn))


def oval(x: float, y: float, rx: float, ry: float | None = None, *, turn: float = 0, count: int = 12) -> Points:
    """Go round an ellipse. The points lead a spline, so they stand a little outside."""
    ry = rx if ry is None else ry
    out = 1 / (0.5 + 0.5 * math.cos(2 * math.pi / count))
    out = 1 + (out - 1) * 0.5
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for step in range(count):
        angle = 2 * math.pi * step / count
        px, py = rx * out * math.cos(angle), ry * out * math.sin(angle)
        points.append((x + px * cos - py * sin, y + px * sin + py * cos))
    return points


def arc(x: float, y: float, rx: float, ry: float, start: float, end: float, count: int = 7) -> Points:
    """Follow an ellipse from one angle to another."""
    return [
        (
            x + rx * math.cos(math.radians(start + (end - start) * step / (count - 1))),
            y + ry * math.sin(math.radians(start + (end - start) * step / (count - 1))),
        )
        for step in range(count)
    ]


def bend(start: Point, lead: Point, end: Point, count: int = 7) -> Points:
    """Follow a curve from start to end, drawn towards `lead`."""
    points = []
    for step in range(count):
        t = step / (count - 1)
        u = 1 - t
        points.append(
            (
                u * u * start[0] + 2 * u * t * lead[0] + t * t * end[0],
                u * u * start[1] + 2 * u * t * lead[1] + t * t * end[1],
            )
        )
    return points


def lathe(profile: Sequence[Point], x: float = 0, y: float = 0) -> Points:
    """Turn a profile of (half width, height) points, top to bottom, into a body that is the same left and right."""
    return [(x + w, y + h) for w, h in profile] + [(x - w, y + h) for w, h in reversed(profile)]


def petal(x: float, y: float, length: float, width: float, angle: float, *, blunt: float = 0.35) -> Points:
    """Shape a petal that grows from (x, y); `blunt` 0 is a spearhead, 1 a spoon."""
    side = [(0.0, 0.10), (0.25, 0.36), (0.6, 0.5), (0.86, 0.2 + 0.3 * blunt)]
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    along = [(length * a, width * w) for a, w in side]
    tip = [(length, 0.0), (length, 0.0)] if blunt < 0.5 else [(length, 0.0)]
    flat = along + tip + [(a, -w) for a, w in reversed(along)]
    return [(x + a * cos - w * sin, y + a * sin + w * cos) for a, w in flat]


def spiral(x: float, y: float, inner: float, outer: float, turns: float, start: float = 0, step: float = 40) -> Points:
    """Wind outwards; negative `turns` wind the other way."""
    count = max(4, round(abs(turns) * 360 / step))
    return [
        polar(x, y, inner + (outer - inner) * at / count, start + turns * 360 * at / count) for at in range(count + 1)
    ]


def zigzag(x: float, y: float, width: float, height: float, teeth: int) -> Points:
    """Go up and down from left to right, beginning and ending low."""
    return [(x + width * at / (2 * teeth), y - (height if at % 2 else 0)) for at in range(2 * teeth + 1)]


def limb(joints: Sequence[Point], start: float, end: float) -> Points:
    """Clothe a bent line: an outline around it, `start` wide at one end and `end` at the other."""
    left, right = [], []
    last = len(joints) - 1
    for at, (x, y) in enumerate(joints):
        ax, ay = joints[max(at - 1, 0)]
        bx, by = joints[min(at + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1
        half = (start + (end - start) * at / last) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return [left[0], *left, left[-1], right[-1], *reversed(right), right[0]]
