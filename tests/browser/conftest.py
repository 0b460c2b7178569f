"""A real browser and the real site: what a visitor needs, made for the tests and closed after them."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find_chromium, sandbox_works

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Switches that keep Chromium from talking to anybody but the site."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, without a window."""
    chromium = find_chromium()
    assert chromium is not None, "no Chromium: run `python -m tests.browser.chromium`"
    switches = [*QUIET] if sandbox_works() else [*QUIET, "--no-sandbox"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=switches)
        yield running
        running.close()


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the built site on this machine, with `/` at its end."""
    handler = functools.partial(_QuietHandler, directory=str(built_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        serving.join()


@pytest.fixture(scope="session")
def problems() -> Callable[[Page], list[str]]:
    """Judge a page as axe-core does: each broken rule and where it is broken."""
    axe = Axe()

    def judge(page: Page) -> list[str]:
        broken = axe.run(page).response["violations"]
        return [f"{rule['id']}: {node['target']}" for rule in broken for node in rule["nodes"]]

    return judge


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files, says nothing, and shows the site's own page where there is none."""

    def log_message(self, *_: Any) -> None:
        """Say nothing: a failing test prints what went wrong."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's `404.html`, as the hosts of static sites do."""
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
