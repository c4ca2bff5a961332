"""What can be done with a report: show, save, print, copy, and what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.widgets.buttons import Button, Kind
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.text import Text

_PATIENCE_MS = 400  # shorter work shows no progress: it would only flicker


class ReportActions(Card):
    """Show, save, copy, and what became of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(_("What to do with the report"))
        self.show_it = self._button(_("Show my dermatologist"), "primary", "user")
        self.show_it.setToolTip(_("The report alone, over the whole screen (Ctrl+D)"))
        self.save = self._button(_("Save as PDF …"), "outline", "download")
        self.save.setToolTip(_("Save the report (Ctrl+S)"))
        self.print_it = self._button(_("Print …"), "outline", "printer")
        self.print_it.setToolTip(_("Print the report (Ctrl+P)"))
        self.copy = self._button(_("Copy a short summary"), "ghost", "copy")
        self.note = Text("", "small", self, wrap=True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder = self._button(_("Show in folder"), "ghost", "folder")
        self.going = WorkInHand(self)
        self.body.addWidget(self.note)
        self.body.addWidget(self.going)
        self.body.addWidget(self.folder)
        self._path: Path | None = None
        self.folder.clicked.connect(self._open_folder)
        self.say("")

    def _button(self, text: str, kind: Kind, icon: str) -> Button:
        button = Button(text, kind, icon, self)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(button)
        return button

    def say(self, sentence: str, written: Path | None = None) -> None:
        """Say what became of it; a file that was written can be shown in its folder."""
        self._path = written
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        self.folder.setVisible(written is not None)
        if sentence:
            announce(self.note, sentence)

    def show_working(self, working: bool) -> None:
        """Offer one thing at a time to be made: a file or a print."""
        why = _("A report is being made.") if working else ""
        self.save.show_available(not working, why)
        self.print_it.show_available(not working, why)
        self.going.show_working(working)

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


class WorkInHand(QWidget):
    """How far a file or a print is, and a way to give it up; in sight when it takes a while."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress of the report"))
        self.cancel = Button(_("Cancel"), "outline", parent=self, height=34)
        self.cancel.setAccessibleName(_("Cancel the report"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.cancel)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self.show)
        self.hide()

    def show_working(self, working: bool) -> None:
        """Come into sight soon, or go."""
        if working:
            self.show_progress(0, 0)
            self._soon.start()
        else:
            self._soon.stop()
            self.hide()

    def show_progress(self, done: int, steps: int) -> None:
        """Show how far it is; without steps, only that something is done."""
        self.bar.setRange(0, steps)
        self.bar.setValue(done)
