"""What the bytes of a file say about themselves: kind, size, completeness. Nothing is decoded, nothing is trusted.

Only the containers are walked, by our own few lines, so that a file which lies about its size or its kind is known
before a decoder sees it. Whether a picture is fit is decided by `gate`.

Sources: ITU-T T.81 annex B (JPEG); W3C PNG, third edition, chapter 5; GIF89a sections 18 to 27; RFC 9649 (WebP);
ISO/IEC 14496-12 and the AVIF specification 1.1 (AVIF, HEIC).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from catalog.images.plan import Kind

_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers SOF0 … SOF15, which tell the size; the three left out are DHT, JPG and DAC."""

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (rb"%!PS|\xc5\xd0\xd3\xc6", "EPS"),
    (rb"%PDF", "PDF"),
    (rb"(?:II[*+]\0|MM\0[*+])", "TIFF"),
    (rb"BM....\0\0\0\0", "BMP"),
    (rb"8BPS", "PSD"),
    (rb"\0\0\0\x0cJXL |\xff\x0a", "JPEG XL"),
    (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "JPEG 2000"),
    (rb"\0\0[\x01\x02]\0[^\0]", "ICO"),
    (rb"gimp xcf", "XCF"),
    (rb"FUJIFILM|FOVb|IIU\0|IIRO", "RAW"),
    (rb"(?:\xef\xbb\xbf)?\s{0,99}<(?:!doctype html|html|head|body)", "HTML"),
    (rb"(?:\xef\xbb\xbf)?\s{0,99}<.{0,1900}?svg", "SVG"),
    (rb"PK\x03\x04", "ZIP"),
    (rb"\x1aE\xdf\xa3|\0\0\x01[\xb3\xba]", "video"),
)
"""How files begin that people send instead of a picture that browsers show."""
_PATTERNS = tuple((re.compile(pattern, re.DOTALL | re.IGNORECASE), name) for pattern, name in _OTHERS)


def kind_of(data: bytes) -> Kind | str:
    """Name the kind of a file by its first bytes; `""`: not known."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        return _kind_of_brands(data)
    return next((name for pattern, name in _PATTERNS if pattern.match(data[:2000])), "")


def size_of(kind: Kind, data: bytes) -> tuple[int, int] | None:
    """Read width and height as stored, in pixels, from the header; `None`: it does not tell."""
    try:
        match kind:
            case "JPEG":
                return _size_of_jpeg(data)
            case "PNG":
                return struct.unpack(">II", data[16:24]) if data[12:16] == b"IHDR" else None
            case "GIF":
                return _size_of_gif(data)
            case "WEBP":
                return _size_of_webp(data)
            case "AVIF":
                return _size_of_avif(data)
    except (struct.error, IndexError):  # the file ends within its header
        return None


def is_cut_short(kind: Kind, data: bytes) -> bool:
    """Tell whether the container announces more bytes than there are; a decoder may find more."""
    match kind:
        case "JPEG":
            return b"\xff\xd9" not in data
        case "PNG":
            return not any(name == b"IEND" for name, _ in png_chunks(data))
        case "WEBP":
            return len(data) < 12 or int.from_bytes(data[4:8], "little") + 8 > len(data)
        case "AVIF":
            return not _boxes_are_whole(data)
        case "GIF":
            return len(data) < 14


def inflates_beyond(data: bytes, limit: int) -> bool:
    """Tell whether the compressed texts and colour profiles of a PNG grow beyond `limit` bytes altogether."""
    total = 0
    for name, content in png_chunks(data):
        if name in (b"zTXt", b"iTXt", b"iCCP"):
            for packed in _packed(name, content):
                try:
                    total += len(zlib.decompressobj().decompress(packed, limit + 1))
                except zlib.error:  # text that is not compressed, or damaged: it cannot grow
                    total += len(packed)
            if total > limit:
                return True
    return False


def scans_of(data: bytes) -> int:
    """Count the passes of a JPEG, those of its thumbnails included. In its data, a byte 0xFF never precedes 0xDA."""
    return data.count(b"\xff\xda")


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each whole chunk of a PNG, the last one included."""
    at = 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        if at + 12 + length > len(data):
            return
        yield name, data[at + 8 : at + 8 + length]
        if name == b"IEND":
            return
        at += 12 + length


def _kind_of_brands(data: bytes) -> Kind | str:
    end = min(int.from_bytes(data[:4], "big"), 200)
    brands = {data[at : at + 4] for at in (8, *range(16, end, 4))}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    if brands & {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}:
        return "HEIC"
    return "RAW" if b"crx " in brands else "video"


def _size_of_jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:  # these have no content
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return None


def _size_of_gif(data: bytes) -> tuple[int, int] | None:
    """Return the size of the screen, enlarged by a first frame that reaches beyond it: decoders do so."""
    width, height = struct.unpack("<HH", data[6:10])
    at = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    while data[at] == 0x21:  # an extension: label, then blocks up to an empty one
        at += 2
        while data[at]:
            at += data[at] + 1
        at += 1
    if data[at] != 0x2C:
        return None
    left, top, frame_width, frame_height = struct.unpack("<HHHH", data[at + 1 : at + 9])
    return max(width, left + frame_width), max(height, top + frame_height)


def _size_of_webp(data: bytes) -> tuple[int, int] | None:
    name = data[12:16]
    if name == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if name == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if name == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _size_of_avif(data: bytes) -> tuple[int, int] | None:
    """Return the largest size that any part of the file claims: the picture, a tile of it or a thumbnail."""
    sizes = [struct.unpack(">II", found[1]) for found in re.finditer(rb"ispe\0\0\0\0(.{8})", data, re.DOTALL)]
    return max(sizes, key=lambda size: size[0] * size[1], default=None)


def _boxes_are_whole(data: bytes) -> bool:
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 0:  # up to the end of the file
            return True
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8 or at + size > len(data):
            return at > 0 and not data[at + 4 : at + 8].isalpha()  # bytes after the last box are not a box
        at += size
    return at > 0


def _packed(name: bytes, content: bytes) -> Iterator[bytes]:
    """Yield what may be a compressed part of a chunk."""
    _, _, rest = content.partition(b"\0")
    if name == b"iTXt":
        if rest[:1] != b"\1":
            return
        rest = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
        yield rest
    else:
        yield rest[1:]
