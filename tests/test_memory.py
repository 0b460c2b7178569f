"""Promises of `recall`, `reads` and `memory`: what is recalled is what would be worked out again, always."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.addresses import AddressPlan
from catalog.checks import check_record, check_repository
from catalog.diagnostics import Diagnostic, format_text, has_errors, in_reading_order
from catalog.index import FOLLOWS, Catalog, build_catalog
from catalog.memory import Memory
from catalog.pour import slots_of
from catalog.reads import note, reading
from catalog.recall import Recall
from catalog.repository import Repository, read_repository
from catalog.site import Site, open_site
from catalog.views import CARD, KINDS
from tests.editions import LANGUAGES, ROOT, edition_of

GOLDEN = Path(__file__).parent / "golden"
AS_OF = date(2026, 11, 23)

Place = tuple[str, str, str]
"""Kind, language and slug of a page."""
Records = dict[str, dict[str, Any]]
"""File below `products/` → what it says."""


# --- a small project ---


def _place(province: str) -> dict[str, Any]:
    return {"since_2025": {"commune": "Xã Ứng Thiên", "province": province}}


def _record(name: str, province: str, **more: Any) -> dict[str, Any]:
    return {"name": {"vi": name}, "place": _place(province), "sources": [{"title": f"Bài về {name}"}], **more}


def _product(name: str, province: str, **more: Any) -> dict[str, Any]:
    return _record(name, province, awards=[{"programme": "cnnt", "level": "tinh", "year": 2023}], **more)


def _first() -> Records:
    return {
        "ha-noi/lang-huong/village.yml": _record("Làng hương", "ha-noi", crafts=["huong"]),
        "ha-noi/lang-huong/huong-tram.yml": _product("Hương trầm", "ha-noi"),
        "ha-noi/lang-huong/huong-que.yml": _product("Hương quế", "ha-noi", maker="htx-huong"),
        "ha-noi/htx-huong/maker.yml": _record("HTX Hương", "ha-noi", village="lang-huong"),
        "ha-noi/htx-huong/huong-sen.yml": _product("Hương sen", "ha-noi"),
        "ha-noi/htx-huong/bo-qua.yml": _product("Bộ quà", "ha-noi", craft="gom-su"),
        "ninh-binh/lang-gom/village.yml": _record("Làng gốm", "ninh-binh", crafts=["gom-su", "huong"]),
        "ninh-binh/lang-gom/binh.yml": _product("Bình gốm", "ninh-binh"),
        "ninh-binh/lang-gom/chen.yml": _product("Chén gốm", "ninh-binh", village="lang-huong"),
        "ninh-binh/co-so-may/maker.yml": _record("Cơ sở Mây", "ninh-binh"),
        "ninh-binh/co-so-may/gio.yml": _product("Giỏ mây", "ninh-binh", craft="may-tre-dan", village="lang-huong"),
    }


class Project:
    """A folder with a catalog, which can be read with and without what is kept of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.records = _first()
        self.day = AS_OF
        shutil.copytree(GOLDEN / "vocabulary", root / "products" / "vocabulary")
        self.written: Records = {}
        self.site: dict[Place, tuple[str, str]] = {}
        """The pages of the last build and their keys."""

    def write(self) -> None:
        """Bring the files up to date."""
        for file in self.written.keys() - self.records.keys():
            (self.root / "products" / file).unlink()
        for file, record in self.records.items():
            if self.written.get(file) != record:
                path = self.root / "products" / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
        self.written = json.loads(json.dumps(self.records))

    def read(self, kept: Path | None = None) -> tuple[Repository, Catalog, list[Diagnostic]]:
        """Read and judge the records, with or without what is kept of them."""
        recall = Recall(kept, "code")
        repository = read_repository(self.root, recall, check_record)
        recall.save()
        assert recall.trouble is None
        catalog = build_catalog(repository, self.day)
        findings = [*repository.findings, *check_repository(repository, catalog)]
        return repository, catalog, in_reading_order(findings)

    def clean(self) -> tuple[list[Diagnostic], Mapping[Place, str]]:
        """Make everything from nothing."""
        _, catalog, findings = self.read()
        return findings, {} if has_errors(findings) else {place: make() for place, make in _pages(_site(catalog))}

    def incremental(self) -> tuple[list[Diagnostic], Mapping[Place, str], int]:
        """Make what must be made; tell how many pages that were."""
        repository, catalog, findings = self.read(self.root / ".cache" / "records")
        if has_errors(findings):
            return findings, {}, 0
        digest = repository.vocabularies.digest
        bases = {(kind, language): digest for kind in (*KINDS, CARD) for language in LANGUAGES}
        shown = _site(catalog)
        asked: dict[str, Any] = {"families": shown.families(), "follows": FOLLOWS, "made": shown.made()}
        memory = Memory(self.root / ".cache" / "pages", bases=bases, **asked)
        site: dict[Place, tuple[str, str]] = {}
        made = 0
        for place, make in _pages(shown):
            key = memory.key(*place)
            before = self.site.get(place)
            if key and before and before[0] == key:
                site[place] = before
                continue
            with reading() as reads:
                page = make()
            made += 1
            site[place] = memory.learn(*place, page.encode(), reads), page
        shown.learn_cards(memory)
        parent = Memory(self.root / ".cache" / "pages", bases=bases, **asked)
        parent.merge(memory.report())  # as if a worker had made them
        parent.save()
        assert parent.trouble is None
        self.site = site
        return findings, {place: page for place, (_, page) in site.items()}, made


