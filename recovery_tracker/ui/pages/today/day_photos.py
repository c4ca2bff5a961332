"""The photos of the day on screen: three slots, and what may make a new photo hard to compare."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.i18n import _
from recovery_tracker.photos import SUFFIXES
from recovery_tracker.ui import dates
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.open_dialog import OpenDialog
from recovery_tracker.ui.photos.slot import PhotoSlot
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.domain.recovery import Photo
    from recovery_tracker.photos.picture import Picture
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.pages.today.day_view import DayView
    from recovery_tracker.ui.photos.reader import PictureReader, Read

VIEWS = ("front", "left", "right")


class DayPhotos(QWidget):
    """A picture chosen, dropped or pasted is kept with the slot's view and the day on screen.

    ``opened`` carries a photo to be looked at, ``brought`` several pictures that were dropped on
    one slot: their days and views are asked for.
    """

    opened = Signal(object)
    brought = Signal(object)

    def __init__(self, live: LiveJournal, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._day: DayView | None = None
        self._place: tuple[str, dt.date, str] | None = None  # where what is being read belongs
        self._photos: dict[str, Photo] = {}
        self._seen: dict[str, tuple[str, bool]] = {}  # what each slot shows, and if it is covered
        self.slots = {view: PhotoSlot(view, self) for view in VIEWS}
        self.said = Text("", "small", self, wrap=True)
        self.said.hide()
        self._reader: PictureReader | None = None
        self._files = OpenDialog(self, _("Add a photo"), _("Pictures"), SUFFIXES)
        self._asking = VIEWS[0]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        for slot in self.slots.values():
            row.addWidget(slot)
            slot.clicked.connect(self._on_slot)
            slot.brought.connect(self._bring)
        whole.addLayout(row)
        whole.addWidget(self.said)
        self._files.chosen.connect(self._take_files)
        preferences().changed.connect(self._cover)

    @property
    def reader(self) -> PictureReader:
        """What reads the pictures that come in; made for the first of them."""
        if self._reader is None:
            from recovery_tracker.ui.photos.reader import PictureReader

            self._reader = PictureReader(self)
            self._reader.finished.connect(self._keep)
        return self._reader

    # What is shown -------------------------------------------------------------------------------

    def show_day(self, view: DayView) -> None:
        """Show the newest photo of each view of the day."""
        before, self._day = self._day, view
        if before is None or (before.session.id, before.date) != (view.session.id, view.date):
            self._say("")
        of_day = [photo for photo in view.recovery.photos if photo.date == view.date]
        self._photos = {photo.view: photo for photo in of_day}
        self._show_slots()

    def show_lower(self, less: int) -> None:
        """Make the slots some px lower, where height is scarce."""
        for slot in self.slots.values():
            slot.show_lower(less)

    def _show_slots(self) -> None:
        hidden = preferences().flag("photos_hidden")
        for view, slot in self.slots.items():
            photo = self._photos.get(view)
            wanted = (photo.sha256 if photo else "", hidden)
            if self._seen.get(view) != wanted:
                self._seen[view] = wanted
                if photo is None:
                    slot.show_picture(QPixmap())
                elif hidden:
                    slot.show_covered()
                else:
                    slot.show_picture(self._small(photo))
            slot.setEnabled(photo is not None or (self._day is not None and self._day.open))

    def _small(self, photo: Photo) -> QPixmap:
        """The small picture; a plain one where only its description is in the diary."""
        try:
            data = self._live.journal.thumbnail_bytes(photo.sha256)
        except RecoveryTrackerError:
            data = b""
        picture = QPixmap()
        if not picture.loadFromData(data):
            picture = QPixmap(1, 1)
            picture.fill(self.slots[photo.view].theme.colour("inset"))
        return picture

    def _cover(self, setting: str) -> None:
        if setting == "photos_hidden":
            self._show_slots()

    def forget(self) -> None:
        """Give up what is being read, and let go of every picture."""
        if self._reader is not None:
            self._reader.stop()
        self._day = None
        self._photos.clear()
        self._seen.clear()
        self._show_slots()

    # What the person does ------------------------------------------------------------------------

    def _on_slot(self) -> None:
        slot = self.sender()
        if isinstance(slot, PhotoSlot):
            if slot.view in self._photos:
                self.opened.emit(self._photos[slot.view])
            else:
                self._asking = slot.view
                self._files.ask()

    def _take_files(self, files: tuple[object, ...]) -> None:
        self._bring(self._asking, files)

    def _bring(self, view: str, sources: tuple[object, ...]) -> None:
        """Read one picture for a slot; several are checked on a page of their own."""
        if self._day is None or not self._day.open:
            return
        if len(sources) > 1:
            self.brought.emit(sources)
            return
        self._place = (self._day.session.id, self._day.date, view)
        self._say(_("Reading the picture …"))
        self.reader.read(sources)  # pyright: ignore[reportArgumentType] - of what can be dropped

    def _keep(self, read: tuple[Read, ...]) -> None:
        """Keep what was read where it was meant for, even if another day is on screen by now."""
        if self._place is None or not read:
            return
        session_id, date, view = self._place
        picture = read[0].picture
        if picture is None:
            self._say(read[0].problem)
            return
        from recovery_tracker.journal import NewPhoto

        new = NewPhoto(date, view, picture.data, picture.thumbnail, taken_at=picture.taken_at)
        kept = self._live.add_photos(session_id, [new])
        self._say(" ".join(_hints(picture, date)) if kept else "")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self.said, words)


def _hints(picture: Picture, date: dt.date) -> list[str]:
    """What may make the photo hard to compare, and whether the camera says another day."""
    words = [hint.words for hint in picture.hints]
    if picture.taken_at is not None and picture.taken_at.date() != date:
        words.append(
            _("The camera says it was taken on {date}. Its day can be changed in Photos.").format(
                date=dates.short_with_year(picture.taken_at.date())
            )
        )
    return words
