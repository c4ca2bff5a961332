"""Which days a chart shows, and what stands on them."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.charts.timeline import (
    EarlierSession,
    Present,
    days_shown,
    earlier_sessions,
    graded,
    present,
    runs,
    short_name,
    symptom_name,
    totals,
    usual_course,
)
from tests.builders import DAY_0, NO_PROFILE, build, daily, date_of

NOON = dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC)
TWO_WEEKS = range(14)


def test_a_chart_shows_days_0_to_13() -> None:
    assert days_shown(build({}), date_of(0)) == TWO_WEEKS
    assert days_shown(build({2: {"redness": 1}}), date_of(4)) == TWO_WEEKS


def test_a_chart_grows_with_the_entries() -> None:
    assert days_shown(build({21: {"redness": 1}}), date_of(400)) == range(22)


def test_today_widens_the_chart_as_long_as_there_is_a_usual_course() -> None:
    assert days_shown(build({}), date_of(20)) == range(21)
    assert days_shown(build({}), date_of(28)) == range(29)
    assert days_shown(build({3: {"redness": 1}}), date_of(29)) == TWO_WEEKS


def test_a_planned_session_shows_its_first_two_weeks() -> None:
    recovery = build({-2: {"redness": 1}})
    assert days_shown(recovery, date_of(-2)) == TWO_WEEKS
    assert graded(recovery, "redness", TWO_WEEKS) == ()


def test_what_is_not_recorded_has_no_point() -> None:
    recovery = build({0: {"redness": 2}, 1: {"flaking": 1}, 3: {"redness": 0}})
    assert graded(recovery, "redness", TWO_WEEKS) == ((0, 2), (3, 0))


def test_days_outside_the_chart_have_no_point() -> None:
    recovery = build({0: {"redness": 2}, 9: {"redness": 1}})
    assert graded(recovery, "redness", range(5)) == ((0, 2),)


def test_a_sum_waits_for_all_eight() -> None:
    recovery = build({0: daily(redness=2, pain=1), 1: daily(redness=2, itching=None)})
    assert totals(recovery, TWO_WEEKS) == ((0, 3),)


def test_runs_end_where_a_day_is_missing() -> None:
    assert runs([(0, 2), (1, 2), (3, 1), (6, 0), (7, 0)]) == (
        ((0, 2), (1, 2)),
        ((3, 1),),
        ((6, 0), (7, 0)),
    )
    assert runs([]) == ()


def test_today_is_begun_with_a_grade_and_done_when_it_was_said() -> None:
    entries = {3: {"pus": False}, 4: {"redness": 1}, 5: {"redness": 1, "done_at": NOON}}
    recovery = build(entries)
    assert present(recovery, date_of(2), TWO_WEEKS) == Present(2, begun=False, done=False)
    assert present(recovery, date_of(3), TWO_WEEKS) == Present(3, begun=False, done=False)
    assert present(recovery, date_of(4), TWO_WEEKS) == Present(4, begun=True, done=False)
    assert present(recovery, date_of(5), TWO_WEEKS) == Present(5, begun=True, done=True)


def test_today_outside_the_chart_has_no_place() -> None:
    assert present(build({}), date_of(14), TWO_WEEKS).day is None
    assert present(build({}), date_of(-1), TWO_WEEKS).day is None


def test_the_usual_course_has_a_range_for_each_day_and_none_for_own_symptoms() -> None:
    recovery = build({})
    course = usual_course(recovery, "redness", NO_PROFILE, range(3))
    assert [(u.typical, u.upper) for u in course] == [(2, 3), (2, 2), (1, 2)]
    assert usual_course(recovery, "x_00000001", NO_PROFILE, range(3)) == ()


def test_earlier_sessions_are_the_three_before_newest_first() -> None:
    months = [
        build({}, id=f"00000000-0000-4000-8000-00000000000{n}", date=dt.date(2026, n, 1))
        for n in range(1, 7)
    ]
    found = earlier_sessions(reversed(months), months[4])
    assert found == tuple(EarlierSession(n, months[n - 1]) for n in (4, 3, 2))


def test_archived_sessions_count_but_are_not_drawn() -> None:
    first = build({}, id="a", date=dt.date(2026, 1, 1), archived=True)
    second = build({}, id="b", date=dt.date(2026, 2, 1))
    third = build({}, id="c", date=DAY_0)
    assert earlier_sessions([first, second, third], third) == (EarlierSession(2, second),)


def test_own_symptoms_are_named_by_their_label() -> None:
    own = {"x_00000001": "Tingling at the left temple"}
    assert symptom_name("redness") == "Redness"
    assert symptom_name("x_00000001", own) == "Tingling at the left temple"
    assert symptom_name("x_00000002", own) == "x_00000002"
    assert short_name("x_00000001", own) == "Tingling at the left te…"
    assert short_name("redness") == "Redness"
