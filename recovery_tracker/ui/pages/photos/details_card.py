"""What is known of one photo, to be changed: its view, its day, a caption; or to take it out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from recovery_tracker.domain.choices import PHOTO_VIEWS, label
from recovery_tracker.domain.recovery import Photo
from recovery_tracker.i18n import _
from recovery_tracker.ui import dates
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.date_input import DateInput
from recovery_tracker.ui.widgets.fields import ChoiceField
from recovery_tracker.ui.widgets.text import Text

_LONGEST_CAPTION = 500


class DetailsCard(Card):
    """``changed`` carries the photo as it was and as it is to be; ``deleted`` the photo."""

    changed = Signal(object, object)
    deleted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, tight=True)
        self._photo: Photo | None = None
        self.view = ChoiceField(self)
        for code in PHOTO_VIEWS:
            self.view.addItem(label(PHOTO_VIEWS, code), code)
        self.view.setAccessibleName(_("Photo view"))
        # without the weekday, which the card has no room for in every language
        self.date = DateInput(_("Day of the photo"), self, form=dates.day_month_year)
        self.caption = QLineEdit(self)
        self.caption.setMaxLength(_LONGEST_CAPTION)
        self.caption.setPlaceholderText(_("Caption (optional)"))
        self.caption.setAccessibleName(_("Caption"))
        self.problem = Text("", "small", self, wrap=True)
        self.delete = Button(_("Delete photo"), "ghost", "trash", self, height=34)
        for part in (self.view, self.date, self.problem, self.caption):
            self.body.addWidget(part)
        self.body.addWidget(self.delete)
        self.caption.editingFinished.connect(self._take_caption)
        self.date.chosen.connect(self._take_date)
        self.delete.clicked.connect(self._delete)
        self.view.activated.connect(self._take_view)

    def show_photo(self, photo: Photo, day: str, between: tuple[dt.date, dt.date]) -> None:
        """Show a photo by the name of its day; it may go to a date ``between`` two."""
        before, self._photo = self._photo, photo
        self.show_title(_("Photo of {day}").format(day=day))
        self.view.setCurrentIndex(self.view.findData(photo.view))
        self.date.show_today(between[1], *between)
        self.date.show_date(photo.date)
        self.problem.hide()
        if before is None or (before.key, before.caption) != (photo.key, photo.caption):
            self.caption.setText(photo.caption)

    def _take_view(self) -> None:
        if self._photo is not None:
            self._change(replace(self._photo, view=str(self.view.currentData())))

    def _take_date(self, date: dt.date | None) -> None:
        if self._photo is None:
            return
        self.problem.setVisible(date is None)
        if date is None:
            self.problem.setText(_("Type a date such as 14 November 2026, or pick one."))
        else:
            self._change(replace(self._photo, date=date))

    def _take_caption(self) -> None:
        if self._photo is not None:
            self._change(replace(self._photo, caption=self.caption.text().strip()))

    def _change(self, after: Photo) -> None:
        before = self._photo
        if before is not None and after != before:
            self.changed.emit(before, after)

    def _delete(self) -> None:
        if self._photo is not None:
            self.deleted.emit(self._photo)
