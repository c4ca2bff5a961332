"""The cards of the export page: what goes into a file, and the diary on paper."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY, LAST_DAY
from recovery_tracker.exchange import FORMATS, Format
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates
from recovery_tracker.ui.exchange.choices import Choice
from recovery_tracker.ui.exchange.whose_days import session_name
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.date_input import DateInput
from recovery_tracker.ui.widgets.form_rows import FlowRow, FormRow, text_field
from recovery_tracker.ui.widgets.note_box import NoteBox
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.setting_row import SettingRow
from recovery_tracker.ui.widgets.switch import Switch
from recovery_tracker.ui.widgets.text import Text

_FIRST_DAYS = 7


class ContentCard(Card):
    """Which sessions, which kind of file, and what of it; ``changed`` tells of another choice."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("What goes into the file"), parent)
        self.body.setSpacing(14)
        self.sessions = Choice(_("Sessions"), _("All sessions"), self)
        options = [
            (kind.suffix, _("{name} ({suffix})").format(name=kind.label, suffix=kind.suffix))
            for kind in FORMATS
        ]
        self.kinds = Segmented(options, _("Kind of file"), self, wraps=True)
        self.kinds.show_value(FORMATS[0].suffix)
        self.notes = Switch(_("Private notes"), self)
        self.photos = Switch(_("Photos"), self)
        self.notes_row = SettingRow(
            _("Private notes"), self.notes, self, hint=_("Nobody but you sees them otherwise.")
        )
        self.photos_row = SettingRow(
            _("Photos"), self.photos, self, hint=_("They make the file much larger.")
        )
        self.banner = NoteBox("", "info", self)
        self.amount = Text("", "small", self, wrap=True)
        self.save = Button(_("Save to a file"), "primary", "save", self)
        self.body.addWidget(SettingRow(_("Sessions"), self.sessions, self, below=True))
        kind = FormRow(_("Kind of file"), "", self)
        kind.body.addWidget(self.kinds)
        self.body.addWidget(kind)
        for part in (self.notes_row, self.photos_row, self.amount, self.banner):
            self.body.addWidget(part)
        self.body.addWidget(FlowRow((self.save,), self))
        self.body.addStretch(1)
        self.sessions.chosen.connect(self.changed)
        self.kinds.chosen.connect(self._take_kind)
        for switch in (self.notes, self.photos):
            switch.switched.connect(self._tell)
        self._show_kind()

    @property
    def kind(self) -> Format:
        """The chosen kind."""
        return next(kind for kind in FORMATS if kind.suffix == self.kinds.value)

    @property
    def session_id(self) -> str:
        """The chosen session; empty = all."""
        return str(self.sessions.value or "")

    @property
    def private_notes(self) -> bool:
        """Whether private notes are to go into the file."""
        return self.notes.isChecked() and not self.notes_row.isHidden()

    @property
    def with_photos(self) -> bool:
        """Whether photos are to go into a file that has none unless asked."""
        return self.photos.isChecked() and not self.photos_row.isHidden()

    def show_sessions(self, snapshot: Snapshot) -> None:
        """Offer the sessions of the diary."""
        self.sessions.show_options(
            [
                (session.id, session_name(snapshot, session))
                for session in reversed(snapshot.sessions)
            ],
            self.sessions.value,
        )

    def show_banner(self, sentence: str) -> None:
        """Say what such a file cannot bring back."""
        self.banner.words.setText(sentence)
        self.banner.setVisible(bool(sentence))

    def _show_kind(self) -> None:
        """Offer what a file of this kind can have."""
        kind = self.kind
        self.notes_row.setVisible("private_notes" in kind.carries or not kind.readable)
        self.photos_row.setVisible("pictures" in kind.carries and not kind.takes_pictures)

    def _take_kind(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()


class PaperCard(Card):
    """A diary on paper for days away; ``wanted`` tells that it is to be saved."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("A diary on paper"), parent)
        self.body.addWidget(
            Text(
                _("For days away from this computer. You fill it in with a pen and type it later."),
                "body",
                self,
                wrap=True,
            )
        )
        # short, for the number of days stands beside it
        self.first = DateInput(_("First day on paper"), self, form=dates.short_with_year)
        self.days = text_field(_("How many days"), "", self)
        self.days.setText(str(_FIRST_DAYS))
        self.days.setMaxLength(3)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(SettingRow(_("First day"), self.first, self, below=True), 2)
        fields.addWidget(SettingRow(_("How many days"), self.days, self, below=True), 1)
        self.body.addLayout(fields)
        self.error = Text("", "bold", self, wrap=True)
        self.error.hide()
        self.body.addWidget(self.error)
        self.save = Button(_("Save as PDF"), "outline", "printer", self)
        self.body.addWidget(FlowRow((self.save,), self))
        self.save.clicked.connect(self.wanted)
        self._session_id = ""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Begin with today, or the session's day 0; without a session there are no days."""
        session = snapshot.session
        self.setVisible(session is not None)
        if session is None or session.id == self._session_id:
            return
        self._session_id = session.id
        first = session.date + dt.timedelta(days=FIRST_BASELINE_DAY)
        last = session.date + dt.timedelta(days=LAST_DAY)
        self.first.show_today(snapshot.today, first, last)
        self.first.show_date(min(max(snapshot.today, first), last))

    @property
    def count(self) -> int:
        """How many days; 0 where that is no number."""
        text = self.days.text().strip()
        return int(text) if text.isascii() and text.isdigit() else 0

    def say_wrong(self, sentence: str, field: QLineEdit | None = None) -> None:
        """Say what is wrong with the days, and go there; empty = nothing is."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if field is not None and sentence:
            field.setAccessibleDescription(sentence)
            field.setFocus()


class WorkCard(Card):
    """How far a file is, and what became of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.words = Text("", "medium", self, wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress of the export"))
        self.cancel = Button(_("Cancel"), "outline", parent=self, height=36)
        self.cancel.setAccessibleName(_("Cancel the export"))
        self.folder = Button(_("Show in folder"), "ghost", "folder", self, height=36)
        column = QVBoxLayout()
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(FlowRow((self.cancel, self.folder), self))
        self.body.addLayout(column)
        self.hide()

    def show_working(self, words: str) -> None:
        """Say what is being done."""
        self.words.setText(words)
        self.bar.setRange(0, 0)
        for part in (self.bar, self.cancel):
            part.show()
        self.folder.hide()
        self.show()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def show_end(self, words: str, *, written: bool = False) -> None:
        """Say what became of it."""
        self.words.setText(words)
        self.bar.hide()
        self.cancel.hide()
        self.folder.setVisible(written)
        self.setVisible(bool(words))
