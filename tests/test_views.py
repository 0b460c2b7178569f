"""Promises of `views`: what pages say of records, and what they never say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalog.addresses import AddressPlan
from catalog.index import build_catalog
from catalog.repository import read_repository
from catalog.strings import read_strings
from catalog.views import KINDS, Edition, Page, page_of
from catalog.views.address import unit_name
from catalog.views.award import ROWS
from catalog.views.card import SHELF
from catalog.views.edition import Words, capitalised, inside
from catalog.views.stamp import SEALS

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 23)
KINDS_WITH_RECORDS = ("product", "village", "maker", "craft", "province", "award", "products", "contribute")
PLAN = AddressPlan(
    {(kind, "vi"): f"{kind}/[slug]/" for kind in KINDS_WITH_RECORDS}
    | {(kind, "en"): f"en/{kind}/[slug]/" for kind in KINDS_WITH_RECORDS},
    ("vi", "en"),
)

VILLAGE = """
name: {vi: Làng hương Quảng Phú Cầu, en: Quảng Phú Cầu incense village}
crafts: [huong]
place:
  before_2025: {commune: Xã Quảng Phú Cầu, district: Huyện Ứng Hòa, province: Thành phố Hà Nội}
  since_2025: {commune: Xã Ứng Thiên, province: ha-noi}
sources:
  - title: Làng hương vào vụ Tết
    url: https://www.cand.com.vn/doi-song/lang-huong
    date: 2024-01-21
"""
MAKER = """
name: HTX chè Hảo Đạt
type: hop-tac-xa
place:
  since_2025: {commune: Xã Tân Cương, province: thai-nguyen}
sources: [{title: Danh sách}]
"""
PRODUCT = """
name: {vi: Chè tôm nõn, en: Young-bud green tea}
place:
  before_2025: {commune: xã Tân Cương, district: TP Thái Nguyên, province: tỉnh Thái Nguyên}
  since_2025: {commune: Xã Tân Cương, province: thai-nguyen}
sources: [{title: Danh sách, url: "https://vca.org.vn/a", date: 2021}]
"""
TEA = "thai-nguyen/hao-dat/che-tom-non.yml"
HOME = "thai-nguyen/hao-dat/maker.yml"
INCENSE = "ha-noi/quang-phu-cau/village.yml"

Editions = Mapping[str, Edition]
Open = Callable[..., Editions]


@pytest.fixture
def open_catalog(tmp_path: Path) -> Open:
    """Give a function that reads records, written as file name → YAML, and opens them in both languages."""

    def open_(records: Mapping[str, str], as_of: date = AS_OF) -> Editions:
        shutil.copytree(ROOT / "products" / "vocabulary", tmp_path / "products" / "vocabulary", dirs_exist_ok=True)
        for name, text in records.items():
            path = tmp_path / "products" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        repository = read_repository(tmp_path)
        assert repository.findings == ()
        catalog = build_catalog(repository, as_of)
        return {language: Edition(catalog, PLAN, read_strings(language)) for language in PLAN.languages}

    return open_


def tea_page(open_catalog: Open, more: str, language: str = "vi", as_of: date = AS_OF) -> Page:
    """Return the page of the tea with more lines in its record."""
    return page_of(open_catalog({TEA: PRODUCT + more, HOME: MAKER}, as_of)[language], "product", "che-tom-non")


def incense(open_catalog: Open, more: str, language: str = "vi") -> Any:
    """Return what the incense village's page shows, with more lines in its record."""
    return page_of(open_catalog({INCENSE: VILLAGE + more})[language], "village", "quang-phu-cau").view


NATIONAL = "awards: [{programme: cnnt, level: quoc-gia, year: 2021}]"
STARS = "awards: [{programme: ocop, stars: 4, year: 2022}]"


