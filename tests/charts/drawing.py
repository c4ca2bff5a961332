"""What the chart tests look at: marks by label, words, and where each word stands."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.backends.backend_agg import FigureCanvasAgg

from recovery_tracker.charts.picture import figure_of
from recovery_tracker.charts.plot import Plot
from recovery_tracker.charts.room import XY, Box
from recovery_tracker.charts.sheet import Dots, Line, Sheet, Words


def line(plot: Plot, label: str) -> Line:
    """The one line of a label."""
    (found,) = lines(plot, label)
    return found


def lines(plot: Plot, label: str) -> list[Line]:
    """All lines of a label within one plot, in the order they lie."""
    found = [mark for mark in plot.sheet.marks if isinstance(mark, Line) and mark.label == label]
    return [one for one in found if all(_within(plot, run[0]) for run in one.runs)]


def dots(plot: Plot, label: str) -> list[Dots]:
    """All dots of a label within one plot, in the order they lie."""
    found = [mark for mark in plot.sheet.marks if isinstance(mark, Dots) and mark.label == label]
    return [one for one in found if all(_within(plot, at) for at in one.at)]


def _within(plot: Plot, at: XY) -> bool:
    return plot.box.left - 1 <= at[0] <= plot.box.right + 1


def points(plot: Plot, drawn: Line | Dots) -> list[tuple[float, float] | None]:
    """The days and values of a mark, ``None`` where a line is broken."""
    runs = drawn.runs if isinstance(drawn, Line) else (drawn.at,)
    found: list[tuple[float, float] | None] = []
    for run in runs:
        found += [None] if found else []
        found += [_day_and_value(plot, at) for at in run]
    return found


def _day_and_value(plot: Plot, at: XY) -> tuple[float, float]:
    day = plot.days[0] + (at[0] - plot.x(plot.days[0])) / plot.day_width
    value = plot.low + (at[1] - plot.box.bottom) / plot.box.height * (plot.high - plot.low)
    return round(day, 6), round(value, 6)


def levels(plot: Plot) -> list[float]:
    """The values that have a line of the grid."""
    (grid,) = lines(plot, "grid")
    return [_day_and_value(plot, run[0])[1] for run in grid.runs]


def texts(sheet: Sheet) -> list[Words]:
    """All lines of text, in the order they were written."""
    return [mark for mark in sheet.marks if isinstance(mark, Words)]


def words(sheet: Sheet) -> list[str]:
    """All that is written on a sheet."""
    return [text.text for text in texts(sheet)]


def word_boxes(sheet: Sheet) -> list[tuple[str, Box]]:
    """Each word of a sheet with the pixels it covers, as printed."""
    figure = figure_of(sheet)
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in figure.texts]
    return [(text, Box(b.x0, b.y0, b.width, b.height)) for text, b in boxes]


def overlapping(boxes: Sequence[tuple[str, Box]]) -> list[tuple[str, str]]:
    """The pairs of words that cover each other, but for their empty rims."""
    inked = [(text, Box(b.left, b.bottom + 2, b.width, b.height - 4)) for text, b in boxes]
    return [
        (one, other)
        for at, (one, box) in enumerate(inked)
        for other, second in inked[at + 1 :]
        if box.overlaps(second)
    ]
