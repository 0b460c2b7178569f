"""The year of the villages: festivals by lunar month, then those of the solar calendar, then those without a fixed day.

A lunar rule is what the record states; solar dates are computed from it, for this year and the next, and said to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from catalog.lunar import days_within, lunar_day, month_span
from catalog.model import Festival, Village
from catalog.repository import Entry
from catalog.text import format_date, format_range, join_list
from catalog.views.body import Body
from catalog.views.calendar import FestivalView, festival_view, market_days_line
from catalog.views.edition import Edition, Link, Words
from catalog.views.this_month import Leaf, leaf_of


@dataclass(frozen=True, slots=True)
class YearDates:
    """When a festival falls in one solar year."""

    year: str
    days: str
    """Its first days in words, “17/2”; a lunar year may put two or none into a solar one."""
    over: bool
    """All of them lie before the catalog's day."""


MOST = 60
"""Most festivals shown of one month, and most markets; every village tells its own on its page too."""
TIMES_AHEAD = 2
"""How many coming solar dates are computed."""


@dataclass(frozen=True, slots=True)
class VillageFestival:
    """One festival of one village."""

    festival: FestivalView
    day: str | None
    """Number of the day, or of the first and the last, as large letters show it; `None`: no day is known."""
    village: Link
    province: Link
    dates: tuple[YearDates, ...]
    """This year and the next; empty: nothing to count from."""


@dataclass(frozen=True, slots=True)
class Month:
    """What one part of the year holds."""

    id: str
    """Anchor."""
    title: str
    span: str | None
    """Its solar days in the lunar year that runs; `None`: it is no lunar month."""
    festivals: tuple[VillageFestival, ...]
    more: Link | None
    """How many more there are, and where to look for them; `None`: these are all."""


@dataclass(frozen=True, slots=True)
class MonthOfYear:
    """One of the twelve lunar months, seen from far."""

    name: str
    anchor: str | None
    """`None`: no festival is known in it."""
    span: str | None
    """As in `Month`."""
    festivals: int
    said: str
    """The same number in words."""
    current: bool
    """The catalog's day lies in it."""


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
    today: Leaf
    year: tuple[MonthOfYear, ...]
    """The twelve lunar months."""
    months: tuple[Month, ...]
    """Only those that hold something."""
    markets: tuple[MarketView, ...]
    more_markets: Link | None


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
            today=leaf_of(edition, edition.catalog.as_of),
            year=tuple(_year(edition, held)),
            months=tuple(_months(edition, held)),
            markets=tuple(islice(_markets(edition), MOST)),
            more_markets=_more(edition, "markets", sum(1 for _ in _markets(edition))),
        ),
    )


def dates_of(edition: Edition, festival: Festival) -> Iterator[YearDates]:
    """Yield when a lunar festival falls in this solar year and the next; nothing where no day is known."""
    rule, today = festival.lunar, edition.catalog.as_of
    if rule is None or rule.day is None:
        return
    for year in (today.year, today.year + 1):
        days = days_within(rule.day, rule.month, year)
        if days:
            said = join_list([_short_date(edition, day) for day in days], edition.language)
            yield YearDates(str(year), said, days[-1] < today)


def _year(edition: Edition, held: Iterable[tuple[Entry[Village], Festival]]) -> Iterator[MonthOfYear]:
    t = edition.t
    counted = Counter(festival.lunar.month for _, festival in held if festival.lunar is not None)
    now = lunar_day(edition.catalog.as_of).month
    for month in range(1, 13):
        number = counted[month]
        yield MonthOfYear(
            name=_capitalised(t(f"calendar.lunar.month.m{month}")),
            anchor=f"thang-{month}" if number else None,
            span=_span(edition, month),
            festivals=number,
            said=t.count("count.festival", number) if number else t("festivals.none_in_month"),
            current=month == now,
        )


def _span(edition: Edition, month: int) -> str | None:
    span = month_span(month, lunar_day(edition.catalog.as_of).year)
    if span is None:
        return None
    first, last = (_short_date(edition, day) for day in span)
    return edition.t("festivals.span", first=first, last=last)


def _short_date(edition: Edition, day: date) -> str:
    """Return a day without its year, as narrow columns show it: “17/2”, “17 Feb”."""
    return edition.t(f"festivals.short.m{day.month}", day=day.day)


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
        views = tuple(_village_festival(edition, village, festival) for _, village, festival in entries[:MOST])
        more = _more(edition, "festivals", len(entries))
        if part == 0:
            yield Month(
                f"thang-{month}",
                _capitalised(t("festivals.lunar_month", month=t(f"calendar.lunar.month.m{month}"))),
                _span(edition, month),
                views,
                more,
            )
        elif part == 1:
            yield Month("duong-lich", t("festivals.solar"), None, views, more)
        else:
            yield Month("khong-co-dinh", t("festivals.unfixed"), None, views, more)


def _more(edition: Edition, of: str, number: int) -> Link | None:
    """Say how many are left out; the list of villages, which can be filtered, has those who know."""
    if number <= MOST:
        return None
    return edition.link("villages", "", Words(edition.t.count(f"more.{of}", number - MOST), None))


def _village_festival(edition: Edition, village: Entry[Village], festival: Festival) -> VillageFestival:
    rule = festival.lunar or festival.solar
    day = None
    if rule is not None and rule.day is not None:
        day = format_range(rule.day, rule.day_end or rule.day, edition.language)
    return VillageFestival(
        festival=festival_view(edition, festival),
        day=day,
        village=_village_link(edition, village),
        province=edition.province(village.value.place.since_2025.province),
        dates=tuple(dates_of(edition, festival)),
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
