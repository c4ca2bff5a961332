"""What stands under the title of the Today page: the status slot, or the banner in its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_tracker.domain.warnings import Level, Warning
from recovery_tracker.i18n import _
from recovery_tracker.ui.pages.today.footer_words import (
    closed_words,
    copied_words,
    settled_text,
)
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.banner_urgency import not_felt_yet
from recovery_tracker.ui.widgets.status_slot import StatusSlot
from recovery_tracker.ui.widgets.warning_banner import BAR, WarningBanner

if TYPE_CHECKING:
    from recovery_tracker.ui.pages.today.day_view import DayView
    from recovery_tracker.ui.pages.today.scroll_column import ScrollColumn
    from recovery_tracker.ui.widgets.banner_parts import FoldedLine


class Top(QWidget):
    """One banner at a time, the highest; what the person has acted on in folded lines."""

    acted = Signal(object, str)
    felt = Signal(object, str)
    call_wanted = Signal(str)
    number_wanted = Signal()
    report_wanted = Signal()
    chart_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot = StatusSlot(self)
        self.banner = WarningBanner(self)
        self.folded: list[FoldedLine] = []
        self._folded_for: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._above = QVBoxLayout()
        self._above.setSpacing(8)
        column.addLayout(self._above)
        column.addWidget(self.slot)
        column.addWidget(self.banner)
        self._below = QVBoxLayout()
        self._below.setSpacing(8)
        column.addLayout(self._below)
        self.slot.chart_wanted.connect(self.chart_wanted)
        self.banner.acted.connect(self.acted)
        self.banner.felt.connect(self.felt)
        self.banner.call_wanted.connect(self.call_wanted)
        self.banner.number_wanted.connect(self.number_wanted)
        self.banner.report_wanted.connect(self.report_wanted)
        self.banner.chart_wanted.connect(self.chart_wanted)

    def show_day(self, view: DayView) -> None:
        """Show how the day stands."""
        open_warnings = view.unfolded
        asked = not_felt_yet(view.snapshot.active)
        self.banner.show_warning(
            open_warnings[0] if open_warnings else None,
            open_warnings[1:],
            view.snapshot.profile.dermatologist,
            view.snapshot.today,
            _of(open_warnings, asked),
        )
        self.slot.setVisible(not open_warnings and not view.folded)
        if not open_warnings and not view.folded:
            self._show_status(view)
        self._show_folded(view, asked)

    def _show_status(self, view: DayView) -> None:
        copied = view.snapshot.undo == _("Same as yesterday")
        if not view.open:
            self.slot.show_status("neutral", *closed_words(view), action=view.day >= 0)
        elif copied and view.signs_left and not view.left:
            self.slot.show_status("neutral", *copied_words(), action=False)
        else:
            status = view.status
            settled = settled_text(view, reminded=preferences().flag("reminder"))
            said = status.text if view.entry.recorded or not settled else ""
            text = " ".join(filter(None, (said, settled)))
            self.slot.show_status(status.kind, status.title, text, action=view.day >= 0)

    def _show_folded(self, view: DayView, asked: Sequence[str]) -> None:
        latest = view.recovery.acts[-1].act if view.recovery.acts else None
        act_is_latest = latest and view.snapshot.undo == _("What you did about a warning")
        wanted = (view.folded, self.banner.level)
        if wanted != self._folded_for:
            self._folded_for = wanted
            for line in self.folded:
                line.hide()
                line.deleteLater()
            self.folded = self._lines(view.folded, asked) if view.folded else []
        for line in self.folded:
            line.show_undo(bool(act_is_latest))

    def _lines(self, folded: Sequence[Warning], asked: Sequence[str]) -> list[FoldedLine]:
        """Put a line for each kind of folded warnings above the status, or below the banner."""
        from recovery_tracker.ui.widgets.banner_parts import FoldedLine
        from recovery_tracker.ui.widgets.banner_words import folded_words

        lines: list[FoldedLine] = []
        under = self.banner.level not in ("", Level.WATCH.code)
        for _words, together in groupby(folded, key=folded_words):
            warnings = tuple(together)
            # one question at a time: the banner's first
            line = FoldedLine(warnings, self, () if under else _of(warnings, asked))
            line.acted.connect(self.acted)
            line.felt.connect(self.felt)
            line.undo_wanted.connect(self.undo_wanted)
            (self._below if under else self._above).addWidget(line)
            line.show()
            lines.append(line)
        return lines

    def show_narrow(self, narrow: bool) -> None:
        """Leave out what there is no room for in a small window."""
        self.banner.show_narrow(narrow)

    def bottom_of_bar(self, column: ScrollColumn) -> int:
        """Where the lower edge of the banner's heading lies in the visible part."""
        return column.top_of(self.banner) + theme().px(BAR)


def _of(warnings: Sequence[Warning], rules: Sequence[str]) -> tuple[str, ...]:
    """Return those of the rules that some warnings come from."""
    here = {warning.rule for warning in warnings}
    return tuple(rule for rule in rules if rule in here)
