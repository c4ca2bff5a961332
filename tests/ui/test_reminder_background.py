"""Started at login: it waits in the tray, reads the diary once a day, and ends where none is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QElapsedTimer, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.reminder import Story
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.reminder_background import TRAY_WITHIN_MS, Background
from tests.builders import build, daily
from tests.clock import Clock
from tests.ui.fake_tray import FakeTray, fake_tray


class Disk:
    """The diary on disk."""

    def __init__(self) -> None:
        self.recovery = build({0: daily(redness=2)})
        self.readable = True
        self.reads = 0

    def read(self) -> tuple[Sequence[Story], Sequence[Session]]:
        self.reads += 1
        if not self.readable:
            raise StorageProblem("It is locked.")
        return [Story(self.recovery)], [self.recovery.session]


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> FakeTray:
    return fake_tray(monkeypatch)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def waiting(
    preferences: Preferences, clock: Clock, disk: Disk, desktop: FakeTray
) -> Iterator[Background]:
    """Day 4, 19:00."""
    clock.turn(hours=-1)
    preferences.put("reminder", True)
    owner = QObject()
    yield Background(preferences, clock, disk.read, owner)
    delete(owner)


def test_it_reads_the_diary_when_the_time_has_come_and_notifies(
    waiting: Background, desktop: FakeTray, disk: Disk, clock: Clock, qtbot: QtBot
) -> None:
    waiting.begin()
    waiting.timer.look()
    assert disk.reads == 0
    clock.turn(hours=1)
    waiting.timer.look()
    qtbot.waitUntil(lambda: bool(desktop.said))
    waiting.timer.look()
    assert desktop.said == ["Day 4: thirty seconds for your skin?"]
    assert disk.reads == 1
    desktop.icon.snooze.trigger()
    clock.turn(hours=1)
    waiting.timer.look()
    qtbot.waitUntil(lambda: len(desktop.said) == 2)


def test_a_logged_day_is_silent(
    waiting: Background, desktop: FakeTray, disk: Disk, clock: Clock, qtbot: QtBot
) -> None:
    disk.recovery = build({4: daily()})
    waiting.begin()
    clock.turn(hours=1)
    with qtbot.waitSignal(waiting._was_read):
        waiting.timer.look()
    assert desktop.said == []
    waiting.timer.look()
    assert disk.reads == 1


def test_a_diary_that_cannot_be_read_is_reminded_of_without_a_day(
    waiting: Background, desktop: FakeTray, disk: Disk, clock: Clock, qtbot: QtBot
) -> None:
    disk.readable = False
    waiting.begin()
    clock.turn(hours=1)
    waiting.timer.look()
    qtbot.waitUntil(lambda: bool(desktop.said))
    waiting.timer.look()
    assert desktop.said == ["Thirty seconds for your skin?"]


@pytest.mark.parametrize(
    ("choice", "wanted"), [("open", ""), ("log", ""), ("quit", None), ("other start", "sample")]
)
def test_it_gives_way_to_the_window_or_ends(
    waiting: Background, desktop: FakeTray, qtbot: QtBot, choice: str, wanted: str | None
) -> None:
    waiting.begin()
    with qtbot.waitSignal(waiting.ended) as ended:
        if choice == "other start":
            waiting.answer_other_start("sample")
        else:
            getattr(desktop.icon, choice).trigger()
    assert ended.args == [wanted]
    assert desktop.icons == []
    assert not waiting.timer.isActive()


def test_with_the_reminder_off_there_is_nothing_to_wait_for(
    waiting: Background, preferences: Preferences, desktop: FakeTray, qtbot: QtBot
) -> None:
    preferences.put("reminder", False)
    with qtbot.waitSignal(waiting.ended) as ended:
        waiting.begin()
    assert ended.args == [None]
    assert desktop.icons == []


def test_the_tray_may_come_later_than_the_program(waiting: Background, desktop: FakeTray) -> None:
    desktop.there = False
    waiting.begin()
    assert desktop.icons == []
    desktop.there = True
    waiting.look_for_tray()
    assert desktop.icon
    assert waiting.timer.isActive()


def test_without_a_tray_it_ends_after_a_minute(
    waiting: Background, desktop: FakeTray, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    desktop.there = False
    ends: list[object] = []
    waiting.ended.connect(ends.append)
    passed = [False]

    def has_expired(_timer: QElapsedTimer, milliseconds: int) -> bool:
        assert milliseconds == TRAY_WITHIN_MS
        return passed[0]

    monkeypatch.setattr(QElapsedTimer, "hasExpired", has_expired)
    waiting.begin()
    assert ends == []
    passed[0] = True
    waiting.look_for_tray()
    assert ends == [None]


def test_a_tray_that_goes_away_ends_it(
    waiting: Background, desktop: FakeTray, qtbot: QtBot
) -> None:
    waiting.begin()
    desktop.there = False
    with qtbot.waitSignal(waiting.ended) as ended:
        waiting.timer.timeout.emit()
    assert ended.args == [None]
