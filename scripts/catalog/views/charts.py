"""Bars: numbers in, lengths out. It draws nothing; `partials/bar.html` does, beside the number in its table.

A bar is a share of its cell, so a phone shows the same chart as a desk. Where records are counted and they are few
enough to be seen, the bar is a row of squares, one for each.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.text import Number

MOST_SQUARES = 120
"""So many squares can still be told apart in the widest cell."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    width: str
    """Its length as a share of the cell, for example `63.5%`."""
    squares: int | None
    """How many squares it is cut into; `None`: it is drawn in one piece."""


def bar(value: Number, greatest: Number, *, counted: bool = True) -> Bar:
    """Return the bar of a number; the greatest one of the chart is as long as the cell is wide.

    Args:
        value: Zero or more.
        greatest: The greatest number of the same chart.
        counted: It is a number of records.

    Raises:
        ValueError: A number is below zero; there is no bar for that.

    """
    if value < 0:
        raise ValueError("a bar cannot be shorter than nothing")
    share = f"{float(value) * 100 / (float(greatest) or 1):.1f}".removesuffix(".0")
    return Bar(f"{share}%", int(value) if counted and greatest <= MOST_SQUARES else None)
