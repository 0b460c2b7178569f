"""The documents of a whole site: those of the last build, which still hold if their keys say so, and those made now.

One file of `.cache`, checksummed as a whole: an index in JSON, then the documents behind one another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from catalog.kept import read_kept, write_kept
from catalog.search.document import Document

_TITLE = "catalog-documents 1"
Place = tuple[str, str, str]
"""Language, kind and slug of a page."""
Report = tuple[list[Place], list[tuple[Place, str, bytes]]]
"""Places whose documents still hold, and place, key and bytes of documents that were made."""


class Documents:
    """Documents by language, kind and slug."""

    trouble: OSError | None = None
    """Why nothing could be kept; `None`: it was, or nobody asked."""

    def __init__(self, path: Path | None = None) -> None:
        """Recall what a file holds.

        Args:
            path: The file; `None`: there is none, and nothing will be kept.

        """
        self._path = path
        self._before: dict[Place, tuple[str, bytes | memoryview]] = {}
        self._now: dict[Place, tuple[str, bytes | memoryview]] = {}
        self._held: list[Place] = []
        self._made: list[tuple[Place, str, bytes]] = []
        if path is not None and (found := read_kept(path, _TITLE)) is not None:
            with suppress(ValueError, KeyError, TypeError):
                self._before = dict(_unpacked(*found))

    def holds(self, language: str, kind: str, slug: str, key: str) -> bool:
        """Tell whether the document of a page is known under this key; if so it stays."""
        place = language, kind, slug
        known = self._before.get(place)
        if not key or known is None or known[0] != key:
            return False
        self._now[place] = known
        self._held.append(place)
        return True

    def put(self, language: str, kind: str, slug: str, key: str, content: bytes) -> None:
        """Add a document that was made now; without a key it is not kept for the next build."""
        place = language, kind, slug
        self._now[place] = key, content
        self._made.append((place, key, content))

    def get(self, language: str, kind: str, slug: str) -> Document | None:
        """Return a document that stays or was put."""
        found = self._now.get((language, kind, slug))
        return None if found is None else Document.from_bytes(found[1])

    def key(self, language: str, kind: str, slug: str) -> str:
        """Return the key of a document that stays or was put; the empty text: there is none."""
        return self._now.get((language, kind, slug), ("",))[0]

    def before(self, language: str, kind: str, slug: str, key: str) -> Document | None:
        """Return a document of the last build, if it has this key."""
        found = self._before.get((language, kind, slug))
        return None if found is None or found[0] != key else Document.from_bytes(found[1])

    def fork(self) -> Documents:
        """Return documents for a worker: it knows the last build's, and reports what it found and made."""
        worker = Documents()
        worker._before = self._before
        return worker

    def report(self) -> Report:
        """Return what the process that keeps the documents must learn."""
        return self._held, self._made

    def merge(self, report: Report) -> None:
        """Take over what a worker reports."""
        held, made = report
        self._now.update((place, self._before[place]) for place in held)
        self._now.update((place, (key, content)) for place, key, content in made)
        self._made += made

    def save(self) -> None:
        """Write the documents for the next build, if any is new or gone; if that is impossible, remember why."""
        if self._path is None or not (self._made or len(self._now) != len(self._before)):
            return
        rows, bodies = [], []
        for (language, kind), places in groupby(sorted(self._now), key=lambda place: place[:2]):
            kept = [(slug, *self._now[language, kind, slug]) for _, _, slug in places]
            kept = [(slug, key, content) for slug, key, content in kept if key]
            slugs, keys = [slug for slug, _, _ in kept], [key for _, key, _ in kept]
            rows.append((language, kind, slugs, keys, [len(content) for _, _, content in kept]))
            bodies += [content for _, _, content in kept]
        try:
            write_kept(self._path, _TITLE, json.dumps(rows, separators=(",", ":")).encode(), bodies)
        except OSError as reason:
            self.trouble = reason


def _unpacked(head: bytes, body: memoryview) -> Iterator[tuple[Place, tuple[str, memoryview]]]:
    start = 0
    for language, kind, slugs, keys, sizes in json.loads(head):
        for slug, key, size in zip(slugs, keys, sizes, strict=True):
            yield (language, kind, slug), (key, body[start : start + size])
            start += size
