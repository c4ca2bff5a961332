"""The first days of a session as a strip of cells: the sum of eight ratings in each, 0 to 32."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring
from recovery_tracker.values import frozen

LAST_DAY = 20
_LEVELS = {
    "watch": ("eye", "watch"),
    "contact": ("triangle-alert", "contact"),
    "urgent": ("octagon-alert", "urgent"),
}
_UP_TO = (1, 5, 9, 13)  # the highest sums of the first four steps of the ramp
_CELL, _GAP, _ICON_ROW, _LABEL_ROW = 30, 4, 20, 20
_MARKED_DAYS = (0, 7, 14, 20)


def ramp(total: int) -> int:
    """Return the step of the ramp, 0 to 4, of a sum of eight ratings."""
    return sum(total > bound for bound in _UP_TO)


@frozen
class Cell:
    """One day.

    Attributes:
        name: the day in words, for assistive technology and the tooltip.
        total: the sum of eight ratings; ``None`` until all eight are answered.
        logged: whether there is an entry; ``ahead``: whether the day is still to come.
        level: the code of a warning that began on this day; empty = none.
    """

    day: int
    date: dt.date
    name: str
    label: str = ""
    total: int | None = None
    logged: bool = False
    today: bool = False
    ahead: bool = False
    level: str = ""


class HeatStrip(Painted, QWidget):
    """Arrow keys move from day to day; Enter or a click opens one.

    ``opened`` carries the date.
    """

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._cells: tuple[Cell, ...] = ()
        self._at = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.follow_theme()

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Show the days."""
        self._cells = tuple(cells)
        today = next((place for place, cell in enumerate(self._cells) if cell.today), None)
        self._at = today if today is not None else min(self._at, max(0, len(self._cells) - 1))
        self._describe()
        self.updateGeometry()
        self.update()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The days that are shown."""
        return self._cells

    def _describe(self) -> None:
        self.setAccessibleDescription(self._cells[self._at].name if self._cells else "")

    # Where things lie --------------------------------------------------------------------------

    @property
    def _icons(self) -> bool:
        return any(cell.level for cell in self._cells)

    def sizeHint(self) -> QSize:
        """Cells of 30 px."""
        px, count = self.theme.px, max(1, len(self._cells))
        return QSize(count * px(_CELL + _GAP), self._height())

    def minimumSizeHint(self) -> QSize:
        """Cells of 24 px, the smallest that can be hit."""
        return QSize(max(1, len(self._cells)) * (24 + 1), self._height())

    def _height(self) -> int:
        return self.theme.px((_ICON_ROW if self._icons else 0) + _CELL + _LABEL_ROW + 4)

    def place_of(self, at: int) -> QRect:
        """Return where a day lies."""
        px = self.theme.px
        step = min(self.width() / max(1, len(self._cells)), px(_CELL + _GAP))
        gap = max(1, min(px(_GAP), round(step) - 24))
        top = px(_ICON_ROW if self._icons else 0) + px(2)
        return QRect(round(at * step), top, round(step) - gap, px(_CELL))

    def _cell_at(self, point: QPoint) -> int | None:
        for at in range(len(self._cells)):
            if self.place_of(at).contains(point):
                return at
        return None

    # How it looks ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every day."""
        painter = QPainter(self)
        for at, cell in enumerate(self._cells):
            place = self.place_of(at)
            self._paint_cell(painter, cell, QRectF(place))
            self._paint_label(painter, cell, place)
            if cell.level:
                icon, tone = _LEVELS[cell.level]
                size = self.theme.px(16)
                left = place.center().x() - size // 2 + 1
                painter.drawPixmap(left, 0, self.theme.pixmap(icon, tone, 16))
            if self.hasFocus() and self.ring and at == self._at:
                focus_ring(painter, QRectF(place).adjusted(-1, -1, 1, 1), 6, self.theme)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: Cell, place: QRectF) -> None:
        colour = self.theme.colour
        if cell.total is None:
            edge = colour("border" if cell.ahead else "line")
            self._paint_empty(painter, place, edge, dotted=not cell.logged)
        else:
            step = ramp(cell.total)
            fill, text = self.theme.colours.grades[step]
            edge = colour("line" if step == 0 else "sline")
            box(painter, place, 5, QColor(fill), edge, 1)
            font = self.theme.font("bold", tabular=True)
            painter.setFont(font)
            painter.setPen(QColor(text))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(cell.total))
        if cell.today:
            box(painter, place.adjusted(-1, -1, 1, 1), 6, None, colour("text"), 2)

    def _paint_empty(self, painter: QPainter, place: QRectF, edge: QColor, *, dotted: bool) -> None:
        if not dotted:
            box(painter, place, 5, self.theme.colour("inset"), edge, 1)
            return
        pen = QPen(edge, 1)
        pen.setDashPattern([1.5, 2.5])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_label(self, painter: QPainter, cell: Cell, place: QRect) -> None:
        label = cell.label
        if not label:
            return
        px = self.theme.px
        painter.setFont(self.theme.font("axis"))
        painter.setPen(self.theme.colour("text2" if cell.today else "muted"))
        width = painter.fontMetrics().horizontalAdvance(label) + 2
        left = min(max(0, place.center().x() - width // 2), self.width() - width)
        top = place.bottom() + px(4)
        painter.drawText(QRect(left, top, width, px(16)), int(Qt.AlignmentFlag.AlignCenter), label)

    # What the person does ------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Say which day lies under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._cell_at(event.pos())
            if at is not None:
                QToolTip.showText(event.globalPos(), self._cells[at].name, self)
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the cursor stands."""
        super().focusInEvent(event)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, open with Enter or Space."""
        steps = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._cells) - 1,
        }
        key = Qt.Key(event.key())
        if key in steps and self._cells:
            self.ring = True
            self._at = min(max(0, steps[key]), len(self._cells) - 1)
            self._describe()
            announce(self, self._cells[self._at].name)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._at)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a day that can be opened."""
        at = self._cell_at(event.position().toPoint())
        hand = at is not None and not self._cells[at].ahead
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day under the pointer."""
        at = self._cell_at(event.position().toPoint())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._at = at
            self._open(at)

    def _open(self, at: int) -> None:
        if at < len(self._cells) and not self._cells[at].ahead:
            self.opened.emit(self._cells[at].date)
