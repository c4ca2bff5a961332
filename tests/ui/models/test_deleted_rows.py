"""Deleted items in words: what, when, and the days that are left of thirty."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery_tracker.domain.kept import Deleted
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Photo
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.models.deleted_rows import deleted_rows
from tests.builders import DAY_0, date_of, session

NOW = dt.datetime(2026, 3, 10, 20, 0, tzinfo=dt.UTC)
DIARY = Snapshot(today=NOW.date(), profile=Profile(), sessions=(session(),))


@pytest.mark.parametrize(
    ("ago", "waits"),
    [
        (dt.timedelta(), "Deleted 10 Mar 2026, 30 days left"),
        (dt.timedelta(minutes=1), "Deleted 10 Mar 2026, 30 days left"),
        (dt.timedelta(days=1), "Deleted 9 Mar 2026, 29 days left"),
        (dt.timedelta(days=29, hours=1), "Deleted 9 Feb 2026, 1 day left"),
        (dt.timedelta(days=30), "Deleted 8 Feb 2026, goes today"),
        (dt.timedelta(days=31), "Deleted 7 Feb 2026, goes today"),
    ],
)
def test_the_days_left_are_counted_up(ago: dt.timedelta, waits: str) -> None:
    (row,) = deleted_rows([Deleted("entry", session().id, date_of(2), NOW - ago)], DIARY, NOW)
    assert row.waits == waits


def test_the_date_is_the_one_where_the_patient_is() -> None:
    zone = dt.timezone(dt.timedelta(hours=5))
    gone = Deleted("entry", session().id, date_of(2), NOW)
    (row,) = deleted_rows([gone], DIARY, NOW.astimezone(zone))
    assert row.waits == "Deleted 11 Mar 2026, 30 days left"


@pytest.mark.parametrize(
    ("gone", "what"),
    [
        (Deleted("session", "gone", DAY_0, NOW), "Session of 2 Mar 2026"),
        (
            Deleted("entry", session().id, date_of(-3), NOW),
            "Entry of 27 Feb 2026 · Day −3 · Session 1",
        ),
        (
            Deleted("photo", session().id, DAY_0, NOW, Photo(DAY_0, "front", "0" * 64)),
            "Photo of 2 Mar 2026 · Front · Day 0 · Session 1",
        ),
    ],
)
def test_an_item_says_where_it_belonged(gone: Deleted, what: str) -> None:
    assert deleted_rows([gone], DIARY, NOW)[0].what == what
