"""Places: folder, new address, old address and coordinates tell one story.

Source: Resolution 202/2025/QH15 (63 provincial units became 34; the district level ended on 30 June 2025).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.checks.known import Known, KnownWords, bare_province
from catalog.diagnostics import Diagnostic, Location
from catalog.model import Coordinates, Maker, Product, Village
from catalog.repository import Entry
from catalog.text import nearest

LATITUDES = (8.0, 23.5)
LONGITUDES = (102.0, 118.0)
"""Việt Nam with its islands, Hoàng Sa and Trường Sa included, in degrees."""

_DISTRICT = re.compile(r"(huyện|quận|thị xã|thành phố|h\.|q\.|tx\.?|tp\.?)\s", re.IGNORECASE)
_COMMUNE = re.compile(r"(xã|phường|đặc khu)\s", re.IGNORECASE)


def check_folders(known: Known) -> Iterator[Diagnostic]:
    """Yield folders of `products/` that are named like no province, once each."""
    provinces = known.vocabulary["provinces"]
    seen: set[str] = set()
    for file in known.repository.record_files:
        folder = file.split("/")[1]
        if folder not in seen and provinces.lacks(folder):
            yield Diagnostic(
                code="unknown-province-folder",
                at=Location(file),
                facts={"folder": folder, "file": "products/vocabulary/provinces.yml"},
                suggestion=f"products/{meant}/" if (meant := provinces.meant(folder)) else None,
            )
        seen.add(folder)


def check_place(entry: Entry[Village] | Entry[Maker] | Entry[Product], known: KnownWords) -> Iterator[Diagnostic]:
    """Yield contradictions between a record's folder and its two addresses."""
    document, since, before = entry.document, entry.value.place.since_2025, entry.value.place.before_2025
    path = ("place", "since_2025", "province")
    provinces = known.vocabulary["provinces"]
    folder = entry.province_folder
    if provinces.lacks(since.province):
        yield provinces.unknown(document, path, since.province)
    elif since.province != folder and not provinces.lacks(folder):
        yield document.diagnose("province-elsewhere", path, province=since.province, folder=folder)
    if since.commune is not None:
        commune = ("place", "since_2025", "commune")
        if _DISTRICT.match(since.commune):
            yield document.diagnose("district-after-2025", commune, commune=since.commune)
        elif not _COMMUNE.match(since.commune):
            yield document.diagnose("commune-without-kind", commune, commune=since.commune)
    if before is not None and provinces.whole:
        former = known.former_provinces.get(bare_province(before.province))
        if former is None:
            suggestion = nearest(before.province, (found.name for found in known.former_provinces.values()))
            old = ("place", "before_2025", "province")
            yield document.diagnose("unknown-former-province", old, suggestion=suggestion, province=before.province)
        elif since.province != former.now and since.province in provinces.words:
            yield document.diagnose(
                "province-moved", path, suggestion=former.now, former=before.province, province=since.province
            )


def check_coordinates(village: Entry[Village]) -> Iterator[Diagnostic]:
    """Yield a point that cannot be where the village is."""
    point, document = village.value.coordinates, village.document
    if point is None or _is_in_vietnam(point.lat, point.lon):
        return
    lat, lon = _written(point.lat), _written(point.lon)
    if _is_in_vietnam(point.lon, point.lat):
        swapped = f"lat: {lon}, lon: {lat}"
        yield document.diagnose("coordinates-swapped", ("coordinates", "lat"), suggestion=swapped, lat=lat, lon=lon)
    elif _is_nowhere(point):
        yield document.diagnose("coordinates-zero", ("coordinates", "lat"))
    else:
        wrong = "lon" if LATITUDES[0] <= point.lat <= LATITUDES[1] else "lat"
        yield document.diagnose("coordinates-outside", ("coordinates", wrong), lat=lat, lon=lon)


def _is_in_vietnam(lat: float, lon: float) -> bool:
    return LATITUDES[0] <= lat <= LATITUDES[1] and LONGITUDES[0] <= lon <= LONGITUDES[1]


def _is_nowhere(point: Coordinates) -> bool:
    return abs(point.lat) < 0.01 and abs(point.lon) < 0.01


def _written(degrees: float) -> str:
    return f"{degrees:.6f}".rstrip("0").rstrip(".")
