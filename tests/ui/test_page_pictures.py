"""The pictures of a report's pages as they were made."""

from __future__ import annotations

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from recovery_tracker.ui.page_pictures import page_picture


def test_a_page_is_read_as_it_was_made() -> None:
    made = QImage(3, 2, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    made.setPixelColor(2, 1, QColor("black"))
    file = QBuffer()
    made.save(file, b"PNG")
    assert page_picture(bytes(file.data().data())) == made


def test_what_is_no_picture_is_an_empty_page() -> None:
    assert page_picture(b"not a picture").isNull()
