"""A small chart of one symptom against its usual range, painted by hand: no chart library needed.

The range is drawn from none up to its upper bound, the typical course dashed, the own line with
a dot for each recorded day; a day without a rating breaks the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.usual_range import UsualRange, course
from recovery_tracker.ui.widgets.painted import Painted
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from recovery_tracker.domain.profile import Profile
    from recovery_tracker.domain.recovery import Session

LAST_DAY = 9
_TICK_EVERY = 3
_GRADES = len(Severity) - 1
_LINE = 18  # px
_MOST_LINES = 2  # of a title


def _nothing() -> Mapping[int, int]:
    return MappingProxyType({})


@frozen
class RangeLine:
    """What the chart shows.

    Attributes:
        title, subtitle: such as "Redness: mild" and "usual: up to moderate".
        spoken: its conclusion in one sentence, for assistive technology.
        usual: the usual range of days 0, 1, 2 ...
        grades: day -> grade of the own line.
        today: the day that has the larger dot, and whether it is done (filled) or not (hollow).
    """

    title: str
    subtitle: str
    spoken: str
    usual: tuple[UsualRange, ...]
    grades: Mapping[int, int] = field(default_factory=_nothing)
    today: int | None = None
    done: bool = False


def usual_days(
    symptom: str, session: Session, profile: Profile, last_day: int = LAST_DAY
) -> tuple[UsualRange, ...]:
    """Return the usual range of a symptom for days 0 to ``last_day``."""
    mine = course(session, profile)
    found = (mine.range(symptom, day) for day in range(last_day + 1))
    return tuple(usual for usual in found if usual is not None)


class RangeChart(Painted, QWidget):
    """The chart; its accessible name is its conclusion."""

    def __init__(self, parent: QWidget | None = None, *, height: int = 126) -> None:
        super().__init__(parent)
        self._height = height
        self._line: RangeLine | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()

    @property
    def line(self) -> RangeLine | None:
        """What it shows."""
        return self._line

    def show_line(self, line: RangeLine) -> None:
        """Show a symptom's line and range."""
        if line == self._line:
            return
        self._line = line
        self.setAccessibleName(line.spoken)
        self.setToolTip(line.spoken)
        self.updateGeometry()
        self.update()

    def show_height(self, height: int) -> None:
        """Take another height, in px at 100 %."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(self.theme.px(130), self.theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Ten days need some room."""
        return QSize(self.theme.px(110), self.theme.px(self._height))

    def hasHeightForWidth(self) -> bool:
        """Words that are too long take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height with all its words."""
        more = sum(self._lines_of(role, text, width) - 1 for role, _tone, text in self._words())
        return self.theme.px(self._height) + more * self.theme.px(_LINE)

    def _words(self) -> list[tuple[str, str, str]]:
        """Role, tone and text of title and subtitle, as far as there are any."""
        line = self._line
        words = (
            ("bold", "text", line.title if line else ""),
            ("axis", "text2", line.subtitle if line else ""),
        )
        return [each for each in words if each[2]]

    def _lines_of(self, role: str, text: str, width: int) -> int:
        metrics = QFontMetrics(self.theme.font(role))
        return 1 if metrics.horizontalAdvance(text) <= width else _MOST_LINES

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint titles, grid, range, typical course, own line and days."""
        line = self._line
        if line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._paint_titles(painter)
        plot = self._plot(top, max(1, len(line.usual) - 1))
        self._paint_grid(painter, plot)
        self._paint_range(painter, line, plot)
        self._paint_own(painter, line, plot)
        self._paint_days(painter, plot)
        painter.end()

    def _paint_titles(self, painter: QPainter) -> int:
        px, top = self.theme.px, 0
        for role, tone, text in self._words():
            painter.setFont(self.theme.font(role))
            painter.setPen(self.theme.colour(tone))
            lines = self._lines_of(role, text, self.width())
            place = QRectF(0, top, self.width() + 1, lines * px(_LINE))
            painter.drawText(place, int(Qt.TextFlag.TextWordWrap if lines > 1 else 0), text)
            top += lines * px(_LINE)
        return top

    def _plot(self, top: int, last: int) -> _Plot:
        px = self.theme.px
        area = QRectF(px(8), top + px(6), self.width() - px(16), self.height() - top - px(31))
        return _Plot(area, last)

    def _paint_grid(self, painter: QPainter, plot: _Plot) -> None:
        painter.setPen(QPen(self.theme.colour("grid"), 1))
        for grade in range(1, _GRADES + 1):
            y = plot.y(grade)
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_range(self, painter: QPainter, line: RangeLine, plot: _Plot) -> None:
        if not line.usual:
            return
        colour = self.theme.colour
        upper = [plot.point(day, usual.upper) for day, usual in enumerate(line.usual)]
        last = len(line.usual) - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("band"))
        painter.drawPolygon(QPolygonF([plot.point(0, 0), *upper, plot.point(last, 0)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("band_line"), 1.2))
        painter.drawPolyline(QPolygonF(upper))
        dashed = QPen(colour("band_line"), 1.6)
        dashed.setDashPattern([5, 3])
        painter.setPen(dashed)
        typical = [plot.point(day, usual.typical) for day, usual in enumerate(line.usual)]
        painter.drawPolyline(QPolygonF(typical))

    def _paint_own(self, painter: QPainter, line: RangeLine, plot: _Plot) -> None:
        primary, surface = self.theme.colour("primary"), self.theme.colour("surface")
        days = sorted(day for day in line.grades if 0 <= day <= plot.last)
        painter.setPen(QPen(primary, 2.3))
        for day in days:
            if day + 1 in line.grades and day < plot.last:
                painter.drawLine(
                    plot.point(day, line.grades[day]), plot.point(day + 1, line.grades[day + 1])
                )
        for day in days:
            here = plot.point(day, line.grades[day])
            if day != line.today:
                painter.setPen(QPen(surface, 1))
                painter.setBrush(primary)
                painter.drawEllipse(here, 3, 3)
                continue
            painter.setPen(QPen(surface, 2) if line.done else QPen(primary, 2.4))
            painter.setBrush(primary if line.done else surface)
            painter.drawEllipse(here, 6, 6)

    def _paint_days(self, painter: QPainter, plot: _Plot) -> None:
        px = self.theme.px
        bottom = self.height() - px(22)
        painter.setPen(QPen(self.theme.colour("line"), 0.8))
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        painter.setFont(self.theme.font("axis", tabular=True))
        painter.setPen(self.theme.colour("muted"))
        for day in range(0, plot.last + 1, _TICK_EVERY):
            place = QRectF(plot.x(day) - px(14), bottom + px(4), px(28), px(18))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(day))


@frozen
class _Plot:
    """Where days and grades lie."""

    area: QRectF
    last: int

    def x(self, day: int) -> float:
        return self.area.left() + self.area.width() * day / self.last

    def y(self, grade: int) -> float:
        return self.area.bottom() - self.area.height() * grade / _GRADES

    def point(self, day: int, grade: int) -> QPointF:
        return QPointF(self.x(day), self.y(grade))
