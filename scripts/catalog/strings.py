"""Words of the web pages: one YAML file per language in `strings/`, nothing else to do for a third language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from catalog.diagnostics import format_text
from catalog.source import VOCABULARY, read_document
from catalog.text import format_number

DEFAULT_LANGUAGE = "vi"
"""The language at the root of the site and of every record."""
_FOLDER = Path(__file__).parent / "strings"


@dataclass(frozen=True, slots=True, eq=False)
class Strings:
    """The words of one language, by key."""

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, **facts: object) -> str:
        """Return a sentence, its `{name}` filled with plain text; an unknown key is an error of ours.

        Raises:
            KeyError: The language file has no such key, or the sentence asks for a fact that was not given.

        """
        # Facts are filled in all at once and never read as patterns themselves, whatever braces a record holds.
        return self.words[key].format_map(facts) if facts else self.words[key]

    def count(self, key: str, number: int, **facts: object) -> str:
        """Return `key.one` for one thing and `key.other` for any other number, with `{count}` filled in.

        Raises:
            KeyError: The language file has no such key, or the sentence asks for a fact that was not given.

        """
        form = "one" if number == 1 else "other"
        return self(f"{key}.{form}", count=format_number(number, self.language), **facts)


@cache
def read_strings(language: str) -> Strings:
    """Read the words of one language.

    Raises:
        FileNotFoundError: There is no file for this language.
        ValueError: The file is not what it should be.

    """
    path = _FOLDER / f"{language}.yml"
    document, findings = read_document(path.read_bytes(), path.name, VOCABULARY)
    if document is None:
        raise ValueError(format_text(findings))
    return Strings(language, dict(_flat(document.data)))


def has_strings(language: str) -> bool:
    """Tell whether there are words for a language."""
    return (_FOLDER / f"{language}.yml").is_file()


def _flat(data: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    words: list[tuple[str, str]] = []
    for key, value in data.items():
        if isinstance(value, dict):
            words += _flat(value, f"{prefix}{key}.")
        else:
            words.append((prefix + key, str(value)))
    return words
