"""Two sessions of the person's choice side by side: day by day, and milestone by milestone."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.warnings import Warning
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates, session_words
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.comparison import comparison
from recovery_tracker.ui.models.session_summary import summary
from recovery_tracker.ui.reading_order import tab_through
from recovery_tracker.ui.scroll_page import GAP, ScrollPage
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.comparison_card import ComparisonCard
from recovery_tracker.ui.widgets.fields import ChoiceField
from recovery_tracker.ui.widgets.heat_strip import HeatStrip
from recovery_tracker.ui.widgets.text import Text

_ONE_COLUMN_BELOW = 900  # px of page width
_RIGHT = 330
_STACKED_BELOW = 820  # px of a side's width
_CHOICE = 256


class ComparePage(ScrollPage):
    """Opened with the id of the session to put beside the one on screen."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Compare sessions"))
        self._snapshot: Snapshot | None = None
        self._chosen = ("", "")
        self.back = Button(_("Back to Sessions"), "outline", "chevron-left", self)
        self.add_action(self.back)
        self.subtitle.setText(_("What you logged, side by side. Skin can differ each time."))
        self.one, self.other = _Side(_("This session"), self), _Side(_("Beside"), self)
        self.sides = Card(_("Day by day"), self)
        self.sides.header.addWidget(Text(_("sums of eight ratings, 0 to 32"), "hint", self))
        self.table = ComparisonCard(self)
        self.words = _Words(self)
        self.too_few = Card(_("Two sessions are needed"), self)
        self._lay_out()
        self.back.clicked.connect(self._leave)
        for side in (self.one, self.other):
            side.choice.activated.connect(self._choose)
            side.strip.opened.connect(self._open_day)
        sides = (self.one.choice, self.one.strip, self.other.choice, self.other.strip)
        tab_through((self.back, *sides, self.table.table, self.words.copy))

    def _lay_out(self) -> None:
        for side in (self.one, self.other):
            self.sides.body.addWidget(side)
        self.too_few.body.addWidget(
            Text(_("Add another session, then they can be compared."), "body", self, wrap=True)
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP + 2)
        self._columns.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.addWidget(self.words)
        right.addStretch(1)
        self._columns.addLayout(right)
        self.body.addWidget(self.too_few)
        self.body.addWidget(self.sides)
        self.body.addLayout(self._columns)

    def open_at(self, place: object) -> None:
        """Put a session beside the one on screen."""
        snapshot = self._snapshot
        if snapshot is not None and snapshot.session is not None and isinstance(place, str):
            self._chosen = (snapshot.session.id, place)
            self.area.verticalScrollBar().setValue(0)
            self.show_snapshot(snapshot)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the two that were chosen; where one is gone, another takes its place."""
        self._snapshot = snapshot
        enough = len(snapshot.sessions) > 1
        self.too_few.setVisible(not enough)
        for part in (self.sides, self.table, self.words):
            part.setVisible(enough)
        if not enough:
            return
        self._chosen = self._still_there(snapshot)
        read = [pair for session_id in self._chosen if (pair := self._read(snapshot, session_id))]
        if len(read) < len(self._chosen):
            return  # one could not be read, which is said above the page
        for side, (recovery, warnings) in zip((self.one, self.other), read, strict=True):
            side.show_session(snapshot, recovery, warnings)
        (one, ours), (other, theirs) = read
        told = comparison(snapshot, one, other, (ours, theirs))
        self.table.show_comparison(told)
        self.words.show_sentences(told.sentences)

    def _still_there(self, snapshot: Snapshot) -> tuple[str, str]:
        newest_first = [session.id for session in reversed(snapshot.sessions)]
        here = snapshot.session.id if snapshot.session else newest_first[0]
        one = self._chosen[0] if self._chosen[0] in newest_first else here
        other = self._chosen[1]
        if other not in newest_first or other == one:
            other = next(session_id for session_id in newest_first if session_id != one)
        return one, other

    def _read(
        self, snapshot: Snapshot, session_id: str
    ) -> tuple[Recovery, tuple[Warning, ...]] | None:
        if snapshot.recovery is not None and snapshot.recovery.session.id == session_id:
            return snapshot.recovery, snapshot.warnings
        journal = self.live.journal
        recovery = self.live.ask(journal.recovery, session_id)
        if recovery is None:
            return None
        return recovery, self.live.ask(journal.warnings, session_id=session_id) or ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words under the table where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_ONE_COLUMN_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self.words.setMinimumWidth(0 if narrow else theme().px(_RIGHT))
        self.words.setMaximumWidth(16_777_215 if narrow else theme().px(_RIGHT))

    # What the person does ------------------------------------------------------------------------

    def _choose(self) -> None:
        """Take another session; the one that was there already changes its place."""
        one, other = str(self.one.choice.currentData()), str(self.other.choice.currentData())
        if one == other:
            one, other = self._chosen[1], self._chosen[0]
        self._chosen = (one, other)
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def _open_day(self, date: dt.date) -> None:
        side = self.one if self.sender() is self.one.strip else self.other
        if self.live.select(str(side.choice.currentData())):
            self.went.emit("today", date)

    def _leave(self) -> None:
        self.went.emit("sessions", None)


class _Side(QWidget):
    """One of the two: which session it is, and its days."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._offered: list[tuple[str, str]] = []
        self.choice = ChoiceField(self)
        self.choice.setAccessibleName(name)
        self.strip = HeatStrip("", self)
        label = Text(name, "small", self)
        label.setBuddy(self.choice)
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        left.addWidget(label)
        left.addWidget(self.choice)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 4)
        self._row.setSpacing(16)
        self._row.addWidget(self._left)
        self._row.addWidget(self.strip, 1, Qt.AlignmentFlag.AlignBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the days under the choice where there is no room beside it."""
        super().resizeEvent(event)
        px = theme().px
        narrow = self.width() < px(_STACKED_BELOW)
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._left.setMinimumWidth(0 if narrow else px(_CHOICE))
        self._left.setMaximumWidth(16_777_215 if narrow else px(_CHOICE))

    def show_session(
        self, snapshot: Snapshot, recovery: Recovery, warnings: tuple[Warning, ...]
    ) -> None:
        """Show a session among those there are to choose from, newest first."""
        offered = [
            (_named(snapshot, session), session.id) for session in reversed(snapshot.sessions)
        ]
        if offered != self._offered:  # else a screen reader would be told the same again
            self._offered = offered
            self.choice.clear()
            for words, session_id in offered:
                self.choice.addItem(words, session_id)
        self.choice.setCurrentIndex(self.choice.findData(recovery.session.id))
        number = session_words.numbered(snapshot, recovery.session)
        self.strip.setAccessibleName(_("Days of {session}").format(session=number))
        self.strip.show_cells(summary(snapshot, recovery, warnings).cells)


def _named(snapshot: Snapshot, session: Session) -> str:
    parts = (session_words.numbered(snapshot, session), dates.short_with_year(session.date))
    return session_words.SEPARATOR.join(parts)


class _Words(Card):
    """The comparison in sentences, to read and to copy."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("In words"), parent)
        self.text = Text("", "body", self, wrap=True)
        self.copy = Button(_("Copy"), "outline", "copy", self, height=36)
        self.copy.setAccessibleName(_("Copy the comparison in words"))
        self.body.addWidget(self.text)
        self.body.addWidget(self.copy)
        self.copy.clicked.connect(self._copy)

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show the sentences, each on a line of its own."""
        self.text.setText("\n\n".join(sentences))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        announce(self, _("Copied."))
