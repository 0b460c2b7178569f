"""Promises of `catalog.diagnostics`."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.diagnostics import (
    Diagnostic,
    Location,
    format_github,
    format_json,
    format_text,
    has_errors,
    in_reading_order,
    visible,
)
from catalog.messages import Term

FINDING = Diagnostic(
    code="unknown-field",
    at=Location("products/a.yml", 3, 1),
    facts={"field": "prise", "known": "price, name"},
    excerpt="prise: 450000",
    suggestion="price",
)

TEXT = """\
products/a.yml:3:1: lỗi[unknown-field]: Không có trường “prise”.
  error: There is no field “prise”.
    3 | prise: 450000
      | ^
  → Có phải bạn muốn viết: price? / Did you mean: price?
"""


def test_text_is_for_people() -> None:
    """Place, sentence in Vietnamese, then English, the line with a caret, one thing to do."""
    assert format_text([FINDING]) == TEXT


def test_a_warning_says_so() -> None:
    """A warning is called “nhắc”, and does not count as an error."""
    warning = Diagnostic(code="comment-after-text", at=Location("a.yml"), facts={"value": "x"})

    assert format_text([warning]).startswith("a.yml:1:1: nhắc[comment-after-text]: ")
    assert not has_errors([warning])
    assert has_errors([warning, FINDING])


def test_json_is_for_programs() -> None:
    """Each finding is one object with place, code and both languages."""
    assert json.loads(format_json([FINDING])) == [
        {
            "file": "products/a.yml",
            "line": 3,
            "column": 1,
            "severity": "error",
            "code": "unknown-field",
            "vi": "Không có trường “prise”.",
            "en": "There is no field “prise”.",
            "fix_vi": "Có phải bạn muốn viết: price?",
            "fix_en": "Did you mean: price?",
        }
    ]


def test_github_is_for_pull_requests() -> None:
    """One workflow command for each finding, at its line."""
    assert format_github([FINDING]) == (
        "::error file=products/a.yml,line=3,col=1,title=unknown-field::"
        "Không có trường “prise”. / Có phải bạn muốn viết: price? / "
        "There is no field “prise”. / Did you mean: price?\n"
    )


def test_github_properties_are_escaped() -> None:
    """A file name cannot add a property or end the command."""
    finding = Diagnostic(code="empty-file", at=Location("a,line=9::x%0A\n.yml"))

    assert format_github([finding]).startswith("::error file=a%2Cline=9%3A%3Ax%250A<U+000A>.yml,line=1,")
    assert format_github([finding]).count("\n") == 1


def test_reading_order() -> None:
    """Findings are sorted by file and place; two at one place keep their order."""
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 9, 5), ("a.yml", 9, 1), ("a.yml", 9, 5)]
    findings = [Diagnostic(code="empty-file", at=Location(*place), facts={"n": n}) for n, place in enumerate(places)]

    assert [f.facts["n"] for f in in_reading_order(findings)] == [3, 2, 4, 1, 0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Làng hương", "Làng hương"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\x1b]8;;https://x\x07", "<U+001B>]8;;https://x<U+0007>"),
        ("a\nb\r", "a<U+000A>b<U+000D>"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u200bb", "a<U+200B>b"),
        ("a\u2028b", "a<U+2028>b"),
        ("\U000e0041", "<U+E0041>"),
        ("\ud800", "<U+D800>"),
        ("##[error]x", "##<U+005B>error]x"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    """What a terminal or a log would act on, hide or reorder is shown as its code point."""
    assert visible(text) == shown


def test_facts_are_not_templates() -> None:
    """A fact full of braces is text; a term is said in the language of the sentence."""
    finding = Diagnostic(
        code="too-long", at=Location("a"), facts={"field": Term("{limit}", "x"), "length": 2, "limit": 1}
    )

    assert finding.sentence("vi").startswith("{limit} dài 2 ký tự")
    assert finding.sentence("en").startswith("x has 2 characters")


@pytest.mark.parametrize(
    ("line", "column", "above"),
    [
        ("name: x", 7, "x"),
        ("  vi: Làng nghề", 7, "L"),
        ("x" * 300 + "HERE" + "y" * 300, 301, "H"),
        ("e\u0301e\u0301X", 5, "X"),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int, above: str) -> None:
    """The caret is under the character, also in long lines and after combining marks."""
    finding = Diagnostic(code="empty-file", at=Location("a", 1, column), excerpt=line)
    _, _, shown, caret, *_ = format_text([finding]).split("\n")
    cells = [c for c in shown if c != "\u0301"]

    assert cells[caret.index("^")] == above
    assert len(shown) < 125


ANYTHING = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(
    ["::error::x", "\n::error::x", " ::stop-commands::x", "##[add-mask]x", "%0A::error::x", "\r::x", "{field}"]
)


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_no_line_is_a_command(file: str, fact: str, excerpt: str, suggestion: str) -> None:
    """Nothing in a record or a file name can make a line of the log a command, or reach a terminal as a control."""
    finding = Diagnostic(
        code="unknown-field",
        at=Location(file, 1, 1),
        facts={"field": fact, "known": fact},
        excerpt=excerpt,
        suggestion=suggestion,
    )

    text = format_text([finding])
    assert len(text.split("\n")) == 6
    for line in text.split("\n"):
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert line.isprintable()
    commands = format_github([finding])
    assert commands.startswith("::error file=")
    assert len(commands.splitlines()) == commands.count("\n") == 1
    assert len(json.loads(format_json([finding]))) == 1
