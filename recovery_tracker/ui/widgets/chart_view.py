"""A chart on a page: drawn when it is seen, read out day by day with a cursor.

The cursor and its read-out are painted over the chart, so that moving the pointer never draws it
again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import announce, give_role
from recovery_tracker.ui.models.chart_content import ChartContent, ReadOut
from recovery_tracker.ui.theme import Theme
from recovery_tracker.ui.widgets.chart_library import chart_library
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

if TYPE_CHECKING:
    from recovery_tracker.charts.plot import Plot
    from recovery_tracker.charts.sheet import Sheet
    from recovery_tracker.ui.widgets.chart_canvas import ChartCanvas

_HEIGHT = 292


class ChartView(Painted, QWidget):
    """One canvas that shows one chart content after another.

    ``drawn`` is emitted each time it was drawn. Its accessible name is the chart's conclusion;
    Left and Right move a cursor over the days, and what it reads is told.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: int | None = None
        self._height = _HEIGHT
        self._content: ChartContent | None = None
        self._plot: Plot | None = None
        self._canvas: ChartCanvas | None = None
        self._library = chart_library()
        self._library.ready.connect(self._make_canvas)
        self._layer = _CursorLayer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        give_role(self, QAccessible.Role.Chart)
        self.follow_theme()

    # What is shown ---------------------------------------------------------------------------

    @property
    def content(self) -> ChartContent | None:
        """What it shows."""
        return self._content

    @property
    def read_out(self) -> ReadOut | None:
        """What the cursor reads; nothing while there is none."""
        if self._content is None or self.day is None:
            return None
        return self._content.read_out(self.day)

    @property
    def plot(self) -> Plot | None:
        """Where days and values lie; nothing until it has been drawn."""
        return self._plot

    def show_content(self, content: ChartContent) -> None:
        """Show a chart; the same one is not drawn again."""
        if content == self._content:
            return
        self._content = content
        self.setAccessibleName(content.spoken)
        self._put_cursor(None)
        self._renew()

    def show_height(self, pixels: int) -> None:
        """Take another height, in pixels on screen."""
        if self._height != pixels:
            self._height = pixels
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the card, as high as it is told."""
        return QSize(self.theme.px(480), self._height)

    def minimumSizeHint(self) -> QSize:
        """Two weeks need some room."""
        return QSize(self.theme.px(280), self._height)

    def retheme(self) -> None:
        """Draw in the theme's colours and sizes."""
        super().retheme()
        if self._canvas is not None:
            self._canvas.mark_faded()
        self._layer.update()

    def _renew(self) -> None:
        if self._canvas is not None:
            self._canvas.mark_stale()
        self._layer.update()

    # The canvas ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the library in when a chart is seen for the first time."""
        super().showEvent(event)
        if self._library.is_ready:
            self._make_canvas()
        else:
            self._library.want()

    def _make_canvas(self) -> None:
        if self._canvas is not None:
            return
        from recovery_tracker.ui.widgets.chart_canvas import ChartCanvas

        self._canvas = ChartCanvas(self._draw, self)
        self._canvas.setGeometry(self.rect())
        self._canvas.stackUnder(self._layer)
        self._canvas.show()

    def _draw(self, sheet: Sheet) -> None:
        if self._content is None:
            return
        self._plot = self._content.draw(sheet, self.theme.colours, self.theme.scale / 100)
        self._layer.update()
        self.drawn.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give canvas and cursor the same room."""
        super().resizeEvent(event)
        self._layer.setGeometry(self.rect())
        if self._canvas is not None:
            self._canvas.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say that the chart is coming, as long as there is none."""
        if self._canvas is None:
            painter = QPainter(self)
            painter.setFont(self.theme.font("hint"))
            painter.setPen(self.theme.colour("muted"))
            words = _("The chart is being drawn …")
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
            painter.end()

    # The cursor ------------------------------------------------------------------------------

    def _put_cursor(self, day: int | None) -> None:
        if day == self.day:
            return
        self.day = day
        read = self.read_out
        self.setAccessibleDescription(read.spoken if read else "")
        self._layer.update()

    def _move_cursor(self, day: int) -> None:
        """Move by key, and tell what is read."""
        content = self._content
        if content is None:
            return
        self._put_cursor(max(content.days[0], min(day, content.days[-1])))
        if (read := self.read_out) is not None:
            announce(self, read.spoken)

    def _start(self, content: ChartContent) -> int:
        """The day a cursor begins at: the present one, where it is shown."""
        today = content.recovery.day_of(content.today)
        return max(content.days[0], min(today, content.days[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the cursor, Home and End go to the first and last day."""
        content = self._content
        if content is None:
            super().keyPressEvent(event)
            return
        key, day = event.key(), self.day
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if step is not None:
            self._move_cursor(self._start(content) if day is None else day + step)
        elif key == Qt.Key.Key_Home:
            self._move_cursor(content.days[0])
        elif key == Qt.Key.Key_End:
            self._move_cursor(content.days[-1])
        elif key == Qt.Key.Key_Escape and day is not None:
            self._put_cursor(None)
        else:
            super().keyPressEvent(event)
            return
        self.ring = True
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep Esc while there is a cursor to take away; the window would go back a page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.day is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._layer.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away."""
        super().focusOutEvent(event)
        self._put_cursor(None)
        self._layer.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the day under the pointer."""
        super().mouseMoveEvent(event)
        if self._plot is not None:
            self._put_cursor(self._plot.day_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Read nothing when the pointer has gone."""
        super().leaveEvent(event)
        self._put_cursor(None)


class _CursorLayer(QWidget):
    """The day cursor with its read-out, and the focus ring, over the chart."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("cursor")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the upright line, what is recorded on its day, and the ring."""
        view, plot = self._view, self._view.plot
        painter = QPainter(self)
        read = view.read_out
        if plot is not None and view.day is not None and read is not None:
            x = plot.x(view.day)
            top = self.height() - plot.box.top
            painter.setPen(QPen(view.theme.colour("primary"), 1.2))
            painter.drawLine(QPointF(x, top), QPointF(x, self.height() - plot.box.bottom))
            self._paint_read_out(painter, view.theme, read, x, top)
        if view.hasFocus() and view.ring:
            focus_ring(painter, QRectF(self.rect()), 8, view.theme)
        painter.end()

    def _paint_read_out(
        self, painter: QPainter, colours: Theme, read: ReadOut, x: float, top: float
    ) -> None:
        px = colours.px
        title, body = colours.font("bold"), colours.font("small")
        line, pad, swatch = px(19), px(9), px(14)
        width = max(
            QFontMetricsF(title).horizontalAdvance(read.title),
            *(QFontMetricsF(body).horizontalAdvance(text) + swatch for _p, text in read.rows),
            0.0,
        )
        size = (width + 2 * pad, line * (1 + len(read.rows)) + 1.4 * pad)
        left = x + px(10) if x + px(10) + size[0] <= self.width() else x - px(10) - size[0]
        place = QRectF(max(2.0, left), max(2.0, top - px(4)), *size)
        box(painter, place, 8, colours.colour("surface"), colours.colour("line"), 1)
        text = QRectF(place.left() + pad, place.top() + pad * 0.7, width, line)
        painter.setFont(title)
        painter.setPen(colours.colour("text"))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, read.title)
        painter.setFont(body)
        for place_of_line, words in read.rows:
            text.translate(0, line)
            tone = "past" if place_of_line is None else f"c{place_of_line + 1}"
            self._paint_swatch(painter, text, colours.colour(tone), px(8))
            painter.setPen(colours.colour("text"))
            painter.drawText(text.adjusted(swatch, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_swatch(self, painter: QPainter, line: QRectF, colour: QColor, side: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        top = line.center().y() - side / 2
        painter.drawRoundedRect(QRectF(line.left(), top, side, side), 2, 2)
