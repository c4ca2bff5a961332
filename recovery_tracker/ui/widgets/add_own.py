"""Adding a symptom or care item of one's own where it is used: a button, then a line to type in."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button

_LONGEST = 60  # characters


class AddOwn(QWidget):
    """The line; hidden until :meth:`open`, and made then.

    ``added`` carries the name that was typed; ``opened`` is emitted when the line has come into
    sight. It closes when the name is among those that are kept, so that a name that was refused
    stays to be mended.
    """

    field: _Line
    add: Button

    added = Signal(str)
    opened = Signal()

    def __init__(self, name: str, example: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted = ""
        self._name, self._example = name, example
        self.hide()

    def _make(self) -> None:
        self.field = _Line(self._name, self._example, self)
        add = _("Add")
        self.add = Button(add, "tonal", parent=self, name=f"{add}: {self._name}", height=34)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        self.add.clicked.connect(self._add)
        self.field.returnPressed.connect(self._add)

    def open(self) -> None:
        """Ask for a name; asked again, ask no more."""
        if self.isHidden():
            if self.layout() is None:
                self._make()
            self.show()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.opened.emit()
        else:
            self.close_line()

    def close_line(self) -> None:
        """Go, and forget what was typed."""
        self._wanted = ""
        if self.layout() is not None:
            self.field.clear()
        self.hide()

    def show_kept(self, labels: Collection[str]) -> bool:
        """Close if the name is kept by now; tell whether it was."""
        if self._wanted and self._wanted in labels:
            self.close_line()
            return True
        return False

    def _add(self) -> None:
        self._wanted = self.field.text().strip()
        if self._wanted:
            self.added.emit(self._wanted)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class _Line(QLineEdit):
    """The field; Esc closes the line, and leaves Esc to nobody else."""

    def __init__(self, name: str, example: str, line: AddOwn) -> None:
        super().__init__(line)
        self._line = line
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setMaxLength(_LONGEST)
        self.setTextMargins(4, 0, 4, 0)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's way back."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QKeyEvent.Type.KeyPress:
                self._line.close_line()
            event.accept()
            return True
        return super().event(event)
