"""All pictures of a project: from the cache where possible, otherwise derived by whatever `Executor` is given.

A picture that fails names itself and its reason and does not stop the others. With a warm cache nothing is handed to
the executor. Which pictures there are is decided by the caller; how one is made, by `derive`.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import CancelledError, Executor, Future, as_completed
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from catalog.diagnostics import Diagnostic, Fact, Location, in_reading_order
from catalog.images.cache import Cache
from catalog.images.derive import NotDerived, derive, encoder_version
from catalog.images.gate import read
from catalog.images.inspect import Inspection, inspect, inspection_from_json, inspection_key
from catalog.images.plan import Derivative, Original, Picture
from catalog.images.workshop import TookTooLong
from catalog.kept import write_atomically
from catalog.publish import SiteWriter

Progress = Callable[[int, int], None]
"""Called with how many pictures are done, and how many there are to do."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of the pictures."""

    pictures: Mapping[str, Picture]
    """Original's file → its picture with placeholder and tone; those that failed are missing."""
    derived: int
    """How many had to be decoded; 0 when the cache had everything."""
    findings: tuple[Diagnostic, ...]
    """In reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One picture to be worked on: plain values that any process can be sent."""

    root: str
    file: str
    cache: str
    places: tuple[str, ...]
    """Where each derivative goes; none for an inspection."""
    subject: Picture | Original


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one task: plain values that any process can send back."""

    result: bytes = b""
    """JSON as the cache keeps it; empty: it failed."""
    finding: Diagnostic | None = None
    trouble: str = ""
    """Why the cache could not keep something."""
    unwritten: tuple[int, str] | None = None
    """The system's number for why the site could not take a file, and which."""


@dataclass(slots=True)
class _Round:
    """What has come together so far."""

    findings: list[Diagnostic] = field(default_factory=list)
    trouble: str = ""


def derive_all(
    pictures: Iterable[Picture],
    *,
    root: Path,
    cache: Cache,
    writer: SiteWriter,
    folder: str,
    executor: Executor,
    progress: Progress = lambda _done, _all: None,
) -> Report:
    """Write every derivative of every picture into a folder of the site.

    Args:
        pictures: The plans.
        root: The project's folder, in which the originals stand.
        cache: Where derivatives are kept for the next build.
        writer: Writes the site.
        folder: The site's folder for pictures, below its root.
        executor: Does the work; a `Workshop` limits it too.
        progress: Told after each picture.

    Raises:
        OSError: A picture cannot be written.

    """
    plans = sorted(pictures, key=lambda picture: picture.original.file)
    files = _Files(writer, folder)
    traits: dict[str, bytes | None] = {}
    for picture in plans:  # one photo may stand beside two records
        if picture.key not in traits:
            traits[picture.key] = _from_cache(picture, cache, files)
    todo = {picture.key: picture for picture in plans if traits[picture.key] is None}
    tasks = {
        key: Task(
            root=str(root),
            file=plan.original.file,
            cache=str(cache.folder),
            places=tuple(str(files.path(derivative)) for derivative in plan.derivatives),
            subject=plan,
        )
        for key, plan in _largest_first(todo, lambda plan: plan.original)
    }
    round_ = _Round()
    for key, result in _spread(derive_task, tasks, executor, progress, round_):
        traits[key] = result
        for derivative in todo[key].derivatives:
            files.adopt(derivative)
    _tell_trouble(round_, cache, root)
    finished = {}
    for plan in plans:
        found = _traits(traits[plan.key])
        if found is not None:
            finished[plan.original.file] = replace(plan, placeholder=found[0], tone=found[1])
    return Report(pictures=finished, derived=len(todo), findings=tuple(in_reading_order(round_.findings)))


def inspect_all(
    originals: Iterable[Original],
    *,
    root: Path,
    cache: Cache,
    executor: Executor,
    progress: Progress = lambda _done, _all: None,
) -> tuple[dict[str, Inspection], list[Diagnostic]]:
    """Measure every picture; return file → measures, and what was found about those that cannot be read."""
    known = sorted(originals, key=lambda original: original.file)
    version = encoder_version()
    results = {original.file: cache.get(inspection_key(original, version)) for original in known}
    todo = {original.file: original for original in known if inspection_from_json(results[original.file]) is None}
    tasks = {
        file: Task(root=str(root), file=file, cache=str(cache.folder), places=(), subject=original)
        for file, original in _largest_first(todo, lambda original: original)
    }
    round_ = _Round()
    results.update(_spread(inspect_task, tasks, executor, progress, round_))
    _tell_trouble(round_, cache, root)
    inspections = {file: inspection_from_json(result) for file, result in results.items()}
    return {file: each for file, each in inspections.items() if each is not None}, in_reading_order(round_.findings)


def derive_task(task: Task) -> Outcome:
    """Derive one picture, write its files, and keep them in the cache."""
    assert isinstance(task.subject, Picture)  # noqa: S101  # the type of the task says so
    picture, cache = task.subject, Cache(Path(task.cache))
    data, finding = read(Path(task.root), task.file)
    if data is None:
        return Outcome(finding=finding)
    try:
        derived = derive(data, picture)
    except NotDerived as error:
        return Outcome(finding=_finding(error.code, task.file))
    try:
        for (_, content), place in zip(derived.files, task.places, strict=True):
            write_atomically(Path(place), content)
    except OSError as error:  # the site goes without a picture that is damaged, not without one that found no room
        return Outcome(unwritten=(error.errno or errno.EIO, str(error.filename or task.places[0])))
    for derivative, content in derived.files:
        cache.put(derivative.key, content)
    result = json.dumps([derived.placeholder, derived.tone]).encode()
    cache.put(picture.key, result)
    return Outcome(result=result, trouble=_reason(cache.trouble) if cache.trouble else "")


