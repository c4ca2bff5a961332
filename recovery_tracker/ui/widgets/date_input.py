"""A date that may be missing: typed in the way people write dates, or picked from a calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from recovery_tracker.domain.note_search import folded
from recovery_tracker.domain.wording import MONTHS
from recovery_tracker.i18n import _
from recovery_tracker.ui import dates
from recovery_tracker.ui.language import locale
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.painted import Painted

_CENTURY = 100
_OPENER = 30  # px, a square
_AHEAD = dt.timedelta(days=60)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_WORDS = re.compile(
    r"(?:\w+,?\s+)?(\d{1,2})(?:\.|er|\.?º)?\s+(?:de\s+)?(\w{3,})\.?,?(?:\s+(?:del?\s+)?(\d{4}))?"
)


def parse_date(text: str, today: dt.date, *, month_first: bool = False) -> dt.date | None:
    """Understand a date as people write it; ``None`` where it is not one.

    Args:
        text: such as "14 November 2026", "14 Nov", "14.11.2026" or "2026-11-14".
        today: gives the year where none is written: the nearest such day up to today.
        month_first: whether "3/4/2026" is 4 March.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(text):
        one, two, year = int(found[1]), int(found[2]), int(found[3])
        month, day = (one, two) if month_first else (two, one)
        if year < _CENTURY:
            year += today.year // _CENTURY * _CENTURY
            year -= _CENTURY if year > today.year + 1 else 0
        return _made(year, month, day)
    if found := _WORDS.fullmatch(text):
        return _in_words(int(found[1]), found[2], found[3], today)
    return None


def _in_words(day: int, name: str, year: str | None, today: dt.date) -> dt.date | None:
    name = folded(name)
    for month, known in enumerate(MONTHS, 1):
        if folded(_(known)).startswith(name) or folded(known).startswith(name):
            if year:
                return _made(int(year), month, day)
            this_year = _made(today.year, month, day)
            if this_year is not None and this_year > today + _AHEAD:
                return _made(today.year - 1, month, day)
            return this_year
    return None


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


