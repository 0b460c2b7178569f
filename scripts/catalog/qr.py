"""An address as a square code for phones (QR, ISO/IEC 18004), to stand on printed pages; the only door to segno.

Which pages bear one is the matter of `views`; how it is drawn on the page is the template's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARGIN = 4
"""Modules of white around a code, as ISO/IEC 18004 asks for."""
MASK = 3
"""One mask for all: any may be read, and trying all eight for the handsomest takes longer than the rest of a page."""
_RUN = re.compile(b"\x01+")


@dataclass(frozen=True, slots=True)
class Code:
    """A code as one path of an SVG: a unit is a module, the margin is part of it."""

    size: int
    """Side in modules, margin included."""
    path: str
    """Value of `d`: each run of black modules is one stroke along the middle of its row, a unit wide."""


def code_of(address: str) -> Code:
    """Return the code of a full address, at level L: it is printed fresh, and fewer, larger modules are read sooner.

    Raises:
        segno.DataOverflowError: The address is longer than 2,953 bytes.

    """
    import segno  # takes a while to load, and a site without an address of its own has no codes

    matrix = segno.make(address, error="l", mask=MASK, boost_error=False, micro=False).matrix
    strokes = [f"M{MARGIN} {MARGIN - 1}.5"]
    x, y = 0, -1  # where the pen is
    for number, row in enumerate(matrix):
        for run in _RUN.finditer(bytes(row)):
            strokes.append(f"m{run.start() - x} {number - y}h{run.end() - run.start()}")
            x, y = run.end(), number
    return Code(len(matrix) + 2 * MARGIN, "".join(strokes))
