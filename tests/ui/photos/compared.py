"""Two plain photos to compare, and a window to compare them in."""

from __future__ import annotations

import hashlib

from PySide6.QtGui import QColor, QPixmap

from recovery_tracker.domain.recovery import Photo
from recovery_tracker.ui.photos.pair import Side
from tests.builders import date_of


def photo(day: int = 0, view: str = "front", **fields: object) -> Photo:
    """A photo whose name is made of its day and view."""
    name = hashlib.sha256(f"{day} {view}".encode()).hexdigest()
    return Photo(date_of(day), view, name, **fields)  # type: ignore[arg-type]


def side(colour: str, day: int = 0, *, width: int = 200, high: int = 200, **known: object) -> Side:
    """A photo of one colour."""
    picture = QPixmap(width, high)
    picture.fill(QColor(colour))
    return Side(photo(day, **known), f"Day {day}", picture)
