"""Has the C library give memory back to the system, and keep few holes in what it holds.

The C library of Linux gives each thread a heap of its own, and sets the size from which a block has
a mapping of its own higher each time such a block is freed, up to 32 MB. What a thread leaves then
lies in its heap for good, and pages and photos (7 to 12 MB each) lie among small values and leave
holes that stay: after 2,000 actions over all pages 100 MB of them.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

# as in malloc.h
_MMAP_THRESHOLD = -3
_ARENA_MAX = -8

_LARGE = 128 * 1024


@cache
def keep_lean() -> bool:
    """Give large blocks a mapping of their own, and new threads no heap; tell if that is done."""
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none
    return (
        mallopt is not None
        and bool(mallopt(_MMAP_THRESHOLD, _LARGE))
        and bool(mallopt(_ARENA_MAX, 1))
    )