def _site(catalog: Catalog) -> Site:
    plan: AddressPlan = edition_of(catalog).plan
    return open_site(catalog, plan, ROOT / "overrides", site_url="https://x.example/", edit_base="https://y.example/")


def _pages(site: Site) -> Iterator[tuple[Place, Callable[[], str]]]:
    for kind, language in site.plan.places:
        for slug in KINDS[kind].slugs(site.catalog):

            def make(kind: str = kind, language: str = language, slug: str = slug) -> str:
                return repr(slots_of(site.page(kind, language, slug), site.renderer))

            yield (kind, language, slug), make


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give the small project, built once."""
    made = Project(tmp_path)
    made.write()
    findings, pages, _ = made.incremental()
    assert not has_errors(findings), format_text(findings)
    assert len(pages) > 50
    return made


# --- nothing escapes ---

_NAMES = st.sampled_from(["Hương", "Đèn lồng", "Áo dài", "Nón lá", "Bình gốm 2", "Bình gốm 10", "Chén"])
_CRAFTS = st.sampled_from(["huong", "gom-su", "may-tre-dan"])
_YEARS = st.integers(2016, 2025)


@st.composite
def _award(draw: st.DrawFn) -> dict[str, Any]:
    year = draw(_YEARS)
    if draw(st.booleans()):
        return {"programme": "ocop", "stars": draw(st.integers(3, 5)), "year": year}
    status = draw(st.sampled_from(["awarded", "selected", "proposed", "revoked"]))
    level = draw(st.sampled_from(["tinh", "quoc-gia"]))
    return {"programme": "cnnt", "level": level, "year": year, "status": status}


def _change(project: Project, draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """Do to the project what people do, and say what."""
    records = project.records
    what = draw(st.sampled_from(["edit"] * 6 + ["add", "remove", "rename", "rename home", "day", "word"]))
    file = draw(st.sampled_from(sorted(records)))
    record, (folder, _, name) = records[file], file.rpartition("/")
    is_product = name not in ("village.yml", "maker.yml")
    if what == "edit":
        fields = ["name", "en", "summary", "sources", "note", "craft", "of", "awards", "festivals"]
        field = draw(st.sampled_from(fields))
        if field == "name":
            record["name"]["vi"] = draw(_NAMES)
        elif field == "en":
            record["name"]["en"] = draw(_NAMES) + " (en)"
        elif field == "sources":
            record["sources"] = [{"title": f"Bài {n}"} for n in range(draw(st.integers(1, 4)))]
        elif field in ("summary", "note"):
            record[field] = {"vi": f"{draw(_NAMES)}."}
        elif field == "craft" and name != "maker.yml":
            record.update({"craft": draw(_CRAFTS)} if is_product else {"crafts": [draw(_CRAFTS)]})
        elif field == "of" and name != "village.yml":
            homes = {home: file for file in records for home in [file.split("/")[1]] if file.endswith("village.yml")}
            makers = [file.split("/")[1] for file in records if file.endswith("maker.yml")]
            record["village"] = draw(st.sampled_from([*sorted(homes), "khong-co"]))
            if is_product and makers:
                record["maker"] = draw(st.sampled_from(makers))
        elif field == "awards" and is_product:
            record["awards"] = draw(st.lists(_award(), max_size=2))
        elif field == "festivals" and name == "village.yml":
            record["festivals"] = [{"name": "Hội", "lunar": {"month": draw(st.integers(1, 12)), "day": 5}}]
    elif what == "add":
        records[f"{folder}/moi-{len(records)}.yml"] = _product(draw(_NAMES), folder.split("/")[0])
    elif what == "remove":
        del records[file]
    elif what == "rename" and is_product:
        records[f"{folder}/{name[:-4]}-x.yml"] = records.pop(file)
    elif what == "rename home":
        for each in [each for each in records if each.startswith(f"{folder}/")]:
            records[f"{folder}-x/{each.rpartition('/')[2]}"] = records.pop(each)
    elif what == "day":
        project.day += timedelta(days=draw(st.integers(-700, 700)))
    elif what == "word":
        crafts = project.root / "products" / "vocabulary" / "crafts.yml"
        crafts.write_text(crafts.read_text("utf-8").replace("Gốm sứ", "Nghề gốm"), "utf-8")
    return f"{what} {file}"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_incremental_is_clean(data: st.DataObject) -> None:
    """Whatever people change, recalled findings and pages are those that a clean build makes, byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        project.write()
        project.incremental()
        for _ in range(data.draw(st.integers(1, 5))):
            said = [_change(project, data.draw) for _ in range(data.draw(st.integers(1, 2)))]
            project.write()
            clean_findings, clean_pages = project.clean()
            findings, pages, _ = project.incremental()
            assert format_text(findings) == format_text(clean_findings), said
            assert pages.keys() == clean_pages.keys()
            assert [place for place, page in pages.items() if page != clean_pages[place]] == [], said


