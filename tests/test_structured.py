"""What pages say to machines: JSON-LD that parses, is complete, light, and says nothing that the page does not."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from catalog.model import Coordinates
from catalog.render import Renderer
from catalog.text import nfc
from catalog.views import page_of
from catalog.views.structured import geo
from tests.conftest import ROOT, SITE_URL
from tests.editions import edition_of, real_catalog

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
UNREAD = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""What is no word of a page."""
LIGHT = 800
"""Most bytes of a page's structured data, gzipped."""
REQUIRED = {
    "Product": {"name", "description", "url"},
    "TouristAttraction": {"name", "description", "url", "address"},
    "Place": {"name", "description", "url", "address"},
    "Organization": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"name", "itemListElement"},
    "ListItem": {"position"},
    "WebSite": {"name", "url", "potentialAction"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "PostalAddress": {"addressCountry", "addressRegion"},
    "GeoCoordinates": {"latitude", "longitude"},
}
"""Every type we use, and what it must have on a site that knows its address."""
INVENTED = {"offers", "aggregateRating", "review", "openingHours", "priceRange"}
OURS = {"@type", "@context", "position", "addressCountry", "query-input", "urlTemplate", "inLanguage", "description"}
"""Names whose values are not words of the page: terms of the vocabulary, numbers, and what its head says."""
ADDRESSES = {"url", "item", "image"}
ABOUT = {
    "lang-nghe/[a-z]*": {"TouristAttraction", "Place"},
    "en/villages/[a-z]*": {"TouristAttraction", "Place"},
    "san-pham/[a-z]*": {"Product"},
    "en/products/[a-z]*": {"Product"},
    "co-so/[a-z]*": {"Organization"},
    "en/makers/[a-z]*": {"Organization"},
}
"""Pages of records → what they are about."""


@dataclass(frozen=True)
class Read:
    """One page and what it says to machines."""

    uri: str
    text: str
    raw: str
    data: dict[str, Any]

    @property
    def nodes(self) -> list[dict[str, Any]]:
        """Every node, inner ones too."""
        return [node for node in _walk(self.data) if "@type" in node]


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _walk(each)


@pytest.fixture(scope="module")
def read(addressed_site: Path) -> list[Read]:
    """Every page of the site that says something to machines."""
    found = []
    for path in sorted(addressed_site.rglob("index.html")):
        text = path.read_text(encoding="utf-8")
        for raw in DATA.findall(text):
            uri = path.relative_to(addressed_site).as_posix().removesuffix("index.html")
            found.append(Read(uri, text, raw, json.loads(raw)))
    return found


def test_every_filled_page_speaks_to_machines_once(read: list[Read], addressed_site: Path) -> None:
    """Each page but those that people wrote has one block of JSON-LD."""
    silent = {
        path.relative_to(addressed_site).as_posix().removesuffix("index.html")
        for path in addressed_site.rglob("index.html")
    }
    written = {
        ("en/" if "en" in path.parts else "") + path.stem + "/"
        for path in (ROOT / "content").rglob("*.md")
        if "\npage:" in path.read_text(encoding="utf-8")
    }

    assert len({page.uri for page in read}) == len(read) > 1_400
    assert silent - {page.uri for page in read} == written


def test_types_are_complete(read: list[Read]) -> None:
    """Each type is one we know and has what robots ask of it; nothing that records do not say is claimed."""
    lacking = [
        (page.uri, node["@type"])
        for page in read
        for node in page.nodes
        if not REQUIRED[node["@type"]] <= set(node) or INVENTED & set(node)
    ]

    assert lacking == []
    assert {node["@type"] for page in read for node in page.nodes} >= set(REQUIRED) - {"GeoCoordinates"}


def test_a_record_is_what_its_page_is_about(read: list[Read], addressed_site: Path) -> None:
    """Villages are places, products are products, makers are organizations."""
    by_uri = {page.uri: page for page in read}
    for pattern, types in ABOUT.items():
        for path in addressed_site.glob(f"{pattern}/index.html"):
            page = by_uri[path.parent.relative_to(addressed_site).as_posix() + "/"]
            assert page.data["@graph"][0]["@type"] in types
            assert page.data["@graph"][0]["url"] == SITE_URL + page.uri


