"""The files of one picture, as `<picture>` and `srcset` name them: addresses and numbers, nothing of what is shown."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.images.plan import ENCODINGS, Picture

PICTURES_FOLDER = "assets/pictures"
"""Folder of the site that holds what became of the photos."""
PLATES_FOLDER = "assets/plates"
"""Folder of the site that holds our plates, one SVG of 1600 x 1200 each: of each craft, and of illustrations."""

VIEWED = "webp"
"""The format that the viewer of the full screen takes: every browser that can run it knows this one."""


@dataclass(frozen=True, slots=True)
class ImageFile:
    """One file of a picture."""

    uri: str
    """Relative to the site's root; templates put `root` before it."""
    width: int
    """In pixels."""


@dataclass(frozen=True, slots=True)
class ImageSource:
    """A picture in one format: one `<source>`."""

    mime: str
    files: tuple[ImageFile, ...]
    """From narrow to wide."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in every format and size that a page offers."""

    sources: tuple[ImageSource, ...]
    """In the order in which a browser chooses, without the fallback; a drawing needs none."""
    uri: str
    """Of the file that every browser can show."""
    width: int
    """In pixels, with `height` the proportions that keep its place while it loads."""
    height: int
    placeholder: str
    """A `data:` address of a few pixels, shown until the picture is there; empty: there is none."""


def image_of(picture: Picture, widest: int | None = None, *, viewer: bool = False, drawing: str = "") -> Image:
    """Name the files of a derived picture.

    Args:
        picture: With placeholder.
        widest: Leave out files beyond the first that has so many pixels across; `None`: offer all.
        viewer: Name every file of `VIEWED` all the same, for the full screen.
        drawing: The SVG that the picture was printed from, lighter and sharp at any size; empty: there is none.

    """
    sources = [ImageSource("image/svg+xml", (ImageFile(drawing, picture.width),))] if drawing else []
    for encoding in ENCODINGS:
        if encoding.format == "jpeg":  # one file of it is enough for the browsers that know nothing newer
            continue
        if drawing and encoding.format != VIEWED:  # every browser that knows it shows the drawing
            continue
        files = tuple(ImageFile(f"{PICTURES_FOLDER}/{each.name}", each.width) for each in picture.of(encoding.format))
        all_of_them = widest is None or (viewer and encoding.format == VIEWED)
        sources.append(ImageSource(encoding.mime, files if all_of_them else _up_to(widest or 0, files)))
    return Image(
        sources=tuple(sources),
        uri=f"{PICTURES_FOLDER}/{picture.fallback.name}",
        width=picture.width,
        height=picture.height,
        placeholder=picture.placeholder,
    )


def _up_to(widest: int, files: tuple[ImageFile, ...]) -> tuple[ImageFile, ...]:
    """Leave out what is wider than needed; of a picture that is narrower everywhere, all stays."""
    enough = next((position for position, file in enumerate(files) if file.width >= widest), len(files) - 1)
    return files[: enough + 1]
