"""Processes that share what this one knows: copies of it, to which nothing is sent but the number of the next task.

Results come back in the order of the tasks, whoever did them; how many work makes no difference to what comes out. A
process that dies, however it dies, ends the work with the name of its task; when this one ends, theirs end too.

`images.workshop` does the opposite, and on purpose: what decodes strangers' pictures shares nothing and is limited. See
`scripts/decisions/0021`.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

_PR_SET_PDEATHSIG = 1
"""`prctl(2)`: the signal that a process gets when its parent ends."""

_ENDINGS = (signal.SIGINT, signal.SIGTERM)

T = TypeVar("T")
R = TypeVar("R")


class WorkerDied(Exception):
    """A process ended during a task: `task` names it, `how` says how, for example `SIGKILL`."""

    def __init__(self, task: str, how: str) -> None:
        super().__init__(f"{task}: {how}")
        self.task = task
        self.how = how


def processors() -> int:
    """Return how many processes can run at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_share() -> bool:
    """Tell whether a process can be copied here. macOS could, but its libraries do not stand it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def spread(
    tasks: Sequence[T], work: Callable[[T], R], *, jobs: int, done: Callable[[T], None] = lambda _task: None
) -> Iterator[tuple[T, R]]:
    """Yield every task with its result, in the order of the tasks.

    Args:
        tasks: What is to be done, the largest first where they differ; as text, each says what it is.
        work: Does one; its result is a plain value. It runs in a copy of this process, so what it changes is lost.
        jobs: How many work at once; with one, or where processes cannot be copied, this process does everything.
        done: Called with each task when it is done, in whatever order that comes.

    Raises:
        WorkerDied: A process ended during a task.
        Exception: What `work` raised; of several, the one of the earliest task that was noticed.

    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1 or not can_share():
        for task in tasks:
            result = work(task)
            done(task)
            yield task, result
        return
    results: dict[int, R] = {}
    waiting = iter(range(len(tasks)))
    due = 0
    with _Hands(jobs, lambda number: work(tasks[number])) as hands:
        for hand in hands:
            hand.give(next(waiting, None))
        while due < len(tasks):
            for hand in hands.ready():
                number = hand.task
                assert number is not None  # noqa: S101 - only a hand with a task is waited for
                try:
                    results[number] = hand.take()
                except EOFError:
                    raise WorkerDied(str(tasks[number]), hand.ending()) from None
                done(tasks[number])
                hand.give(next(waiting, None))
            while due in results:
                yield tasks[due], results.pop(due)
                due += 1


class _Hand:
    """One process, seen from outside."""

    def __init__(self, work: Callable[[int], Any], others: Sequence[_Hand]) -> None:
        self.task: int | None = None
        self.pipe, theirs = multiprocessing.Pipe()
        # The other hands' pipes are copied too; left open they would keep a hand waiting whose parent is gone.
        inherited = [self.pipe, *(other.pipe for other in others)]
        self._process = multiprocessing.get_context("fork").Process(
            target=_serve, args=(theirs, work, inherited, os.getpid()), name="catalog", daemon=True
        )
        # A signal in between would meet our handlers in the copy.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()

    def give(self, task: int | None) -> None:
        """Hand over the next task; without one it rests."""
        self.task = task
        if task is not None:
            with suppress(BrokenPipeError):  # that it is gone is noticed when its result is due
                self.pipe.send(task)

    def take(self) -> Any:
        """Return the result of its task.

        Raises:
            EOFError: The process is gone.
            Exception: What the work raised.

        """
        try:
            error, result = self.pipe.recv()
        except OSError as reason:
            raise EOFError from reason
        if error is not None:
            raise error
        return result

    def ending(self) -> str:
        """Say how the process ended."""
        self._process.join(5)
        code = self._process.exitcode
        if code is not None and code < 0:
            with suppress(ValueError):
                return signal.Signals(-code).name
        return f"exit {code}"

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


class _Hands(list[_Hand]):
    """All processes of one piece of work; they are gone when it ends, however it ends."""

    def __init__(self, number: int, work: Callable[[int], Any]) -> None:
        super().__init__()
        self._number, self._work = number, work

    def __enter__(self) -> _Hands:
        gc.collect()
        gc.freeze()  # or the first round of rubbish collection in each copy would copy everything
        try:
            for _ in range(self._number):
                self.append(_Hand(self._work, self))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for hand in self:
            hand.kill()
        gc.unfreeze()

    def ready(self) -> list[_Hand]:
        """Wait until somebody is done or gone, and return who; in the order in which they were hired."""
        busy = {hand.pipe: hand for hand in self if hand.task is not None}
        found = wait(list(busy))
        return [hand for pipe, hand in busy.items() if pipe in found]


def _serve(pipe: Connection, work: Callable[[int], Any], inherited: Sequence[Connection], parent: int) -> None:
    """Do tasks until there are no more, or until the parent is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the parent
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)
    _die_with(parent)
    for other in inherited:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            number = pipe.recv()
            answer: tuple[Exception | None, Any]
            try:
                answer = (None, work(number))
            except Exception as error:  # it is told to the parent
                error.add_note("".join(traceback.format_exception(error)))
                answer = (error, None)
            try:
                pipe.send(answer)
            except (OSError, EOFError):
                raise
            except Exception:  # some exceptions cannot travel
                pipe.send((RuntimeError(repr(answer[0] or "a result that cannot be sent")), None))


def _die_with(parent: int) -> None:
    """Let the system end this process the moment its parent is gone; elsewhere it ends with its task."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # gone before that
            os._exit(1)
