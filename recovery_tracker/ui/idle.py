"""Notices that nobody has used the window for a while."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_LOOK_EVERY_MS = 10_000
_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class Idle(QTimer):
    """``over`` is emitted when a window of the program was not used for so many minutes.

    It looks at the clock every ten seconds: a timer of ten minutes would not run while the
    computer sleeps, and show the diary to whoever wakes it.

    Only what the desktop sends to the windows of the program is watched, not every event.
    """

    over = Signal()

    def __init__(self, clock: Callable[[], dt.datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit: dt.timedelta | None = None
        self._used = clock()
        self._windows: list[QWindow] = []
        self.setInterval(_LOOK_EVERY_MS)
        self.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Begin anew; 0 = do not watch."""
        self._stop()
        if minutes > 0:
            self._limit = dt.timedelta(minutes=minutes)
            self._used = self._clock()
            app = QGuiApplication.instance()
            if isinstance(app, QGuiApplication):
                app.focusWindowChanged.connect(self._take_window)
            for window in QGuiApplication.topLevelWindows():
                self._take_window(window)
            self.start()

    def _stop(self) -> None:
        self.stop()
        if self._limit is not None:
            app = QGuiApplication.instance()
            if isinstance(app, QGuiApplication):
                app.focusWindowChanged.disconnect(self._take_window)
        self._limit = None
        for window in self._windows:
            window.removeEventFilter(self)
        self._windows = []

    def _take_window(self, window: QWindow | None) -> None:
        """Watch a window that came to the front."""
        if window is not None and window not in self._windows:
            self._windows.append(window)
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)

    def _forget(self, window: QObject) -> None:
        self._windows = [kept for kept in self._windows if kept is not window]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; whoever wakes the computer sees the lock first."""
        if event.type() in _USE and self._limit is not None:
            if self.look():
                return True
            self._used = self._clock()
        return False

    def look(self) -> bool:
        """Look at the clock; tell whether the time is over."""
        if self._limit is None:
            return False
        now = self._clock()
        if now < self._used:  # the clock was turned back
            self._used = now
        if now - self._used < self._limit:
            return False
        self._used = now  # if locking is refused, it is tried again later
        self.over.emit()
        return True
