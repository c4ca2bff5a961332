"""A report of some days only: it says so, and nothing it leaves out turns into "nothing"."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.warnings import By, Ended, Level
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.content import ReportContent
from tests.builders import daily, date_of, warning
from tests.report.cases import content

DAYS = {day: daily(redness=2 if day < 3 else 1, notes=f"note {day}") for day in range(12)}


def period(first: int | None, last: int | None, **fields: object) -> ReportContent:
    options = ReportOptions(
        first=None if first is None else date_of(first),
        last=None if last is None else date_of(last),
    )
    return content(DAYS, day=11, options=options, **fields)


def test_the_report_says_which_days_it_tells() -> None:
    assert content(DAYS, day=11).period == ""
    assert period(2, 5).period == "Days 2 to 5 only, as the patient chose."
    assert period(-3, None).period == "Days from −3 on only, as the patient chose."
    assert period(None, 5).period == "Days up to 5 only, as the patient chose."


def test_log_notes_figures_and_chart_keep_to_the_period() -> None:
    found = period(2, 5)
    assert [block.days for block in found.log] == [("2", "3", "4", "5")]
    assert found.account is not None
    assert [note.text for note in found.account.notes] == ["note 5", "note 4", "note 3", "note 2"]
    figures = {figure.code: (figure.value, figure.label) for figure in found.figures}
    assert figures["redness"] == ("Mild", "Redness, day 5")
    assert figures["logged"] == ("4 of 4", "Days logged")
    assert found.chart is not None
    assert found.chart.days == range(2, 16)
    assert "day 0" not in found.chart.alt.partition("Usual range")[0]


def test_a_missing_day_of_the_period_is_due() -> None:
    days = {day: said for day, said in DAYS.items() if day != 3}
    options = ReportOptions(first=date_of(2), last=date_of(5))
    found = content(days, day=11, options=options)
    assert "3 of 4 days logged." in found.advice.notes


def test_an_active_warning_is_told_whatever_days_are_shown() -> None:
    found = period(0, 5, warnings=(warning(day=8),))
    assert found.advice.tone == "contact"
    assert [one.active for one in found.warnings] == [True]


def test_an_ended_warning_of_other_days_is_counted_not_listed() -> None:
    ended = {"level": Level.WATCH, "by": None, "ended": Ended.CLEARED}
    found = period(0, 5, warnings=(warning(day=8, **ended), warning("swelling", day=3, **ended)))
    assert [one.rule for one in found.warnings] == ["C2 swelling"]
    assert "1 earlier warning belongs to days that are not shown." in found.advice.notes


def test_still_present_is_measured_on_the_whole_log() -> None:
    found = period(0, 4, warnings=(warning("blisters", day=4, by=By.TODAY),))
    assert found.warnings[0].state == "Since day 4, still active, last met on day 4."


def test_the_fingerprint_is_that_of_the_days_shown() -> None:
    assert period(2, 5).fingerprint != content(DAYS, day=11).fingerprint
    assert period(2, 5).fingerprint == period(2, 5).fingerprint


def test_a_long_log_has_a_chart_of_its_first_weeks_and_says_so() -> None:
    days = {day: daily(redness=0) for day in range(0, 200, 2)}
    found = content(days, day=199)
    assert found.chart is not None
    assert found.chart.days == range(29)
    assert "Days after 28 are in the daily log." in found.chart.key


def test_a_date_outside_the_period_is_not_shown() -> None:
    options = ReportOptions(first=dt.date(2026, 3, 4), last=dt.date(2026, 3, 6))
    assert [options.shows(dt.date(2026, 3, day)) for day in (3, 4, 6, 7)] == [
        False,
        True,
        True,
        False,
    ]


@given(
    logged=st.dictionaries(st.integers(-14, 60), st.integers(0, 4), max_size=20),
    first=st.none() | st.integers(-14, 60),
    last=st.none() | st.integers(-14, 60),
)
def test_every_rating_of_the_period_is_in_the_log_and_no_other(
    logged: dict[int, int], first: int | None, last: int | None
) -> None:
    days = {day: {"redness": grade} for day, grade in logged.items()}
    options = ReportOptions(
        first=None if first is None else date_of(first),
        last=None if last is None else date_of(last),
    )
    told: dict[int, int] = {}
    for block in content(days, day=60, options=options).log:
        (redness,) = (row for row in block.symptoms if row.code == "redness")
        for day, cell in zip(block.days, redness.cells, strict=True):
            if cell.grade is not None:
                told[int(day.replace("−", "-"))] = cell.grade
    within = {day: grade for day, grade in logged.items() if options.shows(date_of(day))}
    assert told == within
