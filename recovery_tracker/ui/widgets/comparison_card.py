"""The table of two sessions: as high as its rows, so that only the page scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.models.comparison import Comparison, ComparisonTable
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.card import Card

_ROW, _AROUND = 34, 10  # px: the least, and above and below more lines


class ComparisonCard(Card):
    """Facts and milestones down, the two sessions across."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Milestone by milestone"), parent)
        self.model = ComparisonTable(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setMinimumSectionSize(1)
        self.table.setStyleSheet(
            "QTableView:!focus { border: 3px solid transparent; }"
            "QTableView::item { padding: 0 6px; }"
        )
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.body.addWidget(self.table)
        theme().themed.connect(self._fit)

    def show_comparison(self, shown: Comparison) -> None:
        """Show two sessions."""
        self.model.show_comparison(shown)
        self.table.setAccessibleName(
            _("{one} beside {other}, milestone by milestone").format(
                one=shown.names[0], other=shown.names[1]
            )
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give rows the height their words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = theme().px(_ROW)
        self.table.resizeRowsToContents()
        height = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        for row in range(self.model.rowCount()):
            self.table.setRowHeight(row, max(least, self.table.rowHeight(row) + _AROUND))
            height += self.table.rowHeight(row)
        self.table.setFixedHeight(height)
