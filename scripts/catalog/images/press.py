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
from catalog.images.cache import Cache
from catalog.images.card import Card, key_of, name_of
from catalog.images.gate import read
from catalog.images.paint import paint_card, paint_pattern, paint_photo, tools_version
from catalog.kept import write_atomically
from catalog.publish import SiteWriter

Progress = Callable[[int, int], None]
"""Called with how many records are done, and how many there are to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """Cards that share a cover: plain values that any process can be sent."""

    root: str
    cache: str
    cards: tuple[tuple[str, str, Card], ...]
    """Each with its key and with the file where it goes."""


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
    writer: SiteWriter,
    folder: str,
    executor: Executor,
    progress: Progress = lambda _done, _all: None,
) -> Printed:
    """Write every card into a folder of the site, under the name that `name_of(key_of(card, tools_version()))` gives.

    Args:
        cards: What they say.
        root: The project's folder, in which photos stand.
        cache: Where cards are kept for the next build.
        writer: Writes the site.
        folder: The site's folder for cards, below its root.
        executor: Does the work; a `Workshop` limits it too.
        progress: Told after each record.

    Raises:
        OSError: A card from the cache cannot be written.

    """
    tools = tools_version()
    todo: dict[str, list[tuple[str, str, Card]]] = defaultdict(list)
    known: set[str] = set()
    for card in cards:
        key = key_of(card, tools)
        uri = f"{folder}/{name_of(key)}"
        if key in known or writer.holds(uri, key):
            continue
        known.add(key)  # two records may say the same
        content = cache.get(key)
        if content is None:
            todo[card.cover].append((key, str(writer.path(uri)), card))
        else:
            writer.write(uri, content, key)
    tasks = [Printing(root=str(root), cache=str(cache.folder), cards=tuple(group)) for group in todo.values()]
    findings: list[Diagnostic] = []
    futures = {executor.submit(print_task, task): task for task in tasks}
    try:
        for done, future in enumerate(as_completed(futures), start=1):
            try:
                future.result()
                for key, _, _ in futures[future].cards:
                    writer.adopt(f"{folder}/{name_of(key)}", key)
            except (Exception, CancelledError) as error:  # any executor may fail in its own way
                file = futures[future].cards[0][2].file
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
    cover = _cover(task.cards[0][2], Path(task.root))
    for key, place, card in task.cards:
        content = paint_card(card, cover)
        write_atomically(Path(place), content)
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
