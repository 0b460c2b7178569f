"""The catalog set out in every language: its pages on demand, its photos and share cards in several sizes.

Everything that is shown is asked for here; who writes it down is `pipeline`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.addresses import SLUG, AddressPlan, fallback
from catalog.diagnostics import Diagnostic, format_text, has_errors, in_reading_order
from catalog.frame import OVERRIDES_FOLDER, Frame
from catalog.index import Catalog
from catalog.judged import CACHE_FOLDER, Judged, SiteNotBuilt
from catalog.memory import Memory, key_of
from catalog.publish import SiteWriter
from catalog.reads import Noted, plain, worth
from catalog.render import Renderer
from catalog.repository import PHOTOS_FOLDER
from catalog.sitemap import SitemapPage
from catalog.strings import read_strings
from catalog.views import (
    CARD,
    KINDS,
    PICTURES_FOLDER,
    PLATES_FOLDER,
    Edition,
    Page,
    page_of,
    pictures_of,
    product_card,
    share_cards,
)

if TYPE_CHECKING:
    from catalog.images.card import Card
    from catalog.images.plan import Original, Picture

CARDS_FOLDER = "assets/cards"
"""Folder of the site that holds the pictures of shared links."""
MODELS_KEPT, CARDS_KEPT = 3_000, 10_000
"""How many records, and how many cards of records in one language, a worker keeps; some 30 MB and 15 MB."""


@dataclass(frozen=True)
class Site:
    """The catalog in all its languages, ready to be shown."""

    editions: Mapping[str, Edition]
    """Language → the catalog in it."""
    plan: AddressPlan
    renderer: Renderer
    site_url: str
    """Full address with `/` at its end; the empty text when the site does not know it."""
    originals: Mapping[str, Original] | None = None
    """The photos that share cards are made of; `None`: its pages have no share cards."""

    @property
    def catalog(self) -> Catalog:
        """What all editions show."""
        return next(iter(self.editions.values())).catalog

    def page(self, kind: str, language: str, slug: str = "") -> Page:
        """Make one page."""
        return page_of(self.editions[language], kind, slug)

    def overviews(self, language: str) -> Iterator[str]:
        """Give the kinds of pages of which there is one and that search finds; the search page does not find itself."""
        for (kind, of), place in self.plan.places.items():
            if of == language and kind in KINDS and kind != "search" and SLUG not in place:
                yield kind

    def families(self) -> dict[str, Callable[[str], str]]:
        """Return what tells the worth of every fact that a page may read; see `Catalog.families`."""
        pictures = plain(next(iter(self.editions.values())).pictures)
        share_cards = {f"share-card-{language}": plain(each.share_cards) for language, each in self.editions.items()}
        return {
            **self.catalog.families(),
            "picture": worth(pictures),
            **{
                name: worth({"/".join(place): uri for place, uri in addresses.items()})
                for name, addresses in share_cards.items()
            },
            **{f"{CARD}-{language}": _worth_of_cards(edition) for language, edition in self.editions.items()},
        }

    def made(self) -> dict[str, tuple[str, str]]:
        """Return the families of facts that are made, and under which rows a memory knows what they were made of."""
        return {f"{CARD}-{language}": (CARD, language) for language in self.editions}

    def learn_cards(self, memory: Memory) -> None:
        """Tell a memory what the cards were made of that have been made since the last time."""
        for language, edition in self.editions.items():
            for id_ in edition.cards_made:
                card, reads = edition.cards[id_]
                memory.learn(CARD, language, id_, repr(card).encode(), reads)
            edition.cards_made.clear()

    def addresses(self) -> Iterator[tuple[str, str, str, str]]:
        """Give every page: kind, language, slug, and its address relative to the site's root."""
        for kind, language in self.plan.places:
            slugs = KINDS[kind].slugs(self.catalog) if kind in KINDS else ("",)
            for slug in slugs:
                yield kind, language, slug, self.plan.uri(kind, language, slug)

    def sitemap_pages(self) -> Iterator[SitemapPage]:
        """Give every page as robots are told of it."""
        for kind, language, slug, uri in self.addresses():
            alternates = self.plan.alternates(kind, slug)
            yield SitemapPage(
                uri, alternates, fallback(alternates, uri), pictures_of(self.editions[language], kind, slug)
            )
            self.tidy()

    def tidy(self) -> None:
        """Let go of what was kept for the next page, if it has become much: records stream through."""
        if len(self.catalog.built) > MODELS_KEPT:
            self.catalog.forget()
        for edition in self.editions.values():
            if len(edition.cards) > CARDS_KEPT:
                edition.cards.clear()
                edition.cards_made.clear()


