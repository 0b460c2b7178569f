"""Promises of `catalog.images.derive`: sizes, some pixels and what is left out, for every odd picture we know."""

from __future__ import annotations

import base64
import io
import re
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from catalog.images.derive import PAPER, Derived, NotDerived, derive, encoder_version
from catalog.images.gate import examine_bytes
from catalog.images.plan import ENCODINGS, Picture, plan_picture
from tests.odd_pictures import (
    ADOBE_RGB,
    BLUE,
    DISPLAY_P3,
    GREEN,
    RED,
    YELLOW,
    exif,
    grey16,
    in_profile,
    leaves,
    matrix_profile,
    opened,
    png,
    png_header,
    quarters,
    ring,
    saved,
    stored_for,
)

Colour = tuple[int, int, int]
CORNERS = ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))
P3, ADOBE = matrix_profile(*DISPLAY_P3), matrix_profile(*ADOBE_RGB)


def planned(data: bytes, name: str = "a.jpg") -> Picture:
    original, finding = examine_bytes(data, name)
    assert finding is None, finding
    assert original is not None
    return plan_picture(original, encoder_version())


def derived(data: bytes, name: str = "a.jpg") -> tuple[Picture, Derived]:
    picture = planned(data, name)
    return picture, derive(data, picture)


def largest(data: bytes, name: str = "a.jpg", kind: str = "webp") -> Image.Image:
    """Return the largest derivative of one format, decoded."""
    _, result = derived(data, name)
    found = [content for each, content in result.files if each.encoding.format == kind]
    return opened(found[-1])


def near(found: object, expected: tuple[int, ...], tolerance: int = 12) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= tolerance for a, b in zip(found, expected, strict=True))


def corners(image: Image.Image) -> list[object]:
    rgb = image.convert("RGB")
    return [rgb.getpixel((int(x * image.width), int(y * image.height))) for x, y in CORNERS]


def is_upright(image: Image.Image, tolerance: int = 12) -> bool:
    """Tell whether the four quarters stand where they were drawn."""
    found = corners(image)
    return all(near(a, b, tolerance) for a, b in zip(found, (RED, GREEN, BLUE, YELLOW), strict=True))


def test_every_planned_file_is_made_at_its_size() -> None:
    """Names, sizes and kinds of the files are those of the plan."""
    picture, result = derived(saved(quarters(1000, 700)))
    assert [each for each, _ in result.files] == list(picture.derivatives)
    assert {each.width for each, _ in result.files} == {320, 640, 960, 1000}
    for each, content in result.files:
        image = opened(content)
        assert image.size == (each.width, each.height)
        assert image.format == each.encoding.format.upper()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_pictures_are_turned_upright(orientation: int, kind: str) -> None:
    """However the camera was held, the picture stands upright, at the upright size."""
    data = saved(stored_for(orientation, quarters()), kind, exif=exif(orientation), quality=95)
    image = largest(data, f"a.{kind.lower()}")
    assert image.size == (80, 60)
    assert is_upright(image)


@pytest.mark.parametrize("orientation", [1, 6])
def test_large_jpegs_decoded_small_are_the_same_picture(orientation: int) -> None:
    """Decoding at a half or a quarter of the size changes no colour and no place."""
    data = saved(stored_for(orientation, quarters(4000, 3000)), quality=90, exif=exif(orientation))
    picture, result = derived(data)
    assert (picture.width, picture.height) == (1600, 1200)
    assert all(is_upright(opened(content)) for _, content in result.files)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (saved(quarters(), "PNG"), "a.png"),
        (saved(quarters().quantize(8), "PNG"), "a.png"),
        (saved(quarters().quantize(8), "GIF"), "a.gif"),
        (saved(quarters(), "GIF", save_all=True, append_images=[leaves(80, 60)]), "a.gif"),
        (saved(quarters(), "WEBP", save_all=True, append_images=[leaves(80, 60)], lossless=True), "a.webp"),
        (saved(quarters(), "PNG", save_all=True, append_images=[leaves(80, 60)]), "a.png"),
        (saved(quarters(), "AVIF", save_all=True, append_images=[leaves(80, 60)], quality=95), "a.avif"),
        (saved(quarters(), "MPO", save_all=True, append_images=[leaves(80, 60)], quality=95), "a.jpg"),
        (saved(quarters(), progressive=True, quality=95), "a.jpg"),
        (saved(quarters(), quality=95) + b"<script>alert(1)</script>", "a.jpg"),
        (saved(in_profile(quarters(), P3), icc_profile=P3, quality=95), "a.jpg"),
        (saved(in_profile(quarters(), ADOBE), icc_profile=ADOBE, quality=95), "a.jpg"),
        (saved(in_profile(quarters(), P3), "PNG", icc_profile=P3), "a.png"),
        (saved(quarters(mode="CMYK"), quality=95), "a.jpg"),
        (saved(quarters(), icc_profile=b"no profile at all", quality=95), "a.jpg"),
    ],
    ids=[
        "PNG", "palette", "GIF", "animated GIF", "animated WebP", "APNG", "AVIF sequence", "MPO", "progressive",
        "polyglot", "Display P3", "Adobe RGB", "Display P3 in PNG", "CMYK", "broken profile",
    ],
)  # fmt: skip
def test_odd_pictures_look_as_they_should(data: bytes, name: str) -> None:
    """Whatever the container and its colours: the first frame, in sRGB, at its own size."""
    image = largest(data, name)
    assert image.size == (80, 60)
    assert is_upright(image, 16)


