"""The sum of eight has no range behind it and no dot until all eight are answered."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.charts.plot import Plot
from recovery_tracker.charts.sheet import Area, Sheet
from recovery_tracker.charts.sum_of_eight import draw_sum
from recovery_tracker.charts.timeline import EarlierSession
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.palette import palette
from tests.builders import build, daily, date_of
from tests.charts.drawing import (
    dots,
    levels,
    line,
    lines,
    overlapping,
    points,
    word_boxes,
    words,
)

LIGHT = palette("light")
EARLIER = EarlierSession(
    1,
    build({day: daily(redness=3, pain=3 - day % 3) for day in range(9)}, date=dt.date(2026, 2, 3)),
)


def drawn(recovery: Recovery, *, day: int, **more: Any) -> Plot:
    return draw_sum(Sheet(984, 310), recovery, LIGHT, today=date_of(day), **more)


def test_a_day_has_a_dot_only_when_all_eight_are_answered() -> None:
    recovery = build(
        {0: daily(redness=2, pain=2), 1: daily(redness=2, itching=None), 2: daily(redness=1)}
    )
    plot = drawn(recovery, day=2)
    assert points(plot, line(plot, "sum")) == [(0, 4), None, (2, 1)]


def test_there_is_no_range_behind_a_sum() -> None:
    plot = drawn(build({0: daily(redness=2)}), day=0, earlier=[EARLIER])
    assert lines(plot, "upper") == lines(plot, "typical") == []
    assert not any(isinstance(mark, Area) for mark in plot.sheet.marks)
    assert all("range" not in text for text in words(plot.sheet))


def test_todays_incomplete_day_has_no_dot() -> None:
    plot = drawn(build({0: daily(redness=2), 1: {"redness": 2}}), day=1)
    assert dots(plot, "today") == []
    assert "This session: 2 on day 0" in words(plot.sheet)
    assert "Today so far" in words(plot.sheet)


def test_the_own_line_is_named_with_todays_sum() -> None:
    plot = drawn(build({0: daily(redness=2, pain=1)}), day=0)
    assert "This session: 3" in words(plot.sheet)
    assert line(plot, "sum").color == LIGHT.primary


def test_earlier_sessions_are_named_with_their_month() -> None:
    plot = drawn(build({0: daily(redness=2)}), day=0, earlier=[EARLIER])
    assert "Session 1, February" in words(plot.sheet)


def test_before_any_complete_day_the_chart_says_why_it_is_empty() -> None:
    plot = drawn(build({0: {"redness": 2}}), day=0)
    assert "No day has all eight answers yet." in words(plot.sheet)


@pytest.mark.parametrize(
    ("grade", "top"), [(0, 8), (1, 8), (2, 16), (3, 32), (4, 32)]
)  # fmt: skip
def test_the_axis_holds_every_sum(grade: int, top: int) -> None:
    recovery = build({0: dict.fromkeys(USUAL_SYMPTOMS, grade)})
    plot = drawn(recovery, day=0)
    assert levels(plot)[-1] == top
    assert len(levels(plot)) == 5
    assert "0, none" in words(plot.sheet)


def test_a_higher_earlier_session_raises_the_axis() -> None:
    high = EarlierSession(1, build({0: dict.fromkeys(USUAL_SYMPTOMS, 4)}))
    plot = drawn(build({0: daily(redness=1)}), day=0, earlier=[high])
    assert levels(plot)[-1] == 32


@pytest.mark.parametrize("day", range(0, 9, 2))
def test_no_word_covers_another(day: int) -> None:
    recovery = build({n: daily(redness=3, pain=3 - n // 3) for n in range(day + 1)})
    plot = drawn(recovery, day=day, earlier=[EARLIER])
    assert overlapping(word_boxes(plot.sheet)) == []
