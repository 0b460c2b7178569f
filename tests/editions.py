"""Editions of the real catalog for the tests of `views`: an address plan of one folder a kind, no site around it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from catalog.addresses import SLUG, AddressPlan
from catalog.index import Catalog, build_catalog
from catalog.repository import read_repository
from catalog.strings import read_strings
from catalog.views import KINDS, Edition

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 23)
LANGUAGES = ("vi", "en")
OF_MANY = ("product", "village", "maker", "craft", "province", "award", "products-page", "villages-page", "makers-page")
"""Kinds with a page for each slug."""


@cache
def real_catalog() -> Catalog:
    """Return the catalog of the real records."""
    return build_catalog(read_repository(ROOT), AS_OF)


def edition_of(catalog: Catalog, language: str = "vi") -> Edition:
    """Return a catalog in one language; a page of kind `village` stands at `vi/village/<slug>/`."""
    places = {
        (kind, language): f"{language}/{kind}/{SLUG}/" if kind in OF_MANY else f"{language}/{kind}/"
        for kind in KINDS
        for language in LANGUAGES
    }
    return Edition(catalog, AddressPlan(places, LANGUAGES), read_strings(language))
