"""The strip in the window that reminds of a day that is not logged yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.domain.reminder import Reminder


class ReminderStrip(QFrame):
    """Quiet: it takes no focus and stays until the day is logged or it is closed."""

    log_wanted = Signal()
    snoozed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reminder")
        self._icon = Text("", "body", self)
        self.words = Text("", "strong", self, tone="on_tint", wrap=True)
        self.log = Button(_("Log today"), "outline", parent=self, height=34)
        self.snooze = Button(_("Snooze an hour"), "ghost", "clock", self, height=34)
        self.close_ = Button("", "ghost", "x", self, name=_("Close the reminder"), height=34)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 5, 16, 5)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        for button in (self.log, self.snooze, self.close_):
            row.addWidget(button)
        self.log.clicked.connect(self.log_wanted)
        self.snooze.clicked.connect(self.snoozed)
        self.close_.clicked.connect(self.closed)
        theme().themed.connect(self.retheme)
        self.retheme()
        self.hide()

    def show_reminder(self, reminder: Reminder | None) -> None:
        """Remind of a day, or go."""
        said = " ".join(filter(None, (reminder.text, reminder.question))) if reminder else ""
        self.words.setText(said)
        self.setAccessibleName(said)
        self.setVisible(reminder is not None)

    def retheme(self) -> None:
        """Take the theme's colours."""
        colour = theme().colours
        self._icon.setPixmap(theme().pixmap("bell", "on_tint", 20))
        self.setStyleSheet(
            f"#reminder {{ background: {colour.tint}; border-bottom: 1px solid {colour.band_line}; "
            f"}}"
        )
