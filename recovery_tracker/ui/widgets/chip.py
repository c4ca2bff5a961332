"""A chip: one thing that can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from recovery_tracker.ui.widgets.answer import Answer
from recovery_tracker.ui.widgets.painted import box, focus_ring

_PAINTED = 34  # the box; a taller chip only takes clicks above and below it
_CHECK = 16
_SIDE = 12


class Chip(Answer, QPushButton):
    """A checkable chip; ``answered`` is emitted when the person ticks or unticks it.

    Attributes:
        code: what it stands for.

    With an ``icon`` it is square like the buttons beside it, and shows the icon until chosen.
    """

    answered = Signal(object)

    def __init__(
        self,
        code: str,
        label: str,
        parent: QWidget | None = None,
        *,
        help_line: str = "",
        height: int = _PAINTED,
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self.code = code
        self.height_px = height
        self._tone = ""
        self._icon = icon
        self.setText(label)
        self.setAutoDefault(False)
        self.setToolTip(help_line)
        self.setAccessibleName(label)
        self.setAccessibleDescription(help_line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.listen()

    def show_tone(self, tone: str) -> None:
        """Paint a chosen chip in a warning's colours (``watch``, ``contact``, ``urgent``)."""
        if self._tone != tone:
            self._tone = tone
            self.update()

    def show_height(self, pixels: int) -> None:
        """Take another height, in pixels at 100 %."""
        if self.height_px != pixels:
            self.height_px = pixels
            self.updateGeometry()

    def _weight(self) -> str:
        return "bold" if self.isChecked() or self._icon else "choice"

    def _mark(self) -> str:
        return "check" if self.isChecked() else self._icon

    def sizeHint(self) -> QSize:
        """Room for the word and, when chosen, the check."""
        self.setFont(self.theme.font(self._weight()))
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * self.theme.px(_SIDE)
        if self._mark():
            width += self.theme.px(_CHECK) + 6
        return QSize(width, self.theme.px(self.height_px))

    def minimumSizeHint(self) -> QSize:
        """A word is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip; chosen: check icon, edge and tint."""
        painter = QPainter(self)
        colour = self.theme.colour
        inset = max(0.0, (self.height() - self.theme.px(_PAINTED)) / 2)
        rect = QRectF(self.rect()).adjusted(0, inset, 0, -inset)
        radius = 10.0 if self._icon else rect.height() / 2 - 1
        ink = "text" if self.isEnabled() else "muted"
        if self.isChecked():
            ink = self._tone or "on_tint"
            fill, edge = (f"{ink}_bg", f"{ink}_line") if self._tone else ("tint", "primary")
            box(painter, rect, radius, colour(fill), colour(edge), 2)
        elif not self.isEnabled():
            box(painter, rect, radius, None, colour("line"), 1, dashed=True)
        else:
            edge = "primary" if self.underMouse() else "line"
            box(painter, rect, radius, colour("surface"), colour(edge), 1)
        self._paint_word(painter, rect, ink)
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, radius, self.theme)
        painter.end()

    def _paint_word(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        left = float(self.theme.px(_SIDE))
        if self._mark():
            size = self.theme.px(_CHECK)
            top = round(rect.center().y() - size / 2)
            painter.drawPixmap(round(left), top, self.theme.pixmap(self._mark(), ink, _CHECK))
            left += size + 6
        painter.setFont(self.theme.font(self._weight()))
        painter.setPen(self.theme.colour(ink))
        word = QRectF(left, rect.top(), rect.width() - left, rect.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, self.text())
