"""What robots read first: sitemaps within the protocol's limits, and a `robots.txt` that keeps out next to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.sitemap import SitemapPage, robots, sitemaps
from tests.conftest import SITE_URL

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}


def page(uri: str, pictures: Sequence[str] = ()) -> SitemapPage:
    """A page that stands in two languages."""
    return SitemapPage(uri, {"vi": uri, "en": f"en/{uri}"}, f"en/{uri}", pictures)


def read(content: bytes) -> ElementTree.Element:
    """Parse a file of ours."""
    return ElementTree.fromstring(content)  # noqa: S314 - our own file


def texts(root: ElementTree.Element, path: str) -> list[str]:
    """The texts of all elements at a path."""
    return [each.text or "" for each in root.iterfind(path, NAMES)]


def test_one_page() -> None:
    """A page is told with its languages, the one for everybody else, and its pictures."""
    (name, content), *others = sitemaps("https://a.test/", [page("nghe/huong/", ["assets/a.jpg", "assets/b&c.jpg"])])

    url = read(content)[0]
    links = {link.attrib["hreflang"]: link.attrib["href"] for link in url.iterfind("x:link", NAMES)}
    assert (name, others) == ("sitemap.xml", [])
    assert texts(read(content), "s:url/s:loc") == ["https://a.test/nghe/huong/"]
    assert links == {
        "vi": "https://a.test/nghe/huong/",
        "en": "https://a.test/en/nghe/huong/",
        "x-default": "https://a.test/en/nghe/huong/",
    }
    assert texts(read(content), "s:url/i:image/i:loc") == [
        "https://a.test/assets/a.jpg",
        "https://a.test/assets/b&c.jpg",
    ]


@given(lengths=st.lists(st.integers(1, 60), max_size=40), addresses=st.integers(1, 9), room=st.integers(0, 3_000))
def test_a_large_site_is_split(lengths: list[int], addresses: int, room: int) -> None:
    """No file is over a limit unless one page is, every page stands in one file, and the index names all files."""
    pages = [page(f"{number}-{'x' * length}/") for number, length in enumerate(lengths)]

    files = dict(sitemaps("https://a.test/", pages, addresses=addresses, size=400 + room))

    index = read(files.pop("sitemap.xml")) if len(files) > 1 else None
    found = []
    for content in files.values():
        listed = texts(read(content), "s:url/s:loc")
        assert len(listed) <= addresses
        assert len(content) <= 400 + room or len(listed) == 1
        found += listed
    assert found == ["https://a.test/" + each.uri for each in pages]
    assert index is None or texts(index, "s:sitemap/s:loc") == [f"https://a.test/{name}" for name in files]


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        ("", ["User-agent: *", "Disallow: /tim-kiem/?", "Disallow: /en/search/?"]),
        (
            "https://a.test/danh-muc/",
            [
                "User-agent: *",
                "Disallow: /danh-muc/tim-kiem/?",
                "Disallow: /danh-muc/en/search/?",
                "",
                "Sitemap: https://a.test/danh-muc/sitemap.xml",
            ],
        ),
    ],
    ids=["no-address", "address"],
)
def test_robots(site_url: str, expected: list[str]) -> None:
    """Only the answers of the search page are kept out; the sitemap is named where the site knows its address."""
    assert robots(site_url, ["tim-kiem/", "en/search/"]).splitlines() == expected


def test_the_sitemap_names_every_page(addressed_site: Path) -> None:
    """A site that knows its address tells robots every page, poured ones too, and no mould; pictures are there."""
    root = read((addressed_site / "sitemap.xml").read_bytes())
    pages = {
        SITE_URL + path.relative_to(addressed_site).as_posix().removesuffix("index.html")
        for path in addressed_site.rglob("*.html")
        if path.name != "404.html"
    }
    pictures = texts(root, "s:url/i:image/i:loc")

    listed = texts(root, "s:url/s:loc")
    assert len(listed) == len(set(listed))
    assert set(listed) == pages
    assert {link.attrib["href"] for link in root.iterfind("s:url/x:link", NAMES)} == pages
    assert pictures
    assert [way for way in pictures if not (addressed_site / way.removeprefix(SITE_URL)).is_file()] == []


def test_a_site_without_an_address_has_no_sitemap(built_site: Path) -> None:
    """A sitemap needs full addresses; without them there is none, and `robots.txt` names none."""
    assert list(built_site.glob("sitemap*")) == []
    assert "Sitemap" not in (built_site / "robots.txt").read_text(encoding="utf-8")
