"""The program's log: what it did, with which versions, and where it failed; never health data.

A line is the moment, one of our own events and a few facts, such as ``error=StorageProblem``. A
fact is a word of the program's, without spaces; anything else is left out, so that nothing a
patient wrote can get in by a later mistake.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from types import TracebackType

FILE_NAME = "program.log"
MOST_BYTES = 128 * 1024  # of one file; the one before is kept beside it
_KEPT_BEFORE = 1
_FACT = re.compile(r"[A-Za-z0-9_.:/+-]{1,160}")
_LEFT_OUT = "?"


class Event(StrEnum):
    """What the log tells of."""

    STARTED = "started"
    OPENED = "opened"
    LOCKED = "locked"
    NOT_OPENED = "not-opened"
    REFUSED = "refused"
    FAULT = "fault"


class ProgramLog:
    """The log of one data folder: private, at most twice :data:`MOST_BYTES`, never in the way."""

    def __init__(self, folder: Path, clock: Callable[[], dt.datetime]) -> None:
        """Prepare to write into a folder, which need not exist: then nothing is written."""
        self._file = folder / FILE_NAME
        self._clock = clock

    def note(self, event: Event, **facts: str | int) -> None:
        """Write one line; a log that cannot be written is no reason to stop."""
        if not self._file.parent.is_dir():
            return
        words = [f"{name}={_fact(value)}" for name, value in facts.items()]
        line = " ".join((f"{self._clock():%Y-%m-%dT%H:%M:%S%z}", event.value, *words))
        with contextlib.suppress(OSError):
            _append(self._file, line)


def latest(folder: Path, most: int) -> tuple[str, ...]:
    """Return the last lines of a folder's log, oldest first."""
    lines: list[str] = []
    for name in (f"{FILE_NAME}.{_KEPT_BEFORE}", FILE_NAME):
        with contextlib.suppress(OSError, ValueError):
            lines += (folder / name).read_text(encoding="ascii").splitlines()
    return tuple(lines[-most:])


def place_of(trace: TracebackType | None) -> str:
    """Return where in the program a fault was, innermost: ``ui/theme.py:12``; empty = unknown."""
    found = ""
    for shown, line, _name in places(trace):
        found = f"{shown}:{line}"
    return found


def places(trace: TracebackType | None) -> Iterator[tuple[str, int, str]]:
    """Yield file, line and function of each step, innermost last, without any machine's path."""
    import traceback  # when there is something to tell only

    root = Path(__file__).resolve().parents[1]
    for frame in traceback.extract_tb(trace):
        file = Path(frame.filename)
        shown = file.relative_to(root) if file.is_relative_to(root) else Path(*file.parts[-2:])
        yield shown.as_posix(), frame.lineno or 0, frame.name


def versions() -> dict[str, str]:
    """Return the versions of the program and of Python, as facts for a line."""
    from recovery_tracker import __version__

    packaged = "yes" if getattr(sys, "frozen", False) else "no"
    return {
        "version": __version__,
        "python": sys.version.split(maxsplit=1)[0],
        "packaged": packaged,
    }


def _fact(value: str | int) -> str:
    text = str(value)
    return text if _FACT.fullmatch(text) else _LEFT_OUT


def _append(file: Path, line: str) -> None:
    """Write a line; a full file is put aside first, in place of the one before."""
    if file.exists() and file.stat().st_size + len(line) + 1 > MOST_BYTES:
        file.replace(file.with_name(f"{file.name}.{_KEPT_BEFORE}"))
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(line + "\n")
