"""Every kind of page: its records and how one page of it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Sized
from dataclasses import dataclass

from catalog.index import Catalog
from catalog.views.award import award_body, award_slugs
from catalog.views.awards import awards_body
from catalog.views.body import Body
from catalog.views.craft import craft_body
from catalog.views.crafts import crafts_body
from catalog.views.edition import Edition
from catalog.views.festivals import festivals_body
from catalog.views.home import home_body
from catalog.views.lists import further_pages, makers_body, products_body, villages_body
from catalog.views.maker import maker_body
from catalog.views.page import Page
from catalog.views.product import product_body
from catalog.views.programme import programme_body
from catalog.views.province import province_body
from catalog.views.provinces import provinces_body
from catalog.views.search import search_body
from catalog.views.snippet import description, link_title
from catalog.views.statistics import statistics_body
from catalog.views.structured import structured_data
from catalog.views.trail import trail_to
from catalog.views.village import village_body


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page."""

    slugs: Callable[[Catalog], Sequence[str]]
    """The slug of every page, in the order of the site map; one empty text for a page of which there is one."""
    body: Callable[[Edition, str], Body]
    """Make the page of one slug."""
    template: str = ""
    """Stem of the template where it is not the kind's own name."""
    of_record: bool = False
    """Each page is made from one file of the catalog, which can be corrected; the slug is the record's id."""


def _one(_: Catalog) -> Sequence[str]:
    return ("",)


def _single(body: Callable[[Edition], Body]) -> Kind:
    """Return a kind of which there is one page."""
    return Kind(_one, lambda edition, _: body(edition))


def _further(entries: Callable[[Catalog], Sized]) -> Callable[[Catalog], Sequence[str]]:
    """Return the slugs of a list's pages after the first."""
    return lambda catalog: further_pages(len(entries(catalog)))


KINDS: dict[str, Kind] = {
    "product": Kind(lambda catalog: tuple(catalog.products), product_body, of_record=True),
    "village": Kind(lambda catalog: tuple(catalog.villages), village_body, of_record=True),
    "maker": Kind(lambda catalog: tuple(catalog.makers), maker_body, of_record=True),
    "craft": Kind(lambda catalog: tuple(catalog.vocabulary.crafts), craft_body),
    "province": Kind(lambda catalog: tuple(catalog.vocabulary.provinces), province_body),
    "award": Kind(award_slugs, award_body),
    "home": _single(home_body),
    "products": Kind(_one, products_body, "list"),
    "products-page": Kind(_further(lambda catalog: catalog.products), products_body, "list"),
    "villages": Kind(_one, villages_body, "list"),
    "villages-page": Kind(_further(lambda catalog: catalog.villages), villages_body, "list"),
    "makers": Kind(_one, makers_body, "list"),
    "makers-page": Kind(_further(lambda catalog: catalog.makers), makers_body, "list"),
    "crafts": _single(crafts_body),
    "provinces": _single(provinces_body),
    "awards": _single(awards_body),
    "festivals": _single(festivals_body),
    "statistics": _single(statistics_body),
    "programme": _single(programme_body),
    "search": _single(search_body),
}


def page_of(edition: Edition, kind: str, slug: str = "") -> Page:
    """Make one page in one language."""
    maker = KINDS[kind]
    body = maker.body(edition, slug)
    said, trail = description(edition, kind, body.description), trail_to(edition, kind)
    return Page(
        kind=kind,
        language=edition.language,
        slug=slug,
        uri=edition.uri(kind, slug),
        title=body.title,
        description=said,
        link_title=link_title(edition, kind, slug, body.title),
        structured=structured_data(edition, kind, slug, body, said, trail),
        template=maker.template or kind,
        view=body.view,
        t=edition.t,
        record_file=body.record_file,
        alternates=tuple(edition.plan.alternates(kind, slug).items()),
        site_url=edition.site_url,
        edit_base=edition.edit_base,
        trail=trail,
        share_card=edition.share_cards.get((kind, slug)) or edition.share_cards.get(("home", ""), ""),
    )
