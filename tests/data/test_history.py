"""Earlier versions stay: of entries, of sessions, of the profile; and nothing without a change."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.data.history import from_json, to_json
from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.kept import Version
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from tests import strategies
from tests.builders import date_of, entry, session
from tests.data.conftest import NOW, Watch, later

OURS = session().id
ENTRY_FIELDS = tuple(field.name for field in dataclasses.fields(Entry))


@given(st.one_of(strategies.entries(), strategies.sessions, strategies.profiles))
def test_a_version_says_all_there_was_to_say(value: Entry | Session | Profile) -> None:
    text = to_json(value)
    assert text is not None
    assert from_json(type(value), text) == value


@given(strategies.entries(), st.booleans())
def test_a_version_of_an_entry_is_plain_json(value: Entry, taken: bool) -> None:
    """Fields in their order, as any writer of JSON without spaces writes them."""
    text = to_json(value, taken=taken)
    assert text is not None
    stated = json.loads(text)
    assert text == json.dumps(stated, ensure_ascii=False, separators=(",", ":"))
    assert [*stated] == [name for name in (*ENTRY_FIELDS, "not_taken") if name in stated]
    assert stated.pop("not_taken", False) is not taken
    assert all(what not in ("", [], {}, None) for what in stated.values())


def test_a_version_is_written_in_one_way() -> None:
    text = to_json(entry(1, flaking=0, redness=2, pus=True, fever=False, notes="é", entered_at=NOW))
    assert text == (
        '{"date":"2026-03-03","scores":{"redness":2,"flaking":0},"signs":["pus"],'
        '"signs_absent":["fever"],"notes":"é","entered_at":"2026-03-12T20:00:00Z"}'
    )
    assert to_json(Profile(sensitive=False)) == '{"sensitive":false}'
    assert to_json(None) is None
    assert from_json(Profile, None) is None


def test_every_change_of_an_entry_keeps_what_it_was(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    first, second = entry(1, redness=1), entry(1, redness=2, pus=True)
    store.put_entries(OURS, [first], NOW)
    store.put_entries(OURS, [second], later(minutes=1))
    store.delete_entry(OURS, first.date, later(minutes=2))
    store.put_entries(OURS, [first], later(minutes=3))
    assert store.history(OURS, first.date) == (
        Version(later(minutes=3), None),
        Version(later(minutes=2), second),
        Version(later(minutes=1), first),
        Version(NOW, None),
    )
    assert store.history(OURS, date_of(2)) == ()


def test_every_change_of_a_session_keeps_what_it_was(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    store.put_session(session(notes="changed"), later(minutes=1))
    store.delete_session(OURS, later(minutes=2))
    store.revive_session(OURS, later(minutes=3))
    assert store.history(OURS) == (
        Version(later(minutes=3), None),
        Version(later(minutes=2), session(notes="changed")),
        Version(later(minutes=1), session()),
        Version(NOW, None),
    )


def test_every_change_of_the_profile_keeps_what_it_was(store: SqliteStore) -> None:
    store.put_profile(Profile(name="Ada"), NOW)
    store.put_profile(Profile(name="Ada L."), later(minutes=1))
    assert store.history(None) == (
        Version(later(minutes=1), Profile(name="Ada")),
        Version(NOW, None),
    )


def test_the_order_is_that_of_writing_when_the_clock_was_turned_back(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(1, redness=1)], NOW)
    store.put_entries(OURS, [entry(1, redness=2)], later(days=-1))
    assert [version.at for version in store.history(OURS, date_of(1))] == [later(days=-1), NOW]


def test_what_is_the_same_is_not_written(store: SqliteStore, watch: Watch) -> None:
    said, profile = [entry(day, redness=1, pus=False) for day in range(9)], Profile(name="Ada")
    store.put_session(session(), NOW)
    store.put_entries(OURS, said, NOW)
    store.put_profile(profile, NOW)
    watch.clear()
    store.put_entries(OURS, said, later(days=1))
    store.put_session(session(), later(days=1))
    store.put_profile(profile, later(days=1))
    assert {sent.split()[0] for sent in watch.statements} == {"BEGIN", "SELECT"}


def test_only_what_differs_is_written(store: SqliteStore, look: Callable[..., list[Any]]) -> None:
    store.put_session(session(), NOW)
    said = [entry(day, redness=1) for day in range(9)]
    store.put_entries(OURS, said, NOW)
    said[4] = entry(4, redness=3)
    store.put_entries(OURS, said, later(days=1))
    assert look("SELECT date FROM entry_versions WHERE at > ?", "2026-03-13") == [
        (date_of(4).isoformat(),)
    ]


def test_versions_that_were_not_taken_are_kept(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    ours, theirs = entry(1, redness=1), entry(1, redness=4)
    store.put_entries(OURS, [ours], NOW)
    store.keep_versions(OURS, [theirs], later(minutes=1))
    assert store.history(OURS, ours.date) == (
        Version(later(minutes=1), theirs, taken=False),
        Version(NOW, None),
    )
    assert store.recovery(OURS).entries == (ours,)
    with pytest.raises(NotFound):
        store.keep_versions("nobody's", [theirs], NOW)


def test_the_history_is_added_to_and_never_changed(store: SqliteStore, watch: Watch) -> None:
    store.put_session(session(), NOW)
    for grade in range(5):
        store.put_entries(OURS, [entry(1, redness=grade)], NOW)
        store.put_session(session(notes=str(grade)), NOW)
        store.put_profile(Profile(name=str(grade)), NOW)
    store.delete_entry(OURS, date_of(1), NOW)
    store.delete_session(OURS, NOW)
    written = [sent for sent in watch.statements if "_versions" in sent]
    assert {sent.split()[0] for sent in written} == {"INSERT"}


def test_two_changes_of_one_entry_in_one_call_end_with_the_last(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(1, redness=1), entry(1, redness=3)], NOW)
    assert store.recovery(OURS).entries == (entry(1, redness=3),)


def test_a_version_is_readable_without_the_program(
    store: SqliteStore, look: Callable[..., list[Any]]
) -> None:
    store.put_session(session(), NOW)
    before = session(products=("serum",))
    store.put_session(before, NOW)
    store.put_session(dataclasses.replace(before, notes="x"), NOW)
    ((text,),) = look("SELECT what FROM session_versions ORDER BY number DESC LIMIT 1")
    assert json.loads(text) == {
        "id": OURS,
        "date": "2026-03-02",
        "device": "pen",
        "needle_depth_mm": 1.5,
        "areas": ["face"],
        "products": ["serum"],
    }
