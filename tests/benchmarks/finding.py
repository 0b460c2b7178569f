"""Stub, grows below."""
from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, sync_playwright

from catalog.index import build_catalog
from catalog.repository import read_repository
from catalog.views import Edition
from tests.benchmarks.synthetic import synthetic_records, write_catalog
from tests.browser.chromium import find_chromium, sandbox_works
from tests.editions import AS_OF, ROOT, edition_of

QUESTIONS = ("huong quang phu cau", "dong", "den long", "gom bat trang", "lua van phuc ha dong", "quốc gia 2021", "ocop 5 sao", "silk scarf")


@dataclass
class Loaded:
    raw: int = 0
    gzip: int = 0
    requests: int = 0


def editions_of(records: int, folder: Path) -> dict[str, Edition]:
    if records:
        write_catalog(synthetic_records(records, 1), folder)
    catalog = build_catalog(read_repository(folder if records else ROOT), AS_OF)
    return {language: edition_of(catalog, language) for language in ("vi", "en")}


@dataclass
class Served:
    """A site on this machine that remembers what it was asked for."""

    url: str
    folder: Path
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(site: Path) -> Iterator[Served]:
    served = Served("", site)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

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
    switches = [] if sandbox_works() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--disable-gpu", *switches])
        page = browser.new_page()
        page.goto(url, wait_until="networkidle")
        yield page
        browser.close()


@contextmanager
def transferred(served: Served) -> Iterator[Loaded]:
    """Count what is asked for meanwhile: bytes of the files as they are, and as a host that compresses sends them."""
    loaded = Loaded()
    before = len(served.asked)
    yield loaded
    for name in served.asked[before:]:
        path = served.folder / name.lstrip("/")
        body = (path / "index.html" if path.is_dir() else path).read_bytes()
        loaded.raw += len(body)
        loaded.gzip += min(len(body), len(gzip.compress(body, 6)))
        loaded.requests += 1
