"""Other sessions are judged one by one while the window goes on answering."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.errors import Damaged, RecoveryTrackerError
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.journal import Journal, Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from tests.builders import DAY_0, entry, session
from tests.clock import Clock

YEARS = 7


@pytest.fixture
def journal(store: SqliteStore, clock: Clock) -> Journal:
    """A journal of several years on two kinds of skin; the oldest session has an open warning."""
    store.put_session(session(), clock())
    for year in range(1, YEARS + 1):
        start = DAY_0 - dt.timedelta(days=365 * year)
        store.put_session(session(id=str(year), date=start, areas=("neck",)), clock())
        marks = entry(3, start=start, lines_or_scars=year == YEARS)
        store.put_entries(str(year), [marks], clock())
    return Journal(store, clock, in_turns=True)


def test_what_a_turn_finds_is_shown(qtbot: QtBot, live: LiveJournal, journal: Journal) -> None:
    shown: list[Snapshot] = []
    live.changed.connect(shown.append)
    live.open(journal)
    assert shown[-1].elsewhere == ()
    qtbot.waitUntil(lambda: not journal.waits)
    assert [warning.session_id for warning in shown[-1].elsewhere] == [str(YEARS)]
    assert len(shown) == 2


def test_a_session_that_cannot_be_read_is_said_once(
    qtbot: QtBot,
    live: LiveJournal,
    journal: Journal,
    store: SqliteStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = store.recovery

    def damaged(session_id: str) -> Recovery:
        if session_id == str(YEARS):
            raise Damaged("a page cannot be read")
        return read(session_id)

    monkeypatch.setattr(store, "recovery", damaged)
    said: list[RecoveryTrackerError] = []
    live.failed.connect(said.append)
    live.open(journal)
    qtbot.waitUntil(lambda: not journal.waits)
    qtbot.waitUntil(lambda: bool(said))
    assert [type(error) for error in said] == [Damaged]


def test_a_closed_diary_judges_nothing_more(live: LiveJournal, journal: Journal) -> None:
    live.open(journal)
    assert [timer.isActive() for timer in live.findChildren(QTimer)] == [True]
    live.close()
    assert [timer.isActive() for timer in live.findChildren(QTimer)] == [False]
