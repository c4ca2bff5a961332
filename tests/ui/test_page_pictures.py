"""The pictures of a report's pages as they were made."""

from __future__ import annotations

import io

from PIL import Image
from PySide6.QtGui import QColor

from recovery_tracker.ui.page_pictures import page_picture


def test_a_page_is_read_as_it_was_made() -> None:
    made = Image.new("RGB", (3, 2), "white")
    made.putpixel((2, 1), (0, 0, 0))
    file = io.BytesIO()
    made.save(file, "PNG")
    page = page_picture(file.getvalue())
    assert (page.width(), page.height()) == (3, 2)
    assert page.pixelColor(0, 0) == QColor("white")
    assert page.pixelColor(2, 1) == QColor("black")


def test_what_is_no_picture_is_an_empty_page() -> None:
    assert page_picture(b"not a picture").isNull()
