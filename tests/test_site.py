"""The built site as a robot walks it: a page for every record, no broken way, nothing asked of other hosts."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.conftest import AS_OF, ROOT

SITE = "http://site.test/"
LOADED = {
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "srcset"),
    ("iframe", "src"),
    ("img", "srcset"),
}
"""What a browser fetches by itself (of `link`, only the kinds in `FETCHED_LINKS`)."""
FETCHED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}


class Page(HTMLParser):
    """The addresses and anchors of one page."""

    def __init__(self, path: Path, site: Path) -> None:
        super().__init__()
        self.uri = path.relative_to(site).as_posix().removesuffix("index.html")
        self.ways: list[str] = []
        self.fetched: list[str] = []
        self.anchors: set[str] = set()
        self.headings: list[int] = []
        self.language = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            assert values["id"] not in self.anchors, f"{self.uri}: id {values['id']} twice"
            self.anchors.add(values["id"])
        if tag == "html":
            self.language = values["lang"]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        for name in ("href", "src"):
            if name in values:
                self.ways.append(values[name])
                if (tag, name) in LOADED and (tag != "link" or FETCHED_LINKS & set(values.get("rel", "").split())):
                    self.fetched.append(values[name])


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    """Every page of the site by its address."""
    found = [Page(path, built_site) for path in sorted(built_site.rglob("*.html"))]
    return {page.uri: page for page in found}


def test_every_record_has_a_page_in_both_languages(pages: dict[str, Page]) -> None:
    """Whoever sent a record finds it, in Vietnamese and English."""
    wanted = []
    for path in (ROOT / "products").glob("*/*/*.yml"):
        vi, en = {"village.yml": ("lang-nghe", "villages"), "maker.yml": ("co-so", "makers")}.get(
            path.name, ("san-pham", "products")
        )
        slug = path.parent.name if path.stem in ("village", "maker") else path.stem
        wanted += [f"{vi}/{slug}/", f"en/{en}/{slug}/"]

    assert len(wanted) > 1000
    assert [uri for uri in wanted if uri not in pages] == []


def test_no_internal_link_is_broken(pages: dict[str, Page], built_site: Path) -> None:
    """Every address of every page leads somewhere, anchors included."""
    broken = []
    for page in pages.values():
        base = SITE if page.uri == "404.html" else urljoin(SITE, page.uri)
        for way in page.ways:
            address, anchor = urldefrag(urljoin(base, way))
            if not address.startswith(SITE):
                continue
            uri = unquote(urlsplit(address).path.removeprefix("/"))
            target = pages.get(uri)
            if target is None and not (built_site / uri).is_file():
                broken.append(f"{page.uri}: {way}")
            elif target is not None and anchor and anchor not in target.anchors and not anchor.startswith("__"):
                broken.append(f"{page.uri}: {way} (no such place)")

    assert broken == []


def test_no_page_asks_another_host(pages: dict[str, Page]) -> None:
    """Visitors are not told on to anybody: all that a page loads comes from the site."""
    assert [
        (p.uri, way) for p in pages.values() for way in p.fetched if not urljoin(SITE, way).startswith((SITE, "data:"))
    ] == []


def test_pages_say_their_language(pages: dict[str, Page]) -> None:
    """Screen readers read Vietnamese as Vietnamese and English as English."""
    wrong = [p.uri for p in pages.values() if p.language != ("en" if p.uri.startswith("en/") else "vi")]

    assert wrong == []


def test_headings_stand_in_order(pages: dict[str, Page]) -> None:
    """Each page has one main heading, first, and no level is left out on the way down."""
    wrong = [
        page.uri
        for page in pages.values()
        if page.headings[:1] != [1]
        or page.headings.count(1) != 1
        or any(b > a + 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
    ]

    assert wrong == []


def test_each_page_leads_to_its_other_language(pages: dict[str, Page]) -> None:
    """The language links of two pages point at each other."""
    lonely = []
    for page in pages.values():
        if page.uri == "404.html":
            continue
        others = [
            pages[uri]
            for way in page.ways
            if (uri := urljoin(SITE, unquote(urljoin(urljoin(SITE, page.uri), way))).removeprefix(SITE)) in pages
            and pages[uri].language != page.language
        ]
        if not any(urljoin(SITE, page.uri) in {urljoin(urljoin(SITE, o.uri), way) for way in o.ways} for o in others):
            lonely.append(page.uri)

    assert lonely == []


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "environment",
    [{"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4321", "LC_ALL": "C"}],
    ids=["other-zone-seed-locale-path"],
)
def test_two_builds_are_byte_identical(built_site: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    """Another time zone, hash seed, locale and folder give the same site."""
    site = tmp_path / "another folder" / "site"

    subprocess.run(
        [sys.executable, "-m", "catalog", "build", "--as-of", AS_OF, "--site-dir", str(site)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", **environment},
    )

    ours, theirs = tree(built_site), tree(site)
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
