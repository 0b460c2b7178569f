"""What building the site costs, beside its peers: `python -m tests.benchmarks.building [--records 1000 10000]`.

Every way of building starts from the same synthetic records in two languages, without photos, on the same machine and
in the same run; the ways take turns, and the median of all turns counts. Measured are whole processes, from outside:
seconds of CPU (user and system, child processes included), seconds on the wall, and the greatest process.

- *catalog*: `catalog build` with empty caches, with its search index and without. Drawn covers are pictures: they stay.
- *Hugo*: the same pages, made of Markdown with front matter (`tests.benchmarks.peer_hugo`).
- *MkDocs*: ordinary pages of MkDocs Material, the fastest way that is known (`tests.benchmarks.peer_mkdocs`).
- *copy*: `cp -r` of our finished site.
- *one changed*: one record of the largest size up to 10,000 is edited and the site built again.

The first turn warms the machine up and isn't counted. Where the CPU of our own build goes: `tests.benchmarks.phases`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks import peer_hugo, peer_mkdocs
from tests.benchmarks.cost import Cost, cost_of
from tests.benchmarks.synthetic import write_project

MEMORY = Path("/dev/shm")  # noqa: S108
"""Where Linux keeps files in memory: a disk that is slow at making folders would speak louder than any program."""
CATALOG = [sys.executable, "-m", "catalog", "build"]
UNINDEXED = [sys.executable, "-m", "tests.benchmarks.unindexed", "build"]
LARGE = 20_000
"""Records from which on fewer turns are allowed."""
CHANGED = 10_000
"""Records of the catalog in which one is changed, if so many are built."""
MEGABYTE = 1_000_000

WITH_INDEX = "catalog, with search"
OURS = "catalog"
HUGO = "Hugo"
MKDOCS = "MkDocs"
COPY = "copy of the site"
CHANGED_WITH_INDEX = "one changed, with search"
CHANGED_ONLY = "one changed"


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of building, one size."""

    way: str
    records: int
    runs: tuple[Cost, ...]
    """The turns that count."""
    pages: int
    """HTML pages that stand in the site."""
    size: int
    """Bytes of those pages."""

    @property
    def cpu(self) -> float:
        """Seconds, median."""
        return median(run.cpu for run in self.runs)

    @property
    def wall(self) -> float:
        """Seconds, median."""
        return median(run.wall for run in self.runs)

    @property
    def memory(self) -> int:
        """Bytes of the greatest process of any turn."""
        return max(run.memory for run in self.runs)

    @property
    def cpu_per_page(self) -> float:
        """Milliseconds of the whole run, divided by its pages."""
        return 1000 * self.cpu / self.pages

    @property
    def bytes_per_page(self) -> float:
        """Mean size of a page."""
        return self.size / self.pages


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that must hold."""

    what: str
    value: float
    most: float
    least: float = 0.0

    @property
    def holds(self) -> bool:
        """Tell whether it does."""
        return self.least <= self.value <= self.most


def main() -> None:
    """Measure, print the tables, and fail when Hugo's pages are not of the size of ours."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the catalog")
    parser.add_argument("--runs", type=int, default=5, help="turns that count")
    parser.add_argument("--runs-large", type=int, default=1, help=f"likewise, from {LARGE} records on")
    parser.add_argument("--without", nargs="*", default=[], choices=[HUGO, MKDOCS, COPY], help="peers to leave out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=MEMORY if MEMORY.is_dir() else None, help="where to build")
    parser.add_argument("--json", type=Path, help="write the numbers here too")
    given = parser.parse_args()

    measured: list[Measured] = []
    sizes = sorted(set(given.records))
    changed = max((size for size in sizes if size <= CHANGED), default=None)
    for records in sizes:
        runs = given.runs_large if records >= LARGE else given.runs
        with tempfile.TemporaryDirectory(prefix="catalog-building-", dir=given.folder) as name:
            site = Workplace(Path(name), records, given.seed, frozenset(given.without))
            measured += site.cold(runs)
            if records == changed:
                measured += site.changed(given.runs)

    bars = list(bars_of(measured))
    print(table(measured))
    print()
    print(verdict(bars))
    if given.json:
        numbers = {"measured": [asdict(one) for one in measured], "bars": [asdict(bar) for bar in bars]}
        given.json.write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")
    unlike = [bar for bar in bars if bar.least and not bar.holds]
    if unlike:
        sys.exit("; ".join(f"{bar.what}: {bar.value:.2f}; mend tests/benchmarks/hugo/layouts" for bar in unlike))


class Workplace:
    """A folder in which one catalog is built in every way."""

    def __init__(self, folder: Path, records: int, seed: int, without: frozenset[str]) -> None:
        self.records = records
        self._ours, self._hugo, self._mkdocs = (folder / name for name in ("ours", "hugo", "mkdocs"))
        self._without = without
        write_project(self._ours, records, seed)
        cost_of(UNINDEXED, self._ours)  # draws the covers, and finds mistakes before anything is measured
        if HUGO not in without:
            peer_hugo.write_hugo_site(self._hugo, records, seed, self._ours / "site")
        if MKDOCS not in without:
            peer_mkdocs.write_mkdocs_site(self._mkdocs, records, seed)

    def cold(self, runs: int) -> list[Measured]:
        """Build everything anew, each way by turns."""
        ways: dict[str, tuple[Path, Callable[[], Cost]]] = {
            WITH_INDEX: (self._ours, lambda: self._build_ours(CATALOG)),
            OURS: (self._ours, lambda: self._build_ours(UNINDEXED)),
            COPY: (self._ours, lambda: cost_of(["cp", "-r", "site", "copy"], self._ours)),
            HUGO: (self._hugo, lambda: cost_of([peer_hugo.hugo(), *peer_hugo.COMMAND], self._hugo)),
            MKDOCS: (self._mkdocs, lambda: cost_of(peer_mkdocs.COMMAND, self._mkdocs)),
        }
        costs: dict[str, list[Cost]] = {way: [] for way in ways if way not in self._without}
        made: dict[str, tuple[int, int]] = {}
        for turn in range(runs + (self.records < LARGE)):
            for way in costs:
                folder, build = ways[way]
                cost = build()
                made[way] = count_pages(folder / "site")
                if turn or self.records >= LARGE:
                    costs[way].append(cost)
                for left in (self._ours / "copy", self._hugo / "site", self._mkdocs / "site"):
                    shutil.rmtree(left, ignore_errors=True)
        return [Measured(way, self.records, tuple(found), *made[way]) for way, found in costs.items()]

    def changed(self, runs: int) -> list[Measured]:
        """Edit one record, build again, and so on; the caches are warm."""
        measured = []
        record = next((self._ours / "products").glob("*/*/[!vm]*.yml"))
        words = record.read_text(encoding="utf-8")
        for way, command in ((CHANGED_WITH_INDEX, CATALOG), (CHANGED_ONLY, UNINDEXED)):
            costs = []
            for turn in range(-2, runs):  # the first fills the caches, the second changes as the others do
                record.write_text(words.replace("description:\n  vi: ", f"description:\n  vi: Sửa lần {turn + 2}. ", 1))
                cost = cost_of(command, self._ours)
                if turn >= 0:
                    costs.append(cost)
            measured.append(Measured(way, self.records, tuple(costs), *count_pages(self._ours / "site")))
        return measured

    def _build_ours(self, command: list[str]) -> Cost:
        """Build with empty caches; drawn covers stay, as photos would."""
        shutil.rmtree(self._ours / "site", ignore_errors=True)
        for kept in (self._ours / ".cache").iterdir():
            if kept.name != "covers":
                shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
        return cost_of(command, self._ours)


def count_pages(site: Path) -> tuple[int, int]:
    """Return how many pages a site has, and their bytes."""
    sizes = [page.stat().st_size for page in site.rglob("*.html")]
    return len(sizes), sum(sizes)


def bars_of(measured: list[Measured]) -> Iterator[Bar]:
    """Compare what was measured; what was left out of the run is left out here."""
    by: dict[tuple[str, int], Measured] = {(one.way, one.records): one for one in measured}
    sizes = sorted({one.records for one in measured})
    for records in sizes:
        ours, said = by[OURS, records], f"{records:,} records"
        if hugo := by.get((HUGO, records)):
            yield Bar(f"{said}: bytes of a page of Hugo's / ours", hugo.bytes_per_page / ours.bytes_per_page, 1.2, 0.8)
            yield Bar(f"{said}: CPU / Hugo's", ours.cpu / hugo.cpu, 0.5)
            yield Bar(f"{said}: wall / Hugo's", ours.wall / hugo.wall, 0.7)
        if mkdocs := by.get((MKDOCS, records)):
            yield Bar(f"{said}: CPU / MkDocs'", ours.cpu / mkdocs.cpu, 0.12)
        if copy := by.get((COPY, records)):
            yield Bar(f"{said}: wall / copying", ours.wall / copy.wall, 5)
        for way, most in ((CHANGED_WITH_INDEX, 3.0), (CHANGED_ONLY, 1.0)):
            if again := by.get((way, records)):
                cold = by[WITH_INDEX if way == CHANGED_WITH_INDEX else OURS, records]
                yield Bar(f"{said}: {way}, CPU / cold", again.cpu / cold.cpu, 0.1)
                yield Bar(f"{said}: {way}, wall in s", again.wall, most)
    few, many = by[OURS, sizes[0]], by[OURS, sizes[-1]]
    if few is not many:
        what = f"CPU a page, {many.records:,} / {few.records:,} records"
        yield Bar(what, many.cpu_per_page / few.cpu_per_page, 1.15)
    yield Bar(f"{many.records:,} records: MB of the greatest process", many.memory / MEGABYTE, 500)


def table(measured: list[Measured]) -> str:
    """Lay the numbers out as Markdown."""
    headings = ("records", "way", "turns", "pages", "KB/page", "CPU s", "wall s", "CPU ms/page", "MB")
    rows = [
        {
            "records": f"{one.records:,}",
            "way": one.way,
            "turns": f"{len(one.runs)}",
            "pages": f"{one.pages:,}",
            "KB/page": f"{one.bytes_per_page / 1000:.1f}",
            "CPU s": f"{one.cpu:.2f}",
            "wall s": f"{one.wall:.2f}",
            "CPU ms/page": f"{one.cpu_per_page:.3f}",
            "MB": f"{one.memory / MEGABYTE:.0f}",
        }
        for one in measured
    ]
    return _markdown(headings, rows, text={"way"})


def verdict(bars: list[Bar]) -> str:
    """Lay the bars out as Markdown."""
    rows = [
        {
            "bar": bar.what,
            "measured": f"{bar.value:.3f}" if bar.value < 10 else f"{bar.value:.0f}",
            "wanted": f"{bar.least:g} to {bar.most:g}" if bar.least else f"≤ {bar.most:g}",
            "holds": "yes" if bar.holds else "**no**",
        }
        for bar in bars
    ]
    return _markdown(("bar", "measured", "wanted", "holds"), rows, text={"bar", "holds"})


def _markdown(headings: tuple[str, ...], rows: Sequence[Mapping[str, str]], text: set[str]) -> str:
    lines = [headings, tuple("---" if name in text else "--:" for name in headings)]
    lines += [tuple(row[name] for name in headings) for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()
