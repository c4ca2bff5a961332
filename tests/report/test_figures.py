"""The five figures: what is not recorded is said so, and never counted as none."""

from __future__ import annotations

import datetime as dt
from typing import Any

from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.figures import days_logged, figures
from tests.builders import build, daily, date_of
from tests.report.cases import case, five_days


def shown(entries: Any = None, **fields: Any) -> dict[str, tuple[str, str]]:
    told = figures(case(entries, **fields))
    return {figure.code: (figure.value, figure.label) for figure in told}


def earlier(id: str, months_ago: int, calm_from: int | None) -> Any:
    days = {
        day: daily(redness=0 if calm_from is not None and day >= calm_from else 1)
        for day in range(12)
    }
    return build(days, id=id, date=date_of(-30 * months_ago))


def test_five_days_with_two_earlier_sessions() -> None:
    newer, older = earlier("b", 1, 7), earlier("a", 2, 9)
    found = shown(five_days(), earlier=(newer, older))
    assert found == {
        "redness": ("Mild", "Redness, day 4"),
        "flaking": ("Moderate", "Flaking, day 4"),
        "answered": ("8 of 8", "Symptoms answered, day 4"),
        "logged": ("5 of 5", "Days logged"),
        "none_from": ("Day 9 and 7", "None from, Sessions 1 and 2"),
    }


def test_an_empty_diary_has_no_value_that_reads_as_calm() -> None:
    found = shown({}, day=3)
    assert found["redness"] == ("Not recorded", "Redness")
    assert found["flaking"] == ("Not recorded", "Flaking")
    assert found["answered"] == ("0 of 8", "Symptoms answered")
    assert found["logged"] == ("0 of 4", "Days logged")
    assert found["none_from"] == ("Not yet", "None recorded from, this session")


def test_the_latest_rating_keeps_its_day() -> None:
    found = shown({0: {"redness": 3}, 2: {"flaking": 1}})
    assert found["redness"] == ("Severe", "Redness, day 0")
    assert found["answered"] == ("1 of 8", "Symptoms answered, day 2")


def test_a_baseline_rating_is_no_rating_of_the_recovery() -> None:
    assert shown({-2: {"redness": 1}})["redness"] == ("Not recorded", "Redness")


def test_a_session_that_never_calmed_is_not_reached() -> None:
    both = (earlier("b", 1, None), earlier("a", 2, 9))
    assert shown(five_days(), earlier=both)["none_from"][0] == "Day 9 and not reached"
    assert shown(five_days(), earlier=both[:1])["none_from"] == (
        "Not reached",
        "None from, Session 1",
    )


def test_without_earlier_sessions_this_one_says_since_when() -> None:
    days = {day: daily(redness=int(day < 6)) for day in range(9)}
    alone = ReportOptions(earlier_sessions=False)
    assert shown(days, day=8)["none_from"] == ("Day 6", "None recorded from, this session")
    assert shown(days, day=8, earlier=(earlier("a", 2, 3),), options=alone)["none_from"][0] == (
        "Day 6"
    )


def test_late_and_changed_entries_are_counted() -> None:
    days = five_days()
    days[1] |= {"entered_at": dt.datetime(2026, 3, 20, tzinfo=dt.UTC)}
    days[2] |= {"changed_at": dt.datetime(2026, 3, 20, tzinfo=dt.UTC)}
    told = case(days)
    assert days_logged(told) == "5 of 5 days logged, 1 late, 1 changed."
    assert shown(days)["logged"] == ("5 of 5", "Days logged, 1 late, 1 changed")


def test_no_day_is_said_in_words() -> None:
    assert days_logged(case({})) == "No day is logged."
