"""How long the Recovery page takes: the first time, later, and a chart drawn anew. Row 10."""

from __future__ import annotations

import statistics
from pathlib import Path

from benchmarks.row import Row, in_ms
from benchmarks.window import fill, run

_ROUNDS = 5
_LIMITS = {"first": (1000, 600), "later": (100, 50), "redraw": (60, 35)}


def measure(folder: Path, _pairs: int) -> list[Row]:
    """Measure in several programs; the first of them does not count."""
    fill(folder / "diary")
    told = [run("recovery_page", folder / "diary") for _round in range(_ROUNDS + 1)][1:]
    return [
        in_ms(10, f"Recovery page: {name}", statistics.median(one[name] for one in told), *limits)
        for name, limits in _LIMITS.items()
    ]
