"""Which files may become pictures: refused before they are decoded, wherever that is possible.

A file must be an ordinary one (no link, pipe or device, also on the way to it), of a kind that browsers show, of the
kind that its name says, whole, and not larger than a photograph is. What only decoding can tell (data that break off
or are damaged further in) is told by `derive`, in a limited process. Whether a record may use the picture is the
question of `checks`.

No decoder for other kinds of files is ever loaded and no helper program is ever started: Pillow is asked for the
formats of `FORMATS` only.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import threading
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import get_args

from PIL import AvifImagePlugin, GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from catalog.diagnostics import Diagnostic, Fact, Location
from catalog.images import header
from catalog.images.plan import Kind, Original
from catalog.messages import FILE_KINDS, PICTURE_KINDS
from catalog.model import is_fit_file_name

FORMATS = tuple(
    plugin.format
    for plugin in (
        JpegImagePlugin.JpegImageFile,  # MPO too, which it recognises by itself
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
        GifImagePlugin.GifImageFile,
        AvifImagePlugin.AvifImageFile,
    )
)
"""The only decoders of Pillow that are ever used; imported by name, so that Pillow need not load all it has."""

MAX_BYTES = 25_000_000
MAX_PIXELS = 60_000_000
MAX_SIDE = 24_000
"""Of an original, in pixels: room for a panorama of any phone."""
MAX_METADATA = 4_000_000
"""Bytes of unpacked texts and colour profiles in a PNG."""
MAX_SCANS = 100
"""Passes over a JPEG; a progressive one has about ten, and each costs the time of a whole picture."""

_ENDINGS: dict[Kind, tuple[str, ...]] = {
    "JPEG": ("jpg", "jpeg"),
    "PNG": ("png",),
    "WEBP": ("webp",),
    "GIF": ("gif",),
    "AVIF": ("avif",),
}
_TO_EXPORT = frozenset({"EPS", "PDF", "SVG", "HEIC", "TIFF", "BMP", "PSD", "JPEG XL", "JPEG 2000", "ICO", "XCF", "RAW"})
"""Pictures that a program can save as JPEG; the rest of what `header` knows is no picture."""
_QUIET = threading.Lock()
_GIT_LFS = b"version https://git-lfs.github.com/"


def admit(root: Path, files: Iterable[str]) -> tuple[dict[str, Original], list[Diagnostic]]:
    """Examine the picture files of a project.

    Args:
        root: The project's folder.
        files: Their names relative to it, with `/`.

    Returns:
        File → what is known of it, for those that passed; and what was found about the others.

    """
    originals: dict[str, Original] = {}
    findings: list[Diagnostic] = list(find_twins(files := sorted(set(files))))
    for file in files:
        original, finding = examine(root, file)
        if original is not None:
            originals[file] = original
        if finding is not None:
            findings.append(finding)
    return originals, findings


def examine(root: Path, file: str) -> tuple[Original | None, Diagnostic | None]:
    """Examine one file; exactly one of the two results is given."""
    name = PurePosixPath(file).name
    if not is_fit_file_name(name):
        return None, _finding("photo-name", file, file=name)
    data, finding = read(root, file)
    if data is None:
        return None, finding
    return examine_bytes(data, file)


def examine_bytes(data: bytes, file: str) -> tuple[Original | None, Diagnostic | None]:
    """Examine the content of a file; exactly one of the two results is given."""
    finding = _refusal_by_kind(data, file)
    if finding is not None:
        return None, finding
    kind: Kind = header.kind_of(data)  # type: ignore[assignment]  # the other kinds have just been refused
    size = header.size_of(kind, data)
    if header.is_cut_short(kind, data):
        return None, _finding("picture-cut-short", file)
    finding = _refusal_by_size(size, file) or _refusal_of_bomb(kind, data, file)
    if finding is not None:
        return None, finding
    try:
        with open_picture(data) as image:
            finding = _refusal_by_size(image.size, file)
            if finding is not None:
                return None, finding
            original = Original(
                file=file,
                kind=kind,
                digest=digest_of(data),
                stored=image.size,
                orientation=_orientation_of(image),
            )
    except Exception:  # decoders raise whatever a stranger's bytes lead them to
        return None, _finding("picture-broken", file)
    return original, None


def read(root: Path, file: str) -> tuple[bytes | None, Diagnostic | None]:
    """Read a file below the project's folder: ordinary files only, never through a link, never more than fits."""
    try:
        kind = _kind_of_place(root, PurePosixPath(file))
        if kind is not None:
            return None, _finding("not-a-file", file, kind=FILE_KINDS[kind])
        with open(root / file, "rb", opener=_open_directly) as opened:
            state = os.fstat(opened.fileno())
            if not stat.S_ISREG(state.st_mode):  # swapped a moment ago
                return None, _finding("not-a-file", file, kind=FILE_KINDS["special"])
            if state.st_size > MAX_BYTES:
                return None, _too_heavy(file, state.st_size)
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        return None, _finding("cannot-open", file, reason=error.strerror or type(error).__name__)
    return (None, _too_heavy(file, len(data))) if len(data) > MAX_BYTES else (data, None)


