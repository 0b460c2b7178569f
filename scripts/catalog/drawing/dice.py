"""Numbers that look thrown and are always the same for the same name. Not for secrets."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_WORD = 0xFFFF_FFFF_FFFF_FFFF


class Dice:
    """A stream of numbers grown from a name (SplitMix64 seeded with the name's SHA-256)."""

    __slots__ = ("_state",)

    def __init__(self, name: str) -> None:
        self._state = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")

    def unit(self) -> float:
        """Throw a number from 0 up to, but not including, 1."""
        self._state = (self._state + 0x9E37_79B9_7F4A_7C15) & _WORD
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9) & _WORD
        z = ((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB) & _WORD
        return ((z ^ (z >> 31)) >> 11) / (1 << 53)

    def between(self, low: float, high: float) -> float:
        """Throw a number from `low` to `high`."""
        return low + (high - low) * self.unit()

    def off(self, reach: float) -> float:
        """Throw a number from `-reach` to `reach`."""
        return (2 * self.unit() - 1) * reach

    def pick(self, choices: Sequence[T]) -> T:
        """Choose one."""
        return choices[int(self.unit() * len(choices))]

    def chance(self, share: float) -> bool:
        """Say yes in this share of throws."""
        return self.unit() < share
