"""Where the labels of a chart stand: beside their lines, apart from each other, inside the chart.

Pure geometry in pixels at 96 to the inch, origin at the bottom left; nothing is drawn here.
Labels at the ends of lines are pushed apart in one column; the others look for the emptiest
place near their line.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from recovery_tracker.charts.room import CELL, XY, Box, Ink, Numbers
from recovery_tracker.values import frozen

_GAP = 3.0  # labels stand at least this far apart
_NEAR = 9.0  # up to here a label needs no leader
_BESIDE = (5.0, 11.0, 20.0, 32.0, 46.0, 62.0)  # gaps tried between a line and its label
_CLEAR_ENOUGH = 70.0  # a line this far from the others is told apart at a glance
_MISTAKABLE, _MISTAKABLE_COST = 7.0, 30.0  # so near, a label could name the other line
_STRANGE, _STRANGE_CELLS, _STRANGE_COST = 6.0, 20.0, 1.3
_PIXEL_COST, _CLEAR_GAIN, _LEADER_COST = 0.7, 0.5, 1.8


@frozen
class Placed:
    """A label's place and the point it speaks of.

    Attributes:
        leader: from the point to the edge of the box; ``None`` when the label is close enough.
    """

    box: Box
    anchor: XY
    leader: tuple[XY, XY] | None = None

    @classmethod
    def at(cls, box: Box, anchor: XY, near: float = _NEAR, start: float = 0.0) -> Self:
        """Put a label into a box, with a leader where the box is farther than ``near``.

        The leader begins ``start`` pixels from the anchor, so that it does not cross a dot.
        """
        edge = box.nearest(anchor)
        away = math.dist(edge, anchor)
        if away <= max(near, start):
            return cls(box, anchor)
        part = start / away
        begin = (
            anchor[0] + (edge[0] - anchor[0]) * part,
            anchor[1] + (edge[1] - anchor[1]) * part,
        )
        return cls(box, anchor, (begin, edge))


def pushed_apart(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float, gap: float
) -> list[float]:
    """Move middles apart so that none overlap, each as little as possible, within low to high.

    The order of ``wanted`` is kept from bottom to top (equal ones: first lowest). When all
    together are higher than the space, they are spread over it evenly.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    room = high - low
    needed = sum(heights) + gap * (len(heights) - 1)
    if needed > room:
        gap = (room - sum(heights)) / max(1, len(heights) - 1)
    blocks: list[list[int]] = []
    bottoms: list[float] = []
    for at in order:
        blocks.append([at])
        bottoms.append(_bottom(blocks[-1], wanted, heights, gap, low, high))
        while len(blocks) > 1 and bottoms[-2] + _size(blocks[-2], heights, gap) + gap > bottoms[-1]:
            blocks[-2:] = [blocks[-2] + blocks[-1]]
            bottoms[-2:] = [_bottom(blocks[-1], wanted, heights, gap, low, high)]
    middles = [0.0] * len(wanted)
    for block, bottom in zip(blocks, bottoms, strict=True):
        for at in block:
            middles[at] = bottom + heights[at] / 2
            bottom += heights[at] + gap  # noqa: PLW2901 - climbs through the block
    return middles


def _size(block: Sequence[int], heights: Sequence[float], gap: float) -> float:
    return sum(heights[at] for at in block) + gap * (len(block) - 1)


def _bottom(
    block: Sequence[int],
    wanted: Sequence[float],
    heights: Sequence[float],
    gap: float,
    low: float,
    high: float,
) -> float:
    """Return where a block of touching labels starts to be nearest to what its labels want."""
    offset, starts = 0.0, list[float]()
    for at in block:
        starts.append(wanted[at] - heights[at] / 2 - offset)
        offset += heights[at] + gap
    best = sum(starts) / len(starts)
    return max(low, min(best, high - _size(block, heights, gap)))


def column(
    anchors: Sequence[XY],
    sizes: Sequence[XY],
    left: float,
    bounds: Box,
    gap: float = _GAP + 1,
) -> list[Placed]:
    """Place labels in one column right of the ends of their lines."""
    heights = [height for _width, height in sizes]
    middles = pushed_apart([y for _x, y in anchors], heights, bounds.bottom, bounds.top, gap)
    return [
        Placed.at(Box(left, middle - height / 2, width, height), anchor)
        for anchor, (width, height), middle in zip(anchors, sizes, middles, strict=True)
    ]


