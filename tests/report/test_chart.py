"""The chart in words: every grade it shows, gaps left out, earlier sessions and the range."""

from __future__ import annotations

from recovery_tracker.domain.profile import Profile
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.chart import chart
from tests.builders import build, daily, date_of
from tests.report.cases import case, content, five_days


def test_every_grade_is_told_and_a_gap_is_not_none() -> None:
    days = five_days()
    del days[2]
    alt = chart(case(days)).alt
    assert "Redness, this session: mild on day 4; moderate on days 0, 1 and 3." in alt
    assert "Flaking, this session: none on days 0 and 1; moderate on days 3 and 4." in alt


def test_the_usual_range_is_told() -> None:
    alt = chart(case(five_days())).alt
    assert (
        "Usual range of redness: none to severe on day 0; none to moderate on days 1 to 4; "
        "none to mild on days 5 to 7; none on days 8 to 13."
    ) in alt


def test_earlier_sessions_are_told_and_keyed_by_their_number() -> None:
    before = build({0: daily(redness=3)}, id="a", date=date_of(-60))
    shown = chart(case(five_days(), earlier=(before,)))
    assert "Redness, session 1: severe on day 0." in shown.alt
    assert shown.key == "Shaded: usual range. Dashed: typical course. Grey: Session 1 (solid)."
    alone = chart(
        case(five_days(), earlier=(before,), options=ReportOptions(earlier_sessions=False))
    )
    assert "session 1" not in alone.alt
    assert alone.earlier == ()


def test_an_empty_diary_is_not_recorded() -> None:
    alt = chart(case({})).alt
    assert "Redness, this session: not recorded." in alt
    assert "Flaking, this session: not recorded." in alt


def test_the_chart_carries_grades_and_nothing_a_patient_wrote() -> None:
    days = five_days(notes="open words", medicines="pill", pus=True)
    shown = chart(
        case(recovery=build(days, notes="about it", products=("serum",)), profile=Profile("Alex"))
    )
    assert {code for entry in shown.recovery.entries for code in entry.scores} == {
        "redness",
        "flaking",
    }
    for word in ("open words", "pill", "pus", "about it", "serum", "Alex"):
        assert word not in repr((shown.recovery, shown.profile, shown.earlier))


def test_the_chart_can_be_left_out() -> None:
    assert content(five_days(), options=ReportOptions(charts=False)).chart is None
