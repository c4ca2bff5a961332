"""The three photo slots of Today: a picture is kept with its view and the day on screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageFilter
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.recovery import Photo
from recovery_tracker.journal import NewPhoto
from recovery_tracker.photos.picture import Picture, read_picture
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.pages.today.day_photos import DayPhotos
from recovery_tracker.ui.preferences import preferences
from tests.builders import build, daily, date_of, session
from tests.photos.drawn import as_file, camera_says, face
from tests.ui.pages.conftest import Hand, Opens


@pytest.fixture(scope="module")
def picture() -> Picture:
    return read_picture(as_file(face(90, 120)))


@pytest.fixture
def page(open_today: Opens) -> TodayPage:
    return open_today(build({day: daily(redness=1) for day in range(5)}))


def photos(live: LiveJournal) -> tuple[Photo, ...]:
    return live.journal.recovery(session().id).photos


def give(live: LiveJournal, picture: Picture, day: int = 4, view: str = "front") -> Photo:
    new = NewPhoto(date_of(day), view, picture.data, picture.thumbnail)
    assert live.add_photos(session().id, [new])
    return new.photo


def bring(qtbot: QtBot, slots: DayPhotos, view: str, source: Path | bytes) -> None:
    with qtbot.waitSignal(slots.reader.finished, timeout=10_000):
        slots.slots[view].brought.emit(view, (source,))


def test_a_picture_is_kept_with_its_view_and_day(
    page: TodayPage, live: LiveJournal, qtbot: QtBot
) -> None:
    slots = page.note.photos
    bring(qtbot, slots, "left", as_file(face(900, 1200)))
    (kept,) = photos(live)
    assert (kept.date, kept.view) == (date_of(4), "left")
    assert [slots.slots[view].is_filled for view in ("front", "left", "right")] == [
        False,
        True,
        False,
    ]
    assert not slots.said.isVisible(), "nothing is said where there is nothing to say"
    live.undo()
    assert not slots.slots["left"].is_filled


def test_it_goes_to_the_day_it_was_meant_for(
    page: TodayPage, live: LiveJournal, qtbot: QtBot
) -> None:
    slots = page.note.photos
    page.open_at(date_of(2))
    with qtbot.waitSignal(slots.reader.finished, timeout=10_000):
        slots.slots["front"].brought.emit("front", (as_file(face(900, 1200)),))
        page.open_at(date_of(3))
    assert [one.date for one in photos(live)] == [date_of(2)]
    assert not slots.slots["front"].is_filled
    page.open_at(date_of(2))
    assert slots.slots["front"].is_filled


def test_hints_are_said_with_their_reasons_and_refuse_nothing(
    page: TodayPage, live: LiveJournal, qtbot: QtBot
) -> None:
    slots = page.note.photos
    blurred = face(900, 1200).filter(ImageFilter.GaussianBlur(12))
    bring(qtbot, slots, "front", as_file(blurred, exif=camera_says()))
    assert slots.said.text() == (
        "The photo looks blurred. Hold still while the camera focuses. The camera says it was "
        "taken on 14 Nov 2026. Its day can be changed in Photos."
    )
    assert len(photos(live)) == 1
    page.open_at(date_of(3))
    assert not slots.said.isVisible()


def test_a_file_that_is_no_picture_is_said(
    page: TodayPage, live: LiveJournal, qtbot: QtBot
) -> None:
    bring(qtbot, page.note.photos, "front", b"no picture")
    assert page.note.photos.said.text().startswith("This is not a picture the app can read")
    assert photos(live) == ()


def test_several_pictures_are_checked_on_their_own_page(page: TodayPage, qtbot: QtBot) -> None:
    both = (Path("a.jpg"), Path("b.jpg"))
    with qtbot.waitSignal(page.went) as told:
        page.note.photos.slots["front"].brought.emit("front", both)
    assert told.args == ["add_photos", both]


def test_a_filled_slot_opens_the_photo(
    page: TodayPage, live: LiveJournal, hand: Hand, picture: Picture, qtbot: QtBot
) -> None:
    photo = give(live, picture)
    with qtbot.waitSignal(page.went) as told:
        hand.click(page.note.photos.slots["front"])
    assert told.args == ["photos", photo]


def test_a_slot_shows_the_photo_of_the_day_on_screen(
    page: TodayPage, live: LiveJournal, picture: Picture
) -> None:
    give(live, picture, day=2)
    slot = page.note.photos.slots["front"]
    assert not slot.is_filled
    page.open_at(date_of(2))
    assert slot.is_filled


def test_small_pictures_are_read_once(
    page: TodayPage, live: LiveJournal, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    read = live.journal.thumbnail_bytes
    monkeypatch.setattr(
        live.journal, "thumbnail_bytes", lambda name: (reads.append(name), read(name))[1]
    )
    give(live, picture)
    for grade in (1, 2, 3):
        live.rate(session().id, date_of(4), "pain", grade)
    assert len(reads) == 1


def test_photos_that_are_hidden_are_covered(
    page: TodayPage, live: LiveJournal, picture: Picture
) -> None:
    give(live, picture)
    slot = page.note.photos.slots["front"]
    assert not slot._picture.isNull()
    preferences().put("photos_hidden", True)
    assert slot.is_filled
    assert slot._picture.isNull()
    preferences().put("photos_hidden", False)
    assert not slot._picture.isNull()


def test_the_lock_lets_go_of_the_pictures(
    page: TodayPage, live: LiveJournal, picture: Picture
) -> None:
    give(live, picture)
    page.forget()
    assert not page.note.photos.slots["front"].is_filled


def test_a_photo_without_pixels_here_still_has_its_place(
    page: TodayPage, live: LiveJournal, picture: Picture
) -> None:
    give(live, Picture(picture.data, b"", 1, 1))
    assert page.note.photos.slots["front"].is_filled


def test_slots_and_note_are_in_sight_without_scrolling(page: TodayPage) -> None:
    lowest = page.height() - page.footer.height()
    for part in (*page.note.photos.slots.values(), page.note.note):
        assert part.mapTo(page, QPoint(0, part.height())).y() <= lowest
        assert part.height() >= 38
    assert page.column.verticalScrollBar().maximum() == 0


def test_keys_reach_the_slots(page: TodayPage) -> None:
    for slot in page.note.photos.slots.values():
        assert slot.focusPolicy() & Qt.FocusPolicy.TabFocus
