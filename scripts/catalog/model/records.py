"""What a village, a maker and a product may say. Few fields are required; a page grows with what is known."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from catalog.model.base import (
    CheckedText,
    Line,
    PartialDate,
    Slug,
    Source,
    Sources,
    Strict,
    Text,
    Year,
    described,
)
from catalog.model.honours import Artisan, Awards, Mark, Recognition
from catalog.model.photo import Photo
from catalog.model.place import Coordinates, Hamlet, Place

Names = Annotated[tuple[Line, ...], Field(strict=False)]
Texts = Annotated[tuple[Text, ...], Field(strict=False)]
Slugs = Annotated[tuple[Slug, ...], Field(strict=False)]


class Origin(Strict):
    """How old the craft is said to be, and how well that is known."""

    period: Text | None = described("Thời kỳ.", "Period.", default=None)
    founder: Text | None = described("Tổ nghề, người khởi đầu.", "Founder.", default=None)
    certainty: Literal["record", "press", "tradition", "legend", "disputed", "unknown"] = described(
        "record: có văn bản, bia, khai quật; press: báo chí; tradition: truyền khẩu; legend: truyền thuyết; "
        "disputed: các nguồn khác nhau; unknown: không rõ.",
        "How well it is known: record, press, tradition, legend, disputed, unknown.",
    )
    basis: Text | None = described("Dựa vào đâu.", "What the certainty rests on.", default=None)
    note: Text | None = described("Ghi chú.", "Note.", default=None)


class HistoryDate(Strict):
    """One date in the history of a village."""

    when: Line = described("Năm hoặc khoảng năm, ví dụ 1352, 1979-1985.", "Year or years, in quotes.")
    approx: bool = described("Khoảng chừng?", "Approximate?", default=False)
    what: Text = described("Việc gì.", "What happened.")


class Figure(Strict):
    """One number with its year and source. Conflicting numbers stand side by side."""

    metric: Slug = described("Mã trong vocabulary/metrics.yml.", "Metric id of the vocabulary.")
    value: int | float | None = described("Giá trị.", "Value.", default=None)
    min: int | float | None = described("Từ, nếu là khoảng.", "Lower end of a range.", default=None)
    max: int | float | None = described("Đến, nếu là khoảng.", "Upper end of a range.", default=None)
    approx: bool = described("Khoảng chừng?", "Approximate?", default=False)
    year: Year | None = described(
        "Năm của số liệu; không có năm thì không in.", "Year; without it the figure is not printed.", default=None
    )
    date: PartialDate | None = described("Ngày của số liệu.", "Date of the figure.", default=None)
    note: Text | None = described("Ghi chú: ai đếm, đếm gì.", "Note: who counted, what.", default=None)
    source: Source | None = described("Nguồn riêng.", "Source of this figure alone.", default=None)


class MonthDay(Strict):
    """A day, or a few days, of every year, in the lunar or the solar calendar."""

    month: Annotated[int, Field(ge=1, le=12)] = described("Tháng, 1–12.", "Month, 1 to 12.")
    day: Annotated[int, Field(ge=1, le=31)] | None = described("Ngày.", "Day.", default=None)
    day_end: Annotated[int, Field(ge=1, le=31)] | None = described("Đến ngày.", "Last day.", default=None)


class Festival(Strict):
    """A festival: a lunar or solar rule, or words where no rule is known."""

    name: Text = described("Tên lễ hội.", "Name.")
    lunar: MonthDay | None = described("Ngày âm lịch.", "Day of the lunar calendar.", default=None)
    solar: MonthDay | None = described("Ngày dương lịch.", "Day of the solar calendar.", default=None)
    when: Text | None = described("Khi nào, nếu không theo ngày cố định.", "When, if no fixed day.", default=None)
    examples: Names = described("Những ngày đã tổ chức.", "Days on which it was held.", default=())
    note: Text | None = described("Ghi chú.", "Note.", default=None)
    source: Source | None = described("Nguồn riêng.", "Source of this fact alone.", default=None)


class MarketDays(Strict):
    """Days of each lunar or solar month on which a market is held."""

    calendar: Literal["lunar", "solar"] = described("Âm lịch hay dương lịch.", "Calendar.")
    days: Annotated[tuple[Annotated[int, Field(ge=1, le=31)], ...], Field(strict=False)] = described(
        "Những ngày trong tháng.", "Days of the month."
    )
    note: Text | None = described("Ghi chú.", "Note.", default=None)


class Season(Strict):
    """When the village is busy or at its best."""

    text: Text | None = described("Mùa nào, bằng lời.", "The season in words.", default=None)
    lunar_months: Annotated[tuple[Annotated[int, Field(ge=1, le=12)], ...], Field(strict=False)] = described(
        "Những tháng âm lịch.", "Lunar months.", default=()
    )
    note: Text | None = described("Ghi chú.", "Note.", default=None)


class Visit(Strict):
    """How to visit. Each fact may carry the date it was checked."""

    origin: Text | None = described("Đi từ đâu.", "Where the distance is counted from.", default=None)
    distance_km: int | float | None = described("Khoảng cách, km.", "Distance in kilometres.", default=None)
    distance_note: Text | None = described("Ghi chú về khoảng cách.", "Note on the distance.", default=None)
    route: CheckedText | None = described("Đường đi, xe buýt.", "Route, bus.", default=None)
    fee: CheckedText | None = described("Vé, phí.", "Fee.", default=None)
    hours: CheckedText | None = described("Giờ mở cửa.", "Hours.", default=None)
    activities: Texts = described("Làm gì khi đến.", "What one can do there.", default=())
    note: CheckedText | None = described("Ghi chú.", "Note.", default=None)


class MakerMention(Strict):
    """A maker that a village's record names."""

    name: Line = described("Tên cơ sở.", "Name.")
    maker: Slug | None = described("Mã bản ghi của cơ sở, nếu có.", "Id of its record, if there is one.", default=None)
    note: Text | None = described("Ghi chú.", "Note.", default=None)


