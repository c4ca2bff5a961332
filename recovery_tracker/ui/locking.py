"""How a window lets go of the diary: what is being written is kept, then all words are dropped."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QToolTip, QWidget

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.widgets.note_field import NoteField


def keep_words(window: QMainWindow, live: LiveJournal) -> bool:
    """Keep what is being written; tell whether all of it could be kept."""
    failures: list[object] = []
    live.failed.connect(failures.append)
    in_use = QApplication.focusWidget()
    if in_use is not None and window.isAncestorOf(in_use):
        in_use.clearFocus()  # a line of the settings is kept when it is left
    for field in window.findChildren(NoteField):
        field.keep()
    live.failed.disconnect(failures.append)
    return not failures


def close_others(window: QMainWindow) -> None:
    """Close what lies over the window or beside it: dialogs, menus, the report on its own."""
    QToolTip.hideText()
    for other in QApplication.topLevelWidgets():
        if other is not window and _shows_something(other):
            other.close()
            if not isinstance(other, QMenu):
                other.deleteLater()


def _shows_something(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isWindow()
