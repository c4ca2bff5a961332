"""The timer: asked for its interval, never waited for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.reminder import Reminder, Story
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.reminder_timer import ReminderTimer
from tests.builders import build, daily, date_of
from tests.clock import Clock

QUARTER = 15 * 60 * 1000


class Heard:
    """Whoever has the diary, and what it reminds of."""

    def __init__(self, timer: ReminderTimer, recovery: Recovery) -> None:
        self.timer, self.recovery = timer, recovery
        self.asked = 0
        self.due: list[Reminder] = []
        self.answers = True
        timer.came.connect(self.look)
        timer.due.connect(self.due.append)

    def look(self) -> None:
        self.asked += 1
        if self.answers:
            sessions: list[Session] = [self.recovery.session]
            self.timer.answer([Story(self.recovery)], sessions)


@pytest.fixture
def timer(preferences: Preferences, clock: Clock) -> Iterator[ReminderTimer]:
    clock.turn(hours=-3)  # day 4, 17:00
    preferences.put("reminder", True)
    made = ReminderTimer(preferences, clock, preferences)
    yield made
    made.stop()


def heard(timer: ReminderTimer, entries: dict[int, dict[str, Any]] | None = None) -> Heard:
    return Heard(timer, build(entries or {0: daily(redness=2)}))


def test_it_waits_a_quarter_of_an_hour_at_most(timer: ReminderTimer, clock: Clock) -> None:
    timer.wait()
    assert timer.left() == dt.timedelta(hours=3)
    assert timer.interval() == QUARTER
    clock.turn(hours=2, minutes=50)
    timer.wait()
    assert timer.interval() == 10 * 60 * 1000


def test_it_reminds_once_a_day(timer: ReminderTimer, clock: Clock) -> None:
    listener = heard(timer)
    timer.look()
    assert listener.asked == 0
    clock.turn(hours=3)
    timer.look()
    assert [one.text for one in listener.due] == ["Day 4: thirty seconds for your skin?"]
    assert timer.left() == dt.timedelta(days=1)
    clock.turn(minutes=-30)  # the clock goes back
    timer.look()
    clock.turn(hours=2)
    timer.look()
    assert listener.asked == 1
    clock.turn(days=1)
    timer.look()
    assert [one.day for one in listener.due] == [4, 5]


def test_another_start_on_the_same_day_does_not_remind_again(
    timer: ReminderTimer, preferences: Preferences, clock: Clock
) -> None:
    listener = heard(timer)
    clock.turn(hours=3)
    timer.look()
    assert preferences.text("reminded_on") == date_of(4).isoformat()
    again = ReminderTimer(preferences, clock, preferences)
    later = heard(again)
    again.look()
    assert (len(listener.due), later.asked) == (1, 0)
    again.stop()


def test_a_logged_day_is_looked_at_once_and_not_counted_as_reminded(
    timer: ReminderTimer, preferences: Preferences, clock: Clock
) -> None:
    listener = heard(timer, {4: daily()})
    clock.turn(hours=3)
    timer.look()
    timer.look()
    assert (listener.asked, listener.due) == (1, [])
    assert preferences.text("reminded_on") == ""


def test_a_diary_that_is_not_there_is_asked_for_again(timer: ReminderTimer, clock: Clock) -> None:
    listener = heard(timer)
    listener.answers = False
    clock.turn(hours=3)
    timer.look()
    assert timer.interval() == QUARTER
    listener.answers = True
    clock.turn(minutes=15)
    timer.look()
    assert (listener.asked, len(listener.due)) == (2, 1)


def test_snoozed_it_comes_once_more_an_hour_later(timer: ReminderTimer, clock: Clock) -> None:
    listener = heard(timer)
    clock.turn(hours=3)
    timer.look()
    timer.snooze()
    assert timer.left() == dt.timedelta(hours=1)
    clock.turn(minutes=59)
    timer.look()
    assert len(listener.due) == 1
    clock.turn(minutes=1)
    timer.look()
    timer.look()
    assert [one.day for one in listener.due] == [4, 4]


def test_snoozed_and_logged_meanwhile_it_is_silent(timer: ReminderTimer, clock: Clock) -> None:
    listener = heard(timer)
    clock.turn(hours=3)
    timer.look()
    timer.snooze()
    listener.recovery = build({4: daily()})
    clock.turn(hours=1)
    timer.look()
    assert len(listener.due) == 1


def test_snoozed_over_midnight_the_new_day_waits_for_its_own_time(
    timer: ReminderTimer, preferences: Preferences, clock: Clock
) -> None:
    preferences.put("reminder_time", "23:30")
    listener = heard(timer)
    clock.turn(hours=6, minutes=30)
    timer.look()
    timer.snooze()
    clock.turn(hours=1)  # 00:30
    timer.look()
    assert [one.day for one in listener.due] == [4]
    assert timer.left() == dt.timedelta(hours=23)


def test_another_time_holds_at_once_and_off_waits_for_nothing(
    timer: ReminderTimer, preferences: Preferences
) -> None:
    timer.wait()
    preferences.put("reminder_time", "17:05")
    assert timer.interval() == 5 * 60 * 1000
    preferences.put("reminder", False)
    assert not timer.isActive()
    preferences.put("reminder", True)
    assert timer.isActive()


@pytest.mark.parametrize("kept", ["", "2026-99-99"])
def test_a_damaged_date_counts_as_none(
    timer: ReminderTimer, preferences: Preferences, kept: str
) -> None:
    preferences.put("reminded_on", kept)
    assert timer.reminded_on is None
