"""The tree in which a new site comes together: a spare copy of an earlier one, brought up to date file by file.

`sweep` makes the spare hold exactly what its manifest says. Then each file is claimed: held as it is, linked over from
the published site, or written anew. `settle` removes what nobody claimed and says what there is now. A file is
trusted only if the system says of it exactly what it said when it was made.
"""

from __future__ import annotations

import math
import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from catalog.diagnostics import Diagnostic
from catalog.publish.manifest import Manifest, folder_stamp, stamp
from catalog.publish.proof import Proof, names_of
from catalog.publish.writer import Poured, create, make_folder

_NAMES_WORTH_SEARCHING = 12
"""With more names than this, reading every link of a page costs less than looking for the names."""


class Report(NamedTuple):
    """What one writer claimed and saw: plain values."""

    claims: dict[str, str]
    """Uri → key, tab, stamp."""
    linked: dict[str, str]
    """Files that the published site shares since: uri → key, tab, stamp."""
    links: dict[str, str]
    findings: list[Diagnostic]


class TreeWriter:
    """The writer of a publication."""

    def __init__(self, tree: Path, spare: Manifest, site: Path, published: Manifest) -> None:
        """Take a tree over.

        Args:
            tree: The folder of the new site; it holds exactly what `spare` says.
            spare: The manifest of what is in the tree already.
            site: The published site.
            published: Its manifest; empty, if nobody knows.

        """
        self.proof = Proof()
        self.claims: dict[str, str] = {}
        """What the new site holds so far: uri → key, tab, stamp."""
        self.linked: dict[str, str] = {}
        self._tree, self._site = str(tree), str(site)
        self._known = spare, published
        self._spare, self._published = spare.entries, published.entries
        self._handed_out: set[str] = set()
        """Folders into which others write too."""

    def holds(self, uri: str, key: str) -> bool:
        """Tell whether the tree or the published site has the file, as it was made under the key."""
        if not key:
            return False
        line = _line(key, f"{self._tree}/{uri}")
        if line is not None and self._spare.get(uri) == line:
            self._claim(uri, line)
            return True
        line = _line(key, f"{self._site}/{uri}")
        return line is not None and self._published.get(uri) == line and self._link(uri, key)

    def write(self, uri: str, content: bytes, key: str = "") -> None:
        """Write a file, unless the tree has it with this content."""
        self._put(uri, content, key)
        self.proof.examine(uri, content)

    def write_page(self, uri: str, page: Poured, key: str) -> None:
        """Write a page, unless the tree has it with this content."""
        self._put(uri, page.content, key)
        self.proof.examine_poured(uri, page)

    def _put(self, uri: str, content: bytes, key: str) -> None:
        path = f"{self._tree}/{uri}"
        known = self._spare.get(uri)
        now = _stamp_of_same(path, known, content) if known is not None else ""
        if not now:
            try:
                now = stamp(create(path, content))
            except (FileExistsError, NotADirectoryError):
                self._make_room(uri)
                now = stamp(create(path, content))
        self._claim(uri, f"{key}\t{now}")

    def path(self, uri: str) -> Path:
        """Tell where a file belongs, and make its folder."""
        path = Path(self._tree, uri)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            self._make_room(uri)
            path.parent.mkdir(parents=True, exist_ok=True)
        self._handed_out.add(f"{uri.rpartition('/')[0]}/")
        return path

    def adopt(self, uri: str, key: str = "") -> None:
        """Claim a file that is in its place."""
        path = Path(self._tree, uri)
        path.chmod(0o644)
        self._claim(uri, f"{key}\t{stamp(path.lstat())}")
        if uri.endswith((".html", ".json", ".xml", ".ics", ".css")):
            self.proof.examine(uri, path.read_bytes())

    def fork(self) -> TreeWriter:
        """Give a worker a writer that knows the same."""
        spare, published = self._known
        mine = TreeWriter(Path(self._tree), spare, Path(self._site), published)
        mine.proof = self.proof.fork()
        return mine

    def report(self) -> Report:
        """Say what was claimed and seen; links to pages of its own need no one's attention."""
        links = {target: page for target, page in self.proof.links.items() if f"{target}/index.html" not in self.claims}
        return Report(self.claims, self.linked, links, self.proof.findings)

    def merge(self, report: Report) -> None:
        """Take over what a worker claimed and saw."""
        twice = self.claims.keys() & report[0].keys()
        if twice:
            raise ValueError(f"claimed twice: {min(twice)}")
        self.claims.update(report[0])
        self.linked.update(report[1])
        self.proof.merge(*report[2:])

    def examine_held(self) -> None:
        """Look at pages that were not made anew, where a change elsewhere could have broken a link of theirs."""
        _, published = self._known
        gone = published.entries.keys() - self.claims.keys() - published.apart
        names = names_of(uri for uri in gone if not uri.endswith("/"))
        for uri, line in self.claims.items():
            if not uri.endswith(".html") or line not in (self._spare.get(uri), self.linked.get(uri)):
                continue
            judged_before = self._published.get(uri, "").partition("\t")[0] == line.partition("\t")[0]
            if judged_before and not names:
                continue
            content = Path(self._tree, uri).read_bytes()
            if not judged_before or len(names) > _NAMES_WORTH_SEARCHING or any(name in content for name in names):
                self.proof.examine(uri, content)

    def settle(self) -> Manifest:
        """Remove what nobody claimed, and return the manifest of the finished tree."""
        folders = _folders_of(self.claims)
        gone = [uri for uri in self._spare if uri not in self.claims and uri not in folders]
        for uri in gone:
            _discard(f"{self._tree}/{uri.rstrip('/')}")
        for folder in self._handed_out:
            with suppress(FileNotFoundError), os.scandir(f"{self._tree}/{folder}") as entries:
                inside = {f"{folder.removeprefix('/')}{entry.name}": entry.path for entry in entries}
            for uri in inside.keys() - self.claims.keys():
                if f"{uri}/" not in folders:
                    _discard(inside[uri])
        new = (uri for uri, line in self.claims.items() if self._spare.get(uri) != line)
        touched = _folders_of((*new, *gone, *self._handed_out)) if self._spare else folders
        stamps = {
            uri: self._spare[uri] if uri in self._spare and uri not in touched else self._stamp_of_folder(uri)
            for uri in sorted(folders)
        }
        return Manifest(stamps | self.claims, self._apart())

    def _apart(self) -> frozenset[str]:
        """Return the files to which no page leads: neither one that was made now, nor one of an earlier site.

        That a page leads to another is taken for granted.
        """
        led = self.proof.links
        return frozenset(
            [
                uri
                for uri in self.claims
                if not uri.endswith(".html")
                and uri not in led
                and all(uri in tree.apart or uri not in tree.entries for tree in self._known)
            ]
        )

    def _stamp_of_folder(self, uri: str) -> str:
        return f"\t{folder_stamp(os.lstat(f'{self._tree}/{uri}'))}"

    def _claim(self, uri: str, line: str) -> None:
        if uri in self.claims:
            raise ValueError(f"claimed twice: {uri}")
        self.claims[uri] = line

    def _link(self, uri: str, key: str) -> bool:
        """Give the tree the published site's file; `False`: the file system has no second names for a file."""
        path, site = f"{self._tree}/{uri}", f"{self._site}/{uri}"
        try:
            try:
                os.link(site, path)
            except FileNotFoundError:
                make_folder(os.path.dirname(path))
                os.link(site, path)
            except (FileExistsError, NotADirectoryError):
                self._make_room(uri)
                os.link(site, path)
        except OSError:
            return False
        line = _line(key, path)  # a second name is a change too
        if line is None:
            return False
        self._claim(uri, line)
        self.linked[uri] = line
        return True

    def _make_room(self, uri: str) -> None:
        """Remove what stands in a file's place, or a file where one of its folders must be."""
        parts = uri.split("/")
        for count in range(1, len(parts)):
            path = f"{self._tree}/{'/'.join(parts[:count])}"
            if os.path.lexists(path) and (os.path.islink(path) or not os.path.isdir(path)):
                os.unlink(path)
        _discard(f"{self._tree}/{uri}")
        os.makedirs(os.path.dirname(f"{self._tree}/{uri}"), exist_ok=True)


