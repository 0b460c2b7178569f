"""Promises about pictures on pages: every record has a face, small files, stable addresses, credit and licence."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from catalog.build import build_site
from catalog.drawing.patterns import PATTERNS
from catalog.images.plan import Original, Picture, plan_picture
from catalog.index import Catalog, build_catalog
from catalog.judged import read_and_check
from catalog.publish import FolderWriter
from catalog.repository import read_repository
from catalog.site import derive_pictures
from catalog.tasks import draw_covers
from catalog.views import Edition, page_of
from catalog.views.cover import VARIATIONS, craft_of, drawing_of, drawing_of_craft, drawings, pattern_of
from catalog.views.picture import GalleryView, anchors
from tests.conftest import ROOT, judged_project
from tests.editions import AS_OF as DAY
from tests.editions import edition_of, real_catalog
from tests.photos import photo

HOME = "products/ha-noi/lang"
VILLAGE = """
name: {vi: Làng hương, en: Incense village}
crafts: [huong]
place:
  since_2025: {commune: Xã Ứng Thiên, province: ha-noi}
sources: [{title: Báo}]
"""
PRODUCT = VILLAGE.replace("crafts: [huong]\n", "").replace("Làng hương", "Hương đen")
YARD = "{file: san-phoi.jpg, alt: {vi: Sân phơi, en: A yard}, credit: Lan, licence: cc-by-4-0}"
DRAWN = "{file: 01 Ngâm tre.jpg, alt: Ao, caption: ngâm tre, credit: Lan, licence: cc-by-4-0, kind: illustration}"
OTHERS = "{file: se.jpg, alt: Se hương, credit: Minh, licence: chu-anh-cho-phep}"


def catalog_of(project: Path, photos: str = "", product: str = "") -> Catalog:
    """Read a village and its product with these photos."""
    shutil.copytree(ROOT / "products" / "vocabulary", project / "products" / "vocabulary", dirs_exist_ok=True)
    (project / HOME).mkdir(parents=True, exist_ok=True)
    (project / HOME / "village.yml").write_text(f"{VILLAGE}photos: [{photos}]\n", encoding="utf-8")
    (project / HOME / "huong-den.yml").write_text(f"{PRODUCT}photos: [{product}]\n", encoding="utf-8")
    repository = read_repository(project)
    assert repository.findings == ()
    return build_catalog(repository, DAY)


def derived(*names: str, width: int = 2000) -> dict[str, Picture]:
    """Return pictures as if they had been made of files in the village's folder."""
    return {
        f"{HOME}/photos/{name}": plan_picture(
            Original(file=name, kind="JPEG", digest=name.encode().hex(), stored=(width, width * 3 // 4)), "encoder"
        )
        for name in names
    }


def opened(catalog: Catalog, pictures: dict[str, Picture], language: str = "vi") -> Edition:
    """Open an edition with pictures."""
    bare = edition_of(catalog, language)
    return Edition(catalog, bare.plan, bare.t, pictures=pictures, plates=frozenset({"huong"}))


def gallery(edition: Edition) -> GalleryView:
    """Return the gallery of the village's page."""
    shown = page_of(edition, "village", "lang").view.gallery
    assert isinstance(shown, GalleryView)
    return shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["b.jpg"], ["a.jpg", "b.jpg", "c.jpg"]),
        (["Sân phơi.JPG", "x.png"], ["x.png", "Sân phơi.JPG"]),
        (["a.jpg", "a.png"], ["a.jpg", "b.jpg", "a.png"]),
        (["香.jpg"], ["a.jpg", "香.jpg"]),
    ],
)
def test_addresses_of_pictures_stay(before: list[str], after: list[str]) -> None:
    """Adding or moving pictures does not change the address of one that is there, and no two are equal."""
    old, new = dict(zip(before, anchors(before), strict=True)), dict(zip(after, anchors(after), strict=True))
    assert {name: new[name] for name in before} == old
    assert len(set(new.values())) == len(after)
    assert all(re.fullmatch("anh-[a-z0-9-]+", anchor) for anchor in new.values())


def test_a_gallery_says_all_that_must_be_said(tmp_path: Path) -> None:
    """Alt text, caption, credit, licence and “illustration” are there, in the page's language where there is one."""
    catalog = catalog_of(tmp_path, f"{DRAWN}, {YARD}, {OTHERS}")
    pictures = derived("01 Ngâm tre.jpg", "san-phoi.jpg", "se.jpg")
    drawn, yard, others = gallery(opened(catalog, pictures)).items
    assert [one.id for one in (drawn, yard, others)] == ["anh-01-ngam-tre", "anh-san-phoi", "anh-se"]
    assert (str(drawn.caption), drawn.illustration, drawn.credit) == ("Ngâm tre", True, "Tranh: Lan")
    assert (str(yard.alt), yard.illustration, yard.credit) == ("Sân phơi", False, "Ảnh: Lan")
    assert yard.licence is not None
    assert (yard.licence.name, yard.licence.uri) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    assert others.licence is not None
    assert (others.licence.name, others.licence.uri) == ("Chủ ảnh cho phép dùng ở đây", None)

    drawn, yard, _ = gallery(opened(catalog, pictures, "en")).items
    assert (yard.alt.text, yard.alt.lang, drawn.alt.text, drawn.alt.lang) == ("A yard", None, "Ao", "vi")


