"""How long a report takes, from the click to the PDF on disk. Row 11."""

from __future__ import annotations

import statistics
from pathlib import Path

from benchmarks.row import Row, in_ms
from benchmarks.window import fill, run

_ROUNDS = 5
_LIMITS = {"first": (1200, 600), "later": (500, 250)}


def measure(folder: Path, _pairs: int) -> list[Row]:
    """Measure in several programs; the first of them does not count."""
    fill(folder / "diary")
    told = [run("report", folder / "diary") for _round in range(_ROUNDS + 1)][1:]
    return [
        in_ms(11, f"report of one session: {name}",
              statistics.median(one[f"report_{name}"] for one in told), *limits)
        for name, limits in _LIMITS.items()
    ]  # fmt: skip