Change = Callable[[Records], object]

CHANGES: dict[str, Change] = {
    "a product is renamed": lambda found: found["ninh-binh/lang-gom/binh.yml"]["name"].update(vi="Ấm gốm"),
    "a maker is renamed": lambda found: found["ha-noi/htx-huong/maker.yml"]["name"].update(vi="HTX Hương Sạch"),
    "a village is renamed": lambda found: found["ha-noi/lang-huong/village.yml"]["name"].update(vi="Làng hương đen"),
    "a maker leaves its folder": lambda found: found.pop("ninh-binh/co-so-may/maker.yml"),
    "a village is added": lambda found: found.update(
        {"ninh-binh/lang-may/village.yml": _record("Làng mây", "ninh-binh", crafts=["may-tre-dan"])}
    ),
    "a village changes its craft": lambda found: found["ninh-binh/lang-gom/village.yml"].update(crafts=["may-tre-dan"]),
    "a maker moves to another village": lambda found: found["ha-noi/htx-huong/maker.yml"].update(village="lang-gom"),
    "a maker leaves its village": lambda found: found["ha-noi/htx-huong/maker.yml"].pop("village"),
    "a product changes its maker": lambda found: found["ninh-binh/lang-gom/chen.yml"].update(maker="co-so-may"),
    "a product is taken away": lambda found: found.pop("ha-noi/htx-huong/bo-qua.yml"),
    "an award is given": lambda found: found["ninh-binh/lang-gom/binh.yml"]["awards"].append(
        {"programme": "ocop", "stars": 4, "year": 2024}
    ),
    "the first product of a maker changes its craft": lambda found: found["ha-noi/htx-huong/bo-qua.yml"].update(
        craft="may-tre-dan"
    ),
}
"""What may happen to the small project, and touches more pages than the record's own."""


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_reaches_every_page(change: Change, project: Project) -> None:
    """Pages elsewhere that show a changed record, count it, or are ordered by it, are made again."""
    change(project.records)
    project.write()
    clean_findings, clean_pages = project.clean()
    assert not has_errors(clean_findings), format_text(clean_findings)

    findings, pages, made = project.incremental()

    assert format_text(findings) == format_text(clean_findings)
    assert [place for place in clean_pages if pages[place] != clean_pages[place]] == []
    assert made > 0


