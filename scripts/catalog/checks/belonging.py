"""Who belongs to whom: products to makers and villages, makers to villages."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.known import Known
from catalog.diagnostics import Diagnostic
from catalog.model import Maker, Product, Village
from catalog.repository import Entry
from catalog.source import Document
from catalog.source import Path as ValuePath


def check_product(product: Entry[Product], known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with where a product says it comes from."""
    value, document, home = product.value, product.document, product.home
    in_maker = f"{home}/maker.yml" in known.repository.files
    in_village = f"{home}/village.yml" in known.repository.files
    if not (in_maker or in_village or value.maker or value.village or value.maker_unknown):
        yield document.diagnose("home-missing", home=home)
    if value.maker_unknown and (value.maker or in_maker):
        yield document.diagnose("maker-known", ("maker_unknown",), maker=value.maker or home.rpartition("/")[2])
    yield from _check_reference("unknown-maker", document, ("maker",), value.maker, known)
    yield from _check_reference("unknown-village", document, ("village",), value.village, known)


def check_maker(maker: Entry[Maker], known: Known) -> Iterator[Diagnostic]:
    """Yield what is wrong with a maker's kind and village."""
    types = known.vocabulary["maker-types"]
    if maker.value.type is not None and types.lacks(maker.value.type):
        yield types.unknown(maker.document, ("type",), maker.value.type)
    yield from _check_reference("unknown-village", maker.document, ("village",), maker.value.village, known)


def check_mentions(village: Entry[Village], known: Known) -> Iterator[Diagnostic]:
    """Yield makers that a village names by an id nobody has."""
    for position, mention in enumerate(village.value.makers):
        path = ("makers", position, "maker")
        yield from _check_reference("unknown-maker", village.document, path, mention.maker, known)


def _check_reference(
    code: str, document: Document, path: ValuePath, id_: str | None, known: Known
) -> Iterator[Diagnostic]:
    there = known.makers if code == "unknown-maker" else known.villages
    if id_ is not None and id_ not in there:
        yield document.diagnose(code, path, suggestion=known.nearest_home(id_, there), id=id_)
