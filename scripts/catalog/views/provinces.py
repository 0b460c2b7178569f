"""The 34 provinces and cities with what the catalog holds of each, and kindly those it holds nothing of yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from catalog.model import Province
from catalog.text import join_list, sort_key
from catalog.views.body import Body
from catalog.views.cover import craft_image
from catalog.views.crafts import members
from catalog.views.edition import Edition, Link
from catalog.views.image import Image

PATTERNS = 4
"""Crafts of a province shown by their patterns."""


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """One province or city."""

    link: Link
    counts: str
    before: str | None
    """Which former provinces it was formed from; `None`: it kept its bounds."""
    patterns: tuple[Image, ...]
    """Of its villages' crafts, those with the most villages first."""


@dataclass(frozen=True, slots=True)
class ProvincesView:
    """The list of provinces."""

    title: str
    lead: str
    present: tuple[ProvinceRow, ...]
    """Those with at least one record."""
    absent: tuple[ProvinceRow, ...]
    invitation: str
    """What is said above those without records."""


def provinces_body(edition: Edition) -> Body:
    """Make the list of provinces."""
    t, catalog = edition.t, edition.catalog
    present: list[ProvinceRow] = []
    absent: list[ProvinceRow] = []
    for province in sorted(catalog.vocabulary.provinces.values(), key=lambda province: sort_key(province.name.vi)):
        numbers = [
            len(found.get(province.id, ()))
            for found in (catalog.villages_by_province, catalog.products_by_province, catalog.makers_by_province)
        ]
        row = ProvinceRow(
            link=edition.province(province.id),
            counts=members(edition, *numbers),
            before=_before(edition, province),
            patterns=tuple(craft_image(craft) for craft in _crafts(edition, province)),
        )
        (present if any(numbers) else absent).append(row)
    facts = {
        "total": t.count("count.province", len(present) + len(absent)),
        "present": t.count("count.province", len(present)),
    }
    return Body(
        title=t("provinces.title"),
        description=t("provinces.description", **facts),
        view=ProvincesView(
            title=t("provinces.title"),
            lead=t("provinces.lead", **facts),
            present=tuple(present),
            absent=tuple(absent),
            invitation=t("provinces.invitation"),
        ),
    )


def short_name(name: str) -> str:
    """Return the name of a province or city without its kind.

    >>> short_name("Tỉnh An Giang"), short_name("Thành phố Cần Thơ")
    ('An Giang', 'Cần Thơ')
    """
    return name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def _crafts(edition: Edition, province: Province) -> list[str]:
    villages = edition.catalog.villages_by_province.get(province.id, ())
    counted = Counter(craft for village in villages for craft in village.value.crafts)
    known = [(craft, number) for craft, number in counted.items() if craft in edition.catalog.vocabulary.crafts]
    return [craft for craft, _ in sorted(known, key=lambda found: (-found[1], found[0]))[:PATTERNS]]


def _before(edition: Edition, province: Province) -> str | None:
    if len(province.formed_from) == 1:
        return None
    return edition.t(
        "provinces.formed_from",
        names=join_list([short_name(former.name) for former in province.formed_from], edition.language),
    )
