"""Taking a photo in: it is stripped, named, put beside its record and written into the record's `photos:`.

The record is changed as text, by adding lines and nothing else, so comments, order, quotes and line ends stay as their
author typed them. Before anything is written, the new text is read back: unless it says exactly what the old one said
plus the new photos, nothing changes. What is asked of whom on the terminal is `cli`'s business; whether the photo is a
good one, the photo doctor's (`checks.pictures`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from catalog.diagnostics import Diagnostic, Location
from catalog.images.derive import NotDerived
from catalog.images.gate import examine_bytes, read
from catalog.images.strip import has_luggage, strip
from catalog.kept import write_atomically
from catalog.model import Record
from catalog.repository import Entry
from catalog.source import Document, read_document
from catalog.text import slug
from catalog.validate import validate

_NAME_LENGTH = 60
"""Of a picture's name, in characters, before its number."""


class NotTakenIn(Exception):
    """Nothing was changed, and why."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__(findings)
        self.findings = tuple(findings)
        """In reading order; at least one error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One picture with what is to be said of it."""

    file: Path
    """Where it lies now."""
    alt: str
    alt_en: str = ""
    caption: str = ""
    caption_en: str = ""
    credit: str
    licence: str
    """Id in `licences.yml`."""
    people: bool = False
    """Are there recognisable people?"""
    consent: str = ""
    """When they agreed: a day, a month or a year."""

    def fields(self, name: str) -> dict[str, object]:
        """Return the photo as the record will say it, fields in the model's order."""
        said: dict[str, object] = {
            "file": name,
            "alt": _text(self.alt, self.alt_en),
            "caption": _text(self.caption, self.caption_en) if self.caption.strip() else None,
            "credit": _line(self.credit),
            "licence": _line(self.licence),
            "people": True if self.people else None,
            "consent": _line(self.consent) or None,
        }
        return {field: value for field, value in said.items() if value is not None}


def take_in(root: Path, entry: Entry[Record], submissions: Sequence[Submission]) -> tuple[str, ...]:
    """Put pictures beside a record and write them into it; return their files, relative to the project.

    Args:
        root: The project's folder.
        entry: The record as it was read.
        submissions: The pictures, in the order in which they are to be shown.

    Raises:
        NotTakenIn: A picture or something said of it will not do; nothing was changed.
        OSError: Something could not be written; nothing was changed.

    """
    stripped = [_stripped(each.file) for each in submissions]
    folder = root / entry.home / "photos"
    taken = {path.name.rpartition(".")[0].lower() for path in folder.iterdir()} if folder.is_dir() else set()
    names = []
    for each, (_, ending) in zip(submissions, stripped, strict=True):
        stem = _free_name(slug(each.alt) or entry.id, taken)
        taken.add(stem)
        names.append(f"{stem}.{ending}")
    record = root / entry.file
    raw = record.read_bytes()
    added = [each.fields(name) for each, name in zip(submissions, names, strict=True)]
    changed = with_photos(raw, entry.file, type(entry.value), added)
    written: list[Path] = []
    made_folder = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
        for name, (data, _) in zip(names, stripped, strict=True):
            with (folder / name).open("xb") as file:  # never over another picture
                written.append(folder / name)
                file.write(data)
        write_atomically(record, changed, record.stat().st_mode & 0o777)
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        if made_folder:
            with suppress(OSError):
                folder.rmdir()
        raise
    return tuple(f"{entry.home}/photos/{name}" for name in names)


def clean(root: Path, file: str) -> bool:
    """Take everything but pixels out of a picture that is in the catalog already; tell whether it had any.

    Args:
        root: The project's folder.
        file: The picture, relative to it, with `/`.

    Raises:
        NotTakenIn: It is no picture that can be used; it was not changed.
        OSError: It could not be written; it was not changed.

    """
    data, finding = read(root, file)
    if data is None:
        raise NotTakenIn([finding] if finding else [])
    original, finding = examine_bytes(data, file)
    if original is None:
        raise NotTakenIn([finding] if finding else [])
    if not has_luggage(data):
        return False
    try:
        write_atomically(root / file, strip(data, original, keep_kind=True).data)
    except NotDerived as error:
        raise NotTakenIn([Diagnostic(code=error.code, at=Location(file))]) from error
    return True


