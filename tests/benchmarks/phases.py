"""Where the CPU of a build goes: `python -m tests.benchmarks.phases [--records 2000]` prints seconds by step.

The steps are our own functions, called through a watch, in one process: what workers do cannot be watched from outside.
How long all of it takes, and beside whom, says `tests.benchmarks.building`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from catalog import build, judged, pipeline
from catalog.publish import Publication
from tests.benchmarks.building import MEMORY
from tests.benchmarks.synthetic import write_project

STEPS: dict[str, tuple[Any, str]] = {
    "records read and checked": (judged, "read_and_check"),
    "frame: moulds, written pages, files of the theme": (build, "frame_of"),
    "pages poured and written": (pipeline, "pour_pages"),
    "covers": (pipeline, "draw_covers"),
    "words gathered for the search": (pipeline, "gather_words"),
    "search index": (pipeline, "write_index"),
    "verified and published": (Publication, "publish"),
}
"""Step → where its function is called from, and its name."""
AS_OF = date(2025, 12, 1)

P = ParamSpec("P")
T = TypeVar("T")


def main() -> None:
    """Build a synthetic catalog anew, then once more, and print where the time went."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, default=2_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    seconds: dict[str, float] = {}
    for step, (place, function) in STEPS.items():
        setattr(place, function, watched(getattr(place, function), step, seconds))
    with tempfile.TemporaryDirectory(prefix="catalog-phases-", dir=MEMORY if MEMORY.is_dir() else None) as name:
        project = Path(name)
        write_project(project, given.records, given.seed)
        for what in ("cold", "nothing changed"):
            seconds.clear()
            start = time.process_time()
            read = judged.read_and_check(project, lambda _: AS_OF)
            pages = build.build_site(project, judged=read, jobs=1).pages
            whole = time.process_time() - start
            seconds["everything else"] = whole - sum(seconds.values())
            print(f"\n| {what}: {given.records:,} records, {pages:,} pages | CPU s | ms/page |\n|---|--:|--:|")
            for step, spent in [*seconds.items(), ("**all**", whole)]:
                print(f"| {step} | {spent:.2f} | {1000 * spent / pages:.3f} |")


def watched(function: Callable[P, T], step: str, seconds: dict[str, float]) -> Callable[P, T]:
    """Return the same function with its seconds of CPU added to `seconds[step]`."""

    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        start = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            seconds[step] = seconds.get(step, 0.0) + time.process_time() - start

    return run


if __name__ == "__main__":
    main()
