"""Work on files beside the window: the newest counts, and it can be given up."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from recovery_tracker.domain.errors import RecoveryTrackerError

_LONGEST_WAIT_S = 10.0  # for a file that is being written when the program ends


class GivenUp(Exception):  # noqa: N818 - no error: it was asked for
    """The person took back what was asked for."""


class Beside(QObject):
    """Does one work after the other in a thread; what is told of one that was given up is lost.

    ``failed`` carries a :class:`RecoveryTrackerError`, ``advanced`` how many steps are done of
    how many; ``given_up`` follows :meth:`give_up` where the work could be stopped.
    """

    failed = Signal(object)
    advanced = Signal(int, int)
    given_up = Signal()
    _came = Signal(object, str, object)  # from the worker: whose it is, which signal, its values

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._in_turn = threading.Lock()
        self._workers: list[threading.Thread] = []
        self._came.connect(self._pass_on)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.finish)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return any(worker.is_alive() for worker in self._workers)

    def give_up(self) -> None:
        """Take back what was asked for last; nothing half-done stays."""
        self._stop.set()

    def forget(self) -> None:
        """Take it back, and hear nothing more of it."""
        self._stop.set()
        self._stop = threading.Event()

    def finish(self) -> None:
        """Let what is being written come to its end."""
        self._stop.set()
        for worker in self._workers:
            worker.join(_LONGEST_WAIT_S)

    def _begin(self, work: Callable[[Task], None]) -> None:
        self._stop.set()
        self._stop = threading.Event()
        task = Task(self._stop, self._tell)
        self._workers = [worker for worker in self._workers if worker.is_alive()]
        worker = threading.Thread(target=self._run, args=(work, task), name="exchange", daemon=True)
        self._workers.append(worker)
        worker.start()

    def _run(self, work: Callable[[Task], None], task: Task) -> None:
        with self._in_turn:
            try:
                task.go_on()
                work(task)
            except RecoveryTrackerError as error:
                task.tell("failed", error)
            except GivenUp:
                task.tell("given_up")
            except BaseException:
                task.tell("given_up")  # the page is not left waiting; the program reports it
                raise

    def _tell(self, stop: threading.Event, signal: str, values: tuple[object, ...]) -> None:
        """Send word to the window, unless it has gone in the meantime."""
        with contextlib.suppress(RuntimeError):
            self._came.emit(stop, signal, values)

    def _pass_on(self, stop: threading.Event, signal: str, values: tuple[object, ...]) -> None:
        """In the window: emit a signal, unless what it tells of is not wanted any more."""
        if stop is self._stop and (signal == "given_up" or not stop.is_set()):
            getattr(self, signal).emit(*values)


class Task:
    """What a work in the thread knows of the window."""

    def __init__(
        self,
        stop: threading.Event,
        tell: Callable[[threading.Event, str, tuple[object, ...]], None],
    ) -> None:
        """Be stopped by ``stop``, and speak through ``tell``."""
        self._stop = stop
        self._tell = tell

    def go_on(self) -> None:
        """Go on, unless it was taken back.

        Raises:
            GivenUp: it was.
        """
        if self._stop.is_set():
            raise GivenUp

    def tell(self, signal: str, *values: object) -> None:
        """Emit a signal of the window's side."""
        self._tell(self._stop, signal, values)

    def advance(self, done: int, of: int) -> None:
        """Say how far it is, and go on unless it was taken back.

        Raises:
            GivenUp: it was.
        """
        self.go_on()
        self.tell("advanced", done, of)
