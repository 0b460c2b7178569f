"""Promises of `catalog.messages`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from catalog import messages
from catalog.messages import MESSAGES, Message, Term

PACKAGE = Path(messages.__file__).parent


def names(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


@pytest.mark.parametrize("code", MESSAGES)
def test_languages_use_the_same_placeholders(code: str) -> None:
    """A fact given in Vietnamese is given in English too, and the reverse."""
    text = MESSAGES[code]

    assert names(text.vi) == names(text.en)
    assert names(text.fix_vi) == names(text.fix_en)


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_are_there(code: str) -> None:
    """Each message has a whole sentence in both languages, and advice in both or in neither."""
    text = MESSAGES[code]

    assert text.vi.endswith((".", "}", "?"))
    assert text.en.endswith((".", "}", "?"))
    assert bool(text.fix_vi) == bool(text.fix_en)


@pytest.mark.parametrize("code", MESSAGES)
def test_codes_are_words(code: str) -> None:
    """A code is made of small words with hyphens, so that it can be searched for and spoken."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize("code", MESSAGES)
def test_nobody_is_blamed(code: str) -> None:
    """The sentences address a villager: no jargon of programmers, no blame."""
    text = MESSAGES[code]
    said = " ".join([text.en, text.fix_en]).lower()

    assert not re.search(r"\b(invalid|illegal|scalar|mapping|sequence|string|integer|boolean|null|node|parse)\b", said)
    assert "không hợp lệ" not in " ".join([text.vi, text.fix_vi]).lower()


@pytest.mark.parametrize("code", MESSAGES)
def test_messages_are_composed_vietnamese(code: str) -> None:
    """Vietnamese in the messages is written as records must be."""
    import unicodedata

    assert all(unicodedata.is_normalized("NFC", part) for part in (MESSAGES[code].vi, MESSAGES[code].fix_vi))


def test_every_message_is_written_once() -> None:
    """No code stands twice in the table, where the second would silently win."""
    tree = ast.parse((PACKAGE / "messages.py").read_text(encoding="utf-8"))
    table = next(
        node.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "MESSAGES"
    )
    assert isinstance(table, ast.Dict)
    codes = [key.value for key in table.keys if isinstance(key, ast.Constant)]

    assert len(codes) == len(table.keys) == len(set(codes)) == len(MESSAGES)


def test_every_code_in_use_has_a_message() -> None:
    """Whatever code a module hands to a finding, `MESSAGES` has a sentence for it."""
    used = {
        match
        for module in PACKAGE.rglob("*.py")
        for match in re.findall(
            r"(?:\bcode=|diagnose\(\s*|_report\(\s*|_stop\(\s*|_unlike\(document, path, )\"([a-z0-9-]+)\"",
            module.read_text(encoding="utf-8"),
        )
    }

    assert used - MESSAGES.keys() == set()


def test_every_message_is_used() -> None:
    """No sentence stays behind when its rule has gone."""
    code = "\n".join(
        module.read_text(encoding="utf-8") for module in PACKAGE.rglob("*.py") if module.name != "messages.py"
    )
    quoted = set(re.findall(r"[\"']([a-z0-9]+(?:-[a-z0-9]+)*)[\"']", code)) | {
        word.replace("_", "-") for word in re.findall(r"PydanticCustomError\(\s*\"(\w+)\"", code)
    }

    assert MESSAGES.keys() - quoted == set()


def test_terms_have_two_languages() -> None:
    """A word inside a sentence is there in both languages."""
    terms = [
        term
        for table in vars(messages).values()
        if isinstance(table, dict)
        for term in table.values()
        if isinstance(term, Term)
    ]

    assert terms
    assert all(term.vi and term.en for term in terms)
    assert all(isinstance(message, Message) for message in MESSAGES.values())
