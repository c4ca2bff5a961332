"""Runs the program as always, and writes down how long its event loop was held up, and when.

Run as ``python watched.py FILE ARGUMENTS``; a line of the file is "second of the run, length of
the block in ms, ms that this thread worked in it". On a busy machine only the work tells.
"""

from __future__ import annotations

import runpy
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

_EVERY_MS = 5
_NOTED_MS = 50


class Watch(QObject):
    """Notes each time the event loop did not come round."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._began = self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_EVERY_MS)

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        block, work = (now - self._last) * 1000, (worked - self._worked) * 1000
        self._last, self._worked = now, worked
        if block > _NOTED_MS:
            with self._file.open("a") as noted:
                noted.write(f"{now - self._began:.2f} {block:.0f} {work:.0f}\n")


def main() -> None:
    """Start the program with its event loop watched."""
    file = Path(sys.argv[1])
    file.touch()
    sys.argv[:] = ["recovery-tracker", *sys.argv[2:]]
    run = QApplication.exec

    def watched_run(*_none: object) -> int:
        watch = Watch(file)
        try:
            return run()
        finally:
            watch.deleteLater()

    QApplication.exec = watched_run  # type: ignore[method-assign]
    runpy.run_module("recovery_tracker", run_name="__main__")


if __name__ == "__main__":
    main()
