"""Rules on damaged skin and nerves: U10 and C18."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, told
from recovery_tracker.domain.warnings import By, Level
from recovery_tracker.i18n import N_

NUMB_DAY = 3  # numbness of the first hours and days is left to watching

_U10_NOW = Row(
    Level.URGENT,
    By.NOW,
    N_(
        "Pale or mottled skin soon after a filler can mean too little blood is reaching it. "
        "Call your local emergency number now."
    ),
    N_("White, grey or net-like purple skin within 14 days of a filler"),
    "J",
)
_U10_TODAY = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Burnt, raw, pale or mottled skin should be seen today. "
        "Call your dermatologist, and put nothing on it that they did not agree."
    ),
    N_("Burnt, raw or blackened skin; or white, grey or net-like purple skin"),
    "S15 A; J",
)


def skin_damage(facts: Facts) -> Finding | None:
    """Fire on burnt, raw, pale or mottled skin (RF burns: S15 A; after filler: judgement)."""
    if facts.ticked("pale_or_mottled") and "filler" in facts.session.recent_procedures:
        filler = told(facts, "recent_procedures", "filler")
        return Finding(_U10_NOW, (*facts.saw("pale_or_mottled"), filler))
    damaged = [sign for sign in ("burn_or_raw_skin", "pale_or_mottled") if facts.ticked(sign)]
    return Finding(_U10_TODAY, facts.saw(*damaged)) if damaged else None


_C18_NOW = Row(
    Level.URGENT,
    By.NOW,
    N_("New weakness in the face can have serious causes. Call your local emergency number now."),
    N_("Face drooping"),
    "S15 A",
)
_C18_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Numb skin or new dents should be checked, most of all after heat-based needling. "
        "Contact your dermatologist in the next day or two."
    ),
    N_("Dents or hollows; or numb skin from day 3"),
    "S15 A",
)
_C18_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Numb skin can last some hours after treatment. "
        "Call your dermatologist if it is still numb on day 3."
    ),
    N_("Numb skin before day 3"),
    "J",
)


def numbness_or_dents(facts: Facts) -> Finding | None:
    """Fire on a drooping face, dents and numb skin (nerve and fat injury after RF: S15 A)."""
    if facts.ticked("weakness"):
        return Finding(_C18_NOW, facts.saw("weakness"))
    seen = facts.saw(*(sign for sign in ("dents", "numbness") if facts.ticked(sign)))
    if facts.ticked("dents") or (seen and facts.day >= NUMB_DAY):
        return Finding(_C18_TWO_DAYS, seen)
    return Finding(_C18_WATCH, seen) if seen else None


RULES: tuple[Rule, ...] = (
    Rule("U10", "skin_damage", N_("Damaged or pale skin"), skin_damage, (_U10_NOW, _U10_TODAY)),
    Rule(
        "C18",
        "numbness_or_dents",
        N_("Numbness or dents"),
        numbness_or_dents,
        (_C18_NOW, _C18_TWO_DAYS, _C18_WATCH),
        fields=("numbness", "dents", "weakness"),
    ),
)