class Contact(Strict):
    """How to reach a business. Personal numbers and private addresses are not records' business."""

    phone: Line | None = described("Điện thoại kinh doanh.", "Business telephone.", default=None)
    email: Line | None = described("Thư điện tử.", "E-mail.", default=None)
    website: Line | None = described("Trang web, https://…", "Website, https://…", default=None)
    consent: PartialDate = described("Ngày cơ sở đồng ý công bố.", "When the business agreed to publication.")


class Price(Strict):
    """A price at a date."""

    amount: int = described("Số tiền, đồng.", "Amount in đồng.")
    unit: Text | None = described("Cho bao nhiêu hàng.", "For how much of the product.", default=None)
    checked: PartialDate = described("Ngày ghi giá.", "When the price was seen.")


class Record(Strict):
    """What every record has."""

    name: Text = described("Tên.", "Name.")
    aliases: Names = described("Tên gọi khác, tên trên báo.", "Other names.", default=())
    summary: Text | None = described("Một, hai câu giới thiệu.", "One or two sentences.", default=None)
    description: Text | None = described("Bài viết dài hơn.", "A longer text.", default=None)
    note: Text | None = described("Ghi chú về bản ghi.", "A note on the record.", default=None)
    photos: Annotated[tuple[Photo, ...], Field(strict=False)] = described(
        "Ảnh; ảnh đầu là bìa, trừ khi một ảnh có cover: true.",
        "Pictures; the first is the cover, unless one says cover: true.",
        default=(),
    )
    uncertain: Texts = described("Những điều chưa chắc chắn.", "What is not certain.", default=())
    sources: Sources

    @property
    def photos_by_cover(self) -> tuple[Photo, ...]:
        """The pictures, the cover first."""
        return tuple(sorted(self.photos, key=lambda photo: not photo.cover))


