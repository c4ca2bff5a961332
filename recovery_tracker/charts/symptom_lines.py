"""The large chart of the Recovery page: one to four symptoms, day by day, in grades.

The first symptom stands before its usual range, its typical course and earlier sessions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from recovery_tracker.charts.lettering import (
    BEYOND_LAST_DAY,
    COURSE_INK,
    OWN_INK,
    PAST_INK,
    End,
    Lettering,
)
from recovery_tracker.charts.marks import (
    draw_band,
    draw_own,
    draw_past,
    draw_typical,
    line_style,
    offsets,
)
from recovery_tracker.charts.plot import (
    GRADES_HIGH,
    GRADES_LOW,
    Plot,
    day_ticks,
    grade_words,
    level_grid,
    place_axes,
)
from recovery_tracker.charts.room import Box
from recovery_tracker.charts.sheet import Sheet
from recovery_tracker.charts.style import (
    OWN_TEXT,
    SEMIBOLD,
    TICK_TEXT,
    TODAY_MARKER,
    text_width,
)
from recovery_tracker.charts.timeline import (
    Earlier,
    Point,
    Present,
    days_shown,
    graded,
    present,
    session_name,
    short_name,
    usual_course,
)
from recovery_tracker.charts.words import last_grade
from recovery_tracker.domain import choices
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.usual_range import UsualRange
from recovery_tracker.domain.wording import with_mark, within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.palette import Palette
from recovery_tracker.values import frozen

MOST_SYMPTOMS = 4

_SIDE = 22.0
_ABOVE, _BELOW = 30.0, 52.0
_WORDS_AT_MOST = 0.45  # of the width: longer words stand among the lines instead
_TODAY_OF_ONE, _TODAY_OF_MANY = TODAY_MARKER, 8.5
_GRADES = range(5)


@frozen
class _Scene:
    """All that one chart shows."""

    days: range
    now: Present
    lines: tuple[tuple[Point, ...], ...]
    course: tuple[UsualRange, ...]
    past: tuple[tuple[Earlier, tuple[Point, ...]], ...]
    ends: tuple[End, ...]

    @property
    def upper(self) -> list[Point]:
        return [(day, usual.upper) for day, usual in zip(self.days, self.course, strict=False)]

    @property
    def typical(self) -> list[Point]:
        return [(day, usual.typical) for day, usual in zip(self.days, self.course, strict=False)]

    @property
    def empty(self) -> bool:
        return not any(self.lines)


def draw_symptom_lines(
    sheet: Sheet,
    recovery: Recovery,
    symptoms: Sequence[str],
    profile: Profile,
    palette: Palette,
    *,
    today: dt.date,
    earlier: Sequence[Earlier] = (),
    days: range | None = None,
    own_names: Mapping[str, str] | None = None,
    scale: float = 1.0,
) -> Plot:
    """Draw the chart onto a sheet, in place of what it held.

    Args:
        sheet: what to draw on; its size counts.
        recovery: the session to draw.
        symptoms: codes of one to four symptoms; the first has the usual range behind it.
        profile: the patient, for the usual range.
        palette: the theme.
        today: the present date.
        earlier: sessions to compare with, newest first.
        days: the days of the x axis; by default :func:`days_shown`.
        own_names: labels of the patient's own symptoms by code.
        scale: factor of all type, 1.0 is 100 %.

    Returns:
        The plot, to tell days from pixels.

    Raises:
        ValueError: not one to four symptoms.
    """
    if not 1 <= len(symptoms) <= MOST_SYMPTOMS:
        raise ValueError("a chart shows one to four symptoms")
    shown = days_shown(recovery, today) if days is None else days
    now = present(recovery, today, shown)
    lines = tuple(graded(recovery, symptom, shown) for symptom in symptoms)
    moved = offsets(len(symptoms))
    past = [(session, graded(session.recovery, symptoms[0], shown)) for session in earlier]
    scene = _Scene(
        days=shown,
        now=now,
        lines=lines,
        course=usual_course(recovery, symptoms[0], profile, shown),
        past=tuple((session, points) for session, points in past if points),
        ends=tuple(
            _end(short_name(code, own_names), points, now, palette.lines[place], moved[place])
            for place, (code, points) in enumerate(zip(symptoms, lines, strict=True))
        ),
    )
    sheet.clear(palette.surface)
    plot = _plot(sheet, palette, scene, scale)
    _draw_lines(plot, scene, symptoms)
    _write_labels(plot, scene, short_name(symptoms[0], own_names), _treated(recovery.session))
    return plot


def _end(symptom: str, points: Sequence[Point], now: Present, color: str, offset: float) -> End:
    at = (points[-1][0], points[-1][1] + offset) if points else None
    return End(last_grade(symptom, points, now), color, at)


def _treated(session: Session) -> str:
    """Say what was treated how deep, as far as it was stated: "face, 1.0 mm"."""
    words = [within_a_sentence(choices.label(choices.AREAS, area)) for area in session.areas]
    if session.needle_depth_mm is not None:
        words.append(_("{depth} mm").format(depth=with_mark(f"{session.needle_depth_mm:.1f}")))
    return _(", ").join(words)


def _plot(sheet: Sheet, palette: Palette, scene: _Scene, scale: float) -> Plot:
    """Place the axes so that the words beside them fit, and labels after the last day too.

    Labels that would leave no width for the lines get no room of their own.
    """
    width, height = sheet.width, sheet.height
    left = max(text_width(word, TICK_TEXT * scale) for word in grade_words()) + 18
    right = width - 8
    last = max((end.at[0] for end in scene.ends if end.at is not None), default=None)
    if last is not None:
        words = max(text_width(end.text, OWN_TEXT * scale, SEMIBOLD) for end in scene.ends)
        need = BEYOND_LAST_DAY + words + 10 * scale + 6
        part = (last - scene.days[0]) / max(1, len(scene.days) - 1)
        first, span = left + _SIDE, right - left - 2 * _SIDE
        if first + part * span + need > width and need <= width * _WORDS_AT_MOST:
            right = first + max((width - need - first) / part, _SIDE) + _SIDE
    box = Box(left, _BELOW * scale, right - left, height - (_ABOVE + _BELOW) * scale)
    return place_axes(
        sheet,
        palette,
        box,
        scene.days,
        pad=_SIDE,
        low=GRADES_LOW,
        high=GRADES_HIGH,
        scale=scale,
    )


def _draw_lines(plot: Plot, scene: _Scene, symptoms: Sequence[str]) -> None:
    level_grid(plot, _GRADES, grade_words())
    day_ticks(plot)
    draw_band(plot, scene.course)
    draw_typical(plot, scene.course)
    for place, (_session, points) in enumerate(scene.past):
        draw_past(plot, points, place)
    moved = offsets(len(symptoms))
    for place, points in enumerate(scene.lines):
        draw_own(
            plot,
            points,
            line_style(plot, place),
            scene.now,
            offset=moved[place],
            label=symptoms[place],
            zorder=3.4 - place / 10,  # the first chosen lies on top
            today_size=_TODAY_OF_ONE if len(symptoms) == 1 else _TODAY_OF_MANY,
        )


def _write_labels(plot: Plot, scene: _Scene, symptom: str, treated: str) -> None:
    lettering = _lettering(plot, scene)
    first_day = scene.now.day if scene.now.day is not None else scene.days[0]
    if not (scene.empty and first_day == scene.days[0]):
        lettering.today(scene.now)
    if scene.empty and scene.course:
        lettering.invite(first_day, scene.typical[first_day - scene.days[0]][1])
    elif scene.empty:
        lettering.hint(_("Nothing recorded yet."))
    lettering.ends(scene.ends)
    behind = [points for _session, points in scene.past]
    if scene.course:
        _label_course(lettering, scene, behind, symptom, treated)
    for place, (session, points) in enumerate(scene.past):
        others = [line for number, line in enumerate(behind) if number != place]
        text = _past_text(session, place, symptom if len(scene.lines) > 1 else "")
        away = [*scene.lines, *others, scene.typical, scene.upper]
        lettering.beside(text, points, away, plot.palette.text2)


def _label_course(
    lettering: Lettering,
    scene: _Scene,
    behind: Sequence[Sequence[Point]],
    symptom: str,
    treated: str,
) -> None:
    """Name the band and the dashed line; not where they lie on zero, three lines in one."""
    edge = [point for point in scene.upper if point[1]] or scene.upper
    dashed = [point for point in scene.typical if point[1]] or scene.typical
    color = lettering.plot.palette.on_tint
    words = _range_text(symptom, treated if scene.empty else "")
    lettering.beside(words, edge, [*scene.lines, *behind], color)
    words = _("Dashed: typical course") if scene.empty else _("Typical course")
    lettering.beside(words, dashed, [*scene.lines, *behind, scene.upper], color)


def _lettering(plot: Plot, scene: _Scene) -> Lettering:
    """Note what is drawn already, the own lines heaviest."""
    lettering = Lettering(plot, _GRADES)
    for line in (scene.upper, scene.typical):
        lettering.drawn(line, COURSE_INK)
    for _session, points in scene.past:
        lettering.drawn(points, PAST_INK)
    for points, offset in zip(scene.lines, offsets(len(scene.lines)), strict=True):
        lettering.drawn(points, OWN_INK, offset)
    return lettering


def _past_text(session: Earlier, place: int, symptom: str) -> str:
    name = session_name(session)
    if symptom:
        name = _("{symptom}, {session}").format(symptom=symptom, session=name)
    return name if place == 0 else _("{name} (dotted)").format(name=name)


def _range_text(symptom: str, treated: str) -> str:
    words = _("Usual range for {symptom}: from none to the upper edge")
    if treated:
        words = _("Usual range for {symptom}, {treated}: from none to the upper edge")
    return words.format(symptom=within_a_sentence(symptom), treated=treated)
