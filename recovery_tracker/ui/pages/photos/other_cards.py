"""The cards around the comparison: the timeline, how to take photos, what stands in for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import session_words
from recovery_tracker.ui.photos.thumbnails import Thumbnails
from recovery_tracker.ui.photos.timeline import Timeline
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.fields import ChoiceField
from recovery_tracker.ui.widgets.text import Text


def _how_to() -> str:
    return _(
        "Same place, daylight, no flash, face straight on. Drop the files anywhere in this window: "
        "the photo’s own date picks the day."
    )


class TimelineCard(Card):
    """Every photo of a session in a row; ``session_chosen`` carries the id of another one."""

    session_chosen = Signal(str)

    def __init__(self, model: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(_("Timeline"), parent)
        self.row = Timeline(model, self)
        self.sessions = ChoiceField(self)
        self.sessions.setAccessibleName(_("Photos of"))
        self._of = Text(_("Photos of"), "small", self)
        self._of.setBuddy(self.sessions)
        self.header.insertWidget(1, Text(_("Pick any two days to compare"), "small", self))
        self.header.addWidget(self._of)
        self.header.addWidget(self.sessions)
        self.body.addWidget(self.row)
        self.sessions.activated.connect(self._choose)

    def show_sessions(self, snapshot: Snapshot, chosen: str) -> None:
        """Offer the sessions, newest first; the one on screen is "This session"."""
        self.sessions.clear()
        for session in reversed(snapshot.sessions):
            is_here = snapshot.session is not None and session.id == snapshot.session.id
            words = _("This session") if is_here else session_words.numbered(snapshot, session)
            self.sessions.addItem(words, session.id)
        self.sessions.setCurrentIndex(self.sessions.findData(chosen))
        for part in (self._of, self.sessions):
            part.setVisible(len(snapshot.sessions) > 1)

    def _choose(self) -> None:
        self.session_chosen.emit(str(self.sessions.currentData()))


class TipsCard(Card):
    """How to take photos that can be compared, and how they come in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("For a fair comparison"), parent, tight=True)
        self.add = Button(_("Add photos"), "tonal", "plus", self)
        self.folder = Button(_("From a folder, by date"), "ghost", "folder", self, height=36)
        self._how_to = Text(_how_to(), "small", self, wrap=True)
        self.body.addWidget(self._how_to)
        self.body.addWidget(self.add)
        self.body.addWidget(self.folder)
        self.add.setToolTip(_how_to())

    def show_compact(self, compact: bool) -> None:
        """Leave the words to the tooltip where height is scarce."""
        self._how_to.setVisible(not compact)


class EmptyCard(Card):
    """What stands there before the first photo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("No photos of this session yet"), parent)
        self.add = Button(_("Add photos"), "primary", "plus", self)
        self.folder = Button(_("From a folder, by date"), "outline", "folder", self)
        self.body.addWidget(
            Text(
                _(
                    "A photo a day, from the front and from both sides, shows a dermatologist "
                    "more than words. The app keeps its own copy on this computer, without the "
                    "place it was taken at. It does not read photos."
                ),
                "body",
                self,
                wrap=True,
            )
        )
        self.body.addWidget(Text(_how_to(), "small", self, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.folder)
        row.addStretch(1)
        self.body.addLayout(row)


class HiddenCard(Card):
    """What stands there until photos are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Photos are hidden"), parent)
        self.show_photos = Button(_("Show photos"), "primary", "eye", self)
        self.body.addWidget(
            Text(
                _("You chose in Settings that photos stay hidden until you ask for them."),
                "body",
                self,
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.show_photos)
        row.addStretch(1)
        self.body.addLayout(row)
