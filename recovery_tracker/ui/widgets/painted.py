"""What controls that are painted by hand share: boxes, the focus ring, following the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from recovery_tracker.ui.theme import Theme, theme

_ACTIVATION = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)

_RING, _GAP = 3.0, 2.0

if TYPE_CHECKING:
    from recovery_tracker.ui.widgets.fade import Fade

    _Base = QWidget
else:
    _Base = object


class Painted(_Base):
    """Mixed into a control that paints itself.

    The control calls :meth:`follow_theme` once it is made. ``ring`` says whether to paint the
    focus ring: when focus came by key or by the program, or a key was pressed since.
    """

    theme: Theme
    ring: bool = False
    _fade: Fade | None = None

    def follow_theme(self) -> None:
        """Repaint, and measure anew, whenever the theme changes."""
        self.theme = theme()
        self.theme.themed.connect(self.retheme)

    def retheme(self) -> None:
        """Take the theme's colours and sizes."""
        self.updateGeometry()
        self.update()

    def begin_fade(self) -> None:
        """Let what was just chosen appear within the time the theme gives it."""
        if self._fade is None:
            from recovery_tracker.ui.widgets.fade import Fade

            self._fade = Fade(self)
            self._fade.moved.connect(self.update)
        self._fade.start()

    @property
    def faded(self) -> float:
        """The opacity of what was just chosen, 0 to 1."""
        return self._fade.share if self._fade is not None else 1.0

    def take_focus(self) -> None:
        """Take the focus with the ring shown, also where the window is not active yet."""
        self.ring = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring unless the focus came by a click."""
        self.ring = event.reason() not in _ACTIVATION or self.ring
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring, unless the whole window lost the focus."""
        if event.reason() not in _ACTIVATION[1:]:
            self.ring = False
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the ring from the first key on."""
        if not self.ring:
            self.ring = True
            self.update()
        super().keyPressEvent(event)


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """Paint a rounded box whose edge lies inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge is not None else 0.0
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(edge, width)
        if dashed:
            pen.setDashPattern([4 / width, 3 / width])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(
    painter: QPainter, rect: QRectF, radius: float, colours: Theme, within: str = "surface"
) -> None:
    """Paint the focus ring inside ``rect``, and in it a line that sets it off from a fill.

    The line is in the colour named ``within``; the card's ground does for most fills.
    """
    box(painter, rect, radius, None, colours.colour("focus"), _RING)
    inner = rect.adjusted(_RING, _RING, -_RING, -_RING)
    box(painter, inner, max(radius - _RING, 0), None, colours.colour(within), _GAP)


def covering(picture: QPixmap, place: QRectF) -> QRectF:
    """The part of a picture, around its middle, that fills a place without being bent."""
    scale = max(place.width() / picture.width(), place.height() / picture.height())
    width, height = place.width() / scale, place.height() / scale
    return QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)
