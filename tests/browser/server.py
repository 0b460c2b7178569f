"""The built site over HTTP on this machine, as a good host of static sites serves it: gzipped, kept by browsers.

Nothing but the site's folder is served, and only to this machine.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ics", ".csv"})
"""Endings of files that hosts send gzipped; pictures and fonts are packed already."""
KEPT = "public, max-age=31536000, immutable"
"""For assets: a year."""
ASKED = "no-cache"
"""For pages: kept, but asked for again."""


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site, and give its address with `/` at its end."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def packed(path: Path) -> bytes:
    """Return a file as hosts send it: gzipped, unless it is packed already."""
    content = path.read_bytes()
    return gzip.compress(content, 6, mtime=0) if path.suffix in PACKED else content


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files, says nothing, and shows the site's own page where there is none."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            super().do_GET()  # sends the browser to the address with `/` at its end
            return
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self._answer(http.HTTPStatus.OK, path, KEPT if "assets" in path.parts else ASKED)
        else:
            self.send_error(http.HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's `404.html`, as the hosts of static sites do."""
        page = Path(self.directory) / "404.html"
        if code == http.HTTPStatus.NOT_FOUND and page.is_file():
            self._answer(http.HTTPStatus.NOT_FOUND, page, ASKED)
        else:
            super().send_error(code, message, explain)

    def handle(self) -> None:
        """Answer until the browser leaves, which it may do in the middle of an answer."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: Any) -> None:
        """Say nothing: a failing test prints what went wrong."""

    def _answer(self, status: http.HTTPStatus, path: Path, kept: str) -> None:
        gzipped = path.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = packed(path) if gzipped else path.read_bytes()
        self.send_response(status)
        self.send_header(
            "Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if path.suffix == ".html" else "")
        )
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", kept)
        self.send_header("Vary", "Accept-Encoding")
        if gzipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
