"""Promises of the words of the web pages: every language says the same things, and nothing is said by nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.strings import DEFAULT_LANGUAGE, Strings, read_strings

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "scripts" / "catalog" / "strings"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yml"))
WORDS = {language: read_strings(language).words for language in LANGUAGES}
KEY = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+"
PART = r"(?:[a-z0-9_]+|\{[^{}]*\})+"
DYNAMIC = rf"{PART}(?:\.{PART})+"
"""A key with parts that are known when the page is made: `award.state.{state}`."""


def names(sentence: str) -> set[str]:
    return set(re.findall(r"\{([^{}]*)\}", sentence))


def source_texts() -> list[str]:
    """Return the text of everything that may ask for words: our modules and templates."""
    paths = [*(ROOT / "scripts" / "catalog").rglob("*.py"), *(ROOT / "overrides").rglob("*.html")]
    return [path.read_text(encoding="utf-8") for path in sorted(paths)]


SOURCES = source_texts()
ASKED = {key for text in SOURCES for key in re.findall(rf"""\bt(?:\.count)?\(\s*["']({KEY})["']\s*[,)]""", text)}
"""Keys that are asked for by name."""
MENTIONED = {key for text in SOURCES for key in re.findall(rf"""["']({KEY})["']""", text)}
"""Everything in quotes that looks like a key."""
BUILT = {key for text in SOURCES for key in re.findall(rf'f"({DYNAMIC})"', text) if re.search(r"\{.*[a-z]\}", key)}
PREFIXES = tuple({key for text in SOURCES for key in re.findall(r"""["']([a-z_]+(?:\.[a-z_]+)*\.)["']\s*~""", text)})
"""Beginnings that templates add a part to."""


def pattern_of(built: str) -> re.Pattern[str] | None:
    """Return what a key put together from parts may become; `None` where no part of it is known."""
    known = re.sub(r"\{[^{}]*\}", "", built).strip(".")
    return re.compile(re.sub(r"\\\{.*?\\\}", "[a-z0-9_]+", re.escape(built))) if known else None


PATTERNS = [pattern for built in sorted(BUILT) if (pattern := pattern_of(built)) is not None]


@pytest.mark.parametrize("language", LANGUAGES)
class TestLanguage:
    """Each language file, beside the Vietnamese one."""

    def test_says_the_same_things(self, language: str) -> None:
        """Every key of one language stands in every other."""
        assert set(WORDS[language]) == set(WORDS[DEFAULT_LANGUAGE])

    def test_tells_the_same_facts(self, language: str) -> None:
        """A fact that one language fills into a sentence is filled in by every other."""
        other = WORDS[DEFAULT_LANGUAGE]
        assert {k: names(s) for k, s in WORDS[language].items()} == {k: names(other[k]) for k in WORDS[language]}

    def test_leaves_nothing_empty(self, language: str) -> None:
        """Every key has words, without spaces around them."""
        assert [key for key, sentence in WORDS[language].items() if not sentence or sentence != sentence.strip()] == []

    def test_counts_in_one_and_other(self, language: str) -> None:
        """What can be counted has a form for one and a form for any other number."""
        halves = {key.rpartition(".")[0] for key in WORDS[language] if key.endswith((".one", ".other"))}
        assert [key for key in sorted(halves) if {f"{key}.one", f"{key}.other"} - WORDS[language].keys()] == []


def test_every_key_asked_for_exists() -> None:
    """No template and no view asks for words that nobody has written."""
    known = WORDS[DEFAULT_LANGUAGE]
    assert [key for key in sorted(ASKED) if key not in known and f"{key}.one" not in known] == []


def test_every_key_is_used() -> None:
    """No words lie about that no page shows."""

    def used(key: str) -> bool:
        forms = {key, key.removesuffix(".one").removesuffix(".other")}
        return (
            not forms.isdisjoint(MENTIONED)
            or key.startswith(PREFIXES)
            or any(pattern.fullmatch(form) for form in forms for pattern in PATTERNS)
        )

    assert [key for key in WORDS[DEFAULT_LANGUAGE] if not used(key)] == []


@pytest.mark.parametrize(
    ("count", "vi", "en"),
    [(0, "0 sản phẩm", "0 products"), (1, "1 sản phẩm", "1 product"), (1234, "1.234 sản phẩm", "1,234 products")],
)
def test_count(count: int, vi: str, en: str) -> None:
    """Counting follows each language's plural and its way to write numbers."""
    assert read_strings("vi").count("count.product", count) == vi
    assert read_strings("en").count("count.product", count) == en


def test_a_fact_is_never_a_pattern() -> None:
    """Braces in a record stay what they are, also those that name another fact."""
    t = Strings("vi", {"x": "{name} ở {place}"})
    assert t("x", name="{place} {0} {{", place="Huế") == "{place} {0} {{ ở Huế"


def test_unknown_key_is_an_error() -> None:
    """A misspelt key, or a fact that was forgotten, stops the build instead of leaving a hole."""
    t = Strings("vi", {"x": "{name}"})
    with pytest.raises(KeyError):
        t("y")
    with pytest.raises(KeyError):
        t("x", place="Huế")
