"""What assistive technology is told beyond a widget's own name: its role, and announcements."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QWidget
from shiboken6 import isValid

_ROLE = "accessible_role"

_made: list[QAccessibleInterface] = []  # Qt deletes them with their widget, Python must not
_installed: list[bool] = []


def install() -> None:
    """Let widgets of ours say what they are; once, before the first window is made."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Give a widget a role, for those whose class has none that fits."""
    install()
    widget.setProperty(_ROLE, role.value)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(_ROLE)
    if role is None and isinstance(thing, QScrollArea):
        # Qt's own interface for scroll areas reads past its list when a screen reader asks for a
        # scroll bar that was hidden since (Qt 6.11), and the program dies
        role = QAccessible.Role.Client.value
    if role is None:
        return None
    made = QAccessibleWidget(thing, QAccessible.Role(role), thing.accessibleName())
    _made[:] = [kept for kept in _made if isValid(kept)]
    _made.append(made)
    return made


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Let a screen reader say a sentence, after what it is saying or ``at_once``."""
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if at_once
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)
