"""The panel beside a report: what can be done with it, what it shows, who sees it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.identity import LINES, Line
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button, Kind
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.check_box import CheckBox
from recovery_tracker.ui.widgets.text import Text

PATIENT = "patient"


class ReportPanel(QWidget):
    """Actions, options and the privacy line; ``chosen`` when another part is to be shown."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doing = ReportActions(self)
        self.includes = ReportIncludes(self)
        self._lock = QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.doing)
        column.addWidget(self.includes)
        column.addWidget(self._privacy())
        column.addStretch(1)
        self.includes.chosen.connect(self.chosen)
        theme().themed.connect(self._retheme)
        self._retheme()

    def _privacy(self) -> Card:
        card = Card("", self)
        title = _("You decide who sees it")
        card.setAccessibleName(title)
        heading = QHBoxLayout()
        heading.setSpacing(9)
        heading.addWidget(self._lock)
        heading.addWidget(Text(title, "strong", card), 1)
        card.body.addLayout(heading)
        words = _(
            "Nothing is sent by the app. Share the PDF yourself, by e-mail or on paper. Private "
            "notes are never in it."
        )
        card.body.addWidget(Text(words, "small", card, wrap=True))
        return card

    def _retheme(self) -> None:
        self._lock.setPixmap(theme().pixmap("lock", "on_tint", 18))


class ReportActions(Card):
    """Show, save, copy, and what became of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(_("What to do with the report"))
        self.show_it = self._button(_("Show my dermatologist"), "primary", "user")
        self.show_it.setToolTip(_("The report alone, over the whole screen (Ctrl+D)"))
        self.save = self._button(_("Save as PDF …"), "outline", "download")
        self.save.setToolTip(_("Save the report (Ctrl+S)"))
        self.copy = self._button(_("Copy a short summary"), "ghost", "copy")
        self.note = Text("", "small", self, wrap=True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder = self._button(_("Show in folder"), "ghost", "folder")
        self.body.addWidget(self.note)
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

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


class ReportIncludes(Card):
    """What the report shows; warnings, scale and limits are always in it."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("What to include"), parent)
        self.body.setSpacing(2)
        self.charts = self._box(_("Charts"))
        self.daily_log = self._box(_("Daily log"))
        self.notes_and_care = self._box(_("Notes and care"))
        self.earlier_sessions = self._box(_("Earlier sessions"))
        self.patient = self._box(_("My name and birth year"))
        self.more = Button(_("Other lines at the top"), "ghost", "chevron-down", self, height=34)
        self.more.setCheckable(True)
        self.body.addWidget(self.more)
        self._lines = QWidget(self)
        self._lines.setAccessibleName(_("Lines at the top of the report"))
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(8, 0, 0, 0)
        self._column.setSpacing(2)
        self._lines.hide()
        self.line_boxes: dict[str, CheckBox] = {}
        self.body.addWidget(self._lines)
        self.more.clicked.connect(self._unfold)

    def _box(self, words: str) -> CheckBox:
        check = CheckBox(words, self)
        check.setChecked(True)
        check.clicked.connect(self.chosen)
        self.body.addWidget(check)
        return check

    def options(self, paper: str) -> ReportOptions:
        """Return what is chosen."""
        left_out = {code for code, check in self.line_boxes.items() if not check.isChecked()}
        if not self.patient.isChecked():
            left_out.add(PATIENT)
        return ReportOptions(
            paper="us-letter" if paper == "us-letter" else "a4",
            leave_out=frozenset(left_out),
            charts=self.charts.isChecked(),
            daily_log=self.daily_log.isChecked(),
            notes_and_care=self.notes_and_care.isChecked(),
            earlier_sessions=self.earlier_sessions.isChecked(),
        )

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Offer the lines a report has; those left out stay offered."""
        for line in lines:
            if line.code != PATIENT and line.code not in self.line_boxes:
                check = CheckBox(_(LINES[line.code]), self._lines)
                check.setChecked(True)
                check.clicked.connect(self.chosen)
                self.line_boxes[line.code] = check
                self._column.addWidget(check)

    def _unfold(self) -> None:
        unfolded = self.more.isChecked()
        self._lines.setVisible(unfolded)
        self.more.show_kind("ghost", icon="chevron-up" if unfolded else "chevron-down")
