"""What a restore would change is counted and told."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from recovery_tracker.domain.log_changes import Count, compare, in_words
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Log
from tests.builders import act, build, date_of
from tests.strategies import logs

OTHER = "00000000-0000-4000-8000-000000000002"


def test_what_comes_changes_and_goes() -> None:
    before = Log(
        Profile(name="Ada"),
        recoveries=(build({0: {"redness": 1}, 1: {"redness": 2}, 2: {"pain": 1}}),),
    )
    after = Log(
        symptoms=(OwnItem("x_00000001", "Tingling"),),
        recoveries=(
            build({1: {"redness": 3}, 2: {"pain": 1}}, notes="x", acts=[act("pus", 1)]),
            build({5: {}}, id=OTHER, areas=("neck",)),
        ),
    )
    changes = compare(before, after)
    assert changes.sessions == Count(added=1, changed=1)
    assert changes.entries == Count(added=1, changed=1, gone=1)
    assert changes.last_entry == date_of(5)
    assert in_words(changes) == (
        "Comes back: 1 session, 1 entry, 1 act on a warning, 1 item of your own.",
        "Becomes what it was: 1 session, 1 entry.",
        "Is not in this backup and goes: 1 entry.",
        "What you stated about yourself becomes what it was.",
    )


@given(logs())
def test_a_diary_does_not_differ_from_itself(log: Log) -> None:
    changes = compare(log, log)
    assert not changes
    assert in_words(changes) == ("Nothing would change: this backup holds what the diary holds.",)


@given(logs(), logs())
def test_what_comes_one_way_goes_the_other(one: Log, other: Log) -> None:
    there, back = compare(one, other), compare(other, one)
    for name in ("sessions", "entries", "photos", "acts", "own_items"):
        forth, undone = getattr(there, name), getattr(back, name)
        assert (forth.added, forth.changed, forth.gone) == (
            undone.gone,
            undone.changed,
            undone.added,
        )
    assert bool(there) == bool(back)


def test_an_empty_diary_has_no_last_entry() -> None:
    assert compare(Log(), Log()).last_entry is None
    assert compare(Log(), Log(recoveries=(build({3: {}}),))).last_entry == dt.date(2026, 3, 5)
