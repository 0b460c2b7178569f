"""What every page was made from the last time, so that a page of which nothing has changed need not be made again.

A row says: this page, made of these facts, has the content with this digest. The facts were noted while it was made
(`reads`); what each is worth now, the catalog tells. If all are worth the same, and so is everything that is not the
catalog (its base: code, templates, words, mould), then making the page again would give the same bytes, and its key is
their digest. Pages themselves are not kept here: whoever writes the site has them, and looks there for the key.

The same holds for whatever else is made of the catalog, under a kind of its own. What pages are made of may itself be
made: a card is a fact, and has a row. If what it is made of has changed, it is made again, and only if it is another
than before, has the fact changed.
"""

from __future__ import annotations

import copy
import hashlib
import json
import sys
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from catalog.kept import json_array, read_kept, write_kept

_TITLE = "catalog-memory 4"
Place = tuple[str, str]
"""Kind and language of a page."""
Report = tuple[list[str], list[tuple[str, str, str, str, int]], bytes]
"""What a worker has learned: names of facts; kind, language, slug, key and number of facts of each page; the facts."""


_Row = tuple[str, int, int]
"""Key, and from where to where in `_reads` its facts stand, as positions in `_names`."""


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
        made: Mapping[str, Place] = {},
    ) -> None:
        """Recall what a file holds, as far as it still concerns us.

        Args:
            path: The file; `None`: there is none, and nothing will be kept.
            bases: Kind and language → digest of everything that its pages are made of besides the facts.
            families: First part of a fact's name → tells from the rest of it what the fact is worth now.
            follows: First part of a name → the fact without whose change no fact of this family changes.
            made: First part of a name → the rows of what such facts are: their keys are what they are worth.

        """
        self._path = path
        self._bases = bases
        self._families = families
        self._follows = follows
        self._made = made
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
                self._changed = self._changed.union(self._changes_of_made())
                self._drop_changed()

    def key(self, kind: str, language: str, slug: str) -> str:
        """Return the digest of the content that a page would have now; the empty text: it must be made to know."""
        row = self._rows.get((kind, language), {}).get(slug)
        return "" if row is None else row[0]

    def base(self, kind: str, language: str) -> str:
        """Return the digest of everything that pages of a kind are made of besides the facts."""
        return self._bases.get((kind, language), "")

    def learn(self, kind: str, language: str, slug: str, content: bytes, reads: Collection[str]) -> str:
        """Remember what a page was made of, and return its key: the digest of its content, or of what tells that."""
        key = key_of(content)
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
            # Page, document and card have one slug in every language, which is kept once.
            self._new_rows.setdefault((kind, language), {})[sys.intern(slug)] = key, start, start + size
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
            new, before = self._new_rows.get(place, {}), self._rows.get(place, {})
            slugs: list[str] = []
            keys: list[str] = []
            sizes: list[int] = []
            for rows, facts in ((before, self._reads), (new, self._new_reads)):
                for slug, (key, start, end) in rows.items():
                    if rows is new or slug not in new:
                        reads.extend(facts[start:end])
                        slugs.append(slug)
                        keys.append(key)
                        sizes.append(end - start)
            sections += [[*place, self._bases.get(place, "")], slugs, keys, sizes]
        names, worths, reads = self._without_unread(self._worths_now(), reads)
        lines = chain.from_iterable(chain(json_array(line), [b"\n"]) for line in (names, worths, *sections))
        head = json.dumps({"order": sys.byteorder, "reads": len(reads) * reads.itemsize}).encode()
        try:
            write_kept(self._path, _TITLE, head, chain(lines, [memoryview(reads)]))
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
        for (kind, language, base), slugs, keys, sizes in zip(*[iter(sections)] * 4, strict=True):
            known = self._bases.get((kind, language)) == base
            bounds = list(accumulate(sizes, initial=start))
            if known:
                of_each = zip(keys, bounds[:-1], bounds[1:], strict=True)
                rows[kind, language] = dict(zip(slugs, of_each, strict=True))
            start = bounds[-1]
        if start != len(reads) or len(names) != len(worths):
            return
        self._names, self._worths, self._reads, self._rows = names, worths, reads, rows

    def _changes(self) -> Iterator[int]:
        """Yield the positions of facts that are worth something else now."""
        before = dict(zip(self._names, self._worths, strict=True))
        steady = {family for family, fact in self._follows.items() if before.get(fact) == self._worth(fact)}
        for position, (name, worth) in enumerate(before.items()):
            family, _, rest = name.partition("/")
            if family in self._made:
                continue
            if family not in steady and ((known := self._families.get(family)) is None or known(rest) != worth):
                yield position

    def _changes_of_made(self) -> Iterator[int]:
        """Yield the positions of facts that are made and are something else now, or of which nothing is known."""
        for position, (name, worth) in enumerate(zip(self._names, self._worths, strict=True)):
            family, _, rest = name.partition("/")
            if family in self._made:
                row = self._rows.get(self._made[family], {}).get(rest)
                steady = row is not None and self._changed.isdisjoint(self._reads[row[1] : row[2]])
                if row is None or row[0] != worth or not (steady or self._families[family](rest) == worth):
                    yield position

    def _drop_changed(self) -> None:
        """Forget the rows of which a fact has changed."""
        if self._changed:
            for rows in self._rows.values():
                facts = self._reads
                changed = [slug for slug, (_, a, b) in rows.items() if not self._changed.isdisjoint(facts[a:b])]
                for slug in changed:
                    del rows[slug]

    def _worth(self, name: str) -> str:
        family, _, rest = name.partition("/")
        if family in self._made and (row := self._new_rows.get(self._made[family], {}).get(rest)) is not None:
            return row[0]
        known = self._families.get(family)
        return known(rest) if known else ""

    def _number(self, name: str) -> int:
        """Return the position of a name, which is given one if it has none."""
        number = self._numbers.setdefault(name, len(self._names))
        if number == len(self._names):
            self._names.append(name)
        return number

    def _worths_now(self) -> list[str]:
        """Return what every fact is worth now, which is known already of one that has not changed."""
        worths = list(self._worths)
        for number in self._changed:
            worths[number] = self._worth(self._names[number])
        return worths + [self._worth(name) for name in self._names[len(worths) :]]

    def _without_unread(self, worths: list[str], reads: array[int]) -> tuple[list[str], list[str], array[int]]:
        """Return names, worths and facts without the names that no page reads, once these are half of them."""
        used = set(reads).union(self._numbers[fact] for fact in self._follows.values())
        if 2 * len(used) > len(self._names):
            return self._names, worths, reads
        places = {number: place for place, number in enumerate(sorted(used))}
        some = [self._names[number] for number in places], [worths[number] for number in places]
        return *some, array("I", [places[number] for number in reads])


def key_of(content: bytes) -> str:
    """Return the key of what has this content."""
    return hashlib.sha256(content).hexdigest()[:32]
