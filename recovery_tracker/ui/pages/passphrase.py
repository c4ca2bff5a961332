"""Setting, changing and taking away the passphrase: what it means is said before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.errors import InvalidValue, RecoveryTrackerError, WrongPassphrase
from recovery_tracker.domain.passphrase import SUGGESTED, Passphrase, chosen, hint
from recovery_tracker.i18n import N_, _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.diary_lock import diary_lock
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import FormRow
from recovery_tracker.ui.widgets.note_box import NoteBox
from recovery_tracker.ui.widgets.passphrase_field import PassphraseField
from recovery_tracker.ui.widgets.text import Text
from recovery_tracker.values import frozen

_WIDTH = 620  # px

SET, CHANGE, REMOVE = "set", "change", "remove"


@frozen
class _Task:
    """What one of the three ways says and asks for."""

    title: str
    button: str
    asks_present: bool
    asks_new: bool


_TASKS = {
    SET: _Task(N_("Set a passphrase"), N_("Lock my diary with it"), False, True),
    CHANGE: _Task(N_("Change the passphrase"), N_("Change the passphrase"), True, True),
    REMOVE: _Task(N_("Take the passphrase away"), N_("Take the passphrase away"), True, False),
}
_MEANS = (
    N_("The diary and its backups are encrypted. Without it nobody can read them."),
    N_("It is asked for when the app opens, and after a while in which nobody uses it."),
    N_("The unprotected files are overwritten and removed. On a solid-state disk traces can "
       "remain. Copies you made yourself stay as they are."),
)  # fmt: skip
_MEANS_NOT = (
    N_("Anyone who can use this computer as you can then read your diary and its backups."),
)


class PassphrasePage(ScrollPage):
    """A page like a dialog; :meth:`open_at` takes "set", "change" or "remove"."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Passphrase"))
        self.lock = diary_lock()
        self.task = SET
        self.present = PassphraseField(_("Present passphrase"), self)
        self.new = PassphraseField(_("New passphrase"), self)
        self.again = PassphraseField(_("New passphrase, again"), self)
        suggestion = _("At least {n} characters; a few words are best.").format(n=SUGGESTED)
        self.present_row = _row(_("Present passphrase"), "", self.present)
        self.new_row = _row(_("New passphrase"), suggestion, self.new)
        self.again_row = _row(_("The same once more"), "", self.again)
        self.short = Text("", "small", self, wrap=True)
        self.new_row.body.addWidget(self.short)
        self._means = [Text("", "body", self, wrap=True) for _line in _MEANS]
        self.forgotten = NoteBox(
            _("If you forget it, nothing brings your diary back: no one can reset it, not even "
              "us. Keep it somewhere only you can find it, such as a password manager."),
            "help",
            self,
        )  # fmt: skip
        self.do_it = Button("", "primary", "lock", self, height=44)
        self.back = Button(_("Cancel"), "ghost", parent=self, height=44)
        self._lay_out()
        self._connect()
        theme().themed.connect(self._retheme)
        self._retheme()
        self.open_at(SET)

    def _lay_out(self) -> None:
        self.card = Card(parent=self)
        self.card.setAccessibleName(_("Passphrase"))
        self.card.show_margins(14, 18, 4)
        inside = QVBoxLayout()
        inside.setSpacing(14)
        sentences = QVBoxLayout()
        sentences.setSpacing(6)
        for line in self._means:
            sentences.addWidget(line)
        inside.addLayout(sentences)
        for part in (self.forgotten, self.present_row, self.new_row, self.again_row):
            inside.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.do_it)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        self.card.body.addLayout(inside)
        row = QHBoxLayout()
        row.addWidget(self.card, 1000)
        row.addStretch(1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        for field in self._fields():
            field.entered.connect(self._go_on)
            field.edited.connect(self._show_hint)
        self.back.clicked.connect(self._leave)
        self.do_it.clicked.connect(self._do)
        self.lock.changed.connect(self._show_state)
        self.lock.refused.connect(self._say_refused)

    def _fields(self) -> tuple[PassphraseField, ...]:
        return (self.present, self.new, self.again)

    def _rows(self) -> tuple[FormRow, ...]:
        return (self.present_row, self.new_row, self.again_row)

    def _retheme(self) -> None:
        self.card.setMaximumWidth(theme().px(_WIDTH))

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Nothing here depends on what the diary says."""

    def open_at(self, place: object) -> None:
        """Begin one of the three ways anew."""
        if place not in _TASKS:
            return
        self.task = str(place)
        task = _TASKS[self.task]
        self.clear()
        self.title.setText(_(task.title))
        self.area.setAccessibleName(_(task.title))
        self.subtitle.setText(_("Your diary stays on this computer, with or without one."))
        means = _MEANS if task.asks_new else _MEANS_NOT
        padded = (*means, *[""] * (len(self._means) - len(means)))
        for line, sentence in zip(self._means, padded, strict=True):
            line.setText(_(sentence) if sentence else "")
            line.setVisible(bool(sentence))
        self.forgotten.setVisible(task.asks_new)
        self.present_row.setVisible(task.asks_present)
        self.new_row.setVisible(task.asks_new)
        self.again_row.setVisible(task.asks_new)
        self._show_state()
        (self.present if task.asks_present else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in self._fields():
            field.clear()
        for row in self._rows():
            row.show_error("")
        self._show_hint()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing typed behind."""
        super().hideEvent(event)
        self.clear()

    def _show_state(self) -> None:
        task = _TASKS[self.task]
        self.do_it.setText(_(task.button))
        self.do_it.show_kind("primary", icon="lock" if task.asks_new else "lock-open")
        self.do_it.show_available(not self.lock.busy, _("This is being done."))

    def _show_hint(self) -> None:
        words = hint(self.new.text)
        self.short.setText(words)
        self.short.setVisible(bool(words))

    def _say(self, row: FormRow, field: PassphraseField, sentence: str) -> None:
        row.show_error(sentence, field.line)

    def _say_refused(self, error: RecoveryTrackerError) -> None:
        """Say why it was not done, under the field it is about."""
        if not self.isVisible():
            return
        if isinstance(error, WrongPassphrase):
            self.present.line.selectAll()
        row, field = (self.present_row, self.present)
        if not _TASKS[self.task].asks_present:
            row, field = (self.again_row, self.again)
        self._say(row, field, error.sentence)

    # What the person does --------------------------------------------------------------------

    def _go_on(self) -> None:
        """Enter goes to the next field that is empty, then does it."""
        wanted = [field for field in self._fields() if field.isVisible() and not field.text]
        if wanted:
            wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._do()

    def _do(self) -> None:
        for row, field in zip(self._rows(), self._fields(), strict=True):
            row.show_error("", None)
            field.line.setAccessibleDescription("")
        task = _TASKS[self.task]
        present = new = None
        try:
            if task.asks_present:
                present = Passphrase(self.present.text)
        except InvalidValue as error:
            self._say(self.present_row, self.present, error.sentence)
            return
        try:
            if task.asks_new:
                new = chosen(self.new.text, self.again.text)
        except InvalidValue as error:
            row, field = self.new_row, self.new
            if error.field == "again":
                row, field = self.again_row, self.again
            self._say(row, field, error.sentence)
            return
        if present is not None and self.lock.wait_s:
            words = _("Wait {n} s after a wrong passphrase, then try again.")
            self._say(self.present_row, self.present, words.format(n=self.lock.wait_s))
            return
        self.lock.ask_to_change(present, new)

    def _leave(self) -> None:
        self.went.emit("back", None)


def _row(question: str, words: str, field: PassphraseField) -> FormRow:
    row = FormRow(question, words)
    row.question.setBuddy(field.line)
    row.body.addWidget(field)
    return row
