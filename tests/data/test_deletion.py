"""What is deleted is hidden, can be brought back, and goes for good when its time is over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from recovery_tracker.data.store import SqliteStore, open_store
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.kept import Deleted, Shown
from recovery_tracker.domain.recovery import Photo
from tests.builders import DAY_0, act, date_of, entry, session
from tests.data.conftest import NOW, clock, later

OURS = session().id
OTHER = "another"


@pytest.fixture
def kept(store: SqliteStore) -> SqliteStore:
    """A store with two sessions of three entries each."""
    for treated in (session(), session(id=OTHER, date=date_of(-90))):
        store.put_session(treated, NOW)
        days = [entry(day, start=treated.date, redness=1, pus=True, sun=True) for day in (0, 1, 2)]
        store.put_entries(treated.id, days, NOW)
    return store


def test_a_deleted_entry_is_hidden_until_it_is_put_again(kept: SqliteStore) -> None:
    kept.delete_entry(OURS, date_of(1), later(days=1))
    assert [said.date for said in kept.recovery(OURS).entries] == [date_of(0), date_of(2)]
    assert kept.entry(OURS, date_of(1)) is None
    assert kept.deleted() == (Deleted("entry", OURS, date_of(1), later(days=1)),)

    kept.put_entries(OURS, [entry(1, redness=1, pus=True, sun=True)], later(days=2))
    assert kept.recovery(OURS).entry(date_of(1)) == entry(1, redness=1, pus=True, sun=True)
    assert kept.deleted() == ()


def test_a_deleted_entry_comes_back_as_it_is_put_not_as_it_was(kept: SqliteStore) -> None:
    kept.delete_entry(OURS, date_of(1), NOW)
    kept.put_entries(OURS, [entry(1, flaking=2, pus=False)], NOW)
    assert kept.recovery(OURS).entry(date_of(1)) == entry(1, flaking=2, pus=False)


def test_a_deleted_session_is_hidden_with_all_of_it_and_comes_back_whole(
    kept: SqliteStore,
) -> None:
    kept.put_acts(OURS, [act("pus", 1)], NOW)
    whole = kept.recovery(OURS)
    kept.delete_session(OURS, later(days=1))
    assert [treated.id for treated in kept.sessions()] == [OTHER]
    assert kept.deleted() == (Deleted("session", OURS, DAY_0, later(days=1)),)
    for refused in (
        lambda: kept.recovery(OURS),
        lambda: kept.put_entries(OURS, [entry(3)], NOW),
        lambda: kept.put_acts(OURS, [], NOW),
        lambda: kept.delete_entry(OURS, date_of(1), NOW),
        lambda: kept.delete_session(OURS, NOW),
    ):
        with pytest.raises(NotFound, match="no longer in your diary"):
            refused()

    kept.revive_session(OURS, later(days=2))
    assert kept.recovery(OURS) == whole
    assert kept.deleted() == ()


def test_putting_a_deleted_session_does_not_bring_it_back(kept: SqliteStore) -> None:
    kept.delete_session(OURS, NOW)
    kept.put_session(session(notes="from a file"), NOW)
    assert [treated.id for treated in kept.sessions()] == [OTHER]
    kept.revive_session(OURS, NOW)
    assert kept.recovery(OURS).session.notes == "from a file"


def test_what_was_taken_back_is_not_listed_and_may_be_added_again(kept: SqliteStore) -> None:
    kept.delete_entry(OURS, date_of(1), NOW, undone=True)
    kept.delete_session(OTHER, NOW, undone=True)
    assert kept.deleted() == ()
    kept.put_session(session(id=OTHER, date=date_of(-90)), NOW)
    assert {treated.id for treated in kept.sessions()} == {OURS, OTHER}
    assert len(kept.recovery(OTHER).entries) == 3


def test_an_entry_of_a_deleted_session_is_listed_with_it_not_beside_it(kept: SqliteStore) -> None:
    kept.delete_entry(OURS, date_of(1), NOW)
    kept.delete_session(OURS, later(days=1))
    assert [gone.kind for gone in kept.deleted()] == ["session"]
    kept.revive_session(OURS, later(days=2))
    assert [gone.kind for gone in kept.deleted()] == ["entry"]


def test_what_was_deleted_last_is_listed_first(kept: SqliteStore) -> None:
    kept.delete_entry(OURS, date_of(0), later(days=1))
    kept.delete_session(OTHER, later(days=2))
    kept.delete_entry(OURS, date_of(2), later(days=3))
    assert [gone.deleted_at for gone in kept.deleted()] == [later(days=day) for day in (3, 2, 1)]


def test_what_is_not_there_cannot_be_deleted_or_revived(kept: SqliteStore) -> None:
    with pytest.raises(NotFound, match="no entry for 2026-03-22"):
        kept.delete_entry(OURS, date_of(20), NOW)
    kept.delete_entry(OURS, date_of(1), NOW)
    with pytest.raises(NotFound):
        kept.delete_entry(OURS, date_of(1), NOW)
    with pytest.raises(NotFound):
        kept.revive_session("nobody's", NOW)
    kept.revive_session(OURS, NOW)  # it is there: nothing to do
    assert len(kept.history(OURS)) == 1


def test_what_is_over_goes_with_its_history_and_what_is_not_stays(
    kept: SqliteStore, look: Callable[..., list[Any]]
) -> None:
    kept.keep_shown([shown(OURS, 0), shown(OURS, 2), shown(OTHER, 0)])
    kept.delete_entry(OURS, date_of(0), NOW)
    kept.delete_entry(OURS, date_of(1), later(days=5))
    kept.delete_session(OTHER, NOW)

    assert kept.purge(NOW) == 0, "deleted at that moment is not before it"
    assert kept.purge(later(days=1)) == 2
    assert [gone.date for gone in kept.deleted()] == [date_of(1)]
    assert kept.history(OURS, date_of(0)) == ()
    assert len(kept.history(OURS, date_of(1))) == 2
    assert kept.history(OTHER) == ()
    assert kept.shown(OURS) == (shown(OURS, 2),)
    with pytest.raises(NotFound):
        kept.revive_session(OTHER, NOW)
    for table, rows in (("sessions", 1), ("entries", 2)):
        assert look(f"SELECT count(*) FROM {table}") == [(rows,)]
    assert look("SELECT count(*) FROM entry_versions WHERE session_id = ?", OTHER) == [(0,)]


def shown(session_id: str, day: int) -> Shown:
    return Shown(session_id, "pus", "urgent", "today", date_of(day), "t", "r", "1", NOW)


def test_what_was_taken_back_goes_too_but_is_not_counted(
    kept: SqliteStore, look: Callable[..., list[Any]]
) -> None:
    kept.delete_entry(OURS, date_of(0), NOW, undone=True)
    kept.delete_session(OTHER, NOW, undone=True)
    assert kept.purge(later(days=1)) == 0
    assert look("SELECT count(*) FROM entries") == [(2,)]
    assert look("SELECT id FROM sessions") == [(OURS,)]


def test_a_picture_goes_with_the_last_session_that_names_it(kept: SqliteStore) -> None:
    data = b"picture"
    photo = Photo(date_of(0), "front", hashlib.sha256(data).hexdigest())
    for session_id in (OURS, OTHER):
        kept.put_photo(session_id, photo, data, b"small", NOW)
    kept.delete_session(OTHER, NOW)
    kept.purge(later(days=1))
    assert kept.photo_bytes(photo.sha256) == data
    kept.delete_session(OURS, NOW)
    kept.purge(later(days=1))
    with pytest.raises(NotFound):
        kept.photo_bytes(photo.sha256)


def test_nothing_of_what_is_gone_is_left_in_the_files(folder: Path) -> None:
    secret = "never to be read again"
    store = open_store(folder, clock)
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(day, notes=f"{secret} {day}") for day in range(40)], NOW)
    store.put_entries(OURS, [entry(0, notes="changed")], NOW)
    for day in range(40):
        store.delete_entry(OURS, date_of(day), NOW)
    assert any(secret.encode() in file.read_bytes() for file in folder.iterdir())
    assert store.purge(later(days=31)) == 40
    assert not any(secret.encode() in file.read_bytes() for file in folder.iterdir())
    store.close()
    assert not any(secret.encode() in file.read_bytes() for file in folder.iterdir())
