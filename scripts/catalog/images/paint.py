"""Pixels of share cards. The only door to resvg, which turns our own drawings into pixels; no other SVG is ever read.

A card is a print: the cover on the left, a rule, the words on paper, the award as a stamp pressed on a little askew.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import resvg_py
from PIL import Image, ImageDraw, ImageFont, features

from catalog import fonts
from catalog.drawing.patterns import pattern
from catalog.drawing.pigment import INK, PAPER, VERMILION, mix
from catalog.images.card import HEIGHT, WIDTH, Card, Seal
from catalog.images.derive import decode, encoder_version
from catalog.images.fit import LEADING, Fitted, Measure, fit
from catalog.images.plan import Original

_Face = Callable[[int], ImageFont.FreeTypeFont]
"""Letters of one weight, at any size in pixels."""

PANEL = 504
"""Width of the cover, in pixels: four fifths of its height, as the middle of a pattern is cut."""
HEAVIEST = 80_000
"""Bytes of a card; chat programs fetch it before they show a link."""

_QUALITIES = (80, 64, 48, 30, 22)
_LEFT, _RIGHT, _TOP, _BOTTOM = PANEL + 58, WIDTH - 54, 58, HEIGHT - 50
_QUIET = mix(INK, PAPER, 0.28)
_OLD = mix(INK, PAPER, 0.4)
_SEAL = 158
"""Side of the stamp."""
_FINE = 2
"""How much larger the stamp is drawn before it is turned."""


def tools_version() -> str:
    """Name the libraries whose versions decide what bytes a card becomes."""
    shaping = features.version("raqm") if features.check("raqm") else "basic"
    return f"{encoder_version()} resvg {resvg_py.__resvg_version__} raqm {shaping}"


def rasterise(svg: str, width: int, height: int) -> bytes:
    """Return a drawing of ours as a PNG of that many pixels."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, width=width, height=height))


def paint_pattern(craft: str | None, seed: str) -> Image.Image:
    """Print the pattern of a record as the cover of its cards."""
    # The middle of the drawing, in the proportions of the panel: what lies outside costs nothing this way.
    middle = f'viewBox="{(640 - 384) // 2} 0 384 480"'
    svg = pattern(craft, seed).replace('viewBox="0 0 640 480"', middle, 1)
    with Image.open(io.BytesIO(rasterise(svg, PANEL, HEIGHT)), formats=("PNG",)) as image:
        return image.convert("RGB")


def paint_photo(data: bytes, original: Original) -> Image.Image:
    """Cut a photo to the cover of its record's cards, about its middle.

    Raises:
        Exception: Whatever the decoder raises: the photo is damaged.

    """
    scale = max(PANEL / original.width, HEIGHT / original.height)
    size = (max(PANEL, round(original.width * scale)), max(HEIGHT, round(original.height * scale)))
    image = decode(data, size, original.orientation)
    left, top = (size[0] - PANEL) // 2, (size[1] - HEIGHT) // 2
    image = image.crop((left, top, left + PANEL, top + HEIGHT))
    paper = Image.new("RGB", image.size, PAPER)
    paper.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return paper


