"""What charts are drawn with, brought in beside the window when the first chart is wanted.

NumPy, which finds room for the labels, takes longer to import than a page may. The import runs in
a thread, so that the page is there at once and nobody waits before a window that does not answer.
"""

from __future__ import annotations

import contextlib
import threading
from importlib import import_module
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

_PARTS = (
    "recovery_tracker.charts.symptom_lines",
    "recovery_tracker.charts.sum_of_eight",
    "recovery_tracker.ui.widgets.chart_canvas",
)


class ChartLibrary(QObject):
    """Whether charts can be drawn yet; ``ready`` is emitted once, in the thread of the window."""

    ready = Signal()
    _imported = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_ready = False
        self._asked = False
        self._imported.connect(self._tell)

    def want(self) -> None:
        """Bring the library in, unless it is there or on its way."""
        if not self._asked:
            self._asked = True
            # no daemon: to cut an import short when the program ends can end it in a fault
            threading.Thread(target=self._import, name="chart library", daemon=False).start()

    def _import(self) -> None:
        for part in _PARTS:
            import_module(part)
        with contextlib.suppress(RuntimeError):  # the program has ended in the meantime
            self._imported.emit()

    def _tell(self) -> None:
        self.is_ready = True
        self.ready.emit()


def chart_library() -> ChartLibrary:
    """Return the one chart library of the running program."""
    app = cast("QApplication", QApplication.instance())
    found = app.findChild(ChartLibrary)
    return found if found is not None else ChartLibrary(app)
