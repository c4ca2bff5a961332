"""Uses the window for a long day at speed, and looks whether it grows, stalls or complains.

Run as ``make soak``: 10,000 actions over all pages, chosen at random from a seed, in one window
without a screen. Printed are the memory after a warm-up and at the end, what Qt and Python have
alive then and now, the longest turns of the event loop, and every warning.
"""

from __future__ import annotations

import argparse
import ctypes
import datetime as dt
import gc
import io
import logging
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from recovery_tracker.charts.style import prepare
from recovery_tracker.data.store import open_store
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
from recovery_tracker.ui.report_process import report_process
from tools.stall_watch import LIMIT_MS, StallWatch

NOW = dt.datetime(2026, 11, 18, 8, 14, tzinfo=dt.UTC)
_WARM = 0.4  # of the actions: all that is kept on purpose has been made by then
_SAMPLES = 60
_REST_EVERY = 25  # actions; then what was set off may finish
_SOME_DAYS = 12
_VIEWS = ("front", "left", "right")


@dataclass
class Seen:
    """What was seen on the way.

    Attributes:
        memory: mebibytes in use, at equal distances, with what other processes of ours use.
        alive: what there was after the warm-up and at the end, by kind.
        work: milliseconds the window's thread worked in each action, with the action.
        blocks: milliseconds the event loop stood still in it, as a person sees it: on a busy
            machine other programs are part of that.
        complaints: what Qt, Python or the journal said, each once with its number.
    """

    memory: list[float] = field(default_factory=list)
    alive: list[Counter[str]] = field(default_factory=list)
    work: list[tuple[float, str]] = field(default_factory=list)
    blocks: list[tuple[float, str]] = field(default_factory=list)
    complaints: Counter[str] = field(default_factory=Counter)

    @property
    def growth(self) -> float:
        """How much more memory there is in the last quarter after the warm-up than in its first."""
        warm = self.memory[int(len(self.memory) * _WARM) :]
        part = max(1, len(warm) // 4)
        first, last = statistics.median(warm[:part]), statistics.median(warm[-part:])
        return last / first - 1

    @property
    def grown(self) -> Counter[str]:
        """What there is more of at the end, if anything."""
        return self.alive[-1] - self.alive[0]


def memory_mb() -> float:
    """Return the memory in use, also by processes of ours; what was freed given back first."""
    gc.collect()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).malloc_trim(0)
        processes = (os.getpid(), *(one.pid for one in multiprocessing.active_children()))
        return sum(map(_pages, processes)) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return 0.0


def _pages(process: int | None) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (FileNotFoundError, ProcessLookupError):  # it has ended in the meantime
        return 0


def alive() -> Counter[str]:
    """Count the widgets, and the Python values of Qt's and of ours."""
    gc.collect()
    kinds = Counter(
        type(found).__name__
        for found in gc.get_objects()
        if isinstance(found, QObject) or type(found).__module__.startswith("recovery_tracker.ui")
    )
    kinds["widgets"] = len(QApplication.allWidgets())
    return kinds


class Person:
    """Somebody who uses the window without a pause."""

    def __init__(self, folder: Path, seed: int) -> None:
        app = QApplication.instance() or QApplication([])
        prepare(folder / "cache")
        self.chance = random.Random(seed)
        self.store = open_store(folder, lambda: NOW)
        Journal(self.store, lambda: NOW).merge(sample_log(NOW.date()))
        self.preferences = Preferences(Settings(folder), app)
        self.preferences.accept()
        self.live = LiveJournal(app)
        self.window = MainWindow(self.live, self.preferences, lambda: NOW)
        self.window.resize(1280, 800)
        self.window.show()
        self.live.open(Journal(self.store, lambda: NOW, keeps_shown=True))
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

    def leave(self) -> None:
        """Close the window and the diary."""
        self.window.close()
        self.window.deleteLater()
        self.preferences.setParent(None)
        self.live.close()
        self.store.close()
        settle()


def settle() -> None:
    """Let the event loop turn until what was set off is done."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def soak(folder: Path, actions: int, seed: int) -> Seen:
    """Do so many things and say what was seen."""
    seen = Seen()

    def complain(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if not words.startswith("This plugin does not support"):
            seen.complaints[f"Qt: {words}"] += 1

    def notice(record: logging.LogRecord) -> bool:
        seen.complaints[f"log: {record.getMessage()}"] += 1
        return False

    before, hook, unraisable = qInstallMessageHandler(complain), sys.excepthook, sys.unraisablehook
    sys.excepthook = lambda kind, error, _trace: seen.complaints.update(
        [f"{kind.__name__}: {error}"]
    )
    sys.unraisablehook = lambda said: seen.complaints.update([f"unraisable: {said.exc_value}"])
    listening = logging.Handler(logging.WARNING)
    listening.addFilter(notice)
    logging.getLogger().addHandler(listening)
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            _use(Person(folder, seed), actions, seen)
        seen.complaints.update(f"{one.category.__name__}: {one.message}" for one in warned)
    finally:
        logging.getLogger().removeHandler(listening)
        sys.excepthook, sys.unraisablehook = hook, unraisable
        qInstallMessageHandler(before)
    return seen


def _use(person: Person, actions: int, seen: Seen) -> None:
    QTest.qWait(500)
    every = max(1, actions // _SAMPLES)
    for number in range(actions):
        begun = time.thread_time()
        with StallWatch() as watch:
            what = person.act()
            settle()
        seen.work.append(((time.thread_time() - begun) * 1000, what))
        seen.blocks.append((watch.longest_ms, what))
        if number % _REST_EVERY == 0:
            QTest.qWait(20)
        if number % every == 0:
            _rest(person)
            seen.memory.append(memory_mb())
            if not seen.alive and number >= actions * _WARM:
                seen.alive.append(alive())
    _rest(person)
    seen.alive.append(alive())
    person.leave()


def _rest(person: Person) -> None:
    """Come back to the same state, so that two moments can be compared."""
    person.preferences.put("theme", "light")
    person.preferences.put("text_size", 100)
    person.live.select(person.live.snapshot.sessions[-1].id if person.live.snapshot else "")
    person.window.go("today")
    for _turn in range(5):
        QTest.qWait(60)
        settle()
    report_process().end()  # as it does by itself, only sooner


def main() -> int:
    """Print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        seen = soak(Path(name), args.actions, args.seed)
    print(f"seed {args.seed}, {args.actions} actions, {time.monotonic() - begun:.0f} s")
    print("memory (MB):", *(f"{value:.0f}" for value in seen.memory))
    print(f"growth after the warm-up: {seen.growth:+.2%}")
    print("more alive:", dict(seen.grown) or "nothing")
    for name, turns in (("work of the window's thread", seen.work), ("block", seen.blocks)):
        slow = sorted((turn for turn in turns if turn[0] > LIMIT_MS), reverse=True)
        print(f"longest {name}: {max(turns)[0]:.0f} ms; over {LIMIT_MS} ms: {len(slow)}")
        for ms, what in slow[:10]:
            print(f"  {ms:.0f} ms  {what}")
    for words, many in seen.complaints.most_common():
        print(f"{many} times: {words}")
    return 1 if seen.complaints or seen.growth > 0.01 else 0


if __name__ == "__main__":
    sys.exit(main())
