"""Who belongs to whom: products to makers and villages, makers to villages."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.known import Known, KnownWords
from catalog.diagnostics import Diagnostic
from catalog.model import Maker, Product, Record, Village
from catalog.repository import Entry
from catalog.source import Path as ValuePath


def check_product(product: Entry[Product], known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with where a product says it comes from."""
    brief, home = product.gist, product.folder
    in_maker = f"{home}/maker.yml" in known.repository.files
    in_village = f"{home}/village.yml" in known.repository.files
    if not (in_maker or in_village or brief.maker or brief.village or brief.maker_unknown):
        yield product.document.diagnose("home-missing", home=home)
    if brief.maker_unknown and (brief.maker or in_maker):
        maker = brief.maker or home.rpartition("/")[2]
        yield product.document.diagnose("maker-known", ("maker_unknown",), maker=maker)
    yield from _check_reference("unknown-maker", product, ("maker",), brief.maker, known)
    yield from _check_reference("unknown-village", product, ("village",), brief.village, known)


def check_maker(maker: Entry[Maker], known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with where a maker says it works."""
    yield from _check_reference("unknown-village", maker, ("village",), maker.gist.village, known)


def check_type(maker: Entry[Maker], known: KnownWords) -> Iterator[Diagnostic]:
    """Yield a kind of maker that no vocabulary knows."""
    types = known.vocabulary["maker-types"]
    if maker.value.type is not None and types.lacks(maker.value.type):
        yield types.unknown(maker.document, ("type",), maker.value.type)


def check_mentions(village: Entry[Village], known: Known) -> Iterator[Diagnostic]:
    """Yield makers that a village names by an id nobody has."""
    for position, mention in enumerate(village.value.makers if village.gist.mentions else ()):
        path = ("makers", position, "maker")
        yield from _check_reference("unknown-maker", village, path, mention.maker, known)


def _check_reference(
    code: str, entry: Entry[Record], path: ValuePath, id_: str | None, known: Known
) -> Iterator[Diagnostic]:
    there = known.makers if code == "unknown-maker" else known.villages
    if id_ is not None and id_ not in there:
        yield entry.document.diagnose(code, path, suggestion=known.nearest_home(id_, there), id=id_)
