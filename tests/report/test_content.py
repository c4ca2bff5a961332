"""The report as a value: a pure function of its case, with its limits on every page."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery_tracker import __version__
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.profile import Profile
from recovery_tracker.journal.snapshot import Snapshot
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.content import content_of
from tests.builders import build, date_of, warning
from tests.report.cases import CLOCK, case, content, five_days

NOW = dt.datetime.combine(date_of(4), CLOCK)


def test_the_head_says_which_day_it_is_and_when_it_was_made() -> None:
    found = content(five_days())
    assert found.title == "Recovery report"
    assert found.day == "Day 4 after microneedling"
    assert found.prepared == "Prepared 6 March 2026, 08:14"
    assert content({}, day=-3).day == "Day −3, before microneedling"


def test_the_same_case_gives_the_same_value() -> None:
    days = five_days(pus=True, notes="sore")
    assert content(days, warnings=(warning(),)) == content(days, warnings=(warning(),))


def test_a_snapshot_gives_the_report_of_the_session_on_screen() -> None:
    recovery = build(five_days())
    snapshot = Snapshot(
        today=date_of(4),
        profile=Profile(name="Alex"),
        sessions=(recovery.session,),
        recovery=recovery,
        warnings=(warning(day=4),),
    )
    found = content_of(snapshot, NOW, ReportOptions(paper="us-letter"))
    assert found.lines[0].value == "Alex"
    assert found.warnings[0].rule == "C2 prolonged_flaking"
    assert found.paper == "us-letter"
    assert content_of(snapshot, NOW).paper == "a4"


def test_a_diary_without_a_session_has_no_report() -> None:
    with pytest.raises(NotFound, match="Add a session first"):
        content_of(Snapshot(today=date_of(0), profile=Profile()), NOW)


def test_limits_guidance_and_program_stand_in_every_report() -> None:
    found = content({})
    assert "No clinician has reviewed this content." in found.limits
    assert "cannot see the skin" in found.limits
    assert found.made_by == f"Recovery Tracker {__version__}, guidance 1"
    assert "No clinician has reviewed this content." in found.reading.sentences


def test_the_scale_has_its_words_for_each_grade() -> None:
    scale = content({}).reading.scale
    assert [(row.grade, row.name) for row in scale] == [
        (0, "None"),
        (1, "Mild"),
        (2, "Moderate"),
        (3, "Severe"),
        (4, "Very severe"),
    ]
    assert scale[3].meanings == (
        "deep red, purple or dark, hot-looking",
        "thick or large sheets, or sore under flakes",
        "shape of the face or area changed",
        "stops usual things or sleep",
    )


def test_the_usual_range_says_for_whom_it_was_drawn() -> None:
    plain = " ".join(content({}).reading.sentences)
    assert "needles between 0.5 and 2 mm" in plain
    assert "Adjusted" not in plain
    dry = content(
        recovery=build(needle_depth_mm=2.5, device="rf"),
        profile=Profile(skin_type="dry", skin_conditions=("rosacea",)),
    )
    words = " ".join(dry.reading.sentences)
    assert "needles of 2 mm and more" in words
    assert "Adjusted for dry skin, rosacea and radiofrequency." in words


@pytest.mark.parametrize(
    "banned",
    ["normal", "safe", "healing as expected", "all clear", "treatable", "PRO-CTCAE", "CTCAE"],
)
def test_the_words_the_app_must_never_say_are_not_in_a_calm_report(banned: str) -> None:
    assert banned not in repr(content(five_days()))


def test_parts_that_were_not_chosen_are_not_in_the_report() -> None:
    found = content(
        five_days(notes="x"),
        warnings=(warning(day=4),),
        options=ReportOptions(charts=False, daily_log=False, notes_and_care=False),
    )
    assert (found.chart, found.log, found.account) == (None, (), None)
    assert found.warnings


def test_sessions_are_numbered_by_date_even_when_only_some_are_known() -> None:
    older = build({}, id="a", date=date_of(-40))
    told = case(five_days(), earlier=(older,))
    assert told.number(older.session) == 1
    assert told.number(told.session) == 2
