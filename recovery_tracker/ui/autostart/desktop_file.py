"""Start at login on Linux: a desktop file in the folder ``autostart`` (XDG Autostart 0.5)."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _

_OFF = ("hidden=true", "x-gnome-autostart-enabled=false")  # what desktops write to switch it off


class DesktopFile:
    """One desktop file of the person's own."""

    def __init__(
        self, name: str, words: Sequence[str], environ: Mapping[str, str] = os.environ
    ) -> None:
        """Name the file, and the words of the command it starts."""
        config = Path(environ.get("XDG_CONFIG_HOME") or "")
        folder = config if config.is_absolute() else Path(environ.get("HOME", "~")) / ".config"
        self.file = folder.expanduser() / "autostart" / f"{name}.desktop"
        self._words = tuple(words)

    def is_on(self) -> bool:
        """Tell whether the file is there and no desktop has switched it off."""
        try:
            lines = self.file.read_text(encoding="utf-8").lower().split("\n")
        except (OSError, ValueError):
            return False
        return not any(line.replace(" ", "") in _OFF for line in lines)

    def turn_on(self) -> None:
        """Write the file.

        Raises:
            StorageProblem: it cannot be written.
        """
        name = _("Recovery Tracker")
        comment = _("Waits in the tray and reminds you once a day")
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={name}",
            f"Comment={comment}",
            f"Exec={' '.join(_quoted(word) for word in self._words)}",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
        )
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.file.write_text("\n".join(lines) + "\n", encoding="utf-8")
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


def _quoted(word: str) -> str:
    """Quote a word of a command as the Desktop Entry Specification asks for.

    Once for the command, where four characters are escaped and a per cent sign is doubled, and
    once for the value, where the backslash is.
    """
    for special in '\\"`$':
        word = word.replace(special, "\\" + special)
    return '"' + word.replace("%", "%%").replace("\\", "\\\\") + '"'


def _refused(file: Path, error: OSError) -> StorageProblem:
    return StorageProblem(
        _("{file} could not be changed ({reason}). Start at login stays as it was.").format(
            file=file, reason=error.strerror or error
        )
    )
