"""The same records as ordinary pages of MkDocs: one Markdown page per record and language that says the same.

Material, no navigation entry and no search: the fastest set-up known for many pages. Reading YAML and writing the
Markdown is a gift to it, and its pages have no cards, so they are the smaller ones.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.benchmarks.cost import program
from tests.benchmarks.synthetic import synthetic_records

COMMAND = [program("mkdocs"), "build", "--quiet"]
SETTINGS = """\
site_name: Ordinary
theme:
  name: material
  language: vi
  font: false
plugins: []
not_in_nav: |
  **
nav:
  - index.md
"""
WORDS = {
    "vi": ("Nguyên liệu", "Quy cách", "Các bước", "Giải thưởng", "Địa chỉ", "Nguồn", "Năm", "Cấp", "Quyết định"),
    "en": ("Materials", "Specifications", "Steps", "Awards", "Address", "Sources", "Year", "Level", "Decision"),
}


def write_mkdocs_site(folder: Path, records: int, seed: int) -> None:
    """Write everything that MkDocs reads into a folder."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (docs / "index.md").write_text("# Ordinary\n", encoding="utf-8")
    for language, root in (("vi", docs), ("en", docs / "en")):
        for record in synthetic_records(records, seed):
            page = root / f"{record.kind}s" / f"{record.id}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(ordinary_page(record.data, language), encoding="utf-8")


def ordinary_page(record: dict[str, Any], language: str) -> str:
    """Say in Markdown what a record's page says: the parts that every record of its kind has.

    >>> print(ordinary_page({"name": {"vi": "Nón lá"}, "sources": [{"title": "Báo", "url": "https://a.example/"}],
    ...     "place": {"since_2025": {"commune": "Xã Kim Liên"}}}, "vi").splitlines()[4])
    # Nón lá
    """
    materials, specs, steps, awards, address, sources, year, level, decision = WORDS[language]

    def said(text: dict[str, str]) -> str:
        return text.get(language, text["vi"])

    name = said(record["name"])
    lines = ["---", f"title: {name}", f"description: {name}", "---", f"# {name}", ""]
    lines += [f"{said(record[part])}\n" for part in ("summary", "description") if part in record]
    for title, part, mark in ((materials, "materials", "-"), (specs, "specs", "-"), (steps, "process", "1.")):
        if part in record:
            lines += [f"## {title}", "", *(f"{mark} {said(item)}" for item in record[part]), ""]
    if "awards" in record:
        lines += [f"## {awards}", "", f"| {year} | {level} | {decision} |", "|---|---|---|"]
        lines += [f"| {a['year']} | {a['level']} | {a['decision']['number']} |" for a in record["awards"]] + [""]
    lines += [
        f"## {address}",
        "",
        *(f"- {', '.join(map(str, part.values()))}" for part in record["place"].values()),
        "",
    ]
    lines += [f"## {sources}", "", *(f"- [{source['title']}]({source['url']})" for source in record["sources"]), ""]
    return "\n".join(lines)
