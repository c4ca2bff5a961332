"""A segmented control: one of two to seven options, all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

_EDGE = 4  # px around and between segments


class Segment(Painted, QRadioButton):
    """One option; a radio button painted as a segment."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._measured: tuple[int, str, QSize] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.follow_theme()
        self.clicked.connect(self.begin_fade)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole segment takes the click."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Room for the word in its heavier weight; a layout asks hundreds of times."""
        scale, text = self.theme.scale, self.text()
        if self._measured is None or self._measured[:2] != (scale, text):
            self.setFont(self.theme.font("strong"))
            width = self.fontMetrics().horizontalAdvance(text) + 2 * self.theme.px(14)
            self._measured = scale, text, QSize(width, self.theme.px(36))
        return self._measured[2]

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
    click; ``show_value`` emits nothing. One that ``wraps`` becomes a list where the words of a
    language do not fit beside each other; any other keeps its width.
    """

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        name: str = "",
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self._wraps = wraps
        self._values = [value for value, _label in options]
        self._showing = False
        self.setAccessibleName(name)
        tall = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, tall)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.segments: list[Segment] = []
        for _value, label in options:
            segment = Segment(label, self)
            segment.setAccessibleName(f"{name}: {label}" if name else label)
            segment.toggled.connect(self._on_toggled)
            self.segments.append(segment)

    # Size ------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as all words beside each other."""
        return self._size(listed=False)

    def minimumSizeHint(self) -> QSize:
        """The same, or as wide as the longest word of a list."""
        listed = self._size(listed=True) if self._wraps else self.sizeHint()
        return QSize(listed.width(), self._size(listed=False).height())

    def hasHeightForWidth(self) -> bool:
        """A list is higher."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return the height of the row, or of the list where the row is too wide."""
        return self._size(listed=self._too_wide_for(width)).height()

    def _size(self, *, listed: bool) -> QSize:
        sizes = [segment.sizeHint() for segment in self.segments]
        widths, heights = [size.width() for size in sizes], [size.height() for size in sizes]
        edges = _EDGE * (len(sizes) + 1)
        if listed:
            return QSize(max(widths) + 2 * _EDGE, sum(heights) + edges)
        return QSize(sum(widths) + edges, max(heights) + 2 * _EDGE)

    def _too_wide_for(self, width: int) -> bool:
        return self._wraps and self._size(listed=False).width() > width

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a list, or a row."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Measure anew when a segment asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        """Put the segments in a row, as equal in width as their words let them be, or a list."""
        listed = self._too_wide_for(self.width())
        sizes = [segment.sizeHint() for segment in self.segments]
        widths = _shares([size.width() for size in sizes], self.width() - _EDGE * (len(sizes) + 1))
        x = y = _EDGE
        for segment, size, width in zip(self.segments, sizes, widths, strict=True):
            if listed:
                segment.setGeometry(x, y, self.width() - 2 * _EDGE, size.height())
                y += size.height() + _EDGE
            else:
                segment.setGeometry(x, y, width, self.height() - 2 * _EDGE)
                x += width + _EDGE

    # What is chosen --------------------------------------------------------------------------

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


def _shares(least: list[int], room: int) -> list[int]:
    """Return widths that fill the room, none below its least, as equal as they can be."""
    widths = list(least)
    narrow = set(range(len(least)))
    while narrow:
        left = room - sum(width for place, width in enumerate(least) if place not in narrow)
        wide = {place for place in narrow if least[place] > left // len(narrow)}
        if not wide:
            for number, place in enumerate(sorted(narrow)):
                widths[place] = left // len(narrow) + (number < left % len(narrow))
            break
        narrow -= wide
    return widths
