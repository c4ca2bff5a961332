"""One of the eight small charts: a symptom's line against its usual range, without words.

The card around it says the symptom, the grade and the verdict.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.charts.marks import LineStyle, draw_band, draw_own, draw_past
from recovery_tracker.charts.plot import (
    GRADES_HIGH,
    GRADES_LOW,
    Plot,
    level_grid,
    place_axes,
    write_days,
)
from recovery_tracker.charts.room import Box
from recovery_tracker.charts.sheet import Sheet
from recovery_tracker.charts.style import (
    MARKER,
    SMALL_OWN_LINE,
    SMALL_PAST_LINE,
    SMALL_TODAY_MARKER,
    TICK_TEXT,
    text_width,
)
from recovery_tracker.charts.timeline import (
    Earlier,
    Present,
    days_shown,
    graded,
    present,
    usual_course,
)
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.i18n import _
from recovery_tracker.palette import Palette

_EDGE, _SIDE, _ABOVE, _BELOW = 8.0, 7.0, 9.0, 24.0
_A_WEEK = 7
_APART = 6.0  # pixels between two words under the chart


def draw_small(
    sheet: Sheet,
    recovery: Recovery,
    symptom: str,
    profile: Profile,
    palette: Palette,
    *,
    today: dt.date,
    earlier: Sequence[Earlier] = (),
    days: range | None = None,
    scale: float = 1.0,
) -> Plot:
    """Draw a symptom's small chart onto a sheet, in place of what it held.

    Give all eight the same ``days``, so that they can be compared.
    """
    shown = days_shown(recovery, today) if days is None else days
    now = present(recovery, today, shown)
    width, height = sheet.width, sheet.height
    sheet.clear(palette.surface)
    plot = place_axes(
        sheet,
        palette,
        Box(_EDGE, _BELOW * scale, width - 2 * _EDGE, height - _ABOVE - _BELOW * scale),
        shown,
        pad=_SIDE,
        low=GRADES_LOW,
        high=GRADES_HIGH,
        scale=scale,
    )
    level_grid(plot, range(5))
    draw_band(plot, usual_course(recovery, symptom, profile, shown))
    for place, session in enumerate(earlier):
        points = graded(session.recovery, symptom, shown)
        if points:
            draw_past(plot, points, place, SMALL_PAST_LINE)
    style = LineStyle(palette.primary, "o", MARKER, (), SMALL_OWN_LINE)
    points = graded(recovery, symptom, shown)
    draw_own(
        plot,
        points,
        style,
        now,
        label=symptom,
        today_size=SMALL_TODAY_MARKER,
        every_marker=False,
    )
    write_days(plot, _day_words(plot, now))
    return plot


def _day_words(plot: Plot, now: Present) -> dict[int, str]:
    """Return the first day, today, day 7 and the last day, as far as they do not touch."""
    wanted = [(plot.days[0], str(plot.days[0])), (plot.days[-1], str(plot.days[-1]))]
    if _A_WEEK in plot.days:
        wanted.append((_A_WEEK, str(_A_WEEK)))
    if now.day is not None:
        wanted.insert(0, (now.day, _("today")))
    kept: dict[int, str] = {}
    for day, word in wanted:
        reach = text_width(word, TICK_TEXT * plot.scale) / 2 + _APART
        free = all(
            abs(plot.x(day) - plot.x(other)) >= reach + text_width(text, TICK_TEXT * plot.scale) / 2
            for other, text in kept.items()
        )
        if free:
            kept[day] = word
    return kept
