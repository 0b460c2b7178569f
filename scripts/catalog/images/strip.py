"""A picture made fit to be kept beside a record: upright, sRGB, at most 3,000 pixels, nothing in it but pixels.

What a phone writes into a picture (where it was taken, by which device, a small copy of what was cut away) would stay
in git's history for ever, so it is taken out before the picture is committed. Whether the file may be a picture at all
is `gate`'s question, what pages make of it is `derive`'s.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from catalog.images.derive import NotDerived, decode
from catalog.images.gate import open_picture
from catalog.images.plan import Kind, Original

LONGEST = 3000
"""Longer side of what is kept, in pixels: enough for print at 25 cm, and a fifth of what a phone may send."""

_SAVED: dict[Kind, dict[str, Any]] = {
    "JPEG": {"quality": 90, "subsampling": "4:2:0", "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90, "method": 4},
    "AVIF": {"quality": 80, "speed": 6},
    "GIF": {},
}
"""Settings of Pillow's encoders; the derivatives on pages are made from the result, so little may be lost here."""
_LUGGAGE = frozenset({"exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "mp", "flashpix"})
"""What Pillow calls the parts of a file that are neither pixels nor needed to show them."""


@dataclass(frozen=True, slots=True)
class Stripped:
    """A picture fit to be kept."""

    data: bytes
    ending: str
    """Of its name, without the dot."""


def strip(data: bytes, original: Original, *, keep_kind: bool = False) -> Stripped:
    """Make a picture fit to be kept: JPEG, or PNG where something shows through.

    Args:
        data: The original's bytes, the same that the gate saw.
        original: What the gate found.
        keep_kind: Write the kind of file that it was.

    Raises:
        NotDerived: The bytes break off or are damaged.

    """
    scale = min(1.0, LONGEST / max(original.width, original.height))
    size = (max(1, round(original.width * scale)), max(1, round(original.height * scale)))
    try:
        image = decode(data, size, original.orientation)
    except Exception as error:  # decoders raise whatever a stranger's bytes lead them to
        raise NotDerived("picture-cut-short" if "truncated" in str(error) else "picture-broken") from error
    kind: Kind = original.kind if keep_kind else "PNG" if image.mode == "RGBA" else "JPEG"
    buffer = io.BytesIO()
    image.save(buffer, kind, **_SAVED[kind])
    return Stripped(buffer.getvalue(), {"JPEG": "jpg"}.get(kind, kind.lower()))


def has_luggage(data: bytes) -> bool:
    """Tell whether a picture that passed the gate carries anything but pixels."""
    with open_picture(data) as image:
        return bool(image.getexif()) or not _LUGGAGE.isdisjoint(map(str, image.info))
