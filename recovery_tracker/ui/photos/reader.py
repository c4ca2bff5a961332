"""Reads picture files beside the window: one after the other, with a way to stop."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from recovery_tracker.domain.errors import RecoveryTrackerError

if TYPE_CHECKING:
    from recovery_tracker.photos.picture import Picture

_LONGEST_WAIT_S = 5.0

Source = Path | bytes


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one source.

    Attributes:
        picture: ready to be kept, or ``None``.
        problem: why not, in one sentence; empty if it could be read.
    """

    source: Source
    picture: Picture | None
    problem: str = ""

    @property
    def name(self) -> str:
        """The file's name; empty for what was pasted."""
        return self.source.name if isinstance(self.source, Path) else ""


class PictureReader(QObject):
    """``finished`` carries a tuple of :class:`Read`, ``advanced`` how many of how many are done.

    What was stopped is not told.
    """

    advanced = Signal(int, int)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._worker: threading.Thread | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether pictures are being read."""
        return self._worker is not None and self._worker.is_alive()

    def read(self, sources: Sequence[Source]) -> None:
        """Begin to read; what was being read before is given up."""
        self.stop()
        stop = self._stop = threading.Event()
        self._worker = threading.Thread(
            target=self._run, args=(tuple(sources), stop), name="photos", daemon=True
        )
        self._worker.start()

    def stop(self) -> None:
        """Give up what is being read."""
        self._stop.set()
        if self._worker is not None:
            self._worker.join(_LONGEST_WAIT_S)
            self._worker = None

    def _run(self, sources: tuple[Source, ...], stop: threading.Event) -> None:
        from recovery_tracker.photos.picture import read_picture

        done: list[Read] = []
        for number, source in enumerate(sources):
            if stop.is_set():
                return
            self._tell("advanced", number, len(sources))
            try:
                done.append(Read(source, read_picture(source)))
            except RecoveryTrackerError as error:
                done.append(Read(source, None, error.sentence))
        if not stop.is_set():
            self._tell("finished", tuple(done))

    def _tell(self, signal: str, *values: object) -> None:
        """Emit a signal, unless the window has gone in the meantime."""
        with contextlib.suppress(RuntimeError):
            getattr(self, signal).emit(*values)
