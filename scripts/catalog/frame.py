"""What surrounds the records: moulds, the pages people wrote, the files of the theme and our own.

It depends on `content/`, `overrides/`, `mkdocs.yml`, our code, the libraries and a few variables of the environment, so
it is kept under the digest of these (`frame_key`), and a build that knows it does without MkDocs. How it is made is the
business of `plugin`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog.addresses import SLUG, AddressPlan
from catalog.kept import read_kept, write_kept
from catalog.pour import Mould, Slots, holes, slots_of
from catalog.recipe import code_digest, digest_of, folder_digest, libraries_digest
from catalog.render import Renderer
from catalog.search import WrittenPage
from catalog.strings import read_strings
from catalog.views import KINDS, Page, written_title

CONTENT_FOLDER = "content"
OVERRIDES_FOLDER = "overrides"
SETTINGS = "mkdocs.yml"
_TITLE = "catalog-frame 1"
_NAMED = re.compile(r"!ENV\s+(\[[^\]\n]*\]|\S+)")
"""The variables that a setting takes its value from, in order of preference, the default last."""


@dataclass(frozen=True, slots=True)
class Fittings:
    """Makes what every page needs of ours and no record decides."""

    plan: AddressPlan
    renderer: Renderer
    site_url: str
    """As in `Frame`."""
    edit_base: str
    """As in `Frame`."""

    def holes_of(self, kind: str) -> Slots:
        """Return the holes of a mould; what no page of this kind can know stays empty."""
        unknown = ("" if self.site_url else "canonical", "" if self.edit_base and KINDS[kind].of_record else "edit")
        return holes(without=unknown)

    def slots_of_written(self, key: str, language: str, title: str, description: str) -> Slots:
        """Return what a page that people wrote needs of ours: its title, its languages, what shared links show.

        Args:
            key: What its front matter says after `page:`; the empty text: it says nothing.
            language: Its language.
            title: What its heading says.
            description: What it says of itself.

        """
        t, placed = read_strings(language), self.plan.has(key, language)
        page = Page(
            kind=key,
            language=language,
            slug="",
            uri=self.plan.uri(key, language) if placed else "",
            title=title,
            description=description,
            link_title=written_title(t, title) if title else "",
            template="",
            view=None,
            t=t,
            record_file=None,
            alternates=tuple(self.plan.alternates(key).items()),
            site_url=self.site_url if placed else "",
        )
        return slots_of(page, self.renderer)

    def search_box(self, language: str, root: str, *, large: bool) -> str:
        """Return the search box of a page, or nothing where the site has no search page.

        Args:
            language: Language of the page.
            root: The way from the page to the site's root, with `/` at its end.
            large: It stands in the page, else in the header.

        """
        if not self.plan.has("search", language):
            return ""
        return self.renderer.search_box(read_strings(language), root + self.plan.uri("search", language), large=large)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything of a site that no record makes."""

    plan: AddressPlan
    moulds: Mapping[tuple[str, str, str], Mould]
    """Kind, language and slug → the mould of that page; `[slug]`: of every page that has none of its own."""
    own_pages: Collection[tuple[str, str, str]] = ()
    """Kind, language and slug of pages for which somebody wrote a page of their own: the mould leaves them out."""
    written: tuple[tuple[str, WrittenPage], ...] = ()
    """Language and words of each page that people wrote, for the search."""
    files: Mapping[str, bytes | memoryview] = field(default_factory=dict)
    """File below the site's root → its content: written pages, style sheets, scripts, fonts."""
    site_url: str
    """Full address with `/` at its end; the empty text when the site does not know it."""
    edit_base: str
    """What stands before a record's file in the address where it can be edited; the empty text: nobody can say."""
    site_dir: str
    """Where the site goes unless somebody says otherwise; relative to the project, or absolute."""
    warnings: tuple[str, ...] = ()
    """What MkDocs warned of: a broken link in a page that people wrote, a page that the menu lacks."""

    def mould_of(self, kind: str, language: str, slug: str) -> Mould | None:
        """Return what a page is poured into; `None`: the site has no such page, or somebody else makes it."""
        mould = self.moulds.get((kind, language, slug))
        if mould is None and (kind, language, slug) not in self.own_pages:
            mould = self.moulds.get((kind, language, SLUG))
        return mould


def frame_key(root: Path, environ: Mapping[str, str]) -> str:
    """Return the digest of everything that a frame is made from.

    Args:
        root: The project's folder.
        environ: Environment variables; those that `mkdocs.yml` names count.

    Raises:
        OSError: A file cannot be read.

    """
    settings = (root / SETTINGS).read_text(encoding="utf-8")
    names = sorted({name for found in _NAMED.findall(settings) for name in re.findall(r"\w+", found)})
    return digest_of(
        code_digest(),
        libraries_digest(),
        settings,
        folder_digest(root / CONTENT_FOLDER),
        folder_digest(root / OVERRIDES_FOLDER),
        *[f"{name}={environ[name]}" for name in names if name in environ],
    )


def recall_frame(file: Path, key: str) -> Frame | None:
    """Return the frame that was kept under a key; `None`: there is none, or it is not exactly what was kept."""
    kept = read_kept(file, f"{_TITLE} {key}")
    return None if kept is None else _from_json(json.loads(kept[0]), kept[1])


def keep_frame(file: Path, key: str, frame: Frame) -> None:
    """Keep a frame in the place of the last one; where that is impossible the next build makes it again."""
    with suppress(OSError):
        write_kept(file, f"{_TITLE} {key}", json.dumps(_to_json(frame)).encode(), frame.files.values())


def digest_of_file(content: bytes | memoryview) -> str:
    """Return the digest under which a file of the frame is written."""
    return hashlib.sha256(content).hexdigest()


def _to_json(frame: Frame) -> dict[str, Any]:
    return {
        "places": [[*key, place] for key, place in frame.plan.places.items()],
        "languages": frame.plan.languages,
        "moulds": [[*key, *mould.pieces] for key, mould in frame.moulds.items()],
        "own_pages": sorted(frame.own_pages),
        "written": [[language, page.uri, page.title, page.description, page.text] for language, page in frame.written],
        "files": [[uri, len(content)] for uri, content in frame.files.items()],
        "site_url": frame.site_url,
        "edit_base": frame.edit_base,
        "site_dir": frame.site_dir,
        "warnings": frame.warnings,
    }


def _from_json(said: dict[str, Any], contents: memoryview) -> Frame:
    files, start = {}, 0
    for uri, size in said["files"]:
        files[uri] = contents[start : start + size]
        start += size
    return Frame(
        plan=AddressPlan(
            {(kind, language): place for kind, language, place in said["places"]}, tuple(said["languages"])
        ),
        moulds={(kind, language, slug): Mould(tuple(pieces)) for kind, language, slug, *pieces in said["moulds"]},
        own_pages=frozenset((kind, language, slug) for kind, language, slug in said["own_pages"]),
        written=tuple((language, WrittenPage(*words)) for language, *words in said["written"]),
        files=files,
        site_url=said["site_url"],
        edit_base=said["edit_base"],
        site_dir=said["site_dir"],
        warnings=tuple(said["warnings"]),
    )
