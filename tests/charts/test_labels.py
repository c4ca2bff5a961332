"""Labels stand apart, inside the chart, and near what they speak of."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.charts.labels import Placed, beside, column, pushed_apart
from recovery_tracker.charts.room import XY, Box, Ink

BOUNDS = Box(100, 40, 860, 240)
GAP = 4.0

heights = st.floats(10, 30)
wanted = st.lists(st.tuples(st.floats(-50, 350), heights), min_size=1, max_size=6)


@given(wanted)
def test_pushed_apart_keeps_apart_and_within(labels: list[tuple[float, float]]) -> None:
    places, sizes = [y for y, _h in labels], [h for _y, h in labels]
    middles = pushed_apart(places, sizes, 0, 300, GAP)
    spans = sorted((m - h / 2, m + h / 2) for m, h in zip(middles, sizes, strict=True))
    assert spans[0][0] >= -1e-6
    assert spans[-1][1] <= 300 + 1e-6
    for (_low, high), (low, _high) in itertools.pairwise(spans):
        assert low - high >= GAP - 1e-6


@given(wanted)
def test_pushed_apart_keeps_the_order_of_the_lines(labels: list[tuple[float, float]]) -> None:
    places, sizes = [y for y, _h in labels], [h for _y, h in labels]
    middles = pushed_apart(places, sizes, 0, 300, GAP)
    order = sorted(range(len(places)), key=lambda at: places[at])
    for lower, upper in itertools.pairwise(order):
        assert middles[lower] < middles[upper]


def test_labels_with_room_stay_where_they_are_wanted() -> None:
    assert pushed_apart([50, 150, 250], [20, 20, 20], 0, 300, GAP) == [50, 150, 250]


def test_touching_labels_share_the_way() -> None:
    low, high = pushed_apart([100, 100], [20, 20], 0, 300, GAP)
    assert (low, high) == (88, 112)


def test_more_labels_than_room_are_spread_evenly() -> None:
    middles = pushed_apart([10, 10, 10], [20, 20, 20], 0, 50, GAP)
    assert middles[0] == 10
    assert middles[-1] == 40
    assert middles[1] == pytest.approx(25)


def _chart(rng: random.Random) -> list[list[XY]]:
    """Up to eight lines of steps over up to 14 days, with gaps, as a chart would draw them."""
    lines: list[list[XY]] = []
    for _number in range(rng.randint(1, 8)):
        last = rng.randint(1, 13)
        days = [day for day in range(last + 1) if rng.random() > 0.15] or [0]
        lines.append([(120 + day * 60, 50 + rng.randint(0, 4) * 55) for day in days])
    return lines


@pytest.mark.parametrize("seed", range(300))
def test_no_label_covers_another_or_leaves_the_chart(seed: int) -> None:
    rng = random.Random(seed)
    lines = _chart(rng)
    ink = Ink(BOUNDS)
    for line in lines:
        ink.add_line(line, 20)
    own = lines[:4]
    last = max(line[-1][0] for line in own)
    ends = [line[-1] for line in own if line[-1][0] == last]
    sizes = [(rng.uniform(90, 170), 23.0) for _end in ends]
    placed = column(ends, sizes, min(last + 31, BOUNDS.right - 175), BOUNDS)
    for line in lines[len(ends) :]:
        taken = [label.box for label in placed]
        size = (rng.uniform(60, 300), 17.0)
        found = beside(line, size, ink, taken, BOUNDS, [other for other in lines if other != line])
        assert found is not None
        placed.append(found)
    for label in placed:
        assert label.box.inside(BOUNDS)
    for one, other in itertools.combinations(placed, 2):
        assert not one.box.overlaps(other.box)


def test_a_label_keeps_off_lines_and_near_its_own() -> None:
    line: list[XY] = [(120, 100), (500, 100)]
    other: list[XY] = [(120, 130), (500, 130)]
    ink = Ink(BOUNDS)
    ink.add_line(line, 20)
    ink.add_line(other, 20)
    found = beside(line, (120, 17), ink, [], BOUNDS, [other])
    assert found is not None
    assert found.box.top < 100
    assert found.leader is None


def test_a_label_stands_where_its_line_is_far_from_the_others() -> None:
    mine: list[XY] = [(200, 150), (400, 150), (600, 250)]
    other: list[XY] = [(200, 150), (400, 150), (600, 50)]
    found = beside(mine, (80, 17), Ink(BOUNDS), [], BOUNDS, [other])
    assert found is not None
    assert found.anchor == (600, 250)


def test_no_leader_runs_through_a_label() -> None:
    barrier = Box(150, 120, 700, 17)
    ink = Ink(BOUNDS)
    ink.add_box(barrier, 30)
    found = beside([(500, 100)], (80, 17), ink, [barrier], BOUNDS)
    assert found is not None
    assert found.box.top <= barrier.bottom


def test_a_hidden_point_is_not_spoken_of_while_another_shows() -> None:
    cover = Box(180, 90, 60, 20)
    found = beside([(200, 100), (600, 100)], (80, 17), Ink(BOUNDS), [cover], BOUNDS)
    assert found is not None
    assert found.anchor == (600, 100)


def test_a_chart_that_is_full_leaves_the_label_out() -> None:
    assert beside([(500, 100)], (80, 17), Ink(BOUNDS), [BOUNDS], BOUNDS) is None
    assert beside([(500, 100)], (2000, 17), Ink(BOUNDS), [], BOUNDS) is None


def test_the_far_corner_is_used_when_all_near_places_are_taken() -> None:
    taken = [Box(BOUNDS.left, BOUNDS.bottom, BOUNDS.width, BOUNDS.height - 30)]
    found = beside([(500, 60)], (80, 17), Ink(BOUNDS), taken, BOUNDS)
    assert found is not None
    assert found.box.bottom >= taken[0].top
    assert found.leader is not None


def test_a_leader_begins_beside_its_dot_and_ends_at_the_label() -> None:
    placed = Placed.at(Box(150, 90, 50, 20), (100, 100), start=7)
    assert placed.leader == ((107, 100), (150, 100))


def test_a_label_on_its_point_needs_no_leader() -> None:
    assert Placed.at(Box(104, 90, 50, 20), (100, 100)).leader is None