def test_wide_colours_would_be_dull_if_taken_as_srgb() -> None:
    """The test above means something: the stored numbers of Display P3 and Adobe RGB differ from those of sRGB."""
    for profile in (P3, ADOBE):
        assert not is_upright(in_profile(quarters(), profile), 16)


def test_cmyk_with_a_profile_is_converted_by_it() -> None:
    """Print colours are converted by the profile, not by the formula for lack of one."""
    lab = ImageCms.createProfile("LAB")
    data = saved(quarters(mode="CMYK"), icc_profile=ImageCms.ImageCmsProfile(lab).tobytes(), quality=95)
    assert is_upright(largest(data), 16)  # a profile for other colours is as good as none


@pytest.mark.parametrize(("stored", "shown"), [(0, 0), (0x8000, 128), (0x4000, 64), (0xFFFF, 255), (0x00FF, 1)])
def test_sixteen_bits_are_scaled(stored: int, shown: int) -> None:
    """A scanner's 65,536 greys become 256; they are not cut off into white."""
    assert near(largest(grey16(40, 30, stored), "a.png").convert("RGB").getpixel((20, 15)), (shown,) * 3, 3)


def test_sixteen_bits_of_colour_are_scaled() -> None:
    line = b"\0" + (0xC8C8).to_bytes(2, "big") * 40 + (0x1E1E).to_bytes(2, "big") * 20
    data = png(png_header(20, 10, 16, 2), (b"IDAT", zlib.compress(line * 10)), (b"IEND", b""))
    assert largest(data, "a.png").size == (20, 10)


@pytest.mark.parametrize(
    "data",
    [
        saved(ring(), "PNG"),
        saved(ring().convert("LA"), "PNG"),
        saved(ring().quantize(8), "PNG"),
        png(
            png_header(80, 60),
            (b"tRNS", bytes.fromhex("000000000000")),
            (
                b"IDAT",
                zlib.compress(
                    b"".join(b"\0" + ring().convert("RGB").tobytes()[y * 240 : y * 240 + 240] for y in range(60))
                ),
            ),
            (b"IEND", b""),
        ),
    ],
    ids=["RGBA", "grey with alpha", "palette with alpha", "one transparent colour"],
)
def test_what_shows_through_is_kept_or_laid_on_paper(data: bytes) -> None:
    """AVIF and WebP keep transparency; under the JPEG lies the colour of the page, neither black nor white."""
    for kind in ("avif", "webp"):
        image = largest(data, "a.png", kind)
        assert image.mode == "RGBA", kind
        found = image.getpixel((2, 2)), image.getpixel((40, 30))
        assert isinstance(found[0], tuple)
        assert isinstance(found[1], tuple)
        assert found[0][3] <= 3
        assert found[1][3] >= 252
    jpeg = largest(data, "a.png", "jpeg")
    assert near(jpeg.getpixel((2, 2)), PAPER)
    assert not near(jpeg.getpixel((40, 30)), PAPER, 40)
    _, result = derived(data, "a.png")
    assert result.placeholder == ""


def test_opaque_alpha_is_dropped() -> None:
    """A screenshot with an alpha channel that hides nothing is an ordinary picture."""
    assert largest(saved(quarters(mode="RGBA"), "PNG"), "a.png").mode == "RGB"


