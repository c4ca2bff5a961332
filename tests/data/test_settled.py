"""What was judged and need not be judged again: kept, and dropped by whatever it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from recovery_tracker.data.backup import fingerprint
from recovery_tracker.data.store import SqliteStore, open_store
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.kept import Shown
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Photo
from tests.builders import DAY_0, date_of, entry, session
from tests.data.conftest import NOW, clock, later

OURS = session()
OTHER = session(id="other", date=DAY_0 - dt.timedelta(days=400))
GONE = session(id="gone", date=DAY_0 - dt.timedelta(days=800))
TODAY = NOW.date()
YESTERDAY = TODAY - dt.timedelta(days=1)
PHOTO = Photo(date_of(2), "front", "0" * 64)


@pytest.fixture
def filled(store: SqliteStore) -> SqliteStore:
    """Two sessions that are settled, and one that was deleted."""
    for one in (OURS, OTHER, GONE):
        store.put_session(one, NOW)
    store.delete_session(GONE.id, NOW)
    store.put_entries(OURS.id, [entry(2, redness=1)], NOW)
    store.put_photo(OURS.id, PHOTO, None, None, NOW)
    store.put_own_item("symptom", OwnItem("x_00000001", "tingling"), NOW)
    for one in (OURS, OTHER):
        store.keep_settled(one.id, "rules 1", YESTERDAY)
    assert unsettled(store) == ()
    return store


def unsettled(
    store: SqliteStore, rules: str = "rules 1", today: dt.date = TODAY
) -> tuple[str, ...]:
    return store.unsettled(rules, today)


def test_other_rules_judge_again(filled: SqliteStore) -> None:
    assert unsettled(filled, rules="rules 2") == (OURS.id, OTHER.id)
    filled.keep_settled(OTHER.id, "rules 2", YESTERDAY)
    assert unsettled(filled, rules="rules 2") == (OURS.id,)
    assert unsettled(filled) == (OTHER.id,)


@pytest.mark.parametrize(("days", "known"), [(-1, False), (0, False), (1, True), (9, True)])
def test_it_holds_from_the_day_after_its_date(filled: SqliteStore, days: int, known: bool) -> None:
    """A clock that was set back is before what was judged."""
    assert (unsettled(filled, today=YESTERDAY + dt.timedelta(days=days)) == ()) is known


ONE, EVERY, NONE = (OURS.id,), (OURS.id, OTHER.id), ()
Write = Callable[[SqliteStore], object]
WRITERS: dict[str, list[tuple[Write, tuple[str, ...]]]] = {
    "put_profile": [
        (lambda s: s.put_profile(Profile(diabetes=True), NOW), EVERY),
        (lambda s: s.put_profile(Profile(), NOW), EVERY),  # "nothing stated" is a statement
    ],
    "put_session": [
        (lambda s: s.put_session(session(id="new", date=DAY_0 + dt.timedelta(1)), NOW),
         ("new", *EVERY)),
        (lambda s: s.put_session(replace(OTHER, areas=("neck",)), NOW), EVERY),
        (lambda s: s.put_session(OTHER, NOW), NONE),
    ],
    "delete_session": [(lambda s: s.delete_session(OTHER.id, NOW), ONE)],
    "revive_session": [
        (lambda s: s.revive_session(GONE.id, NOW), (*EVERY, GONE.id)),
        (lambda s: s.revive_session(OTHER.id, NOW), NONE),
    ],
    "put_entries": [
        (lambda s: s.put_entries(OURS.id, [entry(2, redness=2)], NOW), ONE),
        (lambda s: s.put_entries(OURS.id, [entry(3, redness=1)], NOW), ONE),
        (lambda s: s.put_entries(OURS.id, [entry(2, redness=1)], NOW), NONE),
    ],
    "change_entry": [
        (lambda s: s.change_entry(OURS.id, date_of(2), lambda _e: entry(2, redness=2), NOW), ONE),
        (lambda s: s.change_entry(OURS.id, date_of(3), lambda _e: entry(3, redness=1), NOW), ONE),
        (lambda s: s.change_entry(OURS.id, date_of(2), lambda _e: None, NOW), NONE),
    ],
    "delete_entry": [(lambda s: s.delete_entry(OURS.id, date_of(2), NOW), ONE)],
    "put_acts": [(lambda s: s.put_acts(OURS.id, [Act(date_of(2), "pus", "seen")], NOW), ONE)],
    # nothing of these is judged
    "put_photo": [(lambda s: s.put_photo(OURS.id, replace(PHOTO, view="left"), None, None, NOW),
                   NONE)],
    "remove_photo": [(lambda s: s.remove_photo(OURS.id, PHOTO, NOW), NONE)],
    "put_own_item": [(lambda s: s.put_own_item("symptom", OwnItem("x_00000002", "itch"), NOW),
                      NONE)],
    "remove_own_item": [(lambda s: s.remove_own_item("symptom", "x_00000001", NOW), NONE)],
    "keep_versions": [(lambda s: s.keep_versions(OURS.id, [entry(2, redness=3)], NOW), NONE)],
    "keep_shown": [(lambda s: s.keep_shown(
        [Shown(OURS.id, "pus", "urgent", "today", date_of(2), "a", "b", "1", NOW)]), NONE)],
    "keep_settled": [(lambda s: s.keep_settled(OURS.id, "rules 1", YESTERDAY), NONE)],
    "purge": [(lambda s: s.purge(later(days=40)), NONE)],
}  # fmt: skip
CASES = [
    pytest.param(write, dropped, id=f"{name} {number}")
    for name, cases in WRITERS.items()
    for number, (write, dropped) in enumerate(cases)
]


@pytest.mark.parametrize(("write", "dropped"), CASES)
def test_a_change_drops_what_rests_on_it(
    filled: SqliteStore, write: Write, dropped: tuple[str, ...]
) -> None:
    write(filled)
    assert unsettled(filled) == dropped


def test_every_writer_is_among_them() -> None:
    verbs = ("put_", "change_", "delete_", "remove_", "revive_", "keep_", "purge")
    writers = {name for name in vars(SqliteStore) if name.startswith(verbs)}
    assert writers == WRITERS.keys()


@pytest.mark.parametrize(("write", "_dropped"), CASES)
def test_a_change_that_is_not_kept_drops_nothing(
    filled: SqliteStore, write: Write, _dropped: tuple[str, ...]
) -> None:
    with suppress(KeyboardInterrupt), filled.transaction():
        write(filled)
        raise KeyboardInterrupt
    assert unsettled(filled) == ()


def test_it_is_no_part_of_what_a_diary_holds(filled: SqliteStore) -> None:
    """Else a day on which nothing was entered would be backed up for it."""
    with filled._reading() as connection:
        before = fingerprint(connection)
    filled.keep_settled(OURS.id, "rules 2", TODAY)
    with filled._reading() as connection:
        assert fingerprint(connection) == before


def test_who_does_not_want_to_wait_fails_at_once_and_waits_again_later(
    folder: Path, filled: SqliteStore
) -> None:
    beside = open_store(folder, clock, wait_s=60)
    try:
        with filled.transaction():
            with pytest.raises(StorageProblem), beside.transaction(wait=False):
                pytest.fail("another one writes")
            assert beside.unsettled("rules 1", TODAY) == ()  # reading never waits
        with beside._transactions._connections.lent() as connection:
            assert connection.execute("PRAGMA busy_timeout").fetchone() == (60_000,)
        with beside.transaction(wait=False):
            beside.keep_settled(OURS.id, "rules 2", YESTERDAY)
    finally:
        beside.close()
    assert unsettled(filled, rules="rules 2") == (OTHER.id,)
