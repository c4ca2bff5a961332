"""The pictures of a folder are found with the day each was taken on."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from recovery_tracker.photos.folder import DatedBy, date_in_name, find_pictures
from tests.photos.drawn import as_file, camera_says, face


def test_the_camera_the_name_and_the_file_say_when_in_that_order(tmp_path: Path) -> None:
    small = face(80, 100)
    (tmp_path / "IMG_20261101_080000.jpg").write_bytes(as_file(small, exif=camera_says()))
    (tmp_path / "IMG_20261113_080000.JPG").write_bytes(as_file(small))
    written = tmp_path / "selfie.png"
    written.write_bytes(as_file(small, "PNG"))
    noon = dt.datetime(2026, 11, 12, 12, tzinfo=dt.UTC).timestamp()
    os.utime(written, (noon, noon))
    found = [(one.file.name, one.date.day, one.dated_by) for one in find_pictures(tmp_path)]
    assert found == [
        ("selfie.png", 12, DatedBy.FILE),
        ("IMG_20261113_080000.JPG", 13, DatedBy.NAME),
        ("IMG_20261101_080000.jpg", 14, DatedBy.CAMERA),
    ]


def test_what_is_no_picture_is_left_out_and_a_damaged_one_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / ".hidden.jpg").write_bytes(as_file(face(80, 100)))
    (tmp_path / "within.jpg").mkdir()
    (tmp_path / "broken_2026-11-14.jpg").write_bytes(b"nothing")
    (one,) = find_pictures(tmp_path)
    assert one.date == dt.date(2026, 11, 14)
    assert "not a picture" in one.problem


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("IMG_20261114_081500.jpg", dt.date(2026, 11, 14)),
        ("IMG-20261114-WA0003.jpg", dt.date(2026, 11, 14)),
        ("2026-11-14 08.15.00.png", dt.date(2026, 11, 14)),
        ("PXL_20261114081500123.jpg", None),
        ("20260231.jpg", None),
        ("DSC01234.jpg", None),
        ("120261114.jpg", None),
    ],
)
def test_a_name_tells_its_date_as_telephones_write_it(name: str, date: dt.date | None) -> None:
    assert date_in_name(name) == date
