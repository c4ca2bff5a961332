"""Where is my data: each file, what is in it, and that nothing leaves this computer."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.copies import Kept, copies
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.backup_words import size_words
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.save_dialog import SaveDialog
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import FlowRow
from recovery_tracker.ui.widgets.note_box import NoteBox
from recovery_tracker.ui.widgets.text import Text


class MyDataPage(ScrollPage):
    """A list of files to read, and three ways on: export, restore, erase."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Where is my data"))
        self.subtitle.setText(_("Everything is in files on this computer; here is each of them"))
        self.copies = copies()
        folder = preferences().folder
        self._folder = str(folder) if folder else ""
        self.warning = NoteBox("", "info", self)
        self.warning.hide()
        self.copy = Button(_("Copy the place"), "outline", "copy", self, height=36)
        self.export = Button(_("Export everything"), "outline", "download", self)
        self.erase = Button(_("Erase everything"), "ghost", "trash", self)
        self.back = Button(_("Back to Settings"), "outline", "chevron-left", self, height=36)
        self.add_action(self.back)
        self._dialog = SaveDialog(self, _("Export everything"), _("Everything, with photos"), "zip")
        self._kept: Kept | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addWidget(self.warning)
        files = Card(_("On this computer"), self)
        files.body.addWidget(Text(self._folder, "medium", self, wrap=True))
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        files.body.addWidget(self._rows)
        files.body.addWidget(FlowRow((self.copy,), self))
        self.body.addWidget(files)
        leaves = Card(_("What leaves this computer"), self)
        leaves.body.addWidget(
            Text(
                _(
                    "Nothing. The program has no account, sends nothing and looks for no updates. "
                    "Only what you export, print or copy yourself goes anywhere."
                ),
                "body",
                self,
                wrap=True,
            )
        )
        self.body.addWidget(leaves)
        take = Card(_("Take it with you, or remove it"), self)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(
            Text(
                _(
                    "Export everything writes one file with all sessions, entries, private notes "
                    "and photos. It is not encrypted."
                ),
                "body",
                self,
                wrap=True,
            )
        )
        column.addWidget(FlowRow((self.export, self.erase), self))
        take.body.addLayout(column)
        self.body.addWidget(take)

    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.copies.changed.connect(self._ask)
        self.copies.kept_known.connect(self._show_kept)
        self.copy.clicked.connect(self._copy)
        self.erase.clicked.connect(self._ask_erase)
        self.export.clicked.connect(self._ask_export)
        self._dialog.chosen.connect(self.copies.export_wanted)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Look at the files anew."""
        self.copies.kept_wanted.emit()

    def _ask(self) -> None:
        if self.isVisible() and not self.copies.busy:
            self.copies.kept_wanted.emit()

    def _show_kept(self, kept: Kept) -> None:
        """List the files."""
        self.warning.setVisible(bool(kept.warning))
        self.warning.words.setText(kept.warning)
        if kept == self._kept:
            return
        self._kept = kept
        for text in self._rows.findChildren(Text):
            self._grid.removeWidget(text)  # an item that takeAt gives is never freed
            text.hide()
            text.deleteLater()
        for row, file in enumerate(kept.files):
            inside = file.place.startswith(self._folder)
            place = file.place[len(self._folder) + 1 :] if inside else file.place
            size = size_words(file.size) if file.size >= 0 else _("not there now")
            for column, (words, role) in enumerate(
                ((place, "strong"), (file.what, "body"), (size, "body"))
            ):
                self._grid.addWidget(Text(words, role, self._rows, wrap=column < 2), row, column)

    # What the person does ----------------------------------------------------------------------

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._folder)
        announce(self, _("Copied."))

    def _ask_export(self) -> None:
        self._dialog.ask(_("recovery-tracker-everything") + ".zip")

    def _ask_erase(self) -> None:
        self.went.emit("erase", None)

    def _leave(self) -> None:
        self.went.emit("settings", None)
