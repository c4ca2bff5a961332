"""The photos of a day, its note, the private note, and what the clinic told the patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import N_, _
from recovery_tracker.ui.pages.today.day_photos import DayPhotos
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.note_field import NoteField

if TYPE_CHECKING:
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.pages.today.day_view import DayView

# the texts, in the order of the card, by the names the entry has for them: what each is, and what
# stands in it while it is empty
_TEXTS = {
    "notes": (N_("Note"), N_("Add a note (optional)")),
    "private_notes": (N_("Private note"), N_("Private: left out of the report")),
    "advice_received": (N_("What they told you"), N_("What they told you")),
}


class NoteCard(Card):
    """Photos and texts of a day; ``written`` carries the field of the entry and its text.

    ``unfolded`` is emitted when there are more controls in sight.

    Attributes:
        fields: the texts by the names of the entry; each is made when it first comes into sight.
    """

    written = Signal(str, str)
    unfolded = Signal()

    def __init__(self, live: LiveJournal, parent: QWidget) -> None:
        super().__init__(_("Photos and note"), parent, role="strong", tight=True)
        self._asked_private = False
        self.private_button = Button(_("Private note"), "ghost", "lock", self, height=24)
        self.private_button.clicked.connect(self._on_private)
        self.header.addWidget(self.private_button)
        self.photos = DayPhotos(live, self)
        self.body.addWidget(self.photos)
        self.fields: dict[str, NoteField] = {}
        self.note = self._made("notes")

    def show_day(self, view: DayView) -> None:
        """Show the photos and texts that are kept."""
        entry = view.entry
        self.photos.show_day(view)
        private = self._asked_private or bool(entry.private_notes)
        contacted = bool(view.folded) or any(
            act.date == view.date and act.act in ("contacted", "seen", "quieted")
            for act in view.recovery.acts
        )
        self.private_button.setVisible(view.open and not private)
        for name, text, wanted in (
            ("notes", entry.notes, True),
            ("private_notes", entry.private_notes, private),
            ("advice_received", entry.advice_received, contacted or bool(entry.advice_received)),
        ):
            if wanted or name in self.fields:
                field = self._made(name)
                field.show_text(text)
                field.setVisible(wanted)
                field.setEnabled(view.open)

    def _made(self, name: str) -> NoteField:
        if name not in self.fields:
            takers = {
                "notes": self._on_note,
                "private_notes": self._on_private_note,
                "advice_received": self._on_advice,
            }
            label, while_empty = _TEXTS[name]
            field = NoteField(_(label), _(while_empty), self)
            field.written.connect(takers[name])
            self.fields[name] = field
            order = [each for each in _TEXTS if each in self.fields]
            below_photos = self.body.indexOf(self.photos) + 1
            self.body.insertWidget(below_photos + order.index(name), field)
        return self.fields[name]

    @property
    def dirty(self) -> bool:
        """Whether there are words that are not kept yet."""
        return any(field.dirty for field in self.fields.values())

    def keep(self) -> None:
        """Send what was written and not kept yet."""
        for field in self.fields.values():
            field.keep()

    def forget_private(self) -> None:
        """Fold the private note away again: another day is shown."""
        self._asked_private = False

    def _on_private(self) -> None:
        self._asked_private = True
        self.private_button.hide()
        private = self._made("private_notes")
        private.show()
        private.setFocus()
        self.unfolded.emit()

    def _on_note(self, text: str) -> None:
        self.written.emit("notes", text)

    def _on_private_note(self, text: str) -> None:
        self.written.emit("private_notes", text)

    def _on_advice(self, text: str) -> None:
        self.written.emit("advice_received", text)
