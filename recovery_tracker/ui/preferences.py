"""The settings as Qt signals: one place where a page changes how the program looks and behaves."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from recovery_tracker.settings import DISCLAIMER_VERSION, Settings, Value


class Preferences(QObject):
    """The settings of the running program.

    ``changed`` carries the key of a setting that changed; ``not_kept`` is emitted when it holds
    for now but could not be written.
    """

    changed = Signal(str)
    not_kept = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.text = settings.text
        self.number = settings.number
        self.flag = settings.flag

    @property
    def folder(self) -> Path | None:
        """The data folder, where there is one."""
        return self._settings.folder

    @property
    def accepted(self) -> bool:
        """Whether the disclaimer was accepted as it reads now."""
        return self.number("disclaimer_accepted") >= DISCLAIMER_VERSION

    def accept(self) -> None:
        """Note that the person has read the disclaimer."""
        self.put("disclaimer_accepted", DISCLAIMER_VERSION)

    def forget(self) -> None:
        """Go back to all defaults, as everything was erased."""
        self._settings.forget()
        for key in ("theme", "text_size", "disclaimer_accepted"):
            self.changed.emit(key)

    def put(self, key: str, value: Value) -> None:
        """Change a setting for now and for later starts."""
        if not self._settings.put(key, value):
            self.not_kept.emit()
        self.changed.emit(key)


def preferences() -> Preferences:
    """Return the settings of the running program; without a data folder nothing is kept."""
    app = cast("QApplication", QApplication.instance())
    found = app.findChild(Preferences)
    return found if found is not None else Preferences(Settings(), app)
