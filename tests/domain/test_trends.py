"""How a recovery went: lines, gaps, milestones and completeness."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.trends import (
    Completeness,
    Milestones,
    Point,
    Verdict,
    compare,
    completeness,
    milestones,
    none_from,
    series,
    session_line,
    sums,
)
from tests.builders import NO_PROFILE, build, daily, date_of

NOON = dt.time(12, tzinfo=dt.UTC)


def at(day: int, hours: float = 0) -> dt.datetime:
    """Noon of a day, and some hours."""
    return dt.datetime.combine(date_of(day), NOON) + dt.timedelta(hours=hours)


def rated(symptom: str, grades: dict[int, int | None]) -> dict[int, dict[str, Any]]:
    return {day: {symptom: grade, "pus": False} for day, grade in grades.items()}


def test_missing_days_and_ratings_are_gaps_and_baseline_is_left_out():
    recovery = build(rated("redness", {-1: 4, 0: 3, 1: None, 3: 0}))
    assert series(recovery, "redness") == (
        Point(0, 3),
        Point(1, None),
        Point(2, None),
        Point(3, 0),
    )
    assert series(build(), "redness") == ()


def test_the_sum_has_no_point_until_all_eight_are_answered():
    recovery = build({0: daily(redness=2, pain=1), 1: daily(itching=None)})
    assert sums(recovery) == (Point(0, 3), Point(1, None))


@pytest.mark.parametrize(
    ("symptom", "grades", "words"),
    [
        ("redness", {4: None}, "not recorded"),
        ("redness", {3: 1}, "not recorded"),
        ("redness", {4: 3}, "above usual"),
        ("redness", {4: 2}, "in the usual range"),
        ("flaking", {4: 2}, "usual peak"),
        ("flaking", {4: 1}, "in the usual range"),
        ("redness", {2: 1, 3: 0, 4: 0}, "none since day 3"),
        ("redness", {2: 1, 4: 0}, "in the usual range"),
        ("redness", {0: 0, 2: 0, 3: None, 4: 0}, "none since day 0"),
        ("redness", {-1: 0, 4: 0}, "in the usual range"),
    ],
)
def test_verdict_words(symptom: str, grades: dict[int, int | None], words: str):
    recovery = build(rated(symptom, grades))
    assert compare(recovery, symptom, date_of(4), NO_PROFILE).words == words


def test_a_long_silence_is_not_part_of_a_row_of_none():
    recovery = build(rated("pain", {3: 0, 12: 0, 13: 0}))
    found = compare(recovery, "pain", date_of(13), NO_PROFILE)
    assert (found.verdict, found.since) == (Verdict.NONE_SINCE, 12)


def test_the_range_is_the_one_of_the_patient():
    recovery = build(rated("redness", {5: 2}))
    profile = Profile(skin_conditions=("rosacea",))
    assert compare(recovery, "redness", date_of(5), NO_PROFILE).verdict is Verdict.ABOVE
    assert compare(recovery, "redness", date_of(5), profile).verdict is Verdict.IN_RANGE


@pytest.mark.parametrize(("symptom", "day"), [("redness", -1), ("x_1f00c3ab", 4)])
def test_without_a_range_there_is_no_verdict(symptom: str, day: int):
    found = compare(build({day: {symptom: 2}}), symptom, date_of(day), NO_PROFILE)
    assert (found.verdict, found.words) == (Verdict.NO_RANGE, "")


@pytest.mark.parametrize(
    ("days", "today", "logged", "due"),
    [
        ([], 0, 0, 1),
        ([0, 1, 3], 4, 3, 5),
        ([-2, 0, 1], 1, 2, 2),
        ([0, 14, 16, 23], 40, 4, 17),  # after day 14 a missing day is not due
        ([0, 5], 3, 1, 4),  # as of day 3
    ],
)
def test_completeness(days: list[int], today: int, logged: int, due: int):
    found = completeness(build({day: {"redness": 1} for day in days}), date_of(today))
    assert (found.logged, found.due) == (logged, due)


def test_late_and_changed_entries_are_counted_apart():
    recovery = build(
        {
            0: {"redness": 1, "entered_at": at(0), "changed_at": at(0, 1)},
            1: {"redness": 1, "entered_at": at(1), "changed_at": at(9)},
            2: {"redness": 1, "entered_at": at(9), "changed_at": at(10)},
            3: {"redness": 1},
        }
    )
    assert completeness(recovery, date_of(9)) == Completeness(logged=4, due=10, late=1, changed=1)


def test_milestones():
    recovery = build(
        {
            -1: daily(redness=4, pain=4),
            0: daily(redness=3, pain=2),
            1: daily(redness=1, pain=1, flaking=3),
            2: daily(redness=2, flaking=3),
            4: daily(redness=1, flaking=1),
            5: daily(redness=1, itching=None),
            6: daily(),
            7: daily(),
        }
    )
    assert milestones(recovery) == Milestones(
        redness_mild_from=4,
        highest_sum=5,
        highest_sum_days=(0, 1, 2),
        flaking_first=1,
        flaking_peak=3,
        flaking_peak_day=1,
        flaking_last=4,
        pain_days=2,
        pain_rated=7,
        none_from=6,
    )
    assert milestones(build()) == Milestones()


def test_days_of_pain_are_not_counted_where_pain_was_never_rated():
    assert milestones(build(rated("redness", {0: 1, 1: 2}))).pain_days is None
    assert milestones(build(rated("pain", {0: 0, 1: None}))).pain_days == 0


def test_redness_that_rose_again_is_mild_from_the_later_day():
    assert milestones(build(rated("redness", {0: 1, 1: 2, 2: 1, 4: 0}))).redness_mild_from == 2


def test_redness_that_is_still_above_mild_has_no_milestone():
    assert milestones(build(rated("redness", {0: 1, 1: 2}))).redness_mild_from is None


@pytest.mark.parametrize(
    ("entries", "day"),
    [
        ({0: daily(), 3: daily(pain=1), 5: daily()}, 5),
        ({0: daily(), 3: daily(bleeding=1)}, None),
        ({5: daily(itching=None)}, None),  # a blank is no "none"
        ({5: daily(itching=None), 6: {"itching": 0}}, 5),
        ({5: daily(), 6: {"notes": "well"}}, 5),
        ({5: daily(x_1f00c3ab=2)}, None),
    ],
)
def test_none_from(entries: dict[int, dict[str, Any]], day: int | None):
    assert none_from(build(entries)) == day


def test_the_line_of_a_session():
    few = {0: daily(), 1: daily()}
    assert session_line(build(few)) == "Not enough entries to say."
    assert session_line(build(few | {2: daily(pain=1), 7: daily()})) == (
        "None recorded for any symptom from day 7"
    )
    assert session_line(build(few | {2: daily(pain=1)})) == ""
