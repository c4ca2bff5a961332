"""What the system prefers: dark or light, high contrast, less motion.

Qt knows it on some desktops and says so at once. On the others the desktop portal is asked over
D-Bus, beside the window; until it answers, and where there is none, nothing is preferred.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

_PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_APPEARANCE, _GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
_ASKED = (
    (_APPEARANCE, "color-scheme"),  # 1 dark, 2 light
    (_APPEARANCE, "contrast"),  # 1 high
    (_APPEARANCE, "reduced-motion"),  # 1 less
    (_GNOME, "enable-animations"),
)


class SystemLook(QObject):
    """The system's preferences; ``changed`` is emitted when one of them may have changed."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._portal: dict[tuple[str, str], object] = {}
        self._asked = False
        self._hints = QGuiApplication.styleHints()
        self._needs = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.changed)
        self._needs.contrastPreferenceChanged.connect(self.changed)

    @property
    def dark(self) -> bool:
        """Whether a dark window is preferred."""
        scheme = QGuiApplication.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._portal.get((_APPEARANCE, "color-scheme")) == 1
        return scheme is Qt.ColorScheme.Dark

    @property
    def high_contrast(self) -> bool:
        """Whether the strongest contrast is preferred."""
        return (
            self._needs.contrastPreference() is Qt.ContrastPreference.HighContrast
            or self._portal.get((_APPEARANCE, "contrast")) == 1
        )

    @property
    def less_motion(self) -> bool:
        """Whether nothing should move that need not."""
        return (
            self._portal.get((_APPEARANCE, "reduced-motion")) == 1
            or self._portal.get((_GNOME, "enable-animations")) is False
        )

    # The desktop portal ----------------------------------------------------------------------

    def ask_portal(self) -> None:
        """Ask the desktop portal, where there may be one, and listen for changes; once."""
        if self._asked or not _has_session_bus():
            return
        self._asked = True
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        slot = cast("bytes", SLOT("_hear_change(QDBusMessage)"))  # a str, whatever its stub says
        bus.connect(*_PORTAL, "SettingChanged", self, slot)
        for group, key in _ASKED:
            question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
            question.setArguments([group, key])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(question), self)
            watcher.setProperty("asked", (group, key))
            watcher.finished.connect(self._hear_answer)

    def _hear_answer(self, watcher: QDBusPendingCallWatcher) -> None:
        group, key = watcher.property("asked")
        if not watcher.isError():
            self.hear(group, key, *watcher.reply().arguments()[:1])
        watcher.deleteLater()

    @Slot("QDBusMessage")
    def _hear_change(self, message: QDBusMessage) -> None:
        told = message.arguments()
        if len(told) == 3:
            self.hear(str(told[0]), str(told[1]), told[2])

    def hear(self, group: str, key: str, value: object = None) -> None:
        """Note what the desktop portal says; what is not asked for is left alone."""
        plain = _plain(value)
        if (group, key) in _ASKED and self._portal.get((group, key)) != plain:
            self._portal[group, key] = plain
            self.changed.emit()


def _has_session_bus() -> bool:
    """Tell whether there is a bus: without one, to ask for it would start one."""
    if not sys.platform.startswith("linux"):
        return False
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or bool(
        folder and Path(folder, "bus").exists()
    )


def _plain(value: object) -> object:
    """Take a value out of what it came wrapped in; old portals wrap it twice."""
    while (variant := getattr(value, "variant", None)) is not None:
        value = variant()
    return value
