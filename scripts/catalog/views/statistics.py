"""The catalog in numbers: tables whose numbers are drawn beside them.

They count records, not the country: a province with few records is one that few people have written down yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.text import format_date, format_number, sort_key
from catalog.views.body import Body
from catalog.views.charts import Bar, bar
from catalog.views.cover import craft_image
from catalog.views.edition import Edition, Link, Words
from catalog.views.image import Image
from catalog.views.ways import honoured, short_level


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """One row of a table."""

    head: Link
    picture: Image | None
    """Pattern of the craft that the row is about."""
    bar: Bar
    """The number of the first cell, drawn."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statistic:
    """One question with its answer, drawn and written."""

    id: str
    """Anchor, the same in every language."""
    title: str
    caption: str
    """What was counted, and when."""
    columns: tuple[str, ...]
    """Heads of the columns, that of the row heads first."""
    rows: tuple[StatisticsRow, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """How much of one kind the catalog holds."""

    number: str
    link: Link


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """The page of numbers."""

    title: str
    lead: str
    totals: tuple[Total, ...]
    statistics: tuple[Statistic, ...]


def statistics_body(edition: Edition) -> Body:
    """Make the page of numbers."""
    t, catalog = edition.t, edition.catalog
    facts = {
        "villages": t.count("count.village", len(catalog.villages)),
        "makers": t.count("count.maker", len(catalog.makers)),
        "products": t.count("count.product", len(catalog.products)),
        "date": format_date(catalog.as_of.isoformat(), t.language),
    }
    found = (
        _by(edition, "products-by-province", "product", edition.provinces, _sizes(catalog.products_by_province)),
        _by(edition, "products-by-craft", "product", edition.crafts, _sizes(catalog.products_by_craft)),
        _by(edition, "products-by-group", "product", _unlinked(edition.groups), _sizes(catalog.products_by_group)),
        _honours_by_year(edition),
        _honours_by_level(edition),
        _by(edition, "villages-by-province", "village", edition.provinces, _sizes(catalog.villages_by_province)),
        _by(edition, "villages-by-craft", "village", edition.crafts, _sizes(catalog.villages_by_craft)),
    )
    return Body(
        title=t("statistics.title"),
        description=t("statistics.description", **facts),
        view=StatisticsView(
            title=t("statistics.title"),
            lead=t("statistics.lead", **facts),
            totals=totals(edition),
            statistics=tuple(statistic for statistic in found if statistic.rows),
        ),
    )


def totals(edition: Edition) -> tuple[Total, ...]:
    """Count villages, products, makers, and the crafts and provinces that have any of them."""
    t, catalog = edition.t, edition.catalog
    crafts = {*catalog.villages_by_craft, *catalog.products_by_craft} & catalog.vocabulary.crafts.keys()
    provinces = {
        *catalog.villages_by_province,
        *catalog.products_by_province,
        *catalog.makers_by_province,
    } & catalog.vocabulary.provinces.keys()
    numbers = (
        ("villages", "village", len(catalog.villages)),
        ("products", "product", len(catalog.products)),
        ("makers", "maker", len(catalog.makers)),
        ("crafts", "craft", len(crafts)),
        ("provinces", "province", len(provinces)),
    )
    return tuple(
        Total(
            format_number(number, t.language),
            edition.link(kind, "", Words(t(f"home.noun.{noun}.{'one' if number == 1 else 'other'}"), None)),
        )
        for kind, noun, number in numbers
    )


def _by(edition: Edition, id_: str, noun: str, links: Mapping[str, Link], sizes: Mapping[str, int]) -> Statistic:
    """Count by one word of a vocabulary, the greatest number first, alphabetical among equals."""
    ordered = sorted(
        ((links[word], size, word) for word, size in sizes.items() if word in links and size),
        key=lambda found: (-found[1], sort_key(found[0].words.text)),
    )
    pictures = [craft_image(word) if links is edition.crafts else None for _, _, word in ordered]
    return _statistic(edition, id_, noun, [(link, size, ()) for link, size, _ in ordered], (), pictures)


def _honours_by_year(edition: Edition) -> Statistic:
    """Count honours of each year, by programme in the table."""
    years: dict[int, Counter[str]] = {}
    for round_, honours in edition.catalog.rounds.items():
        years.setdefault(round_.year, Counter())[round_.programme] += honoured(honours)
    programmes = [id_ for id_ in edition.catalog.vocabulary.programmes if any(found[id_] for found in years.values())]
    shorts = [edition.catalog.vocabulary.programmes[id_].short for id_ in programmes]
    rows = [
        (
            Link(Words(str(year), None), None),
            sum(found.values()),
            tuple(format_number(found[id_], edition.language) for id_ in programmes),
        )
        for year, found in sorted(years.items(), reverse=True)
    ]
    return _statistic(edition, "honours-by-year", "honour", rows, shorts)


def _honours_by_level(edition: Edition) -> Statistic:
    """Count honours by programme and level, with the years they were given in."""
    rounds: dict[tuple[str, str], list[tuple[int, int]]] = {}
    names: dict[tuple[str, str], str] = {}
    for round_, honours in edition.catalog.rounds.items():
        key = (round_.programme, round_.level)
        rounds.setdefault(key, []).append((round_.year, honoured(honours)))
        names[key] = short_level(edition, round_)
    rows = [
        (
            Link(Words(names[key], None), None),
            sum(number for _, number in found),
            (", ".join(str(year) for year, _ in sorted(found)),),
        )
        for key, found in rounds.items()
    ]
    rows.sort(key=lambda row: -row[1])
    return _statistic(edition, "honours-by-level", "honour", rows, [edition.t("statistics.years")])


def _statistic(
    edition: Edition,
    id_: str,
    noun: str,
    rows: Sequence[tuple[Link, int, tuple[str, ...]]],
    more_columns: Sequence[str],
    pictures: Sequence[Image | None] = (),
) -> Statistic:
    t = edition.t
    key = id_.replace("-", "_")
    greatest = max((size for _, size, _ in rows), default=0)
    date = format_date(edition.catalog.as_of.isoformat(), t.language)
    return Statistic(
        id=id_,
        title=t(f"statistics.{key}.title"),
        caption=t("statistics.counted", what=t(f"statistics.{key}.caption"), date=date),
        columns=(t(f"statistics.{key}.head"), t(f"statistics.number_of_{noun}s"), *more_columns),
        rows=tuple(
            StatisticsRow(
                link, picture, bar(size, greatest, counted=not more_columns), (format_number(size, t.language), *cells)
            )
            for (link, size, cells), picture in zip(rows, pictures or [None] * len(rows), strict=True)
        ),
    )


def _sizes(members: Mapping[str, Sequence[object]]) -> dict[str, int]:
    return {word: len(found) for word, found in members.items()}


def _unlinked(names: Mapping[str, Words]) -> dict[str, Link]:
    return {id_: Link(words, None) for id_, words in names.items()}
