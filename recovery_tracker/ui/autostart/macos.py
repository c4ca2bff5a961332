"""Start at login on macOS: a launch agent of the person's own. Written from Apple's manual page.

Not tested on a Mac; the tests read the file back only.
"""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from pathlib import Path

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _


class LaunchAgent:
    """One property list in ``~/Library/LaunchAgents``; the system reads it at the next login."""

    def __init__(self, name: str, words: Sequence[str], home: Path | None = None) -> None:
        """Name the agent, and the words of the command it starts."""
        self.file = (home or Path.home()) / "Library" / "LaunchAgents" / f"{name}.plist"
        self._label = name
        self._words = list(words)

    def is_on(self) -> bool:
        """Tell whether the file is there."""
        return self.file.is_file()

    def turn_on(self) -> None:
        """Write the file.

        Raises:
            StorageProblem: it cannot be written.
        """
        agent = {
            "Label": self._label,
            "ProgramArguments": self._words,
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_bytes(plistlib.dumps(agent))
        except OSError as error:
            raise _refused(self.file, error) from error

    def turn_off(self) -> None:
        """Delete the file.

        Raises:
            StorageProblem: it cannot be deleted.
        """
        try:
            self.file.unlink(missing_ok=True)
        except OSError as error:
            raise _refused(self.file, error) from error


def _refused(file: Path, error: OSError) -> StorageProblem:
    return StorageProblem(
        _("{file} could not be changed ({reason}). Start at login stays as it was.").format(
            file=file, reason=error.strerror or error
        )
    )
