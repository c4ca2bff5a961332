"""A small chart as a button that adds its symptom's line to the large chart, or takes it away.

It is painted by hand: eight of them cost less than a millisecond each, and need no library.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from recovery_tracker.charts.timeline import Point, runs
from recovery_tracker.domain.severity import Severity
from recovery_tracker.i18n import _
from recovery_tracker.ui.models.small_lines import SmallLine
from recovery_tracker.ui.widgets.answer import Answer
from recovery_tracker.ui.widgets.painted import box, focus_ring

_SIDE = 12
_HEIGHT = 138
_GRADES = len(Severity) - 1
_A_WEEK = 7
_APART = 6  # px between two words under the chart
_AA = QPainter.RenderHint.Antialiasing


class SmallChart(Answer, QPushButton):
    """Title, verdict and line of one symptom; ``answered`` when the person clicks it."""

    answered = Signal(object)

    def __init__(self, line: SmallLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self._height = _HEIGHT
        self._stacked = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.listen()
        self.show_line(line)

    @property
    def code(self) -> str:
        """The symptom's code."""
        return self._line.code

    @property
    def height_px(self) -> int:
        """Its height, in pixels on screen."""
        return self._height

    def show_line(self, line: SmallLine) -> None:
        """Show another line."""
        self._line = line
        self.setAccessibleName(line.spoken)
        self.setToolTip(line.title if self._title_is_cut() else "")
        self.update()

    def show_size(self, height: int, *, stacked: bool) -> None:
        """Take another height, in pixels on screen, and put the verdict under the title or not."""
        if (height, stacked) != (self._height, self._stacked):
            self._height, self._stacked = height, stacked
            self.updateGeometry()
            self.update()

    def words_width(self) -> int:
        """The width that title and verdict need beside each other, in pixels on screen."""
        title = QFontMetrics(self.theme.font("strong")).horizontalAdvance(self._line.title)
        verdict = QFontMetrics(self.theme.font("axis")).horizontalAdvance(self._line.verdict)
        return title + verdict + self.theme.px(2 * _SIDE + 8)

    def sizeHint(self) -> QSize:
        """As wide as its column, as high as it is told."""
        return QSize(self.theme.px(200), self._height)

    def minimumSizeHint(self) -> QSize:
        """Two weeks need some room."""
        return QSize(self.theme.px(150), self._height)

    def _title_is_cut(self) -> bool:
        metrics = QFontMetrics(self.theme.font("strong"))
        return metrics.horizontalAdvance(self._line.title) > self.width() - self.theme.px(2 * _SIDE)

    # Painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the words, the range, earlier sessions, the own line and the days."""
        painter = QPainter(self)
        colour, rect = self.theme.colour, QRectF(self.rect())
        if self.isChecked():
            box(painter, rect, 12, colour("surface"), colour("primary"), 2)
        else:
            edge = "line" if self.underMouse() else "border"
            box(painter, rect, 12, colour("surface"), colour(edge), 1)
        top = self._paint_words(painter)
        plot = self._plot(top)
        self._paint_range(painter, plot)
        for place, points in enumerate(self._line.past):
            self._paint_past(painter, plot, points, dotted=place > 0)
        self._paint_own(painter, plot)
        self._paint_days(painter, plot)
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, 12, self.theme)
        painter.end()

    def _paint_words(self, painter: QPainter) -> int:
        """Paint title and verdict; return where the chart may begin."""
        px, line = self.theme.px, self._line
        left, width, height = px(_SIDE), self.width() - px(2 * _SIDE), px(20)
        font = self.theme.font("strong")
        painter.setFont(font)
        painter.setPen(self.theme.colour("text"))
        title = QFontMetrics(font).elidedText(line.title, Qt.TextElideMode.ElideRight, width)
        place = QRectF(left, px(7), width, height)
        painter.drawText(
            place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title
        )
        painter.setFont(self.theme.font("axis"))
        painter.setPen(self.theme.colour("text2"))
        side = Qt.AlignmentFlag.AlignRight
        if self._stacked:
            place.translate(0, px(18))
            side = Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), line.verdict)
        return round(place.bottom()) + px(7)

    def _plot(self, top: int) -> _Plot:
        px = self.theme.px
        area = QRectF(px(25), top, self.width() - px(51), self.height() - top - px(32))
        return _Plot(area, self._line.days)

    def _paint_range(self, painter: QPainter, plot: _Plot) -> None:
        colour = self.theme.colour
        reach = self.theme.px(7)
        painter.setRenderHint(_AA, False)
        painter.setPen(QPen(colour("grid"), 1))
        for grade in range(1, _GRADES + 1):
            y = round(plot.y(grade))
            painter.drawLine(
                round(plot.area.left()) - reach, y, round(plot.area.right()) + reach, y
            )
        painter.setRenderHint(_AA)
        course = self._line.course
        if not course:
            return
        upper = [
            plot.point((day, usual.upper)) for day, usual in zip(plot.days, course, strict=False)
        ]
        ends = [plot.point((plot.days[0], 0)), plot.point((plot.days[0] + len(course) - 1, 0))]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("band"))
        painter.drawPolygon(QPolygonF([ends[0], *upper, ends[1]]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("band_line"), 1))
        painter.drawPolyline(QPolygonF(upper))

    def _paint_past(
        self, painter: QPainter, plot: _Plot, points: Sequence[Point], *, dotted: bool
    ) -> None:
        pen = QPen(self.theme.colour("past"), 1.3 if dotted else 1.2)
        if dotted:
            pen.setDashPattern([1.3, 2.0])
        self._paint_line(painter, plot, points, pen)

    def _paint_own(self, painter: QPainter, plot: _Plot) -> None:
        colour, line = self.theme.colour, self._line
        pen = QPen(colour("primary"), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._paint_line(painter, plot, line.points, pen)
        today = next((point for point in line.points if point[0] == line.now.day), None)
        if today is not None:
            done = line.now.done
            painter.setPen(QPen(colour("surface" if done else "primary"), 1.6 if done else 2.2))
            painter.setBrush(colour("primary" if done else "surface"))
            painter.drawEllipse(plot.point(today), 5.2, 5.2)

    def _paint_line(
        self, painter: QPainter, plot: _Plot, points: Sequence[Point], pen: QPen
    ) -> None:
        """Paint runs of days; a day that stands alone gets a dot, for a line cannot show it."""
        for run in runs(points):
            spots = [plot.point(point) for point in run]
            if len(spots) > 1:
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolyline(QPolygonF(spots))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(pen.color())
                size = pen.widthF() * 0.9 + 0.6
                painter.drawEllipse(spots[0], size, size)

    def _paint_days(self, painter: QPainter, plot: _Plot) -> None:
        px, bottom = self.theme.px, plot.area.bottom() + self.theme.px(3)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        reach = px(7)
        painter.setRenderHint(_AA, False)
        y = round(bottom)
        painter.drawLine(round(plot.area.left()) - reach, y, round(plot.area.right()) + reach, y)
        painter.setRenderHint(_AA)
        painter.setFont(self.theme.font("axis", tabular=True))
        painter.setPen(self.theme.colour("muted"))
        for day, word in self._day_words(plot).items():
            place = QRectF(plot.x(day) - px(40), bottom + px(5), px(80), px(18))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), word)

    def _day_words(self, plot: _Plot) -> dict[int, str]:
        """Return today, the first day, day 7 and the last day, as far as they do not touch."""
        metrics = QFontMetrics(self.theme.font("axis", tabular=True))
        days, now = plot.days, self._line.now.day
        wanted = [(day, str(day)) for day in (days[0], days[-1], _A_WEEK) if day in days]
        if now is not None:
            wanted.insert(0, (now, _("today")))
        kept: dict[int, str] = {}
        for day, word in wanted:
            half = metrics.horizontalAdvance(word) / 2 + _APART
            if all(
                abs(plot.x(day) - plot.x(other)) >= half + metrics.horizontalAdvance(text) / 2
                for other, text in kept.items()
            ):
                kept[day] = word
        return kept


class _Plot:
    """Where days and grades lie."""

    def __init__(self, area: QRectF, days: range) -> None:
        self.area = area
        self.days = days

    def x(self, day: int) -> float:
        part = (day - self.days[0]) / max(1, len(self.days) - 1)
        return self.area.left() + self.area.width() * part

    def y(self, grade: int) -> float:
        return self.area.bottom() - self.area.height() * grade / _GRADES

    def point(self, at: Point) -> QPointF:
        return QPointF(self.x(at[0]), self.y(at[1]))
