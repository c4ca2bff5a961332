"""Settings of the reminder: whether, when, in the tray, at login, and on the phone."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _
from recovery_tracker.paths import data_folder
from recovery_tracker.ui import tray
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.autostart import autostart
from recovery_tracker.ui.models.reminder_words import chosen_time
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.check_box import CheckBox
from recovery_tracker.ui.widgets.form_rows import rule
from recovery_tracker.ui.widgets.setting_row import IconCard, SettingRow, told
from recovery_tracker.ui.widgets.switch import Switch
from recovery_tracker.ui.widgets.text import Text
from recovery_tracker.ui.widgets.time_input import TimeInput


class ReminderCard(IconCard):
    """What is chosen here holds at once.

    ``calendar_wanted`` asks for the calendar file, with whether names may stand in it; ``failed``
    carries an error that the window is to say.
    """

    calendar_wanted = Signal(bool)
    failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Reminder"), "bell", parent)
        folder = preferences().folder
        self._login = autostart(None if folder in (None, data_folder()) else folder)
        self._add_daily()
        self.body.addWidget(rule(self))
        self._add_staying()
        self.body.addWidget(rule(self))
        self._add_calendar()
        self.show_settings()
        preferences().changed.connect(self.show_settings)

    def _add_daily(self) -> None:
        self.on = Switch(_("Remind me once a day"), self)
        self.time = TimeInput(_("Time of the reminder"), self)
        self.error = Text("", "bold", self, wrap=True)
        self.error.hide()
        self.at = SettingRow(_("At"), self.time, self)
        self.body.addWidget(
            SettingRow(
                _("Remind me once a day"),
                self.on,
                self,
                hint=_("A quiet notification. Never a pop-up window."),
            )
        )
        self.body.addWidget(self.at)
        self.body.addWidget(self.error)
        later = _(
            "After day 14 once a week. When none is recorded for any symptom any more: one check "
            "each on days 21, 42 and 75."
        )
        self.body.addLayout(told(_("Later"), later, self))
        self.on.switched.connect(self._put_on)
        self.time.chosen.connect(self._put_time)
        self.time.misunderstood.connect(self._show_error)

    def _add_staying(self) -> None:
        self.keep = Switch(_("Keep running in the tray for reminders"), self)
        self.login = Switch(_("Start at login"), self)
        self.body.addWidget(
            SettingRow(
                _("Keep running in the tray for reminders"),
                self.keep,
                self,
                hint=_("Closing the window then leaves an icon in the tray. Its menu has Quit."),
            )
        )
        self.body.addWidget(
            SettingRow(
                _("Start at login"),
                self.login,
                self,
                hint=_("It waits in the tray; no window opens."),
            )
        )
        self.staying = Text("", "small", self, wrap=True)
        self.body.addWidget(self.staying)
        self.keep.switched.connect(self._put_keep)
        self.login.switched.connect(self._put_login)

    def _add_calendar(self) -> None:
        said = _(
            "A calendar file with the same times and your appointment, to send to yourself and "
            "open there."
        )
        self.body.addLayout(told(_("On your phone"), said, self))
        self.names = CheckBox(_("Name my clinic and this app in it"), self)
        self.body.addWidget(self.names)
        self.calendar = Button(
            _("Save a calendar file for my phone"), "outline", "calendar-plus", self, height=40
        )
        row = QHBoxLayout()
        row.addWidget(self.calendar)
        row.addStretch(1)
        self.body.addLayout(row)
        self.saved = Text("", "small", self, wrap=True)
        self.saved.hide()
        self.body.addWidget(self.saved)
        self.calendar.clicked.connect(self._ask_calendar)

    # What is shown ---------------------------------------------------------------------------

    def show_settings(self) -> None:
        """Show what holds now; what cannot be had here is said, not only greyed."""
        kept = preferences()
        on, there = kept.flag("reminder"), tray.available()
        stays = kept.flag("keep_in_tray")
        self.on.show_on(on)
        if not self.time.hasFocus() or self.time.text() == "":
            self.time.show_time(chosen_time())
        self.keep.show_on(stays)
        self.keep.setEnabled(stays or (on and there))
        starts = self._login.is_on()
        self.login.show_on(starts)
        self.login.setEnabled(starts or (on and there and stays))
        words = self._staying_words(there=there, on=on, stays=stays)
        self.staying.setText(words)
        for switch in (self.keep, self.login):
            switch.setToolTip("" if switch.isEnabled() else words)

    @staticmethod
    def _staying_words(*, there: bool, on: bool, stays: bool) -> str:
        if not there:
            return _(
                "This desktop has no tray. Closing the window ends the program, and reminders "
                "come only while it is open. The calendar file works without it."
            )
        if not on:
            return _("The reminder is off, so nothing needs to keep running.")
        if not stays:
            return _("Closing the window ends the program: reminders come only while it is open.")
        return _("Closing the window leaves the program in the tray until you quit it there.")

    def show_next(self, words: str) -> None:
        """Say when the next reminder comes."""
        self.at.show_hint(words)

    def show_calendar(self, possible: bool) -> None:
        """Say whether there is a session to make a calendar file for."""
        self.calendar.setEnabled(possible)
        why = _("Add a session first: its days are what the file holds.")
        self.calendar.setToolTip("" if possible else why)

    def say_saved(self, name: str) -> None:
        """Say that the calendar file is written."""
        words = _("Saved: {file}").format(file=name)
        self.saved.setText(words)
        self.saved.show()
        announce(self, words)

    def _show_error(self, text: str) -> None:
        sentence = _("“{text}” is not a time. Write it as 20:00.").format(text=text) if text else ""
        if not text and not self.time.text().strip():
            sentence = _("Write a time, such as 20:00.")
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.time.setAccessibleDescription(sentence)
        if sentence:
            announce(self.time, sentence)

    # What the person does ----------------------------------------------------------------------

    def _put_on(self, on: bool) -> None:
        if not on:
            self._start_at_login(False)
            preferences().put("keep_in_tray", False)
        preferences().put("reminder", on)

    def _put_time(self, time: dt.time) -> None:
        self._show_error("")
        preferences().put("reminder_time", f"{time:%H:%M}")

    def _put_keep(self, keep: bool) -> None:
        if not keep:
            self._start_at_login(False)
        preferences().put("keep_in_tray", keep)

    def _put_login(self, on: bool) -> None:
        self._start_at_login(on)
        self.show_settings()

    def _start_at_login(self, on: bool) -> None:
        try:
            if on:
                self._login.turn_on()
            elif self._login.is_on():
                self._login.turn_off()
        except StorageProblem as error:
            self.failed.emit(error)

    def _ask_calendar(self) -> None:
        self.calendar_wanted.emit(self.names.isChecked())
