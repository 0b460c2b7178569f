"""Promises of `catalog.images.cache`: whatever happened to an entry, the worst is a miss."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.images.cache import Cache
from catalog.kept import write_atomically

KEY, OTHER = "a" * 64, "b" * 64
DATA = b"pixels \x00\xff" * 100


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    cache = Cache(tmp_path / "cache" / "images")
    cache.put(KEY, DATA)
    cache.put(OTHER, b"other pixels")
    return cache


def test_what_was_kept_is_found(cache: Cache) -> None:
    """An entry comes back as it was, and an empty one too."""
    cache.put("c" * 64, b"")
    assert (cache.get(KEY), cache.get("c" * 64), cache.get("d" * 64)) == (DATA, b"", None)
    assert cache.trouble is None


def flip_one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-5] ^= 1
    path.write_bytes(content)


def swap(path: Path) -> None:
    path.write_bytes((path.parent.parent / "bb" / OTHER).read_bytes())


def link_to_a_copy(path: Path) -> None:
    copy = path.with_name("copy")
    path.rename(copy)
    path.symlink_to(copy)


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


FAULTS: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "half": lambda path: path.write_bytes(path.read_bytes()[: len(DATA) // 2]),
    "header only": lambda path: path.write_bytes(path.read_bytes()[: -len(DATA)]),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"x"),
    "one bit": flip_one_bit,
    "another entry": swap,
    "garbage": lambda path: path.write_bytes(b"\x80\x04cos\nsystem\n"),
    "a link": link_to_a_copy,
    "a folder": make_a_folder,
}
if hasattr(os, "mkfifo"):
    FAULTS["a pipe"] = make_a_pipe


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_entry_is_a_miss_and_is_replaced(fault: str, cache: Cache) -> None:
    """Damaged, swapped, vanished, linked: a miss; keeping it anew makes it good again."""
    FAULTS[fault](cache.path(KEY))
    assert cache.get(KEY) is None
    cache.put(KEY, DATA)
    assert cache.get(KEY) == DATA
    assert cache.trouble is None
    assert cache.get(OTHER) == b"other pixels"


def test_a_link_is_replaced_not_written_through(cache: Cache, tmp_path: Path) -> None:
    """Someone's file that an entry was linked to stays as it is."""
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    cache.path(KEY).unlink()
    cache.path(KEY).symlink_to(precious)
    cache.put(KEY, DATA)
    assert precious.read_bytes() == b"precious"
    assert cache.get(KEY) == DATA


def test_what_cannot_be_kept_is_told_and_not_raised(tmp_path: Path) -> None:
    """A cache that cannot be written to is no reason to fail: the first reason is remembered."""
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    cache = Cache(tmp_path / "cache")
    cache.put(KEY, DATA)
    first = cache.trouble
    cache.put(OTHER, DATA)
    assert cache.get(KEY) is None
    assert isinstance(first, OSError)
    assert cache.trouble is first


def test_a_full_folder_in_the_place_of_an_entry_is_told(cache: Cache) -> None:
    make_a_folder(cache.path(KEY))
    (cache.path(KEY) / "someone's").write_bytes(b"")
    cache.put(KEY, DATA)
    assert cache.trouble is not None
    assert cache.get(KEY) is None


@pytest.mark.parametrize("key", ["", "a", "../" * 20 + "abcd", "A" * 64, "a" * 63 + "/", "a" * 65])
def test_a_key_cannot_leave_the_folder(key: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a key"):
        Cache(tmp_path).get(key)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX limits")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """When the disk has no more room, the old file is still whole and nothing else is left behind."""
    (tmp_path / "a").write_bytes(b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path; from catalog.images.cache import write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_atomically(Path(sys.argv[1]), bytes(100_000))\n"
        "except OSError: print('told')\n"
    )
    folder = str(Path(__file__).parents[1] / "scripts")
    command = [sys.executable, "-c", code, str(tmp_path / "a")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": folder})
    assert done.stdout == "told\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_files_may_be_read_by_a_web_server(tmp_path: Path) -> None:
    """Whatever the umask, a published file has the mode 644."""
    old = os.umask(0o077)
    try:
        write_atomically(tmp_path / "a", DATA)
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644
