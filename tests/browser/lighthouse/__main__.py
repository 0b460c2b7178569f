"""Judge the built site as Lighthouse does on a cheap phone: `python -m tests.browser.lighthouse [--site DIR]`.

Prints a table of home, a list, a village, a product and the search, and writes it to `report.md` beside this file. What
judges is Lighthouse of the version locked in `package-lock.json`, fetched into `.cache/` (needs npm); every page comes
from this machine. The best of three runs counts: a busy machine makes pages look slow, never fast.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.chromium import PROJECT, find_chromium, sandbox_works
from tests.browser.kinds import pages_of_every_kind
from tests.browser.server import serving
from tests.browser.sites import built

HERE = Path(__file__).parent
TOOLS = PROJECT / ".cache" / "lighthouse"
REPORT = HERE / "report.md"
KINDS = ("home", "products", "village", "product", "search")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Least scores."""
PAINTED = 1_800
"""Most milliseconds until the largest part is painted, on simulated slow 4G."""
RUNS = 3


@dataclass(frozen=True)
class Judgement:
    """What Lighthouse says of one page."""

    kind: str
    uri: str
    scores: dict[str, int]
    """Category → 0 to 100."""
    painted: float
    """Largest contentful paint, in milliseconds."""
    shift: float
    """Cumulative layout shift."""
    requests: int
    bytes: int
    """Sent over the network."""
    found: tuple[str, ...]
    """Audits that cost points."""

    @property
    def passes(self) -> bool:
        """Tell whether the page reaches every bar."""
        return all(self.scores[name] >= least for name, least in BARS.items()) and self.painted <= PAINTED

    @property
    def row(self) -> str:
        """The page as a line of a Markdown table."""
        scores = " | ".join(str(self.scores[name]) for name in CATEGORIES)
        return (
            f"| {self.kind} | {scores} | {self.painted / 1000:.2f} s | {self.shift:.3f} | {self.requests} "
            f"| {self.bytes / 1024:.0f} KB | {'yes' if self.passes else 'no'} |"
        )


def main() -> int:
    """Judge the site; 0 when every page reaches every bar."""
    parser = argparse.ArgumentParser(description="Judge the built site with Lighthouse, as a cheap phone on slow 4G.")
    parser.add_argument("--site", type=Path, help="a built site; else one is built")
    parser.add_argument("--kinds", default=",".join(KINDS), help="kinds of page, by comma")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs for each page; the best counts")
    parser.add_argument("--out", type=Path, default=REPORT, help="where the table goes")
    options = parser.parse_args()
    lighthouse = install()
    with built(options.site) as site, serving(site) as url:
        pages = pages_of_every_kind(site)
        judged = []
        for kind in options.kinds.split(","):
            uri = pages[kind, "vi"]
            runs = [judge(lighthouse, kind, uri, url) for _ in range(options.runs)]
            judged.append(max(runs, key=lambda run: (run.scores["performance"], -run.painted)))
            print(judged[-1].row, *judged[-1].found, sep="\n  ", flush=True)
    options.out.write_text(report(judged), encoding="utf-8")
    print(f"\n{report(judged)}")
    return 0 if all(page.passes for page in judged) else 1


def install() -> Path:
    """Return Lighthouse's command; it is fetched as its lock file says where it is not there yet.

    Raises:
        subprocess.CalledProcessError: npm could not fetch it.

    """
    command = TOOLS / "node_modules" / ".bin" / "lighthouse"
    lock = (HERE / "package-lock.json").read_bytes()
    there = TOOLS / "package-lock.json"
    if not command.exists() or there.read_bytes() != lock:
        TOOLS.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "package.json", TOOLS)
        # Every package is checked against its hash, and none runs code of its own while it is installed.
        there.write_bytes(lock)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=TOOLS, check=True)
    return command


def judge(lighthouse: Path, kind: str, uri: str, url: str) -> Judgement:
    """Run Lighthouse once on one page, with its own settings for phones: slow 4G and a processor four times slower."""
    chromium = find_chromium()
    assert chromium is not None, "no Chromium: run `python -m tests.browser.chromium`"
    switches = ["--headless=new", "--disable-gpu", *([] if sandbox_works() else ["--no-sandbox"])]
    done = subprocess.run(
        [
            str(lighthouse),
            url + uri,
            "--quiet",
            "--output=json",
            "--only-categories=" + ",".join(CATEGORIES),
            "--chrome-flags=" + " ".join(switches),
        ],
        env={**os.environ, "CHROME_PATH": str(chromium)},
        check=True,
        capture_output=True,
        text=True,
    )
    return read(kind, uri, json.loads(done.stdout))


def read(kind: str, uri: str, said: dict[str, Any]) -> Judgement:
    """Read Lighthouse's report."""
    audits = said["audits"]
    weighed = {
        reference["id"]: reference["weight"]
        for name in CATEGORIES
        for reference in said["categories"][name]["auditRefs"]
    }
    return Judgement(
        kind=kind,
        uri=uri,
        scores={name: round(said["categories"][name]["score"] * 100) for name in CATEGORIES},
        painted=audits["largest-contentful-paint"]["numericValue"],
        shift=audits["cumulative-layout-shift"]["numericValue"],
        requests=len(audits["network-requests"]["details"]["items"]),
        bytes=audits["total-byte-weight"]["numericValue"],
        found=tuple(
            f"{name}: {audit['score']:.2f} {audit.get('displayValue', '')}".rstrip()
            for name, audit in audits.items()
            if weighed.get(name) and audit["score"] is not None and audit["score"] < 0.9
        ),
    )


def report(judged: list[Judgement]) -> str:
    """Return the table of all pages in Markdown."""
    lines = [
        "# Lighthouse",
        "",
        f"`python -m tests.browser.lighthouse`, Lighthouse {version()}, its settings for phones (slow 4G and a slow",
        "processor, simulated), the largest Vietnamese page of each kind, the best of a few runs. Bars: performance",
        "95, the other scores 100, largest contentful paint (LCP) 1.8 s.",
        "",
        "| page | performance | accessibility | best practices | SEO | LCP | CLS | requests | sent | passes |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
        *(page.row for page in judged),
    ]
    return "\n".join(lines) + "\n"


def version() -> str:
    """Return the version of Lighthouse that is locked."""
    package = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    return str(package["dependencies"]["lighthouse"])


if __name__ == "__main__":
    sys.exit(main())
