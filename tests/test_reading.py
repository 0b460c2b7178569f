"""Promises of reading many records at once: the same catalog for any number of processes, and every death told."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from catalog import judged as judging
from catalog import repository
from catalog.crew import can_share
from catalog.diagnostics import Diagnostic
from catalog.judged import Judged, SiteNotBuilt, read_and_check
from catalog.model import Record
from catalog.repository import Entry, Vocabularies
from tests.benchmarks.synthetic import synthetic_records, write_catalog

DAY = date(2025, 12, 1)
SLIPS: tuple[Callable[[bytes], bytes], ...] = (
    lambda raw: raw.replace(b"\nname:", b"\nnames:", 1),
    lambda raw: raw.replace(b"\n  vi: ", b"\n  vi: &x ", 1),
    lambda raw: raw.replace(b"https://", b"https//", 1),
    lambda raw: raw + b"note: g\xe1\xbb\x91m # men\n",
    lambda raw: raw + b"note: 0912 345 678\n",
    lambda raw: raw + b"sources: []\n",
    lambda raw: raw + b"photos:\n  - file: khong-co.jpg\n",
    lambda raw: raw.replace(b"date: 20", b"date: 29", 1),
    lambda raw: raw.replace(b"an-giang", b"an-gian"),
    lambda raw: raw[:200] + b"\xff" + raw[200:],
    lambda raw: raw + b"\tx: 1\n",
    lambda raw: raw[:0],
)
"""Things that people do to a record; some are mistakes, some only worth a note."""

pytestmark = pytest.mark.skipif(not can_share(), reason="processes cannot be copied here")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a catalog of which every third record has been damaged in some way."""
    folder = tmp_path / "project"
    write_catalog(synthetic_records(150, seed=3), folder)
    for number, path in enumerate(sorted(folder.glob("products/*/*/*.yml"))):
        if number % 3 == 0:
            path.write_bytes(SLIPS[number // 3 % len(SLIPS)](path.read_bytes()))
    return folder


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few records be many."""
    monkeypatch.setattr(repository, "AT_ONCE", 7)
    monkeypatch.setattr(repository, "MANY", 1)


def known(project: Path, jobs: int) -> tuple[object, ...]:
    """Return everything that reading and judging a project gives, and what is kept of it."""
    judged = read_and_check(project, lambda _: DAY, jobs=jobs)
    found = judged.repository
    said = [(entry.version, entry.gist, entry.value) for entry in found.records]
    kept = (project / ".cache/records").read_bytes()  # the data of every record, too
    return judged.findings, found.findings, found.judged, found.files, found.record_files, said, kept


@pytest.mark.parametrize("jobs", [2, 5])
def test_any_number_of_processes_reads_the_same(jobs: int, project: Path, tmp_path: Path) -> None:
    """Records, findings and what is kept are the same: all new, one changed, and judged by other vocabularies."""
    other = tmp_path / "other"
    shutil.copytree(project, other)

    def both() -> tuple[object, ...]:
        alone, together = known(project, 1), known(other, jobs)
        assert together == alone
        return alone

    assert both() == both()
    for folder in (project, other):
        path = sorted(folder.glob("products/*/*/*.yml"))[4]
        path.write_bytes(path.read_bytes() + b"aliases:\n  - X\n")
    changed = both()
    for folder in (project, other):
        path = folder / "products/vocabulary/levels.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("id: tinh\n", "id: tinh-cu\n"), encoding="utf-8")
    assert both() != changed


def test_damage_is_found(project: Path) -> None:
    """The catalog above is really damaged, in many ways."""
    judged = read_and_check(project, lambda _: DAY, jobs=2)

    assert len({finding.code for finding in judged.findings}) > 8
    assert len(judged.repository.records) < len(judged.repository.record_files)


def test_a_reader_that_dies_is_named_by_its_records(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed by the system for want of memory, say: the build ends with a sentence, and says at which records."""
    parent = os.getpid()

    def deadly(_: Vocabularies) -> Callable[[Entry[Record]], Iterator[Diagnostic]]:
        def judge(entry: Entry[Record]) -> Iterator[Diagnostic]:
            assert os.getpid() != parent
            os.kill(os.getpid(), signal.SIGKILL)
            yield from ()

        return judge

    monkeypatch.setattr(judging, "check_record", deadly)

    with pytest.raises(SiteNotBuilt, match=r"SIGKILL\) while reading: products/.+\.yml … \(\+6\)"):
        read_and_check(project, lambda _: DAY, jobs=2)


def test_few_new_records_are_read_in_this_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who checks one changed record does not wait for processes to be made."""
    monkeypatch.setattr(repository, "MANY", 1000)
    monkeypatch.setattr("catalog.crew._Hands", lambda *_: 1 / 0)

    judged: Judged = read_and_check(project, lambda _: DAY, jobs=2)

    assert judged.repository.records
