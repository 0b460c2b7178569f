"""Whole or not at all: a new site comes together beside the old one, is examined, and takes its place in one step.

```text
lock ─▶ recover ─▶ tree (the spare, or empty) ─ writer ─▶ new site ─ proof ─▶ sync ─▶ exchange ─▶ old site = spare
```

Whatever happens before the exchange, the old site stands; whatever happens after it, the new one does. What a dead run
left is cleared away by the next. Decision 20 says why.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from catalog.publish.exchange import exchange, recover, sync, sync_names
from catalog.publish.lock import Busy, locked
from catalog.publish.manifest import (
    Manifest,
    forget_manifest,
    forget_others,
    read_manifest,
    size_of,
    write_manifest,
)
from catalog.publish.tree import TreeWriter, remove_tree, sweep
from catalog.publish.trouble import (
    NotPublished,
    NotWhole,
    another_build,
    cannot_exchange,
    explain,
    is_no_room,
    not_a_folder,
    not_ours,
)
from catalog.publish.writer import MARKER, MARKER_TEXT

SPARE_FOLDER = "site"
"""Folder of the cache that holds the spare copy of each site."""
_GRACE = 1.5
"""Seconds that a build that was told to stop spends on clearing its tree away; the next one does the rest."""
_KEPT = {MARKER, "tree"}
"""What stands in a workshop besides manifests."""
_LEFT_BY_DESKTOPS = {".DS_Store", ".directory", ".localized"}


class Publication:
    """One new site on its way."""

    def __init__(self, target: Path, workshop: Workshop, *, cache_trouble: OSError | None = None) -> None:
        self.target = target
        """The folder that the site is published in."""
        self.cache_trouble = cache_trouble
        """Why nothing can be kept for the next build; `None`: it can."""
        self._workshop = workshop
        self._published = (workshop.keeps and read_manifest(workshop.folder, target)) or Manifest.of_nothing()
        self.writer = TreeWriter(workshop.tree, workshop.take_spare(), target, self._published)
        """What everything of the site is written through."""
        self.writer.write(MARKER, MARKER_TEXT)

    def publish(self, addresses: Iterable[str] = ()) -> None:
        """Examine the new site and put it in the place of the old one.

        Args:
            addresses: Pages that must be there: `a/b/`, the empty text for the first page.

        Raises:
            NotWhole: Something is missing or wrong; the old site stands.
            NotPublished: The folder cannot be replaced.
            OSError: A file cannot be written or removed.

        """
        self.writer.examine_held()
        findings = self.writer.proof.judge(self.writer.claims.keys(), addresses)
        if findings:
            raise NotWhole(findings)
        workshop, tree = self._workshop, self._workshop.tree
        manifest = self.writer.settle()
        workshop.vouch(manifest)
        sync(tree)
        try:
            exchange(tree, self.target, workshop.aside)
        except OSError as error:
            raise cannot_exchange(self.target, error) from error
        sync_names(self.target.parent, workshop.folder)
        workshop.keep_spare(self._published._replace(entries=self._published.entries | self.writer.linked))

    @property
    def room(self) -> int:
        """Bytes that a whole site needs, as far as is known: as many as the old one, at least what is there by now."""
        old = sum(size_of(line) for uri, line in self._published.entries.items() if not uri.endswith("/"))
        new = sum(size_of(line) for line in self.writer.claims.values())
        return max(old, new, _size_on_disk(self._workshop.tree))


class Workshop:
    """The folder where the new site of one target comes together: `tree`, and manifests beside it."""

    def __init__(self, folder: Path, target: Path, *, keeps: bool) -> None:
        self.folder = folder
        self.tree = folder / "tree"
        self.aside = folder / "aside"
        self.keeps = keeps
        """Whether the old site stays here as the spare; otherwise the folder is gone afterwards."""
        self._target = target
        self._doubtful = False
        """The tree is being changed: nobody knows what is in it."""

    def open(self) -> None:
        """Make the folder, try whether the site can go from here to its place, and undo what a dead run left.

        Raises:
            OSError: This is not the place for it.

        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.claim()
        probe = self.folder / "probe"
        with suppress(FileExistsError):
            probe.mkdir()
        there = self._target.parent / f".{self._target.name}.probe"
        try:
            probe.rename(there)
        finally:
            for left in (probe, there):
                with suppress(OSError):
                    left.rmdir()
        self.recover()

    def claim(self) -> None:
        """Make sure that the folder is ours: whatever else is in it will be removed.

        Raises:
            OSError: It is a link, or holds what we did not put there.

        """
        names = os.listdir(self.folder)  # noqa: PTH208 - names are enough
        if os.path.realpath(self.folder) != str(self.folder) or (names and MARKER not in names):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self.folder))
        if not names:
            (self.folder / MARKER).write_bytes(MARKER_TEXT)

    def recover(self) -> None:
        """Finish or undo an exchange in two steps that a dead run began."""
        recover(self.tree, self._target, self.aside)

    def take_spare(self) -> Manifest:
        """Prepare the tree, and return the manifest of what is in it; from here on nobody trusts it."""
        forget_others(self.folder, (self.tree, self._target), _KEPT)
        known = read_manifest(self.folder, self.tree) if self.keeps else None
        self._doubtful = True
        if known is None:
            remove_tree(self.tree)
            self.tree.mkdir()
            return Manifest.of_nothing()
        forget_manifest(self.folder, self.tree)
        sweep(self.tree, known.entries)
        return known

    def vouch(self, manifest: Manifest) -> None:
        """Say what is in the tree, if that will be asked: from here on it is trusted again.

        Raises:
            OSError: It cannot be written.

        """
        if self.keeps:
            write_manifest(self.folder, self.tree, manifest)
            self._doubtful = False

    def keep_spare(self, manifest: Manifest) -> None:
        """Keep the old site, which the exchange has put here, for the next build; what cannot be kept goes.

        Args:
            manifest: What is known of it.

        """
        if not self.keeps:
            self.remove()
            return
        with suppress(OSError):
            if manifest.entries and self.tree.exists():
                self.vouch(manifest)
            else:
                remove_tree(self.tree)
            forget_others(self.folder, (self.tree, self._target), _KEPT)

    def abandon(self, seconds: float) -> None:
        """Clear everything unfinished away, as far as the time allows."""
        with suppress(OSError):
            self.recover()
            if not self.keeps:
                remove_tree(self.folder, seconds)
            elif self._doubtful:
                remove_tree(self.tree, seconds)

    def remove(self) -> None:
        """Remove the folder; what cannot be removed is left to the next run."""
        with suppress(OSError):
            remove_tree(self.folder)


