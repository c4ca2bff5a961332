"""Everything a patient does can be taken back, and done again."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.errors import Refused
from recovery_tracker.domain.profile import Dermatologist
from recovery_tracker.domain.recovery import Log, Photo, Recovery
from recovery_tracker.journal import Journal
from recovery_tracker.journal.changes import MOST_UNDONE
from tests.builders import build, date_of, session
from tests.clock import Clock

SESSION = session().id
PICTURE = b"a picture"
PHOTO = Photo(date_of(3), "front", hashlib.sha256(PICTURE).hexdigest(), "day 3")
OTHER = session(id="other", date=date_of(-40))

ACTIONS: dict[str, Callable[[Journal], object]] = {
    "rate": lambda j: j.rate(SESSION, date_of(3), "redness", 3),
    "rate anew": lambda j: j.rate(SESSION, date_of(5), "redness", 3),
    "mark": lambda j: j.mark(SESSION, date_of(5), "fever", True),
    "none of these": lambda j: j.answer_none_of_these(SESSION, date_of(5)),
    "care": lambda j: j.tick(SESSION, date_of(5), "sun", ticked=True),
    "note": lambda j: j.write(SESSION, date_of(5), "notes", "sore"),
    "same as yesterday": lambda j: j.same_as_yesterday(SESSION, date_of(6)),
    "rest": lambda j: j.set_rest_to_none(SESSION, date_of(5)),
    "done": lambda j: j.finish(SESSION, date_of(5)),
    "delete entry": lambda j: j.delete_entry(SESSION, date_of(5)),
    "move entry": lambda j: j.move_entry(SESSION, date_of(5), date_of(7)),
    "add session": lambda j: j.add_session(session(id="third", date=date_of(-90))),
    "change session": lambda j: j.change_session(session(notes="left side", date=date_of(1))),
    "archive": lambda j: j.archive_session(SESSION),
    "delete session": lambda j: j.delete_session(SESSION),
    "profile": lambda j: j.change_profile(
        replace(j.snapshot().profile, dermatologist=Dermatologist(phone="1"))
    ),
    "own symptom": lambda j: j.add_own_item("symptom", "Tingling"),
    "act": lambda j: j.act(SESSION, "severe_redness", "seen"),
    "import a photo": lambda j: j.merge(
        Log(recoveries=(replace(build(), photos=(PHOTO,)),)),
        pictures=lambda name: (PICTURE, b"small"),
    ),
    "import": lambda j: j.merge(Log(recoveries=(build({1: {"pain": 2}}, id="new", areas=()),))),
}


def state(journal: Journal) -> tuple[object, ...]:
    """What the diary says, but for when it was written."""

    def timeless(recovery: Recovery) -> Recovery:
        entries = tuple(replace(e, changed_at=None) for e in recovery.entries)
        return replace(recovery, entries=entries)

    log = journal.log()
    return (*(timeless(r) for r in log.recoveries), log.profile, log.symptoms, log.care_items)


@pytest.fixture
def lived_in(journal: Journal) -> Journal:
    journal.add_session(OTHER)
    journal.select(SESSION)
    journal.rate(SESSION, date_of(3), "redness", 2)
    journal.rate(SESSION, date_of(5), "redness", 2)
    return journal


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_and_redo(lived_in: Journal, clock: Clock, name: str) -> None:
    before = state(lived_in)
    clock.turn(minutes=1)
    ACTIONS[name](lived_in)
    after = state(lived_in)
    assert after != before
    label = lived_in.snapshot().undo
    assert label

    clock.turn(minutes=1)
    assert lived_in.undo().redo == label
    assert state(lived_in) == before
    clock.turn(minutes=1)
    assert lived_in.redo().undo == label
    assert state(lived_in) == after
    lived_in.undo()
    assert state(lived_in) == before


def test_all_of_it_backwards(lived_in: Journal) -> None:
    states = []
    for name in ("rate", "mark", "note", "add session", "profile", "own symptom", "delete session"):
        states.append(state(lived_in))
        ACTIONS[name](lived_in)
    for expected in reversed(states):
        lived_in.undo()
        assert state(lived_in) == expected


def test_the_last_hundred_changes_can_be_taken_back(lived_in: Journal) -> None:
    before = [state(lived_in)]
    for number in range(MOST_UNDONE + 1):
        lived_in.rate(SESSION, date_of(3), "pain", number % 4)
        if not number:
            before.append(state(lived_in))
    while lived_in.snapshot().undo:
        lived_in.undo()
    assert state(lived_in) == before[1]


def test_a_new_change_ends_redo(lived_in: Journal) -> None:
    lived_in.undo()
    assert lived_in.snapshot().redo
    lived_in.rate(SESSION, date_of(6), "pain", 1)
    assert not lived_in.snapshot().redo


def test_undo_never_overwrites_another_program_s_change(
    lived_in: Journal, store: SqliteStore, clock: Clock
) -> None:
    other = Journal(store, clock)
    other.rate(SESSION, date_of(5), "redness", 4)

    with pytest.raises(Refused, match="changed elsewhere"):
        lived_in.undo()
    entry = lived_in.recovery(SESSION).entry(date_of(5))
    assert entry is not None
    assert entry.scores["redness"] == 4
    lived_in.undo()  # what came before it can still be taken back
    assert lived_in.recovery(SESSION).entry(date_of(3)) is None


def test_an_import_is_taken_back_as_a_whole_or_not_at_all(lived_in: Journal, clock: Clock) -> None:
    """Days that were here, with what they said before, and days that were not."""
    before = state(lived_in)
    later = clock() + dt.timedelta(days=1)
    said: dict[int, dict[str, object]] = {3: {"pain": 4, "changed_at": later}, 4: {"pain": 1}}
    lived_in.merge(Log(recoveries=(build(said), build({0: {"pain": 1}}, id="new", areas=()))))
    after = state(lived_in)
    assert after != before
    lived_in.undo()
    assert state(lived_in) == before
    lived_in.redo()
    assert state(lived_in) == after
    lived_in.rate(SESSION, date_of(4), "redness", 1)
    changed = state(lived_in)
    lived_in._stack.done.pop()  # as if another program had done it
    with pytest.raises(Refused, match="changed elsewhere"):
        lived_in.undo()
    assert state(lived_in) == changed


def test_nothing_to_undo_is_no_error(store: SqliteStore, clock: Clock) -> None:
    empty = Journal(store, clock)
    assert empty.undo().undo == ""
    assert empty.redo().redo == ""


def test_taking_back_an_import_lets_it_come_again(journal: Journal) -> None:
    coming = Log(recoveries=(build({1: {"pain": 2}}, id="new", areas=("neck",)),))
    assert journal.merge(coming).sessions_added == 1
    journal.undo()
    assert journal.deleted() == ()
    assert journal.merge(coming).sessions_added == 1
    assert journal.recovery("new").entries[0].scores == {"pain": 2}
