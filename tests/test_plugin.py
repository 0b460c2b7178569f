"""MkDocs builds the site by itself, and a poured page is the page MkDocs would have made."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from catalog.build import build_site
from catalog.judged import SiteNotBuilt
from catalog.views import KINDS
from tests.conftest import ROOT, judged_project

SETTINGS = [
    "",
    "site_url: https://example.test/danh-muc/\nrepo_url: https://example.test/git/repo\nedit_uri: edit/main/content/\n",
]


def copy_of_the_project(folder: Path, *, settings: str = "") -> Path:
    """Copy what a build reads; `settings` are added to `mkdocs.yml`."""
    for name in ("content", "overrides", "products"):
        shutil.copytree(ROOT / name, folder / name)
    (ROOT / ".cache").mkdir(exist_ok=True)
    with suppress(OSError):  # not every system lets everybody make links; the pictures are then drawn again
        (folder / ".cache").symlink_to(ROOT / ".cache", target_is_directory=True)
    (folder / "mkdocs.yml").write_text(settings + _without(settings), encoding="utf-8")
    return folder


def _without(settings: str) -> str:
    """Return `mkdocs.yml` without the lines that `settings` replace."""
    names = [line.split(":")[0] for line in settings.splitlines()]
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if line.split(":")[0] not in names)


def moulds() -> list[Path]:
    """Every mould of `content/`, relative to it."""
    return sorted(path.relative_to(ROOT / "content") for path in (ROOT / "content").rglob("[[]slug[]].md"))


def built(project: Path, site: Path) -> Path:
    """Build a project as `catalog build` does."""
    return build_site(project, judged=judged_project(project), site_dir=site).folder


@pytest.mark.parametrize("settings", SETTINGS, ids=["bare", "with-addresses"])
def test_a_poured_page_equals_the_page_of_mkdocs(tmp_path: Path, settings: str) -> None:
    """For every kind and language, byte for byte: overviews; first, middle and last record."""
    project = copy_of_the_project(tmp_path / "project", settings=settings)
    poured = built(project, tmp_path / "poured")
    compared = []
    for mould in moulds():
        text = (project / "content" / mould).read_text(encoding="utf-8")
        pages = sorted(path.name for path in (poured / mould.parent).iterdir() if is_poured(path, mould))
        for slug in {pages[0], pages[len(pages) // 2], pages[-1]}:
            real = project / "content" / mould.parent / f"{slug}.md"
            real.write_text(text.replace("---\n", f"---\nslug: '{slug}'\n", 1), encoding="utf-8")
            compared.append(mould.parent / slug / "index.html")

    overviews = [path.relative_to(project / "content") for path in (project / "content").rglob("*.md")]
    compared += [page_of_source(path) for path in overviews if path not in moulds()]
    whole = (project / "mkdocs.yml").read_text(encoding="utf-8").replace("- catalog", "- catalog: {whole: true}")
    (project / "mkdocs.yml").write_text(whole, encoding="utf-8")

    rendered = built_by_mkdocs(project, tmp_path / "rendered")

    kinds = {name for name, kind in KINDS.items() if kind.slugs is not KINDS["home"].slugs}
    assert len(moulds()) == 2 * len(kinds)
    assert len(compared) >= 2 * len(KINDS)
    different = [str(page) for page in compared if (poured / page).read_bytes() != (rendered / page).read_bytes()]
    assert different == []


def page_of_source(path: Path) -> Path:
    """Return the page of a file of `content/`, both relative."""
    return path.parent / "index.html" if path.name == "index.md" else path.with_suffix("") / "index.html"


def built_by_mkdocs(project: Path, site: Path, *arguments: str) -> Path:
    """Let MkDocs build a project."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site), *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        env={"SOURCE_DATE_EPOCH": "1795392000", "PATH": "/usr/bin:/bin", "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return site


def is_poured(path: Path, mould: Path) -> bool:
    """Tell whether a folder of the site is a record's page of this mould."""
    return (path / "index.html").is_file() and not (ROOT / "content" / mould.parent / path.name).exists()


@pytest.mark.parametrize("arguments", [[], ["--strict"]], ids=["plain", "strict"])
def test_mkdocs_builds_the_site_by_itself(tmp_path: Path, arguments: list[str]) -> None:
    """`mkdocs build` needs nothing of ours but the plugin in `mkdocs.yml`."""
    project = copy_of_the_project(tmp_path / "project")

    built_by_mkdocs(project, tmp_path / "site", *arguments)

    assert (tmp_path / "site/lang-nghe/quang-phu-cau/index.html").is_file()
    assert (tmp_path / "site/en/villages/quang-phu-cau/index.html").is_file()


