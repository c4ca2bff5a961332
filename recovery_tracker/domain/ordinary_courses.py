"""Made-up recoveries that go the usual way, for sample data, tests and the count of false warnings.

It is judgement, not data: it says how the rules meet rating noise, not how real skin behaves
(clinical.md 3.6 and 4.8).
"""

from __future__ import annotations

import datetime as dt
import random

from recovery_tracker.domain import usual_range
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import SIGNS
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE

DAYS: tuple[int, ...] = (*range(15), 21, 28)
MISSING = 0.15  # chance that a day has no entry
SLIP = 0.1  # chance that a rating is off by one grade
CAUGHT = 0.5  # chance that the description of grade 3 or 4 stops a slip up to it
LAST_BLEEDING_DAY = 2


def ordinary_course(session: Session, profile: Profile, rng: random.Random) -> Recovery:
    """Make the recovery of one person whose course is usual from start to end.

    Args:
        session: the session; its depth group and device set the range.
        profile: the patient; its modifiers set the range.
        rng: where chance comes from; the same seed gives the same course.

    Returns:
        The recovery: days 0 to 14, 21 and 28, all signs answered "no", moisturiser ticked. One
        severity, drawn evenly, places all of a person's grades between typical and upper bound.
    """
    course = usual_range.course(session, profile)
    severity = rng.random()
    entries = tuple(
        _entry(session.date + dt.timedelta(days=day), _grades(course, day, severity, rng))
        for day in DAYS
        if rng.random() >= MISSING
    )
    return Recovery(session=session, entries=entries)


def _entry(date: dt.date, scores: dict[str, int]) -> Entry:
    return Entry(
        date=date,
        scores=scores,
        signs_absent=tuple(sign.code for sign in SIGNS),
        care=("moisturised",),
    )


def _grades(
    course: usual_range.Course, day: int, severity: float, rng: random.Random
) -> dict[str, int]:
    scores: dict[str, int] = {}
    for symptom in SYMPTOM_BY_CODE:
        usual = course.range(symptom, day)
        if usual is None or (symptom == "bleeding" and day > LAST_BLEEDING_DAY):
            continue
        grade = round(usual.typical + severity * (usual.upper - usual.typical))
        scores[symptom] = as_noted(grade, rng)
    return scores


def as_noted(grade: int, rng: random.Random) -> int:
    """Return what a person notes for a grade (0 to 4): now and then one off.

    A slip up to 3 or 4 is caught by the grade's description in half the cases.
    """
    if rng.random() >= SLIP:
        return grade
    slipped = grade + rng.choice((-1, 1))
    if slipped > grade and slipped >= Severity.SEVERE and rng.random() < CAUGHT:
        return grade
    return min(max(slipped, Severity.NONE), Severity.VERY_SEVERE)