class Village(Record):
    """One craft village, as its record states it."""

    crafts: Annotated[tuple[Slug, ...], Field(strict=False, min_length=1)] = described(
        "Nghề, mã trong vocabulary/crafts.yml; nghề chính đứng đầu.", "Craft ids; the main one first."
    )
    craft_words: Text | None = described("Nghề của làng, bằng lời.", "The craft in words.", default=None)
    earlier_craft: Text | None = described("Nghề trước kia.", "Earlier craft.", default=None)
    place: Place = described("Địa chỉ.", "Addresses.")
    place_note: Text | None = described("Ghi chú về địa giới.", "Note on boundaries and names.", default=None)
    hamlets: Annotated[tuple[Hamlet, ...], Field(strict=False)] = described("Các thôn.", "Hamlets.", default=())
    coordinates: Coordinates | None = described("Tọa độ.", "Coordinates.", default=None)
    origin: Origin | None = described("Nguồn gốc nghề.", "Origin of the craft.", default=None)
    history: Annotated[tuple[HistoryDate, ...], Field(strict=False)] = described(
        "Các mốc lịch sử.", "Dates in its history.", default=()
    )
    goods: Texts = described("Làng làm ra những gì.", "What the village makes.", default=())
    materials: Texts = described("Nguyên liệu.", "Materials.", default=())
    process: Texts = described("Các bước làm, theo thứ tự.", "Steps of the work, in order.", default=())
    skills: Texts = described("Kỹ thuật, ngón nghề.", "Skills.", default=())
    dimensions: Texts = described("Kích thước.", "Dimensions.", default=())
    colours: Texts = described("Màu sắc.", "Colours.", default=())
    exports: Texts = described("Xuất khẩu tới.", "Export markets.", default=())
    figures: Annotated[tuple[Figure, ...], Field(strict=False)] = described("Số liệu.", "Figures.", default=())
    recognitions: Annotated[tuple[Recognition, ...], Field(strict=False)] = described(
        "Danh hiệu.", "Recognitions.", default=()
    )
    marks: Annotated[tuple[Mark, ...], Field(strict=False)] = described(
        "Chỉ dẫn địa lý, nhãn hiệu.", "Geographical indications and marks.", default=()
    )
    artisans: Annotated[tuple[Artisan, ...], Field(strict=False)] = described("Nghệ nhân.", "Artisans.", default=())
    makers: Annotated[tuple[MakerMention, ...], Field(strict=False)] = described(
        "Cơ sở có tên trong nguồn.", "Makers named by the sources.", default=()
    )
    festivals: Annotated[tuple[Festival, ...], Field(strict=False)] = described("Lễ hội.", "Festivals.", default=())
    market_days: MarketDays | None = described("Phiên chợ.", "Market days.", default=None)
    season: Season | None = described("Mùa.", "Season.", default=None)
    visit: Visit | None = described("Đến thăm.", "How to visit.", default=None)


class Maker(Record):
    """One firm, co-operative or household that makes products, as its record states it."""

    type: Slug | None = described("Loại hình, mã trong vocabulary/maker-types.yml.", "Kind of maker.", default=None)
    place: Place = described("Địa chỉ.", "Addresses.")
    village: Slug | None = described("Mã làng nghề, nếu ở trong làng.", "Id of its village, if any.", default=None)
    contact: Contact | None = described("Liên hệ kinh doanh.", "Business contact.", default=None)


class Product(Record):
    """One product or one set, as its record states it. Its file name without `.yml` is its id, for ever."""

    group: Slug | None = described("Nhóm sản phẩm CNNT.", "CNNT product group.", default=None)
    ocop_group: Slug | None = described("Nhóm sản phẩm OCOP.", "OCOP product group.", default=None)
    craft: Slug | None = described("Nghề, mã trong vocabulary/crafts.yml.", "Craft id.", default=None)
    is_set: bool = described("Là một bộ?", "Is it a set?", default=False)
    maker: Slug | None = described(
        "Mã cơ sở, nếu bản ghi không nằm trong thư mục của cơ sở.",
        "Maker id, if not in the maker's folder.",
        default=None,
    )
    maker_unknown: bool = described(
        "Nguồn không nêu cơ sở nào làm.", "The sources do not name the maker.", default=False
    )
    maker_note: Text | None = described("Ghi chú về cơ sở.", "Note on the maker.", default=None)
    village: Slug | None = described(
        "Mã làng nghề, nếu bản ghi không nằm trong thư mục của làng.",
        "Village id, if not in the village's folder.",
        default=None,
    )
    place: Place = described("Nơi làm.", "Where it is made.")
    materials: Texts = described("Nguyên liệu.", "Materials.", default=())
    specs: Texts = described("Quy cách, đặc điểm.", "Specifications.", default=())
    price: Price | None = described("Giá.", "Price.", default=None)
    awards: Awards = described("Giải thưởng.", "Awards.", default=())
