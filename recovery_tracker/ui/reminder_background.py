"""Started at login: waits in the tray without a window, and reminds.

Only what the tray needs is loaded; the diary is read once a day, when the time has come, in a
thread. At login a tray may come later than the program, so it is waited for a minute. Where none
comes the program ends by itself: without a tray nobody could see it or end it.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.reminder_time import unread_text
from recovery_tracker.ui import tray as trays
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.reminder_timer import ReminderTimer

if TYPE_CHECKING:
    from recovery_tracker.domain.recovery import Session
    from recovery_tracker.domain.reminder import Reminder, Story

    Read = Callable[[], tuple[Sequence[Story], Sequence[Session]]]

TRAY_WITHIN_MS = 60_000
_LOOK_EVERY_MS = 1_000


class Background(QObject):
    """The program without a window.

    ``ended`` is emitted once: with ``None`` when nothing is left to do, or with the word of the
    start that wants the window ("" = the person's own diary).
    """

    ended = Signal(object)
    _was_read = Signal(object, object)
    _refused = Signal()

    def __init__(
        self,
        preferences: Preferences,
        clock: Callable[[], dt.datetime],
        read: Read,
        parent: QObject,
    ) -> None:
        """Prepare to wait; ``read`` opens the diary, reads it and closes it again."""
        super().__init__(parent)
        self._preferences = preferences
        self._clock = clock
        self._read = read
        self._worker: threading.Thread | None = None
        self.tray: trays.Tray | None = None
        self.timer = ReminderTimer(preferences, clock, self)
        self._since = QElapsedTimer()
        self._until_tray = QTimer(self)
        self._until_tray.setInterval(_LOOK_EVERY_MS)
        self._until_tray.timeout.connect(self.look_for_tray)
        self.timer.came.connect(self._look)
        self.timer.due.connect(self._remind)
        self.timer.timeout.connect(self._stay_reachable)
        self._was_read.connect(self.timer.answer)
        self._refused.connect(self._remind_unread)

    def begin(self) -> None:
        """Wait for the tray, then for the time; without a reminder there is nothing to wait for."""
        if not self._preferences.flag("reminder"):
            self._end(None)
            return
        self._since.start()
        self._until_tray.start()
        self.look_for_tray()

    def look_for_tray(self) -> None:
        """Take the tray when it is there; end when it does not come."""
        if trays.available():
            self._until_tray.stop()
            self.tray = trays.Tray(self)
            self.tray.opened.connect(self.open)
            self.tray.log_wanted.connect(self.open)
            self.tray.snoozed.connect(self._snooze)
            self.tray.quit_wanted.connect(self._quit)
            self.timer.wait()
        elif self._since.hasExpired(TRAY_WITHIN_MS):
            self._end(None)

    def _look(self) -> None:
        if self._worker is None or not self._worker.is_alive():
            self._worker = threading.Thread(target=self._read_diary, daemon=True)
            self._worker.start()

    def _read_diary(self) -> None:
        try:
            stories, sessions = self._read()
        except RecoveryTrackerError:
            self._refused.emit()
        else:
            self._was_read.emit(stories, sessions)

    def _remind(self, reminder: Reminder) -> None:
        self._notify(reminder.text)

    def _remind_unread(self) -> None:
        """Remind without the day's number: the diary is locked, or its disk is not there."""
        self.timer.answer((), ())
        self._notify(unread_text())

    def _notify(self, text: str) -> None:
        if self.tray is not None:
            self.tray.show_waiting(True)
            self.tray.notify(text)

    def _snooze(self) -> None:
        self.timer.snooze()
        if self.tray is not None:
            self.tray.show_waiting(False)

    def open(self) -> None:
        """Give way to the window."""
        self._end("")

    def answer_other_start(self, word: str) -> None:
        """Give way to the window that another start asks for."""
        self._end(word)

    def _quit(self) -> None:
        self._end(None)

    def _stay_reachable(self) -> None:
        """End a program that has lost its tray."""
        if not trays.available():
            self._end(None)

    def _end(self, wanted: str | None) -> None:
        self.timer.stop()
        self._until_tray.stop()
        if self._worker is not None:
            self._worker.join()
        if self.tray is not None:
            self.tray.take_away()
            self.tray = None
        self.ended.emit(wanted)
