"""Titles and marks of a village: each known, each in the list it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog.checks.known import KINDS, KnownWords
from catalog.diagnostics import Diagnostic
from catalog.model import Mark, Recognition, Village
from catalog.repository import Entry


def check_honours(village: Entry[Village], known: KnownWords) -> Iterator[Diagnostic]:
    """Yield recognitions and marks that no vocabulary knows, or that stand in each other's list."""
    yield from _check_types(village, village.value.recognitions, "recognitions", "marks", known)
    yield from _check_types(village, village.value.marks, "marks", "recognitions", known)


def _check_types(
    village: Entry[Village], honours: Sequence[Recognition | Mark], here: str, there: str, known: KnownWords
) -> Iterator[Diagnostic]:
    words, others = known.vocabulary[here], known.vocabulary[there]
    for position, honour in enumerate(honours):
        if not words.lacks(honour.type):
            continue
        path = (here, position, "type")
        if honour.type in others.words:
            yield village.document.diagnose("honour-elsewhere", path, word=honour.type, kind=KINDS[there], right=there)
        else:
            yield words.unknown(village.document, path, honour.type)
