"""How long the event loop of the window is blocked at most. Row 5."""

from __future__ import annotations

from pathlib import Path

from benchmarks.row import Row, in_ms
from benchmarks.window import fill, run

_ROUNDS = 3  # the least of them: a busy machine only ever adds to a block
_LIMITS = {"start": (150, 50), "import": (100, 50), "export": (100, 50), "report": (100, 50)}


def measure(folder: Path, _pairs: int) -> list[Row]:
    """Measure the start, and files that come in and go out."""
    found: dict[str, list[float]] = {}
    for number in range(_ROUNDS):
        diary = folder / f"diary{number}"
        fill(diary)
        told = {**run("watched_start", diary), **run("stalls", diary)}
        for name in _LIMITS:
            found.setdefault(name, []).append(told[name])
    return [
        in_ms(5, f"event loop blocked at most: {name}", min(found[name]), *limits)
        for name, limits in _LIMITS.items()
    ]
