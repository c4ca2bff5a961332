"""Work beside the window, one after the other: a thread does it, the window shows what it brought.

A part of the window's composition root.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

_LONGEST_WAIT_S = 10.0  # for a backup that is being written when the program ends

Then = Callable[[], None]  # what is done in the window when the work is done


class Turns(QObject):
    """Does one work after the other.

    Attributes:
        in_turn: held by whoever works; another thread may take its turn with it.
    """

    _done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.in_turn = threading.Lock()
        self._ended = False
        self._workers: list[threading.Thread] = []
        self._done.connect(self._finish)

    def work(self, work: Callable[[], Then]) -> None:
        """Do a work in a thread; what it returns is then done in the window."""
        if self._ended:
            return
        self._workers = [worker for worker in self._workers if worker.is_alive()]
        worker = threading.Thread(target=self._run, args=(work,), name="keeper", daemon=True)
        self._workers.append(worker)
        worker.start()

    def _run(self, work: Callable[[], Then]) -> None:
        with self.in_turn:
            self.show(work())

    def show(self, then: Then) -> None:
        """Have something done in the window, from a thread beside it."""
        with suppress(RuntimeError):  # the window has gone in the meantime
            self._done.emit(then)

    def _finish(self, then: Then) -> None:
        then()

    def end(self) -> None:
        """Wait for what is being written, and begin nothing more."""
        self._ended = True
        for worker in self._workers:
            worker.join(_LONGEST_WAIT_S)
