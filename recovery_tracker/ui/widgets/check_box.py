"""A check box: a box with a check, and its words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

_BOX, _GAP, _SIDE = 22, 10, 4


class CheckBox(Painted, QCheckBox):
    """A check box at least 32 px high; ``clicked`` tells that the person changed it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.follow_theme()
        self.setFont(self.theme.font("body"))

    def retheme(self) -> None:
        """Take the theme's font."""
        self.setFont(self.theme.font("body"))
        super().retheme()

    def hitButton(self, pos: QPoint) -> bool:
        """The words take the click, too."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Room for the box and the words."""
        px = self.theme.px
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(px(_BOX + _GAP + 2 * _SIDE) + words, px(32))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the check and the words."""
        px, colour = self.theme.px, self.theme.colour
        painter = QPainter(self)
        size = px(_BOX)
        place = QRectF(px(_SIDE), (self.height() - size) / 2, size, size)
        if not self.isEnabled():
            box(painter, place, 6, None, colour("line"), 1, dashed=True)
        elif self.isChecked():
            box(painter, place, 6, colour("primary"))
        else:
            edge = "primary" if self.underMouse() else "line"
            box(painter, place, 6, colour("surface"), colour(edge), 1.5)
        if self.isChecked():
            tone = "on_primary" if self.isEnabled() else "muted"
            check = self.theme.pixmap("check", tone, 16)
            inset = (size - px(16)) // 2
            painter.drawPixmap(round(place.x()) + inset, round(place.y()) + inset, check)
        painter.setFont(self.font())
        painter.setPen(colour("text" if self.isEnabled() else "muted"))
        words = QRectF(place.right() + px(_GAP), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus() and self.ring:
            focus_ring(painter, QRectF(self.rect()), 8, self.theme)
        painter.end()
