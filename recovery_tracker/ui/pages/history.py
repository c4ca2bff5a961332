"""What changed: the earlier versions of an entry, a session or the profile, and the way back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.kept import Version
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates, session_words
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.history_rows import (
    HistoryOf,
    entry_rows,
    profile_rows,
    session_rows,
)
from recovery_tracker.ui.models.session_summary import summary
from recovery_tracker.ui.reading_order import tab_through
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.entry_card import EntryCard
from recovery_tracker.ui.widgets.heat_strip import HeatStrip
from recovery_tracker.ui.widgets.history_card import HistoryCard
from recovery_tracker.ui.widgets.text import Text


class HistoryPage(ScrollPage):
    """Opened with a :class:`HistoryOf`; without one it tells of the profile."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("What changed"))
        self._snapshot: Snapshot | None = None
        self._of = HistoryOf()
        self._anew = True
        self.back = Button("", "outline", "chevron-left", self)
        self.add_action(self.back)
        self.entry = EntryCard(self)
        self.versions = HistoryCard(self)
        self.days = Card(_("What changed on a day"), self)
        self.strip = HeatStrip(_("Days of this session"), self)
        self.days.header.addWidget(Text(_("choose a day to see its versions"), "hint", self))
        self.days.body.addWidget(self.strip)
        self.body.addWidget(self.entry)
        self.body.addWidget(self.days)
        self.body.addWidget(self.versions)
        self.back.clicked.connect(self._leave)
        self.entry.moved.connect(self._move)
        self.entry.deleted.connect(self._delete)
        self.strip.opened.connect(self._open_day)
        self.versions.wanted.connect(self._bring_back)

    def open_at(self, place: object) -> None:
        """Tell the history of something."""
        if isinstance(place, HistoryOf):
            self._of = place
            self._anew = True
            self.area.verticalScrollBar().setValue(0)
            if self._snapshot is not None:
                self.show_snapshot(self._snapshot)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the versions anew; a session that is gone leaves its page empty."""
        self._snapshot = snapshot
        session = next((s for s in snapshot.sessions if s.id == self._of.session_id), None)
        self.entry.hide()
        self.days.hide()
        if session is None and self._of.session_id:
            self._show_gone()
        elif session is None:
            self._show_profile(snapshot)
        elif self._of.date is None:
            self._show_session(snapshot, session)
        else:
            recovery = self.live.ask(self.live.journal.recovery, session.id)
            if recovery is None:
                self._show_gone()
            else:
                self._show_entry(snapshot, recovery, self._of.date)
        self._anew = False
        tab_through((self.back, *self.entry.controls, self.strip, *self.versions.controls))

    def _show_entry(self, snapshot: Snapshot, recovery: Recovery, date: dt.date) -> None:
        session, entry = recovery.session, recovery.entry(date)
        day = session_words.day_name(session.day_of(date))
        self._say(
            _("What changed: {what}").format(what=day),
            dates.in_full(date),
            session_words.numbered(snapshot, session),
        )
        self.back.setText(_("Back to {day}").format(day=day))
        self.entry.setVisible(entry is not None)
        if entry is not None:
            self.entry.show_entry(session, date, snapshot.today, anew=self._anew)
        own = {item.code: item.label for item in (*snapshot.symptoms, *snapshot.care_items)}
        rows = entry_rows(entry, self._history(session.id, date), self._zone, own)
        self.versions.show_rows(rows, _("Nothing was logged on this day."), anew=self._anew)

    def _history(self, session_id: str | None, date: dt.date | None = None) -> tuple[Version, ...]:
        return self.live.ask(self.live.journal.history, session_id, date) or ()

    def _show_session(self, snapshot: Snapshot, session: Session) -> None:
        number = session_words.numbered(snapshot, session)
        self._say(_("What changed: {what}").format(what=number), session_words.in_full(session))
        self.back.setText(_("Back to Sessions"))
        recovery = self.live.ask(self.live.journal.recovery, session.id)
        if recovery is not None:
            self.days.show()
            self.strip.show_cells(summary(snapshot, recovery, ()).cells)
        rows = session_rows(session, self._history(session.id), self._zone)
        self.versions.show_rows(rows, "", anew=self._anew)

    def _show_profile(self, snapshot: Snapshot) -> None:
        self._say(_("What changed: {what}").format(what=_("your profile")), _("Settings"))
        self.back.setText(_("Back to Settings"))
        rows = profile_rows(snapshot.profile, self._history(None), self._zone)
        self.versions.show_rows(rows, _("Nothing was changed in your profile."), anew=self._anew)

    def _show_gone(self) -> None:
        self._say(_("What changed"), "")
        self.back.setText(_("Open Deleted items"))
        gone = _("This session was deleted. Bring it back under Deleted items in Settings.")
        self.versions.show_rows((), gone, anew=True)

    def _say(self, title: str, *parts: str) -> None:
        self.title.setText(title)
        self.area.setAccessibleName(title)
        self.subtitle.setText(session_words.SEPARATOR.join(parts))

    @property
    def _zone(self) -> dt.tzinfo | None:
        return self.live.journal.now.tzinfo

    # What the person does ------------------------------------------------------------------------

    def _leave(self) -> None:
        if self._of.date is not None and self._still_there():
            self.live.select(self._of.session_id)
            self.went.emit("today", self._of.date)
        elif self._of.session_id and not self._still_there():
            self.went.emit("settings", "deleted")
        elif self._of.session_id:
            self.went.emit("sessions", self._of.session_id)
        else:
            self.went.emit("settings", None)

    def _still_there(self) -> bool:
        sessions = self._snapshot.sessions if self._snapshot else ()
        return any(session.id == self._of.session_id for session in sessions)

    def _move(self, to: dt.date) -> None:
        """Move the entry and go with it; what is in the way is said under the field."""
        session_id, date = self._of.session_id, self._of.date
        if date is None:
            return
        try:
            self.live.journal.check_move(session_id, to)
        except RecoveryTrackerError as refused:
            self.entry.show_refused(refused.sentence)
            return
        before, self._of, self._anew = self._of, HistoryOf(session_id, to), True
        if not self.live.move_entry(session_id, date, to):
            self._of = before

    def _delete(self) -> None:
        if self._of.date is not None:
            self.live.delete_entry(self._of.session_id, self._of.date)

    def _open_day(self, date: dt.date) -> None:
        self.open_at(HistoryOf(self._of.session_id, date))

    def _bring_back(self, version: Entry | Session | Profile) -> None:
        if isinstance(version, Entry):
            self.live.put_entry(self._of.session_id, version)
        elif isinstance(version, Session):
            self.live.change_session(version)
        else:
            self.live.change_profile(version)
