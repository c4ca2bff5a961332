"""What a chart says, in words: for its accessible name, its labels and its table."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence

from recovery_tracker.charts.timeline import (
    Earlier,
    Point,
    Present,
    days_shown,
    graded,
    session_name,
    symptom_name,
    totals,
)
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.trends import Verdict, compare
from recovery_tracker.domain.usual_range import usual
from recovery_tracker.domain.wording import grade_in_words, range_in_words, within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

_LONGEST_STEP = 2  # days from one grade to the next; over a longer silence no direction is said
_UNCHANGED_AFTER = 3  # equal grades in a row


def last_grade(symptom: str, points: Sequence[Point], now: Present) -> str:
    """Say a line's last grade: "Redness: mild".

    The day is said too when it is not today, so that it is not taken for today's.
    """
    if not points:
        return _("{symptom}: not recorded").format(symptom=symptom)
    day, grade = points[-1]
    text = _("{symptom}: {grade}") if day == now.day else _("{symptom}: {grade} on day {day}")
    return text.format(symptom=symptom, grade=grade_in_words(grade), day=day)


def usual_up_to(recovery: Recovery, symptom: str, day: int, profile: Profile) -> str:
    """Say the usual range of a day beside a small chart: "usual: up to moderate"."""
    there = usual(symptom, day, recovery.session, profile)
    if there is None:
        return ""
    if there.upper == Severity.NONE:
        return _("usual: none")
    return _("usual: up to {grade}").format(grade=grade_in_words(there.upper))


def conclusion(
    recovery: Recovery,
    symptom: str,
    profile: Profile,
    *,
    today: dt.date,
    own_names: Mapping[str, str] | None = None,
) -> str:
    """Say in a sentence or two what a symptom's line shows.

    For example "Redness mild on day 4, within the usual range none to moderate. Falling since
    day 1." It compares grades with grades; it is no verdict on the skin.
    """
    name = symptom_name(symptom, own_names)
    points = graded(recovery, symptom, range(recovery.day_of(today) + 1))
    if not points:
        return _("{symptom} not recorded.").format(symptom=name)
    day, grade = points[-1]
    there = usual(symptom, day, recovery.session, profile)
    if there is None:
        text = _("{symptom} {grade} on day {day}.")
    elif grade > there.upper:
        text = _("{symptom} {grade} on day {day}, above the usual range {range}.")
    else:
        text = _("{symptom} {grade} on day {day}, within the usual range {range}.")
    said = text.format(
        symptom=name,
        grade=grade_in_words(grade),
        day=day,
        range="" if there is None else range_in_words(there.upper),
    )
    return " ".join(filter(None, (said, direction(points))))


def conclusions(
    recovery: Recovery,
    symptoms: Sequence[str],
    profile: Profile,
    *,
    today: dt.date,
    own_names: Mapping[str, str] | None = None,
) -> str:
    """Say what each of the chosen symptoms' lines shows."""
    return " ".join(
        conclusion(recovery, symptom, profile, today=today, own_names=own_names)
        for symptom in symptoms
    )


def sum_conclusion(recovery: Recovery, *, today: dt.date) -> str:
    """Say what the sum of the eight ratings shows; it has no usual range."""
    points = totals(recovery, range(recovery.day_of(today) + 1))
    if not points:
        return _("No day has all eight answers yet.")
    day, total = points[-1]
    said = _("Sum of the eight ratings {total} of 32 on day {day}.").format(total=total, day=day)
    return " ".join(filter(None, (said, direction(points))))


def direction(points: Sequence[Point]) -> str:
    """Say since when a line falls, rises or stays, or nothing where it is too short.

    Recorded days only; a silence of two days or more ends what can be said.
    """
    recent = list(points)
    for at, ((before, _a), (after, _b)) in enumerate(itertools.pairwise(points), start=1):
        if after - before > _LONGEST_STEP:
            recent = list(points[at:])
    same = list(itertools.takewhile(lambda point: point[1] == recent[-1][1], reversed(recent)))
    if recent[-1][1] == 0 and len(same) > 1:
        return _("None since day {day}.").format(day=same[-1][0])
    if len(same) >= _UNCHANGED_AFTER:
        return _("Unchanged since day {day}.").format(day=same[-1][0])
    falling, rising = _moved_since(recent, -1), _moved_since(recent, 1)
    if falling is not None:
        return _("Falling since day {day}.").format(day=falling)
    return "" if rising is None else _("Rising since day {day}.").format(day=rising)