@pytest.mark.parametrize(
    ("awards", "vi", "en"),
    [
        (
            NATIONAL,
            (
                "Chè tôm nõn của HTX chè Hảo Đạt, Thái Nguyên, "
                "đạt sản phẩm công nghiệp nông thôn tiêu biểu cấp quốc gia năm 2021."
            ),
            (
                "Young-bud green tea by HTX chè Hảo Đạt, Thái Nguyên, "
                "received the title of outstanding rural industrial product (national level) in 2021."
            ),
        ),
        (
            STARS,
            "Chè tôm nõn của HTX chè Hảo Đạt, Thái Nguyên, được công nhận OCOP 4 sao năm 2022.",
            "Young-bud green tea by HTX chè Hảo Đạt, Thái Nguyên, received OCOP 4 stars in 2022.",
        ),
        (
            "awards: [{programme: ocop, stars: 5, status: proposed}]",
            "Chè tôm nõn của HTX chè Hảo Đạt, Thái Nguyên, được đề nghị công nhận OCOP 5 sao.",
            "Young-bud green tea by HTX chè Hảo Đạt, Thái Nguyên, received a nomination for OCOP 5 stars.",
        ),
        (
            "",
            "Chè tôm nõn của HTX chè Hảo Đạt, Thái Nguyên, có trong danh mục này.",
            "Young-bud green tea by HTX chè Hảo Đạt, Thái Nguyên, can be found in this catalog.",
        ),
        (
            "awards: [{programme: cnnt, year: 2015, status: revoked}]",
            "Chè tôm nõn của HTX chè Hảo Đạt, Thái Nguyên, có trong danh mục này.",
            "Young-bud green tea by HTX chè Hảo Đạt, Thái Nguyên, can be found in this catalog.",
        ),
    ],
)
def test_summary_of_a_product(open_catalog: Open, awards: str, vi: str, en: str) -> None:
    """A product without a summary is told in one sentence: who, where, and the best award it was given."""
    assert tea_page(open_catalog, awards).description.startswith(vi)  # a short one gets a sentence more
    assert tea_page(open_catalog, awards, "en").description.startswith(en)


def test_a_written_summary_stands(open_catalog: Open) -> None:
    """What somebody wrote is not replaced by a composed sentence."""
    page = tea_page(open_catalog, NATIONAL + "\nsummary: Chè một búp của **Tân Cương**.")
    assert page.description.startswith("Chè một búp của Tân Cương.")
    assert page.view.summary.html == "<p>Chè một búp của <strong>Tân Cương</strong>.</p>"


def test_summaries_of_places(open_catalog: Open) -> None:
    """A village and a maker without a summary say what they do and where, by the address in force."""
    for language, village, maker in (
        (
            "vi",
            "Làng hương Quảng Phú Cầu ở xã Ứng Thiên, Hà Nội, theo nghề làm hương.",
            "HTX chè Hảo Đạt là hợp tác xã ở xã Tân Cương, Thái Nguyên, có 1 sản phẩm trong danh mục này.",
        ),
        (
            "en",
            "Quảng Phú Cầu incense village is in Ứng Thiên commune, Hà Nội; its craft is incense making.",
            "HTX chè Hảo Đạt is a co-operative in Tân Cương commune, Thái Nguyên with 1 product in this catalog.",
        ),
    ):
        edition = open_catalog({INCENSE: VILLAGE, HOME: MAKER, TEA: PRODUCT})[language]
        assert page_of(edition, "village", "quang-phu-cau").description.startswith(village)
        assert page_of(edition, "maker", "hao-dat").description.startswith(maker)


def test_fallback_is_marked(open_catalog: Open) -> None:
    """English pages show Vietnamese where nobody has translated, and say that it is Vietnamese."""
    more = "materials:\n  - {vi: búp chè, en: tea buds}\n  - củi\n"
    view = tea_page(open_catalog, more, "en").view
    assert view.materials == (Words("Tea buds", None), Words("Củi", "vi"))
    assert view.maker.words == Words("HTX chè Hảo Đạt", "vi")
    assert '<span lang="vi">HTX chè Hảo Đạt</span>' in view.summary.html
    assert "lang=" not in tea_page(open_catalog, more, "vi").view.summary.html


