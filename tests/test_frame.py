"""Promises of `frame`: what MkDocs made is used again exactly as long as nothing it depends on has changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.addresses import AddressPlan
from catalog.frame import Frame, frame_key, keep_frame, recall_frame
from catalog.pour import Mould
from catalog.search import WrittenPage

KEY = "0" * 64
SCRIPTS = str(Path(__file__).parents[1] / "scripts")
texts = st.text(max_size=20)
frames = st.builds(
    Frame,
    plan=st.builds(
        AddressPlan,
        st.dictionaries(st.tuples(texts, texts), texts, max_size=3),
        st.lists(texts, max_size=3).map(tuple),
    ),
    moulds=st.dictionaries(
        st.tuples(texts, texts, texts), st.builds(Mould, st.lists(texts, min_size=1).map(tuple)), max_size=3
    ),
    own_pages=st.frozensets(st.tuples(texts, texts, texts), max_size=3),
    written=st.lists(st.tuples(texts, st.builds(WrittenPage, texts, texts, texts, texts)), max_size=3).map(tuple),
    files=st.dictionaries(texts, st.binary(max_size=50), max_size=4),
    site_url=texts,
    edit_base=texts,
    site_dir=texts,
    warnings=st.lists(texts, max_size=3).map(tuple),
)


@given(frame=frames)
def test_a_frame_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, frame: Frame) -> None:
    """Nothing is lost or changed by keeping it."""
    file = tmp_path_factory.mktemp("cache") / "frame"

    keep_frame(file, KEY, frame)

    assert recall_frame(file, KEY) == frame


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Give a file that holds a frame."""
    frame = Frame(
        plan=AddressPlan({("home", "vi"): ""}, ("vi",)),
        moulds={("home", "vi", ""): Mould(("<p>", "body", "</p>"))},
        files={"404.html": b"<html></html>"},
        site_url="",
        edit_base="",
        site_dir="site",
    )
    keep_frame(tmp_path / "frame", KEY, frame)
    return tmp_path / "frame"


@pytest.mark.parametrize("place", [0, 20, 100, -1])
def test_a_damaged_frame_is_made_again(kept: Path, place: int) -> None:
    """One changed byte anywhere, and nobody trusts it."""
    content = bytearray(kept.read_bytes())
    content[place] ^= 1
    kept.write_bytes(content)

    assert recall_frame(kept, KEY) is None


def test_a_frame_of_something_else_is_not_taken(kept: Path) -> None:
    """Another key, a file cut short, no file: no frame."""
    assert recall_frame(kept, "1" * 64) is None
    kept.write_bytes(kept.read_bytes()[:-1])
    assert recall_frame(kept, KEY) is None
    kept.unlink()
    assert recall_frame(kept, KEY) is None


def test_a_frame_that_cannot_be_kept_hurts_nobody(kept: Path) -> None:
    """The next build makes it again."""
    frame = recall_frame(kept, KEY)
    assert frame is not None

    keep_frame(kept / "no folder", KEY, frame)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give the files that a frame is made from."""
    for folder in ("content", "overrides", "products"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.md").write_text("a", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text('site_url: !ENV [SITE_URL, OTHER_URL, ""]\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("file", ["content/a.md", "overrides/a.md", "mkdocs.yml", "content/b.md"])
def test_whatever_mkdocs_reads_changes_the_key(project: Path, file: str) -> None:
    """A page, a template, a setting: changed or new."""
    before = frame_key(project, {})
    with (project / file).open("a", encoding="utf-8") as changed:
        changed.write("#")

    assert frame_key(project, {}) != before


def test_a_renamed_page_changes_the_key(project: Path) -> None:
    """Its address is another one."""
    before = frame_key(project, {})
    (project / "content/a.md").rename(project / "content/c.md")

    assert frame_key(project, {}) != before


def test_variables_count_that_the_settings_name(project: Path) -> None:
    """The site's address comes from the environment; what else stands there is nobody's business."""
    before = frame_key(project, {"HOME": "/a"})

    assert frame_key(project, {"HOME": "/b"}) == before
    assert frame_key(project, {"SITE_URL": "https://a.example/"}) != before
    assert frame_key(project, {"OTHER_URL": "https://a.example/"}) != before


def test_records_do_not_count(project: Path) -> None:
    """Whoever edits a record never waits for MkDocs."""
    before = frame_key(project, {})
    (project / "products/a.md").write_text("b", encoding="utf-8")

    assert frame_key(project, {}) == before


def test_a_known_frame_needs_no_mkdocs() -> None:
    """MkDocs, and all it brings, is not loaded by the module that builds."""
    asked = "import sys, catalog.build; print([name for name in ('mkdocs', 'markdown', 'PIL') if name in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": SCRIPTS},
    )

    assert done.stdout.strip() == "[]"
