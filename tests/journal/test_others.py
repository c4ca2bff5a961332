"""What is active in the other sessions: judged once, then again where something has changed."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.journal import Journal, Snapshot
from tests.builders import DAY_0, date_of, entry, session
from tests.clock import Clock
from tests.data.conftest import NOW

HERE = session().id


class Reading:
    """Which sessions a store was asked to read."""

    def __init__(self, store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        recovery = store.recovery

        def counting(session_id: str) -> Recovery:
            self.read.append(session_id)
            return recovery(session_id)

        monkeypatch.setattr(store, "recovery", counting)

    def __call__(self) -> list[str]:
        read, self.read = self.read, []
        return read


@pytest.fixture
def others(store: SqliteStore) -> list[str]:
    """Sessions on other skin, a year apart, newest first, each with a mark that stays a warning."""
    ids = [f"neck {before}" for before in range(1, 9)]
    store.put_session(session(), NOW)
    for number, id_ in enumerate(ids, 1):
        start = DAY_0 - dt.timedelta(days=365 * number)
        store.put_session(session(id=id_, date=start, areas=("neck",)), NOW)
        store.put_entries(id_, [entry(3, start=start, lines_or_scars=True)], NOW)
    return ids


def whose(snapshot: Snapshot) -> list[str]:
    return sorted(warning.session_id for warning in snapshot.elsewhere)


def test_each_is_judged_once(
    store: SqliteStore, clock: Clock, others: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(store, clock)
    reading = Reading(store, monkeypatch)
    assert whose(journal.snapshot()) == others
    assert reading() == [HERE, *others]
    assert whose(journal.rate(HERE, date_of(3), "redness", 1)) == others
    assert set(reading()) == {HERE}


def test_the_one_that_leaves_the_screen_is_judged_with_what_was_noted(
    store: SqliteStore, clock: Clock, others: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(store, clock)
    journal.mark(HERE, date_of(3), "pus", True)
    reading = Reading(store, monkeypatch)
    snapshot = journal.select(others[0])
    assert whose(snapshot) == sorted([HERE, *others[1:]])
    assert HERE in reading()
    assert whose(journal.select(HERE)) == others


def test_the_one_that_is_changed_is_judged_anew(
    store: SqliteStore, clock: Clock, others: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(store, clock)
    journal.snapshot()
    reading = Reading(store, monkeypatch)
    snapshot = journal.act(others[4], "lines_or_scars", "seen")
    assert whose(snapshot) == [one for one in others if one != others[4]]
    assert set(reading()) == {HERE, others[4]}
    journal.undo()  # it comes to the screen
    assert whose(journal.select(HERE)) == others


def test_a_window_judges_few_at_once_and_the_rest_in_turns(
    store: SqliteStore, clock: Clock, others: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Reading(store, monkeypatch)
    journal = Journal(store, clock, in_turns=True)
    assert whose(journal.snapshot()) == others[:4]
    assert reading() == [HERE, *others[:4]]
    told: list[list[str]] = []
    while journal.waits:
        snapshot = journal.judge_next()
        told += [whose(snapshot)] if snapshot is not None else []
    assert told == [others]  # not with each: a window names the most pressing one
    assert journal.judge_next() is None
    assert not journal.waits


def test_a_turn_tells_at_once_what_is_most_pressing(
    store: SqliteStore, clock: Clock, others: list[str]
) -> None:
    start = DAY_0 - dt.timedelta(days=365 * 6)
    store.put_entries(
        others[5], [entry(3, start=start, lines_or_scars=True, lumps=True, fever=True)], NOW
    )
    journal = Journal(store, clock, in_turns=True)
    journal.snapshot()
    told = [journal.judge_next() for _turn in range(2)]
    assert told[0] is None
    assert told[1] is not None
    assert told[1].elsewhere[0].rule == "lumps"
    assert journal.waits


def test_what_was_active_is_said_until_it_is_judged_again(
    store: SqliteStore, clock: Clock, others: list[str]
) -> None:
    journal = Journal(store, clock, in_turns=True)
    journal.snapshot()
    while journal.waits:
        journal.judge_next()
    assert whose(journal.refresh()) == others
    assert journal.waits
    store.delete_session(others[7], NOW)
    assert whose(journal.refresh()) == others[:7]


def test_one_that_is_deleted_by_another_program_is_left_out(
    store: SqliteStore, clock: Clock, others: list[str]
) -> None:
    journal = Journal(store, clock)
    store.delete_session(others[0], NOW)
    assert whose(journal.snapshot()) == others[1:]


def test_the_session_to_begin_with_is_on_screen(
    store: SqliteStore, clock: Clock, others: list[str]
) -> None:
    begun = Journal(store, clock, on_screen=others[1]).snapshot().session
    gone = Journal(store, clock, on_screen="no such session").snapshot().session
    assert begun is not None
    assert begun.id == others[1]
    assert gone is not None
    assert gone.id == HERE


def test_to_read_another_session_as_if_it_were_on_screen_disturbs_nothing(
    store: SqliteStore, clock: Clock, others: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(store, clock)
    journal.mark(HERE, date_of(3), "pus", True)
    as_if = journal.snapshot_of(others[2])
    assert whose(as_if) == sorted([HERE, *(one for one in others if one != others[2])])
    assert [warning.rule for warning in as_if.active] == ["lines_or_scars"]
    assert as_if.elsewhere == journal.select(others[2]).elsewhere
    journal.select(HERE)
    reading = Reading(store, monkeypatch)
    journal.snapshot_of(others[3])
    assert reading() == [others[3], HERE, *others[4:7]]  # with those it is compared with
    assert whose(journal.snapshot()) == others
    assert reading() == [HERE]
