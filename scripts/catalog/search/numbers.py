"""Rising numbers as short text: how the files of the index write which pages a word stands on.

A list is written in one of two ways, whichever is shorter. As *gaps*: the distance to the number before (the first:
plus one), in digits of five bits, the lowest first; a sixth bit says that another follows. As a *map*, after a full
stop: one bit for each number from 0 on, six to a character, the first in the lowest bit. No list is longer than its
map, so a word on every page of ten thousand costs less than two kilobytes. `overrides/assets/javascripts/search/
numbers.js` reads both.
"""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Sixty-four characters that JSON writes as they are."""


def rising(numbers: Sequence[int]) -> str:
    """Write strictly rising numbers, none below 0.

    >>> rising([0, 1, 40]), rising(range(64))
    ('BBnB', '.__________P')
    """
    gaps = []
    last = -1
    for number in numbers:
        gap, last = number - last, number
        while gap > 31:
            gaps.append(DIGITS[32 + (gap & 31)])
            gap >>= 5
        gaps.append(DIGITS[gap])
    if not numbers or len(gaps) <= numbers[-1] // 6 + 2:
        return "".join(gaps)
    bits = [0] * (numbers[-1] // 6 + 1)
    for number in numbers:
        bits[number // 6] |= 1 << number % 6
    return "." + "".join([DIGITS[six] for six in bits])


def column(numbers: Sequence[int], width: int) -> str:
    """Write numbers in any order, each in `width` characters, the lowest digit first.

    >>> column([1, 65], 2)
    'BABB'
    """
    return "".join([DIGITS[number >> 6 * place & 63] for number in numbers for place in range(width)])


def width_for(count: int) -> int:
    """Return how many characters each of `count` different numbers needs.

    >>> width_for(64), width_for(65)
    (1, 2)
    """
    width = 1
    while count > 64**width:
        width += 1
    return width