def beside(
    line: Sequence[XY],
    size: XY,
    ink: Ink,
    taken: Sequence[Box],
    bounds: Box,
    others: Sequence[Sequence[XY]] = (),
) -> Placed | None:
    """Place a label beside a line, where the line is far from the others and the chart empty.

    Args:
        line: the points the label may speak of.
        size: width and height of the label.
        ink: what the chart has drawn already, which the label should not hide.
        taken: boxes it must keep apart from.
        bounds: what it must stay within.
        others: the lines that its own must not be mistaken for.

    Returns:
        The place, or ``None`` when there is no room at all.
    """
    width, height = size
    seen = [point for point in line if not any(_hides(box, point) for box in taken)]
    anchors = np.array(seen or line, dtype=np.float64)
    at, left, bottom = _free(*_candidates(anchors, width, height), size, taken, bounds)
    if not len(at):
        everywhere = _everywhere(anchors, width, height, bounds)
        at, left, bottom = _free(*everywhere, size, taken, bounds)
        if not len(at):
            return None
    x, y = anchors[at, 0], anchors[at, 1]
    edge_x, edge_y = np.clip(x, left, left + width), np.clip(y, bottom, bottom + height)
    cost = (
        ink.under(left, bottom, width, height)
        + np.hypot(edge_x - x, edge_y - y) * _PIXEL_COST
        + ink.along((x, y), (edge_x, edge_y)) * _LEADER_COST
        + _strangers(others, left, bottom, size, bounds)
        - _told_apart(anchors, others)[at]
    )
    best = int(np.argmin(cost))
    box = Box(float(left[best]), float(bottom[best]), width, height)
    return Placed.at(box, (float(x[best]), float(y[best])))


def _hides(box: Box, point: XY) -> bool:
    return math.dist(box.nearest(point), point) < _GAP


def _candidates(
    anchors: Numbers, width: float, height: float
) -> tuple[NDArray[np.intp], Numbers, Numbers]:
    """Return, for each anchor, boxes above and below it: which anchor, left, bottom."""
    lefts, bottoms = list[float](), list[float]()
    for gap in _BESIDE:
        for shift in (-width - gap, -width * 0.75, -width / 2, -width * 0.25, gap):
            lefts += [shift, shift]
            bottoms += [gap, -gap - height]
    for gap in (2 * _NEAR, 4 * _NEAR):
        lefts += [gap, -width - gap]
        bottoms += [-height / 2, -height / 2]
    count = len(lefts)
    at = np.repeat(np.arange(len(anchors)), count)
    left = (anchors[:, :1] + np.array(lefts)).ravel()
    bottom = (anchors[:, 1:] + np.array(bottoms)).ravel()
    return at, left, bottom


def _everywhere(
    anchors: Numbers, width: float, height: float, bounds: Box
) -> tuple[NDArray[np.intp], Numbers, Numbers]:
    """Return boxes all over the chart, each with its nearest anchor."""
    xs = np.arange(bounds.left, bounds.right - width, CELL)
    ys = np.arange(bounds.bottom, bounds.top - height, CELL)
    left, bottom = (grid.ravel() for grid in np.meshgrid(xs, ys))
    away = np.hypot(
        left[:, None] + width / 2 - anchors[None, :, 0],
        bottom[:, None] + height / 2 - anchors[None, :, 1],
    )
    at = np.argmin(away, axis=1) if len(left) else np.zeros(0, dtype=np.intp)
    return at, left, bottom


def _free(
    at: NDArray[np.intp],
    left: Numbers,
    bottom: Numbers,
    size: XY,
    taken: Sequence[Box],
    bounds: Box,
) -> tuple[NDArray[np.intp], Numbers, Numbers]:
    """Return those of the boxes that lie within the bounds and apart from what is taken."""
    right, top = left + size[0], bottom + size[1]
    free = (left >= bounds.left) & (right <= bounds.right)
    free &= (bottom >= bounds.bottom) & (top <= bounds.top)
    for box in taken:
        free &= (
            (left >= box.right + _GAP)
            | (right <= box.left - _GAP)
            | (bottom >= box.top + _GAP)
            | (top <= box.bottom - _GAP)
        )
    return at[free], left[free], bottom[free]


def _strangers(
    others: Sequence[Sequence[XY]], left: Numbers, bottom: Numbers, size: XY, bounds: Box
) -> Numbers:
    """Return the cost of standing close to lines that a label does not speak of."""
    lines = Ink(bounds)
    for line in others:
        lines.add_line(line, 1.0)
    width, height = size[0] + 2 * _STRANGE, size[1] + 2 * _STRANGE
    near = lines.under(left - _STRANGE, bottom - _STRANGE, width, height)
    return np.minimum(near, _STRANGE_CELLS) * _STRANGE_COST


def _told_apart(anchors: Numbers, others: Sequence[Sequence[XY]]) -> Numbers:
    """Return, in cost saved, how well a line is told from the others at each anchor."""
    best = np.full(len(anchors), _CLEAR_ENOUGH)
    mistakable = np.zeros(len(anchors))
    for line in others:
        away = _distance(anchors, np.array(line, dtype=np.float64))
        best = np.minimum(best, away)
        mistakable += away < _MISTAKABLE
    return best * _CLEAR_GAIN - mistakable * _MISTAKABLE_COST


def _distance(anchors: Numbers, line: Numbers) -> Numbers:
    """Return how far each anchor is from a line of one or more points."""
    starts, ends = (line[:-1], line[1:]) if len(line) > 1 else (line, line)
    along = ends - starts
    length = np.maximum((along**2).sum(axis=1), 1e-9)
    to = anchors[:, None, :] - starts[None, :, :]
    part = np.clip((to * along[None, :, :]).sum(axis=2) / length, 0.0, 1.0)
    foot = starts[None, :, :] + part[..., None] * along[None, :, :]
    away = np.hypot(anchors[:, None, 0] - foot[..., 0], anchors[:, None, 1] - foot[..., 1])
    nearest: Numbers = away.min(axis=1)
    return nearest
