"""Values for tests, told in a line: sessions, entries and recoveries counted in days.

``build(entries={0: {"redness": 2}, 3: {"pus": True, "fever": False}})`` is a recovery whose day 3
ticks pus and answers "no" to fever. In a day, symptom codes take grades, sign codes take
``True`` or ``False``, care codes take ``True``; anything else is a field of the entry.
``None`` is "not recorded": ``daily(pus=None)`` answers all but pus.
``daily(...)`` adds the eight symptoms as none and the eight daily signs as "no".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.codes import is_own_code
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Act, Recovery, Session
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.domain.warnings import By, Level, Warning

DAY_0 = dt.date(2026, 3, 2)
NO_PROFILE = Profile()


def date_of(day: int) -> dt.date:
    """The date of a day of the built session."""
    return DAY_0 + dt.timedelta(days=day)


def session(**fields: Any) -> Session:
    """A session on 2 March 2026, 1.5 mm with a pen on the face unless said otherwise."""
    plain: dict[str, Any] = {
        "id": "00000000-0000-4000-8000-000000000001",
        "date": DAY_0,
        "device": "pen",
        "needle_depth_mm": 1.5,
        "areas": ("face",),
    }
    return Session(**(plain | fields))


def entry(day: int = 0, *, start: dt.date = DAY_0, **said: Any) -> Entry:
    """An entry of a day: grades, signs (True/False), care (True) and entry fields by name."""
    scores: dict[str, int] = {}
    signs: dict[bool, list[str]] = {True: [], False: []}
    care: list[str] = []
    fields: dict[str, Any] = {}
    for code, value in said.items():
        if value is None:  # not recorded, as an entry without it
            continue
        if code in SYMPTOM_BY_CODE or (is_own_code(code) and not isinstance(value, bool)):
            scores[code] = value
        elif code in SIGN_BY_CODE:
            signs[value].append(code)
        elif code in CARE_BY_CODE and value is True:
            care.append(code)
        else:
            fields[code] = value
    return Entry(
        date=start + dt.timedelta(days=day),
        scores=scores,
        signs=tuple(signs[True]),
        signs_absent=tuple(signs[False]),
        care=(*care, *fields.pop("care", ())),
        **fields,
    )


def daily(**said: Any) -> dict[str, Any]:
    """A day answered in full: eight symptoms none, eight signs absent, but for what is said."""
    return dict.fromkeys(USUAL_SYMPTOMS, 0) | dict.fromkeys(DAILY_SIGNS, False) | said


def build(
    entries: Mapping[int, Mapping[str, Any]] | None = None,
    *,
    acts: Sequence[Act] = (),
    **session_fields: Any,
) -> Recovery:
    """A recovery from what was said on its days; other names are fields of the session."""
    treated = session(**session_fields)
    return Recovery(
        session=treated,
        entries=tuple(
            entry(day, start=treated.date, **said) for day, said in (entries or {}).items()
        ),
        acts=tuple(acts),
    )


def act(rule: str, day: int, what: str | None = "seen", **fields: Any) -> Act:
    """An act on a rule's warning, dated on a day of the built session."""
    return Act(date=date_of(day), rule=rule, act=what, **fields)


def warning(rule: str = "prolonged_flaking", day: int = 8, **fields: Any) -> Warning:
    """A warning on the built session as a rule would raise it: C2, contact, unless said else."""
    plain: dict[str, Any] = {
        "code": "C2",
        "level": Level.CONTACT,
        "by": By.TWO_DAYS,
        "session_id": session().id,
        "session_date": DAY_0,
        "date": date_of(day),
        "day": day,
        "last_date": date_of(day),
        "active": fields.get("ended") is None,
        "message": "Your flaking has gone on longer than we expect.",
        "reason": f"Flaking moderate on day {day}; the usual range is none by then.",
        "evidence": (),
        "source": "Document; S1 A",
        "clears_when": "Two entries without it.",
    }
    return Warning(rule=rule, **(plain | fields))
