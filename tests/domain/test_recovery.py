"""Values check themselves: what exists may be kept, and what is not recorded is never none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from recovery_tracker import i18n
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import (
    Act,
    Recovery,
    check_entry_date,
    check_session_date,
    closed_from,
)
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from tests.builders import DAY_0, build, daily, date_of, entry, session


def test_days_are_counted_from_the_session() -> None:
    treated = session()
    assert [treated.day_of(date_of(day)) for day in (-14, -1, 0, 1, 365)] == [-14, -1, 0, 1, 365]


@pytest.mark.parametrize("grade", [-1, 5, 7, True, 2.5, "2"])
def test_a_grade_is_0_to_4(grade: Any) -> None:
    with pytest.raises(InvalidValue) as refused:
        Entry(DAY_0, {"redness": grade})
    assert refused.value.field == "scores"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"scores": {"reddness": 1}}, "is not a symptom"),
        ({"signs": ("purple",)}, "is not a sign"),
        ({"signs": ("pus",), "signs_absent": ("pus",)}, "both present and absent"),
        ({"care": ("prayed",)}, "is not a care item"),
    ],
)
def test_an_entry_holds_known_codes_only(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidValue, match=words):
        Entry(DAY_0, **fields)


def test_codes_stand_in_catalogue_order_own_ones_last() -> None:
    said = Entry(DAY_0, {"x_00000001": 1, "itching": 0, "redness": 2}, ("fever", "pus", "pus"))
    assert list(said.scores) == ["redness", "itching", "x_00000001"]
    assert said.signs == ("pus", "fever")


def test_scores_cannot_be_changed_behind_its_back() -> None:
    said: Any = Entry(DAY_0, {"redness": 2})
    with pytest.raises(TypeError):
        said.scores["redness"] = 0
    assert said.graded("redness", 1).scores == {"redness": 1}
    assert said.scores == {"redness": 2}
    assert said.graded("redness", None).scores == {}


def test_not_recorded_is_never_none() -> None:
    seven = entry(3, **dict.fromkeys(USUAL_SYMPTOMS[:7], 0))
    assert seven.total is None
    assert seven.usual_answered == 7
    assert not seven.complete
    assert seven.sign("pus") is None
    whole = entry(3, **daily(redness=2, flaking=1))
    assert whole.complete
    assert whole.total == 3
    assert whole.sign("pus") is False
    assert not whole.with_sign(DAILY_SIGNS[0], None).complete


def test_a_blank_entry_says_nothing() -> None:
    assert not Entry(DAY_0, entered_at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC)).recorded
    assert Entry(DAY_0, private_notes="mine").recorded


@pytest.mark.parametrize(("hours", "late"), [(0, False), (72, False), (73, True)])
def test_late_is_more_than_48_hours_after_the_date(hours: int, late: bool) -> None:
    entered = dt.datetime(2026, 3, 2, tzinfo=dt.UTC) + dt.timedelta(hours=hours, seconds=late)
    assert Entry(DAY_0, entered_at=entered).late is late
    assert not Entry(DAY_0).late


@pytest.mark.parametrize(
    "fields",
    [
        {"needle_depth_mm": 0.05},
        {"needle_depth_mm": 4.1},
        {"device": "drill"},
        {"treatment": "peel"},
        {"performed_by": "friend"},
    ],
)
def test_a_session_refuses_what_cannot_be(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        session(**fields)
    session(needle_depth_mm=0.1)
    session(needle_depth_mm=4.0)


def test_a_refused_depth_is_told_with_the_decimal_mark_of_the_language() -> None:
    with i18n.in_language("de"), pytest.raises(InvalidValue) as refused:
        session(needle_depth_mm=9.0)
    assert "0,1" in refused.value.sentence
    assert "4,0" in refused.value.sentence


@pytest.mark.parametrize(
    ("one", "other", "same_skin"),
    [
        (("face",), ("nose",), True),
        (("face",), ("neck",), False),
        (("cheeks",), ("nose",), False),
        ((), ("neck",), True),
        (("left elbow",), ("neck",), True),
        (("neck", "chest"), ("chest",), True),
    ],
)
def test_face_holds_its_parts_and_unknown_areas_overlap_all(
    one: tuple[str, ...], other: tuple[str, ...], same_skin: bool
) -> None:
    first, second = session(areas=one), session(areas=other)
    assert first.overlaps(second) is same_skin
    assert second.overlaps(first) is same_skin


def test_a_later_session_on_the_same_skin_closes_an_earlier_one() -> None:
    here = session()
    neck = session(id="n", date=date_of(5), areas=("neck",))
    nose = session(id="o", date=date_of(20), areas=("nose",))
    again = session(id="a", date=date_of(30))
    assert closed_from(here, [here, neck, again, nose]) == date_of(20)
    assert closed_from(nose, [here, neck, nose]) is None


def test_a_recovery_keeps_entries_by_date_and_each_date_once() -> None:
    told = build({5: {"pain": 1}, 2: {"pain": 2}})
    assert [e.date for e in told.entries] == [date_of(2), date_of(5)]
    assert told.with_entry(entry(2, pain=0)).entries[0].scores == {"pain": 0}
    with pytest.raises(InvalidValue, match="two entries"):
        Recovery(session(), (entry(1, pain=1), entry(1, pain=2)))


@pytest.mark.parametrize("day", [-15, 366])
def test_no_entry_lies_outside_the_diary(day: int) -> None:
    with pytest.raises(InvalidValue, match="day"):
        build({day: {"pain": 1}})
    build({-14: {"pain": 1}, 365: {"pain": 1}})


def test_dates_ahead() -> None:
    with pytest.raises(InvalidValue, match="future"):
        check_entry_date(session(), date_of(4), today=date_of(3))
    check_entry_date(session(), date_of(3), today=date_of(3))
    check_session_date(date_of(60), today=DAY_0)
    with pytest.raises(InvalidValue, match="60 days"):
        check_session_date(date_of(61), today=DAY_0)


def test_a_profile_and_own_items_check_themselves() -> None:
    assert Profile(skin_conditions=("acne", "vitiligo", "eczema")).skin_conditions == (
        "eczema",
        "acne",
        "vitiligo",
    )
    for fields in ({"skin_tone": 0}, {"skin_tone": 7}, {"skin_type": "green"}):
        with pytest.raises(InvalidValue):
            Profile(**fields)  # pyright: ignore[reportArgumentType]
    for code, label in (("tingling", "Tingling"), ("x_1", "Tingling"), ("x_00000001", " ")):
        with pytest.raises(InvalidValue):
            OwnItem(code, label)


def test_an_act_says_what_was_done() -> None:
    with pytest.raises(InvalidValue, match="what was done"):
        Act(DAY_0, "pus", None)
    with pytest.raises(InvalidValue):
        Act(DAY_0, "pus", "ignored")
    assert replace(Act(DAY_0, "pus", "seen"), urgency_felt="very").urgency_felt == "very"
