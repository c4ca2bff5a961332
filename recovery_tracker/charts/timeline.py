"""Which days a chart shows, where today stands, and the grades on those days.

Nothing here draws, and matplotlib is not needed: a widget that paints by itself shows the same.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from recovery_tracker.domain import trends
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.usual_range import UsualRange, usual
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

LAST_DAY_SHOWN = 13
LAST_DAY_OF_COURSE = 28
MOST_EARLIER_SESSIONS = 3
LONGEST_NAME = 24

Point = tuple[int, int]
"""A day since the session and a value on it: a grade 0 to 4, or a sum 0 to 32."""


class Earlier(Protocol):
    """A session drawn behind the present one."""

    @property
    def number(self) -> int:
        """Which of the patient's sessions it is, counted from 1 by date."""
        ...

    @property
    def recovery(self) -> Recovery:
        """What was logged."""
        ...


@frozen
class EarlierSession:
    """A recovery with its place among the patient's sessions, counted from 1 by date."""

    number: int
    recovery: Recovery


@frozen
class Present:
    """Where today stands in a chart.

    Attributes:
        day: days since the session; ``None`` when today lies outside the days shown.
        begun: whether anything was graded today.
        done: whether the patient said "Done for today".
    """

    day: int | None
    begun: bool
    done: bool


def earlier_sessions(
    recoveries: Iterable[Recovery], current: Recovery
) -> tuple[EarlierSession, ...]:
    """Return the sessions before one, newest first, at most three, without archived ones."""
    ordered = sorted(recoveries, key=lambda r: (r.session.date, r.session.id))
    numbered = [EarlierSession(number, r) for number, r in enumerate(ordered, start=1)]
    before = [
        earlier
        for earlier in numbered
        if earlier.recovery.session.date < current.session.date
        and not earlier.recovery.session.archived
    ]
    return tuple(reversed(before[-MOST_EARLIER_SESSIONS:]))


def days_shown(recovery: Recovery, today: dt.date) -> range:
    """Return the days of the x axis: 0 to 13, more when there are entries or today is later.

    Today alone widens it up to day 28 only, where the usual course ends; a session that is
    over would else become a thin line at the left of a year.
    """
    rated = [recovery.day_of(entry.date) for entry in recovery.entries if entry.scores]
    now = recovery.day_of(today)
    last = max(LAST_DAY_SHOWN, *rated, now if now <= LAST_DAY_OF_COURSE else 0)
    return range(last + 1)


def present(recovery: Recovery, today: dt.date, days: range) -> Present:
    """Tell where today stands among the days shown, and whether its entry is done."""
    day = recovery.day_of(today)
    entry = recovery.entry(today)
    return Present(
        day=day if day in days else None,
        begun=entry is not None and bool(entry.scores),
        done=entry is not None and entry.done_at is not None,
    )


def graded(recovery: Recovery, symptom: str, days: range) -> tuple[Point, ...]:
    """Return the days on which a symptom is graded; what is not recorded is not there."""
    return _recorded(trends.series(recovery, symptom), days)


def totals(recovery: Recovery, days: range) -> tuple[Point, ...]:
    """Return the sums of the eight grades, on days when all eight are answered."""
    return _recorded(trends.sums(recovery), days)


def _recorded(line: Iterable[trends.Point], days: range) -> tuple[Point, ...]:
    return tuple((p.day, p.grade) for p in line if p.grade is not None and p.day in days)


def runs(points: Sequence[Point]) -> tuple[tuple[Point, ...], ...]:
    """Split points where a day is missing: a line is drawn within a run only."""
    grouped = itertools.groupby(enumerate(points), key=lambda pair: pair[1][0] - pair[0])
    return tuple(tuple(point for _place, point in run) for _start, run in grouped)


def usual_course(
    recovery: Recovery, symptom: str, profile: Profile, days: range
) -> tuple[UsualRange, ...]:
    """Return the usual range on each day; empty for a symptom of the patient's own."""
    ranges = [usual(symptom, day, recovery.session, profile) for day in days]
    return tuple(found for found in ranges if found is not None)


def session_name(session: Earlier) -> str:
    """Return "Session 2" in the person's language."""
    return _("Session {number}").format(number=session.number)


def symptom_name(symptom: str, own: Mapping[str, str] | None = None) -> str:
    """Return a symptom's label; ``own`` holds those of the patient's own symptoms by code."""
    if symptom in SYMPTOM_BY_CODE:
        return SYMPTOM_BY_CODE[symptom].label
    return (own or {}).get(symptom, symptom)


def short_name(symptom: str, own: Mapping[str, str] | None = None) -> str:
    """Return a symptom's label, cut where it is too long to stand beside a line."""
    name = symptom_name(symptom, own)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
