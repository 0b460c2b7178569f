"""Promises of `catalog.images.work` and `workshop`: every picture or a reason, whoever does the work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from catalog.diagnostics import Diagnostic
from catalog.images.cache import Cache
from catalog.images.derive import encoder_version
from catalog.images.gate import admit
from catalog.images.inspect import Inspection
from catalog.images.plan import Picture, plan_picture
from catalog.images.work import Report, derive_all, inspect_all
from catalog.images.workshop import Died, Failed, Limits, TookTooLong, Workshop
from catalog.publish import FolderWriter
from tests.odd_pictures import exif, leaves, png, png_header, quarters, saved

SCRIPTS = str(Path(__file__).parents[1] / "scripts")
posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX limits and signals")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with three good pictures, two of them the same, and one that breaks off inside."""
    photos = tmp_path / "photos"
    photos.mkdir()
    photos.joinpath("a.jpg").write_bytes(saved(leaves(400, 300), exif=exif(6)))
    photos.joinpath("b.png").write_bytes(saved(quarters(200, 150), "PNG"))
    photos.joinpath("same.jpg").write_bytes(photos.joinpath("a.jpg").read_bytes())
    broken = saved(leaves(500, 300))
    photos.joinpath("broken.jpg").write_bytes(broken[:2] + b"\xff\xfe\x00\x06xx\xff\xd9" + broken[2 : len(broken) // 2])
    return tmp_path


def plans(project: Path) -> list[Picture]:
    names = sorted(f"photos/{path.name}" for path in (project / "photos").iterdir())
    originals, findings = admit(project, names)
    assert findings == []
    return [plan_picture(original, encoder_version()) for original in originals.values()]


def build(project: Path, executor: Executor, out: str = "out", cache: str = "cache") -> Report:
    return derive_all(
        plans(project),
        root=project,
        cache=Cache(project / cache),
        writer=FolderWriter(project),
        folder=out,
        executor=executor,
    )


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


EXECUTORS: dict[str, Callable[[], Executor]] = {
    "workshop": lambda: Workshop(2),
    "threads": lambda: ThreadPoolExecutor(2),
    "processes": lambda: ProcessPoolExecutor(1, mp_context=get_context("spawn")),
}


def test_any_executor_gives_the_same(project: Path) -> None:
    """Threads, a pool of processes or our workshop: the same files, pictures and findings, byte for byte."""
    found = {}
    for name, make in EXECUTORS.items():
        with make() as executor:
            found[name] = build(project, executor, out=f"out-{name}", cache=f"cache-{name}")
    assert found["workshop"] == found["threads"] == found["processes"]
    files = [content(project / f"out-{name}") for name in EXECUTORS]
    assert files[0] == files[1] == files[2]
    report = found["workshop"]
    assert sorted(report.pictures) == ["photos/a.jpg", "photos/b.png", "photos/same.jpg"]
    assert set(files[0]) == {each.name for picture in report.pictures.values() for each in picture.derivatives}


def test_a_picture_that_fails_names_itself_and_stops_no_other(project: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        report = build(project, executor)
    assert [(finding.at.file, finding.code) for finding in report.findings] == [
        ("photos/broken.jpg", "picture-cut-short")
    ]
    assert len(report.pictures) == 3


def test_the_same_picture_is_derived_once(project: Path) -> None:
    """Two records that show one picture cost one decode and one set of files."""
    with ThreadPoolExecutor(1) as executor:
        report = build(project, executor)
    assert report.derived == 3
    one, other = report.pictures["photos/a.jpg"], report.pictures["photos/same.jpg"]
    assert one.derivatives == other.derivatives
    assert (one.placeholder, one.tone) == (other.placeholder, other.tone) != ("", "")


class Refusing(ThreadPoolExecutor):
    """An executor that must not be asked."""

    def submit(self, *_arguments: object, **_named: object) -> None:  # type: ignore[override]
        raise AssertionError("work was handed out")


def test_a_warm_cache_derives_nothing(project: Path) -> None:
    """The second build writes the same files without handing anything to an executor; a site folder may be new."""
    (project / "photos" / "broken.jpg").unlink()
    with ThreadPoolExecutor(2) as executor:
        first = build(project, executor, out="first")
    with Refusing() as executor:
        second = build(project, executor, out="second")
    assert content(project / "first") == content(project / "second")
    assert (second.derived, second.pictures, second.findings) == (0, first.pictures, ())


@pytest.mark.parametrize("which", ["a derivative", "the placeholder"])
def test_a_damaged_cache_costs_only_the_picture_it_hits(which: str, project: Path) -> None:
    """One damaged entry: that picture is derived again, the others are not, the site is the same."""
    (project / "photos" / "broken.jpg").unlink()
    cache = Cache(project / "cache")
    with ThreadPoolExecutor(2) as executor:
        first = build(project, executor, out="first")
        picture = first.pictures["photos/b.png"]
        path = cache.path(picture.derivatives[0].key if which == "a derivative" else picture.key)
        path.write_bytes(path.read_bytes()[:-3])
        second = build(project, executor, out="second")
    assert second.derived == 1
    assert content(project / "first") == content(project / "second")
    assert second.pictures == first.pictures


def test_an_unusable_cache_is_told_once_and_the_site_is_complete(project: Path) -> None:
    (project / "photos" / "broken.jpg").unlink()
    with ThreadPoolExecutor(2) as executor:
        good = build(project, executor, out="good")
        (project / "nothing").write_bytes(b"a file where the cache should be")
        report = build(project, executor, out="out", cache="nothing")
    assert [(finding.at.file, finding.code) for finding in report.findings] == [("nothing", "picture-cache-unusable")]
    assert report.findings[0].severity == "warning"
    assert report.pictures == good.pictures
    assert content(project / "out") == content(project / "good")


def test_a_picture_that_changes_meanwhile_is_told(project: Path) -> None:
    """A file swapped between the gate and the work is not published under the other's name."""
    planned = plans(project)
    (project / "photos" / "b.png").write_bytes(saved(leaves(200, 150), "PNG"))
    with ThreadPoolExecutor(1) as executor:
        report = derive_all(
            planned,
            root=project,
            cache=Cache(project / "c"),
            writer=FolderWriter(project),
            folder="o",
            executor=executor,
        )
    assert ("photos/b.png", "picture-changed") in [(finding.at.file, finding.code) for finding in report.findings]


def test_progress_counts_every_picture(project: Path) -> None:
    seen: list[tuple[int, int]] = []
    with ThreadPoolExecutor(2) as executor:
        derive_all(
            plans(project),
            root=project,
            cache=Cache(project / "cache"),
            writer=FolderWriter(project),
            folder="out",
            executor=executor,
            progress=lambda done, all_: seen.append((done, all_)),
        )
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_inspections_are_cached_too(project: Path) -> None:
    """Measures come from one decode, then from the cache; a broken picture is told each time."""

    def measured(executor: Executor) -> tuple[dict[str, Inspection], list[Diagnostic]]:
        originals = [plan.original for plan in plans(project)]
        return inspect_all(originals, root=project, cache=Cache(project / "cache"), executor=executor)

    with ThreadPoolExecutor(1) as executor:
        first, findings = measured(executor)
        assert [finding.at.file for finding in findings] == ["photos/broken.jpg"]
        (project / "photos" / "broken.jpg").unlink()
    with Refusing() as executor:
        second, findings = measured(executor)
    assert (second, findings) == (first, [])
    assert (second["photos/a.jpg"].width, second["photos/a.jpg"].height) == (300, 400)


# --- the workshop ---


def double(number: int) -> int:
    return 2 * number


def hang() -> None:
    time.sleep(60)


def burn() -> None:
    while True:
        pass


def swallow(size: int) -> int:
    return len(bytearray(size))


def end() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def complain() -> None:
    raise ValueError("in the work")


def own_id() -> int:
    return os.getpid()


@posix
def test_a_call_that_ends_its_process_ends_alone() -> None:
    """Killed, endless, too large or failing: each call tells its own end, and all others are done."""
    limits = Limits(memory=1_000_000_000, cpu_seconds=1, seconds=6)
    with Workshop(2, limits) as workshop:
        futures = {
            Died: workshop.submit(end),
            TookTooLong: workshop.submit(burn),
            Failed: workshop.submit(complain),
        }
        large = workshop.submit(swallow, 3_000_000_000)
        good = [workshop.submit(double, number) for number in range(5)]
        assert [future.result() for future in good] == [0, 2, 4, 6, 8]
        for kind, future in futures.items():
            assert isinstance(future.exception(), kind)
        assert "MemoryError" in str(large.exception())


@posix
def test_the_clock_on_the_wall_counts_too() -> None:
    """A call that waits for ever uses no CPU; it is ended all the same."""
    with Workshop(1, Limits(seconds=1)) as workshop:
        assert isinstance(workshop.submit(hang).exception(), TookTooLong)
        assert workshop.submit(double, 4).result() == 8


def test_a_process_is_used_again() -> None:
    """Starting a process costs more than a small picture: one is kept for many calls."""
    with Workshop(1) as workshop:
        assert len({workshop.submit(own_id).result() for _ in range(3)}) == 1


def test_nothing_starts_before_there_is_work() -> None:
    with Workshop(4) as workshop:
        assert workshop._threads == []
    with pytest.raises(RuntimeError, match="closed"):
        workshop.submit(double, 1)


@posix
def test_an_interrupted_workshop_does_not_wait() -> None:
    """Ctrl-C ends within moments, whatever the pictures are doing, and leaves no process behind."""
    workshop = Workshop(1, Limits(seconds=60))
    process = workshop.submit(own_id).result()
    running, waiting = workshop.submit(hang), workshop.submit(hang)
    while not running.running():
        time.sleep(0.01)
    start = time.monotonic()
    workshop.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert time.monotonic() - start < 3
    assert waiting.cancelled()
    assert isinstance(running.exception(), Died)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@posix
def test_no_process_outlives_its_parent() -> None:
    """If the build is killed, its processes see that nobody is there and end."""
    code = (
        "import os, signal, sys\n"
        "from catalog.images.workshop import Workshop\n"
        "if __name__ == '__main__':\n"
        "    workshop = Workshop(1)\n"
        "    print(workshop.submit(os.getpid).result(), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = os.environ | {"PYTHONPATH": SCRIPTS}
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment, check=False)
    process = int(done.stdout)
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{process}/stat").exists() and ") Z " in Path(f"/proc/{process}/stat").read_text():
            return  # ended; whoever inherited it has not yet asked
        time.sleep(0.05)
    pytest.fail("the process is still there")


@posix
def test_a_killed_picture_is_told_and_the_others_are_made(project: Path) -> None:
    """A workshop with hardly any memory: the large picture is refused by name, the small ones are made."""
    (project / "photos" / "broken.jpg").unlink()
    (project / "photos" / "large.png").write_bytes(
        png(png_header(7700, 7700), (b"IDAT", zlib.compress(bytes(7700 * (1 + 3 * 7700)), 1)), (b"IEND", b""))
    )
    with Workshop(1, Limits(memory=350_000_000)) as workshop:
        report = build(project, workshop)
    assert [(finding.at.file, finding.code) for finding in report.findings] == [
        ("photos/large.png", "picture-too-much-memory")
    ]
    assert len(report.pictures) == 3
