"""The report's chart: redness and flaking side by side, each against its usual range."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from recovery_tracker.charts.marks import draw_band, draw_own, draw_past, draw_typical, line_style
from recovery_tracker.charts.plot import (
    GRADES_HIGH,
    GRADES_LOW,
    Plot,
    day_ticks,
    grade_words,
    level_grid,
    place_axes,
    write,
)
from recovery_tracker.charts.room import Box
from recovery_tracker.charts.sheet import Sheet
from recovery_tracker.charts.style import (
    LABEL_TEXT,
    OWN_TEXT,
    SEMIBOLD,
    TICK_TEXT,
    text_width,
)
from recovery_tracker.charts.timeline import (
    Earlier,
    days_shown,
    graded,
    present,
    short_name,
    usual_course,
)
from recovery_tracker.charts.words import last_grade, usual_up_to
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.palette import Palette

LEADING_SYMPTOMS = ("redness", "flaking")
REPORT_SIZE = (698.0, 180.0)
"""Width and height in pixels at 96 to the inch that fill an A4 page between its margins."""

_BETWEEN, _SIDE, _ABOVE, _BELOW, _RIGHT = 20.0, 8.0, 40.0, 28.0, 6.0
_HEAD, _SECOND_LINE, _APART = 11.0, 13.0, 12.0


def draw_report_pair(
    sheet: Sheet,
    recovery: Recovery,
    profile: Profile,
    palette: Palette,
    *,
    today: dt.date,
    earlier: Sequence[Earlier] = (),
    symptoms: Sequence[str] = LEADING_SYMPTOMS,
    heads: Sequence[tuple[str, str]] | None = None,
    days: range | None = None,
    own_names: Mapping[str, str] | None = None,
    scale: float = 1.0,
) -> tuple[Plot, ...]:
    """Draw symptoms side by side onto a sheet, in place of what it held.

    Args:
        sheet: what to draw on; :data:`REPORT_SIZE` fills the page.
        recovery: the session to draw.
        profile: the patient, for the usual range.
        palette: the theme; print and export use the light one.
        today: the present date.
        earlier: sessions to compare with, newest first.
        symptoms: codes, left to right.
        heads: what stands above each, left and right; by default the last grade and the usual
            range of that day ("Redness: mild", "usual: up to moderate").
        days: the days of the x axis.
        own_names: labels of the patient's own symptoms by code.
        scale: factor of all type, 1.0 is 100 %.

    Returns:
        The plots, left to right.
    """
    shown = days_shown(recovery, today) if days is None else days
    sheet.clear(palette.surface)
    plots: list[Plot] = []
    for place, box in enumerate(_boxes(sheet, len(symptoms), scale)):
        plot = place_axes(
            sheet,
            palette,
            box,
            shown,
            pad=_SIDE,
            low=GRADES_LOW,
            high=GRADES_HIGH,
            scale=scale,
        )
        _draw(plot, recovery, symptoms[place], profile, today, earlier)
        head = _head(plot, recovery, symptoms[place], profile, today, own_names)
        _write_head(plot, *(head if heads is None else heads[place]))
        plots.append(plot)
    return tuple(plots)


def _boxes(sheet: Sheet, count: int, scale: float) -> list[Box]:
    """Share the width out; each plot has the grades' words at its left."""
    width, height = sheet.width, sheet.height
    words = max(text_width(word, TICK_TEXT * scale) for word in grade_words()) + 15
    each = (width - _BETWEEN * (count - 1)) / count
    return [
        Box(
            place * (each + _BETWEEN) + words,
            _BELOW * scale,
            each - words - _RIGHT,
            height - (_ABOVE + _BELOW) * scale,
        )
        for place in range(count)
    ]


def _draw(
    plot: Plot,
    recovery: Recovery,
    symptom: str,
    profile: Profile,
    today: dt.date,
    earlier: Sequence[Earlier],
) -> None:
    level_grid(plot, range(5), grade_words())
    day_ticks(plot, first_in_words=False, title=False)
    course = usual_course(recovery, symptom, profile, plot.days)
    draw_band(plot, course)
    draw_typical(plot, course)
    for place, session in enumerate(earlier):
        points = graded(session.recovery, symptom, plot.days)
        if points:
            draw_past(plot, points, place)
    now = present(recovery, today, plot.days)
    points = graded(recovery, symptom, plot.days)
    draw_own(plot, points, line_style(plot, 0), now, label=symptom)


def _head(
    plot: Plot,
    recovery: Recovery,
    symptom: str,
    profile: Profile,
    today: dt.date,
    own_names: Mapping[str, str] | None,
) -> tuple[str, str]:
    now = present(recovery, today, plot.days)
    points = graded(recovery, symptom, plot.days)
    left = last_grade(short_name(symptom, own_names), points, now)
    return left, usual_up_to(recovery, symptom, points[-1][0], profile) if points else ""


def _write_head(plot: Plot, left: str, right: str) -> None:
    """Write both on one line, or the right one under the left one where they would touch."""
    box, palette, scale = plot.box, plot.palette, plot.scale
    first = (box.left, box.top + (_ABOVE - _HEAD) * scale)
    write(plot, left, first, color=palette.text, size=OWN_TEXT, weight=SEMIBOLD, align="left")
    wide = text_width(left, OWN_TEXT * scale, SEMIBOLD) + text_width(right, LABEL_TEXT * scale)
    if wide + _APART <= box.width:
        at, align = (box.right, first[1]), "right"
    else:
        at, align = (box.left, box.top + _SECOND_LINE * scale), "left"
    write(plot, right, at, color=palette.muted, size=LABEL_TEXT, align=align)
