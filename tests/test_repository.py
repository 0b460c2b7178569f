"""Promises of `repository`: which file is which record, in which order, and nothing lost in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalog.repository import read_repository

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN / "vocabulary", tmp_path / "products" / "vocabulary")
    shutil.copytree(GOLDEN / "check" / "all_well" / "products", tmp_path / "products", dirs_exist_ok=True)
    return tmp_path


def test_tree_is_the_register(project: Path) -> None:
    """Villages and makers are named by their folders, products by their files, all in sorted order."""
    repository = read_repository(project)

    assert [(village.id, village.province_folder) for village in repository.villages] == [("quang-phu-cau", "ha-noi")]
    assert [(maker.id, maker.home) for maker in repository.makers] == [("htx-huong", "products/ha-noi/htx-huong")]
    assert [product.id for product in repository.products] == ["huong-que", "huong-tram"]
    assert repository.record_files == (
        "products/ha-noi/htx-huong/huong-que.yml",
        "products/ha-noi/htx-huong/maker.yml",
        "products/ha-noi/quang-phu-cau/huong-tram.yml",
        "products/ha-noi/quang-phu-cau/village.yml",
    )
    assert repository.findings == ()


def test_words_know_their_place(project: Path) -> None:
    """Each word of a vocabulary knows its file and its position in it."""
    crafts = read_repository(project).vocabulary["crafts"]

    assert [(word.position, word.document.at((word.position, "id")).line) for word in crafts] == [
        (0, 1),
        (1, 3),
        (2, 5),
    ]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("ha-noi/quang-phu-cau/README.md", None),
        ("README.md", None),
        ("schemas/village.schema.json", None),
        ("ha-noi/quang-phu-cau/photos/goc/anh.jpg", None),
        ("ha-noi/quang-phu-cau/.DS_Store", None),
        (".git-keep/x.yml", None),
        ("ha-noi/quang-phu-cau/huong.yml~", "stray-file"),
        ("ha-noi/quang-phu-cau/Thumbs.db", "stray-file"),
        ("ha-noi/quang-phu-cau/huong.yaml", "not-a-record-name"),
        ("ha-noi/quang-phu-cau/Maker.yml", "not-a-record-name"),
        ("ha-noi/quang-phu-cau/cu/huong.yml", "not-a-record-place"),
        ("ha-noi/huong.yml", "not-a-record-place"),
        ("huong.yml", "not-a-record-place"),
        ("vocabulary/mau-sac.yml", "unknown-vocabulary"),
    ],
)
def test_other_files(file: str, code: str | None, project: Path) -> None:
    """A file that is no record is either known to be something else or reported."""
    path = project / "products" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("name: x\n", encoding="utf-8")

    assert [finding.code for finding in read_repository(project).findings] == ([code] if code else [])


def test_a_bad_file_costs_only_itself(project: Path) -> None:
    """Every other record is read although one cannot be."""
    (project / "products/ha-noi/quang-phu-cau/huong-tram.yml").write_bytes(b"\xff\xfe\x00")
    repository = read_repository(project)

    assert [product.id for product in repository.products] == ["huong-que"]
    assert len(repository.villages) == len(repository.makers) == 1
    assert len(repository.findings) == 1
    assert len(repository.record_files) == 4


def test_no_folder_is_the_callers_business(tmp_path: Path) -> None:
    """A missing folder is no mistake in a record: it is raised."""
    with pytest.raises(FileNotFoundError):
        read_repository(tmp_path)
