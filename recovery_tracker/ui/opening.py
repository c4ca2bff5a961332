"""What the window shows for the moment until it is furnished: paper, sidebar, empty cards.

It is painted with the few parts of Qt that are there at once, in the colours of the last time.
Before it, a bare window's start would grow by a sixth for the namespace ``Qt`` alone, by another
for the first letter of text, and by a tenth for reading the themes.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

RAIL_BELOW = 1120  # px of window width
SIDEBAR, RAIL = 212, 84
TOKENS = ("bg", "side", "surface", "border")  # the names of the colours it needs


class Opening(QWidget):
    """Paints the place of things to come; it takes no input.

    Args:
        colours: those of ``TOKENS``, with spaces between; without them nothing is painted.
        percent: the size of text and controls.
    """

    def __init__(self, colours: str, percent: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._brushes = [_brush(colour) for colour in colours.split()]
        self._scale = percent / 100

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the sidebar, two cards and the footer of a day."""
        if len(self._brushes) != len(TOKENS):
            return
        ground, side, surface, border = self._brushes
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, width, height = self._px, self.width(), self.height()
        left = px(RAIL if width < px(RAIL_BELOW) else SIDEBAR)
        painter.fillPath(_box(0, 0, width, height), ground)
        painter.fillPath(_box(0, 0, left, height), border)
        painter.fillPath(_box(0, 0, left - 1, height), side)
        margin, right, tall = px(24), px(320), height - px(151)
        wide = width - left - 2 * margin - right - px(14)
        for x, broad in ((left + margin, wide), (width - margin - right, right)):
            painter.fillPath(_box(x, px(77), broad, tall, 14), border)
            painter.fillPath(_box(x + 1, px(77) + 1, broad - 2, tall - 2, 13), surface)
        painter.fillPath(_box(left, height - px(60), width - left, px(60)), surface)
        painter.end()

    def _px(self, pixels: float) -> float:
        return pixels * self._scale


def _brush(colour: str) -> QBrush:
    """Make a brush by way of a palette: asking for one directly would load ``Qt``."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    return palette.window()


def _box(x: float, y: float, width: float, height: float, radius: float = 0) -> QPainterPath:
    """Make a box as a path: to fill a path is what loads nothing."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path
