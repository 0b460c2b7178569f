"""The site's mark as pixels: `python -m catalog.images.mark` renews the icons beside its two drawings.

`mark.svg` is the seal; `mark-maskable.svg` is the same fan on a ground without an edge, small enough for phones that
cut icons round (https://www.w3.org/TR/appmanifest/#icon-masks: what matters lies within a circle of 40 % of the side).
Where the icons are named, in `overrides/main.html` and `overrides/manifest.webmanifest`, is no matter of this module.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from catalog.images.paint import rasterise

FOLDER = Path(__file__).parents[3] / "overrides" / "assets" / "mark"

ICONS = {
    "mark": (32, 180, 192, 512),
    "mark-maskable": (192, 512),
}
"""Drawing → sides in pixels: 32 for tabs, 180 for Apple's home screen (it rounds them itself), others for Android's."""


def icon(drawing: Path, side: int) -> bytes:
    """Return a drawing as a square PNG of few colours; the mark has two."""
    with Image.open(io.BytesIO(rasterise(drawing.read_text(encoding="utf-8"), side, side)), formats=("PNG",)) as image:
        buffer = io.BytesIO()
        image.quantize(24, Image.Quantize.FASTOCTREE).save(buffer, "PNG", optimize=True)
        return buffer.getvalue()


def main() -> None:
    """Write every icon."""
    for name, sides in ICONS.items():
        for side in sides:
            (FOLDER / f"{name}-{side}.png").write_bytes(icon(FOLDER / f"{name}.svg", side))


if __name__ == "__main__":
    main()
