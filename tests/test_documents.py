"""What README, CONTRIBUTING and their neighbours say is true of the tree they stand in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.model import Product
from catalog.source import read_document

PROJECT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    *sorted(PROJECT.glob("*.md")),
    *sorted((PROJECT / "scripts").rglob("*.md")),
    *sorted((PROJECT / "products").glob("*.md")),
]


def name_of(path: Path) -> str:
    """Name a document as its readers do."""
    return path.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    """A link to a file of the project finds it; links to headings find them in the same way as GitHub."""
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target) or target.startswith("../../issues"):  # the web; pages of GitHub itself
            continue
        path, _, heading = target.partition("#")
        page = (document.parent / path).resolve() if path else document
        if not page.exists() or (heading and heading not in anchors_of(page)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_make_targets_exist(document: Path) -> None:
    """Every `make …` that a document names is in the Makefile."""
    targets = set(re.findall(r"(?m)^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8")))
    named = set(re.findall(r"(?m)(?:`|^)make ([a-z]+)", document.read_text(encoding="utf-8")))
    assert named - targets == set()


def test_the_example_record_is_right() -> None:
    """The record that CONTRIBUTING shows passes as it stands."""
    blocks = re.findall(r"(?s)```yaml\n(.*?)```", (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    document, findings = read_document(blocks[0].encode(), "CONTRIBUTING.md")
    assert findings == []
    assert document is not None
    assert Product.model_validate(document.data).name.vi == "Bình gốm men lam"


def anchors_of(page: Path) -> set[str]:
    """Return the anchors of a Markdown page: `<a id>` and headings, named as GitHub names them.

    Small letters; letters, digits, `-` and `_` stay, spaces become `-`, everything else goes.
    """
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"(?m)^#+ +(.+?) *$", text)
    named = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return named | set(re.findall(r'<a id="([^"]+)">', text))
