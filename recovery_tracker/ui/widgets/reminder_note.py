"""Beside the form: whether the program reminds the person to log, and where that is changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.setting_row import IconCard
from recovery_tracker.ui.widgets.text import Text


class ReminderNote(IconCard):
    """Says what is set; it changes nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "bell", parent)
        self.words = Text("", "small", self, wrap=True)
        self.body.addWidget(self.words)
        self.show_reminder()

    def show_reminder(self) -> None:
        """Say what is set now."""
        kept = preferences()
        if kept.flag("reminder"):
            self.show_title(_("Daily reminder at {time}").format(time=kept.text("reminder_time")))
            self.words.setText(_("30 seconds a day. You can change this in Settings."))
        else:
            self.show_title(_("No daily reminder"))
            self.words.setText(_("Logging takes 30 seconds a day. You can set one in Settings."))
