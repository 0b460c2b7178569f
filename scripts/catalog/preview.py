"""The site while somebody works on it: a page is poured when it is asked for, from the records as they are now.

Nothing is written but pictures. When a record changes, only changed files are parsed again; when the records have
mistakes, the site stays as it was and the mistakes are told. Who asks, and over which wire, is not known here.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from catalog.addresses import SLUG
from catalog.diagnostics import Diagnostic, has_errors
from catalog.frame import Frame
from catalog.judged import Judged, read_and_check
from catalog.pour import slots_of
from catalog.publish import FolderWriter
from catalog.recall import Recall
from catalog.repository import RECORDS_FOLDER, Repository
from catalog.search import INDEX_FOLDER, Documents
from catalog.site import Site, set_out
from catalog.tasks import draw_covers, write_index
from catalog.views import KINDS, drawings

Fingerprint = frozenset[tuple[str, int, int, int]]
"""Path, size, time of change in nanoseconds and number of every file below `products/`."""


@dataclass(frozen=True)
class _Shown:
    """The site as one state of records and frame makes it."""

    site: Site
    frame: Frame
    made: dict[str, bytes] = field(default_factory=dict)
    """What had to be made as a whole when a part of it was asked for: the search index of a language."""


class Preview:
    """A site of which every page is made when it is asked for."""

    def __init__(self, root: Path, as_of: Callable[[Repository], date], pictures: Path) -> None:
        """Read the records.

        Args:
            root: The project's folder.
            as_of: Tells the day the site is shown for.
            pictures: A folder of the site, for small pictures; whoever shows the site serves it too.

        Raises:
            OSError: A folder cannot be read.

        """
        self._root = root
        self._as_of = as_of
        self._pictures = pictures
        self._lock = threading.Lock()
        self._shown: _Shown | None = None
        self._seen = self._fingerprint()
        self._recall: Recall | None = None
        self._read()

    @property
    def judged(self) -> Judged:
        """The records without errors that were read last; with errors if there never were others."""
        return self._judged

    def show(self, frame: Frame) -> tuple[Diagnostic, ...]:
        """Set the records out in a new frame; return what was found about pictures."""
        with self._lock:
            return self._set_out(frame)

    def refresh(self) -> tuple[Diagnostic, ...] | None:
        """Follow what has changed in the records; `None`: nothing has.

        Returns:
            What was found. With an error in it, the site still shows the state before.

        Raises:
            OSError: A folder cannot be read, or a picture cannot be written.

        """
        seen = self._fingerprint()
        if seen == self._seen:
            return None
        with self._lock:
            self._seen = seen
            findings = self._read()
            if self._shown is not None and not has_errors(findings):
                findings = (*findings, *self._set_out(self._shown.frame))
            return findings

    def get(self, uri: str) -> bytes | None:
        """Return a page, a drawn cover or a part of the search index by its address; `None`: it is none of these.

        Args:
            uri: Relative to the site's root; of a page it ends with `/`, that of the home page is the empty text.

        """
        shown = self._shown
        if shown is None:
            return None
        if uri == "" or uri.endswith("/"):
            return _page(shown, uri)
        if uri.startswith("assets/covers/"):
            return self._cover(shown, uri)
        return self._index(shown, uri) if uri.startswith(f"{INDEX_FOLDER}/") else None

    def _read(self) -> tuple[Diagnostic, ...]:
        judged = read_and_check(self._root, self._as_of, recall=self._recall)
        self._recall = judged.recall.again()
        if not judged.has_errors or self._shown is None:
            self._judged = judged
        return judged.findings

    def _set_out(self, frame: Frame) -> tuple[Diagnostic, ...]:
        site, findings = set_out(self._root, self._judged, frame, FolderWriter(self._pictures), share_cards=False)
        if self._shown is not None and self._shown.frame is frame:  # templates need not be compiled again
            site = replace(site, renderer=self._shown.site.renderer)
            site.renderer.forget()
        self._shown = _Shown(site, frame)
        return findings

    def _cover(self, shown: _Shown, uri: str) -> bytes | None:
        edition = next(iter(shown.site.editions.values()))
        wanted = [drawing for drawing in drawings(edition.catalog, edition.pictures) if drawing.uri == uri]
        kept = _Held()
        draw_covers(wanted, self._root, kept)
        return kept.files.get(uri)

    def _index(self, shown: _Shown, uri: str) -> bytes | None:
        with self._lock:
            for language in shown.site.editions:
                if uri.startswith(f"{INDEX_FOLDER}/{language}") and uri not in shown.made:
                    held = _Held()
                    write_index(shown.site, shown.frame, language, Documents(), held)
                    shown.made.update(held.files)
            return shown.made.get(uri)

    def _fingerprint(self) -> Fingerprint:
        return frozenset(_states(os.fspath(self._root / RECORDS_FOLDER)))


class _Held(FolderWriter):
    """A writer that holds what it is given in memory."""

    def __init__(self) -> None:
        super().__init__(Path(os.devnull))
        self.files: dict[str, bytes] = {}

    def write(self, uri: str, content: bytes, key: str = "") -> None:  # noqa: ARG002
        """Take a file."""
        self.files[uri] = content


def _page(shown: _Shown, uri: str) -> bytes | None:
    for kind, language, slug in _places(shown.site, uri):
        mould = shown.frame.mould_of(kind, language, slug)
        if mould is not None and slug in KINDS[kind].slugs(shown.site.catalog):
            return mould.pour(slots_of(shown.site.page(kind, language, slug), shown.site.renderer)).content
    return None


def _places(site: Site, uri: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, language and slug of every page that an address may be of."""
    for (kind, language), place in site.plan.places.items():
        before, found, after = place.partition(SLUG)
        slug = uri[len(before) : len(uri) - len(after)]
        if kind in KINDS and (uri == place if not found else uri == before + slug + after and slug):
            yield kind, language, slug if found else ""


def _states(folder: str) -> Iterable[tuple[str, int, int, int]]:
    """Yield the state of every file of a folder; plain `os` calls, because this is done several times a second."""
    try:
        entries = list(os.scandir(folder))
    except OSError:  # a folder that vanishes while it is looked at: the next look shows it
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _states(entry.path)
            else:
                state = entry.stat(follow_symlinks=False)
                yield entry.path, state.st_size, state.st_mtime_ns, state.st_ino
        except OSError:
            continue
