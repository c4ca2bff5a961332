"""The table behind a chart: an item model that Qt itself checks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from recovery_tracker.charts.words import Table
from recovery_tracker.ui.models.chart_content import LinesChart
from recovery_tracker.ui.models.day_table import DayTable
from tests.builders import NO_PROFILE, build, date_of

SHORT = Table(("Day", "Redness"), (("0", "Moderate"), ("1", "none to mild")))


def cells(model: DayTable) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_qt_finds_no_fault_with_the_model_however_it_changes(qapp: QApplication) -> None:
    model = DayTable()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    for table in (SHORT, Table((), ()), SHORT):
        model.show_table(table, 1)
    assert model.rowCount(model.index(0, 0)) == 0


def test_it_says_days_in_words_and_marks_today(qapp: QApplication) -> None:
    model = DayTable()
    model.show_table(SHORT, 1)
    assert cells(model) == [["Day 0", "Moderate"], ["Day 1, today", "None to mild"]]
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole) is None
    assert model.index(1, 1).data(Qt.ItemDataRole.FontRole).bold()
    assert model.row_of(1) == 1
    assert model.row_of(9) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Redness"


def test_the_same_table_again_resets_nothing(qapp: QApplication) -> None:
    model = DayTable()
    model.show_table(SHORT, 1)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show_table(SHORT, 1)
    assert resets == []


def test_gaps_days_to_come_and_the_baseline_stay_apart(qapp: QApplication) -> None:
    recovery = build({-1: {"redness": 1}, 0: {"redness": 2}, 2: {"redness": 1}})
    content = LinesChart(recovery, ("redness", "pain"), NO_PROFILE, date_of(3))
    model = DayTable()
    model.show_table(content.table, 3)
    assert [row[:3] for row in cells(model)[:6]] == [
        ["Day −1", "Mild", "Not recorded"],
        ["Day 0", "Moderate", "Not recorded"],
        ["Day 1", "Not recorded", "Not recorded"],
        ["Day 2", "Mild", "Not recorded"],
        ["Day 3, today", "Not recorded", "Not recorded"],
        ["Day 4", "", ""],
    ]
    assert content.read_out(2).rows[0] == (0, "Redness: mild")
    assert content.read_out(5).rows == ((None, "Usual range for redness: none to mild"),)
