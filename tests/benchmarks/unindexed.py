"""The command `catalog` with its search index left out: `python -m tests.benchmarks.unindexed build`.

Neither Hugo nor MkDocs makes an index in `tests.benchmarks.building`, so ours is measured with it and without.
"""

from __future__ import annotations

from typing import Any

from catalog import pipeline


def leave_out(*_args: object, **_options: object) -> Any:
    """Stand in for the functions that make the index."""
    return ()


if __name__ == "__main__":
    for made in ("words_to_gather", "gather_words", "write_index"):
        setattr(pipeline, made, leave_out)

    from catalog.cli import main

    main()
