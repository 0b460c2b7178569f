"""Whatever happens to a build, the site is the old one or the new one, and one line says what happened.

Each build is a process of its own session that runs the real command; it is copied from one that has loaded everything,
so that a test takes as long as the build and no longer. Sites are compared by the digest of every file.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from catalog.publish import MARKER
from tests.trees import left_beside, tree_of

resource = pytest.importorskip("resource", reason="limits and signals are of another kind there")

ROOT = Path(__file__).parents[1]
RECORDS = ("cao-bang", "lai-chau", "son-la")
"""Provinces with few records and no photos: enough for every kind of page."""
EDITED = "products/cao-bang/phuc-sen/village.yml"
REMOVED = "products/son-la/htx-ca-phe-bich-thao/ca-phe-bot-nguyen-chat-bich-thao.yml"
SPAWNING = multiprocessing.get_context("forkserver")
SPAWNING.set_forkserver_preload(["catalog.cli", "catalog.build", "tests.test_faults"])
PYTHONPATH = os.pathsep.join(filter(None, [str(ROOT / "scripts"), str(ROOT), os.environ.get("PYTHONPATH")]))
Tree = dict[str, str]


def build_here(folder: str, arguments: list[str], output: str, limits: Mapping[str, int], umask: int) -> None:
    """Run `catalog build` in this process, which is nothing else's."""
    os.setsid()
    os.chdir(folder)
    os.umask(umask)
    descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    os.close(descriptor)
    for name in ("HOME", "XDG_CACHE_HOME", "LANG", "LC_ALL"):
        os.environ.pop(name, None)
    for name, value in limits.items():
        resource.setrlimit(getattr(resource, name), (value, value))
    from catalog.cli import main

    main(["build", "--as-of", "2026-11-23", "--jobs", "2", *arguments])


@dataclass
class Build:
    """One build that was started."""

    folder: Path
    arguments: list[str] = field(default_factory=list)
    limits: dict[str, int] = field(default_factory=dict)
    umask: int = 0o022

    def start(self) -> Build:
        """Start it."""
        self.output = self.folder.parent / f"output-{time.monotonic_ns()}"
        given = (str(self.folder), self.arguments, str(self.output), self.limits, self.umask)
        self.process = SPAWNING.Process(target=build_here, args=given)
        self.process.start()
        self.begun = time.monotonic()
        return self

    def wait(self) -> Build:
        """Wait for its end, and see that it left no process behind."""
        self.process.join(120)
        self.seconds = time.monotonic() - self.begun
        assert self.process.exitcode is not None, "it does not end"
        until = time.monotonic() + 2
        while (orphans := session_of(self.process.pid or 0)) and time.monotonic() < until:
            time.sleep(0.02)
        assert orphans == []
        return self

    def send(self, number: int, after: float) -> Build:
        """Send a signal after some seconds, and wait for the end."""
        time.sleep(max(0, self.begun + after - time.monotonic()))
        with suppress(ProcessLookupError):
            os.kill(self.process.pid or 0, number)
        self.begun = time.monotonic()
        return self.wait()

    @property
    def code(self) -> int:
        """Exit code; negative, it was killed."""
        assert self.process.exitcode is not None
        return self.process.exitcode

    @property
    def said(self) -> str:
        return self.output.read_text(encoding="utf-8") if self.output.exists() else ""


@dataclass(frozen=True)
class Project:
    """A small project, its site built, and what its site may look like."""

    folder: Path
    old: Tree
    """The site before the edit."""
    new: Tree
    """The site after it."""
    less: Tree
    """The old site without a record."""
    seconds: float
    """How long a build takes."""

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def tree(self) -> Tree:
        return tree_of(self.site)

    def edit(self) -> None:
        path = self.folder / EDITED
        path.write_text(edited(path.read_text(encoding="utf-8")), encoding="utf-8")

    def build(self, *arguments: str, **settings: Any) -> Build:
        return Build(self.folder, list(arguments), **settings).start().wait()

    def start(self, *arguments: str) -> Build:
        return Build(self.folder, list(arguments)).start()

    def left(self) -> list[str]:
        """Return what a build has left: beside the site, and unfinished in the cache."""
        workshop = self.folder / ".cache/site/site"
        trees = {f"{path.lstat().st_ino:x}.manifest" for path in (self.site, workshop / "tree") if path.exists()}
        expected = {MARKER, "tree", *trees}
        inside = sorted(path.name for path in workshop.iterdir()) if workshop.exists() else []
        return left_beside(self.site) + [name for name in inside if name not in expected]


