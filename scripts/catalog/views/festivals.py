"""The year of the villages: festivals by lunar month, then those of the solar calendar, then those without a fixed day.

A lunar rule is what the record states; solar dates are computed from it for the next two times and shown as computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog.lunar import next_days
from catalog.model import Festival, Village
from catalog.repository import Entry
from catalog.text import format_date, join_list
from catalog.views.body import Body
from catalog.views.calendar import FestivalView, festival_view, market_days_line
from catalog.views.edition import Edition, Link, Words

TIMES_AHEAD = 2
"""How many coming solar dates are computed."""


@dataclass(frozen=True, slots=True)
class VillageFestival:
    """One festival of one village."""

    festival: FestivalView
    village: Link
    province: Link
    ahead: str | None
    """Coming solar dates, said to be computed; `None`: they cannot be."""


@dataclass(frozen=True, slots=True)
class Month:
    """What one part of the year holds."""

    id: str
    """Anchor."""
    title: str
    festivals: tuple[VillageFestival, ...]


@dataclass(frozen=True, slots=True)
class MarketView:
    """The market days of one village."""

    village: Link
    province: Link
    rule: str
    note: Words | None


@dataclass(frozen=True, slots=True)
class FestivalsView:
    """The whole year."""

    title: str
    lead: str
    computed: str
    """How the solar dates came about."""
    months: tuple[Month, ...]
    """Only those that hold something."""
    markets: tuple[MarketView, ...]


def festivals_body(edition: Edition) -> Body:
    """Make the page of festivals and market days."""
    t = edition.t
    held = [
        (village, festival) for village in edition.catalog.villages.values() for festival in village.value.festivals
    ]
    total = t.count("count.festival", len(held))
    villages = t.count("count.village", len({village.id for village, _ in held}))
    return Body(
        title=t("festivals.title"),
        description=t("festivals.description", total=total, villages=villages),
        view=FestivalsView(
            title=t("festivals.title"),
            lead=t("festivals.lead", total=total, villages=villages),
            computed=t("festivals.computed", date=format_date(edition.catalog.as_of.isoformat(), t.language)),
            months=tuple(_months(edition, held)),
            markets=tuple(_markets(edition)),
        ),
    )


def dates_ahead(edition: Edition, festival: Festival) -> str | None:
    """Return the next two times of a lunar festival by the solar calendar, in words; `None`: no day to count from."""
    rule = festival.lunar
    if rule is None or rule.day is None:
        return None
    language = edition.language
    days = [
        format_date(day.isoformat(), language)
        for day in next_days(rule.day, rule.month, edition.catalog.as_of, TIMES_AHEAD)
    ]
    if not days:
        return None
    key = "festivals.ahead_from" if rule.day_end is not None else "festivals.ahead"
    return edition.t(key, days=join_list(days, language))


def _months(edition: Edition, held: Iterable[tuple[Entry[Village], Festival]]) -> Iterator[Month]:
    t = edition.t
    found: dict[tuple[int, int], list[tuple[int, Entry[Village], Festival]]] = {}
    for village, festival in held:
        rule = festival.lunar or festival.solar
        part = 0 if festival.lunar is not None else 1 if festival.solar is not None else 2
        place = (part, rule.month if rule is not None and part == 0 else 0)
        order = (rule.month * 100 + (rule.day or 0)) if rule is not None else 0
        found.setdefault(place, []).append((order, village, festival))
    for part, month in sorted(found):
        entries = sorted(found[part, month], key=lambda entry: entry[0])  # stable: villages stay in alphabetical order
        views = tuple(_village_festival(edition, village, festival) for _, village, festival in entries)
        if part == 0:
            yield Month(
                f"thang-{month}",
                _capitalised(t("festivals.lunar_month", month=t(f"calendar.lunar.month.m{month}"))),
                views,
            )
        elif part == 1:
            yield Month("duong-lich", t("festivals.solar"), views)
        else:
            yield Month("khong-co-dinh", t("festivals.unfixed"), views)


def _village_festival(edition: Edition, village: Entry[Village], festival: Festival) -> VillageFestival:
    return VillageFestival(
        festival=festival_view(edition, festival),
        village=_village_link(edition, village),
        province=edition.province(village.value.place.since_2025.province),
        ahead=dates_ahead(edition, festival),
    )


def _markets(edition: Edition) -> Iterator[MarketView]:
    for village in edition.catalog.villages.values():
        market = village.value.market_days
        if market is not None:
            yield MarketView(
                village=_village_link(edition, village),
                province=edition.province(village.value.place.since_2025.province),
                rule=market_days_line(edition, market),
                note=edition.maybe(market.note),
            )


def _village_link(edition: Edition, village: Entry[Village]) -> Link:
    return edition.link("village", village.id, edition.words(village.value.name))


def _capitalised(text: str) -> str:
    """Begin a heading with a capital and leave the rest alone."""
    return text[:1].upper() + text[1:]
