"""Memory of pictures that are gone is gone, too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from recovery_tracker.ui.picture_memory import give_back_pictures

_PROGRAM = """
import ctypes, os
from recovery_tracker.ui.picture_memory import give_back_pictures

def used():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

c = ctypes.CDLL(None)
c.malloc.restype = ctypes.c_void_p
c.malloc.argtypes = (ctypes.c_size_t,)
c.memset.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t)
c.free.argtypes = (ctypes.c_void_p,)
if {given_back}:
    assert give_back_pictures()
c.free(c.malloc(20_000_000))  # the C library takes 20 MB for usual from now on
before = used()
pictures = []
for number in range(10):
    picture = c.malloc(7_000_000)
    c.memset(picture, 1, 7_000_000)
    pictures.append(picture)
    small = c.malloc(100_000)  # too large for a hole that Python left, so it lies between two
    c.memset(small, 1, 1_000)
for picture in pictures:
    c.free(picture)
print((used() - before) // 1_000_000)
"""


def stays(*, given_back: bool) -> int:
    """Megabytes that stay of ten pictures."""
    told = subprocess.run(
        [sys.executable, "-c", _PROGRAM.replace("{given_back}", str(given_back))],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    return int(told.stdout)


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not give_back_pictures(),
    reason="this C library does not keep them",
)
def test_pictures_that_are_gone_leave_no_holes() -> None:
    assert stays(given_back=True) < 5
    assert stays(given_back=False) > 50, "if the C library does so by itself, ours can go"
