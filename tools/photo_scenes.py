"""The states of the photos' pages and slots that the tour takes pictures of."""

from __future__ import annotations

import io

from PIL import ImageFilter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from recovery_tracker.journal import Journal, NewPhoto
from recovery_tracker.photos.picture import read_picture
from recovery_tracker.ui.pages.add_photos import AddPhotosPage
from recovery_tracker.ui.pages.photos import PhotosPage
from recovery_tracker.ui.preferences import preferences
from tools.sample_photos import face
from tools.scenes import Scene, Story


def _photographed(*views: str) -> Story:
    """A done day with photos of today."""

    def tell(journal: Journal) -> None:
        session = _done(journal)
        new: list[NewPhoto] = []
        for view in views:
            picture = read_picture(_file(4, view))
            new.append(NewPhoto(journal.today, view, picture.data, picture.thumbnail))
        journal.add_photos(session, new)

    return tell


def _photos_left(count: int) -> Story:
    """So many of the sample's photos, the others taken out."""

    def tell(journal: Journal) -> None:
        session = _done(journal)
        for photo in journal.recovery(session).photos[count:]:
            journal.delete_photo(session, photo)

    return tell


def _done(journal: Journal) -> str:
    """Finish the day; return the id of the session on screen."""
    session = journal.snapshot().session
    if session is None:
        raise SystemExit("The sample was not brought in.")
    journal.rate(session.id, journal.today, "itching", 1)
    journal.finish(session.id, journal.today)
    return session.id


def _file(day: int, view: str, blur: float = 0) -> bytes:
    written = io.BytesIO()
    face(day, view).filter(ImageFilter.GaussianBlur(blur)).save(written, "JPEG")
    return written.getvalue()


def _side_by_side(page: QWidget) -> None:
    if isinstance(page, PhotosPage):
        page.compare.mode.segments[1].click()


def _line_up(page: QWidget) -> None:
    if isinstance(page, PhotosPage):
        page.compare.line_up.click()
        QTest.keyClick(page.compare.marker, Qt.Key.Key_Return)
        for _step in range(6):
            shift = Qt.KeyboardModifier.ShiftModifier
            QTest.keyClick(page.compare.marker, Qt.Key.Key_Right, shift)


def _edit(page: QWidget) -> None:
    if isinstance(page, PhotosPage):
        page.notes.edit.click()


def _hide(_page: QWidget) -> None:
    preferences().put("photos_hidden", True)


def _bring(page: QWidget) -> None:
    if isinstance(page, AddPhotosPage):
        page.open_at((_file(1, "left"), _file(2, "left", blur=9), b"no picture"))


PHOTO_SCENES = (
    Scene("01d-today-photos", "today", _photographed("front", "left")),
    Scene("01e-today-photos-hidden", "today", _photographed("front"), act=_hide),
    Scene("07-photos", "photos", _photographed("front")),
    Scene("07b-photos-side-by-side", "photos", _photographed("front"), act=_side_by_side),
    Scene("07c-photos-line-up", "photos", _photographed("front"), act=_line_up),
    Scene("07d-photos-one", "photos", _photos_left(1), act=_edit),
    Scene("07e-photos-none", "photos", _photos_left(0)),
    Scene("07f-photos-hidden", "photos", _done, act=_hide),
    Scene("07g-add-photos", "add_photos", _done, act=_bring),
)
PHOTOS_DESIGNED = {"07-photos": "07-photos-light"}
