"""What can be done with a whole entry: give it the date it belongs to, or delete it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY, LAST_DAY, Session
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.date_input import DateInput
from recovery_tracker.ui.widgets.form_rows import FormRow


class EntryCard(Card):
    """``moved`` carries the date the person wants it to have; ``deleted`` asks to delete it."""

    moved = Signal(object)
    deleted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("This entry"), parent)
        self._date = dt.date.min
        self.row = FormRow(_("Logged on the wrong date?"), _("all of it goes to the other day"))
        self.date = DateInput(_("The date the entry belongs to"), self)
        self.move_it = Button(_("Move the entry"), "tonal", "calendar", self, height=40)
        self.delete_it = Button(_("Delete the entry"), "ghost", "trash", self, height=40)
        self.row.question.setBuddy(self.date)
        self.row.add(self.date, self.move_it, self.delete_it)
        self.body.addWidget(self.row)
        self.move_it.clicked.connect(self._on_move)
        self.date.returnPressed.connect(self._on_move)
        self.delete_it.clicked.connect(self.deleted)
        self.delete_it.setToolTip(_("It can be brought back for 30 days."))
        self.date.setMinimumWidth(self.date.theme.px(270))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in reading order."""
        return (self.date, self.date.opener, self.move_it, self.delete_it)

    def show_entry(self, session: Session, date: dt.date, today: dt.date, *, anew: bool) -> None:
        """Show whose entry it is; ``anew`` empties the field."""
        self._date = date
        first = session.date + dt.timedelta(days=FIRST_BASELINE_DAY)
        last = min(today, session.date + dt.timedelta(days=LAST_DAY))
        self.date.show_today(today, first, last)
        if anew:
            self.date.show_date(None)
            self.show_refused("")

    def show_refused(self, sentence: str) -> None:
        """Say under the field why it cannot have that date."""
        self.row.show_error(sentence, self.date)

    def _on_move(self) -> None:
        self.date.take()
        if not self.date.understood:
            self.show_refused(_("This is not a date. Write it like 14 November 2026, or pick it."))
        elif self.date.date is None:
            self.show_refused(_("Give the date the entry belongs to."))
        elif self.date.date == self._date:
            self.show_refused(_("The entry has this date already. Give another one."))
        else:
            self.show_refused("")
            self.moved.emit(self.date.date)
