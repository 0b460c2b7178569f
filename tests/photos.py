"""Photographs for tests, painted when they are needed: good, dark, blurred, turned, or telling a position."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, ImageFilter

GPS_IFD, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F
_HA_NOI = {1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 14.0)}


def photo(
    width: int = 1600,
    height: int = 1200,
    *,
    seed: int = 0,
    dark: bool = False,
    blurred: bool = False,
    position: bool = False,
    orientation: int = 1,
) -> bytes:
    """Return a JPEG of soft hills of colour with grain on them, another one for every seed, as a phone saves it.

    Width and height are as stored, before `orientation` turns it.
    """
    chance = random.Random(seed)
    hills = Image.frombytes("RGB", (9, 7), chance.randbytes(9 * 7 * 3)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    grain = Image.frombytes("L", (256, 256), chance.randbytes(256 * 256)).resize((width, height))
    image = Image.blend(hills, Image.merge("RGB", [grain] * 3), 0.3)
    if dark:
        image = image.point(lambda value: value // 8)
    if blurred:
        image = image.filter(ImageFilter.GaussianBlur(width / 100))
    exif = Image.Exif()
    exif[MAKER] = "Phone"
    exif[ORIENTATION] = orientation
    if position:
        exif.get_ifd(GPS_IFD).update(_HA_NOI)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85, exif=exif)
    return buffer.getvalue()


def paint_case(case: Path, project: Path) -> None:
    """Paint the pictures of a golden case: the empty files among its photos, as its `pictures.txt` says.

    A line there is a file's name and what is odd about it: `san-phoi.jpg dark`, `nho.jpg 400x300`, `hai.jpg seed=1`.
    Pictures without a line are 1600 by 1200, sharp, and unlike each other.
    """
    listing = case / "pictures.txt"
    lines = listing.read_text(encoding="utf-8").splitlines() if listing.exists() else []
    odd = {name: words for name, *words in (line.split() for line in lines)}
    for number, path in enumerate(sorted(project.rglob("photos/*.jpg"))):
        if path.stat().st_size:
            continue
        words = odd.get(path.name, [])
        size = next((word for word in words if word[0].isdigit()), "1600x1200")
        seed = next((int(word.removeprefix("seed=")) for word in words if word.startswith("seed=")), 1000 + number)
        width, height = (int(side) for side in size.split("x"))
        path.write_bytes(
            photo(
                width,
                height,
                seed=seed,
                dark="dark" in words,
                blurred="blurred" in words,
                position="position" in words,
            )
        )
