"""Bytes in; plain data that know their line and column out. The only module that parses YAML.

Records are written by strangers, so the text is judged before it is parsed (encoding, characters), and YAML is read
event by event: no object is ever built by the YAML library, and nothing but fields, lists and values gets through.
What a field may hold is not decided here (see `model` and `validate`).

Typing is text first: only `true`, `false`, `null`, plain integers and plain decimals are not text. `no`, `0123`,
`12:30` and `+84905123456` stay as typed.

Source: YAML 1.1 as PyYAML and libyaml read it; the Unicode Character Database of the Python that runs this.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any, NamedTuple, NoReturn

import yaml

from catalog.diagnostics import Diagnostic, Fact, Location, has_errors, in_reading_order
from catalog.messages import CHARACTER_KINDS, FILE_KINDS, NOT_TEXT

Path = tuple[str | int, ...]
"""The way to a value: field names and positions in lists (from 0); `()` is the whole file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one file may hold."""

    bytes: int = 100_000
    """Size of the file."""
    depth: int = 8
    """Fields and lists inside one another."""
    values: int = 10_000
    """Fields, lists and values altogether."""
    items: int = 1_000
    """Items of one list."""


RECORD = Limits()
"""A village, a maker or a product."""
VOCABULARY = Limits(bytes=1_000_000, values=100_000, items=10_000)
"""A file of `products/vocabulary/`, which maintainers keep."""


class _Branch(NamedTuple):
    """Where the parts of a list or of a group of fields stand; all numbers are characters from the start."""

    start: int
    names: dict[str, int]
    parts: dict[str | int, _Spot]


_Spot = int | _Branch
"""Where a value stands: a single number for a plain value."""


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one file, and where each value stands."""

    file: str
    """How the file is named in messages: relative to the project, with `/`."""
    text: str
    """The whole text, without byte order mark, lines ended by `\\n`."""
    data: Any
    """dict, list, str, int, float, bool or None, nested; names of fields are always str."""
    start: int = 0
    """Where the data begin, in characters from the start of the text."""

    def at(self, path: Path = ()) -> Location:
        """Tell where a value stands; if there is none, where the nearest thing around it stands."""
        return _location(self.file, self.text, self._index(path))

    def key_at(self, path: Path) -> Location:
        """Tell where the name of a field stands; an item of a list has none, so there it is the item's place."""
        return _location(self.file, self.text, self._index(path, name=True))

    def written(self, path: Path) -> str:
        """Return a one-word value as the author typed it: `4.50` where `data` has 4.5."""
        found = re.compile(r"[^\s,\[\]{}]*").match(self.text, self._index(path))
        return found[0] if found else ""

    def diagnose(
        self, code: str, path: Path = (), *, key: bool = False, suggestion: str | None = None, **facts: Fact
    ) -> Diagnostic:
        """Return a finding about a value, or about the name of a field (`key`), with the line it stands on."""
        return _finding(self.file, self.text, code, self._index(path, name=key), suggestion, facts)

    def _index(self, path: Path, *, name: bool = False) -> int:
        if not path:
            return self.start
        spot, index = _spots_of(self.text), self.start
        for step, part in enumerate(path):
            if isinstance(spot, int) or part not in spot.parts:
                return index
            around, spot = spot, spot.parts[part]
            index = spot if isinstance(spot, int) else spot.start
            if isinstance(part, str) and (name and step == len(path) - 1):
                return around.names[part]
        return index


def read_document(
    raw: bytes, shown_as: str, limits: Limits = RECORD, *, libyaml: bool = yaml.__with_libyaml__
) -> tuple[Document | None, list[Diagnostic]]:
    """Read one YAML file. There is a document exactly when no finding is an error.

    Never raises for what the bytes hold; a file whose characters are refused is not parsed at all. `libyaml` asks for
    the fast parser, with which not every PyYAML is built; the answer is the same.
    """
    if len(raw) > limits.bytes:
        return None, [_too_large(shown_as, len(raw), limits)]
    text, finding = _decoded(raw, shown_as)
    if finding:
        return None, [finding]
    findings = list(_refused_text(shown_as, text))[:_ENOUGH]
    if findings:
        return None, findings
    return _built(shown_as, text, limits, libyaml=libyaml)


