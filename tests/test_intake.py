"""Promises of taking a photo in: the record gains lines and loses nothing, the picture keeps its pixels only."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image
from typer.testing import CliRunner

from catalog.cli import main
from catalog.intake import NotTakenIn, Submission, clean, take_in, with_photos
from catalog.model import Village
from catalog.repository import read_repository
from catalog.source import read_document
from tests.photos import GPS_IFD, photo

GOLDEN = Path(__file__).parent / "golden"
HOME = "products/ha-noi/quang-phu-cau"
FILE = f"{HOME}/village.yml"
NEW: dict[str, object] = {
    "file": "san-1.jpg",
    "alt": {"vi": "Sân phơi hương đỏ"},
    "credit": "Nguyễn Văn Ví Dụ",
    "licence": "cc-by-4-0",
}
ADDED = """\
  - file: san-1.jpg
    alt:
      vi: Sân phơi hương đỏ
    credit: Nguyễn Văn Ví Dụ
    licence: cc-by-4-0
"""
HEAD = """\
# yaml-language-server: $schema=../../schemas/village.schema.json
name: Làng hương   # hai dấu cách
crafts: [huong]
"""
PLACE = """\
place:
  since_2025:
    province: ha-noi
"""
SOURCES = """\
# nguồn đọc ngày 3/2
sources:
  - title: 'Báo Hà Nội mới'
"""
UNUSUAL = """\
-   file: a.jpg
    alt: |
      Cổng

      # làng
    credit: A
    licence: b
