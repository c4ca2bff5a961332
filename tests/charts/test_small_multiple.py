"""The small charts share their scale and leave the words to the card around them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.charts.plot import Plot
from recovery_tracker.charts.sheet import Area, Sheet
from recovery_tracker.charts.small_multiple import draw_small
from recovery_tracker.charts.timeline import EarlierSession
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.palette import palette
from tests.builders import NO_PROFILE, build, date_of
from tests.charts.drawing import dots, line, lines, points, words

LIGHT = palette("light")
RECOVERY = build({0: {"redness": 2, "pain": 1}, 1: {"redness": 1}, 3: {"redness": 1}})


def drawn(recovery: Recovery, symptom: str = "redness", *, day: int, **more: Any) -> Plot:
    sheet = Sheet(*more.pop("size", (224, 104)))
    return draw_small(sheet, recovery, symptom, NO_PROFILE, LIGHT, today=date_of(day), **more)


def test_it_shows_the_line_its_gap_and_its_band() -> None:
    plot = drawn(RECOVERY, day=4)
    assert points(plot, line(plot, "redness")) == [(0, 2), (1, 1), None, (3, 1)]
    (lone,) = dots(plot, "lone days")
    assert points(plot, lone) == [(3, 1)]
    assert points(plot, line(plot, "upper"))[0] == (0, 3)


def test_all_small_charts_share_their_scales() -> None:
    plots = [drawn(RECOVERY, code, day=4) for code in USUAL_SYMPTOMS]
    assert len({(plot.days, plot.box, plot.pad) for plot in plots}) == 1
    assert len({(plot.low, plot.high) for plot in plots}) == 1


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (4, ["today", "0", "13", "7"]),
        (0, ["today", "13", "7"]),
        (7, ["today", "0", "13"]),
        (12, ["today", "0", "7"]),
        (40, ["0", "13", "7"]),
    ],
)
def test_today_is_named_and_touches_no_other_day(day: int, written: list[str]) -> None:
    assert words(drawn(RECOVERY, day=day).sheet) == written


def test_a_symptom_that_was_not_recorded_has_a_band_and_no_line() -> None:
    plot = drawn(RECOVERY, "flaking", day=4)
    assert points(plot, line(plot, "flaking")) == []
    assert dots(plot, "today") == []
    assert lines(plot, "upper")


def test_earlier_sessions_lie_behind() -> None:
    earlier = EarlierSession(1, build({0: {"redness": 3}}, date=dt.date(2026, 1, 5)))
    empty = EarlierSession(2, build({}, date=dt.date(2026, 2, 5)))
    plot = drawn(RECOVERY, day=4, earlier=[empty, earlier])
    assert [points(plot, one) for one in lines(plot, "past")] == [[(0, 3)]]


def test_one_sheet_holds_one_chart_at_a_time() -> None:
    sheet = Sheet(224, 104)
    for code in USUAL_SYMPTOMS:
        draw_small(sheet, RECOVERY, code, NO_PROFILE, LIGHT, today=date_of(4))
    assert sum(isinstance(mark, Area) for mark in sheet.marks) == 1


def test_it_draws_at_any_size() -> None:
    plot = drawn(RECOVERY, day=4, size=(1, 1))
    assert points(plot, line(plot, "redness"))
