"""Promises of `views.charts`: bars as long as their numbers, and a square for each record that is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.views.charts import MOST_SQUARES, Bar, bar


@pytest.mark.parametrize(
    ("value", "greatest", "expected"),
    [
        (50, 50, Bar("100%", 50)),
        (25, 50, Bar("50%", 25)),
        (1, 3, Bar("33.3%", 1)),
        (0, 0, Bar("0%", 0)),
        (150, 150, Bar("100%", None)),  # too many to be told apart
        (2, 150, Bar("1.3%", None)),  # and so all of the chart
    ],
)
def test_bars(value: int, greatest: int, expected: Bar) -> None:
    assert bar(value, greatest) == expected


def test_what_is_not_counted_is_one_piece() -> None:
    """Money and other measures are no rows of squares."""
    assert bar(4.87, 9.74, counted=False) == Bar("50%", None)


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=40))
def test_bars_are_proportional(values: list[int]) -> None:
    """Two bars of a chart differ as their numbers do, to a tenth of a percent, and are drawn in the same way."""
    greatest = max(values)
    bars = [bar(value, greatest) for value in values]

    for value, drawn in zip(values, bars, strict=True):
        share = float(drawn.width.removesuffix("%"))
        assert 0 <= share <= 100
        assert abs(share - value * 100 / (greatest or 1)) <= 0.051
        assert drawn.squares == (value if greatest <= MOST_SQUARES else None)


def test_nothing_is_shorter_than_nothing() -> None:
    """A number below zero is refused instead of being drawn as something else."""
    with pytest.raises(ValueError, match="bar"):
        bar(-1, 10)
