"""The whole flow, top to bottom. Read this first.

products/**/*.yml ─ read ─▶ Repository ─ build ─▶ Catalog ─ check ─▶ findings (errors stop here, all at once)
photos/* ─ derive ─▶ site/assets/pictures/ ; no photo ─ draw ─▶ site/assets/covers/
Catalog ─ views ─▶ Page ─ render ─▶ Slots ─ pour into the mould of its kind and language ─▶ site/**/index.html

What MkDocs does (turning `content/` into moulds and pages people wrote) is `plugin`'s business.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.addresses import AddressPlan
from catalog.checks import check_repository
from catalog.diagnostics import Diagnostic, has_errors, in_reading_order
from catalog.index import Catalog, build_catalog
from catalog.pour import SLOTS, Mould, Slots, holes, slots_of
from catalog.render import Renderer
from catalog.repository import PHOTOS_FOLDER, Repository, read_repository
from catalog.search import WrittenPage, index_files
from catalog.strings import read_strings
from catalog.views import (
    COVERS_FOLDER,
    KINDS,
    PICTURES_FOLDER,
    PLATES_FOLDER,
    Edition,
    Page,
    count_entries,
    drawings,
    page_of,
    search_entries,
    share_cards,
    sieves,
    spoken,
)

if TYPE_CHECKING:
    from catalog.images.card import Card
    from catalog.images.inspect import Inspection
    from catalog.images.plan import Original, Picture
    from catalog.images.press import Printed

CACHE_FOLDER = ".cache"
"""What was worked out once, beside `products/`; may be deleted at any time."""
CARDS_FOLDER = "assets/cards"
"""Folder of the site that holds the pictures of shared links."""


class SiteNotBuilt(Exception):
    """The site could not be built, and why: a mistake in `mkdocs.yml`, `content/` or `overrides/`, not in a record."""


@dataclass(frozen=True)
class Judged:
    """A catalog with everything that was found in it."""

    repository: Repository
    catalog: Catalog
    findings: tuple[Diagnostic, ...]
    """In reading order."""
    originals: Mapping[str, Original] = field(default_factory=dict)
    """Picture file, relative to the project → what is known of it; those that cannot be used are missing."""

    @property
    def has_errors(self) -> bool:
        """Tell whether a build must stop."""
        return has_errors(self.findings)


def read_and_check(root: Path, as_of: Callable[[Repository], date]) -> Judged:
    """Read `root/products`, order it and judge it.

    Args:
        root: The project's folder.
        as_of: Tells the day the site is built for.

    Raises:
        OSError: A folder cannot be read; that is not the author's mistake.

    """
    with _collecting_rarely():
        repository = read_repository(root)
        catalog = build_catalog(repository, as_of(repository))
        originals, measures, findings = examine_pictures(root, repository)
        findings += [*repository.findings, *check_repository(repository, catalog, measures)]
        return Judged(repository, catalog, tuple(in_reading_order(findings)), originals)


def examine_pictures(
    root: Path, repository: Repository
) -> tuple[Mapping[str, Original], Mapping[str, Inspection], list[Diagnostic]]:
    """Examine every picture beside the records; one that has not changed is not decoded again.

    Returns:
        File → what is known of it, file → what was measured of it, and what was found about the others.

    """
    files = [file for file in repository.files if PHOTOS_FOLDER in file.split("/")[:-1]]
    if not files:  # Pillow takes a while to load, and most changes are about words
        return {}, {}, []
    from catalog.images.cache import Cache
    from catalog.images.gate import admit
    from catalog.images.work import inspect_all
    from catalog.images.workshop import Workshop

    originals, refused = admit(root, files)
    with Workshop() as workshop:
        measures, damaged = inspect_all(
            originals.values(), root=root, cache=Cache(root / CACHE_FOLDER / "pictures"), executor=workshop
        )
    return originals, measures, [*refused, *damaged]


@dataclass(frozen=True)
class Site:
    """The catalog in all its languages, ready to be shown."""

    editions: Mapping[str, Edition]
    """Language → the catalog in it."""
    plan: AddressPlan
    renderer: Renderer
    site_url: str
    """Full address with `/` at its end; the empty text when the site does not know it."""
    cards: tuple[Card, ...] = ()
    """The pictures that shared links show; none before `with_share_cards`."""

    def page(self, kind: str, language: str, slug: str = "") -> Page:
        """Make one page."""
        return page_of(self.editions[language], kind, slug)

    def pages(self, kind: str, language: str) -> Iterator[Page]:
        """Make every page of one kind and language, one at a time."""
        edition = self.editions[language]
        return (page_of(edition, kind, slug) for slug in KINDS[kind].slugs(edition.catalog))

    def slots_of_handwritten(self, key: str, language: str) -> Slots:
        """Return what a page that people wrote needs of ours: the way to its other languages."""
        page = Page(
            kind=key,
            language=language,
            slug="",
            uri=self.plan.uri(key, language) if self.plan.has(key, language) else "",
            title="",
            description="",
            template="",
            view=None,
            t=self.editions[language].t,
            record_file=None,
            alternates=tuple(self.plan.alternates(key).items()),
            site_url=self.site_url,
        )
        return replace(holes(without=SLOTS), head=self.renderer.head(page), languages=self.renderer.languages(page))

    def search_box(self, language: str, root: str) -> str:
        """Return the search box for the header of a page, or nothing where the site has no search page.

        Args:
            language: Language of the page.
            root: The way from the page to the site's root, with `/` at its end.

        """
        if not self.plan.has("search", language):
            return ""
        return self.renderer.search_box(self.editions[language].t, root + self.plan.uri("search", language))

    def overview(self, kind: str, language: str) -> WrittenPage:
        """Return a page of which there is one, as search finds it: by its title and what it says of itself."""
        page = self.page(kind, language)
        return WrittenPage(page.uri, page.title, page.description, "")

    def addresses(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Give the address of every page and of its versions by language, relative to the site's root."""
        for kind, language in self.plan.places:
            slugs = KINDS[kind].slugs(self.editions[language].catalog) if kind in KINDS else ("",)
            for slug in slugs:
                yield self.plan.uri(kind, language, slug), self.plan.alternates(kind, slug)


