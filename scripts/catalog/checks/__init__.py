"""Rules across records: does everything a record names exist, and do the records agree with each other and the law?

Each record has been read and has the right shape before it comes here (`source`, `validate`). One small module per
noun; every finding stands at the exact value, and says what to write instead where that can be known. Nothing here
opens a file or changes a record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog.checks.anywhere import check_anywhere
from catalog.checks.awards import check_awards, check_groups
from catalog.checks.belonging import check_maker, check_mentions, check_product
from catalog.checks.contact import check_contact
from catalog.checks.festivals import check_festivals, check_market_days
from catalog.checks.figures import check_figures
from catalog.checks.honours import check_honours
from catalog.checks.ids import check_ids
from catalog.checks.known import Known
from catalog.checks.photos import check_photo_files, check_photos
from catalog.checks.pictures import Measures, check_pictures
from catalog.checks.place import check_coordinates, check_folders, check_place
from catalog.checks.sources import check_sources
from catalog.checks.words import check_crafts, check_vocabulary
from catalog.diagnostics import Diagnostic
from catalog.index import Catalog
from catalog.repository import Repository


def check_repository(
    repository: Repository, catalog: Catalog, pictures: Mapping[str, Measures] | None = None
) -> Iterator[Diagnostic]:
    """Yield everything that the records of a catalog get wrong together; `in_reading_order` sorts it.

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
    for village in repository.villages:
        yield from check_crafts(village, known)
        yield from check_place(village, known)
        yield from check_coordinates(village)
        yield from check_figures(village, known)
        yield from check_honours(village, known)
        yield from check_mentions(village, known)
        yield from check_festivals(village)
        yield from check_market_days(village)
    for maker in repository.makers:
        yield from check_maker(maker, known)
        yield from check_place(maker, known)
        yield from check_contact(maker)
    for product in repository.products:
        yield from check_product(product, known)
        yield from check_place(product, known)
        yield from check_groups(product, known)
        yield from check_awards(product, known)
    for record in known.records:
        yield from check_photos(record, known)
        yield from check_sources(record)
        yield from check_anywhere(record.document, known)
