"""What a page says to machines: schema.org's words (https://schema.org) in JSON-LD, from the same facts as the page.

Nothing is said here that the page does not show: no offers, no ratings, no gate where only the middle of a commune is
known. A site that does not know its own address leaves out what needs a full one: links, pictures, trails, lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from catalog.images.plan import Picture
from catalog.model import Coordinates, Maker, Place, Product, Record, Village
from catalog.repository import PHOTOS_FOLDER, Entry
from catalog.views.address import unit_name
from catalog.views.award import RoundView
from catalog.views.awards import AwardsView
from catalog.views.body import Body
from catalog.views.card import Shelf
from catalog.views.cover import first_picture
from catalog.views.craft import CraftView
from catalog.views.crafts import CraftsView
from catalog.views.edition import Edition, Link
from catalog.views.honours import award_short, short_state
from catalog.views.image import PICTURES_FOLDER, PLATES_FOLDER
from catalog.views.lists import ListView
from catalog.views.province import ProvinceView
from catalog.views.provinces import ProvincesView

Node = dict[str, Any]
"""One thing and what is said of it, by schema.org's names."""

LISTED = 24
"""Most entries of an `ItemList`: robots find the others by the page's links, and every page stays light."""
DIGITS = {"exact": 5, "village": 4}
"""Precision of a point → decimals of a degree that it deserves. The middle of a commune is no place to go to."""
TOURISM = frozenset({"diem-du-lich", "tuyen-du-lich"})
"""Recognitions that make a village a tourism site."""


def structured_data(
    edition: Edition, kind: str, slug: str, body: Body, description: str, trail: Sequence[Link]
) -> Mapping[str, Any] | None:
    """Return what a page says to machines as one JSON-LD object; `None`: nothing.

    Args:
        edition: The edition.
        kind: Kind of page.
        slug: Id of its record; the empty text for a page of which there is one.
        body: The page.
        description: Its description, as search results show it.
        trail: The pages above it, home first.

    """
    nodes = []
    about = _ABOUT.get(kind)
    if about is not None:
        nodes.append(about(edition, slug, description))
    if edition.site_url:
        listed = _listed(body.view)
        if listed:
            nodes.append(_item_list(edition, body.title, listed))
        if trail:
            nodes.append(_breadcrumbs(edition, trail, body.title))
        if kind == "home":
            nodes.append(_website(edition, description))
    return {"@context": "https://schema.org", "@graph": nodes} if nodes else None


def pictures_of(edition: Edition, kind: str, slug: str) -> tuple[str, ...]:
    """Return the address of every picture that belongs to a page, relative to the site's root; patterns are none."""
    catalog = edition.catalog
    if kind == "craft":
        return (f"{PLATES_FOLDER}/{slug}.svg",) if slug in edition.plates else ()
    records: Mapping[str, Mapping[str, Entry[Any]]] = {
        "product": catalog.products,
        "village": catalog.villages,
        "maker": catalog.makers,
    }
    if kind not in records:
        return ()
    entry = records[kind][slug]
    files = [f"{entry.home}/{PHOTOS_FOLDER}/{photo.file}" for photo in entry.value.photos_by_cover]
    return tuple([_uri_of(edition.pictures[file]) for file in files if file in edition.pictures])


def _product(edition: Edition, slug: str, description: str) -> Node:
    catalog = edition.catalog
    product = catalog.products[slug]
    value = product.value
    maker, craft = catalog.maker_of(product), catalog.craft_of(product)
    group = value.group or value.ocop_group
    return _known(
        {
            **_record(edition, "Product", "product", product, description),
            "category": edition.craft(craft).words.text
            if craft
            else edition.name(edition.groups, group).text
            if group
            else None,
            "material": [edition.words(text).text for text in value.materials],
            # Given, and never taken back; with the year where it is known, so that it stays true when it has run out.
            "award": [
                award_short(edition, award) if award.year is None else short_state(edition, award)
                for award in value.awards
                if award.status == "awarded"
            ],
            "manufacturer": _known(
                {
                    "@type": "Organization",
                    "name": edition.words(maker.value.name).text,
                    "url": _full(edition, edition.uri("maker", maker.id)),
                }
            )
            if maker
            else None,
        }
    )


def _village(edition: Edition, slug: str, description: str) -> Node:
    village = edition.catalog.villages[slug]
    value = village.value
    visited = value.visit is not None or any(honour.type in TOURISM for honour in value.recognitions)
    return _known(
        {
            **_record(edition, "TouristAttraction" if visited else "Place", "village", village, description),
            "keywords": [edition.craft(craft).words.text for craft in value.crafts],
            "address": _addresses(edition, value.place),
            "geo": geo(value.coordinates),
        }
    )