@pytest.mark.parametrize(
    ("award", "as_of", "state", "line", "on_card"),
    [
        (
            "{programme: cnnt, level: quoc-gia, year: 2021}",
            AS_OF,
            "ended",
            "Đạt năm 2021; giấy chứng nhận có giá trị đến 31/12/2024, nay đã hết hạn.",
            "CNNT cấp quốc gia, đạt năm 2021",
        ),
        (
            "{programme: cnnt, level: quoc-gia, year: 2023}",
            AS_OF,
            "current",
            "Đạt năm 2023; giấy chứng nhận có giá trị đến 31/12/2026.",
            "CNNT cấp quốc gia, đạt năm 2023",
        ),
        (
            "{programme: cnnt, level: quoc-gia, year: 2023}",
            date(2027, 1, 1),
            "ended",
            "Đạt năm 2023; giấy chứng nhận có giá trị đến 31/12/2026, nay đã hết hạn.",
            "CNNT cấp quốc gia, đạt năm 2023",
        ),
        (
            "{programme: ocop, stars: 4}",
            AS_OF,
            "unknown",
            "Đã đạt; nguồn không ghi năm, nên không rõ còn giá trị hay không.",
            "OCOP 4 sao, không rõ năm",
        ),
        (
            "{programme: cnnt, year: 2025, status: selected}",
            AS_OF,
            "selected",
            "Hội đồng đã chọn năm 2025; chưa thấy quyết định công nhận.",
            "CNNT, được chọn năm 2025",
        ),
        (
            "{programme: ocop, stars: 5, year: 2024, status: proposed}",
            AS_OF,
            "proposed",
            "Được đề nghị năm 2024; đề nghị chưa phải là công nhận.",
            "OCOP 5 sao, được đề nghị năm 2024",
        ),
    ],
)
def test_states_of_awards(open_catalog: Open, award: str, as_of: date, state: str, line: str, on_card: str) -> None:
    """An award is current only while its last day is known and has not passed; a card never says that it holds."""
    editions = open_catalog({TEA: f"{PRODUCT}awards: [{award}]", HOME: MAKER}, as_of)
    (shown,) = page_of(editions["vi"], "product", "che-tom-non").view.awards
    assert (shown.state, shown.state_line) == (state, line)
    (card,) = page_of(editions["vi"], "maker", "hao-dat").view.products.cards
    assert card.honour == on_card


@pytest.mark.parametrize(
    ("award", "seal", "state"),
    [
        ("{programme: cnnt, level: quoc-gia, year: 2023}", "cnnt-quoc-gia", "current"),
        ("{programme: cnnt, level: tinh, year: 2021}", "cnnt-tinh", "ended"),
        ("{programme: cnnt, year: 2025, status: selected}", "cnnt", "selected"),
        ("{programme: ocop, stars: 4}", "ocop-4", "unknown"),
        ("{programme: ocop, stars: 5, year: 2024, status: proposed}", "ocop-5", "proposed"),
    ],
)
def test_stamps_say_what_an_award_is_worth(open_catalog: Open, award: str, seal: str, state: str) -> None:
    """The stamp of an award shows programme, level or stars, and state, on page and card alike; words say it too."""
    editions = open_catalog({TEA: f"{PRODUCT}awards: [{award}]", HOME: MAKER})
    (shown,) = page_of(editions["vi"], "product", "che-tom-non").view.awards
    (card,) = page_of(editions["vi"], "maker", "hao-dat").view.products.cards
    assert (shown.stamp.seal, shown.stamp.state, shown.state_words) == (seal, state, editions["vi"].t(f"stamp.{state}"))
    assert card.stamp == shown.stamp


def test_every_stamp_is_drawn() -> None:
    """Whatever stamp a page asks for, `stamps.svg` has it, and nothing else."""
    drawn = re.findall(r'<symbol id="([a-z0-9-]+)"', (ROOT / "overrides/assets/stamps.svg").read_text(encoding="utf-8"))
    assert sorted(drawn) == sorted(SEALS)


def test_an_end_without_a_day(open_catalog: Open) -> None:
    """Where it is known that a certificate has run out, but not on which day, the sentence names no day."""
    (shown,) = tea_page(open_catalog, "awards: [{programme: ocop, stars: 4, year: 2021}]").view.awards
    assert shown.state_line == "Đạt năm 2021; giấy chứng nhận nay đã hết hạn."


def test_the_way_down(open_catalog: Open) -> None:
    """A page names the pages above it, home first, each a link."""
    edition = open_catalog({TEA: PRODUCT, HOME: MAKER})["vi"]
    plan = AddressPlan({**PLAN.places, ("home", "vi"): ""}, ("vi", "en"))
    page = page_of(Edition(edition.catalog, plan, edition.t), "product", "che-tom-non")
    assert [(str(above.words), above.uri) for above in page.trail] == [
        ("Trang chủ", ""),
        ("Sản phẩm", "products//"),
    ]


