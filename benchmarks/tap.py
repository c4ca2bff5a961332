"""How long a rating takes: to a durable commit, and to everything repainted. Rows 8 and 9.

The floor is a durable row of the bare driver: the same engine, pragmas and folder, in turn with the
ratings, and like them after a session was read and judged. Rows one right after the other take two
thirds of that: the disk is awake and all they need is at hand, as it never is for a hand's tap.
They are told in a line of their own.
"""

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

    hurried: list[float] = field(default_factory=list[float])  # raw rows, without a pause
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
        times_floor(8, f"{what} without a pause", taps.hurried, taps.commit, 2.5, 1.5),
        in_ms(9, "a rating: tap to all repainted", statistics.median(taps.repainted), 30, 16),
    ]


def measured(folder: Path, pairs: int) -> Taps:
    """Measure in turn: raw durable rows, raw rows and ratings kept, ratings repainted."""
    raw = _raw_table(folder / "raw.db")
    store = open_store(folder / "tap", clock)
    journal = _Timed(store, clock, keeps_shown=True)
    fill(journal)
    window = _Window(folder / "tap", journal)
    taps = Taps()
    for number in range(pairs + 1):
        found = (_hurried(raw), *_in_turn(raw, journal), window.repaint())
        if number:
            into = (taps.hurried, taps.raw, taps.commit, taps.repainted)
            for times, one in zip(into, found, strict=True):
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


def _raw_row(raw: driver.Connection, grade: int) -> float:
    begun = time.perf_counter()
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO rating (grade) VALUES (?)", (grade,))
    raw.execute("COMMIT")
    return time.perf_counter() - begun


def _hurried(raw: driver.Connection) -> float:
    return sum(_raw_row(raw, number % 2) for number in range(RATINGS_A_PAIR)) / RATINGS_A_PAIR


def _in_turn(raw: driver.Connection, journal: _Timed) -> tuple[float, float]:
    """Return the mean of raw rows and of ratings; before each, the session was read and judged."""
    session = journal.snapshot().session
    if session is None:
        raise SystemExit("The sample was not brought in.")
    row = kept = 0.0
    for number in range(RATINGS_A_PAIR):
        row += _raw_row(raw, number % 2)
        journal.snapshot()
        begun = time.perf_counter()
        journal.rate(session.id, journal.today, "redness", number % 2)  # and answers
        kept += journal.kept_at - begun
    return row / RATINGS_A_PAIR, kept / RATINGS_A_PAIR


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
