"""What Pagefind would cost in our place: `python -m tests.benchmarks.pagefind_beside [--records 10000]`.

It indexes the same entries as our own search through Pagefind's `--service` protocol and asks it the same questions in
a browser. Pagefind is not a dependency; install it beside: `pip install 'pagefind[extended]'`. The numbers behind
`scripts/decisions/0012-search-engine.md` come from here.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from catalog.text import fold
from catalog.views.search_entry import SearchEntry, search_entries
from tests.benchmarks.finding import QUESTIONS, editions_of, opened, serving, transferred

PAGE = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Pagefind</title><link rel="icon" href="data:,">'
ASK = """async ([question, filters]) => {
  const start = performance.now()
  window.pagefind ??= await import("/pagefind/pagefind.js")
  const found = await window.pagefind.search(question, filters ? { filters } : {})
  const shown = await Promise.all(found.results.slice(0, 8).map((result) => result.data()))
  return { ms: performance.now() - start, count: found.results.length, names: shown.map((one) => one.meta.title) }
}"""


def index(entries: Iterable[SearchEntry], folder: Path) -> int:
    """Write Pagefind's index of some entries into a folder and return the greatest memory of its process in bytes."""
    from pagefind_bin_extended import get_executable  # type: ignore[import-untyped,import-not-found,unused-ignore]

    service = subprocess.Popen(
        [str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert service.stdin is not None
    assert service.stdout is not None
    number = 0
    left = b""

    def answer() -> dict[str, Any]:
        nonlocal left
        while b"," not in left:
            chunk = os.read(service.stdout.fileno(), 1 << 16)  # type: ignore[union-attr]
            if not chunk:
                raise RuntimeError("Pagefind closed its output")
            left += chunk
        message, _, left = left.partition(b",")
        payload: dict[str, Any] = json.loads(base64.b64decode(message))["payload"]
        if payload["type"] == "Error":
            raise RuntimeError(payload)
        return payload

    def ask(payload: dict[str, Any]) -> dict[str, Any]:
        nonlocal number
        number += 1
        message = json.dumps({"message_id": number, "payload": payload}).encode()
        service.stdin.write(base64.b64encode(message) + b",")  # type: ignore[union-attr]
        service.stdin.flush()  # type: ignore[union-attr]
        return answer()

    made = ask({"type": "NewIndex", "config": {"write_playground": False}})["index_id"]
    for entry in entries:
        words = " ".join([*entry.names, *entry.facts, entry.text]).split()
        ask(
            {
                "type": "AddRecord",
                "index_id": made,
                "url": "/" + entry.uri,
                "content": " ".join([*entry.names, *entry.facts, entry.text]),
                "language": "vi",
                "meta": {
                    "title": entry.title.text,
                    "line": entry.line,
                    # đ does not fold in Pagefind: the words that have one are given once more without it
                    "k": " ".join(dict.fromkeys([fold(word) for word in words if "đ" in word.lower()])),
                },
                "filters": {"kind": [entry.kind], "province": [entry.facts[-1] if entry.facts else ""]},
                "sort": {},
            }
        )
    ask({"type": "WriteFiles", "index_id": made, "output_path": str(folder)})
    memory = 0
    status = Path(f"/proc/{service.pid}/status")
    if status.exists():
        memory = 1024 * int(status.read_text().split("VmHWM:")[1].split()[0])
    service.stdin.close()
    service.terminate()
    service.wait()
    return memory


def main() -> None:
    """Print what Pagefind costs at the real records, at 1,000 and at as many as asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--records", type=int, nargs="*", default=[0, 1_000, 10_000], help="0: the real records")
    for records in arguments.parse_args().records:
        with tempfile.TemporaryDirectory(prefix="catalog-pagefind-") as name:
            site = Path(name, "site")
            entries = list(search_entries(editions_of(records, Path(name))["vi"]))
            start = time.perf_counter()
            memory = index(entries, site / "pagefind")
            seconds = time.perf_counter() - start
            files = [path for path in site.rglob("*") if path.is_file()]
            (site / "index.html").write_text(PAGE, encoding="utf-8")
            size = sum(path.stat().st_size for path in files)
            print(
                f"\n{records or 'real'} records, vi only, {len(entries)} entries: {seconds:.1f} s, "
                f"{memory / 1e6:.0f} MB, {len(files)} files, {size / 1e6:.2f} MB"
            )
            print("| question | found | KB raw | KB gzip | ms | first |\n|---|--:|--:|--:|--:|---|")
            with serving(site) as served, opened(served.url) as page:
                for question in (*QUESTIONS, None):
                    with transferred(served) as loaded:
                        filters = None if question else {"kind": ["village"]}
                        said = page.evaluate(ASK, [question, filters])
                    print(
                        f"| {question or 'filter alone'} | {said['count']} | {loaded.raw / 1000:.0f} | "
                        f"{loaded.gzip / 1000:.0f} | {said['ms']:.0f} | {(said['names'] or ['–'])[0]} |"
                    )


if __name__ == "__main__":
    main()
