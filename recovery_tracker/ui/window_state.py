"""Size and place of the window, remembered from one start to the next; and its end."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QMainWindow

_AT_FIRST = (1280, 800)


def restore(window: QMainWindow, kept: str) -> None:
    """Give a window the size and place it had, or a size that fits the screen."""
    geometry = QByteArray.fromBase64(kept.encode())
    if geometry.isEmpty() or not window.restoreGeometry(geometry):
        room = QApplication.primaryScreen().availableSize()
        width, height = _AT_FIRST
        window.resize(min(width, room.width()), min(height, room.height()))


def to_keep(window: QMainWindow) -> str:
    """Return the size and place of a window as text."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def _leave_in_time() -> None:
    """Hide what is still open while Python is whole.

    Qt would hide it when the interpreter is half gone, and ask filters that are written in Python.
    """
    app = QApplication.instance()
    if isinstance(app, QApplication):
        for window in app.topLevelWidgets():
            window.hide()


atexit.register(_leave_in_time)
