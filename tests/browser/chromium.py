"""Find a Chromium for the tests, or fetch Debian's: `python -m tests.browser.chromium` prints where it is.

Looks at `$CHROMIUM`, at the names a Chromium goes by on PATH and at what an earlier run fetched. If there is none, an
administrator gets the system's package; anybody else on Debian or Ubuntu gets the same signed packages unpacked under
`.cache/chromium/`, without changing the system. It does not drive the browser; `conftest.py` does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
OWN = PROJECT / ".cache" / "chromium"
"""Where an ordinary user's copy lives: `root/` unpacked packages, `apt/` state and archives, `run` the starter."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PACKAGES = ("chromium", "fonts-dejavu-core")
"""The browser, and one font that has every Vietnamese letter: what a text measures decides whether it overflows."""


class NoChromium(RuntimeError):
    """There is no Chromium and none could be fetched; the message says what to do."""


def find_chromium() -> Path | None:
    """Return the Chromium to test with; `None`: there is none yet."""
    return next((path for path in _candidates() if os.access(path, os.X_OK)), None)


def fetch_chromium() -> Path:
    """Install Chromium as far as this user may, and return it.

    Raises:
        NoChromium: No way worked on this machine.

    """
    if shutil.which("apt-get") is None:
        raise NoChromium(_what_to_install("apt-get: –"))
    failures = []
    for way in (_install_on_the_system, _unpack_for_this_user):
        try:
            way()
        except (OSError, subprocess.CalledProcessError) as failure:
            failures.append(_reason(failure))
        found = find_chromium()
        if found is not None:
            return found
    raise NoChromium(_what_to_install("\n".join(failures)))


def sandbox_works() -> bool:
    """Tell whether Chromium may use its sandbox: never as root, and only where users may make namespaces."""
    if os.geteuid() == 0:
        return False
    if sys.platform != "linux":
        return True
    unshare = shutil.which("unshare")
    return unshare is not None and subprocess.run([unshare, "-Ur", "true"], capture_output=True).returncode == 0


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("CHROMIUM"):
        yield Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    yield from map(Path, MAC)
    yield OWN / "run"


def _install_on_the_system() -> None:
    """Install the system's package, as root or through sudo that asks no password."""
    prefix: list[str] = []
    if os.geteuid() != 0:
        _run(["sudo", "-n", "true"])  # fails at once where a password would be asked
        prefix = ["sudo", "-n"]
    _say("Đang cài trình duyệt Chromium… / Installing Chromium…")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    _run([*apt, "update"])
    _run([*apt, "install", "-y", "--no-install-recommends", *PACKAGES])


def _unpack_for_this_user() -> None:
    """Unpack the same packages under `OWN`; apt keeps its state there too and still checks every signature."""
    _say("Đang tải trình duyệt Chromium vào .cache/chromium/… / Fetching Chromium into .cache/chromium/…")
    state, root = OWN / "apt", OWN / "root"
    for folder in (state / "lists" / "partial", state / "archives" / "partial", root):
        folder.mkdir(parents=True, exist_ok=True)
    apt = [
        "apt-get",
        "-qq",
        f"-oDir::State::Lists={state / 'lists'}",
        f"-oDir::Cache::Archives={state / 'archives'}",
        "-oDir::Cache::PkgCache=",
        "-oDir::Cache::SrcPkgCache=",
        "-oDebug::NoLocking=1",  # the system's lock is not ours to take, and nothing of the system is written
    ]
    _run([*apt, "update"])
    _run([*apt, "install", "-y", "--download-only", "--no-install-recommends", *PACKAGES])
    for package in sorted((state / "archives").glob("*.deb")):
        _run(["dpkg-deb", "--extract", str(package), str(root)])
    shutil.rmtree(state)
    _write_starter(root)


def _write_starter(root: Path) -> None:
    """Write the script that starts the unpacked Chromium with its own libraries and fonts, wherever the tree moves."""
    libraries = sorted({path.parent.relative_to(OWN).as_posix() for path in root.glob("usr/lib/**/lib*.so*")})
    (OWN / "fonts.conf").write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        '  <dir prefix="relative">root/usr/share/fonts</dir>\n  <dir>/usr/share/fonts</dir>\n'
        '  <cachedir prefix="xdg">fontconfig</cachedir>\n</fontconfig>\n',
        encoding="utf-8",
    )
    path = ":".join(f"$here/{folder}" for folder in libraries)
    starter = OWN / "run"
    starter.write_text(
        '#!/bin/sh\nhere=$(cd "$(dirname "$0")" && pwd)\n'
        f'LD_LIBRARY_PATH="{path}${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}"\n'
        'FONTCONFIG_FILE="$here/fonts.conf"\n'
        "export LD_LIBRARY_PATH FONTCONFIG_FILE\n"
        'exec "$here/root/usr/lib/chromium/chromium" "$@"\n',
        encoding="utf-8",
    )
    starter.chmod(0o755)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def _reason(failure: OSError | subprocess.CalledProcessError) -> str:
    if isinstance(failure, subprocess.CalledProcessError):
        last = (failure.stderr or failure.stdout or "").strip().splitlines()[-3:]
        return "\n".join([" ".join(map(str, failure.cmd))[:120], *last])
    return str(failure)


def _what_to_install(details: str) -> str:
    return (
        "Các bài thử cần một trình duyệt Chromium, nhưng máy chưa có và không tự cài được.\n"
        "  → Hãy cài Chromium hoặc Google Chrome (Debian, Ubuntu: sudo apt install chromium), hoặc chỉ ra nó: "
        "CHROMIUM=/duong/dan make test\n"
        "The tests need a Chromium browser; there is none here and it could not be installed.\n"
        "  → Install Chromium or Google Chrome (Debian, Ubuntu: sudo apt install chromium), or name it: "
        "CHROMIUM=/path/to/it make test\n"
        f"{details}"
    )


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - the download takes a minute; a person is waiting


def main() -> int:
    """Make sure there is a Chromium; 0 when there is."""
    if find_chromium() is None:
        try:
            fetch_chromium()
        except NoChromium as problem:
            _say(str(problem))
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
