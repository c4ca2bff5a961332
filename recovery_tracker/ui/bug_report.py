"""What helps to find a fault, to be copied into a report: nothing of the diary is in it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from recovery_tracker import __version__
from recovery_tracker.program_log import latest
from recovery_tracker.settings import SETTINGS

if TYPE_CHECKING:
    from recovery_tracker.ui.preferences import Preferences

_LOG_LINES = 60
_NOT_SHOWN = ("reminder", "photos_hidden")  # how somebody lives with the diary is theirs


def head() -> tuple[str, ...]:
    """Return the versions of the program and of what it runs on."""
    import platform  # when there is something to report only

    return (
        f"Recovery Tracker {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
    )


def details(preferences: Preferences) -> str:
    """Return versions, the settings that are a choice from a list, and the end of the log.

    Settings that hold a text, such as a folder, are left out.
    """
    from recovery_tracker.data.schema import SCHEMA
    from recovery_tracker.domain.warnings import GUIDANCE_VERSION

    packaged = "packaged" if getattr(sys, "frozen", False) else "not packaged"
    lines = [
        *head(),
        f"Display {QGuiApplication.platformName()}, {packaged}",
        f"Schema {SCHEMA}, guidance {GUIDANCE_VERSION}",
        "",
        *_settings(preferences),
        "",
    ]
    if preferences.folder is not None:
        lines += latest(preferences.folder, _LOG_LINES)
    return "\n".join(lines) + "\n"


def _settings(preferences: Preferences) -> list[str]:
    lines: list[str] = []
    for setting in SETTINGS:
        chosen_from_list = bool(setting.options) or isinstance(setting.default, bool)
        if chosen_from_list and setting.key not in _NOT_SHOWN:
            kind = preferences.text if isinstance(setting.default, str) else preferences.number
            lines.append(f"{setting.key} = {kind(setting.key)}")
    return lines
