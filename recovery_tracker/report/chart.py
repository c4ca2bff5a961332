"""The redness and flaking chart of a report: what it shows, in a value and in words.

Only grades go in: an entry's notes cannot reach the page through a chart.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from recovery_tracker.charts.timeline import (
    LAST_DAY_OF_COURSE,
    LAST_DAY_SHOWN,
    EarlierSession,
    days_shown,
)
from recovery_tracker.charts.words import conclusion
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.usual_range import usual
from recovery_tracker.domain.wording import (
    grade_in_words,
    listed,
    range_in_words,
    within_a_sentence,
)
from recovery_tracker.i18n import _
from recovery_tracker.report.case import Case
from recovery_tracker.report.dates import days_named
from recovery_tracker.values import frozen

SYMPTOMS = ("redness", "flaking")
_LAST_DAY_TOLD = 13
_LEAST_DAYS, _MOST_DAYS = LAST_DAY_SHOWN, LAST_DAY_OF_COURSE


@frozen
class Chart:
    """Two small charts side by side.

    Attributes:
        key: what shades, dashes and grey lines mean.
        alt: everything the chart shows, in words.
        recovery, earlier, profile, today: what it is drawn from, grades only.
        days: those of the x axis.
    """

    key: str
    alt: str
    recovery: Recovery
    earlier: tuple[EarlierSession, ...]
    profile: Profile
    today: dt.date
    days: range


def chart(case: Case) -> Chart:
    """Collect what the chart shows."""
    own, earlier = grades_only(case.shown), earlier_sessions(case)
    days = days_on_paper(case)
    return Chart(
        key=_key(earlier, days, own),
        alt=_in_words(case, earlier),
        recovery=own,
        earlier=earlier,
        profile=skin_only(case.profile),
        today=case.today,
        days=days,
    )


def earlier_sessions(case: Case) -> tuple[EarlierSession, ...]:
    """Return the earlier sessions a chart is to show, newest first, with their grades only."""
    shown = case.earlier if case.options.earlier_sessions else ()
    return tuple(EarlierSession(case.number(other.session), grades_only(other)) for other in shown)


def days_on_paper(case: Case) -> range:
    """Return the days of a chart's x axis: two weeks to four, from the first day shown on."""
    first = case.options.first
    start = 0 if first is None else max(0, case.session.day_of(first))
    last = days_shown(grades_only(case.shown), case.until)[-1]
    return range(start, start + min(max(last - start, _LEAST_DAYS), _MOST_DAYS) + 1)


def _key(earlier: tuple[EarlierSession, ...], days: range, own: Recovery) -> str:
    parts = [_("Shaded: usual range."), _("Dashed: typical course.")]
    if own.entries and own.day_of(own.entries[-1].date) > days[-1]:
        parts.append(_("Days after {day} are in the daily log.").format(day=days[-1]))
    if earlier:
        names = [_("Session {n} (solid)").format(n=earlier[0].number)]
        names += [_("Session {n} (dotted)").format(n=past.number) for past in earlier[1:]]
        parts.append(_("Grey: {sessions}.").format(sessions=listed(names)))
    return " ".join(parts)


def grades_only(recovery: Recovery) -> Recovery:
    """Keep of a recovery what the charts show."""
    session = replace(recovery.session, practitioner="", notes="", products=(), numbing_cream="")
    entries = (
        Entry(
            date=entry.date,
            scores={code: entry.scores[code] for code in SYMPTOMS if code in entry.scores},
            done_at=entry.done_at,
        )
        for entry in recovery.entries
    )
    return Recovery(session, tuple(entry for entry in entries if entry.scores))


def skin_only(profile: Profile) -> Profile:
    """Keep what the usual range depends on."""
    return Profile(
        skin_type=profile.skin_type,
        sensitive=profile.sensitive,
        skin_conditions=profile.skin_conditions,
    )


def _in_words(case: Case, earlier: tuple[EarlierSession, ...]) -> str:
    """Say everything the chart shows, so that nobody needs to see it."""
    sentences = [_("Line charts of redness and flaking by day since treatment.")]
    for symptom in SYMPTOMS:
        sentences += _symptom_told(case, symptom, earlier)
    return " ".join(sentences)


def lines_in_words(case: Case, symptom: str) -> str:
    """Say what a symptom's lines show, earlier sessions included."""
    return " ".join(_symptom_told(case, symptom, earlier_sessions(case)))


def _symptom_told(case: Case, symptom: str, earlier: tuple[EarlierSession, ...]) -> tuple[str, ...]:
    label = case.symptom_label(symptom)
    return (
        conclusion(case.shown, symptom, case.profile, today=case.today),
        _told(_("{name}, this session").format(name=label), case.shown, symptom),
        *(
            _told(
                _("{name}, session {n}").format(name=label, n=past.number), past.recovery, symptom
            )
            for past in earlier
        ),
        _range_told(case, symptom),
    )


def _told(name: str, recovery: Recovery, symptom: str) -> str:
    graded = [
        (recovery.day_of(entry.date), entry.scores[symptom])
        for entry in recovery.entries
        if symptom in entry.scores and recovery.day_of(entry.date) >= 0
    ]
    if not graded:
        return _("{name}: not recorded.").format(name=name)
    words = (
        _("{grade} on {days}").format(
            grade=grade_in_words(grade), days=days_named(d for d, g in graded if g == grade)
        )
        for grade in Severity
        if any(g == grade for _day, g in graded)
    )
    return _("{name}: {course}.").format(name=name, course="; ".join(words))


def _range_told(case: Case, symptom: str) -> str:
    uppers: dict[int, list[int]] = {}
    for day in range(_LAST_DAY_TOLD + 1):
        there = usual(symptom, day, case.session, case.profile)
        if there is not None:
            uppers.setdefault(there.upper, []).append(day)
    words = (
        _("{range} on {days}").format(range=range_in_words(upper), days=days_named(days))
        for upper, days in sorted(uppers.items(), reverse=True)
    )
    return _("Usual range of {symptom}: {ranges}.").format(
        symptom=within_a_sentence(case.symptom_label(symptom)), ranges=_("; ").join(words)
    )
