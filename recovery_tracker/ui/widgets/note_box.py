"""A tinted box with an icon: one thing to know before going on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.text import Text


class NoteBox(QFrame):
    """The box; its words wrap."""

    def __init__(self, words: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_box")
        self._name = icon
        self._icon = QLabel(self)
        self.words = Text(words, "small", self, wrap=True, tone="on_tint")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        theme().themed.connect(self._retheme)
        self._retheme()

    def _retheme(self) -> None:
        colour = theme().colours
        self._icon.setPixmap(theme().pixmap(self._name, "on_tint", 18))
        self.setStyleSheet(
            f"#note_box {{ background: {colour.tint}; border: 1px solid {colour.band_line}; "
            f"border-radius: 10px; }}"
        )
