"""Which files a picture becomes: sizes, formats, names. Numbers only: no pixel and no file is touched here.

The name of a derivative is a digest of everything that decides its pixels: the original's bytes, the size, how the
picture is turned, the encoder with its settings and version, and the version of our own code. So a name never stands
for two pictures, an unchanged picture keeps its name for ever, and a browser may keep it for ever too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Kind = Literal["JPEG", "PNG", "WEBP", "GIF", "AVIF"]
"""What an original may be. MPO, the JPEG of cameras with two lenses, counts as JPEG."""
Format = Literal["avif", "webp", "jpeg"]

Options = tuple[tuple[str, int | bool | str | tuple[tuple[str, str], ...]], ...]
"""Names and values of an encoder's settings."""

CODE_VERSION = 1
"""Raise it when `derive` gives other pixels for the same plan."""

WIDTHS = (320, 640, 960, 1600)
"""Widths in pixels that pages ask for, smallest first."""
NARROW = 640
"""Up to this width in pixels a derivative is narrow: few bytes, so that an encoder's haste costs little."""
LONGEST_SIDE = 16_383
"""No derivative is longer, in pixels: WebP cannot be (RFC 9649, section 2.7)."""
PLACEHOLDER_SIDE = 16
"""Longer side of a placeholder in pixels."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one format is written."""

    format: Format
    ending: str
    """Of file names, without the dot."""
    mime: str
    options: Options
    """Settings of Pillow's encoder. Why these values: scripts/decisions/0011-picture-quality.md."""
    narrow_options: Options = ()
    """What differs for narrow derivatives; see `NARROW`."""

    def options_for(self, width: int) -> Options:
        """Return the settings for a width in pixels, sorted by name."""
        return tuple(sorted({**dict(self.options), **dict(self.narrow_options if width <= NARROW else ())}.items()))


ENCODINGS: tuple[Encoding, ...] = (
    Encoding(
        "avif",
        "avif",
        "image/avif",
        options=(
            ("quality", 54),
            ("speed", 5),
            ("subsampling", "4:2:0"),
            ("advanced", (("sharpness", "2"),)),
            ("autotiling", False),
            ("max_threads", 1),  # one picture, one processor
        ),
        narrow_options=(("speed", 6), ("subsampling", "4:4:4")),
    ),
    Encoding("webp", "webp", "image/webp", (("quality", 80), ("method", 6))),
    Encoding("jpeg", "jpg", "image/jpeg", (("quality", 75), ("progressive", True), ("optimize", True))),
)
"""In the order in which a browser chooses: the first that it knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A picture file that passed the gate."""

    file: str
    """How it is named in messages: relative to the project, with `/`."""
    kind: Kind
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""
    stored: tuple[int, int]
    """Width and height as stored, before turning, in pixels."""
    orientation: int = 1
    """How to turn it upright: 1 to 8, as in EXIF (CIPA DC-008, tag 0x0112)."""

    @property
    def width(self) -> int:
        """Width in pixels when upright."""
        return self.stored[1] if self.orientation >= 5 else self.stored[0]

    @property
    def height(self) -> int:
        """Height in pixels when upright."""
        return self.stored[0] if self.orientation >= 5 else self.stored[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivative:
    """One file that a picture becomes."""

    name: str
    """File name: digest of the recipe, dot, ending; in a folder named by the first two digits, since there are many."""
    key: str
    """The whole digest, 64 hexadecimal digits: under it the cache keeps the file."""
    width: int
    height: int
    encoding: Encoding
    options: Options
    """Settings of the encoder."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One picture as pages show it: the numbers of every `<picture>`, `srcset` and `<img>`."""

    original: Original
    width: int
    """Width of the largest derivative in pixels."""
    height: int
    derivatives: tuple[Derivative, ...]
    """By format in the order of `ENCODINGS`, then from narrow to wide."""
    key: str
    """Digest of all that decides the placeholder; under it the cache keeps it."""
    placeholder: str = ""
    """A `data:` address of a picture of a few pixels; empty before deriving, and for pictures that show through."""
    tone: str = ""
    """Average colour as `#rrggbb`; empty before deriving."""

    def of(self, kind: Format) -> tuple[Derivative, ...]:
        """Return the files of one format, from narrow to wide."""
        return tuple(each for each in self.derivatives if each.encoding.format == kind)

    @cached_property
    def fallback(self) -> Derivative:
        """The file for `<img src>`: the JPEG nearest to the width of a phone that needs a fallback, 640 pixels."""
        return min(self.of("jpeg"), key=lambda each: abs(each.width - 640))

    @cached_property
    def largest(self) -> Derivative:
        """The file that a plain link leads to: the widest JPEG, which every program opens."""
        return self.of("jpeg")[-1]

    def srcset(self, kind: Format, base: str) -> str:
        """Write the value of `srcset`.

        Args:
            kind: Which files.
            base: Address of the folder that holds them, with `/` at its end.

        """
        return ", ".join(f"{base}{each.name} {each.width}w" for each in self.of(kind))


def plan_picture(original: Original, encoder: str) -> Picture:
    """Tell which files an original becomes.

    Args:
        original: What the gate found.
        encoder: Names and versions of the libraries that write pictures (`derive.encoder_version`): another version
            may write other bytes, and one name must not stand for both.

    """
    sizes = [(width, height_for(width, original)) for width in usable_widths(original.width, original.height)]
    derivatives = tuple(
        _derivative(original, width, height, encoding, encoder) for encoding in ENCODINGS for width, height in sizes
    )
    return Picture(
        original=original,
        width=sizes[-1][0],
        height=sizes[-1][1],
        derivatives=derivatives,
        key=_digest(["placeholder", original.digest, original.orientation, PLACEHOLDER_SIDE, encoder, CODE_VERSION]),
    )


def usable_widths(width: int, height: int, wanted: Iterable[int] = WIDTHS) -> tuple[int, ...]:
    """Return the wanted widths that a picture has, its own in place of those it lacks.

    A very tall picture is narrower than asked, so that no derivative is longer than `LONGEST_SIDE`.

    >>> usable_widths(4000, 3000)
    (320, 640, 960, 1600)
    >>> usable_widths(800, 600)
    (320, 640, 800)
    """
    widest = width if height <= LONGEST_SIDE else max(1, width * LONGEST_SIDE // height)
    wanted = sorted(set(wanted))
    usable = [each for each in wanted if each < widest]
    if len(usable) < len(wanted):
        usable.append(widest)
    return tuple(usable)


def height_for(width: int, original: Original) -> int:
    """Return the height that keeps the proportions, rounded half up, never 0 and never beyond `LONGEST_SIDE`."""
    exact = (2 * original.height * width + original.width) // (2 * original.width)
    return min(max(1, exact), LONGEST_SIDE)


def _derivative(original: Original, width: int, height: int, encoding: Encoding, encoder: str) -> Derivative:
    options = encoding.options_for(width)
    key = _digest(
        [original.digest, original.orientation, width, height, encoding.format, options, encoder, CODE_VERSION]
    )
    name = f"{key[:2]}/{key[2:20]}.{encoding.ending}"
    return Derivative(name=name, key=key, width=width, height=height, encoding=encoding, options=options)


def _digest(recipe: list[object]) -> str:
    return hashlib.sha256(json.dumps(recipe).encode()).hexdigest()
