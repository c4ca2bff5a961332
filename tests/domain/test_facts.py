"""The words of clinical.md 4.2: what a rule may ask about one entry."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.warnings import Evidence
from tests.builders import DAY_0, NO_PROFILE, build, daily, date_of, session


def facts(
    recovery: Recovery,
    day: int,
    profile: Profile = NO_PROFILE,
    sessions: tuple[Session, ...] = (),
) -> Facts:
    entry = recovery.entry(date_of(day))
    assert entry is not None
    return Facts(recovery, entry, profile, (recovery.session, *sessions))


def test_not_rated_meets_no_condition():
    seen = facts(build({4: {"pus": True}}), 4)
    assert seen.rating("redness") is None
    assert not seen.at_least("redness", 0)
    assert not seen.above("redness")
    assert not seen.own_above("redness")
    assert not seen.carried_above("redness")


@pytest.mark.parametrize(("gap", "carried"), [(0, 3), (1, 3), (2, 3), (3, None)])
def test_a_value_is_carried_for_two_days(gap: int, carried: int | None):
    entries = {4: {"redness": 3}}
    entries[4 + gap] = entries.get(4 + gap, {"swelling": 0})
    assert facts(build(entries), 4 + gap).carried("redness") == carried


def test_a_carried_value_is_the_latest_and_a_rating_of_today_wins():
    recovery = build({3: {"pain": 3}, 4: {"pain": 1}, 5: {"redness": 0}, 6: {"pain": 0}})
    assert facts(recovery, 5).carried("pain") == 1
    assert facts(recovery, 6).carried("pain") == 0
    assert facts(recovery, 5).carried_at_least("pain", 1)
    assert not facts(recovery, 5).at_least("pain", 1)


def test_a_carried_value_is_compared_with_the_bound_of_its_own_day():
    # at 1.5 mm redness may be 2 on day 4 and only 1 on day 5
    recovery = build({4: {"redness": 2}, 5: {"swelling": 0}})
    assert facts(recovery, 5).bound("redness") == 1
    assert not facts(recovery, 5).carried_above("redness")
    assert not facts(recovery, 5).carried_above_table("redness")
    assert facts(build({5: {"redness": 2}, 6: {"swelling": 0}}), 6).carried_above("redness")


def test_a_carried_baseline_value_has_no_bound_and_is_not_above():
    seen = facts(build({-1: {"redness": 4}, 0: {"swelling": 0}}), 0)
    assert seen.carried("redness") == 4
    assert not seen.carried_above("redness")


@pytest.mark.parametrize(
    ("ticked", "now", "between", "is_open"),
    [
        (3, 4, {}, True),
        (3, 6, {}, True),
        (3, 7, {}, False),  # more than 3 days before
        (3, 6, {5: {"pus": False}}, False),  # answered since
        (3, 6, {5: {"pus": True}}, True),
    ],
)
def test_open_sign(ticked: int, now: int, between: dict[int, dict[str, bool]], is_open: bool):
    seen = facts(build({ticked: {"pus": True}, now: {"redness": 0}} | between), now)
    assert seen.open("pus") is is_open
    assert seen.has("pus") is is_open
    assert not seen.ticked("pus")


@pytest.mark.parametrize("answer", [True, False])
def test_a_sign_answered_in_the_entry_is_not_open(answer: bool):
    seen = facts(build({3: {"pus": True}, 4: {"pus": answer}}), 4)
    assert not seen.open("pus")
    assert seen.has("pus") is answer


@pytest.mark.parametrize(("day", "is_open"), [(0, False), (1, False), (2, True)])
def test_warmth_of_the_first_two_days_does_not_stay_open(day: int, is_open: bool):
    assert facts(build({day: {"warmth": True}, 3: {"redness": 0}}), 3).open("warmth") is is_open


def test_only_seven_signs_stay_open():
    ticked = {"crusting": True, "one_spot_worse": True, "cold_sore": True, "hives": True}
    seen = facts(build({3: ticked, 4: {"redness": 0}}), 4)
    assert [code for code in ticked if seen.has(code)] == ["one_spot_worse", "hives"]


def test_own_bound_is_the_higher_of_bound_and_latest_baseline_grade():
    recovery = build(
        {
            -5: {"redness": 3, "flaking": 2, "pain": 3},
            -1: {"redness": 2},
            8: {"redness": 2, "flaking": 3, "pain": 2},
        }
    )
    seen = facts(recovery, 8)
    assert seen.own_bound("redness") == 2
    assert seen.above("redness", 2)
    assert not seen.own_above("redness")
    assert seen.own_above("flaking")
    assert not seen.own_above("flaking", 2)
    assert seen.own_bound("pain") == 0  # no baseline for pain


def test_the_table_bound_knows_no_modifiers():
    seen = facts(build({3: {"redness": 2}}, needle_depth_mm=0.5), 3, Profile(sensitive=True))
    assert (seen.bound("redness"), seen.table_bound("redness")) == (2, 1)
    assert not seen.carried_above("redness")
    assert seen.carried_above_table("redness")


@pytest.mark.parametrize(
    ("now", "before", "found"),
    [
        (2, -1, False),
        (2, 0, True),
        (3, 0, True),
        (9, 4, True),
        (10, 4, False),
        (14, 8, False),
        (15, 7, True),
        (23, 15, True),
    ],
)
def test_previous_looks_three_five_or_eight_days_back(now: int, before: int, found: bool):
    seen = facts(build({before: {"flaking": 1}, now: {"flaking": 1}}), now)
    previous = seen.previous("flaking")
    assert (previous is not None and previous.day == before) is found


def test_previous_skips_entries_that_do_not_rate_the_symptom():
    seen = facts(build({4: {"flaking": 2}, 5: {"redness": 1}, 6: {"flaking": 1}}), 6)
    previous = seen.previous("flaking")
    assert previous is not None
    assert previous.day == 4
    assert seen.previous("pain") is None


def test_silent_before_counts_entries_of_any_kind_but_not_blank_ones():
    assert facts(build({5: {"redness": 2}, 9: {"redness": 2}}), 9).silent_before
    assert not facts(build({6: {"notes": "hm"}, 9: {"redness": 2}}), 9).silent_before
    blank = build({9: {"redness": 2}}).with_entry(Entry(date=date_of(8)))
    assert facts(blank, 9).silent_before


def test_earlier_entries_are_oldest_first_and_within_the_days_asked_for():
    recovery = build({day: {"redness": 1} for day in (-1, 0, 1, 3, 4, 6)})
    seen = facts(recovery, 6)
    assert [one.day for one in seen.earlier()] == [0, 1, 3, 4]
    assert [one.day for one in seen.earlier(4)] == [3, 4]
    assert [one.day for one in seen.earlier(6, first_day=1)] == [1, 3, 4]
    assert [one.day for one in seen.earlier(first_day=-14)] == [-1, 0, 1, 3, 4]


def test_companions():
    seen = facts(build({4: {"redness": 3, "swelling": 1}, 5: {"pain": 0, "swelling": 0}}), 5)
    assert seen.companions == ("redness",)


def other(days_before: int, *areas: str) -> Session:
    return session(id="b", date=DAY_0 - dt.timedelta(days=days_before), areas=areas)


@pytest.mark.parametrize(
    ("earlier", "late_day"),
    [
        (other(30, "cheeks"), 35),  # face contains cheeks
        (other(30), 35),  # no area recorded overlaps with all
        (other(30, "neck"), 5),
        (other(85, "face"), 90),
        (other(86, "face"), 5),  # more than 90 days before the entry
        (other(-2, "face"), 5),
        (other(-20, "face"), 5),  # after the entry
    ],
)
def test_late_day_counts_from_the_first_related_session(earlier: Session, late_day: int):
    assert facts(build({5: {"lumps": True}}), 5, sessions=(earlier,)).late_day == late_day


def test_late_day_of_an_old_session_is_its_own_day():
    assert facts(build({120: {"lumps": True}}), 120).late_day == 120


@pytest.mark.parametrize(
    ("fields", "deep", "group_d", "rf"),
    [
        ({"needle_depth_mm": 2.0}, True, True, False),
        ({"needle_depth_mm": 1.0}, False, False, False),
        ({"needle_depth_mm": 1.0, "aggressive": True}, True, True, False),
        ({"needle_depth_mm": 0.5, "device": "rf"}, True, False, True),
    ],
)
def test_deep(fields: dict[str, Any], deep: bool, group_d: bool, rf: bool):
    seen = facts(build({1: {"redness": 1}}, **fields), 1)
    assert (seen.deep, seen.group_d, seen.rf) == (deep, group_d, rf)


@pytest.mark.parametrize(
    ("areas", "upper"),
    [
        ((), True),
        (("face",), True),
        (("chin", "nose"), True),
        (("around_eyes",), True),
        (("cheeks", "chin", "upper_lip"), False),
    ],
)
def test_upper_face(areas: tuple[str, ...], upper: bool):
    assert facts(build({1: {"pain": 1}}, areas=areas), 1).upper_face is upper


def test_who_is_fragile_or_darker_skinned():
    recovery = build({1: {"redness": 1}})
    assert not facts(recovery, 1).fragile
    assert facts(recovery, 1, Profile(diabetes=True)).fragile
    assert facts(recovery, 1, Profile(weak_immunity=True)).fragile
    assert not facts(recovery, 1, Profile(diabetes=False, weak_immunity=None)).fragile
    assert [facts(recovery, 1, Profile(skin_tone=tone)).darker_skin for tone in (3, 4)] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("entries", "profile", "expected"),
    [
        ({1: {"redness": 2, "pus": True}}, NO_PROFILE, ("pus",)),
        ({2: {"redness": 2, "pain": 1}}, NO_PROFILE, ("redness",)),
        ({2: {"swelling": 2}, 4: {"crusting": True}}, NO_PROFILE, ("crusting", "swelling")),
        ({2: {"hives": True}, 4: {"fever": True}}, NO_PROFILE, ("hives",)),
        ({2: {"crusting": True}, 4: {"fever": True}}, NO_PROFILE, ()),
        ({3: {"redness": 1}}, NO_PROFILE, ()),
        ({3: {"redness": 1}}, Profile(skin_tone=5), ("redness",)),
        ({2: {"redness": 1}}, Profile(skin_tone=5), ()),
        ({3: {"vomiting": True, "itchy_bumps": True}}, NO_PROFILE, ()),
    ],
)
def test_skin_signs(
    entries: dict[int, dict[str, object]], profile: Profile, expected: tuple[str, ...]
):
    assert facts(build(entries), max(entries), profile).skin_signs == expected


def test_evidence_names_the_day_it_was_noted_on():
    recovery = build(
        {3: {"redness": 3, "fever": True, "pain": 0}, 4: {"pus": True, "new_product": True}},
        numbing_cream="lidocaine",
    )
    seen = facts(recovery, 4, Profile(diabetes=True))
    fields = ("redness", "pus", "fever", "pain", "new_product", "diabetes", "numbing_cream")
    assert seen.saw(*fields, "hives", "keloid") == (
        Evidence(date_of(3), 3, "redness", 3, 2),
        Evidence(date_of(4), 4, "pus", True),
        Evidence(date_of(3), 3, "fever", True),
        Evidence(date_of(4), 4, "new_product", True),
        Evidence(date_of(4), 4, "diabetes", True),
        Evidence(date_of(4), 4, "numbing_cream", "lidocaine"),
    )


def test_evidence_before_the_session_has_no_limit():
    assert facts(build({-2: {"swelling": 4}}), -2).saw("swelling") == (
        Evidence(date_of(-2), -2, "swelling", 4, None),
    )


def test_the_full_day_of_the_builder_answers_everything():
    assert build({0: daily()}).entries[0].complete
