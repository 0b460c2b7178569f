"""People at work, as simple as a print has them: a hat, a tunic, bent limbs; the face stays in the hat's shadow."""

from __future__ import annotations

import math
from dataclasses import dataclass

from catalog.drawing.outline import Points, arc, bend, limb, oval, points
from catalog.drawing.pigment import CREAM, INDIGO, INK, SKIN, SOOT, STRAW
from catalog.drawing.svg import Point
from catalog.drawing.woodcut import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """Where the joints are, the figure looking right, the ground at y = 0; a standing figure is about 210 high."""

    head: Point
    """Middle of the face."""
    neck: Point
    """Between the shoulders."""
    hip: Point
    """Where the legs begin."""
    knees: tuple[Point, Point]
    """The far knee, the near knee."""
    feet: tuple[Point, Point]
    """The far ankle, the near ankle."""
    elbows: tuple[Point, Point]
    """The far elbow, the near elbow."""
    hands: tuple[Point, Point]
    """The far hand, the near hand."""


SITTING = Pose(
    head=(26, -146), neck=(10, -116), hip=(-14, -40), knees=((58, -70), (50, -62)), feet=((56, -8), (44, -4)),
    elbows=((46, -84), (36, -74)), hands=((84, -72), (78, -56)),
)  # fmt: skip
"""On a low stool, both hands before the knees."""
KNEELING = Pose(
    head=(42, -122), neck=(18, -98), hip=(-30, -34), knees=((30, -10), (20, -8)), feet=((-44, -6), (-54, -4)),
    elbows=((52, -66), (44, -58)), hands=((92, -40), (84, -28)),
)  # fmt: skip
"""On both knees, leaning over the work."""
STANDING = Pose(
    head=(12, -192), neck=(2, -160), hip=(-4, -84), knees=((12, -46), (-2, -44)), feet=((14, -6), (-8, -4)),
    elbows=((30, -124), (18, -118)), hands=((62, -120), (54, -104)),
)  # fmt: skip
"""Upright, the hands held out."""
BENDING = Pose(
    head=(86, -140), neck=(56, -130), hip=(-12, -96), knees=((6, -48), (-10, -46)), feet=((16, -6), (-14, -4)),
    elbows=((84, -88), (72, -84)), hands=((112, -52), (100, -44)),
)  # fmt: skip
"""Standing, bent deep over something low."""
DIPPING = Pose(
    head=(56, -172), neck=(36, -146), hip=(-10, -88), knees=((10, -46), (-6, -44)), feet=((16, -6), (-14, -4)),
    elbows=((74, -112), (62, -104)), hands=((116, -104), (108, -84)),
)  # fmt: skip
"""Standing, leaning forward, both hands on something upright."""
STRIDING = Pose(
    head=(14, -194), neck=(4, -162), hip=(-2, -86), knees=((-14, -46), (24, -48)), feet=((-42, -8), (32, -4)),
    elbows=((-18, -124), (28, -122)), hands=((-12, -156), (34, -158)),
)  # fmt: skip
"""Walking with a hand raised to a shoulder pole."""
STRIKING = Pose(
    head=(18, -186), neck=(6, -156), hip=(-8, -84), knees=((30, -48), (-16, -44)), feet=((42, -6), (-30, -4)),
    elbows=((34, -180), (-4, -190)), hands=((20, -222), (4, -226)),
)  # fmt: skip
"""Arms raised high for a blow."""


