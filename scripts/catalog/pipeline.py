"""The whole flow, top to bottom. Read this first.

products/**/*.yml ─ read ─▶ Repository ─ build ─▶ Catalog ─ check ─▶ findings (errors stop here, all at once)
content/, overrides/ ─ MkDocs, or what it made last time ─▶ Frame: moulds, pages that people wrote, files of the theme
photos/* ─ derive ─▶ site/assets/pictures/ ; no photo ─ draw ─▶ site/assets/covers/
Catalog ─ views ─▶ Page ─ render ─▶ Slots ─ pour into the mould of its kind and language ─▶ site/**/index.html

The first line stands in `judged`, which is all that `catalog check` needs; what is shown, in `site`; how each piece of
it is made, in `tasks`. Here stands what must be made at all, in which order, and by how many processes. Every file goes
through a `SiteWriter`; who makes the frame and publishes the whole is `build`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.crew import WorkerDied, spread
from catalog.diagnostics import Diagnostic
from catalog.frame import OVERRIDES_FOLDER, Frame, digest_of_file
from catalog.index import FOLLOWS
from catalog.judged import Judged, SiteNotBuilt, uncollected
from catalog.memory import Memory
from catalog.publish import SiteWriter
from catalog.recipe import code_digest, digest_of, folder_digest, libraries_digest
from catalog.search import Documents, KeptIndex
from catalog.site import Site, print_share_cards, set_out
from catalog.tasks import (
    SEARCH,
    Covers,
    Index,
    PagePlace,
    Pages,
    Robots,
    Task,
    draw_covers,
    found_of_many,
    gather_words,
    pages_to_make,
    pour_pages,
    words_to_gather,
    write_for_robots,
    write_index,
)
from catalog.views import CARD, KINDS, drawings

INDEX_FILE = "index"
"""File of the cache that holds the last search index, without its language."""
RECORDS_AT_ONCE, PAGES_AT_ONCE, COVERS_AT_ONCE = 128, 16, 32
"""How much one task of a worker holds; an overview shows many records, so a few of them are as much work."""
FEW_PAGES = 128
"""Fewer new pages are made sooner by this process than workers could be hired; they do not ask for every template."""


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
        judged: The catalog, without errors; what its records say is let go of in the end.
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
            print_share_cards(site, root, writer, progress)
        judged.close()
        learned.save()
        documents.save()
    return Filled(site, _count_pages(site, frame), findings)


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
    found = dict.fromkeys(place for language in site.editions for place in found_of_many(site, language))
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
