"""Processes that work on one picture at a time, each limited in memory and time: an `Executor` that outlives its work.

`concurrent.futures.ProcessPoolExecutor` gives up as a whole when one process dies, and cannot end a call that takes
too long. Here a dead or endless call fails alone, and the next one gets a new process. Nothing but Python itself is
started. What the processes do is not known here.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

try:
    import resource
except ImportError:  # Windows limits processes in other ways; there the time on the wall is the only limit
    resource = None  # type: ignore[assignment]

_START_SECONDS = 60
"""Seconds after which a process that has not begun is given up."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one call may use."""

    memory: int = 2_000_000_000
    """Bytes of address space of the process; the worst picture of 60 megapixels, a WebP, needs half of it."""
    cpu_seconds: int = 60
    """Seconds of CPU; an ordinary picture needs one or two."""
    seconds: float = 120
    """Seconds on the wall."""


class TookTooLong(Exception):
    """A call was ended because its time was up; the message is the number of seconds it had."""


class Died(Exception):
    """A process ended during a call; the message says how, for example `SIGKILL`."""


class Failed(Exception):
    """A call raised an exception, whose name and text this one holds."""


class Workshop(Executor):
    """Runs calls in processes that start when the first call comes, and end with the workshop."""

    def __init__(self, processes: int | None = None, limits: Limits | None = None) -> None:
        """Open the workshop.

        Args:
            processes: How many calls run at once; `None`: as many as processors and memory allow.
            limits: For each call.

        """
        self.limits = limits or Limits()
        self.processes = processes or sensible_processes(self.limits)
        self._calls: queue.SimpleQueue[tuple[Future[Any], tuple[Any, ...]] | None] = queue.SimpleQueue()
        self._waiting: set[Future[Any]] = set()
        self._threads: list[threading.Thread] = []
        self._hands: set[_Hand] = set()
        self._lock = threading.Lock()
        self._closed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Let a process call a function of a module; its arguments and its result must be plain values."""
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("the workshop is closed")
            self._waiting.add(future)
            self._calls.put((future, (fn, args, kwargs)))
            if len(self._threads) < self.processes:
                thread = threading.Thread(target=self._attend, name="picture", daemon=True)
                self._threads.append(thread)
                thread.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls; processes end when theirs are done."""
        with self._lock:
            self._closed = True
            if cancel_futures:
                for future in self._waiting:
                    future.cancel()
            for _ in self._threads:
                self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close; after an exception (someone pressed Ctrl-C) without waiting for what is running."""
        if kind is not None:
            self.shutdown(wait=False, cancel_futures=True)
            with self._lock:
                for hand in self._hands:
                    hand.kill()
        self.shutdown(wait=True)

    def _attend(self) -> None:
        """Hand calls to one process, until there are no more."""
        hand: _Hand | None = None
        while (job := self._calls.get()) is not None:
            future, call = job
            with self._lock:
                self._waiting.discard(future)
            if not future.set_running_or_notify_cancel():
                continue
            try:
                if hand is None:
                    hand = _Hand(self.limits)
                    with self._lock:
                        self._hands.add(hand)
                future.set_result(hand.do(call))
            except Failed as error:
                future.set_exception(error)
            except BaseException as error:  # the call has an end, whatever happened
                if hand is not None:
                    hand.kill()
                    with self._lock:
                        self._hands.discard(hand)
                    hand = None
                future.set_exception(error)
        if hand is not None:
            hand.close()


class _Hand:
    """One process, seen from outside."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        # Not "fork": a copy of a process that has threads may stand still for ever.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, limits), name="picture", daemon=True)
        self._process.start()
        theirs.close()
        try:
            if not self._pipe.poll(_START_SECONDS):
                raise Died("did not start")
            self._pipe.recv()
        except (EOFError, OSError) as error:
            self._process.join(5)
            raise self._death() from error
        except Died:
            self.kill()
            raise

    def do(self, call: tuple[Any, ...]) -> Any:
        try:
            self._pipe.send(call)
            if not self._pipe.poll(self._limits.seconds):
                raise TookTooLong(f"{self._limits.seconds:g}")
            succeeded, result = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._process.join(5)
            raise self._death() from error
        if not succeeded:
            raise Failed(result)
        return result

    def kill(self) -> None:
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Let the process end: it does so when nobody is at the other end of its pipe."""
        self._pipe.close()
        self._process.join(5)
        if self._process.is_alive():
            self.kill()

    def _death(self) -> Exception:
        code = self._process.exitcode
        if code is None or code >= 0:
            return Died(f"exit {code}")
        with suppress(ValueError, AttributeError):
            if -code == signal.SIGXCPU:
                return TookTooLong(f"{self._limits.cpu_seconds:g}")
            return Died(signal.Signals(-code).name)
        return Died(f"signal {-code}")


def sensible_processes(limits: Limits) -> int:
    """Return how many calls may run at once: one for each processor, as long as their memory is there."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not told by this system
        return processors
    return max(1, min(processors, memory // limits.memory))


def limit_this_process(limits: Limits) -> None:
    """Bind the process that calls this; also an `initializer` for other executors."""
    warnings.simplefilter("ignore")  # what a library says to nobody about odd metadata
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the parent
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(ValueError, OSError):  # macOS has the limit but does not let it be set
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def _serve(pipe: Connection, limits: Limits) -> None:
    """Answer calls until the parent is gone, however it went."""
    limit_this_process(limits)
    with suppress(EOFError, OSError):
        pipe.send("ready")  # starting Python is not part of any call's time
        while True:
            function, arguments, named = pipe.recv()
            _grant_cpu(limits.cpu_seconds)
            try:
                answer = (True, function(*arguments, **named))
            except Exception as error:  # it is told to the parent
                answer = (False, f"{type(error).__name__}: {error}")
            pipe.send(answer)


def _grant_cpu(seconds: int) -> None:
    """Let this process use so many more seconds of CPU; beyond them the system ends it."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hard))