def test_a_computed_day_names_its_rule(open_catalog: Open) -> None:
    """A last day that the catalog worked out says so and names the rule; a printed one says that it is printed."""
    (computed,) = tea_page(open_catalog, NATIONAL).view.awards
    assert "tính theo quy định: Đến ngày 31/12 của năm thứ tư" in computed.rule_line.html
    (inferred,) = tea_page(open_catalog, "awards: [{programme: cnnt, year: 2015}]").view.awards
    assert "suy ra" in inferred.rule_line.html
    (printed,) = tea_page(open_catalog, "awards: [{programme: cnnt, year: 2023, valid_to: 2027-05-01}]").view.awards
    assert printed.state_line == "Đạt năm 2023; giấy chứng nhận có giá trị đến 1/5/2027."
    assert printed.rule_line.html == "<p>Ngày hết hạn theo giấy chứng nhận.</p>"


def test_awards_lead_to_their_round(open_catalog: Open) -> None:
    """An award with a year leads to its round; a proposal, or an award without a year, leads nowhere."""
    given, proposed, undated = tea_page(
        open_catalog,
        "awards:\n  - {programme: cnnt, level: tinh, year: 2021}\n"
        "  - {programme: ocop, stars: 5, year: 2024, status: proposed}\n  - {programme: ocop, stars: 4}\n",
        "en",
    ).view.awards
    assert given.name.uri == "en/award/cnnt-2021-tinh/"
    assert (proposed.name.uri, undated.name.uri) == (None, None)


def test_a_large_round_has_several_pages(open_catalog: Open) -> None:
    """Every product of it stands on exactly one page, each page leads to the others, and none grows with the round."""
    number = 2 * ROWS + 1
    award = "awards: [{programme: cnnt, level: tinh, year: 2021}]\n"
    records = {f"thai-nguyen/hao-dat/che-{n}.yml": PRODUCT + award for n in range(number)}
    edition = open_catalog(records | {HOME: MAKER})["en"]
    slugs = list(KINDS["award"].slugs(edition.catalog))

    pages = [page_of(edition, "award", slug) for slug in slugs]

    assert slugs == ["cnnt-2021-tinh", "cnnt-2021-tinh-2", "cnnt-2021-tinh-3"]
    assert [len(page.view.honoured) for page in pages] == [ROWS, ROWS, 1]
    shown = [row.product.uri for page in pages for row in page.view.honoured]
    assert shown == [edition.uri("product", id_) for id_ in edition.catalog.products]
    assert len({page.title for page in pages}) == 3
    assert [page.view.pager.next for page in pages] == [edition.uri("award", slug) for slug in slugs[1:]] + [None]


def test_a_village_with_many_products_shows_some(open_catalog: Open) -> None:
    """Its page says how many more there are and where, and does not grow with them."""
    records = {f"ha-noi/quang-phu-cau/huong-{n}.yml": PRODUCT for n in range(SHELF + 3)}
    view = page_of(open_catalog(records | {INCENSE: VILLAGE})["vi"], "village", "quang-phu-cau").view

    assert (len(view.products.cards), view.products.more) == (
        SHELF,
        "Còn 3 sản phẩm nữa trong danh sách tất cả sản phẩm",
    )


def test_both_addresses(open_catalog: Open) -> None:
    """Both addresses stand on the page, kinds of units spelt out in the page's language."""
    vi, en = (tea_page(open_catalog, "", language).view.address for language in ("vi", "en"))
    assert (vi.commune, vi.province.words.text) == ("xã Tân Cương", "Thái Nguyên")
    assert vi.before == "xã Tân Cương, thành phố Thái Nguyên, tỉnh Thái Nguyên"
    assert (en.commune, en.before) == (
        "Tân Cương commune",
        "Tân Cương commune, Thái Nguyên city, Thái Nguyên province",
    )


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("Xã Bát Tràng", "Bát Tràng commune"),
        ("P. Vạn Phúc", "Vạn Phúc ward"),
        ("TX Phổ Yên", "Phổ Yên town"),
        ("Thành phố Hà Nội", "Hà Nội city"),
        ("Quận 1", "Quận 1"),
        ("Phường Hà Đông (một phần)", "Phường Hà Đông (một phần)"),
        ("Phú Lương Thượng, Cầu Bầu", "Phú Lương Thượng, Cầu Bầu"),
    ],
)
def test_names_of_units(printed: str, english: str) -> None:
    """A plain name of a unit is put in the page's language; anything else stays as printed."""
    assert unit_name(read_strings("en"), printed) == english


