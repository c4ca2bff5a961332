"""One photo on which two points are marked, with the pointer or with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.photos.compare_view import paint_label
from recovery_tracker.ui.photos.pair import Side
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

_STEP, _LEAP = 0.005, 0.03  # of the photo's width and height
_RADIUS = 12.0
_CROSS, _GAP = 14, 4  # px
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PointMarker(Painted, QWidget):
    """``marked`` carries the four numbers of :class:`Photo.marks` once both points are set."""

    marked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side | None = None
        self._points: list[QPointF] = []
        self._cross = QPointF(0.5, 0.5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMouseTracking(True)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """It takes what room the window has."""
        return QSize(self.theme.px(480), self.theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small window."""
        return QSize(self.theme.px(240), self.theme.px(200))

    def show_side(self, side: Side) -> None:
        """Begin anew on a photo; the cross starts where a point was marked before."""
        self._side = side
        self._points.clear()
        marks = side.photo.marks
        self._cross = QPointF(marks[0], marks[1]) if marks else QPointF(0.4, 0.4)
        self.setAccessibleName(_("Mark two points on the photo of {day}").format(day=side.label))
        self.setAccessibleDescription(_("Arrow keys move the cross, Enter marks a point."))
        self.update()

    @property
    def count(self) -> int:
        """How many points are marked."""
        return len(self._points)

    def _frame(self) -> QRectF:
        """Where the photo lies."""
        whole = QRectF(self.rect())
        if self._side is None or self._side.picture.isNull():
            return whole
        size = QRectF(self._side.picture.rect()).size()
        size.scale(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(0, 0, size.width(), size.height())
        frame.moveCenter(whole.center())
        return frame

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the photo, its day, the points and the cross."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), _RADIUS, self.theme.colour("inset"))
        frame = self._frame()
        if self._side is not None and not self._side.picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            picture = self._side.picture
            painter.drawPixmap(frame, picture, QRectF(picture.rect()))
            rim = QPointF(self.theme.px(14), self.theme.px(14))
            paint_label(painter, self, self._side.label, rim, right=False)
        for number, point in enumerate(self._points, 1):
            self._paint_point(painter, frame, point, str(number))
        if self.count < 2:
            self._paint_point(painter, frame, self._cross, "")
        if self.hasFocus() and self.ring:
            focus_ring(painter, QRectF(self.rect()), _RADIUS, self.theme)
        painter.end()

    def _paint_point(self, painter: QPainter, frame: QRectF, point: QPointF, name: str) -> None:
        """A white cross with a dark edge, open in the middle, seen on any photo."""
        middle = QPointF(
            frame.left() + point.x() * frame.width(), frame.top() + point.y() * frame.height()
        )
        reach, gap = self.theme.px(_CROSS), self.theme.px(_GAP)
        for tone, width in (("photo_pill", 4.0), ("on_photo_pill", 2.0)):
            painter.setPen(QPen(self.theme.colour(tone), width))
            for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                way = QPointF(across, down)
                painter.drawLine(middle + way * gap, middle + way * reach)
        if name:
            paint_label(painter, self, name, middle + QPointF(gap, gap), right=False)

    # What the person does ------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the cross follow the pointer."""
        self._cross = self._at(event.position())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark the point under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._cross = self._at(event.position())
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cross; Enter or Space marks."""
        key = Qt.Key(event.key())
        self.ring = True
        if key in _KEYS:
            far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            across, down = _KEYS[key]
            step = _LEAP if far else _STEP
            self._cross = _inside(self._cross + QPointF(across * step, down * step))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._mark()
        else:
            super().keyPressEvent(event)

    def _at(self, place: QPointF) -> QPointF:
        frame = self._frame()
        away = place - frame.topLeft()
        return _inside(
            QPointF(away.x() / max(1.0, frame.width()), away.y() / max(1.0, frame.height()))
        )

    def _mark(self) -> None:
        if self.count == 2:
            return
        self._points.append(QPointF(self._cross))
        announce(self, _("Point {n} marked.").format(n=self.count))
        self.update()
        if self.count == 2:
            one, other = self._points
            self.marked.emit((one.x(), one.y(), other.x(), other.y()))


def _inside(point: QPointF) -> QPointF:
    return QPointF(min(max(point.x(), 0.0), 1.0), min(max(point.y(), 0.0), 1.0))
