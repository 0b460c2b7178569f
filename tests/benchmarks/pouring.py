"""What a page costs, poured and in plain MkDocs: `python -m tests.benchmarks.pouring [--records 2000]`.

Both build the same records in both languages, in the same run, on the same machine:

- *poured*: `catalog build` of a copy of this project with synthetic records: YAML read and checked, every page poured.
- *ordinary*: `mkdocs build` of one Markdown page per record and language that says the same. Material, no navigation
  entry and no search: the fastest set-up known for many pages. Reading YAML and writing the Markdown is a gift to it.

Starting Python and MkDocs costs the same whether ten pages are built or ten thousand. So each side is also built with a
tenth of the records, and *CPU per page* is what the pages in between cost; the whole bill stands beside it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.cost import Cost, cost_of, program
from tests.benchmarks.phases import POURING
from tests.benchmarks.synthetic import PROJECT, synthetic_records, write_catalog

MEMORY = Path("/dev/shm")  # noqa: S108
"""Where Linux keeps files in memory: a disk that is slow at making folders would speak louder than either program."""
TIMINGS = "timings.json"
"""Where `tests.benchmarks.phases` writes seconds of CPU by step."""

ORDINARY = """\
site_name: Ordinary
theme:
  name: material
  language: vi
  font: false
plugins: []
not_in_nav: |
  **
nav:
  - index.md
"""

WORDS = {
    "vi": ("Nguyên liệu", "Quy cách", "Các bước", "Giải thưởng", "Địa chỉ", "Nguồn", "Năm", "Cấp", "Quyết định"),
    "en": ("Materials", "Specifications", "Steps", "Awards", "Address", "Sources", "Year", "Level", "Decision"),
}


@dataclass(frozen=True, slots=True)
class Built:
    """One finished build."""

    cost: Cost
    pages: int
    """Number of HTML pages."""
    size: int
    """Bytes of those pages."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of building, with few records and with all."""

    few: Built
    all: Built

    @property
    def cpu_per_page(self) -> float:
        """Milliseconds of CPU that one more page costs."""
        return 1000 * (self.all.cost.cpu - self.few.cost.cpu) / (self.all.pages - self.few.pages)

    @property
    def cpu_per_page_with_start(self) -> float:
        """Milliseconds of CPU of the whole run, divided by its pages."""
        return 1000 * self.all.cost.cpu / self.all.pages

    @property
    def pages_per_second(self) -> float:
        """Pages of the whole run by the clock on the wall."""
        return self.all.pages / self.all.cost.wall


def main() -> None:
    """Measure both ways and print one table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, default=2000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--json", type=Path, help="write the numbers here too")
    given = arguments.parse_args()

    with tempfile.TemporaryDirectory(prefix="catalog-pouring-", dir=MEMORY if MEMORY.is_dir() else None) as name:
        counts = (max(given.records // 10, 1), given.records)
        poured = Measured(*(build_poured(Path(name, f"poured-{n}"), n, given.seed) for n in counts))
        ordinary = Measured(*(build_ordinary(Path(name, f"ordinary-{n}"), n, given.seed) for n in counts))
        phases = read_timings(Path(name, f"poured-{given.records}", TIMINGS))

    ways = {"poured": poured, "ordinary MkDocs": ordinary}
    print("| way | " + " | ".join(columns(poured)) + " |")
    print("|---|" + "--:|" * len(columns(poured)))
    for way, measured in ways.items():
        print(f"| {way} | " + " | ".join(columns(measured).values()) + " |")
    print("\n| step of the poured build | CPU s | ms/page |\n|---|--:|--:|")
    for step, seconds in phases.items():
        print(f"| {step} | {seconds:.2f} | {1000 * seconds / poured.all.pages:.3f} |")
    pouring = 1000 * sum(phases[step] for step in POURING) / poured.all.pages
    print(
        f"\n{given.records} records in two languages. Pouring, YAML included: **{pouring:.3f} ms of CPU a page**, "
        f"{pouring / ordinary.cpu_per_page:.0%} of an ordinary page of MkDocs."
    )
    if given.json:
        numbers = {"records": given.records, "poured": asdict(poured), "ordinary": asdict(ordinary), "phases": phases}
        given.json.write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")


def columns(measured: Measured) -> dict[str, str]:
    """Lay one way out: heading of a column → what stands in it."""
    built = measured.all
    return {
        "pages": f"{built.pages}",
        "KB/page": f"{built.size / built.pages / 1000:.1f}",
        "wall s": f"{built.cost.wall:.2f}",
        "pages/s": f"{measured.pages_per_second:.0f}",
        "CPU s": f"{built.cost.cpu:.2f}",
        "of it system": f"{built.cost.system:.2f}",
        "CPU ms/page, all": f"{measured.cpu_per_page_with_start:.3f}",
        "**CPU ms/page**": f"**{measured.cpu_per_page:.3f}**",
        "MB": f"{built.cost.memory / 1e6:.0f}",
    }


def build_poured(project: Path, records: int, seed: int) -> Built:
    """Build synthetic records with this project's own pages, templates and settings."""
    for part in ("content", "overrides"):
        shutil.copytree(PROJECT / part, project / part)
    shutil.copy(PROJECT / "mkdocs.yml", project)
    write_catalog(synthetic_records(records, seed), project)
    command = [sys.executable, "-m", "tests.benchmarks.phases", TIMINGS]
    cost_of(command, project)  # covers are drawn once and then kept; a page's cost is asked of every later build
    return built(project, cost_of(command, project))