def _moved_since(points: Sequence[Point], sign: int) -> int | None:
    """Return the day of the first step of the way down (-1) or up (1) that a line ends with."""
    first: int | None = None
    for (_day, before), (day, after) in reversed(list(itertools.pairwise(points))):
        if (after - before) * sign < 0:
            break
        if after != before:
            first = day
    return first


def verdict(recovery: Recovery, symptom: str, profile: Profile, *, date: dt.date) -> str:
    """Say a date's grade and how it compares: "Mild, in the usual range", "None since day 3"."""
    found = compare(recovery, symptom, date, profile)
    entry = recovery.entry(date)
    grade = None if entry is None else entry.scores.get(symptom)
    if grade is None or found.verdict is Verdict.NONE_SINCE:
        return found.words[:1].upper() + found.words[1:]
    if found.verdict is Verdict.NO_RANGE:
        return Severity(grade).label
    return _("{grade}, {verdict}").format(grade=Severity(grade).label, verdict=found.words)


def small_name(
    recovery: Recovery,
    symptom: str,
    profile: Profile,
    *,
    date: dt.date,
    own_names: Mapping[str, str] | None = None,
) -> str:
    """Name a small chart for who cannot see it: "Flaking, moderate, usual peak"."""
    said = within_a_sentence(verdict(recovery, symptom, profile, date=date))
    name = symptom_name(symptom, own_names)
    return _("{symptom}, {verdict}").format(symptom=name, verdict=said)


@frozen
class Table:
    """A chart as a table: one row for each day shown."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(
    recovery: Recovery,
    symptoms: Sequence[str],
    profile: Profile,
    *,
    today: dt.date,
    earlier: Sequence[Earlier] = (),
    days: range | None = None,
    own_names: Mapping[str, str] | None = None,
) -> Table:
    """Return what the symptom lines show: grades by day, usual range, earlier sessions.

    A day that has passed without a grade says "Not recorded"; a day to come is empty.
    """
    shown = days_shown(recovery, today) if days is None else days
    names = [symptom_name(symptom, own_names) for symptom in symptoms]
    first = within_a_sentence(names[0])
    header = [_("Day"), *names, _("Usual range for {symptom}").format(symptom=first)]
    header += [
        _("{symptom}, {session}").format(symptom=names[0], session=session_name(session))
        for session in earlier
    ]
    own = [dict(graded(recovery, symptom, shown)) for symptom in symptoms]
    past = [dict(graded(session.recovery, symptoms[0], shown)) for session in earlier]
    now = recovery.day_of(today)
    rows = (
        (
            str(day),
            *(_grade(line.get(day), to_come=day > now) for line in own),
            _range(recovery, symptoms[0], day, profile),
            *(_grade(line.get(day)) for line in past),
        )
        for day in shown
    )
    return Table(tuple(header), tuple(rows))


def sum_table(
    recovery: Recovery,
    *,
    today: dt.date,
    earlier: Sequence[Earlier] = (),
    days: range | None = None,
) -> Table:
    """Return the sums of the eight ratings by day, with earlier sessions."""
    shown = days_shown(recovery, today) if days is None else days
    header = (_("Day"), _("This session"), *(session_name(session) for session in earlier))
    lines = [dict(totals(r, shown)) for r in (recovery, *(one.recovery for one in earlier))]
    now = recovery.day_of(today)
    rows = (
        (
            str(day),
            *(
                _total(line.get(day), to_come=not place and day > now)
                for place, line in enumerate(lines)
            ),
        )
        for day in shown
    )
    return Table(header, tuple(rows))


def _grade(grade: int | None, *, to_come: bool = False) -> str:
    if grade is None:
        return "" if to_come else _("Not recorded")
    return Severity(grade).label


def _total(total: int | None, *, to_come: bool) -> str:
    if total is None:
        return "" if to_come else _("Not all eight answered")
    return str(total)


def _range(recovery: Recovery, symptom: str, day: int, profile: Profile) -> str:
    there = usual(symptom, day, recovery.session, profile)
    return "" if there is None else range_in_words(there.upper)
