"""How much room the window gives the Today page, and how high its rows may be."""

from __future__ import annotations

from recovery_tracker.ui.pages.today.skin_card import LOWEST_ROW, TALLEST_ROW
from recovery_tracker.values import frozen

_COMPACT_BELOW = 760  # px of window height
_NARROW_BELOW = 1120  # px of window width
_SINGLE_BELOW = 900
_SIDE_LESS = 54  # px that photo slots and charts together may be lower


@frozen
class Room:
    """What the window's size asks for.

    Attributes:
        compact: little height: one line for title and date, low rows and chips.
        narrow: a smaller right column.
        single: the right column stands under the left one.
    """

    compact: bool = False
    narrow: bool = False
    single: bool = False

    @classmethod
    def of(cls, width: float, height: float) -> Room:
        """Tell the room of a window of some size, in px at 100 %."""
        return cls(height < _COMPACT_BELOW, width < _NARROW_BELOW, width < _SINGLE_BELOW)

    @property
    def tallest_row(self) -> int:
        """The height of a row while there is room for it, in px at 100 %."""
        return LOWEST_ROW if self.compact else TALLEST_ROW


def row_height(now: int, lacking: int, rows: int) -> int:
    """Return how high rows may be so that ``lacking`` px less are needed; never below the least."""
    if lacking <= 0 or not rows:
        return now
    return max(LOWEST_ROW, now - -(-lacking // rows))


def side_less(lacking: int) -> tuple[int, int]:
    """Return how much lower slots and charts are drawn so that ``lacking`` px less are needed."""
    less = min(max(lacking, 0), _SIDE_LESS)
    return less - less // 2, less // 2
