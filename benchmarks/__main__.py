"""Print how fast the program is: each row of the targets, against a floor measured in turn.

Absolute times drift on a shared machine, so the pairs are interleaved and the median of the ratios
counts. Run as ``make bench``, or ``make bench ROWS=2,8`` for some rows; needs Xvfb for a real
window (without it: Qt's offscreen platform). What the figures mean: ``benchmarks/README.md``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from benchmarks import screen

PAIRS = 12
# which rows a module measures; each has measure(folder, pairs) -> list of rows
MODULES = {
    "start": (1, 2, 3, 4),
    "stalls": (5,),
    "idle": (6,),
    "memory": (7,),
    "tap": (8, 9),
    "recovery_page": (10,),
    "report_making": (11,),
    "exchange": (12, 13),
    "growth": (14,),
    "closing": (15,),
    "command": (16,),
}


def main() -> None:
    """Print the table, row by row as they are measured."""
    wanted = {int(word) for word in "".join(sys.argv[1:]).replace(",", " ").split()}
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    with screen.virtual() as platform:
        print(f"Platform: {platform}; up to {PAIRS} interleaved pairs; medians.\n")
        print("| # | what | floor | ours | figure | must | goal | reached |")
        print("|---|---|---|---|---|---|---|---|")
        for name, numbers in MODULES.items():
            if wanted and not wanted & set(numbers):
                continue
            with tempfile.TemporaryDirectory() as folder:
                for row in import_module(f"benchmarks.{name}").measure(Path(folder), PAIRS):
                    if not wanted or row.number in wanted:
                        print(row.line(), flush=True)


if __name__ == "__main__":
    main()
