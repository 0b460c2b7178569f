"""What a craft village's page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.model import CheckedText, Coordinates, MakerMention, Origin, Text, Village, Visit
from catalog.repository import Entry
from catalog.text import format_date, format_distance
from catalog.views.address import Address, address_view
from catalog.views.body import Body
from catalog.views.calendar import FestivalView, festival_view, market_days_line, season_line
from catalog.views.card import Shelf, maker_shelf, product_shelf
from catalog.views.cover import DrawnCover, drawn_cover
from catalog.views.edition import Edition, Link, Prose, Words, capitalised
from catalog.views.figures import Figures, figures_view
from catalog.views.honours import ArtisanView, TitleView, artisan_view, title_views
from catalog.views.picture import GalleryView, PictureView, gallery_view
from catalog.views.source import Sources, sources_view
from catalog.views.summary import village_summary


@dataclass(frozen=True, slots=True)
class OriginView:
    """How old the craft is said to be."""

    period: Words | None
    founder: Words | None
    certainty: str
    """How well it is known, in a sentence."""
    doubtful: bool
    """Anything short of a document, a stele or an excavation."""
    basis: Words | None
    note: Prose | None


@dataclass(frozen=True, slots=True)
class Event:
    """One date of a history."""

    when: str
    what: Words


@dataclass(frozen=True, slots=True)
class SectionLink:
    """One section of the page, for the line of links to all of them."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the work."""

    text: Words
    picture: PictureView | None
    """The picture that shows it; `None`: the record has none."""
    is_face: bool
    """The picture is the one that the page opens with, shown here once more."""


@dataclass(frozen=True, slots=True)
class ListView:
    """One short list with its title."""

    title: str
    items: tuple[Words, ...]
    short: bool
    """The items are a few words each and stand in one line."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A name with what is said of it."""

    name: Link
    note: Words | None


