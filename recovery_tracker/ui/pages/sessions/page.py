"""All sessions, newest first, and the last twelve months at a glance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates, session_words
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.models.session_summary import SessionSummary, summary
from recovery_tracker.ui.pages.sessions.empty import NoSession
from recovery_tracker.ui.pages.sessions.panels import PanelList
from recovery_tracker.ui.reading_order import tab_through
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.session_panel import SessionPanel
from recovery_tracker.ui.widgets.year_strip import DAYS, RampLegend, Tick, YearStrip

_AT_FIRST = 6  # sessions on screen before "Show more"


class SessionsPage(ScrollPage):
    """The list of sessions, with what can be done with each; archived ones fold at the end."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Sessions"))
        self._shown = _AT_FIRST
        self._with_archived = False
        self.add = Button(_("Add session"), "primary", "plus", self)
        self.add.setToolTip(_("Add a session (Ctrl+N)"))
        self.add_action(self.add)
        self.year = YearStrip(self)
        self._year_card = Card(_("The last 12 months"), self)
        self._year_card.header.addWidget(RampLegend(self))
        self._year_card.body.addWidget(self.year)
        self.empty = NoSession(self)
        self.listed, self.archived = PanelList(self), PanelList(self)
        self.more = Button("", "ghost", "chevron-down", self)
        self.archive = Button("", "ghost", "archive", self)
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.archive.clicked.connect(self._show_archive)
        self.empty.add.clicked.connect(self._add)
        self.empty.sample.clicked.connect(self._try_sample)
        self.more.clicked.connect(self._show_more)
        self.year.chosen.connect(self.open_at)
        for panels in (self.listed, self.archived):
            panels.asked.connect(self._on_asked)
            panels.day_opened.connect(self._open_day)

    def _lay_out(self) -> None:
        self.body.addWidget(self._year_card)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.listed)
        for button in (self.more, self.archive):
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            self.body.addLayout(line)
        self.body.addWidget(self.archived)

    @property
    def panels(self) -> list[SessionPanel]:
        """The panels on screen, from top to bottom."""
        every = (*self.listed.panels, *self.archived.panels)
        return [panel for panel in every if panel.isVisibleTo(self)]

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
        for part in (self.subtitle, self.add, self._year_card):
            part.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        newest_first = tuple(reversed(snapshot.sessions))
        listed = [session for session in newest_first if not session.archived]
        archived = [session for session in newest_first if session.archived]
        on_cards = [*listed[: self._shown], *(archived if self._with_archived else ())]
        recoveries = self._read(snapshot, on_cards)
        told = {
            s.id: self._told(snapshot, recoveries[s.id]) for s in on_cards if s.id in recoveries
        }
        self.listed.show_summaries([told[s.id] for s in listed if s.id in told])
        self.archived.show_summaries([told[s.id] for s in archived if s.id in told])
        self._show_rest(len(listed) - self._shown, len(archived))
        self._show_year(snapshot, recoveries)
        empty = (self.empty.add, self.empty.sample)
        below = (self.more, self.archive, *self.archived.controls)
        tab_through((self.add, self.year, *empty, *self.listed.controls, *below))

    def _show_rest(self, rest: int, archived: int) -> None:
        self.more.setVisible(rest > 0)
        self.more.setText(
            ngettext("Show {n} earlier session", "Show {n} earlier sessions", rest).format(n=rest)
        )
        words = (
            ngettext("Hide {n} archived session", "Hide {n} archived sessions", archived)
            if self._with_archived
            else ngettext("Show {n} archived session", "Show {n} archived sessions", archived)
        )
        self.archive.setText(words.format(n=archived))
        self.archive.setVisible(archived > 0)

    def _read(self, snapshot: Snapshot, on_cards: Sequence[Session]) -> dict[str, Recovery]:
        """Read what is on screen, by session: the cards, and the sessions of the year."""
        known = {snapshot.recovery.session.id: snapshot.recovery} if snapshot.recovery else {}
        known |= {earlier.session.id: earlier for earlier in snapshot.earlier}
        a_year_ago = snapshot.today - dt.timedelta(days=DAYS)
        read: dict[str, Recovery] = {}
        for session in snapshot.sessions:
            if session.date < a_year_ago and session not in on_cards:
                continue
            recovery = known.get(session.id) or self.live.ask(
                self.live.journal.recovery, session.id
            )
            if recovery is not None:  # else deleted from outside; the next refresh leaves it out
                read[session.id] = recovery
        return read

    def _told(self, snapshot: Snapshot, recovery: Recovery) -> SessionSummary:
        session_id = recovery.session.id
        if snapshot.session is not None and snapshot.session.id == session_id:
            return summary(snapshot, recovery, snapshot.warnings)
        warnings = self.live.ask(self.live.journal.warnings, session_id=session_id)
        return summary(snapshot, recovery, warnings or ())

    def _show_year(self, snapshot: Snapshot, recoveries: Mapping[str, Recovery]) -> None:
        current = snapshot.session
        a_year_ago = snapshot.today - dt.timedelta(days=DAYS)
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
            if session.date >= a_year_ago
        ]
        sums = {
            entry.date: entry.total
            for recovery in recoveries.values()
            for entry in recovery.entries
            if entry.total is not None
        }
        self.year.show_year(snapshot.today, ticks, sums)

    def open_at(self, place: object) -> None:
        """Bring a session's card into view, by its id, wherever it is folded away."""
        self._unfold(place)
        panel = self.listed.panel_of(place) or self.archived.panel_of(place)
        if panel is not None:
            self._settle()
            self.area.ensureWidgetVisible(panel, 0, 12)
            panel.strip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self, place: object) -> None:
        listed = [session for session in reversed(self._snapshot.sessions) if not session.archived]
        ids = [session.id for session in listed]
        if place in ids:
            shown = max(self._shown, ids.index(str(place)) + 1)
            if shown == self._shown:
                return
            self._shown = shown
        elif not any(session.id == place for session in self._snapshot.sessions):
            return
        else:
            self._with_archived = True
        self.show_snapshot(self._snapshot)

    def _settle(self) -> None:
        """Give what was just unfolded its place."""
        canvas = self.area.widget()
        layout = canvas.layout() if canvas is not None else None
        if canvas is not None and layout is not None:
            layout.activate()
            canvas.adjustSize()

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
            self.went.emit("compare", session_id)
        elif what == "history":
            self.went.emit("history", HistoryOf(session_id))
        elif self._select(session_id):
            self.went.emit("report" if what == "report" else "today", None)

    def _open_day(self, session_id: str, date: dt.date) -> None:
        if self._select(session_id):
            self.went.emit("today", date)

    def _select(self, session_id: str) -> bool:
        here = self._snapshot.session
        return (here is not None and here.id == session_id) or self.live.select(session_id)
