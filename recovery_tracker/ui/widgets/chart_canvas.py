"""A sheet of marks as a widget that draws only what is seen.

Painted by Qt: matplotlib in the window takes 50 MiB and ten times as long to begin.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from recovery_tracker.charts.room import XY
from recovery_tracker.charts.sheet import (
    BASELINE,
    CORNERS,
    Area,
    Dots,
    Line,
    Plate,
    Sheet,
    Words,
)

_PLATE_EDGE = 1.5
_ENDS = 2
_AT_ONCE = 12  # days: the outline of a year in one piece takes ten times as long
_POINTS_TO_THE_INCH = 72
_PART_LEFT = {"left": 0.0, "center": 0.5, "right": 1.0}


class ChartCanvas(QWidget):
    """One chart on screen for the life of the widget; it is drawn in the paint event.

    A paint event comes to visible widgets only: a hidden chart waits until it is seen. For other
    looks it is drawn in a turn of its own: the rest of the window has taken its share of one.
    """

    def __init__(self, fill: Callable[[Sheet], object], parent: QWidget) -> None:
        """Make a canvas; ``fill`` puts the chart on a sheet of the canvas's size."""
        super().__init__(parent)
        self._fill = fill
        self._picture = QPixmap()
        self._stale = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def mark_stale(self) -> None:
        """Draw anew before the next paint."""
        self._stale = True
        self.update()

    def mark_faded(self) -> None:
        """Draw anew in a turn of its own; until then what is drawn stays."""
        self._stale = True
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw in the new size."""
        super().resizeEvent(event)
        self.mark_stale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw if needed, also for a screen of other pixels, then show what is drawn."""
        ratio = self.devicePixelRatioF()
        due = self._stale and not self._later.isActive()
        if due or self._picture.devicePixelRatio() != ratio:
            self._stale = False
            self._picture = self._drawn(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _drawn(self, ratio: float) -> QPixmap:
        sheet = Sheet(self.width(), self.height())
        self._fill(sheet)
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(sheet.ground or "transparent"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, sheet.height)
        for mark in sheet.marks:
            _paint(painter, mark)
        painter.end()
        return picture


def _paint(painter: QPainter, mark: Area | Dots | Line | Plate | Words) -> None:
    """Paint one mark; the painter's origin is the sheet's, its y runs down."""
    match mark:
        case Line():
            _paint_line(painter, mark)
        case Dots():
            _paint_dots(painter, mark)
        case Words():
            _paint_words(painter, mark)
        case Area():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mark.color))
            painter.drawPolygon(_polygon(mark.corners))
        case Plate():
            box = mark.box
            painter.setPen(QPen(QColor(mark.edge), _PLATE_EDGE))
            painter.setBrush(QColor(mark.fill))
            place = QRectF(box.left, -box.top, box.width, box.height)
            painter.drawRoundedRect(place, mark.corner, mark.corner)


def _paint_line(painter: QPainter, line: Line) -> None:
    pen = QPen(QColor(line.color), line.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if line.dash else Qt.PenCapStyle.RoundCap)
    if line.dash:
        pen.setDashPattern(line.dash)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for run in line.runs:
        spots = [QPointF(x, -y) for x, y in _sharp(run)]
        way = 0.0
        for first in range(0, len(spots) - 1, _AT_ONCE):
            piece = spots[first : first + _AT_ONCE + 1]
            if line.dash:
                pen.setDashOffset(way / line.width)
                way += sum(QLineF(*ends).length() for ends in itertools.pairwise(piece))
            painter.setPen(pen)
            painter.drawPolyline(piece)


def _sharp(run: tuple[XY, ...]) -> tuple[XY, ...]:
    """Put a level or upright line in the middle of its pixels."""
    if len(run) == _ENDS and (run[0][0] == run[1][0] or run[0][1] == run[1][1]):
        return tuple((math.floor(x) + 0.5, math.floor(y) + 0.5) for x, y in run)
    return run


def _paint_dots(painter: QPainter, dots: Dots) -> None:
    pen = QPen(QColor(dots.edge), dots.rim)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen if dots.rim else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(dots.fill))
    corners = CORNERS.get(dots.shape)
    for x, y in dots.at:
        if corners is None:
            painter.drawEllipse(QPointF(x, -y), dots.size / 2, dots.size / 2)
        else:
            painter.drawPolygon(_polygon(corners((x, y), dots.size)))


def _paint_words(painter: QPainter, words: Words) -> None:
    font = QFont("Inter")
    # a size in pixels has no fractions, one in points has
    font.setPointSizeF(words.size * _POINTS_TO_THE_INCH / painter.device().logicalDpiY())
    font.setWeight(QFont.Weight(words.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    x, y = words.at
    left = x - QFontMetricsF(font).horizontalAdvance(words.text) * _PART_LEFT[words.align]
    painter.setFont(font)
    painter.setPen(QColor(words.color))
    painter.drawText(QPointF(left, BASELINE * words.size - y), words.text)


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, -y) for x, y in points])
