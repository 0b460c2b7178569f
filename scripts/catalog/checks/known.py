"""What the rules look things up in: the words of each vocabulary, the ids and files that are there.

Built once for a run. Where something could not be read, it counts as there: one mistake gives one finding, not one
more for every record that refers to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from catalog.diagnostics import Diagnostic
from catalog.index import Catalog
from catalog.messages import Term
from catalog.model import VOCABULARIES, Province, Strict, UnfitHost, Word
from catalog.repository import HOME_FILES, Repository, Vocabularies
from catalog.source import Document
from catalog.source import Path as ValuePath
from catalog.text import format_date, nearest, nfc, slug, spelling

KINDS: Final[Mapping[str, Term]] = {
    "crafts": Term("nghề", "craft"),
    "provinces": Term("tỉnh, thành phố", "province or city"),
    "programmes": Term("chương trình", "award programme"),
    "levels": Term("cấp", "level"),
    "regions": Term("khu vực", "region"),
    "groups": Term("nhóm sản phẩm", "product group"),
    "recognitions": Term("danh hiệu", "recognition"),
    "marks": Term("nhãn hiệu", "mark"),
    "maker-types": Term("loại hình cơ sở", "kind of maker"),
    "metrics": Term("loại số liệu", "kind of figure"),
    "licences": Term("giấy phép ảnh", "picture licence"),
}
"""Vocabulary → what one word of it is called in a sentence."""

_PROVINCE_WORD = re.compile(r"^(?:tỉnh|thành phố|tp\.?|t\.)\s*", re.IGNORECASE)
_SHOWN = 40
"""Words listed in one sentence; a longer list helps nobody."""


@dataclass(frozen=True, slots=True)
class FormerName:
    """A province as it was called until 30 June 2025."""

    name: str
    now: str
    """Id of the province that it is part of since."""


@dataclass(frozen=True)
class Words:
    """The words of one vocabulary."""

    name: str
    """File stem in `products/vocabulary/`."""
    words: Mapping[str, Strict]
    whole: bool
    """Could every word be read? If not, a word that is missing here is nobody's mistake."""

    def lacks(self, word: str | None) -> bool:
        """Tell whether a word is written and certainly not in the vocabulary."""
        return word is not None and word not in self.words and self.whole

    def unknown(self, document: Document, path: ValuePath, word: str) -> Diagnostic:
        """Return the finding about a word that the vocabulary lacks."""
        ids = list(self.words)
        listed = ", ".join(ids[:_SHOWN]) + (" …" if len(ids) > _SHOWN else "")
        return document.diagnose(
            "unknown-word",
            path,
            suggestion=self.meant(word),
            kind=KINDS[self.name],
            word=word,
            known=listed or "–",
            file=f"products/vocabulary/{self.name}.yml",
        )

    def meant(self, word: str) -> str | None:
        """Return the id of the word whose name, other name or id is nearest to what was written."""
        return self._by_name.get(word) or nearest(word, self.words)

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        names: dict[str, str] = {}
        for id_, word in self.words.items():
            if isinstance(word, Word):
                former = [province.id for province in word.formed_from] if isinstance(word, Province) else []
                for name in (word.name.vi, word.name.en, *word.aliases, *former):
                    if name:
                        names.setdefault(_slug(name), id_)
        return names


class KnownWords:
    """What a record can be judged by alone: the vocabularies."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self.vocabulary = {name: _words(vocabularies, name) for name in VOCABULARIES if name in KINDS}

    @cached_property
    def unfit_hosts(self) -> Mapping[str, UnfitHost]:
        """Host name in small letters → why its pages should not stand as sources."""
        words = [entry.value for entry in self._vocabularies.entries.get("unfit-hosts", ())]
        return {word.host.lower(): word for word in words if isinstance(word, UnfitHost)}

    @cached_property
    def former_provinces(self) -> Mapping[str, FormerName]:
        """Name of a province until 2025, as `bare_province` gives it → its full name and what it became."""
        found: dict[str, FormerName] = {}
        for word in self.vocabulary["provinces"].words.values():
            if isinstance(word, Province):
                for name in (*(former.name for former in word.formed_from), *word.aliases):
                    found.setdefault(bare_province(name), FormerName(name, word.id))
        return found


class Known(KnownWords):
    """Look-ups of one run of the checks: the vocabularies, and all records together."""

    def __init__(self, repository: Repository, catalog: Catalog) -> None:
        super().__init__(repository.vocabularies)
        self.repository = repository
        self.catalog = catalog
        self.records = repository.records
        self.villages = _homes(repository, "village.yml")
        """Village id → its file, readable or not."""
        self.makers = _homes(repository, "maker.yml")
        """Maker id → its file, readable or not."""
        self.products = _products(repository)
        """Product id → its file, readable or not."""
        self._meant: dict[tuple[str, bool], str | None] = {}

    def nearest_home(self, id_: str, homes: Mapping[str, str]) -> str | None:
        """Return the village's or maker's id that was probably meant; worked out once for each misspelt id."""
        asked = (id_, homes is self.makers)
        if asked not in self._meant:
            self._meant[asked] = nearest(id_, homes)
        return self._meant[asked]

    @cached_property
    def photos(self) -> Mapping[str, tuple[str, ...]]:
        """Folder of a home → names of the files in its `photos/`, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for file in sorted(self.repository.files):
            home, _, name = file.rpartition("/photos/")
            if home and "/" not in name:
                found[home].append(name)
        return {home: tuple(names) for home, names in found.items()}


@lru_cache(maxsize=4096)
def bare_province(name: str) -> str:
    """Return a province's name for comparison: “TP. Hà Nội”, “Thành phố Hà Nội” and “Hà Nội” are one.

    >>> bare_province("TP. Hà Nội") == bare_province("hà nội"), bare_province("Hà Nam") == bare_province("Hà Nàm")
    (True, False)
    """
    return spelling(_PROVINCE_WORD.sub("", nfc(name).strip()).replace("-", " "))


def said_date(partial: str) -> Term:
    """Return a date as each language writes it in a sentence."""
    return Term(format_date(partial, "vi"), format_date(partial, "en"))


def _words(vocabularies: Vocabularies, name: str) -> Words:
    entries = vocabularies.entries.get(name, ())
    words = {entry.value.id: entry.value for entry in reversed(entries) if isinstance(entry.value, Word)}
    in_order = {id_: words[id_] for id_ in reversed(words)}
    return Words(name, in_order, whole=name in vocabularies.whole)


def _homes(repository: Repository, file_name: str) -> dict[str, str]:
    homes: dict[str, str] = {}
    for file in repository.record_files:
        *_, home, name = file.split("/")
        if name == file_name:
            homes.setdefault(home, file)
    return homes


def _products(repository: Repository) -> dict[str, str]:
    products: dict[str, str] = {}
    for file in repository.record_files:
        name = file.rpartition("/")[2]
        if name not in HOME_FILES:
            products.setdefault(name.removesuffix(".yml"), file)
    return products


def _slug(name: str) -> str:
    try:
        return slug(name)
    except ValueError:  # a name in another script
        return name
