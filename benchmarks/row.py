"""One line of the table, and how its figures are made of pairs."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        number: the row's number among the targets.
        must, goal: upper limits of the figure.
    """

    number: int
    what: str
    floor: str
    ours: str
    figure: float
    unit: str
    must: float
    goal: float

    def line(self) -> str:
        """The row as a line of a Markdown table."""
        reached = (
            "goal" if self.figure <= self.goal else "must" if self.figure <= self.must else "NO"
        )
        return (
            f"| {self.number} | {self.what} | {self.floor} | {self.ours} | "
            f"{self.figure:.2f}{self.unit} | {self.must:g}{self.unit} | {self.goal:g}{self.unit} | "
            f"{reached} |"
        )


def ratio(ours: Sequence[float], floor: Sequence[float]) -> float:
    """The median of the ratios, pair by pair."""
    return statistics.median(a / b for a, b in zip(ours, floor, strict=True))


def seconds(times: Sequence[float]) -> str:
    """A median in seconds."""
    return f"{statistics.median(times):.3f} s"


def milliseconds(times: Sequence[float]) -> str:
    """A median in milliseconds."""
    return f"{statistics.median(times) * 1000:.2f} ms"


def times_floor(
    number: int, what: str, floor: Sequence[float], ours: Sequence[float], must: float, goal: float
) -> Row:
    """A row that is a ratio of seconds to a floor."""
    small = statistics.median(floor) < 0.01
    told = milliseconds if small else seconds
    return Row(number, what, told(floor), told(ours), ratio(ours, floor), " x", must, goal)


def in_ms(number: int, what: str, found: float, must: float, goal: float) -> Row:
    """A row that is a time by itself; ``found`` in seconds, limits in milliseconds."""
    return Row(number, what, "–", f"{found * 1000:.1f} ms", found * 1000, " ms", must, goal)
