"""A window on a real store in a temporary folder, without a screen, with a clock the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.data.store import SqliteStore, open_store
from recovery_tracker.journal import Journal
from recovery_tracker.settings import Settings
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.theme import theme
from tests.clock import Clock


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a screen, dialogs and menus say what such a screen cannot do."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def _swept(qapp: QApplication) -> Iterator[None]:
    """Delete what a test closed: without an event loop Qt would keep it for ever."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def clock() -> Clock:
    """Day 4 of a session on ``DAY_0``, in the evening."""
    return Clock(day=4)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path / "diary", clock)
    yield opened
    opened.close()


@pytest.fixture
def preferences(tmp_path: Path, qapp: QApplication) -> Iterator[Preferences]:
    """The settings of a temporary folder, the disclaimer accepted; light, at 100 %."""
    for left_over in qapp.findChildren(Preferences):
        left_over.setParent(None)
    made = Preferences(Settings(tmp_path / "diary"), qapp)
    made.accept()
    theme().choose("light")
    theme().scale_to(100)
    yield made
    made.setParent(None)
    theme().choose("light")
    theme().scale_to(100)


@pytest.fixture
def live(store: SqliteStore, clock: Clock, qapp: QApplication) -> Iterator[LiveJournal]:
    """An open diary without a session."""
    opened = LiveJournal()
    opened.open(Journal(store, clock, keeps_shown=True))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, live: LiveJournal, preferences: Preferences, clock: Clock) -> MainWindow:
    """The window on the diary of ``live``, shown at 1280 x 800."""
    made = MainWindow(live, preferences, clock)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made
