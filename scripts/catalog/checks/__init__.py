"""Rules across records: does everything a record names exist, and do the records agree with each other and the law?

Each record has been read and has the right shape before it comes here (`source`, `validate`). One small module per
noun; every finding stands at the exact value, and says what to write instead where that can be known. Nothing here
opens a file or changes a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from catalog.checks.anywhere import check_anywhere, check_dates
from catalog.checks.awards import check_awards, check_groups
from catalog.checks.belonging import check_maker, check_mentions, check_product, check_type
from catalog.checks.contact import check_contact
from catalog.checks.featured import check_featured
from catalog.checks.festivals import check_festivals, check_market_days
from catalog.checks.figures import check_figures
from catalog.checks.honours import check_honours
from catalog.checks.ids import check_ids
from catalog.checks.known import Known, KnownWords
from catalog.checks.photos import check_photo_files, check_photos, check_rights
from catalog.checks.pictures import Measures, check_pictures
from catalog.checks.place import check_coordinates, check_folders, check_place
from catalog.checks.sources import check_sources
from catalog.checks.words import check_crafts, check_vocabulary
from catalog.diagnostics import Diagnostic
from catalog.index import Catalog
from catalog.model import Maker, Product, Record, Village
from catalog.repository import Entry, Repository, Vocabularies


def check_record(vocabularies: Vocabularies) -> Callable[[Entry[Record]], Iterator[Diagnostic]]:
    """Return what judges a record by nothing but itself and the vocabularies: what it finds can be recalled."""
    known = KnownWords(vocabularies)

    def check(record: Entry[Record]) -> Iterator[Diagnostic]:
        value = record.value
        if isinstance(value, Village):
            yield from _check_village(cast(Entry[Village], record), known)
        elif isinstance(value, Maker):
            maker = cast(Entry[Maker], record)
            yield from check_type(maker, known)
            yield from check_place(maker, known)
            yield from check_contact(maker)
        elif isinstance(value, Product):
            product = cast(Entry[Product], record)
            yield from check_place(product, known)
            yield from check_groups(product, known)
            yield from check_awards(product, known)
        yield from check_rights(record, known)
        yield from check_sources(record)
        yield from check_anywhere(record.document, known)

    return check


def _check_village(village: Entry[Village], known: KnownWords) -> Iterator[Diagnostic]:
    yield from check_crafts(village, known)
    yield from check_place(village, known)
    yield from check_coordinates(village)
    yield from check_figures(village, known)
    yield from check_honours(village, known)
    yield from check_festivals(village)
    yield from check_market_days(village)


def check_repository(
    repository: Repository, catalog: Catalog, pictures: Mapping[str, Measures] | None = None
) -> Iterator[Diagnostic]:
    """Yield everything that the records of a catalog get wrong together, and each alone; `in_reading_order` sorts it.

    What single records get wrong was found while they were read, unless nobody asked for it then. The rest looks at
    their briefs first: no model is built for a record that gives no cause.

    Args:
        repository: What was read.
        catalog: The same, in order.
        pictures: Picture file → what was measured of it; those that could not be read are missing.

    """
    known = Known(repository, catalog)
    yield from check_vocabulary(known)
    yield from check_ids(known)
    yield from check_folders(known)
    yield from check_photo_files(known)
    yield from check_pictures(known, pictures or {})
    yield from check_featured(known)
    if repository.judged is None:
        judge = check_record(repository.vocabularies)
        for record in known.records:
            yield from judge(record)
    else:
        yield from repository.judged
    for village in repository.villages:
        yield from check_mentions(village, known)
    for maker in repository.makers:
        yield from check_maker(maker, known)
    for product in repository.products:
        yield from check_product(product, known)
    for record in known.records:
        yield from check_photos(record, known)
        yield from check_dates(record, catalog.as_of)
