"""All rules together: properties that hold for anything a person may log (clinical.md 4.8)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.choices import ACTS, SKIN_CONDITIONS
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Act, Recovery, Session
from recovery_tracker.domain.rules import RULES, assess, facts
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import Rank, Warning
from tests.builders import DAY_0, NO_PROFILE, act, build, daily, date_of, session

maybe = st.sampled_from([None, None, False, True])
profiles = st.builds(
    Profile,
    birth_date=st.sampled_from([None, dt.date(2010, 1, 1)]),
    sensitive=maybe,
    skin_conditions=st.sets(st.sampled_from([*SKIN_CONDITIONS, "vitiligo"])).map(tuple),
    skin_tone=st.sampled_from([None, 2, 5]),
    cold_sores=maybe,
    keloid=maybe,
    diabetes=maybe,
    weak_immunity=maybe,
    severe_allergy=maybe,
)
notes = st.sampled_from(["", "", "can't breathe", "no pus", "hot, numb, a lump", "felt faint"])
days_said = st.fixed_dictionaries(
    {},
    optional={
        **{code: st.sampled_from([0, 0, 1, 1, 2, 3, 4]) for code in SYMPTOM_BY_CODE},
        **dict.fromkeys(SIGN_BY_CODE, maybe),
        **{code: st.just(value=True) for code in CARE_BY_CODE},
        "notes": notes,
        "private_notes": notes,
    },
)
acts = st.builds(
    act, st.sampled_from([rule.id for rule in RULES]), st.integers(0, 30), st.sampled_from([*ACTS])
)


@st.composite
def recoveries(draw: st.DrawFn) -> Recovery:
    days = st.one_of(st.integers(-5, 30), st.integers(-14, 365))
    entries: dict[int, dict[str, Any]] = draw(
        st.dictionaries(days, days_said, min_size=1, max_size=6)
    )
    told: list[Act] = draw(st.lists(acts, max_size=3))
    return build(
        entries,
        acts=told,
        needle_depth_mm=draw(st.sampled_from([None, 0.5, 1.5, 2.5])),
        device=draw(st.sampled_from([None, "rf"])),
        reused_or_shared_needles=draw(maybe),
        recent_procedures=draw(st.sampled_from([(), ("filler",)])),
    )


def other(days: int) -> Session:
    return session(id="other", date=DAY_0 + dt.timedelta(days=days), areas=("cheeks",))


sessions = st.lists(st.builds(other, st.sampled_from([-30, 10, 40])), max_size=1)


def top(warnings: tuple[Warning, ...]) -> Rank:
    return max((w.rank for w in warnings if w.active), default=Rank(0))  # pyright: ignore[reportArgumentType]


@given(recoveries(), profiles, sessions, st.integers(-14, 400))
@settings(max_examples=60, deadline=None)
def test_whatever_was_logged_is_judged_and_every_item_is_whole(
    recovery: Recovery, profile: Profile, others: list[Session], today: int
):
    for warning in assess(recovery, profile, others, date_of(today)):
        assert warning.message
        assert warning.reason
        assert warning.source
        assert warning.clears_when
        assert warning.heading
        assert warning.active is (warning.ended is None)
        assert warning.date <= warning.last_date <= date_of(today)
        assert all(seen.date <= date_of(today) for seen in warning.evidence)
        assert (warning.by is None) is (warning.level.code == "watch")


@given(recoveries(), profiles, sessions, st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_a_day_is_judged_by_what_was_known_then(
    recovery: Recovery, profile: Profile, others: list[Session], day: int
):
    today = date_of(day)
    known = replace(
        recovery,
        entries=tuple(entry for entry in recovery.entries if entry.date <= today),
        acts=tuple(told for told in recovery.acts if told.date <= today),
    )
    assert assess(recovery, profile, others, today) == assess(known, profile, others, today)


@given(recoveries(), profiles, st.data())
@settings(max_examples=60, deadline=None)
def test_more_in_the_latest_entry_never_lowers_the_top_rank(
    recovery: Recovery, profile: Profile, data: st.DataObject
):
    last = recovery.entries[-1]
    before = assess(recovery, profile, (), last.date)
    # answering what a note asks about is the one thing that may lower it
    before = tuple(warning for warning in before if warning.code != "C22")
    raised = data.draw(st.sampled_from([*SYMPTOM_BY_CODE, *SIGN_BY_CODE]))
    more = last
    if raised in SIGN_BY_CODE:
        more = last.with_sign(raised, present=True)
    elif raised in last.scores:
        more = last.graded(raised, min(4, last.scores[raised] + 1))
    after = assess(recovery.with_entry(more), profile, (), last.date)
    assert top(after) >= top(before)


def test_the_order_of_entry_does_not_matter():
    recovery = build({8: daily(flaking=2), 3: daily(pus=True), 5: daily(redness=3)})
    again = Recovery(recovery.session)
    for entry in reversed(recovery.entries):
        again = again.with_entry(entry)
    today = date_of(9)
    assert assess(again, NO_PROFILE, (), today) == assess(recovery, NO_PROFILE, (), today)


def test_every_rule_has_its_own_name():
    assert len({rule.id for rule in RULES}) == len({rule.code for rule in RULES}) == len(RULES)


far_sessions = st.lists(
    st.builds(other, st.integers(-120, -90) | st.integers(80, 110) | st.integers(440, 480)),
    max_size=3,
)


@given(recoveries(), profiles, sessions, far_sessions, st.integers(-14, 600))
@settings(max_examples=60, deadline=None)
def test_a_session_that_is_left_out_as_far_away_would_change_nothing(
    recovery: Recovery, profile: Profile, near: list[Session], far: list[Session], today: int
):
    found = assess(recovery, profile, (*near, *far), date_of(today))
    with pytest.MonkeyPatch.context() as patch:
        for span in ("_BEFORE", "_AFTER"):
            patch.setattr(facts, span, dt.timedelta(days=10_000))
        assert assess(recovery, profile, (*near, *far), date_of(today)) == found


@pytest.mark.parametrize("date", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_judged_like_any_day(date: dt.date):
    lone = Recovery(Session("a", date))
    assert assess(lone, NO_PROFILE, (lone.session,), date) == ()


@pytest.mark.parametrize(("days", "else_active"), [(89, True), (90, True), (92, False)])
def test_a_session_long_after_ends_what_the_last_day_raised(days: int, else_active: bool):
    recovery = build({365: {"swelling": 4, "pain": 4}})
    today = date_of(365 + days)
    active = [w for w in assess(recovery, NO_PROFILE, (other(365 + days),), today) if w.active]
    alone = [w for w in assess(recovery, NO_PROFILE, (), today) if w.active]
    assert bool(alone) is else_active
    assert not active
