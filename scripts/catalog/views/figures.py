"""Figures as small graphics: each with its year and source, those of one thing side by side, ranges as ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.model import Figure
from catalog.text import format_date, format_number, format_range
from catalog.views.edition import Edition, Words
from catalog.views.source import Sources, SourceView, maybe_source

AT_ONCE = 6
"""Most things told of before a reader asks for the others."""
LONG = 12
"""Most characters that fit a column in large letters."""
_HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number as a length, in hundredths of the scale it shares with the others of its group."""

    start: float
    """Where a range begins; 0 for a single number."""
    length: float
    """Never nothing: a very small share is still seen."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One number."""

    value: str
    """With its unit and, where it is not exact, a word that says so."""
    is_long: bool
    """It has more than `LONG` characters and is set smaller."""
    when: str
    """Year or date of the number."""
    bar: Stretch | None
    """`None`: there is nothing to compare it with."""
    note: Words | None
    source: SourceView | None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Everything that is said of one thing; conflicting numbers are not merged."""

    metric: Words
    figures: tuple[FigureView, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one village."""

    first: tuple[FigureGroup, ...]
    """The weightiest, at most `AT_ONCE`."""
    others: tuple[FigureGroup, ...]
    others_line: str | None
    """How many others there are; `None`: none."""
    kept_back: str | None
    """How many figures are not shown because no year is known for them."""


def figures_view(edition: Edition, figures: Sequence[Figure], sources: Sources | None = None) -> Figures | None:
    """Show the figures that have a year; `None`: the record has no figures at all.

    Args:
        edition: The edition.
        figures: In the record's order.
        sources: Those of the record.

    """
    if not figures:
        return None
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if _when(figure) and _value(edition, figure):
            groups.setdefault(figure.metric, []).append(figure)
    metrics = edition.catalog.vocabulary.metrics
    # What villages are compared by comes first; the rest keeps the record's order.
    order = sorted(groups, key=lambda id_: not (id_ in metrics and metrics[id_].headline))
    views = [_group(edition, id_, groups[id_], sources) for id_ in order]
    left_out = len(figures) - sum(len(group) for group in groups.values())
    others = views[AT_ONCE:]
    return Figures(
        tuple(views[:AT_ONCE]),
        tuple(others),
        edition.t.count("figures.others", sum(len(group.figures) for group in others)) if others else None,
        edition.t.count("figures.kept_back", left_out) if left_out else None,
    )


def _group(edition: Edition, id_: str, figures: list[Figure], sources: Sources | None) -> FigureGroup:
    metric = edition.catalog.vocabulary.metrics.get(id_)
    figures = sorted(figures, key=lambda figure: -int(_when(figure)[:4]))
    is_share = metric is not None and metric.unit is not None and metric.unit.vi == "%"
    ends = [_ends(figure) for figure in figures]
    scale = _HUNDRED if is_share else max(high for _, high in ends)
    drawn = (is_share or len(figures) > 1) and scale > 0 and all(low >= 0 and high <= scale for low, high in ends)
    views = [
        FigureView(
            value=(value := _value(edition, figure)),
            is_long=len(value) > LONG,
            when=format_date(_when(figure), edition.language),
            bar=_bar(low, high, scale) if drawn else None,
            note=edition.note(figure.note),
            source=maybe_source(edition, figure.source, sources),
        )
        for figure, (low, high) in zip(figures, ends, strict=True)
    ]
    return FigureGroup(edition.words(metric.name) if metric else Words(id_, None), tuple(views))


def _bar(low: float, high: float, scale: float) -> Stretch:
    start = low / scale * _HUNDRED if low < high else 0.0
    return Stretch(round(start, 1), round(max(high / scale * _HUNDRED - start, 1.0), 1))


def _ends(figure: Figure) -> tuple[float, float]:
    """Return between which numbers a figure lies; a range open at one end is the number it names."""
    low = figure.value if figure.value is not None else figure.min if figure.min is not None else figure.max
    high = figure.value if figure.value is not None else figure.max if figure.max is not None else figure.min
    return float(low or 0), float(high or 0)


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
