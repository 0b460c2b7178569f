"""A file that is kept between two builds: old or new, never between; damaged, it is as if it were not there.

Its first line names what it is and the SHA-256 of the rest, so whatever else stands there is noticed. It has a head and
a body, both plain bytes; what they mean is the business of whoever keeps them.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

_UNFINISHED = ".tmp"
_LARGEST = 1 << 30
"""Bytes; a larger file is not ours."""
_ROWS_AT_ONCE = 2_000
"""Of a list that is written as JSON; half a megabyte."""


def read_kept(path: Path, title: str) -> tuple[bytes, memoryview] | None:
    """Return head and body of a file; `None`: there is none, or not exactly what was written under this title."""
    try:
        content = _read(path)
    except OSError:
        return None
    end = content.find(b"\n")
    said, _, sized = content[: max(end, 0)].decode("ascii", "replace").rpartition(" ")
    said, _, digest = said.rpartition(" ")
    rest = memoryview(content)[end + 1 :]
    if said != title or not sized.isdecimal() or hashlib.sha256(rest).hexdigest() != digest:
        return None
    return bytes(rest[: int(sized)]), rest[int(sized) :]


def write_kept(path: Path, title: str, head: bytes, body: Iterable[bytes | memoryview] = ()) -> None:
    """Keep head and body under a title.

    Raises:
        OSError: They cannot be written; what was kept before is still there.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with _replacing(path) as file:
        file.write(_first_line(title, digest, len(head)))  # the digest is not known yet, its length is
        for part in chain([head], body):
            digest.update(part)
            file.write(part)
        file.seek(0)
        file.write(_first_line(title, digest, len(head)))


def json_array(rows: Iterable[Any]) -> Iterator[bytes]:
    """Yield a list as JSON, some rows at a time: the text of all of them is never there at once."""
    rows = iter(rows)
    between = b"["
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        yield between + json.dumps(some, ensure_ascii=False, separators=(",", ":"))[1:-1].encode()
        between = b","
    yield b"[]" if between == b"[" else b"]"


def clear_unfinished(folder: Path) -> None:
    """Remove what processes that were killed while they kept something have left in a folder.

    Somebody who is keeping something at this moment does so in vain, which is no harm.
    """
    for path in folder.glob(f".*{_UNFINISHED}"):
        with suppress(OSError):
            path.unlink()


def write_atomically(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that it is old or new, never between, whoever else writes it.

    Raises:
        OSError: The file cannot be written; nothing is left behind.

    """
    with _replacing(path, mode) as file:
        file.write(data)


@contextmanager
def _replacing(path: Path, mode: int = 0o644) -> Iterator[IO[bytes]]:
    """Open a file that takes the place of another once the block is left without an error.

    Raises:
        OSError: It cannot be written; nothing is left behind.

    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:20]}.", suffix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _first_line(title: str, digest: hashlib._Hash, size: int) -> bytes:
    return f"{title} {digest.hexdigest()} {size}\n".encode()


def _read(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise OSError(f"not ours: {path}")
        return file.readall()
