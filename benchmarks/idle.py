"""What the window costs while nobody touches it. Row 6."""

from __future__ import annotations

from pathlib import Path

from benchmarks.row import Row
from benchmarks.window import fill, run


def measure(folder: Path, _pairs: int) -> list[Row]:
    """Look at the window for 20 seconds."""
    fill(folder / "diary")
    told = run("idle", folder / "diary")
    cpu, woken = told["idle_cpu"] * 100, told["wake_ups"]
    return [
        Row(6, "idle 20 s: processor", "–", f"{cpu:.3f} %", cpu, " %", 0.05, 0),
        Row(6, "idle 20 s: wake-ups a second", "–", f"{woken:.2f}", woken, "/s", 1, 0),
    ]