def _maker(edition: Edition, slug: str, description: str) -> Node:
    maker = edition.catalog.makers[slug]
    contact = maker.value.contact
    return _known(
        {
            **_record(edition, "Organization", "maker", maker, description),
            "address": _addresses(edition, maker.value.place),
            "telephone": contact and contact.phone,
            "email": contact and contact.email,
            "sameAs": contact and contact.website,
        }
    )


_ABOUT: Mapping[str, Callable[[Edition, str, str], Node]] = {
    "product": _product,
    "village": _village,
    "maker": _maker,
}


def _record(
    edition: Edition, type_: str, kind: str, entry: Entry[Village] | Entry[Maker] | Entry[Product], description: str
) -> Node:
    """Say what every record has."""
    record: Record = entry.value
    picture = first_picture(entry, edition.pictures)
    return {
        "@type": type_,
        "name": edition.words(record.name).text,
        "alternateName": list(record.aliases),
        "description": description,
        "url": _full(edition, edition.uri(kind, entry.id)),
        "image": picture and _full(edition, _uri_of(picture)),
    }


def _uri_of(picture: Picture) -> str:
    """Return the address of the file that every browser and robot can show, relative to the site's root."""
    return f"{PICTURES_FOLDER}/{picture.fallback.name}"


def _addresses(edition: Edition, place: Place) -> list[Node]:
    """Return the address in force and the one before 1 July 2025, told apart by their descriptions."""
    t, before, since = edition.t, place.before_2025, place.since_2025
    certain = since.commune if since.uncertain is None else None
    now = _known(
        {
            "@type": "PostalAddress",
            "addressCountry": "VN",
            "addressRegion": edition.province(since.province).words.text,
            "addressLocality": certain and unit_name(t, certain),
        }
    )
    if before is None:
        return [now]
    parts = [unit_name(t, part) for part in (before.hamlet, before.commune, before.district) if part]
    former = {
        "@type": "PostalAddress",
        "description": t("structured.former_address"),
        "addressCountry": "VN",
        "addressRegion": unit_name(t, before.province),
        "addressLocality": ", ".join(parts) or None,
    }
    return [now, _known(former)]


def geo(point: Coordinates | None) -> Node | None:
    """Return a point with the decimals it deserves; `None`: the record has none, or only the middle of a commune."""
    digits = DIGITS.get(point.precision) if point else None
    if point is None or digits is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": round(point.lat, digits), "longitude": round(point.lon, digits)}


def _listed(view: object) -> list[str]:
    """Return the addresses of what a page lists, in its order."""
    links: Iterable[str | None] = ()
    match view:
        case ListView():
            links = [card.uri for card in view.cards]
        case CraftsView():
            links = [row.link.uri for row in view.crafts]
        case CraftView():
            links = _of_shelves(view.villages, view.products)
        case ProvincesView():
            links = [row.link.uri for row in view.present]
        case ProvinceView():
            links = _of_shelves(view.villages, view.makers, view.products)
        case AwardsView():
            links = [row.link.uri for year in view.years for cell in year.cells for row in cell]
        case RoundView():
            links = dict.fromkeys([line.product.uri for line in view.honoured])
    return [uri for uri in links if uri is not None]


def _of_shelves(*shelves: Shelf | None) -> list[str]:
    return [card.uri for shelf in shelves if shelf for card in shelf.cards]


def _item_list(edition: Edition, name: str, uris: Sequence[str]) -> Node:
    return {
        "@type": "ItemList",
        "name": name,
        "itemListElement": [
            {"@type": "ListItem", "position": position, "url": edition.site_url + uri}
            for position, uri in enumerate(uris[:LISTED], start=1)
        ],
    }


def _breadcrumbs(edition: Edition, trail: Sequence[Link], title: str) -> Node:
    steps = [(link.words.text, link.uri) for link in trail if link.uri is not None]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            *(
                {"@type": "ListItem", "position": position, "name": name, "item": edition.site_url + uri}
                for position, (name, uri) in enumerate(steps, start=1)
            ),
            {"@type": "ListItem", "position": len(steps) + 1, "name": title},
        ],
    }


def _website(edition: Edition, description: str) -> Node:
    site: Node = {
        "@type": "WebSite",
        "name": edition.t("site.name"),
        "alternateName": edition.t("snippet.site"),
        "description": description,
        "url": edition.site_url + edition.uri("home"),
        "inLanguage": edition.language,
    }
    if edition.has("search"):
        site["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{edition.site_url}{edition.uri('search')}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        }
    return site


def _full(edition: Edition, uri: str) -> str | None:
    return edition.site_url + uri if edition.site_url else None


def _known(node: Node) -> Node:
    """Leave out what is not known."""
    return {name: value for name, value in node.items() if value}
