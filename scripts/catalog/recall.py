"""What reading a record gave the last time, recalled while its bytes are the same: no YAML, no model, no rules.

One file of `.cache`: a line that names format, code and the digest of the rest; the records as compact JSON behind one
another; an index in JSON. Whatever is not exactly what was once written, by the same code, is forgotten whole.
Records with mistakes are not kept: they are few, and soon mended. Nothing kept here is executed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from catalog.diagnostics import Diagnostic, Location
from catalog.kept import json_array, read_kept, write_kept
from catalog.messages import Term

_FORMAT = "catalog-recall 2"


class Kept(NamedTuple):
    """What is kept of one record."""

    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    start: int
    """Where its data begin, in characters from the start of its text."""
    blob: bytes | memoryview
    """Its data as compact JSON in UTF-8."""
    brief: list[Any]
    """What `repository.Brief` says of it."""
    read: list[Diagnostic]
    """What reading it found: warnings."""
    judged: list[Diagnostic] | None
    """What the rules found in it alone; `None`: it has not been judged by these vocabularies."""


class Recall:
    """The records that were read before, and those that are read now."""

    trouble: OSError | None = None
    """Why nothing could be kept; `None`: it was, or nobody asked."""

    def __init__(self, path: Path | None = None, code: str = "") -> None:
        """Recall what a file holds.

        Args:
            path: The file; `None`: there is none, and nothing will be kept.
            code: Digest of the code that reads and judges records; what other code has said is forgotten.

        """
        self._path = path
        self._code = code
        self._words = ""
        self._now: dict[str, Kept] = {}
        self._known: dict[str, Kept] = {}
        self._before: dict[str, list[Any]] = {}
        self._blobs = memoryview(b"")
        self._changed = True
        if path is not None and (found := read_kept(path, f"{_FORMAT} {code}")) is not None:
            with suppress(ValueError, KeyError, TypeError):
                said, body = json.loads(found[0]), found[1]
                self._before = {file: row for file, *row in json.loads(bytes(body[said["blobs"] :]))}
                self._blobs = body[: said["blobs"]]
                self._words = said["words"]
                self._changed = False

    def judge_by(self, words: str) -> None:
        """Say by which vocabularies records are judged now; what was found by others is forgotten."""
        if words != self._words:
            self._words = words
            self._changed = True
            for row in self._before.values():
                row[_JUDGED] = None
            self._known = {file: kept._replace(judged=None) for file, kept in self._known.items()}

    def get(self, file: str, digest: str) -> Kept | None:
        """Return what is known of a file with these bytes."""
        known = self._known.get(file)
        if known is not None and known.digest == digest:
            return known
        row = self._before.get(file)
        if row is None or row[0] != digest:
            return None
        _, start, place, length, brief, read, judged = row
        return Kept(
            digest,
            start,
            self._blobs[place : place + length],
            brief,
            [_found(file, each) for each in read] if read else [],
            judged and [_found(file, each) for each in judged],
        )

    def put(self, file: str, kept: Kept) -> None:
        """Keep what is known of a file now."""
        self._now[file] = kept

    def again(self) -> Recall:
        """Return what recalls the same for another reading in this process, without a file."""
        later = Recall()
        later._words = self._words
        later._known = self._now
        return later

    def save(self) -> None:
        """Write what is known for the next time, if there is anything new; if that is impossible, remember why."""
        news = self._changed or len(self._now) != len(self._before)
        if self._path is None or not (news or any(self._is_new(file, kept) for file, kept in self._now.items())):
            return
        blobs = [kept.blob for kept in self._now.values()]
        head = json.dumps({"words": self._words, "blobs": sum(map(len, blobs))})
        try:
            write_kept(self._path, f"{_FORMAT} {self._code}", head.encode(), chain(blobs, json_array(self._rows())))
        except OSError as reason:
            self.trouble = reason

    def forget(self) -> None:
        """Let go of everything: nobody will ask again."""
        self._now, self._known, self._before, self._blobs = {}, {}, {}, memoryview(b"")

    def _rows(self) -> Iterator[list[Any]]:
        """Yield what is kept of each record, but its data, with its file first."""
        place = 0
        for file, kept in self._now.items():
            read = [_facts(finding) for finding in kept.read]
            judged = None if kept.judged is None else [_facts(finding) for finding in kept.judged]
            yield [file, kept.digest, kept.start, place, len(kept.blob), kept.brief, read, judged]
            place += len(kept.blob)

    def _is_new(self, file: str, kept: Kept) -> bool:
        row = self._before.get(file)
        return row is None or row[0] != kept.digest


_JUDGED = 6
"""Place of the rules' findings in a row of the index."""


def _facts(finding: Diagnostic) -> list[Any]:
    """Return a finding as JSON; a word that differs by language is a list of two."""
    facts = {name: [fact.vi, fact.en] if isinstance(fact, Term) else fact for name, fact in finding.facts.items()}
    return [finding.code, finding.at.line, finding.at.column, facts, finding.excerpt, finding.suggestion]


def _found(file: str, row: list[Any]) -> Diagnostic:
    code, line, column, facts, excerpt, suggestion = row
    return Diagnostic(
        code=code,
        at=Location(file, line, column),
        facts={name: Term(*fact) if isinstance(fact, list) else fact for name, fact in facts.items()},
        excerpt=excerpt,
        suggestion=suggestion,
    )
