"""How a recovery went: lines with their gaps, milestones and completeness, for charts and report.

A day without a rating is a gap, never 0.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import Enum

from recovery_tracker.domain import usual_range
from recovery_tracker.domain.entry import LATE_AFTER, Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.rules.definitions import days_back
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen

LAST_DAILY_DAY = 14  # after it one entry a week is enough (clinical.md 5a)
ENOUGH_ENTRIES = 3


@frozen
class Point:
    """One day of a line.

    Attributes:
        day: days since the session, 0 or more.
        grade: 0 to 4 (a sum: 0 to 32); ``None`` where nothing is recorded: the line breaks.
    """

    day: int
    grade: int | None


class Verdict(Enum):
    """How a rating compares, in the words of the charts."""

    IN_RANGE = N_("in the usual range")
    USUAL_PEAK = N_("usual peak")
    NONE_SINCE = N_("none since day {n}")
    ABOVE = N_("above usual")
    NOT_RECORDED = N_("not recorded")
    NO_RANGE = ""  # before the session, and symptoms of the patient's own


@frozen
class Comparison:
    """A verdict with the day it names.

    Attributes:
        since: the day of ``NONE_SINCE``, else ``None``.
    """

    verdict: Verdict
    since: int | None = None

    @property
    def words(self) -> str:
        """The verdict in the person's language; nothing where there is no range."""
        return _(self.verdict.value).format(n=self.since)


@frozen
class Completeness:
    """How much of a recovery is logged.

    Attributes:
        logged: days 0 and later with an entry.
        due: every day up to day 14 that has come, and every later day that was logged.
        late: entries made more than 48 hours after their date was over.
        changed: entries changed more than 48 hours after their date was over.
    """

    logged: int
    due: int
    late: int
    changed: int


@frozen
class Milestones:
    """Days on which a recovery turned; ``None`` where it did not, or nothing is recorded.

    Attributes:
        redness_mild_from: the day from which redness was at most mild.
        highest_sum: the highest sum of the eight ratings; ``highest_sum_days``: its days.
        flaking_first, flaking_last: first and last day with flaking.
        flaking_peak: its highest grade; ``flaking_peak_day``: the first day of it.
        pain_days: how many logged days had pain, of ``pain_rated`` days on which it was rated.
        none_from: the day from which no symptom was recorded, each of the eight being rated.
    """

    redness_mild_from: int | None = None
    highest_sum: int | None = None
    highest_sum_days: tuple[int, ...] = ()
    flaking_first: int | None = None
    flaking_peak: int | None = None
    flaking_peak_day: int | None = None
    flaking_last: int | None = None
    pain_days: int | None = None
    pain_rated: int = 0
    none_from: int | None = None


def series(recovery: Recovery, symptom: str) -> tuple[Point, ...]:
    """Return a symptom's line from day 0 on, up to the last entry, gaps included."""
    return _line(recovery, lambda entry: entry.scores.get(symptom))


def sums(recovery: Recovery) -> tuple[Point, ...]:
    """Return the line of the sum of eight (0 to 32); no point until all eight are answered."""
    return _line(recovery, lambda entry: entry.total)


def rated(recovery: Recovery, symptom: str) -> list[tuple[int, int]]:
    """Return day and grade of every rating of a symptom from day 0 on, in order."""
    return [
        (recovery.day_of(entry.date), entry.scores[symptom])
        for entry in _from_day_0(recovery)
        if symptom in entry.scores
    ]


def compare(recovery: Recovery, symptom: str, date: dt.date, profile: Profile) -> Comparison:
    """Compare a date's rating of a symptom with the usual course."""
    entry = recovery.entry(date)
    grade = None if entry is None else entry.scores.get(symptom)
    if grade is None:
        return Comparison(Verdict.NOT_RECORDED)
    day = recovery.day_of(date)
    if grade == 0 and day >= 0:
        since = _none_since(recovery, symptom, date)
        if since < day:
            return Comparison(Verdict.NONE_SINCE, since)
    course = usual_range.course(recovery.session, profile)
    usual = course.range(symptom, day)
    if usual is None:
        return Comparison(Verdict.NO_RANGE)
    if grade > usual.upper:
        return Comparison(Verdict.ABOVE)
    if grade == usual.upper == course.peak(symptom):
        return Comparison(Verdict.USUAL_PEAK)
    return Comparison(Verdict.IN_RANGE)