"""
PHOTO = """\
  # ảnh cũ
  - file: cong-1.jpg
    alt: Cổng làng lợp ngói
    # giữa chừng
    credit: "Trần Thị Ví Dụ"
    licence: cc0-1-0
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN / "vocabulary", tmp_path / "products" / "vocabulary")
    shutil.copytree(GOLDEN / "check" / "photo_folder_missing" / "products", tmp_path / "products", dirs_exist_ok=True)
    record = tmp_path / FILE
    record.write_text(record.read_text(encoding="utf-8").split("photos:")[0], encoding="utf-8")
    return tmp_path


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A photo as a phone sends it: sideways, large, telling where it was taken."""
    path = tmp_path / "IMG_0001.JPG"
    path.write_bytes(photo(3600, 1200, position=True, orientation=6))
    return path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD + PLACE + SOURCES, HEAD + PLACE + "photos:\n" + ADDED + SOURCES),
        (HEAD + PLACE + "\n" + SOURCES, HEAD + PLACE + "photos:\n" + ADDED + "\n" + SOURCES),
        (HEAD + SOURCES + PLACE, HEAD + "photos:\n" + ADDED + SOURCES + PLACE),
        (HEAD + PLACE + SOURCES + "photos:\n" + PHOTO, HEAD + PLACE + SOURCES + "photos:\n" + PHOTO + ADDED),
        (
            HEAD + "photos:\n" + PHOTO + "\n# về làng\n" + PLACE + SOURCES,
            HEAD + "photos:\n" + PHOTO + ADDED + "\n# về làng\n" + PLACE + SOURCES,
        ),
        (
            HEAD + PLACE + SOURCES + "photos:\n" + PHOTO.rstrip("\n"),  # the last line has no end
            HEAD + PLACE + SOURCES + "photos:\n" + PHOTO + ADDED,
        ),
        (HEAD + "photos: []\n" + PLACE + SOURCES, HEAD + "photos:\n" + ADDED + PLACE + SOURCES),
        (
            HEAD + "photos:\n" + UNUSUAL + PLACE + SOURCES,
            HEAD + "photos:\n" + UNUSUAL + "-   " + ADDED.removeprefix("  - ") + PLACE + SOURCES,
        ),
        (
            HEAD + "photos:\n" + PHOTO + "    caption: >\n      Cổng làng\n\n" + PLACE + SOURCES,
            HEAD + "photos:\n" + PHOTO + "    caption: >\n      Cổng làng\n" + ADDED + "\n" + PLACE + SOURCES,
        ),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_lines_are_added(before: str, after: str, ending: str, mark: str) -> None:
    """Comments, order, quotes, blank lines, line ends and a byte order mark stay; the new lines are all that is new."""
    changed = with_photos((mark + before).replace("\n", ending).encode(), FILE, Village, [NEW])

    assert changed.decode() == (mark + after).replace("\n", ending)


def test_mixed_line_ends_stay_mixed() -> None:
    """Line ends of the lines that were there are not touched, whatever they are."""
    before = (HEAD.replace("\n", "\r\n") + PLACE + SOURCES).encode()

    changed = with_photos(before, FILE, Village, [NEW])

    assert changed.startswith(HEAD.replace("\n", "\r\n").encode() + PLACE.encode() + b"photos:\r\n")
    assert changed.endswith(SOURCES.encode())


@pytest.mark.parametrize(
    "photos",
    [
        "photos: [{file: a.jpg, alt: Cổng làng cũ, credit: A, licence: b}]\n",
        "photos:\n  -\n    file: a.jpg\n    alt: Cổng\n    credit: A\n    licence: b\n",
    ],
)
def test_unusual_lists_are_refused(photos: str) -> None:
    """Photos that are written in brackets or otherwise unusually are left alone, and the author is told why."""
    with pytest.raises(NotTakenIn) as refused:
        with_photos((HEAD + photos + PLACE + SOURCES).encode(), FILE, Village, [NEW])

    assert [finding.code for finding in refused.value.findings] == ["photos-not-placed"]


@given(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=60))
@example("true")
@example("0123")
@example("- a: b # c")
@example("'\"{[&*!|>%@`")
@example("“Ngoặc cong”")
@example("a: 'b'")
@example("x\ny: z")
@example("2024-01-02")
@example("\\u202e")
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_hostile_words_come_back_or_are_refused(alt: str) -> None:
    """Whatever is said of a photo reads back as exactly that, or the record stays as it was."""
    fields = Submission(file=Path("x"), alt=alt, credit=alt, licence="cc0-1-0").fields("x-1.jpg")
    before = (HEAD + PLACE + SOURCES).encode()

    try:
        changed = with_photos(before, FILE, Village, [fields])
    except NotTakenIn:
        pass  # nothing was written: this is only a text
    else:
        document, _ = read_document(changed, FILE)
        assert document is not None
        assert document.data["photos"] == [fields]
        assert document.data["name"] == "Làng hương"


def test_a_photo_is_taken_in(project: Path, picture: Path) -> None:
    """The picture comes out upright, small and bare, under a telling name that is still free; the record says so."""
    (project / HOME / "photos").mkdir()
    (project / HOME / "photos" / "San-phoi-huong-do-1.PNG").touch()
    (entry,) = read_repository(project).villages
    submission = Submission(file=picture, alt="Sân phơi hương đỏ", alt_en="Yard", credit="An", licence="cc0-1-0")

    added = take_in(project, entry, [submission, submission])

    assert added == (f"{HOME}/photos/san-phoi-huong-do-2.jpg", f"{HOME}/photos/san-phoi-huong-do-3.jpg")
    with Image.open(project / added[0], formats=["JPEG"]) as image:
        assert image.size == (1000, 3000)
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    (after,) = read_repository(project).villages
    assert [each.file for each in after.value.photos] == ["san-phoi-huong-do-2.jpg", "san-phoi-huong-do-3.jpg"]
    assert after.value.photos[0].alt.en == "Yard"


def test_what_shows_through_stays_so(project: Path, tmp_path: Path) -> None:
    """A picture with transparency is kept as PNG, with its transparency."""
    drawing = tmp_path / "hinh.png"
    Image.new("RGBA", (700, 500), (200, 30, 30, 90)).save(drawing)
    (entry,) = read_repository(project).villages

    (added,) = take_in(project, entry, [Submission(file=drawing, alt="Hoa sen đỏ", credit="An", licence="cc0-1-0")])

    with Image.open(project / added, formats=["PNG"]) as image:
        assert added.endswith("hoa-sen-do-1.png")
        assert image.mode == "RGBA"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"file": "trang.jpg"}, "picture-unknown"),
        ({"alt": "Chữ \u202e đảo chiều"}, "hidden-character"),
        ({"consent": "hôm qua", "people": True}, "not-a-date"),
        ({"credit": "\u0410n"}, "lookalike-letter"),
    ],
)
def test_failure_changes_nothing(
    change: dict[str, object], code: str, project: Path, picture: Path, tmp_path: Path
) -> None:
    """When a picture or a word will not do, no file is written and no folder made."""
    (tmp_path / "trang.jpg").write_text("<!doctype html>", encoding="utf-8")
    values: dict[str, object] = {"file": picture, "alt": "Sân phơi", "credit": "An", "licence": "cc0-1-0"}
    values |= change | ({"file": tmp_path / str(change["file"])} if "file" in change else {})
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    (entry,) = read_repository(project).villages

    with pytest.raises(NotTakenIn) as refused:
        take_in(project, entry, [Submission(**values)])  # type: ignore[arg-type]

    assert code in [finding.code for finding in refused.value.findings]
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
    assert not (project / HOME / "photos").exists()


def test_a_record_that_cannot_be_written_leaves_no_picture(
    project: Path, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the record cannot be replaced, the picture written before it is taken away again."""
    (entry,) = read_repository(project).villages
    record = (project / FILE).read_bytes()

    def full_disk(*_: object) -> None:
        assert (project / HOME / "photos" / "cong-lang-1.jpg").exists()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("catalog.intake.write_atomically", full_disk)
    with pytest.raises(OSError, match="No space"):
        take_in(project, entry, [Submission(file=picture, alt="Cổng làng", credit="An", licence="cc0-1-0")])

    assert not (project / HOME / "photos").exists()
    assert (project / FILE).read_bytes() == record


