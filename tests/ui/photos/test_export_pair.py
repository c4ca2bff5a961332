"""A pair as one picture to show or send: both days, nothing of the camera."""

from __future__ import annotations

import io

from PIL import Image
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.photos.export_pair import pair_as_jpeg
from tests.ui.photos.compared import side


def test_both_photos_stand_in_one_jpeg_without_metadata(qtbot: QtBot) -> None:
    data = pair_as_jpeg(side("red", 0), side("blue", 4), aligned=True)
    with Image.open(io.BytesIO(data)) as sheet:
        assert sheet.format == "JPEG"
        assert not sheet.getexif()
        assert set(sheet.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
        width, height = sheet.size
        left = sheet.convert("RGB").getpixel((width // 4, height // 2))
        right = sheet.convert("RGB").getpixel((3 * width // 4, height // 2))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] > 240 > 20 > left[2]
    assert right[2] > 240 > 20 > right[0]


def test_the_same_pair_gives_the_same_bytes(qtbot: QtBot) -> None:
    one, other = (pair_as_jpeg(side("red", 0), side("blue", 4), aligned=False) for _ in range(2))
    assert one == other
