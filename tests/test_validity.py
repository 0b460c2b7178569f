"""Promises of `validity`: an award is current or ended only where that is certain."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.index import build_catalog
from catalog.model import Award, Decision, Programme, Text, Validity
from catalog.repository import read_repository
from catalog.validity import Grounds, Span, decided_in, end_of, last_day, span_of, state_of

ROOT = Path(__file__).parents[1]
PROGRAMMES = build_catalog(read_repository(ROOT), date(2026, 11, 23)).vocabulary.programmes
CNNT, OCOP = PROGRAMMES["cnnt"], PROGRAMMES["ocop"]


def cnnt(year: int) -> Award:
    return Award(programme="cnnt", level="quoc-gia", year=year)


def ocop(decided: str | None = None, year: int | None = None, **more: str) -> Award:
    return Award(programme="ocop", stars=4, year=year, decision=Decision(date=decided) if decided else None, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("year", "end", "inferred"),
    [
        (2015, date(2017, 12, 31), True),
        (2017, date(2019, 12, 31), True),
        (2019, date(2022, 12, 31), False),
        (2021, date(2024, 12, 31), False),
        (2022, date(2025, 12, 31), False),
        (2023, date(2026, 12, 31), False),
        (2025, date(2028, 12, 31), False),
    ],
)
def test_cnnt_ends_with_its_fourth_year(year: int, end: date, inferred: bool) -> None:
    """To 31 December of the fourth year, the year of issue being the first; until August 2018 the third, inferred."""
    found, rule = last_day(cnnt(year), CNNT)

    assert found == end
    assert rule is not None
    assert rule.inferred is inferred


def test_a_year_with_two_rules_is_uncertain() -> None:
    """CNNT 2018 may fall under either rule, so its end is known only to lie between two days."""
    end, rule = end_of(cnnt(2018), CNNT)

    assert end == Span(date(2020, 12, 31), date(2021, 12, 31))
    assert rule is None
    assert last_day(cnnt(2018), CNNT) == (None, None)


@pytest.mark.parametrize(
    ("award", "end"),
    [
        (ocop("2023-06-20"), Span(date(2026, 6, 20), date(2026, 6, 20))),
        (ocop("2023-06-20", year=2023), Span(date(2026, 6, 20), date(2026, 6, 20))),
        (ocop("2024-02-29"), Span(date(2027, 2, 28), date(2027, 2, 28))),
        (ocop("2023-06"), Span(date(2026, 6, 1), date(2026, 6, 30))),
        (ocop(year=2023), Span(date(2026, 1, 1), date(2026, 12, 31))),
        (ocop(year=2023, date="2023-07-10"), Span(date(2026, 1, 1), date(2026, 7, 10))),  # decided before the ceremony
        (ocop(year=2023, date="2024-01-15"), Span(date(2026, 1, 1), date(2026, 12, 31))),
        (ocop("2024-03-01", year=2023), Span(date(2026, 1, 1), date(2026, 12, 31))),  # they disagree: the year alone
        (ocop("2023-06-20", valid_to="2026-06-19"), Span(date(2026, 6, 19), date(2026, 6, 19))),  # as printed
        (ocop(date="2023-07-10"), None),
        (ocop(), None),
    ],
)
def test_end_is_as_exact_as_the_record(award: Award, end: Span | None) -> None:
    """A decision known to the month or year gives an end known to a span of days, never an invented day."""
    assert end_of(award, OCOP)[0] == end


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        ("2025-06-01", "current"),
        ("2026-01-01", "current"),  # even the earliest possible end has not passed
        ("2026-01-02", "unknown"),
        ("2026-12-31", "unknown"),
        ("2027-01-01", "ended"),
    ],
)
def test_state_of_a_term_known_by_year(as_of: str, state: str) -> None:
    """A 36-month term from some day of 2023 is current, unknown, then ended; it never claims more than is certain."""
    found = state_of(ocop(year=2023), OCOP, date.fromisoformat(as_of))

    assert (found.state, found.last_day) == (state, None)


@pytest.mark.parametrize(
    ("award", "programme", "state"),
    [
        (cnnt(2023), CNNT, "current"),
        (cnnt(2021), CNNT, "ended"),
        (cnnt(2021), None, "unknown"),
        (Award(programme="cnnt", level="tinh"), CNNT, "unknown"),
        (Award(programme="cnnt", year=2025, status="proposed"), CNNT, "proposed"),
        (Award(programme="cnnt", year=2025, status="selected"), CNNT, "selected"),
        (Award(programme="cnnt", year=2025, status="revoked"), CNNT, "revoked"),
    ],
)
def test_states(award: Award, programme: Programme | None, state: str) -> None:
    """Only what was awarded and can be dated is ever current or ended."""
    assert state_of(award, programme, date(2026, 11, 23)).state == state


def test_a_gap_between_rules_is_unknown() -> None:
    """Where some days of the decision's year have no rule, nothing is said."""
    late = Validity(decided_from="2019-08-21", months=36, rule=Text(vi="Quy định"))
    programme = CNNT.model_copy(update={"validity": (late,)})

    assert end_of(cnnt(2019), programme) == (None, None)
    assert end_of(cnnt(2020), programme)[0] == Span(date(2023, 1, 1), date(2023, 12, 31))


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(min_value=-2000, max_value=2000))
def test_knowing_less_never_claims_more(decided: date, later: int) -> None:
    """What is current (or ended) by the year alone is so by the exact day as well."""
    as_of = decided + timedelta(days=later)
    vague = state_of(ocop(year=decided.year), OCOP, as_of).state
    exact = state_of(ocop(decided.isoformat()), OCOP, as_of).state

    assert vague in (exact, "unknown")


@given(st.dates(date(1000, 1, 1), date(9990, 1, 1)), st.sampled_from([4, 7, 10]))
def test_span_holds_its_day(day: date, length: int) -> None:
    """Every day lies in the span of its own year, month and date."""
    span = span_of(day.isoformat()[:length])

    assert span.first <= day <= span.last
    assert span.day == (day if length == 10 else None)


def test_a_record_without_a_year_has_no_decision() -> None:
    """The ceremony alone does not date a decision: it may have been signed the year before."""
    assert decided_in(ocop(date="2024-01-15")) is None


def test_grounds_are_all_that_counts() -> None:
    """What an award is worth on any day follows from its grounds: on every award of the catalog."""
    awards = [award for product in read_repository(ROOT).products for award in product.value.awards]
    assert awards
    for award in awards:
        again = Grounds(*json.loads(json.dumps(Grounds.of(award)))).award()
        for year in range(2012, 2032):
            day, programme = date(year, 7, 1), PROGRAMMES[award.programme]
            assert state_of(again, programme, day) == state_of(award, programme, day)
