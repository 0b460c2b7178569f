"""What every page was made from the last time, so that a page of which nothing has changed need not be made again.

A row says: this page, made of these facts, has the content with this digest. The facts were noted while it was made
(`reads`); what each is worth now, the catalog tells. If all are worth the same, and so is everything that is not the
catalog (its base: code, templates, words, mould), then making the page again would give the same bytes, and its key is
their digest. Pages themselves are not kept here: whoever writes the site has them, and looks there for the key.

The same holds for whatever else is made of the catalog, under a kind of its own.
"""

from __future__ import annotations

import copy
import hashlib
import json
import sys
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from catalog.kept import read_kept, write_kept

_TITLE = "catalog-memory 2"
Place = tuple[str, str]
"""Kind and language of a page."""
Report = tuple[list[str], list[tuple[str, str, str, str, int]], bytes]
"""What a worker has learned: names of facts; kind, language, slug, key and number of facts of each page; the facts."""


class _Row(NamedTuple):
    key: str
    start: int
    end: int
    """Its facts stand in `_reads[start:end]`, as positions in `_names`."""


class Memory:
    """The rows of the last build, and those that are learned in this one."""

    trouble: OSError | None = None
    """Why nothing could be kept; `None`: it was, or nobody asked."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        bases: Mapping[Place, str] = {},
        families: Mapping[str, Callable[[str], str]] = {},
        follows: Mapping[str, str] = {},
    ) -> None:
        """Recall what a file holds, as far as it still concerns us.

        Args:
            path: The file; `None`: there is none, and nothing will be kept.
            bases: Kind and language → digest of everything that its pages are made of besides the facts.
            families: First part of a fact's name → tells from the rest of it what the fact is worth now.
            follows: First part of a name → the fact without whose change no fact of this family changes.

        """
        self._path = path
        self._bases = bases
        self._families = families
        self._follows = follows
        self._names: list[str] = []
        self._worths: list[str] = []
        self._reads = array("I")
        self._rows: dict[Place, dict[str, _Row]] = {}
        self._changed: frozenset[int] = frozenset()
        self._learned: dict[Place, dict[str, tuple[str, Collection[str]]]] = {}
        self._numbers: dict[str, int] = {}
        """Name → its position in `_names`; empty until something is merged."""
        self._new_reads = array("I")
        self._new_rows: dict[Place, dict[str, _Row]] = {}
        if path is not None and (found := read_kept(path, _TITLE)) is not None:
            with suppress(ValueError, KeyError, TypeError, IndexError):
                self._recall(*found)
                self._changed = frozenset(self._changes())

    def key(self, kind: str, language: str, slug: str) -> str:
        """Return the digest of the content that a page would have now; the empty text: it must be made to know."""
        row = self._rows.get((kind, language), {}).get(slug)
        if row is None or not self._changed.isdisjoint(self._reads[row.start : row.end]):
            return ""
        return row.key

    def base(self, kind: str, language: str) -> str:
        """Return the digest of everything that pages of a kind are made of besides the facts."""
        return self._bases.get((kind, language), "")

    def learn(self, kind: str, language: str, slug: str, content: bytes, reads: Collection[str]) -> str:
        """Remember what a page was made of, and return its key: the digest of its content, or of what tells that."""
        key = hashlib.sha256(content).hexdigest()[:32]
        self._learned.setdefault((kind, language), {})[slug] = key, reads
        return key

    def fork(self) -> Memory:
        """Return a memory of a worker's own: it knows the same and has learned nothing yet."""
        forked = copy.copy(self)
        forked._learned = {}
        return forked

    def report(self) -> Report:
        """Return what was learned since the last report, for the process that will save it."""
        index: dict[str, int] = {}
        rows: list[tuple[str, str, str, str, int]] = []
        reads = array("I")
        for (kind, language), pages in self._learned.items():
            for slug, (key, facts) in pages.items():
                reads.extend([index.setdefault(fact, len(index)) for fact in facts])
                rows.append((kind, language, slug, key, len(facts)))
        self._learned = {}
        return list(index), rows, reads.tobytes()

    def merge(self, report: Report) -> None:
        """Take over what another process has learned."""
        names, rows, packed = report
        if not self._numbers:
            self._numbers = {name: number for number, name in enumerate(self._names)}
        numbers = [self._number(name) for name in names]
        reads = array("I")
        reads.frombytes(packed)
        start = len(self._new_reads)
        self._new_reads.extend([numbers[each] for each in reads])
        for kind, language, slug, key, size in rows:
            self._new_rows.setdefault((kind, language), {})[slug] = _Row(key, start, start + size)
            start += size

    def save(self) -> None:
        """Write what is known for the next time, if there is anything new; if that is impossible, remember why."""
        self.merge(self.report())
        if self._path is None or not (self._new_rows or self._changed):
            return
        for fact in self._follows.values():
            self._number(fact)
        reads = array("I")
        sections: list[list[Any]] = []
        for place in {**self._rows, **self._new_rows}:
            rows = list(self._valid(place))
            for _, _, facts in rows:
                reads.extend(facts)
            slugs, keys = [slug for slug, _, _ in rows], [key for _, key, _ in rows]
            sections.append([*place, self._bases.get(place, ""), slugs, keys, [len(facts) for _, _, facts in rows]])
        names, reads = self._without_unread(reads)
        parts = (_packed(part) for part in (names, [self._worth_now(name) for name in names], *sections))
        head = _packed({"order": sys.byteorder, "reads": len(reads) * reads.itemsize})
        try:
            write_kept(self._path, _TITLE, head, chain(parts, [reads.tobytes()]))
        except OSError as reason:
            self.trouble = reason

    def _recall(self, head: bytes, body: memoryview) -> None:
        said = json.loads(head)
        if said["order"] != sys.byteorder:
            return
        end = len(body) - said["reads"]
        reads = array("I")
        reads.frombytes(body[end:])
        names, worths, *sections = [json.loads(line) for line in bytes(body[:end]).splitlines()]
        rows: dict[Place, dict[str, _Row]] = {}
        start = 0
        for kind, language, base, slugs, keys, sizes in sections:
            known = self._bases.get((kind, language)) == base
            found = rows.setdefault((kind, language), {}) if known else {}
            for slug, key, size in zip(slugs, keys, sizes, strict=True):
                found[slug] = _Row(key, start, start + size)
                start += size
        if start != len(reads) or len(names) != len(worths):
            return
        self._names, self._worths, self._reads, self._rows = names, worths, reads, rows

    def _changes(self) -> Iterator[int]:
        """Yield the positions of facts that are worth something else now."""
        before = dict(zip(self._names, self._worths, strict=True))
        steady = {family for family, fact in self._follows.items() if before.get(fact) == self._worth(fact)}
        for position, (name, worth) in enumerate(before.items()):
            family, _, rest = name.partition("/")
            if family not in steady and ((known := self._families.get(family)) is None or known(rest) != worth):
                yield position

    def _worth(self, name: str) -> str:
        family, _, rest = name.partition("/")
        known = self._families.get(family)
        return known(rest) if known else ""

    def _number(self, name: str) -> int:
        """Return the position of a name, which is given one if it has none."""
        number = self._numbers.setdefault(name, len(self._names))
        if number == len(self._names):
            self._names.append(name)
        return number

    def _worth_now(self, name: str) -> str:
        """Return what a fact is worth now, which is known already of one that has not changed."""
        number = self._numbers[name]
        return self._worth(name) if number >= len(self._worths) or number in self._changed else self._worths[number]

    def _valid(self, place: Place) -> Iterator[tuple[str, str, array[int]]]:
        """Yield slug, key and facts of the pages of one place that are known now."""
        new = self._new_rows.get(place, {})
        for slug, row in self._rows.get(place, {}).items():
            facts = self._reads[row.start : row.end]
            if slug not in new and self._changed.isdisjoint(facts):
                yield slug, row.key, facts
        for slug, row in new.items():
            yield slug, row.key, self._new_reads[row.start : row.end]

    def _without_unread(self, reads: array[int]) -> tuple[list[str], array[int]]:
        """Return names and facts without the names that no page reads, once these are as many as the others."""
        used = set(reads).union(self._numbers[fact] for fact in self._follows.values())
        if 2 * len(used) > len(self._names):
            return self._names, reads
        places = {number: place for place, number in enumerate(sorted(used))}
        return [self._names[number] for number in places], array("I", [places[number] for number in reads])


def _packed(part: Any) -> bytes:
    """Return a line of JSON."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
