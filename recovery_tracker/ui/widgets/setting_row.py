"""A line of a settings card: what it is about at the left, its control at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.text import Text


class SettingRow(QWidget):
    """The row gives its control a buddy and a name; the control goes under it if it is wide.

    Attributes:
        hint: the words under the title; :meth:`show_hint` changes them.
    """

    def __init__(
        self,
        title: str,
        control: QWidget,
        parent: QWidget,
        *,
        hint: str = "",
        below: bool = False,
    ) -> None:
        super().__init__(parent)
        row = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight, self
        )
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 if below else 12)
        words = QVBoxLayout()
        words.setSpacing(0)
        label = Text(title, "strong", self, wrap=not below)
        label.setBuddy(control)
        words.addWidget(label)
        self._control = control
        self.hint = Text(hint, "small", self, wrap=True)
        self.hint.setVisible(bool(hint))
        words.addWidget(self.hint)
        row.addLayout(words, 0 if below else 1)
        if not control.accessibleName():
            control.setAccessibleName(title)
        if hint and not control.accessibleDescription():
            control.setAccessibleDescription(hint)
        if below:
            row.addWidget(control)
        else:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_hint(self, hint: str) -> None:
        """Say something else under the title."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._control.setAccessibleDescription(hint)


def told(title: str, words: str, parent: QWidget) -> QVBoxLayout:
    """Lay out a title with words under it, as in a row that has no control."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Text(title, "strong", parent))
    column.addWidget(Text(words, "small", parent, wrap=True))
    return column


class IconCard(Card):
    """A card whose title has an icon."""

    def __init__(self, title: str, icon: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.body.setSpacing(10)
        self._name = icon
        self._icon = QLabel(self)
        self.header.insertWidget(0, self._icon)
        self.header.setSpacing(10)
        theme().themed.connect(self._retheme)
        self._retheme()

    def _retheme(self) -> None:
        self._icon.setPixmap(theme().pixmap(self._name, "primary", 20))
