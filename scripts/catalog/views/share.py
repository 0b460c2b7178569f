"""What the picture of a shared link says of a record, and of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from catalog.images.card import Card, Seal, settable
from catalog.images.plan import Original
from catalog.model import Maker, Photo, Product, Record, Village
from catalog.repository import RECORDS_FOLDER, Entry
from catalog.text import join_list
from catalog.views.address import short_address
from catalog.views.card import maker_card, product_card, village_card
from catalog.views.cover import drawing_of
from catalog.views.edition import Edition
from catalog.views.honours import award_view, best_award, best_title

BY_PERMISSION = "chu-anh-cho-phep"
"""Licence of photos that may be shown here and not reused, so there is nothing to name but their maker."""
HOME_CRAFT = "huong"
"""The pattern of the site's own card: the incense yards of Quảng Phú Cầu, where the catalog began."""


def share_cards(edition: Edition, originals: Mapping[str, Original]) -> Iterator[tuple[tuple[str, str], Card]]:
    """Yield the share card of the home page and of every record, each with its kind of page and slug.

    Args:
        edition: The catalog in one language.
        originals: Photo file, relative to the project → what is known of it; a record without any gets its pattern.

    """
    yield ("home", ""), _home(edition)
    for village in edition.catalog.villages.values():
        yield ("village", village.id), _village(edition, village, originals)
    for maker in edition.catalog.makers.values():
        yield ("maker", maker.id), _maker(edition, maker, originals)
    for product in edition.catalog.products.values():
        yield ("product", product.id), _product(edition, product, originals)


def _home(edition: Edition) -> Card:
    catalog, count = edition.catalog, edition.t.count
    counts = [count("count.village", len(catalog.villages)), count("count.product", len(catalog.products))]
    return settable(
        Card(
            file=RECORDS_FOLDER,
            overline="",
            name=edition.t("site.name"),
            lines=(join_list(counts, edition.language),),
            seal=None,
            site=urlsplit(edition.site_url).netloc,
            craft=HOME_CRAFT,
            seed="home",
        )
    )


def _village(edition: Edition, village: Entry[Village], originals: Mapping[str, Original]) -> Card:
    value = village.value
    shown = village_card(edition, village)
    return _card(
        edition,
        village,
        originals,
        overline=str(shown.overline or ""),
        lines=(str(shown.text or ""),),
        seal=_title_seal(edition, value),
    )


def _title_seal(edition: Edition, village: Village) -> Seal | None:
    best = best_title(edition, village)
    return Seal(best.name, best.year, current=True) if best else None


def _maker(edition: Edition, maker: Entry[Maker], originals: Mapping[str, Original]) -> Card:
    shown = maker_card(edition, maker)
    return _card(
        edition,
        maker,
        originals,
        overline=str(shown.overline or ""),
        lines=(str(shown.text or ""),),
        seal=None,
    )


def _product(edition: Edition, product: Entry[Product], originals: Mapping[str, Original]) -> Card:
    shown = product_card(edition, product)
    lines = [short_address(edition, product.value.place)]
    maker = edition.catalog.maker_of(product)
    if maker is not None:
        lines.insert(0, edition.words(maker.value.name).text)
    award = best_award(edition, product.value)
    seal = None
    if award is not None and award.status == "awarded":  # a stamp must not promise what was only proposed
        view = award_view(edition, award)
        seal = Seal(view.short, view.year or "", current=view.state == "current")
    return _card(
        edition,
        product,
        originals,
        overline=str(shown.overline or ""),
        lines=tuple(lines),
        seal=seal,
    )


def _card(
    edition: Edition,
    entry: Entry[Record],
    originals: Mapping[str, Original],
    *,
    overline: str,
    lines: tuple[str, ...],
    seal: Seal | None,
) -> Card:
    drawing, photos = drawing_of(edition.catalog, entry), entry.value.photos_by_cover
    original = originals.get(f"{entry.home}/photos/{photos[0].file}") if photos else None
    return settable(
        Card(
            file=entry.file,
            overline=overline,
            name=edition.words(entry.value.name).text,
            lines=lines,
            seal=seal,
            site=edition.t("site.name"),
            craft=drawing.pattern,
            seed=drawing.seed,
            photo=original,
            credit=_credit(edition, photos[0]) if original else "",
        )
    )


def _credit(edition: Edition, photo: Photo) -> str:
    """Say whose photo it is: what is shown apart from its page still needs it."""
    licence = edition.catalog.vocabulary.licences.get(photo.licence)
    short = licence.aliases[0] if licence and licence.aliases else photo.licence
    if photo.licence == BY_PERMISSION:
        return edition.t("share.credit_only", name=photo.credit)
    return edition.t("share.credit", name=photo.credit, licence=short)
