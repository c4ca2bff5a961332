"""Two photos in one frame: a divider that moves, or one after the other at a key.

It is a slider to the person and to assistive technology: its value is how much of the first
photo is in sight, in per cent.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.photos.pair import ZOOM_STEP, Pair
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

STEP, LEAP = 2, 10  # per cent
HANDLE = 48
_RADIUS = 12.0
_PAN = 0.1
_WHEEL = 120

ZOOM_KEYS = {
    Qt.Key.Key_Plus: ZOOM_STEP,
    Qt.Key.Key_Equal: ZOOM_STEP,
    Qt.Key.Key_Minus: 1 / ZOOM_STEP,
}
PAN_KEYS = {
    Qt.Key.Key_Left: (-_PAN, 0.0),
    Qt.Key.Key_Right: (_PAN, 0.0),
    Qt.Key.Key_Up: (0.0, -_PAN),
    Qt.Key.Key_Down: (0.0, _PAN),
}


def zoomed(pair: Pair, event: QKeyEvent) -> bool:
    """Zoom with + and -, show all with 0, move with Ctrl and an arrow; tell whether it was one."""
    key = Qt.Key(event.key())
    if key in ZOOM_KEYS:
        pair.zoom_by(ZOOM_KEYS[key])
    elif key is Qt.Key.Key_0:
        pair.show_whole()
    elif key in PAN_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        pair.move_by(*PAN_KEYS[key])
    else:
        return False
    return True


def wheel_zoom(pair: Pair, event: QWheelEvent, view: QRectF) -> None:
    """Zoom around the pointer."""
    at = event.position() - view.topLeft()
    share = QPointF(at.x() / max(1.0, view.width()), at.y() / max(1.0, view.height()))
    pair.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / _WHEEL), share)
    event.accept()


def paint_label(
    painter: QPainter, widget: Painted, words: str, corner: QPointF, right: bool
) -> None:
    """Write a day on a dark pill, so that it can be read on any photo."""
    theme = widget.theme
    painter.setFont(theme.font("strong"))
    width = painter.fontMetrics().horizontalAdvance(words) + 2 * theme.px(12)
    height = theme.px(32)
    left = corner.x() - width if right else corner.x()
    pill = QRectF(left, corner.y(), width, height)
    box(painter, pill, height / 2, theme.colour("photo_pill"))
    painter.setPen(theme.colour("on_photo_pill"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


class CompareView(Painted, QSlider):
    """The divider: drag it, click anywhere, or use the arrow keys.

    With ``show_one_at_a_time`` there is no divider: a click or Space shows the other photo.
    """

    def __init__(self, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.pair = pair
        self._one_at_a_time = False
        self.setRange(0, 100)
        self.setValue(50)
        self.setSingleStep(STEP)
        self.setPageStep(LEAP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.follow_theme()
        pair.moved.connect(self._show_pair)

    def sizeHint(self) -> QSize:
        """It takes what room the window has."""
        return QSize(self.theme.px(480), self.theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small window."""
        return QSize(self.theme.px(240), self.theme.px(200))

    def show_one_at_a_time(self, alone: bool) -> None:
        """Show one photo after the other in place, or both with a divider."""
        self._one_at_a_time = alone
        self.setCursor(Qt.CursorShape.PointingHandCursor if alone else Qt.CursorShape.SplitHCursor)
        self.setValue(100 if alone else 50)
        self._show_pair()

    def _show_pair(self) -> None:
        first, second = self.pair.first, self.pair.second
        if first is not None and second is not None:
            self.setAccessibleName(
                _("Compare {first} with {second}").format(first=first.label, second=second.label)
            )
        elif first is not None:
            self.setAccessibleName(_("Photo of {day}").format(day=first.label))
        self.update()

    @property
    def _is_pair(self) -> bool:
        return self.pair.first is not None and self.pair.second is not None

    @property
    def _share(self) -> int:
        """How much of the first photo is in sight, in per cent: one alone is there as a whole."""
        return self.value() if self._is_pair else 100

    # How it looks ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both photos, the divider with its handle, and the days."""
        painter = QPainter(self)
        view = QRectF(self.rect())
        box(painter, view, _RADIUS, self.theme.colour("inset"))
        split = view.left() + view.width() * self._share / 100
        painter.save()
        painter.setClipRect(QRectF(split, view.top(), view.right() - split, view.height()))
        self.pair.paint(painter, view, self.pair.second)
        painter.setClipRect(QRectF(view.left(), view.top(), split - view.left(), view.height()))
        self.pair.paint(painter, view, self.pair.first)
        painter.restore()
        self._paint_labels(painter, view)
        if not self._one_at_a_time and self._is_pair:
            self._paint_handle(painter, view, split)
        if self.hasFocus() and self.ring:
            focus_ring(painter, view, _RADIUS, self.theme)
        painter.end()

    def _paint_labels(self, painter: QPainter, view: QRectF) -> None:
        rim = self.theme.px(14)
        value = self._share
        if self.pair.first is not None and value > 0:
            corner = view.topLeft() + QPointF(rim, rim)
            paint_label(painter, self, self.pair.first.label, corner, right=False)
        if self.pair.second is not None and value < 100:
            corner = view.topRight() + QPointF(-rim, rim)
            paint_label(painter, self, self.pair.second.label, corner, right=True)

    def _paint_handle(self, painter: QPainter, view: QRectF, split: float) -> None:
        """A white line with a dark edge and a round handle, seen on any photo."""
        edge, line = self.theme.colour("photo_pill"), self.theme.colour("on_photo_pill")
        for colour, width in ((edge, 4), (line, 2)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(split, view.top()), QPointF(split, view.bottom()))
        size = self.theme.px(HANDLE)
        handle = QRectF(split - size / 2, view.center().y() - size / 2, size, size)
        box(painter, handle, size / 2, line, edge, 1.5)
        self._paint_arrows(painter, handle, edge)

    def _paint_arrows(self, painter: QPainter, handle: QRectF, ink: QColor) -> None:
        pen = QPen(ink, self.theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle, reach = handle.center(), self.theme.px(5)
        for way in (-1, 1):
            tip = middle + QPointF(way * 2 * reach, 0)
            painter.drawLine(tip, tip + QPointF(-way * reach, -reach))
            painter.drawLine(tip, tip + QPointF(-way * reach, reach))

    # What the person does ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows 2 %, with Shift 10 %, Home and End; + and - zoom; Space shows the other."""
        self.ring = True
        leap = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        arrows = {Qt.Key.Key_Left: -LEAP, Qt.Key.Key_Right: LEAP}
        key = Qt.Key(event.key())
        if zoomed(self.pair, event):
            self.update()
        elif key is Qt.Key.Key_Space and self._one_at_a_time:
            self._turn_over()
        elif leap and key in arrows:
            self.setValue(self.value() + arrows[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the divider to the pointer."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._is_pair:
            return
        if self._one_at_a_time:
            self._turn_over()
        else:
            self._divide_at(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the divider."""
        held = event.buttons() & Qt.MouseButton.LeftButton
        if held and self._is_pair and not self._one_at_a_time:
            self._divide_at(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more: the divider is where it was dragged to."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        wheel_zoom(self.pair, event, QRectF(self.rect()))

    def _divide_at(self, event: QMouseEvent) -> None:
        self.setValue(round(100 * event.position().x() / max(1, self.width())))

    def _turn_over(self) -> None:
        self.setValue(0 if self.value() else 100)
