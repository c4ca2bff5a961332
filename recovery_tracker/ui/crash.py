"""What happens when the program itself is at fault: a report on this computer, one calm sentence.

The report holds where it happened and with which versions; never a value, since a value may be
what a patient wrote. The program goes on if it can: every change is on disk already.
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

from PySide6.QtCore import QObject, Signal, qVersion

from recovery_tracker import __version__

REPORT_NAME = "last-crash.txt"


class CrashHandler(QObject):
    """Takes what nobody caught, in any thread.

    ``crashed`` carries the report's text, once for each place in the program, in the thread of
    the window.
    """

    crashed = Signal(str)
    _caught = Signal(str)

    def __init__(self, folder: Path, clock: Callable[[], dt.datetime]) -> None:
        """Prepare to write reports into ``folder``."""
        super().__init__()
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
        self._caught.emit(text)

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, text: str) -> None:
        self.crashed.emit(text)

    def _report(self, place: str) -> str:
        import platform  # when there is something to report only

        head = (
            f"Recovery Tracker {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            f"{self._clock():%Y-%m-%d %H:%M}",
        )
        return "\n".join((*head, "", place, ""))


def _frames(error: BaseException, trace: TracebackType | None) -> list[str]:
    """Tell where it happened, innermost last, without a word of what was being handled."""
    import traceback

    lines: list[str] = []
    if error.__cause__ is not None:
        lines += [*_frames(error.__cause__, error.__cause__.__traceback__), "which led to"]
    root = Path(__file__).resolve().parents[2]
    for frame in traceback.extract_tb(trace):
        file = Path(frame.filename)
        shown = file.relative_to(root) if file.is_relative_to(root) else Path(*file.parts[-2:])
        lines.append(f"  {shown.as_posix()}:{frame.lineno} in {frame.name}")
    lines.append(type(error).__qualname__)
    return lines


def _write(file: Path, text: str) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
