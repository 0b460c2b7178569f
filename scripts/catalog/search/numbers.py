"""Rising numbers as short text: how the files of the index write which pages a word stands on.

A list is written in one of two ways, whichever is shorter. As *gaps*: the distance to the number before (the first:
plus one), in digits of five bits, the lowest first; a sixth bit says that another follows. As a *map*, after a full
stop: one bit for each number from 0 on, six to a character, the first in the lowest bit. No list is longer than its
map, so a word on every page of ten thousand costs less than two kilobytes. `overrides/assets/javascripts/search/
numbers.js` reads both.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from functools import cache
from itertools import chain
from operator import sub

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Sixty-four characters that JSON writes as they are."""
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def rising(numbers: Sequence[int]) -> str:
    """Write strictly rising numbers, none below 0.

    >>> rising([0, 1, 40]), rising(range(64))
    ('BBnB', '.__________P')
    """
    if not numbers:
        return ""
    last = numbers[-1]
    longest = last // 6 + 2
    if len(numbers) <= longest:
        few = _few_digits()
        gaps = "".join([few[gap] if gap < _FEW else _digits(gap) for gap in map(sub, numbers, chain((-1,), numbers))])
        if len(gaps) <= longest:
            return gaps
    bits = bytearray(b"0") * (last + 1)
    for number in numbers:
        bits[last - number] = 49  # "1"
    size = last // 24 * 3 + 3
    # Base64 has the same digits in the same order, the highest first.
    return "." + urlsafe_b64encode(int(bits, 2).to_bytes(size, "big"))[::-1][: longest - 1].decode()


def read_rising(text: str) -> list[int]:
    """Return the numbers that `rising` wrote.

    >>> read_rising("BBnB"), read_rising(".BC")
    ([0, 1, 40], [0, 7])
    """
    if text.startswith("."):
        return [
            6 * place + bit for place, digit in enumerate(text[1:]) for bit in range(6) if _VALUES[digit] >> bit & 1
        ]
    numbers: list[int] = []
    number, gap, shift = -1, 0, 0
    for digit in text:
        value = _VALUES[digit]
        gap |= (value & 31) << shift
        shift += 5
        if value < 32:
            number += gap
            numbers.append(number)
            gap = shift = 0
    return numbers


def _digits(gap: int) -> str:
    """Write one number, the lowest digit first; all digits but the last say that another follows."""
    digits = []
    while gap > 31:
        digits.append(DIGITS[32 + (gap & 31)])
        gap >>= 5
    return "".join([*digits, DIGITS[gap]])


_FEW = 4096
"""Gaps below this are looked up."""


@cache
def _few_digits() -> tuple[str, ...]:
    return tuple([_digits(gap) for gap in range(_FEW)])


def column(numbers: Sequence[int], width: int) -> str:
    """Write numbers in any order, each in `width` characters, the lowest digit first.

    >>> column([1, 65], 2)
    'BABB'
    """
    return "".join([DIGITS[number >> 6 * place & 63] for number in numbers for place in range(width)])


def read_column(text: str) -> list[int]:
    """Return the numbers that `column` wrote, of one character each.

    >>> read_column(column([1, 63], 1))
    [1, 63]
    """
    return [_VALUES[digit] for digit in text]


def width_for(count: int) -> int:
    """Return how many characters each of `count` different numbers needs.

    >>> width_for(64), width_for(65)
    (1, 2)
    """
    width = 1
    while count > 64**width:
        width += 1
    return width
