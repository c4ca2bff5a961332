"""When the window has been painted for the first time: what is heavy may come after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QWidget

_PAINTED_AT_LAST_MS = 1_000  # a window that starts minimised is never painted


class FirstPaint(QObject):
    """Tells once when a window has been painted for the first time, and what may begin then.

    ``painted``, ``loaded`` and ``settled`` are emitted in three turns of the event loop, so that
    what is done in one of them holds up no other.
    """

    painted = Signal()
    loaded = Signal()
    settled = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._watched: QWidget | None = window.centralWidget()
        if self._watched is not None:
            self._watched.installEventFilter(self)
        self._at_last = QTimer(self)
        self._at_last.setSingleShot(True)
        self._at_last.timeout.connect(self._tell)
        self._at_last.start(_PAINTED_AT_LAST_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event; what it paints is on screen when the next event comes."""
        if event.type() == QEvent.Type.Paint and self._watched is not None:
            self._at_last.start(0)
            self._watched.removeEventFilter(self)
            self._watched = None
        return False

    def _tell(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        self.loaded.emit()
        QTimer.singleShot(0, self.settled.emit)
