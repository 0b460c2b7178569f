"""Promises of `catalog.validate`."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from catalog.diagnostics import Diagnostic, format_text, has_errors
from catalog.model import VOCABULARIES, Craft, Maker, Product, Strict, Text, Village
from catalog.source import Document, read_document
from catalog.validate import validate, validate_list

PLACE = "place:\n  since_2025:\n    province: ha-noi\n"
SOURCES = "sources:\n  - title: Báo Hà Nội mới\n"
PRODUCT = PLACE + SOURCES
"""Seven lines; what is tested follows them."""


def read(text: str) -> Document:
    document, findings = read_document(text.encode(), "a.yml")
    assert document is not None, format_text(findings)
    return document


def findings_of(text: str, kind: type[Any] = Product) -> list[Diagnostic]:
    return validate(read(text), kind)[1]


def odd(value: str) -> str:
    raise PydanticCustomError("odd_rule", "pydantic's own words about {value}", {"value": value})


def known(value: str) -> str:
    raise PydanticCustomError("not_a_slug", "pydantic's own words about {value}", {"value": value})


def test_a_good_record_is_read() -> None:
    """A record with few fields is a value of the model, without a finding."""
    record, findings = validate(read(PRODUCT + "name: Hương đen\n"), Product)

    assert findings == []
    assert record is not None
    assert record.name == Text(vi="Hương đen")
    assert record.place.since_2025.province == "ha-noi"


MISTAKES = [
    # what follows, code, line and column after the five lines of PRODUCT, suggestion
    ("name: x\nprise: 4\n", "unknown-field", 2, 1, "price"),
    ("name: x\nxyzzy: 4\n", "unknown-field", 2, 1, None),
    ("name:\n  vn: x\n", "unknown-field", 2, 3, "vi"),
    ("name:\n  en: x\n", "missing-field", 1, 1, None),
    ("name: 12\n", "wrong-type", 1, 7, '"12"'),
    ("name: 4.50\n", "wrong-type", 1, 7, '"4.50"'),
    ("name: true\n", "wrong-type", 1, 7, '"true"'),
    ("name: [a, b]\n", "wrong-type", 1, 7, None),
    ("name:\n  vi: 12\n", "wrong-type", 2, 7, '"12"'),
    ("name: x\nis_set: có\n", "wrong-type", 2, 9, "true"),
    ("name: x\nis_set: No\n", "wrong-type", 2, 9, "false"),
    ("name: x\nis_set: 1\n", "wrong-type", 2, 9, None),
    ("name: x\nprice: {amount: 450.000, checked: 2025}\n", "wrong-type", 2, 17, "450000"),
    ("name: x\nprice: {amount: 1.200.000 đồng, checked: 2025}\n", "wrong-type", 2, 17, "1200000"),
    ('name: x\nprice: {amount: "5", checked: 2025}\n', "wrong-type", 2, 17, "5"),
    ("name: x\nprice: 450000\n", "fields-expected", 2, 8, None),
    ("name: x\nawards: [cnnt]\n", "fields-expected", 2, 10, None),
    ("name: x\naliases: y\n", "list-expected", 2, 10, None),
    ("name: x\naliases: {a: y}\n", "list-expected", 2, 10, None),
    ("name: x\naliases:\n", "empty-field", 2, 9, None),
    ("name:\n", "empty-field", 1, 6, None),
    ("name: ''\n", "empty-text", 1, 7, None),
    ("name:\n  vi: ''\n", "empty-text", 2, 7, None),
    ("name: x\naliases: [" + "y" * 500 + "]\n", "too-long", 2, 11, None),
    ("name: x\ncraft: Nón Lá\n", "not-a-slug", 2, 8, None),
    ("name: x\ncraft: Non La\n", "not-a-slug", 2, 8, "non-la"),
    ("name: x\nawards: [{programme: cnnt, status: award}]\n", "unknown-choice", 2, 36, "awarded"),
    ("name: x\nawards: [{programme: cnnt, status: qwerty}]\n", "unknown-choice", 2, 36, None),
    ("name: x\nawards: [{programme: cnnt, year: 21}]\n", "out-of-range", 2, 34, None),
    ("name: x\nawards: [{programme: cnnt, year: 20255}]\n", "out-of-range", 2, 34, None),
    ("name: x\nawards: [{programme: cnnt, date: 23/8/2023}]\n", "not-a-date", 2, 34, None),
    ("name: x\nawards: [{programme: cnnt, date: 2023-02-30}]\n", "not-a-date", 2, 34, None),
    ("name: x\nawards: [{programme: cnnt, date: 23}]\n", "not-a-date", 2, 34, None),
    ("name: x\nawards: [{programme: cnnt, date: [1]}]\n", "wrong-type", 2, 34, None),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "suggestion"), MISTAKES)
def test_a_mistake_costs_one_message(text: str, code: str, line: int, column: int, suggestion: str | None) -> None:
    """Each mistake is said once, at its own place, with what was probably meant."""
    findings = findings_of(PRODUCT + text)

    assert [(f.code, f.at.line - 5, f.at.column, f.suggestion) for f in findings] == [(code, line, column, suggestion)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("name: x\n", Product, [("missing-field", 1, 1), ("missing-field", 1, 1)]),
        ("name: x\nsources: []\n" + PLACE, Product, [("empty-list", 2, 10)]),
        ("name: x\n" + PLACE + "sources: [{url: y}]\n", Product, [("missing-field", 5, 11)]),
        ("name: x\n" + PLACE + "sources: [{title: ''}]\n", Product, [("empty-text", 5, 19)]),
        ("hello\n", Product, [("fields-expected", 1, 1)]),
        ("- a\n", Maker, [("fields-expected", 1, 1)]),
        (PRODUCT + "name: x\ncrafts: []\n", Village, [("empty-list", 7, 9)]),
        (
            PRODUCT + "name: x\ncrafts: [huong]\nfigures: [{metric: so-ho, value: nhiều}]\n",
            Village,
            [("wrong-type", 8, 34)],
        ),
        (
            PRODUCT + "name: x\ncrafts: [huong]\ncoordinates: {lat: bắc, lon: 105, precision: x}\n",
            Village,
            [("missing-field", 8, 1), ("wrong-type", 8, 20), ("unknown-choice", 8, 46)],
        ),
    ],
)
def test_mistakes_are_told_together(text: str, kind: type[Any], expected: list[tuple[str, int, int]]) -> None:
    """All mistakes of a record come at once, in reading order, without echoes."""
    assert [(f.code, f.at.line, f.at.column) for f in findings_of(text, kind)] == expected


def test_a_missing_field_is_explained() -> None:
    """What a missing field means is taken from the model, in both languages."""
    (finding,) = findings_of(PRODUCT)

    assert finding.code == "missing-field"
    assert "Tên" in (finding.advice("vi") or "")
    assert "Name" in (finding.advice("en") or "")


def test_known_fields_come_from_the_model() -> None:
    """Where nothing is near, the fields of the model are listed."""
    (finding,) = findings_of(PRODUCT + "name: x\nawards: [{programme: cnnt, qqq: 1}]\n")

    assert "decision" in (finding.advice("vi") or "")


def test_a_point_that_looks_like_thousands_is_asked_about() -> None:
    """`1.200` where whole numbers are welcome too is read as a fraction, with a warning; coordinates are left alone."""
    text = "crafts: [huong]\nname: x\nfigures:\n  - metric: so-ho\n    value: 1.200\ncoordinates:\n"
    text += "  lat: 20.731\n  lon: 105.811\n  precision: village\n  source: x\n"
    record, findings = validate(read(text + PRODUCT), Village)

    assert record is not None
    assert [(f.code, f.severity, f.at.line, f.facts["whole"]) for f in findings] == [
        ("thousands-point", "warning", 5, "1200")
    ]


def test_a_vocabulary_is_a_list() -> None:
    """The elements of a vocabulary are judged one by one; places count from the file."""
    good, none = validate_list(read("- id: huong\n  name: Hương\n- id: non-la\n  name: {vi: Nón, en: Hats}\n"), Craft)
    bad, findings = validate_list(read("- id: huong\n  name: Hương\n- id: Non La\n  nam: Nón\n- 5\n"), Craft)
    other, (finding,) = validate_list(read("id: huong\n"), Craft)

    assert good is not None
    assert [craft.id for craft in good] == ["huong", "non-la"]
    assert none == []
    assert bad is None
    assert other is None
    assert finding.code == "list-expected"
    assert [(f.code, f.at.line, f.suggestion) for f in findings] == [
        ("not-a-slug", 3, "non-la"),
        ("unknown-field", 4, "name"),
        ("fields-expected", 5, None),
    ]


class Riddle(Strict):
    """A rule that has no sentence yet, and one that has."""

    word: Annotated[str, AfterValidator(odd)]
    date: Annotated[str, AfterValidator(known)] = ""


def test_rules_of_the_model_may_have_sentences_of_their_own() -> None:
    """A rule named like a message brings that message; any other is said in general words, never in pydantic's."""
    findings = findings_of("word: x\ndate: y\n", Riddle)

    assert [(f.code, f.at.line, f.at.column) for f in findings] == [("not-accepted", 1, 7), ("not-a-slug", 2, 7)]
    assert "pydantic's own words" not in format_text(findings)


