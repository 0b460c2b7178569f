"""The programmes in published numbers: what reports and newspapers printed, each with its source.

The words around them are hand-written (`content/chuong-trinh.md`).
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model import Report, ReportedFigure
from catalog.text import NO_BREAK_SPACE, Number, format_number
from catalog.views.body import Body
from catalog.views.charts import Bar, bar
from catalog.views.edition import Edition, Words
from catalog.views.source import SourceView, maybe_source


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One published number."""

    name: Words
    number: Words
    """With its unit; as printed where it is not exact."""
    bar: Bar | None
    """The number drawn; `None`: its unit is not that of the others."""
    note: Words | None
    source: SourceView | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report: its numbers drawn and written."""

    id: str
    """Anchor."""
    title: Words
    note: Words | None
    charted: str | None
    """What the bars show, in a sentence; `None`: there are none."""
    caption: str
    rows: tuple[ReportRow, ...]
    source: SourceView | None


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """All reports."""

    reports: tuple[ReportView, ...]


def programme_body(edition: Edition) -> Body:
    """Make the filled part of the page about the programmes."""
    t = edition.t
    return Body(
        title=t("programme.title"),
        description=t("programme.description"),
        view=ProgrammeView(
            reports=tuple(_report_view(edition, report) for report in edition.catalog.vocabulary.reports.values())
        ),
    )


def _report_view(edition: Edition, report: Report) -> ReportView:
    t = edition.t
    title = edition.words(report.name)
    unit = report.figures[0].unit
    alike = [figure.value for figure in report.figures if figure.unit == unit]
    greatest = max(alike) if len(alike) > 1 else None
    return ReportView(
        id=report.id,
        title=title,
        note=edition.maybe(report.note),
        charted=t("programme.charted", unit=edition.words(unit).text) if unit and greatest else None,
        caption=t("programme.caption", report=title.text),
        rows=tuple(_row(edition, figure, greatest if figure.unit == unit else None) for figure in report.figures),
        source=maybe_source(edition, report.source),
    )


def _row(edition: Edition, figure: ReportedFigure, greatest: Number | None) -> ReportRow:
    number = _about(edition, figure) or format_number(figure.value, edition.language)
    unit = edition.maybe(figure.unit)
    return ReportRow(
        name=edition.words(figure.name),
        number=Words(f"{number}{NO_BREAK_SPACE}{unit.text}", unit.lang) if unit else Words(number, None),
        bar=None if greatest is None else bar(figure.value, greatest, counted=False),
        note=edition.maybe(figure.note),
        source=maybe_source(edition, figure.source),
    )


def _about(edition: Edition, figure: ReportedFigure) -> str | None:
    return edition.words(figure.about).text if figure.about else None
