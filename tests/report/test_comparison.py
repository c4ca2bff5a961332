"""A session beside earlier ones: facts in a table, lines in words, nothing left out unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.comparison import comparison
from tests.builders import build, daily, date_of
from tests.report.cases import case, five_days


def earlier(weeks: int, **fields: Any) -> Recovery:
    return build(
        {0: daily(redness=3), 1: daily(redness=1), 2: daily()},
        id=f"before-{weeks}",
        date=date_of(-7 * weeks),
        **fields,
    )


def test_without_an_earlier_session_there_is_nothing_to_compare() -> None:
    assert comparison(case(five_days())) is None


def test_earlier_sessions_can_be_left_out() -> None:
    told = case(five_days(), earlier=(earlier(5),), options=ReportOptions(earlier_sessions=False))
    assert comparison(told) is None


def test_milestones_stand_beside_each_other_this_session_first() -> None:
    found = comparison(case(five_days(), earlier=(earlier(5), earlier(10, needle_depth_mm=2.5))))
    assert found is not None
    assert found.sessions == ("This session (3)", "Session 2", "Session 1")
    rows = {row.label: row.values for row in found.rows}
    assert rows["Treated"] == ("2 March 2026", "26 January 2026", "22 December 2025")
    assert rows["Method"] == ("Pen, 1.5 mm", "Pen, 1.5 mm", "Pen, 2.5 mm")
    assert rows["Redness at most mild"] == ("from day 4", "from day 1", "from day 1")
    assert found.notes == ("Session 1 was of another depth or device, so it need not go alike.",)


def test_the_lines_are_told_in_words_and_go_with_the_charts() -> None:
    told = case(five_days(), earlier=(earlier(5),))
    found = comparison(told)
    assert found is not None
    assert [overlay.symptom for overlay in found.overlays] == ["redness", "flaking"]
    assert "Redness, session 1: none on day 2; mild on day 1; severe on day 0." in (
        found.overlays[0].alt
    )
    plain = comparison(replace(told, options=ReportOptions(charts=False)))
    assert plain is not None
    assert plain.overlays == ()


def test_older_sessions_that_are_not_shown_are_counted() -> None:
    before = [earlier(weeks) for weeks in (5, 10, 15, 20, 25)]
    elsewhere = earlier(30, areas=("hands",))
    told = case(five_days(), earlier=tuple(before[:3]))
    told = replace(
        told,
        sessions=tuple(r.session for r in (told.recovery, *before, elsewhere)),
    )
    found = comparison(told)
    assert found is not None
    assert found.notes == ("2 older sessions on the same skin are not shown here.",)


def test_milestones_are_those_of_the_whole_session_whatever_days_are_shown() -> None:
    shown = ReportOptions(first=date_of(0), last=date_of(1))
    told = case(five_days(), earlier=(earlier(5),), options=shown)
    assert comparison(told).rows == comparison(replace(told, options=ReportOptions())).rows  # type: ignore[union-attr]
