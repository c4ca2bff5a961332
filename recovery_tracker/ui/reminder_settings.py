"""What the reminder's card on the Settings page needs of the diary: the next one, and its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.reminder import Story
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.reminder_stories import stories
from recovery_tracker.ui.models.reminder_words import chosen_time, next_words
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.save_dialog import SaveDialog
from recovery_tracker.ui.widgets.reminder_card import ReminderCard

_FILE = "calendar.ics"  # the name tells nobody what it is about


class ReminderSettings(QObject):
    """Between the card and the diary; ``failed`` carries what could not be done."""

    failed = Signal(object)

    def __init__(self, card: ReminderCard, live: LiveJournal) -> None:
        super().__init__(card)
        self._card = card
        self._live = live
        self._names = False
        self._stories: tuple[Story, ...] = ()
        self._snapshot: Snapshot | None = None
        self.dialog = SaveDialog(
            card, _("Save a calendar file for my phone"), _("Calendar file"), "ics"
        )
        card.calendar_wanted.connect(self._ask)
        card.failed.connect(self.failed)
        self.dialog.chosen.connect(self.save)
        preferences().changed.connect(self._show_next)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the diary lets come next."""
        journal = self._live.journal
        self._snapshot = snapshot
        self._stories = stories(snapshot, journal.now.date(), journal.recovery)
        self._card.show_calendar(self._session() is not None)
        self._show_next()

    def _show_next(self, _key: str = "") -> None:
        if self._snapshot is not None and self._live.is_open:
            now = self._live.journal.now
            self._card.show_next(next_words(self._stories, self._snapshot, now))

    def _session(self) -> Session | None:
        """The newest session that is not put away: the one whose days go on."""
        sessions = self._snapshot.sessions if self._snapshot is not None else ()
        return next((s for s in reversed(sessions) if not s.archived), None)

    def _ask(self, names: bool) -> None:
        self._names = names
        self.dialog.ask(_FILE)

    def save(self, path: Path) -> None:
        """Write the calendar file."""
        from recovery_tracker.exchange.reminder_calendar import CalendarPlan, write_calendar

        session, snapshot = self._session(), self._snapshot
        if session is None or snapshot is None:
            return
        plan = CalendarPlan(
            session, snapshot.profile, chosen_time(), self._live.journal.now, self._names
        )
        try:
            write_calendar(plan, path)
        except RecoveryTrackerError as error:
            self.failed.emit(error)
        else:
            self._card.say_saved(path.name)
