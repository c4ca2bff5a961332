"""Pictures that are coming in: each with its day and view to be checked before they are kept."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from recovery_tracker.domain.choices import PHOTO_VIEWS
from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY, LAST_DAY, Session
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.photos import SUFFIXES
from recovery_tracker.ui import session_words
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.open_dialog import OpenDialog
from recovery_tracker.ui.photos.incoming_row import IncomingRow
from recovery_tracker.ui.photos.reader import PictureReader, Read
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.text import Text

MOST = 200  # pictures at a time


class AddPhotosPage(ScrollPage):
    """Opened with a tuple of sources, or with the path of a folder."""

    has_footer = True

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Add photos"))
        self._snapshot: Snapshot | None = None
        self.rows: list[IncomingRow] = []
        self.reader = PictureReader(self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Reading pictures"))
        self.card = Card("", self)
        self.nothing = Text("", "body", self, wrap=True)
        self.add = Button(_("Choose pictures"), "tonal", "plus", self)
        self.folder = Button(_("From a folder, by date"), "outline", "folder", self)
        self._files = OpenDialog(self, _("Add photos"), _("Pictures"), SUFFIXES)
        self._folder = OpenDialog(self, _("Photos of a folder"))
        footer = self.add_footer()
        self.said = footer.words
        self.cancel = Button(_("Cancel"), "outline", parent=footer)
        self.keep = Button(_("Keep"), "primary", "check", footer)
        footer.row.addWidget(self.cancel)
        footer.row.addWidget(self.keep)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.nothing)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.add)
        ways.addWidget(self.folder)
        ways.addStretch(1)
        self.body.addLayout(ways)
        self.body.addWidget(self.card)
        self._clear()
        self.add.clicked.connect(self._files.ask)
        self.folder.clicked.connect(self._folder.ask)
        self._files.chosen.connect(self.open_at)
        self._folder.chosen.connect(self._open_folder)
        self.cancel.clicked.connect(self._leave)
        self.keep.clicked.connect(self._keep)
        self.reader.advanced.connect(self._advance)
        self.reader.finished.connect(self._show_read)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take the session that the photos go to."""
        self._snapshot = snapshot
        if snapshot.session is not None:
            self.subtitle.setText(
                _("They go to {session}. The originals stay as they are.").format(
                    session=session_words.numbered(snapshot, snapshot.session)
                )
            )

    def open_at(self, place: object) -> None:
        """Begin to read the pictures."""
        self._clear()
        session = self._session
        if session is None:
            return
        self._show_ways(False)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.said.setText(_("Reading the pictures …"))
        if isinstance(place, Path):
            first, last = self._days(session)
            self.reader.read_folder(place, first, last, known=self._here, most=MOST)
        elif isinstance(place, tuple):
            self.reader.read(place[:MOST])

    def forget(self) -> None:
        """Give up what is being read, and let go of every picture."""
        self.reader.stop()
        self._clear()

    def _open_folder(self, folders: tuple[Path, ...]) -> None:
        self.open_at(folders[0])

    @property
    def _session(self) -> Session | None:
        return self._snapshot.session if self._snapshot else None

    @property
    def _here(self) -> set[str]:
        """The pictures that are in the diary already."""
        recovery = self._snapshot.recovery if self._snapshot else None
        return {photo.sha256 for photo in recovery.photos} if recovery else set()

    def _days(self, session: Session) -> tuple[dt.date, dt.date]:
        today = self._snapshot.today if self._snapshot else session.date
        last = session.date + dt.timedelta(days=LAST_DAY)
        return session.date + dt.timedelta(days=FIRST_BASELINE_DAY), min(last, today)

    def _clear(self) -> None:
        for row in self.rows:
            self.card.body.removeWidget(row)
            row.deleteLater()
        self.rows.clear()
        self.card.hide()
        self.progress.hide()
        self.nothing.hide()
        self._show_ways(True)
        self.said.setText("")
        self.keep.setEnabled(False)
        self.keep.setText(_("Keep"))

    def _show_ways(self, shown: bool) -> None:
        self.add.setVisible(shown)
        self.folder.setVisible(shown)

    def _advance(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.said.setText(_("Reading picture {n} of {count} …").format(n=done + 1, count=of))

    def _show_read(self, read: tuple[Read, ...]) -> None:
        self.progress.hide()
        session = self._session
        if session is None or self._snapshot is None or self._snapshot.recovery is None:
            return
        if not read:
            self.nothing.setText(
                _("All pictures there of this session’s days are in your diary already.")
                if self.reader.left_out
                else _(
                    "No picture there was taken on a day of this session. Choose another folder."
                )
            )
            self.nothing.show()
            self._show_ways(True)
            self._count()
            return
        here = self._here
        if len(read) >= MOST:
            self.nothing.setText(
                _("These are {n} pictures. Keep them, then bring the same folder for more.").format(
                    n=MOST
                )
            )
            self.nothing.show()
        first, last = self._days(session)
        of_day: Counter[dt.date | None] = Counter()
        views = list(PHOTO_VIEWS)
        for one in read[:MOST]:
            # those of one day are most often taken from the front, then from the sides
            view = views[min(of_day[one.date], len(views) - 1)]
            of_day[one.date] += one.picture is not None
            row = IncomingRow(one, view, self.card)
            is_here = one.picture is not None and one.picture.sha256 in here
            row.show_days(first, last, is_here=is_here)
            row.changed.connect(self._count)
            self.card.body.addWidget(row)
            self.rows.append(row)
        self.card.show()
        self._count()
        self.keep.setFocus()

    def _count(self) -> None:
        taken = sum(row.is_taken for row in self.rows)
        left = len(self.rows) - taken
        words = ngettext("{n} picture read.", "{n} pictures read.", len(self.rows))
        said = words.format(n=len(self.rows))
        if left:
            more = ngettext("{n} is left out.", "{n} are left out.", left).format(n=left)
            said = f"{said} {more}"
        self.said.setText(said if self.rows else "")
        self.keep.setEnabled(bool(taken))
        self.keep.setText(ngettext("Keep {n} photo", "Keep {n} photos", taken).format(n=taken))

    def _keep(self) -> None:
        session = self._session
        new = [row.photo() for row in self.rows if row.is_taken]
        if session is not None and new and self.live.add_photos(session.id, new):
            self._clear()
            self.went.emit("photos", None)

    def _leave(self) -> None:
        self.reader.stop()
        self._clear()
        self.went.emit("photos", None)
