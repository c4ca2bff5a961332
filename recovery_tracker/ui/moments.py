"""The moments at which the diary is read anew: a day begins, the person comes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_AFTER = dt.timedelta(seconds=1)
_AWAY_MS = 500  # shorter absences are pop-ups of our own


class Midnight(QTimer):
    """``timeout`` is emitted once, just after the next midnight, when :meth:`wait` was called."""

    def __init__(self, clock: Callable[[], dt.datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setSingleShot(True)

    def wait(self) -> None:
        """Begin to wait, or begin anew: the clock may have been turned."""
        self.start(round(self.left().total_seconds() * 1000))

    def left(self) -> dt.timedelta:
        """Return how long it is until the next day has begun."""
        now = self._clock()
        tomorrow = dt.datetime.combine(
            now.date() + dt.timedelta(days=1), dt.time(), tzinfo=now.tzinfo
        )
        return tomorrow - now + _AFTER


class Absence(QObject):
    """``over`` is emitted when a window is in use again after another one was."""

    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._away = QElapsedTimer()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the window come and go."""
        if event.type() == QEvent.Type.ActivationChange:
            if not self._window.isActiveWindow():
                self._away.start()
            elif self._away.isValid() and self._away.hasExpired(_AWAY_MS):
                self.end()
        return False

    def end(self) -> None:
        """Say that the person is back, once the window has dealt with it."""
        self._away.invalidate()
        QTimer.singleShot(0, self.over.emit)
