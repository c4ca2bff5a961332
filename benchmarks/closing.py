"""How long the program takes to go, from the click to the process gone. Row 15."""

from __future__ import annotations

import statistics
from pathlib import Path

from benchmarks.row import Row, in_ms
from benchmarks.window import fill, run

_ROUNDS = 5


def measure(folder: Path, _pairs: int) -> list[Row]:
    """Start and close the program a few times."""
    fill(folder / "diary")
    told = [run("close", folder / "diary") for _round in range(_ROUNDS)]
    found = statistics.median(one["gone"] - one["clicked"] for one in told)
    return [in_ms(15, "close: click to process gone", found, 400, 150)]
