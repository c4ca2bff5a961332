"""The rule on eyes and sight: U7."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, told
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

_U7_NOW = Row(
    Level.URGENT,
    By.NOW,
    N_(
        "A sudden change in sight, or eye trouble with a fever, can be serious. "
        "Call your local emergency number now."
    ),
    N_(
        "Sudden loss of sight; eye pain, a change in sight or an eye closing up with fever; or "
        "eye pain or a change in sight within 14 days of a filler"
    ),
    "S28 A; J",
)
_U7_TODAY = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Trouble in or around the eye needs care today. "
        "Call an urgent eye service or your dermatologist."
    ),
    N_(
        "Eye pain or a change in sight; or, treated around the eyes, pus, yellow or wet crusts, "
        "or skin hot to touch with swelling 2 or more"
    ),
    "S28 A; J",
)


def eye_signs(facts: Facts) -> Finding | None:
    """Fire on loss of sight, eye pain and signs around a treated eye.

    Infection around the eye: S28 A; blocked blood flow after filler and the rest: judgement.
    """
    grave = facts.saw("sight_loss") if facts.ticked("sight_loss") else ()
    eyes = [sign for sign in ("eye_pain_or_sight_change", "eye_swelling") if facts.ticked(sign)]
    if eyes and facts.has("fever"):
        grave += facts.saw(*eyes, "fever")
    sore_eye = facts.ticked("eye_pain_or_sight_change")
    if sore_eye and "filler" in facts.session.recent_procedures:
        filler = told(facts, "recent_procedures", "filler")
        grave += (*facts.saw("eye_pain_or_sight_change"), filler)
    if grave:
        return Finding(_U7_NOW, grave)
    seen = facts.saw("eye_pain_or_sight_change") if sore_eye else ()
    seen += _signs_around_treated_eyes(facts)
    return Finding(_U7_TODAY, seen) if seen else None


def _signs_around_treated_eyes(facts: Facts) -> tuple[Evidence, ...]:
    """Pus, yellow crusts or hot swollen skin, when the skin around the eyes was treated."""
    if "around_eyes" not in facts.session.areas or facts.day < 0:
        return ()
    seen = facts.saw("pus") if facts.has("pus") else ()
    if facts.ticked("yellow_crust"):
        seen += facts.saw("yellow_crust")
    if facts.has("warmth") and facts.carried_at_least("swelling", Severity.MODERATE):
        seen += facts.saw("warmth", "swelling")
    return (*seen, told(facts, "areas", "around_eyes")) if seen else ()


RULES: tuple[Rule, ...] = (
    Rule(
        "U7",
        "eye_signs",
        N_("Eyes and sight"),
        eye_signs,
        (_U7_NOW, _U7_TODAY),
        on_baseline=True,
    ),
)