def test_equal_rights_are_said_once(tmp_path: Path) -> None:
    """Where one person made all pictures under one licence, the gallery says so once."""
    two = f"{YARD}, {YARD.replace('san-phoi', 'gieng')}"
    shown = gallery(opened(catalog_of(tmp_path, two), derived("san-phoi.jpg", "gieng.jpg")))
    assert (shown.count, shown.credit, [one.credit for one in shown.items]) == ("2 hình", "Ảnh: Lan", [None, None])


def test_sizes_of_files(tmp_path: Path) -> None:
    """The first picture comes in all sizes, those in the grid in small ones; the link leads to the largest JPEG."""
    catalog = catalog_of(tmp_path, f"{YARD}, {OTHERS}")
    first, second = gallery(opened(catalog, derived("san-phoi.jpg", "se.jpg"))).items
    assert [source.mime for source in first.image.sources] == ["image/avif", "image/webp"]
    assert [file.width for file in first.image.sources[0].files] == [320, 640, 960, 1600]
    assert [file.width for file in second.image.sources[0].files] == [320, 640]
    assert [file.width for file in second.image.sources[1].files] == [320, 640, 960, 1600]  # for the full screen
    assert (second.image.width, second.image.height) == (1600, 1200)
    assert second.largest.endswith(".jpg")
    (small,) = gallery(opened(catalog, derived("san-phoi.jpg", width=300))).items
    assert [file.width for file in small.image.sources[0].files] == [300]


def test_an_illustration_opens_as_it_was_drawn(tmp_path: Path) -> None:
    """A plate kept under a record and the name of its illustration stands for it, never for a photograph."""
    shown = {}
    for name, kind in (("ao", ", kind: illustration"), ("san", "")):
        catalog = catalog_of(tmp_path, f"{{file: {name}.jpg, alt: Ao, credit: Lan, licence: cc-by-4-0{kind}}}")
        edition = opened(catalog, derived(f"{name}.jpg"))
        edition = replace(edition, plates=frozenset({"lang-ao", "lang-san"}))
        shown[name] = gallery(edition).face.image.sources
    assert [(source.mime, source.files[0].uri) for source in shown["ao"]][:1] == [
        ("image/svg+xml", "assets/plates/lang-ao.svg")
    ]
    assert [source.mime for source in shown["ao"]] == ["image/svg+xml", "image/webp"]  # for the full screen
    assert [source.mime for source in shown["san"]] == ["image/avif", "image/webp"]


def test_a_picture_that_failed_is_left_out(tmp_path: Path) -> None:
    """A page shows the pictures that could be made; with none, the pattern, and no empty frame."""
    catalog = catalog_of(tmp_path, f"{YARD}, {OTHERS}")
    assert [one.id for one in gallery(opened(catalog, derived("se.jpg"))).items] == ["anh-se"]
    page = page_of(opened(catalog, {}), "village", "lang").view
    assert page.gallery is None
    assert str(page.cover.words) == "Hình minh hoạ: hoa văn nghề làm hương"


def test_pictures_stand_at_their_steps(tmp_path: Path) -> None:
    """A picture that names a step stands there and not among the others; the cover is shown at its step once more."""
    steps = "process: [ngâm, chẻ, phơi]"
    photos = f"{DRAWN[:-1]}, step: 3}}, {YARD[:-1]}, step: 1}}, {OTHERS}"
    catalog = catalog_of(tmp_path, f"{photos}]\n{steps}\naliases: [x")
    view = page_of(opened(catalog, derived("01 Ngâm tre.jpg", "san-phoi.jpg", "se.jpg")), "village", "lang").view
    shown = [(step.picture.id if step.picture else None, step.is_face) for step in view.process]
    assert shown == [("anh-san-phoi", False), (None, False), ("anh-01-ngam-tre", True)]
    assert [one.id for one in view.pictures] == ["anh-se"]


