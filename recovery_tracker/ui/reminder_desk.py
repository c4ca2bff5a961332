"""Reminds in and around the window: strip, title, tray icon, and whether closing it ends all.

While the window is in use nothing is shown: the person is here already, and nothing may move
under the pointer. The strip comes when they turn to something else and the day is still open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from recovery_tracker.domain.reminder_time import unread_text
from recovery_tracker.i18n import _

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from recovery_tracker.domain.reminder import Reminder, Story
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.ui.main_window import MainWindow
    from recovery_tracker.ui.preferences import Preferences
    from recovery_tracker.ui.reminder_strip import ReminderStrip
    from recovery_tracker.ui.reminder_timer import ReminderTimer
    from recovery_tracker.ui.tray import Tray


class ReminderDesk(QObject):
    """What a reminder does to one window.

    ``quit_wanted`` is emitted when the program is to end although the window is closed already.
    """

    quit_wanted = Signal()

    def __init__(
        self, window: MainWindow, preferences: Preferences, clock: Callable[[], dt.datetime]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._clock = clock
        self.tray: Tray | None = None
        self.pending: Reminder | None = None
        self.timer: ReminderTimer
        self.strip: ReminderStrip

    def begin(self) -> None:
        """Begin to wait; the window is furnished, and what this needs is loaded only now."""
        from recovery_tracker.ui.diary_lock import diary_lock
        from recovery_tracker.ui.reminder_strip import ReminderStrip
        from recovery_tracker.ui.reminder_timer import ReminderTimer

        window = self._window
        self.timer = ReminderTimer(self._preferences, self._clock, self)
        self.strip = ReminderStrip(window.content)
        window.content.put_above(self.strip)
        self.strip.log_wanted.connect(self.log)
        self.strip.snoozed.connect(self.snooze)
        self.strip.closed.connect(self._let_be)
        self.timer.came.connect(self._look)
        self.timer.due.connect(self._remind)
        self.timer.timeout.connect(self._stay_reachable)
        window.live.changed.connect(self._show_snapshot)
        window.menus.quit.triggered.connect(self.quit_wanted)
        self._preferences.changed.connect(self._follow)
        diary_lock().changed.connect(self._follow_lock)
        self._app().applicationStateChanged.connect(self._turn_away)
        self._show_tray()
        self.timer.wait()

    # The time has come ------------------------------------------------------------------------

    def _look(self) -> None:
        window = self._window
        snapshot = window.live.snapshot
        if window.shows_sample:
            return
        if window.live.is_open and snapshot is not None:
            self.timer.answer(self._stories(snapshot), snapshot.sessions)
        elif window.locked:  # what the day is cannot be known
            self.timer.answer((), ())
            if not self._in_use():
                self._notify(unread_text())

    def _stories(self, snapshot: Snapshot) -> tuple[Story, ...]:
        from recovery_tracker.ui.models.reminder_stories import stories

        return stories(snapshot, self._clock().date(), self._window.live.journal.recovery)

    def _remind(self, reminder: Reminder) -> None:
        self.pending = reminder
        self._show_pending()
        if not self._in_use():
            self._show_strip()
            self._notify(reminder.text)

    def _in_use(self) -> bool:
        return not self._window.isHidden() and QApplication.activeWindow() is not None

    def _notify(self, text: str) -> None:
        from recovery_tracker.ui import tray

        if self.tray is not None:
            self.tray.notify(text)
        elif QApplication.platformName() in ("xcb", "wayland"):
            tray.notify_without_tray(text)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        """Take the reminder away when its day is logged, or over."""
        if self.pending is None:
            return
        from recovery_tracker.domain.reminder import reminder_on

        today = self._clock().date()
        still = reminder_on(self._stories(snapshot), snapshot.sessions, today)
        if still is None or today != self.pending.date:
            self._let_be()

    # What is shown ----------------------------------------------------------------------------

    def _show_pending(self) -> None:
        plain = _("Recovery Tracker")
        waiting = self.pending is not None
        title = _("Not logged yet today – {app}").format(app=plain) if waiting else plain
        self._window.setWindowTitle(title)
        if self.tray is not None:
            self.tray.show_waiting(waiting)
        if not waiting:
            self.strip.show_reminder(None)

    def _show_strip(self) -> None:
        if self.pending is not None:
            self.strip.show_reminder(self.pending)

    def _turn_away(self, state: Qt.ApplicationState) -> None:
        """Show the strip while the person is elsewhere, to be seen on coming back."""
        from PySide6.QtCore import Qt  # 18 ms: after the first paint

        if state is not Qt.ApplicationState.ApplicationActive:
            self._show_strip()

    # What the person does ---------------------------------------------------------------------

    def log(self) -> None:
        """Bring the window to the front at the day to be logged."""
        window, reminder = self._window, self.pending
        window.raise_to_front()
        snapshot = window.live.snapshot
        if snapshot is None:
            return
        on_screen = snapshot.session.id if snapshot.session is not None else ""
        if reminder is not None and reminder.session_id not in ("", on_screen):
            window.live.select(reminder.session_id)
        window.go("today", snapshot.today)
        self.strip.show_reminder(None)

    def open(self) -> None:
        """Bring the window to the front as it was left."""
        self._window.raise_to_front()

    def snooze(self) -> None:
        """Remind of it in an hour."""
        self.timer.snooze()
        self._let_be()

    def _let_be(self) -> None:
        self.pending = None
        self._show_pending()

    # The tray ---------------------------------------------------------------------------------

    def _follow(self, key: str) -> None:
        if key in ("reminder", "keep_in_tray"):
            self._show_tray()
        if key == "reminder" and not self._preferences.flag("reminder"):
            self._let_be()

    def _follow_lock(self) -> None:
        """Take strip and title away with the diary: they tell of its day."""
        if self._window.locked and self.pending is not None:
            self._let_be()

    def _show_tray(self) -> None:
        """Have an icon while the reminder is on, and say what closing the window means."""
        from recovery_tracker.ui import tray

        wanted = self._preferences.flag("reminder") and tray.available()
        if wanted and self.tray is None:
            self.tray = tray.Tray(self)
            self.tray.opened.connect(self.open)
            self.tray.log_wanted.connect(self.log)
            self.tray.snoozed.connect(self.snooze)
            self.tray.quit_wanted.connect(self.quit_wanted)
            self.tray.show_waiting(self.pending is not None)
        elif not wanted and self.tray is not None:
            self.tray.take_away()
            self.tray = None
        stays = self.tray is not None and self._preferences.flag("keep_in_tray")
        QApplication.setQuitOnLastWindowClosed(not stays)

    def _stay_reachable(self) -> None:
        """End a program that has neither a window nor a tray any more."""
        self._show_tray()
        if self._window.isHidden() and self.tray is None:
            self.quit_wanted.emit()

    def end(self) -> None:
        """Take the icon away."""
        if self.tray is not None:
            self.tray.take_away()
            self.tray = None
        QApplication.setQuitOnLastWindowClosed(True)

    @staticmethod
    def _app() -> QApplication:
        return cast("QApplication", QApplication.instance())
