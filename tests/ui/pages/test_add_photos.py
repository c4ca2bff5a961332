"""Pictures that come in: each with its day, its view and what is wrong with it, then kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PIL import ImageFilter
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.recovery import Photo
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.add_photos import AddPhotosPage
from recovery_tracker.ui.photos.incoming_row import IncomingRow
from tests.builders import DAY_0, date_of, session
from tests.photos.drawn import as_file, camera_says, face

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow, live: LiveJournal) -> AddPhotosPage:
    live.add_session(session())
    window.go("add_photos")
    made = window.deck.page
    assert isinstance(made, AddPhotosPage)
    return made


def picture(folder: Path, name: str, day: int | None = None, light: float = 1.0) -> Path:
    """A picture file; the camera says the day if one is given."""
    options = {}
    if day is not None:
        options["exif"] = camera_says(f"{date_of(day):%Y:%m:%d} 08:15:00")
    file = folder / name
    file.write_bytes(as_file(face(300, 400, light=light), **options))
    return file


def bring(qtbot: QtBot, page: AddPhotosPage, place: object) -> list[IncomingRow]:
    with qtbot.waitSignal(page.reader.finished, timeout=20_000):
        page.open_at(place)
    return page.rows


def photos(live: LiveJournal) -> tuple[Photo, ...]:
    return live.journal.recovery(session().id).photos


def test_each_picture_comes_with_its_day_and_a_view(
    page: AddPhotosPage, live: LiveJournal, qtbot: QtBot, tmp_path: Path
) -> None:
    files = (
        picture(tmp_path, "one.jpg", 2),
        picture(tmp_path, "two.jpg", 2, light=0.9),
        picture(tmp_path, f"IMG_{date_of(3):%Y%m%d}_081500.jpg", light=0.8),
    )
    rows = bring(qtbot, page, files)
    assert [row.date.date for row in rows] == [date_of(2), date_of(2), date_of(3)]
    assert [row.view.currentData() for row in rows] == ["front", "left", "front"]
    assert page.keep.text() == "Keep 3 photos"
    assert photos(live) == (), "nothing is kept before it is asked for"
    qtbot.mouseClick(page.keep, LEFT)
    assert [(one.date, one.view) for one in photos(live)] == [
        (date_of(2), "front"),
        (date_of(2), "left"),
        (date_of(3), "front"),
    ]
    assert photos(live)[0].taken_at == dt.datetime.fromisoformat("2026-03-04T08:15")
    assert live.journal.photo_bytes(photos(live)[0].sha256)
    assert live.journal.thumbnail_bytes(photos(live)[0].sha256)


def test_they_are_one_change(
    page: AddPhotosPage, window: MainWindow, live: LiveJournal, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(qtbot, page, (picture(tmp_path, "a.jpg", 1), picture(tmp_path, "b.jpg", 2, light=0.9)))
    qtbot.mouseClick(page.keep, LEFT)
    assert window.deck.name == "photos"
    assert live.snapshot is not None
    assert live.snapshot.undo == "Add 2 photos"
    live.undo()
    assert photos(live) == ()


def test_what_cannot_be_kept_says_why(
    page: AddPhotosPage, live: LiveJournal, qtbot: QtBot, tmp_path: Path
) -> None:
    good = picture(tmp_path, "good.jpg", 1)
    bring(qtbot, page, (good,))
    qtbot.mouseClick(page.keep, LEFT)
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"\x89PNG broken")
    later = picture(tmp_path, "later.jpg", 40, light=0.9)
    rows = bring(qtbot, page, (good, bad, later))
    assert [row.said.text() for row in rows] == [
        "This photo is in your diary already.",
        "This is not a picture the app can read, or it is damaged. "
        "Choose a JPEG, PNG, HEIC or WebP file.",
        "This day is outside the session’s diary. Choose another day.",
    ]
    assert page.said.text() == "3 pictures read. 3 are left out."
    assert not page.keep.isEnabled()


def test_another_day_makes_it_fit(
    page: AddPhotosPage, live: LiveJournal, qtbot: QtBot, tmp_path: Path
) -> None:
    (row,) = bring(qtbot, page, (picture(tmp_path, "later.jpg", 40),))
    assert not page.keep.isEnabled()
    row.date.selectAll()
    qtbot.keyClicks(row.date, date_of(2).isoformat())
    qtbot.keyClick(row.date, Qt.Key.Key_Return)
    assert row.is_taken
    row.view.setCurrentIndex(row.view.findData("right"))
    qtbot.mouseClick(page.keep, LEFT)
    assert [(one.date, one.view) for one in photos(live)] == [(date_of(2), "right")]


def test_one_may_be_left_out(
    page: AddPhotosPage, live: LiveJournal, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = bring(
        qtbot, page, (picture(tmp_path, "a.jpg", 1), picture(tmp_path, "b.jpg", 2, light=0.9))
    )
    qtbot.mouseClick(rows[0].taken, LEFT)
    assert page.keep.text() == "Keep 1 photo"
    assert page.said.text() == "2 pictures read. 1 is left out."
    qtbot.mouseClick(page.keep, LEFT)
    assert [one.date for one in photos(live)] == [date_of(2)]


def test_a_hint_is_said_and_refuses_nothing(
    page: AddPhotosPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "blurred.jpg"
    file.write_bytes(as_file(face(900, 1200).filter(ImageFilter.GaussianBlur(12))))
    (row,) = bring(qtbot, page, (file,))
    row.date.show_date(DAY_0)
    row._check()
    assert "The photo looks blurred." in row.said.text()
    assert row.is_taken


def test_a_folder_brings_what_was_taken_on_a_day_of_the_session(
    page: AddPhotosPage, qtbot: QtBot, tmp_path: Path
) -> None:
    for day in (-20, -3, 2, 30):
        picture(tmp_path, f"{day}.jpg", day)
    rows = bring(qtbot, page, tmp_path)
    assert [row.date.date for row in rows] == [date_of(-3), date_of(2)]
    for file in tmp_path.glob("*.jpg"):
        file.unlink()
    assert bring(qtbot, page, tmp_path) == []
    assert page.nothing.text().startswith("No picture there was taken on a day of this session")
    assert page.folder.isVisible(), "another folder can be chosen here"


def test_opened_from_the_menu_it_asks_for_pictures(page: AddPhotosPage) -> None:
    assert page.add.isVisible()
    assert page.folder.isVisible()
    assert not page.progress.isVisible()
    assert not page.keep.isEnabled()


def test_cancel_gives_up(
    page: AddPhotosPage, window: MainWindow, live: LiveJournal, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_at((picture(tmp_path, "a.jpg", 1),))
    qtbot.mouseClick(page.cancel, LEFT)
    assert window.deck.name == "photos"
    qtbot.waitUntil(lambda: not page.reader.is_busy)
    qtbot.wait(1)
    assert page.rows == []
    assert photos(live) == ()


def test_the_lock_lets_go_of_what_was_read(
    page: AddPhotosPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    bring(qtbot, page, (picture(tmp_path, "a.jpg", 1),))
    rows = page.rows
    window.show_locked()
    assert rows == []


def test_a_folder_is_brought_in_piece_by_piece(
    page: AddPhotosPage,
    window: MainWindow,
    live: LiveJournal,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is in the diary already does not stand in the way of the rest."""
    monkeypatch.setattr("recovery_tracker.ui.pages.add_photos.MOST", 2)
    for day in (0, 1, 2):
        picture(tmp_path, f"{day}.jpg", day, light=1 - day / 10)
    for count in (2, 1):
        window.go("add_photos")
        assert len(bring(qtbot, page, tmp_path)) == count
        assert page.nothing.isVisible() == (count == 2)
        qtbot.mouseClick(page.keep, LEFT)
    assert [one.date for one in photos(live)] == [date_of(0), date_of(1), date_of(2)]
    window.go("add_photos")
    assert bring(qtbot, page, tmp_path) == []
    assert page.nothing.text() == (
        "All pictures there of this session’s days are in your diary already."
    )
