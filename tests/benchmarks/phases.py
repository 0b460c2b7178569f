"""Where the CPU of a build goes: builds the project in this folder and writes seconds by step to a JSON file.

The steps are the pipeline's own functions, called through a watch: `python -m tests.benchmarks.phases FILE`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from catalog import plugin

STEPS = {
    "read_and_check": "records read and checked",
    "derive_pictures": "pictures",
    "pour_site": "pages poured",
    "draw_covers": "covers",
    "write_index": "search index",
    "print_share_cards": "share cards",
}
"""Function that the plugin calls → what it does."""
POURING = (STEPS["read_and_check"], STEPS["pour_site"])
"""From YAML to pages on disk."""

P = ParamSpec("P")
T = TypeVar("T")


def main() -> None:
    """Build the site and write where the time went."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    given = arguments.parse_args()
    seconds: dict[str, float] = {}
    for function, step in STEPS.items():
        setattr(plugin, function, watched(getattr(plugin, function), step, seconds))
    start = time.process_time()

    plugin.build_site(Path.cwd())
    seconds["MkDocs: moulds, written pages, files of the theme"] = time.process_time() - start - sum(seconds.values())
    given.file.write_text(json.dumps(seconds), encoding="utf-8")


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
