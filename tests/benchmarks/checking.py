"""How long `catalog check` takes: `python -m tests.benchmarks.checking [--records 10000]`.

The promise is 10,000 records in under five seconds of CPU on one core; at that number the exit code says
whether it was kept.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.cost import cost_of, program
from tests.benchmarks.synthetic import synthetic_records, write_catalog

PROMISED, BAR = 10_000, 5.0
"""That many records are checked in that many seconds of CPU."""


def main() -> int:
    """Measure, print one table, and say whether the promise was kept."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, default=PROMISED)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--json", type=Path, help="write the numbers here too")
    given = arguments.parse_args()

    with tempfile.TemporaryDirectory(prefix="catalog-checking-") as name:
        project = Path(name)
        size = write_catalog(synthetic_records(given.records, given.seed), project)
        cost = cost_of([program("catalog"), "check"], project)

    print("| records | bytes each | CPU s | wall s | records/s | MB |")
    print("|--:|--:|--:|--:|--:|--:|")
    print(
        f"| {given.records} | {size / given.records:.0f} | {cost.cpu:.2f} | {cost.wall:.2f} "
        f"| {given.records / cost.wall:.0f} | {cost.memory / 1e6:.0f} |"
    )
    kept = cost.cpu <= BAR or given.records > PROMISED
    if given.records == PROMISED:
        print(f"\n{BAR:.0f} s of CPU for {PROMISED:,} records: {'kept' if kept else 'NOT kept'}")
    if given.json:
        numbers = {"records": given.records, "cpu": cost.cpu, "wall": cost.wall, "memory": cost.memory}
        given.json.write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
