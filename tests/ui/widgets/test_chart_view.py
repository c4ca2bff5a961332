"""The chart on a page: drawn only when seen, and read out day by day without being drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.charts.room import Box
from recovery_tracker.charts.sheet import Area, Dots, Line, Plate, Sheet, Words
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.ui.models.chart_content import LinesChart, SumChart
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.chart_canvas import ChartCanvas
from recovery_tracker.ui.widgets.chart_library import chart_library
from recovery_tracker.ui.widgets.chart_view import ChartView
from tests.builders import NO_PROFILE, build, daily, date_of

ENOUGH_MS = 30_000
LINES = ("redness", "flaking")


def course(**last: Any) -> Recovery:
    """Days 0 to 4, redness falling."""
    grades = (2, 2, 2, 2, 1)
    days = {day: daily(redness=grade) for day, grade in enumerate(grades)}
    days[4] |= last
    return build(days)


def lines(recovery: Recovery | None = None, symptoms: tuple[str, ...] = LINES) -> LinesChart:
    return LinesChart(recovery or course(), symptoms, NO_PROFILE, date_of(4))


class Counted:
    """How often a chart was drawn."""

    def __init__(self, view: ChartView) -> None:
        self.times = 0
        view.drawn.connect(self.count)

    def count(self) -> None:
        self.times += 1


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A chart that is not shown yet."""
    theme().choose("light")
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(900, 292)
    made.show_content(lines())
    yield made
    theme().choose("light")
    theme().scale_to(100)


def see(qtbot: QtBot, view: ChartView) -> Counted:
    """Show the chart for the first time, and count from then on."""
    with qtbot.waitSignal(view.drawn, timeout=ENOUGH_MS):
        view.show()
    QApplication.processEvents()
    return Counted(view)


def test_a_chart_is_drawn_when_it_is_seen_and_not_before(qtbot: QtBot, view: ChartView) -> None:
    before = Counted(view)
    chart_library().want()
    qtbot.waitUntil(lambda: chart_library().is_ready, timeout=ENOUGH_MS)
    QApplication.processEvents()
    assert before.times == 0
    assert view.plot is None
    with qtbot.waitSignal(view.drawn, timeout=ENOUGH_MS):
        view.show()
    assert view.plot is not None


def test_in_other_looks_it_is_drawn_in_a_turn_of_its_own(qtbot: QtBot, view: ChartView) -> None:
    drawn = see(qtbot, view)
    theme().choose("dark")
    view.grab()  # the rest of the window is painted
    assert drawn.times == 0
    qtbot.waitUntil(lambda: drawn.times == 1, timeout=ENOUGH_MS)


def test_a_hidden_chart_waits_until_it_is_seen_again(qtbot: QtBot, view: ChartView) -> None:
    drawn = see(qtbot, view)
    view.hide()
    view.show_content(lines(course(redness=3)))
    theme().choose("dark")
    view.resize(700, 292)
    QApplication.processEvents()
    assert drawn.times == 0
    view.show()
    qtbot.waitUntil(lambda: drawn.times > 0, timeout=ENOUGH_MS)
    QApplication.processEvents()
    assert drawn.times == 1


def test_it_is_drawn_anew_for_another_theme_scale_or_size(qtbot: QtBot, view: ChartView) -> None:
    drawn = see(qtbot, view)
    theme().choose("dark")
    qtbot.waitUntil(lambda: drawn.times == 1, timeout=ENOUGH_MS)
    assert view.plot is not None
    assert view.plot.palette == theme().colours
    theme().scale_to(130)
    qtbot.waitUntil(lambda: drawn.times == 2, timeout=ENOUGH_MS)
    assert view.plot.scale == 1.3
    view.resize(600, 292)
    qtbot.waitUntil(lambda: drawn.times == 3, timeout=ENOUGH_MS)
    assert view.plot.bounds.right <= 600


def test_another_screen_draws_it_in_its_pixels(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = see(qtbot, view)
    canvas = view._canvas
    assert canvas is not None
    picture = canvas._picture
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: 2.0)
    canvas.repaint()
    assert drawn.times == 1
    assert canvas._picture.size() == picture.size() * 2
    assert canvas._picture.deviceIndependentSize() == picture.deviceIndependentSize()
    assert view.plot is not None
    assert view.plot.bounds.right <= view.width()


