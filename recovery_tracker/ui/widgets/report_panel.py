"""The panel beside a report: what can be done with it, what it shows, who sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.identity import LINES, Line
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.check_box import CheckBox
from recovery_tracker.ui.widgets.report_actions import ReportActions
from recovery_tracker.ui.widgets.report_scope import ReportScope
from recovery_tracker.ui.widgets.text import Text

PATIENT = "patient"


class ReportPanel(QWidget):
    """Actions, options and the privacy line; ``chosen`` when another part is to be shown."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doing = ReportActions(self)
        self.scope = ReportScope(self)
        self.includes = ReportIncludes(self)
        self._lock = QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.doing)
        column.addWidget(self.includes)
        column.addWidget(self.scope)
        column.addWidget(self._privacy())
        column.addStretch(1)
        self.includes.chosen.connect(self.chosen)
        self.scope.chosen.connect(self.chosen)
        theme().themed.connect(self._retheme)
        self._retheme()

    def options(self, paper: str) -> ReportOptions:
        """Return all that is chosen."""
        return self.scope.add_to(self.includes.options(paper))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer what the session on screen has."""
        self.scope.show_snapshot(snapshot)
        recovery = snapshot.recovery
        self.includes.offer_private_notes(
            recovery is not None and any(entry.private_notes for entry in recovery.entries)
        )
        self.includes.offer_photos(recovery is not None and bool(recovery.photos))

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
            "notes and photos stay out of it unless you tick them."
        )
        card.body.addWidget(Text(words, "small", card, wrap=True))
        return card

    def _retheme(self) -> None:
        self._lock.setPixmap(theme().pixmap("lock", "on_tint", 18))


class ReportIncludes(Card):
    """What the report shows; warnings, scale and limits are always in it.

    What is left out is kept for later reports. Private notes and photos are chosen each time
    anew: they are off until then, and when the program starts again.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("What to include"), parent)
        self.body.setSpacing(2)
        self.charts = self._box(_("Charts"))
        self.daily_log = self._box(_("Daily log"))
        self.notes_and_care = self._box(_("Notes and care"))
        self.earlier_sessions = self._box(_("Earlier sessions"))
        self.patient = self._box(_("My name and birth year"))
        self.private_notes = self._box(_("Private notes"), chosen=False)
        self.private_notes.hide()
        self.photos = self._box(_("Photos"), chosen=False)
        self.photos.hide()
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
        self._restore(preferences().text("report_without").split(","))
        self.chosen.connect(self._keep)

    def _box(self, words: str, *, chosen: bool = True) -> CheckBox:
        check = CheckBox(words, self)
        check.setChecked(chosen)
        check.clicked.connect(self.chosen)
        self.body.addWidget(check)
        return check

    @property
    def _kept(self) -> dict[str, CheckBox]:
        """The boxes whose answers are kept, by the code they are kept under."""
        return {
            "charts": self.charts,
            "daily_log": self.daily_log,
            "notes_and_care": self.notes_and_care,
            "earlier_sessions": self.earlier_sessions,
            PATIENT: self.patient,
            **{f"line:{code}": check for code, check in self.line_boxes.items()},
        }

    def _restore(self, left_out: Sequence[str]) -> None:
        for code in LINES:
            if f"line:{code}" in left_out:
                self._offer_line(code)
        for code, check in self._kept.items():
            check.setChecked(code not in left_out)

    def _keep(self) -> None:
        left_out = (code for code, check in self._kept.items() if not check.isChecked())
        preferences().put("report_without", ",".join(left_out))

    def offer_private_notes(self, there_are: bool) -> None:
        """Offer to print private notes where there are any."""
        self.private_notes.setVisible(there_are)
        if not there_are:
            self.private_notes.setChecked(False)

    def offer_photos(self, there_are: bool) -> None:
        """Offer to print photos where there are any."""
        self.photos.setVisible(there_are)
        if not there_are:
            self.photos.setChecked(False)

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
            private_notes=self.private_notes.isChecked(),
            photos=self.photos.isChecked(),
        )

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Offer the lines a report has; those left out stay offered."""
        for line in lines:
            if line.code != PATIENT and line.code not in self.line_boxes:
                self._offer_line(line.code)

    def _offer_line(self, code: str) -> None:
        check = CheckBox(_(LINES[code]), self._lines)
        check.setChecked(True)
        check.clicked.connect(self.chosen)
        self.line_boxes[code] = check
        self._column.addWidget(check)

    def _unfold(self) -> None:
        unfolded = self.more.isChecked()
        self._lines.setVisible(unfolded)
        self.more.show_kind("ghost", icon="chevron-up" if unfolded else "chevron-down")
