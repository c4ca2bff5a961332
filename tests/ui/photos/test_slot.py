"""A slot of a day: empty it asks, filled it opens; pictures may be dropped or pasted on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.photos.slot import PhotoSlot


@pytest.fixture
def slot(qtbot: QtBot) -> PhotoSlot:
    made = PhotoSlot("left")
    qtbot.addWidget(made)
    made.show()
    return made


def data(*files: str) -> QMimeData:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(file) for file in files])
    return held


def enter(slot: PhotoSlot, held: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        held,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    QApplication.sendEvent(slot, event)
    return event.isAccepted()


def drop(slot: PhotoSlot, held: QMimeData) -> None:
    QApplication.sendEvent(
        slot,
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            held,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def test_it_says_what_a_click_does(slot: PhotoSlot) -> None:
    assert slot.accessibleName() == "Add a photo, left"
    assert not slot.is_filled
    picture = QPixmap(80, 80)
    picture.fill(QColor("red"))
    slot.show_picture(picture)
    assert slot.accessibleName() == "Open the photo, left"
    assert slot.grab().toImage().pixelColor(45, 32) == QColor("red")
    slot.show_picture(QPixmap())
    assert not slot.is_filled


def test_pictures_are_dropped_on_it_and_nothing_else(slot: PhotoSlot, qtbot: QtBot) -> None:
    assert not enter(slot, data("/home/me/diary.json"))
    pictures = data("/home/me/a.JPG", "/home/me/notes.txt", "/home/me/b.heic")
    assert enter(slot, pictures)
    with qtbot.waitSignal(slot.brought) as told:
        drop(slot, pictures)
    assert told.args == ["left", (Path("/home/me/a.JPG"), Path("/home/me/b.heic"))]


def test_pixels_are_pasted_into_it(slot: PhotoSlot, qtbot: QtBot) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(slot.brought) as told:
        qtbot.keyClick(slot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (png,) = told.args[1]
    assert QImage.fromData(png).size() == image.size()
    QGuiApplication.clipboard().setText("no picture")
    with qtbot.assertNotEmitted(slot.brought):
        qtbot.keyClick(slot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
