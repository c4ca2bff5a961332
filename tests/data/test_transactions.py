"""All of a change or none of it; and what one change costs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from recovery_tracker.data import entries
from recovery_tracker.data.store import SqliteStore, open_store
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import InvalidValue, NotFound
from recovery_tracker.domain.profile import Profile
from tests.builders import daily, date_of, entry, session
from tests.data.conftest import NOW, Watch, clock, later

OURS = session().id


class Mine(Exception):  # noqa: N818
    """An error of the test's own."""


def fail() -> None:
    raise Mine


def write_some_of_everything(store: SqliteStore) -> None:
    store.put_profile(Profile(name="Ada"), NOW)
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(1, redness=1, pus=True, sun=True)], NOW)


def test_an_exception_leaves_nothing_of_the_group(
    store: SqliteStore, look: Callable[..., list[Any]]
) -> None:

    def write_and_fail() -> None:
        with store.transaction():
            write_some_of_everything(store)
            fail()

    with pytest.raises(Mine):
        write_and_fail()
    for table in ("profile", "sessions", "entries", "entry_versions"):
        assert look(f"SELECT count(*) FROM {table}") == [(0,)]
    write_some_of_everything(store)
    assert len(store.recovery(OURS).entries) == 1


def test_a_group_is_seen_by_its_own_reads_and_by_no_one_else_until_it_ends(
    store: SqliteStore, folder: Path
) -> None:
    other = open_store(folder, clock)
    with store.transaction():
        write_some_of_everything(store)
        assert store.recovery(OURS).entries
        assert other.sessions() == ()
    assert other.recovery(OURS) == store.recovery(OURS)
    other.close()


def test_a_group_is_one_commit(store: SqliteStore, watch: Watch) -> None:
    watch.clear()
    with store.transaction():
        write_some_of_everything(store)
        with store.transaction():
            store.put_entries(OURS, [entry(2, redness=1)], NOW)
    assert watch.commits == 1
    assert len(store.recovery(OURS).entries) == 2


def test_a_group_within_a_group_that_fails_spoils_both(store: SqliteStore) -> None:

    def write_and_fail_within() -> None:
        with store.transaction():
            store.put_session(session(), NOW)
            with suppress(Mine), store.transaction():
                store.put_entries(OURS, [entry(1, redness=1)], NOW)
                fail()

    with pytest.raises(Mine):
        write_and_fail_within()
    assert store.sessions() == ()


def test_a_writer_that_failed_spoils_the_group_though_its_error_was_caught(
    store: SqliteStore,
) -> None:
    half_bad = [entry(1, redness=1), entry(2, notes="\ud800")]

    def write_on() -> None:
        with store.transaction():
            store.put_session(session(), NOW)
            with suppress(InvalidValue):
                store.put_entries(OURS, half_bad, NOW)
            with suppress(InvalidValue):
                store.put_session(session(id="later"), NOW)

    with pytest.raises(InvalidValue, match="broken character"):
        write_on()
    assert store.sessions() == ()
    store.put_session(session(), NOW)  # the next change is not spoiled


def test_looking_for_what_is_not_there_spoils_nothing(store: SqliteStore) -> None:
    with store.transaction():
        with pytest.raises(NotFound):
            store.recovery(OURS)
        store.put_session(session(), NOW)
    assert [treated.id for treated in store.sessions()] == [OURS]


def test_an_error_that_is_not_the_diarys_stays_what_it_is(store: SqliteStore) -> None:
    with pytest.raises(FileNotFoundError), store.transaction():
        raise FileNotFoundError("some other file")


def test_a_group_is_one_threads_own(store: SqliteStore) -> None:
    seen: list[object] = []
    with store.transaction():
        store.put_session(session(), NOW)
        reader = threading.Thread(target=lambda: seen.append(store.sessions()))
        reader.start()
        reader.join()
    assert seen == [()]


