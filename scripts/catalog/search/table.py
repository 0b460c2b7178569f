"""The filters of one list as two files: a table that is fetched with the first filter, and rows for downloads.

    product.table.json   every facet, and per record which of its values, packed
    product.rows.json    the cells of the download, fetched when somebody asks for it

The table is small: a record is one or two characters in each facet. Which record is which is known by its number, the
same as in the index; names and addresses of those that are shown come from the index's blocks.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from catalog.search.numbers import column, width_for
from catalog.views import Facet, Sieve


def table_files(sieve: Sieve) -> dict[str, bytes]:
    """Return the files of one list: name, beside the shards of the index → content."""
    table = {
        "facets": [_packed(facet, of) for facet, of in zip(sieve.facets, sieve.of, strict=True)],
        "honourFacets": [_named(facet) for facet in sieve.honour_facets],
        "honours": sieve.honours,
        **_sets(sieve.honours_of),
    }
    rows = {"columns": sieve.columns, "rows": sieve.rows}
    return {
        f"{sieve.kind}.table.json": _json(table),
        f"{sieve.kind}.rows.json": _json(rows),
    }


def _named(facet: Facet) -> dict[str, object]:
    return {"id": facet.id, "label": facet.label, "values": facet.values}


def _packed(facet: Facet, of: Sequence[tuple[int, ...]]) -> dict[str, object]:
    return _named(facet) | _sets(of)


def _sets(of: Sequence[tuple[int, ...]]) -> dict[str, object]:
    """Write each record's values as the number of their set; lists have few different ones."""
    numbers = {values: number for number, values in enumerate(dict.fromkeys(of))}
    width = width_for(len(numbers))
    return {"sets": list(numbers), "width": width, "of": column([numbers[values] for values in of], width)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
