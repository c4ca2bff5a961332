"""The top of the Today page: which day it is, the days beside it, and "Same as yesterday"."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.pages.today.day_bounds import day_title
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.date_button import DateButton
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.ui.pages.today.day_view import DayView
    from recovery_tracker.ui.widgets.day_picker import DayPicker


class DayHeading(QWidget):
    """Title and date; ``moved`` carries -1 or +1 day, ``picked`` a date to go to.

    ``copied`` asks for yesterday's grades, ``history_wanted`` what changed on the day.
    """

    moved = Signal(int)
    picked = Signal(object)
    copied = Signal()
    history_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # it makes do with the window's width and never asks for more
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title = Text("", "title", self)
        self._view: DayView | None = None
        self.picker: DayPicker | None = None
        self.date = DateButton(self)
        self.present = Button(
            _("Today"), "ghost", parent=self, hint=_("Back to the present day (Alt+Home)")
        )
        self.previous = Button(
            "",
            "outline",
            "chevron-left",
            self,
            name=_("Previous day"),
            hint=_("Previous day (Alt+Left)"),
        )
        self.next = Button(
            "",
            "outline",
            "chevron-right",
            self,
            name=_("Next day"),
            hint=_("Next day (Alt+Right)"),
        )
        self.same = Button(
            _("Same as yesterday"),
            "tonal",
            "repeat",
            self,
            hint=_("Copies yesterday's grades to what is not graded yet (Ctrl+R). Never signs."),
        )
        self.history = Button(
            _("What changed"),
            "ghost",
            "history",
            self,
            name=_("What changed"),
            hint=_("What changed: earlier versions, move to another date, delete"),
        )
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(0)
        self._words.addWidget(self.title)
        self._words.addWidget(self.date)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addLayout(self._words)
        line.addStretch(1)
        line.addWidget(self.history)
        line.addWidget(self.present)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        self._gap = QWidget(self)
        self._gap.setFixedWidth(0)  # with the spacing on both sides, 8 px
        line.addWidget(self._gap)
        line.addWidget(self.same)
        self.date.clicked.connect(self.open_picker)
        self.present.clicked.connect(self.go_to_present)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.same.clicked.connect(self.copied)
        self.history.clicked.connect(self.history_wanted)
        theme().themed.connect(self._retheme)
        self._retheme()

    def show_day(self, view: DayView) -> None:
        """Show the day and what can be done from here."""
        self._view = view
        self.title.setText(view.title)
        first, last = view.bounds
        self.date.show_date(view.date, with_year=view.date.year != view.snapshot.today.year)
        self.date.show_available(first <= last, view.why_closed)
        self.present.setText(_("Today") if last == view.snapshot.today else _("Last day"))
        self.present.setVisible(first <= last != view.date)
        self.previous.show_available(
            view.has_previous, _("The diary begins two weeks before the session.")
        )
        self.next.show_available(view.has_next, _("This day has not come yet."))
        self.history.setVisible(view.recovery.entry(view.date) is not None)
        offered = view.open and (view.alarm is None or bool(view.left))
        for part in (self._gap, self.same):
            part.setVisible(offered)
        if view.before is None or not view.before.scores:
            why = _("There are no grades for the day before to copy.")
        else:
            why = _("All that was graded the day before is graded here.")
        self.same.show_available(view.copies, why)
        self._make_room()

    def show_one_line(self, one: bool) -> None:
        """Put the date beside the title, or under it."""
        direction = QBoxLayout.Direction.LeftToRight if one else QBoxLayout.Direction.TopToBottom
        if self._words.direction() != direction:
            self._words.setDirection(direction)
            self._words.setSpacing(10 if one else 0)
            align = Qt.AlignmentFlag.AlignVCenter if one else Qt.AlignmentFlag(0)
            self._words.setAlignment(self.date, align)
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the word there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Keep "What changed" to its icon where the window is small and the text large."""
        layout = self.layout()
        if layout is None:
            return
        self.history.setText(_("What changed"))
        layout.invalidate()
        if layout.totalMinimumSize().width() > self.width():
            self.history.setText("")

    def _retheme(self) -> None:
        # as high as its buttons, also where one is not offered: what is below must not move
        self.setMinimumHeight(self.same.sizeHint().height())

    def open_picker(self) -> None:
        """Let the person choose another day."""
        view = self._view
        if view is None or not self.date.isEnabled():
            return
        from recovery_tracker.ui.widgets.day_picker import DayPicker  # not at the start

        self.picker = DayPicker(
            view.date, view.bounds, view.snapshot.today, view.logged, self._say_day, self.window()
        )
        self.picker.picked.connect(self.picked)
        self.picker.move(self.date.mapToGlobal(QPoint(0, self.date.height() + 4)))
        self.picker.show()

    def _say_day(self, date: dt.date) -> str:
        view = self._view
        if view is None:
            return ""
        words = _("{day}: logged.") if date in view.logged else _("{day}: nothing logged.")
        return words.format(day=day_title(view.recovery.day_of(date)))

    def go_to_present(self) -> None:
        """Go back to the present day."""
        if self._view is not None and not self.present.isHidden():
            self.picked.emit(self._view.bounds[1])

    def _on_previous(self) -> None:
        self.moved.emit(-1)

    def _on_next(self) -> None:
        self.moved.emit(1)