def read_file(path: FilePath, shown_as: str, limits: Limits = RECORD) -> tuple[Document | None, list[Diagnostic]]:
    """Read one YAML file from disk, as `read_bytes` and `read_document` do."""
    raw, findings = read_bytes(path, shown_as, limits)
    return (None, findings) if raw is None else read_document(raw, shown_as, limits)


def read_bytes(path: FilePath | str, shown_as: str, limits: Limits = RECORD) -> tuple[bytes | None, list[Diagnostic]]:
    """Read one file from disk: regular files only, never through a link, never more than the limit."""
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            kind = "link" if stat.S_ISLNK(status.st_mode) else "folder" if stat.S_ISDIR(status.st_mode) else "special"
            return None, [Diagnostic(code="not-a-file", at=Location(shown_as), facts={"kind": FILE_KINDS[kind]})]
        if status.st_size > limits.bytes:
            return None, [_too_large(shown_as, status.st_size, limits)]
        descriptor = os.open(path, _DIRECTLY)
        try:
            return _read_all(descriptor, status.st_size, limits.bytes + 1), []
        finally:
            os.close(descriptor)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, [Diagnostic(code="cannot-open", at=Location(shown_as), facts={"reason": reason})]


def document_of(file: str, raw: bytes, data: Any, start: int) -> Document:
    """Return the document of bytes that were read before and found good, whose data and start are known."""
    return Document(file, _decoded(raw, file)[0], data, start)


_DIRECTLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without following a link or waiting at a pipe, even if the file was swapped a moment ago; Windows has neither."""


def _read_all(descriptor: int, size: int, most: int) -> bytes:
    """Read at most so many bytes; plain `os` calls, because this is done for every record of the catalog.

    What is exactly as large as it was a moment ago has been read whole: a regular file gives less than was asked for
    only at its end. What grows or shrinks meanwhile is read on.
    """
    raw = os.read(descriptor, size + 1)
    while len(raw) != size and 0 < len(raw) < most and (more := os.read(descriptor, most - len(raw))):
        raw += more
    return raw


# --- places ---


@lru_cache(maxsize=16)
def _spots_of(text: str) -> _Spot:
    """Find the places of a text that was read before: few files ever need them, so no file keeps them."""
    next_event = _events(text, libyaml=yaml.__with_libyaml__)
    next_event()  # the start of the stream
    next_event()  # the start of the document
    return _spot(next_event(), next_event)


def _spot(event: Any, next_event: Callable[[], Any]) -> _Spot:
    start: int = event.start_mark.index
    if type(event) is yaml.ScalarEvent:
        return start
    branch = _Branch(start, {}, {})
    if type(event) is yaml.MappingStartEvent:
        while type(key := next_event()) is not yaml.MappingEndEvent:
            branch.names[key.value] = key.start_mark.index
            branch.parts[key.value] = _spot(next_event(), next_event)
    else:
        while type(item := next_event()) is not yaml.SequenceEndEvent:
            branch.parts[len(branch.parts)] = _spot(item, next_event)
    return branch


def _location(file: str, text: str, index: int) -> Location:
    return Location(file, text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)


def _line_around(text: str, index: int) -> str:
    end = text.find("\n", index)
    return text[text.rfind("\n", 0, index) + 1 : end if end >= 0 else len(text)]


def _finding(
    file: str, text: str, code: str, index: int, suggestion: str | None = None, facts: dict[str, Fact] | None = None
) -> Diagnostic:
    return Diagnostic(
        code=code,
        at=_location(file, text, index),
        facts=facts or {},
        excerpt=_line_around(text, index),
        suggestion=suggestion,
    )


def _too_large(shown_as: str, size: int, limits: Limits) -> Diagnostic:
    facts: dict[str, Fact] = {"size": -(-size // 1000), "limit": limits.bytes // 1000}
    return Diagnostic(code="file-too-large", at=Location(shown_as), facts=facts)


# --- encoding ---

_BYTE_ORDER_MARKS = [  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\xfe\xff", "UTF-16"),
    (b"\xff\xfe", "UTF-16"),
]


def _decoded(raw: bytes, shown_as: str) -> tuple[str, Diagnostic | None]:
    """Decode strict UTF-8; the byte order mark of Windows is dropped, CRLF becomes LF."""
    encoding: Fact | None
    try:
        text = raw.removeprefix(BOM_UTF8).decode().replace("\r\n", "\n")
        encoding = _guessed(raw) if "\0" in text else None
        if encoding is None:
            return text, None
        at, excerpt = Location(shown_as), None
    except UnicodeDecodeError as error:
        encoding = _guessed(raw) or (NOT_TEXT if re.search(rb"[\x00-\x08\x0e-\x1f]", raw) else "Windows-1258")
        before = raw[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n")
        at = _location(shown_as, before, len(before))
        excerpt = before[before.rfind("\n") + 1 :] + raw[error.start :].split(b"\n")[0].decode("ascii", "replace")
        if encoding != "Windows-1258":
            at, excerpt = Location(shown_as), None
    return "", Diagnostic(code="not-utf-8", at=at, excerpt=excerpt, facts={"encoding": encoding})


def _guessed(raw: bytes) -> str | None:
    """Name the Unicode encoding that is not UTF-8: by its mark, or by the zeros beside Latin letters."""
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return name
    zeros = raw[:400].count(0)
    return None if zeros * 4 < len(raw[:400]) else "UTF-32" if zeros * 2 > len(raw[:400]) * 1.2 else "UTF-16"


# --- characters ---

_ENOUGH = 20
"""Findings of one file; more would bury the first."""
_UNUSUAL = re.compile("[^\n -~¡-¬®-ÏÑ-ïñ-ƈƊ-ɕɗ-ʯẠ-ỹ–—‘’“”…]")
"""Everything but the letters and marks of ordinary Vietnamese and European text; looked at one by one."""
_LINE_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What some programs take for the end of a line and an editor does not show."""
_BLANKS = re.compile(
    "[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Letters and marks that show nothing."""
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES_IN_TEXT = "\xa0\u2009\u202f"
"""No-break and thin spaces are good typography inside a text: 10 kg."""
_STROKED_D = "ÐƉðɖ"
"""Eth and African D look like Đ but do not sort, search or fold like it."""
_LOOKALIKE = re.compile("[АВЕКМНОРСТУХЅІЈаеорсухѕіјԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ]")
"""Cyrillic and Greek letters drawn like Latin ones (confusables of UTS #39)."""
_LATIN = re.compile("[A-Za-zÀ-ɏẠ-ỹ]")
_HEAP = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3,}")
"""Marks piled on one letter; no orthography written here needs three."""
_KHMER = re.compile("[\u1780-\u17ff]")
_SPACE_THAT_INDENTS = re.compile(r"^([ \-]*|[ \-]*[a-z][a-z0-9_]*:)([\u00a0\u2009\u202f])", re.MULTILINE)


def _refused_text(file: str, text: str) -> list[Diagnostic]:
    """Judge the text before it is parsed; what passes holds nothing that a reader of it cannot see."""
    if text.startswith("version https://git-lfs"):
        return [_finding(file, text, "git-lfs", 0)]
    if "<<<<<<<" in text or ">>>>>>>" in text:
        marker = re.search(r"^(?:<{7}|>{7})(?=\s|$)", text, re.MULTILINE)
        if marker:
            return [_finding(file, text, "conflict", marker.start())]
    refused = sorted(_refused(text), key=lambda found: found[0])
    return [_finding(file, text, code, index, facts=facts) for index, code, facts in refused]


