"""Has the memory of large pictures given back to the system as soon as they are gone.

The C library of Linux sets the size from which a block has a mapping of its own higher each time
such a block is freed, up to 32 MB. Pages and photos (7 to 12 MB each) then lie among small values
and leave holes that stay: after 2,000 actions over all pages 100 MB of them.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_MMAP_THRESHOLD = -3  # as in malloc.h
_LARGE = 512 * 1024


@cache
def give_back_pictures() -> bool:
    """Give every large block a mapping of its own from now on; tell whether the system does so."""
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none
    return mallopt is not None and bool(mallopt(_MMAP_THRESHOLD, _LARGE))
