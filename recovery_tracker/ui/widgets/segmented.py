"""A segmented control: one of two to seven options, all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring


class Segment(Painted, QRadioButton):
    """One option; a radio button painted as a segment."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.follow_theme()
        self.clicked.connect(self.begin_fade)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole segment takes the click."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Room for the word in its heavier weight."""
        font = self.theme.font("strong")
        self.setFont(font)
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * self.theme.px(14)
        return QSize(width, self.theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """A word is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segment; the chosen one is raised and has an edge."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        colour = self.theme.colour
        chosen = self.isChecked()
        if chosen:
            painter.setOpacity(self.faded)
            box(painter, rect, 8, colour("surface"), colour("primary"), 1.5)
            painter.setOpacity(1.0)
        elif self.underMouse() and self.isEnabled():
            box(painter, rect, 8, None, colour("line"), 1)
        painter.setFont(self.theme.font("strong" if chosen else "medium"))
        painter.setPen(colour(("text" if chosen else "text2") if self.isEnabled() else "muted"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, 8, self.theme)
        painter.end()


class Segmented(QWidget):
    """A row of options with radio semantics; ``chosen`` carries the option's value.

    ``options`` are pairs of value and label. Nothing is chosen until :meth:`show_value` or a
    click; ``show_value`` emits nothing.
    """

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _label in options]
        self._showing = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(4)
        self.segments: list[Segment] = []
        for _value, label in options:
            segment = Segment(label, self)
            segment.setAccessibleName(f"{name}: {label}" if name else label)
            segment.toggled.connect(self._on_toggled)
            row.addWidget(segment)
            self.segments.append(segment)

    @property
    def value(self) -> object:
        """The chosen value; ``None`` when nothing is chosen."""
        for value, segment in zip(self._values, self.segments, strict=True):
            if segment.isChecked():
                return value
        return None

    def show_value(self, value: object) -> None:
        """Show one value as chosen; one that is not offered chooses nothing."""
        self._showing = True
        for known, segment in zip(self._values, self.segments, strict=True):
            segment.setAutoExclusive(False)
            segment.setChecked(known == value)
            segment.setAutoExclusive(True)
        self._showing = False

    def _on_toggled(self, on: bool) -> None:
        if on and not self._showing:
            self.chosen.emit(self.value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box behind the segments."""
        theme = self.segments[0].theme
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), 11, theme.colour("inset"))
        painter.end()
