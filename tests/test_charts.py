"""Promises of `views.charts`: bars as long as their numbers, and the numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.strings import read_strings
from catalog.views.charts import LETTERS, Datum, bar_chart

VI = read_strings("vi")


@pytest.mark.parametrize(
    ("values", "widths"),
    [
        ([50, 25, 10], ["100%", "50%", "20%"]),
        ([3, 1], ["100%", "33.3%"]),
        ([0, 0], ["0%", "0%"]),
        ([4.87], ["100%"]),
        ([], []),
    ],
)
def test_widths(values: list[int | float], widths: list[str]) -> None:
    chart = bar_chart("Sản phẩm", [Datum(f"Nghề {n}", value) for n, value in enumerate(values)], VI)

    assert [bar.width for bar in chart.bars] == widths


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=40))
def test_bars_are_proportional(values: list[int]) -> None:
    """Two bars differ as their numbers do, to a tenth of a percent; none is longer than the chart."""
    chart = bar_chart("Sản phẩm", [Datum("Nghề", value) for value in values], VI)

    greatest = max(values) or 1
    for value, bar in zip(values, chart.bars, strict=True):
        share = float(bar.width.removesuffix("%"))
        assert 0 <= share <= 100
        assert abs(share - value * 100 / greatest) <= 0.051


LABELS = st.lists(st.text("aă đ", min_size=1, max_size=20).filter(str.strip), min_size=1, max_size=12).map(" ".join)


@given(st.lists(LABELS, min_size=1, max_size=20))
def test_nothing_overlaps(labels: list[str]) -> None:
    """Each label stands above its own bar and below the bar before it, and all of them inside the chart."""
    chart = bar_chart("Sản phẩm", [Datum(label, 1) for label in labels], VI)

    edges = [edge for bar in chart.bars for edge in (*(line.y for line in bar.lines), bar.y, bar.y + chart.bar_height)]
    assert edges == sorted(set(edges))
    assert edges[-1] <= chart.height


@given(LABELS)
def test_labels_are_broken_and_not_cut(label: str) -> None:
    """No line is longer than a phone is wide, no word is lost, and the number ends the last line."""
    (bar,) = bar_chart("Sản phẩm", [Datum(label, 1250)], VI).bars

    assert all(len(line.text) <= LETTERS for line in bar.lines)
    assert " ".join(line.text for line in bar.lines).split() == label.split()
    assert [line.number for line in bar.lines] == [None] * (len(bar.lines) - 1) + ["1.250"]


def test_the_text_alternative_says_every_number() -> None:
    """Who does not see the chart hears every label with its number, written as the language writes it."""
    data = [Datum("Hà Nội", 1250), Datum("Huế", 4.5), Datum("Hội chợ", 300, "gần 300")]

    assert bar_chart("Theo tỉnh", data, VI).description == "Hà Nội: 1.250; Huế: 4,5; Hội chợ: gần 300."
    assert bar_chart("By province", data[:2], read_strings("en")).description == "Hà Nội: 1,250; Huế: 4.5."


def test_nothing_is_shorter_than_nothing() -> None:
    """A number below zero is refused instead of being drawn as something else."""
    with pytest.raises(ValueError, match="bar"):
        bar_chart("Sản phẩm", [Datum("Nghề", -1)], VI)
