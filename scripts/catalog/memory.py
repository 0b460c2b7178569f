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
from pathlib import Path
from typing import Any, NamedTuple

from catalog.kept import read_kept, write_kept

_TITLE = "catalog-memory 1"
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

    def learn(self, kind: str, language: str, slug: str, content: bytes, reads: Collection[str]) -> str:
        """Remember what a page was made of, and return its key."""
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
        reads = array("I")
        reads.frombytes(packed)
        start = 0
        for kind, language, slug, key, size in rows:
            facts = [names[each] for each in reads[start : start + size]]
            self._learned.setdefault((kind, language), {})[slug] = key, facts
            start += size

    def save(self) -> None:
        """Write what is known for the next time, if there is anything new; if that is impossible, remember why."""
        if self._path is None or not (self._learned or self._changed):
            return
        names = list(dict.fromkeys(self._follows.values()))
        numbers = {name: number for number, name in enumerate(names)}
        numbered: dict[int, int] = {}
        reads = array("I")
        sections: list[list[Any]] = []
        for place in {**self._rows, **self._learned}:
            slugs: list[str] = []
            keys: list[str] = []
            sizes: list[int] = []
            for slug, key, facts in self._valid(place, names, numbers, numbered):
                slugs.append(slug)
                keys.append(key)
                sizes.append(len(facts))
                reads.extend(facts)
            sections.append([*place, self._bases.get(place, ""), slugs, keys, sizes])
        worths = [self._worth(name) for name in names]
        head = {"names": names, "worths": worths, "sections": sections, "order": sys.byteorder}
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
        try:
            write_kept(self._path, _TITLE, text.encode(), [reads.tobytes()])
        except OSError as reason:
            self.trouble = reason

    def _recall(self, head: bytes, body: memoryview) -> None:
        kept = json.loads(head)
        if kept["order"] != sys.byteorder:
            return
        reads = array("I")
        reads.frombytes(body)
        rows: dict[Place, dict[str, _Row]] = {}
        start = 0
        for kind, language, base, slugs, keys, sizes in kept["sections"]:
            known = self._bases.get((kind, language)) == base
            found = rows.setdefault((kind, language), {}) if known else {}
            for slug, key, size in zip(slugs, keys, sizes, strict=True):
                found[slug] = _Row(key, start, start + size)
                start += size
        if start != len(reads) or len(kept["names"]) != len(kept["worths"]):
            return
        self._names, self._worths, self._reads, self._rows = kept["names"], kept["worths"], reads, rows

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

    def _valid(
        self, place: Place, names: list[str], numbers: dict[str, int], numbered: dict[int, int]
    ) -> Iterator[tuple[str, str, list[int]]]:
        """Yield slug, key and facts of the pages of one place that are known now; number facts in order of use."""
        learned = self._learned.get(place, {})
        for slug, row in self._rows.get(place, {}).items():
            before = self._reads[row.start : row.end]
            if slug not in learned and self._changed.isdisjoint(before):
                for each in before:
                    if each not in numbered:
                        numbered[each] = numbers.setdefault(self._names[each], len(names))
                        if numbered[each] == len(names):
                            names.append(self._names[each])
                yield slug, row.key, [numbered[each] for each in before]
        for slug, (key, facts) in learned.items():
            found = []
            for fact in facts:
                number = numbers.setdefault(fact, len(names))
                if number == len(names):
                    names.append(fact)
                found.append(number)
            yield slug, key, found