def build_ordinary(project: Path, records: int, seed: int) -> Built:
    """Build one Markdown page per record and language with MkDocs alone."""
    docs = project / "docs"
    docs.mkdir(parents=True)
    (project / "mkdocs.yml").write_text(ORDINARY, encoding="utf-8")
    (docs / "index.md").write_text("# Ordinary\n", encoding="utf-8")
    for language, root in (("vi", docs), ("en", docs / "en")):
        for record in synthetic_records(records, seed):
            page = root / f"{record.kind}s" / f"{record.id}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(ordinary_page(record.data, language), encoding="utf-8")
    return built(project, cost_of([program("mkdocs"), "build", "--quiet"], project))


def ordinary_page(record: dict[str, Any], language: str) -> str:
    """Say in Markdown what a record's page says: the parts that every record of its kind has.

    >>> print(ordinary_page({"name": {"vi": "Nón lá"}, "sources": [{"title": "Báo", "url": "https://a.example/"}],
    ...     "place": {"since_2025": {"commune": "Xã Kim Liên"}}}, "vi").splitlines()[4])
    # Nón lá
    """
    materials, specs, steps, awards, address, sources, year, level, decision = WORDS[language]

    def said(text: dict[str, str]) -> str:
        return text.get(language, text["vi"])

    name = said(record["name"])
    lines = ["---", f"title: {name}", f"description: {name}", "---", f"# {name}", ""]
    lines += [f"{said(record[part])}\n" for part in ("summary", "description") if part in record]
    for title, part, mark in ((materials, "materials", "-"), (specs, "specs", "-"), (steps, "process", "1.")):
        if part in record:
            lines += [f"## {title}", "", *(f"{mark} {said(item)}" for item in record[part]), ""]
    if "awards" in record:
        lines += [f"## {awards}", "", f"| {year} | {level} | {decision} |", "|---|---|---|"]
        lines += [f"| {a['year']} | {a['level']} | {a['decision']['number']} |" for a in record["awards"]] + [""]
    lines += [
        f"## {address}",
        "",
        *(f"- {', '.join(map(str, part.values()))}" for part in record["place"].values()),
        "",
    ]
    lines += [f"## {sources}", "", *(f"- [{source['title']}]({source['url']})" for source in record["sources"]), ""]
    return "\n".join(lines)


def built(project: Path, cost: Cost) -> Built:
    """Count what a build made."""
    pages = [page.stat().st_size for page in (project / "site").rglob("*.html")]
    return Built(cost, len(pages), sum(pages))


def read_timings(path: Path) -> dict[str, float]:
    """Read seconds of CPU by step."""
    steps: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return {step: float(seconds) for step, seconds in steps.items()}


if __name__ == "__main__":
    main()
