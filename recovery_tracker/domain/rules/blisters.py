"""Rules on blisters, sores and crusts: U6 and C10."""

from __future__ import annotations

from recovery_tracker.domain.rules.conditions import watched_symptoms
from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, health_answers, told
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

COLD_SORE_DAYS = (1, 5)  # often 24 to 48 h after the session, tingling first (S20 B)
CRUSTING_DAYS = (1, 5)
CRUSTING_OVER_DAY, CRUSTING_OVER_DAY_DEEP = 5, 7

_U6_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Blisters, sores or crusts with your other answers should be seen today. "
        "Call your dermatologist, and keep your hands away from your eyes."
    ),
    N_(
        "Blisters or a cold sore with diabetes or a weak immune system, fever, eye pain or a "
        "change in sight, or an eye closing up; many or spreading blisters; blisters, a cold sore "
        "or yellow or wet crusts with eczema, with pain 3 or more, or with pain 2 or more on the "
        "upper face; a flaring skin condition, or from day 8 one of its symptoms 2 or more and "
        "above its range, with pain 2 or more, blisters, yellow or wet crusts or fever"
    ),
    "S20–S22 B; J",
)
_U6_CONTACT = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "Small blisters or a cold sore on treated skin should be checked. "
        "Call your dermatologist today, do not pick, and do not share towels."
    ),
    N_("Blisters or a cold sore"),
    "S20, S21 B",
)
_U6_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "You have had cold sores, and burning or itching can come before one. "
        "Look for small blisters today, and log them if they come."
    ),
    N_("Cold sores in the past, and burning or itching above its range on days 1 to 5"),
    "S20 B; J",
)


def blisters(facts: Facts) -> Finding | None:
    """Fire on blisters and cold sores, and before them in people who have had cold sores.

    Cold sore virus: S20, S21 B; spread over eczema: S22 B; combinations are judgement.
    """
    urgent = (
        *_blisters_with_other_answers(facts),
        *_sores_with_eczema_or_pain(facts),
        *_flare_with_other_signs(facts),
    )
    if urgent:
        return Finding(_U6_URGENT, urgent)
    sores = _sores(facts)
    if sores:
        return Finding(_U6_CONTACT, facts.saw(*sores))
    first, last = COLD_SORE_DAYS
    if facts.profile.cold_sores and first <= facts.day <= last:
        tingling = [symptom for symptom in ("burning", "itching") if facts.above(symptom)]
        if tingling:
            return Finding(_U6_WATCH, (*facts.saw(*tingling), told(facts, "cold_sores")))
    return None


def _sores(facts: Facts) -> tuple[str, ...]:
    """Blisters (ticked or open) and a ticked cold sore."""
    found = ("blisters",) if facts.has("blisters") else ()
    return (*found, "cold_sore") if facts.ticked("cold_sore") else found


def _blisters_with_other_answers(facts: Facts) -> tuple[Evidence, ...]:
    many = ("blisters_many",) if facts.ticked("blisters_many") else ()
    sores = (*_sores(facts), *many)
    if not sores:
        return ()
    beside = ["fever"] if facts.has("fever") else []
    beside += [sign for sign in ("eye_pain_or_sight_change", "eye_swelling") if facts.ticked(sign)]
    health = health_answers(facts)
    return (*facts.saw(*sores, *beside), *health) if many or beside or health else ()


def _sores_with_eczema_or_pain(facts: Facts) -> tuple[Evidence, ...]:
    crusts = ("yellow_crust",) if facts.ticked("yellow_crust") else ()
    sores = (*_sores(facts), *crusts)
    if not sores:
        return ()
    sore = Severity.MODERATE if facts.upper_face else Severity.SEVERE
    pain = facts.saw("pain") if facts.carried_at_least("pain", sore) else ()
    eczema = "eczema" in facts.profile.skin_conditions
    told_eczema = (told(facts, "skin_conditions", "eczema"),) if eczema else ()
    return (*facts.saw(*sores), *pain, *told_eczema) if pain or eczema else ()


def _flare_with_other_signs(facts: Facts) -> tuple[Evidence, ...]:
    raised = {
        symptom: told(facts, "skin_conditions", condition)
        for symptom, condition in watched_symptoms(facts).items()
        if facts.at_least(symptom, Severity.MODERATE) and facts.above(symptom)
    }
    flare = [*(["condition_flare"] if facts.ticked("condition_flare") else []), *raised]
    if not flare:
        return ()
    beside = ["pain"] if facts.carried_at_least("pain", Severity.MODERATE) else []
    beside += [sign for sign in ("blisters", "fever") if facts.has(sign)]
    beside += ["yellow_crust"] if facts.ticked("yellow_crust") else []
    return (*facts.saw(*flare, *beside), *raised.values()) if beside else ()


_C10_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Yellow or wet crusts, with your health answers, should be seen today. "
        "Call your dermatologist, and do not pick."
    ),
    N_("Yellow or wet crusts with diabetes or a weak immune system"),
    "S20 B; J",
)
_C10_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Yellow, wet or lasting crusts should be checked. "
        "Contact your dermatologist in the next day or two, and do not pick."
    ),
    N_("Yellow or wet crusts; or crusts after day 5 (group D or RF: day 7)"),
    "S11 C",
)
_C10_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Small dry crusts can form as skin heals. "
        "Leave them alone, and call your dermatologist if they turn yellow or wet."
    ),
    N_("Crusts on days 1 to 5, neither group D nor RF"),
    "S11 C",
)


def crusting(facts: Facts) -> Finding | None:
    """Fire on yellow or wet crusts, and on dry ones that last.

    Yellow crusts can look like impetigo: S20 B; dry ones are common after RF: S11 C.
    """
    if facts.ticked("yellow_crust"):
        health = health_answers(facts)
        row = _C10_URGENT if health else _C10_TWO_DAYS
        return Finding(row, (*facts.saw("yellow_crust"), *health))
    if not facts.ticked("crusting"):
        return None
    if facts.day > (CRUSTING_OVER_DAY_DEEP if facts.deep else CRUSTING_OVER_DAY):
        return Finding(_C10_TWO_DAYS, facts.saw("crusting"))
    first, last = CRUSTING_DAYS
    if first <= facts.day <= last and not facts.deep:
        return Finding(_C10_WATCH, facts.saw("crusting"))
    return None


RULES: tuple[Rule, ...] = (
    Rule(
        "U6",
        "blisters",
        N_("Blisters or sores"),
        blisters,
        (_U6_URGENT, _U6_CONTACT, _U6_WATCH),
        fields=("blisters", "cold_sore", "burning", "itching"),
    ),
    Rule(
        "C10",
        "crusting",
        N_("Crusts"),
        crusting,
        (_C10_URGENT, _C10_TWO_DAYS, _C10_WATCH),
        fields=("crusting", "yellow_crust"),
    ),
)
