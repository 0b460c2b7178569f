"""The whole flow, top to bottom. Read this first.

products/**/*.yml ─ read ─▶ Repository ─ build ─▶ Catalog ─ check ─▶ findings (errors stop here, all at once)
content/, overrides/ ─ MkDocs, or what it made last time ─▶ Frame: moulds, pages that people wrote, files of the theme
photos/* ─ derive ─▶ site/assets/pictures/ ; no photo ─ draw ─▶ site/assets/covers/
Catalog ─ views ─▶ Page ─ render ─▶ Slots ─ pour into the mould of its kind and language ─▶ site/**/index.html

The first line stands in `judged`, which is all that `catalog check` needs. Every file goes through a `SiteWriter`; who
makes the frame and publishes the whole is `build`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalog.addresses import SLUG, AddressPlan, fallback
from catalog.crew import WorkerDied, spread
from catalog.diagnostics import Diagnostic, format_text, has_errors, in_reading_order
from catalog.frame import OVERRIDES_FOLDER, Frame, digest_of_file
from catalog.index import FOLLOWS, Catalog
from catalog.judged import CACHE_FOLDER, Judged, SiteNotBuilt, uncollected
from catalog.memory import Memory, key_of
from catalog.pour import slots_of
from catalog.publish import SiteWriter
from catalog.reads import Noted, plain, reading, worth
from catalog.recipe import code_digest, digest_of, folder_digest, libraries_digest
from catalog.render import Renderer
from catalog.repository import PHOTOS_FOLDER
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
from catalog.sitemap import SitemapPage, robots, sitemaps
from catalog.strings import read_strings
from catalog.views import (
    CARD,
    KINDS,
    PICTURES_FOLDER,
    PLATES_FOLDER,
    Drawing,
    Edition,
    Page,
    SearchEntry,
    drawings,
    entry_places,
    page_of,
    pictures_of,
    product_card,
    search_entry,
    share_cards,
    sieve_entry,
    sieves,
    spoken,
)

if TYPE_CHECKING:
    from catalog.images.card import Card
    from catalog.images.plan import Original, Picture

PagePlace = tuple[str, str, str]
"""Kind, language and slug of a page."""
SEARCH = "search"
"""Under which `memory` knows what search says of a page."""
INDEX_FILE = "index"
"""File of the cache that holds the last search index, without its language."""
CARDS_FOLDER = "assets/cards"
"""Folder of the site that holds the pictures of shared links."""
MODELS_KEPT, CARDS_KEPT = 3_000, 10_000
"""How many records, and how many cards of records in one language, a worker keeps; some 30 MB and 15 MB."""
RECORDS_AT_ONCE, PAGES_AT_ONCE, COVERS_AT_ONCE = 128, 16, 32
"""How much one task of a worker holds; an overview shows many records, so a few of them are as much work."""
FEW_PAGES = 128
"""Fewer new pages are made sooner by this process than workers could be hired; they do not ask for every template."""


@dataclass(frozen=True)
class Site:
    """The catalog in all its languages, ready to be shown."""

    editions: Mapping[str, Edition]
    """Language → the catalog in it."""
    plan: AddressPlan
    renderer: Renderer
    site_url: str
    """Full address with `/` at its end; the empty text when the site does not know it."""
    originals: Mapping[str, Original] | None = None
    """The photos that share cards are made of; `None`: its pages have no share cards."""

    @property
    def catalog(self) -> Catalog:
        """What all editions show."""
        return next(iter(self.editions.values())).catalog

    def page(self, kind: str, language: str, slug: str = "") -> Page:
        """Make one page."""
        return page_of(self.editions[language], kind, slug)

    def overviews(self, language: str) -> Iterator[str]:
        """Give the kinds of pages of which there is one and that search finds; the search page does not find itself."""
        for (kind, of), place in self.plan.places.items():
            if of == language and kind in KINDS and kind != "search" and SLUG not in place:
                yield kind

    def families(self) -> dict[str, Callable[[str], str]]:
        """Return what tells the worth of every fact that a page may read; see `Catalog.families`."""
        pictures = plain(next(iter(self.editions.values())).pictures)
        share_cards = {f"share-card-{language}": plain(each.share_cards) for language, each in self.editions.items()}
        return {
            **self.catalog.families(),
            "picture": worth(pictures),
            **{
                name: worth({"/".join(place): uri for place, uri in addresses.items()})
                for name, addresses in share_cards.items()
            },
            **{f"{CARD}-{language}": _worth_of_cards(edition) for language, edition in self.editions.items()},
        }

    def made(self) -> dict[str, tuple[str, str]]:
        """Return the families of facts that are made, and under which rows a memory knows what they were made of."""
        return {f"{CARD}-{language}": (CARD, language) for language in self.editions}

    def learn_cards(self, memory: Memory) -> None:
        """Tell a memory what the cards were made of that have been made since the last time."""
        for language, edition in self.editions.items():
            for id_ in edition.cards_made:
                card, reads = edition.cards[id_]
                memory.learn(CARD, language, id_, repr(card).encode(), reads)
            edition.cards_made.clear()

    def addresses(self) -> Iterator[tuple[str, str, str, str]]:
        """Give every page: kind, language, slug, and its address relative to the site's root."""
        for kind, language in self.plan.places:
            slugs = KINDS[kind].slugs(self.catalog) if kind in KINDS else ("",)
            for slug in slugs:
                yield kind, language, slug, self.plan.uri(kind, language, slug)

    def sitemap_pages(self) -> Iterator[SitemapPage]:
        """Give every page as robots are told of it."""
        for kind, language, slug, uri in self.addresses():
            alternates = self.plan.alternates(kind, slug)
            yield SitemapPage(
                uri, alternates, fallback(alternates, uri), pictures_of(self.editions[language], kind, slug)
            )
            self.tidy()

    def tidy(self) -> None:
        """Let go of what was kept for the next page, if it has become much: records stream through."""
        if len(self.catalog.built) > MODELS_KEPT:
            self.catalog.forget()
        for edition in self.editions.values():
            if len(edition.cards) > CARDS_KEPT:
                edition.cards.clear()
                edition.cards_made.clear()


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling a site with the catalog has made."""

    site: Site
    pages: int
    findings: tuple[Diagnostic, ...]
    """Pictures that could not be made; the site goes without them."""

    def addresses(self) -> Iterator[str]:
        """Give the address of every page, relative to the site's root."""
        return (uri for *_, uri in self.site.addresses())


