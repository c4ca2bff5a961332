"""Whose days an import brings: of a session that is here, of each in turn, or of a new one."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.recovery import Session, check_session_date
from recovery_tracker.exchange.identity import identified
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates, session_words
from recovery_tracker.ui.exchange.choices import AskedRow, Choice
from recovery_tracker.ui.widgets.date_input import DateInput

NEW, EACH = "new", "each"
_OLDEST = dt.timedelta(days=365 * 20)


def session_name(snapshot: Snapshot, session: Session) -> str:
    """Name a session so that it can be told from others: "Session 2, 2 March 2026"."""
    return _("{session}, {date}").format(
        session=session_words.numbered(snapshot, session), date=dates.day_month_year(session.date)
    )


class WhoseDays(AskedRow):
    """``changed`` tells that the person answered.

    The only session there is, is chosen; of several none is. Without one, a new one is made of
    the date that is given.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("To which session do these days belong?"),
            _("A day is up to 14 days before a session, or up to a year after it"),
            parent,
        )
        self._today = dt.date.min
        self._sessions: tuple[Session, ...] = ()
        self.session = Choice(_("Session of these days"), _("Choose a session"), self)
        self.date = DateInput(_("Date of the treatment"), self)
        self.body.addWidget(self.session)
        self.body.addWidget(self.date)
        self.question.setBuddy(self.session)
        self.session.chosen.connect(self._take_session)
        self.date.chosen.connect(self._take_date)

    def begin(self, snapshot: Snapshot) -> None:
        """Offer the sessions of the diary, without an answer where there are several."""
        self._today, self._sessions = snapshot.today, snapshot.sessions
        options: list[tuple[object, str]] = [
            (session.id, session_name(snapshot, session)) for session in reversed(snapshot.sessions)
        ]
        if len(options) > 1:
            options.append((EACH, _("Each day to the latest session before it")))
        options.append((NEW, _("A new session")))
        self.session.show_options(options, options[0][0] if len(options) <= 2 else None)
        self.date.show_today(snapshot.today, snapshot.today - _OLDEST, snapshot.today)
        self.date.show_date(None)
        self._show_date()

    @property
    def control(self) -> QWidget:
        """What is to be answered next."""
        return self.date if self.session.value == NEW else self.session

    @property
    def every(self) -> bool:
        """Whether each day goes to the latest session before it."""
        return self.session.value == EACH

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The session that is chosen or made; nothing while the answer is open."""
        if self.session.value == NEW:
            if self.error or self.date.date is None or not self.date.understood:
                return ()
            return (identified(Session("", self.date.date)),)
        return tuple(session for session in self._sessions if session.id == self.session.value)

    @property
    def is_open(self) -> bool:
        """Whether the answer is still missing."""
        return not (self.every or self.sessions)

    def take(self) -> None:
        """Take a date that was typed and not left yet."""
        if self.session.value == NEW:
            self.date.take()

    def _show_date(self) -> None:
        self.date.setVisible(self.session.value == NEW)
        self.show_error("", self.date)

    def _take_session(self) -> None:
        self._show_date()
        if self.session.value == NEW:
            self.date.setFocus()
        self.changed.emit()

    def _take_date(self) -> None:
        self.show_error(self._problem(), self.date)
        self.changed.emit()

    def _problem(self) -> str:
        if not self.date.understood:
            return _("This is not a date. Write it like 14 November 2026, or pick it.")
        if self.date.date is None:
            return ""
        try:
            check_session_date(self.date.date, self._today)
        except InvalidValue as problem:
            return problem.sentence
        return ""
