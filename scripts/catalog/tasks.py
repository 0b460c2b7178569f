"""What is made of a site that is set out, piece by piece: pages, covers, what search reads, what robots are told.

Each function makes one kind of piece and writes it; which pieces are wanted, and in which process, is `pipeline`'s
business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from pathlib import Path

from catalog.frame import Frame
from catalog.judged import CACHE_FOLDER
from catalog.memory import Memory
from catalog.pour import slots_of
from catalog.publish import SiteWriter
from catalog.reads import reading
from catalog.recipe import digest_of, folder_digest
from catalog.search import (
    INDEX_FOLDER,
    Document,
    Documents,
    KeptIndex,
    WrittenPage,
    changes_of,
    document_of,
    index_files,
    revised,
    table_files,
)
from catalog.site import Site
from catalog.sitemap import robots, sitemaps
from catalog.views import (
    KINDS,
    Drawing,
    SearchEntry,
    entry_places,
    search_entry,
    sieve_entry,
    sieves,
    spoken,
)

PagePlace = tuple[str, str, str]
"""Kind, language and slug of a page."""
SEARCH = "search"
"""Under which `memory` knows what search says of a page."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A task: these pages, and what search says of them; each by kind, language and slug."""

    pages: tuple[PagePlace, ...]
    words: tuple[PagePlace, ...] = ()

    def __str__(self) -> str:
        """Name the task."""
        (kind, _, slug), more = (self.pages or self.words)[0], len(self.pages or self.words) - 1
        return " ".join([kind, slug, f"… (+{more})" if more else ""]).strip()


@dataclass(frozen=True, slots=True)
class Covers:
    """A task: these drawn covers."""

    drawings: tuple[Drawing, ...]

    def __str__(self) -> str:
        """Name the task."""
        return self.drawings[0].uri


@dataclass(frozen=True, slots=True)
class Index:
    """A task: what search and the filters of the lists read, in one language."""

    language: str

    def __str__(self) -> str:
        """Name the task."""
        return f"{INDEX_FOLDER}/{self.language}"


@dataclass(frozen=True, slots=True)
class Robots:
    """A task: what robots are told, the address of every page above all."""

    def __str__(self) -> str:
        """Name the task."""
        return "robots.txt"


Task = Pages | Covers | Index | Robots


def pages_to_make(
    site: Site, frame: Frame, pages: Iterable[tuple[str, str]], writer: SiteWriter, memory: Memory
) -> Iterator[PagePlace]:
    """Give the pages that must be made; those that are as they were are claimed.

    Args:
        site: What to show.
        frame: The moulds; a language that has none for a page goes without it.
        pages: Kind and slug of each.
        writer: Where they go.
        memory: Tells which of them would be made of the same facts.

    Raises:
        OSError: A page is there, and cannot be carried over.

    """
    for kind, slug in pages:
        for language in site.editions:
            if frame.mould_of(kind, language, slug) is not None:
                key = memory.key(kind, language, slug)
                if not key or not writer.holds(_file_of(site, kind, language, slug), key):
                    yield kind, language, slug


def pour_pages(site: Site, frame: Frame, pages: Iterable[PagePlace], writer: SiteWriter, memory: Memory) -> None:
    """Write pages.

    Args:
        site: What to show.
        frame: The moulds.
        pages: What `pages_to_make` gave.
        writer: Where they go.
        memory: Learns what they are made of.

    Raises:
        OSError: A page cannot be written.

    """
    for kind, language, slug in pages:
        mould = frame.mould_of(kind, language, slug)
        assert mould is not None  # noqa: S101 - `pages_to_make` gives no others
        with reading() as reads:
            page = site.page(kind, language, slug)
            poured = mould.pour(slots_of(page, site.renderer))
        key = memory.learn(kind, language, slug, poured.essence, reads)
        writer.write_page(_file_of(site, kind, language, slug), poured, key)


def _file_of(site: Site, kind: str, language: str, slug: str) -> str:
    return f"{site.plan.uri(kind, language, slug)}index.html"


def draw_covers(wanted: Iterable[Drawing], root: Path, writer: SiteWriter) -> int:
    """Write drawn covers, and return how many had to be drawn; the others were kept.

    Args:
        wanted: What to draw.
        root: The project's folder.
        writer: Where they go.

    Raises:
        OSError: A cover cannot be written.

    """
    from catalog.drawing.patterns import pattern
    from catalog.images.cache import Cache

    cache = Cache(root / CACHE_FOLDER / "covers")
    code, drawn = _drawing_code(), 0
    for drawing in wanted:
        key = digest_of("cover", code, drawing.pattern or "", drawing.seed)
        if writer.holds(drawing.uri, key):
            continue
        svg = cache.get(key)
        if svg is None:
            svg = pattern(drawing.pattern, drawing.seed).encode()
            cache.put(key, svg)
            drawn += 1
        writer.write(drawing.uri, svg, key)
    return drawn