def test_what_several_threads_write_is_all_kept(store: SqliteStore) -> None:
    store.put_session(session(), NOW)

    def write(first: int) -> None:
        for day in range(first, first + 20):
            store.put_entries(OURS, [entry(day, redness=day % 5)], NOW)

    threads = [threading.Thread(target=write, args=(first,)) for first in (0, 20, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [said.date for said in store.recovery(OURS).entries] == [date_of(d) for d in range(60)]


def test_a_read_is_one_moment(store: SqliteStore, watch: Watch) -> None:
    store.put_session(session(), NOW)
    watch.clear()
    store.recovery(OURS)
    assert watch.statements[0] == "BEGIN"
    assert all(sent.startswith("SELECT") for sent in watch.statements[1:])


def statements_of_a_tap(store: SqliteStore, watch: Watch, grade: int) -> list[str]:
    watch.clear()
    store.change_entry(OURS, date_of(3), lambda _kept: entry(3, **daily(redness=grade)), NOW)
    assert watch.commits == 1
    return list(watch.statements)


def test_a_rating_is_one_short_transaction_however_long_the_diary(
    store: SqliteStore, watch: Watch
) -> None:
    """BEGIN, the entry of that day, its version, its row, not settled."""
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(3, **daily(redness=0))], NOW)
    on_day_one = statements_of_a_tap(store, watch, 1)
    assert on_day_one[0] == "BEGIN IMMEDIATE"
    assert len(on_day_one) == 5

    year = dt.timedelta(days=365)
    for before in range(1, 4):
        earlier = session(id=str(before), date=session().date - before * year)
        store.put_session(earlier, NOW)
        days = [entry(day, start=earlier.date, **daily()) for day in range(100)]
        store.put_entries(earlier.id, days, NOW)
    store.put_entries(OURS, [entry(day, **daily()) for day in range(4, 60)], NOW)
    assert statements_of_a_tap(store, watch, 2) == on_day_one


def test_a_tap_searches_by_index(store: SqliteStore, watch: Watch) -> None:
    """No statement of a tap, or of the reading of a session, walks through a table."""
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(3, **daily(redness=0, sun=True))], NOW)
    sent = [*statements_of_a_tap(store, watch, 1)]
    watch.clear()
    store.recovery(OURS)
    store.entry(OURS, date_of(3))
    store.history(OURS, date_of(3))
    sent += watch.statements
    plans = [
        (statement, [row[3] for row in plan_of(store, statement)])
        for statement in sent
        if not statement.startswith("BEGIN")
    ]
    walks = [
        (statement, step)
        for statement, steps in plans
        for step in steps
        if step.startswith("SCAN") and "CONSTANT ROW" not in step
    ]
    assert walks == []


def plan_of(store: SqliteStore, statement: str) -> list[Any]:
    with store._reading() as connection:
        values = (None,) * statement.count("?")
        return list(connection.execute(f"EXPLAIN QUERY PLAN {statement}", values))


def test_a_tap_that_changes_nothing_writes_nothing(store: SqliteStore, watch: Watch) -> None:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(3, redness=1)], NOW)
    watch.clear()
    store.put_entries(OURS, [entry(3, redness=1)], NOW)
    assert store.change_entry(OURS, date_of(3), lambda _kept: None, NOW) is None
    assert {sent.split()[0] for sent in watch.statements} == {"BEGIN", "SELECT"}


def test_an_entry_is_changed_from_what_is_kept(store: SqliteStore) -> None:
    """There was none, then one, then a deleted one; each change says what it replaced."""
    store.put_session(session(), NOW)
    day, one, two = date_of(3), entry(3, redness=1), entry(3, redness=2)
    seen: list[Entry | None] = []

    def becomes(after: Entry) -> Callable[[Entry | None], Entry]:
        return lambda before: seen.append(before) or after

    assert store.change_entry(OURS, day, becomes(one), NOW) == (None, one)
    assert store.change_entry(OURS, day, becomes(two), later(hours=1)) == (one, two)
    store.delete_entry(OURS, day, later(hours=2))
    assert store.change_entry(OURS, day, becomes(one), later(hours=3)) == (None, one)
    assert seen == [None, one, None]
    assert store.recovery(OURS).entries == (one,)
    assert [(version.at, version.what) for version in store.history(OURS, day)] == [
        (later(hours=3), None),
        (later(hours=2), two),
        (later(hours=1), one),
        (NOW, None),
    ]


