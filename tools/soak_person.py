"""A person who uses the window without a pause; for ``make soak``."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.exchange.sample import sample_log
from recovery_tracker.journal import Journal
from recovery_tracker.journal.photos import NewPhoto
from recovery_tracker.photos.picture import read_picture
from recovery_tracker.settings import Settings
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages import PAGES
from recovery_tracker.ui.preferences import Preferences

NOW = dt.datetime(2026, 11, 18, 8, 14, tzinfo=dt.UTC)
_SOME_DAYS = 12
_VIEWS = ("front", "left", "right")
_TURNS = 3  # of the event loop after an action: what it left for a later one is part of it


def settle() -> None:
    """Let the event loop turn until what was set off is done."""
    for _turn in range(_TURNS):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Person:
    """Somebody who uses the window without a pause."""

    def __init__(self, folder: Path, seed: int) -> None:
        app = QApplication.instance() or QApplication([])
        self.chance = random.Random(seed)
        self._folder = folder
        self.store = open_store(folder, lambda: NOW)
        Journal(self.store, lambda: NOW).merge(sample_log(NOW.date()))
        self.store.close()
        self._at_first = (folder / FILE_NAME).read_bytes()
        self.preferences = Preferences(Settings(folder), app)
        self.preferences.accept()
        self.live = LiveJournal(app)
        self.window = MainWindow(self.live, self.preferences, lambda: NOW)
        self.window.resize(1280, 800)
        self.window.show()
        self._open()
        self.pages = [spec.name for spec in PAGES]
        self.photos = [self._photo(number) for number in range(6)]
        self.imported = 0
        self._then: list[Callable[[], object]] = []  # what follows, in a turn of its own
        self.actions: tuple[tuple[int, Callable[[], object]], ...] = (
            (30, self.rate), (8, self.mark), (8, self.tick), (8, self.write), (10, self.undo),
            (4, self.redo), (20, self.change_page), (2, self.change_look), (1, self.change_size),
            (4, self.choose_session), (2, self.look_at_report), (3, self.change_photos),
            (2, self.bring_in), (2, self.add_session), (3, self.delete_entry), (2, self.same),
            (2, self.finish),
        )  # fmt: skip

    def _open(self) -> None:
        self.store = open_store(self._folder, lambda: NOW)
        self.live.open(Journal(self.store, lambda: NOW, keeps_shown=True))

    def _photo(self, number: int) -> NewPhoto:
        out = io.BytesIO()
        dots = random.Random(number).randbytes(48 * 64 * 3)
        Image.frombytes("RGB", (48, 64), dots).resize((480, 640)).save(out, "JPEG")
        made = read_picture(out.getvalue())
        return NewPhoto(NOW.date(), "front", made.data, made.thumbnail)

    def act(self) -> str:
        """Do one thing; return what."""
        if self._then:
            self._then.pop()()
            return "take_back"
        weights = [weight for weight, _action in self.actions]
        ((_weight, action),) = self.chance.choices(self.actions, weights)
        action()
        return action.__name__

    # What there is to do ------------------------------------------------------------------------

    def _here(self) -> tuple[str, dt.date]:
        """One of the last days of the session that is chosen."""
        snapshot = self.live.snapshot
        session = snapshot.session if snapshot is not None else None
        if session is None:
            return "", NOW.date()
        last = min(NOW.date(), session.date + dt.timedelta(days=_SOME_DAYS))
        days = max(0, (last - session.date).days)
        return session.id, last - dt.timedelta(days=self.chance.randint(0, days))

    def rate(self) -> None:
        """Grade a symptom, or take its grade away."""
        symptom = self.chance.choice(USUAL_SYMPTOMS)
        self.live.rate(*self._here(), symptom, self.chance.choice((None, 0, 1, 2, 3, 4)))

    def mark(self) -> None:
        """Answer a sign."""
        self.live.mark(*self._here(), self.chance.choice(DAILY_SIGNS), self.chance.random() < 0.3)

    def tick(self) -> None:
        """Tick a care item."""
        self.live.tick(
            *self._here(), self.chance.choice(sorted(CARE_BY_CODE)), self.chance.random() < 0.7
        )

    def write(self) -> None:
        """Write a note."""
        self.live.write(*self._here(), "notes", self.chance.choice(("", "tight", "é 日記 " * 40)))

    def undo(self) -> None:
        """Take the last step back."""
        self.window.undo()

    def redo(self) -> None:
        """Do it again."""
        self.window.redo()

    def change_page(self) -> None:
        """Go to any page."""
        self.window.go(self.chance.choice(self.pages))

    def change_look(self) -> None:
        """Choose another theme."""
        self.preferences.put("theme", self.chance.choice(("light", "dark", "contrast")))

    def change_size(self) -> None:
        """Choose another size of text."""
        self.preferences.put("text_size", self.chance.choice((100, 115, 130)))

    def choose_session(self) -> None:
        """Choose another session."""
        if self.live.snapshot is not None and self.live.snapshot.sessions:
            self.live.select(self.chance.choice(self.live.snapshot.sessions).id)

    def look_at_report(self) -> None:
        """Look at the report until its pages are there."""
        self.window.go("report")
        QTest.qWait(300)

    def change_photos(self) -> None:
        """Add a photo, or take one out."""
        session_id, date = self._here()
        snapshot = self.live.snapshot
        there = snapshot.recovery.photos if snapshot is not None and snapshot.recovery else ()
        if there and self.chance.random() < 0.5:
            self.live.delete_photo(session_id, self.chance.choice(there))
        else:
            new = self.chance.choice(self.photos)
            view = self.chance.choice(_VIEWS)
            self.live.add_photos(session_id, [NewPhoto(date, view, new.data, new.thumbnail)])

    def bring_in(self) -> None:
        """Import a session, and take that back."""
        self.imported += 1
        date = NOW.date() - dt.timedelta(days=400 + self.imported % 40)
        session = Session(f"imported-{self.imported % 40}", date, areas=("neck",))
        self.live.journal.merge(Log(recoveries=(Recovery(session),)))
        self.live.refresh()
        self._then.append(self.live.undo)

    def add_session(self) -> None:
        """Add a session, and take that back."""
        date = NOW.date() - dt.timedelta(days=self.chance.randint(200, 300))
        if self.live.add_session(Session("", date, areas=("hands",))):
            self._then.append(self.live.undo)

    def delete_entry(self) -> None:
        """Delete an entry, and take that back."""
        snapshot = self.live.snapshot
        if snapshot is not None and snapshot.recovery and snapshot.recovery.entries:
            entry = self.chance.choice(snapshot.recovery.entries)
            self.live.delete_entry(snapshot.recovery.session.id, entry.date)
            self._then.append(self.live.undo)

    def same(self) -> None:
        """Take what yesterday had."""
        self.live.same_as_yesterday(*self._here())

    def finish(self) -> None:
        """Say that a day is done, or not."""
        self.live.finish(*self._here(), self.chance.random() < 0.5)

    # Between two samples -------------------------------------------------------------------------

    def put_back(self) -> None:
        """Let the diary be what it was at first, as restoring a copy of it does."""
        self._then.clear()
        self.live.close()
        self.store.close()
        (self._folder / FILE_NAME).write_bytes(self._at_first)
        self._open()

    def leave(self) -> None:
        """Close the window and the diary."""
        self.window.close()
        self.window.deleteLater()
        self.preferences.setParent(None)
        self.live.close()
        self.store.close()
        settle()
