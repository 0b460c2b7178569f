"""An index that was written before, revised where a few pages say something else now: the same bytes as a new one.

A word's list holds every page it stands on, so one changed page changes the lists of its few words and nothing else, as
long as no page comes, goes or gets another number of names: these count everything that follows. Then only the lists
that the page leaves or enters are read and written again, and the words shared out anew. A tenth of the work.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from catalog.search.document import LONGEST_NAME, Document
from catalog.search.index import BLOCK, Terms, as_files, line_of, packed, shard_files, trimmed
from catalog.search.kept_index import LastIndex
from catalog.search.numbers import column, read_column, read_rising, rising
from catalog.search.words import bare

_MOST = 10
"""An index of which more than one page in so many has changed is made anew."""


class Change(NamedTuple):
    """A page of the index that says something else now."""

    number: int
    """Its place among all pages."""
    before: Document
    now: Document

    @property
    def keeps_numbers(self) -> bool:
        """Tell whether all pages and names keep their numbers, and the page its address."""
        before, now = self.before, self.now
        return (before.kind, len(before.names), before.shown[1]) == (now.kind, len(now.names), now.shown[1])

    @property
    def keeps_sieve(self) -> bool:
        """Tell whether the filters know the same of it."""
        return self.before.sieve == self.now.sieve


def changes_of(
    last: LastIndex,
    keys: Sequence[str],
    before: Callable[[int, str], Document | None],
    document: Callable[[int], Document],
) -> list[Change] | None:
    """Return what has changed since an index was made; `None`: too much, it must be made anew.

    Args:
        last: The index.
        keys: What its keys would be now.
        before: Returns the document of a page as it was under its last key, if that is known.
        document: Returns the document of a page as it is.

    """
    differ = [number for number, pair in enumerate(zip(last.keys, keys, strict=False)) if pair[0] != pair[1]]
    if len(last.keys) != len(keys) or _MOST * len(differ) > len(keys):
        return None
    changes = []
    for number in differ:
        name, _, key = last.keys[number].rpartition(" ")
        old = before(number, key) if name == keys[number].rpartition(" ")[0] else None
        if old is None or not (change := Change(number, old, document(number))).keeps_numbers:
            return None
        changes.append(change)
    return changes


def revised(
    files: Mapping[str, bytes], changes: Sequence[Change], tables: Mapping[str, bytes], language: str
) -> dict[str, bytes]:
    """Return the files of an index in which some pages have changed, as `index_files` would make them.

    Args:
        files: The index before: short name → content; the head is named by the language.
        changes: The pages that changed; all keep their numbers.
        tables: Files of the filters that replace those of before.
        language: Language of the index.

    """
    head: dict[str, Any] = json.loads(files[f"{language}.json"])
    new = {name: content for name, content in files.items() if name != f"{language}.json"}
    new.update(tables)
    starts = [0, *accumulate(read_column(head["names"]))]
    lengths = read_column(head["lengths"])
    toggled: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for number, before, now in changes:
        for at, (old, name) in enumerate(zip(before.names, now.names, strict=True), starts[number]):
            lengths[at] = min(len(name.split()), LONGEST_NAME)
            _toggle(toggled, ("w", 0), old, name, at)
        _toggle(toggled, ("w", 1), before.facts, now.facts, number)
        _toggle(toggled, ("t", 0), before.text, now.text, number)
    shards = {}
    for letter in ("w", "t"):
        names = [name for name in files if name[0] == letter and name[1:-5].isdecimal()]
        terms = _terms([json.loads(new.pop(name)) for name in names])
        for (of, place, spelling), numbers in toggled.items():
            if of == letter:
                _apply(terms, spelling, place, numbers)
        shards[letter] = terms
    words, firsts = shard_files(shards["w"], shards["t"])
    new |= words
    blocks: dict[str, list[list[str]]] = {}
    for number, _, now in changes:
        name = f"b{number // BLOCK}.json"
        if name not in blocks:
            blocks[name] = json.loads(files[name])
        prefix = head["prefixes"][head["kinds"].index(now.kind)]
        blocks[name][number % BLOCK] = line_of(now.shown, prefix)
    new |= {name: packed(block) for name, block in blocks.items()}
    return as_files(head | firsts | {"lengths": column(lengths, 1)}, new, language)


def _toggle(
    toggled: dict[tuple[str, int, str], list[int]], of: tuple[str, int], before: str, now: str, number: int
) -> None:
    for spelling in set(before.split()) ^ set(now.split()):
        toggled[*of, spelling].append(number)


def _terms(shards: Iterable[dict[str, dict[str, list[str]]]]) -> Terms:
    """Return folded word → spelling → its lists, from the shards of one set; an empty spelling is the word itself."""
    return {
        word: {spelling or word: lists for spelling, lists in spellings.items()}
        for shard in shards
        for word, spellings in shard.items()
    }


def _apply(terms: Terms, spelling: str, place: int, numbers: Iterable[int]) -> None:
    """Take a page out of a list in which it stands, put it into one in which it does not."""
    word = bare(spelling)
    spellings = terms.setdefault(word, {})
    lists = [*spellings.get(spelling, ()), "", ""]
    lists[place] = rising(sorted(set(read_rising(lists[place])).symmetric_difference(numbers)))
    if lists := trimmed(lists):
        spellings[spelling] = lists
    else:
        spellings.pop(spelling, None)
    if not spellings:
        del terms[word]