def figure(
    b: Block, pose: Pose, *, coat: str = INDIGO, trousers: str = SOOT, hat: str | None = CREAM, sash: str | None = None
) -> None:
    """Draw a person; `hat` is the colour of a conical hat, `None` shows a turban."""
    near, far = 1, 0
    b.shape(limb([_shoulder(pose, far), pose.elbows[far], _sleeve(pose, far)], 24, 18), coat, 1)
    _hand(b, pose, far)
    for side in (far, near):
        b.shape(limb([_towards(pose.knees[side], pose.feet[side], 0.62), pose.feet[side]], 14, 10), SKIN, 0.9)
        fx, fy = pose.feet[side]
        b.shape([(fx - 8, fy - 4), (fx + 2, fy - 7), (fx + 22, fy + 1), (fx + 22, fy + 6), (fx - 6, fy + 6)], SKIN, 0.9)
        b.shape(
            limb([pose.hip, pose.knees[side], _towards(pose.knees[side], pose.feet[side], 0.7)], 34, 24), trousers, 1
        )
        kx, ky = pose.knees[side]
        b.line(
            bend(pose.hip, ((pose.hip[0] + kx) / 2, (pose.hip[1] + ky) / 2 + 4), (kx - 4, ky + 3), 4), 0.55, ink=CREAM
        )
    middle = _towards(pose.neck, pose.hip, 0.55)
    b.shape(_tunic(pose), coat, 1.1)
    b.lines(
        [bend(_towards(pose.neck, pose.hip, 0.35), (middle[0] - 8, middle[1]), _towards(pose.neck, pose.hip, 1.1), 4)],
        0.7,
    )
    if sash:
        x, y = _towards(pose.neck, pose.hip, 0.82)
        b.line([(x - 23, y - 4), (x, y + 2), (x + 23, y - 2)], 2.4, ink=sash, ends=(0.8, 0.8))
    b.shape(limb([pose.neck, _towards(pose.neck, pose.head, 0.7)], 16, 14), SKIN, 0.8)
    b.shape(limb([_shoulder(pose, near), pose.elbows[near], _sleeve(pose, near)], 27, 19), coat, 1)
    _hand(b, pose, near)
    _head(b, pose, hat)


def _tunic(pose: Pose) -> Points:
    hem = _towards(pose.neck, pose.hip, 1.18)
    body = limb([pose.neck, _towards(pose.neck, pose.hip, 0.5), hem], 36, 48)
    left, right = body[2:4], body[6:8]
    top = _towards(pose.neck, pose.hip, -0.07)
    return [body[0], left[0], left[1], left[1], right[0], right[0], right[1], body[-1], top]


def _head(b: Block, pose: Pose, hat: str | None) -> None:
    (hx, hy), (nx, ny) = pose.head, pose.neck
    lean = max(-10.0, min(46.0, (hx - nx) * 1.1 - 8))
    with b.at(hx + (nx - hx) * 0.16, hy + (ny - hy) * 0.16, turn=lean):
        b.shape(oval(0, 0, 17, 20, count=10), SKIN, 0.9)
        b.fill(points("-18,4 -18,4 -19,-14 0,-22 16,-14 4,-12 -6,0 -8,14"), INK)
        b.line(arc(8, 1, 5, 3, 190, 350, 4), 0.6)
        b.line([(8, 11), (12, 11)], 0.5)
        if hat:
            b.shape(points("-54,2 -54,2 0,-46 0,-46 54,2 54,2 30,9 0,11 -30,9"), hat, 1.1)
            b.threads(
                [
                    [(-34, 2 - 0.001), (0, -8), (34, 2)],
                    [(-22, -12), (0, -19), (22, -12)],
                    [(-10, -26), (0, -29), (10, -26)],
                ],
                0.45,
            )
            b.line([(18, 7), (16, 18), (6, 22)], 0.5)
        else:
            b.shape(points("-20,-6 -20,-18 -6,-27 12,-24 19,-10 6,-14 -8,-10"), INDIGO, 0.9)


def _hand(b: Block, pose: Pose, side: int) -> None:
    (sx, sy), (x, y) = _sleeve(pose, side), pose.hands[side]
    b.shape(limb([(sx, sy), (x, y)], 11, 10), SKIN, 0.8)
    turn = math.degrees(math.atan2(y - sy, x - sx))
    with b.at(x, y, turn=turn):
        b.shape(points("-9,-6 0,-8 10,-6 15,0 10,6 -2,7 -9,5"), SKIN, 0.8)
        b.line([(-4, -3), (2, -9), (8, -9)], 0.7)
        b.line([(6, 1), (13, 1)], 0.5)


def _shoulder(pose: Pose, side: int) -> Point:
    return (pose.neck[0] + (6 if side == 0 else -4), pose.neck[1] + 8)


def _sleeve(pose: Pose, side: int) -> Point:
    return _towards(pose.elbows[side], pose.hands[side], 0.62)


def _towards(one: Point, other: Point, share: float) -> Point:
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)


def stool(b: Block, *, colour: str = STRAW) -> None:
    """Draw a low wooden stool, its seat 40 above the ground."""
    b.board([(-26, -34), (-16, -34), (-20, 0), (-30, 0)], colour, 0.9)
    b.board([(16, -34), (26, -34), (30, 0), (20, 0)], colour, 0.9)
    b.board([(-38, -42), (38, -42), (38, -32), (-38, -32)], colour, 1)
