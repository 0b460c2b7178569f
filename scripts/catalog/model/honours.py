"""Honours and who gave them: awards of products, recognitions of places, marks, artisans' titles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from catalog.model.base import Line, PartialDate, Slug, Source, Strict, Text, Year, described


class Decision(Strict):
    """The decision that gave an award."""

    number: Line | None = described("Số quyết định, ví dụ 1997/QĐ-BCT.", "Number of the decision.", default=None)
    date: PartialDate | None = described("Ngày ký.", "Date of signature.", default=None)
    issuer: Text | None = described("Cơ quan ký.", "Who signed it.", default=None)
    url: Line | None = described("Địa chỉ văn bản.", "Address of the text.", default=None)


class Award(Strict):
    """One award of one programme. Validity is computed from the programme's rule unless `valid_to` says it."""

    programme: Slug = described("Mã chương trình: cnnt, ocop…", "Programme id: cnnt, ocop…")
    level: Slug | None = described(
        "Cấp: huyen (đến 30/6/2025), xa (từ 1/7/2025), tinh, khu-vuc, quoc-gia.",
        "Level id: huyen (to June 2025), xa (since July 2025), tinh, khu-vuc, quoc-gia.",
        default=None,
    )
    region: Slug | None = described("Khu vực, với cấp khu-vuc.", "Region id, for level khu-vuc.", default=None)
    stars: int | None = described("Số sao OCOP, 1–5.", "OCOP stars, 1 to 5.", default=None)
    year: Year | None = described("Năm của quyết định công nhận.", "Year of the decision.", default=None)
    round: Year | None = described("Năm của đợt xét, nếu khác.", "Year of the round, if different.", default=None)
    decision: Decision | None = described("Quyết định công nhận.", "The decision.", default=None)
    date: PartialDate | None = described(
        "Ngày trao hoặc công bố, nếu khác ngày quyết định.", "Day of hand-over, if not the decision's.", default=None
    )
    prize: Line | None = described("Giải: A, B, C, nhất…", "Prize.", default=None)
    status: Literal["awarded", "selected", "proposed", "revoked"] = described(
        "awarded: đã công nhận; selected: đã chọn, chưa thấy quyết định; proposed: mới đề nghị; revoked: thu hồi.",
        "awarded; selected by a council, decision not seen; proposed; revoked.",
        default="awarded",
    )
    valid_to: PartialDate | None = described(
        "Ngày hết hạn in trên giấy chứng nhận, nếu biết.", "Last day of validity as printed, if known.", default=None
    )
    note: Text | None = described("Ghi chú.", "Note.", default=None)
    source: Source | None = described("Nguồn riêng của giải này.", "Source of this award alone.", default=None)


class _Honour(Strict):
    """What a title of a place and a mark both say."""

    type: Slug
    title: Text | None = described("Tên như đã in.", "The name as printed.", default=None)
    year: Year | None = described("Năm công nhận, đăng bạ.", "Year.", default=None)
    date: PartialDate | None = described("Ngày công nhận, đăng bạ.", "Date.", default=None)
    number: Line | None = described("Số quyết định, số đăng bạ.", "Number.", default=None)
    authority: Text | None = described("Nơi công nhận, nơi cấp.", "Who gave it.", default=None)
    area: Text | None = described("Phạm vi.", "Area covered.", default=None)
    note: Text | None = described("Ghi chú.", "Note.", default=None)
    source: Source | None = described("Nguồn riêng.", "Source of this fact alone.", default=None)


class Recognition(_Honour):
    """A title of a place: craft village, heritage, tourism site."""

    type: Slug = described("Mã trong vocabulary/recognitions.yml.", "Recognition id of the vocabulary.")


class Mark(_Honour):
    """A geographical indication, collective mark or certification mark: not a recognition."""

    type: Slug = described("Mã trong vocabulary/marks.yml.", "Mark id of the vocabulary.")


class Artisan(Strict):
    """A publicly honoured artisan, with who gave the title."""

    name: Line = described("Họ tên.", "Name.")
    title: Text | None = described("Danh hiệu, như đã in.", "Title as printed.", default=None)
    title_by: Text | None = described("Nơi phong danh hiệu.", "Who gave the title.", default=None)
    year: Year | None = described("Năm được phong.", "Year of the title.", default=None)
    role: Text | None = described("Vai trò trong làng.", "Part in the village.", default=None)
    hamlet: Line | None = described("Thôn.", "Hamlet.", default=None)
    note: Text | None = described("Ghi chú.", "Note.", default=None)
    source: Source | None = described("Nguồn riêng.", "Source of this fact alone.", default=None)


Awards = Annotated[tuple[Award, ...], Field(strict=False)]
