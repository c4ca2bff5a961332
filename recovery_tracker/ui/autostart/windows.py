"""Start at login on Windows: a value of the person's own ``Run`` key in the registry.

Written from the documentation of Windows; not tested on Windows.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _

_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class RunKey:
    """One value under the key; Windows runs it at the next login."""

    def __init__(self, name: str, words: Sequence[str], registry: Any = None) -> None:
        """Name the value, and the words of the command it holds."""
        self._name = name
        self._line = subprocess.list2cmdline(words)
        self._registry = registry or import_module("winreg")  # there on Windows only

    def is_on(self) -> bool:
        """Tell whether the value is there."""
        reg = self._registry
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, _KEY) as key:
                reg.QueryValueEx(key, self._name)
        except OSError:
            return False
        return True

    def turn_on(self) -> None:
        """Set the value.

        Raises:
            StorageProblem: the registry refuses it.
        """
        reg = self._registry
        try:
            with reg.CreateKey(reg.HKEY_CURRENT_USER, _KEY) as key:
                reg.SetValueEx(key, self._name, 0, reg.REG_SZ, self._line)
        except OSError as error:
            raise _refused(error) from error

    def turn_off(self) -> None:
        """Delete the value.

        Raises:
            StorageProblem: the registry refuses it.
        """
        if not self.is_on():
            return
        reg = self._registry
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, _KEY, 0, reg.KEY_SET_VALUE) as key:
                reg.DeleteValue(key, self._name)
        except OSError as error:
            raise _refused(error) from error


def _refused(error: OSError) -> StorageProblem:
    return StorageProblem(
        _("The registry could not be changed ({reason}). Start at login stays as it was.").format(
            reason=error.strerror or error
        )
    )
