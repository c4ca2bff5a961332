"""The date of a treatment: typed, picked, or near; with what another date does to the days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.recovery import LAST_PLANNED_DAYS, Recovery, check_session_date
from recovery_tracker.domain.session_move import moved_in_words
from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.widgets.chip_choice import ChipChoice
from recovery_tracker.ui.widgets.date_input import DateInput
from recovery_tracker.ui.widgets.form_rows import FormRow
from recovery_tracker.ui.widgets.text import Text

_OLDEST = dt.timedelta(days=365 * 20)


class SessionDate(FormRow):
    """``changed`` is emitted when another date was given, understood or not."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("When was the treatment?"), _("needed"), parent)
        self._today = dt.date.min
        self._recovery: Recovery | None = None
        self.date = DateInput(_("Date of the treatment"), self)
        self.near = ChipChoice(
            (("today", _("Today")), ("yesterday", _("Yesterday"))),
            _("Date of the treatment"),
            self,
            excludes=(("today", ("yesterday",)),),
        )
        self.shift = Text("", "small", self, wrap=True)
        self.question.setBuddy(self.date)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.date, 5)
        line.addWidget(self.near, 4)
        self.body.addLayout(line)
        self.body.addWidget(self.shift)
        self.date.chosen.connect(self._take_date)
        self.near.changed.connect(self._take_near)

    def show_session(self, recovery: Recovery | None, today: dt.date) -> None:
        """Show the date of a session that is changed, or an empty field for a new one."""
        self._recovery, self._today = recovery, today
        latest = today + dt.timedelta(days=LAST_PLANNED_DAYS)
        self.date.show_today(today, today - _OLDEST, latest)
        self.date.show_date(recovery.session.date if recovery else None)
        self._show_near()
        self.show_error("", self.date)
        self._show_shift("")

    def check(self, *, needed: bool = False) -> bool:
        """Say what is wrong with the date, or what it does to the days that are logged."""
        error, shift = "", ""
        if not self.date.understood:
            error = _("This is not a date. Write it like 14 November 2026, or pick it.")
        elif self.date.date is None:
            error = _("Give the date of the treatment; it may be planned.") if needed else ""
        else:
            try:
                check_session_date(self.date.date, self._today)
                shift = moved_in_words(self._recovery, self.date.date) if self._recovery else ""
            except InvalidValue as problem:
                error = problem.sentence
        self.show_error(error, self.date if needed else None)
        self._show_shift(shift)
        return not error

    def _show_shift(self, words: str) -> None:
        if words and words != self.shift.text():
            announce(self.shift, words)
        self.shift.setText(words)
        self.shift.setVisible(bool(words))

    def _show_near(self) -> None:
        near = {self._today: "today", self._today - dt.timedelta(days=1): "yesterday"}
        self.near.show_chosen([word for date, word in near.items() if date == self.date.date])

    def _take_date(self) -> None:
        self._show_near()
        self.check()
        self.changed.emit()

    def _take_near(self) -> None:
        chosen = self.near.chosen
        back = {"today": 0, "yesterday": 1}
        date = self._today - dt.timedelta(days=back[chosen[0]]) if chosen else None
        self.date.show_date(date)
        self.check()
        self.changed.emit()
