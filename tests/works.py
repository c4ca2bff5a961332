"""Works for a process of its own: it finds them by their name."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any

from recovery_tracker.domain.errors import Refused
from recovery_tracker.i18n import _


def echo(*given: object) -> tuple[object, ...]:
    """Answer what was asked."""
    return given


def which() -> int:
    """Tell which process this is."""
    return os.getpid()


def refuse() -> None:
    """Refuse in the language of the person."""
    raise Refused(_("Save the report"))


def fail() -> None:
    """Have a fault."""
    raise ZeroDivisionError


def end(*_given: object) -> None:
    """End as a process does that is out of memory."""
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def never(*_given: object) -> Any:
    """Go on for ever."""
    threading.Event().wait()
