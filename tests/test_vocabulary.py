"""Promises of the vocabularies in `products/vocabulary/`: the words that records choose from."""

from __future__ import annotations

from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import pytest

from catalog import source
from catalog.diagnostics import format_text
from catalog.model import (
    VOCABULARIES,
    Craft,
    Group,
    Level,
    Licence,
    Programme,
    Province,
    RecognitionType,
    Source,
    Strict,
    Text,
    UnfitHost,
    Word,
)
from catalog.prose import safe_url
from catalog.text import fold, nfc, slug, sort_key
from catalog.validate import validate_list

FOLDER = Path(__file__).parent.parent / "products" / "vocabulary"
WORDS = [name for name, kind in VOCABULARIES.items() if issubclass(kind, Word)]


@cache
def read(name: str) -> tuple[Strict, ...]:
    """Return the elements of one vocabulary; a mistake in it fails with the text that a villager would see."""
    document, findings = source.read_file(FOLDER / f"{name}.yml", f"products/vocabulary/{name}.yml", source.VOCABULARY)
    elements = None
    if document is not None:
        elements, found = validate_list(document, VOCABULARIES[name])
        findings = findings + found
    assert not findings, "\n" + format_text(findings)
    assert elements is not None
    return elements


def words(name: str) -> list[Word]:
    return [word for word in read(name) if isinstance(word, Word)]


def ids(name: str) -> set[str]:
    return {word.id for word in words(name)}


