"""Erasing everything: what goes, what cannot be reached, and a word to type before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.i18n import N_, _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.copies import copies
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import FlowRow, FormRow, text_field
from recovery_tracker.ui.widgets.note_box import NoteBox
from recovery_tracker.ui.widgets.text import Text

_WIDTH = 680  # px
_GOES = (
    N_("The diary: all sessions, entries, photos, and their history."),
    N_("All backups in the data folder, in the place you chose, and in the second place if it "
       "can be reached."),
    N_("Settings, the report of a fault, and the sample."),
)  # fmt: skip
_STAYS = (
    N_("Files you exported or printed, and backups under a name of your own."),
    N_("Backups of the whole computer, and what a cloud service has copied."),
    N_("A second place that is not there now; you are told if so."),
)


class ErasePage(ScrollPage):
    """A page like a dialog; the word has to be typed, so that no slip erases a diary."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Erase everything"))
        self.subtitle.setText(_("This cannot be undone"))
        self.copies = copies()
        self._word = _("erase")
        self.field = text_field(_("Type the word to go on"), "", self)
        self.row = FormRow(_("Type “{word}” to go on").format(word=self._word), "", self)
        self.row.body.addWidget(self.field)
        self.do_it = Button(_("Erase everything"), "primary", "trash", self, height=44)
        self.back = Button(_("Cancel"), "ghost", parent=self, height=44)
        self._lay_out()
        self.field.textChanged.connect(self._look)
        self.do_it.clicked.connect(self._do)
        self.back.clicked.connect(self._leave)
        self.copies.changed.connect(self._look)
        theme().themed.connect(self._retheme)
        self._retheme()
        self._look()

    def _lay_out(self) -> None:
        self.card = Card(parent=self)
        column = QVBoxLayout()
        column.setSpacing(12)
        for title, lines in ((_("What goes"), _GOES), (_("What stays"), _STAYS)):
            column.addWidget(Text(title, "heading", self))
            for line in lines:
                column.addWidget(Text("• " + _(line), "body", self, wrap=True))
        column.addWidget(
            NoteBox(
                _("If you may want it later, export everything or write a backup first."),
                "info",
                self,
            )
        )
        column.addWidget(self.row)
        column.addWidget(FlowRow((self.do_it, self.back), self))
        self.card.body.addLayout(column)
        row = QHBoxLayout()  # an alignment would cut what wraps
        row.addWidget(self.card, 100)
        row.addStretch(1)
        self.body.addLayout(row)

    def _retheme(self) -> None:
        self.card.setMaximumWidth(theme().px(_WIDTH))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the same whatever the diary holds."""

    def open_at(self, place: object) -> None:
        """Begin anew, with nothing typed."""
        self.field.clear()
        self.field.setFocus()

    def hideEvent(self, event: object) -> None:
        """Forget what was typed."""
        self.field.clear()

    def _typed(self) -> bool:
        return self.field.text().strip().casefold() == self._word.casefold()

    def _look(self) -> None:
        busy = self.copies.busy
        self.do_it.show_available(
            self._typed() and not busy,
            busy or _("Type “{word}” first.").format(word=self._word),
        )

    def _do(self) -> None:
        if self._typed():
            self.field.clear()
            self.copies.erase_wanted.emit()

    def _leave(self) -> None:
        self.went.emit("my_data", None)
