"""The date under a day's title: words that open a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui import dates
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

_HEIGHT, _ICON, _GAP, _SIDE = 24, 16, 5, 6


class DateButton(Painted, QPushButton):
    """A quiet button: it reads as the date, and shows that it is more under pointer and focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.follow_theme()
        self.retheme()

    def show_date(self, date: dt.date, *, with_year: bool) -> None:
        """Show a date; the year only where it is not the present one."""
        self.setText(dates.in_full(date) if with_year else dates.with_weekday(date))
        self.setAccessibleName(_("{date}: go to another date").format(date=self.text()))
        self.updateGeometry()

    def show_available(self, available: bool, why: str) -> None:
        """Enable it, or say in its tooltip why there is nowhere to go."""
        self.setEnabled(available)
        self.setToolTip(_("Go to a date (Ctrl+G)") if available else why)
        self.setAccessibleDescription("" if available else why)

    def retheme(self) -> None:
        """Take the theme's font, colours and sizes."""
        self.setFont(self.theme.font("date"))
        super().retheme()

    def sizeHint(self) -> QSize:
        """Room for the date and the chevron; the words stand where a text would."""
        px = self.theme.px
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + px(_GAP + _ICON + _SIDE), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A date is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the date and the chevron."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        if over:
            box(painter, rect, 6, self.theme.colour("tint"))
        tone = "on_tint" if over else "text2" if self.isEnabled() else "muted"
        painter.setPen(self.theme.colour(tone))
        painter.setFont(self.font())
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self.isEnabled():
            size = self.theme.px(_ICON)
            left = self.fontMetrics().horizontalAdvance(self.text()) + self.theme.px(_GAP)
            icon = self.theme.pixmap("chevron-down", tone, _ICON)
            painter.drawPixmap(left, (self.height() - size) // 2, icon)
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, 6, self.theme)
        painter.end()
