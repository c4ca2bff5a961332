"""What is active is the same, whether all rules are asked or only those that could be active."""

from __future__ import annotations

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.rules import assess, still_active, time_adds_nothing
from tests import strategies
from tests.builders import DAY_0, entry


@given(strategies.recoveries(), st.integers(0, 400))
def test_the_active_warnings_are_those_of_all_rules(recovery: Recovery, days: int) -> None:
    last = max((recovery.session.date, *(one.date for one in recovery.entries)))
    today = last + dt.timedelta(days=days)
    sessions = (recovery.session,)
    found = assess(recovery, Profile(), sessions, today)
    assert still_active(recovery, Profile(), sessions, today) == tuple(
        warning for warning in found if warning.active
    )


def test_what_is_active_ends_by_age_to_the_day() -> None:
    session = Session("a", DAY_0)
    recovery = Recovery(session, (entry(3, redness=4, pain=4, swelling=4, pus=True),))
    found: list[int] = []
    for days in range(80, 110):
        today = DAY_0 + dt.timedelta(days=days)
        active = still_active(recovery, Profile(), (session,), today)
        assert active == tuple(
            w for w in assess(recovery, Profile(), (session,), today) if w.active
        )
        found.append(len(active))
    assert found[0] > 0
    assert found[-1] == 0


@given(strategies.recoveries(), strategies.profiles, st.integers(-20, 400), st.integers(0, 500))
def test_time_alone_begins_nothing(
    recovery: Recovery, profile: Profile, days: int, later: int
) -> None:
    sessions = (recovery.session,)
    today = recovery.session.date + dt.timedelta(days=days)
    assume(time_adds_nothing(recovery, today))
    assume(not still_active(recovery, profile, sessions, today))
    assert not still_active(recovery, profile, sessions, today + dt.timedelta(days=later))


def test_what_is_dated_later_may_begin_something() -> None:
    session = Session("a", DAY_0, reused_or_shared_needles=True)
    before = DAY_0 - dt.timedelta(days=1)
    assert not still_active(Recovery(session), Profile(), (session,), before)
    assert not time_adds_nothing(Recovery(session), before)
    assert still_active(Recovery(session), Profile(), (session,), DAY_0)
    assert time_adds_nothing(Recovery(session), DAY_0)
    noted = Recovery(session, (entry(3, pus=True),))
    assert not time_adds_nothing(noted, DAY_0)
