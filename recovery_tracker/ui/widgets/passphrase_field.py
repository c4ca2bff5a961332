"""A field for a passphrase: hidden unless shown, and open to paste and to password managers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.form_rows import text_field

_LONGEST = 4_096


class PassphraseField(QWidget):
    """A line with a button beside it that shows or hides what is typed.

    ``entered`` is emitted on Enter, ``edited`` when the person changes the text.
    """

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.line = text_field(name, parent=self)
        self.line.setMaxLength(_LONGEST)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.show_it = Button("", "outline", "eye", self, name=_("Show"))
        self.show_it.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_it)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self.edited)
        self.show_it.toggled.connect(self._show)
        self._show(False)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and the way back to it."""
        self.line.setText("")  # clear() could be undone
        self.show_it.setChecked(False)

    def _show(self, shown: bool) -> None:
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.line.setEchoMode(normal if shown else hidden)
        self.show_it.show_kind("outline", icon="eye-off" if shown else "eye")
        words = _("Hide: {field}") if shown else _("Show: {field}")
        self.show_it.setAccessibleName(words.format(field=self._name))
        self.show_it.setToolTip(_("Hide") if shown else _("Show"))
