"""The versions as rows: newest first, each with its change, and what can be brought back."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.domain.kept import Version
from recovery_tracker.domain.profile import Profile
from recovery_tracker.ui.models.history_rows import entry_rows, moment, profile_rows, session_rows
from tests.builders import entry, session

T = dt.datetime(2026, 3, 3, 20, 5, tzinfo=dt.UTC)
ZONE = dt.timezone(dt.timedelta(hours=2))
FIRST, SECOND = entry(1, redness=1), entry(1, redness=2)


def after(minutes: int) -> dt.datetime:
    return T + dt.timedelta(minutes=minutes)


def test_each_version_says_what_it_changed_newest_first() -> None:
    rows = entry_rows(SECOND, (Version(after(9), FIRST), Version(T, None)), ZONE, {})
    assert [(row.heading, row.lines) for row in rows] == [
        ("Changed 3 March 2026, 22:14", ("Redness: Mild to Moderate",)),
        ("Entered 3 March 2026, 22:05", ("Redness: not recorded to Mild",)),
    ]
    assert [row.version for row in rows] == [None, FIRST]
    assert [row.is_now for row in rows] == [True, False]


def test_an_entry_that_went_away_and_came_back_says_so() -> None:
    versions = (Version(after(2), None), Version(after(1), FIRST), Version(T, None))
    rows = entry_rows(FIRST, versions, dt.UTC, {})
    assert [row.heading.split(" 3 ")[0] for row in rows] == [
        "Brought back",
        "Deleted or moved",
        "Entered",
    ]
    assert rows[1].lines == ()
    assert rows[1].version is None  # there is nothing to bring back of a deletion
    assert rows[2].version is None  # it stands already


def test_only_what_differs_from_now_is_offered() -> None:
    versions = (Version(after(2), SECOND), Version(after(1), FIRST), Version(T, None))
    rows = entry_rows(FIRST, versions, dt.UTC, {})
    assert [row.version for row in rows] == [None, SECOND, None]


def test_the_last_version_of_a_deleted_entry_can_be_brought_back() -> None:
    rows = entry_rows(None, (Version(after(1), FIRST), Version(T, None)), dt.UTC, {})
    assert rows[0].is_now
    assert rows[0].version is None
    assert rows[1].version == FIRST


def test_a_version_from_a_file_stands_apart_and_changes_nothing() -> None:
    theirs = entry(1, redness=4)
    versions = (Version(after(5), theirs, taken=False), Version(T, None))
    rows = entry_rows(FIRST, versions, dt.UTC, {})
    assert rows[0].heading == "From a file 3 March 2026, 20:10, not taken"
    assert rows[0].lines == ("Redness: Mild to Very severe",)
    assert rows[0].version == theirs
    assert not rows[0].is_now
    assert rows[1].lines == ("Redness: not recorded to Mild",)
    assert rows[1].is_now


def test_a_late_entry_says_so() -> None:
    late = entry(1, redness=1, entered_at=T + dt.timedelta(days=4))
    (row,) = entry_rows(late, (Version(T + dt.timedelta(days=4), None),), dt.UTC, {})
    assert row.heading == "Entered 7 March 2026, 20:05, more than 48 hours after its day"


def test_what_has_no_history_is_told_as_it_stands() -> None:
    (row,) = entry_rows(FIRST, (), dt.UTC, {})
    assert (row.heading, row.is_now, row.version) == ("As it stands", True, None)
    assert entry_rows(None, (), dt.UTC, {}) == ()


def test_a_session_and_the_profile_have_rows_too() -> None:
    rows = session_rows(session(notes="b"), (Version(T, session(notes="a")),), dt.UTC)
    assert rows[0].lines == ("Notes about the treatment: “a” to “b”",)
    rows = profile_rows(Profile(name="Al"), (Version(T, None),), dt.UTC)
    assert rows[0].lines == ("Name: “Al”",)
    assert profile_rows(Profile(), (), dt.UTC) == ()


def test_a_moment_is_told_where_the_patient_is() -> None:
    assert moment(dt.datetime(2026, 3, 3, 23, 30, tzinfo=dt.UTC), ZONE) == "4 March 2026, 01:30"
