"""The process that makes the program's reports: there while it is needed, and then gone.

typst with its fonts and matplotlib take more memory than all else; in a process of their own it
comes back. The process begins with the first report, stays while the report's page is in sight,
so that the next one comes quickly, and ends a few seconds after the last one otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from recovery_tracker.apart import Apart, EndedApart
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _

_STAYS_MS = 3_000  # once nobody looks at the report: somebody may come back to it

Answer = TypeVar("Answer")


class GivenUp(Exception):  # noqa: N818 - no error: it was asked for
    """The person took back what was asked for."""


class ReportProcess(QObject):
    """Ask it from any thread beside the window; all else belongs to the window's thread."""

    _answered = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._apart = Apart()
        self._kept = False
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_STAYS_MS)
        self._leaving.timeout.connect(self._leave)
        self._answered.connect(self._wait)

    @property
    def alive(self) -> bool:
        """Whether there is a process now."""
        return self._apart.alive

    def ask(
        self,
        work: Callable[..., Answer],
        *given: object,
        given_up: Callable[[], bool] | None = None,
    ) -> Answer:
        """Return what a function of a module answers, asked there; one question at a time.

        Args:
            work: the function.
            given: its arguments.
            given_up: whether the person took it back; the work is ended then.

        Raises:
            GivenUp: the person took it back.
            StorageProblem: the process was ended from elsewhere; the next question begins another.
        """
        try:
            return self._apart.ask(work, *given, unwanted=given_up)
        except EndedApart:
            if given_up is not None and given_up():
                raise GivenUp from None
            raise StorageProblem(
                _(
                    "The report could not be finished: the system ended the work on it. "
                    "Close other programs and try again."
                )
            ) from None
        finally:
            with suppress(RuntimeError):  # the program has ended in the meantime
                self._answered.emit()

    def keep(self, kept: bool) -> None:
        """Keep it for the next report, or let it go."""
        self._kept = kept
        self._wait()

    def end(self) -> None:
        """End it: its memory goes back to the system, with all it knew of the diary."""
        self._leaving.stop()
        self._apart.end()

    def _leave(self) -> None:
        self._apart.end(when_idle=True)  # the end of what is asked now begins the time anew

    def _wait(self) -> None:
        if self._kept:
            self._leaving.stop()
        else:
            self._leaving.start()


def report_process() -> ReportProcess:
    """Return the one process for reports of the running program."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("there is no program to make reports for")
    found = app.findChild(ReportProcess)
    return found if found is not None else ReportProcess(app)
