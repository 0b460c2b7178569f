"""The index of the last build, for one that differs in a few pages.

One checksummed file of `.cache` for each language: the key of every page's document, then the files of the index.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from catalog.kept import read_kept, write_kept

_TITLE = "catalog-index 1"


class LastIndex(NamedTuple):
    """An index and what it was made of."""

    keys: Sequence[str]
    """Of each page in its order, its name and the key of its document."""
    files: Mapping[str, bytes]
    """Short name → content; the head is named by its language."""


class KeptIndex:
    """Where the index of one language is kept."""

    def __init__(self, path: Path | None = None, base: str = "") -> None:
        """Know where.

        Args:
            path: The file; `None`: nothing is kept.
            base: Digest of everything that an index is made of besides its documents.

        """
        self._path = path
        self._title = f"{_TITLE} {base}"

    def recall(self) -> LastIndex | None:
        """Return the last index; `None`: there is none, or not exactly what was kept."""
        if self._path is None or (found := read_kept(self._path, self._title)) is None:
            return None
        keys, sizes = json.loads(found[0])
        files, start = {}, 0
        for name, size in sizes:
            files[name] = bytes(found[1][start : start + size])
            start += size
        return LastIndex(keys, files)

    def keep(self, keys: Sequence[str], files: Mapping[str, bytes]) -> None:
        """Keep an index in the place of the last one; where that is impossible the next build makes it anew.

        Args:
            keys: As in `LastIndex`.
            files: Its files by their names in the site.

        """
        if self._path is None:
            return
        sizes = [(name.rpartition("/")[2], len(content)) for name, content in files.items()]
        head = json.dumps([keys, sizes], ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(OSError):
            write_kept(self._path, self._title, head, files.values())
