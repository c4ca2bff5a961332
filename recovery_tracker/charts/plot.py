"""The plot of a chart: axes at a known place, their grid and ticks, and labels over them.

Every distance is known before anything is drawn, so no layout engine has to run: draw the chart
again when its size, scale or theme changes, and only then.
"""

# pyright: reportUnknownMemberType=false
# matplotlib leaves some types of its keyword arguments open.

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch
from matplotlib.ticker import FixedLocator

from recovery_tracker.charts.labels import Placed
from recovery_tracker.charts.room import XY, Box
from recovery_tracker.charts.style import (
    DPI,
    LABEL_TEXT,
    LINE_HEIGHT,
    POINTS_PER_PIXEL,
    REGULAR,
    THIN_LINE,
    TICK_TEXT,
    drawable,
    font,
    text_width,
)
from recovery_tracker.domain.severity import Severity
from recovery_tracker.i18n import _
from recovery_tracker.palette import Palette
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from matplotlib.text import Text

GRADES_LOW, GRADES_HIGH = -0.18, 4.0
_TICK_STEPS = (1, 2, 7, 14, 28, 56, 112)
_TICKS_APART = 4.0  # pixels between two numbers under the axis
_AIRY = 30.0  # pixels from one number to the next in a large chart
_CORNER = 5.0
_LEAST = 10.0  # pixels an axis has at least
_WORD_GAP = 9.0  # pixels between the grades' words and the grid


@frozen
class Plot:
    """Axes at a known place in their figure.

    Attributes:
        box: the axes' rectangle, in pixels at 96 to the inch, origin at the bottom left.
        days: the days of the x axis.
        pad: pixels left of the first day and right of the last one.
        low, high: the values at the bottom and the top of the box.
        scale: factor of all type sizes, 1.0 is 100 %.
    """

    figure: Figure
    axes: Axes
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
        """The whole figure, less a hair at its edges: where labels may stand."""
        width, height = size_of(self.figure)
        return Box(2, 2, max(width - 4, 1), max(height - 4, 1))


def size_of(figure: Figure) -> XY:
    """Return a figure's width and height in pixels at 96 to the inch, at least one each."""
    width, height = figure.get_size_inches()
    return max(float(width) * DPI, 1.0), max(float(height) * DPI, 1.0)


def blank(figure: Figure, palette: Palette) -> None:
    """Empty a figure and give it the card's colour."""
    for axes in figure.axes:
        figure.delaxes(axes)  # clear() would first make each of them anew
    figure.clear()
    figure.set_facecolor(palette.surface)


def place_axes(
    figure: Figure,
    palette: Palette,
    box: Box,
    days: range,
    *,
    pad: float,
    low: float,
    high: float,
    scale: float,
) -> Plot:
    """Put empty axes into a figure: card colour, bottom edge only, no tick marks.

    In a figure too small for the box the axes reach beyond its edge, rather than fail.
    """
    width, height = size_of(figure)
    box = Box(box.left, box.bottom, max(box.width, 2 * pad + _LEAST), max(box.height, _LEAST))
    axes = figure.add_axes(
        (box.left / width, box.bottom / height, box.width / width, box.height / height)
    )
    plot = Plot(figure, axes, palette, box, days, pad, low, high, scale)
    edge = pad / plot.day_width
    axes.set_xlim(days[0] - edge, days[-1] + edge)
    axes.set_ylim(low, high)
    axes.set_facecolor(palette.surface)
    # grid and numbers are drawn by us: an axis makes five parts for each of its ticks, and
    # measures them more than once
    axes.xaxis.set_visible(False)
    axes.yaxis.set_visible(False)
    for side in ("left", "top", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set(color=palette.line, linewidth=THIN_LINE)
    return plot


def level_grid(plot: Plot, values: Sequence[float], words: Sequence[str] = ()) -> None:
    """Draw the horizontal grid behind the data, and its words at the left if any."""
    plot.axes.yaxis.set_major_locator(FixedLocator(values))
    first, last = plot.axes.get_xlim()
    plot.axes.hlines(
        values, first, last, colors=plot.palette.grid, linewidth=THIN_LINE, zorder=0.5, label="grid"
    )
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
    plot.axes.xaxis.set_major_locator(FixedLocator(list(words)))
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
) -> Text:
    """Write one line of text over the chart; ``at`` is its middle, or its left or right end."""
    x, y = at
    return plot.figure.text(
        x / DPI,
        y / DPI,
        drawable(text),
        transform=plot.figure.dpi_scale_trans,
        fontproperties=font(text, size * plot.scale, weight),
        color=color,
        ha=align,
        va="center",
        parse_math=False,
    )


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
) -> Text:
    """Draw a label at its place: leader, box if it has an edge or a fill, text."""
    if placed.leader is not None:
        _leader(plot, placed.leader, leader or edge or plot.palette.past)
    box = placed.box
    if edge is not None or fill is not None:
        plot.figure.add_artist(
            FancyBboxPatch(
                (box.left / DPI, box.bottom / DPI),
                box.width / DPI,
                box.height / DPI,
                boxstyle=f"round,pad=0,rounding_size={_CORNER * plot.scale / DPI}",
                transform=plot.figure.dpi_scale_trans,
                facecolor=fill or plot.palette.surface,
                edgecolor=edge or fill,
                linewidth=1.1,
                zorder=2.5,
                clip_on=False,
            )
        )
    middle = (box.left + box.width / 2, box.middle)
    return write(plot, text, middle, color=color, size=size, weight=weight)


def _leader(plot: Plot, ends: tuple[XY, XY], color: str) -> None:
    (x0, y0), (x1, y1) = ends
    plot.figure.add_artist(
        Line2D(
            [x0 / DPI, x1 / DPI],
            [y0 / DPI, y1 / DPI],
            transform=plot.figure.dpi_scale_trans,
            color=color,
            linewidth=1.0,
            zorder=2.2,
        )
    )


def points_of(pixels: float) -> float:
    """Return points for pixels, where matplotlib asks for points."""
    return pixels * POINTS_PER_PIXEL