def completeness(recovery: Recovery, today: dt.date) -> Completeness:
    """Count the days logged of the days due, and what was entered or changed late."""
    entries = [e for e in _from_day_0(recovery) if e.date <= today]
    days = {recovery.day_of(entry.date) for entry in entries}
    due = days.union(range(min(recovery.day_of(today), LAST_DAILY_DAY) + 1))
    return Completeness(
        logged=len(days),
        due=len(due),
        late=sum(entry.late for entry in entries),
        changed=sum(changed_late(entry) for entry in entries),
    )


def changed_late(entry: Entry) -> bool:
    """Tell whether an entry was changed more than 48 hours after its date was over.

    What was entered late in the first place counts as late, not as changed.
    """
    if entry.changed_at is None or entry.late:
        return False
    over = dt.datetime.combine(entry.date + dt.timedelta(days=1), dt.time(), tzinfo=dt.UTC)
    return entry.changed_at > over + LATE_AFTER


def milestones(recovery: Recovery) -> Milestones:
    """Find the days on which a recovery turned."""
    flaking = [(day, grade) for day, grade in rated(recovery, "flaking") if grade > 0]
    pain = rated(recovery, "pain")
    peak = max((grade for _day, grade in flaking), default=None)
    totals = [(p.day, p.grade) for p in sums(recovery) if p.grade is not None]
    highest = max((total for _day, total in totals), default=None)
    return Milestones(
        redness_mild_from=_stays(rated(recovery, "redness"), at_most=1),
        highest_sum=highest,
        highest_sum_days=tuple(day for day, total in totals if total == highest),
        flaking_first=flaking[0][0] if flaking else None,
        flaking_peak=peak,
        flaking_peak_day=next((day for day, grade in flaking if grade == peak), None),
        flaking_last=flaking[-1][0] if flaking else None,
        pain_days=sum(grade > 0 for _day, grade in pain) if pain else None,
        pain_rated=len(pain),
        none_from=none_from(recovery),
    )


def none_from(recovery: Recovery) -> int | None:
    """Return the day from which no symptom was recorded.

    Every entry since rates something and nothing above none, and each of the eight was rated
    in one of them: a blank is no "none".
    """
    rated = [entry for entry in _from_day_0(recovery) if entry.scores]
    since = len(rated)
    while since and not any(rated[since - 1].scores.values()):
        since -= 1
    calm = rated[since:]
    seen = {code for entry in calm for code in entry.scores}
    return recovery.day_of(calm[0].date) if calm and seen.issuperset(USUAL_SYMPTOMS) else None


def session_line(recovery: Recovery) -> str:
    """Say in one line how a session stands, or nothing where there is nothing to say."""
    if len(_from_day_0(recovery)) < ENOUGH_ENTRIES:
        return _("Not enough entries to say.")
    since = none_from(recovery)
    return "" if since is None else _("None recorded for any symptom from day {n}").format(n=since)


def _from_day_0(recovery: Recovery) -> list[Entry]:
    return [e for e in recovery.entries if e.date >= recovery.session.date and e.recorded]


def _line(recovery: Recovery, value: Callable[[Entry], int | None]) -> tuple[Point, ...]:
    by_day = {recovery.day_of(entry.date): value(entry) for entry in _from_day_0(recovery)}
    days = range(min(by_day), max(by_day) + 1) if by_day else ()
    return tuple(Point(day, by_day.get(day)) for day in days)


def _stays(rated: list[tuple[int, int]], at_most: int) -> int | None:
    """The first day from which every rating stayed at or under a grade."""
    first: int | None = None
    for day, grade in reversed(rated):
        if grade > at_most:
            break
        first = day
    return first


def _none_since(recovery: Recovery, symptom: str, date: dt.date) -> int:
    """The first day of the row of "none" that ends on a date; a long silence breaks the row."""
    since = recovery.day_of(date)
    for day, grade in reversed(rated(recovery, symptom)):
        if day > since:
            continue
        if grade > 0 or since - day > days_back(since):
            break
        since = day
    return since
