"""The words records choose from. Vocabularies are YAML too (`products/vocabulary/`), extended by pull request.

Each file of `VOCABULARIES` holds one list of its type; the order of the file is the order of display.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from catalog.model.base import Line, PartialDate, Slug, Source, Strict, Text, described

Names = Annotated[tuple[Line, ...], Field(strict=False)]


class Word(Strict):
    """One word of a vocabulary."""

    id: Slug = described("Mã: chữ thường không dấu, gạch nối.", "Id: small letters, digits, hyphens.")
    name: Text = described("Tên gọi.", "Name.")
    aliases: Names = described("Tên gọi khác để tìm kiếm.", "Other names, for search.", default=())
    note: Text | None = described("Giải thích.", "Explanation.", default=None)
    source: Source | None = described("Nguồn.", "Source.", default=None)


class Craft(Word):
    """A craft: incense, ceramics, silk …"""

    summary: Text | None = described("Một câu về nghề.", "One sentence about the craft.", default=None)


class FormerProvince(Strict):
    """A province or city as it was until 30 June 2025."""

    id: Slug = described("Mã.", "Id.")
    name: Line = described("Tên đầy đủ, ví dụ Tỉnh Hà Nam.", "Full name.")


class Province(Word):
    """One of the 34 provinces and cities since 1 July 2025, with those it came from."""

    kind: Literal["province", "city"] = described("Tỉnh hay thành phố.", "Province or city.")
    region: Slug | None = described("Vùng.", "Region id.", default=None)
    formed_from: Annotated[tuple[FormerProvince, ...], Field(strict=False, min_length=1)] = described(
        "Các tỉnh, thành phố đã hợp thành.", "The former provinces it was formed from."
    )


class Validity(Strict):
    """How long an award lasts, for awards decided in a span of time."""

    decided_from: PartialDate | None = described("Áp dụng cho quyết định từ ngày.", "For decisions from.", default=None)
    decided_before: PartialDate | None = described(
        "Áp dụng cho quyết định trước ngày.", "For decisions before.", default=None
    )
    months: int | None = described("Số tháng kể từ ngày quyết định.", "Months from the decision.", default=None)
    end_of_year: int | None = described(
        "Đến 31/12 của năm thứ mấy, năm cấp là năm thứ nhất.",
        "To 31 December of this year, the year of issue being 1.",
        default=None,
    )
    inferred: bool = described("Suy ra, chưa thấy văn bản.", "Inferred, no text seen.", default=False)
    rule: Text = described("Tên quy định.", "The rule by name.")
    source: Source | None = described("Nguồn.", "Source.", default=None)


class Programme(Word):
    """An award programme: CNNT, OCOP …"""

    short: Line = described("Tên ngắn: CNNT, OCOP.", "Short name.")
    title: Text | None = described(
        "Danh hiệu trao cho sản phẩm, để viết trong câu.",
        "What a winner is called, as it stands in a sentence.",
        default=None,
    )
    authority: Text | None = described("Cơ quan chủ trì.", "Lead agency.", default=None)
    has_levels: bool = described("Có cấp xét?", "Does it have levels?", default=True)
    max_stars: int | None = described(
        "Số sao cao nhất; bỏ trống: không chấm sao.", "Highest number of stars.", default=None
    )
    validity: Annotated[tuple[Validity, ...], Field(strict=False)] = described(
        "Thời hạn.", "Validity rules.", default=()
    )


class Level(Word):
    """A level of an award: district, commune, province, region, nation."""

    rank: int = described("Thứ bậc; cao hơn là lớn hơn.", "Rank; higher is greater.")
    until: PartialDate | None = described(
        "Ngày cuối còn cấp này.", "Last day on which the level existed.", default=None
    )
    since: PartialDate | None = described("Ngày đầu có cấp này.", "First day on which the level exists.", default=None)


class Region(Word):
    """A region of the country in which products compete."""


class Group(Word):
    """A group of products in one version of one programme's rules."""

    programme: Slug = described("Mã chương trình.", "Programme id.")
    since: PartialDate | None = described("Có hiệu lực từ.", "In force since.", default=None)
    until: PartialDate | None = described("Hết hiệu lực ngày.", "Until.", default=None)
    replaced_by: Slug | None = described("Nhóm thay thế.", "Group that replaced it.", default=None)


class RecognitionType(Word):
    """A kind of title, or a kind of mark."""

    rank: int = described("Thứ tự trình bày; lớn đứng trước.", "Order of display; greater first.", default=0)


class MakerType(Word):
    """A kind of maker: co-operative, company, household …"""


class Metric(Word):
    """What a figure counts."""

    unit: Text | None = described("Đơn vị; bỏ trống: đếm đơn thuần.", "Unit; none: a plain count.", default=None)
    headline: bool = described("Đáng nêu ở đầu trang?", "Worth showing at the top of a page?", default=False)


class Licence(Word):
    """A licence under which a picture may be shown."""

    url: Line | None = described("Địa chỉ giấy phép.", "Address of the licence.", default=None)


class ReportedFigure(Strict):
    """One number of a report, as it was published."""

    name: Text = described("Đếm cái gì.", "What was counted.")
    value: int | float = described("Giá trị.", "Value.")
    unit: Text | None = described("Đơn vị.", "Unit.", default=None)
    about: Text | None = described(
        "Viết đúng như đã in, nếu không phải số chính xác: gần 300.",
        "As printed, where the number is not exact: nearly 300.",
        default=None,
    )
    note: Text | None = described("Ghi chú.", "Note.", default=None)
    source: Source | None = described("Nguồn riêng của số này.", "Source of this number alone.", default=None)


class Report(Word):
    """Published numbers about the programmes as a whole; they are not counted from records."""

    figures: Annotated[tuple[ReportedFigure, ...], Field(strict=False, min_length=1)] = described(
        "Các số. Biểu đồ vẽ những số cùng đơn vị với số đầu tiên.",
        "The numbers. The chart draws those with the unit of the first one.",
    )


class Featured(Strict):
    """A village or a product that the front page shows for a while, and why."""

    village: Slug | None = described("Mã làng nghề (tên thư mục).", "Village id: its folder's name.", default=None)
    product: Slug | None = described(
        "Mã sản phẩm (tên tệp, không có .yml).", "Product id: its file's name without .yml.", default=None
    )
    since: PartialDate = described("Giới thiệu từ ngày.", "First day on the front page.")
    until: PartialDate = described("Giới thiệu đến hết ngày.", "Last day on the front page.")
    reason: Text = described(
        "Một câu: vì sao giới thiệu lúc này. Trang chủ in nguyên văn.",
        "One sentence: why now. The front page prints it as it stands.",
    )

    @model_validator(mode="after")
    def _is_one_record(self) -> Featured:
        if (self.village is None) == (self.product is None):
            raise PydanticCustomError("featured_not_one", "either a village or a product")
        return self


class UnfitHost(Strict):
    """A host whose pages should not stand as sources."""

    host: Line = described("Tên miền; cả tên miền con.", "Host name; its subdomains too.")
    reason: Text = described("Vì sao.", "Why.")


VOCABULARIES: dict[str, type[Strict]] = {
    "crafts": Craft,
    "provinces": Province,
    "programmes": Programme,
    "levels": Level,
    "regions": Region,
    "groups": Group,
    "recognitions": RecognitionType,
    "marks": RecognitionType,
    "maker-types": MakerType,
    "metrics": Metric,
    "licences": Licence,
    "reports": Report,
    "unfit-hosts": UnfitHost,
    "featured": Featured,
}
"""File stem in `products/vocabulary/` → what one element of its list is."""
