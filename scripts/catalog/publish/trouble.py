"""Why a site could not be published, in one line of each language, and the exit code that goes with it.

What the site itself lacks is told by findings (`proof`); this is about the machine, the folder and other builds.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from catalog.diagnostics import Diagnostic, format_text, visible

SITE_IS_WRONG = 1
"""Exit code: records, pages or templates have a mistake."""
NOT_UNDERSTOOD = 2
"""Exit code: the command asks for something that is not done, such as emptying a stranger's folder."""
MACHINE_FAILED = 3
"""Exit code: the disk is full, a permission is missing …; the same command works once that is mended."""
BUSY = 4
"""Exit code: another build of the same site is running."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}


class NotPublished(Exception):
    """The old site stands as it was; the message says why there is no new one."""

    code = MACHINE_FAILED
    """What the process should exit with."""


class NotOurs(NotPublished):
    """The folder holds what no build of ours has put there."""

    code = NOT_UNDERSTOOD


class AnotherBuild(NotPublished):
    """Another process builds the same site."""

    code = BUSY


class NotWhole(NotPublished):
    """The new site was examined and is not as it should be."""

    code = SITE_IS_WRONG

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__(
            format_text(findings)
            + "Trang mới chưa được đưa lên; trang cũ vẫn nguyên.\n"
            + "The new site was not published; the old one stands as it was."
        )
        self.findings = tuple(findings)


def explain(error: OSError, room: int | None = None) -> str:
    """Say what the machine could not do, and what to do about it, in both languages.

    Args:
        error: What it said.
        room: Bytes that the whole work needs, where somebody knows.

    """
    where = os.fspath(error.filename) if isinstance(error.filename, (str, bytes, os.PathLike)) else ""
    shown = visible(os.fsdecode(where))
    reason = error.strerror or type(error).__name__
    at_vi, at_en = (f" khi ghi {shown}", f" while writing {shown}") if shown else ("", "")
    if error.errno in _NO_ROOM:
        vi, en = _NO_ROOM_SAID[error.errno if error.errno == errno.EFBIG else errno.ENOSPC]
        vi, en = vi + at_vi, en + at_en
        if room:
            vi += f"; cần khoảng {_megabytes(room, 'vi')} MB trống"
            en += f"; about {_megabytes(room, 'en')} MB of free space are needed"
        return f"{vi}.\n{en}."
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return (
            f"Máy cho mở quá ít tệp cùng lúc{at_vi}: tăng giới hạn (ulimit -n) rồi chạy lại.\n"
            f"The computer lets too few files be open at once{at_en}: raise the limit (ulimit -n), then run it again."
        )
    if error.errno == errno.EROFS:
        return f"Ổ đĩa chỉ cho đọc{at_vi}.\nThe disk is read-only{at_en}."
    if error.errno in (errno.EACCES, errno.EPERM):
        place_vi, place_en = (f" vào {shown}", f" to {shown}") if shown else ("", "")
        return f"Không có quyền ghi hay đọc{place_vi}: {reason}.\nNo permission to read or write{place_en}: {reason}."
    where_vi = f" {shown}" if shown else ""
    return f"Máy không đọc hoặc ghi được{where_vi}: {reason}.\nCould not read or write{where_vi}: {reason}."


_NO_ROOM_SAID = {
    errno.ENOSPC: ("Ổ đĩa đầy hoặc hết hạn mức", "The disk is full, or the quota is used up,"),
    errno.EFBIG: ("Tệp lớn quá mức máy cho phép", "A file grew larger than the computer allows"),
}


def is_no_room(error: OSError) -> bool:
    """Tell whether something did not fit."""
    return error.errno in _NO_ROOM


def another_build(target: Path) -> AnotherBuild:
    """Say that somebody else is at it."""
    shown = visible(str(target))
    return AnotherBuild(
        f"Một lần dựng khác đang ghi vào {shown}: đợi nó xong rồi chạy lại.\n"
        f"Another build is running for {shown}: wait until it is done, then run this again."
    )


def not_a_folder(target: Path) -> NotOurs:
    """Say that the place is taken by something that is no folder."""
    shown = visible(str(target))
    return NotOurs(
        f"{shown} không phải một thư mục; chọn chỗ khác bằng --site-dir.\n"
        f"{shown} is not a folder; choose another place with --site-dir."
    )


def not_ours(target: Path, example: str, *, from_mkdocs: bool) -> NotOurs:
    """Say that a folder was not made by us, and what to do; a site of plain MkDocs gets a kinder word."""
    shown, seen = visible(str(target)), visible(example)
    if from_mkdocs:
        return NotOurs(
            f"{shown} có vẻ là trang dựng trước đây, nhưng không mang dấu của “catalog build” nên không thay. "
            f"Xóa hoặc đổi tên thư mục ấy rồi chạy lại.\n"
            f"{shown} looks like a site that was built earlier, but it bears no mark of `catalog build`, so it was not "
            f"replaced. Remove or rename that folder, then run this again."
        )
    return NotOurs(
        f"{shown} có thứ không do “catalog build” làm ra ({seen}), nên không đụng tới. "
        f"Chọn thư mục trống hoặc chưa có, bằng --site-dir.\n"
        f"{shown} holds something that `catalog build` did not make ({seen}), so it was left alone. "
        f"Choose an empty or new folder with --site-dir."
    )


def cannot_exchange(target: Path, error: OSError) -> NotPublished:
    """Say that a folder cannot be replaced as a whole."""
    shown, reason = visible(str(target)), error.strerror or type(error).__name__
    return NotPublished(
        f"Không thay được cả thư mục {shown} ({reason}); nếu có ổ đĩa gắn vào đó, hãy chọn một thư mục con.\n"
        f"The folder {shown} cannot be replaced as a whole ({reason}); if a disk is mounted there, choose a folder "
        "in it."
    )


def _megabytes(size: int, language: str) -> str:
    """Say a number of bytes in whole megabytes, rounded up.

    >>> _megabytes(55_000_001, "vi")
    '56'
    """
    count = f"{-(-size // 1_000_000):,}"
    return count.replace(",", ".") if language == "vi" else count
