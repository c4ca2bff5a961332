"""A disk that fails when told to and remembers what it was told: for faults and power cuts.

A few lines of C are loaded before the C library and watch one folder; ``cc`` builds them when
they are first needed. Linux only.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SOURCE = Path(__file__).with_name("disk.c")
KINDS = ("write", "fsync", "rename", "read", "create", "remove")


def why_not() -> str:
    """Say what is missing to use it here; empty = nothing."""
    if not sys.platform.startswith("linux"):
        return "only Linux loads a library before the C library"
    return "" if shutil.which("cc") else "there is no C compiler (cc)"


def run(*given: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python on such a disk in a new process; ``folder`` takes the library."""
    return subprocess.run(
        [sys.executable, *given],
        env=os.environ | {"LD_PRELOAD": str(_built(folder))},
        cwd=SOURCE.parents[2],
        text=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def begin_on_it(module: str, given: Sequence[str], folder: Path) -> None:
    """Begin a module anew as a process on such a disk, unless this is one already."""
    if "disk.so" not in os.environ.get("LD_PRELOAD", ""):
        os.environ["LD_PRELOAD"] = str(_built(folder))
        os.execv(sys.executable, [sys.executable, "-m", module, *given])


def _built(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    library = folder / "disk.so"
    subprocess.run(
        ["cc", "-O1", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl", "-lpthread"],
        check=True,
    )
    return library.resolve()


class Disk:
    """The disk under one folder, within a process that runs on it."""

    def __init__(self, folder: Path) -> None:
        """Watch what happens under a folder, which is named as the program will name it."""
        self._calls = ctypes.CDLL(None)
        self._calls.disk_watch(os.fsencode(folder))
        self._calls.disk_count.restype = ctypes.c_long

    def fail(self, kind: str, at: int, error: int, *, lasts: bool = False) -> None:
        """Have the ``at``-th call of a kind fail from now on; ``lasts`` = and what follows."""
        self._calls.disk_fail(KINDS.index(kind), ctypes.c_long(at), error, int(lasts))

    def heal(self) -> None:
        """Have nothing fail any more, and count anew."""
        self._calls.disk_fail(-1, ctypes.c_long(0), 0, 0)

    def count(self, kind: str) -> int:
        """Return how many calls of a kind there were."""
        return int(self._calls.disk_count(KINDS.index(kind)))

    def record(self, descriptor: int) -> None:
        """Write each change into a file that is not watched."""
        self._calls.disk_record(descriptor)

    def mark(self, words: str) -> None:
        """Put words between the changes."""
        self._calls.disk_mark(words.encode())
