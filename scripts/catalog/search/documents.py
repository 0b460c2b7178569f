"""The documents of a whole site: those of the last build, which still hold if their keys say so, and those made now.

A file of `.cache`, checksummed as a whole: an index in JSON, then the documents behind one another. What few documents
have changed since it was written stand in a second file beside it, so that twenty megabytes are not written for one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from catalog.kept import read_kept, write_kept
from catalog.search.document import Document

_TITLE = "catalog-documents 1"
Place = tuple[str, str, str]
"""Language, kind and slug of a page."""
Kept = tuple[str, bytes | memoryview]
"""Key and bytes of a document."""
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
        self._many: dict[Place, Kept] = {}
        """What the first file holds."""
        self._before: dict[Place, Kept] = {}
        self._now: dict[Place, Kept] = {}
        self._held: list[Place] = []
        self._made: list[tuple[Place, str, bytes]] = []
        if path is not None:
            self._many = _read(path)
            self._before = self._many | _read(_since(path))

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
        if self._path is None or not (self._made or len(self._now) < len(self._before)):
            return
        new = {place: kept for place, kept in self._now.items() if kept != self._many.get(place)}
        few = _FEW * len(new) < len(self._many) < 2 * len(self._now)
        try:
            if few:
                _write(_since(self._path), new)
            else:
                _write(self._path, self._now)
                _since(self._path).unlink(missing_ok=True)
        except OSError as reason:
            self.trouble = reason


_FEW = 10
"""One document in so many may stand in the second file."""


def _since(path: Path) -> Path:
    return path.with_name(f"{path.name}-since")


def _read(path: Path) -> dict[Place, Kept]:
    found = read_kept(path, _TITLE)
    with suppress(ValueError, KeyError, TypeError):
        return dict(_unpacked(*found)) if found else {}
    return {}


def _write(path: Path, documents: Mapping[Place, Kept]) -> None:
    rows, bodies = [], []
    for (language, kind), places in groupby(sorted(documents), key=lambda place: place[:2]):
        kept = [(slug, *documents[language, kind, slug]) for _, _, slug in places]
        kept = [(slug, key, content) for slug, key, content in kept if key]
        slugs, keys = [slug for slug, _, _ in kept], [key for _, key, _ in kept]
        rows.append((language, kind, slugs, keys, [len(content) for _, _, content in kept]))
        bodies += [content for _, _, content in kept]
    write_kept(path, _TITLE, json.dumps(rows, separators=(",", ":")).encode(), bodies)


def _unpacked(head: bytes, body: memoryview) -> Iterator[tuple[Place, Kept]]:
    start = 0
    for language, kind, slugs, keys, sizes in json.loads(head):
        for slug, key, size in zip(slugs, keys, sizes, strict=True):
            yield (language, kind, slug), (key, body[start : start + size])
            start += size
