"""matplotlib's canvas as a widget that draws only what is seen.

Importing this module imports matplotlib: only :mod:`chart_library` does, in a thread.
"""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from recovery_tracker.charts.style import new_figure


class ChartCanvas(FigureCanvasQTAgg):
    """One figure on screen for the life of the widget.

    matplotlib's own canvas draws whenever it is asked, also while it is hidden. This one notes
    that it is stale and draws in the paint event, which comes to visible widgets only. For other
    looks it draws in a turn of its own: the rest of the window has taken its share of one.
    """

    def __init__(self, fill: Callable[[Figure], object], parent: QWidget) -> None:
        """Make a canvas; ``fill`` puts the chart into the figure, at the figure's size."""
        super().__init__(new_figure(400, 300))
        self.setParent(parent)
        self._fill = fill
        self._stale = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def mark_stale(self) -> None:
        """Draw anew before the next paint."""
        self._stale = True
        self.update()

    def mark_faded(self) -> None:
        """Draw anew in a turn of its own; until then what is drawn stays."""
        self._stale = True
        self._later.start()

    def draw_idle(self) -> None:
        """Draw later: what matplotlib asks for when the size or the screen changes."""
        self.mark_stale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw if needed, then show what is drawn."""
        if self._stale and not self._later.isActive():
            self._stale = False
            self._fill(self.figure)
            FigureCanvasAgg.draw(self)  # the Qt one would ask for another paint
        super().paintEvent(event)