def _refused(text: str) -> list[tuple[int, str, dict[str, Fact]]]:
    """Return place, code and facts of each character or word that may not stand in a record."""
    found: list[tuple[int, str, dict[str, Fact]]] = []
    if not unicodedata.is_normalized("NFC", text):
        found += _not_composed(text)
    if not _UNUSUAL.search(text):
        return found
    for match in _UNUSUAL.finditer(text):
        c, index = match[0], match.start()
        if reason := _reason(text, index):
            code, kind = reason
            facts: dict[str, Fact] = {"character": f"U+{ord(c):04X}"}
            if code == "hidden-character":
                facts["kind"] = CHARACTER_KINDS[kind]
            elif code == "lookalike-letter":
                facts = {"letter": c, "word": _shortened(_word_around(text, index)), "character": f"U+{ord(c):04X}"}
            found.append((index, code, facts))
            if len(found) >= _ENOUGH:
                return found
    if heap := _HEAP.search(text):
        found.append((heap.start(), "piled-marks", {}))
    return found + [
        (match.start(2), "odd-space", {"character": f"U+{ord(match[2]):04X}"})
        for match in _SPACE_THAT_INDENTS.finditer(text)
    ]


def _not_composed(text: str) -> list[tuple[int, str, dict[str, Fact]]]:
    """Find the first word whose letters and marks are stored apart, and how many words are like it."""
    words = [m for m in re.finditer(r"\S+", text) if not unicodedata.is_normalized("NFC", m[0])]
    if not words:  # a mark that follows a space
        return []
    first = words[0]
    composed = unicodedata.normalize("NFC", first[0])
    return [
        (
            first.start(),
            "not-composed",
            {
                "word": _shortened(first[0]),
                "composed": _shortened(composed),
                "more": len(words) - 1,
                "was": len(first[0]),
                "now": len(composed),
            },
        )
    ]


def _reason(text: str, index: int) -> tuple[str, str] | None:
    """Tell why an unusual character is refused: a code of `messages` and a kind; `None`: it is welcome."""
    c = text[index]
    category = unicodedata.category(c)
    if c == "\t":
        return "tab", ""
    if c in _LINE_BREAKS:
        return "hidden-line-break", ""
    if c in _STROKED_D:
        return "lookalike-letter", ""
    if category in ("Ll", "Lu"):
        mixed = _LOOKALIKE.match(c) and _LATIN.search(_word_around(text, index))
        return ("lookalike-letter", "") if mixed else None
    if category == "Zs":
        return None if c in _SPACES_IN_TEXT else ("odd-space", "")
    if category == "Cc":
        return "hidden-character", "control"
    if _BIDI.match(c):
        return "hidden-character", "direction"
    if category in ("Cf", "Mn", "Lo", "So") and (category == "Cf" or _BLANKS.match(c)):
        return None if _joins(text, index) else ("hidden-character", "invisible")
    return ("hidden-character", "unassigned") if category in ("Cn", "Co", "Cs") else None


def _joins(text: str, index: int) -> bool:
    """Tell whether an invisible sign does its proper work: inside Khmer words, or inside one emoji."""
    c, before, after = text[index], text[index - 1 : index], text[index + 1 : index + 2]
    if c in "\u200b\u200c\u200d" and _KHMER.match(before) and _KHMER.match(after):
        return True
    if c == "\u200d":
        return _is_pictorial(before) and _is_pictorial(after)
    return c == "\ufe0f" and _is_pictorial(before)


def _is_pictorial(c: str) -> bool:
    return c != "" and (unicodedata.category(c) in ("So", "Sk") or c in "\ufe0f#*0123456789‼⁉↔")


