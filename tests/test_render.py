"""Promises of `render`: templates get what they ask for, and what a record says comes out as text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import TemplateAssertionError

from catalog import views
from catalog.addresses import AddressPlan
from catalog.index import build_catalog
from catalog.render import Renderer
from catalog.repository import read_repository
from catalog.site import Site, open_site
from catalog.strings import read_strings
from catalog.views import Page
from catalog.views.stamp import SEALS

ROOT = Path(__file__).parents[1]
KINDS = ("product", "village", "maker", "craft", "province", "award")
LANGUAGES = ("vi", "en")
PLAN = AddressPlan(
    {(kind, language): f"{language}/{kind}/[slug]/" for kind in KINDS for language in LANGUAGES}, LANGUAGES
)
VOID = {"br", "hr", "img", "link", "meta", "input", "wbr"}
HOSTILE = (
    "<img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} @@body@@ </script>"
    "<script>alert(1)</script> \"'&amp; [x](javascript:alert(1))"
)


@pytest.fixture(scope="module")
def real() -> Site:
    """Give the real records in both languages."""
    return _open(ROOT)


@pytest.fixture
def hostile(tmp_path: Path) -> Site:
    """Give records that say the worst in every text they have."""
    shutil.copytree(ROOT / "products" / "vocabulary", tmp_path / "products" / "vocabulary")
    text = "'" + HOSTILE.replace("'", "''") + "'"
    shared = (
        f"name: {text}\naliases: [{text}]\nnote: {text}\ndescription: {text}\nuncertain: [{text}]\n"
        f"sources: [{{title: {text}, url: 'javascript:alert(1)', note: {text}}}]\n"
        f"place:\n  before_2025: {{hamlet: {text}, commune: {text}, province: {text}, note: {text}}}\n"
        f"  since_2025: {{commune: {text}, province: ha-noi, published: {text}, uncertain: {text}}}\n"
    )
    records = {
        "village.yml": f"crafts: [huong]\ncraft_words: {text}\nearlier_craft: {text}\nplace_note: {text}\n"
        f"hamlets: [{{name: {text}, role: {text}}}]\nprocess: [{text}]\ngoods: [{text}]\ncolours: [{text}]\n"
        f"origin: {{period: {text}, founder: {text}, certainty: legend, basis: {text}, note: {text}}}\n"
        f"history: [{{when: {text}, what: {text}}}]\nfigures: [{{metric: so-ho, value: 1, year: 2020, note: {text}}}]\n"
        f"recognitions: [{{type: lang-nghe, title: {text}, number: {text}, authority: {text}, area: {text}}}]\n"
        f"marks: [{{type: nhan-hieu-tap-the, title: {text}, note: {text}}}]\n"
        f"artisans: [{{name: {text}, title: {text}, title_by: {text}, role: {text}, hamlet: {text}, note: {text}}}]\n"
        f"makers: [{{name: {text}, note: {text}}}]\n"
        f"festivals: [{{name: {text}, when: {text}, examples: [{text}], note: {text}}}]\n"
        f"market_days: {{calendar: lunar, days: [4], note: {text}}}\nseason: {{text: {text}, note: {text}}}\n"
        f"visit: {{origin: {text}, distance_km: 3, route: {text}, fee: {{vi: {text}}}, activities: [{text}]}}\n"
        f"coordinates: {{lat: 20.7, lon: 105.7, precision: village, source: {text}, note: {text}}}\n",
        "x.yml": f"maker_unknown: true\nmaker_note: {text}\nmaterials: [{text}]\nspecs: [{text}]\n"
        f"price: {{amount: 5, unit: {text}, checked: 2024}}\nawards:\n"
        f"  - {{programme: cnnt, level: tinh, year: 2024, prize: {text}, note: {text}, "
        f"decision: {{number: {text}, issuer: {text}, url: 'javascript:alert(1)'}}}}\n",
    }
    home = tmp_path / "products" / "ha-noi" / "lang"
    home.mkdir(parents=True)
    for name, more in records.items():
        (home / name).write_text(shared + more, encoding="utf-8")
    return _open(tmp_path)


def _open(root: Path) -> Site:
    repository = read_repository(root)
    assert repository.findings == ()
    catalog = build_catalog(repository, date(2026, 11, 23))
    return open_site(
        catalog, PLAN, ROOT / "overrides", site_url="https://example.test/", edit_base="https://git.test/edit/"
    )


class _Reader(HTMLParser):
    """Notes what a browser would see: tags, attributes, text, headings; and that every tag is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.images: list[str] = []
        self.headings: list[int] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        drawn = tag == "image"  # within a drawing a picture is named by `href`
        self.links += [value or "" for name, value in attrs if name == "href" and not drawn]
        self.images += [value or "" for name, value in attrs if name == "src" or (name == "href" and drawn)]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def is_ours(image: str) -> bool:
    """Tell whether a picture's address is one that only our templates write."""
    return re.fullmatch(r"(?:\.\./)+assets/(?:covers|plates)/[a-z0-9-]+\.svg", image) is not None


def pages_of(site: Site, kind: str, language: str) -> Iterator[Page]:
    """Make every page of one kind and language."""
    return (site.page(kind, language, slug) for slug in views.KINDS[kind].slugs(site.catalog))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
