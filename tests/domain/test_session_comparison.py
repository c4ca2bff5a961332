"""A session beside earlier ones: every milestone in words, and what is missing said so."""

from __future__ import annotations

from typing import Any

import pytest

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.session_comparison import (
    NamedRecovery,
    alike,
    compared,
    days_named,
    in_words,
)
from tests.builders import build, daily, session

NOW = build(
    {
        0: daily(redness=3, pain=2),
        1: daily(redness=2, pain=1),
        2: daily(redness=1, flaking=1),
        4: daily(redness=1, flaking=2),
        5: daily(flaking=1),
        7: daily(),
    }
)
BEFORE = build(
    {
        0: daily(redness=3, swelling=2, pain=2),
        2: daily(redness=2, flaking=2),
        6: daily(redness=1, flaking=2),
    }
)


def named(recovery: Recovery) -> NamedRecovery:
    return NamedRecovery("Session 1", recovery)


def values(code: str, *recoveries: Recovery) -> tuple[str, ...]:
    rows = {row.code: row for row in compared(recoveries[0], [named(r) for r in recoveries[1:]])}
    return rows[code].values


@pytest.mark.parametrize(
    ("code", "now", "before"),
    [
        ("redness", "from day 2", "from day 6"),
        ("highest_sum", "5, day 0", "7, day 0"),
        ("flaking", "day 2 to day 5", "from day 2, still there on day 6"),
        ("most_flaking", "moderate, first on day 4", "moderate, first on day 2"),
        ("pain", "2 of 6 days logged", "1 of 3 days logged"),
        ("none", "from day 7", "not yet"),
    ],
)
def test_a_milestone_of_two_sessions(code: str, now: str, before: str) -> None:
    assert values(code, NOW, BEFORE) == (now, before)


@pytest.mark.parametrize(
    ("code", "entries", "value"),
    [
        ("redness", {0: {"redness": 2}}, "not yet"),
        ("redness", {-1: {"redness": 0}, 0: {"pain": 1}}, "not recorded"),
        ("highest_sum", {0: daily(pain=None)}, "not recorded"),
        ("flaking", {0: {"flaking": 0}}, "none"),
        ("flaking", {3: {"flaking": 1}, 4: {"flaking": 0}}, "day 3"),
        ("most_flaking", {0: {"flaking": 0}}, "none"),
        ("pain", {0: {"pain": 0}}, "0 of 1 day logged"),
        ("none", {0: {"pain": 0}}, "not yet"),
        ("none", {-1: daily()}, "not recorded"),
    ],
)
def test_a_milestone_that_was_not_reached_or_not_recorded(
    code: str, entries: dict[int, dict[str, Any]], value: str
) -> None:
    assert values(code, build(entries)) == (value,)


def test_nothing_is_recorded_in_an_empty_session() -> None:
    assert {row.values for row in compared(build(), ())} == {("not recorded",)}


def test_sentences_name_the_earlier_session_and_judge_nothing() -> None:
    said = in_words(NOW, named(BEFORE))
    assert said[0] == "Redness at most mild: from day 2; Session 1: from day 6."
    assert len(said) == 6


def test_what_one_of_them_has_not_recorded_is_not_compared() -> None:
    said = in_words(NOW, named(build({0: {"redness": 1}})))
    assert said == (
        "Redness at most mild: from day 2; Session 1: from day 0.",
        "None recorded for any symptom: from day 7; Session 1: not yet.",
    )
    assert in_words(NOW, named(build())) == ()


def test_sessions_that_were_not_treated_alike_say_so() -> None:
    deeper = build({0: {"redness": 3}}, needle_depth_mm=2.5)
    assert in_words(NOW, named(deeper))[-1] == (
        "Session 1 was of another depth or device, so the two need not go alike."
    )


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"needle_depth_mm": 1.0}, True),
        ({"device": "roller"}, True),
        ({"needle_depth_mm": 0.5}, False),
        ({"device": "rf"}, False),
        ({"aggressive": True}, False),
    ],
)
def test_alike_is_the_same_usual_course(fields: dict[str, Any], same: bool) -> None:
    assert alike(session(), session(**fields)) is same


def test_many_days_are_counted() -> None:
    assert days_named((1,)) == "day 1"
    assert days_named((1, 2, 4)) == "days 1, 2 and 4"
    assert days_named((1, 2, 4, 5)) == "4 days"
