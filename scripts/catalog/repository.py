"""What stands in `products/`: which file is which record, each read once, in sorted order.

A record is kept small: as compact JSON, with the few facts that order and group it. Its model is built when somebody
asks for it. What `recall` knows of a file with the same bytes is not worked out again; many files that it does not know
are read by several processes.

The tree is the register: `products/<province>/<home>/village.yml` or `maker.yml`, one file per product beside it,
pictures in `photos/`, words in `products/vocabulary/`. Whether the records agree with each other is `checks`' question.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Generic, NamedTuple, TypeVar, cast

from catalog.crew import spread
from catalog.diagnostics import Diagnostic, Location, has_errors
from catalog.messages import FILE_KINDS
from catalog.model import VOCABULARIES, Maker, Product, Record, Strict, Village
from catalog.reads import note
from catalog.recall import Kept, Recall
from catalog.source import VOCABULARY, Document, document_of, read_bytes, read_document
from catalog.text import sort_key
from catalog.validate import compact, validate, validate_list

RECORDS_FOLDER = "products"
HOME_FILES: dict[str, type[Village] | type[Maker]] = {"village.yml": Village, "maker.yml": Maker}
AT_ONCE, MANY = 64, 512
"""How many records one task of a worker holds; of how many new ones there are several workers."""
PHOTOS_FOLDER = "photos"
"""Folder beside a record that holds its pictures."""
NOT_RECORDS = ("vocabulary", "schemas")
"""Folders of `products/` that hold no province."""

R = TypeVar("R", bound=Record, covariant=True)


class Brief(NamedTuple):
    """What orders and groups a record, so that no index needs its model. Only indexes and checks look at it."""

    order: str
    """The sort key of its name."""
    province: str
    crafts: list[str]
    """Of a village all, of a product its own."""
    village: str | None
    maker: str | None
    groups: list[str]
    """Of a product: its groups."""
    rewards: list[list[Any]]
    """Of each award that belongs to a round: its index in the record, year, programme and level."""
    photos: list[str]
    """Files that it names."""
    mentions: bool
    """It names makers by their ids."""
    maker_unknown: bool
    newest: str | None
    """The newest full day on which something was published, decided, checked or agreed."""
    latest: str
    """The latest of all dates and years that must have passed; the empty text: there is none."""


class Entry(Generic[R]):
    """One record: small as long as nobody asks what it says.

    Whoever asks for anything but its id reads the record, and `reads` notes that.
    """

    __slots__ = (
        "_blob",
        "_built",
        "_document",
        "_file",
        "_raw",
        "_start",
        "_value",
        "fact",
        "folder",
        "gist",
        "id",
        "kind",
        "version",
    )

    id: str
    """Folder name of a home, file name without `.yml` of a product; part of the address, for ever."""
    kind: type[R]
    """What the record is of."""
    gist: Brief
    """As `brief`, for those who read it on behalf of nobody: indexes and rules."""
    folder: str
    """As `home`, for those who read it on behalf of nobody: indexes."""
    fact: str
    """How `reads` names what this record says: kind and id."""
    version: str
    """Changes with every byte of the record, and when its file moves."""

    def __init__(self, kind: type[R], file: str, raw: bytes, kept: Kept, built: list[Any]) -> None:
        """Make the entry of a record; it adds itself to `built` whenever it builds something that can be forgotten."""
        home, _, name = file.rpartition("/")
        self.kind = kind
        self._file = file
        self.folder = home
        self._raw: bytes | None = raw
        self._built = built
        self._blob = kept.blob
        self._start = kept.start
        self._value: R | None = None
        self._document: Document | None = None
        self.id = name[:-4] if kind is Product else home.rpartition("/")[2]
        self.gist = Brief._make(kept.brief)
        self.fact = f"{_FACTS[kind]}/{self.id}"
        self.version = f"{kept.digest[:32]} {file}"

    @property
    def value(self) -> R:
        """What the record says; built when it is first asked for."""
        note(self.fact)
        if self._value is None:
            self._built.append(self)
            self._value = self.kind.model_validate_json(bytes(self._blob))
        return self._value

    @property
    def brief(self) -> Brief:
        """What orders and groups the record."""
        note(self.fact)
        return self.gist

    @property
    def document(self) -> Document:
        """The file's data, which know every place in it."""
        note(self.fact)
        if self._document is None:
            self._built.append(self)
            if self._raw is None:
                raise ValueError(f"the text of {self._file} has been let go of")
            self._document = document_of(self._file, self._raw, json.loads(bytes(self._blob)), self._start)
        return self._document

    @property
    def file(self) -> str:
        """The record's file, relative to the project, with `/`."""
        note(self.fact)
        return self._file

    @property
    def home(self) -> str:
        """Folder of the record, for example `products/ha-noi/bat-trang`."""
        note(self.fact)
        return self.folder

    @property
    def province_folder(self) -> str:
        """Name of the folder of the province that the record stands in."""
        return self.home.split("/")[-2]

    def forget(self) -> None:
        """Let go of the model; it is built again when somebody asks."""
        self._value = self._document = None

    def close_text(self) -> None:
        """Let go of the file's text: nobody will ask again where something stands in it."""
        self._document = None
        self._raw = None

    def close(self) -> None:
        """Let go of all that the record says: from here on it is enough to know that there is one."""
        self.close_text()
        self._value, self._blob = None, b""

    def has(self, value: R, document: Document) -> None:  # type: ignore[misc]  # covariant: only who made it knows it
        """Take what was built already."""
        self._built.append(self)
        self._value, self._document = value, document


