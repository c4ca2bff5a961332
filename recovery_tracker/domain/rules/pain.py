"""Rules on pain and burning: U9, C6 and C23."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, told
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

VERY_SEVERE_DAY = 1  # pain 4 on the day of treatment is a call, from the next day on more
SEVERE_DAY = 2
STRONG_DAY, STRONG_DAY_DEEP = 1, 2
STRONG_WATCH_DAY = 1
SORE_DAY = 3
SILENT_DAY = 4
LOOK_AGAIN_AFTER = 2  # days
BURNING_DAY = 1

_U9_NOW = Row(
    Level.URGENT,
    By.NOW,
    N_(
        "Severe pain with fever or damaged skin can be serious. "
        "Call your local emergency number now."
    ),
    N_(
        "Pain 4 from day 1, or pain 3 from day 2, with fever, with burnt, raw or blackened skin, "
        "or with white, grey or net-like purple skin"
    ),
    "S28 A; J",
)
_U9_TODAY = Row(
    Level.URGENT,
    By.TODAY,
    N_("This much pain is not expected at this stage. Call your dermatologist today."),
    N_("Pain 4 from day 1; or pain 3 from day 2 with swelling 2 or more or redness 3 or more"),
    "S28 A; J",
)
_U9_CONTACT = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "Pain this strong on the day of treatment is worth a call. "
        "Call your clinic or dermatologist today, and ask what to do."
    ),
    N_("Pain 4 on day 0"),
    "J",
)


def severe_pain(facts: Facts) -> Finding | None:
    """Fire on very severe pain, and on severe pain with fever, damaged skin or other signs.

    Severe pain with fever or skin damage can be a serious infection: S28 A; days J.
    """
    very_severe = facts.at_least("pain", Severity.VERY_SEVERE) and facts.day >= VERY_SEVERE_DAY
    severe = facts.at_least("pain", Severity.SEVERE) and facts.day >= SEVERE_DAY
    if very_severe or severe:
        grave: tuple[Evidence, ...] = ()
        if facts.has("fever"):
            grave += facts.saw("fever")
        for sign in ("burn_or_raw_skin", "pale_or_mottled"):
            if facts.ticked(sign):
                grave += facts.saw(sign)
        if grave:
            return Finding(_U9_NOW, (*facts.saw("pain"), *grave))
    if very_severe:
        return Finding(_U9_TODAY, facts.saw("pain"))
    if severe:
        beside = [
            symptom
            for symptom, grade in (("swelling", Severity.MODERATE), ("redness", Severity.SEVERE))
            if facts.carried_at_least(symptom, grade)
        ]
        if beside:
            return Finding(_U9_TODAY, facts.saw("pain", *beside))
    if facts.at_least("pain", Severity.VERY_SEVERE) and facts.day == 0:
        return Finding(_U9_CONTACT, facts.saw("pain"))
    return None


_C6_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Soreness usually eases after the first day or two, and yours is strong. "
        "Contact your dermatologist in the next day or two."
    ),
    N_("Pain 3 or more from day 1 (group D without RF: day 2)"),
    "S6, S8 B; J",
)
_C6_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Your skin is sorer than we expect by now. "
        "Rest it, and call your dermatologist if it is not easing by day {n}."
    ),
    N_(
        "Pain 3 or more on day 1 in group D without RF; pain 2 and above its range from day 3; or "
        "pain above its range from day 4 after three days without an entry"
    ),
    "S6, S8 B; J",
)


def pain(facts: Facts) -> Finding | None:
    """Fire on soreness that is strong, or that has not eased (S6, S8 B: hours to 2 days; J)."""
    if facts.rating("pain") is None:
        return None
    severe = facts.at_least("pain", Severity.SEVERE)
    strong_day = STRONG_DAY_DEEP if facts.group_d and not facts.rf else STRONG_DAY
    if severe and facts.day >= strong_day:
        return Finding(_C6_TWO_DAYS, facts.saw("pain"))
    if (
        (severe and facts.day == STRONG_WATCH_DAY)
        or (
            facts.at_least("pain", Severity.MODERATE)
            and facts.above("pain")
            and facts.day >= SORE_DAY
        )
        or (facts.above("pain") and facts.day >= SILENT_DAY and facts.silent_before)
    ):
        return Finding(_C6_WATCH, facts.saw("pain"), text_day=facts.day + LOOK_AGAIN_AFTER)
    return None


_C23_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Burning this strong, with your other answers, should be seen today. "
        "Call your dermatologist, and put nothing on it that they did not agree."
    ),
    N_(
        "Burning 4, or 3 from day 1, with pain 3 or more from day 1, with blisters, or with "
        "burnt, raw or blackened skin; or burning 4 from day 1 after RF"
    ),
    "S15 A; J",
)
_C23_CONTACT = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "Burning this strong is more than we expect. Call your dermatologist today, "
        "pause new cosmetic products, and ask before stopping anything prescribed."
    ),
    N_("Burning 4, or 3 from day 1"),
    "J",
)


def severe_burning(facts: Facts) -> Finding | None:
    """Fire on severe burning, more so after RF (burns are reported: S15 A; grades J)."""
    after_the_day = facts.day >= BURNING_DAY
    very_severe = facts.at_least("burning", Severity.VERY_SEVERE)
    if not (very_severe or (facts.at_least("burning", Severity.SEVERE) and after_the_day)):
        return None
    beside: list[str] = []
    if after_the_day and facts.carried_at_least("pain", Severity.SEVERE):
        beside.append("pain")
    if facts.has("blisters"):
        beside.append("blisters")
    if facts.ticked("burn_or_raw_skin"):
        beside.append("burn_or_raw_skin")
    heat = (told(facts, "device", "rf"),) if facts.rf and very_severe and after_the_day else ()
    if beside or heat:
        return Finding(_C23_URGENT, (*facts.saw("burning", *beside), *heat))
    return Finding(_C23_CONTACT, facts.saw("burning"))


RULES: tuple[Rule, ...] = (
    Rule(
        "U9",
        "severe_pain",
        N_("Severe pain"),
        severe_pain,
        (_U9_NOW, _U9_TODAY, _U9_CONTACT),
        fields=("pain",),
        last_day=90,
    ),
    Rule(
        "C6",
        "pain",
        N_("Pain"),
        pain,
        (_C6_TWO_DAYS, _C6_WATCH),
        fields=("pain",),
        last_day=90,
    ),
    Rule(
        "C23",
        "severe_burning",
        N_("Severe burning"),
        severe_burning,
        (_C23_URGENT, _C23_CONTACT),
        fields=("burning",),
        last_day=90,
    ),
)
