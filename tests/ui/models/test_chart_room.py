"""The height of the Recovery page: shared where it fits, never less than can be read."""

from __future__ import annotations

import pytest

from recovery_tracker.ui.models.chart_room import alone, shared


def px(value: float) -> int:
    return round(value)


def test_a_chart_alone_takes_the_room_within_limits() -> None:
    assert (alone(100, px), alone(300, px), alone(900, px)) == (230, 300, 460)


@pytest.mark.parametrize("room", range(480, 1000, 40))
def test_four_columns_share_the_room_with_the_chart(room: int) -> None:
    chart, small = shared(room, 4, px)
    assert 230 <= chart <= 460
    assert 112 <= small <= 180
    if room >= 460:
        assert chart + 2 * small <= room


def test_two_columns_keep_their_height_and_the_page_scrolls() -> None:
    assert shared(600, 2, px) == (292, 138)
    assert shared(300, 2, px) == (230, 138)
