"""Add a treatment, or change what is known of one; nothing is kept until the person says so."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.recovery import Session
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.scroll_page import GAP, ScrollPage, fit_beside
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.expect_card import ExpectCard
from recovery_tracker.ui.widgets.reminder_note import ReminderNote
from recovery_tracker.ui.widgets.session_form import SessionForm

_ONE_COLUMN_BELOW = 900  # px of page width
_RIGHT = 326


class AddSessionPage(ScrollPage):
    """The form at the left, what to expect at the right."""

    has_footer = True

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Add a session"))
        self._snapshot: Snapshot | None = None
        self._editing: Session | None = None
        self.form = SessionForm(self)
        self.expect = ExpectCard(self)
        self.reminder = ReminderNote(self)
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GAP)
        right.addWidget(self.expect)
        right.addWidget(self.reminder)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP + 2)
        self._columns.addWidget(self.form, 1)
        self._columns.addWidget(self._right)
        self.body.addLayout(self._columns)
        self.footer = self.add_footer()
        self.cancel = Button(_("Cancel"), "outline", parent=self)
        self.save = Button(_("Start tracking"), "primary", "check", self)
        self.save.setToolTip(_("Ctrl+Enter"))
        self.footer.row.addWidget(self.cancel)
        self.footer.row.addWidget(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save.click)
        self.cancel.clicked.connect(self._leave)
        self.form.changed.connect(self._show_expected)
        self.save.clicked.connect(self._save)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Remember the diary; what is being filled in stays as it is."""
        began = self._snapshot is not None and self._snapshot.today == snapshot.today
        self._snapshot = snapshot
        if not began:
            self._show(None)

    def open_at(self, place: object) -> None:
        """Change the session with this id, or begin a "new" one."""
        sessions = self._snapshot.sessions if self._snapshot else ()
        self._show(next((session for session in sessions if session.id == place), None))

    def _show(self, session: Session | None) -> None:
        if self._snapshot is None:
            return
        recovery = self.live.ask(self.live.journal.recovery, session.id) if session else None
        self._editing = session = recovery.session if recovery else None
        self.reminder.show_reminder()
        self.title.setText(_("Edit the session") if session else _("Add a session"))
        self.subtitle.setText(
            _("Only the date is needed. The rest makes the usual range fit you better.")
        )
        self.save.setText(_("Save changes") if session else _("Start tracking"))
        self.footer.words.setText(
            _("Nothing is changed until you save.")
            if session
            else _("Nothing is kept until you start tracking.")
        )
        self.form.show_session(recovery, self._snapshot.profile, self._snapshot.today)
        self.area.verticalScrollBar().setValue(0)
        self._show_expected()

    def _show_expected(self) -> None:
        self.expect.show_course(self.form.session(), self.form.profile())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what to expect under the form where there is no room beside it."""
        super().resizeEvent(event)
        beside = fit_beside(self._columns, self.width())
        narrow = not beside or self.width() < theme().px(_ONE_COLUMN_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._right.setMaximumWidth(16_777_215 if narrow else theme().px(_RIGHT))
        self._right.setMinimumWidth(0 if narrow else theme().px(_RIGHT))

    # What the person does ------------------------------------------------------------------------

    def _save(self) -> None:
        if not self.form.check():
            return
        session, profile = self.form.session(), self.form.profile()
        editing = self._editing
        if not self.live.change_profile(profile):
            return
        kept = self.live.change_session(session) if editing else self.live.add_session(session)
        if kept:
            self._show(None)
            self.went.emit("sessions" if editing else "today", None)

    def _leave(self) -> None:
        self._show(None)
        sessions = self._snapshot.sessions if self._snapshot else ()
        self.went.emit("sessions" if sessions else "first_run", None)
