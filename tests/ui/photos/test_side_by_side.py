"""Two photos beside each other: whatever is moved in one is moved in both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.photos.pair import Pair
from recovery_tracker.ui.photos.side_by_side import SideBySide
from tests.ui.photos.compared import side


@pytest.fixture
def view(qtbot: QtBot) -> SideBySide:
    pair = Pair()
    made = SideBySide(pair)
    pair.setParent(made)
    qtbot.addWidget(made)
    made.resize(408, 200)
    pair.show_sides(side("red", 0), side("blue", 4))
    made.show()
    return made


def test_both_are_whole_beside_each_other(view: SideBySide) -> None:
    image = view.grab().toImage()
    assert image.pixelColor(100, 150) == QColor("red")
    assert image.pixelColor(308, 150) == QColor("blue")
    assert view.accessibleName() == "Day 0 beside Day 4"


def test_dragging_moves_both_with_the_hand(view: SideBySide, qtbot: QtBot) -> None:
    view.pair.zoom_by(2)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(60, 100))
    assert view.pair.middle.x() == pytest.approx(0.6)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 100))
    qtbot.mouseMove(view, QPoint(0, 0))
    assert view.pair.middle.x() == pytest.approx(0.6)


def test_keys_are_enough(view: SideBySide, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert view.pair.middle.x() < 0.5 < view.pair.middle.y()
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.pair.middle == QPointF(0.5, 0.5)
