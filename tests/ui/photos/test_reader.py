"""Pictures are read beside the window; what is bad is said, what is given up is not told."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.photos import reader as reading
from recovery_tracker.ui.photos.reader import PictureReader, Read
from tests.photos.drawn import as_file, camera_says, face


@pytest.fixture
def reader(qtbot: QtBot) -> PictureReader:
    return PictureReader()


def read_all(qtbot: QtBot, reader: PictureReader, *sources: Path | bytes) -> tuple[Read, ...]:
    with qtbot.waitSignal(reader.finished) as told:
        reader.read(sources)
    return told.args[0]


def test_good_and_bad_files_are_told_in_order(
    qtbot: QtBot, reader: PictureReader, tmp_path: Path
) -> None:
    good, bad = tmp_path / "a.jpg", tmp_path / "b.png"
    good.write_bytes(as_file(face(300, 400), exif=camera_says()))
    bad.write_bytes(b"not a picture")
    steps: list[tuple[int, int]] = []
    reader.advanced.connect(lambda done, of: steps.append((done, of)))
    first, second, gone, pasted = read_all(
        qtbot, reader, good, bad, tmp_path / "c.png", as_file(face(300, 400), "PNG")
    )
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert first.picture is not None
    assert (first.name, first.date, first.problem) == ("a.jpg", dt.date(2026, 11, 14), "")
    assert second.picture is None
    assert second.problem.startswith("This is not a picture the app can read")
    assert gone.problem == "The picture is no longer there. Choose it again."
    assert pasted.picture is not None
    assert (pasted.name, pasted.date) == ("", None)


def test_a_folder_gives_the_pictures_of_the_days(
    qtbot: QtBot, reader: PictureReader, tmp_path: Path
) -> None:
    for day in (13, 14, 15, 16):
        (tmp_path / f"IMG_202611{day}_080000.jpg").write_bytes(as_file(face(120, 160)))
    with qtbot.waitSignal(reader.finished) as told:
        reader.read_folder(tmp_path, dt.date(2026, 11, 14), dt.date(2026, 11, 15))
    assert [one.date for one in told.args[0]] == [dt.date(2026, 11, 14), dt.date(2026, 11, 15)]
    with qtbot.waitSignal(reader.finished) as told:
        reader.read_folder(tmp_path / "gone", dt.date(2026, 11, 14), dt.date(2026, 11, 15))
    assert told.args[0] == ()


def test_what_is_given_up_is_not_told(
    qtbot: QtBot, reader: PictureReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where it was read to its end already, and its word is still on the way."""
    go_on = threading.Event()

    def slow(source: Path | bytes) -> Read:
        go_on.wait(5)
        return Read(source, None, problem=str(source))

    monkeypatch.setattr(reading, "_read", slow)
    told: list[tuple[Read, ...]] = []
    reader.finished.connect(told.append)
    reader.read([b"first"])
    reader.read([b"second"])
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert [one.source for one in told[0]] == [b"second"]
    reader.read([b"third"])
    assert reader._worker is not None
    reader._worker.join(5)
    reader.stop()
    qtbot.wait(1)
    assert len(told) == 1
