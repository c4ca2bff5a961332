"""A journal on a real store in a temporary folder, with a clock the test turns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_tracker.data.store import SqliteStore, open_store
from recovery_tracker.journal import Journal
from tests.builders import DAY_0, session


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self, day: int = 10) -> None:
        self.moment = dt.datetime.combine(
            DAY_0 + dt.timedelta(days=day), dt.time(20, 0), tzinfo=dt.UTC
        )

    def __call__(self) -> dt.datetime:
        return self.moment

    def turn(self, **by: float) -> None:
        """Let time pass."""
        self.moment += dt.timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path / "diary", clock)
    yield opened
    opened.close()


@pytest.fixture
def journal(store: SqliteStore, clock: Clock) -> Journal:
    """A journal with one session on ``DAY_0``; today is its day 10."""
    opened = Journal(store, clock, keeps_shown=True)
    opened.add_session(session())
    return opened
