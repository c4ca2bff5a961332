"""The versions of something, newest first, each in words and with a way back to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.i18n import _, ngettext
from recovery_tracker.ui.models.history_rows import HistoryRow
from recovery_tracker.ui.reading_order import tab_through
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import rule
from recovery_tracker.ui.widgets.text import Text

AT_FIRST = 20  # versions on screen before "Show earlier ones"


class _VersionRow(QWidget):
    """One version: when, what it changed, and the button that brings it back."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: HistoryRow | None = None
        self._line = rule(self)
        self._heading = Text("", "strong", self, wrap=True)
        self._now = Text(_("This is how it stands now."), "hint", self)
        self._lines = Text("", "body", self, wrap=True)
        self.back = Button(_("Bring this version back"), "outline", "history", self, height=36)
        words = QVBoxLayout()
        words.setSpacing(2)
        for text in (self._heading, self._lines, self._now):
            words.addWidget(text)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(words, 1)
        across.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addLayout(across)
        self.back.clicked.connect(self._on_clicked)

    def show_row(self, row: HistoryRow, *, first: bool) -> None:
        """Show a version; the first stands without a line above it."""
        self._row = row
        self._line.setVisible(not first)
        self._heading.setText(row.heading)
        self._lines.setText("\n".join(row.lines))
        self._lines.setVisible(bool(row.lines))
        self._now.setVisible(row.is_now)
        self.back.setVisible(row.version is not None)
        self.back.setAccessibleName(
            _("Bring this version back: {version}").format(version=row.heading)
        )
        self.back.setAccessibleDescription("; ".join(row.lines))

    @property
    def words(self) -> tuple[str, str]:
        """What the row says: its heading and its lines."""
        return self._heading.text(), self._lines.text()

    def _on_clicked(self) -> None:
        if self._row is not None:
            self.wanted.emit(self._row.version)


class HistoryCard(Card):
    """The rows; ``wanted`` carries the version the person wants back."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Versions, newest first"), parent)
        self._shown = AT_FIRST
        self._all: tuple[HistoryRow, ...] = ()
        self._empty = Text("", "body", self, wrap=True)
        self.rows: list[_VersionRow] = []
        self.body.setSpacing(10)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.more = Button("", "ghost", "chevron-down", self)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._list)
        self.body.addWidget(self.more)
        self.more.clicked.connect(self._show_more)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in reading order."""
        return (*(row.back for row in self.rows), self.more)

    def show_rows(self, rows: Sequence[HistoryRow], nothing: str, *, anew: bool) -> None:
        """Show versions, or the sentence that there are none; ``anew`` begins with the newest."""
        self._all = tuple(rows)
        if anew:
            self._shown = AT_FIRST
        self._empty.setText(nothing)
        self._empty.setVisible(not rows)
        shown = self._all[: self._shown]
        while len(self.rows) < len(shown):
            row = _VersionRow(self)
            row.wanted.connect(self.wanted)
            self._list.addWidget(row)
            self.rows.append(row)
        for widget in self.rows[len(shown) :]:
            widget.hide()
        for at, (widget, row) in enumerate(zip(self.rows, shown, strict=False)):
            widget.show_row(row, first=at == 0)
            widget.show()
        rest = len(self._all) - len(shown)
        self.more.setVisible(rest > 0)
        self.more.setText(
            ngettext("Show {n} earlier version", "Show {n} earlier versions", rest).format(n=rest)
        )

    def _show_more(self) -> None:
        before = len(self.rows)
        self._shown += AT_FIRST
        self.show_rows(self._all, self._empty.text(), anew=False)
        tab_through(self.controls)
        if before < len(self.rows):
            self.rows[before].back.setFocus(Qt.FocusReason.OtherFocusReason)
