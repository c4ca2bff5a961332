"""The part of the Today page that scrolls: status, banner and cards in one or two columns."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from recovery_tracker.ui.settling import settle
from recovery_tracker.ui.theme import theme

SIDE, TOP = 24, 14
COLUMN_GAP = 14
_ROOM_ABOVE = 12  # px
_BAR = 10  # px, as in the style sheet
_WIDE_SIDE, _NARROW_SIDE = 320, 290


class _QuietBar(QScrollBar):
    """A scroll bar that keeps its room, but shows only while there is something to scroll.

    One that comes and goes would make the page narrower, and move what is under the pointer.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, or nothing."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class ScrollColumn(QScrollArea):
    """Lays the page's parts out for the room there is, and keeps a clicked row in its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # one of our own: the binding makes the classes of all widgets to find out what Qt's own is
        self._sight = QWidget(self)
        self.setViewport(self._sight)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(_QuietBar(Qt.Orientation.Vertical, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas = QWidget()
        self.canvas.setObjectName("canvas")
        self.setWidget(self.canvas)
        self.top = QVBoxLayout()
        self.main = QVBoxLayout()
        self.side_box = QWidget(self.canvas)
        self.side = QVBoxLayout(self.side_box)
        self.side.setContentsMargins(0, 0, 0, 0)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(COLUMN_GAP)
        self._columns.addLayout(self.main, 1)
        self._columns.addWidget(self.side_box, 0, Qt.AlignmentFlag.AlignTop)
        self._outer = QVBoxLayout(self.canvas)
        self._outer.addLayout(self.top)
        self._outer.addLayout(self._columns)
        self._below = QWidget(self.canvas)
        self._below.setFixedHeight(0)
        self._outer.addWidget(self._below)
        self._outer.addStretch(1)
        self.show_room(narrow=False, single=False, compact=False)

    def fits_beside(self, width: int, *, narrow: bool) -> bool:
        """Whether both columns, with the words of this language, have room in some px."""
        side = theme().px(_NARROW_SIDE if narrow else _WIDE_SIDE)
        needed = self.main.minimumSize().width() + COLUMN_GAP + side + 2 * SIDE
        return needed <= width

    def show_room(self, *, narrow: bool, single: bool, compact: bool) -> None:
        """Lay out for a window.

        Args:
            narrow: the right column is smaller.
            single: it stands under the left one.
            compact: gaps are smaller.
        """
        gap = 10 if compact else 12
        for column in (self.top, self.main, self.side, self._outer):
            column.setSpacing(gap)
        self._outer.setContentsMargins(SIDE, 10 if compact else TOP, SIDE - _BAR, 0)
        stacked = QBoxLayout.Direction.TopToBottom if single else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(stacked)
        self._columns.setAlignment(
            self.side_box, Qt.AlignmentFlag(0) if single else Qt.AlignmentFlag.AlignTop
        )
        if single:
            self.side_box.setMinimumWidth(0)
            self.side_box.setMaximumWidth(16_777_215)
        else:
            self.side_box.setFixedWidth(theme().px(_NARROW_SIDE if narrow else _WIDE_SIDE))

    def settle(self) -> None:
        """Lay out at once, so that places can be compared."""
        settle(self)

    def lacking(self) -> int:
        """How many px the main column, as it is laid out, is higher than the visible part.

        The side column does not count: where it is longer it scrolls.
        """
        return self._below_the_edge(_lowest(self.main))

    def side_lacking(self) -> int:
        """The same for the side column."""
        return self._below_the_edge(self.side_box.y() + _lowest(self.side))

    def _below_the_edge(self, lowest: int) -> int:
        return lowest + self._outer.spacing() - self._sight.height()

    def top_of(self, widget: QWidget) -> int:
        """Where a widget's upper edge lies in the visible part."""
        return widget.mapTo(self._sight, QPoint(0, 0)).y()

    def keep_at(self, widget: QWidget, top: int) -> None:
        """Scroll so that a widget's upper edge lies where it lay; add room below if need be.

        Where it came up to 12 px too high with nothing left to scroll, as rows that became lower
        can bring it, that room is put above the cards.
        """
        shift = self.top_of(widget) - top
        bar = self.verticalScrollBar()
        above = self._columns.contentsMargins().top()
        missing = -(bar.value() + shift)
        if -above <= missing <= _ROOM_ABOVE - above and missing:
            self._columns.setContentsMargins(0, above + missing, 0, 0)
            self.settle()
            shift = self.top_of(widget) - top
        wanted = max(0, bar.value() + shift)
        height = self.canvas.heightForWidth(self._sight.width()) - self._below.height()
        lacking = max(0, wanted + self._sight.height() - height) if wanted else 0
        if lacking != self._below.height():
            self._below.setFixedHeight(lacking)
            self.settle()
        bar.setValue(wanted)

    def forget_place(self) -> None:
        """Take away the room that kept a row in its place."""
        if self._below.height() or self._columns.contentsMargins().top():
            self._below.setFixedHeight(0)
            self._columns.setContentsMargins(0, 0, 0, 0)
            self.settle()

    def scroll_up(self) -> None:
        """Show the top."""
        self.verticalScrollBar().setValue(0)


def _lowest(column: QVBoxLayout) -> int:
    """Where the last part of a column in sight ends."""
    items = (column.itemAt(place) for place in range(column.count()))
    parts = [part for item in items if item and (part := item.widget())]
    return max((part.geometry().bottom() + 1 for part in parts if not part.isHidden()), default=0)