def test_figures_need_a_year(open_catalog: Open) -> None:
    """Figures without a year are counted, not shown; conflicting ones stand side by side, newest first."""
    view = incense(
        open_catalog,
        "figures:\n"
        "  - {metric: so-ho, value: 3000, approx: true, year: 2021}\n"
        "  - {metric: so-lao-dong, min: 60, max: 70, date: 2024-01}\n"
        "  - {metric: so-ho, value: 5, year: 2024, note: một thôn}\n"
        "  - {metric: so-ho, value: 700}\n",
    )
    households, workers = view.figures.first
    assert (str(households.metric), [(one.value, one.when) for one in households.figures]) == (
        "Số hộ",
        [("5", "2024"), ("khoảng 3.000", "2021")],
    )
    assert [(one.value.split("\u00a0")[0], one.when) for one in workers.figures] == [("60–70", "tháng 1/2024")]
    assert view.figures.kept_back == "Bản ghi còn giữ 1 số liệu khác, không nêu ở đây vì nguồn không cho biết năm."


def test_figures_are_drawn_to_one_scale(open_catalog: Open) -> None:
    """Numbers of one thing share a scale, a share is of a hundred, a range is a stretch; a lone number has no bar."""
    view = incense(
        open_catalog,
        "figures:\n"
        "  - {metric: so-ho, value: 400, year: 2021}\n"
        "  - {metric: so-ho, min: 100, max: 300, year: 2024}\n"
        "  - {metric: ty-le-ho-lam-nghe, value: 70, year: 2021}\n"
        "  - {metric: so-lao-dong, value: 9, year: 2021}\n"
        "  - {metric: thay-doi-doanh-so, value: -30, year: 2021}\n",
    )
    bars = {
        str(group.metric): [(one.bar.start, one.bar.length) if one.bar else None for one in group.figures]
        for group in view.figures.first
    }
    assert list(bars.values()) == [[(25.0, 50.0), (0.0, 100.0)], [None], [(0.0, 70.0)], [None]]


def test_many_figures_are_folded(open_catalog: Open) -> None:
    """Six things are told at once, those that villages are compared by first; the page says how many it folds."""
    metrics = ("so-tho-det", "so-nghe-nhan", "dan-so", "so-ho-thanh-vien", "so-ho-sinh-song", "so-ho-se-huong", "so-ho")
    figures = "".join(f"  - {{metric: {metric}, value: 5, year: 2024}}\n" for metric in metrics)
    shown = incense(open_catalog, f"figures:\n{figures}").figures
    assert (str(shown.first[0].metric), len(shown.first)) == ("Số hộ", 6)
    assert ([str(group.metric) for group in shown.others], shown.others_line) == (["Số hộ se hương"], "Thêm 1 số liệu")


def test_sources_of_facts_are_numbers(open_catalog: Open) -> None:
    """A fact whose source is one of the page's names its number there; another source stands in full."""
    known = "{title: Tên khác, url: 'https://www.cand.com.vn/doi-song/lang-huong'}"
    figures = (
        incense(
            open_catalog,
            f"figures:\n  - {{metric: so-ho, value: 5, year: 2024, source: {known}}}\n"
            "  - {metric: so-ho, value: 6, year: 2023, source: {title: Báo cáo}}\n",
        )
        .figures.first[0]
        .figures
    )
    assert [one.source.number for one in figures] == [1, None]


@pytest.mark.parametrize("certainty", ["record", "press", "tradition", "legend", "disputed", "unknown"])
def test_origin_says_how_certain(open_catalog: Open, certainty: str) -> None:
    """An origin never stands without words on how well it is known; only a document makes it certain."""
    origin = incense(open_catalog, f"origin: {{period: thế kỷ XV, certainty: {certainty}}}").origin
    assert origin.certainty.endswith(".")
    assert origin.doubtful == (certainty != "record")


