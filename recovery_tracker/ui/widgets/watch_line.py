"""A watch warning on a page that is about something else: what it is, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_tracker.domain.warnings import Warning
from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.painted import box
from recovery_tracker.ui.widgets.text import Text


class WatchLine(QFrame):
    """Stands in the place of the status slot; ``asked`` when the person wants to see why."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme()
        self._icon = QLabel(self)
        self._title = Text("", "heading", self, tone="watch")
        self._text = Text("", "body", self, wrap=True)
        self.why = Button(_("Show why"), "outline", parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(14)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        line.addLayout(words, 1)
        line.addWidget(self.why, 0, Qt.AlignmentFlag.AlignVCenter)
        self.why.clicked.connect(self.asked)
        self._theme.themed.connect(self._retheme)
        self._retheme()
        self.hide()

    def show_warning(self, warning: Warning | None) -> None:
        """Stand for a warning, or go."""
        self.setVisible(warning is not None)
        if warning is None:
            return
        self._title.setText(warning.heading)
        self._text.setText(warning.reason)
        self.setAccessibleName(
            _("{title}. {text}").format(title=warning.heading, text=warning.reason)
        )
        self.why.setAccessibleName(_("{heading}: show why").format(heading=warning.heading))

    def _retheme(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("eye", "watch", 26))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted box."""
        painter = QPainter(self)
        colour = self._theme.colour
        box(painter, QRectF(self.rect()), 12, colour("watch_bg"), colour("watch_line"), 2)
        painter.end()