def set_out(
    root: Path,
    judged: Judged,
    frame: Frame,
    writer: SiteWriter,
    *,
    share_cards: bool = True,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Set the catalog out in every language, its photos and share cards included.

    Returns:
        The site, and what was found about photos that could not be made.

    Raises:
        SiteNotBuilt: A share card has a letter that cannot be shown.
        OSError: A picture cannot be written.

    """
    pictures, failed = derive_pictures(root, judged, writer, progress)
    site = open_site(
        judged.catalog,
        frame.plan,
        root / OVERRIDES_FOLDER,
        site_url=frame.site_url,
        edit_base=frame.edit_base,
        pictures=pictures,
    )
    if frame.site_url and share_cards:  # only full addresses can point to a share card
        site, lacking = with_share_cards(site, judged.originals)
        if lacking:
            raise SiteNotBuilt(format_text(lacking))
    return site, failed


def open_site(
    catalog: Catalog,
    plan: AddressPlan,
    overrides: Path,
    *,
    site_url: str,
    edit_base: str,
    pictures: Mapping[str, Picture] | None = None,
) -> Site:
    """Set the catalog out in every language of the address plan.

    Args:
        catalog: The records.
        plan: Where each kind of page stands.
        overrides: The folder of templates and of what else the site shows.
        site_url: Full address of the site with `/` at its end, or the empty text.
        edit_base: What stands before a record's file in the address where it can be edited, or the empty text.
        pictures: Photo file → what became of it, from `derive_pictures`; a record without any shows its pattern.

    """
    plates = frozenset(path.stem for path in (overrides / PLATES_FOLDER).glob("*.svg"))
    editions = {
        language: Edition(
            catalog,
            plan,
            read_strings(language),
            site_url=site_url,
            edit_base=edit_base,
            pictures=Noted("picture", pictures or {}),
            plates=plates,
        )
        for language in plan.languages
    }
    return Site(editions, plan, Renderer(overrides), site_url)


def derive_pictures(
    root: Path, judged: Judged, writer: SiteWriter, progress: Callable[[int, int], None]
) -> tuple[Mapping[str, Picture], tuple[Diagnostic, ...]]:
    """Make the small, private pictures of every photo that a record names; what has not changed comes from the cache.

    Args:
        root: The project's folder.
        judged: The catalog and its originals.
        writer: Where the pictures go.
        progress: Called with the number of photos that are done and of all that must be decoded.

    Returns:
        Photo file → its picture, and what was found about those that could not be made; these are missing.

    Raises:
        OSError: A picture cannot be written.

    """
    catalog = judged.catalog
    named = {
        f"{entry.home}/{PHOTOS_FOLDER}/{file}"
        for entries in (catalog.villages, catalog.makers, catalog.products)
        for entry in entries.values()
        for file in entry.brief.photos
    }
    originals = [original for file, original in judged.originals.items() if file in named]
    if not originals:
        return {}, ()
    from catalog.images.cache import Cache
    from catalog.images.derive import encoder_version
    from catalog.images.plan import plan_picture
    from catalog.images.work import derive_all
    from catalog.images.workshop import Workshop

    encoder = encoder_version()
    with Workshop() as workshop:
        report = derive_all(
            [plan_picture(original, encoder) for original in originals],
            root=root,
            cache=Cache(root / CACHE_FOLDER / "pictures"),
            writer=writer,
            folder=PICTURES_FOLDER,
            executor=workshop,
            progress=progress,
        )
    return report.pictures, report.findings


def with_share_cards(site: Site, originals: Mapping[str, Original]) -> tuple[Site, list[Diagnostic]]:
    """Give every page of a site its share card; return the site with them, and the letters that cannot be shown.

    Only a site that knows its own address can point to them, and drawing them all takes half a minute of two
    processors the first time.
    """
    from catalog.images.card import check_letters, key_of, name_of
    from catalog.images.paint import tools_version

    tools = tools_version()
    uris: dict[str, dict[tuple[str, str], str]] = {language: {} for language in site.editions}
    findings: list[Diagnostic] = []
    for language, place, card in _share_cards(site, originals):
        uris[language][place] = f"{CARDS_FOLDER}/{name_of(key_of(card, tools))}"
        findings += check_letters(card)
    editions = {
        language: replace(edition, share_cards=Noted(f"share-card-{language}", uris[language]))
        for language, edition in site.editions.items()
    }
    return replace(site, editions=editions, originals=originals), in_reading_order(findings)


def _share_cards(site: Site, originals: Mapping[str, Original]) -> Iterator[tuple[str, tuple[str, str], Card]]:
    """Make every share card, one at a time, with its language and its page."""
    for language, edition in site.editions.items():
        for place, card in share_cards(edition, originals):
            yield language, place, card
            site.tidy()


def print_share_cards(site: Site, root: Path, writer: SiteWriter, progress: Callable[[int, int], None]) -> None:
    """Write the site's share cards; those that have not changed come from the cache."""
    from catalog.images.cache import Cache
    from catalog.images.press import print_all
    from catalog.images.workshop import Workshop

    cache = Cache(root / CACHE_FOLDER / "cards")
    with Workshop() as workshop:
        printed = print_all(
            (card for _, _, card in _share_cards(site, site.originals or {})),
            root=root,
            cache=cache,
            writer=writer,
            folder=CARDS_FOLDER,
            executor=workshop,
            progress=progress,
        )
    if has_errors(printed.findings):
        raise SiteNotBuilt(format_text(printed.findings))


def _worth_of_cards(edition: Edition) -> Callable[[str], str]:
    def worth(id_: str) -> str:
        product = plain(edition.catalog.products).get(id_)
        return key_of(repr(product_card(edition, product)).encode()) if product else ""

    return worth
