"""Rules on the whole body: fever, feeling very unwell, swollen glands (U3, U11, C19, C20)."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, health_answers, told
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Level
from recovery_tracker.i18n import N_

GLANDS_OVER_DAY = 7

_U3_NOW = Row(
    Level.URGENT,
    By.NOW,
    N_(
        "A fever with skin changes, while feeling this ill, can be serious. "
        "Call your local emergency number now."
    ),
    N_("Fever and a skin sign, with feeling very unwell, fainting or trouble breathing"),
    "S28 A",
)
_U3_TODAY = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "A fever with these skin changes needs medical advice today. Call your dermatologist, "
        "or your local emergency number if you feel faint, confused or very ill."
    ),
    N_("Fever and a skin sign"),
    "S28 A",
)


def fever_with_skin_signs(facts: Facts) -> Finding | None:
    """Fire on a fever together with any skin sign (cellulitis advice: S28 A)."""
    skin_signs = facts.skin_signs
    if not facts.has("fever") or not skin_signs:
        return None
    ill = [sign for sign in ("very_unwell", "faint", "breathing_difficulty") if facts.ticked(sign)]
    return Finding(_U3_NOW if ill else _U3_TODAY, facts.saw("fever", *ill, *skin_signs))


_U11_NOW = Row(
    Level.URGENT,
    By.NOW,
    N_(
        "Feeling this unwell, with fever or skin changes, can be serious. "
        "Call your local emergency number now."
    ),
    N_("Very unwell, with fever or a skin sign"),
    "S28 A; J",
)
_U11_TODAY = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Feeling this unwell needs medical advice today. "
        "Call your dermatologist, or your local emergency number if it gets worse."
    ),
    N_("Very unwell"),
    "J",
)


def very_unwell(facts: Facts) -> Finding | None:
    """Fire on feeling very unwell, at once (signs of sepsis: S28 A; alone: judgement)."""
    if not facts.ticked("very_unwell"):
        return None
    beside = (("fever",) if facts.has("fever") else ()) + facts.skin_signs
    return Finding(_U11_NOW if beside else _U11_TODAY, facts.saw("very_unwell", *beside))


_C19_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_("Swollen glands, with your other answers, should be seen today. Call your dermatologist."),
    N_("As the next, with diabetes or a weak immune system"),
    "S1 A",
)
_C19_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Swollen glands should settle within about a week. "
        "Contact your dermatologist in the next day or two, sooner if you feel unwell."
    ),
    N_(
        "Swollen glands after day 7, or with fever, pus, skin hot to touch or pain 2 or more; or "
        "on any day with diabetes or a weak immune system"
    ),
    "S1 A",
)
_C19_WATCH = Row(
    Level.WATCH,
    None,
    N_("Slightly swollen glands can follow treatment for a few days. Log them again tomorrow."),
    N_("Swollen glands"),
    "S1 A",
)


def swollen_glands(facts: Facts) -> Finding | None:
    """Fire on swollen glands: expected for up to 7 days only (S1 A)."""
    if not facts.ticked("swollen_glands"):
        return None
    beside = [sign for sign in ("fever", "pus", "warmth") if facts.has(sign)]
    if facts.carried_at_least("pain", Severity.MODERATE):
        beside.append("pain")
    health = health_answers(facts)
    seen = (*facts.saw("swollen_glands", *beside), *health)
    if beside or facts.day > GLANDS_OVER_DAY:
        return Finding(_C19_URGENT if health else _C19_TWO_DAYS, seen)
    return Finding(_C19_TWO_DAYS if health else _C19_WATCH, seen)


_C20_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "A fever, with your health answers, needs medical advice today. "
        "Call your doctor or dermatologist, and answer the questions below."
    ),
    N_(
        "Fever without a skin sign, with diabetes, a weak immune system, pregnancy or breastfeeding"
    ),
    "S28 A; J",
)
_C20_CONTACT = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "A fever can have many causes, so it is worth a call. Call your dermatologist or "
        "family doctor today, and answer the questions below."
    ),
    N_("Fever without a skin sign"),
    "S28 A; J",
)


def fever_alone(facts: Facts) -> Finding | None:
    """Fire on a fever with no skin sign beside it (S28 A; judgement)."""
    if not facts.has("fever") or facts.skin_signs:
        return None
    health = health_answers(facts)
    if facts.profile.pregnant_or_breastfeeding:
        health += (told(facts, "pregnant_or_breastfeeding"),)
    row = _C20_URGENT if health else _C20_CONTACT
    return Finding(row, (*facts.saw("fever"), *health))


RULES: tuple[Rule, ...] = (
    Rule(
        "U3",
        "fever_with_skin_signs",
        N_("Fever with skin changes"),
        fever_with_skin_signs,
        (_U3_NOW, _U3_TODAY),
    ),
    Rule("U11", "very_unwell", N_("Feeling very unwell"), very_unwell, (_U11_NOW, _U11_TODAY)),
    Rule(
        "C19",
        "swollen_glands",
        N_("Swollen glands"),
        swollen_glands,
        (_C19_URGENT, _C19_TWO_DAYS, _C19_WATCH),
        fields=("swollen_glands",),
    ),
    Rule(
        "C20",
        "fever_alone",
        N_("Fever"),
        fever_alone,
        (_C20_URGENT, _C20_CONTACT),
        fields=("fever",),
        last_day=30,
    ),
)
