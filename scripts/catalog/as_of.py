"""Which day is “today”: the day that awards are judged by and that nothing may lie after.

Never the clock: two builds of one commit are byte-identical, whenever and wherever they run.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from catalog.repository import Repository

_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NoDate(ValueError):
    """A date that was given cannot be read, or none can be found; the text says what to give, in both languages."""


def build_date(root: Path, given: str | None, environ: Mapping[str, str], repository: Repository) -> date:
    """Return the first of: `given`, `SOURCE_DATE_EPOCH`, the day of the last commit of `root`, the records' newest.

    Args:
        root: Folder of the project.
        given: `YYYY-MM-DD`, as somebody typed it.
        environ: Environment variables; seconds of `SOURCE_DATE_EPOCH` and commits count in UTC.
        repository: The records; asked last.

    Raises:
        NoDate: `given` or the variable is not a date, or nothing tells one.

    """
    if given is not None:
        return _day(given)
    if seconds := environ.get("SOURCE_DATE_EPOCH", "").strip():
        return _utc_day(seconds)
    if committed := _last_commit(root):
        return _utc_day(committed)
    found = newest_date(repository)
    if found is None:
        raise NoDate(
            "Chưa biết tính theo ngày nào: viết thêm --as-of NĂM-THÁNG-NGÀY, ví dụ --as-of 2026-11-23.\n"
            "No date to judge by: add --as-of YEAR-MONTH-DAY, for example --as-of 2026-11-23."
        )
    return found


def newest_date(repository: Repository) -> date | None:
    """Return the newest day on which something was published, decided, checked or agreed; `None`: no record says."""
    newest = max((entry.gist.newest or "" for entry in repository.records), default="")
    return date.fromisoformat(newest) if newest else None


def _day(text: str) -> date:
    try:
        if not _A_DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise NoDate(
            f"--as-of phải là NĂM-THÁNG-NGÀY, ví dụ 2026-11-23, nhưng đọc được {text!a}.\n"
            f"--as-of must be YEAR-MONTH-DAY, for example 2026-11-23, but {text!a} was read."
        ) from None


def _utc_day(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise NoDate(
            f"SOURCE_DATE_EPOCH phải là số giây tính từ 1/1/1970, nhưng đọc được {seconds!a}.\n"
            f"SOURCE_DATE_EPOCH must be seconds since 1 January 1970, but {seconds!a} was read."
        ) from None


def _last_commit(root: Path) -> str | None:
    """Return the time of the last commit in seconds; `None`: no git, no repository or no commit yet."""
    command = ["git", "-C", str(root), "log", "-1", "--no-show-signature", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=20, text=True)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None
