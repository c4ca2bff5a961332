"""Which session, which days and which language a report tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY
from recovery_tracker.i18n import NAMES, _, language, languages
from recovery_tracker.journal import Snapshot
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.ui import dates, session_words
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.date_input import DateInput
from recovery_tracker.ui.widgets.fields import ChoiceField
from recovery_tracker.ui.widgets.setting_row import SettingRow
from recovery_tracker.ui.widgets.text import Text


class ReportScope(Card):
    """Session, first and last day, language.

    ``chosen`` when the days or the language changed; ``session_asked`` carries the id of another
    session, which is then put on screen everywhere.
    """

    chosen = Signal()
    session_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What it tells"), parent)
        self.body.setSpacing(8)
        self._shown = ""
        self.session = ChoiceField(self)
        self.first = DateInput(_("First day shown"), self, form=dates.short_with_year)
        self.last = DateInput(_("Last day shown"), self, form=dates.short_with_year)
        self.first.setPlaceholderText(_("From the beginning"))
        self.last.setPlaceholderText(_("Up to today"))
        self.spoken = ChoiceField(self)
        self.error = Text("", "bold", self, wrap=True)
        self.error.hide()
        self._session_row = SettingRow(_("Session"), self.session, self, below=True)
        self._language_row = SettingRow(_("Language"), self.spoken, self, below=True)
        self.body.addWidget(self._session_row)
        self.body.addWidget(SettingRow(_("First day"), self.first, self, below=True))
        self.body.addWidget(SettingRow(_("Last day"), self.last, self, below=True))
        self.body.addWidget(self.error)
        self.body.addWidget(self._language_row)
        self._offer_languages(languages())
        self.first.chosen.connect(self._take_dates)
        self.last.chosen.connect(self._take_dates)
        self.session.activated.connect(self._ask_session)
        self.spoken.activated.connect(self._take_language)

    def _offer_languages(self, codes: Sequence[str]) -> None:
        """Offer the languages there are words for; one alone is no choice."""
        self.spoken.clear()
        for code in codes:
            self.spoken.addItem(NAMES.get(code, code), code)
        kept = self.spoken.findData(preferences().text("report_language"))
        here = self.spoken.findData(language())
        self.spoken.setCurrentIndex(kept if kept >= 0 else max(0, here))
        self._language_row.setVisible(len(codes) > 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer the sessions there are; another session's days begin anew."""
        session = snapshot.session
        if session is None:
            return
        self.session.blockSignals(True)
        self.session.clear()
        for other in reversed(snapshot.sessions):
            words = _("{session}, {date}").format(
                session=session_words.numbered(snapshot, other),
                date=dates.short_with_year(other.date),
            )
            self.session.addItem(words, other.id)
        self.session.setCurrentIndex(self.session.findData(session.id))
        self.session.blockSignals(False)
        self._session_row.setVisible(len(snapshot.sessions) > 1)
        begins = session.date + dt.timedelta(days=FIRST_BASELINE_DAY)
        latest = max(snapshot.today, begins)
        for field in (self.first, self.last):
            field.show_today(snapshot.today, begins, latest)
        if self._shown != session.id:
            self._shown = session.id
            self.first.show_date(None)
            self.last.show_date(None)
            self._say("")

    def add_to(self, options: ReportOptions) -> ReportOptions:
        """Return the options with the days and the language that are chosen."""
        first, last = self.first.date, self.last.date
        if not self._in_order():
            first = last = None
        spoken = self.spoken.currentData()
        return replace(
            options,
            first=first,
            last=last,
            language=None if spoken == language() else spoken,
        )

    def _in_order(self) -> bool:
        first, last = self.first.date, self.last.date
        return first is None or last is None or first <= last

    # What the person does ----------------------------------------------------------------------

    def _take_dates(self) -> None:
        if not (self.first.understood and self.last.understood):
            self._say(_("Write the date like 14 November 2026, or pick it from the calendar."))
        elif not self._in_order():
            self._say(
                _("The first day is after the last one. All days are shown until you change it.")
            )
        else:
            self._say("")
        self.chosen.emit()

    def _take_language(self) -> None:
        preferences().put("report_language", str(self.spoken.currentData()))
        self.chosen.emit()

    def _ask_session(self) -> None:
        wanted = str(self.session.currentData())
        if wanted != self._shown:
            self.session_asked.emit(wanted)

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if sentence:
            announce(self.error, sentence)