def test_nothing_is_said_that_the_page_does_not_show(read: list[Read]) -> None:
    """Each word stands in the page, each description in its head."""
    unheard = []
    for page in read:
        words = _plain(html.unescape(UNREAD.sub("", page.text)))
        head = html.unescape("".join(re.findall(r'<meta name="description" content="(.*?)"', page.text, re.DOTALL)))
        for node in page.nodes:
            told = [text for name in set(node) - OURS - ADDRESSES for text in _texts(node[name])]
            unheard += [(page.uri, text) for text in told if not _said(text, words, node["@type"])]
            if node["@type"] != "PostalAddress" and node.get("description", head) != head:
                unheard.append((page.uri, node["description"]))

    assert unheard == []


def _texts(value: Any) -> list[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]


def _said(text: str, words: str, type_: str) -> bool:
    if type_ == "WebSite":
        return True  # names of the site, which stand in its header and titles
    return _plain(text) in words or all(_plain(part) in words for part in text.split(", "))


def _plain(text: str) -> str:
    return " ".join(nfc(text).casefold().split())


def test_addresses_lead_to_pages(read: list[Read], addressed_site: Path) -> None:
    """Every address is a full one, and there is a page or a picture at it."""
    broken = []
    for page in read:
        for node in page.nodes:
            for name in ADDRESSES & set(node):
                way = node[name].removeprefix(SITE_URL)
                if way == node[name] or not any((addressed_site / way / end).is_file() for end in ("", "index.html")):
                    broken.append((page.uri, node[name]))

    assert broken == []


def test_trails_lead_from_home_to_the_page(read: list[Read]) -> None:
    """Positions count from one, the way starts at home and ends, without an address, at the page itself."""
    for page in read:
        for node in page.nodes:
            if node["@type"] in ("BreadcrumbList", "ItemList"):
                steps = node["itemListElement"]
                assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            if node["@type"] == "BreadcrumbList":
                assert steps[0]["item"] in (SITE_URL, SITE_URL + "en/")
                assert ["item" in step for step in steps] == [True] * (len(steps) - 1) + [False]


def test_it_is_light(read: list[Read]) -> None:
    """A cheap phone pays little for what it does not show."""
    heavy = {page.uri: len(gzip.compress(page.raw.encode(), 9)) for page in read}

    assert {uri: size for uri, size in heavy.items() if size > LIGHT} == {}


def test_only_awards_that_were_given_are_told(read: list[Read]) -> None:
    """An award that was selected, proposed or revoked is none of a product's; each names its year where it is known."""
    given = {p.id: [a for a in p.value.awards if a.status == "awarded"] for p in real_catalog().products.values()}
    for page in read:
        node = page.data["@graph"][0]
        if node["@type"] == "Product":
            told, known = node.get("award", []), given[page.uri.rstrip("/").rpartition("/")[2]]
            assert len(told) == len(known)
            assert all(str(award.year) in text for award, text in zip(known, told, strict=True) if award.year)


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("exact", (20.12346, 105.65432)), ("village", (20.1235, 105.6543)), ("commune", None)],
)
def test_a_point_is_as_exact_as_it_is_known(precision: str, expected: tuple[float, float] | None) -> None:
    """A village's point has the decimals it deserves; the middle of a commune is no point of a village."""
    point = {"lat": 20.123456, "lon": 105.654321, "precision": precision, "source": "Thử"}

    node = geo(Coordinates.model_validate(point))

    assert (node and (node["latitude"], node["longitude"])) == expected


def test_a_site_without_an_address_gives_none() -> None:
    """What needs a full address is left out; the rest is said."""
    edition = edition_of(real_catalog())
    product = page_of(edition, "product", next(iter(real_catalog().products))).structured

    assert product is not None
    assert [node["@type"] for node in product["@graph"]] == ["Product"]
    assert "url" not in json.dumps(product)
    assert page_of(edition, "products").structured is None


HOSTILE = "</script><script>alert(1)</script><!-- & '\" \u2028 \u2029"


def test_hostile_text_stays_inside_the_data() -> None:
    """No text ends the block or starts a script, and what is read back is what the record said."""
    edition = edition_of(real_catalog())
    page = page_of(edition, "product", next(iter(real_catalog().products)))
    head = Renderer(ROOT / "overrides").head(replace(page, structured={"name": HOSTILE}))
    (raw,) = DATA.findall(head)

    assert not set("<>&\u2028\u2029") & set(raw)
    assert json.loads(raw) == {"name": HOSTILE}
