"""How much memory the window takes, against a bare window. Row 7."""

from __future__ import annotations

import statistics
from pathlib import Path

from benchmarks.row import Row
from benchmarks.window import fill, run

_ROUNDS = 3


def measure(folder: Path, _pairs: int) -> list[Row]:
    """Measure after the start, and after every page was opened and a report made."""
    fill(folder / "diary")
    bare: list[float] = []
    after_start: list[float] = []
    after_all: list[float] = []
    for _round in range(_ROUNDS):
        bare.append(run("bare", folder)["pss"])
        told = run("memory", folder / "diary")
        after_start.append(told["pss"])
        after_all.append(told["pss_after_all"])
    return [
        _row("memory after the start / bare window", bare, after_start, 1.8, 1.6),
        _row("memory after every page and a report / bare window", bare, after_all, 3.3, 2.8),
    ]


def _row(what: str, bare: list[float], ours: list[float], must: float, goal: float) -> Row:
    floor, found = statistics.median(bare), statistics.median(ours)
    return Row(7, what, f"{floor:.0f} MiB", f"{found:.0f} MiB", found / floor, " x", must, goal)
