"""What is written is never said to have failed, whatever becomes of the answer to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator
from contextlib import contextmanager

import pytest

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.errors import KeptUnread, StorageProblem
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Log
from recovery_tracker.journal import Journal
from tests.builders import build, daily, date_of, session

CHANGES: dict[str, Callable[[Journal], object]] = {
    "rate": lambda journal: journal.rate(session().id, date_of(4), "redness", 2),
    "profile": lambda journal: journal.change_profile(Profile(name="Alex")),
    "undo": Journal.undo,
    "import": lambda journal: journal.merge(Log(recoveries=(build({1: daily(redness=1)}),))),
}


def broken(*_given: object) -> object:
    raise StorageProblem("The disk does not answer. Try again.")


def break_after_writing(store: SqliteStore, patched: pytest.MonkeyPatch) -> None:
    """Let nothing be read any more once something was written."""
    transaction, put_profile = store.transaction, store.put_profile

    def stop() -> None:
        for reading in ("recovery", "sessions"):
            patched.setattr(store, reading, broken)

    @contextmanager
    def then_stop(*, wait: bool = True) -> Generator[None]:
        with transaction(wait=wait):
            yield
        stop()

    def put_and_stop(profile: Profile, at: dt.datetime) -> None:
        put_profile(profile, at)
        stop()

    patched.setattr(store, "transaction", then_stop)
    patched.setattr(store, "put_profile", put_and_stop)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_that_is_written_is_said_to_be_kept(
    journal: Journal,
    store: SqliteStore,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Journal], object],
) -> None:
    journal.rate(session().id, date_of(3), "flaking", 1)
    before = journal.log()
    with monkeypatch.context() as patched:
        break_after_writing(store, patched)
        with pytest.raises(KeptUnread) as said:
            change(journal)
    assert said.value.sentence == (
        "Your change is kept, but it cannot be shown yet. Close the program and start it again."
    )
    journal.refresh()
    assert journal.log() != before


def test_what_is_not_written_is_no_change(
    journal: Journal, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "change_entry", broken)
    with pytest.raises(StorageProblem) as said:
        journal.rate(session().id, date_of(4), "redness", 2)
    assert not isinstance(said.value, KeptUnread)


def test_a_warning_is_shown_though_it_cannot_be_kept_that_it_was(
    journal: Journal, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(store, "keep_shown", broken)
        shown = journal.mark(session().id, date_of(4), "pus", True)
    assert shown.active
    assert store.shown(session().id) == ()
    journal.rate(session().id, date_of(4), "redness", 2)
    assert {kept.rule for kept in store.shown(session().id)} >= {shown.active[0].rule}
