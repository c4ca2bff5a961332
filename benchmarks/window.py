"""The real program in a process of its own: started as a person does, then driven and measured.

``run("close", folder)`` starts it and returns what it told; as a program
(``python -m benchmarks.window KIND FOLDER``) it is the one start that is measured. It tells one
line of JSON: the moments in seconds since it was spawned, and what its kind adds.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_SPAWNED = "BENCH_SPAWNED_NS"
Told = dict[str, Any]


def clock() -> dt.datetime:
    """The local time."""
    return dt.datetime.now().astimezone()


def run(kind: str, folder: Path) -> Told:
    """Start a program of a kind and return what it told, with the moment it was ``gone``."""
    spawned = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.window", kind, str(folder)],
        check=False,
        env={**os.environ, _SPAWNED: str(spawned)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    gone = (time.monotonic_ns() - spawned) / 1e9
    if done.returncode:
        raise SystemExit(done.stderr)
    return {**json.loads(done.stdout.splitlines()[-1]), "gone": gone}


def since_spawn() -> float:
    """Seconds since the process was spawned."""
    return (time.monotonic_ns() - int(os.environ[_SPAWNED])) / 1e9


def own_pss() -> float:
    """The memory of this process and all it started, in MiB; of what is shared, its part."""
    return sum(_pss(process) for process in _with_children(os.getpid()))


def _pss(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):  # it has ended in the meantime
        return 0.0
    for line in lines:
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("This system does not tell the memory of a process.")


def _with_children(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _with_children(int(child))


def wait(seconds: float) -> None:
    """Let the event loop turn for a time, asleep in between as it would be."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def wait_for(condition: Callable[[], bool], at_most: float = 30.0) -> float:
    """Turn the event loop until a condition holds; return the seconds it took."""
    from PySide6.QtWidgets import QApplication

    begun = time.perf_counter()
    while not condition():
        if time.perf_counter() - begun > at_most:
            raise SystemExit("What was waited for did not come.")
        QApplication.processEvents()
        time.sleep(0.0005)
    return time.perf_counter() - begun


def _bare() -> None:
    """Show an empty main window and stop at its first paint."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    told: Told = {}

    class Painted(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, self.stop)
            return False

        def stop(self) -> None:
            told.update(painted=since_spawn(), cpu=_cpu(), pss=own_pss())
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
    print(json.dumps(told))


def _watched_start(folder: Path) -> None:
    """Start the program with a watch on its event loop."""
    from recovery_tracker import app
    from tools.stall_watch import StallWatch

    watches: list[StallWatch] = []

    class MainWindow(app.MainWindow):
        def show(self) -> None:
            super().show()
            watches.append(StallWatch())
            watches[0].__enter__()

    def told(_window: Any, told: Told) -> None:
        wait(0.5)
        told["start"] = watches[0].longest_ms / 1000

    app.MainWindow = MainWindow  # type: ignore[misc]  # watched
    _ours(folder, told)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _ours(folder: Path, act: Callable[[Any, Told], None]) -> None:
    """Start the program as a person does; once the day is on screen, act and close."""
    gc.disable()  # as the command of the window does before it loads anything
    from recovery_tracker import app  # first, as in a start of a person: it says how Qt is loaded

    from PySide6.QtCore import QTimer  # isort: skip
    from PySide6.QtWidgets import QApplication  # isort: skip

    told: Told = {}

    class FirstPaint(app.FirstPaint):
        def _tell(self) -> None:
            told["painted"] = since_spawn()
            super()._tell()

    class Diary(app.Diary):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self.opened.connect(self._wait_for_paint)

        def _wait_for_paint(self) -> None:
            QTimer.singleShot(0, self._complete)

        def _complete(self) -> None:
            QApplication.sendPostedEvents()  # layout and paint: after them, all of it is on screen
            told.update(complete=since_spawn(), cpu=_cpu())
            act(self._window, told)
            print(json.dumps(told), flush=True)
            self._window.close()

    # the composition root looks both up when it runs: ours tell the moments
    app.FirstPaint = FirstPaint  # type: ignore[misc]  # watched
    app.Diary = Diary  # type: ignore[misc]  # watched
    app.run(folder, clock)


def fill(folder: Path) -> None:
    """Put the sample diary into a folder, as an everyday start finds it."""
    from recovery_tracker.data.store import open_store
    from recovery_tracker.exchange.sample import fill as fill_store
    from recovery_tracker.journal import Journal

    store = open_store(folder, clock)
    fill_store(Journal(store, clock))
    store.close()
    accept(folder)


def accept(folder: Path) -> None:
    """Have the first page said yes to, as it is after the first start."""
    from recovery_tracker.settings import DISCLAIMER_VERSION, Settings

    Settings(folder).put("disclaimer_accepted", DISCLAIMER_VERSION)


def main() -> None:
    """Be the one start that is measured."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    if kind == "bare":
        _bare()
        return
    from benchmarks import acts

    if kind == "watched_start":
        _watched_start(folder)
    else:
        _ours(folder, getattr(acts, kind))


if __name__ == "__main__":
    main()
