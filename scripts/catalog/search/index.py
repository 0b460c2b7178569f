"""The search index of one language as files: a head, words in shards, the lines that results show in blocks.

    assets/search/vi.json              the head: how many pages, their kinds, where each shard begins
    assets/search/vi-<digest>/w0.json  words of names and facts, with the pages they stand on
    …                        /t0.json  words of texts, fetched only when names and facts say too little
    …                        /b0.json  sixteen pages each: name, address, line, award, language, picture
    …                        /words.json  every word of names and facts, to find the one that was meant

A shard is a few kilobytes of neighbouring words, so that a query fetches one for each of its words and a word that is
still being typed finds its continuations beside it. Equal entries give equal bytes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from catalog.search.document import LONGEST_NAME, Document, document_of
from catalog.search.numbers import column, rising
from catalog.search.page_text import WrittenPage
from catalog.search.table import table_files
from catalog.search.words import bare
from catalog.views import ENTRY_KINDS, SearchEntry, Sieve

INDEX_FOLDER = "assets/search"
"""Where the index stands in the site."""
BLOCK = 16
"""Pages in one block of lines."""
SHARD = 5_000
"""Characters after which a shard of words is full."""


Terms = dict[str, dict[str, list[str]]]
"""Folded word → spelling → lists of numbers, as `numbers.rising` writes them, empty ones at the end left out."""


@dataclass(frozen=True, slots=True)
class _Words:
    names: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Spelling → numbers of the names it stands in; names are counted through all pages."""
    facts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Spelling → numbers of the pages whose facts it stands in."""
    texts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Spelling → numbers of the pages in whose text alone it stands."""


def index_files(
    documents: Iterable[Document],
    written: Iterable[WrittenPage],
    sieves: Iterable[Sieve],
    spoken: Mapping[str, str],
    language: str,
) -> dict[str, bytes]:
    """Return the index of one language: file name, relative to the site's root → content.

    Args:
        documents: Every page made from records, in the order of the index.
        written: Pages that people wrote.
        sieves: Filters of the lists.
        spoken: Words of the site that the browser says, by key.
        language: For the names of the files.

    """
    words = _Words()
    kinds: list[int] = []
    names_of: list[int] = []
    lengths: list[int] = []
    lines: list[tuple[str, ...]] = []
    for number, document in enumerate(_all(documents, written)):
        for name in document.names:
            spellings = name.split()
            for spelling in spellings:
                words.names[spelling].append(len(lengths))
            lengths.append(min(len(spellings), LONGEST_NAME))
        for spelling in document.facts.split():
            words.facts[spelling].append(number)
        for spelling in document.text.split():
            words.texts[spelling].append(number)
        kinds.append(ENTRY_KINDS.index(document.kind))
        names_of.append(len(document.names))
        lines.append(document.shown)
    files, head = shard_files(*_terms(words))
    prefixes = _prefixes(kinds, lines)
    for start in range(0, len(lines), BLOCK):
        some = zip(kinds[start : start + BLOCK], lines[start : start + BLOCK], strict=True)
        files[f"b{start // BLOCK}.json"] = packed([line_of(line, prefixes[kind]) for kind, line in some])
    for sieve in sieves:
        files |= table_files(sieve)
    head |= {
        "folder": "",
        "block": BLOCK,
        "kinds": list(ENTRY_KINDS),
        "prefixes": [prefixes.get(kind, "") for kind in range(len(ENTRY_KINDS))],
        "kind": column(kinds, 1),
        "names": column(names_of, 1),
        "lengths": column(lengths, 1),
        "spoken": spoken,
    }
    return as_files(head, files, language)


def as_files(head: Mapping[str, object], files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """Return head and other files by their names in the site; the folder's name changes with every byte in it."""
    folder = f"{language}-{_digest(files)}"
    return {f"{INDEX_FOLDER}/{language}.json": packed({**head, "folder": folder})} | {
        f"{INDEX_FOLDER}/{folder}/{name}": content for name, content in files.items()
    }


def line_of(shown: Sequence[str], prefix: str) -> list[str]:
    """Return what a block says of one page: what results show, without what all addresses of its kind begin with."""
    title, uri, *rest = shown
    return trimmed([title, uri.removeprefix(prefix), *rest])


def _all(documents: Iterable[Document], written: Iterable[WrittenPage]) -> Iterator[Document]:
    yield from documents
    for page in sorted(written, key=lambda page: page.uri):
        yield document_of(SearchEntry.of_written(page.uri, page.title, page.description, page.text))


def _terms(words: _Words) -> tuple[Terms, Terms]:
    """Write the lists of the words of names and facts, and of those of texts."""
    found: Terms = defaultdict(dict)
    for spelling in {*words.names, *words.facts}:
        lists = [rising(words.names.get(spelling, ())), rising(words.facts.get(spelling, ()))]
        found[bare(spelling)][spelling] = trimmed(lists)
    texts: Terms = defaultdict(dict)
    for spelling, pages in words.texts.items():
        texts[bare(spelling)][spelling] = [rising(pages)]
    return found, texts


def shard_files(found: Terms, texts: Terms) -> tuple[dict[str, bytes], dict[str, object]]:
    """Return the files of words, and for each of the two sets the first word of every file.

    Args:
        found: Words of names and facts.
        texts: Words of texts.

    """
    common = sorted(word for word in found if len(word) > 1 and word.isalpha())
    files = {"words.json": packed(" ".join(common))}
    head: dict[str, object] = {}
    for letter, terms in (("w", found), ("t", texts)):
        firsts = []
        for number, shard in enumerate(_in_shards(terms)):
            firsts.append(next(iter(shard)))
            files[f"{letter}{number}.json"] = packed(shard)
        head[letter] = " ".join(firsts)
    return files, head


def _in_shards(terms: Terms) -> Iterator[Terms]:
    shard: Terms = {}
    size = 0
    for word in sorted(terms):
        if not word:
            continue
        spellings = {("" if spelling == word else spelling): terms[word][spelling] for spelling in sorted(terms[word])}
        length = len(word) + sum(len(text) + 8 for lists in spellings.values() for text in lists)
        if shard and size + length > SHARD:
            yield shard
            shard, size = {}, 0
        shard[word] = spellings
        size += length
    if shard:
        yield shard


def _prefixes(kinds: list[int], lines: list[tuple[str, ...]]) -> dict[int, str]:
    """Return what the addresses of each kind have in common, up to a slash."""
    addresses: dict[int, list[str]] = defaultdict(list)
    for kind, line in zip(kinds, lines, strict=True):
        addresses[kind].append(line[1])
    return {kind: _common_folder(found) for kind, found in addresses.items()}


def _common_folder(addresses: list[str]) -> str:
    """Return the longest beginning of all addresses that ends with a slash, never a whole one.

    >>> _common_folder(["en/villages/bat-trang/", "en/villages/van-phuc/"])
    'en/villages/'
    """
    first, last = min(addresses), max(addresses)
    same = next((at for at, pair in enumerate(zip(first, last, strict=False)) if len(set(pair)) == 2), len(first))
    return first[: first.rfind("/", 0, min(same, len(first) - 1)) + 1]


def trimmed(texts: list[str]) -> list[str]:
    """Leave out empty texts at the end."""
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _digest(files: Mapping[str, bytes]) -> str:
    digest = blake2b(digest_size=6)
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    return digest.hexdigest()


def packed(value: object) -> bytes:
    """Return a value as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
