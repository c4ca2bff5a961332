"""Two photos compared, the notes of their days, and every photo of a session in a row."""

from __future__ import annotations

import datetime as dt
from collections import deque
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.choices import PHOTO_VIEWS, label
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY, LAST_DAY, Photo, Recovery
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.photos import SUFFIXES
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.photo_items import (
    best_view,
    first_pair,
    in_order,
    newest_version,
    photo_items,
)
from recovery_tracker.ui.open_dialog import OpenDialog
from recovery_tracker.ui.pages.photos.compare_card import CompareCard
from recovery_tracker.ui.pages.photos.details_card import DetailsCard
from recovery_tracker.ui.pages.photos.notes_card import NotesCard
from recovery_tracker.ui.pages.photos.other_cards import (
    EmptyCard,
    HiddenCard,
    TimelineCard,
    TipsCard,
)
from recovery_tracker.ui.photos.incoming import pictures_in
from recovery_tracker.ui.photos.pair import Side
from recovery_tracker.ui.photos.thumbnails import Item, Thumbnails
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.save_dialog import SaveDialog
from recovery_tracker.ui.scroll_page import GAP, ScrollPage
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.segmented import Segmented

_RIGHT = 286  # px
_RIGHT_MOST = 340  # px, where the words of a language are long
_ONE_COLUMN_BELOW = 800  # px of page width
_LEAST, _MOST = 230, 640  # px of the photos' height
_AROUND = 408  # px of height that everything else takes
_COMPACT_BELOW = 760  # px of page height
_NO_LIMIT = 16_777_215


