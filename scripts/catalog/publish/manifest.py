"""What a finished tree holds and how each file looked to the system then: whatever looks otherwise is not trusted.

A manifest is text: the uri of each file and folder (folders end with `/`; the root is `/`), then in the same order what
is known of each (of a file key and stamp, of a folder its stamp), one to a line; before them the files that no page
leads to. It is found by the inode of the tree's root, so it follows its tree through every renaming. A manifest that is
missing, damaged or of another format is none.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from catalog.kept import read_kept, write_kept

_TITLE = "catalog-manifest 3"
_SUFFIX = ".manifest"
_LINES_AT_ONCE = 10_000
"""As many are written together: all of them would be text twice."""


class Manifest(NamedTuple):
    """What is known of a tree."""

    entries: dict[str, str]
    """Uri → key, tab, stamp."""
    apart: frozenset[str]
    """Files that no page of the tree leads to: should one vanish, no page needs to be asked."""

    @classmethod
    def of_nothing(cls) -> Manifest:
        """Return what is known of a tree of which nobody knows anything."""
        return cls({}, frozenset())


def stamp(state: os.stat_result) -> str:
    """Return what changes whenever somebody touches a file: size in bytes, times in nanoseconds, inode.

    The time of change (ctime) cannot be set back by a program, so a skewed clock or a copied time of modification
    fools nobody. On Windows it is the time of creation.
    """
    return f"{state.st_size:x} {state.st_mtime_ns:x} {state.st_ctime_ns:x} {state.st_ino:x}"


def folder_stamp(state: os.stat_result) -> str:
    """Return what changes whenever an entry of a folder comes or goes."""
    return f"{state.st_mtime_ns:x} {state.st_ino:x}"


def size_of(line: str) -> int:
    """Return the size of a file, in bytes, from its line in a manifest.

    >>> size_of("some-key\\tff 1 2 3")
    255
    """
    return int(line.partition("\t")[2].partition(" ")[0] or "0", 16)


def read_manifest(folder: Path, tree: Path) -> Manifest | None:
    """Return what is known of everything in a tree, or `None` if nobody knows.

    Args:
        folder: Where manifests are kept.
        tree: The tree; missing, nobody knows it.

    """
    try:
        kept = read_kept(_place(folder, tree), _TITLE)
    except OSError:
        return None
    if kept is None:
        return None
    apart, (uris, rests) = str(kept[0], "utf-8"), str(kept[1], "utf-8").split(_HALVES)
    return Manifest(dict(zip(_read_lines(uris), _read_lines(rests), strict=True)), frozenset(_read_lines(apart)))


def write_manifest(folder: Path, tree: Path, manifest: Manifest) -> None:
    """Keep what is known of a tree.

    Raises:
        OSError: It cannot be written.

    """
    entries, apart = manifest.entries, b"".join(_lines(sorted(manifest.apart)))
    parts = chain(_lines(entries), [_HALVES.encode()], _lines(entries.values()))
    write_kept(_place(folder, tree), _TITLE, apart, parts)


def forget_manifest(folder: Path, tree: Path) -> None:
    """Trust nothing of a tree any longer.

    Raises:
        OSError: The manifest cannot be removed.

    """
    with suppress(FileNotFoundError):
        _place(folder, tree).unlink()


def forget_others(folder: Path, trees: tuple[Path, ...], keep: Collection[str]) -> None:
    """Remove every manifest of a tree that is gone, and whatever stands among them.

    Args:
        folder: Where manifests are kept.
        trees: The trees that still count.
        keep: Names of other entries of the folder that stay.

    Raises:
        OSError: Something cannot be removed.

    """
    kept = set(keep)
    for tree in trees:
        with suppress(FileNotFoundError):
            kept.add(_place(folder, tree).name)
    for path in folder.iterdir():
        if path.name in kept:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


_HALVES = "\0"
"""Between uris and what is known of them: two long texts are cut into lines in a third of the time of pairs."""


def _lines(texts: Iterable[str]) -> Iterator[bytes]:
    lines = (f"{text}\n" for text in texts)
    return iter(lambda: "".join(islice(lines, _LINES_AT_ONCE)).encode(), b"")


def _read_lines(text: str) -> list[str]:
    return text.split("\n")[:-1]


def _place(folder: Path, tree: Path) -> Path:
    return folder / f"{tree.lstat().st_ino:x}{_SUFFIX}"