@pytest.mark.parametrize(
    ("rule", "vi", "en"),
    [
        ("lunar: {month: 2, day: 4}", "ngày mồng 4 tháng 2 âm lịch", "day 4 of the second lunar month"),
        ("lunar: {month: 1}", "tháng Giêng âm lịch", "in the first lunar month"),
        (
            "lunar: {month: 12, day: 8, day_end: 12}",
            "từ ngày mồng 8 đến ngày 12 tháng Chạp âm lịch",
            "days 8 to 12 of the twelfth lunar month",
        ),
        ("solar: {month: 9, day: 2}", "ngày 2 tháng 9 dương lịch", "2 September"),
    ],
)
def test_days_in_words(open_catalog: Open, rule: str, vi: str, en: str) -> None:
    """Festival rules are told the way people count days in each language."""
    for language, words in (("vi", vi), ("en", en)):
        (festival,) = incense(open_catalog, f"festivals: [{{name: Hội làng, {rule}}}]", language).festivals
        assert [when.text for when in festival.when] == [words]


def test_a_centroid_is_not_a_gate(open_catalog: Open) -> None:
    """A commune's centre says that it is one, and is given no more digits than it deserves."""
    point = incense(
        open_catalog, "coordinates: {lat: 20.774826, lon: 105.770415, precision: commune, source: Danh sách xã}"
    ).point
    assert (point.text, point.uri) == ("20.775, 105.770", "geo:20.775,105.770")
    assert point.precision.startswith("Tâm của xã, không phải cổng làng")


def test_visit_facts_say_when_they_were_checked(open_catalog: Open) -> None:
    """A fee or an hour says when it was checked, or that nobody has."""
    visit = incense(
        open_catalog,
        "visit: {distance_km: 35, origin: Hà Nội, fee: {vi: 50.000 đồng, checked: 2025-03}, hours: cả ngày}",
    ).visit
    assert [(line.text.text, line.checked) for line in visit.lines] == [
        ("35\u00a0km tính từ Hà Nội", None),
        ("50.000 đồng", "Kiểm tra lại: tháng 3/2025."),
        ("cả ngày", "Chưa kiểm tra lại; nên hỏi trước khi đi."),
    ]


def test_titles_and_givers(open_catalog: Open) -> None:
    """Titles say their year or that it is unknown; an artisan's title says who gave it or that nobody is named."""
    view = incense(
        open_catalog,
        "recognitions:\n  - {type: lang-nghe}\n  - {type: di-san-quoc-gia, year: 2022, number: 1/QĐ}\n"
        "marks: [{type: nhan-hieu-tap-the, title: Hương Cầu}]\n"
        "artisans:\n  - {name: Nguyễn Tiến Thi, title: nghệ nhân, title_by: Hiệp hội Làng nghề Việt Nam, year: 2022}\n"
        "  - {name: Nguyễn Thu Phương, title: nghệ nhân}\n",
    )
    assert [(title.name.text, title.when, title.number) for title in view.recognitions] == [
        ("Di sản văn hóa phi vật thể quốc gia", "2022", "số 1/QĐ"),  # the weightier title first
        ("Làng nghề", None, None),
    ]
    assert view.marks[0].name.text == "Hương Cầu"
    assert [artisan.given.html for artisan in view.artisans] == [
        "<p>Hiệp hội Làng nghề Việt Nam phong tặng, năm 2022</p>",
        "<p>Nguồn không nói nơi nào phong tặng</p>",
    ]


def test_sources(open_catalog: Open) -> None:
    """A source shows its host and date; an address that may not stand in a link is none; a single source is said."""
    records = {INCENSE: VILLAGE, "ha-noi/x/village.yml": VILLAGE.replace("https://www.cand", "javascript://cand")}
    edition = open_catalog(records)["vi"]
    sources = page_of(edition, "village", "quang-phu-cau").view.sources
    assert sources.items[0].where == "cand.com.vn, 21/1/2024"
    assert sources.count_line == "Những điều trên trang này mới dựa vào một nguồn."
    assert page_of(edition, "village", "x").view.sources.items[0].url is None


def test_shelves_are_cut(open_catalog: Open) -> None:
    """A craft with very many products shows sixty and says how many more there are and where."""
    products = {f"thai-nguyen/hao-dat/che-{n}.yml": PRODUCT + "craft: che\n" for n in range(63)}
    view = page_of(open_catalog({HOME: MAKER, **products})["vi"], "craft", "che").view
    assert len(view.products.cards) == 60
    assert view.products.more == "Còn 3 sản phẩm nữa trong danh sách tất cả sản phẩm"
    assert view.products.more_uri == "products//"


