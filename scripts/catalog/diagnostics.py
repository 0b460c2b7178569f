"""What was found in the records, and how it is shown: facts, place and wording kept apart.

A finding holds facts only. The sentence comes from `messages`, the layout from the three `format_*`
functions here. Nothing in this module decides whether something is a mistake.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from catalog.messages import MESSAGES, Term

Severity = Literal["error", "warning"]
Fact = str | int | float | Term
"""One fact of a finding. A `Term` is a word that differs by language inside a sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file, as an editor counts it."""

    file: str
    """How the file is named in messages: relative to the project, with `/`."""
    line: int = 1
    """Line, from 1."""
    column: int = 1
    """Column in characters, from 1."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a code of `messages.MESSAGES`, the place and the facts of the sentence."""

    code: str
    at: Location
    facts: dict[str, Fact] = field(default_factory=dict)
    """Values of the placeholders of the message, by name."""
    excerpt: str | None = None
    """The line of the file, without its end; `None`: the finding is about a whole file."""
    suggestion: str | None = None
    """What the author probably meant to write; replaces the general advice."""

    @property
    def severity(self) -> Severity:
        """`error` stops a build, `warning` does not."""
        return MESSAGES[self.code].severity

    def sentence(self, language: Literal["vi", "en"]) -> str:
        """What was read and what is expected, in one language."""
        return _filled(getattr(MESSAGES[self.code], language), self.facts, language)

    def advice(self, language: Literal["vi", "en"]) -> str | None:
        """One thing to do, in one language; `None`: the sentence says it all."""
        if self.suggestion is not None:
            ask = {"vi": "Có phải bạn muốn viết: {}?", "en": "Did you mean: {}?"}[language]
            return ask.replace("{}", visible(self.suggestion))
        fix: str = getattr(MESSAGES[self.code], f"fix_{language}")
        return _filled(fix, self.facts, language) if fix else None


def in_reading_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, then by place in it; findings at one place keep their order."""
    return sorted(findings, key=lambda finding: finding.at)


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding stops a build."""
    return any(finding.severity == "error" for finding in findings)


def visible(text: str) -> str:
    """Show every character that a terminal would act on, hide or reorder as its code point.

    The author's words go to terminals and logs of other people (control, format, private, unassigned and
    separator categories of Unicode, the plain space apart).

    >>> visible("giá\\x1b[31m\\u202e")
    'giá<U+001B>[31m<U+202E>'
    """
    text = text.replace("##[", "##<U+005B>")  # GitHub's log acts on ##[…] anywhere in a line
    if text.isprintable():  # the common case; ' ' is the only separator that counts as printable
        return text
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def format_text(findings: Iterable[Diagnostic]) -> str:
    """Lay findings out for a person: place, sentence in both languages, the line with a caret, advice."""
    return "".join(_text_of(finding) for finding in findings)


def format_json(findings: Iterable[Diagnostic]) -> str:
    """Lay findings out for a program: one JSON array, a stable object for each finding."""
    return (
        json.dumps(
            [
                {
                    "file": f.at.file,
                    "line": f.at.line,
                    "column": f.at.column,
                    "severity": f.severity,
                    "code": f.code,
                    "vi": f.sentence("vi"),
                    "en": f.sentence("en"),
                    "fix_vi": f.advice("vi"),
                    "fix_en": f.advice("en"),
                }
                for f in findings
            ],
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def format_github(findings: Iterable[Diagnostic]) -> str:
    """Lay findings out as GitHub workflow commands, so that they stand beside the lines of a pull request.

    Source of the escapes: `escapeData` and `escapeProperty` of the GitHub Actions toolkit (`@actions/core`).
    """
    lines = []
    for f in findings:
        parts = [f.sentence("vi"), f.advice("vi"), f.sentence("en"), f.advice("en")]
        lines.append(
            f"::{f.severity} file={_property(visible(f.at.file))},line={f.at.line},col={f.at.column},"
            f"title={_property(f.code)}::{_data(' / '.join(part for part in parts if part))}\n"
        )
    return "".join(lines)


def _text_of(finding: Diagnostic) -> str:
    kind = {"error": "lỗi", "warning": "nhắc"}[finding.severity]
    file = visible(finding.at.file)
    if file.lstrip().startswith("::"):  # GitHub's log acts on a line that begins so
        file = "./" + file
    at = Location(file, finding.at.line, finding.at.column)
    lines = [
        f"{at}: {kind}[{finding.code}]: {finding.sentence('vi')}",
        f"  {finding.severity}: {finding.sentence('en')}",
    ]
    if finding.excerpt is not None:
        gutter = f"{finding.at.line:>5} | "
        window, caret = _window(finding.excerpt, finding.at.column - 1)
        lines += [gutter + window, " " * (len(gutter) - 2) + "| " + " " * caret + "^"]
    advice = [text for text in (finding.advice("vi"), finding.advice("en")) if text]
    if advice:
        lines.append("  → " + " / ".join(advice))
    return "\n".join(lines) + "\n"


def _window(line: str, column: int, width: int = 100) -> tuple[str, int]:
    """Cut a long line around the column; return what to print and how many cells stand before the caret."""
    start = max(0, column - width // 2) if len(line) > width else 0
    shown = visible(line[start : start + width])
    before = visible(line[start:column])
    prefix = "…" if start else ""
    suffix = "…" if start + width < len(line) else ""
    return prefix + shown + suffix, _cells(prefix + before)


def _cells(text: str) -> int:
    """Count terminal cells: combining marks take none, East Asian wide characters two (UAX #11)."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _filled(sentence: str, facts: dict[str, Fact], language: str) -> str:
    def fact(match: re.Match[str]) -> str:
        value = facts[match[1]]
        return visible(getattr(value, language) if isinstance(value, Term) else str(value))

    return re.sub(r"\{(\w+)\}", fact, sentence)  # one pass: a fact full of braces is not filled again


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
