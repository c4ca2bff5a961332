"""Start at login, which the patient asks for: one small file or entry of the system, or none.

It starts the program with ``--background``: no window opens, it waits in the tray. What the
system keeps is the truth; no setting of ours repeats it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

NAME = "recovery-tracker"


class Autostart(Protocol):
    """How one system starts a program at login."""

    def is_on(self) -> bool:
        """Tell whether the program starts at login."""
        ...

    def turn_on(self) -> None:
        """Start the program at login from now on.

        Raises:
            StorageProblem: the system does not take it.
        """
        ...

    def turn_off(self) -> None:
        """Start it no more, and leave nothing behind.

        Raises:
            StorageProblem: the system does not let go of it.
        """
        ...


def command(folder: Path | None) -> tuple[str, ...]:
    """Return the command that starts this program in the background, for a data folder.

    ``None`` is the folder the program takes by itself.
    """
    frozen = getattr(sys, "frozen", False)
    program = (sys.executable,) if frozen else (sys.executable, "-m", "recovery_tracker")
    place = () if folder is None else ("--data-dir", str(folder.expanduser().resolve()))
    return (*program, *place, "--background")


def autostart(folder: Path | None) -> Autostart:
    """Return how this system starts the program at login for a data folder, each its own."""
    words = command(folder)
    name = NAME if folder is None else f"{NAME}-{_digest(words)}"
    return _of_platform(name, words)


def _of_platform(name: str, words: Sequence[str]) -> Autostart:
    if sys.platform == "win32":
        from recovery_tracker.ui.autostart.windows import RunKey

        return RunKey(name, words)
    if sys.platform == "darwin":
        from recovery_tracker.ui.autostart.macos import LaunchAgent

        return LaunchAgent(name, words)
    from recovery_tracker.ui.autostart.desktop_file import DesktopFile

    return DesktopFile(name, words)


def _digest(words: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:8]
