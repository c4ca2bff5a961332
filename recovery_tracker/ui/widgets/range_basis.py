"""The mark beside a usual range: what it rests on, and the sources when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.models import range_words
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.text import Text


class RangeBasis(QWidget):
    """One line, and a button that unfolds the sources under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = Button(_("Sources"), "ghost", "chevron-down", self, height=28)
        self.toggle.setCheckable(True)
        self.toggle.setAccessibleName(_("Sources of the usual range"))
        self._note = Text("", "hint", self)
        self._words = Text(range_words.in_short(), "hint", self, wrap=True)
        self.texts = (self._note, self._words)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sources = Text("", "small", self, wrap=True)
        self.sources.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sources.hide()
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._note)
        line.addSpacing(16)
        line.addWidget(self._words, 1)
        line.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.sources)
        self.toggle.clicked.connect(self._unfold)

    def show_basis(self, sources: Sequence[str], note: str = "") -> None:
        """Take other sources; without any there is no range to speak of.

        ``note`` stands at the left of the line.
        """
        self._note.setText(note)
        self._words.setVisible(bool(sources))
        self.toggle.setVisible(bool(sources))
        self.sources.setText("\n".join(sources))
        self.setVisible(bool(sources or note))
        if not sources:
            self.toggle.setChecked(False)
        self._unfold()

    def _unfold(self) -> None:
        unfolded = self.toggle.isChecked()
        self.sources.setVisible(unfolded)
        self.toggle.show_kind("ghost", icon="chevron-up" if unfolded else "chevron-down")
