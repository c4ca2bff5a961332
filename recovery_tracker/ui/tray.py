"""The icon in the system's tray, where there is one: its menu, and the quiet notification."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess, QRectF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from recovery_tracker.i18n import _
from recovery_tracker.resources import resource

_ICON = 64  # px
_SHOWN_MS = 20_000
# the ways in which a Linux desktop without a tray takes a notification, first found first
_NOTIFIERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("notify-send", ("--app-name={app}", "--icon={icon}", "{app}", "{text}")),
    (
        "gdbus",
        (
            *("call", "--session", "--dest", "org.freedesktop.Notifications"),
            *("--object-path", "/org/freedesktop/Notifications"),
            *("--method", "org.freedesktop.Notifications.Notify"),
            *("{app}", "0", "{icon}", "{app}", "{text}", "[]", "{}", "int32 -1"),
        ),
    ),
)


def available() -> bool:
    """Tell whether this desktop has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def notify_without_tray(text: str) -> bool:
    """Show a notification by the desktop's own program; tell whether there is one."""
    words = {"app": _("Recovery Tracker"), "icon": str(resource("icons", "icon.svg")), "text": text}
    for name, form in _NOTIFIERS:
        program = QStandardPaths.findExecutable(name)
        if program:
            arguments = [part.format(**words) if part != "{}" else part for part in form]
            return QProcess.startDetached(program, arguments)[0]
    return False


class Tray(QObject):
    """One icon with a menu; what is chosen there is a signal.

    ``opened``: open the window; ``log_wanted``: at the day of the reminder; ``snoozed``: remind
    in an hour; ``quit_wanted``: end the program.
    """

    opened = Signal()
    log_wanted = Signal()
    snoozed = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.open = self.menu.addAction(_("Open Recovery Tracker"))
        self.log = self.menu.addAction(_("Log today"))
        self.snooze = self.menu.addAction(_("Snooze an hour"))
        self.menu.addSeparator()
        self.quit = self.menu.addAction(_("Quit"))
        self.open.triggered.connect(self.opened)
        self.log.triggered.connect(self.log_wanted)
        self.snooze.triggered.connect(self.snoozed)
        self.quit.triggered.connect(self.quit_wanted)
        self.icon = QSystemTrayIcon(_icon(), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activate)
        self.icon.messageClicked.connect(self.log_wanted)
        self.show_waiting(False)
        self.icon.show()

    def show_waiting(self, waiting: bool) -> None:
        """Say whether a reminder waits to be dealt with."""
        self.snooze.setEnabled(waiting)
        tip = _("Recovery Tracker: not logged yet today") if waiting else _("Recovery Tracker")
        self.icon.setToolTip(tip)

    def notify(self, text: str) -> None:
        """Show a quiet notification."""
        self.icon.showMessage(_("Recovery Tracker"), text, _icon(), _SHOWN_MS)

    def take_away(self) -> None:
        """Remove the icon."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()


def _icon() -> QIcon:
    """Draw the program's icon; the theme, which knows more, is not loaded in the background."""
    pixmap = QPixmap(_ICON, _ICON)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(str(resource("icons", "icon.svg"))).render(painter, QRectF(pixmap.rect()))
    painter.end()
    return QIcon(pixmap)