def _word_around(text: str, index: int) -> str:
    for match in re.compile(r"\w+").finditer(text, max(0, text.rfind("\n", 0, index) + 1, index - 60)):
        if match.end() > index:
            return match[0]
    return text[index]


def _shortened(text: str, length: int = 60) -> str:
    """Return the beginning of a text, in one line, for use inside a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


# --- structure ---

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_named = lru_cache(1024)(_NAME.fullmatch)
"""Whether a text is a name; the same few hundred come again in every record."""
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
"""At most 15 digits, so that no digit is lost; a longer number stays text."""
_BLOCK_START = re.compile(r"[|>][-+0-9]{0,2} *(?: #.*)?$", re.MULTILINE)
"""The first line of a text that goes on in the lines below."""
_COMMENT = re.compile(" *#")
_UNSPACED = re.compile(
    r"^[ \-]*(?!(?:https?|mailto|tel|doi|urn|isbn|issn|sms|zalo):)([a-z][a-z0-9_]*):(?=[^\s/\d])", re.MULTILINE
)
"""A line like `name:Hương`, where the space after the colon is missing."""
_MAY_LACK_SPACE = re.compile(r":[^\s/\d]")
"""Stands in every such line, and is found in a tenth of the time."""
_BAD_ESCAPE = re.compile(r"\\(?:u[dD][89a-fA-F][0-9a-fA-F]{2}|U(?!000[0-9a-fA-F]|0010)[0-9a-fA-F]{8})")
"""Half a surrogate pair, or a number beyond Unicode; the two parsers disagree about them."""
_Scalar, _Alias = yaml.ScalarEvent, yaml.AliasEvent
_Fields, _FieldsEnd, _ItemsEnd = yaml.MappingStartEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent


class _Enough(Exception):
    """There is nothing to gain from reading on; the findings are in the builder."""

    disputed = False
    """Whether the parsers may disagree about what stands here."""


def _events(text: str, *, libyaml: bool) -> Callable[[], Any]:
    """Return a function that yields the next YAML event at each call."""
    get_event: Callable[[], Any] = (yaml._yaml.CParser if libyaml else yaml.BaseLoader)(text).get_event
    return get_event


def _built(file: str, text: str, limits: Limits, *, libyaml: bool) -> tuple[Document | None, list[Diagnostic]]:
    """Build the document with libyaml's parser where PyYAML has it; what stops that one, the other one explains.

    So both builds of PyYAML say the same about the same file, and good files are read at the speed of C.
    """
    builder = _Builder(file, text, limits)
    data: Any = None
    start = 0
    try:
        data, start = builder.document(_events(text, libyaml=libyaml))
    except _Enough as found:
        if found.disputed and libyaml:
            return _built(file, text, limits, libyaml=False)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        if libyaml:
            return _built(file, text, limits, libyaml=False)
        if all(finding.code != "missing-space" for finding in builder.findings):  # else that one is the cause
            builder.findings.append(_unreadable(file, text, error))
    findings = in_reading_order(builder.findings)
    return (None if has_errors(findings) else Document(file, text, data, start)), findings


class _Builder:
    """Turns events into data, refusing on the way whatever is not a field, a list or a value.

    Runs for every value of the catalog: places are asked of an event only when there is something to say of it.
    """

    def __init__(self, file: str, text: str, limits: Limits) -> None:
        self.findings: list[Diagnostic] = []
        self._file, self._text, self._limits = file, text, limits
        self._values = 0
        self._may_slip = " #" in text or "“" in text or _MAY_LACK_SPACE.search(text) is not None
        """Whether any text may have one of the slips that YAML accepts; almost never."""

    def document(self, events: Callable[[], Any]) -> tuple[Any, int]:
        """Read the only document of the file; return its data and where they begin."""
        self._next = events
        if "%" in self._text and (directive := re.search("^%", self._text, re.MULTILINE)):
            self._stop("special-start", directive.start(), _quoted_rest(self._text, directive.start()), sign="%")
        events()  # the start of the stream
        if type(events()) is yaml.StreamEndEvent:
            self._stop("empty-file", 0)
        first = events()
        data = self._value(first, 1, None)
        if data is None and not self.findings:
            self._stop("empty-file", first.start_mark.index)
        events()  # the end of the document
        further = events()
        if type(further) is not yaml.StreamEndEvent:
            self._stop("several-documents", further.start_mark.index)
        return data, first.start_mark.index

    def _value(self, event: Any, depth: int, bracket: int | None) -> Any:
        """Read one value; `bracket` is where the innermost [ or { around it stands."""
        kind = type(event)
        self._values += 1
        if self._values > self._limits.values:
            self._stop("too-many-values", event.start_mark.index, limit=self._limits.values)
        if kind is _Alias:
            start = event.start_mark.index
            self._stop("alias", start, _quoted_rest(self._text, start), word=_shortened(event.anchor))
        if event.anchor is not None or event.tag is not None:
            self._refuse_property(event)
        if kind is _Scalar:
            if bracket is not None:
                self._look_inside_brackets(event, bracket)
            return self._scalar(event)
        if depth > self._limits.depth:
            self._stop("too-deep", event.start_mark.index, limit=self._limits.depth)
        if event.flow_style:
            start = event.start_mark.index
            if self._text[start] not in "[{":  # [a: b], a pair without brackets of its own
                self._stop_at_bracket(start if bracket is None else bracket)
            bracket = start
        return (self._fields if kind is _Fields else self._items)(depth + 1, bracket)

    def _fields(self, depth: int, bracket: int | None) -> dict[str, Any]:
        data: dict[str, Any] = {}
        keys: dict[str, Any] = {}
        next_event = self._next
        while type(key := next_event()) is not _FieldsEnd:
            if self._is_name(key, keys, depth, bracket):
                keys[key.value] = key
                data[key.value] = self._value(next_event(), depth, bracket)
            else:
                self._value(next_event(), depth, bracket)
        return data

    def _items(self, depth: int, bracket: int | None) -> list[Any]:
        data: list[Any] = []
        next_event = self._next
        while type(event := next_event()) is not _ItemsEnd:
            if len(data) >= self._limits.items:
                self._stop("list-too-long", event.start_mark.index, limit=self._limits.items)
            data.append(self._value(event, depth, bracket))
        return data

    def _is_name(self, key: Any, before: dict[str, Any], depth: int, bracket: int | None) -> bool:
        """Tell whether a field may be called so; if not, that has been reported."""
        if type(key) is not _Scalar:
            if type(key) is not _Alias:
                start = key.start_mark.index
                self._report("field-name", start, name=_shortened(_line_around(self._text, start)[:80]))
            self._value(key, depth, bracket)
            return False
        if bracket is not None:
            self._look_inside_brackets(key, bracket)
        name: str = key.value
        if key.anchor is not None or key.tag is not None:
            self._refuse_property(key)
        if _named(name) and name not in before:
            return True
        self._refuse_name(key, before)
        return False

    def _refuse_name(self, key: Any, before: dict[str, Any]) -> None:
        start: int = key.start_mark.index
        name: str = key.value
        if name == "<<":
            self._report("merge", start)
        elif name in before:
            first = _location(self._file, self._text, before[name].start_mark.index).line
            self._report("duplicate-field", start, name=name, first=first)
        else:
            self._report("field-name", start, self._better_name(key), name=_shortened(name))

    def _better_name(self, key: Any) -> str | None:
        """Return what was probably meant by a name that is none: a tidier name, or a sentence with a colon."""
        tidy = re.sub(r"[ -]+", "_", key.value.strip().lower())
        if _NAME.fullmatch(tidy):
            return tidy
        line = _line_around(self._text, key.start_mark.index)
        before = line[: _location(self._file, self._text, key.start_mark.index).column - 1]
        is_item = re.fullmatch(r"[ \-]*- +", before) is not None
        return _quoted_rest(self._text, key.start_mark.index) if is_item and not key.style else None

    def _scalar(self, event: Any) -> Any:
        value: str = event.value
        if not event.style:  # not quoted: '' from the fast parser, None from the other
            if value in _CONSTANTS:
                return _CONSTANTS[value]
            if value[0] in "-0123456789" and (number := _NUMBER.fullmatch(value)):
                return float(value) if number[1] else int(value)
            if self._may_slip:
                self._look_at_plain_text(event)
        elif event.style == '"':
            self._look_at_escapes(event)
        elif event.style in "|>" and not _BLOCK_START.match(self._text, event.start_mark.index):
            start = event.start_mark.index
            self._stop("special-start", start, _quoted_rest(self._text, start), sign=event.style)
        return value

    def _look_inside_brackets(self, event: Any, bracket: int) -> None:
        """Refuse inside [ ] and { } what YAML parsers disagree about: question marks and missing values."""
        start, end = event.start_mark.index, event.end_mark.index
        if not event.style and (start == end or "?" in self._text[start - 1 : end]):
            self._stop_at_bracket(bracket)

    def _stop_at_bracket(self, bracket: int) -> NoReturn:
        self._report("open-bracket", bracket, _unbracketed(self._text, bracket), bracket=self._text[bracket])
        stop = _Enough()
        stop.disputed = True
        raise stop

    def _look_at_plain_text(self, event: Any) -> None:
        """Find the slips that YAML accepts without a word and that lose or change a text."""
        start, end = event.start_mark.index, event.end_mark.index
        if _COMMENT.match(self._text, end):
            self._report("comment-after-text", end, value=_shortened(event.value))
        if event.value[0] == "“" and event.value[-1] == "”" and event.value.count("“") == 1:
            self._report("curly-quotes", start, _quoted(event.value[1:-1]))
        line_start = self._text.rfind("\n", 0, start) + 1
        for line in _UNSPACED.finditer(self._text, line_start, end):
            if line.start(1) >= start:
                self._report("missing-space", line.end(), _spaced(self._text, line), name=line[1])

    def _look_at_escapes(self, event: Any) -> None:
        """Refuse in `"\\u202e"` what would be refused if it stood there itself."""
        start, end = event.start_mark.index, event.end_mark.index
        if "\\" not in self._text[start:end]:
            return
        if bad := _BAD_ESCAPE.search(self._text, start, end):
            self._stop("backslash", bad.start(), sign=bad[0])
        for _, code, facts in _refused(event.value)[:1]:
            self._report(code, start, None, **facts)

    def _refuse_property(self, event: Any) -> NoReturn:
        start: int = event.start_mark.index
        if event.anchor is not None:
            self._stop("anchor", start, _quoted_rest(self._text, start), word=_shortened(event.anchor))
        self._stop("tag", start, _quoted_rest(self._text, start))

    def _report(self, code: str, index: int, suggestion: str | None = None, **facts: Fact) -> None:
        finding = _finding(self._file, self._text, code, index, suggestion, facts)
        if len(self.findings) < _ENOUGH:
            self.findings.append(finding)
        elif finding.severity == "error":  # warnings alone never keep a file from being read
            self.findings[-1] = finding
            raise _Enough

    def _stop(self, code: str, index: int, suggestion: str | None = None, **facts: Fact) -> NoReturn:
        self._report(code, index, suggestion, **facts)
        raise _Enough


# --- syntax ---


def _unreadable(file: str, text: str, error: Exception) -> Diagnostic:
    """Say in our words what stopped the parser."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        bad = _BAD_ESCAPE.search(text)
        code, index = ("backslash", bad.start()) if bad else ("not-understood", 0)
        return _finding(file, text, code, index, facts={"sign": bad[0]} if bad else {})
    code, index, suggestion, facts = _slip(text, error)
    return _finding(file, text, code, min(index, len(text)), suggestion, facts)


def _slip(text: str, error: Any) -> tuple[str, int, str | None, dict[str, Fact]]:
    """Recognise the slip behind a syntax error: its code, place, what to write instead, facts."""
    context, problem = error.context or "", error.problem or ""
    index: int = error.problem_mark.index
    began: int = error.context_mark.index if error.context_mark else index
    line_start = text.rfind("\n", 0, index) + 1
    before = text[line_start:index]
    if "that cannot start any token" in problem:
        began = index
    if "tag" in context:
        return "tag", began, _quoted_rest(text, began), {}
    if "cannot start any token" in problem or re.search("scanning an? (alias|anchor|directive|block)", context):
        return "special-start", began, _quoted_rest(text, began), {"sign": text[began : began + 1]}
    if "double-quoted" in context:
        return "backslash", max(index - 1, 0), None, {"sign": text[max(index - 1, 0) : index + 1]}
    if "quoted scalar" in context:
        return "unclosed-quote", began, None, {"quote": text[began : began + 1]}
    if "flow" in context:
        return "open-bracket", began, _unbracketed(text, began), {"bracket": text[began : began + 1]}
    if problem.startswith("mapping values") and not re.fullmatch(r"[ \-]*\w*", before):
        value = re.match(r"[ \-]*(?:[a-z][a-z0-9_]*: +)?", before)
        at = line_start + (value.end() if value else 0)
        return "colon-in-text", at, _quoted_rest(text, at), {}
    line_index = text.rfind("\n", 0, began) + 1 if "simple key" in context else line_start
    if unspaced := _UNSPACED.match(text, line_index):
        return "missing-space", unspaced.end(), _spaced(text, unspaced), {"name": unspaced[1]}
    if "simple key" in context:
        return "missing-colon", began, None, {"line": _shortened(_line_around(text, began))}
    if quote := re.match(r"""[ \-]*(?:[a-z][a-z0-9_]*: +)?(?=(["']))""", before):
        at = line_start + quote.end()
        return "quote-in-text", at, _quoted_rest(text, at), {"quote": quote[1]}
    if bracket := re.match(r"[ \-]*(?:[a-z][a-z0-9_]*: +)?(?=([\[{]))", before):
        at = line_start + bracket.end()
        return "open-bracket", at, _quoted_rest(text, at), {"bracket": bracket[1]}
    if text.startswith("-", index) and before.strip():
        return "special-start", index, _quoted_rest(text, index), {"sign": "-"}
    if not before.strip(" -"):
        return "indentation", index, None, {}
    if problem.startswith("mapping values"):
        return "indentation", line_start + len(before) - len(before.lstrip(" -")), None, {}
    return "not-understood", index, None, {}


def _quoted_rest(text: str, index: int) -> str | None:
    """Return the rest of the line in quotes, as a text should be written that YAML would misread."""
    end = text.find("\n", index)
    rest = text[index : end if end >= 0 else len(text)].strip()
    if len(rest) > 1 and rest[0] == rest[-1] and rest[0] in "\"'":
        rest = rest[1:-1]
    return _quoted(rest) if 0 < len(rest) <= 200 else None


def _unbracketed(text: str, index: int) -> str | None:
    """Return the rest of the line in quotes if it is a text that merely begins with a bracket: [Bát Tràng] gốm."""
    ends_as_list = re.compile(r"[^\n]*[\]},] *$", re.MULTILINE).match(text, index)
    return None if ends_as_list else _quoted_rest(text, index)


def _quoted(text: str) -> str:
    """Return a one-line text as YAML that reads as exactly that text."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def _spaced(text: str, unspaced: re.Match[str]) -> str | None:
    end = text.find("\n", unspaced.end())
    rest = text[unspaced.end() : end if end >= 0 else len(text)].strip()
    return f"{unspaced[1]}: {rest}" if len(rest) <= 200 else None