def open_picture(data: bytes) -> Image.Image:
    """Open a picture without decoding it: the one place where Pillow meets a stranger's bytes.

    Raises:
        Exception: Whatever the decoder raises: the bytes are not what they seem.

    """
    with quietly():
        return Image.open(io.BytesIO(data), formats=FORMATS)


@contextmanager
def quietly() -> Iterator[None]:
    """Keep to ourselves what Pillow says about odd metadata while it reads them: it would name no file.

    A picture that is larger than it said is an error.
    """
    with _QUIET, warnings.catch_warnings():  # the filters belong to all threads, so one at a time
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of an original, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def find_twins(files: Iterable[str]) -> list[Diagnostic]:
    """Find names that one computer tells apart and another does not (capitals, two spellings of one letter)."""
    seen: dict[str, str] = {}
    findings = []
    for file in files:
        other = seen.setdefault(unicodedata.normalize("NFC", file).casefold(), file)
        if other != file:
            findings.append(_finding("picture-name-twin", file, other=PurePosixPath(other).name))
    return findings


def _refusal_by_kind(data: bytes, file: str) -> Diagnostic | None:
    if not data:
        return _finding("picture-empty", file)
    if data.startswith(_GIT_LFS):
        return _finding("picture-elsewhere", file)
    kind = header.kind_of(data)
    known = ", ".join(get_args(Kind))
    if kind in _TO_EXPORT:
        return _finding("picture-to-export", file, kind=PICTURE_KINDS.get(kind, kind))
    if kind not in _ENDINGS:
        return _finding("picture-unknown", file, kind=PICTURE_KINDS[kind], known=known)
    ending = PurePosixPath(file).suffix.removeprefix(".").lower()
    endings = _ENDINGS[kind]
    if ending not in endings:
        return _finding("picture-ending", file, kind=kind, ending=ending, proper=endings[0])
    return None


def _refusal_by_size(size: tuple[int, int] | None, file: str) -> Diagnostic | None:
    width, height = size or (0, 0)
    if width < 1 or height < 1:
        return _finding("picture-broken", file)
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        most = MAX_PIXELS // 1_000_000
        return _finding("picture-too-large", file, width=width, height=height, most=most, side=MAX_SIDE)
    return None


def _refusal_of_bomb(kind: Kind, data: bytes, file: str) -> Diagnostic | None:
    if kind == "PNG" and header.inflates_beyond(data, MAX_METADATA):
        return _finding("picture-bomb", file)
    if kind == "JPEG" and header.scans_of(data) > MAX_SCANS:
        return _finding("picture-bomb", file)
    return None


def _kind_of_place(root: Path, file: PurePosixPath) -> str | None:
    """Tell what stands where an ordinary file should, links on the way included; `None`: an ordinary file."""
    if file.is_absolute() or ".." in file.parts:
        return "link"
    for depth in range(1, len(file.parts)):
        if stat.S_ISLNK((root / Path(*file.parts[:depth])).lstat().st_mode):
            return "link"
    mode = (root / file).lstat().st_mode
    if stat.S_ISREG(mode):
        return None
    return "link" if stat.S_ISLNK(mode) else "folder" if stat.S_ISDIR(mode) else "special"


def _open_directly(name: str, flags: int) -> int:
    """Open without following a link or waiting at a pipe, even if the file was swapped a moment ago."""
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))  # Windows has neither


def _orientation_of(image: Image.Image) -> int:
    """Tell how to turn a picture upright; 1 where it does not say, or says nonsense."""
    try:
        with quietly():
            value = image.getexif().get(0x0112)
    except Exception:  # odd metadata are no reason to refuse a good picture
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _too_heavy(file: str, size: int) -> Diagnostic:
    return _finding("picture-too-heavy", file, size=-(-size // 1_000_000), limit=MAX_BYTES // 1_000_000)


def _finding(code: str, place: str, /, **facts: Fact) -> Diagnostic:
    return Diagnostic(code=code, at=Location(place), facts=dict(facts))
