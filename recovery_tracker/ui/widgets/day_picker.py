"""A pop-up to go to another day of the diary: type its date, or find it in a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui import dates
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.date_input import Calendar, month_first, parse_date
from recovery_tracker.ui.widgets.text import Text

_MONTH = 43

Says = Callable[[dt.date], str]


class DayPicker(Calendar):
    """The days between two dates; ``picked`` carries the one the person chose.

    The days with an entry are underlined; under the month stands what a day is and whether it is
    logged, for those who do not see the line.
    """

    def __init__(
        self,
        shown: dt.date,
        bounds: tuple[dt.date, dt.date],
        today: dt.date,
        logged: Collection[dt.date],
        says: Says,
        parent: QWidget,
    ) -> None:
        super().__init__(shown, *bounds, parent)
        self._bounds = bounds
        self._today = today
        self._says = says
        self.setAccessibleName(_("Go to a date"))
        self.field = _DateLine(self)
        self.field.setText(dates.in_full(shown))
        self.words = Text("", "small", self, wrap=True)
        column = self.layout()
        if isinstance(column, QVBoxLayout):  # as the calendar made it
            column.insertWidget(0, self.field)
            column.addWidget(self.words)
        self._mark(logged)
        self._say(shown)
        self.field.returnPressed.connect(self._take)
        self.month.selectionChanged.connect(self._on_selected)
        self.setTabOrder(self.field, self.month)
        self.field.setFocus()
        self.field.selectAll()

    def _mark(self, logged: Collection[dt.date]) -> None:
        outside = QTextCharFormat()
        outside.setForeground(theme().colour("line"))
        first, last = self._bounds
        for days in range(1, _MONTH):  # as many as a month in sight can hold
            for date in (first - dt.timedelta(days=days), last + dt.timedelta(days=days)):
                self.month.setDateTextFormat(QDate(date.year, date.month, date.day), outside)
        form = QTextCharFormat()
        form.setFontUnderline(True)
        form.setFontWeight(theme().font("bold").weight())
        for date in logged:
            self.month.setDateTextFormat(QDate(date.year, date.month, date.day), form)

    def _on_selected(self) -> None:
        chosen = self.month.selectedDate()
        date = dt.date(chosen.year(), chosen.month(), chosen.day())
        self.field.setText(dates.in_full(date))
        self._say(date)
        announce(self.month, self.words.text())

    def _say(self, date: dt.date) -> None:
        self.words.show_tone("")
        self.words.setText(self._says(date))

    def _take(self) -> None:
        """Go to what is typed, or say which days there are."""
        date = parse_date(self.field.text(), self._today, month_first=month_first())
        first, last = self._bounds
        if date is not None and first <= date <= last:
            self.picked.emit(date)
            self.close()
            return
        self.words.show_tone("text")
        self.words.setText(
            _("Type a date from {first} to {last}.").format(
                first=dates.day_month_year(first), last=dates.day_month_year(last)
            )
        )
        self.field.setAccessibleDescription(self.words.text())
        announce(self.field, self.words.text())
        self.field.selectAll()


class _DateLine(QLineEdit):
    """The field for a date; Down goes on to the month."""

    def __init__(self, picker: DayPicker) -> None:
        super().__init__(picker)
        self._picker = picker
        self.setAccessibleName(_("Date"))
        self.setPlaceholderText(_("Type a date"))
        self.setTextMargins(4, 0, 4, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the month with Down."""
        if event.key() == Qt.Key.Key_Down:
            self._picker.month.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
