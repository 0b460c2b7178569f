"""What search and filters cost a visitor, and the build: `python -m tests.benchmarks.finding [--records 0 1000 10000]`.

The site is built whole, with the real records (0) or synthetic ones, and used in a real browser as a visitor uses it:
focus the box, ask, ask again, open the filters, choose. Bytes are counted by the server: *raw* as the files are, *gzip*
as a host that compresses sends them. Requests for files that the browser still has are no bytes, as for a visitor.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, sync_playwright

from catalog.index import build_catalog
from catalog.repository import read_repository
from catalog.search import document_of, index_files
from catalog.views import Edition, entry_places, search_entry, sieve_entry, sieves, spoken
from tests.benchmarks.cost import cost_of, program
from tests.benchmarks.synthetic import PROJECT, synthetic_records, write_catalog
from tests.browser.chromium import find_chromium, sandbox_works
from tests.editions import AS_OF, ROOT, edition_of

QUESTIONS = (
    "huong quang phu cau",
    "dong",
    "den long",
    "gom bat trang",
    "lua van phuc ha dong",
    "quốc gia 2021",
    "ocop 5 sao",
    "silk scarf",
    "đèn lồng giấy dó",
    "hợp tác xã bình yên",
    "hươ",
    "la",
)
"""What is asked in turn; the first pays for the engine."""

PICTURES = 600
"""Milliseconds after which the pictures of results are there; their bytes count."""
VISITS = 3
"""So many new visitors ask; of their times the middle one counts, of their bytes the first."""

ASK = """async (question) => {
  const form = document.querySelector("[data-cat-search=box]")
  const input = form.querySelector("input")
  input.focus()
  delete form.dataset.shown
  const start = performance.now()
  input.value = question
  input.dispatchEvent(new Event("input", { bubbles: true }))
  while (form.dataset.shown !== question) await new Promise((wake) => setTimeout(wake, 1))
  return performance.now() - start
}"""
"""Put a question into the box and return the milliseconds until its results are shown."""

CHOOSE = """async (number) => {
  const boxes = [...document.querySelectorAll(".cat-browse__value input:not(:disabled):not(:checked)")]
  const box = boxes[Math.floor((boxes.length - 1) * number)]
  const start = performance.now()
  box.click()
  const list = document.querySelector(".cat-browse__results > div")
  while (!list.firstElementChild) await new Promise((wake) => setTimeout(wake, 1))
  return performance.now() - start
}"""
"""Tick a box of the filters and return the milliseconds until its records are shown."""


@dataclass
class Loaded:
    """What was asked of the server meanwhile."""

    raw: int = 0
    gzip: int = 0
    pictures: int = 0
    """How much of `gzip` are pictures, which come last and only where the visitor looks."""

    def __str__(self) -> str:
        return f"{self.raw / 1000:.1f} | {self.gzip / 1000:.1f} | {self.pictures / 1000:.1f}"


@dataclass
class Served:
    """A site on this machine that remembers what it was asked for."""

    url: str
    folder: Path
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(site: Path) -> Iterator[Served]:
    """Serve a folder."""
    served = Served("", site)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "max-age=600")  # as hosts of static sites say
            super().end_headers()

        def do_GET(self) -> None:
            served.asked.append(unquote(urlsplit(self.path).path))
            super().do_GET()

    handler = functools.partial(Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        served.url = f"http://127.0.0.1:{server.server_address[1]}/"
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def opened(url: str) -> Iterator[Page]:
    """Open a page as a new visitor."""
    switches = [] if sandbox_works() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--disable-gpu", *switches])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(url, wait_until="networkidle")
        yield page
        browser.close()


@contextmanager
def transferred(served: Served) -> Iterator[Loaded]:
    """Count what is asked for meanwhile."""
    loaded = Loaded()
    before = len(served.asked)
    yield loaded
    for name in served.asked[before:]:
        path = served.folder / name.lstrip("/")
        body = (path / "index.html" if path.is_dir() else path).read_bytes()
        loaded.raw += len(body)
        zipped = min(len(body), len(gzip.compress(body, 6)))
        loaded.gzip += zipped
        if path.suffix in (".svg", ".webp", ".avif", ".jpg", ".png"):
            loaded.pictures += zipped


def editions_of(records: int, folder: Path) -> dict[str, Edition]:
    """Return the editions of the real records (0) or of synthetic ones."""
    if records:
        write_catalog(synthetic_records(records, 1), folder)
    catalog = build_catalog(read_repository(folder if records else ROOT), AS_OF)
    return {language: edition_of(catalog, language) for language in ("vi", "en")}


def main() -> None:
    """Print a table for each size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, nargs="*", default=[0, 1_000, 10_000], help="0: the real records")
    arguments.add_argument("--index", type=int, help="only build the index, and print what it took")
    given = arguments.parse_args()
    if given.index is not None:
        measure_index(given.index)
        return
    for records in given.records:
        with tempfile.TemporaryDirectory(prefix="catalog-finding-") as name:
            project = Path(name)
            for part in ("content", "overrides", *(() if records else ("products",))):
                shutil.copytree(PROJECT / part, project / part)
            shutil.copy(PROJECT / "mkdocs.yml", project)
            if records:
                write_catalog(synthetic_records(records, 1), project)
            cost_of([program("catalog"), "build"], project)
            print(f"\n## {records or 'the real'} records\n")
            print("| what | KB raw | KB gzip | of it pictures | ms |\n|---|--:|--:|--:|--:|")
            use(project / "site")
        sys.stdout.flush()
        # In a process of its own: what the browser and the build left in memory is not the index's.
        subprocess.run([sys.executable, "-m", "tests.benchmarks.finding", "--index", str(records)], check=True)