def test_beside_a_product(open_catalog: Open) -> None:
    """A product's page shows at most six other products, those of its maker first, and never the product itself."""
    products = {f"thai-nguyen/hao-dat/che-{n}.yml": PRODUCT for n in range(9)}
    view = page_of(open_catalog({HOME: MAKER, **products})["vi"], "product", "che-3").view
    (related,) = view.related
    assert (related.id, len(related.shelf.cards), related.shelf.more) == ("maker", 6, None)
    assert "product/che-3/" not in [card.uri for card in related.shelf.cards]


def test_beside_a_product_stand_its_village_and_craft(open_catalog: Open) -> None:
    """After those of the maker come those of the village, then those of the craft, each product once."""
    craft = PRODUCT + "craft: huong\n"
    records = {
        INCENSE: VILLAGE,
        HOME: MAKER,
        "thai-nguyen/hao-dat/huong-1.yml": craft + "village: quang-phu-cau\n",
        "thai-nguyen/hao-dat/huong-2.yml": craft + "village: quang-phu-cau\n",
        "ha-noi/quang-phu-cau/huong-3.yml": craft,
        "ha-noi/quang-phu-cau/huong-4.yml": craft,
        "ha-noi/x/maker.yml": MAKER,
        "ha-noi/x/huong-5.yml": craft,
    }
    related = page_of(open_catalog(records)["vi"], "product", "huong-1").view.related
    assert [(one.id, [card.uri for card in one.shelf.cards]) for one in related] == [
        ("maker", ["product/huong-2/"]),
        ("village", ["product/huong-3/", "product/huong-4/"]),
        ("craft", ["product/huong-5/"]),
    ]


def test_every_province_has_a_page(open_catalog: Open) -> None:
    """A province without records says so kindly, invites, and still names the provinces it came from."""
    edition = open_catalog({HOME: MAKER, TEA: PRODUCT})["vi"]
    assert len(KINDS["province"].slugs(edition.catalog)) == 34
    empty = page_of(edition, "province", "ca-mau").view
    assert "chưa có bản ghi nào của Cà Mau" in empty.counts.html
    assert empty.formed_from == "Từ ngày 1/7/2025, Cà Mau gồm tỉnh Bạc Liêu và tỉnh Cà Mau trước đây."
    assert empty.invitation.uri == "contribute//"
    full = page_of(edition, "province", "thai-nguyen").view
    assert full.counts.html == "<p>Thái Nguyên có 1 cơ sở và 1 sản phẩm trong danh mục này.</p>"
    assert full.invitation is None


def test_award_round(open_catalog: Open) -> None:
    """A round lists what records name, with makers, provinces and states, and says that it is not the whole list."""
    more = "awards: [{programme: cnnt, level: quoc-gia, year: 2021, decision: {number: 1997/QĐ-BCT, date: 2021-08-23}}]"
    view = page_of(open_catalog({HOME: MAKER, TEA: PRODUCT + more})["vi"], "award", "cnnt-2021-quoc-gia").view
    assert view.name == "Sản phẩm công nghiệp nông thôn tiêu biểu cấp quốc gia năm 2021"
    assert view.decisions == ("Quyết định số 1997/QĐ-BCT ngày 23/8/2021",)
    assert "chưa phải danh sách đầy đủ" in view.counts.html
    (honoured,) = view.honoured
    assert honoured.maker.uri == "maker/hao-dat/"
    assert honoured.province.words.text == "Thái Nguyên"
    assert honoured.state == "ended"


def test_links_lead_only_to_pages_that_exist(open_catalog: Open) -> None:
    """Where a site has no pages of a kind, the words stand without a link."""
    edition = open_catalog({INCENSE: VILLAGE})["vi"]
    bare = Edition(edition.catalog, AddressPlan({("village", "vi"): "lang-nghe/[slug]/"}, ("vi",)), edition.t)
    view = page_of(bare, "village", "quang-phu-cau").view
    assert view.crafts[0].uri is None
    assert view.address.province.uri is None


@pytest.mark.parametrize(
    ("text", "in_sentence", "at_start"),
    [("Làm hương", "làm hương", "Làm hương"), ("OCOP", "OCOP", "OCOP"), ("đỏ", "đỏ", "Đỏ"), ("Ô", "Ô", "Ô")],
)
def test_capitals(text: str, in_sentence: str, at_start: str) -> None:
    """Names lose their capital inside a sentence, abbreviations keep theirs; items of a list gain one."""
    assert inside(Words(text, None)).text == in_sentence
    assert capitalised(Words(text, "vi")) == Words(at_start, "vi")
