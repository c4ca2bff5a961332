"""Holds Python's garbage collector while a thread works beside the window.

It runs in whichever thread happens to allocate, and what it finds may be widgets: Qt's objects
that are taken down outside of the window's thread end the program in a fault. So it is let go in
the window's thread only: let go by a worker, it would begin at once, in that worker.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress

from PySide6.QtCore import QCoreApplication, QTimer

_changing = threading.Lock()
_at_work = 0  # how many threads have asked
_held = False  # whether it was on before the first of them, and is to be again


@contextmanager
def no_collecting() -> Generator[None]:
    """Hold the collector until every thread that asked for it is done."""
    _hold()
    try:
        yield
    finally:
        _done()


def without_collecting(work: Callable[..., object]) -> Callable[..., None]:
    """Return what does a thread's whole work; the collector is held from now until it is done.

    A thread allocates before its work begins, so it is held before the thread is started.
    """
    _hold()

    def held(*given: object) -> None:
        try:
            work(*given)
        finally:
            _done()

    return held


def collect_again() -> None:
    """Switch the collector on, in the thread of the window: now, or when no thread is at work."""
    global _held
    with _changing:
        _held = True
    _let_go()


def _hold() -> None:
    global _at_work, _held
    with _changing:
        if not _at_work and not _held:
            _held = gc.isenabled()
        _at_work += 1
        gc.disable()


def _done() -> None:
    global _at_work
    with _changing:
        _at_work -= 1
    app = QCoreApplication.instance()
    if app is None or threading.current_thread() is threading.main_thread():
        _let_go()
        return
    with suppress(RuntimeError):  # the program has ended in the meantime
        QTimer.singleShot(0, app, _let_go)


def _let_go() -> None:
    """Let the collector run again, if nobody is at work."""
    global _held
    with _changing:
        if _held and not _at_work:
            _held = False
            gc.enable()
