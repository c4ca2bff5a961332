"""How long a rating takes: to a durable commit, and to everything repainted. Rows 8 and 9."""

from __future__ import annotations

import datetime as dt
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from PySide6.QtWidgets import QApplication

from benchmarks.row import Row, in_ms, times_floor
from recovery_tracker.data.store import open_store
from recovery_tracker.exchange.sample import fill
from recovery_tracker.journal import Journal, Snapshot
from recovery_tracker.settings import Settings
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.preferences import Preferences

RATINGS_A_PAIR = 20


@dataclass
class Taps:
    """Seconds, one of each a pair (the mean over some ratings)."""

    raw: list[float] = field(default_factory=list[float])
    commit: list[float] = field(default_factory=list[float])
    repainted: list[float] = field(default_factory=list[float])


def clock() -> dt.datetime:
    """The local time."""
    return dt.datetime.now().astimezone()


class _Timed(Journal):
    """A journal that notes when what was done is on disk, before it is judged and shown."""

    kept_at = 0.0

    def _answer_for(self, session_id: str) -> Snapshot:
        self.kept_at = time.perf_counter()
        return super()._answer_for(session_id)


def measure(folder: Path, pairs: int) -> list[Row]:
    """Measure and say how it stands."""
    taps = measured(folder, pairs)
    what = "a rating: tap to durable commit / raw row"
    return [
        times_floor(8, what, taps.raw, taps.commit, 2.5, 1.5),
        in_ms(9, "a rating: tap to all repainted", statistics.median(taps.repainted), 30, 16),
    ]


def measured(folder: Path, pairs: int) -> Taps:
    """Measure in turn: a raw durable row, a rating kept, a rating repainted."""
    raw = _raw_table(folder / "raw.db")
    store = open_store(folder / "tap", clock)
    journal = _Timed(store, clock, keeps_shown=True)
    fill(journal)
    window = _Window(folder / "tap", journal)
    taps = Taps()
    for number in range(pairs + 1):
        found = (_raw_row(raw), _commit(journal), window.repaint())
        if number:
            for times, one in zip((taps.raw, taps.commit, taps.repainted), found, strict=True):
                times.append(one)
    raw.close()
    store.close()
    return taps


def _raw_table(file: Path) -> driver.Connection:
    raw = driver.connect(str(file), isolation_level=None)
    for pragma in ("page_size=16384", "journal_mode=WAL", "synchronous=FULL"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("CREATE TABLE rating (id INTEGER PRIMARY KEY, grade INTEGER) STRICT")
    return raw


def _raw_row(raw: driver.Connection) -> float:
    begun = time.perf_counter()
    for number in range(RATINGS_A_PAIR):
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO rating (grade) VALUES (?)", (number % 5,))
        raw.execute("COMMIT")
    return (time.perf_counter() - begun) / RATINGS_A_PAIR


def _commit(journal: _Timed) -> float:
    session = journal.snapshot().session
    if session is None:
        raise SystemExit("The sample was not brought in.")
    spent = 0.0
    for number in range(RATINGS_A_PAIR):
        begun = time.perf_counter()
        journal.rate(session.id, journal.today, "redness", number % 2)
        spent += journal.kept_at - begun
    return spent / RATINGS_A_PAIR


class _Window:
    """The real window on the Today page."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        self._app = QApplication.instance() or QApplication([])
        self._live = LiveJournal()
        preferences = Preferences(Settings(folder), self._app)
        self._window = MainWindow(self._live, preferences, clock)
        self._window.resize(1280, 800)
        self._window.show()
        self._live.open(journal)
        self._app.processEvents()

    def repaint(self) -> float:
        """Rate through the border of the window, until the events of it are painted."""
        snapshot = self._live.snapshot
        if snapshot is None or snapshot.session is None:
            raise SystemExit("The sample was not brought in.")
        begun = time.perf_counter()
        for number in range(RATINGS_A_PAIR):
            self._live.rate(snapshot.session.id, snapshot.today, "pain", number % 2)
            self._app.processEvents()
        return (time.perf_counter() - begun) / RATINGS_A_PAIR
