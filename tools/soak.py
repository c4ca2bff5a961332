"""Uses the window for a long day at speed, and looks whether it grows, stalls or complains.

Run as ``make soak``: 10,000 actions over all pages, chosen at random from a seed, in one window
without a screen. Printed are the memory after a warm-up and at the end, what Qt and Python have
alive then and now, the longest turns of the event loop, and every warning.

Memory is compared between moments at which the diary is the same, to the byte: a longer one has
more warnings, and its report more pages, which take memory by right.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import logging
import multiprocessing
import os
import statistics
import sys
import tempfile
import threading
import time
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from recovery_tracker.malloc import keep_lean
from recovery_tracker.ui.collector import Collector
from recovery_tracker.ui.pages.report import ReportPage
from recovery_tracker.ui.report_process import report_process
from tools.soak_person import Person, settle
from tools.stall_watch import LIMIT_MS, StallWatch, own_time

_WARM = 0.3  # of the actions: all that is kept on purpose has been made by then
_SAMPLES = 40
_REST_EVERY = 25  # actions; then what was set off may finish
_LONGEST_REPORT_MS, _LOOK_MS = 20_000, 50


@dataclass
class Seen:
    """What was seen on the way.

    Attributes:
        memory: mebibytes in use, at equal distances, with what other processes of ours use.
        alive: what there was after the warm-up and at the end, by kind.
        work: milliseconds the window's thread worked in the longest turn of the event loop of an
            action, with the action; the longest ones only, for a list of all would grow itself.
        blocks: milliseconds it stood still in it, with waiting for the disk and for other threads.
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


def soak(folder: Path, actions: int, seed: int) -> Seen:
    """Do so many things and say what was seen."""
    seen = Seen()

    def complain(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if not words.startswith("This plugin does not support"):
            seen.complaints[f"Qt: {words}"] += 1

    def notice(record: logging.LogRecord) -> bool:
        seen.complaints[f"log: {record.getMessage()}"] += 1
        return False

    def complain_of(kind: str, error: object) -> None:
        seen.complaints[f"{kind}: {error!r}"] += 1

    before = qInstallMessageHandler(complain)
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    sys.excepthook = lambda _kind, error, _trace: complain_of("error", error)
    sys.unraisablehook = lambda said: complain_of("unraisable", said.exc_value)
    threading.excepthook = lambda said: complain_of("in a thread", said.exc_value)
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
        sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
        qInstallMessageHandler(before)
    return seen


def _use(person: Person, actions: int, seen: Seen) -> None:
    QTest.qWait(500)
    collector = Collector(person.preferences)  # as the program has it
    collector.begin()
    every = max(1, actions // _SAMPLES)
    for number in range(actions):
        with StallWatch(own_time) as blocked, StallWatch(time.thread_time) as working:
            what = person.act()
            settle()
            collector.look()  # this loop never waits
        _note(seen.work, (working.longest_ms, what))
        _note(seen.blocks, (blocked.longest_ms, what))
        if number % _REST_EVERY == 0:
            QTest.qWait(20)
        if number % every == 0:
            _rest(person)
            seen.memory.append(memory_mb())
            if not seen.alive and number >= actions * _WARM:
                seen.alive.append(alive())
    _rest(person)
    seen.alive.append(alive())
    gc.unfreeze()
    person.leave()


def _note(turns: list[tuple[float, str]], turn: tuple[float, str]) -> None:
    """Keep a turn that was too long, and the longest so far."""
    if turn[0] > LIMIT_MS or not turns or turn > max(turns):
        turns.append(turn)


def _rest(person: Person) -> None:
    """Come back to the same state on every page, so that two moments can be compared."""
    person.put_back()
    person.preferences.put("theme", "light")
    person.preferences.put("text_size", 100)
    person.live.select(person.live.snapshot.sessions[-1].id if person.live.snapshot else "")
    for name in person.pages:
        person.window.go(name)
        if isinstance(person.window.deck.page, ReportPage):
            _wait_for_report(person.window.deck.page, person)
        QTest.qWait(60)
        settle()
    person.window.go("today")
    for _turn in range(5):
        QTest.qWait(60)
        settle()
    report_process().end()  # as it does by itself, only sooner


def _wait_for_report(page: ReportPage, person: Person) -> None:
    for _look in range(_LONGEST_REPORT_MS // _LOOK_MS):
        made = page.preview
        if made and made.order.snapshot == person.live.snapshot:
            return
        QTest.qWait(_LOOK_MS)


def main() -> int:
    """Print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    keep_lean()  # as the program does
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
