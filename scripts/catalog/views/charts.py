"""Bar charts: numbers in, places on the page out. It draws nothing; `partials/chart.html` does.

Bars lie one under another, each below its own label, and are as long as a share of the width: a phone shows the same
chart as a desk, with letters of the same size. Every chart says its numbers in words and stands above its table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.strings import Strings
from catalog.text import Number, format_number

LINE = 20
"""Height of one line of a label, in CSS pixels."""
LETTERS = 40
"""Letters that fit one line of the narrowest phone; SVG does not wrap lines itself."""
BAR = 10
"""Height of a bar."""
ROW_GAP = 14
"""Between a bar and the next label."""


@dataclass(frozen=True, slots=True)
class Datum:
    """One number to be drawn."""

    label: str
    value: Number
    """Zero or more."""
    words: str | None = None
    """The number as it shall be read, where it is not exact ("nearly 300"); `None`: the number itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label."""

    text: str
    number: str | None
    """The number, at the end of the last line."""
    y: int
    """Its baseline, in pixels from the top of the chart."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its label, placed."""

    label: str
    words: str
    """The number as it is read."""
    lines: tuple[Line, ...]
    """Label and number, broken into lines."""
    y: int
    """Upper edge of the bar."""
    width: str
    """Length of the bar as a share of the chart's width, for example `63.5%`."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart, ready to be drawn."""

    title: str
    """What it shows."""
    description: str
    """All its numbers in words, for those who do not see it."""
    height: int
    """In pixels; the width is whatever there is."""
    bar_height: int
    bars: tuple[Bar, ...]


def bar_chart(title: str, data: Sequence[Datum], t: Strings) -> Chart:
    """Place one bar per number, in the order given; the greatest is as long as the chart is wide.

    Raises:
        ValueError: A number is below zero; there is no bar for that.

    """
    if any(datum.value < 0 for datum in data):
        raise ValueError("a bar cannot be shorter than nothing")
    greatest = max((datum.value for datum in data), default=0) or 1
    bars: list[Bar] = []
    top = 0
    for datum in data:
        words = datum.words or format_number(datum.value, t.language)
        lines = _lines(datum.label, words, top)
        y = top + LINE * len(lines) + BAR // 2
        bars.append(Bar(datum.label, words, lines, y, f"{_percent(datum.value, greatest)}%"))
        top = y + BAR + ROW_GAP
    return Chart(
        title=title,
        description="; ".join(f"{bar.label}: {bar.words}" for bar in bars) + ".",
        height=top,
        bar_height=BAR,
        bars=tuple(bars),
    )


def _lines(label: str, number: str, top: int) -> tuple[Line, ...]:
    """Break a label between words; the number goes with the last line, or below it when it does not fit."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LETTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    if len(lines[-1]) + 2 + len(number) > LETTERS:
        lines.append("")
    last = len(lines) - 1
    return tuple(
        Line(text, number if place == last else None, top + LINE * place + LINE * 4 // 5)
        for place, text in enumerate(lines)
    )


def _percent(value: Number, greatest: Number) -> str:
    """Return a share with one decimal at most: `100`, `63.5`."""
    return f"{float(value) * 100 / float(greatest):.1f}".removesuffix(".0")
