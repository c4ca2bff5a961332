"""Marking two points on a photo, with the pointer or with keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.photos.point_marker import PointMarker
from tests.ui.photos.compared import side


@pytest.fixture
def marker(qtbot: QtBot) -> PointMarker:
    made = PointMarker()
    qtbot.addWidget(made)
    made.resize(400, 200)  # a square photo lies in the middle, from x = 100 to 300
    made.show_side(side("grey"))
    made.show()
    return made


def test_two_clicks_are_two_points_in_shares_of_the_photo(
    marker: PointMarker, qtbot: QtBot
) -> None:
    told: list[tuple[float, ...]] = []
    marker.marked.connect(told.append)
    qtbot.mouseClick(marker, Qt.MouseButton.LeftButton, pos=QPoint(150, 80))
    assert (marker.count, told) == (1, [])
    qtbot.mouseClick(marker, Qt.MouseButton.LeftButton, pos=QPoint(250, 80))
    assert told == [pytest.approx((0.25, 0.4, 0.75, 0.4))]
    qtbot.mouseClick(marker, Qt.MouseButton.LeftButton, pos=QPoint(200, 80))
    assert (marker.count, len(told)) == (2, 1)


def test_a_point_beside_the_photo_lies_on_its_edge(marker: PointMarker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(marker.marked) as told:
        qtbot.mouseClick(marker, Qt.MouseButton.LeftButton, pos=QPoint(10, 80))
        qtbot.mouseClick(marker, Qt.MouseButton.LeftButton, pos=QPoint(390, 80))
    assert told.args == [pytest.approx((0, 0.4, 1, 0.4))]


def test_keys_are_enough(marker: PointMarker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(marker.marked) as told:
        qtbot.keyClick(marker, Qt.Key.Key_Return)  # the cross starts at 0.4, 0.4
        qtbot.keyClick(marker, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(marker, Qt.Key.Key_Right)
        qtbot.keyClick(marker, Qt.Key.Key_Up)
        qtbot.keyClick(marker, Qt.Key.Key_Space)
    assert told.args == [pytest.approx((0.4, 0.4, 0.435, 0.395))]


def test_points_marked_before_are_where_it_begins(marker: PointMarker, qtbot: QtBot) -> None:
    marker.show_side(side("grey", 2, marks=(0.2, 0.3, 0.6, 0.7)))
    assert marker.accessibleName() == "Mark two points on the photo of Day 2"
    with qtbot.waitSignal(marker.marked) as told:
        qtbot.keyClick(marker, Qt.Key.Key_Return)
        qtbot.keyClick(marker, Qt.Key.Key_Return)
    assert told.args[0][:2] == pytest.approx((0.2, 0.3))
