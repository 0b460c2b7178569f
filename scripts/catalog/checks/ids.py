"""Ids: file and folder names become addresses, so each is a slug, free, and taken only once, for ever."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from catalog.addresses import RESERVED_IDS
from catalog.checks.known import Known
from catalog.diagnostics import Diagnostic, Location
from catalog.messages import Term
from catalog.repository import HOME_FILES
from catalog.text import slug

_LONGEST = 80
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FOLDER = Term("thư mục", "folder")
_FILE = Term("tệp", "file")


def check_ids(known: Known) -> Iterator[Diagnostic]:
    """Yield ids that cannot be addresses, ids taken twice, files that differ only in capitals or composition."""
    products: dict[str, list[tuple[str, str]]] = defaultdict(list)
    homes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for file in known.repository.record_files:
        *_, home, name = file.split("/")
        is_home = name in HOME_FILES
        id_ = home if is_home else name.removesuffix(".yml")
        proper = _comparable(id_)
        yield from _check_id(file, id_, proper, _FOLDER if is_home else _FILE)
        (homes if is_home else products)[proper].append((id_, file))
    yield from _check_taken(products)
    yield from _check_taken(homes)
    yield from _check_twins(known)


def _check_id(file: str, id_: str, proper: str, what: Term) -> Iterator[Diagnostic]:
    if proper != id_ or len(id_) > _LONGEST:
        suggestion = proper if what is _FOLDER else f"{proper}.yml"
        yield Diagnostic(
            code="id-not-slug",
            at=Location(file),
            facts={"what": what, "id": id_},
            suggestion=suggestion if proper else None,
        )
    elif id_ in RESERVED_IDS:
        yield Diagnostic(code="id-reserved", at=Location(file), facts={"what": what, "id": id_})


def _check_taken(taken: dict[str, list[tuple[str, str]]]) -> Iterator[Diagnostic]:
    for entries in taken.values():
        for id_, file in entries if len(entries) > 1 else ():
            other = next(other for _, other in entries if other != file)
            if PurePosixPath(file).parent == PurePosixPath(other).parent and PurePosixPath(file).name in HOME_FILES:
                if file.endswith("maker.yml"):
                    yield Diagnostic(code="two-homes", at=Location(file), facts={"id": id_})
                continue
            province = PurePosixPath(file).parent.parent.name
            yield Diagnostic(
                code="id-taken",
                at=Location(file),
                facts={"id": id_, "other": other, "example": f"{_comparable(id_)}-{province}"},
            )


def _check_twins(known: Known) -> Iterator[Diagnostic]:
    """Yield files that are one file on Windows and macOS; records are `id-taken` already."""
    seen: dict[str, str] = {}
    records = set(known.repository.record_files)
    for file in sorted(known.repository.files - records):
        other = seen.setdefault(unicodedata.normalize("NFC", file).casefold(), file)
        if other != file:
            yield Diagnostic(code="file-twins", at=Location(file), facts={"other": PurePosixPath(other).name})


def _comparable(id_: str) -> str:
    if _SLUG.fullmatch(id_):  # nearly always: then it is its own slug
        return id_
    try:
        return slug(id_)
    except ValueError:  # no letter of ours in it
        return ""