def edited(text: str) -> str:
    """Edit a record."""
    return text.replace("Làng rèn Phúc Sen (Pác Rằng)", "Làng rèn Phúc Sen").replace("Hamlets", "Some hamlets")


@pytest.fixture(scope="module")
def pattern() -> Iterator[Project]:
    """Build a project once; each test gets a copy."""
    os.environ["PYTHONPATH"] = PYTHONPATH  # for the process that all come from
    place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - waiting for a disk takes long
    with TemporaryDirectory(dir=place) as folder:
        root = Path(folder, "project")
        for name in ("content", "overrides"):
            shutil.copytree(ROOT / name, root / name)
        for name in ("vocabulary", *RECORDS):
            shutil.copytree(ROOT / "products" / name, root / "products" / name)
        (root / "products/vocabulary/featured.yml").unlink(missing_ok=True)  # names villages of other provinces
        shutil.copy(ROOT / "mkdocs.yml", root)
        trees = []
        for change in (edited, str, None):  # the last is the state that tests begin with, after one without a record
            path = root / (EDITED if change else REMOVED)
            text = path.read_text(encoding="utf-8")
            path.write_text(change(text), encoding="utf-8") if change else path.unlink()
            built = Build(root).start().wait()
            assert built.code == 0, built.said
            trees.append(tree_of(root / "site"))
            path.write_text(text, encoding="utf-8")
        assert trees[0] != trees[1] != trees[2]
        shutil.rmtree(root / "site")
        shutil.rmtree(root / ".cache/site")
        built = Build(root).start().wait()
        assert tree_of(root / "site") == trees[1]
        yield Project(root, old=trees[1], new=trees[0], less=trees[2], seconds=built.seconds)


@pytest.fixture
def project(pattern: Project) -> Iterator[Project]:
    """Give a project with its old site and without a spare copy."""
    with TemporaryDirectory(dir=pattern.folder.parent) as folder:
        copy = Path(folder, "project")
        shutil.copytree(pattern.folder, copy, ignore=lambda folder, _: ["site"] if folder.endswith("/.cache") else [])
        yield Project(copy, pattern.old, pattern.new, pattern.less, pattern.seconds)


def session_of(leader: int) -> list[int]:
    """Return the processes of a session that are still there (Linux)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[3]) == leader and fields[0] != "Z" and int(path.parent.name) != leader:
                found.append(int(path.parent.name))
    return found


def moments(count: int, seed: int) -> list[float]:
    """Return moments of a build, as parts of its length: one in each part, so that none is spared."""
    dice = random.Random(seed)
    return [(number + dice.random()) / count for number in range(count)]


def one_line_each(said: str) -> bool:
    """Tell whether something was said in one line of each language, without a traceback."""
    lines = [line for line in said.splitlines() if line.strip()]
    return "Traceback" not in said and 1 <= len(lines) <= 2


class TestKilled:
    """A process that ends without a chance to clean up."""

    def test_at_any_moment_of_a_build(self, project: Project) -> None:
        """After kill -9 the site is the old or the new one; the next build needs no help and leaves no trace."""
        project.edit()
        for moment in moments(6, seed=1):
            project.start().send(signal.SIGKILL, moment * project.seconds * 1.1)
            assert project.tree() in (project.old, project.new)
        assert project.build().code == 0
        assert project.tree() == project.new
        assert project.left() == []

    PUBLISHING = """
import sys
from pathlib import Path
import catalog.publish.exchange as exchange
from catalog.publish import open_publication

target, in_two = Path(sys.argv[1]), sys.argv[2] == "two"
if in_two:  # as on a system that cannot exchange two names at once
    exchange._exchange_at_once = lambda one, other: False
