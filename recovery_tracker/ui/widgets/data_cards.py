"""Where the data is, and what was deleted and can be brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.i18n import _, ngettext
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.models.deleted_rows import DeletedRow
from recovery_tracker.ui.reading_order import tab_through
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.setting_row import IconCard
from recovery_tracker.ui.widgets.text import Text

AT_FIRST = 20  # deleted items on screen before "Show items deleted earlier"


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
    """What was deleted in the last 30 days, the latest first.

    ``brought_back`` carries what is wanted again.
    """

    brought_back = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Deleted items"), "trash", parent)
        self._all: tuple[DeletedRow, ...] = ()
        self._shown = AT_FIRST
        self.about = Text("", "small", self, wrap=True)
        self.more = Button("", "ghost", "chevron-down", self, height=34)
        self.body.addWidget(self.about)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.body.addWidget(self.more)
        self.rows: list[_GoneRow] = []
        self.more.clicked.connect(self._show_more)

    def show_deleted(self, rows: Sequence[DeletedRow]) -> None:
        """List what can be brought back; a row is a widget, so that few are made at once."""
        self._all = tuple(rows)
        self.about.setText(
            _("They wait here for 30 days, then they are gone for good.")
            if rows
            else _("Nothing was deleted in the last 30 days.")
        )
        shown = self._all[: self._shown]
        while len(self.rows) < len(shown):
            row = _GoneRow(self)
            row.brought_back.connect(self.brought_back)
            self._list.addWidget(row)
            self.rows.append(row)
        tab_through((*(row.button for row in self.rows), self.more))
        for row in self.rows[len(shown) :]:
            row.hide()
        for row, gone in zip(self.rows, shown, strict=False):
            row.show_gone(gone)
            row.show()
        rest = len(self._all) - len(shown)
        self.more.setVisible(rest > 0)
        self.more.setText(
            ngettext(
                "Show {n} item deleted earlier", "Show {n} items deleted earlier", rest
            ).format(n=rest)
        )

    def _show_more(self) -> None:
        before = len(self.rows)
        self._shown += AT_FIRST
        self.show_deleted(self._all)
        if before < len(self.rows):
            self.rows[before].button.setFocus(Qt.FocusReason.OtherFocusReason)


class _GoneRow(QWidget):
    """One deleted item and the button that brings it back."""

    brought_back = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: DeletedRow | None = None
        self.what = Text("", "medium", self, wrap=True)
        self.waits = Text("", "hint", self, wrap=True)
        self.button = Button(_("Bring back"), "outline", "archive-restore", self, height=34)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.waits)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._bring_back)

    def show_gone(self, row: DeletedRow) -> None:
        """Show an item."""
        self._shown = row
        self.what.setText(row.what)
        self.waits.setText(row.waits)
        self.button.setAccessibleName(_("Bring back: {what}").format(what=row.what))
        self.button.setAccessibleDescription(row.waits)

    def _bring_back(self) -> None:
        if self._shown is not None:
            self.brought_back.emit(self._shown.gone)
