"""How long a start takes, from spawn to paint: the program against a bare window.

As a module it makes the pairs; as a program (``python -m benchmarks.start KIND FOLDER``) it is the
one start that is measured, and prints its moments in seconds since it was spawned.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

_SPAWNED = "BENCH_SPAWNED_NS"


@dataclass
class Starts:
    """Seconds from spawn, one of each a pair."""

    bare: list[float] = field(default_factory=list[float])
    painted: list[float] = field(default_factory=list[float])
    complete: list[float] = field(default_factory=list[float])


def pairs(folder: Path, count: int) -> Starts:
    """Measure pairs in turn, after one of each that does not count."""
    starts = Starts()
    diary = folder / "start"
    _spawn("fill", diary)
    for number in range(count + 1):
        (bare,) = _spawn("bare", diary)
        painted, complete = _spawn("ours", diary)
        if number:
            starts.bare.append(bare)
            starts.painted.append(painted)
            starts.complete.append(complete)
    return starts


def _spawn(kind: str, folder: Path) -> list[float]:
    env = {**os.environ, _SPAWNED: str(time.monotonic_ns())}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.start", kind, str(folder)],
        check=False,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return [float(word) for word in done.stdout.split()]


def _note() -> None:
    print((time.monotonic_ns() - int(os.environ[_SPAWNED])) / 1e9, flush=True)


def _bare() -> None:
    """Show an empty main window and stop at its first paint."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    class Painted(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, self.stop)
            return False

        def stop(self) -> None:
            _note()
            QApplication.exit()

    app = QApplication([])
    window = QMainWindow()
    content = QWidget()
    window.setCentralWidget(content)
    painted = Painted()
    content.installEventFilter(painted)
    window.resize(1280, 800)
    window.show()
    app.exec()


def _ours(folder: Path) -> None:
    """Start the program as a person does; stop when the day is on screen."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from recovery_tracker import app

    class FirstPaint(app.FirstPaint):
        def _tell(self) -> None:
            _note()
            super()._tell()

    class Diary(app.Diary):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # pyright: ignore[reportArgumentType]
            self.opened.connect(self._wait_for_paint)

        def _wait_for_paint(self) -> None:
            QTimer.singleShot(0, self._complete)

        def _complete(self) -> None:
            QApplication.processEvents()
            _note()
            QApplication.exit()

    # the composition root looks both up when it runs: ours tell the moments
    app.FirstPaint = FirstPaint  # type: ignore[misc]
    app.Diary = Diary  # type: ignore[misc]
    app.run(folder, lambda: dt.datetime.now().astimezone())


def _fill(folder: Path) -> None:
    """Put the sample diary into the folder, as an everyday start finds it."""
    from recovery_tracker.data.store import open_store
    from recovery_tracker.exchange.sample import fill
    from recovery_tracker.journal import Journal
    from recovery_tracker.settings import DISCLAIMER_VERSION, Settings

    def clock() -> dt.datetime:
        return dt.datetime.now().astimezone()

    store = open_store(folder, clock)
    fill(Journal(store, clock))
    store.close()
    Settings(folder).put("disclaimer_accepted", DISCLAIMER_VERSION)


def main() -> None:
    """Be the one start that is measured."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    if kind == "bare":
        _bare()
    elif kind == "fill":
        _fill(folder)
    else:
        _ours(folder)


if __name__ == "__main__":
    main()
