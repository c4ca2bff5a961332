"""Print how fast the program is: each figure as a ratio to a floor measured in turn.

Absolute times drift on a shared machine, so the pairs are interleaved and the median of the ratios
counts. Run as ``make bench``; needs Xvfb for a real window (without it: Qt's offscreen platform).
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import screen, start, tap

PAIRS = 12


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        number: the row's number among the targets.
        must, goal: upper limits of the figure.
    """

    number: str
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


def measure(folder: Path) -> list[Row]:
    """Take every measurement."""
    starts = start.pairs(folder, PAIRS)
    taps = tap.measure(folder, PAIRS)
    return [
        Row("1", "first content painted / bare window", seconds(starts.bare),
            seconds(starts.painted), ratio(starts.painted, starts.bare), " x", 1.35, 1.15),
        Row("2", "the day's data on screen / bare window", seconds(starts.bare),
            seconds(starts.complete), ratio(starts.complete, starts.bare), " x", 2.3, 1.8),
        Row("8", "a rating: tap to durable commit / raw row", milliseconds(taps.raw),
            milliseconds(taps.commit), ratio(taps.commit, taps.raw), " x", 2.5, 1.5),
        Row("9", "a rating: tap to everything repainted", "–", milliseconds(taps.repainted),
            statistics.median(taps.repainted) * 1000, " ms", 30, 16),
    ]  # fmt: skip


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, screen.virtual() as platform:
        rows = measure(Path(folder))
        print(f"Platform: {platform}; {PAIRS} interleaved pairs; medians.\n")
    print("| # | what | floor | ours | figure | must | goal | reached |")
    print("|---|---|---|---|---|---|---|---|")
    for row in rows:
        print(row.line())


if __name__ == "__main__":
    main()
