"""The small charts in rows: four beside each other, two where there is less room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.models.small_lines import SmallLine
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.small_chart import SmallChart

GAP = 10
_FOUR_FROM = 940  # px of width
_TITLE_LINE = 18


class SmallCharts(QWidget):
    """All small charts of a page; ``asked`` carries the code of the one that was clicked."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.charts: list[SmallChart] = []
        self.columns = 4
        self._height = 0
        self.setAccessibleName(_("Symptoms: choose up to four lines"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    @property
    def height_px(self) -> int:
        """The height of a row, in pixels on screen."""
        return self.charts[0].height_px if self.charts else 0

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-len(self.charts) // self.columns)

    def show_lines(self, lines: Sequence[SmallLine], chosen: Sequence[str]) -> None:
        """Show these lines, and which of them the large chart draws."""
        while len(self.charts) > len(lines):
            gone = self.charts.pop()
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for chart, line in zip(self.charts, lines, strict=False):
            chart.show_line(line)
        for line in lines[len(self.charts) :]:
            chart = SmallChart(line, self)
            chart.answered.connect(self._ask)
            self.charts.append(chart)
        self._arrange()
        self.show_chosen(chosen)

    def show_chosen(self, chosen: Sequence[str]) -> None:
        """Mark the charts whose lines the large chart draws."""
        for chart in self.charts:
            chart.show_chosen(chart.code in chosen)

    def show_height(self, pixels: int) -> None:
        """Give every chart a height, in pixels on screen."""
        if pixels != self._height:
            self._height = pixels
            self._size()

    def _arrange(self) -> None:
        for place, chart in enumerate(self.charts):
            self._grid.addWidget(chart, place // self.columns, place % self.columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < self.columns else 0)
        self._size()

    def _size(self) -> None:
        """Put the verdicts under the titles in all charts, where one needs it."""
        room = (self.width() - GAP * (self.columns - 1)) // self.columns
        stacked = any(chart.words_width() > room for chart in self.charts)
        extra = theme().px(_TITLE_LINE) if stacked else 0
        for chart in self.charts:
            chart.show_size(self._height + extra, stacked=stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        columns = 4 if self.width() >= theme().px(_FOUR_FROM) else 2
        if columns != self.columns:
            self.columns = columns
            self._arrange()
        else:
            self._size()

    def _ask(self, chart: SmallChart) -> None:
        self.asked.emit(chart.code)
