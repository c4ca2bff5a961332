"""The five figures a reader sees first, and how complete the log is."""

from __future__ import annotations

from dataclasses import replace

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.domain.trends import (
    LAST_DAILY_DAY,
    Completeness,
    completeness,
    none_from,
)
from recovery_tracker.domain.wording import listed
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.report.case import Case
from recovery_tracker.report.dates import capital, day_name
from recovery_tracker.values import frozen


@frozen
class Figure:
    """A value in large type with what it means under it."""

    code: str
    value: str
    label: str


def figures(case: Case) -> tuple[Figure, ...]:
    """Return the five figures: redness, flaking, symptoms answered, days logged, none from."""
    return (
        _grade(case, "redness"),
        _grade(case, "flaking"),
        _answered(case),
        _days_logged(case),
        _none_from(case),
    )


def _latest_rating(recovery: Recovery, symptom: str) -> tuple[int, int] | None:
    """Return day and grade of a symptom's newest rating from day 0 on."""
    rated = (e for e in reversed(recovery.entries) if symptom in e.scores)
    newest = next((e for e in rated if recovery.day_of(e.date) >= 0), None)
    return None if newest is None else (recovery.day_of(newest.date), newest.scores[symptom])


def _grade(case: Case, symptom: str) -> Figure:
    label = case.symptom_label(symptom)
    newest = _latest_rating(case.shown, symptom)
    if newest is None:
        return Figure(symptom, _("Not recorded"), label)
    day, grade = newest
    words = _("{symptom}, {day}").format(symptom=label, day=day_name(day))
    return Figure(symptom, Severity(grade).label, words)


def _answered(case: Case) -> Figure:
    entry = case.latest
    many = len(USUAL_SYMPTOMS)
    if entry is None:
        return Figure("answered", _("0 of {due}").format(due=many), _("Symptoms answered"))
    return Figure(
        "answered",
        _("{done} of {due}").format(done=entry.usual_answered, due=many),
        _("Symptoms answered, {day}").format(day=day_name(case.day_of(entry))),
    )


def _days_logged(case: Case) -> Figure:
    log = _completeness(case)
    value = _("{done} of {due}").format(done=log.logged, due=log.due)
    remarks = _remarks(log)
    label = _("Days logged")
    if remarks:
        label = _("{label}, {remarks}").format(label=label, remarks=", ".join(remarks))
    return Figure("logged", value, label)


def _none_from(case: Case) -> Figure:
    """Since when earlier sessions had no symptom; without one, since when this one has."""
    if not case.earlier or not case.options.earlier_sessions:
        since = none_from(case.recovery)
        value = _("Not yet") if since is None else _("Day {n}").format(n=since)
        return Figure("none_from", value, _("None recorded from, this session"))
    oldest_first = case.earlier[::-1]
    days = [none_from(earlier) for earlier in oldest_first]
    numbers = [str(case.number(earlier.session)) for earlier in oldest_first]
    sessions = ngettext("None from, Session {n}", "None from, Sessions {n}", len(numbers))
    reached = [str(day) if day is not None else _("not reached") for day in days]
    value = listed(reached)
    if any(day is not None for day in days):
        value = _("Day {n}").format(n=value)
    return Figure("none_from", capital(value), sessions.format(n=listed(numbers)))


def _completeness(case: Case) -> Completeness:
    """Count what was logged of the days due in the period shown."""
    log = completeness(case.shown, case.until)
    first = case.options.first
    skipped = 0 if first is None else max(0, case.session.day_of(first))
    if not skipped:
        return log
    logged = {day for entry in case.shown.entries if (day := case.day_of(entry)) >= 0}
    last = min(case.session.day_of(case.until), LAST_DAILY_DAY)
    return replace(log, due=len(logged.union(range(skipped, last + 1))))


def days_logged(case: Case) -> str:
    """Say how much was logged, and what of it late or changed later."""
    log = _completeness(case)
    if not log.logged:
        return _("No day is logged.")
    words = ngettext("{done} of {due} day logged", "{done} of {due} days logged", log.due).format(
        done=log.logged, due=log.due
    )
    return _("{words}.").format(words=", ".join((words, *_remarks(log))))


def _remarks(log: Completeness) -> list[str]:
    late = _("{n} late").format(n=log.late) if log.late else ""
    changed = _("{n} changed").format(n=log.changed) if log.changed else ""
    return [words for words in (late, changed) if words]
