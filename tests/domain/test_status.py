"""What a day's page says first, and what a bulk answer leaves alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.status import (
    DayStatus,
    asks_how_it_is,
    day_status,
    held_fields,
    signs_to_ask_again,
)
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.domain.warnings import By, Ended, Level, Warning
from tests.builders import NO_PROFILE, build, daily, date_of, session


def warning(level: Level, by: By | None, **fields: Any) -> Warning:
    plain: dict[str, Any] = {
        "code": "X1",
        "rule": "rule",
        "level": level,
        "by": by,
        "session_id": session().id,
        "session_date": session().date,
        "date": date_of(4),
        "day": 4,
        "last_date": date_of(4),
        "active": True,
        "message": "What to do.",
        "reason": "",
        "evidence": (),
        "source": "J",
        "clears_when": "",
    }
    return Warning(**(plain | fields))


def status(recovery: Recovery, day: int = 4, *warnings: Warning, **more: Any) -> DayStatus:
    return day_status(recovery, date_of(day), warnings, more.pop("profile", NO_PROFILE), **more)


def test_calm_needs_everything_answered_and_nothing_above():
    found = status(build({4: daily(redness=2, flaking=1)}))
    assert found == DayStatus(
        "ok",
        "Within the usual range for day 4",
        "This compares your notes with the usual course. It cannot see your skin.",
    )


@pytest.mark.parametrize("missing", [*USUAL_SYMPTOMS, *DAILY_SIGNS])
def test_one_blank_is_never_calm(missing: str):
    assert status(build({4: daily(**{missing: None})})).kind == "neutral"


@pytest.mark.parametrize(
    ("said", "title", "part"),
    [
        ({}, "0 of 8 symptoms logged today", "compared when all eight and the signs are answered"),
        ({"redness": 1, "pain": 0, "itching": 0}, "3 of 8 symptoms logged today", ""),
        (daily(itching=None), "7 of 8 symptoms logged today", "Not recorded yet: itching."),
        (daily(pus=None), "8 of 8 symptoms logged today", "The signs are not answered yet."),
    ],
)
def test_too_little_says_how_much_is_logged(said: dict[str, Any], title: str, part: str):
    found = status(build({4: said}))
    assert (found.kind, found.title) == ("neutral", title)
    assert part in found.text


def test_another_day_is_not_called_today():
    found = status(build({4: {"redness": 1}}), today=date_of(6))
    assert found.title == "1 of 8 symptoms logged on day 4"


@pytest.mark.parametrize("said", [daily(redness=3), {"redness": 3}, daily(bleeding=1)])
def test_above_the_range_without_a_warning_is_said_even_half_way(said: dict[str, Any]):
    found = status(build({4: said}))
    assert found == DayStatus(
        "above",
        "Above the usual range for day 4",
        "Log again tomorrow. If it is strong or getting worse, call your clinic.",
    )


def test_the_range_is_the_one_of_the_patient():
    recovery = build({5: daily(redness=2)})
    assert status(recovery, 5).kind == "above"
    assert status(recovery, 5, profile=Profile(skin_conditions=("rosacea",))).kind == "ok"


def test_a_ticked_sign_is_never_calm_even_while_its_warning_is_quiet():
    found = status(build({4: daily(pus=True)}))
    assert (found.kind, found.title) == ("neutral", "You noted pus today")


def test_a_sign_of_the_entry_before_is_not_forgotten_by_a_full_day():
    found = status(build({3: daily(crusting=True), 4: daily()}))
    assert found.kind == "neutral"
    assert "Not said yet whether it is still there: crusts." in found.text


def test_before_the_session_there_is_nothing_to_compare_with():
    found = status(build({-2: daily()}), -2)
    assert found.kind == "neutral"
    assert found.title == "8 of 8 symptoms logged today"
    assert "before the session" in found.text


@pytest.mark.parametrize(
    ("level", "by", "kind", "title"),
    [
        (Level.WATCH, None, "watch", "Keep an eye on it"),
        (Level.CONTACT, By.WEEK, "contact", "Contact your dermatologist this week"),
        (Level.URGENT, By.TODAY, "urgent", "Get help today"),
        (Level.URGENT, By.NOW, "now", "Call your local emergency number now"),
    ],
)
def test_an_active_item_speaks_first(level: Level, by: By | None, kind: str, title: str):
    item = warning(level, by)
    found = status(build({4: daily()}), 4, item)
    assert found == DayStatus(kind, title, "What to do.", item)  # pyright: ignore[reportArgumentType]


def test_the_highest_active_item_of_this_session_is_shown():
    urgent = warning(Level.URGENT, By.TODAY)
    others = (
        warning(Level.CONTACT, By.TODAY),
        warning(Level.URGENT, By.NOW, active=False, ended=Ended.SEEN),
        warning(Level.URGENT, By.NOW, session_id="another"),
    )
    assert status(build({4: daily()}), 4, *others, urgent).warning == urgent


# Still there? -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "asked"),
    [
        ({}, ()),
        ({3: {"pus": True}}, ("pus",)),
        ({3: {"pus": True, "crusting": True, "hives": True}}, ("pus", "hives", "crusting")),
        ({3: {"crusting": True}, 4: {"crusting": False}}, ()),
        ({3: {"pus": True}, 4: {"pus": True}}, ()),  # answered
        ({1: {"pus": True}, 3: {"redness": 1}}, ("pus",)),  # open
        ({1: {"crusting": True}, 3: {"redness": 1}}, ()),  # not in the entry before
        ({-2: {"crusting": True}}, ("crusting",)),
        ({1: {"warmth": True}}, ("warmth",)),
        ({1: {"warmth": True}, 3: {"redness": 1}}, ()),  # ordinary on the first days
    ],
)
def test_signs_to_ask_again(entries: dict[int, dict[str, Any]], asked: tuple[str, ...]):
    assert signs_to_ask_again(build(entries), date_of(4)) == asked


def test_a_day_between_entries_asks_for_what_was_before_it():
    recovery = build({3: {"pus": True}, 6: {"fever": True}})
    assert signs_to_ask_again(recovery, date_of(4)) == ("pus",)


def test_bulk_answers_leave_the_fields_of_active_items_and_the_signs_asked_again():
    items = [
        warning(Level.CONTACT, By.TODAY, fields=("flaking", "redness"), signs=("lumps",)),
        warning(Level.WATCH, None, fields=("pain",), active=False),
        warning(Level.WATCH, None, fields=("itching",), session_id="another"),
    ]
    held = held_fields(build({3: {"pus": True}}), date_of(4), items)
    assert held == ("redness", "flaking", "pus", "lumps")
    assert set(held) <= {*USUAL_SYMPTOMS, *SIGN_BY_CODE}


# How is it today? ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "days_later", "entries", "asks"),
    [
        (Level.CONTACT, 0, {4: {"pus": True}}, False),
        (Level.CONTACT, 1, {4: {"pus": True}}, True),
        (Level.URGENT, 3, {4: {"pus": True}}, True),
        (Level.WATCH, 1, {4: {"pus": True}}, False),
        (Level.CONTACT, 2, {4: {"pus": True}, 5: {"redness": 0}}, False),
    ],
)
def test_a_day_after_an_item_the_app_asks_how_it_is(
    level: Level, days_later: int, entries: dict[int, dict[str, Any]], asks: bool
):
    item = warning(level, By.TODAY if level > Level.WATCH else None)
    today = date_of(4) + dt.timedelta(days=days_later)
    assert asks_how_it_is(build(entries), [item], today) == (item if asks else None)


@pytest.mark.parametrize("day", [3, -2])
def test_a_day_that_was_left_out_is_fine(day: int):
    found = status(build({4: daily()}), day, today=date_of(5))
    named = {3: "5 March", -2: "28 February"}[day]
    assert found == DayStatus(
        "neutral", f"No log for {named}", "That is fine. Add it now if you remember."
    )


def test_an_entry_that_says_nothing_is_no_log():
    assert status(build({3: {}}), 3, today=date_of(5)).title == "No log for 5 March"
    assert status(build({3: {"notes": "x"}}), 3, today=date_of(5)).title.startswith("0 of 8")


def test_the_present_day_is_not_a_gap():
    assert status(build(), 4, today=date_of(4)).title == "0 of 8 symptoms logged today"


def test_a_day_before_treatment_is_named_as_one():
    found = status(build({-2: {"redness": 1}}), -2, today=date_of(4))
    assert found.title == "1 of 8 symptoms logged 2 days before treatment"
