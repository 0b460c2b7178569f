"""Promises of the photo doctor beyond the golden cases: measured once, alike in both modules, sure of twins."""

from __future__ import annotations

import shutil
from concurrent.futures import Executor, Future
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from catalog.checks import check_repository, pictures
from catalog.images import inspect
from catalog.images.cache import Cache
from catalog.images.gate import admit
from catalog.images.work import inspect_all
from catalog.index import build_catalog
from catalog.judged import CACHE_FOLDER, examine_pictures
from catalog.repository import Repository, read_repository
from tests.photos import paint_case

GOLDEN = Path(__file__).parent / "golden"
PHOTOS = "products/ha-noi/quang-phu-cau/photos"


class Idle(Executor):
    """Does nothing, and says so when asked."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        raise AssertionError("there was nothing to do")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN / "vocabulary", tmp_path / "products" / "vocabulary")
    shutil.copytree(GOLDEN / "check" / "photo_twins" / "products", tmp_path / "products", dirs_exist_ok=True)
    paint_case(GOLDEN / "check" / "photo_twins", tmp_path)
    return tmp_path


def test_thresholds_are_those_that_were_measured() -> None:
    """What the rules call blurred and alike is what the measuring module says the numbers mean."""
    assert pictures.BLURRED_BELOW == inspect.BLURRED_BELOW
    assert pictures.ALIKE_WITHIN == inspect.ALIKE_WITHIN


def test_unchanged_photos_are_not_decoded_again(project: Path) -> None:
    """The second check of the same photos hands no work to anybody."""
    originals, measures, findings = examine_pictures(project, read_repository(project))

    cache = Cache(project / CACHE_FOLDER / "pictures")
    again, _ = inspect_all(admit(project, originals)[0].values(), root=project, cache=cache, executor=Idle())

    assert sorted(originals) == [f"{PHOTOS}/san-phoi.jpg", f"{PHOTOS}/tam-huong.jpg"]
    assert findings == []
    assert again == measures


@pytest.mark.parametrize(
    ("other", "twin"),
    [
        (0, True),
        (0b111111, True),
        (1 << 63 | 1 << 40 | 1 << 30 | 1 << 20 | 1 << 10 | 1, True),  # one bit in nearly every part
        (1 << 63 | 1 << 50 | 1 << 40 | 1 << 30 | 1 << 20 | 1 << 10 | 1, False),
        (0xFFFF_FFFF_FFFF_FFFF, False),
    ],
)
def test_twins_differ_in_at_most_six_bits(other: int, twin: bool, project: Path) -> None:
    """Two photos are twins exactly when their fingerprints differ in six bits or fewer, wherever those stand."""
    repository = read_repository(project)

    assert _codes(repository, {"san-phoi.jpg": 0, "tam-huong.jpg": other}) == (["photo-twin"] if twin else [])


def _codes(repository: Repository, fingerprints: dict[str, int]) -> list[str]:
    numbers = {
        f"{PHOTOS}/{name}": SimpleNamespace(
            width=1600, height=1200, luminance=120.0, sharpness=500.0, fingerprint=bits, has_position=False
        )
        for name, bits in fingerprints.items()
    }
    found = check_repository(repository, build_catalog(repository, date(2026, 11, 23)), numbers)
    return [finding.code for finding in found]
