"""The files of one picture, as `<picture>` and `srcset` name them: addresses and numbers, nothing of what is shown."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.images.plan import ENCODINGS, Picture

PICTURES_FOLDER = "assets/pictures"
"""Folder of the site that holds what became of the photos."""


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
    fallback: tuple[ImageFile, ...]
    """The same format in all sizes, from narrow to wide; empty: the one of `uri` serves all."""
    width: int
    """In pixels, with `height` the proportions that keep its place while it loads."""
    height: int
    placeholder: str
    """A `data:` address of a few pixels, shown until the picture is there; empty: there is none."""


def image_of(picture: Picture, widest: int | None = None) -> Image:
    """Name the files of a derived picture.

    Args:
        picture: With placeholder.
        widest: Leave out files beyond the first that has so many pixels across; `None`: offer all.

    """
    offered = {
        encoding.format: tuple(
            ImageFile(f"{PICTURES_FOLDER}/{each.name}", each.width) for each in picture.of(encoding.format)
        )
        for encoding in ENCODINGS
    }
    if widest is not None:
        offered = {name: _up_to(widest, files) for name, files in offered.items()}
    return Image(
        sources=tuple(
            ImageSource(encoding.mime, offered[encoding.format]) for encoding in ENCODINGS if encoding.format != "jpeg"
        ),
        uri=f"{PICTURES_FOLDER}/{picture.fallback.name}",
        fallback=offered["jpeg"],
        width=picture.width,
        height=picture.height,
        placeholder=picture.placeholder,
    )


def _up_to(widest: int, files: tuple[ImageFile, ...]) -> tuple[ImageFile, ...]:
    """Leave out what is wider than needed; of a picture that is narrower everywhere, all stays."""
    enough = next((position for position, file in enumerate(files) if file.width >= widest), len(files) - 1)
    return files[: enough + 1]
