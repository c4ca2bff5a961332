"""Rows of a form: a question, a hint, its controls, and an error in words under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.widgets.flow_layout import FlowLayout
from recovery_tracker.ui.widgets.text import Text


class FormRow(QWidget):
    """A question with its controls; ``body`` takes them."""

    def __init__(self, question: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = Text("", "bold", self, wrap=True)
        self._error.hide()
        self.question = Text(question, "strong", self)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.question)
        head.addWidget(Text(hint, "hint", self), 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(head)
        column.addLayout(self.body)
        column.addWidget(self._error)

    def add(self, *widgets: QWidget) -> None:
        """Put controls side by side under the question; they wrap where there is no room."""
        self.body.addWidget(FlowRow(widgets, self))

    @property
    def error(self) -> str:
        """What is wrong, in words."""
        return self._error.text() if not self._error.isHidden() else ""

    def show_error(self, sentence: str, control: QWidget | None = None) -> None:
        """Say what is wrong and how to mend it, and go to the control; empty = nothing is."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if control is not None:
            control.setAccessibleDescription(sentence)
            if sentence:
                control.setFocus(Qt.FocusReason.OtherFocusReason)
                announce(control, sentence)


class FlowRow(QWidget):
    """Controls side by side that wrap where there is no room."""

    def __init__(self, widgets: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, gap=8, line_gap=6)
        for widget in widgets:
            flow.addWidget(widget)


def rule(parent: QWidget) -> QFrame:
    """Make a thin line between rows."""
    line = QFrame(parent)
    line.setProperty("rule", True)
    return line


def text_field(name: str, placeholder: str = "", parent: QWidget | None = None) -> QLineEdit:
    """Make a field for a line of text."""
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setTextMargins(4, 0, 4, 0)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return field


def parts(text: str) -> list[str]:
    """Take a list apart that a person wrote with commas."""
    return [part.strip() for part in text.split(",") if part.strip()]