class TestRealPages:
    """Every page of every kind with records, in both languages."""

    def test_is_whole(self, real: Site, kind: str, language: str) -> None:
        """Every page can be made; its tags close, it has one main heading and skips no level."""
        for page in pages_of(real, kind, language):
            seen = _Reader(real.renderer.body(page))
            assert seen.headings[0] == 1
            assert seen.headings.count(1) == 1
            assert all(below - above <= 1 for above, below in zip(seen.headings, seen.headings[1:], strict=False))
            assert not seen.tags & {"script", "style", "iframe", "form"}
            assert not seen.attributes & {"style", "onclick"}
            assert all(is_ours(image) for image in seen.images)
            assert page.title
            assert 20 <= len(page.description) <= 450

    def test_links_lead_to_pages(self, real: Site, kind: str, language: str) -> None:
        """Every link within the site is the address of a page."""
        known = {uri for *_, uri in real.addresses()}
        for page in pages_of(real, kind, language):
            for link in _Reader(real.renderer.body(page)).links:
                if link.startswith(f"{page.root}assets/stamps.svg#"):
                    assert link.rpartition("#")[2] in SEALS
                elif link.startswith(page.root):
                    assert link.removeprefix(page.root) in known
                else:
                    assert re.match(r"(https?|geo|tel|mailto):|#[a-z]", link)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "slug"), [("village", "lang"), ("product", "x"), ("award", "cnnt-2024-tinh"), ("province", "ha-noi")]
)
def test_records_come_out_as_text(hostile: Site, kind: str, slug: str, language: str) -> None:
    """Tags, template marks and forged holes in a record are letters on the page and nothing else."""
    seen = _Reader(hostile.renderer.body(hostile.page(kind, language, slug)))
    assert "script" not in seen.tags
    assert "onerror" not in seen.attributes
    assert all(is_ours(image) for image in seen.images)
    assert not [link for link in seen.links if link.lower().startswith("javascript")]
    assert "<img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} @@body@@ </script>" in seen.words


def test_head_names_every_language(real: Site) -> None:
    """Each page names its versions; `nofollow` keeps the theme from fetching the sitemap on every page."""
    page = real.page("craft", "en", "huong")
    assert real.renderer.head(page).startswith(
        '<link rel="alternate nofollow" hreflang="vi" href="https://example.test/vi/craft/huong/">\n'
        '<link rel="alternate nofollow" hreflang="en" href="https://example.test/en/craft/huong/">\n'
    )


def test_head_says_what_a_shared_link_shows(real: Site) -> None:
    """Open Graph: title, description, languages and, at full addresses, the page and its card; nothing by halves."""
    page = real.page("village", "en", "bat-trang")
    with_card = real.renderer.head(replace(page, share_card="assets/cards/x.jpg"))

    assert '<meta property="og:type" content="article">' in with_card
    assert '<meta property="og:locale" content="en_GB">' in with_card
    assert '<meta property="og:locale:alternate" content="vi_VN">' in with_card
    assert '<meta property="og:url" content="https://example.test/en/village/bat-trang/">' in with_card
    assert '<meta property="og:image" content="https://example.test/assets/cards/x.jpg">' in with_card
    assert '<meta name="twitter:card" content="summary_large_image">' in with_card
    assert "og:image" not in real.renderer.head(page)
    assert "og:image" not in real.renderer.head(replace(page, share_card="assets/cards/x.jpg", site_url=""))


def test_correct_this_record(real: Site) -> None:
    """Every record's page leads to its YAML file; a page made from many records leads nowhere."""
    body = real.renderer.body(real.page("village", "vi", "quang-phu-cau"))
    assert 'href="https://git.test/edit/products/ha-noi/quang-phu-cau/village.yml"' in body
    assert "git.test" not in real.renderer.body(real.page("craft", "vi", "huong"))


def test_a_misspelt_field_stops_the_build(tmp_path: Path) -> None:
    """A template that asks for what its view has not is an error, not an empty place."""
    folder = tmp_path / "catalog" / "pages"
    folder.mkdir(parents=True)
    (folder / "x.html").write_text("{{ view.nane }}", encoding="utf-8")
    page = Page(
        kind="x",
        language="vi",
        slug="",
        uri="x/",
        title="",
        description="",
        template="x",
        view=object(),
        t=read_strings("vi"),
        record_file=None,
        alternates=(),
    )
    with pytest.raises(AttributeError, match="nane"):
        Renderer(tmp_path).body(page)


def test_templates_declare_nothing_safe() -> None:
    """No template switches escaping off or writes inline styles and scripts; data for machines are no script."""
    for path in (ROOT / "overrides" / "catalog").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        bare = text.replace('<script type="application/ld+json">', "")
        assert not re.search(r"\|\s*safe|autoescape|<script|<style|\sstyle=|\son[a-z]+=", bare), path.name


def test_classes_have_a_home() -> None:
    """Every stylesheet beside the general ones is named after the template it belongs to."""
    stems = {
        path.stem
        for folder in ("partials", "catalog/partials", "catalog/pages")
        for path in (ROOT / "overrides" / folder).glob("*.html")
    }
    sheets = {path.stem for path in (ROOT / "overrides/assets/stylesheets").glob("*.css")}
    assert sheets - stems <= {"tokens", "fonts", "base", "written", "print"}  # `written`: pages that people wrote


def test_a_variable_that_nobody_gives_is_refused(tmp_path: Path) -> None:
    """A macro sees its own arguments only: what it forgets to ask for stops the build when it is compiled."""
    folder = tmp_path / "catalog" / "partials"
    folder.mkdir(parents=True)
    (folder / "x.html").write_text(
        "{% macro x(view) %}{% if viev %}{{ view }}{% endif %}{% endmacro %}", encoding="utf-8"
    )
    with pytest.raises(TemplateAssertionError, match="viev"):
        Renderer(tmp_path).load()
