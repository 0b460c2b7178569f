"""Honours as pages show them: awards with what they are worth on the day, titles of places, marks, artisans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from catalog.index import Round
from catalog.model import Artisan, Award, Mark, Product, Recognition, RecognitionType, Village
from catalog.prose import safe_url
from catalog.text import format_date
from catalog.validity import AwardState, Grounds, State
from catalog.views.edition import Edition, Link, Prose, Words, capitalised
from catalog.views.source import Sources, SourceView, maybe_source
from catalog.views.stamp import Stamp, award_stamp, title_stamp

_WORTH = {"awarded": 2, "selected": 1, "proposed": 0}


@dataclass(frozen=True, slots=True)
class AwardView:
    """One award of a product."""

    name: Link
    """What it is, with a way to its round where there is one."""
    stamp: Stamp
    short: str
    """What it is in a few words: the programme's short name and level or stars."""
    year: str | None
    """`None`: not known, or nothing was awarded."""
    state: State
    state_words: str
    """The state in a word or two, beside the stamp."""
    state_line: str
    """What the award is worth on the day of the edition, in a sentence."""
    rule_line: Prose | None
    """How the last day is known."""
    decision: str | None = None
    """Decision number, date and issuer, as far as known."""
    decision_url: str | None = None
    handed_over: str | None = None
    """Day it was handed over or announced, in a sentence."""
    region: Words | None = None
    prize: str | None = None
    round: str | None = None
    """Year of the round, in a sentence, where it is not the year of the decision."""
    note: Words | None = None
    source: SourceView | None = None


def award_view(edition: Edition, award: Award, sources: Sources | None = None) -> AwardView:
    """Show one award; `sources`: those of its record."""
    t, catalog = edition.t, edition.catalog
    state = catalog.state_of(award)
    kind = Grounds.of(award), award.level, award.stars
    alike: AwardView | None = edition.awards.get(kind)
    if alike is None:
        alike = edition.awards[kind] = _alike(edition, award, state)
    region = catalog.vocabulary.regions.get(award.region or "")
    decision = award.decision
    return replace(
        alike,
        decision=decision_line(edition, award),
        decision_url=safe_url(decision.url) if decision and decision.url else None,
        handed_over=t("award.handed_over", date=format_date(award.date, edition.language)) if award.date else None,
        region=edition.words(region.name) if region else None,
        prize=t("award.prize", prize=award.prize) if award.prize else None,
        round=t("award.round", year=award.round) if award.round and award.round != award.year else None,
        note=edition.note(award.note),
        source=maybe_source(edition, award.source, sources),
    )


def _alike(edition: Edition, award: Award, state: AwardState) -> AwardView:
    """Return what pages say alike of all awards of one level or number of stars that are worth the same."""
    return AwardView(
        name=_award_link(edition, award),
        stamp=award_stamp(award, state),
        short=award_short(edition, award),
        year=str(award.year) if award.year and award.status == "awarded" else None,
        state=state.state,
        state_words=edition.t(f"stamp.{state.state}"),
        state_line=state_line(edition, award, state),
        rule_line=_rule_line(edition, state),
    )


def award_name(edition: Edition, award: Award) -> str:
    """Return what an award is, in full: `Sản phẩm công nghiệp nông thôn tiêu biểu cấp tỉnh`, `OCOP 4 sao`."""
    if award.stars is not None:
        return award_short(edition, award)
    return programme_at_level(edition, award.programme, award.level)


def programme_at_level(edition: Edition, programme: str, level: str | None) -> str:
    """Return the same for a programme and a level, as a heading writes it."""
    return capitalised(Words(title_at_level(edition, programme, level), None)).text


def title_at_level(edition: Edition, programme: str, level: str | None) -> str:
    """Return what winners of a programme are called, with the level where it is known, as it stands in a sentence."""
    title = edition.name(edition.titles, programme).text
    known = edition.levels.get(level or "")
    return edition.t("award.name_level", award=title, level=known.text) if known else title


