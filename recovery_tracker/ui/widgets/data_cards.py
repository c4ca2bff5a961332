"""Where the data is, and what was deleted and can be brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_tracker.domain.kept import Deleted
from recovery_tracker.i18n import _
from recovery_tracker.ui import dates
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.setting_row import IconCard
from recovery_tracker.ui.widgets.text import Text


class PlaceCard(IconCard):
    """The data folder, to read and to copy."""

    def __init__(self, folder: str, parent: QWidget) -> None:
        super().__init__(_("Where your data is"), "folder", parent)
        self._folder = folder
        place = Text(folder, "medium", self, wrap=True)
        place.setAccessibleName(_("Data folder: {folder}").format(folder=folder))
        self.body.addWidget(place)
        self.body.addWidget(
            Text(
                _("Only on this computer, in a folder only you can open. Nothing is sent."),
                "small",
                self,
                wrap=True,
            )
        )
        self.copy = Button(_("Copy the place"), "outline", "copy", self, height=36)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        self.body.addLayout(row)
        self.copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._folder)
        announce(self, _("Copied."))


class DeletedCard(IconCard):
    """What was deleted in the last 30 days; ``brought_back`` carries what is wanted again."""

    brought_back = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Deleted items"), "trash", parent)
        self.body.addWidget(
            Text(
                _("They wait here for 30 days, then they are gone for good."),
                "small",
                self,
                wrap=True,
            )
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)
        self.buttons: list[Button] = []
        self._items: list[Deleted] = []

    def show_deleted(self, deleted: Sequence[Deleted]) -> None:
        """List what can be brought back; without anything the card is not there."""
        self.setVisible(bool(deleted))
        if list(deleted) == self._items:
            return
        self._items = list(deleted)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.buttons = [self._add(gone) for gone in deleted]

    def _add(self, gone: Deleted) -> Button:
        what = _("Session of {date}") if gone.kind == "session" else _("Entry of {date}")
        words = what.format(date=dates.short_with_year(gone.date))
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(line))
        row.addWidget(Text(words, "medium", line), 1)
        button = Button(_("Bring back"), "outline", "archive-restore", line, height=34)
        button.setAccessibleName(_("Bring back: {what}").format(what=words))
        button.clicked.connect(self._bring_back)
        row.addWidget(button)
        self._rows.addWidget(line)
        return button

    def _bring_back(self) -> None:
        for button, gone in zip(self.buttons, self._items, strict=True):
            if button is self.sender():
                self.brought_back.emit(gone)
