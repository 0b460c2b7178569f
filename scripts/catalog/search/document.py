"""What search and the filters keep of one page: the words it is found by, the line that results show, its facets.

A document is plain texts, so it travels between processes and from one build to the next. Making one needs the record;
putting an index together (`index`) needs documents only.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple

from catalog.search.words import words_of
from catalog.views import SearchEntry, SieveEntry

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
LONGEST_NAME = 63
"""Words of a name, and names of a page, that count; more are as good as this."""


class Document(NamedTuple):
    """One page."""

    kind: str
    """One of `ENTRY_KINDS`."""
    names: tuple[str, ...]
    """The different words of each of its names, spelt as `words` says, with spaces between them."""
    facts: str
    """The different words of its facts, likewise."""
    text: str
    """The different words of its text that stand in no name or fact, likewise."""
    shown: tuple[str, ...]
    """Title, address, line, award, language of the title where it is another, picture, stamp; for the results."""
    sieve: SieveEntry | None = None
    """What the filters of its list know; `None`: its list has none."""

    def to_bytes(self) -> bytes:
        """Return the document as JSON."""
        return _JSON.encode(self).encode()

    @classmethod
    def from_bytes(cls, content: bytes | memoryview) -> Document:
        """Return a document from what `to_bytes` gave."""
        kind, names, facts, text, shown, sieve = json.loads(bytes(content))
        return cls(kind, tuple(names), facts, text, tuple(shown), sieve and SieveEntry.of(*sieve))


def document_of(entry: SearchEntry, sieve: SieveEntry | None = None) -> Document:
    """Cut an entry into words."""
    names = [dict.fromkeys(_words_of(name)) for name in entry.names[:LONGEST_NAME]]
    facts = dict.fromkeys([word for fact in entry.facts for word in _words_of(fact)])
    known = set().union(facts, *names)
    title = entry.title
    return Document(
        entry.kind,
        tuple(map(" ".join, names)),
        " ".join(facts),
        " ".join([word for word in dict.fromkeys(words_of(entry.text)) if word not in known]),
        (title.text, entry.uri, entry.line, entry.honour or "", title.lang or "", entry.picture, _stamp(entry)),
        sieve,
    )


def _stamp(entry: SearchEntry) -> str:
    """Name a stamp as the cards of results read it: seal, family and state."""
    return f"{entry.stamp.seal} {entry.stamp.family} {entry.stamp.state}" if entry.stamp else ""


@lru_cache(50_000)
def _words_of(short: str) -> tuple[str, ...]:
    """Return the words of a name or a fact; most are said of many records: a place, a craft, an award, a village."""
    return tuple(words_of(short))
