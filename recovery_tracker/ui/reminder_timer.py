"""Waits for the time of day at which the patient wants to be reminded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from recovery_tracker.domain.reminder_time import is_time, next_look

if TYPE_CHECKING:
    from recovery_tracker.domain.recovery import Session
    from recovery_tracker.domain.reminder import Story
    from recovery_tracker.ui.preferences import Preferences

AT_LAST = dt.timedelta(minutes=15)
SNOOZE = dt.timedelta(hours=1)


class ReminderTimer(QTimer):
    """Asks for the diary once a local date, and says what it reminds of.

    ``came`` is emitted when it is time to look: whoever has the diary calls :meth:`answer`.
    ``due`` then carries a :class:`Reminder`, if there is one. A clock that was turned, a computer
    that slept, another time zone: the time is looked at every quarter of an hour at least.
    """

    came = Signal()
    due = Signal(object)

    def __init__(
        self, preferences: Preferences, clock: Callable[[], dt.datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._clock = clock
        self._looked_on: dt.date | None = None
        self._before: dt.date | None = None  # the reminder before the latest one
        self._snoozed: dt.datetime | None = None
        self.setSingleShot(True)
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.timeout.connect(self.look)
        preferences.changed.connect(self._follow)

    @property
    def at(self) -> dt.time:
        """The time of day the patient chose."""
        return dt.time.fromisoformat(self._preferences.text("reminder_time"))

    @property
    def reminded_on(self) -> dt.date | None:
        """The local date of the latest reminder."""
        try:
            return dt.date.fromisoformat(self._preferences.text("reminded_on"))
        except ValueError:
            return None

    @property
    def looked_on(self) -> dt.date | None:
        """The local date on which it was looked, or reminded, last."""
        return max(filter(None, (self._looked_on, self.reminded_on)), default=None)

    def left(self) -> dt.timedelta:
        """Return how long it is until the time has come; nothing when it has."""
        now = self._clock()
        moment = self._snoozed or next_look(now, self.at, self.looked_on)
        # in one zone Python would compare the hands of the clocks, not the moments
        return max(moment.astimezone(dt.UTC) - now.astimezone(dt.UTC), dt.timedelta())

    def wait(self) -> None:
        """Begin to wait, or begin anew; nothing is waited for while the reminder is off."""
        self.stop()
        if self._preferences.flag("reminder"):
            self.start(round(min(self.left(), AT_LAST).total_seconds() * 1000))

    def look(self) -> None:
        """Ask for the diary if the time has come, and wait on."""
        now = self._clock()
        if self._snoozed is not None:
            asks = not self.left()
            if self._looked_on is not None and now.date() > self._looked_on:
                self._snoozed, asks = None, False  # a new day has a reminder of its own
        else:
            asks = is_time(now, self.at, self.looked_on)
        if asks:
            self.came.emit()
        if asks and not self.left():  # nobody has the diary now
            self.start(round(AT_LAST.total_seconds() * 1000))
        else:
            self.wait()

    def answer(self, stories: Sequence[Story], sessions: Sequence[Session]) -> None:
        """Take the diary as it is now: remind of what it says, once."""
        from recovery_tracker.domain.reminder import reminder_on  # rules come after the window

        today = self._clock().date()
        told = self._before if self._snoozed is not None else self.reminded_on
        self._snoozed, self._looked_on = None, today
        found = reminder_on(stories, sessions, today, told)
        if found is not None:
            self._before = told
            self._preferences.put("reminded_on", today.isoformat())
            self.due.emit(found)
        self.wait()

    def snooze(self) -> None:
        """Remind of the same once more, an hour from now."""
        self._snoozed = self._clock() + SNOOZE
        self.wait()

    def _follow(self, key: str) -> None:
        if key in ("reminder", "reminder_time"):
            self._snoozed = None
            self.wait()