def test_cards_show_photo_or_pattern(tmp_path: Path) -> None:
    """A card shows the first photo in sizes for a card; without one, a drawing of its craft."""
    catalog = catalog_of(tmp_path, "", OTHERS)
    (card,) = page_of(opened(catalog, derived("se.jpg")), "village", "lang").view.products.cards
    assert [file.width for file in card.cover.sources[0].files] == [320, 640]
    (card,) = page_of(opened(catalog, {}), "village", "lang").view.products.cards
    assert card.cover.sources == ()
    assert re.fullmatch(r"assets/covers/huong-\d+\.svg", card.cover.uri)


def test_every_record_has_a_drawing_or_a_picture() -> None:
    """Patterns are known, and each cover is drawn once, in so many variations and no more."""
    catalog = real_catalog()
    found = drawings(catalog, {})
    assert len({drawing.uri for drawing in found}) == len(found) <= VARIATIONS * (len(PATTERNS) + 1)
    assert {drawing.pattern for drawing in found} <= {*PATTERNS, None}
    entries = [entry for each in (catalog.villages, catalog.makers, catalog.products) for entry in each.values()]
    assert {drawing_of(catalog, entry) for entry in entries} <= set(found)
    assert {drawing_of_craft(craft) for craft in catalog.vocabulary.crafts} <= set(found)


def test_a_record_with_a_photo_is_not_drawn(tmp_path: Path) -> None:
    """Only the covers that a page shows are made."""
    catalog = catalog_of(tmp_path, YARD, OTHERS)
    village, product = drawing_of(catalog, catalog.villages["lang"]), drawing_of(catalog, catalog.products["huong-den"])
    crafts = {drawing_of_craft(craft) for craft in catalog.vocabulary.crafts}
    assert set(drawings(catalog, {})) == crafts | {village, product}
    assert set(drawings(catalog, derived("san-phoi.jpg"))) == crafts | {product}
    assert set(drawings(catalog, derived("se.jpg", "san-phoi.jpg"))) == crafts


def test_the_first_village_has_its_pattern() -> None:
    """Quảng Phú Cầu makes incense."""
    catalog = real_catalog()
    village = catalog.villages["quang-phu-cau"]
    assert (craft_of(catalog, village), pattern_of(catalog, village)) == ("huong", "huong")


def test_a_craft_page_shows_its_plate(tmp_path: Path) -> None:
    """A craft with a plate shows it, another one its pattern; both say that they are illustrations."""
    edition = opened(catalog_of(tmp_path), {}, "en")
    plate, pattern = (page_of(edition, "craft", craft).view.cover for craft in ("huong", "theu"))
    assert (plate.image.uri, str(plate.words)) == (
        "assets/plates/huong.svg",
        "Illustration: a print of incense making",
    )
    assert (pattern.image.uri, str(pattern.words)) == (
        "assets/covers/theu-0.svg",
        "Illustration: a pattern for embroidery",
    )


class TestDeriving:
    """From photos beside the records to the files of the site."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        """Give a project with two photos."""
        (tmp_path / HOME / "photos").mkdir(parents=True)
        for seed, name in enumerate(("san-phoi.jpg", "se.jpg")):
            (tmp_path / HOME / "photos" / name).write_bytes(photo(1200, 900, seed=seed, position=True))
        catalog_of(tmp_path, f"{YARD}, {OTHERS}")
        return tmp_path

    def test_a_second_build_derives_nothing(self, project: Path) -> None:
        """What was made once comes from the cache, also into another folder; originals are never published."""
        judged = read_and_check(project, lambda _: DAY)
        decoded: list[tuple[int, int]] = []

        first, findings = derive_pictures(
            project, judged, FolderWriter(project / "one"), lambda *done: decoded.append(done)
        )
        assert (len(first), findings, decoded) == (2, (), [(1, 2), (2, 2)])
        again, _ = derive_pictures(project, judged, FolderWriter(project / "two"), lambda *done: decoded.append(done))

        assert (again, len(decoded)) == (first, 2)
        one, two = (project / name / "assets" / "pictures" for name in ("one", "two"))
        made = sorted(path for path in one.rglob("*") if path.is_file())
        names = {path.relative_to(one).as_posix() for path in made}
        assert names == {path.relative_to(two).as_posix() for path in two.rglob("*") if path.is_file()}
        assert names == {each.name for picture in first.values() for each in picture.derivatives}
        assert not [path for path in made if b"Exif" in path.read_bytes()]
        assert all(picture.placeholder.startswith("data:image/webp;base64,") for picture in first.values())

    def test_a_failing_picture_stops_no_other(self, project: Path) -> None:
        """It names itself, and the site goes without it."""
        judged = read_and_check(project, lambda _: DAY)
        (project / HOME / "photos" / "se.jpg").write_bytes(photo(1200, 900, seed=9))

        pictures, (finding,) = derive_pictures(project, judged, FolderWriter(project / "site"), lambda *_: None)

        assert list(pictures) == [f"{HOME}/photos/san-phoi.jpg"]
        assert str(finding.at).startswith(f"{HOME}/photos/se.jpg")

    def test_covers_are_drawn_once(self, project: Path) -> None:
        """A second build draws no cover; the files are the same."""
        wanted = drawings(read_and_check(project, lambda _: DAY).catalog, {})

        drawn = draw_covers(wanted, project, FolderWriter(project / "one"))

        assert drawn == len(wanted) == len({drawing.uri for drawing in wanted})
        assert draw_covers(wanted, project, FolderWriter(project / "two")) == 0
        for path in sorted((project / "one" / "assets" / "covers").iterdir()):
            assert path.read_bytes() == (project / "two" / "assets" / "covers" / path.name).read_bytes()


class Pictures(HTMLParser):
    """The pictures of one page, and how many cards there are."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.images: list[dict[str, str]] = []
        self.files: list[str] = []
        self.cards = 0
        self.faces = 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.cards += "cat-card" in values.get("class", "").split()
        self.faces += bool({"cat-cover", "cat-gallery__figure"} & set(values.get("class", "").split()))
        self.files += [each.split()[0] for each in values.get("srcset", "").split(",") if each]
        if tag == "img":
            self.images.append(values)
            self.files.append(values["src"])


