"""What the pages of a report lie on, and a scroll area for what stands beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.painted import box


def scrolling(widget: QWidget, parent: QWidget) -> QScrollArea:
    """Put a widget into an area that scrolls up and down without a frame."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setObjectName("canvas")
    area.setWidget(widget)
    return area


class PageGround(QWidget):
    """What the pages lie on; it says that they are coming as long as there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.waits = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), 12, theme().colour("inset"))
        if self.waits:
            painter.setFont(theme().font("hint"))
            painter.setPen(theme().colour("muted"))
            words = _("The pages are being prepared …")
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()
