"""Between a development server and a `Preview`: what a browser asks for, and when it should ask again.

The server is MkDocs': it serves files, waits for changes of `content/` and tells browsers to reload. Pages that the
catalog fills are put in before it looks for a file. Only what of it is used here is named, so MkDocs is not imported.
"""

from __future__ import annotations

import logging
import mimetypes
import threading
import time
from collections.abc import Callable, Collection, Iterable
from typing import Any, Protocol

from catalog.diagnostics import Diagnostic, has_errors
from catalog.preview import Preview

log = logging.getLogger(__name__)

SHORTEST_PAUSE = 0.15
"""Seconds between two looks at the records; a look at 10,000 takes some 0.05 s."""
SHARE_OF_LOOKING = 4
"""A pause is at least so many times as long as a look, so that a large catalog does not keep a processor busy."""

StartResponse = Callable[[str, list[tuple[str, str]]], object]
App = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]


class DevelopmentServer(Protocol):
    """What MkDocs' `LiveReloadServer` (1.6) has that is of use here."""

    mount_path: str
    """Where the site stands, with `/` at both ends."""
    _epoch_cond: threading.Condition
    """To be held while `_visible_epoch` is looked at."""
    _visible_epoch: int
    """Number of the state of the site that browsers should show."""
    _wanted_epoch: int
    """The same, but for a state that is being built."""

    def serve_request(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a file."""
        ...

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Add to a page what reloads it."""
        ...


def serving(server: DevelopmentServer, preview: Preview) -> App:
    """Return the application that answers from the preview what it can, and leaves the rest to the server."""

    def app(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        content = None
        if path.startswith(server.mount_path):
            uri = path.removeprefix(server.mount_path)
            content = preview.get(uri)
            if content is None and not uri.endswith("/") and preview.get(f"{uri}/") is not None:
                start_response("302 Found", [("Location", f"{environ['PATH_INFO']}/")])
                return []
        if content is None:
            return server.serve_request(environ, start_response)
        kind = "text/html; charset=utf-8"
        if path.endswith("/"):
            content = server._inject_js_into_html(content, server._visible_epoch)
        else:
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    return app


def follow(server: DevelopmentServer, preview: Preview, tell: Callable[[Collection[Diagnostic]], None]) -> None:
    """Follow the records for ever: show what has changed, or tell what is wrong and go on showing what was right.

    Args:
        server: Whose browsers reload.
        preview: What they show.
        tell: Says in the terminal what was found.

    """
    while True:
        begun = time.monotonic()
        try:
            findings = preview.refresh()
        except Exception:  # a folder that is being moved, a bug of ours: the site goes on showing what it did
            log.exception("Không đọc lại được bản ghi. / The records could not be read again.")
            findings = None
        if findings is not None:
            tell(findings)
            if not has_errors(findings):
                reload(server)
        time.sleep(max(SHORTEST_PAUSE, SHARE_OF_LOOKING * (time.monotonic() - begun) if findings is None else 0.0))


def reload(server: DevelopmentServer) -> None:
    """Let every browser ask for its page again."""
    with server._epoch_cond:
        if server._visible_epoch == server._wanted_epoch:  # else MkDocs is building, and will say so itself
            server._visible_epoch = server._wanted_epoch = server._visible_epoch + 1
            server._epoch_cond.notify_all()
