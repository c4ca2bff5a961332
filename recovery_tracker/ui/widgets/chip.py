"""A chip: one thing that can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from recovery_tracker.ui.widgets.answer import Answer
from recovery_tracker.ui.widgets.painted import box, focus_ring

_PAINTED = 34  # the box; a taller chip only takes clicks above and below it
_CHECK, _ICON = 13, 16
_BEFORE, _GAP, _AFTER = 7, 4, 10  # px: the check has room of its own around it


class Chip(Answer, QPushButton):
    """A checkable chip; ``answered`` is emitted when the person ticks or unticks it.

    Attributes:
        code: what it stands for.

    With an ``icon`` it is square like the buttons beside it, and shows the icon until chosen.
    It is as wide unchosen as chosen, so that no chip moves under the pointer.
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

    @property
    def _mark_px(self) -> int:
        return _ICON if self._icon else _CHECK

    def sizeHint(self) -> QSize:
        """Room for the word in bold and the check, also while it is not chosen."""
        word = QFontMetrics(self.theme.font("bold")).horizontalAdvance(self.text())
        px = self.theme.px
        around = px(_BEFORE + self._mark_px + _GAP + _AFTER + (4 if self._icon else 0))
        return QSize(word + around, px(self.height_px))

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
        """Paint the word in the middle, after its mark if it has one."""
        font = self.theme.font(self._weight())
        word = QFontMetrics(font).horizontalAdvance(self.text())
        size = self.theme.px(self._mark_px) if self._mark() else 0
        gap = self.theme.px(_GAP) if self._mark() else 0
        left = rect.left() + (rect.width() - size - gap - word) / 2
        if self._mark():
            left -= self.theme.px(_AFTER - _BEFORE) / 2
        if self._mark():
            top = round(rect.center().y() - size / 2)
            mark = self.theme.pixmap(self._mark(), ink, self._mark_px)
            painter.drawPixmap(round(left), top, mark)
        painter.setFont(font)
        painter.setPen(self.theme.colour(ink))
        place = QRectF(left + size + gap, rect.top(), word + 1, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
