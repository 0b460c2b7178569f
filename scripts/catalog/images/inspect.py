"""What a picture is like, in numbers: light, sharpness, a fingerprint, whether it tells where it was taken.

Measured on one decode at a small size. Numbers only: what is too dark, too blurred or too alike, and what to say
about it, is the question of `checks`; the thresholds named here say what the numbers mean.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from PIL import Image, ImageFilter, ImageStat

from catalog.images.derive import NotDerived, decode
from catalog.images.gate import digest_of, open_picture, quietly
from catalog.images.plan import Original

MEASURE_VERSION = 1
"""Raise it when a measure below changes."""

MEASURED_SIDE = 1024
"""Longer side in pixels at which sharpness is measured: about what a page shows, so that only blur counts that a
visitor would see. Smaller pictures are measured as they are."""

_TILES, _SHARPEST = 8, 4
"""The picture is judged by its fourth sharpest tile of 8 by 8: a bowl before a soft background is a sharp picture,
and one speck of dust does not make a blurred one sharp."""

BLURRED_BELOW = 10.0
"""Sharpness below which a picture looks blurred. Measured on 16 photographs of Debian's mate-backgrounds: as they are
they have 26 (storm clouds from a moving car) to 2,800, with a Gaussian blur of 2 pixels 3 to 12, of 3 pixels 2 to 5."""

ALIKE_WITHIN = 6
"""Fingerprints that differ in at most so many bits are of nearly the same picture."""

_GPS_IFD, _LATITUDE, _LONGITUDE = 0x8825, 2, 4
"""EXIF tags: where the position stands, and its two parts."""
_XMP_LATITUDE = b"exif:GPSLatitude"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What one decode at a small size tells."""

    width: int
    """Upright, in pixels."""
    height: int
    luminance: float
    """Mean brightness (Rec. 601 luma), 0 black to 255 white."""
    sharpness: float
    """Variance of the Laplacian of the luma in the fourth sharpest of 64 tiles; see `BLURRED_BELOW`."""
    fingerprint: int
    """dHash: 64 bits, each telling whether brightness rises from one cell of a 9 by 8 grid to the next."""
    has_position: bool
    """Its EXIF or XMP tells the place where it was taken."""

    def to_json(self) -> bytes:
        """Write it for the cache."""
        return json.dumps(asdict(self)).encode()


def inspection_from_json(data: bytes | None) -> Inspection | None:
    """Read what `Inspection.to_json` wrote; `None`: nothing, or something else."""
    try:
        return Inspection(**json.loads(data or b""))
    except (ValueError, TypeError):
        return None


def inspection_key(original: Original, decoder: str) -> str:
    """Return the key under which the cache keeps the measures: a digest of all that decides them."""
    recipe = ["inspection", original.digest, original.orientation, MEASURED_SIDE, decoder, MEASURE_VERSION]
    return hashlib.sha256(json.dumps(recipe).encode()).hexdigest()


def inspect(data: bytes, original: Original) -> Inspection:
    """Measure a picture.

    Args:
        data: The original's bytes, the same that the gate saw.
        original: What the gate found.

    Raises:
        NotDerived: The bytes changed, break off or are damaged.

    """
    if digest_of(data) != original.digest:
        raise NotDerived("picture-changed")
    scale = min(1.0, MEASURED_SIDE / max(original.width, original.height))
    size = (max(1, round(original.width * scale)), max(1, round(original.height * scale)))
    try:
        image = decode(data, size, original.orientation).convert("L")
    except Exception as error:  # decoders raise whatever a stranger's bytes lead them to
        raise NotDerived("picture-cut-short" if "truncated" in str(error) else "picture-broken") from error
    return Inspection(
        width=original.width,
        height=original.height,
        luminance=round(ImageStat.Stat(image).mean[0], 1),
        sharpness=_sharpness_of(image),
        fingerprint=_fingerprint_of(image),
        has_position=_tells_position(data),
    )


def distance(one: int, other: int) -> int:
    """Count the bits in which two fingerprints differ, 0 to 64; see `ALIKE_WITHIN`."""
    return (one ^ other).bit_count()


def _sharpness_of(luma: Image.Image) -> float:
    if min(luma.size) < 3:
        return 0.0
    kernel = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
    edges = luma.filter(kernel).crop((1, 1, luma.width - 1, luma.height - 1))  # the rim is not filtered
    columns, rows = min(_TILES, edges.width), min(_TILES, edges.height)
    variances = [
        ImageStat.Stat(
            edges.crop(
                (
                    x * edges.width // columns,
                    y * edges.height // rows,
                    (x + 1) * edges.width // columns,
                    (y + 1) * edges.height // rows,
                )
            )
        ).var[0]
        for y in range(rows)
        for x in range(columns)
    ]
    return round(sorted(variances)[-_SHARPEST:][0], 1)


def _fingerprint_of(luma: Image.Image) -> int:
    cells = luma.resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = 0
    for at in range(72):
        if at % 9 < 8:
            bits = bits << 1 | (cells[at] < cells[at + 1])
    return bits


def _tells_position(data: bytes) -> bool:
    try:
        with open_picture(data) as image, quietly():
            position = image.getexif().get_ifd(_GPS_IFD)
            if _LATITUDE in position and _LONGITUDE in position:
                return True
    except Exception:  # metadata that cannot be read may still hold the words
        return _XMP_LATITUDE in data
    return _XMP_LATITUDE in data
