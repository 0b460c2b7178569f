"""What the page of an award round shows: what was honoured in one programme, one year, at one level."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.index import Honour
from catalog.views.body import Body
from catalog.views.edition import Edition, Link, Prose, Words
from catalog.views.honours import award_short, decision_line, round_name, state_line
from catalog.views.summary import compose


@dataclass(frozen=True, slots=True)
class HonouredView:
    """One product of a round."""

    product: Link
    maker: Link | None
    province: Link
    award: str | None
    """Stars or prize, where the round's name does not say; `None`: nothing to add."""
    state: str
    state_line: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """One award round."""

    name: str
    counts: Prose
    """How many products of it the catalog knows, and that this is not the whole list."""
    about: Prose | None
    """What the programme is."""
    authority: Words | None
    level_note: Prose | None
    """What the level is, and since or until when it exists."""
    decisions: tuple[str, ...]
    """Decisions that the records name, each once."""
    honoured: tuple[HonouredView, ...]
    """In Vietnamese alphabetical order."""
    caption: str


def award_body(edition: Edition, slug: str) -> Body:
    """Make the page of one award round."""
    t, catalog = edition.t, edition.catalog
    round_ = next(found for found in catalog.rounds if found.id == slug)
    honours = catalog.rounds[round_]
    programme = catalog.vocabulary.programmes.get(round_.programme)
    level = catalog.vocabulary.levels.get(round_.level)
    name = round_name(edition, round_)
    counts = compose(
        edition,
        "round.counts",
        products=t.count("count.product", len({honour.product.id for honour in honours})),
        name=name,
    )
    decisions = dict.fromkeys(
        [line for honour in honours if (line := decision_line(edition, honour.award)) is not None]
    )
    view = RoundView(
        name=name,
        counts=counts.prose,
        about=edition.maybe_prose(programme.note) if programme else None,
        authority=edition.maybe(programme.authority) if programme else None,
        level_note=edition.maybe_prose(level.note) if level else None,
        decisions=tuple(decisions),
        honoured=tuple([_honoured(edition, honour) for honour in honours]),
        caption=t("round.caption", name=name),
    )
    return Body(name, counts.plain, view)


def _honoured(edition: Edition, honour: Honour) -> HonouredView:
    catalog, award = edition.catalog, honour.award
    product = honour.product
    maker = catalog.maker_of(product)
    state = catalog.state_of(award)
    details = [
        award_short(edition, award) if award.stars is not None else "",
        edition.t("award.prize", prize=award.prize) if award.prize else "",
    ]
    return HonouredView(
        product=edition.link("product", product.id, edition.words(product.value.name)),
        maker=edition.link("maker", maker.id, edition.words(maker.value.name)) if maker else None,
        province=edition.province(product.value.place.since_2025.province),
        award="; ".join([detail for detail in details if detail]) or None,
        state=state.state,
        state_line=state_line(edition, award, state),
    )
