"""A built site for commands: the one somebody names, else a fresh one for as long as it is needed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.build import build_site
from tests.conftest import ROOT, judged_project


@contextmanager
def built(site: Path | None) -> Iterator[Path]:
    """Give the folder of a built site.

    Args:
        site: A site that is there already; `None`: build one from the records of the project.

    """
    if site is not None:
        yield site
        return
    with tempfile.TemporaryDirectory() as folder:
        yield build_site(ROOT, judged=judged_project(ROOT), site_dir=Path(folder) / "site").folder
