"""Python's garbage collector, in the window's thread and when that has nothing else to do.

Left to itself it runs wherever something is made: in a worker, or in the middle of one of Qt's
destructors, which asks Python for an override while it holds a lock. What it finds may be widgets.
Taken down in a worker they end the program in a fault; in a destructor they may wait for that lock
for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject

_GROWN = 1.25  # times as many old values as were left the last time: then they are looked at again


class Rounds:
    """Collects as Python would by itself: the young often, the old when they have grown."""

    def __init__(self) -> None:
        self._old = 0

    def collect(self) -> None:
        """Do what is due."""
        young, middle, old = (
            count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if not young:
            return
        if middle and old and len(gc.get_objects(generation=2)) > self._old * _GROWN:
            gc.collect()
            self._old = len(gc.get_objects(generation=2))
        else:
            gc.collect(1 if middle else 0)


class Collector(QObject):
    """Collects when the event loop is about to wait; until it begins, nothing is collected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._begun = False
        self._rounds = Rounds()
        gc.disable()

    def begin(self) -> None:
        """Collect from now on; what is there stays, and need not be looked at again."""
        gc.freeze()
        if not self._begun:
            self._begun = True
            QAbstractEventDispatcher.instance().aboutToBlock.connect(self.look)

    def look(self) -> None:
        """Collect what is due."""
        self._rounds.collect()
