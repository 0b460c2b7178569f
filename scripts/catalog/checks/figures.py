"""Figures: each counts something known, and is one number or one range."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.known import KnownWords
from catalog.diagnostics import Diagnostic
from catalog.model import Village
from catalog.repository import Entry


def check_figures(village: Entry[Village], known: KnownWords) -> Iterator[Diagnostic]:
    """Yield what is wrong with a village's figures. One without a year is no mistake: it is not printed."""
    metrics, document = known.vocabulary["metrics"], village.document
    for position, figure in enumerate(village.value.figures):
        path = ("figures", position)
        if metrics.lacks(figure.metric):
            yield metrics.unknown(document, (*path, "metric"), figure.metric)
        low, high = figure.min, figure.max
        if figure.value is None and low is None and high is None:
            yield document.diagnose("figure-empty", path)
        elif figure.value is not None and (low is not None or high is not None):
            yield document.diagnose("figure-both", (*path, "value"))
        elif low is not None and high is not None and low > high:
            swapped = f"min: {high}, max: {low}"
            yield document.diagnose("figure-range", (*path, "min"), suggestion=swapped, min=low, max=high)
