"""What tests compare trees of files by."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def tree_of(folder: Path) -> dict[str, str]:
    """Return every file and folder below a folder with its mode and a digest of what it holds."""
    found = {}
    for path in sorted(folder.rglob("*")):
        state = path.lstat()
        holds = "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
        found[path.relative_to(folder).as_posix()] = f"{state.st_mode & 0o7777:o} {holds}"
    return found


def inodes_of(folder: Path) -> dict[str, int]:
    """Return every file below a folder with its inode: a file that was written again has another."""
    return {path.relative_to(folder).as_posix(): path.lstat().st_ino for path in folder.rglob("*") if path.is_file()}


def left_beside(site: Path) -> list[str]:
    """Return what a build has left in the folder that holds a site, the site itself and its cache apart."""
    return sorted(name for name in os.listdir(site.parent) if name.startswith(f".{site.name}."))  # noqa: PTH208
