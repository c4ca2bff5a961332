"""Tells how long the event loop of the window was held up; for benchmarks and journeys.

Run as ``python -m tools.stall_watch`` it goes through the window on the sample and prints the
longest block of each step, the least of several rounds: a busy machine only ever adds to one.
Beside it stands the longest work of the window's thread, which other programs do not add to.
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from recovery_tracker.data.store import open_store
from recovery_tracker.exchange.sample import sample_log
from recovery_tracker.journal import Journal
from recovery_tracker.settings import Settings
from recovery_tracker.ui.collector import Collector
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages import PAGES
from recovery_tracker.ui.preferences import Preferences

NOW = dt.datetime(2026, 11, 18, 8, 14, tzinfo=dt.UTC)
LIMIT_MS = 150
_EVERY_MS = 2
_ROUNDS = 3
_AFTER_MS = 400  # what a step sets off, such as a page that is written late


def own_time() -> float:
    """Return the time in seconds, without what other programs had of this thread's processor.

    Waiting for the disk or for another thread of ours stays in it. Linux only; elsewhere the clock.
    """
    try:
        waited = Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]
    except OSError:
        waited = "0"
    return time.perf_counter() - int(waited) / 1e9


class StallWatch(QObject):
    """Notes the longest time between two turns of the event loop, while it is entered.

    Attributes:
        longest_ms: the longest block so far, in milliseconds.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__()
        self._clock = clock
        self._last = 0.0
        self.longest_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def __enter__(self) -> StallWatch:
        self._last = self._clock()
        self.longest_ms = 0.0
        self._timer.start(_EVERY_MS)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.tick()
        self._timer.stop()

    def tick(self) -> None:
        """Note how long it took until this turn of the event loop."""
        now = self._clock()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


def steps(window: MainWindow, preferences: Preferences) -> Iterator[tuple[str, Callable[[], None]]]:
    """What a person does: every page for the first time and again, and other looks."""
    pages = [spec.name for spec in PAGES]
    for again in ("first", "again"):
        for name in pages:
            yield f"{name}, {again}", lambda name=name: window.go(name)
    for front in ("today", "settings"):
        yield front, lambda front=front: window.go(front)
        for look in ("dark", "contrast", "light"):
            yield f"{look} on {front}", lambda look=look: preferences.put("theme", look)
        for percent in (130, 100):
            yield f"{percent} % on {front}", lambda p=percent: preferences.put("text_size", p)


def measure(folder: Path) -> dict[str, tuple[float, float]]:
    """Go through all steps once; return the longest block and work of each in milliseconds."""
    app = QApplication.instance() or QApplication([])
    Collector(app).begin()  # as the program has it
    store = open_store(folder, lambda: NOW)
    Journal(store, lambda: NOW).merge(sample_log(NOW.date()))
    preferences = Preferences(Settings(folder), app)
    preferences.accept()
    live = LiveJournal(app)
    window = MainWindow(live, preferences, lambda: NOW)
    window.show()
    live.open(Journal(store, lambda: NOW, keeps_shown=True))
    QTest.qWait(_AFTER_MS)
    found: dict[str, tuple[float, float]] = {}
    for name, act in steps(window, preferences):
        with StallWatch() as blocked, StallWatch(time.thread_time) as working:
            act()
            QTest.qWait(_AFTER_MS)
        found[name] = blocked.longest_ms, working.longest_ms
    window.close()
    window.deleteLater()
    preferences.setParent(None)
    live.close()
    store.close()
    return found


def main() -> None:
    """Print the longest block of each step, least of several rounds."""
    rounds: list[dict[str, tuple[float, float]]] = []
    for _round in range(_ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            rounds.append(measure(Path(folder)))
    print(" blocked  working")
    for name in rounds[0]:
        blocked, working = (min(found[name][which] for found in rounds) for which in (0, 1))
        print(f"{blocked:5.0f} ms {working:5.0f} ms  {name}{'   TOO LONG' * (blocked > LIMIT_MS)}")


if __name__ == "__main__":
    main()
