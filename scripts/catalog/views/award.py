"""What the pages of an award round show: what was honoured in one programme, one year, at one level.

A round of thousands of products has several pages: `cnnt-2025-tinh`, `cnnt-2025-tinh-2` and so on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.index import Catalog, Honour, Round
from catalog.text import format_number
from catalog.views.body import Body
from catalog.views.cover import cover_image
from catalog.views.edition import Edition, Link, Prose, Words
from catalog.views.honours import award_short, decision_line, round_name, state_line
from catalog.views.image import Image
from catalog.views.lists import Pager, pager_of
from catalog.views.stamp import Stamp, award_stamp, round_stamp
from catalog.views.summary import compose

ROWS = 150
"""Products on one page of a round."""


@dataclass(frozen=True, slots=True)
class HonouredView:
    """One product of a round."""

    product: Link
    maker: Link | None
    province: Link
    award: str | None
    """Stars or prize, where the round's name does not say; `None`: nothing to add."""
    cover: Image
    stamp: Stamp
    state: str
    state_line: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """One award round."""

    name: str
    stamp: Stamp
    """Its seal as an ornament, printed full whatever the awards are worth by now."""
    counts: Prose
    """How many products of it the catalog knows, and that this is not the whole list."""
    about: Prose | None
    """What the programme is."""
    authority: Words | None
    level_note: Prose | None
    """What the level is, and since or until when it exists."""
    decisions: tuple[str, ...]
    """Decisions that the records on this page name, each once."""
    honoured: tuple[HonouredView, ...]
    """In Vietnamese alphabetical order."""
    caption: str
    pager: Pager | None
    """`None`: the round fits one page."""


def award_slugs(catalog: Catalog) -> tuple[str, ...]:
    """Return the slug of every page of every round."""
    return tuple([_slug(round_, page) for round_, honours in catalog.rounds.items() for page in _pages(honours)])


def round_at(catalog: Catalog, slug: str) -> tuple[Round, int]:
    """Return the round that a page is of, and the number of the page."""
    return next(
        (found, page) for found, all_ in catalog.rounds.items() for page in _pages(all_) if _slug(found, page) == slug
    )


def award_body(edition: Edition, slug: str) -> Body:
    """Make the page of one award round."""
    t, catalog = edition.t, edition.catalog
    round_, page = round_at(catalog, slug)
    honours = catalog.rounds[round_]
    part = honours[(page - 1) * ROWS : page * ROWS]
    programme = catalog.vocabulary.programmes.get(round_.programme)
    level = catalog.vocabulary.levels.get(round_.level)
    name = round_name(edition, round_)
    products = t.count("count.product", len({honour.product.id for honour in honours}))
    counts = compose(edition, "round.counts", products=products, name=name)
    decisions = dict.fromkeys([line for honour in part if (line := decision_line(edition, honour.award)) is not None])
    view = RoundView(
        name=name,
        stamp=round_stamp(round_.programme, round_.level),
        counts=counts.prose,
        about=edition.maybe_prose(programme.note) if programme else None,
        authority=edition.maybe(programme.authority) if programme else None,
        level_note=edition.maybe_prose(level.note) if level else None,
        decisions=tuple(decisions),
        honoured=tuple([_honoured(edition, honour) for honour in part]),
        caption=t("round.caption", name=name),
        pager=pager_of(t, lambda number: edition.uri("award", _slug(round_, number)), page, len(_pages(honours))),
    )
    title = name if page == 1 else f"{name} – {t('list.page', number=format_number(page, t.language))}"
    return Body(title, t("snippet.award_description", name=title, products=products), view)


def _pages(honours: Sequence[Honour]) -> range:
    """Return the numbers of a round's pages."""
    return range(1, -(-len(honours) // ROWS) + 1)


def _slug(round_: Round, page: int) -> str:
    return round_.id if page == 1 else f"{round_.id}-{page}"


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
        cover=cover_image(edition, product),
        stamp=award_stamp(award, state),
        state=state.state,
        state_line=state_line(edition, award, state),
    )
