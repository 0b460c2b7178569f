"""Promises of `checks` beyond the golden cases: coverage of the sentences, quiet where unsure, links, twins, speed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from catalog.checks import check_repository
from catalog.checks.known import bare_province
from catalog.diagnostics import Diagnostic, format_json, in_reading_order
from catalog.index import build_catalog
from catalog.messages import MESSAGES
from catalog.repository import read_repository
from catalog.source import read_document

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
AS_OF = date(2026, 11, 23)
SOURCES = ROOT / "scripts" / "catalog"


def check(root: Path, as_of: date = AS_OF) -> list[Diagnostic]:
    repository = read_repository(root)
    return in_reading_order([*repository.findings, *check_repository(repository, build_catalog(repository, as_of))])


def codes(findings: list[Diagnostic]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN / "vocabulary", tmp_path / "products" / "vocabulary")
    shutil.copytree(GOLDEN / "check" / "all_well" / "products", tmp_path / "products", dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def edit(project: Path) -> Callable[..., None]:
    """Give a function that replaces words in a file of the project."""

    def replace(file: str, *pairs: tuple[str, str]) -> None:
        path = project / "products" / file
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    return replace


def test_real_records_have_no_errors() -> None:
    """The catalog itself passes its own checks."""
    assert [finding for finding in check(ROOT) if finding.severity == "error"] == []


def test_every_code_is_a_message() -> None:
    """Each code that the checks and the register use has its sentence, and each of their sentences is used."""
    files = [*sorted((SOURCES / "checks").glob("*.py")), SOURCES / "repository.py"]
    written = "".join(path.read_text(encoding="utf-8") for path in files)
    used = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', written)) & set(MESSAGES)
    asked = set(re.findall(r'(?:code=|diagnose\(\s*|_check_reference\()"([a-z-]+)"', written))
    begin, end = list(MESSAGES).index("not-a-record-name"), list(MESSAGES).index("date-far-ahead")
    ours = set(list(MESSAGES)[begin : end + 1])

    assert asked <= set(MESSAGES)
    assert ours - used == set()


def test_every_rule_has_a_case() -> None:
    """Each sentence of the checks is printed by a golden case or by a test of this file."""
    printed = {
        code
        for case in (GOLDEN / "check").iterdir()
        for code in re.findall(r"(?:lỗi|nhắc)\[([a-z0-9-]+)\]", (case / "expected.txt").read_text(encoding="utf-8"))
    }
    here = Path(__file__).read_text(encoding="utf-8")
    begin, end = list(MESSAGES).index("not-a-record-name"), list(MESSAGES).index("date-far-ahead")

    assert [code for code in list(MESSAGES)[begin : end + 1] if code not in printed and f'"{code}"]' not in here] == []


def test_findings_do_not_depend_on_the_way(project: Path, edit: Callable[..., None]) -> None:
    """The same records give the same findings, byte for byte."""
    edit("ha-noi/quang-phu-cau/village.yml", ("- huong", "- hung"))
    edit("ha-noi/htx-huong/maker.yml", ("quang-phu-cau", "quang-phu"))

    assert format_json(check(project)) == format_json(check(project))


def test_an_unreadable_village_is_still_there(project: Path, edit: Callable[..., None]) -> None:
    """One mistake in a village gives one finding, not one more for each product and maker of it."""
    edit("ha-noi/quang-phu-cau/village.yml", ("crafts:", "crafs:"))

    assert codes(check(project)) == ["unknown-field"]


def test_a_broken_vocabulary_accuses_nobody(project: Path, edit: Callable[..., None]) -> None:
    """While a vocabulary cannot be read, no record is told that its words are wrong."""
    edit("vocabulary/crafts.yml", ("id: huong", "id: Hương"))

    assert codes(check(project)) == ["not-a-slug"]


def test_a_missing_vocabulary_is_named_once(project: Path) -> None:
    """A vocabulary that is not there is one finding."""
    (project / "products" / "vocabulary" / "crafts.yml").unlink()

    assert codes(check(project)) == ["missing-vocabulary"]


def test_links_are_never_followed(project: Path) -> None:
    """A link is reported, be it in place of a record, a folder or a picture."""
    home = project / "products" / "ha-noi" / "quang-phu-cau"
    outside = project / "outside.yml"
    outside.write_bytes((home / "huong-tram.yml").read_bytes())
    (home / "la.yml").symlink_to(outside)
    (home.parent / "khac").symlink_to(project)
    (home / "photos" / "etc.jpg").symlink_to("/etc/hostname")

    findings = check(project)

    assert codes(findings) == ["not-a-file"] * 3
    assert "<" not in "".join(finding.sentence("vi") for finding in findings)


def test_twins_on_other_computers(project: Path) -> None:
    """Two pictures whose names differ only in capitals are one file on Windows and macOS."""
    photos = project / "products" / "ha-noi" / "quang-phu-cau" / "photos"
    (photos / "San-Phoi.jpg").touch()
    if len(list(photos.iterdir())) == 1:
        pytest.skip("this disk does not tell them apart")

    assert sorted(codes(check(project))) == sorted(["photo-unused", "file-twins"])


def test_ids_that_differ_in_capitals_are_taken(project: Path) -> None:
    """`Huong-Tram` and `huong-tram` would be one address."""
    home = project / "products" / "ha-noi" / "htx-huong"
    (home / "Huong-Tram.yml").write_bytes((home / "huong-que.yml").read_bytes())

    found = [(finding.code, finding.at.file.rpartition("/")[2]) for finding in check(project)]

    assert ("id-not-slug", "Huong-Tram.yml") in found
    assert ("id-taken", "Huong-Tram.yml") in found
    assert ("id-taken", "huong-tram.yml") in found


def test_an_unread_record_may_use_a_picture(project: Path, edit: Callable[..., None]) -> None:
    """A picture is not called unused while a record of its home cannot be read."""
    edit("ha-noi/quang-phu-cau/village.yml", ("crafts:", "crafs:"))

    assert "photo-unused" not in codes(check(project))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2026-11-23", None),  # today
        ("2026-11", None),
        ("2026", None),
        ("2026-11-24", "date-in-future"),
        ("2026-12", "date-in-future"),
        ("2027", "date-in-future"),
        ("2027-11-24", "date-in-future"),
        ("2027-11-25", "date-far-ahead"),
        ("2028", "date-far-ahead"),
    ],
)
def test_future(value: str, code: str | None, project: Path, edit: Callable[..., None]) -> None:
    """Only what certainly lies ahead is in the future; within a year it may be the clone that is old: a warning."""
    edit("ha-noi/quang-phu-cau/village.yml", ("date: 2024-01-21", f"date: {value}"))

    assert codes(check(project)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("gọi 0912345678 nhé", "0912345678"),
        ("gọi 0912.345.678", "0912.345.678"),
        ("gọi +84 91 234 5678", "+84 91 234 5678"),
        ("bàn 024 3869 1234", "024 3869 1234"),
        ("năm 1997, 3.000 hộ, 70 tấn", None),
        ("Quyết định 1997/QĐ-BCT ngày 23/8/2021", None),
        ("mã số 8938501234567", None),
        ("giá 450.000.000 đồng", None),
    ],
)
def test_phone_numbers_in_texts(text: str, phone: str | None, project: Path, edit: Callable[..., None]) -> None:
    """A Vietnamese telephone number is found however it is spaced; other numbers are left in peace."""
    edit("ha-noi/quang-phu-cau/village.yml", ("crafts:", f'description: "{text}"\ncrafts:'))

    assert [finding.facts["phone"] for finding in check(project)] == ([phone] if phone else [])


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://cand.com.vn/bai", None),
        ("http://langngheviet.com.vn/", None),
        ("https://notbaomoi.com/bai", None),
        ("https://baomoi.com/bai", "unfit-host"),
        ("https://BAOMOI.com./bai", "unfit-host"),
        ("https://a.b.baomoi.com/bai", "unfit-host"),
        ("ftp://cand.com.vn/bai", "address-form"),
        ("javascript:alert(1)", "address-form"),
        ("//cand.com.vn/bai", "address-form"),
        ("mailto:a@cand.com.vn", "address-form"),
        ("https://user:pass@cand.com.vn/", "address-form"),
    ],
)
def test_addresses(url: str, code: str | None, project: Path, edit: Callable[..., None]) -> None:
    """A source is a web page on a fit host; a host's subdomains count as the host, look-alikes do not."""
    edit("ha-noi/quang-phu-cau/village.yml", ("url: https://cand.com.vn/doi-song/lang-huong", f'url: "{url}"'))

    assert codes(check(project)) in ([[code]] if code else [[]])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Thành phố Hà Nội", "TP. Hà Nội", True),
        ("tỉnh Khánh Hòa", "Khánh Hoà", True),
        ("Tỉnh Thừa Thiên - Huế", "Thừa Thiên Huế", True),
        ("Tỉnh Hà Nam", "Tỉnh Hà Nàm", False),
        ("Tỉnh Bình Định", "Tỉnh Bình Dương", False),
    ],
)
def test_names_of_provinces(one: str, other: str, same: bool) -> None:
    """Names of provinces are compared without their kind, tone placement and hyphens, but with their marks."""
    assert (bare_province(one) == bare_province(other)) is same


def test_district_award_of_an_uncertain_day(project: Path, edit: Callable[..., None]) -> None:
    """An award known to be of 2025 may be of either half of the year, so both levels pass."""
    for level in ("huyen", "xa"):
        edit("ha-noi/quang-phu-cau/huong-tram.yml", ("year: 2024", "year: 2025"), ("level: tinh", f"level: {level}"))
        assert codes(check(project)) == []
        edit("ha-noi/quang-phu-cau/huong-tram.yml", ("year: 2025", "year: 2024"), (f"level: {level}", "level: tinh"))


def test_findings_stand_at_the_value(project: Path, edit: Callable[..., None]) -> None:
    """A finding's line and column lead to the very word."""
    edit("ha-noi/quang-phu-cau/village.yml", ("- huong", "- hung"))
    text = (project / "products/ha-noi/quang-phu-cau/village.yml").read_text(encoding="utf-8")

    (finding,) = check(project)

    line = text.splitlines()[finding.at.line - 1]
    assert line[finding.at.column - 1 :] == "hung"
    assert read_document(text.encode(), "x.yml")[0] is not None
