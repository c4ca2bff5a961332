"""Reads picture files beside the window: one after the other, with a way to stop."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from recovery_tracker.photos.picture import Picture

_LONGEST_WAIT_S = 5.0

Source = Path | bytes


@frozen
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


@frozen
class _Within:
    """The pictures of a folder that were taken from one day to another.

    Attributes:
        known: the sha256 of pictures that are left out.
        most: how many others are read at a time.
    """

    folder: Path
    first: dt.date
    last: dt.date
    known: frozenset[str]
    most: int

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

    Attributes:
        left_out: how many pictures of the folder read last were known.
    """

    advanced = Signal(int, int)
    finished = Signal(object)
    _came = Signal(object, str, object)  # from the worker: whose it is, which signal, its values

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._worker: threading.Thread | None = None
        self.left_out = 0
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

    def read_folder(
        self,
        folder: Path,
        first: dt.date,
        last: dt.date,
        *,
        known: Iterable[str] = (),
        most: int = 200,
    ) -> None:
        """Begin to read the pictures of a folder that were taken on one of the days.

        Those whose sha256 is ``known`` are left out, and count for :attr:`left_out`; after
        ``most`` others it stops.
        """
        self._begin(_Within(folder, first, last, frozenset(known), most))

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
        if isinstance(wanted, _Within):
            sources, known, most = wanted.sources(), wanted.known, wanted.most
        else:
            sources, known, most = wanted, frozenset[str](), len(wanted)
        done: list[Read] = []
        left_out = 0
        for number, source in enumerate(sources):
            if stop.is_set():
                return
            if len(done) == most:
                break
            self._tell(stop, "advanced", (number, len(sources)))
            read = _read(source)
            if read.picture is not None and read.picture.sha256 in known:
                left_out += 1
            else:
                done.append(read)
        self._tell(stop, "finished", (tuple(done),), left_out)

    def _tell(
        self, stop: threading.Event, signal: str, values: tuple[object, ...], left_out: int = 0
    ) -> None:
        """Send word to the window, unless it has gone in the meantime."""
        with contextlib.suppress(RuntimeError):
            self._came.emit(stop, signal, (values, left_out))

    def _pass_on(
        self, stop: threading.Event, signal: str, told: tuple[tuple[object, ...], int]
    ) -> None:
        """In the window: emit a signal, unless what it tells of was given up."""
        if stop is self._stop and not stop.is_set():
            values, self.left_out = told
            getattr(self, signal).emit(*values)
