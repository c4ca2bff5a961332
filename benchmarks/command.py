"""How long the command line takes to list the warnings of one session. Row 16."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.row import Row, times_floor
from benchmarks.window import fill


def measure(folder: Path, pairs: int) -> list[Row]:
    """Measure in turn: the import of the database layer alone, and the whole command."""
    fill(folder / "diary")
    floor: list[float] = []
    ours: list[float] = []
    listing = ("-m", "recovery_tracker", "--data-dir", str(folder / "diary"), "warnings")
    for number in range(pairs + 1):
        times = _seconds("-c", "import sqlalchemy"), _seconds(*listing)
        if number:
            floor.append(times[0])
            ours.append(times[1])
    what = "`warnings` on the command line / import sqlalchemy"
    return [times_floor(16, what, floor, ours, 1.8, 1.3)]


def _seconds(*arguments: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - begun
