"""Whether an award still holds on a given day, and how that is known.

An award is current only while even the earliest day on which it can end has not passed; ended only once the latest
has. In between, and where no rule is known, it is something that was awarded. Rules come from the programme's
vocabulary record, so a new circular is a pull request, not code.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from catalog.model import Award, Programme, Validity

State = Literal["current", "ended", "unknown", "selected", "proposed", "revoked"]


@dataclass(frozen=True, slots=True)
class Span:
    """A day that is known to lie between two days, both included; an exactly known day is both."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        """The day itself; `None`: it is known only to lie in the span."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class AwardState:
    """What can be said of an award on one day."""

    state: State
    last_day: date | None
    """Last day of validity; `None`: cannot be named to the day."""
    rule: Validity | None
    """The rule it was computed by; `None`: printed on the certificate, or unknown."""


def state_of(award: Award, programme: Programme | None, as_of: date) -> AwardState:
    """Tell what an award is worth on `as_of`."""
    if award.status != "awarded":
        return AwardState(award.status, None, None)
    end, rule = end_of(award, programme)
    if end is None:
        return AwardState("unknown", None, rule)
    state: State = "current" if as_of <= end.first else "ended" if as_of > end.last else "unknown"
    return AwardState(state, end.day, rule)


class Grounds(NamedTuple):
    """All of an award that says how long it holds: awards with the same grounds are worth the same on any day."""

    programme: str
    status: str
    valid_to: str | None
    year: int | None
    date: str | None
    decided: str | None

    @classmethod
    def of(cls, award: Award) -> Grounds:
        """Return those of an award."""
        decision = award.decision
        decided = decision.date if decision else None
        return cls(award.programme, award.status, award.valid_to, award.year, award.date, decided)

    def award(self) -> Award:
        """Return an award that has these and nothing else."""
        given = {name: value for name, value in self._asdict().items() if value is not None}
        decided = given.pop("decided", None)
        return Award.model_validate(given | ({"decision": {"date": decided}} if decided else {}))


def last_day(award: Award, programme: Programme | None) -> tuple[date | None, Validity | None]:
    """Return the last day of validity and the rule that gives it; no day unless it is known to the day."""
    end, rule = end_of(award, programme)
    return (end.day if end else None), rule


def end_of(award: Award, programme: Programme | None) -> tuple[Span | None, Validity | None]:
    """Return when an award ends, as printed on its certificate or else as its programme's rule says."""
    if award.valid_to is not None:
        return span_of(award.valid_to), None
    return computed_end(award, programme)


def computed_end(award: Award, programme: Programme | None) -> tuple[Span | None, Validity | None]:
    """Return when an award ends by the rule of its programme, whatever its certificate says.

    The rule is `None` where the decision may fall under either of two rules: then the span covers both.
    """
    decided = decided_in(award)
    if decided is None or programme is None:
        return None, None
    rules = [rule for rule in programme.validity if _may_cover(rule, decided)]
    if not rules or not all(any(_covers(rule, day) for rule in rules) for day in (decided.first, decided.last)):
        return None, None
    ends = [_end_by(rule, decided) for rule in rules]
    rule = rules[0] if len(rules) == 1 else None
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None, rule
    return Span(min(end.first for end in known), max(end.last for end in known)), rule


def decided_in(award: Award) -> Span | None:
    """Return when an award was decided, as far as the record tells; `None`: it does not even name a year.

    The day of the ceremony is no earlier than the decision, so within one year it narrows the span.
    """
    written = award.decision.date if award.decision else None
    if written is not None and award.year in (None, int(written[:4])):
        return span_of(written)
    if award.year is None:
        return None
    year = span_of(str(award.year))
    handed_over = span_of(award.date).last if award.date is not None else year.last
    return Span(year.first, handed_over if year.first <= handed_over < year.last else year.last)


@lru_cache(4096)
def span_of(partial: str) -> Span:
    """Return the days that a date known to the day, month or year can mean.

    >>> span_of("2024-02")
    Span(first=datetime.date(2024, 2, 1), last=datetime.date(2024, 2, 29))
    """
    parts = [int(part) for part in partial.split("-")]
    year, first_month, first_day = [*parts, 1, 1][:3]
    last_month = parts[1] if len(parts) > 1 else 12
    last_day = parts[2] if len(parts) > 2 else calendar.monthrange(year, last_month)[1]
    return Span(date(year, first_month, first_day), date(year, last_month, last_day))


def _may_cover(rule: Validity, decided: Span) -> bool:
    starts_in_time = rule.decided_from is None or decided.last >= span_of(rule.decided_from).first
    ends_in_time = rule.decided_before is None or decided.first < span_of(rule.decided_before).first
    return starts_in_time and ends_in_time


def _covers(rule: Validity, day: date) -> bool:
    return _may_cover(rule, Span(day, day))


def _end_by(rule: Validity, decided: Span) -> Span | None:
    if rule.end_of_year is not None:
        first, last = (min(day.year + rule.end_of_year - 1, 9999) for day in (decided.first, decided.last))
        return Span(date(first, 12, 31), date(last, 12, 31))
    if rule.months is not None:
        return Span(_months_after(decided.first, rule.months), _months_after(decided.last, rule.months))
    return None


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    year = min(year, 9999)  # a mistyped year is for the checks to report, not to fail on
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
