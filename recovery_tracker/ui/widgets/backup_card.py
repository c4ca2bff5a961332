"""The card of backups in Settings: how they stand, where they are, and what can be done."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.settings import BACKUP_LIMIT
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.copies import copies
from recovery_tracker.ui.models import backup_words as words
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.form_rows import FlowRow
from recovery_tracker.ui.widgets.note_box import NoteBox
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.setting_row import IconCard, SettingRow
from recovery_tracker.ui.widgets.text import Text

PLACE, SECOND = "backup_place", "second_place"


class BackupCard(IconCard):
    """``wanted`` carries the name of the page to go to: "restore" or "my_data"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget, zone: dt.tzinfo | None = None) -> None:
        super().__init__(_("Backup"), "archive", parent)
        self._zone = zone
        self.copies = copies()
        self.trouble = NoteBox("", "info", self)
        self.status = _Line("", self)
        self.now = Button(_("Back up now"), "tonal", "download", self)
        self.status.add(self.now)
        self.place = _Line(_("Place"), self)
        self.own_place = Button(_("Use the data folder"), "ghost", parent=self, height=36)
        self.change_place = Button(
            _("Change"), "ghost", parent=self, name=_("Change the place"), height=36
        )
        self.place.add(self.own_place, self.change_place)
        self.second = _Line(_("Second place"), self)
        self.no_second = Button(
            _("Remove"), "ghost", parent=self, name=_("Remove the second place"), height=36
        )
        self.change_second = Button(
            _("Change"), "ghost", parent=self, name=_("Change the second place"), height=36
        )
        self.second.add(self.no_second, self.change_second)
        options = tuple((value, _(word)) for value, word in BACKUP_LIMIT.options)
        self.limit = Segmented(options, _("At most"), self)
        self.room = Text("", "small", self, wrap=True)
        self.restore = Button(_("Restore a backup"), "outline", "archive-restore", self)
        self.data = Button(_("Where is my data"), "ghost", "folder", self)
        for part in (self.trouble, self.status, self.place, self.second):
            self.body.addWidget(part)
        self.body.addWidget(SettingRow(_("At most"), self.limit, self))
        self.body.addWidget(self.room)
        self.body.addWidget(FlowRow((self.restore, self.data), self))
        self._connect()
        self.show_standing()

    def _connect(self) -> None:
        self.copies.changed.connect(self.show_standing)
        preferences().changed.connect(self.show_standing)
        self.now.clicked.connect(self.copies.back_up_wanted)
        self.restore.clicked.connect(self._ask_restore)
        self.data.clicked.connect(self._ask_data)
        self.limit.chosen.connect(self._put_limit)
        self.change_place.clicked.connect(self._ask_place)
        self.change_second.clicked.connect(self._ask_second)
        self.own_place.clicked.connect(self._forget_place)
        self.no_second.clicked.connect(self._forget_second)

    # What is shown ---------------------------------------------------------------------------

    def show_zone(self, zone: dt.tzinfo | None) -> None:
        """Take the zone the person is in, which says what time it was."""
        if zone != self._zone:
            self._zone = zone
            self.show_standing()

    def show_standing(self) -> None:
        """Show how the backups stand; the sample has none."""
        standing = self.copies.standing
        self.setVisible(standing is not None)
        if standing is None:
            return
        trouble = standing.trouble
        self.trouble.setVisible(bool(trouble))
        if trouble and trouble != self.trouble.words.text():
            announce(self, trouble)
        self.trouble.words.setText(trouble)
        busy = self.copies.busy
        self.status.show_words(
            words.last_words(standing, self._zone),
            busy or words.about_words(standing, locked=self.copies.locked),
        )
        self.now.show_available(not busy, busy)
        self.place.show_words(_("Place"), words.place_words(standing))
        self.own_place.setVisible(standing.chosen)
        self.second.show_words(_("Second place"), words.second_words(standing.second, self._zone))
        self.no_second.setVisible(standing.second is not None)
        self.change_second.setText(_("Change") if standing.second else _("Choose"))
        self.limit.show_value(preferences().number(BACKUP_LIMIT.key))
        self.room.setText(words.all_words(standing))

    # What the person does ----------------------------------------------------------------------

    def _ask_restore(self) -> None:
        self.wanted.emit("restore")

    def _ask_data(self) -> None:
        self.wanted.emit("my_data")

    def _put_limit(self, number: object) -> None:
        if isinstance(number, int):
            preferences().put(BACKUP_LIMIT.key, number)

    def _ask_place(self) -> None:
        self._ask_folder(_("The place of the backups"), PLACE)

    def _ask_second(self) -> None:
        self._ask_folder(_("The second place of the backups"), SECOND)

    def _ask_folder(self, title: str, key: str) -> None:
        dialog = QFileDialog(self, title, preferences().text(key))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setObjectName(key)
        dialog.fileSelected.connect(self._take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_folder(self, folder: str) -> None:
        dialog = self.sender()
        if dialog is not None:
            preferences().put(dialog.objectName(), folder)

    def _forget_place(self) -> None:
        preferences().put(PLACE, "")

    def _forget_second(self) -> None:
        preferences().put(SECOND, "")


class _Line(QWidget):
    """A fact with a title, and at its right what can be done about it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.title = Text(title, "strong", self, wrap=True)
        self.words = Text("", "small", self, wrap=True)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.title)
        column.addWidget(self.words)
        self._row.addLayout(column, 1)

    def add(self, *controls: QWidget) -> None:
        """Put controls at the right."""
        for control in controls:
            self._row.addWidget(control)

    def show_words(self, title: str, words: str) -> None:
        """Show the fact."""
        self.title.setText(title)
        self.words.setText(words)
