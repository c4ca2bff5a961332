"""A switch: on or off, with a check when it is on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring


class Switch(Painted, QPushButton):
    """A 48 x 28 switch; ``switched`` carries the new state when the person flips it.

    Its role for assistive technology is a checkable button, its name is given.
    """

    switched = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None, *, description: str = "") -> None:
        super().__init__(parent)
        self._showing = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow_theme()
        self.toggled.connect(self._on_toggled)

    def show_on(self, on: bool) -> None:
        """Show a state; nothing is emitted."""
        self._showing = True
        self.setChecked(on)
        self._showing = False

    def _on_toggled(self, on: bool) -> None:
        if not self._showing:
            self.switched.emit(on)

    def sizeHint(self) -> QSize:
        """48 x 28 at 100 %."""
        return QSize(self.theme.px(48), self.theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """As large as it wants to be."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the thumb and, when on, the check."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        colour = self.theme.colour
        on = self.isChecked()
        if not self.isEnabled():
            box(painter, rect, radius - 1, None, colour("line"), 1, dashed=True)
        elif on:
            box(painter, rect, radius, colour("primary"))
        else:
            box(painter, rect, radius - 1, colour("inset"), colour("line"), 1.5)
        thumb = radius - self.theme.px(4)
        centre = QPointF(rect.right() - radius if on else rect.left() + radius, rect.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_primary" if on and self.isEnabled() else "line"))
        painter.drawEllipse(centre, thumb, thumb)
        if on:
            check = self.theme.pixmap("check", "primary" if self.isEnabled() else "surface", 14)
            half = self.theme.px(14) / 2
            painter.drawPixmap(QPointF(centre.x() - half, centre.y() - half), check)
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, radius - 1, self.theme)
        painter.end()
