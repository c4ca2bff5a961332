"""Laying one photo over another by two points that a person marks on both.

Points are given in pixels of each photo. The photo is turned, sized and moved, never bent: what
is on it keeps its shape.
"""

from __future__ import annotations

import math

from recovery_tracker.values import frozen

Point = tuple[float, float]
CLOSEST = 8.0  # pixels; two points nearer than this say too little about turn and size


@frozen
class Alignment:
    """How to lay the second photo over the first: size, turn, then move.

    Attributes:
        scale: how much larger the second photo is drawn; above 0.
        turn: in degrees, clockwise on screen, from -180 to 180.
        dx, dy: by how many pixels of the first photo it is moved after that.
    """

    scale: float = 1.0
    turn: float = 0.0
    dx: float = 0.0
    dy: float = 0.0

    def place(self, point: Point) -> Point:
        """Where a point of the second photo comes to lie on the first."""
        angle = math.radians(self.turn)
        x, y = point
        return (
            self.scale * (x * math.cos(angle) - y * math.sin(angle)) + self.dx,
            self.scale * (x * math.sin(angle) + y * math.cos(angle)) + self.dy,
        )


def align(first: tuple[Point, Point], second: tuple[Point, Point]) -> Alignment | None:
    """Find how the second photo's two points come to lie on the first photo's.

    Returns:
        The alignment, or ``None`` where two points of one photo are too near each other.
    """
    start, end = (complex(*point) for point in first)
    other_start, other_end = (complex(*point) for point in second)
    if abs(end - start) < CLOSEST or abs(other_end - other_start) < CLOSEST:
        return None
    ratio = (end - start) / (other_end - other_start)
    moved = start - ratio * other_start
    turn = math.degrees(math.atan2(ratio.imag, ratio.real))
    return Alignment(abs(ratio), turn, moved.real, moved.imag)
