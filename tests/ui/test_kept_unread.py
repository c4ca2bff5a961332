"""A change that is kept but cannot be read for the answer is never asked for a second time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.errors import KeptUnread, StorageProblem
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from tests.builders import date_of, session


@pytest.fixture
def said(live: LiveJournal) -> list[object]:
    """What is said to have failed, and every answer."""
    live.add_session(session())
    told: list[object] = []
    live.failed.connect(told.append)
    live.changed.connect(told.append)
    return told


def rate_while_it_fails(
    live: LiveJournal,
    store: SqliteStore,
    said: list[object],
    monkeypatch: pytest.MonkeyPatch,
    *,
    times: int,
) -> None:
    """Grade redness 2 while the next readings of a session fail."""
    live.rate(session().id, date_of(4), "redness", 1)
    said.clear()
    read = store.recovery
    left = [True] * times

    def once_more(session_id: str) -> Recovery:
        if left:
            left.pop()
            raise StorageProblem("The disk does not answer. Try again.")
        return read(session_id)

    monkeypatch.setattr(store, "recovery", once_more)
    assert live.rate(session().id, date_of(4), "redness", 2)


def test_it_is_read_once_more_before_anything_is_said(
    live: LiveJournal,
    store: SqliteStore,
    said: list[object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rate_while_it_fails(live, store, said, monkeypatch, times=1)
    (shown,) = said
    assert isinstance(shown, Snapshot)
    assert shown.recovery is not None
    assert shown.recovery.entries[-1].scores == {"redness": 2}


def test_if_that_fails_too_it_is_said_to_be_kept(
    live: LiveJournal,
    store: SqliteStore,
    said: list[object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rate_while_it_fails(live, store, said, monkeypatch, times=2)
    problem, _shown = said
    assert isinstance(problem, KeptUnread)
    assert problem.sentence.startswith("Your change is kept")
    assert live.rate(session().id, date_of(4), "flaking", 1)
    assert live.snapshot is not None
    assert live.snapshot.recovery is not None
    assert live.snapshot.recovery.entries[-1].scores == {"redness": 2, "flaking": 1}


def test_no_later_change_is_made_of_what_was_known_before(
    live: LiveJournal,
    store: SqliteStore,
    said: list[object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = store.sessions
    left = [True, True]

    def twice_not() -> tuple[Session, ...]:
        if left:
            left.pop()
            raise StorageProblem("The disk does not answer. Try again.")
        return read()

    monkeypatch.setattr(store, "sessions", twice_not)
    assert live.change_session(replace(session(), notes="what was written"))
    assert isinstance(said[0], KeptUnread)
    assert live.archive_session(session().id, True)
    (kept,) = store.sessions()
    assert (kept.notes, kept.archived) == ("what was written", True)
