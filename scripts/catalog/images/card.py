"""What stands on the picture that a shared link shows: words, seal, cover. Plain values; no pixel is touched here.

The name of a card is a digest of everything that decides its pixels, the code that draws it included: an unchanged card
keeps its name, and a chat program that fetched it once never shows a stale one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from catalog.diagnostics import Diagnostic, Location
from catalog.fonts import DIGESTS, lacking
from catalog.images.plan import Original

WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that Open Graph readers ask for."""

_FOLDER = Path(__file__).parent
_DRAWN_BY = (_FOLDER, _FOLDER.parent / "drawing")
_SPACES = str.maketrans("\u202f\u2009\n", "\u00a0\u00a0 ")


@dataclass(frozen=True, slots=True)
class Seal:
    """An award as a print stamp says it."""

    text: str
    """Programme and level or stars, or a title of a village."""
    year: str
    """May be empty."""
    current: bool
    """Stamped in vermilion; otherwise in the colour of old ink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One share card in one language."""

    file: str
    """The record it is about, for messages; relative to the project, with `/`."""
    overline: str
    """Above the name; may be empty."""
    name: str
    lines: tuple[str, ...]
    """Below the name: who makes it, where."""
    seal: Seal | None
    site: str
    """Name of the site."""
    craft: str | None
    """Craft id, for the pattern; `None`: the quiet pattern."""
    seed: str
    """Which variation of the pattern: the one on its page."""
    photo: Original | None = None
    """Its first photo, in place of the pattern."""
    credit: str = ""
    """Who made the photo; goes where the photo goes."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is set in letters."""
        seal = (self.seal.text, self.seal.year) if self.seal else ()
        return tuple(_settable(text) for text in (self.overline, self.name, *self.lines, *seal, self.site, self.credit))

    @property
    def cover(self) -> str:
        """What its left side shows: equal for the cards of one record in all languages."""
        return json.dumps([self.craft, self.seed, self.photo.digest if self.photo else None])


def settable(card: Card) -> Card:
    """Return a card whose texts hold no line break and only spaces that the letters know."""
    seal = card.seal and Seal(_settable(card.seal.text), _settable(card.seal.year), card.seal.current)
    return Card(
        file=card.file,
        overline=_settable(card.overline),
        name=_settable(card.name),
        lines=tuple(_settable(line) for line in card.lines),
        seal=seal,
        site=_settable(card.site),
        craft=card.craft,
        seed=card.seed,
        photo=card.photo,
        credit=_settable(card.credit),
    )


def check_letters(card: Card) -> Iterator[Diagnostic]:
    """Yield the characters of a card that would come out as empty boxes."""
    for text in card.texts:
        for character in lacking(text):
            shown = f"{character} (U+{ord(character):04X})"
            yield Diagnostic(code="letter-lacking", at=Location(card.file), facts={"text": text, "character": shown})


def key_of(card: Card, tools: str) -> str:
    """Return the digest of all that decides a card's pixels.

    Args:
        card: The card.
        tools: Names and versions of the libraries that draw it (`paint.tools_version`).

    """
    said = asdict(card) | {"file": "", "photo": [card.photo.digest, card.photo.orientation] if card.photo else None}
    recipe = ["card", said, tools, sorted(DIGESTS.values()), _code()]
    return hashlib.sha256(json.dumps(recipe).encode()).hexdigest()


def name_of(key: str) -> str:
    """Return the file name of the card with this key, in a folder named by its first two digits: there are many."""
    return f"{key[:2]}/{key[2:20]}.jpg"


def _settable(text: str) -> str:
    return text.translate(_SPACES)


@cache
def _code() -> str:
    """Return a digest of the code that draws: it changes with every line that could change a pixel."""
    digest = hashlib.sha256()
    for folder in _DRAWN_BY:
        for path in sorted(folder.rglob("*.py")):
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
