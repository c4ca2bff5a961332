"""While a thread works beside the window, the collector runs in no thread; then in the window's."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.no_collecting import collect_again, no_collecting, without_collecting


@pytest.fixture(autouse=True)
def _nobody_at_work(qtbot: QtBot) -> None:
    qtbot.waitUntil(gc.isenabled, timeout=30_000)  # a thread of an earlier test may be busy yet


def done(work: Callable[..., None], *given: object) -> int:
    """Have a thread do some work; return which thread it was."""
    worker = threading.Thread(target=work, args=given)
    worker.start()
    worker.join()
    assert worker.ident is not None
    return worker.ident


def test_the_collector_is_held_until_the_last_thread_is_done() -> None:
    assert gc.isenabled()
    with no_collecting():
        with no_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_switched_on_waits_for_the_thread_at_work() -> None:
    gc.disable()
    try:
        with no_collecting():
            collect_again()
            assert not gc.isenabled()
        assert gc.isenabled()
    finally:
        gc.enable()


def test_a_thread_works_with_the_collector_held(qtbot: QtBot) -> None:
    seen: list[bool] = []
    work = without_collecting(lambda told: seen.append(told and gc.isenabled()))
    assert not gc.isenabled(), "a thread allocates before its work begins"
    done(work, True)
    assert seen == [False]
    qtbot.waitUntil(gc.isenabled)


def test_work_that_fails_lets_the_collector_go(qtbot: QtBot) -> None:
    def fail() -> None:
        try:
            without_collecting(list[int].index)([], 1)
        except ValueError:
            failed.append(True)

    failed: list[bool] = []
    done(fail)
    assert failed
    qtbot.waitUntil(gc.isenabled)


def test_what_a_thread_leaves_is_collected_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    collected_in: set[int] = set()

    def note(phase: str, _info: Mapping[str, Any]) -> None:
        collected_in.add(threading.get_ident())

    def allocate() -> None:
        kept.extend([] for _each in range(2 * gc.get_threshold()[0]))

    def work() -> None:
        with no_collecting():
            allocate()
        allocate()  # as a thread does when it ends

    kept: list[list[object]] = []
    gc.callbacks.append(note)
    try:
        worker = done(work)
        qtbot.waitUntil(gc.isenabled)
        allocate()
    finally:
        gc.callbacks.remove(note)
    assert worker not in collected_in
    assert collected_in == {threading.get_ident()}
