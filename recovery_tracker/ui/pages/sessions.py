"""All sessions, newest first, and the last twelve months at a glance."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates, session_words
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.session_summary import summary
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.session_panel import SessionPanel
from recovery_tracker.ui.widgets.text import Text
from recovery_tracker.ui.widgets.year_strip import RampLegend, Tick, YearStrip

_AT_FIRST = 6  # sessions on screen before "Show more"


class SessionsPage(ScrollPage):
    """The list of sessions, with what can be done with each."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Sessions"))
        self._shown = _AT_FIRST
        self._with_archived = False
        self.panels: list[SessionPanel] = []
        self.add = Button(_("Add session"), "primary", "plus", self)
        self.add.setToolTip(_("Add a session (Ctrl+N)"))
        self.add_action(self.add)
        self.year = YearStrip(self)
        self._year_card = Card(_("The last 12 months"), self)
        self._year_card.header.addWidget(RampLegend(self))
        self._year_card.body.addWidget(self.year)
        self.empty = _Empty(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.more = Button("", "ghost", "chevron-down", self)
        self.archive = Button("", "ghost", "archive", self)
        self.body.addWidget(self._year_card)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._list)
        below = QHBoxLayout()
        below.addWidget(self.more)
        below.addWidget(self.archive)
        below.addStretch(1)
        self.body.addLayout(below)
        self.add.clicked.connect(self._add)
        self.archive.clicked.connect(self._show_archive)
        self.empty.add.clicked.connect(self._add)
        self.empty.sample.clicked.connect(self._try_sample)
        self.more.clicked.connect(self._show_more)
        self.year.chosen.connect(self.open_at)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the sessions, newest first."""
        self._snapshot = snapshot
        count = len(snapshot.sessions)
        self.subtitle.setText(
            ngettext("{n} session", "{n} sessions", count).format(n=count)
            + session_words.SEPARATOR
            + _("numbers are sums of eight ratings, 0 to 32")
        )
        self.subtitle.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        listed = [s for s in reversed(snapshot.sessions) if self._with_archived or not s.archived]
        recoveries = self._read(snapshot, listed[: self._shown])
        self._show_panels(snapshot, recoveries)
        self._show_year(snapshot, recoveries)
        archived = sum(session.archived for session in snapshot.sessions)
        self.archive.setVisible(archived > 0)
        self.archive.setText(
            _("Hide archived sessions")
            if self._with_archived
            else ngettext(
                "Show {n} archived session", "Show {n} archived sessions", archived
            ).format(n=archived)
        )
        rest = len(listed) - len(recoveries)
        self.more.setVisible(rest > 0)
        self.more.setText(
            ngettext("Show {n} earlier session", "Show {n} earlier sessions", rest).format(n=rest)
        )

    def _read(self, snapshot: Snapshot, sessions: list[Session]) -> list[Recovery]:
        known = {snapshot.recovery.session.id: snapshot.recovery} if snapshot.recovery else {}
        known |= {earlier.session.id: earlier for earlier in snapshot.earlier}
        read: list[Recovery] = []
        for session in sessions:
            try:
                read.append(known.get(session.id) or self.live.journal.recovery(session.id))
            except NotFound:  # deleted from outside; the next refresh leaves it out
                continue
        return read

    def _show_panels(self, snapshot: Snapshot, recoveries: list[Recovery]) -> None:
        while len(self.panels) < len(recoveries):
            panel = SessionPanel(self)
            panel.asked.connect(self._on_asked)
            panel.day_opened.connect(self._open_day)
            self._list.addWidget(panel)
            self.panels.append(panel)
        for panel in self.panels[len(recoveries) :]:
            panel.hide()
        for panel, recovery in zip(self.panels, recoveries, strict=False):
            session_id = recovery.session.id
            here = snapshot.session is not None and snapshot.session.id == session_id
            warnings = (
                snapshot.warnings if here else self.live.journal.warnings(session_id=session_id)
            )
            panel.show_summary(summary(snapshot, recovery, warnings))
            panel.show()

    def _show_year(self, snapshot: Snapshot, recoveries: list[Recovery]) -> None:
        self._year_card.setVisible(bool(snapshot.sessions))
        current = snapshot.session
        ticks = [
            Tick(
                session.id,
                session.date,
                _("{session}, now").format(session=session_words.numbered(snapshot, session))
                if session == current
                else session_words.numbered(snapshot, session),
                f"{session_words.numbered(snapshot, session)}, {dates.in_full(session.date)}",
            )
            for session in snapshot.sessions
        ]
        sums = {
            entry.date: entry.total
            for recovery in reversed(recoveries)
            for entry in recovery.entries
            if entry.total is not None
        }
        self.year.show_year(snapshot.today, ticks, sums)

    def open_at(self, place: object) -> None:
        """Bring a session's card into view, by its id."""
        for panel in self.panels:
            if panel.shown is not None and panel.shown.session_id == place:
                self.area.ensureWidgetVisible(panel, 0, 12)
                panel.strip.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the person does ------------------------------------------------------------------------

    def _add(self) -> None:
        self.went.emit("add_session", "new")

    def _try_sample(self) -> None:
        self.went.emit("sample", None)

    def _show_more(self) -> None:
        self._shown += _AT_FIRST
        self.show_snapshot(self._snapshot)

    def _show_archive(self) -> None:
        self._with_archived = not self._with_archived
        self.show_snapshot(self._snapshot)

    def _on_asked(self, what: str, session_id: str) -> None:
        if what == "edit":
            self.went.emit("add_session", session_id)
        elif what == "archive":
            session = next(s for s in self._snapshot.sessions if s.id == session_id)
            self.live.archive_session(session_id, not session.archived)
        elif what == "delete":
            self.live.delete_session(session_id)
        elif what == "compare":
            self.went.emit("recovery", None)
        elif self._select(session_id):
            self.went.emit("report" if what == "report" else "today", None)

    def _open_day(self, session_id: str, date: dt.date) -> None:
        if self._select(session_id):
            self.went.emit("today", date)

    def _select(self, session_id: str) -> bool:
        here = self._snapshot.session
        return (here is not None and here.id == session_id) or self.live.select(session_id)


class _Empty(Card):
    """What stands here without a session."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("No session yet"), parent)
        self.add = Button(_("Add session"), "tonal", "plus", self)
        self.sample = Button(_("Try with sample data"), "ghost", parent=self)
        self.body.addWidget(
            Text(
                _(
                    "Add your treatment, and each day after it gets a place to log. Only the date "
                    "is needed."
                ),
                "body",
                self,
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.sample)
        row.addStretch(1)
        self.body.addLayout(row)
