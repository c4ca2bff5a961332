"""Reads picture files beside the window: one after the other, with a way to stop."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.i18n import _

if TYPE_CHECKING:
    from recovery_tracker.photos.picture import Picture

_LONGEST_WAIT_S = 5.0

Source = Path | bytes


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one source.

    Attributes:
        picture: ready to be kept, or ``None``.
        date: the day it was taken, as the camera, its name or the file says; ``None`` where
            nothing does, as for what was pasted.
        problem: why not, in one sentence; empty if it could be read.
    """

    source: Source
    picture: Picture | None
    date: dt.date | None = None
    problem: str = ""

    @property
    def name(self) -> str:
        """The file's name; empty for what was pasted."""
        return self.source.name if isinstance(self.source, Path) else ""


@dataclass(frozen=True, slots=True)
class _Within:
    """The pictures of a folder that were taken from one day to another."""

    folder: Path
    first: dt.date
    last: dt.date

    def sources(self) -> tuple[Source, ...]:
        """Look into the folder; one that cannot be read has none."""
        from recovery_tracker.photos.folder import find_pictures

        try:
            found = find_pictures(self.folder)
        except OSError:
            return ()
        return tuple(one.file for one in found if self.first <= one.date <= self.last)


def _read(source: Source) -> Read:
    from recovery_tracker.photos.folder import dated
    from recovery_tracker.photos.picture import read_picture

    try:
        picture = read_picture(source)
        date = dated(source).date if isinstance(source, Path) else None
    except RecoveryTrackerError as error:
        return Read(source, None, problem=error.sentence)
    except OSError:
        return Read(source, None, problem=_("The picture is no longer there. Choose it again."))
    return Read(source, picture, date)


class PictureReader(QObject):
    """``finished`` carries a tuple of :class:`Read`, ``advanced`` how many of how many are done.

    What was stopped is not told.
    """

    advanced = Signal(int, int)
    finished = Signal(object)
    _came = Signal(object, str, object)  # from the worker: whose it is, which signal, its values

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._worker: threading.Thread | None = None
        self._came.connect(self._pass_on)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._end)

    @property
    def is_busy(self) -> bool:
        """Whether pictures are being read."""
        return self._worker is not None and self._worker.is_alive()

    def read(self, sources: Sequence[Source]) -> None:
        """Begin to read; what was being read before is given up."""
        self._begin(tuple(sources))

    def read_folder(self, folder: Path, first: dt.date, last: dt.date) -> None:
        """Begin to read the pictures of a folder that were taken on one of the days."""
        self._begin(_Within(folder, first, last))

    def _begin(self, wanted: tuple[Source, ...] | _Within) -> None:
        self.stop()
        stop = self._stop = threading.Event()
        self._worker = threading.Thread(
            target=self._run, args=(wanted, stop), name="photos", daemon=True
        )
        self._worker.start()

    def stop(self) -> None:
        """Give up what is being read; the picture being decoded now is not waited for."""
        self._stop.set()

    def _end(self) -> None:
        """Let the worker come to its end before the program does."""
        self.stop()
        if self._worker is not None:
            self._worker.join(_LONGEST_WAIT_S)

    def _run(self, wanted: tuple[Source, ...] | _Within, stop: threading.Event) -> None:
        sources = wanted.sources() if isinstance(wanted, _Within) else wanted
        done: list[Read] = []
        for number, source in enumerate(sources):
            if stop.is_set():
                return
            self._tell(stop, "advanced", (number, len(sources)))
            done.append(_read(source))
        self._tell(stop, "finished", (tuple(done),))

    def _tell(self, stop: threading.Event, signal: str, values: tuple[object, ...]) -> None:
        """Send word to the window, unless it has gone in the meantime."""
        with contextlib.suppress(RuntimeError):
            self._came.emit(stop, signal, values)

    def _pass_on(self, stop: threading.Event, signal: str, values: tuple[object, ...]) -> None:
        """In the window: emit a signal, unless what it tells of was given up."""
        if stop is self._stop and not stop.is_set():
            getattr(self, signal).emit(*values)