def test_every_page_and_card_has_a_face(built_site: Path) -> None:
    """On every record's page and every card there is a picture that exists, with its size and its words."""
    wrong = []
    for kind in ("lang-nghe", "en/villages", "san-pham", "en/products", "co-so", "en/makers", "nghe", "en/crafts"):
        for path in sorted((built_site / kind).rglob("index.html")):
            page = Pictures(path)
            shown = [image for image in page.images if image.get("class") == "cat-picture"]
            is_record = path.parent.parent == built_site / kind and "trang" not in path.parts
            wrong += [f"{path}: no face"] if is_record and page.faces == 0 and "page" not in path.parts else []
            wrong += [f"{path}: {len(shown)} pictures, {page.cards} cards"] if len(shown) < page.cards else []
            wrong += [f"{path}: no size or alt" for image in page.images if not {"width", "height", "alt"} <= {*image}]
            wrong += [
                f"{path}: {file}"
                for file in page.files
                if not file.startswith("data:") and not (path.parent / file).is_file()
            ]
            eager = [image for image in shown if image.get("loading") != "lazy"]
            wrong += [f"{path}: {len(eager)} eager"] if len(eager) > 1 or (is_record and len(eager) != 1) else []
    assert wrong == []


def test_no_original_is_published(built_site: Path) -> None:
    """What came from a camera stays with the record: nothing of the site has an original's bytes."""
    originals = {path.stat().st_size: path for path in (ROOT / "products").rglob("photos/*") if path.is_file()}
    same = [
        path
        for path in built_site.rglob("*")
        if path.is_file()
        and path.stat().st_size in originals
        and path.read_bytes() == originals[path.stat().st_size].read_bytes()
    ]
    assert originals
    assert same == []


def test_a_site_with_new_photos_builds(tmp_path: Path) -> None:
    """Photos put beside a real product appear on its page, its village's page and its card."""
    for name in ("content", "overrides", "products"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (ROOT / ".cache").mkdir(exist_ok=True)
    (tmp_path / ".cache").symlink_to(ROOT / ".cache")
    home = next(path.parent for path in sorted((tmp_path / "products").rglob("village.yml")) if any_product(path))
    record = any_product(home / "village.yml")
    assert record is not None
    (home / "photos").mkdir(exist_ok=True)
    (home / "photos" / "moi.jpg").write_bytes(photo(1600, 1200, seed=5, orientation=6))
    said = "photos:\n  - {file: moi.jpg, alt: Ảnh mới, credit: Lan, licence: cc-by-4-0}\n"
    record.write_text(record.read_text(encoding="utf-8") + said, encoding="utf-8")

    site = build_site(tmp_path, judged=judged_project(tmp_path), site_dir=tmp_path / "site").folder

    html = (site / "san-pham" / record.stem / "index.html").read_text(encoding="utf-8")
    assert 'id="anh-moi"' in html
    assert 'alt="Ảnh mới"' in html
    assert 'data-pswp-width="1200" data-pswp-height="1600"' in html
    village = (site / "lang-nghe" / home.name / "index.html").read_text(encoding="utf-8")
    assert f'href="../../san-pham/{record.stem}/"' in village
    assert re.search(r'<div class="cat-card__cover"><picture>', village)


def any_product(village: Path) -> Path | None:
    """Return a record of a product beside a village."""
    products = sorted(path for path in village.parent.glob("*.yml") if path.name != "village.yml")
    plain = [path for path in products if "\nphotos:" not in path.read_text(encoding="utf-8")]
    return plain[0] if plain else None