def open_site(
    catalog: Catalog,
    plan: AddressPlan,
    overrides: Path,
    *,
    site_url: str,
    edit_base: str,
    pictures: Mapping[str, Picture] | None = None,
) -> Site:
    """Set the catalog out in every language of the address plan.

    Args:
        catalog: The records.
        plan: Where each kind of page stands.
        overrides: The folder of templates and of what else the site shows.
        site_url: Full address of the site with `/` at its end, or the empty text.
        edit_base: What stands before a record's file in the address where it can be edited, or the empty text.
        pictures: Photo file → what became of it, from `derive_pictures`; a record without any shows its pattern.

    """
    plates = frozenset(path.stem for path in (overrides / PLATES_FOLDER).glob("*.svg"))
    editions = {
        language: Edition(
            catalog,
            plan,
            read_strings(language),
            site_url=site_url,
            edit_base=edit_base,
            pictures=pictures or {},
            plates=plates,
        )
        for language in plan.languages
    }
    return Site(editions, plan, Renderer(overrides), site_url)


def derive_pictures(
    root: Path, judged: Judged, folder: Path, progress: Callable[[int, int], None]
) -> tuple[Mapping[str, Picture], tuple[Diagnostic, ...]]:
    """Make the small, private pictures of every photo that a record names; what has not changed comes from the cache.

    Args:
        root: The project's folder.
        judged: The catalog and its originals.
        folder: The site's folder.
        progress: Called with the number of photos that are done and of all that must be decoded.

    Returns:
        Photo file → its picture, and what was found about those that could not be made; these are missing.

    Raises:
        OSError: A picture cannot be written.

    """
    catalog = judged.catalog
    named = {
        f"{entry.home}/{PHOTOS_FOLDER}/{photo.file}"
        for entries in (catalog.villages, catalog.makers, catalog.products)
        for entry in entries.values()
        for photo in entry.value.photos
    }
    originals = [original for file, original in judged.originals.items() if file in named]
    if not originals:
        return {}, ()
    from catalog.images.cache import Cache
    from catalog.images.derive import encoder_version
    from catalog.images.plan import plan_picture
    from catalog.images.work import derive_all
    from catalog.images.workshop import Workshop

    encoder = encoder_version()
    with Workshop() as workshop:
        report = derive_all(
            [plan_picture(original, encoder) for original in originals],
            root=root,
            cache=Cache(root / CACHE_FOLDER / "pictures"),
            folder=folder / PICTURES_FOLDER,
            executor=workshop,
            progress=progress,
        )
    return report.pictures, report.findings


def draw_covers(site: Site, root: Path, folder: Path) -> int:
    """Write the drawn covers of all records without a photo, and return how many were drawn; the others were kept.

    Args:
        site: What to show.
        root: The project's folder.
        folder: The site's folder.

    Raises:
        OSError: A cover cannot be written.

    """
    from catalog.drawing.patterns import pattern
    from catalog.images.cache import Cache

    (folder / COVERS_FOLDER).mkdir(parents=True, exist_ok=True)
    cache = Cache(root / CACHE_FOLDER / "covers")
    code, drawn = _drawing_code(), 0
    edition = next(iter(site.editions.values()))
    for drawing in drawings(edition.catalog, edition.pictures):
        recipe = f"cover {code} {drawing.pattern or ''}/{drawing.seed}"
        key = hashlib.sha256(recipe.encode()).hexdigest()
        svg = cache.get(key)
        if svg is None:
            svg = pattern(drawing.pattern, drawing.seed).encode()
            cache.put(key, svg)
            drawn += 1
        (folder / drawing.uri).write_bytes(svg)
    return drawn


