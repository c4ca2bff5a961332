"""A sheet: the marks a chart is made of, for the window and the paper to draw alike.

Pixels at 96 to the inch, origin at the bottom left. Nothing is drawn here: the window paints the
marks itself, for matplotlib would take more memory than all else it holds; the report has
matplotlib, in a process of its own, make outlines of them.
"""

from __future__ import annotations

from recovery_tracker.charts.room import XY, Box
from recovery_tracker.values import frozen

BASELINE = 0.262
"""How far the baseline of a line of text lies below its middle, in parts of its size."""


@frozen
class Line:
    """A line, broken between its runs.

    Attributes:
        dash: lengths drawn and left out in turn, in widths of the line; none = solid.
        order: what is higher is drawn over what is lower, here and below.
    """

    runs: tuple[tuple[XY, ...], ...]
    color: str
    width: float
    dash: tuple[float, ...] = ()
    label: str = ""
    order: float = 2.0


@frozen
class Dots:
    """Dots of one look.

    Attributes:
        shape: o = round, s = square, ^ = triangle, D = diamond.
        size: their width without the rim; ``rim``: its width, half of it outside.
    """

    at: tuple[XY, ...]
    shape: str
    size: float
    fill: str
    edge: str
    rim: float = 0.0
    label: str = ""
    order: float = 2.0


@frozen
class Area:
    """A filled shape."""

    corners: tuple[XY, ...]
    color: str
    label: str = ""
    order: float = 1.0


@frozen
class Plate:
    """A box with round corners behind a label."""

    box: Box
    corner: float
    fill: str
    edge: str
    order: float = 12.5


@frozen
class Words:
    """One line of text; ``at`` is its middle, or its left or right end."""

    text: str
    at: XY
    color: str
    size: float
    weight: int
    align: str
    order: float = 13.0


Mark = Line | Dots | Area | Plate | Words


class Sheet:
    """Marks on a ground of one colour, width and height at least one pixel."""

    def __init__(self, width: float, height: float) -> None:
        self.width = max(float(width), 1.0)
        self.height = max(float(height), 1.0)
        self.ground = ""
        self._marks: list[Mark] = []

    def clear(self, ground: str) -> None:
        """Take everything away and give it a colour."""
        self.ground = ground
        self._marks.clear()

    def add(self, mark: Mark) -> None:
        """Put a mark on it."""
        self._marks.append(mark)

    @property
    def marks(self) -> list[Mark]:
        """All marks, what lies lowest first."""
        return sorted(self._marks, key=_order)


def _order(mark: Mark) -> float:
    return mark.order


def triangle(at: XY, size: float) -> tuple[XY, ...]:
    """Return the corners of a triangle that points up."""
    (x, y), half = at, size / 2
    return (x, y + half), (x - half, y - half), (x + half, y - half)


def square(at: XY, size: float) -> tuple[XY, ...]:
    """Return the corners of a square."""
    (x, y), half = at, size / 2
    return (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)


def diamond(at: XY, size: float) -> tuple[XY, ...]:
    """Return the corners of a square on its tip."""
    (x, y), half = at, size / 2**0.5
    return (x, y + half), (x - half, y), (x, y - half), (x + half, y)


CORNERS = {"s": square, "^": triangle, "D": diamond}
