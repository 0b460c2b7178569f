"""One stylesheet of the theme's and ours: light, and with every rule that a page needs."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from catalog.stylesheet import join

HEAVIEST = 30_000
"""Bytes of the stylesheet, gzipped: a page shows nothing before it is there."""


@pytest.mark.parametrize(
    ("theme", "kept"),
    [
        (".md-typeset p{margin:1em}", ".md-typeset p{margin:1em}\n"),
        ("[dir=ltr] .md-typeset ul{a:b}", "[dir=ltr] .md-typeset ul{a:b}\n"),
        (".md-nav{a:b}.md-nav a{a:b}html{c:d}", "html{c:d}\n"),
        (".md-nav,.md-typeset{a:b}", ".md-nav,.md-typeset{a:b}\n"),  # one of two is needed
        ("@media print{.md-tabs{a:b}}p{c:d}", "p{c:d}\n"),
        ("@media print{.md-tabs{a:b}p{c:d}}", "@media print{p{c:d}}\n"),
        ("@supports (a:b){@media print{.md-tabs{a:b}}}", ""),
        ("p{a:b}/*# sourceMappingURL=main.css.map */", "p{a:b}\n"),
        ("", ""),
    ],
)
def test_of_the_theme_only_what_people_write_stays(theme: str, kept: str) -> None:
    """Rules for the theme's own frame are left out, also within media queries; all others are kept as they are."""
    assert join(theme, []) == kept


def test_our_comments_stay_at_home() -> None:
    """Visitors get our rules in order, without what they say to those who edit them."""
    ours = ["/* Why. */\n.cat-a {\n  margin: 0 auto;\n  color: red;\n}\n", "\n.cat-b > li {\n  top: 0;\n}\n"]

    assert join("p{a:b}", ours) == "p{a:b}\n.cat-a {margin: 0 auto;color: red;}\n.cat-b > li {top: 0;}\n"


def test_the_stylesheet_is_light(built_site: Path) -> None:
    """What every page waits for stays below its budget, with the style of Markdown, without the theme's frame."""
    css = (built_site / "assets/stylesheets/catalog.css").read_text(encoding="utf-8")

    assert len(gzip.compress(css.encode(), mtime=0)) <= HEAVIEST
    assert ".md-typeset table" in css
    assert ".md-nav__" not in css