for number in range(10_000):
    with open_publication(target, target.parent / ".cache") as publication:
        for page in range(60):
            words = f"{'AB'[number % 2] if page % 3 else 'same'} {page}</html>"
            key = words if page % 2 else ""
            if not publication.writer.holds(f"{page}/index.html", key):
                publication.writer.write(f"{page}/index.html", words.encode(), key)
        publication.publish()
    print(number, flush=True)
"""

    @pytest.mark.parametrize("steps", ["one", "two"])
    def test_at_any_moment_of_publishing(self, pattern: Project, steps: str) -> None:
        """Two sites that replace each other again and again, killed: it is always one of them, or comes back."""
        with TemporaryDirectory(dir=pattern.folder.parent) as folder:
            target = Path(folder, "site")
            command = [sys.executable, "-c", self.PUBLISHING, str(target), steps]
            environment = os.environ | {"PYTHONPATH": PYTHONPATH}
            dice, seen = random.Random(2), set()
            for _ in range(10):
                with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
                    assert process.stdout is not None
                    process.stdout.readline()  # an old run's leftovers are cleared and one site is published
                    time.sleep(dice.random() * 0.1)
                    process.kill()
                if steps == "two" and not target.exists():  # the next run puts it back
                    continue
                pages = {path.parent.name: path.read_text() for path in target.rglob("*.html")}
                letters = {words[0] for page, words in pages.items() if int(page) % 3}
                assert len(pages) == 60
                assert len(letters) == 1, letters
                seen |= letters
            assert seen == {"A", "B"}

    def test_a_worker_that_is_killed_is_named(self, project: Project) -> None:
        """A worker that the system ends, out of memory say, stops the build; the message says what it was making."""
        project.edit()
        (project.folder / ".cache/pages").unlink()  # a few pages are made without workers
        build = project.start()
        while build.process.is_alive() and not (workers := children_of(build.process.pid or 0)):
            time.sleep(0.001)
        for worker in workers:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        build.wait()
        assert build.code == 1, build.said
        assert "SIGKILL" in build.said
        assert one_line_each(build.said)
        assert project.tree() == project.old
        assert project.left() == []


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started (Linux)."""
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


