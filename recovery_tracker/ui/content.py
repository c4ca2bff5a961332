"""What stands right of the sidebar: the page in front, with strips above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_tracker.ui.deck import Deck
from recovery_tracker.ui.messages import MessageBar, Messages
from recovery_tracker.ui.pages import ASIDE, FIRST_RUN, LOCKED
from recovery_tracker.ui.standing import pressing
from recovery_tracker.ui.strips import PressingBar, SampleStrip, UndoStrip

if TYPE_CHECKING:
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.page import PageSpec

_WITHOUT_BAR = ("report", FIRST_RUN.name, LOCKED.name)  # the report carries its warnings itself


class Content(QWidget):
    """The column of sample strip, folded warning, message, page and undo."""

    def __init__(self, specs: Sequence[PageSpec], live: LiveJournal, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self.sample = SampleStrip(self)
        self.pressing = PressingBar(self)
        bar = MessageBar(self)
        self.messages = Messages(bar, self)
        self.deck = Deck((*specs, *ASIDE), live, self)
        self.undo = UndoStrip(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.sample, self.pressing, bar):
            column.addWidget(part)
        column.addWidget(self.deck, 1)
        column.addWidget(self.undo)
        self._column = column

    def put_above(self, strip: QWidget) -> None:
        """Put a further strip above the page."""
        self._column.insertWidget(self._column.indexOf(self.deck), strip)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the page in front the diary, and what goes with it above and below."""
        self.deck.setEnabled(True)
        self.deck.refresh()
        self.show_strips(snapshot)

    def forget(self) -> None:
        """Let go of all that was said of the diary, above, below and on the pages."""
        self.messages.forget()
        self.pressing.forget()
        self.undo.forget()
        self.deck.forget()

    def show_strips(self, snapshot: Snapshot | None) -> None:
        """Fold the highest warning of the pages that do not carry it; name what can be undone."""
        page = self.deck.page
        if snapshot is None or page is None:
            return
        warning = None
        if self.deck.name not in _WITHOUT_BAR:
            warning = pressing(snapshot, elsewhere_only=self.deck.name == "today")
        self.pressing.show_warning(warning, snapshot)
        self.undo.show_undo("" if page.has_footer else snapshot.undo)
