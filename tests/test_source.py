"""Promises of `catalog.source`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog.diagnostics import format_github, format_json, format_text, has_errors
from catalog.source import RECORD, VOCABULARY, Document, Limits, read_document, read_file

PARSERS = [pytest.param(True, id="libyaml"), pytest.param(False, id="python")]
"""PyYAML comes with and without libyaml; both must say the same."""


def read(text: str, *, libyaml: bool = True) -> Document:
    document, findings = read_document(text.encode(), "a.yml", libyaml=libyaml)
    assert document is not None, format_text(findings)
    return document


TYPES = [
    ("text", "text"),
    ("no", "no"),
    ("Yes", "Yes"),
    ("True", "True"),
    ("true", True),
    ("false", False),
    ("null", None),
    ("~", "~"),
    ("", None),
    ('""', ""),
    ('"true"', "true"),
    ("'1'", "1"),
    ("0", 0),
    ("-12", -12),
    ("2021", 2021),
    ("012", "012"),
    ("0x1F", "0x1F"),
    ("1_000", "1_000"),
    ("+84905123456", "+84905123456"),
    ("02353501234", "02353501234"),
    ("12:30", "12:30"),
    ("1.5", 1.5),
    ("-0.25", -0.25),
    ("1.", "1."),
    (".5", ".5"),
    ("1e3", "1e3"),
    (".inf", ".inf"),
    (".nan", ".nan"),
    ("2023-08-23", "2023-08-23"),
    ("1.200.000", "1.200.000"),
    ("123456789012345", 123456789012345),
    ("1234567890123456", "1234567890123456"),
    ("9" * 5000, "9" * 5000),
    ("\u0661", "\u0661"),
    ("=", "="),
    ("https://example.vn/a#b", "https://example.vn/a#b"),
    ("10\u00a0kg", "10\u00a0kg"),
    ("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"),
    ("👩\u200d🌾 ❤\ufe0f", "👩\u200d🌾 ❤\ufe0f"),
    ("Đông Hồ – “tranh” …", "Đông Hồ – “tranh” …"),
    ("Фу", "Фу"),
]


@pytest.mark.parametrize("libyaml", PARSERS)
@pytest.mark.parametrize(("written", "expected"), TYPES)
def test_text_comes_first(written: str, expected: object, *, libyaml: bool) -> None:
    """Only true, false, null, plain integers and plain decimals are not text."""
    data = read(f"a: {written}\n", libyaml=libyaml).data["a"]

    assert data == expected
    assert type(data) is type(expected)


DEEP = "[" * 30_000
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n}, *a{n}]\n" for n in range(30))
LAUGHS = "a: *x\n"

REFUSED = [
    # files
    ("", "empty-file", 1, 1),
    ("# only a comment\n", "empty-file", 1, 1),
    ("---\n", "empty-file", 2, 1),
    ("null\n", "empty-file", 1, 1),
    ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", "conflict", 1, 1),
    ("a: b\n<<<<<<< HEAD\n", "conflict", 2, 1),
    ("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git-lfs", 1, 1),
    # characters
    ("a:\n\tb: c\n", "tab", 2, 1),
    ("a:\tb\n", "tab", 1, 3),
    ("a: b\u2028c: d\n", "hidden-line-break", 1, 5),
    ("a: b\u2029c: d\n", "hidden-line-break", 1, 5),
    ("a: b\x85c: d\n", "hidden-line-break", 1, 5),
    ("a: b\rc: d\n", "hidden-line-break", 1, 5),
    ("a: b\x0cc\n", "hidden-line-break", 1, 5),
    ("a: b\x00\n", "hidden-character", 1, 5),
    ("a: b\x1b[31m\n", "hidden-character", 1, 5),
    ("a: b\x7f\n", "hidden-character", 1, 5),
    ("a: b\u202ec\n", "hidden-character", 1, 5),
    ("a: b\u2066c\n", "hidden-character", 1, 5),
    ("a: b\u200bc\n", "hidden-character", 1, 5),
    ("a: b\u200dc\n", "hidden-character", 1, 5),
    ("a: b\u00adc\n", "hidden-character", 1, 5),
    ("a: \ufeffb\n", "hidden-character", 1, 4),
    ("a: x\U000e0041\n", "hidden-character", 1, 5),
    ("a: x\ufe00\n", "hidden-character", 1, 5),
    ("a: x\u3164\n", "hidden-character", 1, 5),
    ("a: \u2800\n", "hidden-character", 1, 4),
    ("a: \ufdd0\n", "hidden-character", 1, 4),
    ("a: \ue000\n", "hidden-character", 1, 4),
    ("a: \u0378\n", "hidden-character", 1, 4),
    ("a:\n\u00a0\u00a0b: c\n", "odd-space", 2, 1),
    ("a:\u00a0b\n", "odd-space", 1, 3),
    ("a: \u3000b\n", "odd-space", 1, 4),
    ("a: Vie\u0323\u0302t Nam\n", "not-composed", 1, 4),
    ("a: h\u01b0\u01a1ng Qua\u0309ng Phu\u0301\n", "not-composed", 1, 10),
    ("a: ê\u0301\n", "not-composed", 1, 4),
    ("a: Ðông Hồ\n", "lookalike-letter", 1, 4),
    ("a: H\u0430 Nội\n", "lookalike-letter", 1, 5),
    ("a: z\u0300\u0301\u0302\u0303\n", "piled-marks", 1, 5),
    # characters behind an escape
    ('a: "x\\u202e"\n', "hidden-character", 1, 4),
    ('a: "x\\u200b"\n', "hidden-character", 1, 4),
    ('a: "\\x00"\n', "hidden-character", 1, 4),
    ('a: "\\t"\n', "tab", 1, 4),
    ('a: "\\L"\n', "hidden-line-break", 1, 4),
    ('a: "e\\u0301"\n', "not-composed", 1, 4),
    ('a: "\\ud800"\n', "backslash", 1, 5),
    ('a: "\\UFFFFFFFF"\n', "backslash", 1, 5),
    ('a: "C:\\duong"\n', "backslash", 1, 7),
    # structure
    ("a: " + DEEP, "too-deep", 1, 11),
    (DEEP, "too-deep", 1, 9),
    ("{a: " * 20_000, "too-deep", 1, 33),
    ("- " * 30_000, "too-deep", 1, 17),
    ("a: [" + "x, " * 1_500 + "]", "list-too-long", 1, 3005),
    (BOMB, "anchor", 1, 5),
    (LAUGHS, "alias", 1, 4),
    ("a: &x [*x]\n", "anchor", 1, 4),
    ("&x a: b\n", "anchor", 1, 1),
    ("a: !!python/object/apply:os.system [ls]\n", "tag", 1, 4),
    ("a: !ENV HOME\n", "tag", 1, 4),
    ("a: ! b\n", "tag", 1, 4),
    ("%TAG ! tag:x,2000:\n---\na: b\n", "special-start", 1, 1),
    ("%YAML 1.1\n---\na: b\n", "special-start", 1, 1),
    ("a: b\n---\nc: d\n", "several-documents", 2, 1),
    ("<<: {a: b}\n", "merge", 1, 1),
    ("1: x\n", "field-name", 1, 1),
    ("? [a]\n: b\n", "field-name", 1, 3),
    ("Tên: x\n", "field-name", 1, 1),
    ("is-set: true\n", "field-name", 1, 1),
    ("a: 1\nb: 2\na: 3\n", "duplicate-field", 3, 1),
    ('a: 1\n"a": 2\n', "duplicate-field", 2, 1),
    ('a: 1\n"\\x61": 2\n', "duplicate-field", 2, 1),
    ("a: {b: 1, b: 2}\n", "duplicate-field", 1, 11),
    ("a: {b}\n", "open-bracket", 1, 4),
    ("a: [b: c]\n", "open-bracket", 1, 4),
    ("a: [b?, c]\n", "open-bracket", 1, 4),
    # slips of writing
    ("name: **Hương** đẹp\n", "special-start", 1, 7),
    ("name: *Hương* đẹp\n", "special-start", 1, 7),
    ("name: @x\n", "special-start", 1, 7),
    ("name: `x`\n", "special-start", 1, 7),
    ("name: %x\n", "special-start", 1, 7),
    ("name: > 5 kg\n", "special-start", 1, 7),
    ("name: - x\n", "special-start", 1, 7),
    ("name: Bước 1: nhào\n", "colon-in-text", 1, 7),
    ("steps:\n  - Bước 1: nhào đất\n", "field-name", 2, 5),
    ("name: 'It's'\n", "quote-in-text", 1, 7),
    ('name: "Hương" thơm\n', "quote-in-text", 1, 7),
    ('name: "Hương\nvi: x\n', "unclosed-quote", 1, 7),
    ("name: [Bát Tràng] gốm\n", "open-bracket", 1, 7),
    ("name: [x\n", "open-bracket", 1, 7),
    ("name:Hương\n", "missing-space", 1, 6),
    ("name:Hương\nvi: x\n", "missing-space", 1, 6),
    ("name:\n  vi:Hương\n", "missing-space", 2, 6),
    ("name: Làng\n  vi:Hương\n", "missing-space", 2, 6),
    ("name: a\nstray\nb: c\n", "missing-colon", 2, 1),
    ("name: x\n   place: y\n", "indentation", 2, 4),
    ("name:\n  vi: a\n en: b\n", "indentation", 3, 2),
]


@pytest.mark.parametrize("libyaml", PARSERS)
@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED)
def test_a_bad_file_costs_one_message(text: str, code: str, line: int, column: int, *, libyaml: bool) -> None:
    """What may not stand in a record is refused at its place, once, by either parser."""
    document, findings = read_document(text.encode(), "a.yml", libyaml=libyaml)

    assert document is None
    assert [(f.code, f.at.line, f.at.column) for f in findings] == [(code, line, column)]


SUGGESTED = [
    ("name: **Hương** đẹp\n", '"**Hương** đẹp"'),
    ("name: Bước 1: nhào\n", '"Bước 1: nhào"'),
    ("- Bước 1: nhào đất\n", '"Bước 1: nhào đất"'),
    ("name: 'It's'\n", '"It\'s"'),
    ('name: "Hương" thơm\n', "'\"Hương\" thơm'"),
    ("name: [Bát Tràng] gốm\n", '"[Bát Tràng] gốm"'),
    ("name:Hương\n", "name: Hương"),
    ("Is-Set: true\n", "is_set"),
    ("name: “Hương”\n", '"Hương"'),
]


@pytest.mark.parametrize(("text", "suggestion"), SUGGESTED)
def test_a_slip_is_shown_what_to_write(text: str, suggestion: str) -> None:
    """The usual slips get the line as it should be written."""
    _, findings = read_document(text.encode(), "a.yml")

    assert [f.suggestion for f in findings] == [suggestion]


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        ("a: Trống #1 Đọi Tam\n", "comment-after-text", "Trống"),
        ("a: x # note\n", "comment-after-text", "x"),
        ("a: “Hương”\n", "curly-quotes", "“Hương”"),
    ],
)
def test_a_silent_loss_is_told(text: str, code: str, data: str) -> None:
    """A text that YAML cuts or changes without a word brings a warning, and the record is still read."""
    document, findings = read_document(text.encode(), "a.yml")

    assert document is not None
    assert document.data == {"a": data}
    assert [(f.code, f.severity) for f in findings] == [(code, "warning")]


def test_warnings_never_keep_a_file_from_being_read() -> None:
    """However many warnings there are, the data are whole; only the first are told, and an error still is."""
    text = "".join(f"a{n}: x # note\n" for n in range(50))
    document, findings = read_document(text.encode(), "a.yml")
    none, more = read_document((text + "a0: y\n").encode(), "a.yml")

    assert document is not None
    assert len(document.data) == 50
    assert document.at(("a49",)).line == 50
    assert len(findings) == 20
    assert none is None
    assert [f.code for f in more if f.severity == "error"] == ["duplicate-field"]


@pytest.mark.parametrize("text", ["a: 4 # note\n", "# note\na: x\n", "a: 'x' # note\n", 'a: "“x”"\n', "a: x#y\n"])
def test_no_warning_without_reason(text: str) -> None:
    """Comments beside numbers and quoted texts, and quoted curly quotes, are fine."""
    assert read_document(text.encode(), "a.yml")[1] == []


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("tên: Hương".encode("utf-16"), "UTF-16"),
        ("name: Hương".encode("utf-16-le"), "UTF-16"),
        ("name: Hương".encode("utf-16-be"), "UTF-16"),
        ("name: Hương".encode("utf-32"), "UTF-32"),
        ("name: Huong".encode("utf-32-be"), "UTF-32"),
        ("name: Đô thị".encode("cp1258", "replace"), "Windows-1258"),
        (b"name: \xc0\xaf", "Windows-1258"),  # overlong
        (b"name: \xed\xa0\x80", "Windows-1258"),  # half a surrogate pair
    ],
)
def test_other_encodings_are_named(raw: bytes, encoding: str) -> None:
    """A file that is not UTF-8 is refused, and the encoding it seems to have is named."""
    document, findings = read_document(raw, "a.yml")

    assert document is None
    assert [(f.code, f.facts["encoding"]) for f in findings] == [("not-utf-8", encoding)]


def test_a_picture_is_no_record() -> None:
    """A file that is no text at all is called that."""
    _, (finding,) = read_document(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "a.yml")

    assert "ảnh" in finding.sentence("vi")
    assert "picture" in finding.sentence("en")


def test_the_first_foreign_byte_has_its_place() -> None:
    """A file in an old encoding is pointed at where it first differs from UTF-8."""
    _, (finding,) = read_document("a: é\nb: x\r\nc: Hà\n".encode() + b"d: \xd0ong\n", "a.yml")

    assert (finding.at.line, finding.at.column) == (4, 4)


def test_windows_files_are_welcome() -> None:
    """A byte order mark and CRLF change neither data nor places."""
    document, findings = read_document("\ufeffa: b\r\nc:\r\n  - d\r\n".encode(), "a.yml")

    assert document is not None
    assert findings == []
    assert document.data == {"a": "b", "c": ["d"]}
    assert str(document.at(("c", 0))) == "a.yml:3:5"
    assert str(document.at(("a",))) == "a.yml:1:4"


def test_several_characters_are_told_at_once() -> None:
    """The characters of a file are judged in one go, in reading order, up to a limit."""
    _, findings = read_document("b:\u200b x\na:\tx\u202e\n".encode(), "a.yml")
    _, many = read_document(("\u200b" * 500).encode(), "a.yml")

    assert [(f.code, f.at.line, f.at.column) for f in findings] == [
        ("hidden-character", 1, 3),
        ("tab", 2, 3),
        ("hidden-character", 2, 5),
    ]
    assert len(many) == 20


def test_words_stored_apart_are_named_with_what_to_write() -> None:
    """A decomposed word is shown with its composed form; the others are counted."""
    _, (finding,) = read_document("a: Vie\u0323\u0302t Phu\u0301 Ca\u0302\u0300u\n".encode(), "a.yml")

    assert finding.facts == {"word": "Vie\u0323\u0302t", "composed": "Việt", "more": 2, "was": 6, "now": 4}


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        ("a: " + "x" * 200_000, RECORD, "file-too-large"),
        ("a: b\n" * 3, Limits(bytes=10), "file-too-large"),
        ("a: [b, c, d]", Limits(values=3), "too-many-values"),
        ("a: [b, c, d]", Limits(items=2), "list-too-long"),
        ("a: {b: {c: d}}", Limits(depth=2), "too-deep"),
    ],
)
def test_limits(text: str, limits: Limits, code: str) -> None:
    """Size, number of values, length of lists and depth are limited."""
    assert [f.code for f in read_document(text.encode(), "a.yml", limits)[1]] == [code]


def test_vocabularies_may_be_larger() -> None:
    """A vocabulary of 3000 words is read."""
    raw = "".join(f"- id: w{n}\n  name: Từ {n}\n" for n in range(3000)).encode()

    assert read_document(raw, "v.yml")[0] is None
    document, _ = read_document(raw, "v.yml", VOCABULARY)
    assert document is not None
    assert len(document.data) == 3000


# --- places ---

RECORD_TEXT = """\
# yaml-language-server: $schema=x
name:
  vi: Làng hương
  en: "Incense"