class TestStopped:
    """A process that is asked to stop."""

    @pytest.mark.parametrize(
        ("number", "code"),
        [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
        ids=["INT", "TERM", "HUP"],
    )
    def test_leaves_nothing(self, project: Project, number: int, code: int) -> None:
        """Ctrl-C and the system's wish end a build at once: fitting exit code, no traceback, nothing left."""
        project.edit()
        for moment in moments(3, seed=number):
            before = project.tree()
            build = project.start().send(number, 0.05 + moment * project.seconds)
            assert build.code in (code, 0, -number), build.said  # before anything began, the system ends it
            assert build.seconds < max(3, 2 * project.seconds)
            assert "Traceback" not in build.said
            assert build.code != code or build.said.strip() == "Đã dừng. / Stopped."
            assert project.tree() in (before, project.new) if build.code else project.tree() == project.new
            assert project.left() == []


class TestNoRoom:
    """The machine has too little of something."""

    def test_a_file_may_not_grow(self, project: Project) -> None:
        """Where files may not grow beyond a size, the build says which one did; the old site stands."""
        project.edit()
        build = project.build(limits={"RLIMIT_FSIZE": 20_000})
        assert build.code == 3, build.said
        assert one_line_each(build.said)
        assert "tree/" in build.said
        assert "MB" in build.said
        assert project.tree() == project.old
        assert project.left() == []
        assert project.build().code == 0
        assert project.tree() == project.new

    FULL_DISK = """
import json, os, shutil, subprocess, sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/scripts"]
from tests.trees import left_beside, tree_of

source, place = Path(sys.argv[2]), Path(sys.argv[3])
size = sum(path.lstat().st_size for path in source.rglob("*") if path.is_file())
room = size + 16_000_000
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room},mode=755", "none", place], check=True)
shutil.copytree(source, place / "project", symlinks=True)
before = tree_of(place / "project/site")
filler = place / "filler"
with filler.open("wb") as file:  # all but a little room is taken
    free = os.statvfs(place)
    file.write(bytes(free.f_bavail * free.f_frsize - 2_000_000))
code = "from catalog.cli import main; main()"
command = [sys.executable, "-c", code, "build", "--as-of", "2026-11-23", "--jobs", "2"]
done = subprocess.run(command, cwd=place / "project", capture_output=True, text=True)
same, left = tree_of(place / "project/site") == before, left_beside(place / "project/site")
filler.unlink()
again = subprocess.run(command, cwd=place / "project", capture_output=True, text=True)
results = [done.returncode, done.stdout + done.stderr, same, left, again.returncode]
subprocess.run(["umount", place], check=True)
print(json.dumps(results))
"""

    def test_the_disk_is_full(self, project: Project, tmp_path: Path) -> None:
        """On a full disk the old site stands, the message says how much room is needed; with room all is well."""
        project.edit()
        command = ["unshare", "--mount", "--map-root-user"] if os.geteuid() else ["unshare", "--mount"]
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
            pytest.skip("this machine lets nobody mount a small disk")
        arguments = [str(ROOT), str(project.folder), str(tmp_path)]
        environment = os.environ | {"PYTHONPATH": PYTHONPATH}
        done = subprocess.run(
            [*command, sys.executable, "-c", self.FULL_DISK, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        code, said, same, left, again = json.loads(done.stdout)
        assert code == 3, said
        assert one_line_each(said)
        assert "The disk is full" in said
        assert "MB" in said
        assert same
        assert left == []
        assert again == 0

    @pytest.mark.parametrize("files", [24, 64])
    def test_few_files_may_be_open(self, project: Project, files: int) -> None:
        """With few file handles a build works, or says that there are too few; nothing is half done."""
        project.edit()
        build = project.build(limits={"RLIMIT_NOFILE": files})
        assert build.code in (0, 3), build.said
        assert one_line_each(build.said)
        assert project.tree() == (project.old if build.code else project.new)
        assert files < 64 or build.code == 0


class TestOddPlaces:
    """Machines that are set up in another way."""

    def test_odd_settings_change_nothing(self, project: Project) -> None:
        """No home, an odd umask, files from 1970 and 2038: the same site, byte for byte and mode for mode."""
        shutil.rmtree(project.site)
        for number, path in enumerate(sorted((project.folder / "products").rglob("*.yml"))):
            os.utime(path, (0, 0) if number % 2 else (2**31 + 5, 2**31 + 5))
        build = project.build(umask=0o077)
        assert build.code == 0, build.said
        assert project.tree() == project.old

    def test_a_cache_that_cannot_be_written(self, project: Project) -> None:
        """Where nothing can be kept, the site is right and one warning says so; nothing is left beside it."""
        project.edit()
        shutil.rmtree(project.folder / ".cache")
        (project.folder / ".cache").write_text("một tệp")
        build = project.build()
        assert build.code == 0
        assert project.tree() == project.new
        assert build.said.count(".cache/") == 2, build.said  # once in each language
        assert project.left() == []

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_cannot_be_written(self, project: Project) -> None:
        """Without the right to replace the site, one line says so."""
        project.edit()
        project.folder.chmod(0o555)
        try:
            build = project.build()
        finally:
            project.folder.chmod(0o755)
        assert build.code == 3
        assert one_line_each(build.said)
        assert project.tree() == project.old

    def test_no_network(self, project: Project) -> None:
        """A build asks nobody: it works where there is no network at all."""
        command = ["unshare", "--net", "--map-root-user"] if os.geteuid() else ["unshare", "--net"]
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
            pytest.skip("this machine lets nobody go without a network")
        shutil.rmtree(project.site)
        shutil.rmtree(project.folder / ".cache")
        arguments = [sys.executable, "-m", "catalog", "build", "--as-of", "2026-11-23"]
        environment = os.environ | {"PYTHONPATH": PYTHONPATH}
        done = subprocess.run(
            [*command, *arguments], cwd=project.folder, env=environment, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert project.tree() == project.old

    def test_a_strangers_folder(self, project: Project) -> None:
        """A folder that no build of ours made is refused and stays as it is."""
        (project.folder / "mine").mkdir()
        (project.folder / "mine/letter.txt").write_text("của tôi")
        build = project.build("--site-dir", "mine")
        assert build.code == 2
        assert one_line_each(build.said)
        assert tree_of(project.folder / "mine").keys() == {"letter.txt"}


def harm(path: Path, damage: str) -> None:
    """Damage a file in some way."""
    content = path.read_bytes()
    match damage:
        case "empty":
            path.write_bytes(b"")
        case "half":
            path.write_bytes(content[: len(content) // 2])
        case "bit":
            path.write_bytes(content[:-9] + bytes([content[-9] ^ 4]) + content[-8:])
        case "foreign":
            path.write_bytes(b"\x80\x04" + content[::-1])
        case "link":
            path.unlink()
            path.symlink_to("/dev/zero")
        case "folder":
            path.unlink()
            (path / "x").mkdir(parents=True)


class TestCache:
    """What was kept is damaged."""

    def test_damage_changes_nothing(self, project: Project) -> None:
        """Every file of the cache damaged in one way or another: the site is the same."""
        text = (project.folder / EDITED).read_text(encoding="utf-8")
        assert project.build().code == 0  # so that there is a spare copy
        for turn in range(3):
            files = (path for path in sorted((project.folder / ".cache").rglob("*")) if path.is_file())
            kept = [path for path in files if not path.is_symlink() and path.stat().st_size > 9]
            for number, path in enumerate(kept):
                harm(path, ("empty", "half", "bit", "foreign", "link", "folder", "")[(number + turn) % 7])
            (project.folder / EDITED).write_text(text if turn % 2 else edited(text), encoding="utf-8")
            build = project.build()
            assert build.code == 0, build.said
            assert project.tree() == (project.old if turn % 2 else project.new)
            assert project.left() == []


class TestOthers:
    """Others are at work meanwhile."""

    def test_two_builds_at_once(self, project: Project) -> None:
        """Of two builds, the one that comes too late says so; the site is a whole one."""
        project.edit()
        builds = [project.start(), project.start()]
        codes = [build.wait().code for build in builds]
        assert set(codes) <= {0, 4}
        assert 0 in codes
        late = [build for build in builds if build.code == 4]
        assert all("Another build" in build.said and one_line_each(build.said) for build in late)
        assert project.tree() == project.new
        assert project.left() == []

    def test_a_record_goes_while_the_site_is_built(self, project: Project) -> None:
        """A record that disappears meanwhile is in the site or is not; the site is whole."""
        for moment in moments(3, seed=3):
            path = project.folder / REMOVED
            text = path.read_bytes()
            build = project.start()
            time.sleep(moment * project.seconds)
            path.unlink()
            build.wait()
            assert build.code in (0, 1, 3), build.said
            assert "Traceback" not in build.said
            assert project.tree() in (project.old, project.less)
            path.write_bytes(text)

    def test_a_record_changes_while_the_site_is_built(self, project: Project) -> None:
        """A record that is edited meanwhile is shown as it was or as it is, the same on every page."""
        for moment in moments(3, seed=4):
            path = project.folder / EDITED
            text = path.read_text(encoding="utf-8")
            build = project.start()
            time.sleep(moment * project.seconds)
            project.edit()
            build.wait()
            assert build.code == 0, build.said
            assert project.tree() in (project.old, project.new)
            path.write_text(text, encoding="utf-8")


def test_a_site_that_is_not_whole_is_not_published(project: Project) -> None:
    """A page that leads nowhere stops the build with its name, and the old site stands."""
    page = project.folder / "content/dong-gop.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\n<a href='../x'></a> [x](../khong-co/)\n", encoding="utf-8")
    build = project.build()
    assert build.code == 1
    assert "dong-gop/index.html" in build.said
    assert "khong-co" in build.said
    assert project.tree() == project.old
    assert project.left() == []
