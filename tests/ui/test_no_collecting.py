"""While a thread works beside the window, the collector runs in no thread."""

from __future__ import annotations

import gc
import threading

from recovery_tracker.ui.no_collecting import no_collecting, without_collecting


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


def test_a_thread_works_with_the_collector_held() -> None:
    seen: list[bool] = []
    worker = threading.Thread(
        target=without_collecting(lambda told: seen.append(told and gc.isenabled())), args=(True,)
    )
    worker.start()
    worker.join()
    assert seen == [False]
    assert gc.isenabled()
