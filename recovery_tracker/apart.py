"""Work in a process of its own: for what can end the program, or keeps memory for good.

The decoder of HEIC ends its process on some damaged files; typst and matplotlib never give their
memory back. The process is started afresh, never copied: a copy of a program with threads may find
a lock held for ever. What is asked and answered goes through a pipe, never through a file.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from recovery_tracker.i18n import language, set_language

_LOOK_EVERY_S = 0.05  # whether the answer is still wanted, while one is waited for

Answer = TypeVar("Answer")


class EndedApart(Exception):  # noqa: N818 - who asked says what it means
    """The process ended, took too long, or its answer was not wanted any more."""


def _frozen(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


def _send_frozen(values: MappingProxyType[Any, Any]) -> tuple[Callable[..., object], tuple[Any]]:
    return _frozen, (dict(values),)


ForkingPickler.register(MappingProxyType, _send_frozen)  # ours hold them; Python cannot send them


class Apart:
    """A process that does what it is asked, one piece of work after the other.

    It starts with the first question, and again with the next one after it ended. It ends with
    the program, however that ends. Any thread may ask, and any may end it.
    """

    def __init__(self) -> None:
        self._asking = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection[Any, Any] | None = None

    @property
    def alive(self) -> bool:
        """Whether there is a process now."""
        with suppress(ValueError):  # it was put away in this moment
            return self._process is not None and self._process.is_alive()
        return False

    def ask(
        self,
        work: Callable[..., Answer],
        *given: object,
        at_most: float | None = None,
        unwanted: Callable[[], bool] | None = None,
    ) -> Answer:
        """Return what a function of a module answers; its errors come back.

        The function speaks the language that is spoken here.

        Args:
            work: the function.
            given: its arguments.
            at_most: seconds after which it is ended; ``None`` waits.
            unwanted: whether the answer is not wanted any more; asked in the thread that waits.

        Raises:
            EndedApart: the process ended, took too long, or the answer was not wanted any more.
        """
        with self._asking:
            try:
                pipe = self._start()
                pipe.send((language(), work, given))
                _wait(pipe, at_most, unwanted)
                well, answer = pipe.recv()
            except (EOFError, OSError, EndedApart):
                self._end()
                raise EndedApart from None
        if not well:
            raise answer
        return answer

    def end(self, *, when_idle: bool = False) -> None:
        """End the process; whoever waits for an answer is told.

        Args:
            when_idle: leave it alone if it is asked something now.
        """
        if self._asking.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._asking.release()
        elif not when_idle and (process := self._process) is not None:
            with suppress(ValueError):  # it was put away in this moment
                process.kill()

    def _start(self) -> Connection[Any, Any]:
        if self._pipe is not None and self.alive:
            return self._pipe
        self._end()
        context = multiprocessing.get_context("spawn")
        self._pipe, its_end = context.Pipe()
        process = context.Process(target=_serve, args=(its_end,), daemon=True)
        try:
            process.start()
        finally:
            its_end.close()
        self._process = process
        return self._pipe

    def _end(self) -> None:
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            with suppress(ValueError):  # another thread has waited for it, and not noted it yet
                process.close()


def ask_apart(work: Callable[..., Answer], *given: object, at_most: float | None = None) -> Answer:
    """Ask a process that is there for this question only; as :meth:`Apart.ask`."""
    process = Apart()
    try:
        return process.ask(work, *given, at_most=at_most)
    finally:
        process.end()


def _wait(
    pipe: Connection[Any, Any], at_most: float | None, unwanted: Callable[[], bool] | None
) -> None:
    """Wait until there is an answer.

    Raises:
        EndedApart: it took too long, or is not wanted any more.
    """
    if at_most is None and unwanted is None:
        return
    begun = time.monotonic()
    while not pipe.poll(_LOOK_EVERY_S):
        if unwanted is not None and unwanted():
            raise EndedApart
        if at_most is not None and time.monotonic() - begun > at_most:
            raise EndedApart


def _serve(pipe: Connection[Any, Any]) -> None:
    """Be the process: answer until nobody is there to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program
    gc.disable()  # what the first work imports stays: an eighth of its time
    while True:
        try:
            code, work, given = pipe.recv()
            set_language(code)
            pipe.send(_answer(work, given))
            gc.enable()
        except (EOFError, OSError):  # the program has ended
            return


def _answer(work: Callable[..., object], given: tuple[object, ...]) -> tuple[bool, object]:
    try:
        return True, work(*given)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where it was asked
        place = traceback.extract_tb(error.__traceback__)[-1]
        error.add_note(f"In a process of its own, {Path(place.filename).name}:{place.lineno}.")
        return False, error
