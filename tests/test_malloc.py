"""What is gone leaves no holes in memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from recovery_tracker.malloc import keep_lean

_PICTURES = """
import ctypes, os
from recovery_tracker.malloc import keep_lean

def used():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

c = ctypes.CDLL(None)
c.malloc.restype = ctypes.c_void_p
c.malloc.argtypes = (ctypes.c_size_t,)
c.memset.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t)
c.free.argtypes = (ctypes.c_void_p,)
if {lean}:
    assert keep_lean()
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


_THREADS = """
import ctypes, threading
from recovery_tracker.malloc import keep_lean

c = ctypes.CDLL(None)
c.malloc.restype = c.fdopen.restype = ctypes.c_void_p
c.malloc_info.argtypes = (ctypes.c_int, ctypes.c_void_p)
if {lean}:
    assert keep_lean()
together = threading.Barrier(4)

def work():
    together.wait()
    c.malloc(1_000)
    together.wait()

threads = [threading.Thread(target=work) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
out = c.fdopen(1, b"w")
c.malloc_info(0, out)
c.fflush(ctypes.c_void_p(out))
"""
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not keep_lean(),
    reason="this C library has its own ways",
)


def said_by(program: str, *, lean: bool) -> str:
    """What a program prints, with memory kept lean or as the C library has it."""
    return subprocess.run(
        [sys.executable, "-c", program.replace("{lean}", str(lean))],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        env={name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")},
    ).stdout


def test_pictures_that_are_gone_leave_no_holes() -> None:
    assert int(said_by(_PICTURES, lean=True)) < 5
    without = int(said_by(_PICTURES, lean=False))
    assert without > 50, "if the C library does so by itself, ours can go"


def test_threads_have_no_heaps_of_their_own() -> None:
    assert said_by(_THREADS, lean=True).count("<heap nr=") == 1
    assert said_by(_THREADS, lean=False).count("<heap nr=") > 1
