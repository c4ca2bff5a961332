"""What a person sees before there is a session: the promise, what it is not, and two ways in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from recovery_tracker.domain import disclaimer
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.diary_lock import diary_lock
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.page import Page
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.scroll_page import SIDE, fit_beside
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.check_box import CheckBox
from recovery_tracker.ui.widgets.sample_picture import SamplePicture
from recovery_tracker.ui.widgets.text import Text

_ONE_COLUMN_BELOW = 940  # px of page width
_WIDE, _HIGH = 1200, 760  # px of a page with room to spare


class FirstRunPage(Page):
    """Replaces the window's content until there is a session and the disclaimer is accepted."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.theme = theme()
        self.accepts = CheckBox(_("I have read this"), self)
        self.accepts.setChecked(preferences().accepted)
        self.error = Text(
            _("Please read what the app can and cannot do, then tick “I have read this”."),
            "bold",
            self,
            wrap=True,
        )
        self.error.hide()
        self.add = Button(_("Add my treatment"), "primary", "plus", self, height=52)
        self.try_sample = Button(_("Try with sample data"), "outline", parent=self, height=52)
        self.have_file = Button(
            _("I have a file from another app or computer"), "ghost", parent=self, height=36
        )
        self.set_passphrase = Button(_("Set a passphrase"), "ghost", parent=self, height=32)
        self.picture = SamplePicture(self)
        self._brand = QLabel(self)
        self._pictures: list[tuple[QLabel, str]] = []
        self._lay_out()
        self._retheme()
        self.theme.themed.connect(self._retheme)
        self.add.clicked.connect(self._add)
        self.accepts.clicked.connect(self._hide_error)
        self.set_passphrase.clicked.connect(self._ask_passphrase)
        diary_lock().changed.connect(self._show_lock)
        self._show_lock()
        self.try_sample.clicked.connect(self._try_sample)
        self.have_file.clicked.connect(self._bring_in)

    def _lay_out(self) -> None:
        canvas = QWidget()
        canvas.setObjectName("canvas")
        whole = self._whole = QVBoxLayout(canvas)
        whole.setSpacing(0)
        brand = QHBoxLayout()
        brand.setSpacing(12)
        brand.addWidget(self._brand)
        brand.addWidget(Text(_("Recovery Tracker"), "subtitle", self))
        brand.addStretch(1)
        whole.addLayout(brand)
        whole.addSpacing(12)
        whole.addStretch(3)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addLayout(self._left(), 13)
        self._columns.addWidget(self.picture, 15, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(self._columns)
        whole.addSpacing(12)
        whole.addStretch(4)
        whole.addLayout(self._line("lock", _("No account. Everything stays on this computer."), 16))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(Text(_("Follow your skin,\nday by day."), "hero", self))
        column.addWidget(
            Text(
                _(
                    "Thirty seconds a day after microneedling. You see how your notes compare "
                    "with the usual course, and your dermatologist gets one clear page."
                ),
                "lead",
                self,
                tone="text2",
                wrap=True,
            )
        )
        column.addWidget(self._to_accept())
        column.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.add)
        buttons.addWidget(self.try_sample)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.have_file)
        for icon, title, text in (
            ("today", _("Log"), _("Eight symptoms, one click each. Start from yesterday.")),
            (
                "recovery",
                _("Compare"),
                _("Your line against the usual range and your earlier sessions."),
            ),
            (
                "phone",
                _("Know when to call"),
                _("If a rule fires, you see why and what to do. It may miss problems."),
            ),
        ):
            column.addLayout(self._feature(icon, title, text))
        return column

    def _to_accept(self) -> QWidget:
        frame = QFrame(self)
        frame.setObjectName("accept")
        frame.setAccessibleName(_("What the app is not"))
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 10, 14, 8)
        inside.setSpacing(6)
        inside.addWidget(Text(disclaimer.to_accept(), "small", frame, wrap=True))
        inside.addWidget(self.accepts)
        self._frame = frame
        return frame

    def _feature(self, icon: str, title: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        picture = QLabel(self)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setObjectName("tile")
        self._pictures.append((picture, icon))
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(title, "heading", self))
        words.addWidget(Text(text, "date", self, wrap=True))
        row.addLayout(words, 1)
        return row

    def _line(self, icon: str, text: str, size: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._lock = QLabel(self)
        row.addWidget(self._lock)
        row.addWidget(Text(text, "hint", self))
        row.addWidget(self.set_passphrase)
        row.addStretch(1)
        return row

    def _retheme(self) -> None:
        px = self.theme.px
        self._brand.setPixmap(self.theme.pixmap("icon", "text", 44))
        self._lock.setPixmap(self.theme.pixmap("lock", "muted", 16))
        for label, icon in self._pictures:
            label.setFixedSize(px(44), px(44))
            label.setPixmap(self.theme.pixmap(icon, "on_tint", 22))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the picture under the words where there is no room beside them."""
        small = self.width() < self.theme.px(_WIDE) or self.height() < self.theme.px(_HIGH)
        side, top = (32, 18) if small else (56, 40)
        self._whole.setContentsMargins(side, top, side, top - 4)
        self._columns.setSpacing(28 if small else 36)
        beside = fit_beside(self._columns, self.width() - 2 * (side - SIDE))
        narrow = not beside or self.width() < self.theme.px(_ONE_COLUMN_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    # What it shows and what the person does ----------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer to go on where there is a session already, as after an import."""
        has_session = bool(snapshot.sessions)
        self.add.setText(_("Open my diary") if has_session else _("Add my treatment"))
        self.add.show_kind("primary", icon="" if has_session else "plus")
        self.try_sample.setVisible(not has_session)
        self._has_session = has_session

    def _show_lock(self) -> None:
        lock = diary_lock()
        self.set_passphrase.setVisible(lock.offered and not lock.encrypted)

    def _ask_passphrase(self) -> None:
        self.went.emit("passphrase", "set")

    def _accepted(self) -> bool:
        """Take the acceptance, or say what is missing."""
        if not self.accepts.isChecked():
            self.error.show()
            self.accepts.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.accepts, self.error.text())
            return False
        if not preferences().accepted:
            preferences().accept()
        return True

    def _hide_error(self) -> None:
        self.error.hide()

    def _add(self) -> None:
        if self._accepted() and not self._has_session:
            self.went.emit("add_session", "new")

    def open_at(self, place: object) -> None:
        """Say that the disclaimer is to be read before a file comes in."""
        if isinstance(place, Path):
            self._accepted()

    def _bring_in(self) -> None:
        if self._accepted():
            self.went.emit("import", None)

    def _try_sample(self) -> None:
        if self._accepted():
            self.went.emit("sample", None)

    _has_session = False
