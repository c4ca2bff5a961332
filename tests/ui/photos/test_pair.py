"""Two photos move together: zoom, place, and laying one over the other by marked points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.photos.pair import MOST_ZOOM, Pair, Side
from tests.ui.photos.compared import photo, side

VIEW = QRectF(0, 0, 200, 200)
SHARE = st.floats(0, 1)


@pytest.fixture
def pair(qtbot: QtBot) -> Pair:
    made = Pair()
    made.show_sides(side("red", 0), side("blue", 4))
    return made


def seen(pair: Pair, which: Side | None) -> QImage:
    """What is painted of one of the two on white."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    pair.paint(painter, VIEW, which)
    painter.end()
    return image


def dotted(day: int, at: tuple[int, int], **known: object) -> Side:
    """A white photo with a black dot of 9 pixels."""
    made = side("white", day, **known)
    painter = QPainter(made.picture)
    painter.fillRect(at[0] - 4, at[1] - 4, 9, 9, QColor("black"))
    painter.end()
    return made


def test_a_photo_is_shown_whole_and_in_its_shape(pair: Pair) -> None:
    pair.show_sides(side("red", 0, width=400, high=200), None)
    image = seen(pair, pair.first)
    assert image.pixelColor(100, 100) == QColor("red")
    assert image.pixelColor(5, 60) == QColor("red")
    assert image.pixelColor(100, 20) == QColor("white"), "a wide photo leaves room above"


def test_nothing_is_painted_where_there_is_no_picture(pair: Pair) -> None:
    pair.show_sides(Side(photo(0), "Day 0"), None)
    assert seen(pair, pair.first) == seen(pair, None)


def test_zoom_has_two_ends(pair: Pair) -> None:
    pair.zoom_by(0.1)
    assert pair.zoom == 1
    pair.zoom_by(1_000)
    assert pair.zoom == MOST_ZOOM
    pair.show_whole()
    assert (pair.zoom, pair.middle) == (1, QPointF(0.5, 0.5))


def test_what_lies_under_the_pointer_stays_there(pair: Pair) -> None:
    dot = dotted(0, (150, 60))
    pair.show_sides(dot, None)
    pair.zoom_by(2, QPointF(0.75, 0.3))
    assert seen(pair, pair.first).pixelColor(150, 60) == QColor("black")


def test_both_move_together(pair: Pair) -> None:
    pair.show_sides(dotted(0, (100, 100)), dotted(4, (100, 100)))
    pair.zoom_by(2)
    pair.move_by(0.25, 0)
    for which in (pair.first, pair.second):
        image = seen(pair, which)
        assert image.pixelColor(50, 100) == QColor("black")
        assert image.pixelColor(100, 100) == QColor("white")


@given(st.lists(st.tuples(st.floats(0.2, 5), SHARE, SHARE, st.floats(-2, 2), st.floats(-2, 2))))
def test_the_view_never_leaves_the_photo(steps: list[tuple[float, ...]]) -> None:
    pair = Pair()
    for factor, x, y, across, down in steps:
        pair.zoom_by(factor, QPointF(x, y))
        pair.move_by(across, down)
        rim = 0.5 / pair.zoom - 1e-9
        assert 1 <= pair.zoom <= MOST_ZOOM
        assert rim <= pair.middle.x() <= 1 - rim
        assert rim <= pair.middle.y() <= 1 - rim


def test_marked_points_come_to_lie_on_each_other(pair: Pair) -> None:
    first = dotted(0, (60, 80), marks=(0.3, 0.4, 0.7, 0.4))
    second = dotted(4, (80, 120), marks=(0.4, 0.6, 0.6, 0.6))
    pair.show_sides(first, second)
    assert pair.can_align
    assert seen(pair, second).pixelColor(60, 80) == QColor("black")
    pair.show_aligned(False)
    assert seen(pair, second).pixelColor(80, 120) == QColor("black")
    assert seen(pair, second).pixelColor(60, 80) == QColor("white")


def test_points_on_one_photo_alone_do_nothing(pair: Pair) -> None:
    pair.show_sides(side("red", 0, marks=(0.3, 0.4, 0.7, 0.4)), side("blue", 4))
    assert not pair.can_align
    pair.show_sides(None, None)
    assert pair.alignment is None


def test_points_on_a_photo_whose_pixels_are_not_here_do_nothing(pair: Pair) -> None:
    marks = (0.3, 0.4, 0.7, 0.4)
    pair.show_sides(side("red", 0, marks=marks), Side(photo(4, marks=marks), "Day 4"))
    assert not pair.can_align
