"""A line of text that is kept when the person leaves it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget


class KeptLine(QLineEdit):
    """``written`` carries the text when the field is left or Enter is pressed, if it changed.

    What is being typed is not overwritten by :meth:`show_text`.
    """

    written = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTextMargins(4, 0, 4, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._finish)

    def show_text(self, text: str) -> None:
        """Show what is kept."""
        being_typed = self.hasFocus() and self.text() != self._kept
        self._kept = text
        if not being_typed and self.text() != text:
            self.setText(text)

    def show_again(self) -> None:
        """Show what is kept in place of what could not be."""
        self.setText(self._kept)

    def _finish(self) -> None:
        text = self.text().strip()
        if text != self._kept:
            self.written.emit(text)
