"""What charts are made of: the usual band, the typical course, own and earlier lines, today."""

from __future__ import annotations

from collections.abc import Sequence

from recovery_tracker.charts.plot import Plot, in_pixels
from recovery_tracker.charts.room import XY
from recovery_tracker.charts.sheet import Area, Dots, Line
from recovery_tracker.charts.style import (
    EDGE_LINE,
    MARKER,
    OTHER_LINE,
    OWN_LINE,
    PAST_LINE,
    RIM,
    THIN_LINE,
    TODAY_MARKER,
)
from recovery_tracker.charts.timeline import Point, Present, runs
from recovery_tracker.domain.usual_range import UsualRange
from recovery_tracker.values import frozen

EQUAL_OFFSET = 0.07

_Dash = tuple[float, ...]  # in widths of the line; none = solid
_DASHES: tuple[_Dash, ...] = ((), (4.2, 1.6), (1.1, 1.1), (4.5, 1.4, 1.1, 1.4))
_MARKERS = ("o", "s", "^", "D")
_MARKER_SIZES = (MARKER, MARKER, MARKER + 0.8, MARKER - 0.6)  # equal to the eye, not in width
_DOTTED: _Dash = (1.2, 1.9)
_TYPICAL: _Dash = (6.0, 3.0)
_TODAY: _Dash = (2.0, 2.4)


@frozen
class LineStyle:
    """How one of up to four lines looks: told apart by colour, marker and dash alike.

    Width and marker size are points.
    """

    color: str
    marker: str
    marker_size: float
    dash: _Dash
    width: float


def line_style(plot: Plot, place: int) -> LineStyle:
    """Return the look of the first (0) to fourth (3) chosen symptom."""
    return LineStyle(
        color=plot.palette.lines[place],
        marker=_MARKERS[place],
        marker_size=_MARKER_SIZES[place],
        dash=_DASHES[place],
        width=OWN_LINE if place == 0 else OTHER_LINE,
    )


def offsets(count: int) -> list[float]:
    """Return how far each of several lines is moved off its grade, so that equal ones all show."""
    return [((count - 1) / 2 - place) * EQUAL_OFFSET for place in range(count)]


def broken(plot: Plot, points: Sequence[Point], offset: float = 0.0) -> tuple[tuple[XY, ...], ...]:
    """Return the pixels of a line, broken wherever a day is missing."""
    moved = (((day, value + offset) for day, value in run) for run in runs(points))
    return tuple(tuple(plot.pixels(run)) for run in moved)


def draw_band(plot: Plot, course: Sequence[UsualRange]) -> None:
    """Fill from 0 to the upper bound, with a line along the upper edge."""
    if not course:
        return
    upper = plot.pixels((day, usual.upper) for day, usual in zip(plot.days, course, strict=True))
    ground = plot.pixels([(plot.days[-1], 0), (plot.days[0], 0)])
    palette, width = plot.palette, in_pixels(EDGE_LINE)
    plot.sheet.add(Area((*upper, *ground), palette.band, label="usual range", order=1.0))
    plot.sheet.add(Line((tuple(upper),), palette.band_line, width, label="upper", order=1.5))


def draw_typical(plot: Plot, course: Sequence[UsualRange], width: float = 1.4) -> None:
    """Draw the typical course, dashed, in a green that keeps 3:1 upon the band."""
    if not course:
        return
    line = plot.pixels((day, usual.typical) for day, usual in zip(plot.days, course, strict=True))
    color, thick = plot.palette.ok_line, in_pixels(width)
    plot.sheet.add(Line((tuple(line),), color, thick, _TYPICAL, label="typical", order=1.8))


def draw_past(plot: Plot, points: Sequence[Point], place: int, width: float = PAST_LINE) -> None:
    """Draw an earlier session: the newest (place 0) solid, older ones dotted.

    A day that stands alone gets a dot, for a line cannot show it.
    """
    dash, thick = ((), width) if place == 0 else (_DOTTED, width + 0.1)
    color, line = plot.palette.past, broken(plot, points)
    plot.sheet.add(Line(line, color, in_pixels(thick), dash, label="past"))
    _dots_of_lone_days(plot, points, color, width * 1.8)


def _dots_of_lone_days(plot: Plot, points: Sequence[Point], color: str, size: float) -> None:
    alone = tuple(plot.pixels(run[0] for run in runs(points) if len(run) == 1))
    if alone:
        plot.sheet.add(Dots(alone, "o", in_pixels(size), color, color, label="lone days"))


def draw_own(
    plot: Plot,
    points: Sequence[Point],
    style: LineStyle,
    now: Present,
    *,
    offset: float = 0.0,
    label: str = "own",
    zorder: float = 3.0,
    today_size: float = TODAY_MARKER,
    every_marker: bool = True,
) -> None:
    """Draw the present session's line; today's dot is larger, and hollow until the day is done."""
    line, size = broken(plot, points, offset), in_pixels(style.marker_size)
    width = in_pixels(style.width)
    plot.sheet.add(Line(line, style.color, width, style.dash, label=label, order=zorder))
    if every_marker:
        every = tuple(plot.pixels((day, value + offset) for day, value in points))
        rim, edge = in_pixels(RIM), plot.palette.surface
        plot.sheet.add(Dots(every, style.marker, size, style.color, edge, rim, label, zorder))
    else:
        _dots_of_lone_days(plot, points, style.color, style.width * 1.7)
    todays = next((value for day, value in points if day == now.day), None)
    if now.day is not None and todays is not None:
        factor = today_size / MARKER
        draw_dot(
            plot,
            (now.day, todays + offset),
            style,
            size=style.marker_size * factor,
            filled=now.done,
            zorder=zorder + 1,
        )


def draw_dot(
    plot: Plot,
    at: tuple[float, float],
    style: LineStyle,
    *,
    size: float,
    filled: bool,
    zorder: float = 4.0,
) -> None:
    """Draw one large dot, filled with a rim of the card's colour, or hollow; size in points."""
    surface = plot.palette.surface
    fill, edge = (style.color, surface) if filled else (surface, style.color)
    rim = RIM + 0.4 if filled else 2.4
    size = in_pixels(size if filled else size - 1.5)
    where = tuple(plot.pixels([at]))
    plot.sheet.add(Dots(where, style.marker, size, fill, edge, in_pixels(rim), "today", zorder))


def draw_today_line(plot: Plot, day: int, top: float) -> None:
    """Draw the dotted upright line of today, from the bottom edge to a value at the top."""
    line = tuple(plot.pixels([(day, plot.low), (day, top)]))
    width = in_pixels(THIN_LINE + 0.4)
    plot.sheet.add(Line((line,), plot.palette.line, width, _TODAY, "today line", 0.8))
