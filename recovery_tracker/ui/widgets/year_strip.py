"""The last twelve months in one line: a cell for each day that has a sum, a tick for a session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.dates import SHORT_MONTHS
from recovery_tracker.ui.widgets.heat_strip import ramp
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring
from recovery_tracker.values import frozen

DAYS = 365
_LABELS, _BAR, _MONTHS = 24, 28, 22


@frozen
class Tick:
    """A session: where it stands and what it is called."""

    session_id: str
    date: dt.date
    label: str
    spoken: str


class YearStrip(Painted, QWidget):
    """``chosen`` carries the session the person clicked, or chose with the arrows and Enter."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = dt.date.min
        self._ticks: tuple[Tick, ...] = ()
        self._sums: Mapping[dt.date, int] = {}
        self._at = 0
        self.setAccessibleName(_("The last 12 months"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def show_year(self, today: dt.date, ticks: Sequence[Tick], sums: Mapping[dt.date, int]) -> None:
        """Show the year that ends today (and two weeks more, for what is planned)."""
        self._first = today + dt.timedelta(days=14 - DAYS)
        self._ticks = tuple(tick for tick in ticks if tick.date >= self._first)
        self._sums = sums
        self._at = max(0, len(self._ticks) - 1)
        self._describe()
        self.update()

    @property
    def sums(self) -> Mapping[dt.date, int]:
        """The sums that are shown, by date."""
        return self._sums

    def _describe(self) -> None:
        self.setAccessibleDescription(self._ticks[self._at].spoken if self._ticks else "")

    def sizeHint(self) -> QSize:
        """Labels, the bar and the months."""
        return QSize(self.theme.px(600), self.theme.px(_LABELS + _BAR + _MONTHS))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(self.theme.px(300), self.sizeHint().height())

    def _x(self, date: dt.date) -> float:
        return (date - self._first).days * (self.width() - 1) / DAYS

    def _bar(self) -> QRectF:
        px = self.theme.px
        return QRectF(0, px(_LABELS), self.width(), px(_BAR))

    # How it looks ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint months, days and sessions."""
        painter = QPainter(self)
        colour, bar = self.theme.colour, self._bar()
        box(painter, bar, 8, colour("surface"), colour("border"), 1)
        self._paint_months(painter, bar)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        day_width = max(2, round(self.width() / DAYS))
        for date, total in self._sums.items():
            if date >= self._first:
                fill = QColor(self.theme.colours.grades[ramp(total)][0])
                left = round(self._x(date)) + 1
                painter.fillRect(QRectF(left, bar.top() + 2, day_width, bar.height() - 4), fill)
        self._paint_ticks(painter, bar)
        if self.hasFocus() and self.ring:
            focus_ring(painter, bar, 8, self.theme)
        painter.end()

    def _paint_months(self, painter: QPainter, bar: QRectF) -> None:
        px, colour = self.theme.px, self.theme.colour
        painter.setFont(self.theme.font("axis"))
        month = self._first.replace(day=1)
        free = -1.0
        for _count in range(DAYS // 28 + 1):
            x = round(self._x(month))
            if 0 < x < self.width() - px(8):
                painter.setPen(QPen(colour("border"), 1))
                painter.drawLine(x, round(bar.top()), x, round(bar.bottom()))
            name = _(SHORT_MONTHS[month.month - 1])
            text = f"{name} {month.year}" if month.month == 1 else name
            left, width = max(x, 0) + px(5), painter.fontMetrics().horizontalAdvance(text)
            if x >= -px(4) and left > free and left + width <= self.width():
                painter.setPen(colour("muted"))
                painter.drawText(QRectF(left, bar.bottom() + px(4), width + 2, px(18)), text)
                free = left + width + px(4)
            month = (month + dt.timedelta(days=32)).replace(day=1)

    def _paint_ticks(self, painter: QPainter, bar: QRectF) -> None:
        px, colour = self.theme.px, self.theme.colour
        painter.setFont(self.theme.font("rail"))
        free = -1.0
        for at, tick in enumerate(self._ticks):
            x = round(self._x(tick.date))
            painter.setPen(QPen(colour("text"), 2))
            painter.drawLine(x, round(bar.top()) - px(8), x, round(bar.bottom()) - 1)
            width = painter.fontMetrics().horizontalAdvance(tick.label) + 2
            left = min(max(0, x - 2), self.width() - width)
            focused = self.hasFocus() and at == self._at
            if left > free or focused:
                painter.setPen(colour("primary" if focused and self.ring else "text"))
                painter.drawText(QRectF(left, 0, width, px(16)), tick.label)
                free = left + width + px(6)

    # What the person does ------------------------------------------------------------------------

    def _tick_at(self, point: QPoint) -> int | None:
        """Return the session whose days lie under a point, or that is nearest before it."""
        within = [
            at
            for at, tick in enumerate(self._ticks)
            if self._x(tick.date) - 6 <= point.x() <= self._x(tick.date + dt.timedelta(days=42))
        ]
        return within[-1] if within else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Jump to the session under the pointer."""
        at = self._tick_at(event.position().toPoint())
        if at is not None:
            self._at = at
            self.chosen.emit(self._ticks[at].session_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from session to session, Enter jumps to one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._ticks:
            self.ring = True
            self._at = min(max(0, self._at + step), len(self._ticks) - 1)
            self._describe()
            announce(self, self._ticks[self._at].spoken)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._ticks:
            self.chosen.emit(self._ticks[self._at].session_id)
        else:
            super().keyPressEvent(event)


class RampLegend(Painted, QWidget):
    """What the colours of the sums mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Darker cells have a higher sum, from 0 to 1 up to 14 or more"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def _words(self) -> tuple[str, str]:
        return _("sum 0–1"), _("14 or more")

    def sizeHint(self) -> QSize:
        """Room for both words and five boxes."""
        self.setFont(self.theme.font("small"))
        words = sum(self.fontMetrics().horizontalAdvance(word) for word in self._words())
        return QSize(words + self.theme.px(5 * 22 + 16), self.theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the five boxes between the words."""
        px, colour = self.theme.px, self.theme.colour
        painter = QPainter(self)
        painter.setFont(self.theme.font("small"))
        painter.setPen(colour("text2"))
        low, high = self._words()
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(0, 0, self.width(), self.height()), middle, low)
        left = painter.fontMetrics().horizontalAdvance(low) + px(6)
        for fill, _text in self.theme.colours.grades:
            place = QRectF(left, (self.height() - px(13)) / 2, px(18), px(13))
            edge = colour("line" if fill == self.theme.colours.s0 else "sline")
            box(painter, place, 4, QColor(fill), edge, 1)
            left += px(22)
        painter.setPen(colour("text2"))
        painter.drawText(QRect(left + px(3), 0, self.width(), self.height()), middle, high)
        painter.end()
