"""What the chart tests look at: lines by label, words, and where each word stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from recovery_tracker.charts.plot import Plot
from recovery_tracker.charts.room import Box


def line(plot: Plot, label: str) -> Line2D:
    """The one line of a label."""
    (found,) = lines(plot, label)
    return found


def lines(plot: Plot, label: str) -> list[Line2D]:
    """All lines of a label, in the order they were drawn."""
    return [found for found in plot.axes.get_lines() if found.get_label() == label]


def points(drawn: Line2D) -> list[tuple[float, float] | None]:
    """The points of a line, ``None`` where it is broken."""
    pairs = np.asarray(drawn.get_xydata(), dtype=np.float64).tolist()
    return [None if math.isnan(y) else (x, y) for x, y in pairs]


def words(figure: Figure) -> list[str]:
    """All that is written in a figure."""
    return [text.get_text() for text in figure.texts]


def word_boxes(figure: Figure) -> list[tuple[str, Box]]:
    """Each word of a figure with the pixels it covers, as painted."""
    canvas = FigureCanvasAgg(figure)
    renderer = canvas.get_renderer()
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
