"""A journal on a real store in a temporary folder, with a clock the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_tracker.data.store import SqliteStore, open_store
from recovery_tracker.journal import Journal
from tests.builders import session
from tests.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(day=10)


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
