"""The Photos page in the window: choose a pair, compare, describe, hide, take out, save, add."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.recovery import Photo
from recovery_tracker.journal import NewPhoto
from recovery_tracker.photos.picture import Picture, read_picture
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.photos import PhotosPage
from recovery_tracker.ui.photos.thumbnails import Item
from recovery_tracker.ui.preferences import preferences
from tests.builders import DAY_0, date_of, entry, session
from tests.photos.drawn import as_file, face

OLDER = "00000000-0000-4000-8000-000000000002"
OLDER_DATE = DAY_0 - dt.timedelta(days=100)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def pictures() -> dict[tuple[int, str], Picture]:
    """Small faces, each of its own brightness."""
    days = [(0, "front"), (1, "front"), (2, "front"), (4, "front"), (0, "left"), (4, "left")]
    return {
        key: read_picture(as_file(face(90, 120, light=1 - number / 10)))
        for number, key in enumerate(days)
    }


def new(picture: Picture, date: dt.date, view: str = "front") -> NewPhoto:
    return NewPhoto(date, view, picture.data, picture.thumbnail)


@pytest.fixture
def empty(window: MainWindow, live: LiveJournal) -> PhotosPage:
    """Two sessions without a photo."""
    live.add_session(session(id=OLDER, date=OLDER_DATE))
    live.add_session(session())
    live.put_entry(session().id, entry(0, redness=2, flaking=0))
    live.put_entry(session().id, entry(4, redness=1))
    window.go("photos")
    page = window.deck.page
    assert isinstance(page, PhotosPage)
    return page


@pytest.fixture
def page(
    empty: PhotosPage, live: LiveJournal, pictures: dict[tuple[int, str], Picture]
) -> PhotosPage:
    """Days 0, 1, 2 and 4 from the front, 0 and 4 from the left; one of the older session."""
    live.add_photos(
        session().id,
        [new(picture, date_of(day), view) for (day, view), picture in pictures.items()],
    )
    live.add_photos(OLDER, [new(pictures[1, "front"], OLDER_DATE)])
    live.select(session().id)
    QApplication.processEvents()
    return empty


def labels(page: PhotosPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def item(page: PhotosPage, day: int) -> Item:
    return next(i for i in page.model.items if i.photo.date == date_of(day))


def click(qtbot: QtBot, page: PhotosPage, day: int) -> None:
    row = page.model.items.index(item(page, day))
    place = page.timeline.row.visualRect(page.model.index(row)).center()
    qtbot.mouseClick(page.timeline.row.viewport(), LEFT, pos=place)


def photos(live: LiveJournal, session_id: str = session().id) -> tuple[Photo, ...]:
    return live.journal.recovery(session_id).photos


# What is compared ------------------------------------------------------------------------------


def test_it_begins_with_the_oldest_and_the_newest(page: PhotosPage) -> None:
    assert page.subtitle.text() == "6 photos of this session, kept only on this computer"
    assert labels(page) == ["Day 0 · A", "Day 1", "Day 2", "Day 4, today · B"]
    assert page.compare.slider.accessibleName() == "Compare Day 0 with Day 4, today"
    assert page.compare.pair.first is not None
    assert not page.compare.pair.first.picture.isNull()


def test_two_clicks_choose_a_pair_the_older_left(page: PhotosPage, qtbot: QtBot) -> None:
    click(qtbot, page, 2)
    click(qtbot, page, 1)
    assert labels(page) == ["Day 0", "Day 1 · A", "Day 2 · B", "Day 4, today"]
    assert page.compare.slider.accessibleName() == "Compare Day 1 with Day 2"


def test_one_chosen_again_stays_and_the_next_click_replaces_the_other(
    page: PhotosPage, qtbot: QtBot
) -> None:
    click(qtbot, page, 0)
    click(qtbot, page, 1)
    assert labels(page) == ["Day 0 · A", "Day 1 · B", "Day 2", "Day 4, today"]


def test_the_pair_is_chosen_by_key(page: PhotosPage, qtbot: QtBot) -> None:
    row = page.timeline.row
    row.setCurrentIndex(page.model.index(0))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(row, key)
    assert labels(page)[1:3] == ["Day 1 · A", "Day 2 · B"]


def test_the_notes_of_both_days_stand_beside(page: PhotosPage) -> None:
    assert page.notes.title.text() == "Your notes, day 0 and day 4"
    grid = page.notes._grid
    rows = [
        [grid.itemAtPosition(row, column).widget().text() for column in (0, 1, 3)]
        for row in range(grid.rowCount())
        if grid.itemAtPosition(row, 0)
    ]
    assert rows == [["Redness", "Moderate", "Mild"]]


def test_another_view_lists_its_photos(page: PhotosPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.view.segments[1], LEFT)
    assert labels(page) == ["Day 0 · A", "Day 4, today · B"]


def test_another_session_is_compared_with_now(page: PhotosPage) -> None:
    box = page.timeline.sessions
    box.setCurrentIndex(box.findData(OLDER))
    box.activated.emit(box.currentIndex())
    assert labels(page) == ["Session 1, day 0"]
    page._choose(page.model.items[0])
    assert page.compare.slider.accessibleName() == "Compare Session 1, day 0 with Day 4, today"
    assert page.notes.title.text() == "Your notes, Session 1, day 0 and day 4"


def test_it_opens_at_a_photo(page: PhotosPage, live: LiveJournal, window: MainWindow) -> None:
    left = next(one for one in photos(live) if (one.view, one.date) == ("left", date_of(4)))
    window.go("photos", left)
    assert page.view.value == "left"
    assert labels(page) == ["Day 0 · A", "Day 4, today · B"]
    middle = next(one for one in photos(live) if (one.view, one.date) == ("front", date_of(2)))
    window.go("photos", middle)
    assert labels(page) == ["Day 0", "Day 1", "Day 2 · A", "Day 4, today · B"]


def test_two_points_on_each_lay_them_over_as_one_change(
    page: PhotosPage, live: LiveJournal, qtbot: QtBot
) -> None:
    compare = page.compare
    assert not compare.aligned.isVisible()
    qtbot.mouseClick(compare.line_up, LEFT)
    assert compare.stack.currentWidget() is compare.marker
    assert compare.hint.text().startswith("Day 0: mark two points that are on both photos")
    for _photo in range(2):
        qtbot.keyClick(compare.marker, Qt.Key.Key_Return)
        for _step in range(5):
            qtbot.keyClick(compare.marker, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(compare.marker, Qt.Key.Key_Return)
    assert compare.stack.currentWidget() is compare.slider
    assert compare.pair.can_align
    assert compare.aligned.isVisible()
    marked = [one.marks for one in photos(live) if one.marks]
    assert marked == [pytest.approx((0.4, 0.4, 0.55, 0.4))] * 2
    qtbot.mouseClick(compare.aligned, LEFT)
    assert not compare.pair.aligned
    live.undo()
    assert not any(one.marks for one in photos(live))
    assert not compare.aligned.isVisible()


def test_marking_can_be_given_up(page: PhotosPage, live: LiveJournal, qtbot: QtBot) -> None:
    compare = page.compare
    qtbot.mouseClick(compare.line_up, LEFT)
    qtbot.keyClick(compare.marker, Qt.Key.Key_Return)
    assert compare.line_up.text() == "Cancel"
    qtbot.mouseClick(compare.line_up, LEFT)
    assert compare.stack.currentWidget() is compare.slider
    assert compare.line_up.text() == "Line them up"
    assert not any(one.marks for one in photos(live))


@pytest.mark.parametrize("alone", [False, True], ids=["side by side", "in turn"])
def test_other_ways_to_compare(page: PhotosPage, qtbot: QtBot, alone: bool) -> None:
    qtbot.mouseClick(page.compare.mode.segments[2 if alone else 1], LEFT)
    shown = page.compare.stack.currentWidget()
    assert shown is (page.compare.slider if alone else page.compare.sides)
    qtbot.mouseClick(page.compare.nearer, LEFT)
    assert page.compare.pair.zoom > 1
    assert page.compare.whole.isVisible()
    qtbot.mouseClick(page.compare.whole, LEFT)
    assert not page.compare.whole.isVisible()


# What is changed -------------------------------------------------------------------------------


def test_a_caption_is_kept_and_undone(page: PhotosPage, live: LiveJournal, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.notes.edit, LEFT)
    assert page.details.title.text() == "Photo of day 4"
    qtbot.keyClicks(page.details.caption, "left cheek")
    qtbot.keyClick(page.details.caption, Qt.Key.Key_Return)
    assert photos(live)[-1].caption or "left cheek" in [one.caption for one in photos(live)]
    live.undo()
    assert page.details.caption.text() == ""
    qtbot.mouseClick(page.notes.edit, LEFT)
    assert not any(one.caption for one in photos(live)), "leaving the field writes nothing again"


def test_another_day_keeps_the_photo_in_the_pair(
    page: PhotosPage, live: LiveJournal, qtbot: QtBot
) -> None:
    click(qtbot, page, 2)
    qtbot.mouseClick(page.notes.edit, LEFT)
    date = page.details.date
    date.selectAll()
    qtbot.keyClicks(date, date_of(3).isoformat())
    qtbot.keyClick(date, Qt.Key.Key_Return)
    assert labels(page) == ["Day 0", "Day 1", "Day 3 · A", "Day 4, today · B"]
    assert page.details.title.text() == "Photo of day 3"
    assert live.journal.deleted() == ()


def test_a_day_that_cannot_be_is_said(page: PhotosPage, live: LiveJournal, qtbot: QtBot) -> None:
    before = photos(live)
    qtbot.mouseClick(page.notes.edit, LEFT)
    failures: list[object] = []
    live.failed.connect(failures.append)
    date = page.details.date
    for words in ("someday", (DAY_0 + dt.timedelta(days=40)).isoformat()):
        date.selectAll()
        qtbot.keyClicks(date, words)
        qtbot.keyClick(date, Qt.Key.Key_Return)
    assert len(failures) == 1
    assert photos(live) == before
    assert page.details.title.text() == "Photo of day 4"
    assert date.date == date_of(4)


def test_another_view_takes_the_page_along(page: PhotosPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.notes.edit, LEFT)
    choice = page.details.view
    choice.setCurrentIndex(choice.findData("left"))
    choice.activated.emit(choice.currentIndex())
    assert page.view.value == "left"
    assert len(labels(page)) == 3
    assert page.details.title.text() == "Photo of day 4"


def test_a_photo_is_taken_out_and_comes_back(
    page: PhotosPage, live: LiveJournal, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.notes.edit, LEFT)
    qtbot.mouseClick(page.details.delete, LEFT)
    assert labels(page) == ["Day 0 · A", "Day 1", "Day 2 · B"]
    assert not page.details.isVisible()
    live.undo()
    assert labels(page)[-1].startswith("Day 4, today")
    (*_rest, last) = photos(live)
    live.delete_photo(session().id, last)
    assert [gone.kind for gone in live.journal.deleted()] == ["photo"]
    live.bring_back(live.journal.deleted()[0])
    assert len(photos(live)) == 6


# What is not shown -----------------------------------------------------------------------------


def test_before_the_first_photo_the_page_says_how(empty: PhotosPage) -> None:
    assert empty.empty.isVisible()
    assert not empty.compare.isVisible()
    assert not empty.export.isVisible()
    assert empty.subtitle.text() == "Kept only on this computer"


def test_one_photo_is_shown_alone(
    empty: PhotosPage, live: LiveJournal, pictures: dict[tuple[int, str], Picture]
) -> None:
    live.add_photos(session().id, [new(pictures[0, "front"], date_of(0))])
    assert empty.compare.hint.text() == "One photo so far. Another day makes a pair."
    assert labels(empty) == ["Day 0 · A"]
    assert not empty.export.isEnabled()
    assert not empty.compare.mode.isVisible()
    assert empty.notes.title.text() == "Your notes, day 0"
    assert [label.text() for label in empty.notes._rows.findChildren(QLabel)] == [
        "Redness",
        "Moderate",
    ]


def test_photos_stay_hidden_until_asked_for(page: PhotosPage, qtbot: QtBot) -> None:
    preferences().put("photos_hidden", True)
    assert page.hidden.isVisible()
    assert not page.compare.isVisible()
    assert (page.model.items, page.compare.pair.first, page._sides) == ((), None, {})
    qtbot.mouseClick(page.hidden.show_photos, LEFT)
    assert page.compare.isVisible()
    assert labels(page)[0] == "Day 0 · A"
    preferences().put("photos_hidden", False)


def test_without_a_session_nothing_is_left_on_screen(page: PhotosPage, live: LiveJournal) -> None:
    for one in live.journal.snapshot().sessions:
        live.delete_session(one.id)
    assert page.subtitle.text() == "Photos belong to a session. Add a session first."
    assert page.model.items == ()
    assert not page.compare.isVisible()


def test_the_lock_lets_go_of_every_picture(page: PhotosPage, window: MainWindow) -> None:
    page.timeline.row.grab()
    model, pair = page.model, page.compare.pair
    assert model._pixmaps
    window.show_locked()
    assert (len(model._pixmaps), model.items) == (0, ())
    assert (pair.first, pair.second) == (None, None)


# What goes out and comes in --------------------------------------------------------------------


def test_the_pair_is_saved(page: PhotosPage, tmp_path: Path) -> None:
    page._save.chosen.emit(tmp_path / "pair.jpg")
    assert QImage(str(tmp_path / "pair.jpg")).width() > 0
    assert page.subtitle.text() == "Saved as pair.jpg. You decide who sees it."


def test_a_pair_that_cannot_be_saved_is_said(
    page: PhotosPage, live: LiveJournal, tmp_path: Path
) -> None:
    failures: list[str] = []
    live.failed.connect(lambda error: failures.append(error.sentence))
    page._save.chosen.emit(tmp_path / "no such folder" / "pair.jpg")
    assert len(failures) == 1
    assert "pair.jpg" in failures[0] or "folder" in failures[0]
    assert page.subtitle.text() == "6 photos of this session, kept only on this computer"


def test_a_pasted_picture_goes_there_too(
    page: PhotosPage, window: MainWindow, qtbot: QtBot
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(page.timeline.row, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.deck.name == "add_photos"


def test_all_of_it_is_in_sight_without_scrolling(page: PhotosPage, window: MainWindow) -> None:
    for size in ((1280, 800), (1024, 700)):
        window.resize(*size)
        QApplication.processEvents()
        QApplication.processEvents()
        assert page.area.verticalScrollBar().maximum() == 0, size
