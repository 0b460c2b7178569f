"""What stands in `products/`: which file is which record, each read once, in sorted order.

The tree is the register: `products/<province>/<home>/village.yml` or `maker.yml`, one file per product beside it,
pictures in `photos/`, words in `products/vocabulary/`. Whether the records agree with each other is `checks`' question.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar, cast

from catalog.diagnostics import Diagnostic, Location
from catalog.messages import FILE_KINDS
from catalog.model import VOCABULARIES, Maker, Product, Record, Strict, Village
from catalog.source import VOCABULARY, Document, read_file
from catalog.validate import validate, validate_list

RECORDS_FOLDER = "products"
HOME_FILES: dict[str, type[Village] | type[Maker]] = {"village.yml": Village, "maker.yml": Maker}
PHOTOS_FOLDER = "photos"
"""Folder beside a record that holds its pictures."""
NOT_RECORDS = ("vocabulary", "schemas")
"""Folders of `products/` that hold no province."""

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One record with its id and the document that knows every place in it."""

    id: str
    """Folder name of a home, file name without `.yml` of a product; part of the address, for ever."""
    value: R
    document: Document
    home: str
    """Folder of the record, for example `products/ha-noi/bat-trang`."""

    @property
    def file(self) -> str:
        """The record's file, relative to the project, with `/`."""
        return self.document.file

    @property
    def province_folder(self) -> str:
        """Name of the folder of the province that the record stands in."""
        return self.home.split("/")[-2]


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """One word of a vocabulary with its place."""

    value: Strict
    document: Document
    position: int
    """Index in the file's list."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Everything in `products/` that could be read, duplicates included, in reading order."""

    villages: tuple[Entry[Village], ...]
    makers: tuple[Entry[Maker], ...]
    products: tuple[Entry[Product], ...]
    vocabulary: dict[str, tuple[VocabularyEntry, ...]]
    """Vocabulary name → its words."""
    files: frozenset[str]
    """Every file below `products/`, relative to the project, with `/`."""
    record_files: tuple[str, ...]
    """The files that hold a record, also one that could not be read, in reading order."""
    findings: tuple[Diagnostic, ...]
    """What reading found: one entry per mistake, records with errors are left out above."""


@dataclass(slots=True)
class _Reading:
    villages: list[Entry[Village]] = field(default_factory=list)
    makers: list[Entry[Maker]] = field(default_factory=list)
    products: list[Entry[Product]] = field(default_factory=list)
    vocabulary: dict[str, tuple[VocabularyEntry, ...]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    record_files: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)


def read_repository(root: Path) -> Repository:
    """Read every vocabulary and record below `root/products`.

    Raises:
        OSError: A folder cannot be read; that is not the author's mistake.

    """
    reading = _Reading()
    for name in _files(root, RECORDS_FOLDER, reading.findings):
        reading.files.add(name)
        parts = PurePosixPath(name).parts[1:]
        if parts[0] == "vocabulary":
            _read_vocabulary(root, name, reading)
        elif parts[0] in NOT_RECORDS or PHOTOS_FOLDER in parts[:-1] or parts[-1].upper() in ("README.MD", "LICENSE.MD"):
            continue
        elif _is_record_name(parts):
            reading.record_files.append(name)
            _read_record(root, name, reading)
        else:
            reading.findings.append(_stray(name, parts))
    return Repository(
        villages=tuple(reading.villages),
        makers=tuple(reading.makers),
        products=tuple(reading.products),
        vocabulary=reading.vocabulary,
        files=frozenset(reading.files),
        record_files=tuple(reading.record_files),
        findings=tuple(reading.findings),
    )


def _files(root: Path, folder: str, findings: list[Diagnostic]) -> Iterator[str]:
    """Yield every file below a folder, names sorted within each folder; links are reported, never followed."""
    with os.scandir(root / folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(root, name, findings)
        elif entry.is_file(follow_symlinks=False):
            yield name
        else:
            kind = FILE_KINDS["link" if entry.is_symlink() else "special"]
            findings.append(Diagnostic(code="not-a-file", at=Location(name), facts={"kind": kind}))


def _is_record_name(parts: tuple[str, ...]) -> bool:
    """Tell whether `<province>/<home>/<name>.yml` names a record; `Village.yml` is a slip, not a product."""
    name = parts[-1]
    return len(parts) == 3 and name.endswith(".yml") and (name in HOME_FILES or name.lower() not in HOME_FILES)


def _stray(name: str, parts: tuple[str, ...]) -> Diagnostic:
    stem, dot, ending = parts[-1].rpartition(".")
    if dot and ending.lower() in ("yml", "yaml"):
        proper = f"{stem.lower() if f'{stem.lower()}.yml' in HOME_FILES else stem}.yml"
        code, suggestion = ("not-a-record-name", proper) if len(parts) == 3 else ("not-a-record-place", None)
    else:
        code, suggestion = "stray-file", None
    return Diagnostic(code=code, at=Location(name), facts={"file": parts[-1]}, suggestion=suggestion)


def _read_vocabulary(root: Path, name: str, reading: _Reading) -> None:
    stem = PurePosixPath(name).stem
    kind = VOCABULARIES.get(stem)
    if kind is None:
        reading.findings.append(
            Diagnostic(code="unknown-vocabulary", at=Location(name), facts={"known": ", ".join(VOCABULARIES)})
        )
        return
    document, findings = read_file(root / name, name, VOCABULARY)
    reading.findings += findings
    if document is None:
        return
    words, findings = validate_list(document, kind)
    reading.findings += findings
    reading.vocabulary[stem] = tuple(
        VocabularyEntry(word, document, position) for position, word in enumerate(words or ())
    )


def _read_record(root: Path, name: str, reading: _Reading) -> None:
    path = PurePosixPath(name)
    kind = HOME_FILES.get(path.name, Product)
    document, findings = read_file(root / name, name)
    reading.findings += findings
    if document is None:
        return
    value, findings = validate(document, kind)
    reading.findings += findings
    if value is None:
        return
    home = str(path.parent)
    if kind is Village:
        reading.villages.append(Entry(path.parent.name, cast(Village, value), document, home))
    elif kind is Maker:
        reading.makers.append(Entry(path.parent.name, cast(Maker, value), document, home))
    else:
        reading.products.append(Entry(path.stem, cast(Product, value), document, home))