def sweep(tree: Path, manifest: dict[str, str]) -> None:
    """Remove from a tree what its manifest does not name; only folders that were touched since are looked into.

    The manifest is told how such a folder looks now.

    Raises:
        OSError: Something cannot be removed.

    """
    for uri, line in manifest.items():
        if not uri.endswith("/"):
            continue
        folder = f"{tree}/{uri}"
        try:
            state = os.lstat(folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        if line[1:] == folder_stamp(state):
            continue
        base = uri.removeprefix("/")
        with os.scandir(folder) as entries:
            strange = [
                entry.path
                for entry in entries
                if not (
                    f"{base}{entry.name}/" in manifest
                    if entry.is_dir(follow_symlinks=False)
                    else f"{base}{entry.name}" in manifest and not entry.is_symlink()
                )
            ]
        for path in strange:
            _discard(path)
        os.chmod(folder, 0o755)  # noqa: S103 - everyone may read a site
        manifest[uri] = f"\t{folder_stamp(os.lstat(folder))}"


def remove_tree(folder: Path, seconds: float = math.inf) -> bool:
    """Remove a folder with everything in it, as far as the time allows.

    Returns:
        Whether it is gone; what is left is for the next run.

    Raises:
        OSError: Something cannot be removed.

    """
    return _remove(str(folder), time.monotonic() + seconds)


def _remove(folder: str, until: float) -> bool:
    if os.path.islink(folder):
        os.unlink(folder)
        return True
    try:
        with os.scandir(folder) as entries:
            inside = list(entries)
    except FileNotFoundError:
        return True
    except PermissionError:  # somebody changed the folder's mode
        os.chmod(folder, 0o700)
        with os.scandir(folder) as entries:
            inside = list(entries)
    for entry in inside:
        if not entry.is_dir(follow_symlinks=False):
            os.unlink(entry.path)
        elif time.monotonic() > until or not _remove(entry.path, until):
            return False
    os.rmdir(folder)
    return True


def _discard(path: str) -> None:
    """Remove whatever stands there."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(path)


def _folders_of(uris: Iterable[str]) -> set[str]:
    """Return every folder that some files stand in, with `/` at its end; the root is `/`."""
    found = {"/"}
    for uri in uris:
        end = uri.rfind("/")
        while end > 0 and (folder := uri[: end + 1]) not in found:
            found.add(folder)
            end = uri.rfind("/", 0, end)
    return found


def _line(key: str, path: str) -> str | None:
    """Return what a manifest would say of a file now; `None`: there is none."""
    try:
        return f"{key}\t{stamp(os.lstat(path))}"
    except (FileNotFoundError, NotADirectoryError):
        return None


def _stamp_of_same(path: str, known: str, content: bytes) -> str:
    """Return the stamp of a file that is untouched and has this content, or nothing."""
    line = _line(known.partition("\t")[0], path)
    if line != known:
        return ""
    found = known.partition("\t")[2]
    if int(found.partition(" ")[0], 16) != len(content):
        return ""
    with open(path, "rb", buffering=0) as file:
        return found if file.read() == content else ""
