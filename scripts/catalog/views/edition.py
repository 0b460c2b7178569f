"""The catalog in one language: texts with their fallback, links, and the small phrases every view needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from markupsafe import Markup, escape

from catalog.addresses import AddressPlan
from catalog.images.plan import Picture
from catalog.index import Catalog
from catalog.model import Text, Word
from catalog.prose import to_html
from catalog.strings import DEFAULT_LANGUAGE, Strings
from catalog.validity import Grounds
from catalog.views.image import Image
from catalog.views.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Words:
    """A text ready to be shown."""

    text: str
    lang: str | None
    """Language to mark when it is not the page's own; `None`: the page's language."""

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> Markup:
        """Return the text as HTML; what fell back to Vietnamese says so to screen readers and browsers."""
        if self.lang is None:
            return escape(self.text)
        return Markup('<span lang="{}">{}</span>').format(self.lang, self.text)


@dataclass(frozen=True, slots=True)
class Prose:
    """A longer text ready to be shown: paragraphs, lists, emphasis, links."""

    html: Markup
    """Safe HTML, made by `prose.to_html` or from escaped text here and nowhere else."""
    lang: str | None
    """As in `Words`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another page of the site."""

    words: Words
    uri: str | None
    """Relative to the site's root; templates put `root` before it. `None`: the site has no such page."""


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """One record among others. A card is equal to itself alone: it is made once, and looked up by the thousand."""

    kind: str
    """`village`, `maker` or `product`."""
    name: Words
    uri: str
    overline: Words | None
    """Above the name: its craft, kind of maker or product group."""
    text: Words | None
    """Below the name: where it is, who makes it."""
    honour: str | None
    """Its best award or title with its year, never as current when it is not."""
    stamp: Stamp | None
    """The stamp of that honour."""
    cover: Image
    """Its first photo, else the pattern of its craft."""