def _drawing_code() -> str:
    """Return a digest of the code that draws: it changes with every line that could change a cover."""
    digest = hashlib.sha256()
    for path in sorted((Path(__file__).parent / "drawing").rglob("*.py")):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def with_share_cards(site: Site, originals: Mapping[str, Original]) -> tuple[Site, list[Diagnostic]]:
    """Give every page of a site its share card; return the site with them, and the letters that cannot be shown.

    Only a site that knows its own address can point to them, and drawing them all takes half a minute of two
    processors the first time.
    """
    from catalog.images.card import check_letters, key_of, name_of
    from catalog.images.paint import tools_version

    tools = tools_version()
    cards: list[Card] = []
    editions = {}
    for language, edition in site.editions.items():
        mine = dict(share_cards(edition, originals))
        uris = {place: f"{CARDS_FOLDER}/{name_of(key_of(card, tools))}" for place, card in mine.items()}
        editions[language] = replace(edition, share_cards=uris)
        cards += mine.values()
    findings = [finding for card in cards for finding in check_letters(card)]
    return replace(site, editions=editions, cards=tuple(cards)), in_reading_order(findings)


def print_share_cards(site: Site, root: Path, folder: Path, progress: Callable[[int, int], None]) -> Printed:
    """Write the site's share cards; those that have not changed come from the cache.

    Args:
        site: From `with_share_cards`.
        root: The project's folder.
        folder: The site's folder.
        progress: Called with the number of records whose cards are drawn and of all whose cards must be.

    Raises:
        OSError: A card cannot be written.

    """
    from catalog.images.cache import Cache
    from catalog.images.press import print_all
    from catalog.images.workshop import Workshop

    cache = Cache(root / CACHE_FOLDER / "cards")
    with Workshop() as workshop:
        return print_all(
            site.cards, root=root, cache=cache, folder=folder / CARDS_FOLDER, executor=workshop, progress=progress
        )


def pour_site(
    site: Site,
    moulds: Mapping[tuple[str, str], Mould],
    folder: Path,
    *,
    own_pages: Collection[tuple[str, str, str]] = (),
    poured: Callable[[int], None],
) -> int:
    """Write every page that has a mould, and return how many were written.

    Args:
        site: What to show.
        moulds: Kind and language → its mould.
        own_pages: Kind, language and slug of records for which somebody wrote a page of their own.
        folder: The site's folder; existing pages are replaced.
        poured: Called with the number of pages done so far.

    Raises:
        OSError: A page cannot be written.

    """
    count = 0
    with _collecting_rarely():
        for (kind, language), mould in moulds.items():
            for page in site.pages(kind, language):
                if (kind, language, page.slug) in own_pages:
                    continue
                _write(f"{folder}/{page.uri}".removesuffix("/"), mould.pour(slots_of(page, site.renderer)))
                count += 1
                poured(count)
    return count


def write_index(
    site: Site,
    written: Iterable[tuple[str, WrittenPage]],
    folder: Path,
    *,
    indexed: Callable[[int], None],
) -> None:
    """Write what search and the filters of the lists read, in every language.

    Args:
        site: What to find.
        written: Language and words of each page that no record makes.
        folder: The site's folder.
        indexed: Called with the number of pages done so far.

    Raises:
        OSError: A file cannot be written.

    """
    pages = list(written)
    before = 0
    for language, edition in site.editions.items():
        own = [page for of, page in pages if of == language]
        start = before

        def advance(done: int, start: int = start) -> None:
            indexed(start + done)

        files = index_files(search_entries(edition), own, sieves(edition), spoken(edition.t), language, advance)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        before += count_entries(edition) + len(own)


def count_entries_of(site: Site) -> int:
    """Return how many pages made from records `write_index` will take in."""
    return sum(count_entries(edition) for edition in site.editions.values())


def count_pages(site: Site, moulds: Mapping[tuple[str, str], Mould]) -> int:
    """Return how many pages `pour_site` will write."""
    return sum(len(KINDS[kind].slugs(site.editions[language].catalog)) for kind, language in moulds)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Look for rubbish less often: what is made meanwhile stays, or goes by itself. Reading takes a third less time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _write(folder: str, html: str) -> None:
    """Write a page into a folder of its own; plain `os` calls, because this is done for every page."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder)  # noqa: PTH103
    with open(f"{folder}/index.html", "wb", buffering=0) as file:  # noqa: PTH123
        file.write(html.encode())
