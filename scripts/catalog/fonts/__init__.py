"""The letters that share cards are set in: Be Vietnam Pro, and which characters it has.

The two TrueType files are Be Vietnam Pro 1.002, medium and bold, unchanged from PyPI's `fontpkg-be-vietnam-pro` 1.2
(made from https://github.com/bettergui/BeVietnamPro), under the SIL Open Font License 1.1 (`OFL.txt`). They are for the
build only; what pages are set in is made of the same package (scripts/decisions/0015-frame-of-our-own.md).

Only the table of characters is read here (OpenType 1.9, `cmap`, formats 4 and 12); drawing letters is `images`' matter.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
BOLD = FOLDER / "BeVietnamPro-Bold.ttf"
MEDIUM = FOLDER / "BeVietnamPro-Medium.ttf"

DIGESTS = {
    "BeVietnamPro-Bold.ttf": "7f738fe5c43c8872807b20e2d30d42163618de8a4daf7f48a939adac32c16847",
    "BeVietnamPro-Medium.ttf": "b60832bfa0fcd015158112c64d7e3fdad3b0c6287d1823f85a3103636e845268",
}
"""SHA-256 of the files as they were taken over."""

_UNICODE = ((3, 10), (0, 4), (3, 1), (0, 3))
"""Platform and encoding of the tables to look for, the one with most characters first."""


def lacking(text: str) -> str:
    """Return the characters of a text that Be Vietnam Pro cannot show, each once, in reading order; usually none."""
    return "".join(dict.fromkeys(character for character in text if ord(character) not in _characters()))


@cache
def _characters() -> frozenset[int]:
    """Return the code points that both files have a letter for."""
    return frozenset(_cmap(BOLD.read_bytes()) & _cmap(MEDIUM.read_bytes()))


def _cmap(font: bytes) -> set[int]:
    (count,) = struct.unpack_from(">H", font, 4)
    tables = dict(_table(font, 12 + 16 * number) for number in range(count))
    start = tables["cmap"]
    (count,) = struct.unpack_from(">H", font, start + 2)
    kinds = {}
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * number)
        kinds[platform, encoding] = start + offset
    at = next(kinds[kind] for kind in _UNICODE if kind in kinds)
    (form,) = struct.unpack_from(">H", font, at)
    return _format_12(font, at) if form == 12 else _format_4(font, at)


def _table(font: bytes, at: int) -> tuple[str, int]:
    tag, _, offset, _ = struct.unpack_from(">4sLLL", font, at)
    return tag.decode("ascii"), offset


def _format_4(font: bytes, at: int) -> set[int]:
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 2 * doubled)
    places = at + 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", font, places)
    found = set()
    for segment in range(count):
        for code in range(starts[segment], ends[segment] + 1):
            if offsets[segment]:
                place = places + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
                (glyph,) = struct.unpack_from(">H", font, place)
                glyph = (glyph + deltas[segment]) % 0x10000 if glyph else 0
            else:
                glyph = (code + deltas[segment]) % 0x10000
            if glyph:
                found.add(code)
    return found


def _format_12(font: bytes, at: int) -> set[int]:
    (count,) = struct.unpack_from(">L", font, at + 12)
    found: set[int] = set()
    for group in range(count):
        first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * group)
        found.update(range(first, last + 1))
    return found