@dataclass(frozen=True)
class Edition:
    """The catalog as one language shows it."""

    catalog: Catalog
    plan: AddressPlan
    t: Strings
    site_url: str = ""
    """Full address of the site with `/` at its end; the empty text when the site does not know it."""
    edit_base: str = ""
    """What stands before a record's file in the address where it can be edited; the empty text when nobody can say."""
    share_cards: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Kind and slug of a page → address of its share card, relative to the site's root."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """Photo file, relative to the project → what became of it; those that could not be made are missing."""
    plates: frozenset[str] = frozenset()
    """Ids of the crafts that have a plate of their own."""

    cards: dict[str, tuple[Card, frozenset[str]]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Product id → its card, once it has been made, and what it was made of; `card.product_card` keeps them."""
    awards: dict[tuple[Grounds, str | None, int | None], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Grounds, level and stars of awards → what is said alike of all that share them; `honours.award_view` keeps it."""
    cards_made: list[str] = field(default_factory=list, init=False, repr=False, compare=False)
    """Ids of the products whose cards have been made and not been learned since."""
    trails: dict[str, tuple[Link, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Kind of page → the pages above it, once they have been named; `trail.trail_to` keeps them."""

    @property
    def language(self) -> str:
        """The edition's language, for example `vi`."""
        return self.t.language

    def words(self, text: Text) -> Words:
        """Return a text in the edition's language, or in Vietnamese marked as such."""
        if self.language == DEFAULT_LANGUAGE:
            return Words(text.vi, None)
        translated: str | None = getattr(text, self.language, None)
        return Words(translated, None) if translated else Words(text.vi, DEFAULT_LANGUAGE)

    def maybe(self, text: Text | None) -> Words | None:
        """Return `words` of a text that may be missing."""
        return None if text is None else self.words(text)

    def note(self, text: Text | None) -> Words | None:
        """Return a remark that stands by itself, with a capital first letter; it may be missing."""
        return None if text is None else capitalised(self.words(text))

    def every(self, texts: tuple[Text, ...]) -> tuple[Words, ...]:
        """Return `words` of each text."""
        return tuple([self.words(text) for text in texts])

    def items(self, texts: tuple[Text, ...]) -> tuple[Words, ...]:
        """Return `words` of each text, with a capital first letter: items of a list, steps."""
        return tuple([capitalised(self.words(text)) for text in texts])

    def maybe_prose(self, text: Text | None) -> Prose | None:
        """Return `prose` of a text that may be missing."""
        return None if text is None else self.prose(text)

    def prose(self, text: Text) -> Prose:
        """Return a text in small Markdown as HTML, with the same fallback as `words`."""
        words = self.words(text)
        return Prose(Markup(to_html(words.text)), words.lang)  # noqa: S704 - `to_html` writes every tag itself

    def sentence(self, *keys: str, **facts: Words | str) -> Prose:
        """Return a sentence of the site's own words as a paragraph; facts in another language are marked in it.

        Several keys are the parts of one sentence, in order.
        """
        if all(isinstance(fact, str) or fact.lang is None for fact in facts.values()):
            filled: str = escape(self.plain(*keys, **facts))
        else:
            html = {name: escape(fact) for name, fact in facts.items()}
            filled = str(escape(_pattern(self.t, keys))).format_map(html)
        return Prose(Markup(f"<p>{filled}</p>"), None)  # noqa: S704 - pattern and facts were escaped

    def plain(self, *keys: str, **facts: Words | str) -> str:
        """Return the same sentence as plain text."""
        texts = {name: fact if isinstance(fact, str) else fact.text for name, fact in facts.items()}
        return _pattern(self.t, keys).format_map(texts)

    def has(self, kind: str) -> bool:
        """Tell whether the site has pages of this kind in the edition's language."""
        return self.plan.has(kind, self.language)

    def uri(self, kind: str, slug: str = "") -> str:
        """Return the address of a page in the edition's language, relative to the site's root."""
        return self.plan.uri(kind, self.language, slug)

    def link(self, kind: str, slug: str, words: Words) -> Link:
        """Return a way to a page, or its words alone where the site has no such kind of page."""
        return Link(words, self.uri(kind, slug) if self.has(kind) else None)

    @cached_property
    def crafts(self) -> Mapping[str, Link]:
        """Craft id → link to its page."""
        return self._links("craft", self.catalog.vocabulary.crafts)

    @cached_property
    def provinces(self) -> Mapping[str, Link]:
        """Province id → link to its page, with its short name (Hà Nội)."""
        return self._links("province", self.catalog.vocabulary.provinces)

    @cached_property
    def groups(self) -> Mapping[str, Words]:
        """Product group id → its name."""
        return self._names(self.catalog.vocabulary.groups)

    @cached_property
    def levels(self) -> Mapping[str, Words]:
        """Level id → its name."""
        return self._names(self.catalog.vocabulary.levels)

    @cached_property
    def titles(self) -> Mapping[str, Words]:
        """Award programme id → what its winners are called, as it stands in a sentence."""
        programmes = self.catalog.vocabulary.programmes
        return {id_: self.words(programme.title or programme.name) for id_, programme in programmes.items()}

    @cached_property
    def maker_types(self) -> Mapping[str, Words]:
        """Maker type id → its name."""
        return self._names(self.catalog.vocabulary.maker_types)

    def name(self, names: Mapping[str, Words], id_: str) -> Words:
        """Return a word's name; a word that no vocabulary knows is shown as its id."""
        return names.get(id_) or Words(id_, None)

    def craft(self, id_: str) -> Link:
        """Return the link of a craft; one that the vocabulary does not know is shown as its id."""
        return self.crafts.get(id_) or Link(Words(id_, None), None)

    def province(self, id_: str) -> Link:
        """Return the link of a province; one that the vocabulary does not know is shown as its id."""
        return self.provinces.get(id_) or Link(Words(id_, None), None)

    def _names(self, words: Mapping[str, Word]) -> dict[str, Words]:
        return {id_: self.words(word.name) for id_, word in words.items()}

    def _links(self, kind: str, words: Mapping[str, Word]) -> dict[str, Link]:
        return {id_: self.link(kind, id_, self.words(word.name)) for id_, word in words.items()}


def inside(words: Words) -> Words:
    """Return a name as it stands inside a sentence: small first letter, unless it is an abbreviation."""
    text = words.text
    return Words(text[:1].lower() + text[1:], words.lang) if text[1:2].islower() else words


def capitalised(words: Words) -> Words:
    """Return a text with a capital first letter, the others as they are."""
    return Words(words.text[:1].upper() + words.text[1:], words.lang)


@lru_cache(1024)
def _pattern(t: Strings, keys: tuple[str, ...]) -> str:
    """Return the parts of a sentence, places for facts still in it."""
    return " ".join([t.words[key] for key in keys])
