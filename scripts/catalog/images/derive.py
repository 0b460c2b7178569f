"""Pixels: one original in, all its derivatives out, in memory. The only place where a picture is decoded and changed.

The original is decoded once, by its JPEG decoder already scaled down where that helps, turned upright, brought to
sRGB, and made smaller step by step. Every derivative is encoded from raw pixels, so nothing else of the original can
travel with it: no EXIF, position, comment, thumbnail or trailing byte. Sizes, names and settings are `plan`'s.
"""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from typing import NoReturn

import PIL
from PIL import Image, ImageCms, features

from catalog.images.gate import digest_of, open_picture
from catalog.images.plan import PLACEHOLDER_SIDE, Derivative, Picture

PAPER = (0xF7, 0xF0, 0xE1)
"""The shell-powder white of the pages: under what shows through, where a format cannot."""

_DRAFT_GAP = 1.5
"""How much larger than needed a JPEG is decoded at least: its decoder's own scaling is coarser than ours."""
_REDUCING_GAP = 2.0
"""How much larger than needed a picture is left by whole-number reduction, before the fine step (Lanczos)."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation → what turns the stored picture upright."""


class NotDerived(Exception):
    """A picture could not be made."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        """A code of `messages.MESSAGES` that needs no facts."""


@dataclass(frozen=True, slots=True)
class Derived:
    """All that became of one picture."""

    files: tuple[tuple[Derivative, bytes], ...]
    placeholder: str
    """See `Picture.placeholder`."""
    tone: str
    """See `Picture.tone`."""


def encoder_version() -> str:
    """Name the libraries whose versions decide what bytes a picture becomes."""
    parts = ("avif", "webp", "libjpeg_turbo", "littlecms2")
    return " ".join([f"Pillow {PIL.__version__}", *(f"{part} {features.version(part)}" for part in parts)])


def derive(data: bytes, picture: Picture) -> Derived:
    """Make every derivative of a picture.

    Args:
        data: The original's bytes, the same that the gate saw.
        picture: The plan.

    Raises:
        NotDerived: The bytes changed, break off, are damaged, or need more memory than the process may have.

    """
    if digest_of(data) != picture.original.digest:
        raise NotDerived("picture-changed")
    try:
        upright = decode(data, (picture.width, picture.height), picture.original.orientation)
        sizes = sorted({(each.width, each.height) for each in picture.derivatives}, reverse=True)
        scaled = _in_steps(upright, sizes)
        files = tuple((each, _encoded(scaled[each.width, each.height], each)) for each in picture.derivatives)
        return Derived(files, *_placeholder_of(scaled[sizes[-1]]))
    except NotDerived:
        raise
    except Exception as error:  # decoders raise whatever a stranger's bytes lead them to
        _explain(error)


def decode(data: bytes, size: tuple[int, int], orientation: int) -> Image.Image:
    """Decode a picture at the given upright size or a little larger, as plain RGB or RGBA pixels in sRGB.

    Args:
        data: An original that passed the gate.
        size: Width and height to aim at, in pixels, upright.
        orientation: How to turn it, 1 to 8.

    Raises:
        Exception: Whatever the decoder raises: the picture is damaged.

    """
    stored = size[::-1] if orientation >= 5 else size
    with open_picture(data) as image:
        # Only a JPEG decoder can; the others say so by doing nothing.
        image.draft(None, (round(stored[0] * _DRAFT_GAP), round(stored[1] * _DRAFT_GAP)))
        image.load()
        profile = image.info.get("icc_profile")
        plain = _with_plain_channels(image)
    if plain.size != stored:
        plain = plain.resize(stored, Image.Resampling.LANCZOS, reducing_gap=_REDUCING_GAP)
    if orientation in _TURNS:
        plain = plain.transpose(_TURNS[orientation])
    # Colours come last: there are fewest pixels now.
    return _without_luggage(_in_srgb(plain, profile))


def _with_plain_channels(image: Image.Image) -> Image.Image:
    """Bring a picture to one of the modes that can be scaled: L, RGB, RGBA or CMYK, 8 bits each."""
    if image.mode.startswith("I"):  # 16 bits, grey
        image = image.point(lambda value: value * (255 / 65535) + 0.5).convert("L")
    if image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:  # nothing shows through
        return image.convert("RGB")
    return image if image.mode in ("L", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert by the colour profile; one that cannot be used is treated as if it were not there."""
    proper = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" not in (source.profile.profile_description or ""):
                srgb = ImageCms.createProfile("sRGB")
                converted = ImageCms.profileToProfile(image, source, srgb, outputMode=proper)
                return converted or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image if image.mode == proper else image.convert(proper)


def _without_luggage(image: Image.Image) -> Image.Image:
    """Make a picture anew from its pixels."""
    return Image.frombytes(image.mode, image.size, image.tobytes())


def _in_steps(largest: Image.Image, sizes: list[tuple[int, int]]) -> dict[tuple[int, int], Image.Image]:
    """Scale down to each size, widest first, from the smallest picture that has at least twice its width."""
    scaled = {largest.size: largest}
    for size in sizes:
        if size not in scaled:
            twice = [each for each in scaled.values() if each.width >= 2 * size[0]]
            source = min(twice, key=lambda each: each.width, default=largest)
            scaled[size] = source.resize(size, Image.Resampling.LANCZOS)
    return scaled


def _encoded(image: Image.Image, derivative: Derivative) -> bytes:
    if derivative.encoding.format == "jpeg":
        image = _on_paper(image)
    buffer = io.BytesIO()
    image.save(buffer, derivative.encoding.format.upper(), **dict(derivative.options))
    return buffer.getvalue()


def _on_paper(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    paper = Image.new("RGB", image.size, PAPER)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _placeholder_of(image: Image.Image) -> tuple[str, str]:
    """Return placeholder and tone (see `Picture`). What shows through has no placeholder: it would show through."""
    opaque = _on_paper(image)
    red, green, blue = opaque.resize((1, 1), Image.Resampling.BOX).tobytes()
    tone = f"#{red:02x}{green:02x}{blue:02x}"
    if image.mode == "RGBA":
        return "", tone
    scale = min(1, PLACEHOLDER_SIDE / max(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    buffer = io.BytesIO()
    opaque.resize(size, Image.Resampling.BOX).save(buffer, "WEBP", quality=30, method=6)
    return f"data:image/webp;base64,{base64.b64encode(buffer.getvalue()).decode()}", tone


def _explain(error: Exception) -> NoReturn:
    """Say in our words why a decoder or encoder gave up; the libraries tell only in English sentences."""
    said = str(error).lower()
    if isinstance(error, MemoryError) or "memory" in said:
        raise NotDerived("picture-too-much-memory") from error
    if "truncated" in said or "not processed" in said or "premature" in said:
        raise NotDerived("picture-cut-short") from error
    raise NotDerived("picture-broken") from error
