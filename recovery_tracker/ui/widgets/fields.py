"""A field with a list to choose from, whose wheel is left to the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from recovery_tracker.ui.theme import theme

_LEAST_WIDE = 180  # px


class ChoiceField(QComboBox):
    """A list to choose from; the wheel scrolls the page, never the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme()
        self.theme.themed.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        """A long choice is cut rather than what stands beside it; the list tells it in full."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self.theme.px(_LEAST_WIDE)), size.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = self.theme.px(18)
        tone = "text2" if self.isEnabled() else "muted"
        place = (self.width() - size - 10, (self.height() - size) // 2)
        painter.drawPixmap(*place, self.theme.pixmap("chevron-down", tone, 18))
        painter.end()
