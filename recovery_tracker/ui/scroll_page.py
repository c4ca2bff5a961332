"""A page with a title, a body that scrolls where it does not fit, and perhaps a footer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.page import Page
from recovery_tracker.ui.widgets.text import Text

SIDE, TOP = 24, 14
GAP = 12
_BAR = 10  # px of a scroll bar


def fit_beside(columns: QBoxLayout, width: int) -> bool:
    """Whether columns, with the words of this language, have room beside each other."""
    items = [columns.itemAt(place) for place in range(columns.count())]
    needed = sum(item.minimumSize().width() for item in items if item is not None)
    return needed + columns.spacing() * (len(items) - 1) + 2 * SIDE <= width - _BAR


class ScrollPage(Page):
    """The frame of most pages: put widgets and layouts into ``body``, actions into ``header``."""

    def __init__(self, live: LiveJournal, parent: QWidget | None, title: str) -> None:
        super().__init__(live, parent)
        self.title = Text(title, "title", self)
        self.subtitle = Text("", "date", self, wrap=True)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inside = QVBoxLayout(canvas)
        inside.setContentsMargins(SIDE, TOP, SIDE, TOP)
        inside.setSpacing(10)
        inside.addLayout(self.header)
        inside.addLayout(self.body)
        inside.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.header.addLayout(words, 1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(canvas)
        self.area.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.area, 1)

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right of the title."""
        self.header.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_footer(self) -> Footer:
        """Put a bar under the body that does not scroll away."""
        footer = Footer(self)
        self._column.addWidget(footer)
        return footer


class Footer(QFrame):
    """A bar of 60 px under a page: words at the left, actions at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.words = Text("", "small", self, wrap=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(SIDE, 9, SIDE, 9)
        self.row.setSpacing(10)
        self.row.addWidget(self.words, 1)
