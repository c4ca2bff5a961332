"""What happens when the program itself is at fault: a report on this computer, one calm sentence.

The report holds where it happened and with which versions; never a value, since a value may be
what a patient wrote. The program goes on if it can: every change is on disk already. Before
there is a window to say so, it says it to the terminal and ends.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from recovery_tracker.i18n import _
from recovery_tracker.program_log import Event, ProgramLog, place_of, places
from recovery_tracker.ui.bug_report import head

REPORT_NAME = "last-crash.txt"


class CrashHandler(QObject):
    """Takes what nobody caught, in any thread.

    ``crashed`` carries the report's text, once for each place in the program, in the thread of
    the window.

    Attributes:
        ends_program: whether a fault is the end, as there is no window yet that could tell of it.
        ended: whether one was.
    """

    crashed = Signal(str)
    _caught = Signal(str)

    def __init__(self, folder: Path, clock: Callable[[], dt.datetime]) -> None:
        """Prepare to write reports into ``folder``."""
        super().__init__()
        self.ends_program = False
        self.ended = False
        self._log = ProgramLog(folder, clock)
        self._file = folder / REPORT_NAME
        self._clock = clock
        self._known: set[str] = set()
        self._caught.connect(self._tell)

    def install(self) -> None:
        """Take over from Python's own handlers; to be done before the window exists."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def uninstall(self) -> None:
        """Give back to Python's own handlers."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def catch(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write a report and tell the window; a Ctrl+C in the terminal ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            sys.exit(1)
        place = "\n".join(_frames(error, trace))
        if place in self._known:  # a fault in painting would come again and again
            return
        self._known.add(place)
        text = self._report(place)
        with contextlib.suppress(OSError):  # a report that cannot be written must not crash again
            _write(self._file, text)
        self._log.note(Event.FAULT, error=kind.__qualname__, place=place_of(trace))
        self._caught.emit(text)

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_type, args.exc_value, args.exc_traceback)

    def window_stands(self) -> None:
        """Let the window tell of a fault from now on."""
        self.ends_program = False

    def _tell(self, text: str) -> None:
        if not self.ends_program:
            self.crashed.emit(text)
            return
        if sys.stderr is not None and not self.ended:  # packaged, without a console, has none
            sys.stderr.write(_before_window(self._file) + "\n")
        self.ended = True
        QCoreApplication.exit(1)

    def _report(self, place: str) -> str:
        return "\n".join((*head(), f"{self._clock():%Y-%m-%d %H:%M}", "", place, ""))


def _before_window(file: Path) -> str:
    return _(
        "The window could not open: the program has a fault. Your diary is as it was. Start it "
        "again; if it happens again, send {file} to whoever gave you the program. It holds "
        "nothing you wrote."
    ).format(file=file)


def _frames(error: BaseException, trace: TracebackType | None) -> list[str]:
    """Tell where it happened, innermost last, without a word of what was being handled."""
    lines: list[str] = []
    if error.__cause__ is not None:
        lines += [*_frames(error.__cause__, error.__cause__.__traceback__), "which led to"]
    lines += [f"  {file}:{line} in {name}" for file, line, name in places(trace)]
    lines.append(type(error).__qualname__)
    return lines


def _write(file: Path, text: str) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
