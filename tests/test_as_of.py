"""Promises of `as_of`: the same commit has the same “today”, whatever the clock says."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from catalog.as_of import NoDate, build_date, newest_date
from catalog.repository import Repository, read_repository

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN / "vocabulary", tmp_path / "products" / "vocabulary")
    shutil.copytree(GOLDEN / "check" / "all_well" / "products", tmp_path / "products", dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def repository(project: Path) -> Repository:
    return read_repository(project)


def commit(folder: Path, when: str) -> None:
    author = {
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@a",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@a",
    }
    variables = os.environ | author | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    for command in (["init", "-q"], ["add", "."], ["-c", "commit.gpgsign=false", "commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(folder), *command], env=variables, check=True, capture_output=True)


def test_given_comes_first(project: Path, repository: Repository) -> None:
    """What the command line says counts before anything else."""
    commit(project, "2024-05-05T12:00:00+00:00")

    assert build_date(project, "2026-11-23", {"SOURCE_DATE_EPOCH": "0"}, repository) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("seconds", "day"),
    [("0", date(1970, 1, 1)), ("1763855999", date(2025, 11, 22)), (" 1763856000 ", date(2025, 11, 23))],
)
def test_source_date_epoch_is_utc(project: Path, repository: Repository, seconds: str, day: date) -> None:
    """SOURCE_DATE_EPOCH counts in UTC, whatever time zone the machine is in."""
    assert build_date(project, None, {"SOURCE_DATE_EPOCH": seconds}, repository) == day


def test_last_commit_is_utc(project: Path, repository: Repository) -> None:
    """The day of the last commit is taken in UTC: half past one in Hà Nội is still the day before."""
    commit(project, "2026-05-20T01:30:00+07:00")

    assert build_date(project, None, {}, repository) == date(2026, 5, 19)


def test_newest_day_of_the_records(project: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git the newest full date in the records counts; years and months alone do not."""
    monkeypatch.setenv("PATH", "")

    assert newest_date(repository) == date(2024, 1, 21)
    assert build_date(project, None, {"SOURCE_DATE_EPOCH": ""}, repository) == date(2024, 1, 21)


@pytest.mark.parametrize(
    ("given", "environ"),
    [
        ("23/11/2026", {}),
        ("2026-02-30", {}),
        ("2026", {}),
        ("", {}),
        (None, {"SOURCE_DATE_EPOCH": "yesterday"}),
        (None, {"SOURCE_DATE_EPOCH": "9" * 30}),
    ],
)
def test_what_cannot_be_read_is_said(
    project: Path, repository: Repository, given: str | None, environ: dict[str, str]
) -> None:
    """A date that cannot be read is named, with how to write it, in both languages."""
    with pytest.raises(NoDate, match=r"phải là[^\n]+\n[^\n]+must be"):
        build_date(project, given, environ, repository)


def test_no_date_at_all_is_said(tmp_path: Path) -> None:
    """An empty catalog without git asks for --as-of; it does not look at the clock."""
    (tmp_path / "products").mkdir()

    with pytest.raises(NoDate, match="--as-of"):
        build_date(tmp_path, None, {}, read_repository(tmp_path))
