"""Rules on signs that can fit an infection: U4, U5, C9 and C25."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, darker_tone, health_answers
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

LATE_DAY = 2  # heat, spreading redness and one worse area are less usual from here
SEVERAL, TWO = 3, 2  # signs counted by C9

_U4_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Redness that spreads past the treated skin should be seen today. "
        "Call your dermatologist, and take a photo so they can see if the edge moves."
    ),
    N_(
        "Redness spreading, ticked from day 2; or on any day with skin hot to touch, pain 2 or "
        "more or swelling 2 or more"
    ),
    "S28 A",
)
_U4_CONTACT = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "Redness has spread past the treated skin early on. "
        "Call your dermatologist today, and log it again this evening."
    ),
    N_("Redness spreading"),
    "J",
)


def spreading_redness(facts: Facts) -> Finding | None:
    """Fire on redness that moves past the treated skin (cellulitis advice: S28 A; day J)."""
    if not facts.has("spreading_redness"):
        return None
    beside = ["warmth"] if facts.has("warmth") else []
    beside += [
        symptom
        for symptom in ("pain", "swelling")
        if facts.carried_at_least(symptom, Severity.MODERATE)
    ]
    late = facts.ticked("spreading_redness") and facts.day >= LATE_DAY
    row = _U4_URGENT if beside or late else _U4_CONTACT
    return Finding(row, facts.saw("spreading_redness", *beside))


_U5_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "You noted pus, and with your other answers it should be seen today. "
        "Call your dermatologist, and do not squeeze the area."
    ),
    N_(
        "Pus with diabetes or a weak immune system, spreading redness, fever, eye pain or a "
        "change in sight, an eye closing up, swelling 2 or more, pain 3 or more or redness 3 or "
        "more"
    ),
    "Document; S26, S28 A",
)
_U5_CONTACT = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "You noted pus, and a professional should look at it. "
        "Call your dermatologist today, and do not squeeze the area."
    ),
    N_("Pus"),
    "Document; S26 A",
)


def pus(facts: Facts) -> Finding | None:
    """Fire on pus, on any day (document; pus alone is enough: S26 A)."""
    if not facts.has("pus"):
        return None
    beside = [sign for sign in ("spreading_redness", "fever") if facts.has(sign)]
    beside += [sign for sign in ("eye_pain_or_sight_change", "eye_swelling") if facts.ticked(sign)]
    beside += [
        symptom
        for symptom, grade in (
            ("swelling", Severity.MODERATE),
            ("pain", Severity.SEVERE),
            ("redness", Severity.SEVERE),
        )
        if facts.carried_at_least(symptom, grade)
    ]
    health = health_answers(facts)
    row = _U5_URGENT if beside or health else _U5_CONTACT
    return Finding(row, (*facts.saw("pus", *beside), *health))


_C9_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Several signs together should be seen today. "
        "Call your dermatologist, or your local emergency number if you feel very unwell."
    ),
    N_(
        "From day 2, three or more of: redness 2 or more and above its range; swelling above its "
        "range; pain 2 or more and above its range; skin hot to touch; yellow or wet crusts "
        "(darker skin: redness and pain count from 1); or skin hot to touch with swelling 2 and "
        "pain 2 or more. Two of them with diabetes or a weak immune system"
    ),
    "S26 A; S27 B; J counts",
)
_C9_CONTACT = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "Several signs, or your health answers, make an early check for infection wise. "
        "Call your dermatologist today."
    ),
    N_(
        "From day 2, two of these; or skin hot to touch with swelling or pain above its range; or "
        "skin hot to touch with diabetes or a weak immune system"
    ),
    "S26 A; S27 B; J counts",
)
_C9_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Treated skin that feels hot is less usual by now. "
        "Look for pus, spreading redness or fever, and log it again tomorrow."
    ),
    N_("From day 2, skin hot to touch"),
    "S26 A; S27 B; J counts",
)


def possible_infection(facts: Facts) -> Finding | None:
    """Fire on several mild signs together from day 2.

    The CDC asks for more than one of pain, swelling, redness and heat: S26 A; a sum of graded
    signs works in the Bluebelle questionnaire: S27 B. The counts are judgement. Redness is
    harder to see on darker skin (S28 A), so there a lower grade counts.
    """
    if facts.day < LATE_DAY:
        return None
    enough = Severity.MILD if facts.darker_skin else Severity.MODERATE
    counted = [
        symptom
        for symptom, grade in (
            ("redness", enough),
            ("swelling", Severity.MILD),
            ("pain", enough),
        )
        if facts.carried_at_least(symptom, grade) and facts.carried_above(symptom)
    ]
    hot = facts.has("warmth")
    counted += ["warmth"] if hot else []
    counted += ["yellow_crust"] if facts.ticked("yellow_crust") else []
    sore_and_swollen = facts.carried_at_least(
        "swelling", Severity.MODERATE
    ) and facts.carried_at_least("pain", Severity.MODERATE)
    health = health_answers(facts)
    tone = _told_tone(facts, counted)
    if len(counted) >= SEVERAL:
        return Finding(_C9_URGENT, (*facts.saw(*counted), *tone))
    if hot and sore_and_swollen:
        return Finding(_C9_URGENT, facts.saw("warmth", "swelling", "pain"))
    beside_heat = [
        symptom for symptom in ("swelling", "pain") if hot and facts.carried_above(symptom)
    ]
    if len(counted) == TWO or beside_heat:
        seen = (*facts.saw(*counted, *beside_heat), *tone, *health)
        return Finding(_C9_URGENT if health else _C9_CONTACT, seen)
    if hot:
        return Finding(_C9_CONTACT if health else _C9_WATCH, (*facts.saw("warmth"), *health))
    return None


def _told_tone(facts: Facts, counted: list[str]) -> tuple[Evidence, ...]:
    """The skin tone, where only darker skin makes mild redness or pain count."""
    mild = any(
        facts.carried(symptom) == Severity.MILD
        for symptom in ("redness", "pain")
        if symptom in counted
    )
    return darker_tone(facts) if mild else ()


_C25_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "One area that is worse than the rest, with your other answers, should be seen today. "
        "Call your dermatologist, and do not press it."
    ),
    N_(
        "One area worse from day 2 with skin hot to touch, fever or pain 2 or more; with diabetes "
        "or a weak immune system either of the two is enough"
    ),
    "S28 A; J",
)
_C25_CONTACT = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "One area is worse than the rest and should be checked. "
        "Call your dermatologist today, and take a photo."
    ),
    N_(
        "One area worse from day 2, or with skin hot to touch, fever or pain 2 or more; or on any "
        "day with diabetes or a weak immune system"
    ),
    "S28 A; J",
)
_C25_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "One area is worse than the rest soon after treatment. "
        "Call your dermatologist if it is still so tomorrow, or gets hot or sore."
    ),
    N_("One area worse"),
    "S28 A; J",
)


def one_spot_worse(facts: Facts) -> Finding | None:
    """Fire on one area that is hotter, more swollen or sorer than the rest (S28 A; days J)."""
    if not facts.has("one_spot_worse"):
        return None
    beside = [sign for sign in ("warmth", "fever") if facts.has(sign)]
    if facts.carried_at_least("pain", Severity.MODERATE):
        beside.append("pain")
    late = facts.day >= LATE_DAY
    health = health_answers(facts)
    seen = (*facts.saw("one_spot_worse", *beside), *health)
    if late and beside:
        return Finding(_C25_URGENT, seen)
    if late or beside:
        return Finding(_C25_URGENT if health else _C25_CONTACT, seen)
    return Finding(_C25_CONTACT if health else _C25_WATCH, seen)


RULES: tuple[Rule, ...] = (
    Rule(
        "U4",
        "spreading_redness",
        N_("Redness spreading"),
        spreading_redness,
        (_U4_URGENT, _U4_CONTACT),
        fields=("spreading_redness",),
    ),
    Rule("U5", "pus", N_("Pus"), pus, (_U5_URGENT, _U5_CONTACT), fields=("pus",)),
    Rule(
        "C9",
        "possible_infection",
        N_("Several signs together"),
        possible_infection,
        (_C9_URGENT, _C9_CONTACT, _C9_WATCH),
        fields=("redness", "swelling", "pain", "warmth", "yellow_crust"),
        last_day=90,
    ),
    Rule(
        "C25",
        "one_spot_worse",
        N_("One area worse"),
        one_spot_worse,
        (_C25_URGENT, _C25_CONTACT, _C25_WATCH),
        fields=("one_spot_worse",),
    ),
)
