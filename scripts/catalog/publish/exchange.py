"""Putting a new folder in the place of an old one: in one step where possible, else in two that can be undone.

Linux exchanges two names at once (`renameat2` with `RENAME_EXCHANGE`, since 3.15, not on every file system), macOS
too (`renamex_np` with `RENAME_SWAP`, on APFS). Elsewhere the old folder is put aside first; a process that dies right
then leaves no folder in the place, and `recover` puts the old one back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
"""What systems and file systems say that cannot exchange; a sandbox that forbids the call says `EPERM`."""


def exchange(new: Path, place: Path, aside: Path) -> None:
    """Put `new` in its place; what stood there is at `new` afterwards.

    Args:
        new: The new folder.
        place: Where it belongs; may be missing.
        aside: A free name on the same file system, for systems that need two steps.

    Raises:
        OSError: It cannot be done; everything is where it was.

    """
    if not place.exists():
        new.rename(place)
    elif not _exchange_at_once(new, place):
        exchange_in_two(new, place, aside)


def exchange_in_two(new: Path, place: Path, aside: Path) -> None:
    """Do as `exchange` does, in two steps."""
    place.rename(aside)
    try:
        new.rename(place)
    except BaseException:
        recover(new, place, aside)
        raise
    aside.rename(new)


def recover(new: Path, place: Path, aside: Path) -> None:
    """Finish or undo what a process that died in `exchange_in_two` left.

    Raises:
        OSError: It cannot be done.

    """
    if not aside.exists():
        return
    if not place.exists():
        aside.rename(place)
    elif not new.exists():
        aside.rename(new)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Exchange two names; `False`: this system or file system cannot.

    Raises:
        OSError: It can, but not these two.

    """
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = libc.renamex_np(os.fsencode(one), os.fsencode(other), _RENAME_SWAP)
        elif sys.platform == "linux":
            failed = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        else:
            return False
    except (AttributeError, OSError, TypeError):  # an old C library lacks the function
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def sync(folder: Path) -> None:
    """Wait until everything that was written to the file system of a folder is on its disk."""
    if os.name != "posix":
        return  # Windows has nothing for a whole disk that an ordinary user may call
    if sys.platform == "linux":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(descriptor):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(folder))
        except AttributeError:
            os.sync()
        finally:
            os.close(descriptor)
    else:
        os.sync()


def sync_names(*folders: Path) -> None:
    """Wait until the names in some folders are on their disk, as far as the system lets anyone wait."""
    for folder in folders:
        with suppress(OSError):  # Windows opens no folder
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
