"""All share cards: from the cache where possible, otherwise printed by whatever `Executor` is given.

The cards of one record in all languages are printed in one go, since they share a cover. What a card says is decided by
the caller; how it looks, by `paint`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Executor, as_completed
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from catalog.diagnostics import Diagnostic, Location, in_reading_order
from catalog.images.cache import Cache, write_atomically
from catalog.images.card import Card, key_of, name_of
from catalog.images.gate import read
from catalog.images.paint import paint_card, paint_pattern, paint_photo, tools_version

Progress = Callable[[int, int], None]
"""Called with how many records are done, and how many there are to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """Cards that share a cover: plain values that any process can be sent."""

    root: str
    cache: str
    folder: str
    """Where the cards go."""
    cards: tuple[tuple[str, Card], ...]
    """Each with its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What became of the cards."""

    printed: int
    """How many had to be drawn; 0 when the cache had everything."""
    findings: tuple[Diagnostic, ...]
    """In reading order."""


def print_all(
    cards: Iterable[Card],
    *,
    root: Path,
    cache: Cache,
    folder: Path,
    executor: Executor,
    progress: Progress = lambda _done, _all: None,
) -> Printed:
    """Write every card into a folder, under the name that `name_of(key_of(card, tools_version()))` gives.

    Args:
        cards: What they say.
        root: The project's folder, in which photos stand.
        cache: Where cards are kept for the next build.
        folder: Where the site's cards go; it is made if it is missing.
        executor: Does the work; a `Workshop` limits it too.
        progress: Told after each record.

    Raises:
        OSError: A card from the cache cannot be written.

    """
    folder.mkdir(parents=True, exist_ok=True)
    tools = tools_version()
    todo: dict[str, list[tuple[str, Card]]] = defaultdict(list)
    for card in cards:
        key = key_of(card, tools)
        content = cache.get(key)
        if content is None:
            todo[card.cover].append((key, card))
        else:
            write_atomically(folder / name_of(key), content)
    tasks = [
        Printing(root=str(root), cache=str(cache.folder), folder=str(folder), cards=tuple(group))
        for group in todo.values()
    ]
    findings: list[Diagnostic] = []
    futures = {executor.submit(print_task, task): task for task in tasks}
    try:
        for done, future in enumerate(as_completed(futures), start=1):
            try:
                future.result()
            except (Exception, CancelledError) as error:  # any executor may fail in its own way
                file = futures[future].cards[0][1].file
                reason = str(error) or type(error).__name__
                findings.append(Diagnostic(code="card-not-printed", at=Location(file), facts={"reason": reason}))
            progress(done, len(tasks))
    finally:
        for future in futures:
            future.cancel()
    return Printed(printed=sum(map(len, todo.values())), findings=tuple(in_reading_order(findings)))


def print_task(task: Printing) -> None:
    """Print the cards of one record, write them, and keep them in the cache.

    Raises:
        OSError: A card cannot be written.

    """
    cache = Cache(Path(task.cache))
    cover = _cover(task.cards[0][1], Path(task.root))
    for key, card in task.cards:
        content = paint_card(card, cover)
        write_atomically(Path(task.folder, name_of(key)), content)
        cache.put(key, content)


def _cover(card: Card, root: Path) -> Image.Image:
    """Return the photo, or the pattern; a photo that cannot be read has been reported where it is checked."""
    if card.photo is not None:
        data, _ = read(root, card.photo.file)
        if data is not None:
            try:
                return paint_photo(data, card.photo)
            except Exception:  # noqa: S110  # decoders raise whatever a stranger's bytes lead them to
                pass
    return paint_pattern(card.craft, card.seed)
