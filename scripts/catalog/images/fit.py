"""How a text falls into lines: as large as it fits, lines about equally long, names of places kept together.

Numbers only: how wide letters are is asked of the caller, so nothing here knows a font.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Protocol

_SPLIT_NAME = 0.25
"""Cost of breaking a line within a name; see `_well_broken`."""
_BEFORE_NAME = -0.1
"""Cost of breaking just before one: there a reader takes breath."""
_SMALLER_FOR_NAMES = 0.8
"""How much smaller letters may become to keep a name in one line."""

LEADING = 1.26
"""Height of a line, in sizes of its letters: Ẫ above and ọ below must not touch."""


class Measure(Protocol):
    """How wide letters are."""

    def __call__(self, text: str, /, size: int) -> float:
        """Return the width of a text in pixels at a size of letters."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it is to be set."""

    size: int
    """Of the letters, in pixels."""
    lines: tuple[str, ...]
    cut: bool = False
    """Its end did not fit; an ellipsis stands in its place."""

    @property
    def height(self) -> int:
        """Height of all lines, in pixels."""
        return round(len(self.lines) * self.size * LEADING)


def fit(
    text: str, measure: Measure, *, width: float, sizes: Sequence[int], most: int, height: float = 10_000
) -> Fitted:
    """Set a text as large as it fits; where not even the smallest size fits, cut its end off.

    Args:
        text: The text; a no-break space keeps two words together.
        measure: How wide letters are.
        width: Of the place, in pixels.
        sizes: To try, largest first.
        most: Lines there may be.
        height: Of the place, in pixels.

    """
    largest: Fitted | None = None
    for size in sizes:
        if largest and size < largest.size * _SMALLER_FOR_NAMES:
            break
        wide = partial(measure, size=size)
        lines = _wrapped(text, width, wide)
        fitted = Fitted(size, tuple(lines))
        if len(lines) <= most and fitted.height <= height and all(wide(line) <= width for line in lines):
            fitted = Fitted(size, _well_broken(text.split(" "), len(lines), width, wide))
            if not _splits_name(fitted.lines):
                return fitted
            largest = largest or fitted
    if largest:
        return largest
    size = sizes[-1]
    most = max(1, min(most, int(height / (size * LEADING))))
    lines = _wrapped(text, width, partial(measure, size=size))
    kept, rest = lines[: most - 1], " ".join(lines[most - 1 :])
    while rest and measure(rest + "…", size) > width:
        rest = rest[:-1].rstrip(" ,;.–-(")
    return Fitted(size, (*kept, rest + "…"), cut=True)


def _wrapped(text: str, width: float, wide: Callable[[str], float]) -> list[str]:
    """Break at spaces, filling each line; a word wider than the place stands alone."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and wide(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def _well_broken(words: list[str], count: int, width: float, wide: Callable[[str], float]) -> tuple[str, ...]:
    """Break into so many lines, which is possible, at the places that read best.

    The cost of a line is the square of the share of it that stays empty; splitting a name (two words with capitals, as
    Quảng Phú Cầu) costs as much as a line that is half empty.
    """
    best: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {(0, 0): (0.0, ())}
    for end in range(1, len(words) + 1):
        for start in range(end - 1, -1, -1):
            line = " ".join(words[start:end])
            taken = wide(line)
            if taken > width and end - start > 1:
                break
            cost = (1 - min(taken, width) / width) ** 2
            if end < len(words) and _is_of_name(words[end]):
                cost += _SPLIT_NAME if _is_of_name(words[end - 1]) else _BEFORE_NAME
            for number in range(count):
                before = best.get((start, number))
                if before is not None:
                    way = (before[0] + cost, (*before[1], line))
                    best[end, number + 1] = min(best.get((end, number + 1), way), way)
    return best[len(words), count][1]


def _splits_name(lines: Sequence[str]) -> bool:
    """Tell whether a name begins in one line and ends in the next."""
    return any(
        _is_of_name(line.rpartition(" ")[2]) and _is_of_name(following.partition(" ")[0])
        for line, following in pairwise(lines)
    )


def _is_of_name(word: str) -> bool:
    """Tell whether a word has a capital at its beginning only: HTX and OCOP are no names."""
    return word[:1].isupper() and not word[1:2].isupper()
