"""What the front page is asked to show: records that exist, for a time that has a beginning before its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from catalog.checks.known import Known, said_date
from catalog.diagnostics import Diagnostic
from catalog.model import Featured
from catalog.repository import VocabularyEntry
from catalog.text import nearest
from catalog.validity import Span, span_of


def check_featured(known: Known) -> Iterator[Diagnostic]:
    """Yield entries that show nothing, show it never or show it twice, and a list that has run out."""
    entries = known.repository.vocabulary.get("featured", ())
    times: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)
    for entry in entries:
        featured, document, at = entry.value, entry.document, entry.position
        if not isinstance(featured, Featured):
            continue
        yield from _check_record(entry, featured, known)
        time = Span(span_of(featured.since).first, span_of(featured.until).last)
        if time.last < time.first:
            yield document.diagnose(
                "featured-backwards", (at, "until"), since=said_date(featured.since), until=said_date(featured.until)
            )
            continue
        field, id_ = ("village", featured.village) if featured.village else ("product", featured.product or "")
        for other, line in times[field, id_]:
            if time.first <= other.last and other.first <= time.last:
                yield document.diagnose("featured-twice", (at, field), id=id_, line=line)
                break
        times[field, id_].append((time, document.at((at,)).line))
    if entries and not known.catalog.featured_now:
        last = entries[-1]
        yield last.document.diagnose(
            "featured-run-out", (last.position,), today=said_date(known.catalog.as_of.isoformat())
        )


def _check_record(entry: VocabularyEntry, featured: Featured, known: Known) -> Iterator[Diagnostic]:
    document, at = entry.document, entry.position
    if featured.village is not None and featured.village not in known.villages:
        near = known.nearest_home(featured.village, known.villages)
        yield document.diagnose("unknown-village", (at, "village"), suggestion=near, id=featured.village)
    if featured.product is not None and featured.product not in known.products:
        near = nearest(featured.product, known.products)
        yield document.diagnose("unknown-product", (at, "product"), suggestion=near, id=featured.product)
