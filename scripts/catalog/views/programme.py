"""The programmes in published numbers: what reports and newspapers printed, each with its source.

The words around them are hand-written (`content/chuong-trinh.md`).
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model import Report, ReportedFigure
from catalog.text import NO_BREAK_SPACE, format_number
from catalog.views.body import Body
from catalog.views.charts import Chart, Datum, bar_chart
from catalog.views.edition import Edition, Words
from catalog.views.source import SourceView, maybe_source


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One published number."""

    name: Words
    number: Words
    """With its unit; as printed where it is not exact."""
    note: Words | None
    source: SourceView | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report: its numbers drawn and written."""

    id: str
    """Anchor."""
    title: Words
    note: Words | None
    chart: Chart | None
    """Numbers of one unit; `None`: fewer than two of them."""
    charted: str
    """What the chart shows, in a sentence."""
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
    charted = [figure for figure in report.figures if figure.unit == unit]
    data = [Datum(edition.words(figure.name).text, figure.value, _about(edition, figure)) for figure in charted]
    return ReportView(
        id=report.id,
        title=title,
        note=edition.maybe(report.note),
        chart=bar_chart(title.text, data, t) if len(data) > 1 else None,
        charted=t("programme.charted", unit=edition.words(unit).text) if unit else "",
        caption=t("programme.caption", report=title.text),
        rows=tuple(_row(edition, figure) for figure in report.figures),
        source=maybe_source(edition, report.source),
    )


def _row(edition: Edition, figure: ReportedFigure) -> ReportRow:
    number = _about(edition, figure) or format_number(figure.value, edition.language)
    unit = edition.maybe(figure.unit)
    return ReportRow(
        name=edition.words(figure.name),
        number=Words(f"{number}{NO_BREAK_SPACE}{unit.text}", unit.lang) if unit else Words(number, None),
        note=edition.maybe(figure.note),
        source=maybe_source(edition, figure.source),
    )


def _about(edition: Edition, figure: ReportedFigure) -> str | None:
    return edition.words(figure.about).text if figure.about else None
