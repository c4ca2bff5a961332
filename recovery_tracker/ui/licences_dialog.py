"""The licences of everything the program is made of, to be read; only the messages open it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.resources import resource
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.text import Text

_SIZE = (720, 560)


class LicencesDialog(QDialog):
    """A list of the parts with their licences, then each licence in full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Licences"))
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("licences")
        self.text.setAccessibleName(_("Licences"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setPlainText(_read())
        close = Button(_("Close"), "primary", parent=self)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(_("Licences"), "title", self))
        column.addWidget(self.text, 1)
        column.addLayout(row)
        width, height = (theme().px(side) for side in _SIZE)
        room = parent.window().size()
        self.resize(min(width, room.width() - 40), min(height, room.height() - 40))
        self.text.setFocus()


def _read() -> str:
    """Return the licences of what the program rests on."""
    return resource("licences", "THIRD-PARTY.txt").read_text(encoding="utf-8")