class PhotosPage(ScrollPage):
    """Opened at a photo to compare it; what is chosen stays while the window is open."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Photos"))
        self._snapshot: Snapshot | None = None
        self._view = ""
        self._session_id = ""  # whose photos the timeline lists
        self._asked_for = False
        self._editing = False
        self._chosen: deque[Item] = deque(maxlen=2)
        self._sides: dict[str, Side] = {}
        self.model = Thumbnails(self._read_thumbnail, self)
        self.view = Segmented(
            [(code, label(PHOTO_VIEWS, code)) for code in PHOTO_VIEWS], _("Photo view"), self
        )
        self.export = Button(_("Save pair"), "outline", "download", self, height=44)
        self.compare = CompareCard(self)
        self.notes = NotesCard(self)
        self.details = DetailsCard(self)
        self.tips = TipsCard(self)
        self.timeline = TimelineCard(self.model, self)
        self.empty = EmptyCard(self)
        self.hidden = HiddenCard(self)
        pictures = _("Pictures")
        self._files = OpenDialog(self, _("Add photos"), pictures, SUFFIXES)
        self._folder = OpenDialog(self, _("Photos of a folder"))
        self._save = SaveDialog(self, _("Save the pair"), _("Picture"), "jpg")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_action(self.view)
        self.add_action(self.export)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP + 2)
        self._columns.addWidget(self.compare, 1)
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GAP)
        for card in (self.notes, self.details, self.tips):
            right.addWidget(card)
        right.addStretch(1)
        self._columns.addWidget(self._right)
        self.body.addWidget(self.hidden)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._columns)
        self.body.addWidget(self.timeline)
        self._paste = QShortcut(QKeySequence.StandardKey.Paste, self)

    def _connect(self) -> None:
        self._files.chosen.connect(self._bring)
        self._folder.chosen.connect(self._bring_folder)
        self._paste.activated.connect(self._bring_pasted)
        self._save.chosen.connect(self._write_pair)
        self.compare.marked.connect(self._keep_marks)
        self.details.changed.connect(self._change)
        self.details.deleted.connect(self._delete)
        self.empty.add.clicked.connect(self._files.ask)
        self.empty.folder.clicked.connect(self._folder.ask)
        self.export.clicked.connect(self._ask_where)
        self.hidden.show_photos.clicked.connect(self._show_photos)
        self.notes.edit.clicked.connect(self._turn_editing)
        self.timeline.row.opened.connect(self._choose)
        self.timeline.session_chosen.connect(self._choose_session)
        preferences().changed.connect(self._hide_again)
        self.tips.add.clicked.connect(self._files.ask)
        self.tips.folder.clicked.connect(self._folder.ask)
        self.view.chosen.connect(self._choose_view)

    def open_at(self, place: object) -> None:
        """Put a photo on screen, beside the oldest of its view."""
        if isinstance(place, Photo) and self._snapshot is not None:
            self._asked_for = True
            self._view = place.view
            self._session_id = ""
            self._chosen.clear()
            self.show_snapshot(self._snapshot)
            item = next((i for i in self.model.items if i.photo.key == place.key), None)
            if item is not None:
                self._choose(item)

    def forget(self) -> None:
        """Let go of every picture."""
        self._snapshot = None
        self._chosen.clear()
        self._forget_pictures()

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the photos of the session on screen, or of the one that was chosen."""
        before = self._snapshot.session if self._snapshot else None
        self._snapshot = snapshot
        recovery = snapshot.recovery
        if recovery is None:
            self._show_no_session()
            return
        if before is None or before.id != recovery.session.id:
            self._view, self._session_id = "", ""
            self._chosen.clear()
        listed = self._listed(snapshot, recovery)
        self._view = self._view or best_view(listed.photos)
        self.view.show_value(self._view)
        self.subtitle.setText(_how_many(len(recovery.photos)))
        hidden = preferences().flag("photos_hidden") and not self._asked_for
        empty = not recovery.photos and not listed.photos and not hidden
        self.hidden.setVisible(hidden)
        self.empty.setVisible(empty)
        self._show_cards(not hidden and not empty)
        if hidden or empty:
            self._forget_pictures()
            return
        self.model.show_items(photo_items(snapshot, listed, self._view))
        self.timeline.show_sessions(snapshot, listed.session.id)
        self._keep_chosen(snapshot)
        self._show_pair(snapshot)

    def _show_no_session(self) -> None:
        self.subtitle.setText(_("Photos belong to a session. Add a session first."))
        for part in (self.hidden, self.empty):
            part.hide()
        self._show_cards(False)
        self._forget_pictures()

    def _show_cards(self, shown: bool) -> None:
        for part in (self.compare, self._right, self.timeline, self.view, self.export):
            part.setVisible(shown)

    def _forget_pictures(self) -> None:
        self.model.forget()
        self.compare.show_pair(None, None)
        self._sides.clear()

    def _listed(self, snapshot: Snapshot, recovery: Recovery) -> Recovery:
        """The session whose photos are listed: the one on screen unless another was chosen."""
        if self._session_id in {session.id for session in snapshot.sessions}:
            return self._recovery(self._session_id)
        self._session_id = recovery.session.id
        return recovery

    def _recovery(self, session_id: str) -> Recovery:
        """Return a session; the one on screen is known already."""
        shown = self._snapshot.recovery if self._snapshot else None
        if shown is not None and shown.session.id == session_id:
            return shown
        return self.live.journal.recovery(session_id)

    def _keep_chosen(self, snapshot: Snapshot) -> None:
        """Keep the pair as far as it is still there, in its newest version."""
        there = {session.id for session in snapshot.sessions}
        kept = [
            newest_version(snapshot, self._recovery(item.session_id), item)
            for item in self._chosen
            if item.session_id in there
        ]
        self._chosen = deque([item for item in kept if item is not None], maxlen=2)
        if not self._chosen or (len(self._chosen) < 2 and len(self.model.items) > 1):
            begin = first_pair(self.model.items)
            self._chosen = deque([item for item in begin if item is not None], maxlen=2)

    def _show_pair(self, snapshot: Snapshot) -> None:
        chosen = list(self._chosen)
        pair = in_order(*chosen) if len(chosen) > 1 else (*chosen, None, None)[:2]
        first, second = pair
        self.model.show_chosen(first, second)
        self.compare.show_pair(self._side(first), self._side(second))
        self.export.setEnabled(second is not None)
        self.notes.setVisible(first is not None)
        if first is not None:
            days = [item.day for item in (first, second) if item is not None]
            entries = (self._entry(first), self._entry(second or first))
            self.notes.show_days(days, entries, snapshot.symptoms)
            self._share_width()
        latest = chosen[-1] if chosen else None
        self.details.setVisible(latest is not None and self._editing)
        self.tips.setVisible(not self.details.isVisibleTo(self))
        self.notes.show_editing(self._editing)
        if latest is not None:
            session = next(s for s in snapshot.sessions if s.id == latest.session_id)
            between = (
                session.date + dt.timedelta(days=FIRST_BASELINE_DAY),
                min(session.date + dt.timedelta(days=LAST_DAY), snapshot.today),
            )
            self.details.show_photo(latest.photo, latest.day, between)

    def _side(self, item: Item | None) -> Side | None:
        """The photo as it is painted; its pixels are read once while it is in sight."""
        if item is None:
            return None
        kept = self._sides.get(item.photo.sha256)
        if kept is None:
            try:
                data = self.live.journal.photo_bytes(item.photo.sha256)
            except RecoveryTrackerError:
                data = b""
            kept = Side.of(item.photo, item.label, data)
        side = replace(kept, photo=item.photo, label=item.label)
        in_sight = {one.photo.sha256 for one in self._chosen}
        self._sides = {name: one for name, one in self._sides.items() if name in in_sight}
        self._sides[item.photo.sha256] = side
        return side

    def _entry(self, item: Item) -> Entry | None:
        return self._recovery(item.session_id).entry(item.photo.date)

    def _read_thumbnail(self, sha256: str) -> bytes:
        return self.live.journal.thumbnail_bytes(sha256)

    # What the person does ------------------------------------------------------------------------

    def _again(self) -> None:
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def _hide_again(self, setting: str) -> None:
        if setting == "photos_hidden":
            self._asked_for = False
            self._again()

    def _show_photos(self) -> None:
        self._asked_for = True
        self._again()

    def _turn_editing(self) -> None:
        self._editing = not self._editing
        self._again()

    def _choose_view(self, view: object) -> None:
        self._view = str(view)
        self._chosen.clear()
        self._again()

    def _choose_session(self, session_id: str) -> None:
        """List another session; the newest photo stays in the pair, to compare with."""
        self._session_id = session_id
        self._again()

    def _choose(self, item: Item) -> None:
        """Take a photo into the pair, in place of the one chosen longer ago."""
        if item not in self._chosen:
            self._chosen.append(item)
        else:  # chosen again: the next click replaces the other one
            self._chosen.remove(item)
            self._chosen.append(item)
        if self._snapshot is not None:
            self._show_pair(self._snapshot)

    def _keep_marks(self, marked: tuple[tuple[Photo, tuple[float, ...]], ...]) -> None:
        ids = {item.photo.key: item.session_id for item in self._chosen}
        self.live.mark_photos([(ids[photo.key], photo, marks) for photo, marks in marked])

    def _change(self, before: Photo, after: Photo) -> None:
        """Keep a change; the photo stays in the pair also at another day or view."""
        were, latest = self._chosen.copy(), self._chosen.pop()
        self._chosen.append(replace(latest, photo=after))
        if not self.live.change_photo(latest.session_id, before, after):
            self._chosen = were
        elif after.view != self._view:
            self._view = after.view
        self._again()

    def _delete(self, photo: Photo) -> None:
        self._editing = False  # so that a second click does not delete the next one
        self.live.delete_photo(self._chosen[-1].session_id, photo)

    # What comes in and goes out ------------------------------------------------------------------

    def _bring(self, sources: tuple[object, ...]) -> None:
        self.went.emit("add_photos", sources)

    def _bring_folder(self, folders: tuple[Path, ...]) -> None:
        self.went.emit("add_photos", folders[0])

    def _bring_pasted(self) -> None:
        found = pictures_in(QGuiApplication.clipboard().mimeData())
        if found:
            self._bring(found)

    def _ask_where(self) -> None:
        first, second = self.compare.pair.first, self.compare.pair.second
        if first is not None and second is not None:
            self._save.ask(f"{first.label} - {second.label}.jpg")

    def _write_pair(self, path: Path) -> None:
        from recovery_tracker.exchange.files import replacing
        from recovery_tracker.ui.photos.export_pair import pair_as_jpeg

        pair = self.compare.pair
        if pair.first is None or pair.second is None:
            return
        try:
            with replacing(path) as file:
                file.write(pair_as_jpeg(pair.first, pair.second, aligned=pair.aligned))
        except RecoveryTrackerError as error:
            self.live.failed.emit(error)
        else:
            words = _("Saved as {file}. You decide who sees it.").format(file=path.name)
            self.subtitle.setText(words)
            announce(self, words)

    # The window ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards at the right under the photos where there is no room beside them."""
        super().resizeEvent(event)
        px = theme().px
        narrow = self.width() < px(_ONE_COLUMN_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._share_width()
        self.tips.show_compact(self.height() < px(_COMPACT_BELOW))
        left = self.height() - px(_AROUND)
        self.compare.stack.setMinimumHeight(min(max(px(_LEAST), left), px(_MOST)))

    def _share_width(self) -> None:
        """Give the cards at the right the room that their words need, and the photos the rest."""
        px = theme().px
        narrow = self.width() < px(_ONE_COLUMN_BELOW)
        right = min(max(px(_RIGHT), self.notes.least_width()), px(_RIGHT_MOST))
        self._right.setMinimumWidth(0 if narrow else right)
        self._right.setMaximumWidth(_NO_LIMIT if narrow else right)


def _how_many(count: int) -> str:
    if not count:
        return _("Kept only on this computer")
    return ngettext(
        "{n} photo of this session, kept only on this computer",
        "{n} photos of this session, kept only on this computer",
        count,
    ).format(n=count)