def test_an_entry_of_a_session_that_is_not_there_is_not_changed(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    store.delete_session(OURS, NOW)
    with pytest.raises(NotFound):
        store.change_entry(OURS, date_of(3), lambda _kept: entry(3, redness=1), NOW)
    with pytest.raises(NotFound):
        store.change_entry("another", date_of(3), lambda _kept: entry(3, redness=1), NOW)


def test_what_an_entry_becomes_is_read_of_the_same_moment(store: SqliteStore) -> None:
    """What else is read for it; and what fails there leaves all as it was."""
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(2, redness=4)], NOW)

    def as_the_day_before(before: Entry | None) -> Entry:
        (yesterday,) = store.recovery(OURS).entries
        return dataclasses.replace(yesterday, date=date_of(3))

    def change_and_fail() -> None:
        with store.transaction():
            store.change_entry(OURS, date_of(3), as_the_day_before, NOW)
            assert len(store.recovery(OURS).entries) == 2
            fail()

    with pytest.raises(Mine):
        change_and_fail()
    assert store.recovery(OURS).entries == (entry(2, redness=4),)
    store.change_entry(OURS, date_of(3), as_the_day_before, NOW)
    assert store.recovery(OURS).entries == (entry(2, redness=4), entry(3, redness=4))


def test_a_session_is_read_anew_but_for_the_days_that_did_not_change(
    store: SqliteStore, watch: Watch
) -> None:
    store.put_session(session(), NOW)
    days = [entry(day, **daily()) for day in range(30)]
    store.put_entries(OURS, days, NOW)
    watch.clear()
    first = store.recovery(OURS)
    (whole,) = (sent for sent in watch.statements if "entries.ratings" in sent)
    assert "entries.date = ?" not in whole
    days[7] = entry(7, **daily(redness=4))
    store.put_entries(OURS, [days[7]], NOW)
    watch.clear()
    second = store.recovery(OURS)
    assert second.entries == tuple(days)
    assert [new is old for new, old in zip(second.entries, first.entries, strict=True)] == [
        day != 7 for day in range(30)
    ]
    (one_day,) = (sent for sent in watch.statements if "entries.ratings" in sent)
    assert "entries.date = ?" in one_day


def test_what_was_read_before_never_hides_a_change(store: SqliteStore, folder: Path) -> None:
    """A change by another program, one that was given up, one that brings back what was."""
    other = open_store(folder, clock)
    store.put_session(session(), NOW)

    def rate_and_give_up(grade: int) -> None:
        with store.transaction():
            store.put_entries(OURS, [entry(1, redness=grade)], NOW)
            assert store.recovery(OURS).entries == (entry(1, redness=grade),)
            fail()

    for grade in (1, 2, 1, 0):
        other.put_entries(OURS, [entry(1, redness=grade)], NOW)
        assert store.recovery(OURS).entries == (entry(1, redness=grade),)
        with pytest.raises(Mine):
            rate_and_give_up(4)
        assert store.recovery(OURS).entries == (entry(1, redness=grade),)
        assert store.entry(OURS, date_of(1)) == entry(1, redness=grade)
        store.put_entries(OURS, [entry(1, redness=3)], NOW)
        assert other.recovery(OURS).entries == (entry(1, redness=3),)
        other.delete_entry(OURS, date_of(1), NOW)
        assert store.recovery(OURS).entries == ()
    other.close()


def test_a_long_diary_is_not_kept_in_memory(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "_MOST_READ_BEFORE", 10)
    store.put_session(session(), NOW)
    days = tuple(entry(day, redness=day % 5) for day in range(40))
    store.put_entries(OURS, days, NOW)
    assert store.recovery(OURS).entries == days
    assert store.recovery(OURS).entries == days
    assert len(entries._read_before) <= 10


def test_of_a_day_that_changes_often_one_version_is_kept_in_memory(store: SqliteStore) -> None:
    entries.forget()
    store.put_session(session(), NOW)
    for grade in (1, 2, 3, 4, 0, 1):
        store.put_entries(OURS, [entry(1, redness=grade)], NOW)
        assert store.recovery(OURS).entries == (entry(1, redness=grade),)
    assert len(entries._read_before) == 1