def test_nothing_of_the_original_travels_along() -> None:
    """No EXIF, position, comment, profile, thumbnail, XMP or trailing byte of the original is in any derivative."""
    secret = b"S3CRET-WORDS"
    thumbnail = saved(leaves(160, 120))
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>' + secret + b"</a></x:xmpmeta>"
    jpeg = saved(quarters(), exif=exif(1, position=True), comment=secret, xmp=xmp, icc_profile=P3)
    jpeg += secret + thumbnail
    text = (b"tEXt", b"Comment\0" + secret)
    picture = saved(quarters(), "PNG", exif=exif(position=True))
    picture = picture[:33] + png(text)[8:] + picture[33:] + secret
    webp = saved(quarters(), "WEBP", exif=exif(position=True), xmp=xmp)
    for data, name in ((jpeg, "a.jpg"), (picture, "a.png"), (webp, "a.webp")):
        assert secret in data
        assert b"SecretPhone" in data
        _, result = derived(data, name)
        for each, content in result.files:
            assert secret not in content
            assert b"SecretPhone" not in content
            assert b"GPS" not in content
            assert thumbnail[200:260] not in content
            image = Image.open(io.BytesIO(content), formats=(each.encoding.format.upper(),))
            assert dict(image.getexif()) == {}
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive",
                                       "progression", "loop", "background", "timestamp", "duration", "dpi"}  # fmt: skip


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_a_picture_that_breaks_off_is_never_half_shown(kind: str) -> None:
    """Data that end early inside a whole container are an error, not a grey half."""
    data = saved(leaves(600, 400), kind)
    end = {"JPEG": b"\xff\xd9", "PNG": png((b"IEND", b""))[8:], "GIF": b";"}[kind]
    if kind == "PNG":
        at = data.index(b"IDAT") + 4
        cut = data[: at - 8] + png((b"IDAT", data[at : at + 5000]))[8:] + end
    else:
        cut = data[: len(data) // 2] + (end if kind == "GIF" else b"")
    if kind == "JPEG":  # only a thumbnail's end is in what is left, so that the header looks whole
        cut = cut[:2] + b"\xff\xfe\x00\x06xx\xff\xd9" + cut[2:]
    picture = planned(cut, f"a.{'jpg' if kind == 'JPEG' else kind.lower()}")
    with pytest.raises(NotDerived) as caught:
        derive(cut, picture)
    assert caught.value.code in ("picture-cut-short", "picture-broken")


def test_a_changed_original_is_not_taken_for_the_planned_one() -> None:
    """If the file is not the one that was examined, its pixels do not get the other's name."""
    picture = planned(saved(quarters()))
    with pytest.raises(NotDerived, match="picture-changed"):
        derive(saved(leaves(80, 60)), picture)


def test_the_placeholder_is_tiny_and_alike() -> None:
    """The placeholder is a small `data:` picture with the colours of the picture; the tone is their average."""
    _, result = derived(saved(quarters(800, 600), quality=95))
    head, _, packed = result.placeholder.partition(",")
    assert head == "data:image/webp;base64"
    assert len(result.placeholder) < 400
    image = opened(base64.b64decode(packed))
    assert max(image.size) == 16
    assert is_upright(image, 45)
    assert re.fullmatch(r"#[0-9a-f]{6}", result.tone)
    average = tuple(sum(colour[i] for colour in (RED, GREEN, BLUE, YELLOW)) // 4 for i in range(3))
    assert near(tuple(bytes.fromhex(result.tone[1:])), average)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 400), (400, 1), (17, 3)])
def test_the_smallest_pictures_have_every_format(size: tuple[int, int]) -> None:
    """A picture of one pixel is no reason to fail."""
    _, result = derived(saved(Image.new("RGB", size, RED), "PNG"), "a.png")
    assert len(result.files) % len(ENCODINGS) == 0
    for each, content in result.files:
        assert opened(content).size == (each.width, each.height)


def test_the_same_bytes_come_out_twice() -> None:
    """Two builds of one picture are byte-identical."""
    data = saved(leaves(340, 250))
    assert derived(data) == derived(data)


GOOD = [(saved(quarters(40, 30), kind), f"a.{kind.lower()}") for kind in ("JPEG", "PNG", "WEBP", "GIF", "AVIF")]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(GOOD), st.integers(30, 2000), st.binary(min_size=1, max_size=30))
def test_damage_is_told_in_our_words(good: tuple[bytes, str], at: int, noise: bytes) -> None:
    """Whatever is damaged inside a picture: derivatives, or a reason of ours; never an exception of a library."""
    data, name = good
    damaged = data[:at] + noise + data[at + len(noise) :]
    original, _ = examine_bytes(damaged, name)
    if original is not None and original.width * original.height < 100_000:
        with suppress(NotDerived):
            derive(damaged, plan_picture(original, encoder_version()))