def award_short(edition: Edition, award: Award) -> str:
    """Return what an award is, in the words of a stamp: `CNNT cấp quốc gia`, `OCOP 4 sao`."""
    programme = edition.catalog.vocabulary.programmes.get(award.programme)
    short = programme.short if programme else award.programme
    if award.stars is not None:
        return edition.t.count("award.stars", award.stars, programme=short)
    level = edition.levels.get(award.level or "")
    return edition.t("award.name_level", award=short, level=level.text) if level else short


def round_name(edition: Edition, round_: Round) -> str:
    """Return the name of an award round: programme, level and year."""
    name = programme_at_level(edition, round_.programme, round_.level)
    return edition.t("award.round_name", award=name, year=round_.year)


def state_line(edition: Edition, award: Award, state: AwardState) -> str:
    """Say what an award is worth; only one whose last day is known and has not passed is called current."""
    when = "year" if award.year is not None else "no_year"
    if state.last_day is not None:
        date = format_date(state.last_day.isoformat(), edition.language)
        return edition.t(f"award.state.{state.state}.{when}", year=award.year, date=date)
    # It may be known that a certificate has run out, and not on which day of a year.
    day = "_no_day" if state.state in ("current", "ended") else ""
    return edition.t(f"award.state.{state.state}.{when}{day}", year=award.year)


def short_state(edition: Edition, award: Award) -> str:
    """Say what an award is and when it was given, in a few words that stay true when it has run out."""
    when = "year" if award.year is not None else "no_year"
    return edition.t(f"award.short.{award.status}.{when}", award=award_short(edition, award), year=award.year)


def best_award(edition: Edition, product: Product) -> Award | None:
    """Return the award to name first: given before selected before proposed, then level, programme, stars, year."""
    awards = product.awards
    if len(awards) == 1:
        return awards[0] if awards[0].status != "revoked" else None
    levels = edition.catalog.vocabulary.levels
    programmes = list(edition.catalog.vocabulary.programmes)
    standing = [award for award in awards if award.status in _WORTH]
    return max(
        standing,
        key=lambda award: (
            _WORTH[award.status],
            level.rank if (level := levels.get(award.level or "")) else -1,
            -programmes.index(award.programme) if award.programme in programmes else -len(programmes),
            award.stars or 0,
            award.year or 0,
        ),
        default=None,
    )


def decision_line(edition: Edition, award: Award) -> str | None:
    """Return the decision behind an award in one line; `None`: nothing of it is known."""
    decision = award.decision
    if decision is None:
        return None
    t = edition.t
    parts = [
        t("award.decision_number", number=decision.number) if decision.number else t("award.decision"),
        t("award.decision_date", date=format_date(decision.date, edition.language)) if decision.date else "",
    ]
    line = " ".join([part for part in parts if part])
    return f"{line}, {edition.words(decision.issuer)}" if decision.issuer else line


def _award_link(edition: Edition, award: Award) -> Link:
    words = Words(award_name(edition, award), None)
    if award.year is None or award.status not in ("awarded", "selected"):
        return Link(words, None)
    return edition.link("award", edition.catalog.round_of(award).id, words)


def _rule_line(edition: Edition, state: AwardState) -> Prose | None:
    if state.last_day is None:
        return None
    if state.rule is None:
        return edition.sentence("award.rule.printed")
    key = "award.rule.inferred" if state.rule.inferred else "award.rule.computed"
    return edition.sentence(key, rule=edition.words(state.rule.rule))


@dataclass(frozen=True, slots=True)
class TitleView:
    """One recognition of a place, or one mark."""

    stamp: Stamp
    kind: Words
    """What kind of title it is."""
    name: Words
    """The title as printed, or its kind where the record has no title."""
    type: Words | None
    """Its kind, where `name` does not say."""
    when: str | None
    """Year or date; `None`: the record does not know."""
    number: str | None
    authority: Words | None
    area: Words | None
    note: Words | None
    source: SourceView | None


