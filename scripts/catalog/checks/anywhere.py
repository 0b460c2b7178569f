"""Rules that hold wherever a value stands in a record: no future, fit web addresses, nobody's private number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from catalog.checks.known import KnownWords, said_date
from catalog.checks.sources import check_address
from catalog.diagnostics import Diagnostic
from catalog.messages import Term
from catalog.model import Record
from catalog.prose import host_of
from catalog.repository import Entry
from catalog.source import Document
from catalog.source import Path as ValuePath
from catalog.validity import span_of

_DATED = frozenset({"year", "round", "date", "checked", "consent"})
"""Fields of things that have happened; `valid_to` may lie ahead."""
_ADDRESSES = frozenset({"url", "website"})
_NO_PROSE = _DATED | _ADDRESSES | {"phone", "email", "number", "file"}
_BEFORE = r"[\w/+.,=-]"
_PHONE = re.compile(
    rf"(?:0(?<!{_BEFORE}0)|8(?<!{_BEFORE}8)4[ .-]?|\+(?<!{_BEFORE}\+)84[ .-]?)"
    r"(?:[35789]\d(?:[ .-]?\d){7}|2\d{1,2}(?:[ .-]?\d){7,8})(?![\d/])"
)
"""Mobile and landline numbers of Việt Nam, with or without separators. The first sign stands first: a fast search."""
_A_YEAR = timedelta(days=366)


def check_anywhere(document: Document, known: KnownWords) -> Iterator[Diagnostic]:
    """Yield what is wrong with single values, wherever in a record they stand."""
    for path, value in _collected(document.data, _ADDRESSES):
        yield from _check_address(document, path, str(value), known)
    if _PHONE.search(document.text):  # rare: only then is each text looked at
        for path, value in _texts(document.data, ()):
            if match := _PHONE.search(value):
                yield document.diagnose("phone-in-text", path, phone=match[0])


def check_dates(record: Entry[Record], as_of: date) -> Iterator[Diagnostic]:
    """Yield what a record says has happened and lies ahead."""
    if record.gist.latest < as_of.isoformat():  # a shorter date is the beginning of a longer one: 2026 < 2026-11-23
        return
    for path, value in _collected(record.document.data, _DATED):
        yield from _check_date(record.document, path, value, as_of)


def _collected(data: Any, names: frozenset[str]) -> list[tuple[ValuePath, Any]]:
    """Return the values of fields by their names, wherever they stand."""
    found: list[tuple[ValuePath, Any]] = []
    _collect(data, (), names, found)
    return found


def _collect(data: Any, path: ValuePath, names: frozenset[str], found: list[tuple[ValuePath, Any]]) -> None:
    """Collect the values of the named fields. Runs over every value of the catalog, so it stays plain."""
    if type(data) is dict:
        for name, value in data.items():
            kind = type(value)
            if kind is dict or kind is list:
                _collect(value, (*path, name), names, found)
            elif name in names and value is not None:
                found.append(((*path, name), value))
    else:
        for position, value in enumerate(data):
            kind = type(value)
            if kind is dict or kind is list:
                _collect(value, (*path, position), names, found)


def _check_date(document: Document, path: ValuePath, value: Any, as_of: date) -> Iterator[Diagnostic]:
    text = str(value)
    first = span_of(text).first
    if first > as_of:
        code = "date-in-future" if first <= as_of + _A_YEAR else "date-far-ahead"
        yield document.diagnose(code, path, date=said_date(text), today=said_date(as_of.isoformat()))


def _check_address(document: Document, path: ValuePath, url: str, known: KnownWords) -> Iterator[Diagnostic]:
    problems = list(check_address(document, path, url))
    if problems or path[-1] == "website":
        yield from problems
        return
    parts = host_of(url).split(".")
    for start in range(len(parts) - 1):
        unfit = known.unfit_hosts.get(".".join(parts[start:]))
        if unfit is not None:
            reason = Term(unfit.reason.vi, unfit.reason.en or unfit.reason.vi)
            yield document.diagnose("unfit-host", path, host=unfit.host, reason=reason)
            return


def _texts(data: Any, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for name, value in data.items():
            if name not in _NO_PROSE:
                yield from _texts(value, (*path, name))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from _texts(value, (*path, position))
