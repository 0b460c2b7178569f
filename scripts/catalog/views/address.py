"""Addresses before and since 1 July 2025 as pages show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.model import Place
from catalog.strings import Strings
from catalog.views.edition import Edition, Link, Words


@dataclass(frozen=True, slots=True)
class Address:
    """Both addresses of one place."""

    commune: str | None
    """Commune in force, for example `xã Ứng Thiên`, `Ứng Thiên commune`."""
    province: Link
    before: str | None
    """Address until 30 June 2025 in one line, from the hamlet to the province."""
    source: str | None
    """Where the address in force comes from, and whether it was worked out from the former commune, in a sentence."""
    published: str | None
    """The new address as an office or a newspaper printed it."""
    uncertain: Words | None
    """Why the new address is not certain."""
    note: Words | None


def address_view(edition: Edition, place: Place) -> Address:
    """Show both addresses of a place."""
    before, since = place.before_2025, place.since_2025
    told = "address.computed" if since.computed else "address.source"
    return Address(
        commune=unit_name(edition.t, since.commune) if since.commune else None,
        province=edition.province(since.province),
        before=None
        if before is None
        else ", ".join(
            [
                unit_name(edition.t, part)
                for part in (before.hamlet, before.commune, before.district, before.province)
                if part
            ]
        ),
        source=edition.t(told, source=since.source) if since.source else None,
        published=since.published,
        uncertain=edition.note(since.uncertain),
        note=edition.note(before.note) if before else None,
    )


def short_address(edition: Edition, place: Place) -> str:
    """Return the address in force in one line, for cards: `xã Ứng Thiên, Hà Nội`."""
    province = edition.province(place.since_2025.province).words.text
    commune = place.since_2025.commune
    return f"{unit_name(edition.t, commune)}, {province}" if commune else province


@lru_cache(8192)
def unit_name(t: Strings, printed: str) -> str:
    """Return the name of an administrative unit in the page's language, its kind spelt out.

    What is more than a kind and a plain name (numbered units, remarks in brackets) stays as printed.
    """
    match = _UNIT.fullmatch(printed.strip())
    if match is None:
        return printed
    kind = _KINDS[match[1].lower().rstrip(".")]
    return t(f"unit.{kind}", name=match[2])


_KINDS = {
    "xã": "commune",
    "phường": "ward",
    "p": "ward",
    "thị trấn": "township",
    "tt": "township",
    "đặc khu": "special_zone",
    "huyện": "district",
    "quận": "urban_district",
    "thị xã": "town",
    "tx": "town",
    "thành phố": "city",
    "tp": "city",
    "tỉnh": "province",
    "thôn": "hamlet",
}
"""Kinds of units as addresses print them → key of `unit` in the words of the site."""
_UNIT = re.compile(
    r"(Xã|Phường|P\.|Thị trấn|TT\.?|Đặc khu|Huyện|Quận|Thị xã|TX\.?|Thành phố|TP\.?|Tỉnh|Thôn)\s+([^\d,;(/][^,;(/]*)",
    re.I,
)
