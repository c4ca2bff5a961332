"""What is active is the same, whether all rules are asked or only those that could be active."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.rules import assess, still_active
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
