"""Photos: each file is there and may be shown, each file that is there is used.

What is inside a picture is asked in `pictures`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from catalog.checks.known import Known, KnownWords
from catalog.diagnostics import Diagnostic, Location
from catalog.model import Photo, Record, Village, is_fit_file_name
from catalog.repository import Entry
from catalog.source import Document
from catalog.source import Path as ValuePath
from catalog.text import nearest

ENDINGS = ("jpg", "jpeg", "png", "webp", "avif", "gif")
"""Of pictures that can be read; phones save HEIC, which can be exported as JPEG."""


def check_photos(entry: Entry[Record], known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with the files of the pictures that a record names."""
    for position, file in enumerate(entry.gist.photos):
        yield from _check_file(file, entry, ("photos", position), known)


def check_rights(entry: Entry[Record], known: KnownWords) -> Iterator[Diagnostic]:
    """Yield what is wrong with the licences, consents and steps of a record's pictures."""
    for position, photo in enumerate(entry.value.photos):
        yield from _check_rights(photo, entry.document, ("photos", position), known)
        yield from _check_step(photo, entry, ("photos", position))


def check_photo_files(known: Known) -> Iterator[Diagnostic]:
    """Yield pictures that no record names; a home with an unreadable record is not judged."""
    used: dict[str, set[str]] = defaultdict(set)
    unread = set(known.repository.record_files)
    for entry in known.records:
        unread.discard(entry.file)
        for file in entry.gist.photos:
            there = known.photos.get(entry.home, ())
            used[entry.home].add(file if file in there else nearest(file, there) or "")
    unsure = {file.rpartition("/")[0] for file in unread}
    for home, names in known.photos.items():
        for name in names:
            if home not in unsure and name not in used[home]:
                yield Diagnostic(code="photo-unused", at=Location(f"{home}/photos/{name}"), facts={"file": name})


def _check_file(file: str, entry: Entry[Record], path: ValuePath, known: Known) -> Iterator[Diagnostic]:
    there = known.photos.get(entry.home, ())
    if file in there:  # what is wrong with the file itself, `images.gate` says at the file
        return
    document, at = entry.document, (*path, "file")
    if not is_fit_file_name(file):
        yield document.diagnose("photo-name", at, file=file)
    elif file.rpartition(".")[2].lower() not in ENDINGS:
        yield document.diagnose("photo-kind", at, file=file, known=", ".join(ENDINGS))
    else:
        yield document.diagnose(
            "photo-missing" if there else "photo-folder-empty",
            at,
            suggestion=nearest(file, there),
            file=file,
            folder=f"{entry.home}/photos",
            present=", ".join(there),
        )


def _check_rights(photo: Photo, document: Document, path: ValuePath, known: KnownWords) -> Iterator[Diagnostic]:
    licences = known.vocabulary["licences"]
    if licences.lacks(photo.licence):
        yield licences.unknown(document, (*path, "licence"), photo.licence)
    if photo.people and photo.consent is None:
        yield document.diagnose("photo-without-consent", (*path, "people"), file=photo.file)


def _check_step(photo: Photo, entry: Entry[Record], path: ValuePath) -> Iterator[Diagnostic]:
    steps = len(entry.value.process) if isinstance(entry.value, Village) else 0
    if photo.step is not None and not 1 <= photo.step <= steps:
        yield entry.document.diagnose(
            "photo-step-unknown", (*path, "step"), file=photo.file, step=str(photo.step), steps=str(steps)
        )