_FACTS: dict[type[Record], str] = {Village: "village", Maker: "maker", Product: "product"}


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """One word of a vocabulary with its place."""

    value: Strict
    document: Document
    position: int
    """Index in the file's list."""


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The words that records choose from, as they were read."""

    entries: dict[str, tuple[VocabularyEntry, ...]]
    """Vocabulary name → its words."""
    whole: frozenset[str]
    """Names of the vocabularies of which every word could be read."""
    digest: str
    """Changes with every byte of them."""


Judge = Callable[[Entry[Record]], Iterable[Diagnostic]]
"""Judges one record by nothing but itself and the vocabularies."""
Check = Callable[[Vocabularies], Judge]
"""Given the vocabularies, gives what judges by them."""


@dataclass(frozen=True, slots=True)
class Repository:
    """Everything in `products/` that could be read, duplicates included, in reading order."""

    villages: tuple[Entry[Village], ...]
    makers: tuple[Entry[Maker], ...]
    products: tuple[Entry[Product], ...]
    vocabularies: Vocabularies
    files: frozenset[str]
    """Every file below `products/`, relative to the project, with `/`."""
    record_files: tuple[str, ...]
    """The files that hold a record, also one that could not be read, in reading order."""
    findings: tuple[Diagnostic, ...]
    """What reading found: one entry per mistake, records with errors are left out above."""
    built: list[Entry[Record]]
    """The records whose models have been built and not been forgotten since."""
    judged: tuple[Diagnostic, ...] | None
    """What `check` found in single records; `None`: nobody has judged them."""

    @property
    def vocabulary(self) -> dict[str, tuple[VocabularyEntry, ...]]:
        """Vocabulary name → its words."""
        return self.vocabularies.entries

    @property
    def records(self) -> tuple[Entry[Record], ...]:
        """All records: villages, makers, products."""
        return (*self.villages, *self.makers, *self.products)


@dataclass(slots=True)
class _Reading:
    villages: list[Entry[Village]] = field(default_factory=list)
    makers: list[Entry[Maker]] = field(default_factory=list)
    products: list[Entry[Product]] = field(default_factory=list)
    vocabulary: dict[str, tuple[VocabularyEntry, ...]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    vocabulary_digest: Any = field(default_factory=hashlib.sha256)
    files: set[str] = field(default_factory=set)
    record_files: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    judged: list[Diagnostic] = field(default_factory=list)
    built: list[Any] = field(default_factory=list)


def read_repository(
    root: Path, recall: Recall | None = None, check: Check | None = None, *, jobs: int = 1
) -> Repository:
    """Read every vocabulary and record below `root/products`, each file once.

    Args:
        root: The project's folder.
        recall: What is known of files that were read before; it learns what is new.
        check: Judges single records; what it said of an unchanged record under unchanged vocabularies is recalled.
        jobs: How many processes read at once, if much is new; what comes out is the same.

    Raises:
        OSError: A folder cannot be read; that is not the author's mistake.
        WorkerDied: A process ended while it read.

    """
    reading = _Reading()
    records: list[str] = []
    for name in _files(root, RECORDS_FOLDER, reading.findings):
        reading.files.add(name)
        parts = name.split("/")[1:]
        if parts[0] == "vocabulary":
            _read_vocabulary(root, name, reading)
        elif parts[0] in NOT_RECORDS or PHOTOS_FOLDER in parts[:-1] or parts[-1].upper() in ("README.MD", "LICENSE.MD"):
            continue
        elif _is_record_name(parts):
            records.append(name)
        else:
            reading.findings.append(_stray(name, parts))
    vocabularies = Vocabularies(reading.vocabulary, frozenset(reading.whole), reading.vocabulary_digest.hexdigest())
    recall = recall or Recall()
    recall.judge_by(vocabularies.digest)
    judge = check(vocabularies) if check else None
    for file in _read_records(root, records, recall, judge, jobs):
        _take(file, reading, recall)
    return Repository(
        villages=tuple(reading.villages),
        makers=tuple(reading.makers),
        products=tuple(reading.products),
        vocabularies=vocabularies,
        files=frozenset(reading.files),
        record_files=tuple(records),
        findings=tuple(reading.findings),
        built=reading.built,
        judged=tuple(reading.judged) if judge else None,
    )


def _files(root: Path, folder: str, findings: list[Diagnostic]) -> Iterator[str]:
    """Yield every file below a folder, names sorted within each folder; links are reported, never followed."""
    with os.scandir(f"{root}/{folder}") as found:
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


def _is_record_name(parts: list[str]) -> bool:
    """Tell whether `<province>/<home>/<name>.yml` names a record; `Village.yml` is a slip, not a product."""
    name = parts[-1]
    return len(parts) == 3 and name.endswith(".yml") and (name in HOME_FILES or name.lower() not in HOME_FILES)


def _stray(name: str, parts: list[str]) -> Diagnostic:
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
    raw, findings = read_bytes(f"{root}/{name}", name, VOCABULARY)
    reading.findings += findings
    if raw is None:
        return
    reading.vocabulary_digest.update(f"{stem} {len(raw)}\n".encode() + raw)
    document, findings = read_document(raw, name, VOCABULARY)
    if document is not None:
        words, more = validate_list(document, kind)
        findings += more
        reading.vocabulary[stem] = tuple(
            VocabularyEntry(word, document, position) for position, word in enumerate(words or ())
        )
    reading.findings += findings
    if not has_errors(findings):
        reading.whole.add(stem)


@dataclass(slots=True)
class _File:
    """The file of a record, and what is known of it."""

    name: str
    kind: type[Village] | type[Maker] | type[Product]
    raw: bytes = b""
    digest: str = ""
    kept: Kept | None = None
    """`None`: nothing is known yet, or there is no record in it."""
    findings: list[Diagnostic] = field(default_factory=list)
    """Why there is no record in it."""
    document: Document | None = None
    value: Record | None = None
    """Both only while it is being read."""

    def is_new(self, judge: Judge | None) -> bool:
        """Tell whether something of it is still to be found out."""
        return not self.findings if self.kept is None else judge is not None and self.kept.judged is None

    def read(self) -> None:
        if self.kept is None:
            self.document, self.findings = read_document(self.raw, self.name)

    def validate(self) -> None:
        if self.document is not None:
            self.value, findings = validate(self.document, self.kind)
            self.findings += findings

    def keep(self) -> None:
        if self.document is not None and self.value is not None:
            self.kept = _kept(self.digest, self.document, self.value, self.findings)
            self.findings = []

    def judge(self, judge: Judge | None) -> None:
        if self.kept is None or judge is None:
            return
        built: list[Any] = []
        entry = self.entry(self.kept, built)
        if self.document is not None and self.value is not None:
            entry.has(self.value, self.document)
        self.kept = self.kept._replace(judged=list(judge(entry)))
        built.clear()  # or it would hold the entry that holds it

    def entry(self, kept: Kept, built: list[Any]) -> Entry[Record]:
        """Return the record, of which so much is known."""
        return Entry(self.kind, self.name, self.raw, kept, built)


@dataclass(frozen=True, slots=True)
class _Task:
    """Files that one worker reads."""

    files: list[_File]

    def __str__(self) -> str:
        """Name the task."""
        more = len(self.files) - 1
        return f"{self.files[0].name} … (+{more})" if more else self.files[0].name

    def do(self, judge: Judge | None) -> list[tuple[Kept | None, list[Diagnostic]]]:
        """Return what is kept of each record, or why there is none.

        Each step is taken for all files before the next: its code and tables stay at hand in the processor, which
        saves a sixth of the time.
        """
        for file in self.files:
            file.read()
        for file in self.files:
            file.validate()
        for file in self.files:
            file.keep()
        for file in self.files:
            file.judge(judge)
            file.document = file.value = None
        return [(file.kept and file.kept._replace(blob=bytes(file.kept.blob)), file.findings) for file in self.files]


def _read_records(root: Path, names: Iterable[str], recall: Recall, judge: Judge | None, jobs: int) -> list[_File]:
    """Read the files of records; those that are not recalled are shared out if they are many."""
    files = [_found(root, name, recall) for name in names]
    new = [file for file in files if file.is_new(judge)]
    tasks = [_Task(new[start : start + AT_ONCE]) for start in range(0, len(new), AT_ONCE)]
    for task, learned in spread(tasks, lambda task: task.do(judge), jobs=jobs if len(new) >= MANY else 1):
        for file, (kept, findings) in zip(task.files, learned, strict=True):
            file.kept, file.findings = kept, findings
    return files


def _take(file: _File, reading: _Reading, recall: Recall) -> None:
    """Put a file that was read where it belongs."""
    kept = file.kept
    if kept is None:
        reading.findings += file.findings
        return
    recall.put(file.name, kept)
    reading.findings += kept.read
    reading.judged += kept.judged or ()
    kind = file.kind
    entries: list[Any] = (
        reading.products if kind is Product else reading.villages if kind is Village else reading.makers
    )
    entries.append(file.entry(kept, reading.built))


def _found(root: Path, name: str, recall: Recall) -> _File:
    kind = HOME_FILES.get(name.rpartition("/")[2], Product)
    raw, findings = read_bytes(f"{root}/{name}", name)
    if raw is None:
        return _File(name, kind, findings=findings)
    digest = hashlib.sha256(raw).hexdigest()
    return _File(name, kind, raw, digest, recall.get(name, digest))


_PASSED = re.compile(rb'"(?:year|round|date|checked|consent)":"?([0-9]{3,4}(?:-[0-9]{2}){0,2})')
"""A date or a year of something that has happened, in compact JSON; inside a text its quotes would be escaped."""
_FULL_DAY = len("2026-11-23")


def _kept(digest: str, document: Document, value: Record, findings: list[Diagnostic]) -> Kept:
    """Return what is kept of a record that was read and found good."""
    blob = compact(document.data)
    passed = [day.decode() for day in _PASSED.findall(blob)]
    brief = Brief(
        order=sort_key(value.name.vi),
        province=cast(Village | Maker | Product, value).place.since_2025.province,
        crafts=list(value.crafts) if isinstance(value, Village) else [],
        village=None if isinstance(value, Village) else cast(Maker | Product, value).village,
        maker=None,
        groups=[],
        rewards=[],
        photos=[photo.file for photo in value.photos],
        mentions=isinstance(value, Village) and any(mention.maker for mention in value.makers),
        maker_unknown=False,
        newest=max((day for day in passed if len(day) == _FULL_DAY), default=None),
        latest=max(passed, default=""),
    )
    if isinstance(value, Product):
        brief = brief._replace(
            crafts=[value.craft] if value.craft else [],
            maker=value.maker,
            groups=[group for group in (value.group, value.ocop_group) if group is not None],
            rewards=[
                [position, award.year, award.programme, award.level]
                for position, award in enumerate(value.awards)
                if award.year is not None and award.status in ("awarded", "selected")
            ],
            maker_unknown=value.maker_unknown,
        )
    return Kept(digest, document.start, blob, list(brief), findings, None)
