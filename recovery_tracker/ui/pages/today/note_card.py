"""The photos of a day, its note, the private note, and what the clinic told the patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.pages.today.day_photos import DayPhotos
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.note_field import NoteField

if TYPE_CHECKING:
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.pages.today.day_view import DayView


class NoteCard(Card):
    """Photos and texts of a day; ``written`` carries the field of the entry and its text."""

    written = Signal(str, str)

    def __init__(self, live: LiveJournal, parent: QWidget) -> None:
        super().__init__(_("Photos and note"), parent, role="strong", tight=True)
        self._asked_private = False
        self.private_button = Button(_("Private note"), "ghost", "lock", self, height=24)
        self.private_button.clicked.connect(self._on_private)
        self.header.addWidget(self.private_button)
        self.photos = DayPhotos(live, self)
        self.body.addWidget(self.photos)
        self.note = NoteField(_("Note"), _("Add a note (optional)"), self)
        self.private = NoteField(_("Private note"), _("Private: left out of the report"), self)
        self.advice = NoteField(_("What they told you"), _("What they told you"), self)
        for field in (self.note, self.private, self.advice):
            self.body.addWidget(field)
        self.note.written.connect(self._on_note)
        self.private.written.connect(self._on_private_note)
        self.advice.written.connect(self._on_advice)

    def show_day(self, view: DayView) -> None:
        """Show the photos and texts that are kept."""
        entry = view.entry
        self.photos.show_day(view)
        self.note.show_text(entry.notes)
        self.private.show_text(entry.private_notes)
        self.advice.show_text(entry.advice_received)
        private = self._asked_private or bool(entry.private_notes)
        self.private.setVisible(private)
        self.private_button.setVisible(view.open and not private)
        contacted = bool(view.folded) or any(
            act.date == view.date and act.act in ("contacted", "seen", "quieted")
            for act in view.recovery.acts
        )
        self.advice.setVisible(contacted or bool(entry.advice_received))
        for field in (self.note, self.private, self.advice):
            field.setEnabled(view.open)

    @property
    def dirty(self) -> bool:
        """Whether there are words that are not kept yet."""
        return any(field.dirty for field in (self.note, self.private, self.advice))

    def keep(self) -> None:
        """Send what was written and not kept yet."""
        for field in (self.note, self.private, self.advice):
            field.keep()

    def forget_private(self) -> None:
        """Fold the private note away again: another day is shown."""
        self._asked_private = False

    def _on_private(self) -> None:
        self._asked_private = True
        self.private.show()
        self.private_button.hide()
        self.private.setFocus()

    def _on_note(self, text: str) -> None:
        self.written.emit("notes", text)

    def _on_private_note(self, text: str) -> None:
        self.written.emit("private_notes", text)

    def _on_advice(self, text: str) -> None:
        self.written.emit("advice_received", text)
