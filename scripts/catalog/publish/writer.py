"""What everything that makes files of the site writes through, and its plain form: a folder with no promises.

`catalog build` gives a writer that knows what is there already (`tree`), `mkdocs build` and tests a `FolderWriter`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Protocol

MARKER = ".catalog-site"
"""The file at the root of a site that says who made the folder; without it, the folder is never emptied."""
MARKER_TEXT = (
    "Thư mục này do “catalog build” làm ra; mỗi lần dựng thay cả thư mục, nên đừng cất gì vào đây.\n"
    "This folder is made by `catalog build`; each build replaces all of it, so keep nothing here.\n"
).encode()


class Poured(NamedTuple):
    """A page that was poured into a mould."""

    content: bytes
    """The whole page."""
    own: bytes
    """What of it is its own, each text ended by a line; the rest stands in every page of the mould."""
    mould: str
    """Digest of the rest."""

    @property
    def essence(self) -> bytes:
        """What the content is known by: pages of the same essence are the same."""
        return b"%s\0%s" % (self.mould.encode(), self.own)


class SiteWriter(Protocol):
    """A place for the files of one site. A uri is a file's path below the site's root, with `/`."""

    def holds(self, uri: str, key: str) -> bool:
        """Tell whether the site has `uri` as it was made under `key`, untouched since.

        If so, it is claimed and need not be made. The empty key is never held.

        Raises:
            OSError: The file is there, and cannot be carried over.

        """
        ...

    def write(self, uri: str, content: bytes, key: str = "") -> None:
        """Claim `uri` with this content; the same content is left in place.

        Raises:
            ValueError: Somebody has claimed it already.
            OSError: The file cannot be written.

        """
        ...

    def write_page(self, uri: str, page: Poured, key: str) -> None:
        """Do the same for a page, of which only what is its own is looked at, once its mould is known.

        Raises:
            ValueError: Somebody has claimed it already.
            OSError: The file cannot be written.

        """
        ...

    def path(self, uri: str) -> Path:
        """Tell where a file belongs, for one that cannot be handed over as bytes; the folder is made."""
        ...

    def adopt(self, uri: str, key: str = "") -> None:
        """Claim a file that somebody has put at `path(uri)`."""
        ...

    def fork(self) -> SiteWriter:
        """Give a forked worker a writer of its own, which claims on its own account until it is merged."""
        ...

    def report(self) -> Any:
        """Say what this writer claimed since `fork`: plain values that any process can be sent."""
        ...

    def merge(self, report: Any) -> None:
        """Take over what a forked writer claimed.

        Raises:
            ValueError: Two writers claimed the same file.

        """
        ...


class FolderWriter:
    """Writes into a folder, and promises nothing beyond that."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._claimed: set[str] = set()

    def holds(self, uri: str, key: str) -> bool:  # noqa: ARG002 - nothing is remembered here
        """Nothing is held: everything is made anew."""
        return False

    def write(self, uri: str, content: bytes, key: str = "") -> None:  # noqa: ARG002
        """Write a file."""
        self._claim(uri)
        path = f"{self._folder}/{uri}"
        try:
            create(path, content)
        except FileExistsError:
            os.unlink(path)
            create(path, content)

    def write_page(self, uri: str, page: Poured, key: str) -> None:
        """Write a page."""
        self.write(uri, page.content, key)

    def path(self, uri: str) -> Path:
        """Tell where a file belongs."""
        path = Path(self._folder, uri)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def adopt(self, uri: str, key: str = "") -> None:  # noqa: ARG002
        """Claim a file that is there."""
        self._claim(uri)

    def fork(self) -> FolderWriter:
        """Give a worker its own."""
        return FolderWriter(Path(self._folder))

    def report(self) -> list[str]:
        """Say what was claimed."""
        return sorted(self._claimed)

    def merge(self, report: list[str]) -> None:
        """Take over what a worker claimed."""
        for uri in report:
            self._claim(uri)

    def _claim(self, uri: str) -> None:
        if uri in self._claimed:
            raise ValueError(f"claimed twice: {uri}")
        self._claimed.add(uri)


def create(path: str, content: bytes) -> os.stat_result:
    """Create a file with its folders, and return its state; plain `os` calls, because this is done for every page.

    Raises:
        FileExistsError: There is one already, or a file stands where a folder must be.
        OSError: It cannot be written; what there is of it is removed.

    """
    try:
        descriptor = os.open(path, _NEW, 0o644)
    except FileNotFoundError:
        make_folder(os.path.dirname(path))
        descriptor = os.open(path, _NEW, 0o644)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        return os.fstat(descriptor)
    except OSError as error:
        with suppress(OSError):
            os.unlink(path)
        error.filename = error.filename or path
        raise
    finally:
        os.close(descriptor)


def make_folder(path: str) -> None:
    """Make a folder with those above it, which most often are there: a page has a folder of its own.

    Raises:
        FileExistsError: A file stands where a folder must be.
        OSError: It cannot be made.

    """
    try:
        os.mkdir(path)
    except (FileExistsError, FileNotFoundError):
        os.makedirs(path, exist_ok=True)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
