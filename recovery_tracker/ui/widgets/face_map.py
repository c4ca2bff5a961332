"""A face whose zones can be clicked; the chips beside it are the way by keyboard."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.painted import Painted

_WIDTH, _HEIGHT = 118, 164
_ZONES: dict[str, tuple[QRectF, ...]] = {  # on a face of 118 x 164
    "forehead": (QRectF(21, 16, 76, 34),),
    "around_eyes": (QRectF(17, 55, 34, 18), QRectF(67, 55, 34, 18)),
    "nose": (QRectF(49, 69, 20, 34),),
    "cheeks": (QRectF(10, 80, 34, 34), QRectF(74, 80, 34, 34)),
    "upper_lip": (QRectF(40, 111, 38, 13),),
    "chin": (QRectF(38, 131, 42, 22),),
}


class FaceMap(Painted, QWidget):
    """``toggled`` carries the zone the person clicked."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: frozenset[str] = frozenset()
        self._over = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("A face to click; the names beside it do the same"))
        self.follow_theme()

    def show_chosen(self, areas: Collection[str]) -> None:
        """Fill the zones that are chosen; the whole face fills them all."""
        parts = choices.FACE_PARTS if "face" in areas else ()
        self._chosen = frozenset((*areas, *parts))
        self.update()

    def sizeHint(self) -> QSize:
        """118 x 164 at 100 %."""
        return QSize(self.theme.px(_WIDTH), self.theme.px(_HEIGHT))

    def _zone_at(self, point: QPointF) -> str:
        scale = self.theme.scale / 100
        for zone, places in _ZONES.items():
            for place in places:
                path = QPainterPath()
                path.addEllipse(place)
                if path.contains(point / scale):
                    return zone
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the zone under the pointer."""
        over = self._zone_at(event.position())
        if over != self._over:
            self._over = over
            self.setToolTip(choices.label(choices.AREAS, over) if over else "")
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the zone under the pointer."""
        zone = self._zone_at(event.position())
        if zone and event.button() is Qt.MouseButton.LeftButton:
            self.toggled.emit(zone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face and its zones."""
        colour = self.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.theme.scale / 100, self.theme.scale / 100)
        painter.setPen(QPen(colour("line"), 1.3))
        painter.setBrush(colour("inset"))
        painter.drawPath(_outline())
        for zone, places in _ZONES.items():
            chosen = zone in self._chosen
            pen = QPen(colour("primary" if chosen or zone == self._over else "line"), 1.8)
            if not chosen:
                pen.setWidthF(1.1)
                pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.setBrush(colour("band" if chosen else "surface"))
            for place in places:
                painter.drawEllipse(place)
        painter.end()


def _outline() -> QPainterPath:
    path = QPainterPath(QPointF(59, 1))
    path.cubicTo(96, 1, 117, 28, 117, 66)
    path.cubicTo(117, 112, 92, 163, 59, 163)
    path.cubicTo(26, 163, 1, 112, 1, 66)
    path.cubicTo(1, 28, 22, 1, 59, 1)
    return path