def title_views(
    edition: Edition,
    titles: Sequence[Recognition] | Sequence[Mark],
    types: Mapping[str, RecognitionType],
    sources: Sources | None = None,
) -> tuple[TitleView, ...]:
    """Show recognitions or marks, the weightiest kind first, in the record's order within one kind."""
    ordered: list[Recognition | Mark] = list(titles)
    ordered.sort(key=lambda title: -(types[title.type].rank if title.type in types else 0))
    return tuple([_title_view(edition, title, types, sources) for title in ordered])


STAMPED = {
    "unesco-bao-ve-khan-cap": "share.titles.unesco",
    "thanh-pho-thu-cong-the-gioi": "share.titles.craft_city",
    "di-san-quoc-gia": "share.titles.heritage",
    "lang-nghe-truyen-thong": "share.titles.traditional_village",
    "nghe-truyen-thong": "share.titles.traditional_craft",
    "lang-nghe": "share.titles.village",
}
"""Titles that an authority gave to a village or its craft, not for a time → what the stamp says."""


@dataclass(frozen=True, slots=True)
class BestTitle:
    """The title of a village to name first, in a few words."""

    name: str
    year: str
    """The empty text: not known."""
    line: str
    """Both, for a card."""
    stamp: Stamp


def best_title(edition: Edition, village: Village) -> BestTitle | None:
    """Return the weightiest title that an authority gave to a village or its craft; `None`: there is none."""
    kinds = edition.catalog.vocabulary.recognitions
    held = [title for title in village.recognitions if title.type in STAMPED and title.type in kinds]
    best = max(held, key=lambda title: kinds[title.type].rank, default=None)
    if best is None:
        return None
    name, year = edition.t(STAMPED[best.type]), str(best.year or "") or (best.date or "")[:4]
    line = edition.t("title.short", title=name, year=year) if year else name
    return BestTitle(name, year, line, title_stamp(best))


def _title_view(
    edition: Edition, title: Recognition | Mark, types: Mapping[str, RecognitionType], sources: Sources | None
) -> TitleView:
    kind = types.get(title.type)
    type_ = edition.words(kind.name) if kind else Words(title.type, None)
    day = title.date or (str(title.year) if title.year else None)
    return TitleView(
        stamp=title_stamp(title),
        kind=type_,
        name=edition.words(title.title) if title.title else type_,
        type=type_ if title.title else None,
        when=format_date(day, edition.language) if day else None,
        number=edition.t("title.number", number=title.number) if title.number else None,
        authority=edition.maybe(title.authority),
        area=edition.maybe(title.area),
        note=edition.note(title.note),
        source=maybe_source(edition, title.source, sources),
    )


@dataclass(frozen=True, slots=True)
class ArtisanView:
    """One publicly honoured artisan."""

    name: str
    title: Words | None
    given: Prose | None
    """Who gave the title and when; where nobody is named, that is said."""
    role: Words | None
    hamlet: str | None
    note: Words | None
    source: SourceView | None


def artisan_view(edition: Edition, artisan: Artisan, sources: Sources | None = None) -> ArtisanView:
    """Show one artisan; `sources`: those of the record."""
    given: Prose | None = None
    if artisan.title_by and artisan.year:
        given = edition.sentence("artisan.given_year", by=edition.words(artisan.title_by), year=str(artisan.year))
    elif artisan.title_by:
        given = edition.sentence("artisan.given", by=edition.words(artisan.title_by))
    elif artisan.title and artisan.year:
        given = edition.sentence("artisan.giver_unknown_year", year=str(artisan.year))
    elif artisan.title:
        given = edition.sentence("artisan.giver_unknown")
    return ArtisanView(
        name=artisan.name,
        title=edition.maybe(artisan.title),
        given=given,
        role=edition.note(artisan.role),
        hamlet=edition.t("artisan.hamlet", hamlet=artisan.hamlet) if artisan.hamlet else None,
        note=edition.note(artisan.note),
        source=maybe_source(edition, artisan.source, sources),
    )
