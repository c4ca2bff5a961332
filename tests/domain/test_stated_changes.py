"""What changed between two versions of a session's facts or of the profile, word by word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.stated_changes import profile_changes, session_changes
from tests import strategies
from tests.builders import DAY_0, session


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"date": dt.date(2026, 3, 1)}, "Date of the treatment: 2 March 2026 to 1 March 2026"),
        ({"areas": ("cheeks", "nose")}, "Treated areas: Face to Cheeks and Nose"),
        ({"areas": ()}, "Treated areas: Face to not stated"),
        ({"needle_depth_mm": None}, "Needle depth: 1.5 mm to not stated"),
        ({"device": "roller"}, "Device: Pen to Roller"),
        ({"aggressive": True}, "Intensive treatment: not stated to yes"),
        ({"performed_by": "home"}, "Done by: not stated to Myself, at home"),
        ({"products": ("serum",)}, "Products used: not stated to serum"),
        ({"practitioner": "Dr Okafor"}, "Who treated you: “Dr Okafor”"),
        ({"archived": True}, "Put into the archive"),
    ],
)
def test_a_change_of_a_session_is_told_in_words(changed: dict[str, Any], line: str) -> None:
    assert session_changes(session(), session(**changed)) == (line,)


def test_a_session_comes_out_of_the_archive() -> None:
    assert session_changes(session(archived=True), session()) == ("Taken out of the archive",)


def test_a_first_version_of_a_session_tells_what_it_states() -> None:
    assert session_changes(None, Session("id", DAY_0, device="pen", notes="calm")) == (
        "Date of the treatment: 2 March 2026",
        "Device: Pen",
        "Notes about the treatment: “calm”",
    )
    assert session_changes(session(), None) == ()


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (Profile(), Profile(name="Alex"), "Name: “Alex”"),
        (Profile(skin_type="dry"), Profile(skin_type="oily"), "Skin type: Dry to Oily"),
        (Profile(diabetes=False), Profile(diabetes=True), "Diabetes: no to yes"),
        (Profile(diabetes=False), Profile(), "Diabetes: no to not stated"),
        (Profile(), Profile(skin_tone=4), "Skin tone: not stated to 4"),
        (
            Profile(skin_conditions=("acne",)),
            Profile(skin_conditions=("eczema", "acne")),
            "Skin conditions: Acne to Eczema, now or before and Acne",
        ),
        (
            Profile(),
            Profile(appointment=dt.date(2026, 3, 20)),
            "Appointment: not stated to 20 March 2026",
        ),
        (
            Profile(dermatologist=Dermatologist(phone="1")),
            Profile(dermatologist=Dermatologist(phone="2")),
            "Phone number: “1” to “2”",
        ),
    ],
)
def test_a_change_of_the_profile_is_told_in_words(
    before: Profile, after: Profile, line: str
) -> None:
    assert profile_changes(before, after) == (line,)


def test_a_first_profile_tells_what_it_states() -> None:
    assert profile_changes(None, Profile(sensitive=False)) == ("Sensitive: no",)
    assert profile_changes(None, None) == ()


@given(strategies.profiles, strategies.profiles)
def test_every_field_of_the_profile_is_told(one: Profile, other: Profile) -> None:
    assert bool(profile_changes(one, other)) == (one != other)


@given(strategies.sessions, strategies.sessions)
def test_every_field_of_a_session_is_told(one: Session, other: Session) -> None:
    other = replace(other, id=one.id)
    assert bool(session_changes(one, other)) == (one != other)
