"""A chart's table as an item model: one row for each day, read only."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from recovery_tracker.charts.words import Table
from recovery_tracker.i18n import _
from recovery_tracker.ui import session_words

Index = QModelIndex | QPersistentModelIndex
_EMPTY = Table((), ())


class DayTable(QAbstractTableModel):
    """Days down, lines across; the first column names the day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = _EMPTY
        self._today: int | None = None

    def show_table(self, table: Table, today: int) -> None:
        """Take another table; ``today`` is the day that is marked as the present one."""
        if table == self._table and today == self._today:
            return
        self.beginResetModel()
        self._table, self._today = table, today
        self.endResetModel()

    def row_of(self, day: int) -> int | None:
        """Return the row of a day, if there is one."""
        days = [row[0] for row in self._table.rows]
        return days.index(str(day)) if str(day) in days else None

    def widest_column(self) -> int:
        """Return the column with the longest text, its heading aside."""
        columns = range(1, len(self._table.header))
        return max(columns, key=lambda at: max(len(row[at]) for row in self._table.rows), default=0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row for each day."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """The day, the lines, and what stands behind them."""
        return 0 if parent.isValid() else len(self._table.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text; today's row is bold."""
        if not index.isValid():
            return None
        row = self._table.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = row[index.column()]
            return self._day(text) if index.column() == 0 else text[:1].upper() + text[1:]
        if role == Qt.ItemDataRole.FontRole and row[0] == str(self._today):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _day(self, day: str) -> str:
        name = session_words.day_name(int(day))
        return _("{day}, today").format(day=name) if day == str(self._today) else name

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._table.header[section]
        return None
