"""Moulds are cut before records are known, and filled exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.pour import SLOTS, MouldError, Slots, cut, holes, place_body, refuse_holes

HOSTILE = ["@@catalog.title@@", "@@body@@", "{{ page.title }}", "</script><script>alert(1)</script>", "\\1", "@@", ""]
texts = st.text() | st.sampled_from(HOSTILE)


def html_of(slots: Slots) -> str:
    """A page that uses every slot, one of them twice, as a theme would."""
    return (
        f"<title>{slots.title}</title><meta content='{slots.description}'><link href='{slots.canonical}'>{slots.head}"
        f"<nav>{slots.languages}</nav><span>{slots.title}</span><a href='{slots.edit}'></a>{slots.body}<footer>"
    )


@given(st.builds(Slots, **dict.fromkeys(SLOTS, texts)))
def test_a_poured_page_is_the_page_rendered_with_the_record(slots: Slots) -> None:
    """Whatever a record says, cutting and filling gives what rendering with it would have given."""
    mould = cut(html_of(holes()), "content/x/[slug].md", holes())

    assert mould.pour(slots).content.decode() == html_of(slots)


@pytest.mark.parametrize("name", [name for name in SLOTS if name != "edit"])
def test_a_mould_without_a_hole_is_refused_by_name(name: str) -> None:
    """A layout that drops a hole is named with its file and the hole."""
    html = html_of(holes()).replace(f"@@catalog.{name}@@", "")

    with pytest.raises(MouldError) as refused:
        cut(html, "content/san-pham/[slug].md", holes())

    assert refused.value.finding.code == "missing-hole"
    assert refused.value.finding.at.file == "content/san-pham/[slug].md"
    assert name in refused.value.finding.sentence("vi")


def test_a_slot_that_the_site_has_no_use_for_needs_no_hole() -> None:
    """A site that does not know its own address has no canonical address to fill in."""
    slots = holes(without=["canonical"])

    mould = cut(html_of(slots).replace("<link href=''>", ""), "content/x/[slug].md", slots)

    assert "canonical" not in mould.pieces[1::2]


@pytest.mark.parametrize("hole", ["@@catalog.price@@", "@@catalog.canonical@@", "@@title@@"])
def test_a_hole_that_is_none_of_ours_is_refused_by_name(hole: str) -> None:
    """An unknown hole would reach visitors as it stands."""
    slots = holes(without=["canonical"])

    with pytest.raises(MouldError) as refused:
        cut(html_of(slots) + hole, "content/x/[slug].md", slots)

    assert refused.value.finding.code == "unknown-hole"
    assert hole in refused.value.finding.sentence("en")


def test_a_written_page_with_a_hole_is_refused_by_name() -> None:
    """Who copies the line of a mould into a page of their own is told; other signs like it are text."""
    refuse_holes("<p>a@@b.example @@ @@x@@</p>", "content/nguon.md")

    with pytest.raises(MouldError) as refused:
        refuse_holes("<p>@@catalog.body@@</p>", "content/nguon.md")

    assert (refused.value.finding.code, refused.value.finding.at.file) == ("hole-left", "content/nguon.md")


def test_the_body_goes_where_the_markdown_says() -> None:
    """Words that people wrote around the record stay around it."""
    assert place_body("<p>A</p>\n<p>@@body@@</p>\n<p>B</p>", "<h1>@@body@@</h1>", "content/x.md") == (
        "<p>A</p>\n<h1>@@body@@</h1>\n<p>B</p>"
    )


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<p>A</p>", "missing-hole"),
        ("<p>A @@body@@ B</p>", "missing-hole"),
        ("<p>@@body@@</p><p>@@body@@</p>", "missing-hole"),
        ("<p>@@body@@</p><p>@@titel@@</p>", "unknown-hole"),
    ],
)
def test_a_page_without_one_line_for_the_body_is_refused(html: str, code: str) -> None:
    """The line stands once and by itself, and nothing else looks like a hole."""
    with pytest.raises(MouldError) as refused:
        place_body(html, "", "content/x.md")

    assert refused.value.finding.code == code
