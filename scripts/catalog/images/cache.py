"""What was derived once, kept under the digest of its recipe: a folder that may be damaged, shared or deleted.

An entry is a header (format, key, SHA-256 of the data) and the data. It is written beside its place and renamed, so
two builds may share a cache; whatever is not exactly what was once written is a miss, never an error. Nothing in it
is ever executed or unpickled.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from catalog.kept import write_atomically

_FORMAT = b"catalog-cache 1\n"
_LARGEST = 100_000_000
"""No entry has more bytes; a larger file is not ours."""


class Cache:
    """Bytes by key. One object for each process; several may use one folder."""

    trouble: OSError | None = None
    """The first reason why something could not be kept; `None`: everything was. To be told to the user once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Tell where an entry stands.

        Raises:
            ValueError: The key is not a SHA-256 digest in hexadecimal, so it might leave the folder.

        """
        if len(key) != 64 or not set(key) <= set("0123456789abcdef"):
            raise ValueError(f"not a key: {key!r}")
        return self.folder / key[:2] / key

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key; `None`: nothing, or not what was kept."""
        try:
            content = _read(self.path(key))
        except OSError:
            return None
        header = _header(key, content[_header_size(key) :])
        return content[len(header) :] if content.startswith(header) else None

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key; if that is impossible, remember why in `trouble` and go on."""
        path = self.path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):  # an empty folder in our place; one that holds something stays, and is reported
                path.rmdir()
            write_atomically(path, _header(key, data) + data)
        except OSError as reason:
            self.trouble = self.trouble or reason


def _header(key: str, data: bytes) -> bytes:
    return _FORMAT + f"{key} {hashlib.sha256(data).hexdigest()}\n".encode()


def _header_size(key: str) -> int:
    return len(_FORMAT) + len(key) + 66


def _read(path: Path) -> bytes:
    """Read an ordinary file; a link, a pipe or something huge is not ours."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise OSError(f"not an entry: {path}")
        return file.read(_LARGEST)
