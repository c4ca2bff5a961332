"""A picture file becomes one that can be kept: upright, bare, small; damaged ones are refused."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from recovery_tracker.domain.errors import Refused
from recovery_tracker.photos.picture import KEPT_PIXELS, THUMBNAIL_PIXELS, read_picture, taken_at
from tests.photos.drawn import as_file, camera_says, face, with_scans

TAKEN = dt.datetime(2026, 11, 14, 8, 15)  # noqa: DTZ001 - a camera knows no zone
HEIC = Path(__file__).with_name("upright.heic")


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_kept_as_a_small_jpeg(kind: str) -> None:
    picture = read_picture(as_file(face(3000, 4000), kind))
    kept, thumbnail = opened(picture.data), opened(picture.thumbnail)
    assert kept.format == thumbnail.format == "JPEG"
    assert kept.size == (1536, KEPT_PIXELS) == (picture.width, picture.height)
    assert thumbnail.size == (240, THUMBNAIL_PIXELS)


def test_a_heic_of_a_telephone_is_read() -> None:
    picture = read_picture(HEIC)
    assert (picture.width, picture.height) == (120, 160)
    assert picture.taken_at == TAKEN
    top, middle = opened(picture.data).getpixel((60, 5)), opened(picture.data).getpixel((60, 80))
    assert isinstance(top, tuple)
    assert isinstance(middle, tuple)
    assert top[2] > top[0], "the blue bar is at the top"
    assert middle[0] > middle[2]


def test_a_small_picture_is_not_blown_up() -> None:
    picture = read_picture(as_file(face(300, 200)))
    assert (picture.width, picture.height) == (300, 200)


def test_nothing_a_camera_writes_beside_the_pixels_is_kept() -> None:
    source = as_file(face(), exif=camera_says(), comment=b"Secret comment")
    picture = read_picture(source)
    for kept in (picture.data, picture.thumbnail):
        assert b"Secret" in source
        assert b"Secret" not in kept
        assert not opened(kept).getexif()
        assert "comment" not in opened(kept).info
    assert picture.taken_at == TAKEN


@pytest.mark.parametrize(("orientation", "corner"), [(1, 0), (3, 3), (6, 1), (8, 2)])
def test_a_picture_is_turned_as_the_camera_was_held(orientation: int, corner: int) -> None:
    source = Image.new("RGB", (400, 200), "white")
    source.paste((0, 0, 0), (0, 0, 100, 100))  # upper left as the sensor saw it
    kept = opened(read_picture(as_file(source, exif=camera_says(orientation=orientation))).data)
    assert kept.size == ((400, 200) if orientation in (1, 3) else (200, 400))
    width, height = kept.size
    corners = [(5, 5), (width - 5, 5), (5, height - 5), (width - 5, height - 5)]
    assert [kept.convert("L").getpixel(place) < 60 for place in corners].index(True) == corner


def test_see_through_parts_become_white() -> None:
    source = Image.new("RGBA", (100, 100), (200, 0, 0, 0))
    assert opened(read_picture(as_file(source, "PNG")).data).getpixel((50, 50)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "CMYK"])
def test_every_kind_of_pixel_is_read(mode: str) -> None:
    source = (
        Image.new("L", (80, 60), 120).convert(mode) if mode != "I;16" else Image.new(mode, (80, 60))
    )
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert read_picture(as_file(source, kind)).width == 80


def test_a_profile_of_colours_is_applied_and_left_behind() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    picture = read_picture(as_file(face(), icc_profile=lab.tobytes()))
    assert "icc_profile" not in opened(picture.data).info
    assert read_picture(as_file(face(), icc_profile=b"no profile")).width == 1200


def test_the_same_file_gives_the_same_picture(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(as_file(face()))
    before = file.read_bytes()
    assert read_picture(file) == read_picture(before)
    assert file.read_bytes() == before, "the original is never altered"
    assert len(read_picture(file).sha256) == 64


@pytest.mark.parametrize("said", ["", "0000:00:00 00:00:00", "2026:02:31 10:00:00", "yesterday"])
def test_a_camera_that_knows_no_date_is_not_believed(said: str) -> None:
    assert read_picture(as_file(face(), exif=camera_says(said))).taken_at is None


def _bomb(width: int, height: int) -> bytes:
    """A PNG of so many pixels, each a bit, in a few hundred kilobytes."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(5_001) * 1_000)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _with_text(size: int) -> bytes:
    """A small PNG with a word of so many letters."""
    whole, at = as_file(face(60, 60), "PNG"), 33  # behind its head
    packed = zlib.compressobj(1)
    text = b"".join(packed.compress(b"a" * 2**20) for _part in range(size >> 20)) + packed.flush()
    return whole[:at] + _chunk(b"zTXt", b"Comment\0\0" + text) + whole[at:]


def _said_size(heic: bytes, size: int) -> bytes:
    """A HEIC that says it is so wide and high."""
    said = struct.pack(">II", size, size)
    parts = heic.split(b"ispe")
    return parts[0] + b"".join(b"ispe" + part[:4] + said + part[12:] for part in parts[1:])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a picture"),
        (b"hello", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        (as_file(face(60, 60), "GIF"), "not a picture"),
        (as_file(face(60, 60), "TIFF"), "not a picture"),
        (as_file(face())[:20_000], "damaged"),
        (as_file(face(), "PNG")[:8_000], "damaged"),
        (HEIC.read_bytes()[:700], "or it is damaged"),
        (_bomb(40_000, 40_000), "too large"),
        (_bomb(1, 40_000_000), "too large"),
        (_said_size(HEIC.read_bytes(), 40_000), "too large"),
        (with_scans(200), "damaged"),
        (_with_text(2**24), "damaged"),
    ],
    ids=[
        "empty", "text", "svg", "gif", "tiff", "cut jpeg", "cut png", "cut heic", "bomb", "thin",
        "heic bomb", "many scans", "text bomb",
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_picture(data)
    assert words in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_a_photo_with_a_film_behind_it_is_read() -> None:
    assert read_picture(with_scans(20)).width == 60


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no longer there"):
        read_picture(tmp_path / "gone.jpg")
    with pytest.raises(Refused, match=r"cannot be read|may not be read"):
        taken_at(tmp_path)


_WHOLE = tuple(as_file(face(90, 120), kind) for kind in ("JPEG", "PNG", "WEBP"))


@given(
    whole=st.sampled_from(_WHOLE),
    places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
    kept=st.floats(0.05, 1),
)
def test_damaged_files_give_a_picture_or_a_sentence(
    whole: bytes, places: list[tuple[float, int]], kept: float
) -> None:
    damaged = bytearray(whole)
    for place, value in places:
        damaged[int(place * len(damaged))] = value
    with suppress(Refused):  # said in a sentence: see above
        picture = read_picture(bytes(damaged[: int(kept * len(damaged))]))
        assert max(opened(picture.data).size) <= KEPT_PIXELS


def test_a_heic_that_ends_its_decoder_is_a_damaged_picture() -> None:
    with pytest.raises(Refused, match="damaged"):
        read_picture(HEIC.with_name("ends-the-decoder.heic"))


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_a_damaged_heic_gives_a_picture_or_a_sentence(place: float) -> None:
    damaged = bytearray(HEIC.read_bytes())
    damaged[int(place * len(damaged))] ^= 0xFF
    with suppress(Refused):
        assert opened(read_picture(bytes(damaged)).data).size == (120, 160)
