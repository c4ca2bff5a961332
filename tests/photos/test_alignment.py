"""Two marked points lay one photo over another."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recovery_tracker.photos.alignment import CLOSEST, Alignment, Point, align

_POINTS = st.tuples(st.floats(0, 4000), st.floats(0, 4000))


def test_the_same_points_need_no_change() -> None:
    eyes = ((100.0, 100.0), (200.0, 100.0))
    found = align(eyes, eyes)
    assert found == Alignment()


def test_a_photo_taken_from_nearer_and_turned_is_laid_over() -> None:
    found = align(((100, 100), (200, 100)), ((50, 50), (50, 250)))
    assert found is not None
    assert found.scale == pytest.approx(0.5)
    assert found.turn == pytest.approx(-90)


@given(_POINTS, _POINTS, _POINTS, _POINTS)
def test_the_points_come_to_lie_on_each_other(a: Point, b: Point, c: Point, d: Point) -> None:
    assume(math.dist(a, b) >= CLOSEST)
    assume(math.dist(c, d) >= CLOSEST)
    found = align((a, b), (c, d))
    assert found is not None
    assert found.scale > 0
    assert math.dist(found.place(c), a) < 1e-3
    assert math.dist(found.place(d), b) < 1e-3


@given(_POINTS, _POINTS)
def test_points_on_one_spot_say_nothing(a: Point, b: Point) -> None:
    near = (a[0] + 1, a[1] + 1)
    assert align((a, near), ((0, 0), (100, 100))) is None
    assert align(((0, 0), (100, 100)), (b, b)) is None
