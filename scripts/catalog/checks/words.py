"""Vocabularies: each there, no id twice, every reference to another word good; and the crafts of a village."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.known import KINDS, Known, KnownWords
from catalog.checks.sources import check_address
from catalog.diagnostics import Diagnostic, Location
from catalog.model import Group, Province, Village, Word
from catalog.repository import Entry, VocabularyEntry


def check_vocabulary(known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with the vocabularies themselves."""
    for name in KINDS:
        file = f"products/vocabulary/{name}.yml"
        if file not in known.repository.files:
            yield Diagnostic(code="missing-vocabulary", at=Location(file), facts={"kind": KINDS[name]})
        yield from _check_words(known.repository.vocabulary.get(name, ()), known)


def check_crafts(village: Entry[Village], known: KnownWords) -> Iterator[Diagnostic]:
    """Yield the crafts of a village that no vocabulary knows."""
    crafts = known.vocabulary["crafts"]
    for position, craft in enumerate(village.value.crafts):
        if crafts.lacks(craft):
            yield crafts.unknown(village.document, ("crafts", position), craft)


def _check_words(entries: tuple[VocabularyEntry, ...], known: Known) -> Iterator[Diagnostic]:
    first: dict[str, Location] = {}
    for entry in entries:
        word, document, at = entry.value, entry.document, entry.position
        if not isinstance(word, Word):
            continue
        if word.id in first:
            yield document.diagnose("word-taken", (at, "id"), word=word.id, line=first[word.id].line)
        first.setdefault(word.id, document.at((at, "id")))
        if word.source is not None and word.source.url is not None:
            yield from check_address(document, (at, "source", "url"), word.source.url)
        if isinstance(word, Group) and known.vocabulary["programmes"].lacks(word.programme):
            yield known.vocabulary["programmes"].unknown(document, (at, "programme"), word.programme)
        if isinstance(word, Group) and word.replaced_by and known.vocabulary["groups"].lacks(word.replaced_by):
            yield known.vocabulary["groups"].unknown(document, (at, "replaced_by"), word.replaced_by)
        if isinstance(word, Province) and word.region and known.vocabulary["regions"].lacks(word.region):
            yield known.vocabulary["regions"].unknown(document, (at, "region"), word.region)
