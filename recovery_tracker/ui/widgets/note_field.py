"""A text of the day: one line that grows to four, kept while the person writes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme

_IDLE_MS = 2000
_MOST_LINES = 4
_FRAME = 22  # what a line of text needs around it


class NoteField(QPlainTextEdit):
    """A text; ``written`` carries it when the person pauses or leaves the field.

    What could not be kept stays on screen: words are never taken back from the person who wrote
    them.
    """

    written = Signal(str)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._name = name
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self.keep)
        self.textChanged.connect(self._on_changed)
        theme().themed.connect(self._grow)
        self._grow()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, and leave files that are dropped to the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take words up to one character more than can be kept, which is said when they are not.

        Laying out a whole book would stop the window for minutes.
        """
        from recovery_tracker.domain.entry import LONGEST_TEXT

        there = len(self.toPlainText()) - len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(LONGEST_TEXT + 1 - there, 0)])

    @property
    def dirty(self) -> bool:
        """Whether there are words that are not kept yet."""
        return self.toPlainText() != self._kept

    def show_text(self, text: str) -> None:
        """Show what is kept; words that are not kept yet stay unless something else was."""
        if text == self._kept:
            self._describe()
            return
        self._kept = text
        if self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._grow()
        self._describe()

    def keep(self) -> None:
        """Send what is not kept yet."""
        self._idle.stop()
        if self.dirty and self.isEnabled():
            self.written.emit(self.toPlainText())
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(_("Not saved yet.") if self.dirty else "")

    def _on_changed(self) -> None:
        self._grow()
        if self.dirty:
            self._idle.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the text when the field is left."""
        super().focusOutEvent(event)
        self.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Take the height of one to four lines."""
        lines = 0
        block = self.document().begin()
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        shown = min(max(lines, 1), _MOST_LINES)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * shown + _FRAME)
