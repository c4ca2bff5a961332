"""A chart as a picture of fixed size, for the report, a file or a test; never from the screen's.

matplotlib draws it, text as outlines.
"""

# pyright: reportUnknownMemberType=false
# matplotlib leaves some types of its keyword arguments open.

from __future__ import annotations

import io
from collections.abc import Callable

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Patch, Polygon

from recovery_tracker.charts.sheet import Area, Dots, Line, Plate, Sheet, Words
from recovery_tracker.charts.style import DPI, POINTS_PER_PIXEL, drawable, font

Draw = Callable[[Sheet], object]


def svg_bytes(draw: Draw, width: float, height: float) -> bytes:
    """Return a chart as SVG: the same chart gives the same bytes.

    Args:
        draw: draws the chart on the sheet it is given.
        width: in pixels at 96 to the inch.
        height: in pixels at 96 to the inch.
    """
    figure = _drawn(draw, width, height)
    buffer = io.BytesIO()
    # text as outlines: the page needs no font of the chart's, and no reader replaces one
    with mpl.rc_context({"svg.hashsalt": "recovery-tracker", "svg.fonttype": "path"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()


def png_bytes(draw: Draw, width: float, height: float, *, zoom: float = 2.0) -> bytes:
    """Return a chart as PNG, ``zoom`` times as many pixels as its size at 96 to the inch."""
    figure = _drawn(draw, width, height)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI * zoom, metadata={"Software": None})
    return buffer.getvalue()


def _drawn(draw: Draw, width: float, height: float) -> Figure:
    sheet = Sheet(width, height)
    draw(sheet)
    return figure_of(sheet)


def figure_of(sheet: Sheet) -> Figure:
    """Return a figure with all marks of a sheet."""
    size = (sheet.width / DPI, sheet.height / DPI)
    figure = Figure(figsize=size, dpi=DPI, facecolor=sheet.ground)
    for mark in sheet.marks:
        match mark:
            case Line():
                _add_line(figure, mark)
            case Dots():
                _add_dots(figure, mark)
            case Words():
                _add_words(figure, mark)
            case _:
                figure.add_artist(_patch(figure, mark))
    return figure


def _add_line(figure: Figure, line: Line) -> None:
    """Draw each run; caps as :mod:`chart_canvas` has them."""
    for run in line.runs:
        figure.add_artist(
            Line2D(
                [x / DPI for x, _y in run],
                [y / DPI for _x, y in run],
                transform=figure.dpi_scale_trans,
                color=line.color,
                linewidth=line.width * POINTS_PER_PIXEL,
                linestyle=(0, line.dash) if line.dash else "-",
                dash_capstyle="butt",
                solid_capstyle="round",
                zorder=line.order,
            )
        )


def _add_dots(figure: Figure, dots: Dots) -> None:
    figure.add_artist(
        Line2D(
            [x / DPI for x, _y in dots.at],
            [y / DPI for _x, y in dots.at],
            transform=figure.dpi_scale_trans,
            linestyle="",
            marker=dots.shape,
            markersize=dots.size * POINTS_PER_PIXEL,
            markerfacecolor=dots.fill,
            markeredgecolor=dots.edge,
            markeredgewidth=dots.rim * POINTS_PER_PIXEL,
            zorder=dots.order,
        )
    )


def _add_words(figure: Figure, words: Words) -> None:
    figure.text(
        words.at[0] / DPI,
        words.at[1] / DPI,
        drawable(words.text),
        transform=figure.dpi_scale_trans,
        fontproperties=font(words.text, words.size, words.weight),
        color=words.color,
        ha=words.align,
        va="center",
        parse_math=False,
        zorder=words.order,
    )


def _patch(figure: Figure, mark: Area | Plate) -> Patch:
    if isinstance(mark, Area):
        corners = [(x / DPI, y / DPI) for x, y in mark.corners]
        return Polygon(
            corners,
            transform=figure.dpi_scale_trans,
            facecolor=mark.color,
            linewidth=0,
            zorder=mark.order,
        )
    box = mark.box
    return FancyBboxPatch(
        (box.left / DPI, box.bottom / DPI),
        box.width / DPI,
        box.height / DPI,
        boxstyle=f"round,pad=0,rounding_size={mark.corner / DPI}",
        transform=figure.dpi_scale_trans,
        facecolor=mark.fill,
        edgecolor=mark.edge,
        linewidth=1.1,
        zorder=mark.order,
    )
