"""Room on a chart: boxes, and how much of the chart each spot already carries.

Pure geometry in pixels at 96 to the inch, origin at the bottom left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recovery_tracker.values import frozen

XY = tuple[float, float]
Numbers = NDArray[np.float64]
CELL = 4.0  # pixels; fine enough to tell a line of text from the next
_STEPS = 12  # spots looked at along a leader
_OWN_LINE = 9.0  # pixels from its start, where a leader cannot but touch its own line


@frozen
class Box:
    """A rectangle, sides parallel to the axes."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.bottom + self.height

    @property
    def middle(self) -> float:
        """Half-way between bottom and top."""
        return self.bottom + self.height / 2

    def overlaps(self, other: Box, apart: float = 0.0) -> bool:
        """Tell whether two boxes share a point, or are nearer than ``apart``."""
        return (
            self.left < other.right + apart
            and other.left < self.right + apart
            and self.bottom < other.top + apart
            and other.bottom < self.top + apart
        )

    def inside(self, other: Box) -> bool:
        """Tell whether the box lies within another."""
        slack = 1e-6
        return (
            self.left >= other.left - slack
            and self.right <= other.right + slack
            and self.bottom >= other.bottom - slack
            and self.top <= other.top + slack
        )

    def nearest(self, point: XY) -> XY:
        """Return the point of the box that is nearest to another point."""
        x, y = point
        return (min(max(x, self.left), self.right), min(max(y, self.bottom), self.top))


class Ink:
    """How much of a chart each spot already carries, so that labels can keep off it."""

    def __init__(self, bounds: Box) -> None:
        self._bounds = bounds
        rows = math.ceil(bounds.height / CELL) + 1
        columns = math.ceil(bounds.width / CELL) + 1
        self._cells: Numbers = np.zeros((rows, columns))
        self._sums: Numbers | None = None

    def add_line(self, points: Sequence[XY], weight: float) -> None:
        """Draw a line of some weight; a spot keeps the heaviest line through it."""
        if not points:
            return
        corners = np.array(points, dtype=np.float64)
        ways = np.hypot(*np.diff(corners, axis=0).T).cumsum() if len(points) > 1 else ()
        along = np.array([0.0, *ways])
        spots = np.append(np.arange(0.0, along[-1], CELL / 2), along[-1])
        x, y = np.interp(spots, along, corners[:, 0]), np.interp(spots, along, corners[:, 1])
        rows, columns = self._cells_of(x, y)
        self._cells[rows, columns] = np.maximum(self._cells[rows, columns], weight)
        self._sums = None

    def add_box(self, box: Box, weight: float) -> None:
        """Fill a box, so that leaders do not run through a label."""
        rows, columns = self._cells_of(
            np.array([box.left, box.right]), np.array([box.bottom, box.top])
        )
        spot = (slice(rows[0], rows[1] + 1), slice(columns[0], columns[1] + 1))
        self._cells[spot] = np.maximum(self._cells[spot], weight)
        self._sums = None

    def _cells_of(self, x: Numbers, y: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        rows, columns = self._cells.shape
        row = np.clip(((y - self._bounds.bottom) // CELL).astype(np.intp), 0, rows - 1)
        column = np.clip(((x - self._bounds.left) // CELL).astype(np.intp), 0, columns - 1)
        return row, column

    def under(self, left: Numbers, bottom: Numbers, width: float, height: float) -> Numbers:
        """Return how much ink boxes of one size would hide, one number for each box."""
        if self._sums is None:
            self._sums = np.pad(self._cells, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
        low, first = self._cells_of(left, bottom)
        high, last = self._cells_of(left + width, bottom + height)
        sums = self._sums
        high, last = high + 1, last + 1
        return sums[high, last] - sums[low, last] - sums[high, first] + sums[low, first]

    def along(self, start: tuple[Numbers, Numbers], end: tuple[Numbers, Numbers]) -> Numbers:
        """Return how much ink straight leaders would cross, but for the line they start from."""
        across, up = end[0] - start[0], end[1] - start[1]
        length = np.hypot(across, up)
        total = np.zeros(length.shape)
        for part in np.linspace(1 / _STEPS, 1.0, _STEPS):
            rows, columns = self._cells_of(start[0] + across * part, start[1] + up * part)
            total += np.where(length * part > _OWN_LINE, self._cells[rows, columns], 0.0)
        return total