VALUES = st.recursive(
    st.sampled_from(["x", "''", "12", "1.5", "true", "null", "", "2023-01", "Non La", "“x”"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(item or "''" for item in items) + "]")
        | st.dictionaries(
            st.sampled_from(
                ["vi", "en", "title", "value", "year", "month", "programme", "since_2025", "province", "q"]
            ),
            inner,
            max_size=3,
        ).map(lambda fields: "{" + ", ".join(f"{name}: {value or 0}" for name, value in fields.items()) + "}")
    ),
    max_leaves=6,
)
FIELDS = sorted({name for kind in (Village, Maker, Product) for name in kind.model_fields})


@given(
    st.sampled_from([Village, Maker, Product, *VOCABULARIES.values()]),
    st.dictionaries(st.sampled_from([*FIELDS, "id", "oops"]), VALUES, max_size=5),
)
def test_any_data_is_read_or_explained(kind: type[Any], fields: dict[str, str]) -> None:
    """Whatever a record holds, there is a value exactly when there is no error, and every finding can be printed."""
    document, _ = read_document(
        ("{}" + "\n".join(f"{n}: {v}" for n, v in fields.items()))[2 * bool(fields) :].encode(), "a"
    )
    if document is None:
        return
    for record, findings in (validate(document, kind), validate_list(document, kind)):
        assert (record is None) == has_errors(findings)
        assert "Input should" not in format_text(findings)
