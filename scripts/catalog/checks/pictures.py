"""The photo doctor: is each picture large, light and sharp enough, private, honest about its maker, and not a twin?

The numbers were measured elsewhere (`images`) and come in as plain values, so nothing here opens a file. Whether the
files are there and may be shown is asked in `photos`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from catalog.checks.known import Known
from catalog.diagnostics import Diagnostic, Fact, Location
from catalog.model import Photo, Record
from catalog.repository import Entry
from catalog.source import Path as ValuePath
from catalog.text import fold

COVER_WIDTH = 1200
"""A cover narrower than this, in pixels, is soft on a good screen and in a shared link (Open Graph asks for 1200)."""
SMALLEST = 640
"""A picture whose longer side has fewer pixels is a preview of a picture: phones have taken larger ones since 2005."""

DARK_BELOW = 40.0
"""Mean brightness (0 to 255) below which a picture is very dark. The photographs of Debian's mate-backgrounds have 81
to 239; printed at a quarter of their light, which is too dark to make out, most of them have 20 to 37."""
BLURRED_BELOW = 10.0
"""Sharpness (see `Measures`) below which a picture looks blurred. The same photographs have 24 (a hazy sea at dusk) to
2,600; with a Gaussian blur of 2 pixels half of the soft ones fall below 12, of 3 pixels two thirds fall below 10, and
nothing sharp does. Blur behind the subject does not count: the sharpest places are measured."""
ALIKE_WITHIN = 6
"""Fingerprints that differ in at most so many of 64 bits are of nearly the same picture. A picture that was scaled,
brightened, faded or lost a narrow rim differs from itself in 0 to 4 (rarely 10); two others in 13 or more."""

_WORDS_OF_ALT = 3
"""Fewer syllables than this do not tell what a picture shows: “Hương”, “Bát Tràng”."""
_NOBODY = re.compile(
    r"(?:(?:nguon|anh|hinh|tu|tren|theo|trang|source|photo)[ :]*)*"
    r"(?:internet|mang|online|web|google|facebook|fb|zalo|tiktok|youtube|pinterest|suu tam|st|tu lieu|"
    r"khong (?:ro|biet)|chua (?:ro|biet)|an danh|vo danh|unknown|anonymous|n/?a|[-–—.?]+)[ .]*"
)
"""Credits, folded, that name nobody who could have given leave."""


class Measures(Protocol):
    """What `images` measured of one picture."""

    @property
    def width(self) -> int:
        """Upright, in pixels."""

    @property
    def height(self) -> int:
        """Upright, in pixels."""

    @property
    def luminance(self) -> float:
        """Mean brightness, 0 black to 255 white."""

    @property
    def sharpness(self) -> float:
        """Variance of the Laplacian of the brightness where the picture is sharpest, at the size a page shows."""

    @property
    def fingerprint(self) -> int:
        """64 bits that stay nearly the same when a picture is scaled, brightened or encoded again."""

    @property
    def has_position(self) -> bool:
        """It tells where it was taken."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """One picture where a record first names it."""

    entry: Entry[Record]
    photo: Photo
    path: ValuePath
    file: str
    """Relative to the project, with `/`."""


def check_pictures(known: Known, measures: Mapping[str, Measures]) -> Iterator[Diagnostic]:
    """Yield what the pictures of all records get wrong.

    Args:
        known: The look-ups of this run.
        measures: Picture file, relative to the project → its numbers; files that could not be read are missing.

    """
    seen: dict[str, _Shown] = {}
    for entry in known.records:
        for position, photo in enumerate(entry.value.photos if entry.gist.photos else ()):
            shown = _Shown(entry, photo, ("photos", position), f"{entry.home}/photos/{photo.file}")
            yield from _check_words(shown)
            if shown.file in measures:
                if photo is entry.value.photos_by_cover[0]:
                    yield from _check_cover(shown, measures[shown.file])
                if shown.file not in seen:
                    seen[shown.file] = shown
                    yield from _check_measures(shown, measures[shown.file])
    yield from _check_twins(seen, measures)
    for file, numbers in measures.items():
        if file not in seen and numbers.has_position:
            facts = {"file": file.rpartition("/")[2]}
            yield Diagnostic(code="photo-position", at=Location(file), facts=dict(facts))


def _check_words(shown: _Shown) -> Iterator[Diagnostic]:
    document, photo = shown.entry.document, shown.photo
    alt, stem = fold(photo.alt.vi), fold(photo.file.rpartition(".")[0])
    names = {stem, fold(photo.file), re.sub(r"[-_]+", " ", stem), fold(shown.entry.value.name.vi)}
    if alt in names or len(alt.split()) < _WORDS_OF_ALT:
        yield document.diagnose("photo-alt-thin", (*shown.path, "alt"), alt=photo.alt.vi)
    if _NOBODY.fullmatch(fold(photo.credit)):
        yield document.diagnose("photo-credit-nobody", (*shown.path, "credit"), credit=photo.credit)


def _check_cover(shown: _Shown, numbers: Measures) -> Iterator[Diagnostic]:
    if numbers.width < COVER_WIDTH and max(numbers.width, numbers.height) >= SMALLEST:
        yield _finding("photo-small-cover", shown, width=numbers.width, wanted=COVER_WIDTH)


def _check_measures(shown: _Shown, numbers: Measures) -> Iterator[Diagnostic]:
    if numbers.has_position:
        yield _finding("photo-position", shown)
    if max(numbers.width, numbers.height) < SMALLEST:
        yield _finding("photo-tiny", shown, width=numbers.width, height=numbers.height, wanted=SMALLEST)
    if shown.photo.kind == "photo":
        if numbers.luminance < DARK_BELOW:  # what lies in the dark looks blurred too: one finding is enough
            yield _finding("photo-dark", shown)
        elif numbers.sharpness < BLURRED_BELOW:
            yield _finding("photo-blurred", shown)


def _check_twins(seen: Mapping[str, _Shown], measures: Mapping[str, Measures]) -> Iterator[Diagnostic]:
    """Compare each picture with those before it that share a part of its fingerprint.

    Of `ALIKE_WITHIN` + 1 parts at least one is the same in both when so few bits differ: the pigeonhole principle.
    """
    parts = ALIKE_WITHIN + 1
    size = -(-64 // parts)
    alike: dict[tuple[int, int], list[str]] = defaultdict(list)
    for file, shown in seen.items():
        mark = measures[file].fingerprint
        keys = [(part, mark >> part * size & (1 << size) - 1) for part in range(parts)]
        others = dict.fromkeys(other for key in keys for other in alike[key])
        twin = next((each for each in others if _distance(mark, measures[each].fingerprint) <= ALIKE_WITHIN), None)
        if twin is not None:
            yield _finding("photo-twin", shown, other=twin, record=seen[twin].entry.file)
        for key in keys:
            alike[key].append(file)


def _distance(one: int, other: int) -> int:
    return (one ^ other).bit_count()


def _finding(code: str, shown: _Shown, **facts: Fact) -> Diagnostic:
    found = shown.entry.document.diagnose(code, (*shown.path, "file"), file=shown.photo.file)
    return replace(found, facts=found.facts | facts)
