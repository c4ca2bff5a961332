"""When a reminder comes: cases, and for every zone at most one on a date."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.reminder import (
    CHECK_DAYS,
    LAST_STORY_DAY,
    Reminder,
    Story,
    next_reminder,
    reminder_on,
    settled_words,
)
from recovery_tracker.domain.reminder_time import is_time, next_look
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import Level
from tests.builders import DAY_0, build, daily, date_of, warning

EIGHT_PM = dt.time(20)
OTHER = "00000000-0000-4000-8000-000000000002"
RED = daily(redness=2)
DONE = {"done_at": dt.datetime(2026, 3, 6, 20, tzinfo=dt.UTC)}
SETTLED = {0: RED, 7: daily(), 8: daily()}


def days_reminded(recovery: Recovery, *warnings: Any, last: int = 120) -> list[int]:
    """The days on which someone is reminded whose computer is always on."""
    story, reminded, days = Story(recovery, warnings), None, []
    for day in range(-20, last):
        found = reminder_on([story], [recovery.session], date_of(day), reminded)
        if found is not None:
            assert found.day == day
            days.append(day)
            reminded = date_of(day)
    return days


# Which days ------------------------------------------------------------------------------------


def test_every_day_to_day_14_then_once_a_week_until_the_story_ends() -> None:
    assert days_reminded(build({0: {"redness": 2}})) == [-1, *range(15), *range(21, 85, 7)]


def test_settled_leaves_the_three_checks() -> None:
    assert days_reminded(build(SETTLED))[-3:] == list(CHECK_DAYS)
    assert [day for day in days_reminded(build(SETTLED)) if day > 6] == list(CHECK_DAYS)


def test_a_warning_keeps_the_days_coming_to_day_28() -> None:
    days = days_reminded(build({0: RED}), warning(level=Level.WATCH, by=None))
    assert days == [-1, *range(1, 29), *range(35, 85, 7)]


def test_a_contact_without_an_entry_since_asks_a_day_later() -> None:
    noted = warning(day=31, last_date=date_of(31))
    days = days_reminded(build({0: RED, 31: daily(lumps=True)}), noted)
    assert [day for day in days if 28 < day < 42] == [32, 35]
    answered = build({0: RED, 31: daily(lumps=True), 32: daily()})
    assert [day for day in days_reminded(answered, noted) if 28 < day < 42] == [35]


@pytest.mark.parametrize(
    ("entry", "reminded"),
    [
        (None, True),
        ({"redness": 2}, True),  # begun, not finished
        (daily(pus=None), True),
        (daily(), False),  # all sixteen answers
        (DONE, False),  # "Done for today", with whatever is missing
        ({"notes": "nothing much"}, True),
    ],
)
def test_a_logged_day_is_silent(entry: dict[str, Any] | None, reminded: bool) -> None:
    recovery = build({0: RED, **({4: entry} if entry else {})})
    found = reminder_on([Story(recovery)], [recovery.session], date_of(4))
    assert (found is not None) is reminded


@pytest.mark.parametrize(
    ("entries", "reminded"), [({}, True), ({-9: {"redness": 0}}, False), ({-1: DONE}, False)]
)
def test_the_eve_of_a_planned_session_asks_for_a_baseline(
    entries: dict[int, dict[str, Any]], reminded: bool
) -> None:
    assert (-1 in days_reminded(build(entries))) is reminded


def test_a_check_missed_with_the_computer_off_comes_in_the_week_after_once() -> None:
    recovery = build(SETTLED)
    story, sessions = Story(recovery), [recovery.session]
    assert reminder_on([story], sessions, date_of(20)) is None
    late = reminder_on([story], sessions, date_of(26), date_of(6))
    assert late == Reminder(recovery.session.id, date_of(26), 26, check=True)
    assert reminder_on([story], sessions, date_of(27), date_of(26)) is None
    assert reminder_on([story], sessions, date_of(28), date_of(6)) is None
    logged = Story(build({**SETTLED, 22: daily()}))
    assert reminder_on([logged], sessions, date_of(26)) is None


def test_the_newest_session_speaks_first_and_ends_the_one_before() -> None:
    old = build({0: RED})
    new = build({}, id=OTHER, date=date_of(10))
    stories, sessions = [Story(old), Story(new)], [old.session, new.session]
    found = reminder_on(stories, sessions, date_of(12))
    assert found is not None
    assert (found.session_id, found.day) == (OTHER, 2)
    before = reminder_on(stories, sessions, date_of(5))
    assert before is not None
    assert before.day == 5
    done = build({2: DONE}, id=OTHER, date=date_of(10))
    assert reminder_on([Story(old), Story(done)], sessions, date_of(12)) is None


def test_sessions_on_other_skin_each_ask_until_they_are_logged() -> None:
    face, hands = build({12: daily()}), build({}, id=OTHER, date=date_of(10), areas=("hands",))
    stories, sessions = [Story(face), Story(hands)], [face.session, hands.session]
    found = reminder_on(stories, sessions, date_of(11))
    assert found is not None
    assert found.session_id == OTHER
    stories[1] = Story(build({1: daily()}, id=OTHER, date=date_of(10), areas=("hands",)))
    found = reminder_on(stories, sessions, date_of(11))
    assert found is not None
    assert found.day == 11


def test_an_archived_session_is_silent() -> None:
    recovery = build({0: RED}, archived=True)
    assert days_reminded(recovery) == []


def test_without_a_session_there_is_nothing_to_come() -> None:
    now = dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC)
    assert next_reminder([], [], now, EIGHT_PM) is None


# Words -----------------------------------------------------------------------------------------


@given(st.integers(-1, LAST_STORY_DAY), st.booleans())
def test_the_words_name_no_symptom(day: int, check: bool) -> None:
    text = Reminder("", date_of(day), day, check).text.lower()
    named = [one.label.lower() for one in (*SYMPTOM_BY_CODE.values(), *SIGN_BY_CODE.values())]
    assert not [name for name in (*named, "lump", "sore", "patch", "treat") if name in text]


def test_words() -> None:
    assert Reminder("", date_of(4), 4).text == "Day 4: thirty seconds for your skin?"
    assert Reminder("", date_of(-1), -1).text == "Tomorrow is day 0: thirty seconds for your skin?"
    assert Reminder("", date_of(21), 21, True).question == "Any new lump, sore or dark patch?"
    assert Reminder("", date_of(4), 4).question == ""
    assert settled_words(7, reminded=True) == (
        "You have logged none for every symptom since day 7. Reminders now come on days 21, 42 "
        "and 75 only. You can still log."
    )
    assert "Reminder" not in settled_words(7, reminded=False)


# The moment --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hour", "reminded_on", "expected"),
    [
        (9, None, (4, 20)),
        (9, 3, (4, 20)),
        (21, 3, (4, 21)),  # the computer was off at eight
        (21, 4, (5, 20)),
        (9, 4, (5, 20)),
        (9, 5, (6, 20)),  # flown west over midnight: the next day was reminded of already
        (9, 40, (4, 20)),  # a clock that was wrong
    ],
)
def test_the_next_moment(hour: int, reminded_on: int | None, expected: tuple[int, int]) -> None:
    recovery = build({0: RED})
    now = dt.datetime.combine(date_of(4), dt.time(hour), tzinfo=dt.UTC)
    told = None if reminded_on is None else date_of(reminded_on)
    found = next_reminder([Story(recovery)], [recovery.session], now, EIGHT_PM, told)
    assert found is not None
    day, at = expected
    assert found[0] == dt.datetime.combine(date_of(day), dt.time(at), tzinfo=dt.UTC)
    assert found[1].day == day


def test_the_next_moment_passes_what_is_logged() -> None:
    recovery = build({**SETTLED, 9: daily()})
    now = dt.datetime.combine(date_of(9), dt.time(9), tzinfo=dt.UTC)
    found = next_reminder([Story(recovery)], [recovery.session], now, EIGHT_PM)
    assert found is not None
    assert found[0].date() == date_of(21)
    after = replace(recovery.session, date=DAY_0 - dt.timedelta(days=200))
    old = Recovery(after, ())
    assert next_reminder([Story(old)], [after], now, EIGHT_PM) is None


zones = st.sampled_from(
    sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})
    or ["UTC"]  # a system without time zones
)
moments = st.integers(0, 35 * 365 * 24 * 60).map(
    lambda minutes: dt.datetime(2000, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
)
chosen = st.times().map(lambda at: at.replace(fold=0))  # nobody can choose the second 02:30
MOST_WAIT = dt.timedelta(minutes=15)


def lived(
    start: dt.datetime, zone: dt.tzinfo, at: dt.time, hours: int, *, fixed: bool
) -> list[dt.datetime]:
    """The local moments at which someone who waits as the program does is told to look.

    ``fixed``: the clock gives the offset of the moment only, as Python's local time does.
    """
    told: list[dt.datetime] = []
    looked: dt.date | None = None
    moment = start
    while moment < start + dt.timedelta(hours=hours):
        now = moment.astimezone(zone)
        if fixed:
            now = now.replace(tzinfo=dt.timezone(now.utcoffset() or dt.timedelta()), fold=0)
        if is_time(now, at, looked):
            told.append(moment.astimezone(zone))
            looked = now.date()
        left = next_look(now, at, looked).astimezone(dt.UTC) - moment
        assert left >= dt.timedelta(0)
        moment += min(max(left, dt.timedelta(seconds=1)), MOST_WAIT)
    return told


@given(start=moments, name=zones, at=chosen, fixed=st.booleans())
def test_in_every_zone_at_most_once_a_date_and_not_too_early(
    start: dt.datetime, name: str, at: dt.time, fixed: bool
) -> None:
    at = at.replace(second=0, microsecond=0)
    told = lived(start, zoneinfo.ZoneInfo(name), at, 72, fixed=fixed)
    dates = [moment.date() for moment in told]
    assert len(dates) == len(set(dates))
    assert dates == sorted(dates)
    assert all(moment.time() >= at for moment in told)
    assert len(told) >= 2  # three days have two evenings, whatever the clock does


@pytest.mark.parametrize("fixed", [True, False])
@pytest.mark.parametrize(
    ("zone", "date", "at"),
    [
        ("Europe/Berlin", "2026-10-25", "02:30"),  # comes twice
        ("Europe/Berlin", "2026-03-29", "02:30"),  # does not come
        ("America/Havana", "2026-11-01", "00:30"),
        ("America/Santiago", "2026-04-04", "23:30"),  # twice, over midnight
        ("Australia/Lord_Howe", "2026-04-05", "01:45"),  # half an hour
        ("Europe/London", "2026-10-25", "20:00"),
    ],
)
def test_the_hour_that_comes_twice_or_not_at_all(
    zone: str, date: str, at: str, fixed: bool
) -> None:
    here = zoneinfo.ZoneInfo(zone)
    day = dt.date.fromisoformat(date)
    start = dt.datetime.combine(day, dt.time(), tzinfo=here).astimezone(dt.UTC)
    time = dt.time.fromisoformat(at)
    told = [m for m in lived(start, here, time, 24, fixed=fixed) if m.date() == day]
    assert len(told) == 1
    exact = dt.datetime.combine(day, time)
    late = told[0].replace(tzinfo=None) - exact
    assert dt.timedelta(0) <= late <= dt.timedelta(minutes=45)


def test_a_flight_west_does_not_remind_twice() -> None:
    tokyo, honolulu = zoneinfo.ZoneInfo("Asia/Tokyo"), zoneinfo.ZoneInfo("Pacific/Honolulu")
    told_at = dt.datetime(2026, 3, 7, 20, 0, tzinfo=tokyo)
    assert is_time(told_at, EIGHT_PM, dt.date(2026, 3, 6))
    landed = told_at.astimezone(honolulu).replace(hour=21)
    assert landed.date() == dt.date(2026, 3, 7)
    assert not is_time(landed, EIGHT_PM, dt.date(2026, 3, 7))
    west = landed - dt.timedelta(days=1)
    assert not is_time(west, EIGHT_PM, dt.date(2026, 3, 7))


@pytest.mark.long
@given(start=moments, name=zones, at=chosen, fixed=st.booleans())
def test_in_every_zone_over_a_year(start: dt.datetime, name: str, at: dt.time, fixed: bool) -> None:
    at = at.replace(second=0, microsecond=0)
    told = lived(start, zoneinfo.ZoneInfo(name), at, 24 * 370, fixed=fixed)
    dates = [moment.date() for moment in told]
    assert len(dates) == len(set(dates))
    assert len(dates) >= 369
