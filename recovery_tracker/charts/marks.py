"""What charts are made of: the usual band, the typical course, own and earlier lines, today."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves some types of its keyword arguments open.

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.lines import Line2D

from recovery_tracker.charts.plot import Plot
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

_Dash = str | tuple[float, tuple[float, ...]]
_DASHES: tuple[_Dash, ...] = ("-", (0, (4.2, 1.6)), (0, (1.1, 1.1)), (0, (4.5, 1.4, 1.1, 1.4)))
_MARKERS = ("o", "s", "^", "D")
_MARKER_SIZES = (MARKER, MARKER, MARKER + 0.8, MARKER - 0.6)  # equal to the eye, not in width
_DOTTED: _Dash = (0, (1.2, 1.9))
_TYPICAL: _Dash = (0, (6, 3))


@frozen
class LineStyle:
    """How one of up to four lines looks: told apart by colour, marker and dash alike."""

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


def broken(points: Sequence[Point], offset: float = 0.0) -> tuple[list[float], list[float]]:
    """Return days and values of a line, with a hole wherever a day is missing."""
    days, values = list[float](), list[float]()
    for number, run in enumerate(runs(points)):
        if number:
            days.append(math.nan)
            values.append(math.nan)
        days += [float(day) for day, _value in run]
        values += [value + offset for _day, value in run]
    return days, values


def draw_band(plot: Plot, course: Sequence[UsualRange]) -> None:
    """Fill from 0 to the upper bound, with a line along the upper edge."""
    if not course:
        return
    days, upper = list(plot.days), [usual.upper for usual in course]
    plot.axes.fill_between(
        days, upper, 0, facecolor=plot.palette.band, linewidth=0, zorder=1, label="usual range"
    )
    plot.axes.plot(
        days, upper, color=plot.palette.band_line, linewidth=EDGE_LINE, zorder=1.5, label="upper"
    )


def draw_typical(plot: Plot, course: Sequence[UsualRange], width: float = 1.4) -> None:
    """Draw the typical course, dashed, in a green that keeps 3:1 upon the band."""
    if not course:
        return
    plot.axes.plot(
        list(plot.days),
        [usual.typical for usual in course],
        color=plot.palette.ok_line,
        linewidth=width,
        linestyle=_TYPICAL,
        zorder=1.8,
        label="typical",
    )


def draw_past(plot: Plot, points: Sequence[Point], place: int, width: float = PAST_LINE) -> None:
    """Draw an earlier session: the newest (place 0) solid, older ones dotted.

    A day that stands alone gets a dot, for a line cannot show it.
    """
    days, values = broken(points)
    plot.axes.plot(
        days,
        values,
        color=plot.palette.past,
        linewidth=width if place == 0 else width + 0.1,
        linestyle="-" if place == 0 else _DOTTED,
        zorder=2,
        label="past",
    )
    _dots_of_lone_days(plot, points, plot.palette.past, width * 1.8)


def _dots_of_lone_days(plot: Plot, points: Sequence[Point], color: str, size: float) -> None:
    alone = [run[0] for run in runs(points) if len(run) == 1]
    if alone:
        days, values = zip(*alone, strict=True)
        plot.axes.plot(
            days,
            values,
            linestyle="",
            marker="o",
            markersize=size,
            color=color,
            zorder=2,
            label="lone days",
        )


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
) -> Line2D:
    """Draw the present session's line; today's dot is larger, and hollow until the day is done."""
    days, values = broken(points, offset)
    (line,) = plot.axes.plot(
        days,
        values,
        color=style.color,
        linewidth=style.width,
        linestyle=style.dash,
        dash_capstyle="butt",
        solid_capstyle="round",
        marker=style.marker if every_marker else "",
        markersize=style.marker_size,
        markeredgecolor=plot.palette.surface,
        markeredgewidth=RIM,
        zorder=zorder,
        label=label,
        clip_on=False,
    )
    if not every_marker:
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
    return line


def draw_dot(
    plot: Plot,
    at: tuple[float, float],
    style: LineStyle,
    *,
    size: float,
    filled: bool,
    zorder: float = 4.0,
) -> None:
    """Draw one large dot, filled with a rim of the card's colour, or hollow."""
    plot.axes.plot(
        [at[0]],
        [at[1]],
        color=style.color,
        linestyle="",
        marker=style.marker,
        markersize=size if filled else size - 1.5,
        markerfacecolor=style.color if filled else plot.palette.surface,
        markeredgecolor=plot.palette.surface if filled else style.color,
        markeredgewidth=RIM + 0.4 if filled else 2.4,
        zorder=zorder,
        label="today",
        clip_on=False,
    )


def draw_today_line(plot: Plot, day: int, top: float) -> None:
    """Draw the dotted upright line of today, from the bottom edge to a value at the top."""
    plot.axes.plot(
        [day, day],
        [plot.low, top],
        color=plot.palette.line,
        linewidth=THIN_LINE + 0.4,
        linestyle=(0, (2, 2.4)),
        zorder=0.8,
        label="today line",
        clip_on=False,
    )