class DateInput(Painted, QLineEdit):
    """A field for a date; ``chosen`` carries it when the person gave another one, or ``None``.

    What cannot be understood stays in the field; :attr:`understood` is false then.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        form: Callable[[dt.date], str] = dates.in_full,
    ) -> None:
        """Make a field called ``name`` that writes its date in a form :func:`parse_date` reads."""
        super().__init__(parent)
        self._form = form
        self._date: dt.date | None = None
        self._today = dt.date.min
        self._latest: dt.date | None = None
        self._earliest: dt.date | None = None
        self.understood = True
        self._calendar: Calendar | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(_("Type a date"))
        self.setClearButtonEnabled(False)
        self.opener = Button("", "ghost", "calendar", self, name=_("Pick a date"), height=30)
        self.opener.setAccessibleName(f"{name}: {self.opener.accessibleName()}")
        self.opener.setToolTip(_("Pick a date (F4)"))
        self.opener.setCursor(Qt.CursorShape.ArrowCursor)
        self.opener.clicked.connect(self.open_calendar)
        self.editingFinished.connect(self.take)
        self.follow_theme()
        self.retheme()

    def retheme(self) -> None:
        """Take the theme's sizes."""
        self.setTextMargins(4, 0, self.theme.px(_OPENER), 0)
        super().retheme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the calendar's button at the end of the field."""
        super().resizeEvent(event)
        side = self.theme.px(_OPENER)
        top = (self.height() - side) // 2
        self.opener.setGeometry(self.width() - side - top, top, side, side)

    # What is shown ---------------------------------------------------------------------------

    @property
    def date(self) -> dt.date | None:
        """The date that is shown, if one is."""
        return self._date

    def show_today(
        self, today: dt.date, earliest: dt.date | None = None, latest: dt.date | None = None
    ) -> None:
        """Say which day it is, and between which days the calendar offers dates."""
        self._today, self._earliest, self._latest = today, earliest, latest

    def show_date(self, date: dt.date | None) -> None:
        """Show a date, or an empty field."""
        self._date = date
        self.understood = True
        self.setText(self._form(date) if date is not None else "")
        self.setCursorPosition(0)

    # What the person does ------------------------------------------------------------------------

    def take(self) -> None:
        """Read what is typed, if it was not read yet."""
        text = self.text().strip()
        shown = self._form(self._date) if self._date is not None else ""
        if self.understood and text == shown:
            return
        found = parse_date(text, self._today, month_first=month_first()) if text else None
        self.understood = found is not None or not text
        if self.understood:
            self.show_date(found)
        else:
            self._date = None
        self.chosen.emit(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces the date."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with F4 or Alt+Down."""
        alt_down = event.key() == Qt.Key.Key_Down and (
            event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if event.key() == Qt.Key.Key_F4 or alt_down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        calendar = Calendar(self._date or self._today, self._earliest, self._latest, self)
        calendar.picked.connect(self._pick)
        self._calendar = calendar
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        calendar.show()

    def _pick(self, date: dt.date) -> None:
        self.show_date(date)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(date)


def month_first() -> bool:
    """Whether the system writes the month before the day."""
    form = QLocale.system().dateFormat(QLocale.FormatType.ShortFormat).lower()
    return form.find("m") < form.find("d")


class Calendar(QFrame):
    """A month to pick a day from; ``picked`` carries it."""

    picked = Signal(object)

    def __init__(
        self,
        shown: dt.date,
        earliest: dt.date | None,
        latest: dt.date | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar")
        self.month = QCalendarWidget(self)
        self.month.setAccessibleName(_("Calendar"))
        self.month.setLocale(locale())
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.month.setFirstDayOfWeek(_first_day_of_week())
        if earliest is not None:
            self.month.setMinimumDate(_q(earliest))
        if latest is not None:
            self.month.setMaximumDate(_q(latest))
        self.month.setSelectedDate(_q(shown))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.month)
        self._dress()
        self.month.clicked.connect(self._pick)
        self.month.activated.connect(self._pick)
        self.month.setFocus()

    def _dress(self) -> None:
        look = theme()
        colour = look.colours
        plain = QTextCharFormat()
        plain.setForeground(look.colour("text"))
        head = QTextCharFormat()
        head.setForeground(look.colour("muted"))
        head.setBackground(look.colour("surface"))
        for day in Qt.DayOfWeek:
            self.month.setWeekdayTextFormat(day, plain)
        self.month.setHeaderTextFormat(head)
        self.setStyleSheet(
            f"#calendar {{ background: {colour.surface}; border: 1px solid {colour.line}; "
            f"}}"
            f"QCalendarWidget QWidget {{ background: {colour.surface}; }}"
            f"QCalendarWidget QToolButton {{ color: {colour.text}; padding: 6px 10px; "
            f"border: 0; border-radius: 6px; font-weight: 600; }}"
            f"QCalendarWidget QToolButton:hover {{ background: {colour.tint}; }}"
            f"QCalendarWidget QToolButton:focus {{ border: 2px solid {colour.focus}; }}"
            f"QCalendarWidget QAbstractItemView {{ border: 0; border-radius: 0; outline: 0; "
            f"selection-background-color: {colour.primary}; "
            f"selection-color: {colour.on_primary}; }}"
            f"QCalendarWidget QAbstractItemView:disabled {{ color: {colour.muted}; }}"
        )
        for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            arrow = self.month.findChild(QToolButton, f"qt_calendar_{name}month")
            if arrow is not None:
                arrow.setIcon(look.icon(icon, "text", 18))
        self.month.setFixedSize(look.px(304), look.px(250))

    def _pick(self, date: QDate) -> None:
        self.picked.emit(dt.date(date.year(), date.month(), date.day()))
        self.close()

    def event(self, event: QEvent) -> bool:
        """Close with Esc, and leave Esc to nobody else."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.close()
            event.accept()
            return True
        return super().event(event)


def _q(date: dt.date) -> QDate:
    return QDate(date.year, date.month, date.day)


def _first_day_of_week() -> Qt.DayOfWeek:
    chosen = preferences().text("week_start")
    if chosen == "monday":
        return Qt.DayOfWeek.Monday
    if chosen == "sunday":
        return Qt.DayOfWeek.Sunday
    return QLocale.system().firstDayOfWeek()