def use(site: Path) -> None:
    """Use search and filters of a built site as a visitor does, and print what it costs."""
    with serving(site) as served:
        with opened(served.url) as page:
            ours = [name for name in served.asked if "/assets/search/" in name or "/javascripts/search/" in name]
            print(f"| before the first key | {len(ours)} | {len(ours)} | | |")
        loader = (site / "assets/javascripts/catalog.js").read_bytes()
        print(f"| loader on every page | {len(loader) / 1000:.1f} | {len(gzip.compress(loader)) / 1000:.1f} | | |")
        visits = [ask_all(served) for _ in range(VISITS)]
        costs = []
        for question, times in zip(QUESTIONS, zip(*visits, strict=True), strict=True):
            milliseconds = statistics.median(time for _, time in times)
            costs.append((times[0][0], milliseconds))
            print(f"| {question} | {times[0][0]} | {milliseconds:.0f} |")
        further = {
            "raw": [loaded.raw / 1000 for loaded, _ in costs[1:]],
            "gzip": [loaded.gzip / 1000 for loaded, _ in costs[1:]],
            "pictures": [loaded.pictures / 1000 for loaded, _ in costs[1:]],
            "ms": [milliseconds for _, milliseconds in costs[1:]],
        }
        for name, of in (("**most**", max), ("middle", statistics.median)):
            raw, zipped, pictures, milliseconds = (of(numbers) for numbers in further.values())
            print(f"| further queries, {name} | {raw:.1f} | {zipped:.1f} | {pictures:.1f} | {milliseconds:.0f} |")
        with opened(served.url) as page:
            with transferred(served) as loaded:
                for end in range(1, len(QUESTIONS[2]) + 1):
                    page.evaluate(ASK, QUESTIONS[2][:end])
            print(f"| “{QUESTIONS[2]}” letter by letter, as the first | {loaded} | |")
        with opened(served.url + "san-pham/") as page:
            with transferred(served) as loaded:
                page.click(".cat-browse__summary")
                page.wait_for_selector(".cat-browse__value", state="attached")
            print(f"| opening the filters | {loaded} | |")
            for number in (0.0, 0.5, 0.9, 0.2):
                with transferred(served) as loaded:
                    milliseconds = page.evaluate(CHOOSE, number)
                    page.wait_for_timeout(PICTURES)
                print(f"| a filter change | {loaded} | {milliseconds:.0f} |")


def ask_all(served: Served) -> list[tuple[Loaded, float]]:
    """Ask every question as a new visitor; return what each loaded, and the milliseconds until its results stood."""
    costs: list[tuple[Loaded, float]] = []
    with opened(served.url) as page:
        for question in QUESTIONS:
            with transferred(served) as loaded:
                if not costs:  # a hand needs a moment from the click to the first key
                    page.focus("[data-cat-search=box] input")
                    page.wait_for_timeout(300)
                milliseconds = page.evaluate(ASK, question)
                page.wait_for_timeout(PICTURES)
            costs.append((loaded, milliseconds))
    return costs


def measure_index(records: int) -> None:
    """Build the index of both languages and print seconds and memory."""
    with tempfile.TemporaryDirectory(prefix="catalog-finding-") as name:
        editions = editions_of(records, Path(name))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        files: dict[str, bytes] = {}
        for language, edition in editions.items():
            documents = [
                document_of(search_entry(edition, *place), sieve_entry(edition, *place))
                for place in entry_places(edition)
            ]
            sieved = sieves(edition, ((document.kind, document.sieve) for document in documents))
            files |= index_files(documents, (), sieved, spoken(edition.t), language)
        seconds = time.perf_counter() - start
        more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    size = sum(map(len, files.values()))
    print(
        f"\nIndex in two languages: {seconds:.1f} s, {more / 1024:.0f} MB beyond the catalog's {before / 1024:.0f} MB, "
        f"{len(files)} files, {size / 1e6:.2f} MB."
    )


if __name__ == "__main__":
    main()