@contextmanager
def open_publication(target: Path, cache: Path | None = None) -> Iterator[Publication]:
    """Begin a new site; leaving without `publish`, by an exception or not, leaves the old one as it was.

    Args:
        target: The folder to publish in; it is made, or must be ours or empty.
        cache: Where a spare copy may be kept, if the target lies beside or below it.

    Raises:
        NotPublished: The folder is not ours, another build runs, or there is no room.
        OSError: The machine fails in another way.

    """
    target = Path(os.path.realpath(target))
    owner, umask = os.getpid(), os.umask(0o022)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _refuse_strangers(target)
        with locked(target.parent / f".{target.name}.lock"):
            workshop, trouble = _open_workshop(target, cache)
            publication: Publication | None = None
            try:
                publication = Publication(target, workshop, cache_trouble=trouble)
                yield publication
            except BaseException as error:
                room = publication.room if publication and isinstance(error, OSError) and is_no_room(error) else None
                if os.getpid() == owner:
                    workshop.abandon(_GRACE if not isinstance(error, Exception) else 60)
                if room is not None and isinstance(error, OSError):
                    raise NotPublished(explain(error, room)) from error
                raise
            else:
                workshop.abandon(60)
    except Busy:
        raise another_build(target) from None
    finally:
        os.umask(umask)


def _open_workshop(target: Path, cache: Path | None) -> tuple[Workshop, OSError | None]:
    """Find a place on the file system of the target: in the cache if possible, otherwise beside the target."""
    beside = Workshop(target.parent / f".{target.name}.new", target, keeps=False)
    if beside.folder.exists():  # left by a run that died
        beside.claim()
        beside.recover()
        remove_tree(beside.folder)
    cache = cache and Path(os.path.realpath(cache))
    trouble = _trouble_of(cache) if cache else None
    if cache and not trouble and target.is_relative_to(cache.parent) and not target.is_relative_to(cache):
        within = Workshop(cache / SPARE_FOLDER / "+".join(target.relative_to(cache.parent).parts), target, keeps=True)
        with suppress(OSError):  # another disk
            within.open()
            return within, None
    try:
        beside.open()
    except OSError as error:
        if error.errno in (errno.EXDEV, errno.EBUSY):
            raise cannot_exchange(target, error) from error
        raise
    return beside, trouble


def _trouble_of(cache: Path) -> OSError | None:
    """Return why nothing can be kept in a folder; `None`: it can."""
    probe = cache / f"probe-{os.getpid()}"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        probe.mkdir()
        probe.rmdir()
    except OSError as error:
        return error
    return None


def _refuse_strangers(target: Path) -> None:
    """Let nobody's files be replaced but ours.

    Raises:
        NotOurs: The place is taken.

    """
    try:
        names = sorted(os.listdir(target))  # noqa: PTH208
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise not_a_folder(target) from None
    names = [name for name in names if name not in _LEFT_BY_DESKTOPS]
    if MARKER in names:
        hidden = [name for name in names if name.startswith(".") and name != MARKER]
        if hidden:  # `.git`, say: no site of ours has hidden entries
            raise not_ours(target, hidden[0], from_mkdocs=False)
    elif names:
        from_mkdocs = {"404.html", "index.html", "assets"} <= set(names)
        raise not_ours(target, names[0], from_mkdocs=from_mkdocs)


def _size_on_disk(folder: Path) -> int:
    """Return how many bytes the files below a folder have."""
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):
            state = path.lstat()
            total += state.st_size
    return total
