"""The rule on a skin condition that flares: C17, and which symptoms it watches."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, told
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

WATCHED_DAYS = (8, 90)
WATCHED = {
    "eczema": ("itching", "flaking"),
    "psoriasis": ("itching", "flaking"),
    "rosacea": ("redness",),
}

_C17 = Row(
    Level.CONTACT,
    By.WEEK,
    N_(
        "This may be a flare of a skin condition you already have. "
        "Contact your dermatologist this week, and use only products they agreed."
    ),
    N_(
        "A flaring skin condition, ticked; or, on days 8 to 90, a symptom of the condition in the "
        "profile (eczema, psoriasis: itching, flaking; rosacea: redness) 2 or more and above its "
        "range and what it was before the session, twice in a row, or once 2 above (not redness)"
    ),
    "Document; S36 B; J",
)


def condition_flare(facts: Facts) -> Finding | None:
    """Fire on a flare that is ticked, or that the condition's own symptoms show after a week.

    Document (eczema and other conditions react more); S36 B; numbers are judgement.
    """
    if facts.ticked("condition_flare"):
        return Finding(_C17, facts.saw("condition_flare"))
    seen: list[Evidence] = []
    for symptom, condition in watched_symptoms(facts).items():
        flaring = _flaring(facts, symptom)
        if flaring:
            seen += (*flaring, told(facts, "skin_conditions", condition))
    return Finding(_C17, tuple(seen)) if seen else None


def watched_symptoms(facts: Facts) -> dict[str, str]:
    """Symptoms that a condition in the profile makes worth watching, with that condition.

    There are none before day 8: until then itching, flaking and redness are the treatment's own.
    """
    first, last = WATCHED_DAYS
    if not first <= facts.day <= last:
        return {}
    watched: dict[str, str] = {}
    for condition in facts.profile.skin_conditions:
        for symptom in WATCHED.get(condition, ()):
            watched.setdefault(symptom, condition)
    return watched


def _flaring(facts: Facts, symptom: str) -> tuple[Evidence, ...]:
    """What shows a flare of one symptom: twice in a row, or (not redness) once 2 above."""
    if not _raised(facts, symptom):
        return ()
    previous = facts.previous(symptom)
    if previous is not None and _raised(previous, symptom):
        return (*previous.saw(symptom), *facts.saw(symptom))
    if symptom != "redness" and facts.own_above(symptom, 2):
        return facts.saw(symptom)
    return ()


def _raised(facts: Facts, symptom: str) -> bool:
    return facts.at_least(symptom, Severity.MODERATE) and facts.own_above(symptom)


RULES: tuple[Rule, ...] = (
    Rule(
        "C17",
        "condition_flare",
        N_("Skin condition flaring"),
        condition_flare,
        (_C17,),
        fields=("condition_flare", "itching", "flaking", "redness"),
    ),
)
