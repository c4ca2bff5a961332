"""The plot of a chart: a box at a known place, its grid and ticks, and labels over them.

Every distance is known before anything is drawn, so no layout engine has to run: draw the chart
again when its size, scale or theme changes, and only then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recovery_tracker.charts.labels import Placed
from recovery_tracker.charts.room import XY, Box
from recovery_tracker.charts.sheet import Line, Plate, Sheet, Words
from recovery_tracker.charts.style import (
    LABEL_TEXT,
    LINE_HEIGHT,
    POINTS_PER_PIXEL,
    REGULAR,
    THIN_LINE,
    TICK_TEXT,
    text_width,
)
from recovery_tracker.domain.severity import Severity
from recovery_tracker.i18n import _
from recovery_tracker.palette import Palette
from recovery_tracker.values import frozen

GRADES_LOW, GRADES_HIGH = -0.18, 4.0
_TICK_STEPS = (1, 2, 7, 14, 28, 56, 112)
_TICKS_APART = 4.0  # pixels between two numbers under the axis
_AIRY = 30.0  # pixels from one number to the next in a large chart
_CORNER = 5.0
_LEAST = 10.0  # pixels an axis has at least
_WORD_GAP = 9.0  # pixels between the grades' words and the grid


@frozen
class Plot:
    """A box at a known place on its sheet.

    Attributes:
        box: the rectangle of days and values, in pixels at 96 to the inch, origin at the bottom
            left.
        days: the days of the x axis.
        pad: pixels left of the first day and right of the last one.
        low, high: the values at the bottom and the top of the box.
        scale: factor of all type sizes, 1.0 is 100 %.
    """

    sheet: Sheet
    palette: Palette
    box: Box
    days: range
    pad: float
    low: float
    high: float
    scale: float

    @property
    def day_width(self) -> float:
        """Pixels from one day to the next."""
        return (self.box.width - 2 * self.pad) / max(1, len(self.days) - 1)

    def x(self, day: float) -> float:
        """Return the pixel of a day."""
        return self.box.left + self.pad + (day - self.days[0]) * self.day_width

    def y(self, value: float) -> float:
        """Return the pixel of a value."""
        return self.box.bottom + (value - self.low) / (self.high - self.low) * self.box.height

    def day_at(self, x: float) -> int:
        """Return the day nearest to a pixel: for a cursor."""
        nearest = self.days[0] + round((x - self.x(self.days[0])) / self.day_width)
        return max(self.days[0], min(nearest, self.days[-1]))

    def pixels(self, points: Iterable[tuple[float, float]]) -> list[XY]:
        """Return the pixels of days and values."""
        return [(self.x(day), self.y(value)) for day, value in points]

    @property
    def bounds(self) -> Box:
        """The whole sheet, less a hair at its edges: where labels may stand."""
        sheet = self.sheet
        return Box(2, 2, max(sheet.width - 4, 1), max(sheet.height - 4, 1))


def place_axes(
    sheet: Sheet,
    palette: Palette,
    box: Box,
    days: range,
    *,
    pad: float,
    low: float,
    high: float,
    scale: float,
) -> Plot:
    """Give the box its bottom edge, the only one that is drawn.

    On a sheet too small for the box it reaches beyond the sheet's edge, rather than fail.
    """
    box = Box(box.left, box.bottom, max(box.width, 2 * pad + _LEAST), max(box.height, _LEAST))
    plot = Plot(sheet, palette, box, days, pad, low, high, scale)
    edge = ((box.left, box.bottom), (box.right, box.bottom))
    width = in_pixels(THIN_LINE)
    sheet.add(Line((edge,), palette.line, width, label="bottom edge", order=2.5))
    return plot


def level_grid(plot: Plot, values: Sequence[float], words: Sequence[str] = ()) -> None:
    """Draw the horizontal grid behind the data, and its words at the left if any."""
    box = plot.box
    levels = tuple(((box.left, plot.y(value)), (box.right, plot.y(value))) for value in values)
    width = in_pixels(THIN_LINE)
    plot.sheet.add(Line(levels, plot.palette.grid, width, label="grid", order=0.5))
    for value, word in zip(values, words, strict=bool(words)):
        at = (plot.box.left - _WORD_GAP, plot.y(value))
        write(plot, word, at, color=plot.palette.muted, size=TICK_TEXT, align="right")


def grade_words() -> list[str]:
    """Return the five grades' words, none first."""
    return [grade.label for grade in Severity]


def day_ticks(plot: Plot, *, first_in_words: bool = True, title: bool = True) -> None:
    """Number the days under the plot, as many as there is room for."""
    size = TICK_TEXT * plot.scale
    apart = _TICKS_APART * plot.scale
    room = text_width(str(plot.days[-1]), size) + apart
    if first_in_words:  # a large chart has air between its numbers
        room = max(room, _AIRY * plot.scale)
    step = next((n for n in _TICK_STEPS if n * plot.day_width >= room), _TICK_STEPS[-1])
    words = {day: str(day) for day in plot.days[::step]}
    if first_in_words:
        first = _("Day {day}").format(day=plot.days[0])
        second = words.get(plot.days[0] + step, "")
        reach = (text_width(first, size) + text_width(second, size)) / 2 + apart
        if reach <= step * plot.day_width:
            words[plot.days[0]] = first
    write_days(plot, words)
    if title:
        middle = plot.box.left + plot.box.width / 2
        below = plot.box.bottom - 36 * plot.scale
        text = _("Days since treatment")
        write(plot, text, (middle, below), color=plot.palette.muted, size=TICK_TEXT)


def write_days(plot: Plot, words: Mapping[int, str]) -> None:
    """Write a word under each of some days."""
    below = plot.box.bottom - 14 * plot.scale
    for day, word in words.items():
        write(plot, word, (plot.x(day), below), color=plot.palette.muted, size=TICK_TEXT)


def write(
    plot: Plot,
    text: str,
    at: XY,
    *,
    color: str,
    size: float = LABEL_TEXT,
    weight: int = REGULAR,
    align: str = "center",
) -> None:
    """Write one line of text over the chart; ``at`` is its middle, or its left or right end."""
    plot.sheet.add(Words(text, at, color, size * plot.scale, weight, align))


def label_size(
    plot: Plot, text: str, size: float = LABEL_TEXT, weight: int = REGULAR, *, boxed: bool = False
) -> XY:
    """Return the width and height a label needs, in pixels."""
    across, up = (10.0, 6.0) if boxed else (2.0, 0.0)
    width = text_width(text, size * plot.scale, weight) + across * plot.scale
    return width, (size * LINE_HEIGHT + up) * plot.scale


def put_label(
    plot: Plot,
    text: str,
    placed: Placed,
    *,
    color: str,
    size: float = LABEL_TEXT,
    weight: int = REGULAR,
    edge: str | None = None,
    fill: str | None = None,
    leader: str | None = None,
) -> None:
    """Draw a label at its place: leader, box if it has an edge or a fill, text."""
    sheet, box = plot.sheet, placed.box
    if placed.leader is not None:
        shade = leader or edge or plot.palette.past
        sheet.add(Line((placed.leader,), shade, in_pixels(1.0), label="leader", order=12.2))
    if edge is not None or fill is not None:
        inside = fill or plot.palette.surface
        sheet.add(Plate(box, _CORNER * plot.scale, inside, edge or inside))
    middle = (box.left + box.width / 2, box.middle)
    write(plot, text, middle, color=color, size=size, weight=weight)


def in_pixels(points: float) -> float:
    """Return pixels for points, in which strokes and markers are told."""
    return points / POINTS_PER_PIXEL
