"""The divider between two photos: by key, by click, by dragging; and one photo after the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.photos.compare_view import CompareView
from recovery_tracker.ui.photos.pair import ZOOM_STEP, Pair
from tests.ui.photos.compared import side

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    pair = Pair()
    made = CompareView(pair)
    pair.setParent(made)
    qtbot.addWidget(made)
    made.resize(400, 400)
    pair.show_sides(side("red", 0), side("blue", 4))
    made.show()
    return made


def colour(view: CompareView, x: int, y: int = 350) -> str:
    return view.grab().toImage().pixelColor(x, y).name()


RED, BLUE = QColor("red").name(), QColor("blue").name()


@pytest.mark.parametrize(
    ("key", "modifier", "value"),
    [
        (Qt.Key.Key_Left, None, 48),
        (Qt.Key.Key_Right, None, 52),
        (Qt.Key.Key_Left, SHIFT, 40),
        (Qt.Key.Key_Right, SHIFT, 60),
        (Qt.Key.Key_Home, None, 0),
        (Qt.Key.Key_End, None, 100),
    ],
)
def test_keys_move_the_divider(
    view: CompareView,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier | None,
    value: int,
) -> None:
    assert view.value() == 50
    qtbot.keyClick(view, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert view.value() == value


def test_the_first_photo_is_left_of_the_divider_the_second_right(view: CompareView) -> None:
    assert (colour(view, 100), colour(view, 300)) == (RED, BLUE)
    view.setValue(20)
    assert (colour(view, 60), colour(view, 100)) == (RED, BLUE)


def test_a_click_moves_the_divider_there(view: CompareView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view, LEFT, pos=QPoint(100, 50))
    assert view.value() == 25
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(300, 50))
    assert view.value() == 25


def test_the_handle_is_dragged(view: CompareView, qtbot: QtBot) -> None:
    qtbot.mousePress(view, LEFT, pos=QPoint(200, 200))
    qtbot.mouseMove(view, QPoint(300, 210))
    assert view.value() == 75
    qtbot.mouseMove(view, QPoint(900, 210))
    assert view.value() == 100
    qtbot.mouseRelease(view, LEFT, pos=QPoint(900, 210))
    qtbot.mouseMove(view, QPoint(10, 210))
    assert view.value() == 100


def test_in_turn_a_click_or_space_shows_the_other(view: CompareView, qtbot: QtBot) -> None:
    view.show_one_at_a_time(True)
    assert (colour(view, 20), colour(view, 380)) == (RED, RED)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert (colour(view, 20), colour(view, 380)) == (BLUE, BLUE)
    qtbot.mouseClick(view, LEFT, pos=QPoint(50, 50))
    assert colour(view, 20) == RED
    view.show_one_at_a_time(False)
    assert view.value() == 50


def test_a_slider_to_assistive_technology(view: CompareView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Compare Day 0 with Day 4"
    assert interface.text(QAccessible.Text.Value) == "50"


def test_keys_zoom_and_move(view: CompareView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.pair.zoom == pytest.approx(ZOOM_STEP**2)
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert view.pair.middle.x() > 0.5
    assert view.value() == 50
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.pair.zoom == pytest.approx(ZOOM_STEP)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.pair.zoom == 1


def test_the_wheel_zooms_around_the_pointer(view: CompareView) -> None:
    place = QPointF(300, 200)
    turned = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turned)
    assert view.pair.zoom == pytest.approx(ZOOM_STEP)
    assert view.pair.middle.x() > 0.5
    assert view.value() == 50, "the wheel does not move the divider"


def test_one_photo_alone_is_there_as_a_whole(view: CompareView, qtbot: QtBot) -> None:
    view.pair.show_sides(side("red", 0), None)
    assert {colour(view, x, 200) for x in (100, 200, 300)} == {RED}
    assert view.accessibleName() == "Photo of Day 0"
    qtbot.mouseClick(view, LEFT, pos=QPoint(100, 50))
    assert view.value() == 50
