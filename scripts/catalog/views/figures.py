"""Figures as a table: every number with its year and source, conflicting ones side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.model import Figure
from catalog.text import format_date, format_number, format_range
from catalog.views.edition import Edition, Words
from catalog.views.source import SourceView, maybe_source


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One number."""

    metric: Words
    value: str
    """With its unit and, where it is not exact, a word that says so."""
    when: str
    """Year or date of the number."""
    note: Words | None
    source: SourceView | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one village."""

    rows: tuple[FigureRow, ...]
    """In the record's order, figures of one metric together, newest first."""
    has_notes: bool
    """Whether any row has a note or a source of its own."""
    kept_back: str | None
    """How many figures are not shown because no year is known for them."""


def figures_view(edition: Edition, figures: Sequence[Figure]) -> Figures | None:
    """Show the figures that have a year; `None`: the record has no figures at all."""
    if not figures:
        return None
    dated = [figure for figure in figures if _when(figure) and _value(edition, figure)]
    first_seen = {figure.metric: position for position, figure in reversed(list(enumerate(dated)))}
    dated.sort(key=lambda figure: -int(_when(figure)[:4]))
    dated.sort(key=lambda figure: first_seen[figure.metric])
    rows = tuple([_row(edition, figure) for figure in dated])
    left_out = len(figures) - len(rows)
    return Figures(
        rows,
        any(row.note or row.source for row in rows),
        edition.t.count("figures.kept_back", left_out) if left_out else None,
    )


def _row(edition: Edition, figure: Figure) -> FigureRow:
    metric = edition.catalog.vocabulary.metrics.get(figure.metric)
    return FigureRow(
        metric=edition.words(metric.name) if metric else Words(figure.metric, None),
        value=_value(edition, figure),
        when=format_date(_when(figure), edition.language),
        note=edition.note(figure.note),
        source=maybe_source(edition, figure.source),
    )


def _when(figure: Figure) -> str:
    return figure.date or (str(figure.year) if figure.year else "")


def _value(edition: Edition, figure: Figure) -> str:
    language = edition.language
    if figure.value is not None:
        number = format_number(figure.value, language)
    elif figure.min is not None or figure.max is not None:
        number = format_range(figure.min, figure.max, language)
    else:
        return ""
    metric = edition.catalog.vocabulary.metrics.get(figure.metric)
    unit = edition.words(metric.unit).text if metric and metric.unit else ""
    space = "" if unit.startswith("%") or not unit else "\u00a0"
    value = f"{number}{space}{unit}"
    return edition.t("figures.about", value=value) if figure.approx else value
