"""A chart as a picture of fixed size, for the report, a file or a test; never from the screen's."""

# pyright: reportUnknownMemberType=false
# matplotlib leaves some types of its keyword arguments open.

from __future__ import annotations

import io
from collections.abc import Callable

import matplotlib as mpl
from matplotlib.figure import Figure

from recovery_tracker.charts.style import DPI, new_figure

Draw = Callable[[Figure], object]


def svg_bytes(draw: Draw, width: float, height: float) -> bytes:
    """Return a chart as SVG: the same chart gives the same bytes.

    Args:
        draw: draws the chart into the figure it is given.
        width: in pixels at 96 to the inch.
        height: in pixels at 96 to the inch.
    """
    figure = new_figure(width, height)
    draw(figure)
    buffer = io.BytesIO()
    # text as outlines: the page needs no font of the chart's, and no reader replaces one
    with mpl.rc_context({"svg.hashsalt": "recovery-tracker", "svg.fonttype": "path"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()


def png_bytes(draw: Draw, width: float, height: float, *, zoom: float = 2.0) -> bytes:
    """Return a chart as PNG, ``zoom`` times as many pixels as its size at 96 to the inch."""
    figure = new_figure(width, height)
    draw(figure)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI * zoom, metadata={"Software": None})
    return buffer.getvalue()
