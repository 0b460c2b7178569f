"""Make queries from the records by rules: `python -m tests.queries.rules > tests/queries/made.tsv`; then read the diff.

Each line: class, language of the site, query, the addresses of which one must be found. Names come from every seventh
record or so, so that each class has its own; a name that several records share wants any of them. What a rule cannot
think of stands in `hand.tsv`. Classes `nfd` and `capitals` are written as anybody reads them; whoever asks them turns
them around (`asked`).
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.model import Product, Village
from catalog.repository import Entry
from catalog.text import fold
from catalog.views.provinces import short_name
from tests.editions import real_catalog

FOLDER = Path(__file__).parent
PLACES = {
    "vi": {"village": "lang-nghe/{}/", "product": "san-pham/{}/"},
    "en": {"village": "en/villages/{}/", "product": "en/products/{}/"},
}
STEP = 7
_TELEX = str.maketrans(
    {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
    | {chr(0x300): "f", chr(0x309): "r", chr(0x303): "x", chr(0x301): "s", chr(0x323): "j"}
)


@dataclass(frozen=True, slots=True)
class Query:
    """One query and what it must find."""

    kind: str
    """Its class."""
    language: str
    text: str
    wanted: frozenset[str]
    """Addresses relative to the site's root; one of them must be found."""

    @property
    def asked(self) -> str:
        """The text as it is typed."""
        if self.kind == "nfd":
            return unicodedata.normalize("NFD", self.text)
        return self.text.upper() if self.kind == "capitals" else self.text


def read_queries() -> list[Query]:
    """Read the committed queries."""
    found = []
    for name in ("made.tsv", "hand.tsv"):
        for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, language, text, wanted = line.split("\t")
                found.append(Query(kind, language, text, frozenset(wanted.split())))
    return found


def made() -> Iterator[Query]:
    """Make the queries of every class."""
    chance = random.Random(4)
    catalog = real_catalog()
    villages = tuple(catalog.villages.values())
    products = tuple(catalog.products.values())
    both: Sequence[Entry[Village] | Entry[Product]] = (*villages, *products)

    def some(
        start: int, entries: Sequence[Entry[Village] | Entry[Product]] = both, step: int = STEP
    ) -> Iterator[Entry[Village] | Entry[Product]]:
        yield from entries[start::step]

    rules: tuple[tuple[str, int, Callable[[str], str]], ...] = (
        ("exact", 0, str),
        ("marked", 1, str),
        ("unmarked", 2, fold),
        ("nfd", 3, str),
        ("capitals", 3, str),
        ("partly", 4, lambda name: " ".join(fold(w) if at % 2 else w for at, w in enumerate(name.split()))),
        ("prefix", 5, lambda name: fold(name)[: max(-3, -len(name) // 3)]),
        ("telex", 6, telex),
        ("slip", 1, lambda name: slip(fold(name), chance)),
    )
    for kind, start, turn in rules:
        for entry in some(start, step=STEP if kind in ("exact", "marked", "unmarked") else 3 * STEP):
            yield of(kind, "vi", turn(entry.value.name.vi), entry, "vi")
    for entry in [entry for entry in both if "đ" in entry.value.name.vi.lower()][::6]:
        yield of("đ", "vi", fold(entry.value.name.vi), entry, "vi")
    for number, entry in enumerate(some(3, step=2 * STEP)):
        if entry.value.name.en:
            # Every other one in the edition of the other language.
            yield of("english", ("en", "vi")[number % 2], entry.value.name.en, entry, "en")
    for entry in some(4, villages, step=5):
        before = entry.value.place.before_2025
        if before and before.district:
            place = (before.commune or before.district).split(maxsplit=1)[-1]
            craft = catalog.vocabulary.crafts[entry.value.crafts[0]].name.vi  # type: ignore[union-attr]
            yield of("old names", "vi", fold(f"{craft} {place} {short_name(before.province)}"), entry, "vi")
    for entry in products[2::18]:
        maker = catalog.maker_of(entry)
        if maker:
            name = " ".join(entry.value.name.vi.split()[:3])
            yield of("two fields", "vi", fold(f"{name} {' '.join(maker.value.name.vi.split()[-2:])}"), entry, "vi")


def of(kind: str, language: str, text: str, entry: Entry[Village] | Entry[Product], named: str) -> Query:
    """Return a query for a record and for those that share its name."""
    catalog = real_catalog()
    name = fold(getattr(entry.value.name, named))
    wanted = [
        PLACES[language][page].format(other.id)
        for page, entries in (("village", catalog.villages), ("product", catalog.products))
        for other in entries.values()
        if other.id == entry.id or fold(getattr(other.value.name, named) or "") == name
    ]
    return Query(kind, language, " ".join(text.split()), frozenset(wanted))


def telex(name: str) -> str:
    """Return the keys that Telex types a name with, each tone at the end of its word.

    >>> telex("Hương Quảng Đồng")
    'huwowng quangr ddoongf'
    """
    words = []
    for word in re.findall(r"\w+", name.lower()):
        letters = unicodedata.normalize("NFD", word.replace("đ", "dd"))
        tone = "".join(c for c in letters if c in "\u0300\u0309\u0303\u0301\u0323")
        bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in tone))
        words.append(bare.translate(_TELEX) + tone.translate(_TELEX))
    return " ".join(words)


def slip(name: str, chance: random.Random) -> str:
    """Leave out or swap one letter inside the longest word of a name."""
    words = name.split()
    at = max(range(len(words)), key=lambda number: len(words[number]) if words[number].isalpha() else 0)
    word = words[at]
    place = chance.randrange(1, max(len(word) - 1, 2))
    words[at] = (
        word[:place] + word[place + 1 :]
        if chance.random() < 0.5
        else (word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :])
    )
    return " ".join(words)


def main() -> None:
    """Print the queries."""
    print("# Made by tests/queries/rules.py; class, language, query, addresses of which one must be found.")
    seen = set()
    for query in made():
        if query not in seen and query.text:
            seen.add(query)
            print(query.kind, query.language, query.text, " ".join(sorted(query.wanted)), sep="\t")


if __name__ == "__main__":
    main()