def test_no_mould_reaches_visitors(built_site: Path) -> None:
    """The page that a mould is cut from leaves the site and the sitemap, and no hole is left anywhere."""
    pages = list(built_site.rglob("*.html"))

    assert [str(page) for page in pages if "[slug]" in str(page) or "%5Bslug" in str(page)] == []
    assert [str(page) for page in pages if re.search(r"@@[a-z.]+@@", page.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("file", "before", "after", "expected"),
    [
        ("content/san-pham/[slug].md", "@@body@@", "", r"content/san-pham/\[slug\]\.md.*@@body@@"),
        ("content/san-pham/[slug].md", "@@body@@", "@@body@@\n\n@@gia@@", r"content/san-pham/\[slug\]\.md.*@@gia@@"),
        ("content/san-pham/[slug].md", "catalog: product", "catalog: produkt", r"\[slug\]\.md.*produkt"),
        ("overrides/main.html", "{{ slots.head }}", "", r"content/.*\.md.*@@catalog\.head@@"),
        (
            "overrides/main.html",
            "{{ slots.head }}",
            "{{ slots.head }}@@catalog.gia@@",
            r"content/.*\.md.*@@catalog\.gia@@",
        ),
    ],
)
def test_a_mould_with_a_mistake_names_its_file(
    tmp_path: Path, file: str, before: str, after: str, expected: str
) -> None:
    """A missing or unknown hole stops the build, before a page with a gap is published."""
    project = copy_of_the_project(tmp_path / "project")
    text = (project / file).read_text(encoding="utf-8")
    assert before in text
    (project / file).write_text(text.replace(before, after), encoding="utf-8")

    with pytest.raises(SiteNotBuilt) as refused:
        built(project, tmp_path / "site")

    assert re.search(expected, str(refused.value), re.DOTALL)


def test_a_record_with_a_mistake_stops_the_build(tmp_path: Path) -> None:
    """Nothing of the old site is touched when a record cannot be read."""
    project = copy_of_the_project(tmp_path / "project")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").write_text("old", encoding="utf-8")
    record = project / "products/ha-noi/quang-phu-cau/village.yml"
    record.write_text(record.read_text(encoding="utf-8") + "\nnam: 3\n", encoding="utf-8")

    with pytest.raises(SiteNotBuilt, match="nam"):
        built(project, tmp_path / "site")

    assert [path.name for path in (tmp_path / "site").iterdir()] == ["old.html"]


HOSTILE = (
    "{{ 7*7 }} </script><script>alert(1)</script> @@catalog.body@@ @@body@@ <img src=x onerror=alert(2)> \\1 {% raw %}"
)


def test_hostile_text_comes_out_as_text(tmp_path: Path) -> None:
    """Markup, templates and forged holes in a record are shown as they were written, in every place of the page."""
    project = copy_of_the_project(tmp_path / "project")
    record = project / "products/ha-noi/quang-phu-cau/village.yml"
    text = record.read_text(encoding="utf-8")
    quoted = "'" + HOSTILE + "'"
    for name in ("name", "summary"):
        hostile = f"{name}:\n  vi: {quoted}\n  en: {quoted}\n"
        text = re.sub(rf"^{name}:\n(?:  .*\n)+", hostile.replace("\\", r"\\"), text, count=1, flags=re.MULTILINE)
    record.write_text(text, encoding="utf-8")

    site = built(project, tmp_path / "site")

    for uri in ("lang-nghe/quang-phu-cau", "en/villages/quang-phu-cau", "lang-nghe", "nghe/huong"):
        html = (site / uri / "index.html").read_text(encoding="utf-8")
        assert "{{ 7*7 }}" in html
        assert "@@catalog.body@@ @@body@@" in html
        assert "&lt;script&gt;alert(1)" in html
        assert "<script>alert" not in html
        assert "<img src=x" not in html


def test_the_page_follows_an_edited_record_under_serve(tmp_path: Path) -> None:
    """`mkdocs serve`: who edits a record sees it on the page without doing anything else."""
    project = copy_of_the_project(tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    page = f"http://{address}/lang-nghe/quang-phu-cau/"
    record = project / "products/ha-noi/quang-phu-cau/village.yml"
    served = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={
            "SOURCE_DATE_EPOCH": "1795392000",
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "NO_MKDOCS_2_WARNING": "1",
        },
    )
    try:
        assert _seen(page, "Lê Xuân Vịnh")
        record.write_text(record.read_text(encoding="utf-8").replace("Lê Xuân Vịnh", "Lê Văn Thử"), encoding="utf-8")
        assert _seen(page, "Lê Văn Thử")
    finally:
        served.terminate()
        served.wait(20)


def _seen(page: str, words: str, seconds: float = 60) -> bool:
    """Ask for a page until it holds the words."""
    for _ in range(int(seconds * 5)):
        try:
            with urllib.request.urlopen(page, timeout=5) as answer:  # noqa: S310 - our own server
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False
