"""How the height of the Recovery page is shared between its large chart and the small ones."""

from __future__ import annotations

from collections.abc import Callable

ROWS_IN_SIGHT = 2
_CHART = (230, 292, 460)  # px: least, share, most
_SMALL = (112, 138, 180)

Scale = Callable[[float], int]


def alone(room: int, px: Scale) -> int:
    """Return the height of a large chart that has the room for itself, in pixels on screen."""
    least, _share, most = (px(value) for value in _CHART)
    return max(least, min(room, most))


def shared(room: int, columns: int, px: Scale) -> tuple[int, int]:
    """Return the heights of the large chart and of each small one, in pixels on screen.

    Two rows of small ones are in sight where there are more than two columns; else the small
    ones keep their usual height, and the page scrolls.
    """
    least, share, most = (px(value) for value in _CHART)
    low, usual, high = (px(value) for value in _SMALL)
    if columns <= ROWS_IN_SIGHT:
        return max(least, min(room // 2, share)), usual
    chart = max(least, min(room * share // (share + ROWS_IN_SIGHT * usual), most))
    return chart, max(low, min((room - chart) // ROWS_IN_SIGHT, high))
