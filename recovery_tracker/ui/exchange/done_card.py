"""What an import has done, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.exchange.bringing import Brought
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import FlowRow
from recovery_tracker.ui.widgets.text import Text

_MOST = 5  # sentences to know; all of them are in the table


class DoneCard(Card):
    """One sentence of what came in; ``undone`` takes all of it back."""

    undone = Signal()
    left_out_wanted = Signal()
    days_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("It is in your diary"), parent)
        self._label = ""
        self.summary = Text("", "body", self, wrap=True)
        self.notices = Text("", "small", self, wrap=True)
        self.days = Button(_("See the days"), "primary", "recovery", self)
        self.left_out = Button(_("Show what was left out"), "outline", "list", self)
        self.undo = Button(_("Undo"), "outline", "undo", self)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.notices)
        self.body.addWidget(FlowRow((self.days, self.left_out, self.undo), self))
        self.undo.clicked.connect(self.undone)
        self.left_out.clicked.connect(self.left_out_wanted)
        self.days.clicked.connect(self.days_wanted)

    def show_brought(self, brought: Brought) -> None:
        """Say what came in."""
        self._label = brought.proposal.label
        self.show_title(_("It is in your diary"))
        self.summary.setText(brought.report.summary())
        self.notices.setText("\n".join(brought.notices[:_MOST]))
        self.notices.setVisible(bool(brought.notices))
        rows = brought.proposal.rows
        told = any(rows[part].rows for part in rows if part != "days")
        self.left_out.setVisible(told)
        self.undo.setText(_("Undo"))
        self.undo.setAccessibleName(_("Undo: {what}").format(what=self._label))
        announce(self, self.summary.text())

    def show_undo(self, label: str) -> None:
        """Offer to take it back while it is the latest change; say when it was taken back."""
        if not self._label:
            return
        there = label == self._label
        if not there and self.undo.isEnabled() and self.isVisible():
            self.show_title(_("It was taken back"))
            self.summary.setText(_("Nothing of this file is in your diary now."))
            self.notices.hide()
            announce(self, self.summary.text())
        elif there:
            self.show_title(_("It is in your diary"))
        self.undo.setVisible(there)
        self.undo.setEnabled(there)
        self.days.setVisible(there)
        self.left_out.setVisible(there and not self.left_out.isHidden())
