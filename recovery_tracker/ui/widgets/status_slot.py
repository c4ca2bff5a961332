"""The status slot: the first thing under a page's title, how today compares in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.painted import box
from recovery_tracker.ui.widgets.text import Text

_ICONS = {"ok": "range-dot", "neutral": "help", "above": "info"}


class StatusSlot(QFrame):
    """56 px: icon, title, one sentence, one action; ``chart_wanted`` when the action is used.

    It has no warm colour: those belong to warnings.
    """

    chart_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme()
        self._kind = "neutral"
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 12, 6)
        line.setSpacing(14)
        self._icon = QLabel(self)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Text("", "heading", self, tone="on_tint")
        self.text = Text("", "body", self, wrap=True)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        line.addLayout(words, 1)
        self.action = Button(_("See chart"), "ghost", parent=self)
        self.action.clicked.connect(self.chart_wanted)
        line.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._theme.themed.connect(self._retheme)
        self._retheme()

    def show_status(self, kind: str, title: str, text: str, *, action: bool = True) -> None:
        """Show ``ok``, ``neutral`` or ``above`` with its words."""
        self._kind = kind
        self.title.setText(title)
        self.text.setText(text)
        self.action.setVisible(action)
        self.setAccessibleName(_("{title}. {text}").format(title=title, text=text))
        self._retheme()

    def _retheme(self) -> None:
        tone = "ok" if self._kind == "ok" else "on_tint"
        self.setMinimumHeight(self._theme.px(56))
        self._icon.setPixmap(self._theme.pixmap(_ICONS[self._kind], tone, 26))
        self.title.show_tone(tone)
        self.action.show_kind("ghost", tone=tone)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted box."""
        fill, edge = ("ok_bg", "ok_line") if self._kind == "ok" else ("tint", "band_line")
        painter = QPainter(self)
        colour = self._theme.colour
        box(painter, QRectF(self.rect()), 12, colour(fill), colour(edge), 1)
        painter.end()
