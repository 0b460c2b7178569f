"""What a page reads of the catalog: noted where it is read, so that no view has to say it.

A fact is a short name: `product/lua-van-phuc` (all that this record says), `products_by_craft/gom-su` (which records
are in this group), `products/*` (which records there are). Whoever listens with `reading` learns the facts that were
read meanwhile; when nobody listens, nothing is noted. What a fact was worth, `index` and `memory` know.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", covariant=True)
D = TypeVar("D")

ALL = "*"
"""The part of a fact that stands for which members there are, and in which order."""

_listening: ContextVar[set[str] | None] = ContextVar("listening", default=None)


def note(fact: str) -> None:
    """Say that a fact is being read."""
    facts = _listening.get()
    if facts is not None:
        facts.add(fact)


@contextmanager
def reading() -> Iterator[set[str]]:
    """Collect the facts that are read in the block; whoever listens outside it learns them too."""
    facts: set[str] = set()
    outer = _listening.get()
    token = _listening.set(facts)
    try:
        yield facts
    finally:
        _listening.reset(token)
        if outer is not None:
            outer.update(facts)


@contextmanager
def unnoted() -> Iterator[None]:
    """Let nobody learn what is read in the block: it is read on behalf of nobody, or noted in other words."""
    token = _listening.set(None)
    try:
        yield
    finally:
        _listening.reset(token)


class Noted(Mapping[K, V]):
    """A mapping that notes what is looked up in it, found or not."""

    __slots__ = ("_name", "plain")

    def __init__(self, name: str, members: Mapping[K, V]) -> None:
        self._name = name
        self.plain = members
        """The mapping itself, which notes nothing."""

    def __getitem__(self, key: K) -> V:
        note(fact_of(self._name, key))
        return self.plain[key]

    def get(self, key: K, default: Any = None) -> Any:
        """Return a member, or the default."""
        note(fact_of(self._name, key))
        return self.plain.get(key, default)

    def __contains__(self, key: object) -> bool:
        note(fact_of(self._name, key))
        return key in self.plain

    def __iter__(self) -> Iterator[K]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def keys(self) -> KeysView[K]:
        """Return every key."""
        return self.whole().keys()

    def values(self) -> ValuesView[V]:
        """Return every member."""
        return self.whole().values()

    def items(self) -> ItemsView[K, V]:
        """Return every key with its member."""
        return self.whole().items()

    def whole(self) -> Mapping[K, V]:
        """Return the plain mapping: whoever asks for it reads which members there are."""
        note(f"{self._name}/{ALL}")
        return self.plain


def fact_of(name: str, key: object) -> str:
    """Name the fact that is one key's.

    >>> fact_of("village", "bat-trang"), fact_of("share-card", ("village", "bat-trang"))
    ('village/bat-trang', 'share-card/village/bat-trang')
    """
    return f"{name}/{key}" if isinstance(key, str) else f"{name}/{'/'.join(map(str, key))}"  # type: ignore[call-overload]


def plain(members: Mapping[K, D]) -> Mapping[K, D]:
    """Return a mapping that notes nothing, for what reads on behalf of nobody: an index, a rule, a count."""
    return members.plain if isinstance(members, Noted) else members


def worth(members: Mapping[str, object]) -> Callable[[str], str]:
    """Return what tells the worth of the facts about a mapping of plain values: each is worth how it is written."""

    def of(key: str) -> str:
        if key == ALL:
            return digest_of_lines(f"{name}: {member!r}" for name, member in members.items())
        return digest_of_lines([repr(members[key])]) if key in members else ""

    return of


def digest_of_lines(lines: Iterable[str]) -> str:
    """Return a short digest of lines; no two texts that anybody will ever write share one (128 bits)."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]
