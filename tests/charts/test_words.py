"""A chart says in words what it shows, and a table holds all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from recovery_tracker.charts.timeline import EarlierSession, Present
from recovery_tracker.charts.words import (
    conclusion,
    conclusions,
    direction,
    last_grade,
    small_name,
    sum_conclusion,
    sum_table,
    table,
    usual_up_to,
    verdict,
)
from recovery_tracker.domain.recovery import Recovery
from tests.builders import NO_PROFILE, build, daily, date_of

OWN = {"x_00000001": "Tingling"}


def course(symptom: str, *grades: int | None) -> Recovery:
    return build({day: {symptom: grade} for day, grade in enumerate(grades) if grade is not None})


def said(recovery: Recovery, symptom: str, day: int) -> str:
    return conclusion(recovery, symptom, NO_PROFILE, today=date_of(day), own_names=OWN)


def test_a_grade_within_its_range() -> None:
    assert said(course("redness", 3, 2, 2, 2, 1), "redness", 4) == (
        "Redness mild on day 4, within the usual range none to moderate. Falling since day 1."
    )


def test_a_grade_above_its_range() -> None:
    assert said(course("flaking", 0, 2), "flaking", 1) == (
        "Flaking moderate on day 1, above the usual range none to mild. Rising since day 1."
    )


def test_a_grade_of_another_day_keeps_its_day() -> None:
    text = said(course("redness", 2), "redness", 6)
    assert text == "Redness moderate on day 0, within the usual range none to severe."


def test_what_is_not_recorded_is_not_none() -> None:
    assert said(build({2: {"pain": 0}}), "redness", 2) == "Redness not recorded."


def test_own_symptoms_have_no_range() -> None:
    assert said(course("x_00000001", 1), "x_00000001", 0) == "Tingling mild on day 0."


def test_entries_after_today_are_not_told() -> None:
    assert "day 1," in said(course("redness", 2, 2, 1), "redness", 1)


def test_several_lines_are_told_one_after_the_other() -> None:
    recovery = build({0: {"redness": 2, "pain": 1}})
    text = conclusions(recovery, ["redness", "pain"], NO_PROFILE, today=date_of(0))
    assert text.startswith("Redness moderate on day 0")
    assert "Pain mild on day 0" in text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([(0, 2)], ""),
        ([(0, 2), (1, 2)], ""),
        ([(0, 2), (1, 2), (2, 2)], "Unchanged since day 0."),
        ([(0, 3), (1, 2), (2, 1)], "Falling since day 1."),
        ([(0, 3), (1, 2), (2, 2)], "Falling since day 1."),
        ([(0, 3), (1, 2), (2, 2), (3, 2)], "Unchanged since day 1."),
        ([(0, 2), (1, 3), (2, 1)], "Falling since day 2."),
        ([(0, 0), (1, 0), (2, 1), (3, 2)], "Rising since day 2."),
        ([(0, 1), (1, 0)], "Falling since day 1."),
        ([(0, 1), (1, 0), (2, 0)], "None since day 1."),
        ([(0, 3), (2, 2)], "Falling since day 2."),
        ([(0, 3), (3, 2)], ""),
        ([(0, 3), (1, 2), (5, 2), (6, 1)], "Falling since day 6."),
    ],
)
def test_direction(values: Sequence[tuple[int, int]], words: str) -> None:
    assert direction(values) == words


def test_the_end_of_a_line_names_its_day_unless_it_is_today() -> None:
    now = Present(4, begun=True, done=False)
    assert last_grade("Redness", [(3, 2), (4, 1)], now) == "Redness: mild"
    assert last_grade("Redness", [(3, 2)], now) == "Redness: moderate on day 3"
    assert last_grade("Redness", [], now) == "Redness: not recorded"


def test_the_usual_range_beside_a_small_chart() -> None:
    recovery = build({})
    assert usual_up_to(recovery, "redness", 4, NO_PROFILE) == "usual: up to moderate"
    assert usual_up_to(recovery, "redness", 13, NO_PROFILE) == "usual: none"
    assert usual_up_to(recovery, "x_00000001", 4, NO_PROFILE) == ""


@pytest.mark.parametrize(
    ("symptom", "grades", "words"),
    [
        ("redness", (2, 2, 1), "Mild, in the usual range"),
        ("flaking", (0, 0, 2), "Moderate, usual peak"),
        ("flaking", (0, 1, 3), "Severe, above usual"),
        ("swelling", (1, 0, 0), "None since day 1"),
        ("swelling", (1, 1, 0), "None, in the usual range"),
        ("redness", (2, 2, None), "Not recorded"),
        ("x_00000001", (2, 2, 3), "Severe"),
    ],
)
def test_verdict(symptom: str, grades: tuple[int | None, ...], words: str) -> None:
    recovery = course(symptom, *grades)
    assert verdict(recovery, symptom, NO_PROFILE, date=date_of(2)) == words


def test_a_small_chart_is_named_by_symptom_grade_and_verdict() -> None:
    recovery = course("flaking", 0, 0, 2)
    name = small_name(recovery, "flaking", NO_PROFILE, date=date_of(2))
    assert name == "Flaking, moderate, usual peak"


def test_a_sum_is_told_without_a_range() -> None:
    recovery = build({0: daily(redness=3, pain=2), 1: daily(redness=2), 2: {"redness": 1}})
    assert sum_conclusion(recovery, today=date_of(2)) == (
        "Sum of the eight ratings 2 of 32 on day 1. Falling since day 1."
    )
    assert sum_conclusion(build({0: {"redness": 1}}), today=date_of(0)) == (
        "No day has all eight answers yet."
    )


def test_the_table_holds_every_line() -> None:
    recovery = build({0: {"redness": 2, "flaking": 0}, 2: {"redness": 1}})
    past = EarlierSession(1, build({0: {"redness": 3}}, date=dt.date(2026, 1, 5)))
    found = table(
        recovery,
        ["redness", "flaking"],
        NO_PROFILE,
        today=date_of(2),
        earlier=[past],
        days=range(4),
    )
    assert found.header == (
        "Day",
        "Redness",
        "Flaking",
        "Usual range for redness",
        "Redness, Session 1",
    )
    assert found.rows == (
        ("0", "Moderate", "None", "none to severe", "Severe"),
        ("1", "Not recorded", "Not recorded", "none to moderate", "Not recorded"),
        ("2", "Mild", "Not recorded", "none to moderate", "Not recorded"),
        ("3", "", "", "none to moderate", "Not recorded"),
    )


def test_the_table_of_sums_tells_unanswered_from_to_come() -> None:
    recovery = build({0: daily(redness=2), 1: {"redness": 2}})
    past = EarlierSession(1, build({0: daily(pain=1)}, date=dt.date(2026, 1, 5)))
    found = sum_table(recovery, today=date_of(1), earlier=[past], days=range(3))
    assert found.header == ("Day", "This session", "Session 1")
    assert found.rows == (
        ("0", "2", "1"),
        ("1", "Not all eight answered", "Not all eight answered"),
        ("2", "", "Not all eight answered"),
    )
