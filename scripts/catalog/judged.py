"""The catalog with everything that was found in it: `products/` read, ordered and judged.

All that `catalog check` needs, and no more: what makes pages of it is the matter of `pipeline`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.checks import check_record, check_repository
from catalog.crew import WorkerDied
from catalog.diagnostics import Diagnostic, has_errors, in_reading_order
from catalog.index import Catalog, build_catalog
from catalog.recall import Recall
from catalog.recipe import code_digest, digest_of, libraries_digest
from catalog.repository import PHOTOS_FOLDER, Repository, read_repository

if TYPE_CHECKING:
    from catalog.images.inspect import Inspection
    from catalog.images.plan import Original

CACHE_FOLDER = ".cache"
"""What was worked out once, beside `products/`; may be deleted at any time."""


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
    recall: Recall = field(default_factory=Recall, repr=False, compare=False)
    """What is known of the records, for whoever reads them again in this process."""

    @property
    def has_errors(self) -> bool:
        """Tell whether a build must stop."""
        return has_errors(self.findings)

    def close(self) -> None:
        """Let go of what the records say, once everything is made of it: who there are is still known."""
        self.recall.forget()
        for record in self.repository.records:
            record.close()


def read_and_check(
    root: Path, as_of: Callable[[Repository], date], *, recall: Recall | None = None, jobs: int = 1
) -> Judged:
    """Read `root/products`, order it and judge it; what has not changed since the last time is recalled.

    Args:
        root: The project's folder.
        as_of: Tells the day the site is built for.
        recall: What is known of the records; else what the project's cache knows.
        jobs: How many processes work at once, if many records are new; what comes out is the same.

    Raises:
        OSError: A folder cannot be read; that is not the author's mistake.
        SiteNotBuilt: A worker died.

    """
    with uncollected():
        if recall is None:
            recall = Recall(root / CACHE_FOLDER / "records", digest_of(code_digest(), libraries_digest()))
        try:
            repository = read_repository(root, recall, check_record, jobs=jobs)
        except WorkerDied as error:
            raise SiteNotBuilt(
                f"Một tiến trình con đã dừng ({error.how}) khi đang đọc: {error.task}.\n"
                f"A worker process ended ({error.how}) while reading: {error.task}."
            ) from None
        recall.save()
        catalog = build_catalog(repository, as_of(repository))
        originals, measures, findings = examine_pictures(root, repository)
        findings += [*repository.findings, *check_repository(repository, catalog, measures)]
        for record in repository.records:
            record.close_text()  # a third of what reading has left in memory
        return Judged(repository, catalog, tuple(in_reading_order(findings)), originals, recall)


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


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no rubbish that goes round in circles.

    There is none to speak of (350 objects in a build of 4,283 pages), and looking for it among all that stays took a
    fifteenth of the build.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # what was made is old by now, without being looked through one by one
        if before:
            gc.enable()
