"""What a maker's page shows."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model import Contact
from catalog.prose import safe_url
from catalog.text import format_date
from catalog.views.address import Address, address_view
from catalog.views.body import Body
from catalog.views.card import Shelf, product_shelf
from catalog.views.cover import DrawnCover, drawn_cover
from catalog.views.edition import Edition, Link, Prose, Words
from catalog.views.picture import GalleryView, gallery_view
from catalog.views.source import Sources, sources_view
from catalog.views.summary import maker_summary


@dataclass(frozen=True, slots=True)
class ContactView:
    """How to reach a business that agreed to be reached."""

    phone: str | None
    phone_uri: str | None
    """`tel:` address; `None`: the number cannot be dialled as written."""
    email: str | None
    email_uri: str | None
    website: str | None
    consent: str
    """Since when the business agrees, in a sentence."""


@dataclass(frozen=True, slots=True)
class MakerView:
    """One maker."""

    name: Words
    aliases: tuple[str, ...]
    type: Words | None
    summary: Prose
    gallery: GalleryView | None
    cover: DrawnCover | None
    """Its drawn cover; `None`: there is a gallery."""
    story: Prose | None
    village: Link | None
    address: Address
    contact: ContactView | None
    products: Shelf | None
    note: Prose | None
    uncertain: tuple[Words, ...]
    sources: Sources


def maker_body(edition: Edition, slug: str) -> Body:
    """Make the page of one maker."""
    maker = edition.catalog.makers[slug]
    value = maker.value
    village = edition.catalog.village_of_maker(maker)
    summary = maker_summary(edition, maker)
    view = MakerView(
        name=edition.words(value.name),
        aliases=value.aliases,
        type=edition.name(edition.maker_types, value.type) if value.type else None,
        summary=summary.prose,
        gallery=gallery_view(edition, maker),
        cover=drawn_cover(edition, maker),
        story=edition.maybe_prose(value.description),
        village=edition.link("village", village.id, edition.words(village.value.name)) if village else None,
        address=address_view(edition, value.place),
        contact=_contact(edition, value.contact) if value.contact else None,
        products=product_shelf(edition, edition.catalog.products_by_maker.get(slug, ())),
        note=edition.maybe_prose(value.note),
        uncertain=edition.items(value.uncertain),
        sources=sources_view(edition, value.sources),
    )
    return Body(view.name.text, summary.plain, view, maker.file)


def _contact(edition: Edition, contact: Contact) -> ContactView:
    digits = "".join([character for character in contact.phone or "" if character.isdecimal() or character == "+"])
    return ContactView(
        phone=contact.phone,
        phone_uri=safe_url(f"tel:{digits}") if digits else None,
        email=contact.email,
        email_uri=safe_url(f"mailto:{contact.email}") if contact.email else None,
        website=safe_url(contact.website) if contact.website else None,
        consent=edition.t("maker.consent", date=format_date(contact.consent, edition.language)),
    )
