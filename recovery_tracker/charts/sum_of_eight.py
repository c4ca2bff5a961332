"""The second chart of the Recovery page: the sum of the eight ratings, day by day.

A sum has no usual range behind it, for a sum of bounds is no bound of sums, and a day has no dot
until all eight are answered.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.charts.lettering import OWN_INK, PAST_INK, Lettering
from recovery_tracker.charts.marks import draw_own, draw_past, line_style
from recovery_tracker.charts.plot import (
    Plot,
    day_ticks,
    level_grid,
    place_axes,
)
from recovery_tracker.charts.room import Box
from recovery_tracker.charts.sheet import Sheet
from recovery_tracker.charts.style import TICK_TEXT, text_width
from recovery_tracker.charts.timeline import (
    Earlier,
    Point,
    Present,
    days_shown,
    present,
    session_name,
    totals,
)
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.wording import MONTHS
from recovery_tracker.i18n import _
from recovery_tracker.palette import Palette

_SIDE, _ABOVE, _BELOW = 22.0, 30.0, 52.0
_LEVELS, _STEPS = 4, (2, 4, 8)  # the highest sum is 32


def draw_sum(
    sheet: Sheet,
    recovery: Recovery,
    palette: Palette,
    *,
    today: dt.date,
    earlier: Sequence[Earlier] = (),
    days: range | None = None,
    scale: float = 1.0,
) -> Plot:
    """Draw the sums (0 to 32) onto a sheet, in place of what it held.

    Args:
        sheet: what to draw on; its size counts.
        recovery: the session to draw.
        palette: the theme.
        today: the present date.
        earlier: sessions to compare with, newest first.
        days: the days of the x axis; by default those of the symptom lines.
        scale: factor of all type, 1.0 is 100 %.

    Returns:
        The plot, to tell days from pixels.
    """
    shown = days_shown(recovery, today) if days is None else days
    own = totals(recovery, shown)
    past = [(session, totals(session.recovery, shown)) for session in earlier]
    past = [(session, points) for session, points in past if points]
    step = _step([own, *(points for _session, points in past)])

    sheet.clear(palette.surface)
    values = range(0, _LEVELS * step + 1, step)
    plot = _plot(sheet, palette, shown, values[-1], scale)
    level_grid(plot, values, [_level(value) for value in values])
    day_ticks(plot)
    for place, (_session, points) in enumerate(past):
        draw_past(plot, points, place)
    now = present(recovery, today, shown)
    draw_own(plot, own, line_style(plot, 0), now, label="sum")
    _write_labels(plot, own, past, now, values)
    return plot


def _step(lines: Sequence[Sequence[Point]]) -> int:
    """Return how far the four levels of the y axis are apart, so that they hold every value."""
    highest = max((value for line in lines for _day, value in line), default=0)
    return next(step for step in _STEPS if _LEVELS * step >= highest)


def _level(value: int) -> str:
    return _("0, none") if value == 0 else str(value)


def _plot(sheet: Sheet, palette: Palette, days: range, top: int, scale: float) -> Plot:
    width, height = sheet.width, sheet.height
    left = text_width(_level(0), TICK_TEXT * scale) + 18
    box = Box(left, _BELOW * scale, width - 8 - left, height - (_ABOVE + _BELOW) * scale)
    low = -0.045 * top  # the lowest dot stands clear of the bottom edge
    return place_axes(sheet, palette, box, days, pad=_SIDE, low=low, high=top, scale=scale)


def _write_labels(
    plot: Plot,
    own: Sequence[Point],
    past: Sequence[tuple[Earlier, Sequence[Point]]],
    now: Present,
    values: Sequence[int],
) -> None:
    lettering = Lettering(plot, values)
    for _session, points in past:
        lettering.drawn(points, PAST_INK)
    lettering.drawn(own, OWN_INK)
    lettering.today(now)
    if own:
        day, total = own[-1]
        text = _("This session: {total}")
        if day != now.day:
            text = _("This session: {total} on day {day}")
        lettering.tag(text.format(total=total, day=day), (day, total))
    else:
        lettering.hint(_("No day has all eight answers yet."))
    for place, (session, points) in enumerate(past):
        others = [line for number, (_s, line) in enumerate(past) if number != place]
        lettering.beside(_past_text(session), points, [own, *others], plot.palette.text2)


def _past_text(session: Earlier) -> str:
    month = _(MONTHS[session.recovery.session.date.month - 1])
    return _("{session}, {month}").format(session=session_name(session), month=month)
