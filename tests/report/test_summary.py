"""The report in a few lines: what page 1 says first, and nothing that was left out."""

from __future__ import annotations

from recovery_tracker.domain.profile import Profile
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.summary import short_summary
from tests.builders import warning
from tests.report.cases import content, five_days

ALEX = Profile(name="Alex Sample")


def test_it_says_who_what_and_how_it_is() -> None:
    told = short_summary(content(five_days(), profile=ALEX)).splitlines()
    assert told[0] == "Recovery report, Day 4 after microneedling"
    assert "Patient: Alex Sample" in told
    assert "Method: Pen, 1.5 mm" in told
    assert "No warning from this log. It cannot see your skin." in told
    assert "Redness, day 4: Mild" in told
    assert told[-1].startswith("General guidance, not a diagnosis.")


def test_a_warning_stands_with_its_reason() -> None:
    raised = warning(day=4)
    told = short_summary(content(five_days(), profile=ALEX, warnings=(raised,)))
    assert raised.reason in told
    assert "No warning" not in told


def test_what_is_left_out_of_the_report_is_left_out_here() -> None:
    options = ReportOptions(leave_out=frozenset({"patient", "area"}))
    told = short_summary(content(five_days(), profile=ALEX, options=options))
    assert "Alex" not in told
    assert "Area:" not in told


def test_private_notes_are_never_read() -> None:
    told = short_summary(content(five_days(private_notes="only for me"), profile=ALEX))
    assert "only for me" not in told
