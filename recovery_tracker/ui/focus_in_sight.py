"""What gets the focus by key is scrolled into sight: never under a footer, never above the edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_MARGIN = 12  # px around it


class FocusInSight(QObject):
    """Watches where the focus of a window goes.

    Qt scrolls on Tab inside an area only, not when the focus comes into the area from outside; and
    of a field for text it shows no more than the cursor.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        if QApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            return  # what is clicked stays under the pointer
        holder = now.parentWidget()
        while holder is not None:
            canvas = holder.widget() if isinstance(holder, QScrollArea) else None
            if isinstance(holder, QScrollArea) and canvas is not None and canvas.isAncestorOf(now):
                _scroll_to(holder, canvas, now)
            holder = holder.parentWidget()


def _scroll_to(area: QScrollArea, canvas: QWidget, part: QWidget) -> None:
    """Bring all of a part into sight, with its upper edge first where it is too high."""
    top = part.mapTo(canvas, QPoint(0, 0)).y()
    bar, room = area.verticalScrollBar(), area.viewport().height()
    at_most = top - _MARGIN
    at_least = min(top + part.height() + _MARGIN - room, at_most)
    bar.setValue(max(at_least, min(bar.value(), at_most)))