crafts: [huong, "non-la"]
steps:
- một
-  - hai
   - ba
long: |
  dòng
empty:
"""

PLACES = [
    ((), 2, 1, 2, 1),
    (("name",), 3, 3, 2, 1),
    (("name", "vi"), 3, 7, 3, 3),
    (("name", "en"), 4, 7, 4, 3),
    (("crafts",), 5, 9, 5, 1),
    (("crafts", 1), 5, 17, 5, 17),
    (("steps",), 7, 1, 6, 1),
    (("steps", 0), 7, 3, 7, 3),
    (("steps", 1, 1), 9, 6, 9, 6),
    (("long",), 10, 7, 10, 1),
    (("empty",), 12, 7, 12, 1),
    (("name", "fr"), 3, 3, 3, 3),
    (("name", "vi", "x"), 3, 7, 3, 7),
    (("steps", 9), 7, 1, 7, 1),
    (("nothing", "here"), 2, 1, 2, 1),
]


@pytest.mark.parametrize("libyaml", PARSERS)
@pytest.mark.parametrize(("path", "line", "column", "key_line", "key_column"), PLACES)
def test_every_value_knows_its_place(
    path: tuple[str | int, ...], line: int, column: int, key_line: int, key_column: int, *, libyaml: bool
) -> None:
    """Values and names of fields know line and column; what is absent is placed at what is around it."""
    document = read(RECORD_TEXT, libyaml=libyaml)

    assert (document.at(path).line, document.at(path).column) == (line, column)
    assert (document.key_at(path).line, document.key_at(path).column) == (key_line, key_column)


def test_a_finding_carries_its_line() -> None:
    """`diagnose` points at the value or at the name, with the line as it stands in the file."""
    document = read(RECORD_TEXT)

    value = document.diagnose("empty-text", ("name", "vi"), field="vi")
    key = document.diagnose("unknown-field", ("name", "vi"), key=True, suggestion="en", field="vi", known="")

    assert (value.at.column, value.excerpt) == (7, "  vi: Làng hương")
    assert (key.at.column, key.suggestion) == (3, "en")


def test_a_number_is_shown_as_written() -> None:
    """The digits that typing drops can still be shown."""
    document = read("a: 4.50\nb: [1, 2.0]\nc: {d: -0}\n")

    assert [document.written(path) for path in [("a",), ("b", 1), ("c", "d")]] == ["4.50", "2.0", "-0"]


# --- files ---


def test_only_ordinary_files_are_read(tmp_path: Path) -> None:
    """Links, folders and pipes are refused without waiting; a missing file is told."""
    (tmp_path / "a.yml").write_text("a: b\n", encoding="utf-8")
    (tmp_path / "link.yml").symlink_to(tmp_path / "a.yml")
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "folder.yml").mkdir()
    (tmp_path / "big.yml").write_bytes(b"#" * 100_001)

    def codes(name: str) -> list[str]:
        return [finding.code for finding in read_file(tmp_path / name, name)[1]]

    assert codes("a.yml") == []
    assert codes("link.yml") == codes("pipe.yml") == codes("folder.yml") == ["not-a-file"]
    assert codes("big.yml") == ["file-too-large"]
    assert codes("missing.yml") == ["cannot-open"]


# --- properties ---

PIECES = st.sampled_from(
    [
        *"ab:-?[]{},#&*!|>'\"%@`\\~<=. \n\t",
        "\n  ",
        "\n- ",
        ": ",
        ": |\n",
        "---\n",
        "'",
        "é",
        "e\u0301",
        "\u200b",
        "\ud7ff",
        *["\\u0301", "vi: ", "name: x\n", "!!", "<<: ", "“", "”", " #", "\r", "\x00", "\U0001f469", "0", "1.5", "true"],
    ]
)
YAML_LIKE = st.lists(PIECES, max_size=40).map("".join)


@given(st.binary(max_size=300) | YAML_LIKE.map(str.encode))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b'"\\UDDDDDDDD"')
def test_any_bytes_give_data_or_an_error(raw: bytes) -> None:
    """Whatever the bytes, nothing is raised; there is a document exactly when there is no error; all formats print."""
    document, findings = read_document(raw, "a.yml")

    assert (document is None) == has_errors(findings)
    for layout in (format_text, format_json, format_github):
        assert layout(findings).isprintable() or "\n" in layout(findings)


@given(YAML_LIKE)
def test_both_parsers_agree_on_data(text: str) -> None:
    """What both builds of PyYAML read, they read alike."""
    fast, _ = read_document(text.encode(), "a.yml", libyaml=True)
    slow, _ = read_document(text.encode(), "a.yml", libyaml=False)

    assert (fast is None) == (slow is None)
    if fast and slow:
        assert repr(fast) == repr(slow)


WORDS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy ,.–:#'\"[]{}!&*%@`-?", min_size=1, max_size=30)
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(NAMES, inner, min_size=1, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(NAMES, TREES, min_size=1, max_size=3))
def test_places_point_at_what_was_written(tree: dict[str, object]) -> None:
    """The place of each text is where its opening quote stands, whatever stands around it."""
    document, _ = read_document(as_yaml(tree).encode(), "a.yml", Limits(depth=50))

    assert document is not None
    assert document.data == tree
    lines = document.text.split("\n")
    for path, text in leaves(tree, ()):
        at = document.at(path)
        assert lines[at.line - 1][at.column - 1 :].startswith(quoted(text))
        if isinstance(path[-1], str):
            key = document.key_at(path)
            assert lines[key.line - 1][key.column - 1 :].startswith(path[-1] + ":")


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def as_yaml(data: object, indent: int = 0) -> str:
    """Write block style: the test's own, so that reading is compared with something else."""
    pad = "  " * indent
    if isinstance(data, dict):
        return "".join(f"{pad}{name}:{_below(value, indent)}" for name, value in data.items())
    if isinstance(data, list):
        return "".join(f"{pad}-{_below(value, indent)}" for value in data)
    return f"{pad}{quoted(str(data))}\n"


def _below(value: object, indent: int) -> str:
    return f" {quoted(value)}\n" if isinstance(value, str) else "\n" + as_yaml(value, indent + 1)


def leaves(data: object, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, dict):
        return [leaf for name, value in data.items() for leaf in leaves(value, (*path, name))]
    if isinstance(data, list):
        return [leaf for number, value in enumerate(data) for leaf in leaves(value, (*path, number))]
    return [(path, str(data))]
