"""A reminder in and around the window, with a tray and without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.reminder_desk import ReminderDesk
from tests.builders import daily, date_of, entry, session
from tests.clock import Clock
from tests.ui.fake_tray import FakeTray, fake_tray

DAY_4 = "Day 4: thirty seconds for your skin?"
MARKED = "Not logged yet today – Recovery Tracker"


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> FakeTray:
    return fake_tray(monkeypatch)


@pytest.fixture
def desk(
    window: MainWindow,
    live: LiveJournal,
    preferences: Preferences,
    clock: Clock,
    desktop: FakeTray,
) -> Iterator[ReminderDesk]:
    """The desk of a window on day 4, at 19:00, the reminder on."""
    live.add_session(session())
    clock.turn(hours=-1)
    preferences.put("reminder", True)
    made = ReminderDesk(window, preferences, clock)
    made.begin()
    yield made
    made.end()
    made.timer.stop()


def come(desk: ReminderDesk, clock: Clock, *, away: bool = True) -> None:
    """Let the time come, while the person is elsewhere or here."""
    clock.turn(hours=1)
    if away:
        desk.parent().hide()  # type: ignore[union-attr]  # its window
    desk.timer.look()


# Reminding -------------------------------------------------------------------------------------


def test_it_notifies_and_leaves_a_strip_and_a_mark(
    desk: ReminderDesk, window: MainWindow, desktop: FakeTray, clock: Clock
) -> None:
    come(desk, clock)
    assert desktop.said == [DAY_4]
    assert desktop.without == []
    assert window.windowTitle() == MARKED
    window.show()
    assert desk.strip.isVisible()
    assert desk.strip.accessibleName() == DAY_4
    assert desktop.icon.snooze.isEnabled()


def test_who_is_here_is_not_disturbed_until_they_turn_away(
    desk: ReminderDesk, window: MainWindow, desktop: FakeTray, clock: Clock, qtbot: QtBot
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    come(desk, clock, away=False)
    assert desktop.said == []
    assert not desk.strip.isVisible()
    assert window.windowTitle() == MARKED
    QApplication.instance().applicationStateChanged.emit(  # type: ignore[union-attr]
        Qt.ApplicationState.ApplicationInactive
    )
    assert desk.strip.isVisible()


def test_logging_the_day_takes_it_away(
    desk: ReminderDesk, window: MainWindow, live: LiveJournal, desktop: FakeTray, clock: Clock
) -> None:
    come(desk, clock)
    window.show()
    live.rate(session().id, date_of(4), "redness", 1)
    assert desk.strip.isVisible()
    live.finish(session().id, date_of(4), True)
    assert not desk.strip.isVisible()
    assert window.windowTitle() == "Recovery Tracker"
    assert not desktop.icon.snooze.isEnabled()


def test_a_logged_day_is_silent(
    desk: ReminderDesk, live: LiveJournal, window: MainWindow, desktop: FakeTray, clock: Clock
) -> None:
    live.put_entry(session().id, entry(4, **daily()))
    come(desk, clock)
    assert desktop.said == []
    assert window.windowTitle() == "Recovery Tracker"


def test_the_sample_reminds_of_nothing(
    desk: ReminderDesk, window: MainWindow, desktop: FakeTray, clock: Clock
) -> None:
    window.show_sample(True)
    come(desk, clock)
    assert desktop.said == []
    window.show_sample(False)
    desk.timer.look()
    assert desktop.said == [DAY_4]


def test_a_locked_diary_reminds_without_a_day(
    desk: ReminderDesk, window: MainWindow, live: LiveJournal, desktop: FakeTray, clock: Clock
) -> None:
    live.close()
    window.show_locked()
    come(desk, clock)
    desk.timer.look()
    assert desktop.said == ["Thirty seconds for your skin?"]
    desk.log()
    assert window.isVisible()
    assert window.deck.name == "locked"


def test_log_today_opens_the_day_of_its_session(
    desk: ReminderDesk, window: MainWindow, live: LiveJournal, desktop: FakeTray, clock: Clock
) -> None:
    other = session(id="00000000-0000-4000-8000-000000000002", date=date_of(-300), areas=("hands",))
    live.add_session(other)
    come(desk, clock)
    live.select(other.id)
    window.go("settings")
    desktop.icon.log.trigger()
    assert window.isVisible()
    assert window.deck.name == "today"
    assert live.snapshot is not None
    assert live.snapshot.session == session()
    assert not desk.strip.isVisible()
    assert window.windowTitle() == MARKED  # it is not logged yet


def test_snoozed_it_comes_again(
    desk: ReminderDesk, window: MainWindow, desktop: FakeTray, clock: Clock
) -> None:
    come(desk, clock)
    window.show()
    desk.strip.snooze.click()
    assert not desk.strip.isVisible()
    assert window.windowTitle() == "Recovery Tracker"
    come(desk, clock)
    assert desktop.said == [DAY_4, DAY_4]


def test_closed_it_stays_away(desk: ReminderDesk, window: MainWindow, clock: Clock) -> None:
    come(desk, clock)
    window.show()
    desk.strip.close_.click()
    desk.timer.look()
    assert not desk.strip.isVisible()


def test_the_next_day_lets_go_of_the_one_before(
    desk: ReminderDesk, window: MainWindow, clock: Clock
) -> None:
    come(desk, clock)
    clock.turn(hours=5)
    window.refresh()
    assert window.windowTitle() == "Recovery Tracker"


def test_the_checks_ask_their_question_in_the_window_only(
    desk: ReminderDesk, window: MainWindow, desktop: FakeTray, clock: Clock
) -> None:
    clock.turn(days=17)
    window.refresh()
    come(desk, clock)
    window.show()
    assert desktop.said == ["Day 21: thirty seconds for your skin?"]
    assert desk.strip.words.text().endswith("Any new lump, sore or dark patch?")


# The tray and the end ----------------------------------------------------------------------------


def test_closing_the_window_ends_the_program_unless_it_may_stay(
    desk: ReminderDesk, preferences: Preferences, desktop: FakeTray
) -> None:
    assert desktop.icon
    assert QApplication.quitOnLastWindowClosed()
    preferences.put("keep_in_tray", True)
    assert not QApplication.quitOnLastWindowClosed()
    preferences.put("reminder", False)
    assert QApplication.quitOnLastWindowClosed()
    assert desktop.icons == []


def test_without_a_tray_closing_ends_whatever_was_chosen(
    desk: ReminderDesk, preferences: Preferences, desktop: FakeTray
) -> None:
    desktop.there = False
    preferences.put("keep_in_tray", True)
    assert desktop.icons == []
    assert QApplication.quitOnLastWindowClosed()


def test_a_program_that_nobody_can_reach_ends(
    desk: ReminderDesk,
    window: MainWindow,
    preferences: Preferences,
    desktop: FakeTray,
    qtbot: QtBot,
) -> None:
    preferences.put("keep_in_tray", True)
    window.close()
    ended: list[None] = []
    desk.quit_wanted.connect(lambda: ended.append(None))
    desk.timer.timeout.emit()
    assert ended == []
    desktop.there = False
    desk.timer.timeout.emit()
    assert ended == [None]


def test_quit_ends_a_program_that_may_stay(
    desk: ReminderDesk,
    window: MainWindow,
    preferences: Preferences,
    desktop: FakeTray,
    qtbot: QtBot,
) -> None:
    preferences.put("keep_in_tray", True)
    with qtbot.waitSignal(desk.quit_wanted):
        desktop.icon.quit.trigger()
    with qtbot.waitSignal(desk.quit_wanted):
        window.menus.quit.trigger()


def test_the_icon_opens_the_window(
    desk: ReminderDesk, window: MainWindow, preferences: Preferences, desktop: FakeTray
) -> None:
    preferences.put("keep_in_tray", True)
    window.close()
    assert not window.isVisible()
    desktop.icon.icon.activated.emit(desktop.icon.icon.ActivationReason.Trigger)
    assert window.isVisible()
