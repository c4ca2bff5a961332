"""What the window says of the reminder, on a built diary."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.reminder import Story
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.models.course_status import course_status
from recovery_tracker.ui.models.reminder_stories import stories
from recovery_tracker.ui.models.reminder_words import next_words
from recovery_tracker.ui.preferences import Preferences
from tests.builders import build, daily, date_of, session

SETTLED: dict[int, dict[str, Any]] = {0: daily(redness=2), 7: daily(), 8: daily()}


def snapshot(entries: dict[int, dict[str, Any]], day: int) -> Snapshot:
    recovery = build(entries)
    return Snapshot(
        today=date_of(day), profile=Profile(), sessions=(recovery.session,), recovery=recovery
    )


def now(day: int, hour: int = 9) -> dt.datetime:
    return dt.datetime.combine(date_of(day), dt.time(hour), tzinfo=dt.UTC)


def said(entries: dict[int, dict[str, Any]], day: int, hour: int = 9) -> str:
    shown = snapshot(entries, day)
    assert shown.recovery is not None
    return next_words((Story(shown.recovery),), shown, now(day, hour))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (9, "Next: Monday 23 March."),
        (20, "Next: tomorrow."),
        (21, "Next: today."),
        (100, "None is due: no session asks for one."),
    ],
)
def test_the_next_reminder(preferences: Preferences, day: int, words: str) -> None:
    assert said(SETTLED, day) == ""
    preferences.put("reminder", True)
    assert said(SETTLED, day) == words


def test_what_was_reminded_of_today_is_not_due_again(preferences: Preferences) -> None:
    preferences.put("reminder", True)
    preferences.put("reminded_on", date_of(4).isoformat())
    assert said({0: daily(redness=2)}, 4) == "Next: tomorrow."
    preferences.put("reminded_on", "2026-99-99")
    assert said({0: daily(redness=2)}, 4) == "Next: today."


def test_the_recovery_page_says_what_follows_from_having_logged_none(
    preferences: Preferences,
) -> None:
    shown = snapshot(SETTLED, 12)
    assert shown.recovery is not None
    assert course_status(shown, shown.recovery).text == (
        "You have logged none for every symptom since day 7. You can still log."
    )
    preferences.put("reminder", True)
    status = course_status(shown, shown.recovery)
    assert status.title == "Day 12: nothing logged yet"
    assert "Reminders now come on days 21, 42 and 75 only." in status.text


def test_only_sessions_near_the_day_are_read() -> None:
    old = session(id="00000000-0000-4000-8000-000000000002", date=date_of(-200))
    planned = session(id="00000000-0000-4000-8000-000000000003", date=date_of(40))
    near = build({}, id="00000000-0000-4000-8000-000000000004", date=date_of(-30))
    shown = snapshot(SETTLED, 9)
    assert shown.recovery is not None
    whole = Snapshot(
        today=shown.today,
        profile=Profile(),
        sessions=(old, near.session, shown.recovery.session, planned),
        recovery=shown.recovery,
    )
    read: list[str] = []

    def reading(session_id: str) -> Any:
        read.append(session_id)
        return near

    found = stories(whole, whole.today, reading)
    assert read == [near.session.id]
    assert [story.recovery for story in found] == [near, shown.recovery]
