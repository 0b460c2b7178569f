"""Mould + record → page: a page rendered once with holes, cut at the holes, filled as often as there are records.

The mould is cut before any record is known, so nothing a record says can be taken for a hole.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Any

from markupsafe import escape

from catalog.diagnostics import Diagnostic, Location
from catalog.publish import Poured
from catalog.render import Renderer
from catalog.views import Page

BODY_LINE = "@@body@@"
"""The line of a mould's Markdown where the record goes."""
_ANY_HOLE = re.compile(r"@@([a-z][a-z0-9_.-]*)@@")
_PREFIX = "catalog."


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What differs from page to page of one kind and language: finished HTML, ready for its place."""

    title: str
    """Title of the page among others, as HTML text."""
    description: str
    """Description as the text of a quoted attribute."""
    canonical: str
    """Full address; the empty text when the site does not know its own."""
    edit: str
    """Where the record can be edited; the empty text when nobody can say."""
    head: str
    """Elements for `<head>`."""
    languages: str
    """The links to this page in other languages."""
    body: str
    """The page itself."""


SLOTS = tuple(field.name for field in fields(Slots))


def slots_of(page: Page, renderer: Renderer) -> Slots:
    """Return what a page fills its mould with."""
    return Slots(
        title=str(escape(page.link_title)),
        description=str(escape(page.description)),
        canonical=str(escape(page.canonical)),
        edit=str(escape(page.edit_url)),
        head=renderer.head(page),
        languages=renderer.languages(page),
        body=renderer.body(page) if page.template else "",
    )


def holes(without: Collection[str] = ()) -> Slots:
    """Return slots that hold a hole each; those named in `without` stay empty."""
    return Slots(**{name: "" if name in without else f"@@{_PREFIX}{name}@@" for name in SLOTS})


class MouldError(Exception):
    """A mould that cannot be filled. It is the site builder's mistake and names the file."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(f"{finding.at}: {finding.sentence('vi')} / {finding.sentence('en')}")
        self.finding = finding


@dataclass(frozen=True)
class Mould:
    """A rendered page cut at its holes."""

    pieces: tuple[str, ...]
    """HTML and names of slots by turns, HTML first and last."""

    def pour(self, slots: Slots) -> Poured:
        """Return the page of one record."""
        parts = list(self._html)
        own = [text.encode() for text in self._texts(slots)]
        parts[1::2] = own
        return Poured(b"".join(parts), b"\n\0".join(own), self.digest)

    @cached_property
    def digest(self) -> str:
        """Changes with every letter of the mould."""
        return hashlib.sha256("\0".join(self.pieces).encode()).hexdigest()

    @cached_property
    def _html(self) -> tuple[bytes, ...]:
        """The pieces as bytes: half of a page is encoded once for all."""
        return tuple([piece.encode() for piece in self.pieces])

    @cached_property
    def _texts(self) -> Any:
        """Return what reads the texts of all holes at once."""
        return attrgetter(*self.pieces[1::2])


def place_body(html: str, body: str, source: str) -> str:
    """Put a page's body where its Markdown has the line `@@body@@`.

    Args:
        html: The Markdown of `content/`, rendered.
        body: HTML of the body, or its hole.
        source: File to name in a mistake.

    Raises:
        MouldError: The line is missing, stands twice, or there is a hole of another name.

    """
    paragraph = f"<p>{BODY_LINE}</p>"
    before, found, after = html.partition(paragraph)
    others = [name for name in _ANY_HOLE.findall(before + after) if name != "body"]
    if others:
        raise MouldError(_finding("unknown-hole", source, hole=f"@@{others[0]}@@", known=BODY_LINE))
    if not found or BODY_LINE in before + after:
        raise MouldError(_finding("missing-hole", source, hole=BODY_LINE))
    return before + body + after


def refuse_holes(html: str, source: str) -> None:
    """Make sure that a page that is poured into no more has no hole left.

    A poured page has none: a mould is cut at all of its holes, and what a record says is never taken for one.

    Raises:
        MouldError: There is one.

    """
    if found := re.search(f"@@{re.escape(_PREFIX)}[a-z]+@@", html):
        raise MouldError(_finding("hole-left", source, hole=found[0]))


def cut(html: str, source: str, expected: Slots) -> Mould:
    """Cut a rendered page at its holes.

    Args:
        html: The page as the site generator rendered it, holes included.
        source: File to name in a mistake.
        expected: The slots that the page was rendered with, as `holes` made them.

    Raises:
        MouldError: A hole is missing (a layout dropped it) or is none of ours.

    """
    pieces = _ANY_HOLE.split(html)
    known = [name for name in SLOTS if getattr(expected, name)]
    for position in range(1, len(pieces), 2):
        name = pieces[position].removeprefix(_PREFIX)
        if not pieces[position].startswith(_PREFIX) or name not in known:
            raise MouldError(_finding("unknown-hole", source, hole=f"@@{pieces[position]}@@", known=", ".join(known)))
        pieces[position] = name
    for name in known:
        if name not in pieces[1::2] and name != "edit":  # a theme may do without an edit button
            raise MouldError(_finding("missing-hole", source, hole=f"@@{_PREFIX}{name}@@"))
    return Mould(tuple(pieces))


def _finding(code: str, source: str, **facts: str) -> Diagnostic:
    return Diagnostic(code=code, at=Location(source), facts=dict(facts))