def paint_card(card: Card, cover: Image.Image) -> bytes:
    """Print a card as JPEG.

    Args:
        card: What it says.
        cover: From `paint_pattern` or `paint_photo`.

    """
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    image.paste(cover, (0, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((PANEL, 0, PANEL + 5, HEIGHT), fill=INK)
    draw.rectangle((PANEL + 11, 0, PANEL + 12, HEIGHT), fill=INK)
    foot = _foot(draw, card)
    bottom = min(foot, _BOTTOM - _SEAL) - 26 if card.seal else foot - 26
    _words(draw, card, bottom)
    if card.seal:
        _stamp(image, card.seal)
    return _encoded(image)


def _foot(draw: ImageDraw.ImageDraw, card: Card) -> int:
    """Write the site's name at the foot, and above it whose photo it is; return where the foot begins."""
    width = _RIGHT - _LEFT - (_SEAL + 36 if card.seal else 0) - 30
    y = _BOTTOM
    if card.site:
        site = fit(card.site, _measure(medium), width=width, sizes=(23, 21), most=3)
        y -= site.height
        mark = y + round(site.size * LEADING / 2)
        draw.polygon([(_LEFT, mark), (_LEFT + 8, mark - 8), (_LEFT + 16, mark), (_LEFT + 8, mark + 8)], fill=VERMILION)
        _write(draw, site, (_LEFT + 30, y), medium, INK)
    if card.credit:
        credit = fit(card.credit, _measure(medium), width=width + 30, sizes=(19,), most=2)
        y -= credit.height + 12
        _write(draw, credit, (_LEFT, y), medium, _QUIET)
    return y


def _words(draw: ImageDraw.ImageDraw, card: Card, bottom: int) -> None:
    """Write overline, name and lines from the top down, the name as large as all of them fit."""
    width = _RIGHT - _LEFT
    overline = _in_one_line_or_two(card.overline, width) if card.overline else None
    lines = [_in_one_line_or_two(line, width) for line in card.lines if line]
    left = bottom - _TOP - (overline.height + 8 if overline else 0) - sum(line.height for line in lines) - 18
    name = fit(card.name, _measure(bold), width=width, sizes=(76, 70, 64, 58, 52, 47, 43, 40, 37), most=3, height=left)
    y = _TOP
    if overline:
        _write(draw, overline, (_LEFT, y), medium, VERMILION)
        y += overline.height + 8
    _write(draw, name, (_LEFT - 2, y), bold, INK)
    y += name.height + 18
    for line in lines:
        _write(draw, line, (_LEFT, y), medium, _QUIET)
        y += line.height


def _in_one_line_or_two(text: str, width: int) -> Fitted:
    fitted = fit(text, _measure(medium), width=width, sizes=(29, 27, 25), most=1)
    return fitted if not fitted.cut else fit(text, _measure(medium), width=width, sizes=(27, 25, 23), most=2)


def _stamp(image: Image.Image, seal: Seal) -> None:
    """Press the seal on at the lower right, turned a little as a hand does."""
    side = _SEAL * _FINE
    colour = VERMILION if seal.current else _OLD
    mask = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(mask)
    draw.rounded_rectangle((2, 2, side - 3, side - 3), 14 * _FINE, outline=255, width=4 * _FINE)
    inset = 8 * _FINE
    draw.rounded_rectangle((inset, inset, side - inset - 1, side - inset - 1), 8 * _FINE, outline=255, width=_FINE + 1)
    room = side - 2 * inset - 20 * _FINE
    sizes = [size * _FINE for size in (32, 29, 26, 24, 22, 20, 18, 17, 16, 15)]
    year = fit(seal.year, _measure(bold), width=room, sizes=(40 * _FINE,), most=1) if seal.year else None
    text = fit(
        seal.text,
        _measure(bold),
        width=room,
        sizes=sizes,
        most=4,
        height=room - (year.height if year else 0) + 12 * _FINE,
    )
    y = (side - text.height - (year.height if year else 0)) / 2 + _FINE
    for part in (text, year):
        if part:
            _write(draw, part, (side / 2, y), bold, 255, centred=True)
            y += part.height
    mask = mask.rotate(3.5, Image.Resampling.BICUBIC, expand=True).reduce(_FINE)
    at = (_RIGHT - _SEAL - (mask.width - _SEAL) // 2, _BOTTOM - _SEAL - (mask.height - _SEAL) // 2)
    image.paste(Image.new("RGB", mask.size, colour), at, mask)


def _write(
    draw: ImageDraw.ImageDraw,
    fitted: Fitted,
    at: tuple[float, float],
    face: _Face,
    colour: str | int,
    *,
    centred: bool = False,
) -> None:
    x, y = at
    for number, line in enumerate(fitted.lines):
        middle = y + (number + 0.5) * fitted.size * LEADING
        draw.text((x, middle + fitted.size * 0.35), line, colour, face(fitted.size), "ms" if centred else "ls")


@cache
def bold(size: int) -> ImageFont.FreeTypeFont:
    """Return the bold letters at a size in pixels."""
    return ImageFont.truetype(fonts.BOLD, size)


@cache
def medium(size: int) -> ImageFont.FreeTypeFont:
    """Return the medium letters at a size in pixels."""
    return ImageFont.truetype(fonts.MEDIUM, size)


def _measure(face: _Face) -> Measure:
    def measure(text: str, /, size: int) -> float:
        return face(size).getlength(text)

    return measure


def _encoded(image: Image.Image) -> bytes:
    """Write JPEG, as good as it stays light."""
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True, subsampling="4:2:0")
        if buffer.tell() <= HEAVIEST:
            break
    return buffer.getvalue()
