"""What stands on the Sessions page without a session: one card with the ways to begin."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.text import Text


class NoSession(Card):
    """Add a session, or look at the sample; what was deleted waits in Settings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("No session yet"), parent)
        self.add = Button(_("Add session"), "primary", "plus", self)
        self.sample = Button(_("Try with sample data"), "ghost", parent=self)
        self.body.addWidget(
            Text(
                _(
                    "Add your treatment, and each day after it gets a place to log. Only the date "
                    "is needed."
                ),
                "body",
                self,
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.sample)
        row.addStretch(1)
        self.body.addLayout(row)
