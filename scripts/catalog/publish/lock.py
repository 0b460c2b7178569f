"""One build at a time for each site: a lock that ends with the process, however that ends.

The lock is a file beside the site, removed when it is released. Who waits for nothing gets `Busy` at once.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PATIENCE = 1.0
"""Seconds to wait: the last worker of a build that was killed may still hold the lock."""


class Busy(Exception):
    """Another process holds the lock."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock.

    Args:
        path: The lock's file; its folder must exist.

    Raises:
        Busy: Somebody else holds it.
        OSError: The file cannot be made.

    """
    until = time.monotonic() + _PATIENCE
    while (descriptor := _take(path)) is None:
        if time.monotonic() > until:
            raise Busy(str(path))
        time.sleep(0.05)
    owner = os.getpid()
    try:
        yield
    finally:
        if os.getpid() == owner:  # not in a forked worker that ends in an unusual way
            with suppress(OSError):  # Windows removes no open file
                path.unlink()
        os.close(descriptor)


def _take(path: Path) -> int | None:
    """Open and lock the file; `None`: somebody else has it, or has just removed it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), path.lstat()):
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    except PermissionError:  # what Windows says of a lock that is held
        if sys.platform != "win32":
            os.close(descriptor)
            raise
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None
