"""The colours a print is made of: the pigments of Đông Hồ and what they give when mixed.

Nothing else is on the shelf.
"""

from __future__ import annotations

from typing import Final


def mix(one: str, other: str, share: float) -> str:
    """Stir `share` (0 to 1) of `other` into `one`; both, and the result, are written `#RRGGBB`."""
    parts = (round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)


PAPER: Final = "#F7F0E1"
"""Dó paper brushed with the powder of scallop shells."""
INK: Final = "#221E1C"
"""Charcoal of bamboo leaves."""
VERMILION: Final = "#A8321F"
"""Red stone."""
SOPHORA: Final = "#E0A526"
"""Yellow of the buds of the pagoda tree; for surfaces only."""
INDIGO: Final = "#2B4A66"
"""Blue of the indigo plant."""
VERDIGRIS: Final = "#4F6B4A"
"""Green of copper and cajuput leaves."""

SHELL: Final = mix(PAPER, "#FFFFFF", 0.6)
"""Where the shell powder lies thick."""
GRAIN: Final = mix(PAPER, INK, 0.07)
"""Where the brush left little of it."""
CINNABAR: Final = mix(VERMILION, SOPHORA, 0.22)
CRIMSON: Final = mix(VERMILION, INK, 0.4)
ROSE: Final = mix(VERMILION, PAPER, 0.5)
BLUSH: Final = mix(VERMILION, PAPER, 0.74)
AMBER: Final = mix(SOPHORA, VERMILION, 0.35)
CLAY: Final = mix(mix(VERMILION, SOPHORA, 0.4), PAPER, 0.18)
STRAW: Final = mix(SOPHORA, PAPER, 0.5)
CREAM: Final = mix(SOPHORA, PAPER, 0.76)
WOOD: Final = mix(mix(VERMILION, SOPHORA, 0.45), INK, 0.5)
TIMBER: Final = mix(mix(VERMILION, SOPHORA, 0.5), PAPER, 0.1)
BARK: Final = mix(WOOD, INK, 0.5)
NIGHT: Final = mix(INDIGO, INK, 0.5)
SKY: Final = mix(INDIGO, PAPER, 0.58)
MIST: Final = mix(INDIGO, PAPER, 0.8)
MOSS: Final = mix(VERDIGRIS, INK, 0.35)
LEAF: Final = mix(mix(VERDIGRIS, SOPHORA, 0.3), PAPER, 0.12)
SAGE: Final = mix(VERDIGRIS, PAPER, 0.5)
DEW: Final = mix(VERDIGRIS, PAPER, 0.76)
ASH: Final = mix(INK, PAPER, 0.6)
STONE: Final = mix(mix(INK, PAPER, 0.72), INDIGO, 0.1)
SOOT: Final = mix(INK, PAPER, 0.14)
SKIN: Final = mix(mix(VERMILION, SOPHORA, 0.5), PAPER, 0.6)
PEARL: Final = mix(mix(VERDIGRIS, INDIGO, 0.5), SHELL, 0.72)
