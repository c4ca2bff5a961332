"""The card of the large chart: title, one sentence, the chart or its table, what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.models.chart_content import ChartContent
from recovery_tracker.ui.models.day_table import DayTable
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.chart_view import ChartView
from recovery_tracker.ui.widgets.range_basis import RangeBasis
from recovery_tracker.ui.widgets.text import Text

_ROW, _HEADER = 32, 48


class ChartCard(Card):
    """A chart, and with the T key the same as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.sentence = Text("", "hint", self, wrap=True)
        self.swap = Button(_("View as table"), "ghost", parent=self, height=34)
        self.swap.setToolTip(_("Chart or table (T)"))
        self.chart = ChartView(self)
        self.model = DayTable(self)
        self.table = _table(self.model, self)
        self.basis = RangeBasis(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.chart)
        self._pages.addWidget(self.table)
        self.header.insertWidget(1, self.sentence, 100)
        self.header.addWidget(self.swap)
        self.body.addWidget(self._pages)
        self.body.addWidget(self.basis)
        self.swap.clicked.connect(self.toggle_table)
        shortcut = QShortcut(QKeySequence("T"), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.toggle_table)
        theme().themed.connect(self._retheme)
        self._retheme()

    @property
    def as_table(self) -> bool:
        """Whether the table is in front."""
        return self._pages.currentWidget() is self.table

    def show_chart(
        self,
        title: str,
        sentence: str,
        content: ChartContent,
        sources: Sequence[str],
        note: str = "",
    ) -> None:
        """Show a chart with its words; ``sources`` are those of its usual range."""
        self.show_title(title)
        self.sentence.setText(sentence)
        self.chart.show_content(content)
        self.model.show_table(content.table, content.recovery.day_of(content.today))
        self._share_width()
        self.table.setAccessibleName(_("{title}, as a table").format(title=title))
        self.basis.show_basis(sources, note)

    def _share_width(self) -> None:
        """Give the day and the longest text the widths they ask for, the others equal ones."""
        header = self.table.horizontalHeader()
        widest = self.model.widest_column()
        for column in range(self.model.columnCount()):
            header.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.ResizeToContents
                if column in (0, widest)
                else QHeaderView.ResizeMode.Stretch,
            )

    def toggle_table(self) -> None:
        """Put the table in the place of the chart, or the chart back."""
        self.show_as_table(not self.as_table)

    def show_as_table(self, as_table: bool) -> None:
        """Show the table or the chart, and keep the focus in it if it was there."""
        before = self._pages.currentWidget()
        had_focus = before is not None and before.hasFocus()
        after = self.table if as_table else self.chart
        self._pages.setCurrentWidget(after)
        self.swap.setText(_("View as chart") if as_table else _("View as table"))
        if as_table:
            self._go_to_today()
        if had_focus:
            after.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_today(self) -> None:
        content = self.chart.content
        row = self.model.row_of(content.recovery.day_of(content.today)) if content else None
        if row is not None:
            here = self.model.index(row, 0)
            self.table.setCurrentIndex(here)
            self.table.scrollTo(here, QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_height(self, pixels: int) -> None:
        """Give chart and table a height, in pixels on screen."""
        self.chart.show_height(pixels)
        self._pages.setFixedHeight(pixels)

    def _retheme(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(theme().px(_ROW))
        self.table.horizontalHeader().setMinimumHeight(theme().px(_HEADER))


def _table(model: DayTable, parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setModel(model)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.setStyleSheet("QTableView::item { padding: 0 6px; }")
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    )
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setMinimumSectionSize(theme().px(70))
    return table
