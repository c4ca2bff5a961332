"""One line under the chart: this session beside the one before, and the way to more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.i18n import _, ngettext
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.text import Text


class BesideLine(QWidget):
    """``compare_asked`` and ``more_asked`` lead to where sessions stand side by side."""

    compare_asked = Signal()
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Text("", "hint", self, wrap=True)
        self.compare = Button(_("Compare"), "ghost", "columns-2", self, height=28)
        self.more = Button("", "ghost", parent=self, height=28)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.compare)
        line.addWidget(self.more)
        self.compare.clicked.connect(self.compare_asked)
        self.more.clicked.connect(self.more_asked)

    def show_beside(self, sentence: str, session: str, older: int) -> None:
        """Say how this session went beside another, and how many older ones there are."""
        self.sentence.setText(sentence)
        self.compare.setAccessibleName(_("Compare with {session}").format(session=session))
        self.compare.setToolTip(_("Compare with {session}").format(session=session))
        self.more.setText(ngettext("{n} more session", "{n} more sessions", older).format(n=older))
        self.more.setVisible(bool(older))
