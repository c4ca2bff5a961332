"""When the clock alone asks for the diary to be read anew."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.warnings import By, Level
from recovery_tracker.ui.moments import Moments
from tests.builders import date_of, warning
from tests.clock import Clock


class Due:
    """Counts how often a moment has come; begins to wait anew at each, as the window does."""

    def __init__(self, clock: Clock, window: QWidget) -> None:
        self._window = window
        self.moments = Moments(clock, window)
        self.times = 0
        self.moments.due.connect(self.come)
        self.moments.wait()

    def come(self) -> None:
        self.times += 1
        self.moments.wait()

    def after(self, clock: Clock, **by: float) -> int:
        """Turn the clock, let the timer ring, and say how often a moment has come so far."""
        clock.turn(**by)
        self.moments.look()
        return self.times


@pytest.fixture
def due(qtbot: QtBot, clock: Clock) -> Due:
    window = QWidget()
    qtbot.addWidget(window)
    return Due(clock, window)


def test_a_day_begins_once(due: Due, clock: Clock) -> None:
    assert due.after(clock, hours=3, minutes=59) == 0
    assert due.after(clock, minutes=1) == 1
    assert due.after(clock, minutes=1) == 1
    assert due.after(clock, days=1) == 2


def test_the_clock_is_looked_at_every_minute_at_least(due: Due, clock: Clock) -> None:
    """A computer that slept over midnight learns of it within a minute of waking."""
    assert due.moments.interval() <= 60_000  # a coarse timer: its remaining time may read more
    assert due.after(clock, hours=30) == 1


def test_a_clock_that_goes_back_a_day_is_noticed(due: Due, clock: Clock) -> None:
    assert due.after(clock, days=-1) == 1
    assert due.after(clock, minutes=5) == 1


def test_a_change_of_the_time_zone_is_noticed(due: Due, clock: Clock) -> None:
    clock.moment = clock.moment.astimezone(dt.timezone(dt.timedelta(hours=9)))
    assert due.after(clock) == 1


@pytest.mark.parametrize(("level", "hours"), [(Level.URGENT, 24), (Level.CONTACT, 48)])
def test_a_folded_warning_opens_again_to_the_second(
    due: Due, clock: Clock, level: Level, hours: int
) -> None:
    item = warning(level=level, by=By.TODAY, contacted=clock())
    clock.turn(hours=hours - 2)
    due.moments.wait([item])
    assert due.after(clock, hours=2, seconds=-1) == 0
    assert due.after(clock, seconds=1) == 1


def test_one_that_is_open_or_was_never_folded_is_not_waited_for(due: Due, clock: Clock) -> None:
    opened = warning(level=Level.URGENT, contacted=clock() - dt.timedelta(hours=24))
    due.moments.wait([opened, warning(), warning(quiet_until=date_of(40))])
    assert due.moments.left() == dt.timedelta(hours=4, seconds=1)
