"""The moments at which the diary is read anew: by the clock, and when the person comes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from recovery_tracker.domain.warnings import Warning

_AFTER = dt.timedelta(seconds=1)
_AT_LAST = dt.timedelta(minutes=1)
_A_DAY = dt.timedelta(days=1)
_AWAY_MS = 500  # shorter absences are pop-ups of our own


class Moments(QTimer):
    """``due`` is emitted when what is on screen no longer holds by the clock alone.

    That is when a day begins, when a folded warning opens again, and when the clock was set or
    the time zone changed. The time is looked at once a minute: a computer that slept, or a clock
    that was turned, makes a long timer ring at the wrong moment.
    """

    due = Signal()

    def __init__(self, clock: Callable[[], dt.datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = clock()
        self._next = self._seen
        self.setSingleShot(True)
        self.timeout.connect(self.look)

    def wait(self, folded: Iterable[Warning] = ()) -> None:
        """Begin to wait, or begin anew.

        Args:
            folded: active warnings; those that are folded are waited for.
        """
        from recovery_tracker.domain.folding import opens_again  # the rules come after the window

        now = self._seen = self._clock()
        midnight = dt.datetime.combine(
            now.date() + dt.timedelta(days=1), dt.time(), tzinfo=now.tzinfo
        )
        opens = (opens_again(warning, now) for warning in folded)
        self._next = min((midnight, *(at for at in opens if at is not None and at > now)))
        self._begin(now)

    def left(self) -> dt.timedelta:
        """Return how long it is until the next moment has passed."""
        return self._next - self._clock() + _AFTER

    def look(self) -> None:
        """Look at the clock: say that a moment has come, or wait on."""
        now = self._clock()
        turned = (now.date(), now.utcoffset()) != (self._seen.date(), self._seen.utcoffset())
        if turned or now >= self._next:
            self._seen, self._next = now, now + _A_DAY  # until `wait`: never twice for one moment
            self.due.emit()
        self._begin(now)

    def _begin(self, now: dt.datetime) -> None:
        self.start(round(min(self._next - now + _AFTER, _AT_LAST).total_seconds() * 1000))


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
