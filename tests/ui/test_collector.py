"""Garbage is collected in the window's thread, when the event loop has nothing to do."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from weakref import finalize

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.collector import Collector

MANY = 5_000  # values: Python would look after 700


class Knot:
    """Something that only the collector can take down."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    gc.collect()
    parent = QObject()
    made = Collector(parent)
    made.begin()
    yield made
    gc.unfreeze()
    made.deleteLater()


def knots(told: list[int | None]) -> None:
    """Make garbage, and a lot of values after it."""
    finalize(Knot(), lambda: told.append(threading.get_ident()))
    kept = [Knot() for _number in range(MANY)]
    assert len(kept) == MANY


def test_nothing_is_collected_in_the_middle_of_something(
    qtbot: QtBot, collector: Collector
) -> None:
    told: list[int | None] = []
    knots(told)
    assert not told
    qtbot.waitUntil(lambda: bool(told))


def test_what_a_worker_leaves_is_taken_down_in_the_thread_of_the_window(
    qtbot: QtBot, collector: Collector
) -> None:
    told: list[int | None] = []
    worker = threading.Thread(target=knots, args=(told,))
    worker.start()
    worker.join()
    assert not told
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]


def test_nothing_is_collected_before_it_begins(qtbot: QtBot) -> None:
    told: list[int | None] = []
    parent = QObject()
    Collector(parent)
    knots(told)
    qtbot.wait(20)
    assert not told
    gc.collect()
    assert told


def test_the_old_are_looked_at_again_when_they_have_grown(
    monkeypatch: pytest.MonkeyPatch, collector: Collector
) -> None:
    looked: list[int] = []
    old: list[int] = [100]
    monkeypatch.setattr(gc, "collect", lambda generation=2: looked.append(generation))
    monkeypatch.setattr(gc, "get_count", lambda: (701, 11, 11))
    monkeypatch.setattr(gc, "get_objects", lambda generation: [None] * old[0])
    collector.look()
    collector.look()
    old[0] = 126
    collector.look()
    monkeypatch.setattr(gc, "get_count", lambda: (701, 0, 11))
    collector.look()
    monkeypatch.setattr(gc, "get_count", lambda: (10, 11, 11))
    collector.look()
    assert looked == [2, 1, 2, 0]
