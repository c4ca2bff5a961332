"""The words written over a chart: today, the ends of lines, and what stands behind them.

One :class:`Lettering` knows what its chart has drawn and written, so that no word covers another.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from recovery_tracker.charts.labels import Placed, beside, column
from recovery_tracker.charts.marks import draw_dot, draw_today_line, line_style
from recovery_tracker.charts.plot import Plot, label_size, put_label, write
from recovery_tracker.charts.room import XY, Box, Ink
from recovery_tracker.charts.style import (
    LABEL_TEXT,
    OWN_TEXT,
    REGULAR,
    SEMIBOLD,
    TAG_TEXT,
    TODAY_MARKER,
)
from recovery_tracker.charts.timeline import Point, Present, runs
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

OWN_INK, PAST_INK, COURSE_INK, GRID_INK = 30.0, 16.0, 16.0, 1.0
_TODAY_INK, _LABEL_INK = 24.0, 80.0
BEYOND_LAST_DAY = 31.0  # pixels from the last dot to its label
_OFF_DOT = 7.0  # leaders begin this far from the middle of a dot
_WORD_ABOVE = 8.0


@frozen
class End:
    """The end of a line and what is said there; ``at`` is ``None`` when nothing was recorded."""

    text: str
    color: str
    at: tuple[int, float] | None


class Lettering:
    """Writes labels over one plot and keeps them apart."""

    def __init__(self, plot: Plot, levels: Sequence[float]) -> None:
        self.plot = plot
        self.taken: list[Box] = []
        self._ink = Ink(plot.bounds)
        left, right = plot.box.left, plot.box.right
        for level in levels:
            self._ink.add_line([(left, plot.y(level)), (right, plot.y(level))], GRID_INK)
        self._ink.add_line([(left, plot.box.bottom), (right, plot.box.bottom)], OWN_INK)

    @property
    def inner(self) -> Box:
        """Where labels may stand: right of the words of the y axis, above those of the days."""
        bounds = self.plot.bounds
        left, bottom = self.plot.box.left, self.plot.box.bottom - 6
        return Box(left, bottom, bounds.right - left, bounds.top - bottom)

    def drawn(self, points: Sequence[Point], weight: float, offset: float = 0.0) -> None:
        """Note a line that is drawn, so that labels keep off it."""
        for run in runs(points):
            self._ink.add_line(self.plot.pixels((d, v + offset) for d, v in run), weight)

    def _took(self, box: Box, leader: tuple[XY, XY] | None = None) -> None:
        self.taken.append(box)
        self._ink.add_box(box, _LABEL_INK)
        self._ink.add_line(leader or (), PAST_INK)

    def today(self, now: Present) -> None:
        """Mark today with an upright line and a word above the plot."""
        if now.day is None:
            return
        plot = self.plot
        top = plot.box.top + _WORD_ABOVE * plot.scale
        reach = plot.low + (top - plot.box.bottom) / plot.box.height * (plot.high - plot.low)
        draw_today_line(plot, now.day, reach)
        x = plot.x(now.day)
        self._ink.add_line([(x, plot.box.bottom), (x, top)], _TODAY_INK)
        text = _("Today so far") if now.begun and not now.done else _("Today")
        width, height = label_size(plot, text)
        x = min(max(x, plot.box.left + width / 2), plot.bounds.right - width / 2)
        box = Box(x - width / 2, top + 2, width, height)
        write(plot, text, (x, box.middle), color=plot.palette.text2)
        self._took(box)

    def invite(self, day: int, value: float) -> None:
        """Show where the first dot will stand, hollow, and say so."""
        plot, style = self.plot, line_style(self.plot, 0)
        draw_dot(plot, (day, value), style, size=TODAY_MARKER + 3, filled=False)
        dot = (plot.x(day), plot.y(value))
        text = _("Your first dot appears here")
        width, height = label_size(plot, text, OWN_TEXT, SEMIBOLD)
        level = 3.5 if value < 3 else 1.0
        box = Box(dot[0] + 1.3 * plot.day_width, plot.y(level) - height / 2, width, height)
        if not box.inside(self.inner) or any(box.overlaps(other) for other in self.taken):
            found = beside([dot], (width, height), self._ink, self.taken, self.inner)
            box = found.box if found else box
        placed = Placed.at(box, dot, start=_OFF_DOT + 2)
        put_label(
            plot,
            text,
            placed,
            color=style.color,
            size=OWN_TEXT,
            weight=SEMIBOLD,
            leader=style.color,
        )
        self._took(box)

    def ends(self, ends: Sequence[End]) -> None:
        """Say each line's last value in a box beside its last dot.

        Lines that end last share a column to the right, where nothing of theirs can be hidden;
        those that end earlier, or whose words are too long for a column, look for the emptiest
        place near their end.
        """
        days = [end.at[0] for end in ends if end.at is not None]
        if not days:
            return
        last = max(days)
        inner = self.inner
        bounds = Box(inner.left, inner.bottom, inner.width, self.plot.box.top + 12 - inner.bottom)
        latest = [end for end in ends if end.at is None or end.at[0] == last]
        anchors = [self._pixel(end.at or (last, 0.0)) for end in latest]
        left = self.plot.x(last) + BEYOND_LAST_DAY
        sizes = [self._size(end) for end in latest]
        among = [end for end in ends if end.at is not None and end.at[0] < last]
        if left + max(width for width, _height in sizes) <= bounds.right:
            for end, placed in zip(latest, column(anchors, sizes, left, bounds), strict=True):
                self._put_end(end, placed)
        else:  # too long to stand to the right
            among = [*latest, *among]
        for end in among:
            anchor = self._pixel(end.at or (last, 0.0))
            place = beside([anchor], self._size(end), self._ink, self.taken, bounds)
            if place is not None:
                self._put_end(end, place)

    def _pixel(self, point: tuple[float, float]) -> XY:
        return self.plot.x(point[0]), self.plot.y(point[1])

    def _size(self, end: End) -> XY:
        return label_size(self.plot, end.text, OWN_TEXT, SEMIBOLD, boxed=True)

    def _put_end(self, end: End, placed: Placed) -> None:
        at = Placed(placed.box, placed.anchor)
        if end.at is not None:
            at = Placed.at(placed.box, placed.anchor, near=_OFF_DOT + 3, start=_OFF_DOT)
        put_label(
            self.plot,
            end.text,
            at,
            color=end.color,
            size=OWN_TEXT,
            weight=SEMIBOLD,
            edge=end.color,
        )
        self._took(placed.box, at.leader)

    def tag(self, text: str, at: tuple[float, float]) -> None:
        """Write a filled tag near the last dot of the own line."""
        palette, anchor = self.plot.palette, self._pixel(at)
        size = label_size(self.plot, text, TAG_TEXT, SEMIBOLD, boxed=True)
        found = beside([anchor], size, self._ink, self.taken, self.inner)
        if found is None:
            return
        put_label(
            self.plot,
            text,
            Placed.at(found.box, anchor, near=_OFF_DOT, start=_OFF_DOT),
            color=palette.on_primary,
            size=TAG_TEXT,
            weight=SEMIBOLD,
            fill=palette.primary,
        )
        self._took(found.box)

    def hint(self, text: str) -> None:
        """Write a sentence near the middle of a plot that has no line of its own yet."""
        box = self.plot.box
        middle = (box.left + box.width / 2, box.middle)
        size = label_size(self.plot, text, OWN_TEXT)
        found = beside([middle], size, self._ink, self.taken, self.inner)
        if found is None:
            return
        at = Placed(found.box, middle)
        put_label(self.plot, text, at, color=self.plot.palette.muted, size=OWN_TEXT)
        self._took(found.box)

    def beside(
        self,
        text: str,
        points: Sequence[tuple[float, float]],
        others: Sequence[Sequence[Point]],
        color: str,
        *,
        weight: int = REGULAR,
    ) -> bool:
        """Label a line where it is far from the others; ``False`` when there is no room.

        Only what the table and the chart's words say too is labelled this way.
        """
        plot = self.plot
        pixels = [plot.pixels(run) for line in others for run in runs(line)]
        spots = plot.pixels(_with_halves(points))
        size = label_size(plot, text, LABEL_TEXT, weight)
        placed = beside(spots, size, self._ink, self.taken, self.inner, pixels)
        if placed is None:
            return False
        put_label(plot, text, placed, color=color, weight=weight)
        self._took(placed.box, placed.leader)
        return True


def _with_halves(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Add points half-way between days, where a line is often easier to tell from others."""
    halves = [
        ((day0 + day1) / 2, (value0 + value1) / 2)
        for (day0, value0), (day1, value1) in itertools.pairwise(points)
        if day1 - day0 == 1
    ]
    return [*points, *halves]
