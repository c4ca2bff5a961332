"""The Today page: log one day, see how it compares, be warned."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from recovery_tracker.ui.page import Page
from recovery_tracker.ui.pages.today.actions import DayActions
from recovery_tracker.ui.pages.today.care_card import CareCard
from recovery_tracker.ui.pages.today.course_card import CourseCard
from recovery_tracker.ui.pages.today.day_bounds import date_to_show
from recovery_tracker.ui.pages.today.day_text_card import DayTextCard
from recovery_tracker.ui.pages.today.day_view import DayView
from recovery_tracker.ui.pages.today.footer_words import footer_words
from recovery_tracker.ui.pages.today.heading import DayHeading
from recovery_tracker.ui.pages.today.note_card import NoteCard
from recovery_tracker.ui.pages.today.questions_card import QuestionsCard
from recovery_tracker.ui.pages.today.room import Room, row_height, side_less
from recovery_tracker.ui.pages.today.scroll_column import ScrollColumn
from recovery_tracker.ui.pages.today.signs_card import SignsCard
from recovery_tracker.ui.pages.today.skin_card import SkinCard
from recovery_tracker.ui.pages.today.top import Top
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.reading_order import tab_in_reading_order
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.footer_bar import FooterBar

if TYPE_CHECKING:
    from recovery_tracker.domain.recovery import Photo
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.ui.live_journal import LiveJournal

_PASSES = 3  # a line that wraps anew can need another one


class TodayPage(Page):
    """One day of the session on screen.

    It opens on the present day; :meth:`open_at` takes a date, or ``"warning"`` to go to the
    banner.
    """

    has_footer: ClassVar[bool] = True

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._date: dt.date | None = None
        self._room, self._scale = Room(), 0.0
        self._less = (0, 0)  # px that slots and charts were made lower
        self.doing = DayActions(live, self)
        self.column = ScrollColumn(self)
        self.heading = DayHeading(self)
        self.top = Top(self)
        self.questions = QuestionsCard(self)
        self.skin = SkinCard(self)
        self.signs = SignsCard(self)
        self.course = CourseCard(self)
        self.day_text = DayTextCard(self)
        self.care = CareCard(self)
        self.note = NoteCard(live, self)
        self.footer = FooterBar(self)
        self._cards = (
            *(self.questions, self.skin, self.signs),
            *(self.course, self.day_text, self.care, self.note),
        )
        self._lay_out()
        self._connect()

    @property
    def view(self) -> DayView | None:
        """The day on screen."""
        return self.doing.view

    def _lay_out(self) -> None:
        self.column.top.addWidget(self.heading)
        self.column.top.addWidget(self.top)
        self.column.top.addWidget(self.questions)
        self.column.main.addWidget(self.skin)
        self.column.main.addWidget(self.signs)
        self.column.main.addStretch(1)
        for card in self._cards[3:]:
            self.column.side.addWidget(card)
        self.column.side.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.column, 1)
        whole.addWidget(self.footer)

    def _connect(self) -> None:
        do = self.doing
        self.care.own_added.connect(do.add_care)
        self.care.ticked.connect(do.tick)
        self.care.written.connect(do.write)
        self.column.verticalScrollBar().valueChanged.connect(self._show_footer)
        self.footer.asked.connect(self._on_primary)
        self.footer.banner_wanted.connect(self._go_to_banner)
        self.footer.filled.connect(do.fill)
        self.footer.undone.connect(do.undo)
        self.heading.copied.connect(do.copy)
        self.heading.history_wanted.connect(self._show_history)
        self.heading.moved.connect(self._move)
        self.heading.picked.connect(self._go_to)
        self.note.photos.brought.connect(self._add_photos)
        self.note.photos.opened.connect(self._show_photo)
        self.note.written.connect(do.write)
        self.questions.acted.connect(do.act)
        self.questions.marked.connect(do.mark)
        self.signs.marked.connect(do.mark)
        self.signs.none_answered.connect(do.answer_none)
        self.signs.rated.connect(do.rate)
        self.skin.own_added.connect(do.add_symptom)
        self.skin.passed.connect(self.signs.focus_first_left)
        self.skin.rated.connect(do.rate)
        self.top.acted.connect(do.act)
        self.top.call_wanted.connect(do.call)
        self.top.felt.connect(do.feel)
        self.top.chart_wanted.connect(self._show_chart)
        self.top.number_wanted.connect(self._add_number)
        self.top.report_wanted.connect(self._show_report)
        self.top.undo_wanted.connect(do.undo)
        for card in (self.skin, self.signs, self.care, self.note):
            card.unfolded.connect(self._take_up_controls)
        theme().themed.connect(self._lay_out_anew)
        for keys, slot in (
            ("Alt+Left", self._go_back),
            ("Alt+Right", self._go_on),
            ("Alt+Home", self.heading.go_to_present),
            ("Ctrl+G", self.heading.open_picker),
            ("Ctrl+R", do.copy),
            ("Ctrl+0", do.fill),
            ("Ctrl+Return", self._finish),
            ("Ctrl+Enter", self._finish),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # What is shown -------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Put the day on screen; a row the person has just used stays under the pointer."""
        if snapshot.recovery is None:
            return
        before = self.view
        date = date_to_show(snapshot, before, self._date)
        view = DayView(snapshot, snapshot.recovery, date, self.live.journal.now)
        fresh = before is None or (before.session.id, before.date) != (view.session.id, view.date)
        moves = before is None or before.shape != view.shape
        anchor = self._anchor() if moves and not fresh else None
        place = self.column.top_of(anchor) if anchor is not None else 0
        self.doing.view = view
        self._date = view.date
        if fresh:
            self.note.forget_private()
            self.column.forget_place()
        self._show_parts(view)
        if moves and self.isVisible():  # else when it is shown
            self._fit(grow=fresh)
            self._order_controls()
        if fresh:
            self.column.scroll_up()
        elif anchor is not None and anchor.isVisible():
            self.column.keep_at(anchor, place)
        self._show_footer()
        self._move_focus(before, fresh=fresh)

    def _show_parts(self, view: DayView) -> None:
        self.heading.show_day(view)
        self.top.show_day(view)
        for card in self._cards:
            card.show_day(view)

    def _take_up_controls(self) -> None:
        self.column.settle()
        self._order_controls()

    def _order_controls(self) -> None:
        tab_in_reading_order((self.heading, self.top, *self._cards, self.footer))

    def _fit(self, *, grow: bool) -> None:
        """Choose how high the rows are, so that a calm day fits the window without scrolling."""
        view = self.view
        if view is None:
            return
        watch = bool(view.unfolded) and view.alarm is None
        self.heading.show_one_line(self._room.compact or watch)
        if grow:
            self.skin.show_height(self._room.tallest_row)
        self.column.settle()
        if view.alarm is not None:
            return
        self._fit_side()
        for _once_more in range(_PASSES):
            lacking = self.column.lacking()
            height = row_height(self.skin.row_height, lacking, len(self.skin.rows))
            if height == self.skin.row_height:
                return
            self.skin.show_height(height)
            self.column.settle()

    def _fit_side(self) -> None:
        """Make charts and photo slots lower where the side column would scroll for a little."""
        less = (0, 0)
        if not self._room.compact and not self._room.single:
            lacking = round(self.column.side_lacking() * 100 / theme().scale)
            less = side_less(lacking + sum(self._less))
        if less != self._less:
            self._less = less
            self.note.photos.show_lower(less[0])
            self.course.show_lower(less[1])
            self.column.settle()

    def _anchor(self) -> QWidget | None:
        """The control in use, if it is one of the scrolling part."""
        widget = QApplication.focusWidget()
        inside = widget is not None and self.column.canvas.isAncestorOf(widget)
        return widget if inside else None

    def _show_footer(self) -> None:
        if self.view is not None:
            hidden = self.view.alarm is not None and self.top.bottom_of_bar(self.column) <= 0
            chosen = preferences()
            reminder = chosen.text("reminder_time") if chosen.flag("reminder") else ""
            words = footer_words(self.view, banner_hidden=hidden, reminder=reminder)
            self.footer.show_words(words, tell=True)

    def _move_focus(self, before: DayView | None, *, fresh: bool) -> None:
        """Begin at what is left; go on to the signs when they are the only thing left."""
        view = self.view
        if view is None or not self.isVisible():
            return
        if fresh:
            self._focus_start()
        elif before and before.left and not view.left and view.signs_left and not _writes():
            self.signs.focus_first_left()

    def _focus_start(self) -> None:
        view = self.view
        if view is None or not view.open:
            return
        if not self.skin.focus_first_left() and view.signs_left:
            self.signs.focus_first_left()

    def forget(self) -> None:
        """Let go of the day's photos."""
        self.note.photos.forget()

    # Where the person goes -----------------------------------------------------------------------

    def open_at(self, place: object) -> None:
        """Go to a date, or to the banner."""
        if isinstance(place, dt.date):
            self._go_to(place)
        elif place == "warning":
            self._go_to_banner()

    def _go_to(self, date: dt.date) -> None:
        """Show another date, unless words on this one could not be kept."""
        if self._keep_texts() and self.live.snapshot is not None:
            self._date = date
            self.show_snapshot(self.live.snapshot)

    def _move(self, days: int) -> None:
        view = self.view
        if view is not None and (view.has_previous if days < 0 else view.has_next):
            self._go_to(view.date + dt.timedelta(days=days))

    def _go_back(self) -> None:
        self._move(-1)

    def _go_on(self) -> None:
        self._move(1)

    def _show_history(self) -> None:
        from recovery_tracker.ui.models.history_rows import HistoryOf  # not at the start

        if self.view is not None and self._keep_texts():
            self.went.emit("history", HistoryOf(self.view.session.id, self.view.date))

    def _finish(self) -> None:
        """Say "Done"; a banner that asks for a call comes into sight, with the focus."""
        self._keep_texts()
        if self.doing.finish() and self.view and self.view.alarm:
            self._go_to_banner()

    def _go_to_banner(self) -> None:
        self.column.scroll_up()
        self.top.banner.focus_heading()
        self._show_footer()

    def _on_primary(self, which: str) -> None:
        if which == "done":
            self._finish()
        elif which == "compare":
            self._show_chart()
        elif which == "report":
            self._show_report()
        elif which == "session":
            self.doing.choose_successor()

    def _show_chart(self) -> None:
        self.went.emit("recovery", None)

    def _show_report(self) -> None:
        self.went.emit("report", "show")

    def _add_photos(self, sources: tuple[object, ...]) -> None:
        self.went.emit("add_photos", sources)

    def _show_photo(self, photo: Photo) -> None:
        self.went.emit("photos", photo)

    def _add_number(self) -> None:
        self.went.emit("settings", "dermatologist")

    def _keep_texts(self) -> bool:
        """Keep what is being written; tell whether all of it could be."""
        self.care.keep()
        self.note.keep()
        return not (self.care.dirty or self.note.dirty)

    # The window ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N answers "None of these"."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_N and plain:
            self.doing.turn_none()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the window."""
        super().resizeEvent(event)
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """Lay out for another window or other sizes, if it is in sight; else when it comes."""
        if self.isVisible():
            self._use_room()

    def _use_room(self) -> None:
        window = self.window()
        scale = theme().scale / 100
        room = Room.of(window.width() / scale, window.height() / scale)
        if not self.column.fits_beside(self.width(), narrow=room.narrow):
            room = replace(room, single=True)
        if (room, scale) != (self._room, self._scale):
            self._room, self._scale = room, scale
            self.column.show_room(narrow=room.narrow, single=room.single, compact=room.compact)
            self.signs.show_compact(room.compact)
            self.top.show_narrow(room.narrow)
            self.course.show_narrow(room.narrow)
            if self.view is not None:
                self.course.show_day(self.view)
        self._fit(grow=True)
        self._show_footer()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at what is left."""
        super().showEvent(event)
        self._use_room()  # words may have become larger while another page was in front
        self._order_controls()
        self._focus_start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being written."""
        self._keep_texts()
        super().hideEvent(event)


def _writes() -> bool:
    return isinstance(QApplication.focusWidget(), QPlainTextEdit)
