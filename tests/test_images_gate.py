"""Promises of `catalog.images.gate`: what is refused, how it is said, and that nothing is decoded for it."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import UnidentifiedImageError

from catalog.diagnostics import format_text
from catalog.images import header
from catalog.images.gate import MAX_BYTES, admit, examine, examine_bytes, open_picture
from tests.odd_pictures import exif, leaves, png, png_header, quarters, saved


def refusal(data: bytes, name: str = "a.jpg") -> str:
    """Return the code of the finding, or an empty text if the picture is let in."""
    original, finding = examine_bytes(data, f"products/x/y/photos/{name}")
    assert (original is None) != (finding is None)
    return finding.code if finding else ""


JPEG, PNG, WEBP = saved(quarters()), saved(quarters(), "PNG"), saved(quarters(), "WEBP")
GIF, AVIF = saved(quarters(), "GIF"), saved(quarters(), "AVIF")
MPO = saved(quarters(), "MPO", save_all=True, append_images=[quarters()])
FTYP = struct.pack(">I4s4sI4s", 20, b"ftyp", b"heic", 0, b"mif1")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (JPEG, "a.jpg", "JPEG"),
        (JPEG, "a.JPEG", "JPEG"),
        (MPO, "a.jpg", "JPEG"),
        (PNG, "cổng làng.png", "PNG"),
        (WEBP, "a.webp", "WEBP"),
        (saved(quarters(), "WEBP", lossless=True), "a.webp", "WEBP"),
        (saved(quarters(), "WEBP", save_all=True, append_images=[leaves(80, 60)]), "a.webp", "WEBP"),
        (GIF, "a.gif", "GIF"),
        (AVIF, "a.avif", "AVIF"),
        (saved(quarters(), "JPEG", progressive=True), "a.jpg", "JPEG"),
        (JPEG + b"bytes after the end", "a.jpg", "JPEG"),
        (saved(quarters(), exif=b"Exif\0\0II*\0 nonsense"), "a.jpg", "JPEG"),
        (saved(quarters(), exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(40)), "a.jpg", "JPEG"),
    ],
)
def test_pictures_that_browsers_show_are_let_in(data: bytes, name: str, kind: str) -> None:
    original, finding = examine_bytes(data, name)
    assert finding is None
    assert original is not None
    assert (original.kind, original.stored, original.orientation) == (kind, (80, 60), 1)
    assert header.size_of(original.kind, data) == (80, 60)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture-empty"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n", "picture-elsewhere"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "picture-to-export"),
        (b"\xc5\xd0\xd3\xc6" + bytes(28), "picture-to-export"),
        (b"%PDF-1.7\n", "picture-to-export"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-to-export"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --><svg/>", "picture-to-export"),
        (FTYP, "picture-to-export"),
        (b"II*\0\x08\0\0\0", "picture-to-export"),
        (b"MM\0*\0\0\0\x08", "picture-to-export"),
        (saved(quarters(), "TIFF"), "picture-to-export"),
        (saved(quarters(), "BMP"), "picture-to-export"),
        (saved(quarters(), "ICO"), "picture-to-export"),
        (b"8BPS\0\1", "picture-to-export"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "picture-to-export"),
        (saved(quarters(), "JPEG2000"), "picture-to-export"),
        (b"push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 'https://x'", "picture-unknown"),
        (b"<!DOCTYPE html><title>not found</title>", "picture-unknown"),
        (b"PK\x03\x04 a document", "picture-unknown"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "picture-unknown"),
        (b"some words", "picture-unknown"),
        (b"P6 1 1 255 abc", "picture-unknown"),
        (PNG, "picture-ending"),
        (AVIF, "picture-ending"),
        (JPEG[: len(JPEG) // 2], "picture-cut-short"),
        (b"\xff\xd8\xff\xe0\xff\xd9", "picture-broken"),
        (b"GIF89a JPEG\xff\xd8\xff", "picture-ending"),
    ],
)
def test_other_files_are_refused(data: bytes, code: str) -> None:
    """Each file that is no picture of ours is refused by the sentence that helps its owner."""
    assert refusal(data) == code


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_a_file_that_breaks_off_is_known_without_decoding(kind: str) -> None:
    data = saved(leaves(300, 200), kind)
    assert refusal(data[: len(data) * 2 // 3], f"a.{kind.lower()}") == "picture-cut-short"


def huge_jpeg(width: int, height: int) -> bytes:
    at = JPEG.index(b"\xff\xc0")
    return JPEG[: at + 5] + struct.pack(">HH", height, width) + JPEG[at + 9 :]


def huge_gif(width: int, height: int) -> bytes:
    return GIF[:6] + struct.pack("<HH", width, height) + GIF[10:]


def gif_with_large_frame(width: int, height: int) -> bytes:
    at = GIF.index(b",\0\0\0\0")
    return GIF[: at + 5] + struct.pack("<HH", width, height) + GIF[at + 9 :]


def huge_webp(width: int, height: int) -> bytes:
    data = saved(quarters(), "WEBP", save_all=True, append_images=[leaves(80, 60)])
    return data[:24] + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little") + data[30:]


def huge_avif(width: int, height: int) -> bytes:
    at = AVIF.index(b"ispe") + 8
    return AVIF[:at] + struct.pack(">II", width, height) + AVIF[at + 8 :]


def huge_png(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    return png(png_header(width, height, depth, colour), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (huge_png(100_000, 100_000), "a.png"),
        (huge_png(30_000, 30_000, 1, 0), "a.png"),  # 900 megapixels of one bit
        (huge_png(20_000, 20_000, 8, 3), "a.png"),  # 400 megapixels with a palette
        (huge_png(25_000, 1), "a.png"),
        (huge_jpeg(65_500, 65_500), "a.jpg"),
        (huge_jpeg(10_000, 6_001), "a.jpg"),
        (huge_gif(65_535, 65_535), "a.gif"),
        (gif_with_large_frame(65_535, 65_535), "a.gif"),
        (huge_webp(16_384, 16_384), "a.webp"),
        (huge_avif(60_000, 60_000), "a.avif"),
    ],
)
def test_pictures_that_are_too_large_are_refused_by_their_header(data: bytes, name: str) -> None:
    assert refusal(data, name) == "picture-too-large"


def test_sixty_megapixels_pass() -> None:
    """The largest photograph that is let in has exactly 60 megapixels; one line more is refused."""
    assert refusal(huge_jpeg(10_000, 6_000)) == ""


@pytest.mark.parametrize(
    "chunk",
    [
        (b"zTXt", b"Comment\0\0" + zlib.compress(bytes(5_000_000))),
        (b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(bytes(5_000_000))),
        (b"iCCP", b"profile\0\0" + zlib.compress(bytes(5_000_000))),
    ],
    ids=["zTXt", "iTXt", "iCCP"],
)
def test_a_chunk_that_swells_is_a_bomb(chunk: tuple[bytes, bytes]) -> None:
    data = png(png_header(1, 1), chunk, (b"IDAT", zlib.compress(bytes(4))), (b"IEND", b""))
    assert refusal(data, "a.png") == "picture-bomb"


def test_a_jpeg_of_endless_passes_is_a_bomb() -> None:
    """Each scan of a progressive JPEG costs a pass over all pixels, and may be written in a few bytes."""
    data = saved(quarters(), progressive=True)
    at = data.rindex(b"\xff\xda")
    assert refusal(data[:at] + data[at:-2] * 200 + b"\xff\xd9") == "picture-bomb"


def test_frames_are_not_counted() -> None:
    """An animation of thousands of frames is judged by its first one, without looking at the others."""
    frame = GIF[GIF.index(b",\0\0\0\0") : -1]
    assert refusal(GIF[:-1] + frame * 5_000 + b";", "a.gif") == ""


def test_a_file_that_is_too_heavy_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    original, finding = examine(tmp_path, "a.jpg")
    assert original is None
    assert finding is not None
    assert finding.code == "picture-too-heavy"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes of this kind")
def test_only_ordinary_files_are_opened(tmp_path: Path) -> None:
    """Links (also of a folder on the way), pipes, devices and folders are refused at once; a pipe is not waited for."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.jpg").write_bytes(JPEG)
    (tmp_path / "link.jpg").symlink_to("real/a.jpg")
    (tmp_path / "to-nothing.jpg").symlink_to("nowhere")
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "directory.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    for name in ("link.jpg", "to-nothing.jpg", "folder/a.jpg", "directory.jpg", "pipe.jpg", "../x/a.jpg"):
        original, finding = examine(tmp_path, name)
        assert original is None
        assert finding is not None
        assert finding.code == "not-a-file", name
    _, finding = examine(Path("/"), "dev/zero")
    assert finding is not None
    assert finding.code == "not-a-file"
    assert examine(tmp_path, "real/a.jpg")[0] is not None


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, finding = examine(tmp_path, "photos/a.jpg")
    assert finding is not None
    assert (finding.code, finding.at.file) == ("cannot-open", "photos/a.jpg")


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.jpg",
        "-rf.jpg",
        "con.jpg",
        "a:b.jpg",
        "a\n.jpg",
        "a\x1b[31m.jpg",
        "a\u202egpj.jpg",
        "x" * 130 + ".jpg",
        "~a.jpg",
    ],
)
def test_hostile_names_are_refused_unread(name: str, tmp_path: Path) -> None:
    """A name that hides, reorders, or cannot be stored everywhere is refused, and printed harmlessly."""
    _, finding = examine(tmp_path, name)
    assert finding is not None
    assert finding.code == "photo-name"
    assert format_text([finding]).replace("\n", "").isprintable()