def test_a_year_ends_awards(project: Project) -> None:
    """On a day on which awards run out, their pages say so."""
    project.day = date(2028, 1, 1)

    assert project.incremental()[:2] == project.clean()


# --- only what must be made is made ---


def test_nothing_changed_makes_nothing(project: Project) -> None:
    """A second build makes no page."""
    assert project.incremental()[2] == 0


def test_a_new_day_makes_little(project: Project) -> None:
    """A day on which no award runs out touches only the pages that show the day."""
    project.day += timedelta(days=1)
    before = dict(project.site)

    made = project.incremental()[2]

    assert 0 < made <= 10
    assert {place[0] for place in before if project.site[place] != before[place]} <= {"home", "statistics", "festivals"}


def test_a_text_touches_its_own_page(project: Project) -> None:
    """A changed description of a product is shown on its own page; cards elsewhere are looked at again, no more."""
    project.records["ha-noi/lang-huong/huong-tram.yml"]["description"] = {"vi": "Mới."}
    project.write()
    before = dict(project.site)

    made = project.incremental()[2]

    changed = {place[0] for place in before if project.site[place] != before[place]}
    assert changed == {"product"}
    assert made < len(before) / 2


@pytest.mark.parametrize("name", ["records", "pages"])
@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "folder", "gone"])
def test_damage_is_a_miss(name: str, damage: str, project: Project) -> None:
    """A damaged file of the cache costs time, nothing else."""
    path = project.root / ".cache" / name
    content = path.read_bytes()
    if damage == "cut":
        path.write_bytes(content[:-1])
    elif damage == "flip":
        path.write_bytes(content[:-5] + bytes([content[-5] ^ 1]) + content[-4:])
    elif damage == "empty":
        path.write_bytes(b"")
    else:
        path.unlink()
    if damage == "folder":
        path.mkdir()
        path.joinpath("x").touch()
        recall = Recall(path, "code")
        read_repository(project.root, recall, check_record)
        recall.save()
        assert recall.trouble is not None
        return
    clean = project.clean()
    assert project.incremental()[:2] == clean
    assert project.incremental()[2] == 0


def test_other_code_recalls_nothing(project: Project) -> None:
    """What other code has read, judged or made is forgotten."""
    path = project.root / ".cache" / "records"
    entry = next(iter(project.read(path)[0].products))
    digest = hashlib.sha256((project.root / entry.file).read_bytes()).hexdigest()

    assert Recall(path, "code").get(entry.file, digest) is not None
    assert Recall(path, "code").get(entry.file, "0" * 64) is None
    assert Recall(path, "other code").get(entry.file, digest) is None


# --- values ---


def test_recalled_records_are_the_records(tmp_path: Path) -> None:
    """Every real record that is recalled from JSON equals the one that was read from YAML, data and all."""
    recall = Recall(tmp_path / "records", "code")
    fresh = read_repository(ROOT, recall, check_record)
    recall.save()
    again = read_repository(ROOT, Recall(tmp_path / "records", "code"), check_record)

    assert fresh.judged == again.judged
    assert fresh.findings == again.findings
    for one, other in zip(fresh.records, again.records, strict=True):
        assert one.document.data == other.document.data
        assert one.document == other.document
        assert one.value == other.value
        assert type(one.value).model_validate(one.document.data) == other.value
        assert one.brief == other.brief


def test_reading_is_noted() -> None:
    """Facts go to whoever listens, also to those who listen around; nobody listening is fine."""
    note("a/1")
    with reading() as outer:
        note("a/2")
        with reading() as inner:
            note("a/3")

    assert inner == {"a/3"}
    assert outer == {"a/2", "a/3"}
