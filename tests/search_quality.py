"""How well the search finds: `python -m tests.search_quality` builds the site, asks every query and prints a table.

The queries stand in `tests/queries/`; they are asked in a real browser of the site as it is published. *First* counts
the queries whose record came first, *top 3* those whose record was among the first three. `--site` takes a site that
is built already; `--misses` lists what was not found.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from catalog.build import build_site
from tests.benchmarks.finding import opened, serving
from tests.conftest import ROOT, judged_project
from tests.queries.rules import Query, read_queries

SHOWN = 10
BARS = {"exact": (1.0, 1.0), "marked": (0.0, 0.98), "unmarked": (0.0, 0.98)}
"""Class → least share of queries whose record comes first, and among the first three."""

ASK = """async ([engine, language, questions, shown]) => {
  const { openIndex } = await import(engine)
  const index = await openIndex(language)
  const root = location.origin + "/"
  const answers = []
  for (const question of questions) {
    const found = await index.find(question)
    const lines = await index.lines(found.pages.slice(0, shown))
    answers.push(lines.map((line) => line.url.slice(root.length)))
  }
  return answers
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one query found."""

    query: Query
    found: tuple[str, ...]
    """The first addresses, best first."""

    @property
    def place(self) -> int | None:
        """Place of the wanted record, from 1 on; `None`: not among those shown."""
        return next((at for at, uri in enumerate(self.found, start=1) if uri in self.query.wanted), None)


def ask_all(page: Page, site_url: str, queries: Sequence[Query]) -> list[Answer]:
    """Ask every query in a browser."""
    answers = []
    for language, way in (("vi", "tim-kiem/"), ("en", "en/search/")):
        page.goto(site_url + way)
        asked = [query for query in queries if query.language == language]
        engine = site_url + "assets/javascripts/search/index.js"
        found = page.evaluate(ASK, [engine, language, [query.asked for query in asked], SHOWN])
        answers += [Answer(query, tuple(uris)) for query, uris in zip(asked, found, strict=True)]
    return answers


def by_class(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """Group answers by the class of their query, in order of appearance."""
    classes = defaultdict(list)
    for answer in answers:
        classes[answer.query.kind].append(answer)
    return dict(classes)


def share(answers: Sequence[Answer], best: int) -> float:
    """Return the share of answers that have the wanted record among the first so many."""
    return sum(answer.place is not None and answer.place <= best for answer in answers) / len(answers)


def main() -> None:
    """Build, ask and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--site", type=Path, help="a built site")
    arguments.add_argument("--misses", action="store_true", help="list what was not among the first three")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="catalog-search-") as name:
        site = given.site or build_site(ROOT, judged=judged_project(ROOT), site_dir=Path(name, "site")).folder
        with serving(site) as served, opened(served.url) as page:
            answers = ask_all(page, served.url, read_queries())
    print("| class | queries | first | top 3 | shown |\n|---|--:|--:|--:|--:|")
    for kind, group in (*by_class(answers).items(), ("all", answers)):
        print(f"| {kind} | {len(group)} | {share(group, 1):.1%} | {share(group, 3):.1%} | {share(group, SHOWN):.1%} |")
    if given.misses:
        for answer in answers:
            if answer.place is None or answer.place > 3 or (answer.query.kind == "exact" and answer.place > 1):
                print(f"\n{answer.query.kind}: {answer.query.asked} → {' '.join(sorted(answer.query.wanted))}")
                print(*(f"  {at}. {uri}" for at, uri in enumerate(answer.found[:4], start=1)), sep="\n")


if __name__ == "__main__":
    main()
