"""One picture that is coming in: its day and view to be checked, and what may be wrong with it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from recovery_tracker.domain.choices import PHOTO_VIEWS, label
from recovery_tracker.i18n import _
from recovery_tracker.journal import NewPhoto
from recovery_tracker.ui.photos.reader import Read
from recovery_tracker.ui.widgets.check_box import CheckBox
from recovery_tracker.ui.widgets.date_input import DateInput
from recovery_tracker.ui.widgets.fields import ChoiceField
from recovery_tracker.ui.widgets.painted import Painted, box, covering
from recovery_tracker.ui.widgets.text import Text

_WIDE, _HIGH = 104, 88


class Small(Painted, QWidget):
    """A small picture."""

    def __init__(self, data: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap.fromImage(QImage.fromData(data)) if data else QPixmap()
        self.follow_theme()
        self.retheme()

    def retheme(self) -> None:
        """Take the theme's size."""
        self.setFixedSize(self.theme.px(_WIDE), self.theme.px(_HIGH))
        super().retheme()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it, cut to the place."""
        painter = QPainter(self)
        rect = self.rect().toRectF()
        box(painter, rect, 9, self.theme.colour("inset"), self.theme.colour("line"), 1)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            cut = QPainterPath()
            cut.addRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
            painter.setClipPath(cut)
            painter.drawPixmap(rect, self._picture, covering(self._picture, rect))
        painter.end()


class IncomingRow(QFrame):
    """``changed`` is emitted when it is taken or left, or its day changes."""

    changed = Signal()

    def __init__(self, read: Read, view: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.read = read
        self._first, self._last = dt.date.min, dt.date.max
        self._is_here = False
        name = read.name or _("Pasted picture")
        self.taken = CheckBox(_("Keep"), self)
        self.taken.setAccessibleName(_("Keep {name}").format(name=name))
        self.date = DateInput(_("Day of {name}").format(name=name), self)
        self.view = ChoiceField(self)
        for code in PHOTO_VIEWS:
            self.view.addItem(label(PHOTO_VIEWS, code), code)
        self.view.setCurrentIndex(self.view.findData(view))
        self.view.setAccessibleName(_("View of {name}").format(name=name))
        self.name = Text(name, "strong", self)
        self.said = Text("", "small", self, wrap=True)
        self._lay_out()
        self.taken.toggled.connect(self.changed)
        self.date.chosen.connect(self._check)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(14)
        picture = self.read.picture
        small = Small(picture.thumbnail if picture else b"", self)
        row.addWidget(small, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        for text in (self.name, self.said):
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.addWidget(self.name)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.date, 2)
        fields.addWidget(self.view, 1)
        words.addLayout(fields)
        words.addWidget(self.said)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self.taken, 0, Qt.AlignmentFlag.AlignTop)
        if picture is None:
            for part in (self.date, self.view, self.taken):
                part.hide()

    def show_days(self, first: dt.date, last: dt.date, *, is_here: bool) -> None:
        """Say between which days a photo may be, and whether this one is in the diary already."""
        self._first, self._last, self._is_here = first, last, is_here
        self.date.show_today(last, first, last)
        self.date.show_date(self.read.date or last)
        self._check()

    @property
    def fits(self) -> bool:
        """Whether it can be kept: read, not here yet, on a day of the diary."""
        date = self.date.date
        readable = self.read.picture is not None and not self._is_here
        return readable and date is not None and self._first <= date <= self._last

    @property
    def is_taken(self) -> bool:
        """Whether it is to be kept."""
        return self.fits and self.taken.isChecked()

    def _check(self) -> None:
        picture = self.read.picture
        if picture is None:
            words = self.read.problem
        elif self._is_here:
            words = _("This photo is in your diary already.")
        elif self.date.date is None:
            words = _("Type a date such as 14 November 2026, or pick one.")
        elif not self.fits:
            words = _("This day is outside the session’s diary. Choose another day.")
        else:
            words = " ".join(hint.words for hint in picture.hints)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.taken.setEnabled(self.fits)
        self.taken.setChecked(self.fits)
        self.changed.emit()

    def photo(self) -> NewPhoto:
        """The photo as it is to be kept.

        Raises:
            ValueError: it does not fit.
        """
        picture, date = self.read.picture, self.date.date
        if picture is None or date is None:
            raise ValueError("this picture cannot be kept")
        view = str(self.view.currentData())
        return NewPhoto(date, view, picture.data, picture.thumbnail, taken_at=picture.taken_at)
