"""The Today page on a real store, in a window with a stand-in for the sidebar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.theme import theme
from tests.builders import NO_PROFILE, build, date_of

SIDEBAR, RAIL, RAIL_BELOW = 212, 84, 1120
Opens = Callable[..., TodayPage]


@pytest.fixture
def open_today(qtbot: QtBot, live: LiveJournal, preferences: Preferences) -> Iterator[Opens]:
    """Open the page on a recovery; the clock stands on its day 4."""
    windows: list[QMainWindow] = []  # kept until they are closed: else Python collects a page

    def opened(
        recovery: Recovery | None = None,
        *,
        profile: Profile = NO_PROFILE,
        size: tuple[int, int] = (1280, 800),
    ) -> TodayPage:
        recovery = recovery or build()
        journal = live.journal
        journal.change_profile(profile)
        journal.add_session(recovery.session)
        for entry in recovery.entries:
            journal.put_entry(recovery.session.id, entry)
        window = QMainWindow()
        qtbot.addWidget(window)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        sidebar = QWidget()
        px = theme().px
        sidebar.setFixedWidth(px(RAIL if size[0] < px(RAIL_BELOW) else SIDEBAR))
        page = TodayPage(live, central)
        row.addWidget(sidebar)
        row.addWidget(page, 1)
        window.setCentralWidget(central)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        live.changed.connect(page.show_snapshot)
        live.refresh()
        windows.append(window)  # it owns the page
        return page

    yield opened
    windows.clear()


class Hand:
    """What a person does with the page, and what the diary then holds."""

    def __init__(self, qtbot: QtBot, live: LiveJournal) -> None:
        self._bot = qtbot
        self._live = live

    def click(self, control: QAbstractButton) -> None:
        self._bot.mouseClick(control, Qt.MouseButton.LeftButton)

    def press(
        self, control: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None
    ) -> None:
        self._bot.keyClick(control, key, modifier or Qt.KeyboardModifier.NoModifier)

    def kept(self, day: int = 4) -> Entry:
        """The entry that is on disk."""
        assert self._live.snapshot is not None
        assert self._live.snapshot.session is not None
        recovery = self._live.journal.recovery(self._live.snapshot.session.id)
        return recovery.entry(date_of(day)) or Entry(date=date_of(day))


@pytest.fixture
def hand(qtbot: QtBot, live: LiveJournal) -> Hand:
    return Hand(qtbot, live)