def test_the_same_chart_is_not_drawn_twice(qtbot: QtBot, view: ChartView) -> None:
    drawn = see(qtbot, view)
    view.show_content(lines())
    view.repaint()
    QApplication.processEvents()
    assert drawn.times == 0


def test_its_name_is_its_conclusion(view: ChartView) -> None:
    assert view.accessibleName() == (
        "Redness mild on day 4, within the usual range none to moderate. Falling since day 4. "
        "Flaking none on day 4, within the usual range none to moderate. None since day 0."
    )
    view.show_content(SumChart(course(), date_of(4)))
    assert view.accessibleName().startswith("Sum of the eight ratings 1 of 32 on day 4.")


def test_left_and_right_read_the_days_without_drawing(qtbot: QtBot, view: ChartView) -> None:
    drawn = see(qtbot, view)
    assert view.read_out is None
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.day == 4
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.day == 3
    assert view.accessibleDescription() == (
        "Day 3, 5 March. Redness: moderate; Flaking: none; "
        "Usual range for redness: none to moderate."
    )
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.day == 13
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.day == 13
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.day is None
    assert view.accessibleDescription() == ""
    QApplication.processEvents()
    assert drawn.times == 0


def test_the_pointer_reads_the_day_under_it(qtbot: QtBot, view: ChartView) -> None:
    see(qtbot, view)
    assert view.plot is not None
    qtbot.mouseMove(view, QPoint(round(view.plot.x(2)) + 3, 100))
    qtbot.waitUntil(lambda: view.day == 2)
    qtbot.mouseMove(view, QPoint(round(view.plot.x(0)), 100))
    qtbot.waitUntil(lambda: view.day == 0)


def test_a_cursor_goes_when_another_chart_comes(qtbot: QtBot, view: ChartView) -> None:
    see(qtbot, view)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    view.show_content(SumChart(course(), date_of(4)))
    assert view.read_out is None


def test_a_view_keeps_one_canvas_however_often_it_is_seen(qtbot: QtBot, view: ChartView) -> None:
    see(qtbot, view)
    for turn in range(50):
        view.hide()
        view.show_content(lines(course(redness=turn % 5)))
        view.show()
        view.repaint()
        QApplication.processEvents()
    assert len(view.findChildren(ChartCanvas)) == 1


def test_every_kind_of_mark_is_painted_where_it_stands(qtbot: QtBot) -> None:
    marks = {
        (5, 5): Area(((0, 0), (10, 0), (10, 10), (0, 10)), "#ff0000"),
        (30, 5): Line((((20, 5), (40, 5)),), "#00ff00", 4.0),
        (55, 5): Dots(((55, 5),), "o", 8.0, "#0000ff", "#0000ff"),
        (75, 5): Dots(((75, 5),), "D", 8.0, "#00ffff", "#00ffff", 1.0),
        (95, 5): Plate(Box(90, 0, 10, 10), 2.0, "#ff00ff", "#ff00ff"),
    }

    def fill(sheet: Sheet) -> None:
        sheet.clear("#ffffff")
        for mark in marks.values():
            sheet.add(mark)
        sheet.add(Words("███", (120, 10), "#000000", 12.0, 400, "left"))

    parent = QWidget()
    qtbot.addWidget(parent)
    canvas = ChartCanvas(fill, parent)
    canvas.resize(200, 40)
    image = canvas.grab().toImage()
    for (x, y), mark in marks.items():
        color = mark.fill if isinstance(mark, Dots | Plate) else mark.color
        assert image.pixelColor(x, 40 - y).name() == color
    assert image.pixelColor(5, 5).name() == "#ffffff"
    dark = [(x, y) for x in range(110, 200) for y in range(40) if image.pixelColor(x, y).red() < 99]
    assert min(x for x, _y in dark) >= 119
    assert abs(sum(y for _x, y in dark) / len(dark) - 30) < 4
