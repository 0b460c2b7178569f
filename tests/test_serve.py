"""Promises of `catalog serve`, kept by a real server: what is written is what is seen, mistakes break nothing."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
PATIENCE = 60.0
"""Seconds that a busy machine may take; how fast it is, `tests/benchmarks` measures."""


class Server:
    """A server that shows a small project."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root = root
        self.address = f"http://127.0.0.1:{port}"
        self.said = root / "said.txt"
        command = [sys.executable, "-m", "catalog", "serve", "--root", str(root), "--address", f"127.0.0.1:{port}"]
        environ = {**os.environ, "SOURCE_DATE_EPOCH": "1795392000", "PYTHONPATH": str(ROOT / "scripts")}
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(command, stdout=said, stderr=said, env=environ)
        self.wait_for("", "<html")

    def get(self, uri: str) -> str:
        """Return what a visitor gets at an address; the empty text: nothing."""
        try:
            with urllib.request.urlopen(f"{self.address}/{uri}", timeout=PATIENCE) as answer:  # noqa: S310
                return str(answer.read().decode())
        except urllib.error.URLError:
            return ""

    def wait_for(self, uri: str, words: str) -> None:
        """Wait until a page shows something."""
        self._wait(lambda: words in self.get(uri))

    def wait_until_said(self, words: str) -> None:
        """Wait until the terminal shows something."""
        self._wait(lambda: words in self.said.read_text("utf-8"))

    def _wait(self, condition: object) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():  # type: ignore[operator]
            assert self.process.poll() is None, self.said.read_text("utf-8")
            assert time.monotonic() < end, self.said.read_text("utf-8")
            time.sleep(0.05)

    def stop(self) -> int:
        """Stop as Ctrl-C does, and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.process.kill()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Show the small project of the golden tests."""
    root = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("content", "overrides"):
        (root / folder).symlink_to(ROOT / folder)
    shutil.copytree(GOLDEN / "vocabulary", root / "products" / "vocabulary")
    shutil.copytree(GOLDEN / "check" / "all_well" / "products", root / "products", dirs_exist_ok=True)
    shutil.rmtree(root / "products" / "ha-noi" / "quang-phu-cau" / "photos")
    village = root / "products" / "ha-noi" / "quang-phu-cau" / "village.yml"
    village.write_text(village.read_text("utf-8").partition("photos:")[0], "utf-8")
    started = Server(root)
    yield started
    started.stop()


def _edit(server: Server, old: str, new: str) -> None:
    product = server.root / "products" / "ha-noi" / "quang-phu-cau" / "huong-tram.yml"
    product.write_text(product.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_pages_are_poured_on_demand(server: Server) -> None:
    """Every kind of address answers: pages of both languages, covers, search, style sheets; others do not."""
    home = server.get("")

    assert "Hương trầm" in server.get("san-pham/huong-tram/")
    assert "Agarwood incense" in server.get("en/products/huong-tram/")
    assert "Hương trầm" in server.get("san-pham/huong-tram")  # led to the page by a slash
    assert server.get("assets/stylesheets/catalog.css") != ""
    assert server.get("san-pham/khong-co/") == ""
    cover = home.partition("assets/covers/")[2].partition(".svg")[0]
    assert server.get(f"assets/covers/{cover}.svg").startswith("<svg")
    assert not (server.root / "site").exists()


def test_an_edit_is_shown(server: Server) -> None:
    """A changed record is shown without a build, and browsers are told to reload."""
    page = server.get("san-pham/huong-tram/")
    epoch = page.partition("livereload(")[2].partition(",")[0]

    _edit(server, "vi: Hương trầm", "vi: Hương trầm hảo hạng")
    server.wait_for("san-pham/huong-tram/", "Hương trầm hảo hạng")

    assert int(server.get(f"livereload/{epoch}/1")) > int(epoch)
    assert "Hương trầm hảo hạng" in server.get("lang-nghe/quang-phu-cau/")
    assert server.said.read_text("utf-8").count("Building documentation") == 1
    _edit(server, "vi: Hương trầm hảo hạng", "vi: Hương trầm")
    server.wait_for("san-pham/huong-tram/", "Hương trầm</h1>")


def test_a_mistake_breaks_nothing(server: Server) -> None:
    """A record with a mistake is told in the terminal; the site stays as it was, and goes on when it is mended."""
    _edit(server, "craft:", "carft:")
    server.wait_until_said("unknown-field")

    assert "Hương trầm" in server.get("san-pham/huong-tram/")

    _edit(server, "carft: huong", "craft: gom-su")
    server.wait_for("san-pham/huong-tram/", "Gốm sứ")
    _edit(server, "craft: gom-su", "craft: huong")


def test_records_come_and_go(server: Server) -> None:
    """A new record has a page at once; a deleted one has none."""
    old = server.root / "products" / "ha-noi" / "quang-phu-cau" / "huong-tram.yml"
    new = old.with_name("huong-moi.yml")
    new.write_text(old.read_text("utf-8").replace("vi: Hương trầm", "vi: Hương mới", 1), "utf-8")
    server.wait_for("san-pham/huong-moi/", "Hương mới")

    new.unlink()
    server._wait(lambda: server.get("san-pham/huong-moi/") == "")


def test_stops_when_told(tmp_path: Path, server: Server) -> None:
    """Ctrl-C ends the server and everything it started."""
    code = server.stop()

    assert code in (0, 130, -signal.SIGINT)
    assert server.get("") == ""
