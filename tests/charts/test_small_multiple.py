"""The small charts share their scale and leave the words to the card around them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.charts.plot import Plot
from recovery_tracker.charts.small_multiple import draw_small
from recovery_tracker.charts.style import new_figure
from recovery_tracker.charts.timeline import EarlierSession
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.palette import palette
from tests.builders import NO_PROFILE, build, date_of
from tests.charts.drawing import line, lines, points, words

LIGHT = palette("light")
RECOVERY = build({0: {"redness": 2, "pain": 1}, 1: {"redness": 1}, 3: {"redness": 1}})


def drawn(recovery: Recovery, symptom: str = "redness", *, day: int, **more: Any) -> Plot:
    figure = new_figure(*more.pop("size", (224, 104)))
    return draw_small(figure, recovery, symptom, NO_PROFILE, LIGHT, today=date_of(day), **more)


def test_it_shows_the_line_its_gap_and_its_band() -> None:
    plot = drawn(RECOVERY, day=4)
    assert points(line(plot, "redness")) == [(0, 2), (1, 1), None, (3, 1)]
    assert points(line(plot, "lone days")) == [(3, 1)]
    assert points(line(plot, "upper"))[0] == (0, 3)


def test_all_small_charts_share_their_scales() -> None:
    plots = [drawn(RECOVERY, code, day=4) for code in USUAL_SYMPTOMS]
    assert len({plot.axes.get_xlim() for plot in plots}) == 1
    assert len({plot.axes.get_ylim() for plot in plots}) == 1


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
    assert words(drawn(RECOVERY, day=day).figure) == written


def test_a_symptom_that_was_not_recorded_has_a_band_and_no_line() -> None:
    plot = drawn(RECOVERY, "flaking", day=4)
    assert points(line(plot, "flaking")) == []
    assert lines(plot, "today") == []
    assert lines(plot, "upper")


def test_earlier_sessions_lie_behind() -> None:
    earlier = EarlierSession(1, build({0: {"redness": 3}}, date=dt.date(2026, 1, 5)))
    empty = EarlierSession(2, build({}, date=dt.date(2026, 2, 5)))
    plot = drawn(RECOVERY, day=4, earlier=[empty, earlier])
    assert [points(one) for one in lines(plot, "past")] == [[(0, 3)]]


def test_one_figure_is_used_for_one_chart_at_a_time() -> None:
    figure = new_figure(224, 104)
    for code in USUAL_SYMPTOMS:
        draw_small(figure, RECOVERY, code, NO_PROFILE, LIGHT, today=date_of(4))
    assert len(figure.axes) == 1


def test_it_draws_at_any_size() -> None:
    assert points(line(drawn(RECOVERY, day=4, size=(1, 1)), "redness"))
