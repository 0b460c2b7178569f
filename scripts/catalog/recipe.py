"""What a page is made from besides records: our code, the words, the templates, the libraries; each as a digest.

Whatever is kept between two builds stands under digests of these, so a changed line makes it again. What a page reads
of the records is not known here (see `reads`).
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def code_digest() -> str:
    """Return a digest of this package: its modules, and the words of the site."""
    return folder_digest(_PACKAGE, (".py", ".yml"))


@cache
def libraries_digest() -> str:
    """Return a digest of the Python that runs and of every installed distribution by name and version.

    Folders `<name>-<version>.dist-info` say it without a file being read (PEP 376).
    """
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))  # noqa: PTH208
        except OSError:  # a zip file, or a folder that is not there
            continue
    return digest_of(sys.version, *sorted(found))


def folder_digest(folder: Path, endings: tuple[str, ...] = ("",)) -> str:
    """Return a digest of the names and contents of all files of a folder.

    Args:
        folder: A folder; one that is missing has a digest too.
        endings: Files with another ending do not count, nor do hidden ones.

    Raises:
        OSError: A file cannot be read.

    """
    digest = hashlib.sha256()
    for name in sorted(_files(str(folder), "")):
        if name.endswith(endings):
            with open(folder / name, "rb", buffering=0) as file:  # noqa: PTH123
                content = file.read()
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def digest_of(*parts: str) -> str:
    """Return one digest of several texts."""
    return hashlib.sha256("".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()


def _files(folder: str, below: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files(entry.path, f"{below}{entry.name}/")
        else:
            yield below + entry.name