@cache
def _drawing_code() -> str:
    """Return a digest of the code that draws: it changes with every line that could change a cover."""
    return folder_digest(Path(__file__).parent / "drawing", (".py",))


def words_to_gather(
    site: Site, pages: Iterable[tuple[str, str]], documents: Documents, memory: Memory
) -> Iterator[PagePlace]:
    """Give the pages whose documents must be made, in each language; those that are as they were stay.

    Args:
        site: What to find.
        pages: Kind and slug of each.
        documents: Those of the last build.
        memory: Tells which of them would be made of the same facts.

    """
    for kind, slug in pages:
        for language, edition in site.editions.items():
            key = memory.key(SEARCH, language, f"{kind}/{slug}")
            if edition.has(kind) and not documents.holds(language, kind, slug, key):
                yield kind, language, slug


def gather_words(site: Site, pages: Iterable[PagePlace], documents: Documents, memory: Memory) -> None:
    """Put what search and the filters know of pages among the documents.

    Args:
        site: What to find.
        pages: What `words_to_gather` gave.
        documents: Where it goes.
        memory: Learns what they are made of.

    """
    for kind, language, slug in pages:
        with reading() as reads:
            content = _document(site, kind, language, slug).to_bytes()
        key = memory.learn(SEARCH, language, f"{kind}/{slug}", content, reads)
        documents.put(language, kind, slug, key, content)


def write_index(
    site: Site, frame: Frame, language: str, documents: Documents, writer: SiteWriter, kept: KeptIndex | None = None
) -> None:
    """Write what search and the filters of the lists read in one language.

    Args:
        site: What to find.
        frame: The pages that people wrote.
        language: One language of the site.
        documents: What `gather_words` has gathered; the others are made here.
        writer: Where the files go.
        kept: The last index, which is revised if little has changed.

    Raises:
        OSError: A file cannot be written.

    """
    edition, kept = site.editions[language], kept or KeptIndex()
    found = _found(site, frame, language)
    keys = [
        f"{page.uri} {page.digest}"
        if isinstance(page, WrittenPage)
        else f"{'/'.join(page)} {documents.key(language, *page)}"
        for page in found
    ]

    def before(number: int, key: str) -> Document | None:
        page = found[number]
        return None if isinstance(page, WrittenPage) else documents.before(language, *page, key)

    def document(number: int) -> Document:
        page = found[number]
        if isinstance(page, WrittenPage):
            return document_of(SearchEntry.of_written(page.uri, page.title, page.description, page.text))
        return documents.get(language, *page) or _document(site, page[0], language, page[1])

    last = kept.recall()
    changes = changes_of(last, keys, before, document) if last else None
    if last and changes is not None and all(change.keeps_sieve for change in changes):
        files = revised(last.files, changes, {}, language)
    else:
        everything = [document(number) for number in range(len(found))]
        sieved = sieves(edition, ((each.kind, each.sieve) for each in everything))
        if last and changes is not None:
            tables = {name: content for sieve in sieved for name, content in table_files(sieve).items()}
            files = revised(last.files, changes, tables, language)
        else:
            files = index_files(everything, (), sieved, spoken(edition.t), language)
    for name, content in files.items():
        writer.write(name, content)
    kept.keep(keys, files)


def write_for_robots(site: Site, writer: SiteWriter) -> None:
    """Write `robots.txt`, and the sitemap of a site that knows its own address.

    Args:
        site: What to tell of.
        writer: Where the files go.

    Raises:
        OSError: A file cannot be written.

    """
    searches = [site.plan.uri("search", language) for language in site.plan.alternates("search")]
    writer.write("robots.txt", robots(site.site_url, searches).encode())
    if site.site_url:
        for name, content in sitemaps(site.site_url, site.sitemap_pages()):
            writer.write(name, content)


def _found(site: Site, frame: Frame, language: str) -> list[tuple[str, str] | WrittenPage]:
    """Return what search finds, in its order: kind and slug of pages made of records, and pages that people wrote."""
    alone: list[tuple[str, tuple[str, str] | WrittenPage]] = [
        *[(site.plan.uri(kind, language), (kind, "")) for kind in site.overviews(language)],
        *[(page.uri, page) for of, page in frame.written if of == language],
    ]
    return [*entry_places(site.editions[language]), *[page for _, page in sorted(alone, key=itemgetter(0))]]


def found_of_many(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Give kind and slug of what search finds and no single record makes."""
    yield from [(kind, slug) for kind, slug in entry_places(site.editions[language]) if not KINDS[kind].of_record]
    yield from [(kind, "") for kind in site.overviews(language)]


def _document(site: Site, kind: str, language: str, slug: str) -> Document:
    """Make what search and the filters know of a page; of an overview its title and what it says of itself."""
    if not slug:
        page = site.page(kind, language)
        return document_of(SearchEntry.of_written(page.uri, page.title, page.description, ""))
    edition = site.editions[language]
    return document_of(search_entry(edition, kind, slug), sieve_entry(edition, kind, slug))