@dataclass(frozen=True, slots=True)
class PointView:
    """Where the village is on a map, as far as is known."""

    text: str
    """Latitude and longitude in degrees, with as many digits as the point deserves."""
    uri: str
    """`geo:` address (RFC 5870), which opens a map on phones."""
    precision: str
    """What the point is, in a sentence."""
    source: str
    note: Words | None


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One fact for visitors."""

    title: str
    text: Words
    checked: str | None
    """When it was last checked, or that nobody has; `None`: it does not change."""


@dataclass(frozen=True, slots=True)
class VisitView:
    """How to visit."""

    lines: tuple[VisitLine, ...]
    activities: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SeasonView:
    """When the village is at its best."""

    months: str | None
    text: Words | None
    note: Words | None


@dataclass(frozen=True, slots=True)
class MarketView:
    """When a market is held."""

    days: str
    note: Words | None


LISTS = ("goods", "materials", "skills", "dimensions", "colours", "exports")
"""Fields of a record that are lists of short texts, in the order of the page."""
HONOURS = 3
"""Most titles in the opening of a page."""


@dataclass(frozen=True, slots=True)
class VillageView:
    """One craft village."""

    name: Words
    contents: tuple[SectionLink, ...]
    """The sections of the page, in order."""
    aliases: tuple[str, ...]
    crafts: tuple[Link, ...]
    craft_words: Words | None
    earlier_craft: Words | None
    summary: Prose
    gallery: GalleryView | None
    cover: DrawnCover | None
    """Its drawn cover; `None`: there is a gallery."""
    pictures: tuple[PictureView, ...]
    """Those that neither open the page nor show a step."""
    honours: tuple[TitleView, ...]
    """The weightiest recognitions and marks, at most `HONOURS`."""
    story: Prose | None
    address: Address
    place_note: Prose | None
    origin: OriginView | None
    history: tuple[Event, ...]
    process: tuple[Step, ...]
    lists: tuple[ListView, ...]
    """Goods, materials, skills, dimensions, colours, exports: those that the record has."""
    products: Shelf | None
    makers: Shelf | None
    """Makers with a record of their own."""
    mentions: tuple[NoteLine, ...]
    """Makers that the sources name, those on the shelf left out unless something is said of them."""
    artisans: tuple[ArtisanView, ...]
    figures: Figures | None
    recognitions: tuple[TitleView, ...]
    marks: tuple[TitleView, ...]
    festivals: tuple[FestivalView, ...]
    market: MarketView | None
    season: SeasonView | None
    visit: VisitView | None
    hamlets: tuple[NoteLine, ...]
    hamlets_line: str | None
    """How many hamlets there are, for the fold that holds them."""
    point: PointView | None
    note: Prose | None
    uncertain: tuple[Words, ...]
    sources: Sources


def village_body(edition: Edition, slug: str) -> Body:
    """Make the page of one village."""
    catalog = edition.catalog
    village = catalog.villages[slug]
    value = village.value
    makers = catalog.makers_by_village.get(slug, ())
    summary = village_summary(edition, village)
    season, market = value.season, value.market_days
    sources = sources_view(edition, value.sources)
    gallery = gallery_view(edition, village)
    process = _process(edition, value.process, gallery)
    recognitions = title_views(edition, value.recognitions, catalog.vocabulary.recognitions, sources)
    marks = title_views(edition, value.marks, catalog.vocabulary.marks, sources)
    view = VillageView(
        name=edition.words(value.name),
        contents=_contents(edition, village),
        aliases=value.aliases,
        crafts=tuple([edition.craft(craft) for craft in value.crafts]),
        craft_words=edition.maybe(value.craft_words),
        earlier_craft=edition.maybe(value.earlier_craft),
        summary=summary.prose,
        gallery=gallery,
        cover=drawn_cover(edition, village),
        pictures=_left(gallery, process),
        honours=(*recognitions, *marks)[:HONOURS],
        story=edition.maybe_prose(value.description),
        address=address_view(edition, value.place),
        place_note=edition.maybe_prose(value.place_note),
        origin=_origin(edition, value.origin) if value.origin else None,
        history=tuple(
            [
                Event(
                    edition.t("village.around", when=date.when) if date.approx else date.when, edition.words(date.what)
                )
                for date in value.history
            ]
        ),
        process=process,
        lists=tuple([_list(edition, name, getattr(value, name)) for name in LISTS if getattr(value, name)]),
        products=product_shelf(edition, catalog.products_by_village.get(slug, ())),
        makers=maker_shelf(edition, makers),
        mentions=_mentions(edition, value.makers, {maker.id for maker in makers}),
        artisans=tuple([artisan_view(edition, artisan, sources) for artisan in value.artisans]),
        figures=figures_view(edition, value.figures, sources),
        recognitions=recognitions,
        marks=marks,
        festivals=tuple([festival_view(edition, festival, sources) for festival in value.festivals]),
        market=MarketView(market_days_line(edition, market), edition.note(market.note)) if market else None,
        season=SeasonView(season_line(edition, season), edition.note(season.text), edition.note(season.note))
        if season
        else None,
        visit=_visit(edition, value.visit) if value.visit else None,
        hamlets=tuple(
            [NoteLine(Link(Words(hamlet.name, None), None), edition.maybe(hamlet.role)) for hamlet in value.hamlets]
        ),
        hamlets_line=edition.t.count("village.hamlets_fold", len(value.hamlets)) if value.hamlets else None,
        point=_point(edition, value.coordinates) if value.coordinates else None,
        note=edition.maybe_prose(value.note),
        uncertain=edition.items(value.uncertain),
        sources=sources,
    )
    return Body(view.name.text, summary.plain, view, village.file)


def _contents(edition: Edition, village: Entry[Village]) -> tuple[SectionLink, ...]:
    """Name the sections that a record fills, as the template orders them."""
    value, catalog = village.value, edition.catalog
    makers = catalog.makers_by_village.get(village.id)
    filled = {
        "story": value.description,
        "origin": value.origin or value.history,
        "process": value.process,
        "details": any(getattr(value, name) for name in LISTS) or value.craft_words or value.earlier_craft,
        "products": catalog.products_by_village.get(village.id),
        "people": makers or value.makers or value.artisans,
        "recognitions": value.recognitions or value.marks,
        "figures": value.figures,
        "visit": value.visit or value.season or value.market_days,
        "festivals": value.festivals,
        "uncertain": value.uncertain or value.note,
    }
    parts = ("where", *(part for part, content in filled.items() if content), "sources")
    return tuple([SectionLink(part, edition.t(f"village.{part}")) for part in parts])


def _process(edition: Edition, texts: tuple[Text, ...], gallery: GalleryView | None) -> tuple[Step, ...]:
    shown = {one.step: one for one in reversed(gallery.items)} if gallery else {}
    return tuple(
        [
            Step(text, picture := shown.get(number), gallery is not None and picture is gallery.face)
            for number, text in enumerate(edition.items(texts), start=1)
        ]
    )


def _left(gallery: GalleryView | None, process: tuple[Step, ...]) -> tuple[PictureView, ...]:
    at_steps = [step.picture for step in process]
    return tuple([one for one in gallery.others if one not in at_steps]) if gallery else ()


_SHORT = 18
"""Longest item, in characters, of a list that is written in one line."""


def _list(edition: Edition, name: str, texts: tuple[Text, ...]) -> ListView:
    plain = edition.every(texts)
    short = len(plain) > 1 and all(len(words.text) <= _SHORT and "," not in words.text for words in plain)
    items = (capitalised(plain[0]), *plain[1:]) if short else tuple([capitalised(words) for words in plain])
    return ListView(edition.t(f"village.lists.{name}"), items, short)


def _origin(edition: Edition, origin: Origin) -> OriginView:
    return OriginView(
        period=edition.note(origin.period),
        founder=edition.maybe(origin.founder),
        certainty=edition.t(f"origin.certainty.{origin.certainty}"),
        doubtful=origin.certainty != "record",
        basis=edition.note(origin.basis),
        note=edition.maybe_prose(origin.note),
    )


def _mentions(edition: Edition, makers: Sequence[MakerMention], shown: set[str]) -> tuple[NoteLine, ...]:
    lines = []
    for mention in makers:
        known = edition.catalog.makers.get(mention.maker or "")
        if known is not None and known.id in shown and mention.note is None:
            continue
        words = Words(mention.name, None)
        lines.append(
            NoteLine(
                edition.link("maker", known.id, words) if known else Link(words, None), edition.maybe(mention.note)
            )
        )
    return tuple(lines)


_DIGITS = {"exact": 5, "village": 4, "commune": 3}
"""Decimals of a degree worth printing: about one metre, ten metres, a hundred metres."""


def _point(edition: Edition, coordinates: Coordinates) -> PointView:
    digits = _DIGITS[coordinates.precision]
    lat, lon = f"{coordinates.lat:.{digits}f}", f"{coordinates.lon:.{digits}f}"
    return PointView(
        # With a decimal point in every language: this is what maps read when it is pasted into them.
        text=f"{lat}, {lon}",
        uri=f"geo:{lat},{lon}",
        precision=edition.t(f"point.precision.{coordinates.precision}"),
        source=coordinates.source,
        note=edition.note(coordinates.note),
    )


def _visit(edition: Edition, visit: Visit) -> VisitView:
    t = edition.t
    lines = []
    if distance := _distance(edition, visit):
        lines.append(VisitLine(t("visit.distance"), distance, None))
    elif visit.origin:
        lines.append(VisitLine(t("visit.origin"), edition.words(visit.origin), None))
    if visit.distance_note:
        lines.append(VisitLine(t("visit.distance_note"), edition.words(visit.distance_note), None))
    for title, text in (
        ("visit.route", visit.route),
        ("visit.fee", visit.fee),
        ("visit.hours", visit.hours),
        ("visit.note", visit.note),
    ):
        if text is not None:
            lines.append(VisitLine(t(title), edition.words(text), _checked(edition, text)))
    return VisitView(tuple(lines), edition.items(visit.activities))


def _distance(edition: Edition, visit: Visit) -> Words | None:
    if visit.distance_km is None:
        return None
    distance = format_distance(visit.distance_km, edition.language)
    if visit.origin is None:
        return Words(distance, None)
    return Words(edition.t("visit.distance_from", distance=distance, origin=edition.words(visit.origin)), None)


def _checked(edition: Edition, text: CheckedText) -> str:
    if text.checked is None:
        return edition.t("visit.not_checked")
    return edition.t("visit.checked", date=format_date(text.checked, edition.language))
