"""Fields that leave the wheel to the page: a choice from a list, a date and a number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDateEdit, QDoubleSpinBox, QWidget

from recovery_tracker.ui.theme import Theme, theme


class ChoiceField(QComboBox):
    """A list to choose from; the wheel scrolls the page, never the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme()
        self.theme.themed.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its chevron."""
        super().paintEvent(event)
        _chevron(self, self.theme)


class DateField(QDateEdit):
    """A date, typed or picked from a calendar; the wheel scrolls the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme()
        self.theme.themed.connect(self.update)
        self.setCalendarPopup(True)
        _room_for_text(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its chevron."""
        super().paintEvent(event)
        _chevron(self, self.theme)


class NumberField(QDoubleSpinBox):
    """A number, typed or changed with the arrow keys; the wheel scrolls the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _room_for_text(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _room_for_text(field: QAbstractSpinBox) -> None:
    """Keep the text off the rounded edge; a style sheet's padding does not reach it."""
    field.lineEdit().setTextMargins(10, 0, 10, 0)


def _chevron(field: QWidget, look: Theme) -> None:
    painter = QPainter(field)
    size = look.px(18)
    icon = look.pixmap("chevron-down", "text2" if field.isEnabled() else "muted", 18)
    painter.drawPixmap(field.width() - size - 10, (field.height() - size) // 2, icon)
    painter.end()
