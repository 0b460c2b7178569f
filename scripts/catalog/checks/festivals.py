"""Festivals and markets: a day that the calendar has, or words."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.diagnostics import Diagnostic
from catalog.messages import Term
from catalog.model import MonthDay, Village
from catalog.repository import Entry
from catalog.source import Document
from catalog.source import Path as ValuePath

LONGEST_LUNAR_MONTH = 30
_SOLAR_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CALENDARS = {"lunar": Term("âm lịch", "lunar calendar"), "solar": Term("dương lịch", "solar calendar")}


def check_festivals(village: Entry[Village]) -> Iterator[Diagnostic]:
    """Yield festivals that tell no time, and days their calendar has not."""
    for position, festival in enumerate(village.value.festivals):
        path = ("festivals", position)
        if not (festival.lunar or festival.solar or festival.when or festival.examples):
            yield village.document.diagnose("festival-without-day", path, name=festival.name.vi)
        for calendar, rule in (("lunar", festival.lunar), ("solar", festival.solar)):
            if rule is not None:
                yield from _check_days(rule, calendar, village.document, (*path, calendar))


def check_market_days(village: Entry[Village]) -> Iterator[Diagnostic]:
    """Yield market days that no month of their calendar has."""
    market = village.value.market_days
    if market is None:
        return
    most = LONGEST_LUNAR_MONTH if market.calendar == "lunar" else 31
    for position, day in enumerate(market.days):
        if day > most:
            yield village.document.diagnose(
                "no-such-day",
                ("market_days", "days", position),
                day=day,
                most=most,
                calendar=_CALENDARS[market.calendar],
            )


def _check_days(rule: MonthDay, calendar: str, document: Document, path: ValuePath) -> Iterator[Diagnostic]:
    most = LONGEST_LUNAR_MONTH if calendar == "lunar" else _SOLAR_MONTHS[rule.month - 1]
    for field, day in (("day", rule.day), ("day_end", rule.day_end)):
        if day is not None and day > most:
            yield document.diagnose("no-such-day", (*path, field), day=day, most=most, calendar=_CALENDARS[calendar])
    if rule.day is not None and rule.day_end is not None and rule.day_end < rule.day:
        yield document.diagnose("days-backwards", (*path, "day_end"), day=rule.day, end=rule.day_end)
