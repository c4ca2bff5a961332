"""The calendar file, read back: local times, the same events again, nothing personal unasked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from recovery_tracker.domain.errors import Refused, StorageProblem
from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.exchange.reminder_calendar import CalendarPlan, calendar_file, write_calendar
from tests.builders import DAY_0, date_of, session

ZONE = dt.timezone(dt.timedelta(hours=-5))
PERSON = Profile(
    name="Alex Sample",
    appointment=date_of(20),
    dermatologist=Dermatologist("Dr Okafor", "Harley Skin Clinic", "020 7946 0018"),
    questions="May I swim?",
)


def plan(day: int = 4, **fields: Any) -> CalendarPlan:
    plain: dict[str, Any] = {
        "session": session(practitioner="Dr Somebody", notes="after work"),
        "profile": PERSON,
        "at": dt.time(20, 30),
        "now": dt.datetime.combine(date_of(day), dt.time(23, 50), tzinfo=ZONE),
    }
    return CalendarPlan(**(plain | fields))


def events(made: CalendarPlan) -> list[Component]:
    calendar = Calendar.from_ical(calendar_file(made))
    assert str(calendar["version"]) == "2.0"
    return calendar.walk("VEVENT")


def starts(made: CalendarPlan) -> list[dt.date]:
    return [event.decoded("dtstart") for event in events(made)]


def at(day: int) -> dt.datetime:
    return dt.datetime.combine(date_of(day), dt.time(20, 30))


def test_every_evening_from_tomorrow_then_the_later_days_and_the_appointment() -> None:
    found = events(plan())
    assert [event.decoded("dtstart") for event in found] == [
        at(5),
        *(at(21), at(28), at(42), at(75)),
        date_of(20),
    ]
    assert found[0]["rrule"].to_ical() == b"FREQ=DAILY;UNTIL=20260316T203000"
    assert [str(event["summary"]) for event in found] == [
        "Thirty seconds for your skin?",
        *(f"Day {n}: thirty seconds for your skin?" for n in (21, 28, 42, 75)),
        "Appointment",
    ]
    assert all(event.walk("VALARM") for event in found)


def test_times_are_local_wherever_the_phone_is() -> None:
    content = calendar_file(plan()).decode()
    assert "DTSTART:20260307T203000\r\n" in content
    assert "TZID" not in content
    assert "DTSTART;VALUE=DATE:20260322\r\n" in content


def test_nothing_personal_unless_it_is_asked_for() -> None:
    words = ("Alex", "Okafor", "Harley", "7946", "Recovery", "swim", "Somebody", "after work")
    plain = calendar_file(plan()).decode().replace("PRODID:-//Recovery Tracker", "")
    assert not [word for word in words if word in plain]
    named = calendar_file(plan(names=True)).decode().replace("\r\n ", "")
    assert "SUMMARY:Appointment: Dr Okafor\\, Harley Skin Clinic" in named
    assert "Recovery Tracker: session of 2 March" in named
    assert not [word for word in ("Alex", "7946", "swim", "Somebody") if word in named]


def test_a_later_file_replaces_the_earlier_one() -> None:
    first, later = events(plan(4)), events(plan(9, at=dt.time(8)))
    assert [str(event["uid"]) for event in first] == [str(event["uid"]) for event in later]
    assert len({str(event["uid"]) for event in first}) == len(first)
    assert all(new["sequence"] > old["sequence"] for new, old in zip(later, first, strict=True))
    other = events(plan(4, session=session(id="00000000-0000-4000-8000-000000000002")))
    assert not {str(e["uid"]) for e in first} & {str(e["uid"]) for e in other}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (-3, [at(0), at(21), at(28), at(42), at(75)]),
        (13, [at(14), at(21), at(28), at(42), at(75)]),
        (14, [at(21), at(28), at(42), at(75)]),
        (42, [at(75)]),
    ],
)
def test_what_has_passed_is_left_out(day: int, expected: list[dt.date]) -> None:
    assert starts(plan(day, profile=Profile())) == expected


def test_with_nothing_ahead_it_says_so() -> None:
    with pytest.raises(Refused, match="day 75"):
        calendar_file(plan(75, profile=replace(PERSON, appointment=date_of(74))))
    assert starts(plan(75, profile=replace(PERSON, appointment=date_of(75)))) == [date_of(75)]


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_calendar(plan(), tmp_path / "phone.ics")
    assert (tmp_path / "phone.ics").read_bytes() == calendar_file(plan())
    with pytest.raises(StorageProblem):
        write_calendar(plan(), tmp_path / "no folder" / "phone.ics")
    with pytest.raises(Refused):
        write_calendar(plan(80, profile=Profile()), tmp_path / "none.ics")
    assert [file.name for file in tmp_path.iterdir()] == ["phone.ics"]


@given(
    name=st.text(max_size=80), clinic=st.text(max_size=80), day=st.integers(-60, 74), at=st.times()
)
def test_whatever_is_written_in_the_profile_comes_back(
    name: str, clinic: str, day: int, at: dt.time
) -> None:
    printable = (
        "".join(c for c in name if c.isprintable()),
        "".join(c for c in clinic if c.isprintable()),
    )
    made = plan(
        day,
        at=at.replace(second=0, microsecond=0, tzinfo=None),
        names=True,
        profile=Profile(
            appointment=DAY_0 + dt.timedelta(days=200), dermatologist=Dermatologist(*printable)
        ),
    )
    found = events(made)
    named = ", ".join(part for part in printable if part)
    assert str(found[-1]["summary"]) == (f"Appointment: {named}" if named else "Appointment")
    assert all(len(line) <= 75 for line in calendar_file(made).split(b"\r\n"))
