"""The index and the filters: what the browser reads is what the records say, and small."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.search import Document, Documents, KeptIndex, WrittenPage, changes_of, document_of, index_files, revised
from catalog.search.kept_index import LastIndex
from catalog.search.numbers import DIGITS, column, rising, width_for
from catalog.search.words import bare, spelt, words_of
from catalog.text import fold, spelling
from catalog.views import (
    ENTRY_KINDS,
    Edition,
    SearchEntry,
    Sieve,
    SieveEntry,
    entry_places,
    search_entries,
    search_entry,
    sieve_entry,
    sieves,
    spoken,
)
from tests.editions import edition_of, real_catalog


def read_rising(text: str) -> Iterator[int]:
    """Read what `rising` writes, as its docstring tells."""
    if text.startswith("."):
        for at, character in enumerate(text[1:]):
            yield from (6 * at + bit for bit in range(6) if DIGITS.index(character) >> bit & 1)
        return
    last, gap, shift = -1, 0, 0
    for character in text:
        digit = DIGITS.index(character)
        gap += (digit & 31) << shift
        shift += 5
        if digit < 32:
            last += gap
            yield last
            gap = shift = 0


@given(st.sets(st.integers(0, 20_000)))
def test_rising_numbers_come_back(numbers: set[int]) -> None:
    """What is written is read back, and never costs more than its map."""
    written = rising(sorted(numbers))

    assert list(read_rising(written)) == sorted(numbers)
    assert len(written) <= max(numbers, default=-1) // 6 + 2


@given(st.lists(st.integers(0, 4095)))
def test_columns_come_back(numbers: list[int]) -> None:
    """Each number is two characters, the lowest digit first."""
    text = column(numbers, 2)

    assert [DIGITS.index(a) + 64 * DIGITS.index(b) for a, b in zip(text[::2], text[1::2], strict=True)] == numbers
    assert width_for(4096) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hoà"), ("Thủy", "THUỶ"), ("quý", "qúy"), ("Đồng", "Ðồng"), ("M’nông", "M'nông")],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    """Where the tone stands, capitals and look-alikes make no difference."""
    assert words_of(one) == words_of(other)


@pytest.mark.parametrize(("one", "other"), [("má", "mà"), ("đông", "dông"), ("hương", "huong"), ("tre", "trẻ")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """Marks that tell words apart are kept; folded they are one."""
    assert words_of(one) != words_of(other)
    assert bare(words_of(one)[0]) == bare(words_of(other)[0])


@given(st.text())
def test_words_fold_as_the_catalog_does(text: str) -> None:
    """The bare form of a word is its `fold`, whatever is typed, and spelling a bare word changes nothing."""
    for word in words_of(text):
        assert bare(word) == fold(bare(word))
        assert spelt(bare(word)) in (bare(word), spelt(fold(bare(word))))


def page(name: str, *facts: str, text: str = "", kind: str = "village") -> SearchEntry:
    entry = SearchEntry.of_written(f"lang-nghe/{fold(name).replace(' ', '-')}/", name, "ở đâu đó", text)
    return SearchEntry(
        kind=kind,
        uri=entry.uri,
        title=entry.title,
        names=(name,),
        facts=facts,
        text=text,
        line=entry.line,
        honour=None,
    )


def built(*entries: SearchEntry, written: tuple[WrittenPage, ...] = ()) -> tuple[dict[str, Any], dict[str, Any]]:
    """Build an index and return its head and its other files by their short names."""
    files = index_files(map(document_of, entries), written, (), {}, "vi")
    head = json.loads(files["assets/search/vi.json"])
    rest = {name.rpartition("/")[2]: json.loads(data) for name, data in files.items() if name.count("/") == 3}
    return head, rest


def all_sieves(edition: Edition) -> tuple[Sieve, ...]:
    """Return the sieves of all records."""
    return sieves(edition, ((kind, sieve_entry(edition, kind, slug)) for kind, slug in entry_places(edition)))


def test_an_index_says_where_words_stand() -> None:
    """Names, facts and texts are told apart; a word of a name or fact is not repeated as text."""
    head, files = built(
        page("Làng hương", "Ứng Hòa", text="phơi hương"), page("Làng gốm", text="hương", kind="product")
    )

    assert files["w0.json"]["huong"] == {"hương": ["B"]}
    assert files["w0.json"]["lang"] == {"langF": ["BB"]}
    assert files["w0.json"]["hoa"] == {"hoaF": ["", "B"]}
    assert files["t0.json"]["huong"] == {"hương": ["C"]}
    assert files["t0.json"]["phoi"] == {"phơi": ["B"]}
    assert files["b0.json"][0] == ["Làng hương", "lang-huong/", "ở đâu đó"]
    assert head["prefixes"][ENTRY_KINDS.index("village")] == "lang-nghe/"
    assert head["lengths"] == "CC"


def test_a_written_page_is_in_the_index() -> None:
    """Pages that people wrote are found by their title and their words."""
    _, files = built(written=(WrittenPage("nguon/", "Nguồn", "Từ đâu.", "Nghị quyết 202"),))

    assert files["w0.json"]["nguon"] == {"nguônF": ["B"]}
    assert files["t0.json"]["202"] == {"": ["B"]}


def test_equal_entries_give_equal_bytes() -> None:
    """The index depends on its entries alone; another entry gives another folder, so no browser mixes two indexes."""
    one = index_files([document_of(page("Làng hương"))], (), (), {}, "vi")

    assert one == index_files([document_of(page("Làng hương"))], (), (), {}, "vi")
    assert sorted(one) != sorted(index_files([document_of(page("Làng gốm"))], (), (), {}, "vi"))


SOME = ("làng", "gốm", "hương", "43", "hòa", "hoà", "Hoa", "bát", "đèn", "lồng", "–", "ª")
WORDS = st.lists(st.sampled_from(SOME), max_size=4).map(" ".join)
PAGES = st.builds(
    lambda name, fact, text, sieve: document_of(page(f"Làng {name}", fact, text=text), sieve),
    *(WORDS, WORDS, WORDS),
    st.sampled_from([None, SieveEntry(("gom-su",), (), "ha-noi", "", False, (), ("x", "lang-x/"))]),
)


@given(st.lists(PAGES, min_size=10, max_size=120), st.data())
@settings(max_examples=60, deadline=None)
def test_a_revised_index_is_a_new_one(before: list[Document], data: st.DataObject) -> None:
    """Where some pages say something else, the index of before is changed to what would be made from nothing."""
    numbers = st.sets(st.integers(0, len(before) - 1), max_size=len(before) // 10)
    now = [document._replace(shown=(*document.shown[:1], "x/y/", "")) for document in before]
    last = LastIndex([_key(document) for document in now], short_names(index_files(now, (), (), {}, "vi")))
    before, now = now, list(now)
    for number in data.draw(numbers):
        now[number] = data.draw(PAGES)._replace(shown=("Tên khác", "x/y/", data.draw(WORDS)))

    changes = changes_of(last, [_key(document) for document in now], lambda number, _: before[number], now.__getitem__)

    assert changes is not None
    assert revised(last.files, changes, {}, "vi") == index_files(now, (), (), {}, "vi")


def _key(document: Document) -> str:
    """Return what a kept index calls a page: its name and what stands for its document."""
    return f"x {hashlib.sha256(document.to_bytes()).hexdigest()}"


def short_names(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name.rpartition("/")[2]: content for name, content in files.items()}


@pytest.mark.parametrize("change", ["another name", "another address", "another kind", "one more", "many"])
def test_an_index_whose_numbers_move_is_made_anew(change: str) -> None:
    """Pages and names are counted; when the count changes, nothing of the last index is used."""
    before = [document_of(page(f"Làng {number}")) for number in range(20)]
    now = list(before)
    match change:
        case "another name":
            now[3] = now[3]._replace(names=(*now[3].names, "tên"))
        case "another address":
            now[3] = now[3]._replace(shown=("Làng 3", "lang-khac/"))
        case "another kind":
            now[3] = now[3]._replace(kind="product")
        case "one more":
            now.insert(3, now[3]._replace(facts="mơi"))
        case "many":
            now[:3] = [document._replace(facts="mơi") for document in now[:3]]
    last = LastIndex([_key(document) for document in before], {})
    keys = [_key(document) for document in now]
    assert changes_of(last, keys, lambda number, _: before[number], now.__getitem__) is None


def test_an_index_is_kept(tmp_path: Path) -> None:
    """What was kept comes back under its base; damaged or under another base it does not."""
    files = index_files([document_of(page("Làng hương"))], (), (), {}, "vi")
    KeptIndex(tmp_path / "index-vi", "a").keep(["x 1"], files)
    assert KeptIndex(tmp_path / "index-vi", "a").recall() == (["x 1"], short_names(files))
    assert KeptIndex(tmp_path / "index-vi", "b").recall() is None
    (tmp_path / "index-vi").write_bytes((tmp_path / "index-vi").read_bytes()[:-1])
    assert KeptIndex(tmp_path / "index-vi", "a").recall() is None


def test_a_document_survives_the_way_through_bytes() -> None:
    """What was made in another process or an earlier build is what would be made here."""
    edition = edition_of(real_catalog())
    for kind, slug in entry_places(edition):
        document = document_of(search_entry(edition, kind, slug), sieve_entry(edition, kind, slug))
        assert Document.from_bytes(document.to_bytes()) == document


def test_documents_are_kept_while_their_key_holds(tmp_path: Path) -> None:
    """A document is recalled under the key it was put under, by this process or a worker; one without a key is not."""
    content = document_of(page("Làng hương")).to_bytes()
    documents = Documents(tmp_path / "documents")
    worker = documents.fork()
    worker.put("vi", "village", "huong", "k1", content)
    worker.put("vi", "village", "gom", "", content)
    documents.merge(worker.report())
    assert documents.get("vi", "village", "gom") == Document.from_bytes(content)
    documents.save()

    again = Documents(tmp_path / "documents")
    worker = again.fork()
    assert not worker.holds("vi", "village", "huong", "k2")
    assert not worker.holds("vi", "village", "gom", "")
    assert worker.holds("vi", "village", "huong", "k1")
    again.merge(worker.report())
    assert again.get("vi", "village", "huong") == Document.from_bytes(content)
    assert again.get("vi", "village", "gom") is None


def test_a_few_new_documents_are_kept_apart(tmp_path: Path) -> None:
    """Where little is new the large file stays as it is; both together are what was put last."""
    old, new = (document_of(page(name)).to_bytes() for name in ("Làng hương", "Làng gốm"))
    documents = Documents(tmp_path / "documents")
    for number in range(30):
        documents.put("vi", "village", f"v{number}", "k1", old)
    documents.save()
    large = (tmp_path / "documents").read_bytes()
    for turn in range(2, 6):
        again = Documents(tmp_path / "documents")
        assert again.holds("vi", "village", "v5", f"k{turn - 1}")
        assert all(again.holds("vi", "village", f"v{number}", "k1") for number in range(30) if number != 5)
        again.put("vi", "village", "v5", f"k{turn}", new)
        again.save()
        assert again.trouble is None
        assert (tmp_path / "documents").read_bytes() == large
    assert Documents(tmp_path / "documents").before("vi", "village", "v5", "k5") == Document.from_bytes(new)
    again = Documents(tmp_path / "documents")
    for number in range(30):
        again.put("vi", "village", f"v{number}", "k9", new)
    again.save()
    assert [path.name for path in tmp_path.iterdir()] == ["documents"]


@pytest.mark.parametrize("damage", [b"", b"x", b"catalog-documents 1 0 0\n[]"])
def test_damaged_documents_are_forgotten(tmp_path: Path, damage: bytes) -> None:
    """A file that is not exactly what was written is as if it were not there."""
    (tmp_path / "documents").write_bytes(damage)

    assert not Documents(tmp_path / "documents").holds("vi", "village", "huong", "k1")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_record_has_an_entry(language: str) -> None:
    """Each village, product and maker can be found in each language, by its names in both."""
    edition = edition_of(real_catalog(), language)
    entries = list(search_entries(edition))
    catalog = edition.catalog

    assert len(entries) == len(entry_places(edition))
    for kind, records in (("village", catalog.villages), ("product", catalog.products), ("maker", catalog.makers)):
        found = {entry.uri: entry for entry in entries if entry.kind == kind}
        for record in records.values():
            names = found[edition.uri(kind, record.id)].names
            assert names[0] == edition.words(record.value.name).text
            known = {spelling(name) for name in names}
            assert all(spelling(name) in known for name in (record.value.name.vi, record.value.name.en) if name)


def test_places_are_known_by_both_addresses() -> None:
    """Old and new names of a place are among the facts of what is there."""
    entries = {entry.uri: entry for entry in search_entries(edition_of(real_catalog()))}
    facts = " ".join(entries["vi/village/quang-phu-cau/"].facts)

    assert all(name in facts for name in ("Ứng Hòa", "Quảng Phú Cầu", "Ứng Thiên", "Hà Nội"))


def test_sieves_say_what_records_are() -> None:
    """A facet's value holds the records that say so; one set of numbers for each record, in the list's order."""
    edition = edition_of(real_catalog())
    products, villages = all_sieves(edition)
    catalog = edition.catalog

    for sieve, records in ((products, catalog.products), (villages, catalog.villages)):
        assert {len(of) for of in (*sieve.of, sieve.honours_of)} == {len(records)}
        assert len(sieve.rows) == len(records)
        assert {len(row) for row in sieve.rows} == {len(sieve.columns)}
    craft, of = products.facets[0], products.of[0]
    number = [value for value, _ in craft.values].index("gom-su")
    found = [id_ for id_, values in zip(catalog.products, of, strict=True) if number in values]
    assert found == [product.id for product in catalog.products_by_craft["gom-su"]]


def test_revoked_and_proposed_awards_do_not_count() -> None:
    """Nobody is found by an award that was only proposed."""
    edition = edition_of(real_catalog())
    sieve = all_sieves(edition)[0]
    of = dict(zip(edition.catalog.products, sieve.honours_of, strict=True))
    for product in edition.catalog.products.values():
        given = [award for award in product.value.awards if award.status in ("awarded", "selected")]
        assert bool(of[product.id]) == bool(given)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_parameters_differ(language: str) -> None:
    """No two filters of one list share a word in the address."""
    edition = edition_of(real_catalog(), language)
    said = spoken(edition.t)
    for sieve in all_sieves(edition):
        ids = [facet.id for facet in (*sieve.facets, *sieve.honour_facets)]
        ids += [said["browse.parameter.sort"], said["browse.parameter.view"]]
        assert len(ids) == len(set(ids))
