"""Keys and a pointer, as hands give them: through the X server, to whatever is in front."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from typing import Any

from tests.journeys.stage import Stage, Visitor

WINDOW = "Recovery Tracker"
PATIENCE = 30.0
_TABS = 120  # more than any page has
_NOTCH, _UP, _DOWN = 3, "4", "5"  # of a wheel, as buttons
_CLEAR = 70  # px at the window's lower edge that a footer may cover
_FIXED = 3  # turns of the wheel


def until(holds: Callable[[], Any], what: str) -> Any:
    """Wait until something holds; return what it gave."""
    end = time.monotonic() + PATIENCE
    while True:
        found = holds()
        if found:
            return found
        assert time.monotonic() < end, what
        time.sleep(0.05)  # nothing to wait on: the window is another process's


class Hands:
    """Someone at the keyboard or the mouse, who looks where things are before acting."""

    def __init__(self, stage: Stage, visitor: Visitor) -> None:
        self._stage = stage
        self.looks = visitor

    def _xdotool(self, *words: object) -> str:
        done = subprocess.run(
            ["xdotool", *(str(word) for word in words)],
            env=self._stage.env,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return done.stdout

    def take_window(self, name: str) -> None:
        """Give the keys to a window, as a desktop does when it comes up."""
        window = self._xdotool("search", "--sync", "--onlyvisible", "--name", name).split()[-1]
        self._xdotool("windowfocus", "--sync", window)

    # Keys --------------------------------------------------------------------------------------

    def keys(self, *keys: str) -> None:
        """Press keys one after the other, such as "ctrl+1"."""
        self._xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def types(self, text: str) -> None:
        """Write a text."""
        self._xdotool("type", "--delay", "20", text)

    def tab_to(self, part: str, *, key: str = "Tab") -> None:
        """Go on with Tab until something that says this has the focus."""
        met: list[str] = []
        for _step in range(_TABS):
            it = until(self.looks.focused, "nothing has the focus")
            met.append(it["name"])
            if part in it["name"]:
                return
            self.keys(key)
        raise AssertionError(f"{part!r} was not among {met}")

    # Pointer -----------------------------------------------------------------------------------

    def clicks(self, name: str, **request: Any) -> None:
        """Click the middle of something, scrolled into sight."""
        x, y = self._in_sight(name, **request)
        self._xdotool("mousemove", x, y, "click", "1")

    def points_at(self, name: str, along: float = 0.5, **request: Any) -> None:
        """Move the pointer over something, so far along its width."""
        self._in_sight(name, **request)
        left, top, width, height = self.looks.finds(name, **request)["place"]
        self._xdotool("mousemove", round(left + along * width), top + height // 2)

    def _in_sight(self, name: str, **request: Any) -> tuple[int, int]:
        _left, above, _wide, high = self.looks.finds(WINDOW, role="frame")["place"]
        lowest, highest = above + high - _CLEAR, above
        before: list[int] = []
        still = 0
        for _turn in range(_TABS):
            it = self.looks.finds(name, **request)["place"]
            left, top, width, height = it
            x, y = left + width // 2, top + height // 2
            still = still + 1 if it == before else 0
            clear = highest <= y <= lowest
            if still >= (1 if clear else _FIXED):  # what never moves is of a footer
                return x, y
            if not clear:
                self._xdotool("mousemove", max(left + 5, x), (highest + lowest) // 2)
                self._xdotool("click", "--repeat", _NOTCH, _DOWN if y > lowest else _UP)
            before = it
        raise AssertionError(f"{name!r} could not be scrolled into sight: {before}")
