"""Awards of products against the rules of their programmes: levels, regions, stars, years, last days.

What a programme's rules are stands in its vocabulary record. A decision known only by its year is judged only where
every day of that year would be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.known import KnownWords
from catalog.diagnostics import Diagnostic
from catalog.messages import Term
from catalog.model import Award, Group, Level, Product, Programme
from catalog.repository import Entry
from catalog.source import Document
from catalog.source import Path as ValuePath
from catalog.text import format_date
from catalog.validity import Span, computed_end, decided_in, span_of

REGIONAL = "khu-vuc"
"""The level whose awards name a region."""


def check_groups(product: Entry[Product], known: KnownWords) -> Iterator[Diagnostic]:
    """Yield groups and crafts no vocabulary knows, and groups of another programme."""
    document, value = product.document, product.value
    groups, crafts = known.vocabulary["groups"], known.vocabulary["crafts"]
    if value.craft is not None and crafts.lacks(value.craft):
        yield crafts.unknown(document, ("craft",), value.craft)
    for field, id_, programme in (("group", value.group, "cnnt"), ("ocop_group", value.ocop_group, "ocop")):
        if id_ is None:
            continue
        if groups.lacks(id_):
            yield groups.unknown(document, (field,), id_)
        elif isinstance(group := groups.words.get(id_), Group) and group.programme != programme:
            right = "ocop_group" if field == "group" else "group"
            yield document.diagnose("group-elsewhere", (field,), group=id_, right=right)


def check_awards(product: Entry[Product], known: KnownWords) -> Iterator[Diagnostic]:
    """Yield what each award gets wrong, and awards written twice."""
    seen: dict[tuple[object, ...], int] = {}
    for position, award in enumerate(product.value.awards):
        path: ValuePath = ("awards", position)
        document = product.document
        yield from _check_words(award, document, path, known)
        yield from _check_level(award, document, path, known)
        yield from _check_stars(award, document, path, known)
        yield from _check_days(award, document, path, known)
        key = (
            award.programme,
            award.level,
            award.region,
            award.stars,
            award.year,
            award.round,
            award.status,
            award.prize,
        )
        if key in seen:
            yield document.diagnose("award-twice", path, line=document.at(("awards", seen[key])).line)
        seen.setdefault(key, position)


def _check_words(award: Award, document: Document, path: ValuePath, known: KnownWords) -> Iterator[Diagnostic]:
    named = (
        ("programme", "programmes", award.programme),
        ("level", "levels", award.level),
        ("region", "regions", award.region),
    )
    for field, vocabulary, word in named:
        words = known.vocabulary[vocabulary]
        if word is not None and words.lacks(word):
            yield words.unknown(document, (*path, field), word)


def _check_level(award: Award, document: Document, path: ValuePath, known: KnownWords) -> Iterator[Diagnostic]:
    if award.level is None:
        if award.region is not None:
            yield document.diagnose("region-without-level", (*path, "region"), region=award.region)
        return
    if award.level == REGIONAL and award.region is None:
        regions = ", ".join(known.vocabulary["regions"].words)
        yield document.diagnose("region-missing", (*path, "level"), known=regions)
    elif award.level != REGIONAL and award.region is not None:
        yield document.diagnose("region-without-level", (*path, "region"), region=award.region)
    level, decided = known.vocabulary["levels"].words.get(award.level), decided_in(award)
    if not isinstance(level, Level) or decided is None:
        return
    if level.until is not None and decided.first > span_of(level.until).last:
        code, day = "level-after-end", level.until
    elif level.since is not None and decided.last < span_of(level.since).first:
        code, day = "level-before-start", level.since
    else:
        return
    yield document.diagnose(
        code, (*path, "level"), level=level.id, name=_name(level), day=_day(day), decided=_said(decided)
    )


def _check_stars(award: Award, document: Document, path: ValuePath, known: KnownWords) -> Iterator[Diagnostic]:
    programme = known.vocabulary["programmes"].words.get(award.programme)
    if award.stars is None or not isinstance(programme, Programme):
        return
    if programme.max_stars is None:
        yield document.diagnose("stars-not-used", (*path, "stars"), programme=programme.short)
    elif not 1 <= award.stars <= programme.max_stars:
        yield document.diagnose(
            "stars-out-of-range",
            (*path, "stars"),
            stars=award.stars,
            most=programme.max_stars,
            programme=programme.short,
        )


def _check_days(award: Award, document: Document, path: ValuePath, known: KnownWords) -> Iterator[Diagnostic]:
    written = award.decision.date if award.decision else None
    if written is not None and award.year is not None and int(written[:4]) != award.year:
        yield document.diagnose(
            "year-not-of-decision",
            (*path, "year"),
            suggestion=f"year: {written[:4]}",
            year=award.year,
            decided=_day(written),
        )
    if award.valid_to is None:
        return
    ends = (*path, "valid_to")
    printed, decided = span_of(award.valid_to), decided_in(award)
    if decided is not None and printed.last < decided.first:
        yield document.diagnose("valid-to-before-decision", ends, end=_day(award.valid_to), decided=_said(decided))
        return
    programme = known.vocabulary["programmes"].words.get(award.programme)
    end, _ = computed_end(award, programme if isinstance(programme, Programme) else None)
    if end is not None and (printed.last < end.first or printed.first > end.last):
        yield document.diagnose("valid-to-differs", ends, end=_day(award.valid_to), computed=_said(end))


def _name(level: Level) -> Term:
    return Term(level.name.vi, level.name.en or level.name.vi)


def _day(partial: str) -> Term:
    return Term(format_date(partial, "vi"), format_date(partial, "en"))


def _said(span: Span) -> Term:
    """Say a span of days: the day, the month or year where it is a whole one, else both ends."""
    first, last = _day(span.first.isoformat()), _day(span.last.isoformat())
    if span.day is not None:
        return Term(f"ngày {first.vi}", first.en)
    for partial, word in ((span.first.isoformat()[:7], ""), (span.first.isoformat()[:4], "năm ")):
        if span == span_of(partial):
            return Term(word + _day(partial).vi, _day(partial).en)
    return Term(f"khoảng {first.vi} đến {last.vi}", f"between {first.en} and {last.en}")
