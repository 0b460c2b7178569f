"""Promises of `content/`: the address plan is whole in both languages; examples that villagers copy are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.diagnostics import format_text
from catalog.model import Photo, Product, Village
from catalog.source import read_document
from catalog.validate import validate
from catalog.views import KINDS

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
CONTRIBUTE = ("dong-gop.md", "en/contribute.md")


def front_matter(path: Path) -> dict[str, str]:
    """Return the simple lines of a page's front matter."""
    _, head, _ = path.read_text(encoding="utf-8").split("---\n", 2)
    return dict(re.findall(r"^(\w+): (.+)$", head, flags=re.MULTILINE))


def pages(language: str) -> list[Path]:
    """Return the pages of one language."""
    found = sorted(CONTENT.rglob("*.md"))
    return [path for path in found if (path.relative_to(CONTENT).parts[0] == "en") == (language == "en")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_has_its_page(language: str) -> None:
    """Each kind stands at one place in each language."""
    kinds = [kind for path in pages(language) if (kind := front_matter(path).get("catalog"))]

    assert sorted(kinds) == sorted(KINDS)


@pytest.mark.parametrize("path", [*pages("vi"), *pages("en")], ids=lambda path: str(path.relative_to(CONTENT)))
def test_a_page_is_filled_once_or_written(path: Path) -> None:
    """A filled page has the line `@@body@@` once; a written one has a key, a title and a description instead."""
    facts = front_matter(path)
    lines = path.read_text(encoding="utf-8").splitlines()

    assert facts["title"]
    if "catalog" in facts:
        assert lines.count("@@body@@") == 1
    else:
        assert facts["page"]
        assert facts["description"]
        assert "@@" not in path.read_text(encoding="utf-8")


def test_written_pages_stand_in_both_languages() -> None:
    """What people wrote in Vietnamese stands in English too, under the same key."""
    keys = [
        sorted(facts["page"] for path in pages(language) if "page" in (facts := front_matter(path)))
        for language in ("vi", "en")
    ]

    assert keys[0] == keys[1] == ["about", "contribute", "sources"]


@pytest.mark.parametrize("name", CONTRIBUTE)
def test_examples_are_real(name: str) -> None:
    """What a villager copies from the page passes the model as it stands."""
    product, village, photos = re.findall(r"```yaml\n(.*?)```", (CONTENT / name).read_text(encoding="utf-8"), re.DOTALL)

    for text, kind in ((product, Product), (village, Village)):
        document, findings = read_document(text.encode(), name)
        assert document is not None, format_text(findings)
        value, findings = validate(document, kind)
        assert value is not None, format_text(findings)
    document, findings = read_document(photos.encode(), name)
    assert document is not None, format_text(findings)
    for photo in document.data["photos"]:
        assert Photo.model_validate(photo).file


@pytest.mark.parametrize("name", CONTRIBUTE)
def test_examples_use_words_that_exist(name: str) -> None:
    """Crafts, groups, levels, metrics and licences of the examples are in the vocabulary."""
    text = (CONTENT / name).read_text(encoding="utf-8")
    for field, vocabulary in (
        ("group", "groups"),
        ("craft", "crafts"),
        ("level", "levels"),
        ("metric", "metrics"),
        ("licence", "licences"),
        ("programme", "programmes"),
    ):
        known = (ROOT / "products" / "vocabulary" / f"{vocabulary}.yml").read_text(encoding="utf-8")
        for word in re.findall(rf"\b{field}: ([a-z0-9-]+)", text):
            assert f"- id: {word}\n" in known
