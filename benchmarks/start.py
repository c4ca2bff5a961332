"""How long a start takes, from spawn to paint: the program against a bare window.

Rows 1 to 4. Other programs are compared through their ratio to the same bare window, which was
measured once where they were installed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.row import Row, ratio, times_floor
from benchmarks.window import accept, fill, run

# complete / bare window, on one machine and day
_PEERS = {"Vorta": 3.25, "Anki": 8.80, "Calc": 8.68}
_PEER_LIMITS = {"Vorta": (0.75, 0.55), "Anki": (0.35, 0.25), "Calc": (0.35, 0.25)}
_FIRST_STARTS = 5


def measure(folder: Path, pairs: int) -> list[Row]:
    """Measure pairs in turn, after one of each that does not count."""
    diary = folder / "diary"
    fill(diary)
    bare: list[float] = []
    painted: list[float] = []
    complete: list[float] = []
    for number in range(pairs + 1):
        floor, ours = run("bare", diary), run("start", diary)
        if number:
            bare.append(floor["painted"])
            painted.append(ours["painted"])
            complete.append(ours["complete"])
    over = ratio(complete, bare)
    return [
        times_floor(1, "first content painted / bare window", bare, painted, 1.35, 1.15),
        times_floor(2, "the day's data on screen / bare window", bare, complete, 2.3, 1.8),
        *[
            Row(3, f"complete / {peer}", f"{times} x bare", f"{over:.2f} x bare", over / times,
                " x", *_PEER_LIMITS[peer])
            for peer, times in _PEERS.items()
        ],
        _first_start(folder, diary),
    ]  # fmt: skip


def _first_start(folder: Path, diary: Path) -> Row:
    """The start that makes the diary, against an everyday one."""
    first: list[float] = []
    everyday: list[float] = []
    for number in range(_FIRST_STARTS):
        new = folder / f"new{number}"
        new.mkdir()
        accept(new)
        first.append(run("start", new)["complete"])
        everyday.append(run("start", diary)["complete"])
        shutil.rmtree(new)
    return times_floor(4, "first start ever / everyday start", everyday, first, 1.6, 1.2)
