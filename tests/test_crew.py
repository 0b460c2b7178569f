"""Promises of `crew`: the same results whoever does the work, every death told, nobody left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalog.crew import WorkerDied, can_share, processors, spread

SCRIPTS = str(Path(__file__).parents[1] / "scripts")
shares = pytest.mark.skipif(not can_share(), reason="processes cannot be copied here")


def squared(task: int) -> tuple[int, int]:
    """Do a little; later tasks are done sooner."""
    time.sleep(0.002 * (5 - task % 5))
    return task, task * task


@pytest.mark.parametrize("jobs", [1, 2, 7, 100])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    """Any number of workers gives the same; there may be more of them than tasks."""
    done: list[int] = []

    found = list(spread(range(23), squared, jobs=jobs, done=done.append))

    assert found == [(task, (task, task * task)) for task in range(23)]
    assert sorted(done) == list(range(23))


@shares
def test_workers_know_what_this_process_knows() -> None:
    """Nothing needs to be sent: a worker is a copy; what it changes stays with it."""
    known = {"a": 1}

    def work(task: int) -> int:
        known["a"] += task
        return os.getpid()

    pids = {pid for _, pid in spread(range(8), work, jobs=2)}

    assert known == {"a": 1}
    assert os.getpid() not in pids


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_work_raises_is_raised_here(jobs: int) -> None:
    """A full disk is told as such, by its own exception."""

    def work(task: int) -> int:
        if task == 5:
            raise OSError(28, "No space left on device", "x/index.html")
        return task

    with pytest.raises(OSError, match="No space left") as raised:
        list(spread(range(9), work, jobs=jobs))

    assert (raised.value.errno, raised.value.filename) == (28, "x/index.html")


@shares
def test_a_worker_that_dies_is_named_by_its_task(tmp_path: Path) -> None:
    """Killed by the system for want of memory, say: the others end too."""
    parent = os.getpid()

    def work(task: str) -> str:
        (tmp_path / str(os.getpid())).touch()
        if task == "san-pham den-long":
            assert os.getpid() != parent
            while len(list(tmp_path.iterdir())) < 2:  # on a busy machine the other has not begun yet
                time.sleep(0.01)
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.05)
        return task

    with pytest.raises(WorkerDied) as died:
        list(spread(["a", "b", "san-pham den-long", "c", "d"], work, jobs=2))

    assert (died.value.task, died.value.how) == ("san-pham den-long", "SIGKILL")
    workers = [int(path.name) for path in tmp_path.iterdir()]
    assert len(workers) == 2
    assert not [pid for pid in workers if _lives(pid)]


ENDLESS = """
import os, sys, time
from catalog.crew import spread
def work(task):
    print(os.getpid(), flush=True)
    time.sleep(600)
list(spread([1, 2], work, jobs=2))
"""


@shares
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nobody_outlives_the_parent(how: signal.Signals) -> None:
    """Ctrl-C, a polite and an impolite end: the workers are gone at once."""
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": SCRIPTS},
        text=True,
    ) as process:
        assert process.stdout is not None
        workers = [int(process.stdout.readline()) for _ in range(2)]
        process.send_signal(how)
        assert process.wait(30) != 0

    assert not [pid for pid in workers if _lives(pid)]


def _lives(pid: int, seconds: float = 10) -> bool:
    """Tell whether a process is still there after a moment."""
    for _ in range(int(seconds * 20)):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        if Path(f"/proc/{pid}/stat").is_file() and ") Z " in Path(f"/proc/{pid}/stat").read_text():
            return False
        time.sleep(0.05)
    return True


def test_every_processor_that_is_ours_is_used() -> None:
    """A container that was given two of sixty-four processors works with two."""
    assert processors() >= 1
    if hasattr(os, "sched_getaffinity"):
        assert processors() == len(os.sched_getaffinity(0))
