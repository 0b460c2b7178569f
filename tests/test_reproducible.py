"""Reproducible: the site depends on the records and the code, not on who builds it, where, when and how.

Photos and share cards are left out: encoding them takes minutes, and their own tests compare them.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.synthetic import write_project
from tests.conftest import AS_OF, ROOT

ENOUGH = 40
"""Synthetic records: some of every kind."""

HERE = {"TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "0", "UMASK": "022", "JOBS": "1"}
THERE = {
    "TZ": "Asia/Ho_Chi_Minh",
    "LANG": "vi_VN.UTF-8",
    "LC_ALL": "vi_VN.UTF-8",
    "PYTHONHASHSEED": "4711",
    "PYTHONUTF8": "1",
    "UMASK": "077",
    "JOBS": "3",
}


def build(project: Path, how: dict[str, str]) -> dict[str, tuple[int, str]]:
    """Build a small catalog in a process of its own, and return what it wrote: path → mode and digest."""
    write_project(project, ENOUGH, 1)
    command = [sys.executable, "-m", "catalog", "build", "--as-of", AS_OF, "--jobs", how["JOBS"]]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "scripts")}
    environment |= {name: value for name, value in how.items() if name not in ("UMASK", "JOBS")}
    ended = subprocess.run(
        command, cwd=project, env=environment, umask=int(how["UMASK"], 8), capture_output=True, check=False
    )
    assert ended.returncode == 0, (ended.stdout + ended.stderr).decode(errors="replace")
    return tree_of(project / "site")


def tree_of(folder: Path) -> dict[str, tuple[int, str]]:
    """Return all that stands in a folder: path → mode and digest."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mode & 0o7777,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_two_clean_builds_are_equal(tmp_path: Path) -> None:
    """Other folder, time zone, locale, umask, hash seed and number of workers: the same names, modes and bytes."""
    here = build(tmp_path / "here", HERE)
    there = build(tmp_path / "Nơi khác, xa hơn" / "there", THERE)

    assert len(here) > ENOUGH
    assert {mode for mode, digest in here.values() if digest} == {0o644}
    assert {mode for mode, digest in here.values() if not digest} == {0o755}
    assert [name for name in {**here, **there} if here.get(name) != there.get(name)] == []
