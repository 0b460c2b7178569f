"""A whole build: the frame, as it was kept or made anew, then everything that records say, published in one step.

MkDocs is loaded only when the frame must be made, which takes longer than to build a small catalog.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from catalog.crew import processors
from catalog.diagnostics import Diagnostic, format_text
from catalog.frame import SETTINGS, Frame, frame_key, keep_frame, recall_frame
from catalog.judged import CACHE_FOLDER, Judged, SiteNotBuilt
from catalog.kept import clear_unfinished
from catalog.pipeline import fill_site
from catalog.publish import open_publication


@dataclass(frozen=True, slots=True)
class SiteBuilt:
    """What a build made."""

    folder: Path
    pages: int
    findings: tuple[Diagnostic, ...] = ()
    """Pictures that could not be made; the site goes without them."""
    warnings: tuple[str, ...] = ()
    """What MkDocs warned of: a broken link in a page that people wrote, a page that the menu lacks."""
    cache_trouble: OSError | None = None
    """Why nothing could be kept for the next build; `None`: everything was."""


def build_site(
    root: Path,
    *,
    judged: Judged,
    site_dir: Path | None = None,
    strict: bool = False,
    jobs: int | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> SiteBuilt:
    """Build the whole site and put it in the place of the old one.

    Args:
        root: The project's folder, with `mkdocs.yml`.
        judged: The catalog.
        site_dir: Where the site goes; else what `mkdocs.yml` says.
        strict: Stop at what MkDocs warns of.
        jobs: How many processes work at once; `None`: one for each processor.
        progress: Called with how much of what is being made is done, and how much there is: photos, then pages.

    Raises:
        SiteNotBuilt: A record, `mkdocs.yml`, `content/` or a layout has a mistake; the message names it.
        NotPublished: The new site cannot take the place of the old one.
        OSError: A file cannot be read or written.

    """
    if judged.has_errors:
        raise SiteNotBuilt(format_text([finding for finding in judged.findings if finding.severity == "error"]))
    frame = frame_of(root)
    if strict and frame.warnings:
        raise SiteNotBuilt("\n".join(frame.warnings))
    folder = site_dir or root / frame.site_dir
    cache = root / CACHE_FOLDER
    with open_publication(folder, cache) as publication:
        clear_unfinished(cache)
        publication.writer.proof.site_url = frame.site_url.encode()
        filled = fill_site(
            root,
            judged,
            frame,
            publication.writer,
            jobs=jobs or processors(),
            memory=cache,
            progress=progress,
        )
        publication.publish(filled.addresses())
    return SiteBuilt(folder, filled.pages, filled.findings, frame.warnings, publication.cache_trouble)


def frame_of(root: Path) -> Frame:
    """Return what surrounds the records: what MkDocs made last time, if nothing it depends on has changed since.

    Raises:
        SiteNotBuilt: `mkdocs.yml`, `content/` or a layout has a mistake; the message names it.
        OSError: A file cannot be read.

    """
    file = root / CACHE_FOLDER / "frame"
    if not (root / SETTINGS).is_file():
        raise SiteNotBuilt(f"Không thấy tệp {SETTINGS} trong {root}.\nThere is no file {SETTINGS} in {root}.")
    key = frame_key(root, os.environ)
    frame = recall_frame(file, key)
    if frame is None:
        from catalog.plugin import make_frame

        frame, settled = make_frame(root)
        if settled:
            keep_frame(file, key, frame)
    return frame
