"""Holds Python's garbage collector while a thread works beside the window.

It runs in whichever thread happens to allocate, and what it finds may be widgets: Qt's objects
that are taken down outside of the window's thread end the program in a fault.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager

_changing = threading.Lock()
_at_work: list[bool] = []  # for each thread at work: whether collecting was on before the first


@contextmanager
def no_collecting() -> Generator[None]:
    """Hold the collector until every thread that asked for it is done."""
    with _changing:
        _at_work.append(gc.isenabled() if not _at_work else _at_work[0])
        gc.disable()
    try:
        yield
    finally:
        with _changing:
            was_on = _at_work.pop()
            if not _at_work and was_on:
                gc.enable()


def without_collecting(work: Callable[..., object]) -> Callable[..., None]:
    """Return what does a thread's whole work with the collector held."""

    def held(*given: object) -> None:
        with no_collecting():
            work(*given)

    return held