def test_twins_are_told(tmp_path: Path) -> None:
    """Two names that a phone or a Windows computer takes for one are found, however they are typed."""
    for name in ("Lang.jpg", "lang.jpg", "làng.jpg", "la\u0300ng.jpg"):
        (tmp_path / name).write_bytes(JPEG)
    originals, findings = admit(tmp_path, ["Lang.jpg", "lang.jpg", "làng.jpg", "la\u0300ng.jpg"])
    assert len(originals) == 4
    assert [finding.code for finding in findings] == ["picture-name-twin"] * 2


def test_orientation_is_read_from_every_kind() -> None:
    """Only what a camera may say counts: 1 to 8."""
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        original, _ = examine_bytes(saved(quarters(), kind, exif=exif(6)), f"a.{kind.lower()}")
        assert original is not None
        assert original.orientation == 6, kind
        assert (original.width, original.height) == (60, 80)
    original, _ = examine_bytes(saved(quarters(), exif=exif(99)), "a.jpg")
    assert original is not None
    assert original.orientation == 1


@given(st.binary(max_size=300), st.sampled_from([JPEG, PNG, WEBP, GIF, AVIF]), st.integers(0, 400))
def test_no_bytes_are_too_odd(noise: bytes, good: bytes, at: int) -> None:
    """Whatever the bytes: an answer, never an exception."""
    damaged = good[:at] + noise + good[at + len(noise) :]
    for data in (noise, damaged):
        for name in ("a.jpg", "a.png", "a.webp", "a.gif", "a.avif"):
            examine_bytes(data, name)


def test_no_other_decoder_is_loaded() -> None:
    """Pillow is asked for our formats only: a PostScript file does not even reach its plugin."""
    data = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n"
    with pytest.raises(UnidentifiedImageError):
        open_picture(data)


def test_heic_is_told_how_to_become_jpeg() -> None:
    """The commonest mistake of phones gets the sentence that solves it, in Vietnamese first."""
    _, finding = examine_bytes(FTYP, "products/x/y/photos/a.jpg")
    assert finding is not None
    text = format_text([finding])
    assert "xuất sang JPEG" in text
    assert text.index("xuất sang JPEG") < text.index("export it as JPEG")