def inspect_task(task: Task) -> Outcome:
    """Measure one picture, and keep the measures in the cache."""
    assert isinstance(task.subject, Original)  # noqa: S101  # the type of the task says so
    cache = Cache(Path(task.cache))
    data, finding = read(Path(task.root), task.file)
    if data is None:
        return Outcome(finding=finding)
    try:
        result = inspect(data, task.subject).to_json()
    except NotDerived as error:
        return Outcome(finding=_finding(error.code, task.file))
    cache.put(inspection_key(task.subject, encoder_version()), result)
    return Outcome(result=result, trouble=_reason(cache.trouble) if cache.trouble else "")


class _Files:
    """The derivatives in the site, each claimed once."""

    def __init__(self, writer: SiteWriter, folder: str) -> None:
        self._writer, self._folder = writer, folder
        self._claimed: set[str] = set()

    def path(self, derivative: Derivative) -> Path:
        return self._writer.path(self._uri(derivative))

    def holds(self, derivative: Derivative) -> bool:
        if derivative.name not in self._claimed and self._writer.holds(self._uri(derivative), derivative.key):
            self._claimed.add(derivative.name)
        return derivative.name in self._claimed

    def write(self, derivative: Derivative, content: bytes) -> None:
        self._claimed.add(derivative.name)
        self._writer.write(self._uri(derivative), content, derivative.key)

    def adopt(self, derivative: Derivative) -> None:
        if derivative.name not in self._claimed:
            self._claimed.add(derivative.name)
            self._writer.adopt(self._uri(derivative), derivative.key)

    def _uri(self, derivative: Derivative) -> str:
        return f"{self._folder}/{derivative.name}"


def _from_cache(picture: Picture, cache: Cache, files: _Files) -> bytes | None:
    """Write every file of a picture from the cache and return its traits; `None`: something is missing."""
    traits = cache.get(picture.key)
    if _traits(traits) is None:
        return None
    for derivative in picture.derivatives:
        if not files.holds(derivative):
            content = cache.get(derivative.key)
            if content is None:
                return None
            files.write(derivative, content)
    return traits


def _traits(result: bytes | None) -> tuple[str, str] | None:
    """Read placeholder and tone."""
    try:
        placeholder, tone = json.loads(result or b"")
    except (ValueError, TypeError):
        return None
    return (placeholder, tone) if isinstance(placeholder, str) and isinstance(tone, str) else None


def _largest_first(todo: Mapping[str, V], original: Callable[[V], Original]) -> list[tuple[str, V]]:
    """Order work so that no long task begins when the others are done."""
    return sorted(todo.items(), key=lambda item: -original(item[1]).width * original(item[1]).height)


def _spread(
    function: Callable[[Task], Outcome],
    tasks: Mapping[str, Task],
    executor: Executor,
    progress: Progress,
    round_: _Round,
) -> Iterable[tuple[str, bytes]]:
    """Hand out all tasks; yield the result of each that succeeds, collect what is found about the others."""
    futures: dict[Future[Outcome], str] = {}
    try:
        for key, task in tasks.items():
            futures[executor.submit(function, task)] = key
        for done, future in enumerate(as_completed(futures), start=1):
            outcome = _outcome_of(future, tasks[futures[future]])
            if outcome.unwritten is not None:
                number, file = outcome.unwritten
                raise OSError(number, os.strerror(number), file)
            if outcome.finding is not None:
                round_.findings.append(outcome.finding)
            round_.trouble = round_.trouble or outcome.trouble
            if outcome.result:
                yield futures[future], outcome.result
            progress(done, len(tasks))
    finally:
        for future in futures:
            future.cancel()


def _outcome_of(future: Future[Outcome], task: Task) -> Outcome:
    try:
        return future.result()
    except TookTooLong as error:
        return Outcome(finding=_finding("picture-took-too-long", task.file, seconds=str(error)))
    except (Exception, CancelledError) as error:  # any executor may fail in its own way
        if isinstance(error, MemoryError) or "MemoryError" in str(error):
            return Outcome(finding=_finding("picture-too-much-memory", task.file))
        reason = str(error) or type(error).__name__
        return Outcome(finding=_finding("picture-work-ended", task.file, reason=reason))


def _tell_trouble(round_: _Round, cache: Cache, root: Path) -> None:
    """Say once that the cache keeps nothing, however many pictures noticed it."""
    if round_.trouble:
        shown = cache.folder.relative_to(root) if cache.folder.is_relative_to(root) else cache.folder
        finding = _finding("picture-cache-unusable", shown.as_posix(), reason=round_.trouble)
        round_.findings.append(finding)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _finding(code: str, file: str, **facts: Fact) -> Diagnostic:
    return Diagnostic(code=code, at=Location(file), facts=dict(facts))
