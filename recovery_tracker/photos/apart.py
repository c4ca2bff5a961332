"""Work on a file in a process of its own, for decoders that can end the program.

The HEIC decoder (libheif) ends its process on some damaged files. In a process of its own that
is one more way for a file to be damaged.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

_LONGEST_S = 60.0

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class EndedApart(Exception):  # noqa: N818 - told to the person as a damaged file
    """The process ended, or did not answer."""


def apart(work: Callable[[Asked], Answer], asked: Asked) -> Answer:
    """Return what a function of a module answers, asked in a new process; its errors come back.

    Raises:
        EndedApart: the process ended, or took longer than a minute.
    """
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    try:
        return pool.submit(work, asked).result(_LONGEST_S)
    except (BrokenProcessPool, TimeoutError):
        for process in list(pool._processes.values()):  # pyright: ignore[reportPrivateUsage]
            process.kill()  # what hangs would be waited for when the program ends
        raise EndedApart from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
