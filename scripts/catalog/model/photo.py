"""A picture beside a record."""

from __future__ import annotations

import re
from typing import Literal

from catalog.model.base import Line, PartialDate, Slug, Strict, Text, described

_UNFIT = re.compile(
    r"[/\\<>:\"|?*\x00-\x1f\x7f]|^[.\-~ ]|[. ]$|^(?:con|nul|aux|prn|com\d|lpt\d)(?:\.|$)", re.IGNORECASE
)
"""Names that leave the folder, hide, or cannot be stored by every computer (Windows' reserved names and characters)."""
_LONGEST = 120
"""Characters."""


def is_fit_file_name(name: str) -> bool:
    """Tell whether a picture's file may bear this name: in its folder, in sight, on every kind of computer."""
    return _UNFIT.search(name) is None and name.isprintable() and len(name) <= _LONGEST


class Photo(Strict):
    """One picture. No licence or credit, no picture."""

    file: Line = described("Tên tệp trong thư mục photos/.", "File name in the folder photos/.")
    alt: Text = described("Tả ảnh cho người không nhìn thấy.", "What the picture shows, for those who cannot see it.")
    caption: Text | None = described("Chú thích dưới ảnh.", "Caption.", default=None)
    credit: Line = described("Người chụp hoặc vẽ.", "Who made it.")
    licence: Slug = described("Mã trong vocabulary/licences.yml.", "Licence id of the vocabulary.")
    kind: Literal["photo", "illustration"] = described(
        "Ảnh chụp hay hình vẽ.", "Photo or illustration.", default="photo"
    )
    cover: bool = described(
        "Lấy ảnh này làm bìa, thay cho ảnh đầu tiên.",
        "Make this the cover instead of the first picture.",
        default=False,
    )
    step: int | None = described(
        "Ảnh này cho thấy bước thứ mấy trong process; 1 là bước đầu.",
        "Which step of `process` it shows; 1 is the first.",
        default=None,
    )
    people: bool = described("Có người nhận ra được trong ảnh?", "Are there recognisable people?", default=False)
    consent: PartialDate | None = described(
        "Ngày những người trong ảnh đồng ý.", "When the people in it agreed.", default=None
    )
    date: PartialDate | None = described("Ngày chụp.", "When it was taken.", default=None)
