"""A tray for tests: a desktop that has one, or not, and what is shown in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from recovery_tracker.ui import tray


class FakeTray:
    """What a desktop's tray shows.

    Attributes:
        there: whether the desktop has a tray.
        icons: those shown now; ``said``: the notifications.
        without: notifications shown by the desktop's own program.
    """

    def __init__(self) -> None:
        self.there = True
        self.icons: list[tray.Tray] = []
        self.said: list[str] = []
        self.without: list[str] = []

    @property
    def icon(self) -> tray.Tray:
        """The one icon."""
        (found,) = self.icons
        return found


class _Icon(QSystemTrayIcon):
    """An icon that is put into no tray."""

    def show(self) -> None:
        """Do nothing: without a screen there is nothing to show it on."""


def fake_tray(monkeypatch: pytest.MonkeyPatch) -> FakeTray:
    """Put a tray in place of the system's."""
    made = FakeTray()
    show, away = tray.Tray.__init__, tray.Tray.take_away

    def shown(icon: tray.Tray, *args: object) -> None:
        show(icon, *args)  # type: ignore[arg-type]
        made.icons.append(icon)

    def gone(icon: tray.Tray) -> None:
        made.icons.remove(icon)
        away(icon)

    def said(_icon: tray.Tray, text: str) -> None:
        made.said.append(text)

    def said_without(text: str) -> bool:
        made.without.append(text)
        return True

    monkeypatch.setattr(tray, "QSystemTrayIcon", _Icon)
    monkeypatch.setattr(tray, "available", lambda: made.there)
    monkeypatch.setattr(tray, "notify_without_tray", said_without)
    monkeypatch.setattr(tray.Tray, "__init__", shown)
    monkeypatch.setattr(tray.Tray, "take_away", gone)
    monkeypatch.setattr(tray.Tray, "notify", said)
    return made
