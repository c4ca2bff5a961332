"""The report's pair of charts: each with its own axes and its own heading."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.charts.plot import Plot
from recovery_tracker.charts.report_pair import REPORT_SIZE, draw_report_pair
from recovery_tracker.charts.sheet import Sheet
from recovery_tracker.charts.timeline import EarlierSession
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.palette import palette
from tests.builders import NO_PROFILE, build, date_of
from tests.charts.drawing import levels, line, lines, overlapping, points, word_boxes, words

LIGHT = palette("light")
NOON = dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC)
RECOVERY = build(
    {
        0: {"redness": 2, "flaking": 0},
        1: {"redness": 2},
        2: {"redness": 1, "flaking": 1, "done_at": NOON},
    }
)


def drawn(recovery: Recovery, *, day: int, **more: Any) -> tuple[Plot, ...]:
    sheet = Sheet(*REPORT_SIZE)
    return draw_report_pair(sheet, recovery, NO_PROFILE, LIGHT, today=date_of(day), **more)


def test_redness_and_flaking_stand_side_by_side() -> None:
    redness, flaking = drawn(RECOVERY, day=2)
    assert points(redness, line(redness, "redness")) == [(0, 2), (1, 2), (2, 1)]
    assert points(flaking, line(flaking, "flaking")) == [(0, 0), None, (2, 1)]
    assert redness.box.right < flaking.box.left
    assert redness.days == flaking.days


def test_each_has_its_own_axes_range_and_typical_course() -> None:
    for plot in drawn(RECOVERY, day=2):
        assert levels(plot) == [0, 1, 2, 3, 4]
        assert lines(plot, "upper")
        assert lines(plot, "typical")


def test_each_is_headed_by_its_grade_and_the_range_of_that_day() -> None:
    written = words(drawn(RECOVERY, day=2)[0].sheet)
    assert "Redness: mild" in written
    assert "Flaking: mild" in written
    assert written.count("usual: up to moderate") == 2


def test_the_heads_can_be_given() -> None:
    heads = [("Redness: as told", "usual: as told"), ("Flaking: as told", "")]
    written = words(drawn(RECOVERY, day=2, heads=heads)[0].sheet)
    assert "Redness: as told" in written
    assert "usual: as told" in written
    assert "Flaking: mild" not in written


def test_earlier_sessions_lie_behind_both() -> None:
    earlier = EarlierSession(1, build({0: {"redness": 3, "flaking": 0}}, date=dt.date(2026, 1, 5)))
    redness, flaking = drawn(RECOVERY, day=2, earlier=[earlier])
    assert points(redness, line(redness, "past")) == [(0, 3)]
    assert points(flaking, line(flaking, "past")) == [(0, 0)]


@pytest.mark.parametrize("day", [2, 9])
def test_no_word_covers_another(day: int) -> None:
    """On day 9 the heads name their day and are too long for one line."""
    boxes = word_boxes(drawn(RECOVERY, day=day)[0].sheet)
    assert overlapping(boxes) == []
    for text, box in boxes:
        assert box.left >= 0, text
        assert box.right <= REPORT_SIZE[0], text
        assert box.top <= REPORT_SIZE[1], text


def test_nothing_recorded_says_so() -> None:
    written = words(drawn(build({}), day=0)[0].sheet)
    assert "Redness: not recorded" in written
    assert "Flaking: not recorded" in written
    assert not any(text.startswith("usual") for text in written)
