"""Promises of `catalog.images.inspect`: numbers that tell what an eye would."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageEnhance, ImageFilter

from catalog.images.derive import NotDerived
from catalog.images.gate import examine_bytes
from catalog.images.inspect import (
    ALIKE_WITHIN,
    BLURRED_BELOW,
    Inspection,
    distance,
    inspect,
    inspection_from_json,
    inspection_key,
)
from tests.odd_pictures import exif, leaves, quarters, saved, stored_for


def inspected(image: Image.Image, kind: str = "JPEG", **options: object) -> Inspection:
    data = saved(image, kind, **options)
    original, finding = examine_bytes(data, f"a.{kind.lower()}")
    assert original is not None, finding
    return inspect(data, original)


def photograph() -> Image.Image:
    """Draw something sharp in front of something soft."""
    image = leaves(1600, 1200).filter(ImageFilter.GaussianBlur(12))
    image.paste(leaves(500, 400), (600, 500))
    return image


@pytest.mark.parametrize("grey", [0, 60, 128, 255])
def test_luminance_is_the_mean_brightness(grey: int) -> None:
    assert abs(inspected(Image.new("RGB", (300, 200), (grey,) * 3)).luminance - grey) <= 1


def test_a_sharp_subject_before_a_soft_ground_is_sharp() -> None:
    """A bowl before a soft background is not called blurred; the same picture out of focus is."""
    sharp = photograph()
    assert inspected(sharp).sharpness > 2 * BLURRED_BELOW
    assert inspected(sharp.filter(ImageFilter.GaussianBlur(5))).sharpness < BLURRED_BELOW


def test_the_size_of_the_file_does_not_decide_sharpness() -> None:
    """Four times the pixels of the same picture is not four times sharper or softer."""
    small, large = leaves(1100, 800), leaves(1100, 800).resize((3300, 2400), Image.Resampling.LANCZOS)
    assert inspected(large).sharpness > BLURRED_BELOW
    assert inspected(small).sharpness > BLURRED_BELOW


@pytest.mark.parametrize(
    "change",
    [
        lambda image: image.resize((500, 375), Image.Resampling.LANCZOS),
        lambda image: ImageEnhance.Brightness(image).enhance(1.15),
        lambda image: image.filter(ImageFilter.GaussianBlur(2)),
        lambda image: image.crop((4, 4, 1596, 1196)),
        lambda image: image.convert("L"),
    ],
    ids=["smaller", "brighter", "softer", "cropped a little", "grey"],
)
def test_nearly_the_same_picture_has_nearly_the_same_fingerprint(change: object) -> None:
    image = photograph()
    assert callable(change)
    other = inspected(change(image), quality=60)
    assert distance(inspected(image).fingerprint, other.fingerprint) <= ALIKE_WITHIN


def test_other_pictures_have_other_fingerprints() -> None:
    one, two = (
        inspected(photograph()).fingerprint,
        inspected(photograph().transpose(Image.Transpose.ROTATE_180)).fingerprint,
    )
    assert distance(one, two) > ALIKE_WITHIN
    assert distance(one, inspected(quarters(800, 600)).fingerprint) > ALIKE_WITHIN
    assert distance(one, one) == 0


def test_a_turned_phone_makes_no_other_picture() -> None:
    """Size and fingerprint are those of the upright picture."""
    image = photograph()
    upright, turned = inspected(image), inspected(stored_for(6, image), exif=exif(6))
    assert (turned.width, turned.height) == (1600, 1200)
    assert distance(upright.fingerprint, turned.fingerprint) <= ALIKE_WITHIN


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("JPEG", {"exif": exif(position=True)}, True),
        ("PNG", {"exif": exif(position=True)}, True),
        ("WEBP", {"exif": exif(position=True)}, True),
        ("JPEG", {"exif": exif()}, False),
        ("JPEG", {}, False),
        ("JPEG", {"exif": b"Exif\0\0II*\0 nonsense"}, False),
        ("JPEG", {"xmp": b"<x:xmpmeta exif:GPSLatitude='21,2.5N'/>"}, True),
    ],
)
def test_a_position_is_noticed(kind: str, options: dict[str, object], expected: bool) -> None:
    """A photo that tells where it was taken is noticed, in EXIF and in XMP; damaged metadata are no reason to fail."""
    assert inspected(quarters(), kind, **options).has_position is expected


@pytest.mark.parametrize("size", [(1, 1), (2, 200), (3, 3), (30, 1)])
def test_the_smallest_pictures_are_measured(size: tuple[int, int]) -> None:
    assert inspected(Image.new("RGB", size), "PNG").width == size[0]


def test_measures_survive_the_cache() -> None:
    """What is read back is what was measured; anything else is a miss; another decoder or turn has another key."""
    found = inspected(photograph())
    assert inspection_from_json(found.to_json()) == found
    for other in (None, b"", b"[]", b"{}", b"null", b'{"width": 1}', b"\xff"):
        assert inspection_from_json(other) is None
    original, _ = examine_bytes(saved(quarters()), "a.jpg")
    assert original is not None
    keys = {
        inspection_key(original, "1"),
        inspection_key(original, "2"),
        inspection_key(replace(original, orientation=3), "1"),
        inspection_key(replace(original, digest="b" * 64), "1"),
    }
    assert len(keys) == 4


def test_a_broken_picture_is_told() -> None:
    data = saved(leaves(300, 200))
    original, _ = examine_bytes(data, "a.jpg")
    assert original is not None
    with pytest.raises(NotDerived, match="picture-changed"):
        inspect(data + b"x", original)
