"""Restoring a backup: which one, what would change, and that the present state is kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from recovery_tracker.domain.log_changes import in_words
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.copies import Look, copies
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.backup_words import backup_words, size_words
from recovery_tracker.ui.scroll_page import GAP, ScrollPage
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import FlowRow
from recovery_tracker.ui.widgets.note_box import NoteBox
from recovery_tracker.ui.widgets.text import Text

_LIST_HEIGHT = 330  # px


class RestorePage(ScrollPage):
    """A page like a dialog; nothing is restored before it is said what would change.

    Where the diary is damaged it is the only page: it offers the last good backup, and to read
    what can be read.
    """

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Restore a backup"))
        self.copies = copies()
        self._file: Path | None = None
        self._zone: dt.tzinfo | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Backups, newest first"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.list.setSpacing(5)
        self.other = Button(_("Another file"), "outline", "folder", self)
        self.none = Text(_("There is no backup yet."), "body", self, wrap=True)
        self.chosen = Text("", "strong", self, wrap=True)
        self.changes = Text("", "body", self, wrap=True)
        self.kept = NoteBox(
            _("What the diary holds now is kept first, as a backup. You can go back to it."),
            "info",
            self,
        )
        self.do_it = Button(_("Restore this backup"), "primary", "archive-restore", self, height=44)
        self.back = Button(_("Cancel"), "ghost", parent=self, height=44)
        self.salvage = Button(_("Read what can be read"), "outline", "search", self)
        self._salvage_card = Card(_("Without a backup"), self)
        self._lay_out()
        self._connect()
        self._show_standing()

    def _lay_out(self) -> None:
        left, right = Card(_("Backups"), self), Card(_("What will change"), self)
        self.list.setMinimumHeight(theme().px(_LIST_HEIGHT))
        left.body.addWidget(self.none)
        left.body.addWidget(self.list)
        left.body.addWidget(FlowRow((self.other,), self))
        for part in (self.chosen, self.changes, self.kept):
            right.body.addWidget(part)
        right.body.addWidget(FlowRow((self.do_it, self.back), self))
        right.body.addStretch(1)
        self._salvage_card.body.addWidget(
            Text(
                _(
                    "What can still be read of the damaged file goes into a new diary. You are "
                    "told what was lost. The damaged file is kept."
                ),
                "body",
                self,
                wrap=True,
            )
        )
        self._salvage_card.body.addWidget(FlowRow((self.salvage,), self))
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(right)
        column.addWidget(self._salvage_card)
        column.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(GAP + 2)
        columns.addWidget(left, 1)
        columns.addLayout(column, 1)
        self.body.addLayout(columns)

    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.copies.changed.connect(self._show_standing)
        self.copies.looked.connect(self._show_look)
        self.do_it.clicked.connect(self._restore)
        self.list.currentItemChanged.connect(self._choose)
        self.other.clicked.connect(self._ask_file)
        self.salvage.clicked.connect(self._salvage)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take the zone the person is in."""
        zone = self.live.journal.now.tzinfo
        if zone != self._zone:
            self._zone = zone
            self._fill()

    def open_at(self, place: object) -> None:
        """Begin without a choice, or with a file."""
        self._file = place if isinstance(place, Path) else None
        self._show_standing()
        if self._file is not None:
            self.copies.look_wanted.emit(self._file)

    def _show_standing(self) -> None:
        damaged = self.copies.damaged
        self._salvage_card.setVisible(bool(damaged))
        self.kept.setVisible(not damaged)
        self.back.setVisible(not damaged)
        self.subtitle.setText(
            _("The last good copy brings your diary back; the damaged file is kept.")
            if damaged
            else _("A backup takes the place of what the diary holds now")
        )
        listed = [file for _backup, file in self.copies.listed]
        if listed != self._in_list():
            self._fill()
        self.none.setVisible(not listed)
        self.list.setVisible(bool(listed))
        self._show_choice()
        if damaged and listed and self._file is None and not self.copies.busy:
            self.list.setCurrentRow(0)  # the last one, which is looked at at once

    def _in_list(self) -> list[Path]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items]

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for backup, file in self.copies.listed:
            when = backup_words(backup, self._zone)
            words = _("{when} ({why}, {size})").format(
                when=when, why=backup.reason, size=size_words(backup.size)
            )
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, file)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)

    def _show_choice(self) -> None:
        busy = self.copies.busy
        if self._file is None:
            self.chosen.setText(_("Choose a backup."))
            self.changes.setText(busy)
        elif busy:
            self.changes.setText(busy)
        ready = self._file is not None and not busy and self.do_it.property("ready") is True
        self.do_it.show_available(ready, busy or _("Choose a backup first."))
        self.salvage.show_available(not busy, busy)

    def _show_look(self, look: Look) -> None:
        """Say what the chosen backup would change, or why it cannot be restored."""
        if look.file != self._file:
            return
        if look.trouble:
            words = look.trouble
        elif look.changes is None:
            words = _("This backup is whole.")
        else:
            lines = list(in_words(look.changes))
            if look.changes.last_entry is not None:
                lines.append(
                    _("Its last entry is of {date}.").format(
                        date=dates.day_month_year(look.changes.last_entry)
                    )
                )
            words = "\n".join(lines)
        self.changes.setText(words)
        self.do_it.setProperty("ready", not look.trouble)
        self._show_choice()
        announce(self.changes, words)

    # What the person does ----------------------------------------------------------------------

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._take(item.data(Qt.ItemDataRole.UserRole), item.text())

    def _take(self, file: Path, words: str) -> None:
        self._file = file
        self.chosen.setText(words)
        self.do_it.setProperty("ready", False)
        self.copies.look_wanted.emit(file)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Choose a backup"), "", _("Backups (*.db)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_file(self, name: str) -> None:
        self.list.setCurrentRow(-1)
        self._take(Path(name), name)

    def _restore(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            self.do_it.setProperty("ready", False)
            self.copies.restore_wanted.emit(file)

    def _salvage(self) -> None:
        self.copies.salvage_wanted.emit(None)

    def _leave(self) -> None:
        self.went.emit("settings", None)
