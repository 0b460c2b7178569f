"""What a word is to the search, and how it is spelt there: small letters first, its tone as a capital at the end.

`hương` stays `hương`, `quảng` is `quangR`, `hòa` and `hoà` are both `hoaF`: the keys that Telex types tones with. So a
word that is still being typed is the beginning of one letter by letter, wherever its tone will stand. The browser has
the same rules in `words.js`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from catalog.text import fold

TONES = {"\u0300": "F", "\u0309": "R", "\u0303": "X", "\u0301": "S", "\u0323": "J"}
"""Huyền, hỏi, ngã, sắc, nặng; ngang has no mark and no letter."""

_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_D = dict.fromkeys(map(ord, "ðɖ"), "đ") | {ord("ß"): "ss"}
_LATIN = (*range(0x20, 0x250), *range(0x1E00, 0x1F00), *map(ord, "–—“”…"))
"""Code points that nearly all texts are made of; some of them are apostrophes or compatibility characters."""


def words_of(text: str) -> list[str]:
    """Return the words of a text as the search spells them, in reading order.

    >>> words_of("Làng gốm Bát Tràng, M’nông (43°)")
    ['langF', 'gômS', 'batS', 'trangF', 'mnông', '43']
    """
    if not _settled().issuperset(text):
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
        text = _APOSTROPHES.sub("", _without_loose_marks(text))
    return list(map(spelt, _WORD.findall(text.lower())))


@cache
def _settled() -> frozenset[str]:
    """Return characters that stay as they are, whatever stands beside them: a text of these alone needs no cleaning."""
    return frozenset(
        [
            c
            for c in map(chr, _LATIN)
            if unicodedata.normalize("NFKC", c) == c and not _INVISIBLE.match(c) and c not in "'’‘ʼ`´"
        ]
    )


@cache
def spelt(word: str) -> str:
    """Return one word in small letters as the search spells it.

    >>> spelt("hoà") == spelt("hòa"), spelt("ð"), spelt("café")
    (True, 'đ', 'cafeS')
    """
    tone, letters = "", []
    for part in unicodedata.normalize("NFD", word.translate(_D)):
        if part in TONES:
            tone = TONES[part]
        else:
            letters.append(part)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


@cache
def bare(spelling: str) -> str:
    """Return a spelling without its tone and marks, as it is looked up.

    >>> bare("đôngF"), bare("43")
    ('dong', '43')
    """
    return fold(spelling.rstrip("FRXSJ"))


def _without_loose_marks(text: str) -> str:
    """Drop marks that belong to no letter that exists; a mark inside a word must not cut it in two."""
    return text if text.isascii() else "".join([c for c in text if unicodedata.category(c) not in ("Mn", "Me")])
