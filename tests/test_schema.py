"""Promises of the JSON Schemas: they are the model's, and agree with how records are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from catalog.model import VOCABULARIES
from catalog.model.schema import json_schemas
from catalog.source import VOCABULARY, read_document, read_file

ROOT = Path(__file__).parents[1]
SCHEMAS = json_schemas()
RECORDS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "products").glob("*/*/*.yml"))


def schema_of(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMAS[f"{name}.schema.json"])
    return schema


def problems(name: str, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema_of(name)).iter_errors(data)]


def test_files_equal_the_model() -> None:
    """The files in the repository are what `catalog schema` writes: change the model, run it again."""
    folder = ROOT / "products" / "schemas"

    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")} == SCHEMAS


@pytest.mark.parametrize("name", ["village", "maker", "product", *VOCABULARIES])
def test_schema_is_one(name: str) -> None:
    """Each schema is valid draft 2020-12, readable Vietnamese, with a title in both languages and no made-up titles."""
    schema = schema_of(name)
    text = SCHEMAS[f"{name}.schema.json"]

    Draft202012Validator.check_schema(schema)
    assert " / " in schema["title"]
    assert "$id" not in schema
    assert "\\u" not in text
    assert text.endswith("}\n")


def test_every_field_says_what_it_means() -> None:
    """Every field of every schema has a description, Vietnamese first, then English."""
    silent = [
        f"{name}: {owner}.{field}"
        for name in SCHEMAS
        for owner, model in ({"": json.loads(SCHEMAS[name])} | json.loads(SCHEMAS[name]).get("$defs", {})).items()
        for field, described in model.get("properties", {}).items()
        if "\n\n" not in described.get("description", "")
    ]

    assert silent == []


def test_every_record_fits_its_schema() -> None:
    """What `catalog check` accepts an editor accepts too: each record, read text first, fits its schema."""
    found = {}
    for file in RECORDS:
        document, _ = read_file(ROOT / file, file)
        assert document is not None, file
        name = {"village.yml": "village", "maker.yml": "maker"}.get(Path(file).name, "product")
        if wrong := problems(name, document.data):
            found[file] = wrong

    assert len(RECORDS) > 400
    assert found == {}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_vocabulary_fits_its_schema(name: str) -> None:
    """Each vocabulary is a list that fits its schema."""
    document, _ = read_file(ROOT / f"products/vocabulary/{name}.yml", name, VOCABULARY)

    assert document is not None
    assert problems(name, document.data) == []


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("date: 2023", True),  # an integer to the reader
        ("date: 2023-08", True),
        ("date: 2023-08-23", True),
        ("date: '2023'", True),
        ("date: 23/8/2023", False),
        ("date: true", False),
        ("title: 2023", False),
        ("prise: 3", False),
    ],
)
def test_schema_agrees_with_the_reader(line: str, fits: bool) -> None:
    """A date may be written as a year alone; other text stays text."""
    source = line if line.startswith("title") else f"title: Nguồn\n    {line}"
    place = "place:\n  since_2025:\n    province: ha-noi\n"
    document, _ = read_document(f"name: Làng\ncrafts: [huong]\n{place}sources:\n  - {source}\n".encode(), "x.yml")

    assert document is not None
    assert (problems("village", document.data) == []) is fits


@pytest.mark.parametrize("name", ["village", "maker", "product"])
def test_records_name_their_schema(name: str) -> None:
    """The first line of each record leads an editor to its schema."""
    expected = f"# yaml-language-server: $schema=../../schemas/{name}.schema.json"
    kinds = {"village.yml": "village", "maker.yml": "maker"}
    wrong = [
        file
        for file in RECORDS
        if kinds.get(Path(file).name, "product") == name
        and (ROOT / file).read_text(encoding="utf-8").split("\n", 1)[0] != expected
    ]

    assert wrong == []
