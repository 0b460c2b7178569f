"""Promises of `catalog.images.plan`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.images.plan import (
    CODE_VERSION,
    ENCODINGS,
    LONGEST_SIDE,
    WIDTHS,
    Original,
    height_for,
    plan_picture,
    usable_widths,
)

SIDES = st.integers(min_value=1, max_value=24_000)


def original(width: int = 4000, height: int = 3000, orientation: int = 1, digest: str = "a" * 64) -> Original:
    return Original(
        file="products/x/y/photos/a.jpg", kind="JPEG", digest=digest, stored=(width, height), orientation=orientation
    )


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (4000, 3000, (320, 640, 960, 1600)),
        (1600, 900, (320, 640, 960, 1600)),
        (1599, 900, (320, 640, 960, 1599)),  # never larger than the original: its own width takes the place
        (800, 600, (320, 640, 800)),
        (640, 480, (320, 640)),
        (320, 200, (320,)),
        (100, 100, (100,)),
        (1, 1, (1,)),
        (4000, 100, (320, 640, 960, 1600)),
        (2000, 24_000, (320, 640, 960, 1365)),  # WebP ends at 16,383 pixels
        (100, 24_000, (68,)),
    ],
)
def test_usable_widths(width: int, height: int, expected: tuple[int, ...]) -> None:
    assert usable_widths(width, height) == expected


@given(SIDES, SIDES, st.lists(SIDES, min_size=1))
def test_widths_never_exceed_the_original(width: int, height: int, wanted: list[int]) -> None:
    """Whatever is asked for: widths rise, none is larger than the original or than asked, and there is at least one."""
    found = usable_widths(width, height, wanted)
    assert found == tuple(sorted(set(found)))
    assert found
    assert 1 <= found[0] <= found[-1] <= min(width, max(wanted))


@given(SIDES, SIDES)
def test_heights_keep_the_proportions(width: int, height: int) -> None:
    """A derivative's height is within one pixel of the exact one, and never 0 or too long for WebP."""
    picture = original(width, height)
    for usable in usable_widths(width, height):
        exact = usable * height / width
        found = height_for(usable, picture)
        assert 1 <= found <= LONGEST_SIDE
        assert abs(found - exact) <= 1 or exact < 1 or exact > LONGEST_SIDE


@given(SIDES, SIDES, st.integers(1, 8))
def test_a_plan_is_complete(width: int, height: int, orientation: int) -> None:
    """Every format has the same sizes, rising; every name is its own; the largest is the picture's size."""
    plan = plan_picture(original(width, height, orientation), "encoder 1")
    sizes = {encoding.format: [(d.width, d.height) for d in plan.of(encoding.format)] for encoding in ENCODINGS}
    assert len({tuple(each) for each in sizes.values()}) == 1
    assert sizes["jpeg"] == sorted(sizes["jpeg"])
    assert len({each.name for each in plan.derivatives}) == len(plan.derivatives)
    assert sizes["jpeg"][-1] == (plan.width, plan.height)


@pytest.mark.parametrize(("orientation", "upright"), [(1, (40, 30)), (4, (40, 30)), (5, (30, 40)), (8, (30, 40))])
def test_sizes_are_those_of_the_upright_picture(orientation: int, upright: tuple[int, int]) -> None:
    """A portrait photo stored sideways is planned as a portrait."""
    plan = plan_picture(original(40, 30, orientation), "encoder 1")
    assert (plan.width, plan.height) == upright


def test_a_name_is_the_digest_of_all_that_decides_the_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another original, turn, encoder or version of our code gives other names; the file's place and name do not."""
    plan = plan_picture(original(), "encoder 1")

    def names(other: Original, encoder: str = "encoder 1") -> set[str]:
        return {each.name for each in plan_picture(other, encoder).derivatives} | {plan_picture(other, encoder).key}

    same = {each.name for each in plan.derivatives} | {plan.key}
    assert names(replace(original(), file="products/other.jpg")) == same
    assert not names(original(digest="b" * 64)) & same
    assert not names(original(orientation=3)) & same
    assert not names(original(), "encoder 2") & same
    monkeypatch.setattr("catalog.images.plan.CODE_VERSION", CODE_VERSION + 1)
    assert not names(original()) & same


def test_srcset_is_what_a_browser_reads() -> None:
    """Address and width of each file, from narrow to wide, and the link leads to the widest JPEG."""
    plan = plan_picture(original(), "encoder 1")
    parts = plan.srcset("avif", "../../pictures/").split(", ")
    assert [part.split(" ")[1] for part in parts] == [f"{width}w" for width in WIDTHS]
    assert all(part.startswith("../../pictures/") and ".avif " in part for part in parts)
    assert (plan.largest.width, plan.largest.encoding.mime) == (1600, "image/jpeg")
    assert plan.fallback.width == 640
