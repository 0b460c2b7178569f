"""Odd pictures, all drawn by code: what phones, printers, scanners and attackers send."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms, ImageDraw

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 40), (30, 50, 190), (230, 200, 40)


def quarters(width: int = 80, height: int = 60, mode: str = "RGB") -> Image.Image:
    """Draw four coloured quarters: red and green above, blue and yellow below."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for left, top, colour in ((0, 0, RED), (1, 0, GREEN), (0, 1, BLUE), (1, 1, YELLOW)):
        x, y = left * width // 2, top * height // 2
        draw.rectangle((x, y, x + width // 2, y + height // 2), fill=colour)
    return image if mode == "RGB" else image.convert(mode)


def ring(width: int = 80, height: int = 60) -> Image.Image:
    """Draw a red ellipse on nothing: what is around it shows through."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((width // 4, height // 4, width * 3 // 4, height * 3 // 4), fill=(*RED, 255))
    return image


def leaves(width: int = 1200, height: int = 900) -> Image.Image:
    """Draw something with edges at every size, as photographs have."""
    image = Image.new("RGB", (width, height), (90, 120, 70))
    draw = ImageDraw.Draw(image)
    for at in range(0, width * 3, 7):
        x, y = at * 37 % width, at * 53 % height
        draw.ellipse((x, y, x + 9 + at % 31, y + 7 + at % 23), fill=(at % 256, at * 3 % 256, at * 7 % 256))
    return image


def saved(image: Image.Image, format_: str = "JPEG", **options: Any) -> bytes:
    """Write a picture as a file's content."""
    buffer = io.BytesIO()
    image.save(buffer, format_, **options)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    """Read a file's content."""
    image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "AVIF", "GIF"))
    image.load()
    return image


def stored_for(orientation: int, image: Image.Image) -> Image.Image:
    """Store a picture as a camera held that way does: turning it as `orientation` says gives it back."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return image.transpose(back[orientation]) if orientation in back else image


def exif(orientation: int = 1, *, position: bool = False) -> bytes:
    """Write EXIF data as a phone does, with the place where it was taken if asked."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "SecretPhone"
    if position:
        data.get_ifd(0x8825).update({1: "N", 2: (21.0, 2.0, 3.0), 3: "E", 4: (105.0, 50.0, 6.0)})
        data[0x8825] = data.get_ifd(0x8825)
    return data.tobytes()


def matrix_profile(red: tuple[float, float], green: tuple[float, float], blue: tuple[float, float]) -> bytes:
    """Write a colour profile (ICC version 2, gamma 2.2, white D65) from the chromaticities of its primaries.

    Source: ICC.1:2001-04; Bradford adaptation to D50.
    """
    primaries = [(x / y, 1.0, (1 - x - y) / y) for x, y in (red, green, blue)]
    white = (0.95047, 1.0, 1.08883)
    sums = _solved([[p[row] for p in primaries] for row in range(3)], white)
    bradford = (
        (1.0479298, 0.0229469, -0.0501923),
        (0.0296278, 0.9904344, -0.0170738),
        (-0.0092430, 0.0150552, 0.7518743),
    )
    tags = {b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\0" + bytes(78), b"cprt": b"text\0\0\0\0none\0"}
    for name, primary, amount in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, sums, strict=True):
        xyz = [amount * value for value in primary]
        tags[name] = (
            b"XYZ " + bytes(4) + _fixed(*(sum(m * v for m, v in zip(line, xyz, strict=True)) for line in bradford))
        )
    tags[b"wtpt"] = b"XYZ " + bytes(4) + _fixed(0.9642, 1.0, 0.8249)
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(2.2 * 256))
    tags |= {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    table, body, at = b"", b"", 132 + 12 * len(tags)
    for name, content in tags.items():
        content += bytes(-len(content) % 4)
        table += name + struct.pack(">II", at + len(body), len(content))
        body += content
    head = struct.pack(">I4sI4s4s4s", at + len(body), bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + _fixed(0.9642, 1.0, 0.8249) + bytes(48)
    return head + struct.pack(">I", len(tags)) + table + body


DISPLAY_P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
ADOBE_RGB = ((0.640, 0.330), (0.210, 0.710), (0.150, 0.060))


def in_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert sRGB pixels to a colour profile, as a phone stores them."""
    source = ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, source, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    assert converted is not None
    return converted


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Write a PNG chunk by chunk."""
    data = b"\x89PNG\r\n\x1a\n"
    for name, content in chunks:
        data += struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    return data


def png_header(width: int, height: int, depth: int = 8, colour: int = 2) -> tuple[bytes, bytes]:
    """Write the first chunk of a PNG."""
    return b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)


def grey16(width: int, height: int, value: int) -> bytes:
    """Write a grey PNG of 16 bits with one value everywhere."""
    line = b"\0" + struct.pack(">H", value) * width
    return png(png_header(width, height, 16, 0), (b"IDAT", zlib.compress(line * height)), (b"IEND", b""))


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _solved(matrix: list[list[float]], right: tuple[float, ...]) -> list[float]:
    """Solve three linear equations (Cramer's rule)."""

    def det(m: list[list[float]]) -> float:
        return sum(
            m[0][i] * (m[1][(i + 1) % 3] * m[2][(i + 2) % 3] - m[1][(i + 2) % 3] * m[2][(i + 1) % 3]) for i in range(3)
        )

    whole = det(matrix)
    return [
        det([[right[r] if c == column else matrix[r][c] for c in range(3)] for r in range(3)]) / whole
        for column in range(3)
    ]