def test_clean_strips_in_place(project: Path) -> None:
    """A picture that is there already loses its luggage and keeps its name; a clean one is not touched."""
    (project / HOME / "photos").mkdir()
    file = f"{HOME}/photos/san-1.jpg"
    (project / file).write_bytes(photo(800, 600, position=True))

    assert clean(project, file) is True
    cleaned = (project / file).read_bytes()
    with Image.open(io.BytesIO(cleaned), formats=["JPEG"]) as image:
        assert not image.getexif().get_ifd(GPS_IFD)
    assert clean(project, file) is False
    assert (project / file).read_bytes() == cleaned


ANSWERS = ["--alt", "Sân phơi hương đỏ", "--credit", "An", "--licence", "cc-by-4-0", "--no-people"]


@pytest.mark.parametrize("record", ["quang-phu-cau", HOME, FILE])
def test_the_command_adds(record: str, project: Path, picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record is named by id, folder or file; the photo doctor looks at the new picture at once."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")

    result = CliRunner().invoke(main, ["photo", "add", record, str(picture), *ANSWERS])

    assert result.exit_code == 0, result.output
    assert f"Đã thêm {HOME}/photos/san-phoi-huong-do-1.jpg." in result.output
    assert "photo-small-cover" in result.output


@pytest.mark.parametrize("missing", ["--alt", "--credit", "--licence", "--no-people"])
def test_nobody_to_ask_is_a_clear_error(
    missing: str, project: Path, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal every answer must be given as an option; which one is missing is said, nothing changes."""
    monkeypatch.chdir(project)
    at = ANSWERS.index(missing)
    options = ANSWERS[:at] + ANSWERS[at + (1 if missing == "--no-people" else 2) :]
    before = (project / FILE).read_bytes()

    result = CliRunner().invoke(main, ["photo", "add", "quang-phu-cau", str(picture), *options])

    assert result.exit_code == 2
    assert missing in result.output
    assert (project / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["quang-phu-cao"], "quang-phu-cau"),
        (["../../etc"], "Không có bản ghi"),
        (["quang-phu-cau", "khong-co.jpg"], "Không thấy ảnh"),
        (["quang-phu-cau", "IMG_0001.JPG", "--alt", "a", "--alt", "b"], "2 lần --alt"),
        (["quang-phu-cau", "IMG_0001.JPG", *ANSWERS, "--licence", "cc-by"], "cc-by-4-0"),
    ],
)
def test_the_command_explains(
    arguments: list[str], said: str, project: Path, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not understood is said with what to write instead."""
    monkeypatch.chdir(project)
    given = arguments if len(arguments) > 1 else [*arguments, picture.name]

    result = CliRunner().invoke(main, ["photo", "add", *given])

    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output