def with_photos(raw: bytes, file: str, kind: type[Record], added: Sequence[dict[str, object]]) -> bytes:
    r"""Return the bytes of a record with photos added at the end of its `photos:`.

    Args:
        raw: The record's bytes.
        file: How it is named in messages.
        kind: Its kind.
        added: Each photo as the record is to say it: texts, `true`, or texts by language.

    Raises:
        NotTakenIn: The record has mistakes, its photos are written in an unusual way, or something said of the new ones
            cannot stand in a record.

    """
    before = _understood(raw, file, kind)
    lines = raw.decode("utf-8").split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    place = _place(before, lines)
    if place is None:
        raise NotTakenIn([before.diagnose("photos-not-placed", ("photos",), key=True)])
    at, cut, indent, gap = place
    block = [line for photo in added for line in _written(photo, indent, gap)]
    if cut or "photos" not in before.data:
        block.insert(0, "photos:")
    if at == len(lines) and lines[-1]:  # the last line has no end: give it one
        lines[-1] += ending
        block.append("")
        block[:-1] = [line + ending for line in block[:-1]]
    else:
        block = [line + ending for line in block]
    lines[at - cut : at] = block
    changed = "\n".join(lines).encode("utf-8")
    after = _understood(changed, file, kind)
    if after.data != before.data | {"photos": [*before.data.get("photos", []), *added]}:
        raise NotTakenIn([before.diagnose("photos-not-placed", ("photos",), key=True)])
    return changed


def _understood(raw: bytes, file: str, kind: type[Record]) -> Document:
    document, findings = read_document(raw, file)
    if document is not None:
        value, found = validate(document, kind)
        if value is not None:
            return document
        findings = [*findings, *found]
    raise NotTakenIn(findings)


def _place(document: Document, lines: list[str]) -> tuple[int, int, int, int] | None:
    """Find where new photos go.

    Returns:
        Line (from 0) before which they go, how many lines before it they replace, columns before the hyphen, columns
        between hyphen and field; `None`: the list is written in brackets, or in another unusual way.

    """
    if "photos" not in document.data:
        return _before_sources(document, lines), 0, 2, 1
    photos = document.data["photos"]
    key = document.key_at(("photos",)).line - 1
    if not photos:
        return (key + 1, 1, 2, 1) if re.fullmatch(r"photos:\s*\[\s*\]\s*", lines[key]) else None
    start = document.at(("photos", len(photos) - 1))
    match = re.fullmatch(r"( *)-( +)", lines[start.line - 1][: start.column - 1].removeprefix("\ufeff"))
    if match is None:
        return None
    indent = len(match[1])
    end = start.line
    for number in range(start.line, len(lines)):
        line = lines[number]
        bare = line.lstrip(" ")
        if bare and not bare.isspace() and len(line) - len(bare) > indent:
            end = number + 1
        elif bare and not bare.isspace() and not bare.startswith("#"):
            break
    return end, 0, indent, len(match[2])


def _before_sources(document: Document, lines: list[str]) -> int:
    """Return the line of `sources:`, with the comments and blank lines above it: every record has it, near its end."""
    at = document.key_at(("sources",)).line - 1
    while at > 0 and lines[at - 1].startswith("#"):
        at -= 1
    while at > 0 and not lines[at - 1].strip():
        at -= 1
    return at if at > 0 else len(lines) - (not lines[-1])


def _written(photo: dict[str, object], indent: int, gap: int) -> list[str]:
    """Write one photo as the lines of a list's item."""
    margin = " " * (indent + 1 + gap)
    lines: list[str] = []
    for field, value in photo.items():
        if isinstance(value, dict):
            lines.append(f"{margin}{field}:")
            lines += [f"{margin}  {language}: {_scalar(text)}" for language, text in value.items()]
        else:
            lines.append(f"{margin}{field}: {'true' if value is True else _scalar(str(value))}")
    lines[0] = " " * indent + "-" + " " * gap + lines[0].lstrip(" ")
    return lines


_PLAIN = re.compile(r"[^\W\d_][\w ,.()/–-]*[\w.)]")
_PLAIN_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def _scalar(text: str) -> str:
    """Write a one-line text so that every reader of YAML takes it for that text."""
    if _PLAIN_DATE.fullmatch(text) or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML):
        return text
    return "'" + text.replace("'", "''") + "'"


def _text(vi: str, en: str) -> dict[str, object]:
    return {"vi": _line(vi), "en": _line(en)} if en.strip() else {"vi": _line(vi)}


def _line(text: str) -> str:
    return " ".join(text.split())


def _free_name(wanted: str, taken: set[str]) -> str:
    """Return a name with the first free number; names that differ in capitals or ending only count as one."""
    stem = wanted
    if len(stem) > _NAME_LENGTH:
        stem = stem[: _NAME_LENGTH + 1].rpartition("-")[0] or stem[:_NAME_LENGTH]
    return next(name for number in range(1, 10_000) if (name := f"{stem}-{number}") not in taken)


def _stripped(path: Path) -> tuple[bytes, str]:
    """Read a picture from anywhere on this computer; it goes through the same gate as those in the catalog."""
    place = path.absolute()
    shown = path.name
    data, finding = read(place.parent, place.name)
    original = None
    if data is not None:
        original, finding = examine_bytes(data, shown)
    if data is None or original is None:
        raise NotTakenIn([finding] if finding else [])
    try:
        stripped = strip(data, original)
    except NotDerived as error:
        raise NotTakenIn([Diagnostic(code=error.code, at=Location(shown))]) from error
    return stripped.data, stripped.ending