def fill_site(
    root: Path,
    judged: Judged,
    frame: Frame,
    writer: SiteWriter,
    *,
    jobs: int = 1,
    share_cards: bool = True,
    memory: Path | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Filled:
    """Write a whole site: the frame, a page for every record, pictures, covers, search, sitemap.

    Args:
        root: The project's folder.
        judged: The catalog, without errors.
        frame: Everything that no record makes.
        writer: Where the files go.
        jobs: How many processes work at once; what comes out is the same.
        share_cards: Draw the pictures that shared links show, where the site knows its address.
        memory: Folder of what was learned when pages were last made, for the next time too; `None`: make them all.
        progress: Called with how much of what is being made is done, and how much there is: photos, then pages.

    Raises:
        SiteNotBuilt: A share card cannot be drawn, a page of its own has no record, or a worker died.
        OSError: A file cannot be written.

    """
    with uncollected():
        site, findings = set_out(root, judged, frame, writer, share_cards=share_cards, progress=progress)
        for uri, content in frame.files.items():
            key = digest_of_file(content)
            if not writer.holds(uri, key):
                writer.write(uri, bytes(content), key)
        _refuse_lost_pages(site, frame)
        learned = _memory_of(root, judged, site, frame, memory and memory / "pages")
        documents = Documents(memory and memory / "documents")
        indexes = {
            language: KeptIndex(memory and memory / f"{INDEX_FILE}-{language}", learned.base(SEARCH, language))
            for language in site.editions
        }
        _work_off(_Work(site, frame, root, writer, learned, documents, indexes), jobs, progress)
        site.learn_cards(learned)
        if site.originals is not None:
            _print_share_cards(site, root, writer, progress)
        judged.close()
        learned.save()
        documents.save()
    return Filled(site, _count_pages(site, frame), findings)


def set_out(
    root: Path,
    judged: Judged,
    frame: Frame,
    writer: SiteWriter,
    *,
    share_cards: bool = True,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Set the catalog out in every language, its photos and share cards included.

    Returns:
        The site, and what was found about photos that could not be made.

    Raises:
        SiteNotBuilt: A share card has a letter that cannot be shown.
        OSError: A picture cannot be written.

    """
    pictures, failed = derive_pictures(root, judged, writer, progress)
    site = open_site(
        judged.catalog,
        frame.plan,
        root / OVERRIDES_FOLDER,
        site_url=frame.site_url,
        edit_base=frame.edit_base,
        pictures=pictures,
    )
    if frame.site_url and share_cards:  # only full addresses can point to a share card
        site, lacking = with_share_cards(site, judged.originals)
        if lacking:
            raise SiteNotBuilt(format_text(lacking))
    return site, failed


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
            pictures=Noted("picture", pictures or {}),
            plates=plates,
        )
        for language in plan.languages
    }
    return Site(editions, plan, Renderer(overrides), site_url)


def derive_pictures(
    root: Path, judged: Judged, writer: SiteWriter, progress: Callable[[int, int], None]
) -> tuple[Mapping[str, Picture], tuple[Diagnostic, ...]]:
    """Make the small, private pictures of every photo that a record names; what has not changed comes from the cache.

    Args:
        root: The project's folder.
        judged: The catalog and its originals.
        writer: Where the pictures go.
        progress: Called with the number of photos that are done and of all that must be decoded.

    Returns:
        Photo file → its picture, and what was found about those that could not be made; these are missing.

    Raises:
        OSError: A picture cannot be written.

    """
    catalog = judged.catalog
    named = {
        f"{entry.home}/{PHOTOS_FOLDER}/{file}"
        for entries in (catalog.villages, catalog.makers, catalog.products)
        for entry in entries.values()
        for file in entry.brief.photos
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
            writer=writer,
            folder=PICTURES_FOLDER,
            executor=workshop,
            progress=progress,
        )
    return report.pictures, report.findings


def with_share_cards(site: Site, originals: Mapping[str, Original]) -> tuple[Site, list[Diagnostic]]:
    """Give every page of a site its share card; return the site with them, and the letters that cannot be shown.

    Only a site that knows its own address can point to them, and drawing them all takes half a minute of two
    processors the first time.
    """
    from catalog.images.card import check_letters, key_of, name_of
    from catalog.images.paint import tools_version

    tools = tools_version()
    uris: dict[str, dict[tuple[str, str], str]] = {language: {} for language in site.editions}
    findings: list[Diagnostic] = []
    for language, place, card in _share_cards(site, originals):
        uris[language][place] = f"{CARDS_FOLDER}/{name_of(key_of(card, tools))}"
        findings += check_letters(card)
    editions = {
        language: replace(edition, share_cards=Noted(f"share-card-{language}", uris[language]))
        for language, edition in site.editions.items()
    }
    return replace(site, editions=editions, originals=originals), in_reading_order(findings)


def _share_cards(site: Site, originals: Mapping[str, Original]) -> Iterator[tuple[str, tuple[str, str], Card]]:
    """Make every share card, one at a time, with its language and its page."""
    for language, edition in site.editions.items():
        for place, card in share_cards(edition, originals):
            yield language, place, card
            site.tidy()


def _print_share_cards(site: Site, root: Path, writer: SiteWriter, progress: Callable[[int, int], None]) -> None:
    """Write the site's share cards; those that have not changed come from the cache."""
    from catalog.images.cache import Cache
    from catalog.images.press import print_all
    from catalog.images.workshop import Workshop

    cache = Cache(root / CACHE_FOLDER / "cards")
    with Workshop() as workshop:
        printed = print_all(
            (card for _, _, card in _share_cards(site, site.originals or {})),
            root=root,
            cache=cache,
            writer=writer,
            folder=CARDS_FOLDER,
            executor=workshop,
            progress=progress,
        )
    if has_errors(printed.findings):
        raise SiteNotBuilt(format_text(printed.findings))


def _memory_of(root: Path, judged: Judged, site: Site, frame: Frame, file: Path | None) -> Memory:
    """Return what is known of pages made before.

    What a page is made of besides the facts it reads: code, libraries, templates, words, vocabularies, the address
    plan, and its mould.
    """
    if file is None:
        return Memory()
    common = digest_of(
        code_digest(),
        libraries_digest(),
        folder_digest(root / OVERRIDES_FOLDER / "catalog"),
        judged.repository.vocabularies.digest,
        repr((sorted(frame.plan.places.items()), frame.plan.languages, frame.site_url, frame.edit_base)),
        *sorted(next(iter(site.editions.values())).plates),
    )
    pieces: dict[tuple[str, str], list[str]] = {
        (kind, language): [common] for kind in (SEARCH, CARD) for language in frame.plan.languages
    }
    for (kind, language, slug), mould in sorted(frame.moulds.items()):
        pieces.setdefault((kind, language), [common]).extend((slug, mould.digest))
    return Memory(
        file,
        bases={place: digest_of(*texts) for place, texts in pieces.items()},
        families=site.families(),
        follows=FOLLOWS,
        made=site.made(),
    )


def _worth_of_cards(edition: Edition) -> Callable[[str], str]:
    def worth(id_: str) -> str:
        product = plain(edition.catalog.products).get(id_)
        return key_of(repr(product_card(edition, product)).encode()) if product else ""

    return worth


# --- what the workers do ---


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


@dataclass(frozen=True, slots=True)
class _Work:
    """What every worker knows."""

    site: Site
    frame: Frame
    root: Path
    writer: SiteWriter
    memory: Memory
    documents: Documents
    indexes: Mapping[str, KeptIndex]

    def do(self, task: Task) -> tuple[Any, Any, Any]:
        """Do one task, and return what was written, learned and gathered, for the parent."""
        writer, memory, documents = self.writer.fork(), self.memory.fork(), self.documents.fork()
        if isinstance(task, Pages):
            pour_pages(self.site, self.frame, task.pages, writer, memory)
            gather_words(self.site, task.words, documents, memory)
            self.site.learn_cards(memory)
        elif isinstance(task, Covers):
            draw_covers(task.drawings, self.root, writer)
        elif isinstance(task, Index):
            write_index(self.site, self.frame, task.language, self.documents, writer, self.indexes[task.language])
        else:
            write_for_robots(self.site, writer)
        self.site.tidy()
        return writer.report(), memory.report(), documents.report()

    def new_pages(self, kind: str, slugs: Iterable[str]) -> Iterator[PagePlace]:
        """Give pages in every language that must be made; the others are claimed as they are."""
        return pages_to_make(self.site, self.frame, [(kind, slug) for slug in slugs], self.writer, self.memory)

    def new_of_records(self, records: Iterable[tuple[str, str]]) -> Iterator[Pages]:
        """Give, by record, what must be made of it: pages, words; records that are as they were are left out."""
        for record in records:
            pages = tuple(pages_to_make(self.site, self.frame, [record], self.writer, self.memory))
            words = tuple(words_to_gather(self.site, [record], self.documents, self.memory))
            if pages or words:
                yield Pages(pages, words)


def _work_off(work: _Work, jobs: int, progress: Callable[[int, int], None]) -> None:
    """Make everything that is made from records; if it is much, let workers make it."""
    tasks = list(_tasks(work))
    indexes = [Index(language) for language in work.site.editions]
    if sum(len(task.pages) for task in tasks if isinstance(task, Pages)) < FEW_PAGES:
        jobs = 1
    else:
        work.site.renderer.load()  # once, not in every worker
    total = sum(_weight(task) for task in (*tasks, *indexes))
    done = 0

    def advance(task: Task) -> None:
        nonlocal done
        done += _weight(task)
        progress(done, total)

    try:
        for some in (tasks, indexes):  # an index is made of what was gathered before
            for _, (written, learned, gathered) in spread(some, work.do, jobs=jobs, done=advance):
                work.writer.merge(written)
                work.memory.merge(learned)
                work.documents.merge(gathered)
    except WorkerDied as error:
        raise SiteNotBuilt(
            f"Một tiến trình con đã dừng ({error.how}) khi đang làm: {error.task}.\n"
            f"A worker process ended ({error.how}) while making: {error.task}."
        ) from None


def _tasks(work: _Work) -> Iterator[Task]:
    """Give everything that must be made from records, the longest tasks first; the same for any number of workers."""
    site, frame = work.site, work.frame
    yield Robots()
    for kind in KINDS:
        if not KINDS[kind].of_record:
            pages = tuple(work.new_pages(kind, KINDS[kind].slugs(site.catalog) if _has(frame, kind) else ()))
            for start in range(0, len(pages), PAGES_AT_ONCE):
                yield Pages(pages[start : start + PAGES_AT_ONCE])
    found = dict.fromkeys(place for language in site.editions for place in _found_of_many(site, language))
    words = tuple(words_to_gather(site, found, work.documents, work.memory))
    for start in range(0, len(words), PAGES_AT_ONCE):
        yield Pages((), words[start : start + PAGES_AT_ONCE])
    kinds = [kind for kind in KINDS if _has(frame, kind)]
    records = list(work.new_of_records(place for place in site.catalog.by_home if place[0] in kinds))
    for start in range(0, len(records), RECORDS_AT_ONCE):
        some = records[start : start + RECORDS_AT_ONCE]
        yield Pages(
            tuple([page for record in some for page in record.pages]),
            tuple([page for record in some for page in record.words]),
        )
    covers = drawings(site.catalog, next(iter(site.editions.values())).pictures)
    for start in range(0, len(covers), COVERS_AT_ONCE):
        yield Covers(covers[start : start + COVERS_AT_ONCE])


def _count_pages(site: Site, frame: Frame) -> int:
    """Return how many pages a site has, those of the frame included."""
    poured = sum(
        frame.mould_of(kind, language, slug) is not None
        for kind in KINDS
        if _has(frame, kind)
        for slug in KINDS[kind].slugs(site.catalog)
        for language in site.editions
    )
    return poured + sum(uri.endswith(".html") for uri in frame.files)


def _has(frame: Frame, kind: str) -> bool:
    return any(each == kind for each, _, _ in frame.moulds)


def _weight(task: Task) -> int:
    """Return how much a task counts in the progress: its pages."""
    return len(task.pages) if isinstance(task, Pages) else 1


def _refuse_lost_pages(site: Site, frame: Frame) -> None:
    """Stop at a page of its own for a record that does not exist."""
    for kind, language, slug in sorted(frame.own_pages):
        if slug and slug not in KINDS[kind].slugs(site.catalog):
            raise SiteNotBuilt(
                f"content/: catalog: {kind}, slug: {slug} ({language}): không có bản ghi nào như vậy.\n"
                f"content/: catalog: {kind}, slug: {slug} ({language}): there is no such record."
            )


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


def _found_of_many(site: Site, language: str) -> Iterator[tuple[str, str]]:
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
