"""The daily log on paper: every rating and answer is in some cell, a blank is never 0."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.report.daily_log import MOST_COLUMNS, LogBlock, Row, blocks
from tests.builders import daily, date_of
from tests.report.cases import case, five_days

TINGLING = OwnItem("x_1f00c3ab", "Tingling")


def log(entries: Any, **fields: Any) -> tuple[LogBlock, ...]:
    return blocks(case(entries, **fields))


def row(block: LogBlock, code: str) -> Row:
    return next(row for row in (*block.symptoms, *block.signs) if row.code == code)


def texts(block: LogBlock, code: str) -> dict[str, str]:
    cells = row(block, code).cells
    return {day: cell.text for day, cell in zip(block.days, cells, strict=True)}


def test_a_short_session_is_one_block_of_two_weeks() -> None:
    (block,) = log(five_days())
    assert block.days == tuple(str(day) for day in range(14))
    assert block.caption == "Days 0 to 13: 2 March to 15 March 2026"
    assert [row.code for row in block.symptoms] == list(USUAL_SYMPTOMS)
    assert [row.code for row in block.signs] == list(DAILY_SIGNS)
    assert [cell.text for cell in row(block, "redness").cells[:6]] == ["2", "2", "2", "2", "1", ""]
    assert block.entered == ()


def test_a_blank_is_not_none() -> None:
    (block,) = log({0: {"redness": 0}, 2: {"flaking": 1, "fever": False}})
    redness, fever = row(block, "redness").cells, row(block, "fever").cells
    assert [(cell.text, cell.grade) for cell in redness[:3]] == [("0", 0), ("", None), ("", None)]
    assert [cell.text for cell in fever[:3]] == ["", "", "no"]


def test_an_empty_diary_has_a_block_without_a_single_value() -> None:
    (block,) = log({})
    assert len(block.days) == MOST_COLUMNS
    assert not any(cell.text for row in (*block.symptoms, *block.signs) for cell in row.cells)


def test_baseline_days_are_negative_columns_before_day_0() -> None:
    (block,) = log({-3: {"redness": 1}, 0: {"redness": 2}})
    assert block.days[:3] == ("−3", "0", "1")
    assert texts(block, "redness")["−3"] == "1"
    assert len(block.days) == MOST_COLUMNS


def test_a_day_that_was_skipped_keeps_its_column() -> None:
    (block,) = log({0: {"redness": 2}, 3: {"redness": 1}})
    assert texts(block, "redness")["1"] == ""
    assert texts(block, "redness")["3"] == "1"


def test_after_four_weeks_only_days_with_answers_have_a_column() -> None:
    shown = log({0: {"redness": 2}, 40: {"redness": 1}, 47: {"lumps": True}}, day=50)
    days = [day for block in shown for day in block.days]
    assert days == [*(str(day) for day in range(28)), "40", "47"]


def test_rows_for_bleeding_own_symptoms_and_rare_signs_appear_where_they_are_answered() -> None:
    days = {n: daily() for n in range(20)}
    days[1] |= {"bleeding": 1}
    days[16] |= {TINGLING.code: 3, "lumps": False, "x_000000ff": 1}
    first, second = log(days, day=20, own_symptoms=(TINGLING,))
    assert [row.label for row in first.symptoms][8:] == ["Bleeding"]
    assert [row.label for row in second.symptoms][8:] == ["Tingling", "x_000000ff"]
    assert texts(second, TINGLING.code)["16"] == "3"
    assert [row.label for row in second.signs][8:] == ["New lump"]
    assert texts(second, "lumps")["16"] == "no"


def test_a_sign_that_is_there_says_yes_and_stands_out() -> None:
    (block,) = log(five_days(pus=True))
    cell = row(block, "pus").cells[4]
    assert (cell.text, cell.present) == ("yes", True)
    assert not row(block, "pus").cells[3].present


def test_a_fever_medicine_marks_fever_and_pain_of_that_day_only() -> None:
    (block,) = log(five_days(pain_or_fever_medicine=True))
    hidden = {
        (row.code, day)
        for row in (*block.symptoms, *block.signs)
        for day, cell in zip(block.days, row.cells, strict=True)
        if cell.hidden
    }
    assert hidden == {("pain", "4"), ("fever", "4")}


def test_late_and_changed_entries_are_marked() -> None:
    days = five_days()
    days[1] |= {"entered_at": _at(day=6)}
    days[2] |= {"entered_at": _at(day=2), "changed_at": _at(day=9)}
    days[3] |= {"entered_at": _at(day=3), "changed_at": _at(day=3)}
    (block,) = log(days, day=9)
    assert block.entered[:5] == ("", "late", "changed", "", "")


def _at(day: int) -> dt.datetime:
    return dt.datetime.combine(date_of(day), dt.time(20), tzinfo=dt.UTC)


DAYS = st.integers(-14, 365)
SAID = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys([*SYMPTOM_BY_CODE, TINGLING.code, "x_000000ff"], st.integers(0, 4)),
        **dict.fromkeys(SIGN_BY_CODE, st.booleans()),
    },
)


@given(entries=st.dictionaries(DAYS, SAID, max_size=30))
def test_every_rating_and_answer_is_on_paper_once_and_nothing_else(
    entries: dict[int, dict[str, int | bool]],
) -> None:
    told = [
        (code, day, "yes" if value is True else "no" if value is False else str(value))
        for day, said in entries.items()
        for code, value in said.items()
    ]
    shown = log(entries, day=365, own_symptoms=(TINGLING,))
    printed = [
        (row.code, int(day.replace("−", "-")), cell.text)
        for block in shown
        for row in (*block.symptoms, *block.signs)
        for day, cell in zip(block.days, row.cells, strict=True)
        if cell.text
    ]
    assert sorted(printed) == sorted(told)
    assert all(len(block.days) <= MOST_COLUMNS for block in shown)
