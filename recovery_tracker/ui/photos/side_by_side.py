"""Two photos beside each other: the way to compare them without dragging anything."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.photos.compare_view import PAN_KEYS, paint_label, wheel_zoom, zoomed
from recovery_tracker.ui.photos.pair import Pair
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

_GAP = 8
_RADIUS = 12.0


class SideBySide(Painted, QWidget):
    """Both photos in the same size; zoom and place are those of both."""

    def __init__(self, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair = pair
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.follow_theme()
        pair.moved.connect(self._show_pair)

    def sizeHint(self) -> QSize:
        """It takes what room the window has."""
        return QSize(self.theme.px(480), self.theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small window."""
        return QSize(self.theme.px(240), self.theme.px(200))

    def _show_pair(self) -> None:
        first, second = self.pair.first, self.pair.second
        if first is not None and second is not None:
            self.setAccessibleName(
                _("{first} beside {second}").format(first=first.label, second=second.label)
            )
        self.update()

    def halves(self) -> tuple[QRectF, QRectF]:
        """Where the two photos lie."""
        whole = QRectF(self.rect())
        width = (whole.width() - self.theme.px(_GAP)) / 2
        left = QRectF(whole.left(), whole.top(), width, whole.height())
        return left, left.translated(whole.width() - width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both photos with their days."""
        painter = QPainter(self)
        rim = QPointF(self.theme.px(12), self.theme.px(12))
        for half, side in zip(self.halves(), (self.pair.first, self.pair.second), strict=True):
            box(painter, half, _RADIUS, self.theme.colour("inset"))
            self.pair.paint(painter, half, side)
            if side is not None:
                paint_label(painter, self, side.label, half.topLeft() + rim, right=False)
        if self.hasFocus() and self.ring:
            focus_ring(painter, QRectF(self.rect()), _RADIUS, self.theme)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move both, + and - zoom, 0 shows all."""
        self.ring = True
        key = Qt.Key(event.key())
        if key in PAN_KEYS:
            self.pair.move_by(*PAN_KEYS[key])
        elif not zoomed(self.pair, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of both photos."""
        self._held = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move both photos."""
        if self._held is not None:
            by = self._held - event.position()
            self._held = event.position()
            half = self.halves()[0]
            self.pair.move_by(by.x() / max(1.0, half.width()), by.y() / max(1.0, half.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer, in the photo it is over."""
        left, right = self.halves()
        wheel_zoom(self.pair, event, right if right.contains(event.position()) else left)