def test_every_file_is_a_vocabulary() -> None:
    """Each vocabulary of the model has its file, and there is no file without a model."""
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(VOCABULARIES)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_model_accepts_every_element(name: str) -> None:
    """A vocabulary is read without a finding, warnings included, and is not empty."""
    assert read(name)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_first_line_names_the_schema(name: str) -> None:
    """Editors complete and check a vocabulary."""
    first = (FOLDER / f"{name}.yml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../schemas/{name}.schema.json"


@pytest.mark.parametrize("name", WORDS)
def test_ids_are_unique_slugs(name: str) -> None:
    """An id stands for one word, and is its own slug."""
    seen = [word.id for word in words(name)]
    assert len(seen) == len(set(seen))
    assert [slug(word) for word in seen] == seen


@pytest.mark.parametrize("name", WORDS)
def test_names_are_in_both_languages(name: str) -> None:
    """A word can be shown on a Vietnamese and on an English page; what explains it is in both or in none."""
    for word in words(name):
        texts = [value for field in type(word).model_fields if isinstance(value := getattr(word, field), Text)]
        assert [text.vi for text in texts if not text.en] == []
        assert "\n" not in word.name.vi
        assert nfc(word.name.vi) == word.name.vi


@pytest.mark.parametrize("name", WORDS)
def test_aliases_add_something(name: str) -> None:
    """No alias repeats the name or another alias of the word."""
    for word in words(name):
        spoken = [nfc(each).casefold() for each in (word.name.vi, *word.aliases)]
        assert len(spoken) == len(set(spoken)), word.id


@pytest.mark.parametrize("name", WORDS)
def test_sources_can_be_followed(name: str) -> None:
    """An address given as a source is one that a page may link to."""
    for word in words(name):
        sources = [word.source, *(rule.source for rule in getattr(word, "validity", ()))]
        addresses = [each.url for each in sources if isinstance(each, Source) and each.url]
        addresses += [word.url] if isinstance(word, Licence) and word.url else []
        assert [url for url in addresses if safe_url(url) is None] == []


def test_there_are_34_provinces_from_63() -> None:
    """Since 1 July 2025 there are 28 provinces and 6 cities; each of the 63 former ones went into exactly one."""
    provinces = [each for each in read("provinces") if isinstance(each, Province)]
    former = list(chain.from_iterable(province.formed_from for province in provinces))
    assert [sum(province.kind == kind for province in provinces) for kind in ("province", "city")] == [28, 6]
    assert len(former) == 63
    assert len({each.id for each in former}) == 63
    assert len({fold(each.name) for each in former}) == 63
    assert sum(len(province.formed_from) == 1 for province in provinces) == 11


def test_a_province_keeps_an_old_name() -> None:
    """A new province carries the name, and so the id, of one of those it came from."""
    for province in read("provinces"):
        assert isinstance(province, Province)
        assert province.id in {each.id for each in province.formed_from}
        for former in province.formed_from:
            assert former.id == slug(former.name.removeprefix("Thành phố ").removeprefix("Tỉnh "))


def test_provinces_stand_in_vietnamese_order() -> None:
    """The order of the file is the order of display."""
    keys = [sort_key(word.name.vi) for word in words("provinces")]
    assert all(one < other for one, other in pairwise(keys))


def test_groups_refer_to_what_exists() -> None:
    """A group belongs to a known programme and is replaced by a later group of the same programme."""
    groups = {each.id: each for each in read("groups") if isinstance(each, Group)}
    for group in groups.values():
        assert group.programme in ids("programmes")
        if group.replaced_by is not None:
            heir = groups[group.replaced_by]
            assert heir.programme == group.programme
            assert group.until is not None
            assert heir.since is not None
            assert group.until < heir.since
    assert {province.region for province in read("provinces") if isinstance(province, Province)} <= ids("regions") | {
        None
    }


def test_group_counts() -> None:
    """CNNT has four groups, OCOP six in each of its two versions."""
    groups = [each for each in read("groups") if isinstance(each, Group)]
    assert sum(group.programme == "cnnt" for group in groups) == 4
    assert sum(group.programme == "ocop" and group.until is None for group in groups) == 6
    assert sum(group.programme == "ocop" and group.until is not None for group in groups) == 6


def test_levels_change_over_on_one_day() -> None:
    """The district level ends the day before the commune level begins, on the same rank."""
    levels = {each.id: each for each in read("levels") if isinstance(each, Level)}
    assert (levels["huyen"].until, levels["xa"].since) == ("2025-06-30", "2025-07-01")
    assert [levels[each].rank for each in ("huyen", "xa", "tinh", "khu-vuc", "quoc-gia")] == [1, 1, 2, 3, 4]


def test_validity_rules() -> None:
    """CNNT: end of the fourth year, before 16 August 2018 (inferred) of the third; OCOP: 36 months and five stars."""
    programmes = {each.id: each for each in read("programmes") if isinstance(each, Programme)}
    cnnt, ocop = programmes["cnnt"], programmes["ocop"]
    assert [(r.decided_from, r.decided_before, r.end_of_year, r.inferred) for r in cnnt.validity] == [
        ("2018-08-16", None, 4, False),
        (None, "2018-08-16", 3, True),
    ]
    assert [rule.months for rule in ocop.validity] == [36]
    assert (cnnt.max_stars, ocop.max_stars) == (None, 5)


def test_crafts_say_what_they_are() -> None:
    """There are more than 28 crafts, each with a sentence that defines it."""
    crafts = [each for each in read("crafts") if isinstance(each, Craft)]
    assert len(crafts) > 28
    for craft in crafts:
        assert craft.summary is not None
        assert craft.summary.vi.endswith(".")
        assert (craft.summary.en or "").endswith(".")


@pytest.mark.parametrize("name", ["recognitions", "marks"])
def test_greater_titles_come_first(name: str) -> None:
    """The order of the file is the order of display, and ranks agree with it."""
    ranks = [each.rank for each in read(name) if isinstance(each, RecognitionType)]
    assert all(one > other for one, other in pairwise(ranks))


def test_titles_and_marks_are_apart() -> None:
    """A geographical indication or a mark is never a recognition."""
    assert ids("recognitions").isdisjoint(ids("marks"))


def test_unfit_hosts_are_bare_names() -> None:
    """A host is written without https, path or www, once."""
    hosts = [each.host for each in read("unfit-hosts") if isinstance(each, UnfitHost)]
    assert len(hosts) == len(set(hosts))
    for host in hosts:
        assert safe_url(f"https://{host}/") is not None
        assert host == host.lower().removeprefix("www.").strip("/")
