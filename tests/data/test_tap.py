"""What a tap and a start cost, counted: statements, rows and commits, whatever the diary holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.journal import Journal
from recovery_tracker.journal.photos import NewPhoto
from tests.builders import daily, date_of, entry, session
from tests.data.conftest import NOW, Watch, clock

OURS = session().id


def tap(journal: Journal, watch: Watch, grade: int) -> tuple[int, int, int]:
    """Statements, rows read and commits of one rating of day 3, answered and judged."""
    watch.clear()
    journal.rate(OURS, date_of(3), "redness", grade)
    return len(watch.statements), watch.rows, watch.commits


def add_years(store: SqliteStore, journal: Journal) -> None:
    """Add a session of sixty days in each of the five years before."""
    for before in range(1, 6):
        earlier = session(id=str(before), date=session().date - before * dt.timedelta(days=365))
        store.put_session(earlier, NOW)
        days = [entry(day, start=earlier.date, **daily()) for day in range(60)]
        store.put_entries(earlier.id, days, NOW)
    journal.refresh()


def test_a_tap_reads_its_own_session_whatever_else_the_diary_holds(
    store: SqliteStore, watch: Watch
) -> None:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(day, **daily(redness=0)) for day in range(4)], NOW)
    journal = Journal(store, clock)
    journal.rate(OURS, date_of(3), "redness", 3)
    alone = tap(journal, watch, 1)

    add_years(store, journal)
    journal.rate(OURS, date_of(3), "redness", 3)
    assert tap(journal, watch, 1) == alone


CHANGES: dict[str, Callable[[Journal], object]] = {
    "mark": lambda journal: journal.mark(OURS, date_of(4), "pus", True),
    "act": lambda journal: journal.act(OURS, "pus", "contacted"),
    "write": lambda journal: journal.write(OURS, date_of(4), "notes", "well"),
    "add a photo": lambda journal: journal.add_photos(
        OURS, [NewPhoto(date_of(4), "front", b"picture", b"small")]
    ),
    "move": lambda journal: journal.move_entry(OURS, date_of(4), date_of(5)),
    "delete": lambda journal: journal.delete_entry(OURS, date_of(5)),
    "undo": lambda journal: journal.undo(),
    "redo": lambda journal: journal.redo(),
}


def test_whatever_is_done_to_a_day_reads_its_own_session(store: SqliteStore, watch: Watch) -> None:
    """Neither the list of sessions nor another session; the same before and after five years."""
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(day, **daily(redness=0)) for day in range(5)], NOW)
    journal = Journal(store, clock)

    def costs() -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for name, change in CHANGES.items():
            watch.clear()
            change(journal)
            found[name] = len(watch.statements), watch.rows
        return found

    costs()  # an entry that was there once is changed, not added
    for _change in CHANGES:
        journal.undo()
    alone = costs()
    for _change in CHANGES:
        journal.undo()
    add_years(store, journal)
    assert costs() == alone


def test_a_start_reads_of_a_settled_session_its_line_in_the_list_only(
    store: SqliteStore, watch: Watch
) -> None:
    """However many there are, and however long they were."""
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(day, **daily(redness=0)) for day in range(4)], NOW)

    def start() -> tuple[int, int]:
        """Statements and rows of opening the diary, once nothing waits to be judged any more."""
        journal = Journal(store, clock, in_turns=True)
        journal.snapshot()
        while journal.waits:
            journal.judge_next()
        watch.clear()
        Journal(store, clock, in_turns=True).snapshot()
        return len(watch.statements), watch.rows

    start()  # what is read once is read by now
    statements, rows = start()
    for before in range(1, 8):
        date = session().date - before * dt.timedelta(days=365)
        store.put_session(session(id=str(before), date=date, areas=("neck",)), NOW)
        days = [entry(day, start=date, **daily()) for day in range(60)]
        store.put_entries(str(before), days, NOW)
    assert start() == (statements, rows + 7)


def test_a_tap_is_one_transaction_of_few_statements(store: SqliteStore, watch: Watch) -> None:
    """Each durable commit is one fsync of the log, with ``synchronous = FULL``."""
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(day, **daily(redness=0)) for day in range(4)], NOW)
    journal = Journal(store, clock, keeps_shown=True)
    journal.rate(OURS, date_of(3), "redness", 2)
    statements, rows, commits = tap(journal, watch, 1)
    assert commits == 1
    until_it_is_on_disk = [" ".join(sent.split()[:3]) for sent in watch.before_commit]
    assert until_it_is_on_disk == [
        "BEGIN IMMEDIATE",
        "SELECT entries.stamp, entries.id,",  # the day, where its session is there
        "INSERT INTO entry_versions",
        "UPDATE entries SET",
        "DELETE FROM settled",
    ]
    assert statements == len(until_it_is_on_disk) + 6  # the session is read for the answer
    assert rows <= 4 + 5  # a stamp for each day of the session; the session, the entry, ...


def test_a_tap_that_changes_nothing_writes_nothing(store: SqliteStore, watch: Watch) -> None:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(3, **daily(redness=1))], NOW)
    journal = Journal(store, clock)
    journal.rate(OURS, date_of(3), "redness", 1)
    tap(journal, watch, 1)
    assert {sent.split()[0] for sent in watch.statements} == {"BEGIN", "SELECT"}
